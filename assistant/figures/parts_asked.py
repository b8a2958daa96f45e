"""The several things that one message about figures asks for, each with the words that say of what."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from assistant.figures.lexicon import numbers_written_out
from assistant.figures.phrases import and_the_rest

_ASKS = re.compile(
    r"(?:[,;.?]\s*|\s)(?:(?:y|e|o|and|ademas)\s+)?(?:tambien\s+)?¿?(?=(?:(?:a|de|en|con|por|para) )?"
    r"(?:cuant[oa]s?|que (?:porcentaje|proporcion|%)|cual(?:es)? (?:es|fue|era|son|fueron)|how (?:many|much)|what (?:percentage|share))\b)"
)
_PIECE = re.compile(
    r"(?:^|[,;:.?]\s*|\s(?=¿)|\s(?:y|e|o|and|ademas|tambien)\s+|(?<=\w) (?=(?:a|de|en|con|por) (?:que|cual|cuant)))¿?(?:(?:y|e|and) )?¿?"
    r"(?P<ask>(?:(?:a|de|del|en|con|por|para|desde) )?(?:(?P<much>cuanto|que tanto|how much)|(?P<count>cuant(?:a|as|os)|how many)"
    r"|(?:(?:(?<!desde )(?<!hasta )que|(?<=desde )que(?= (?:ano|mes|fecha|dia))|cual (?:es|fue|era|es el|fue el|era el|es la|fue la|era la)|con cual|what|which) )"
    r"(?:(?P<level>nivel|puntaje|tasa|indice|monto|cantidad|valor|level|rate|score|amount)|(?P<share>porcentaje|%|tanto por ciento|proporcion|parte|tajada|fraccion|cuota|percentage|share)|(?P<rank>lugar|puesto|posicion)"
    r"|(?P<place>pais(?:es)?|nacionalidad(?:es)?|ciudad(?:es)?|country|city)|(?P<other>\w+))"
    r"|(?P<who>quien(?:es)?|cuando|donde|como|cual(?:es)?|who|when|where|how))\b)"
)
_NO_FIGURE = (
    r"¿?(?:(?:a|de|en|con|por|para|desde) )?"
    r"(?:quien(?:es)?|cuando|donde|como|por que|who|when|where|why|how(?! (?:many|much))|cuales|"
    r"que (?!porcentaje|%|proporcion|parte|cantidad|numero|tanto|cifra|monto)\w+)\b"
)
_ELSE = re.compile(
    rf"(?:[,;.?]|\b(?:y|e|and)) {_NO_FIGURE}"
    # "¿De dónde es la mayoría **y cuántos van**?": the other comes first.
    rf"|^\W*{_NO_FIGURE}(?=.*\w,? (?:y|e|and) ¿?(?:(?:a|de|en|con|por) )?(?:cuant[oa]s|how many)\b)"
)
_LISTED = re.compile(
    r"(?:^|[:,;] |\s)(?P<count>(?:numero|cantidad|total)(?: de)?) (?P<a>[^\d,;:?]{4,}?)(?P<when> (?:en |del? )?20\d\d)?,? (?:y|e) (?:de )?(?:numero de |total de |cantidad de )?"
    r"(?P<b>(?!20|el |la |los |las |su |ano |mes |fecha )[^\d,;:?]{4,})(?:,? (?:en |del? |ano )*20\d\d)?[.]?$"
)
_INQUIRES = re.compile(
    r"[¿?]|\b(?:que|cual(?:es)?|quien(?:es)?|como|cuando|donde|por que|para que|explic\w+|describ\w+|what|which|who|how|when|where|why)\b"
)
# "operativos 2024 + personas atendidas": after a year or a place of its own, the sign lists and does not add.
_PLUS = re.compile(r"(?<=20\d\d) ?\+ ?(?=[a-z])")
# "Una tabla con las expulsiones y las reconducciones de 2022, 2023 y 2024": each of them over those years.
_SERIES = re.compile(
    r"^(?:.*?\b(?:tabla|cuadro|serie|datos|cifras|comparativo|resumen|dame|deme|dime|necesito|quiero|muestra(?:me)?)\b (?:(?:con|de|del|sobre|comparando|por ano) )*)?"
    r"(?P<a>(?:(?:las?|los|el) )?[a-z]{4,}[^\d,;:?]*?)(?P<own>(?:,? (?:de|en|entre|desde) |,? )(?:20\d\d(?:, | y | a |-)?)+)? (?:y|e|con|vs|versus) (?P<b>(?:(?:las?|los|el) )?(?!cuant|ano|mes)[a-z]{4,}[^\d,;:?]*?)"
    r"(?P<when>,? (?:(?:de|del|en|entre|desde|para|durante) )?(?:(?:el|los|anos?) )*20\d\d(?:(?:, ?| y | e | a | al | hasta |-)(?:el )?20\d\d)+)(?!\d)"
)
_BOTH = re.compile(
    r"\b(?P<ask>cuant[oa]s|how many) (?P<a>[a-z]{4,}s(?: [a-z]{4,}s)?) (?:y|e|and) (?P<b>[a-z]{4,}s\b.*)"
)
# "Ingresos por derechos y por multas": the preposition said again makes two things of one.
_COMPLEMENTS = re.compile(
    r"\b(?P<prep>por|de|para|con) (?P<a>(?!20\d\d)[a-z]{4,}(?: [a-z]{4,})?) (?:y|e|and) (?P<again>(?P=prep) (?P<b>[a-z]{4,}(?: (?!hubo|habia|tuv|fueron|eran|recib|registr|ingres)[a-z]{4,})?))"
)
# "¿De cuánto a cuánto han ido?": the two ends of one thing.
_BOTH_ENDS = re.compile(r"\b(?:de|desde) cuant[oa]s? (?:a|hasta) cuant[oa]s?$")
LEAST = 6
PAIR = 2


class Sort(StrEnum):
    """What sort of thing is asked for: an amount of any unit, a count, a share, a rank, a place, or no figure."""

    MUCH = "much"
    COUNT = "count"
    SHARE = "share"
    RANK = "rank"
    PLACE = "place"
    OTHER = "other"


@dataclass(frozen=True)
class Piece:
    """One of the things that a line asks for, with the words that say of what."""

    text: str
    sort: Sort


def pieces(line: str) -> list[Piece]:
    """The things that a folded line asks for, each from its own word on, what leads up to them in the first."""
    two = listed(line)
    if two:
        return [Piece(text, Sort.COUNT) for text in two]
    found = [match for match in _PIECE.finditer(line) if not _BOTH_ENDS.search(line[: match.end("ask")])]
    starts = [0, *(match.start("ask") for match in found[1:]), len(line)]
    return [
        Piece(line[start:end].strip(" ¿,"), _sort(match))
        for match, start, end in zip(found, starts, starts[1:], strict=False)
    ]


def listed(line: str) -> list[str]:
    """The two things that a folded line without a question counts in one go: "n° jefas de hogar contratadas y solicitudes
    revisadas"; empty where it counts one.
    """
    line = numbers_written_out(line)
    match = _LISTED.search(line)
    if match is None or inquires(line):
        return []
    count = match["count"]
    return [f"{line[: match.start('count')]}{count} {match['a']}{match['when'] or ''}", f"{count} {match['b']}"]


def both_counted(line: str) -> list[Piece]:
    """The two things that a folded line counts in one go, the second with what is said of both: "¿cuántas visitas e
    interacciones tuvo el portal?"; empty where it counts one.
    """
    match = _BOTH.search(line)
    if match is None:
        return []
    return [
        Piece(f"{line[: match.start()]}{match['ask']} {text}".strip(" ¿,"), Sort.COUNT)
        for text in (match["a"], match["b"])
    ]


def _sort(match: re.Match[str]) -> Sort:
    if match.group("level"):  # "con qué nivel de cumplimiento": an amount, of whatever unit
        return Sort.MUCH
    return next((sort for sort in Sort if sort is not Sort.OTHER and match.group(sort.value)), Sort.OTHER)


def inquires(line: str) -> bool:
    """Whether a folded line holds a word that asks for something."""
    return _INQUIRES.search(line) is not None


def asks(line: str) -> list[str]:
    """The questions of a line that asks for several figures, each from its own word on, what stands before the first in
    it: "de los casos, ¿cuántos eran de trata y cuántos de tráfico?" asks two. One or none gives the line alone.
    """
    both = _PLUS.split(line)
    if len(both) == PAIR and not inquires(line) and not and_the_rest(line):
        return both
    starts = [0] if re.match(r"¿?(?:(?:a|de|en|con|por) )?(?:cuant|que porcentaje|how m)", line) else []
    starts += [match.end() for match in _ASKS.finditer(line)]
    starts = [at for at in starts if not any(0 < at - other <= LEAST for other in starts)]  # "¿de cuánto": one word
    told = line.rfind(
        ". ", 0, max(line.find("¿"), 0)
    )  # "quiero ver cuánto llega a…. ¿Qué porcentaje…?": no question before
    starts = [at for at in starts if at > told or "?" in line[at:told]]
    if len(starts) < 2:
        return [line]
    pieces = [line[at:end] for at, end in zip(starts, [*starts[1:], len(line)], strict=True)]
    return [line[: starts[0]] + pieces[0], *pieces[1:]]


def series(line: str) -> list[str]:
    """The two things that a folded line sets side by side over some years, each with them; empty where it names one."""
    match = None if _PIECE.search(line) else _SERIES.search(line)
    if match is None:
        return []
    return [f"{match['a']}{match['own'] or match['when']}", f"{match['b']}{match['when']}"]


def of_complements(line: str) -> list[str]:
    """The two questions of a folded line that names two of one sort by a preposition said twice: "ingresos por derechos y por
    multas"; empty where it names one."""
    match = _COMPLEMENTS.search(line)
    if match is None:
        return []
    one = f"{line[: match.end('a')]}{line[match.end('again') :]}"
    return [one, f"{line[: match.start('prep')]}{match['again']}{line[match.end('again') :]}"]


def asks_else(line: str) -> bool:
    """Whether a line asks, beside how many, for something that is no figure: "¿cuántos eran y quién los lideraba?"."""
    return _ELSE.search(line) is not None
