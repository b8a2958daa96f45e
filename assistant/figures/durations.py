"""How long the tools of the guide take: the minutes of their parts, added up."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from assistant.figures.lexicon import FigureWords
from assistant.figures.question import Asked
from assistant.texts import Texts
from assistant.values import Claim, Computation, Draft, Evidence, Figure, Status
from corpus.analysis import terms
from corpus.records import Herramienta, Span
from corpus.store import Store

_MINUTES = re.compile(r"\s*\(\d+ minutos\)\s*$")


@dataclass(frozen=True)
class Part:
    """A timed part of a tool."""

    nombre: str
    minutos: int
    span: Span


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

    def answer(self, asked: Asked, evidence: Evidence) -> Draft | None:
        """The minutes asked for; None where no timed tool is named, or no time is asked for."""
        if not self.tools or not self.words.has("duracion.palabras", asked.line):
            return None
        named = self._named(asked)
        if not named:
            return None
        claims: list[Claim] = []
        figures: list[Figure] = []
        every: list[Part] = []
        for tool in named:
            parts = self._parts(asked, tool)
            every += parts
            total = sum(part.minutos for part in parts)
            claims.append(self._claim(tool, parts, total, block="item" if len(named) > 1 else "lead"))
            figures.append(_figure(tool.nombre, parts, total))
        if len(named) > 1:
            total = sum(part.minutos for part in every)
            text = self.texts(
                "cifras", "minutos_de_todos", total=total, horas=_hours(total), nombres=[t.nombre for t in named]
            )
            done = (_sum(every, total), *_hour_numbers(total))
            claims.insert(0, Claim(text=text, spans=tuple(tool.span for tool in named), computed=done))
            figures.insert(0, _figure("total", every, total))
        return Draft(
            status=Status.ANSWERED,
            claims=tuple(claims),
            figures=tuple(figures),
            record_ids=tuple(tool.id for tool in named),
        )

    def _named(self, asked: Asked) -> list[Tool]:
        """The tools whose own words (those that not all tools share) a question names."""
        shared = frozenset.intersection(*(tool.stems for tool in self.tools)) if len(self.tools) > 1 else frozenset()
        asked_stems = frozenset(stem for meant in asked.meanings.values() for stem in meant)
        found = [tool for tool in self.tools if (tool.stems - shared) & asked_stems]
        if not found and shared & asked_stems:
            found = list(self.tools)  # "los talleres", whichever
        return found

    def _parts(self, asked: Asked, tool: Tool) -> tuple[Part, ...]:
        """The parts that a question names; all where it names none."""
        common = tool.stems
        own = [frozenset(terms(part.nombre)) - common for part in tool.parts]
        asked_stems = {stem for meant in asked.fresh.values() for stem in meant}
        hits = [stems & asked_stems for stems in own]
        named = [hit and not any(hit < other for other in hits) for hit in hits]
        return tuple(part for part, is_named in zip(tool.parts, named, strict=True) if is_named) or tool.parts

    def _claim(self, tool: Tool, parts: tuple[Part, ...], total: int, block: str) -> Claim:
        text = self.texts("cifras", "minutos", total=total, horas=_hours(total), partes=parts, nombre=tool.nombre)
        spans = (*(part.span for part in parts), tool.span)
        done = (_sum(parts, total), *_hour_numbers(total))
        return Claim(text=text, spans=spans, computed=done, block="item" if block == "item" else "lead")


def _tool(record: Herramienta) -> Tool | None:
    parts = []
    for paso in record.pasos:
        if paso.minutos is not None and paso.texto.spans:
            name = _MINUTES.sub("", paso.titulo or paso.texto.texto).strip()
            parts.append(Part(name, paso.minutos, paso.texto.spans[0]))
    if not parts:
        return None
    title = record.nombre
    return Tool(record.id, title.texto, title.spans[0], frozenset(terms(title.texto)), tuple(parts))


def _sum(parts: list[Part] | tuple[Part, ...], total: int) -> Computation:
    return Computation(operation="suma", operands=tuple(Decimal(part.minutos) for part in parts), value=Decimal(total))


def _hour_numbers(total: int) -> tuple[Computation, ...]:
    """The numbers of a time told in hours and minutes."""
    numbers = {Decimal(total // 60), Decimal(total % 60)}
    return tuple(Computation(operation="horas", operands=(Decimal(total),), value=n) for n in sorted(numbers))


def _hours(total: int) -> str:
    """Minutes as hours and minutes: "1 hora y 30 minutos"; empty under an hour."""
    hours, minutes = divmod(total, 60)
    if not hours:
        return ""
    told = "1 hora" if hours == 1 else f"{hours} horas"
    return f"{told} y {minutes} minutos" if minutes else told


def _figure(name: str, parts: list[Part] | tuple[Part, ...], total: int) -> Figure:
    return Figure(
        value=Decimal(total),
        unit="minutos",
        concept=f"duración: {name}",
        spans=tuple(part.span for part in parts),
        computed=len(parts) > 1,
        operands=tuple(Decimal(part.minutos) for part in parts) if len(parts) > 1 else (),
    )
