"""How Spanish text becomes index terms: folded, without stop words, stemmed, and as character 4-grams.

Accents are folded *before* stemming, so that "migración" and "migracion" share a stem. Ingestion and questions
go through the same functions; nothing else may split text into terms.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

import snowballstemmer

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[a-z0-9]+")
_THOUSANDS = re.compile(r"(?<=\d)\.(?=\d{3}(?!\d))")
_MARKS = str.maketrans({"º": "", "°": "", "ª": "", "´": "'", "’": "'"})


class _Unaccented(dict[int, int | None]):
    """A table for ``str.translate`` that cuts combining marks, made as characters are met."""

    def __missing__(self, code: int) -> int | None:
        return self.setdefault(code, None if unicodedata.category(chr(code)) == "Mn" else code)


_ACCENTS = _Unaccented()
_STEMMER = snowballstemmer.stemmer("spanish")

STOP_WORDS = frozenset(
    """a al algo algun alguna algunas alguno algunos ante aqui asi aun bajo bien cada como con cual cuales cualquier
    cuando cuanta cuantas cuanto cuantos de del desde donde dos e el ella ellas ello ellos en entre era eran eres es esa
    esas ese eso esos esta estaba estaban estan estar estas este esto estos estoy fue fueron ha haber habia hace hacia
    han hasta hay he la las le les lo los mas me mi mis mucha muchas mucho muchos muy ni no nos nosotros o os otra otras
    otro otros para pero poco por porque pos pues que quien quienes se sea sean segun ser si sido sin sino sobre
    solo son soy su sus tal tambien tan tanto te tiene tienen toda todas todo todos tu tus un una unas uno unos
    usted ustedes va van vamos y ya yo q k xq pq pa po
    hubo hubieron habra habran habia habian tuvo tuvieron tenia tenian tengo tenemos quiero quisiera queremos necesito
    necesitamos saber podria podrias puedo puedes pueden podemos favor porfa porfavor hola gracias buenas oye oiga mire
    cuento cuentame dime digame decirme dame indique senale explique explicame consiste consisten consistia significa significan
    exactamente etc""".split()
)


@lru_cache(maxsize=20_000)
def fold(text: str) -> str:
    """Lower case, no accents (ñ becomes n), typographic marks made plain. The length may change: never use for offsets."""
    # Marks go first: NFKD would make letters of some ("Nº" would read "no") and a space of others.
    text = unicodedata.normalize("NFKD", text.casefold().translate(_MARKS))
    return text if text.isascii() else text.translate(_ACCENTS)


def words(text: str) -> list[str]:
    """The folded words and numbers of a text, in order. Thousands points are cut: "1.100" gives "1100"."""
    return [_THOUSANDS.sub("", word) if "." in word else word for word in _WORD.findall(fold(text))]


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The Snowball stem of one folded word; numbers stay as they are."""
    return word if word[0].isdigit() else str(_STEMMER.stemWord(word))


def terms(text: str) -> list[str]:
    """The stems of a text's content words, in order, with repeats."""
    return list(_terms(text))


@lru_cache(maxsize=20_000)  # the texts of records are read again for each question
def _terms(text: str) -> tuple[str, ...]:
    return tuple(stem(word) for word in words(text) if word not in STOP_WORDS)


def grams(text: str, size: int = 4) -> list[str]:
    """Character n-grams of the content words, each word padded by "_": what still matches when a word is mistyped."""
    found: list[str] = []
    for word in words(text):
        if word in STOP_WORDS or word[0].isdigit():
            continue
        padded = f"_{word}_"
        found.extend(padded[i : i + size] for i in range(max(1, len(padded) - size + 1)))
    return found
