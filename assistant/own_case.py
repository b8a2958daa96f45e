"""Whether somebody asks how their own request goes ("mandé los papeles en marzo, ¿cuándo me contestan?"), what to do about what
was decided of them ("me rechazaron la visa, ¿cómo apelo?") or where to go with which papers, which no document tells."""

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

# What was decided of the one who asks, or of somebody of theirs.
_DECIDED = re.compile(
    r"\b(?:me|nos|le|les) (?:rechaz|neg|deneg|revoc|anul|archiv|expuls|mult|notific|sancion)(?:o|aron|an|ar[ao]n)\b"
    r"|\b(?:me|nos|le|les) lleg(?:o|aron) (?:un |una |la |el )?(?:orden|multa|notificacion|rechazo|resolucion|sancion|decreto)\b"
)
# What they can do about it, and until when.
_CAN = r"(?:(?:se )?(?:puedo|podemos|puede|debo|debe|tengo que|tiene que|hay que) )?"
_WHAT_NOW = re.compile(
    rf"\bque {_CAN}(?:hago|hacemos|hacer|hace)\b"
    rf"|\b(?:como|donde|a ?quien|ante quien|cuando) (?:se )?{_CAN}(?:apel|reclam|recurr|impugn)(?:[oae]|ar|er|ir|[aei]mos)\b"
    r"|\b(?:cuanto plazo|cuantos dias|cuanto tiempo|que plazo) (?:me |le )?(?:tengo|tenemos|tiene|queda|dan)\b"
)
# "Fonasa sin RUT, **dónde inscribirse** y **qué llevar**": where to go, and with what, needs no "I" to be of a case.
_WHERE_TO_GO = re.compile(
    r"\b(?:a?donde|en que (?:oficina|pagina|parte|lugar)) (?:(?:se|hay que|tengo que|debo|uno) )*(?:inscrib|pid|ped|tramit|sac|solicit|renov|postul|obten|present|ir\b)\w*"
)
_WITH_WHAT = re.compile(
    r"\bque (?:papeles? |documentos? |antecedentes? )?(?:(?:hay que|se debe|debo|tengo que) )?(?:llev|present|junt|adjunt)ar\b|\brequisitos\b"
)


def of_own_case(question: str) -> bool:
    """Whether it is asked how something goes that the one who asks, or theirs, has handed in; what they can do about what was
    decided of them; or both where to go with something and with what."""
    line = fold(question)
    asking = line[max(line.find("¿"), 0) :]  # what one does to see how it goes may only lead up to another question
    if _HOW_IT_GOES.search(asking) and _HANDED_IN.search(line):
        return True
    if _DECIDED.search(line) and _WHAT_NOW.search(asking):
        return True
    return _WHERE_TO_GO.search(asking) is not None and _WITH_WHAT.search(asking) is not None
