"""How long the tools of the guide take: the minutes of their parts, added up."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from assistant.clauses import clauses
from assistant.figures.lexicon import FigureWords
from assistant.figures.question import Asked, Operacion
from assistant.figures.stated import Stated, Told, claim, every, hour_numbers, hours, product, told, told_stems
from assistant.figures.values import meet
from assistant.texts import Texts
from assistant.values import Claim, Computation, Draft, Evidence, Figure, Status
from corpus.analysis import stem, terms, words
from corpus.numbers import number_from_words
from corpus.records import Herramienta, Span
from corpus.store import Store

# How many words that stand nowhere in a tool's text a question on the time it takes may hold.
BESIDE = 3
MOST = 100
# "Desde la presentación hasta el cierre": all that lies between the two too.
_FROM_TO = re.compile(r"\b(?:desde|del?|from)\b[^,;?]{2,60}\b(?:hasta|al?|to|until|through)\b")
# What stands beside another thing: "el trabajo en grupos y el plenario".
_BESIDE = re.compile(r"(?:\b(?:y|e|mas|con|and)|[,+]) ?(?:el |la |los |las |the )?(\w{4,})")
# "El taller para ser mediador", "los talleres de español": what a thing is of or for.
_OF_WHAT = re.compile(r"\b(?P<noun>[a-z]{4,}) (?:para|pa|de|del|sobre) (?P<what>[^,;:.?¿!]+)")
FULL = 2
_MINUTES = re.compile(r"\s*\(\d+ minutos\)\s*$")


@dataclass(frozen=True)
class Part:
    """A timed part of a tool; ``within`` are the stems of what stands under it."""

    nombre: str
    minutos: int
    span: Span
    within: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Tool:
    """A tool with timed parts; ``stems`` are those of its name."""

    id: str
    nombre: str
    span: Span
    stems: frozenset[str]
    parts: tuple[Part, ...]


class Durations:
    """Answers how long a tool, several, or some of its parts take."""

    def __init__(self, store: Store, texts: Texts, words: FigureWords) -> None:
        self.store = store
        self.texts = texts
        self.words = words
        self.tools = tuple(tool for record in store.of(Herramienta) if (tool := _tool(record)))
        timed = {tool.id for tool in self.tools}
        others = (told(record) for record in store.of(Herramienta) if record.id not in timed)
        self.others = tuple(other for other in others if other is not None)
        names = (*(tool.nombre for tool in self.tools), *(tool.nombre for tool in self.others))
        self.known = frozenset(terms(" ".join(names)))

    def answer(self, asked: Asked, evidence: Evidence) -> Draft | None:
        """The minutes asked for; None where no tool is named that has any, or no time is asked for."""
        if not self.words.has("duracion.palabras", asked.line) or asked.places or asked.periods:
            return None
        rivals = [tool for tool in self.others if self._called(asked, tool)]
        stated = [tool for tool in rivals if tool.stated is not None]
        named = self._named(asked, among_others=bool(rivals))
        if evidence.motivo and len(named) > 1 and self._of_else(asked):
            named = []
        if not named and not stated:
            return None
        if stated and self._asks_else(asked):
            return None
        if stated and not all(self._about(asked, tool, strict=bool(evidence.motivo)) for tool in stated):
            return None
        claims: list[Claim] = []
        figures: list[Figure] = []
        for other in stated:
            assert other.stated is not None
            said, figure = claim(self.texts, other, other.stated, self._times(asked, other.head))
            claims.append(said)
            figures.append(figure)
        summed: list[Part] = []
        for tool in named:
            own = self._parts(asked, tool)
            summed += own
            total = sum(part.minutos for part in own)
            times = self._times(asked, *self._sort()) if len(named) == 1 else None
            if times and not stated:
                claims.append(self._so_many(tool, total, times))
                figures.append(_figure(tool.nombre, own, total * times, times))
            claims.append(self._claim(tool, own, total, block="item" if len(named) > 1 else "lead"))
            figures.append(_figure(tool.nombre, own, total))
        spans = [time for other in stated if (time := other.stated) is not None]
        if asked.operation is Operacion.DIFERENCIA and len(spans) == FULL and not named:
            apart, figure = _apart(self.texts, stated, spans)
            claims.insert(0, apart)
            figures.insert(0, figure)
        if len(named) > 1 and not stated:
            total = sum(part.minutos for part in summed)
            text = self.texts(
                "cifras", "minutos_de_todos", total=total, horas=hours(total), nombres=[t.nombre for t in named]
            )
            done = (_sum(summed, total), *hour_numbers(total))
            claims.insert(0, Claim(text=text, spans=tuple(tool.span for tool in named), computed=done))
            figures.insert(0, _figure("total", summed, total))
        added_up = asked.operation is Operacion.SUMA and len(named) == 1 and _some(named[0], summed)
        return Draft(
            status=Status.ANSWERED,
            claims=tuple(claims),
            figures=tuple(figures),
            record_ids=(*(tool.id for tool in stated), *(tool.id for tool in named)),
            entire=(bool(stated) and len(stated) + len(named) > 1) or added_up,
        )

    def _asks_else(self, asked: Asked) -> bool:
        """Whether a message asks for more than times: "¿cuánto dura y la puedo grabar?"; of another tool is no more."""
        return any(
            not self.words.has("duracion.palabras", part) and not re.search(r"\bcuant[oa]s?\b", part)
            for part in clauses(asked.line)
        )

    def _called(self, asked: Asked, tool: Told) -> bool:
        """Whether a question calls a tool by its noun, in any form ("encuesta", "encuestar")."""
        return meet((tool.head,), (stem for meant in asked.meanings.values() for stem in meant))

    def _about(self, asked: Asked, tool: Told, *, strict: bool) -> bool:
        """Whether a question is about a tool of the guide and not another thing of its name ("entrevista en el consulado").

        What it says beside stands in the tool's text or is told by nothing: a word that other documents use is of theirs.
        ``strict`` where the documents were judged not to hold the answer.
        """
        rest = {one for one in asked.content if one not in tool.stems | self.known and not meet((tool.head,), (one,))}
        rest -= {one for cue in self.words.every("duracion.palabras", asked.line) for one in terms(cue.group())}
        foreign, every = self._elsewhere
        return not rest & every if strict else len(rest) <= BESIDE and not rest & foreign

    @cached_property
    def _elsewhere(self) -> tuple[frozenset[str], frozenset[str]]:
        """The stems that other documents use and those of the tools do not, and those of all documents."""
        own = {record.document for record in self.store.of(Herramienta)}
        stems = {id: frozenset(terms(document.text)) for id, document in self.store.documents.items()}
        every = frozenset(stem for held in stems.values() for stem in held)
        return every - frozenset(stem for id in own for stem in stems[id]), every

    def _sort(self) -> tuple[str, ...]:
        """The stems of the noun that all timed tools share: "taller"."""
        found = [stem for tool in self.tools for stem in tool.stems]
        return tuple(one for one in dict.fromkeys(found) if all(meet((one,), tool.stems) for tool in self.tools))

    def _times(self, asked: Asked, *nouns: str) -> int | None:
        """How many of a thing a question speaks of: "6 entrevistas", "tres talleres de diagnóstico"; None for one."""
        found = words(asked.line)
        for at, word in enumerate(found[1:], 1):
            before = found[at - 1]
            number = number_from_words([before]) if before != "los" else None
            of_all = at > 1 and found[at - 2] in ("los", "las", "ambos", "ambas")
            if number and not of_all and 1 < number[0] <= MOST and number[0] % 1 == 0 and meet((stem(word),), nouns):
                return int(number[0])
        return None

    def _so_many(self, tool: Tool, total: int, times: int) -> Claim:
        text = self.texts(
            "cifras", "minutos_por", total=total * times, horas=hours(total * times), veces=times, cada=total,
            nombre=tool.nombre,
        )  # fmt: skip
        spans = (*(part.span for part in tool.parts), tool.span)
        done = (_sum(tool.parts, total), product(total, times), *hour_numbers(total * times))
        return Claim(text=text, spans=spans, computed=done)

    def _named(self, asked: Asked, *, among_others: bool) -> list[Tool]:
        """The timed tools whose own words (those that not all of them share) a question names.

        Where it names another tool too ("cada entrevista del diagnóstico", "el taller FODA"), only those that it calls
        by both what they are and what they are of.
        """
        shared = frozenset(self._sort() if len(self.tools) > 1 else ())
        asked_stems = frozenset(stem for meant in asked.meanings.values() for stem in meant)
        own = asked_stems if shared & asked_stems else asked.meanings.keys()  # of what else, its very words tell
        found = [tool for tool in self.tools if (tool.stems - shared) & own]
        if among_others:
            return found if shared & asked_stems else []
        if not found:
            found = self._with_a_part(asked)
        if not found and shared & asked_stems and not self._for_else(asked, shared):
            found = list(self.tools)  # "los talleres", whichever
        return found

    def _for_else(self, asked: Asked, shared: frozenset[str]) -> bool:
        """Whether a question says what its "taller" is of or for, in words that the tools called so have none of."""
        for match in _OF_WHAT.finditer(asked.line):
            said = {one: asked.meanings.get(one, frozenset((one,))) for one in terms(match["what"])}
            if stem(match["noun"]) in shared and any(
                one in asked.content and not meant & self._spoken for one, meant in said.items()
            ):
                return True
        return False

    def _of_else(self, asked: Asked) -> bool:
        """Whether a question that names no tool says what no timed tool says of itself: "mediadores, ¿cuánto dura el taller?"."""
        rest = {one for one in asked.content if not asked.meanings.get(one, frozenset((one,))) & self._spoken}
        rest -= {one for cue in self.words.every("duracion.palabras", asked.line) for one in terms(cue.group())}
        return bool(rest & self._elsewhere[1])

    @cached_property
    def _spoken(self) -> frozenset[str]:
        """The stems of all that is said of the timed tools."""
        timed = {tool.id for tool in self.tools}
        return frozenset().union(*(told_stems(record) for record in self.store.of(Herramienta) if record.id in timed))

    def _with_a_part(self, asked: Asked) -> list[Tool]:
        """The timed tools of which a question names a part in full, by words that no tool has for its name."""
        names = frozenset(stem for tool in self.tools for stem in tool.stems)
        return [
            tool
            for tool in self.tools
            if any(
                len(own := frozenset(terms(p.nombre)) - names) >= FULL and own <= asked.fresh.keys() for p in tool.parts
            )
        ]

    def _parts(self, asked: Asked, tool: Tool) -> tuple[Part, ...]:
        """The parts that a question names; all where it names none."""
        common = tool.stems
        own = [frozenset(terms(part.nombre)) - common for part in tool.parts]
        asking = {one for cue in self.words.every("duracion.palabras", asked.line) for one in terms(cue.group())}
        asked_stems = {one for own, meant in asked.fresh.items() if own not in asking for one in meant}
        called = tuple(part for part in tool.parts if " " in part.nombre and _said(part.nombre, asked.line))
        if len(called) > 1 and not _FROM_TO.search(asked.line):
            return called
        hits = [stems & asked_stems for stems in own]
        named = [bool(hit) and not any(hit < other for other in hits) for hit in hits]
        if sum(named) == 2 and _FROM_TO.search(asked.line):
            first, last = (at for at, is_named in enumerate(named) if is_named)
            return tool.parts[first : last + 1]
        if any(named):  # "… y el plenario": what no part is called stands under the one that it is
            beside = frozenset(terms(" ".join(_BESIDE.findall(asked.line)))) & asked_stems
            for word in beside - frozenset().union(*own):
                there = [word in part.within for part in tool.parts]
                named = [one or (sum(there) == 1 and is_there) for one, is_there in zip(named, there, strict=True)]
        return tuple(part for part, is_named in zip(tool.parts, named, strict=True) if is_named) or tool.parts

    def _claim(self, tool: Tool, parts: tuple[Part, ...], total: int, block: str) -> Claim:
        text = self.texts("cifras", "minutos", total=total, horas=hours(total), partes=parts, nombre=tool.nombre)
        spans = (*(part.span for part in parts), tool.span)
        done = (_sum(parts, total), *hour_numbers(total))
        return Claim(text=text, spans=spans, computed=done, block="item" if block == "item" else "lead")


def _apart(texts: Texts, tools: Sequence[Told], times: Sequence[Stated]) -> tuple[Claim, Figure]:
    """How many minutes more the one of two tools takes than the other, at the most that the text gives each."""
    (more, most), (less, least) = sorted(zip(tools, times, strict=True), key=lambda one: -one[1].high)
    gap = most.high - least.high
    text = texts(
        "cifras", "minutos_mas", minutos=gap, mas=most.high, menos=least.high, uno=more.nombre, otro=less.nombre
    )
    operands = (Decimal(most.high), Decimal(least.high))
    done = (Computation(operation="diferencia", operands=operands, value=Decimal(gap)),)
    figure = Figure(
        value=Decimal(gap), unit="minutos", concept="diferencia: duración", spans=(most.span, least.span), computed=True,
        operands=operands,
    )  # fmt: skip
    return Claim(text=text, spans=(most.span, least.span), computed=done), figure


def _tool(record: Herramienta) -> Tool | None:
    parts = []
    for paso in record.pasos:
        if paso.minutos is not None and paso.texto.spans:
            name = _MINUTES.sub("", paso.titulo or paso.texto.texto).strip()
            under = " ".join(f"{one.titulo or ''} {one.texto.texto}" for one in every(paso.elementos))
            parts.append(Part(name, paso.minutos, paso.texto.spans[0], frozenset(terms(under))))
    if not parts:
        return None
    title = record.nombre
    return Tool(record.id, title.texto, title.spans[0], frozenset(terms(title.texto)), tuple(parts))


def _said(name: str, line: str) -> bool:
    """Whether a folded line holds a name word by word."""
    return f" {' '.join(words(name))} " in f" {' '.join(words(line))} "


def _some(tool: Tool, parts: Sequence[Part]) -> bool:
    """Whether several of a tool's parts are told together, and not all: each of them is no question of its own."""
    return 1 < len(parts) < len(tool.parts)


def _sum(parts: list[Part] | tuple[Part, ...], total: int) -> Computation:
    return Computation(operation="suma", operands=tuple(Decimal(part.minutos) for part in parts), value=Decimal(total))


def _figure(name: str, parts: list[Part] | tuple[Part, ...], total: int, times: int | None = None) -> Figure:
    return Figure(
        value=Decimal(total),
        unit="minutos",
        concept=f"duración: {name}",
        spans=tuple(part.span for part in parts),
        computed=times is not None or len(parts) > 1,
        operands=(Decimal(times), Decimal(total // times)) if times else _minutes(parts),
    )


def _minutes(parts: list[Part] | tuple[Part, ...]) -> tuple[Decimal, ...]:
    """What is added up; nothing for one part."""
    return tuple(Decimal(part.minutos) for part in parts) if len(parts) > 1 else ()
