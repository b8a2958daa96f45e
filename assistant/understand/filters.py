"""Which medidas a question means: numbers, instituciones, ejes, plazos, words; alone, combined or excluded.

Works on the folded line of a question. What a filter was read from is taken out of the line, so that what is left
are the words of the topic.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from assistant.understand.deadlines import find_deadlines
from assistant.values import Filtros
from corpus.analysis import STOP_WORDS, stem, terms
from corpus.cues import Cues
from corpus.lexicon import Instituciones
from corpus.numbers import number_from_words
from corpus.records import Eje

_NUMBER_WORDS = r"(?:\d{1,3}|[a-z]+(?: y [a-z]+)?)"
_NUMBERED = re.compile(r"\b(?:medidas?|measures?)(?: (?:numero|n|nro|no|number))?\.? ?((?:\d{1,3})(?:(?:,| y| e| o|, y|,? la| y la| and) ?\d{1,3}(?!\d))*)(?! (?:medidas|meses|dias|anos|municip|person|por ciento|%))")
_RANGE = re.compile(r"\b(?:de|desde|entre|medidas?|from) (?:la |las )?(?:medida )?(?:numero )?(\d{1,3}) (?:a|hasta|y|al|to) (?:la )?(?:medida )?(?:numero )?(\d{1,3})(?!\d| de| por)|\bmedidas? (\d{1,3}) ?[-–] ?(\d{1,3})(?!\d)")
_LONE = re.compile(r"\b(?:la|las|numero|de la|y la|n) (\d{1,3})(?: y (?:la )?(\d{1,3}))?(?![\d%]| (?:de|medidas|por|municip|person))")
_SPELLED = re.compile(r"\bmedida (?:numero )?([a-z]+(?: y [a-z]+)?)")
_EJE_NUMBER = re.compile(r"\b(?:ejes?|axis) (?:numero |n )?((?:\d{1,2})(?:(?:,| y| e| o) ?\d{1,2}(?!\d))*)")
_EJE_WORD = re.compile(r"\beje (?:numero )?(uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez)\b")
_NEGATION = re.compile(r"(?:\bno (?:sean?|son|es|esten?|estan|dependan?|pertene[a-z]+|incluy[a-z]+|vencen?|venzan?|correspond[a-z]+|tengan?|tienen)|\bsin|\bexcepto|\bsalvo|\bmenos|\bexcluyendo|\bexcluid[ao]s?|\bfuera de|\baparte de|\bque no|\bdistint[ao]s? (?:de|a)|\bno a cargo|\bexcept)(?: (?:las|los|la|el|de|del|que|a cargo|con|en|por|contar|considerar|incluir|ser|responsabilidad))*$")
_ROLE = (
    r"(?:medidas?|cuantas|cuales|que|las|los|toca|tocan|a cargo|cargo|cartera|responsabilidad|responsable|ministerio|ministra|ministro|"
    r"subsecretaria|soy|somos|trabajo|trabajamos|compromisos?|tareas|asignadas?|depende|dependen|hace|parte|lidera|corresponden?|"
    r"institucion|sector|comparte|comparten|con|desde|y|e|ni|tiene|gente|pega|cabros|de parte)"
)
_BEFORE_COMMON = re.compile(rf"\b{_ROLE}(?: (?:de|del|a|al|el|la|los|las|en|es|por|con|ministerio|cartera))*$")
_TOPIC_BEFORE = re.compile(r"\b(?:sobre|para|acceso(?: a)?|atencion(?: en| de)?|derecho(?: a)?|en materia(?: de)?|tema(?:s)?(?: de)?|relacionad[ao]s con|casa|material|ante|temas)(?: (?:el|la|los|las|de|del|a))*$")


@dataclass
class Reading:
    """Filters as they are found, and the line without what they were read from."""

    line: str
    filtros: dict[str, object] = field(default_factory=dict)

    def cut(self, places: Iterable[tuple[int, int]]) -> None:
        """Blank out stretches of the line; its length stays."""
        for start, end in places:
            self.line = self.line[:start] + " " * (end - start) + self.line[end:]


def read_filters(
    line: str, *, known: Instituciones, ejes: Mapping[int, Eje], extra: Iterable[str], cues: Cues, today: date
) -> tuple[Filtros, str]:
    """The filters of a folded line, and the rest of it. ``extra`` are institutions as the plan itself writes them."""
    reading = Reading(line)
    numbers = _numbers(reading)
    eje_in, eje_out = _ejes(reading, ejes)
    inst_in, inst_out = _instituciones(reading, known, extra)
    invalid = cues.find("pide.invalido", reading.line)
    if invalid:
        reading.cut([invalid.span()])
    years = re.compile(r"\b(?:plan|politica)[a-z ]* (20\d\d) ?[-–a] ?(20\d\d)")
    reading.cut([m.span() for m in years.finditer(reading.line)])
    names = re.compile(r"\b(?:censo|casen|cuenta publica(?: participativa)?|enero de|ley|decreto|ds|matricula) (?:de |del |numero )?(?:20\d\d|\d+[.\d]*)")
    reading.cut([m.span() for m in names.finditer(reading.line)])
    plazos, places = find_deadlines(reading.line, today)
    plazo_in = tuple(p for p, at in zip(plazos, places, strict=True) if not _negated(reading.line, at[0]))
    plazo_out = tuple(p for p, at in zip(plazos, places, strict=True) if _negated(reading.line, at[0]))
    reading.cut(places)
    sole = cues.has("pide.unica", line) if inst_in or "institucion" in line or "responsable" in line else False
    shared = cues.has("pide.compartida", line)
    return (
        Filtros(
            numeros=numbers,
            instituciones=inst_in,
            sin_instituciones=inst_out,
            todas_las_instituciones=len(inst_in) > 1 and (shared or re.search(r"\b(?:con|ademas de|tambien)\b", line) is not None),
            responsable="unica" if sole else "compartida" if shared else None,
            ejes=eje_in,
            sin_ejes=eje_out,
            plazos=plazo_in,
            sin_plazos=plazo_out,
            plazo_invalido=invalid is not None,
        ),
        re.sub(r"\s+", " ", reading.line).strip(),
    )


def _negated(line: str, at: int) -> bool:
    return _NEGATION.search(line[:at].rstrip()) is not None


def _numbers(reading: Reading) -> tuple[int, ...]:
    """Numbers of medidas: "medida 12", "medidas 4 y 14", "de la 54 a la 60", "la 84" where medidas are spoken of."""
    found: list[int] = []
    places: list[tuple[int, int]] = []
    about = re.search(r"\bmedidas?\b|\bmeasures?\b", reading.line) is not None
    if about:
        for match in _RANGE.finditer(reading.line):
            first, last = sorted(int(part) for part in match.groups() if part)
            if last - first < 200:
                found += range(first, last + 1)
                places.append(match.span())
        reading.cut(places)
    for match in _NUMBERED.finditer(reading.line):
        found += [int(number) for number in re.findall(r"\d+", match[1])]
        places.append(match.span())
    reading.cut(places)
    for match in _SPELLED.finditer(reading.line):
        spelled = number_from_words(match[1].split())
        if spelled and spelled[0] > 2:
            found.append(int(spelled[0]))
            places.append(match.span())
    if about or re.match(r"^(?:y |pero |ahora )*(?:de |con |sobre )?(?:la|las) \d{1,3}(?:\W|$)", reading.line):
        for match in _LONE.finditer(reading.line):
            found += [int(number) for number in match.groups() if number]
            places.append(match.span())
    reading.cut(places)
    return tuple(dict.fromkeys(found))


def _ejes(reading: Reading, ejes: Mapping[int, Eje]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Ejes by number or by enough of their name; those after a negation apart."""
    inside: list[int] = []
    outside: list[int] = []
    places: list[tuple[int, int]] = []
    for match in _EJE_NUMBER.finditer(reading.line):
        target = outside if _negated(reading.line, match.start()) else inside
        target += [int(number) for number in re.findall(r"\d+", match[1])]
        places.append(match.span())
    for match in _EJE_WORD.finditer(reading.line):
        spelled = number_from_words([match[1]])
        if spelled:
            inside.append(int(spelled[0]))
            places.append(match.span())
    if not inside and not outside:
        named = named_eje(reading.line, ejes)
        if named:
            number, start, end = named
            (outside if _negated(reading.line, start) else inside).append(number)
            places.append((start, end))
    reading.cut(places)
    return tuple(dict.fromkeys(inside)), tuple(dict.fromkeys(outside))


