"""The expected type of an answer: what sort of thing a question asks for by name, and whether an answer names one.

"¿En qué regiones no hubo reuniones?" is not answered by "en 12 de las 16 regiones", however near it stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from corpus.analysis import fold
from corpus.cues import Cues
from corpus.lugares import CHILE, Lugares

ANSWER_TYPES = "tipos_de_respuesta.toml"
_PHONE = re.compile(r"\+?\d[\d ()-]{6,}\d|\b(?:600|800)[ -]?\d{3}\b")
_MAIL = re.compile(r"\S@\S")
_UNIVERSITY = re.compile(r"\bUniversi\w+ (?:de (?:la |los |las )?|del )?[A-ZÁÉÍÓÚÑ]")


class AnswerTypes:
    """The types of ``tipos_de_respuesta.toml``, each with what names one of it."""

    def __init__(self, cues: Cues, lugares: Lugares) -> None:
        head, between = cues.any_of("pregunta.cabeza"), cues.any_of("pregunta.medio")
        self.lugares = lugares
        self._names: dict[str, Callable[[str], bool]] = {
            "tipo.pais": lambda text: self._place(text, "pais"),
            "tipo.region": lambda text: self._place(text, "region", "comuna"),
            "tipo.comuna": lambda text: self._place(text, "comuna", "ciudad"),
            "tipo.universidad": lambda text: _UNIVERSITY.search(text) is not None,
            "tipo.telefono": lambda text: _PHONE.search(text) is not None,
            "tipo.correo": lambda text: _MAIL.search(text) is not None,
        }
        self._asks = {
            name: re.compile(rf"(?<!\w){head} (?:{between} ){{0,4}}{cues.any_of(name)}(?!\w)") for name in self._names
        }

    def asked(self, question: str) -> list[str]:
        """The types that a question asks for."""
        folded = fold(question)
        return [name for name, pattern in self._asks.items() if pattern.search(folded)]

    def lacking(self, question: str, texts: Iterable[str]) -> bool:
        """Whether a question asks for a thing of some type and none of the texts names one."""
        told = "\n".join(texts)
        return any(not self._names[name](told) for name in self.asked(question))

    def _place(self, text: str, *classes: str) -> bool:
        found = (mention.lugar for mention in self.lugares.find(text))
        return any(place.clase in classes and place.nombre != CHILE for place in found)
