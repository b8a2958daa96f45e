"""Whether somebody asks how their own request goes ("mandé los papeles en marzo, ¿cuándo me contestan?"), which no document tells."""

from __future__ import annotations

import re

from corpus.analysis import fold

# What was handed in by the one who asks, or by those beside them.
_HANDED_IN = re.compile(
    r"\b(?:mand|envi|ingres|present|postul|solicit|tramit|entreg|apel|reclam)(?:e|amos)\b|\b(?:ped|met|sub)(?:i|imos)\b"
    r"|\b(?:hice|hicimos|inici[eo]|iniciamos) (?:la |el |mi |un |una |nuestra )?(?:solicitud|tramite|postulacion|recurso|reclamo|peticion)\b"
    r"|\b(?:la mia|el mio|lo mio)\b"
    r"|\bmi (?:tramite|solicitud|visa|residencia|permiso|carta|recurso|reclamo|postulacion|peticion|definitiva|temporaria|cedula|carnet|nacionalidad|apelacion|caso)\b"
)
_SOON = r"(?:contest|respond|avis|lleg|sal|resolv|resuelv|resolu|notific|dan|dar|entreg|llam|tien)\w*"
# When they hear of it, how far it is, how long it still takes.
_HOW_IT_GOES = re.compile(
    rf"\b(?:cuando|para cuando|en cuanto(?: tiempo)?|cuanto) (?:(?:me|nos|te|la|lo) )*(?:(?:van?|iran?) a )?(?:(?:me|nos|la|lo) )*{_SOON}\b"
    r"|\ben que (?:va|(?:etapa|estado|parte) (?:va|esta)|quedo)\b(?! (?:el|la|los|las|ese|esa|eso|lo) )"
    r"|\bcomo (?:va|anda|sigue)\b"
    r"|\b(?:me |le )?(?:falta|queda) mucho\b|\bcuanto (?:me |nos )?(?:falta|queda)\b|\bver en que\b"
)


def of_own_case(question: str) -> bool:
    """Whether it is asked how something goes that the one who asks, or theirs, has handed in."""
    line = fold(question)
    asked = _HOW_IT_GOES.search(line)
    return asked is not None and _HANDED_IN.search(line) is not None
