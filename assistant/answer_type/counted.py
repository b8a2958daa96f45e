"""Whether a text counts something, and what its numbers count nothing of: days and years, which of a row, marks of items."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from assistant.counts import alone, as_many
from corpus.analysis import fold, stem, words
from corpus.dates import MONTHS
from corpus.numbers import number_from_words

BEFORE = 3
"""How many words what is counted stands behind "todas" or "segunda", at most."""
_UNIT_OF_TIME = r"(?:minutos?|horas?|dias?|semanas?|mes|meses|anos?)\b"
_DURATION = rf"\b\d+(?:(?: ?[-–] ?| [ya] )\d+)? {_UNIT_OF_TIME}"
_SPELT = rf"\b(?:un|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|quince|veinte|treinta) {_UNIT_OF_TIME}"
_NO_COUNT = re.compile(
    rf"\[\d+\]|(?<=[\s“\"])\(\d\) |\b\d{{1,2}} ?(?:er|ro|do|to|mo|vo|no|ra|da|ta|ma|va|na)\b|{_SPELT}|\b\d{{1,2}} (?:de )?(?:{'|'.join(MONTHS)})\b(?: (?:de |del )?\d{{4}})?|\b(?:19|20)\d\d\b|(?m:^\W*\d{{1,2}}[.)] )"
    rf"|{_DURATION}"
    r"|\b(?:medidas?|tablas?|etapas?|ejes?|ley|leyes|decretos?(?: supremos?| alcaldicios?| exentos?)?|resolucion(?: exenta)?|rex|circular|oficio(?: ordinario)?|articulos?|apartados?|capitulos?|seccion(?:es)?|anexos?|boletin)\W*(?:n\W*)?\d[\d.,]*"
    r"|[«·] ?\d{1,2}(?:\.\d+)*[.)]?(?=\s)|https?://.*|\S+\.pdf\b"
)
# The mark of an item or of a footnote, behind a title ("- *Participantes*: 3. Definir participantes") or within a line.
_MARKED = re.compile(
    r"(?<=\*: )\d{1,2} (?=[A-ZÁÉÍÓÚÑ])|(?<=: )\d{1,2}[.)] |(?<=\w )(?<!\bde )(?<!\ba )(?<!\bson )(?<!\bcon )(?<!\ben )(?<!\by )\d{1,2}[.)] (?=[A-ZÁÉÍÓÚÑ])"
)
_ONE = frozenset(("un", "una", "uno"))
_ALL = frozenset(("todos", "todas"))
# "Datos para todos los estudiantes" tells of none how many they are.
_FOR_ALL = frozenset("para de con entre sobre".split())


def plain(texts: Iterable[str]) -> str:
    """Some texts as one, without the marks of items and of emphasis."""
    return _MARKED.sub("", "\n".join(texts)).replace("*", "")


def counts(text: str, things: Collection[str]) -> bool:
    """Whether a text tells how many there are of something.

    "La segunda versión" and "todas las actividades" tell it of what they stand before: the stems of ``things``.
    """
    left = words(_NO_COUNT.sub(" ", fold(text)))
    return any(
        word[0].isdigit()
        or (word not in _ONE and number_from_words([word]) is not None)
        or (
            as_many(word)
            and not (word in _ALL and left[at - 1 : at] and left[at - 1] in _FOR_ALL)
            and (alone(word) or any(stem(one) in things for one in left[at + 1 : at + 1 + BEFORE]))
        )
        for at, word in enumerate(left)
    )