def named_eje(line: str, ejes: Mapping[int, Eje]) -> tuple[int, int, int] | None:
    """The eje whose name a line gives, and where: after "eje" one telling word is enough, elsewhere most of the name."""
    names = {
        number: set(terms(" ".join([eje.nombre.texto, *(other.texto for other in eje.otros_nombres)])))
        for number, eje in ejes.items()
    }
    counts: dict[str, int] = {}
    for stems in names.values():
        for term in stems:
            counts[term] = counts.get(term, 0) + 1
    after = re.search(r"\beje(?: tematico)?(?: (?:de|del|sobre|que habla de|a|con|relativo a))?(?: (?:la|las|el|los))? ([a-z ,]+)", line)
    words = [(m.group(), m.start(), m.end()) for m in re.finditer(r"[a-z]+", line)]
    best: tuple[float, int, int, int] | None = None
    for number, stems in names.items():
        spots = [(w, s, e) for w, s, e in words if w not in STOP_WORDS and stem(w) in stems]
        if after:
            spots = [spot for spot in spots if spot[1] >= after.start(1) and spot[2] <= after.end(1)]
        distinct = {stem(w) for w, _, _ in spots}
        weight = sum(1.0 / counts[term] for term in distinct)
        share = len(distinct) / len(stems)
        enough = weight >= 0.3 if after else (share >= 0.6 and len(distinct) >= 2)
        if enough and (best is None or weight + share > best[0]):
            start = after.start() if after else spots[0][1]
            best = (weight + share, number, start, spots[-1][2])
    return best[1:] if best else None


def _instituciones(
    reading: Reading, known: Instituciones, extra: Iterable[str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Institutions by any form; everyday words ("salud") only where the question uses them as an institution."""
    forms = {known.key(name): name for name in extra} | known.forms
    inside: list[str] = []
    outside: list[str] = []
    places: list[tuple[int, int]] = []
    for form in sorted(forms, key=len, reverse=True):
        for match in re.finditer(rf"(?<![a-z0-9]){re.escape(form)}(?![a-z0-9])", reading.line):
            if any(start <= match.start() < end for start, end in places):
                continue
            (outside if _negated(reading.line, match.start()) else inside).append(forms[form])
            places.append(match.span())
    commons = known.common_words
    for word in sorted(commons, key=len, reverse=True):
        for match in re.finditer(rf"(?<![a-z0-9]){re.escape(word)}(?![a-z0-9])", reading.line):
            if any(start <= match.start() < end for start, end in places):
                continue
            before = reading.line[: match.start()].rstrip()
            negated = _negated(reading.line, match.start())
            if negated or (_BEFORE_COMMON.search(before) and not _TOPIC_BEFORE.search(before)):
                (outside if negated else inside).append(commons[word])
                places.append(match.span())
    reading.cut(places)
    return tuple(dict.fromkeys(inside)), tuple(dict.fromkeys(outside))
