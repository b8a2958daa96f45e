"""Numbers as Chilean documents and users write them, read exactly and written back.

A point parts thousands ("13.164"), a comma decimals ("99,96"); the documents also hold decimal points ("2.4 millones")
and numbers without thousands points ("5113"). A point counts as a thousands point where exactly three digits follow and
what stands before it does not begin with zero ("0.125").
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

from corpus.analysis import fold

NUMBER = re.compile(r"(?<![\w.,])[+-]?(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?)(?![\d]|[.,]\d)")
"""A number in running text: not part of a word, a code or a longer number."""

ORDINALS = ("primer", "segund", "tercer", "cuart", "quint", "sext", "septim", "octav", "noven", "decim")
"""How the ordinals up to the tenth begin, folded; "primer", "primero" and "primera" are one."""

_SCALES = {"mil": Decimal(1000), "millon": Decimal(10) ** 6, "millones": Decimal(10) ** 6}

_UNITS = {
    word: value
    for value, spellings in enumerate(
        """cero|un,uno,una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|dieciseis
        |diecisiete|dieciocho|diecinueve|veinte|veintiun,veintiuno,veintiuna|veintidos|veintitres|veinticuatro
        |veinticinco|veintiseis|veintisiete|veintiocho|veintinueve""".replace("\n", "")
        .replace(" ", "")
        .split("|")
    )
    for word in spellings.split(",")
}
_TENS = {
    word: 10 * n
    for n, word in enumerate(["treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa"], 3)
}
_HUNDREDS = {
    "cien": 100,
    "ciento": 100,
    "quinientos": 500,
    "quinientas": 500,
    "setecientos": 700,
    "setecientas": 700,
    "novecientos": 900,
    "novecientas": 900,
} | {
    f"{stem}cient{end}": 100 * n
    for n, stem in ((2, "dos"), (3, "tres"), (4, "cuatro"), (6, "seis"), (8, "ocho"))
    for end in ("os", "as")
}


def ordinal(word: str) -> int:
    """The place that a folded ordinal names, from 1 to 10; 0 where the word is none."""
    return next((place for place, root in enumerate(ORDINALS, 1) if word.startswith(root)), 0)


def parse_number(text: str) -> Decimal:
    """The value of one number in digits, e.g. "13.164" → 13164, "99,96" → 99.96, "2.4" → 2.4.

    Raises ValueError where the text is not a number.
    """
    plain = text.strip().lstrip("+")
    if not re.fullmatch(r"-?(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?)", plain):
        raise ValueError(f"no es un número: {text!r}")
    if "," in plain:
        plain = plain.replace(".", "").replace(",", ".")
    elif re.fullmatch(r"-?[1-9]\d{0,2}(?:\.\d{3})+", plain):
        plain = plain.replace(".", "")
    return Decimal(plain)


def numbers_in(text: str) -> list[Decimal]:
    """Every number written in digits in a text, in order, without its scale ("2,4 millones" gives 2.4)."""
    return [parse_number(match.group()) for match in NUMBER.finditer(text)]


def number_from_words(words: list[str]) -> tuple[Decimal, int] | None:
    """The number that a list of folded words begins with, and how many words it takes; None where there is none.

    Reads "mil cien" (1100), "treinta y uno" (31), "14 mil millones" (14·10⁹), "2,4 millones". Words that make no number
    together are not added up: "dos tres" begins with 2.
    """
    total, group, used, digits = Decimal(0), Decimal(0), 0, False
    for at, word in enumerate(words):
        after_y = at > 0 and words[at - 1] == "y"
        value = _UNITS.get(word, _TENS.get(word, _HUNDREDS.get(word)))
        if value is not None:
            room = 10 if after_y else 1000 if word in _HUNDREDS else 100
            if digits or group % room or (used and not value) or (after_y and value > 9):
                break
            group += value
        elif word == "mil" and group < 1000:
            group, digits = (group or 1) * _SCALES[word], False
        elif word in _SCALES and word != "mil" and group and not total:
            total, group, digits = group * _SCALES[word], Decimal(0), False
        elif word == "y" and used and group % 100 in _TENS.values():
            continue
        elif not used and NUMBER.fullmatch(word):
            group, digits = parse_number(word), True
        else:
            break
        used = at + 1
    return (total + group, used) if used else None


def format_number(value: Decimal) -> str:
    """A value the Chilean way: "13.164", "99,96", "-1.234,5"."""
    whole, _, decimals = f"{value:f}".partition(".")
    sign = "-" if whole.startswith("-") else ""
    grouped = f"{int(whole.lstrip('-')):,}".replace(",", ".")
    return sign + grouped + (f",{decimals}" if decimals else "")


def rounded(value: Decimal, places: int) -> Decimal:
    """A value rounded half up to that many decimals."""
    return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def folded_words(text: str) -> list[str]:
    """The words and numbers of a text for :func:`number_from_words`: folded, numbers kept as typed."""
    return re.findall(r"\d+(?:[.,]\d+)*|[a-zñ]+", fold(text))
