"""By what unit a question asks for an amount: "por comisión", "a cada charla", "al mes"; and what it counts for each."""

from __future__ import annotations

import re

from corpus.analysis import STOP_WORDS, terms

_PER = re.compile(r"\b(?:(?:por cada|cada|per|each) (\w{4,})|por (\w{3,}[^s\W]))\b")
# "A cada charla, ¿cuántos iban en promedio?": the unit comes before what is asked.
_EACH_FIRST = re.compile(
    r"(?:^|[,;¿] ?)\W*(?:por cada (\w{4,})[^,;?]*, ?¿?(?=cuant[oa]s?\b)|(?:a|en|para) cada (\w{4,})[^,;?]*, ?¿?(?=[^?]*\b(?:promedio|media)\b))"
)
_COUNTED_BY = re.compile(r"\b(\w{4,}) (?:por|per) (?:cada )?\w{4,}")
_COMERS = re.compile(
    r"\bcuant[oa]s (?:(?:se|le|les) )?(?:iban|fueron|van|asist\w+|llegaron|llegaban|particip\w+|concurr\w+|acud\w+)\b"
)
_DIVIDED = re.compile(
    r"\b(?:divid\w+|repart\w+|prorrate\w+|divided?|split)\b.{0,80}?\b(?:por|entre|by|among) "
    r"(?:(?:el|la|los|las|the|numero|cantidad|total|de|esas|esos|tod[oa]s) )*(\w{4,})"
)
_QUANTITY = re.compile(
    r"\b(?:cuant\w+|promedio|media|medio|cost\w+|gast\w+|valor|razon|unitario|how|average|mean|number|numero|cantidad)\b"
)
# "Cada una de las 11 comisiones"; without a number it may be asked for one by one.
_EACH_OF = re.compile(r"\bcada un[oa] de (?:l[oa]s|es[oa]s) \d[\d.]* (\w{4,})")
_SO_MANY = re.compile(r"\b\d[\d.]* (\w+)(?: (\w{3,}[ai]d[oa]s)\b)?")
# "¿Cuántas vio en promedio cada una de las mujeres?": an average is of all of them, and of none by itself.
_EACH_ON_AVERAGE = re.compile(
    r"\b(?:promedio|media)\b.*\bcada un[oa] de (?:l[oa]s|es[oa]s) (\w{4,})|\bcada un[oa] de (?:l[oa]s|es[oa]s) (\w{4,}).*\b(?:promedio|media)\b"
)
# "Las mujeres que contrataron para ver residencias, ¿cuántas solicitudes vieron cada una?": goes back to what it began with.
_BEGUN_WITH = re.compile(
    r"^\W*l[oa]s (?:\d[\d.]* )?(\w{3,}[aeo]s)\b[^?¿]*, ?¿?cuant[oa]s \w+[^?]*\bcada un[oa]\b(?! de\b)"
)
_BY_MONTH = re.compile(r"\b(?:al|por|cada) mes\b(?! de\b)|\bmensual(?:es|mente)?\b|\b(?:per|a) month\b|\bmonthly\b")
_NO_UNIT = frozenset(
    "ciento cien ejemplo favor region regiones ano anos sexo mes meses year years persona parte cierto concepto "
    # "por orden de", "por vía de"…: by what means, not by what unit
    "orden via causa motivo mandato decision medio razon falta culpa efecto obra cuenta encargo acuerdo tema lado separado igual transparencia ley violencia discriminacion".split()
)
# "Costo por persona expulsada", "por persona de las expulsiones": each of those that are spoken of.
_PER_PERSON = re.compile(
    r"\b(?:por|per|cada) (?:cada )?(?:persona|cabeza|person|head)(?: (?:que )?(?:(?:de|en) )?(?:las? |los |el )?(\w{4,}))?"
)
_FOR_EACH_PERSON = re.compile(r"\b(?:por|per) (?:cada )?(?:persona|cabeza|person|head|capita)\b|\ba cada persona\b")
# After "cada una" these are not what is meant.
_MONEY_WORDS = frozenset("pesos millones miles lucas menos recursos platas montos gastos costos".split())


def per(line: str) -> str | None:
    """The stem of the unit that a line asks by: "por comisión", "por cada operativo"; one thing, so no plural.

    Where one clause asks how much, the unit stands in it: "… echaron a 5.000 por expulsión, ¿cuántas fueron…?" has none.
    """
    divided = _DIVIDED.search(line)
    if divided is not None and divided[1] not in _NO_UNIT and terms(divided[1]):
        return terms(divided[1])[0]
    person = _EACH_OF.search(line) or _PER_PERSON.search(line)
    if person is not None and person[1] and terms(person[1]):
        return terms(person[1])[0]
    several = _EACH_ON_AVERAGE.search(line) or _BEGUN_WITH.search(line)
    noun = next(filter(None, several.groups()), "") if several is not None else ""
    if noun and _countable(noun):
        return terms(noun)[0]
    clauses = re.split(r"[,;?¿.](?=\s|$|\w)(?!\d)", line)
    asking = [clause for clause in clauses if _QUANTITY.search(clause)] or clauses
    for match in (found for clause in asking for found in _PER.finditer(clause)):
        noun = match[1] or match[2]
        if noun not in _NO_UNIT and noun not in STOP_WORDS and terms(noun):
            return terms(noun)[0]
    leading = _EACH_FIRST.search(line)
    noun = (leading[1] or leading[2]) if leading is not None else ""
    if noun not in _NO_UNIT and terms(noun):
        return terms(noun)[0]
    each = re.search(r"\bcada un[oa]\b(?! (?:de|por separado|aparte)\b)", line)
    if each is not None:
        # "¿cuántas solicitudes se vieron en cada una?": of others
        counted = set(re.findall(r"\bcuant[oa]s (\w+)", line))
        plural = [w for w in re.findall(r"\b\w{3,}[aeo]s\b", line[: each.start()]) if _countable(w)]
        plural = [w for w in plural if w not in counted]
        # "las comisiones, con 100 solicitudes revisadas en cada una": so many of others; of "11 comisiones" alone, each of them
        so_many = {word for found in _SO_MANY.findall(line) for word in found}
        plural = [w for w in plural if w not in so_many] or plural
        return terms(plural[-1])[0] if plural else None
    return None


def _countable(noun: str) -> bool:
    """Whether a plural can be what "cada una" goes back to: no stop word, no unit of money, no "más o menos"."""
    return noun not in STOP_WORDS and noun not in _MONEY_WORDS and bool(terms(noun))


def counted_by(line: str) -> frozenset[str]:
    """The stems of the noun before the unit that a folded line asks by: "*asistentes* por charla"."""
    return frozenset(stem for match in _COUNTED_BY.finditer(line) for stem in terms(match[1]))


def counts_comers(line: str) -> bool:
    """Whether a folded line counts those who came, without a noun: "cuántos iban", "cuántas asistieron"."""
    return _COMERS.search(line) is not None


def for_each_person(line: str) -> bool:
    """Whether a folded line asks for what there is for each person: "por persona", "per cápita"."""
    return _FOR_EACH_PERSON.search(line) is not None


def by_month(line: str) -> bool:
    """Whether a line asks for an amount a month: "al mes", "promedio mensual"."""
    return _BY_MONTH.search(line) is not None
