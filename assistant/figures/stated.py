"""How long a tool of the guide takes where its text states it: "estimar entre 20-40 minutos"; and several of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from assistant.texts import Texts
from assistant.values import Claim, Computation, Figure
from corpus.analysis import terms
from corpus.records import Elemento, Herramienta, Span

# What a tool's name says of its sort, and not of what it is about.
_SORT = frozenset(terms("guía guías metodología diseño para definición herramientas instrumentos"))
_RANGE = re.compile(r"(\d+)\s*(?:-|–|a|y)\s*(\d+) (minutos|horas)|(\d+) (minutos|horas)")
HOUR = 60


@dataclass(frozen=True)
class Stated:
    """A time that a text states, in minutes, from the least to the most; ``text`` says it."""

    low: int
    high: int
    text: str
    span: Span


@dataclass(frozen=True)
class Told:
    """A tool that gives no minutes part by part. ``head`` is the stem it is called by, ``stems`` those of its text."""

    id: str
    nombre: str
    span: Span
    head: str
    stems: frozenset[str]
    stated: Stated | None


def told(record: Herramienta) -> Told | None:
    """A tool without timed parts; None for a name that says no sort of thing."""
    head = next((stem for stem in terms(record.nombre.texto) if stem not in _SORT), None)
    if head is None:
        return None
    times = [time for element in _elements(record) if (time := _stated(element)) is not None]
    stated = times[0] if len(times) == 1 else None
    return Told(record.id, record.nombre.texto, record.nombre.spans[0], head, told_stems(record), stated)


def told_stems(record: Herramienta) -> frozenset[str]:
    """The stems of all that a tool's text says."""
    texts = [record.nombre.texto, record.proposito.texto if record.proposito else ""]
    texts += [f"{element.titulo or ''} {element.texto.texto}" for element in _elements(record)]
    return frozenset(terms(" ".join(texts)))


def _elements(record: Herramienta) -> list[Elemento]:
    return [*every(record.pasos), *every(record.apartados)]


def every(elements: Iterable[Elemento]) -> list[Elemento]:
    """Some elements with all that stand under them."""
    return [one for element in elements for one in (element, *every(element.elementos))]


def _stated(element: Elemento) -> Stated | None:
    match = _RANGE.search(element.texto.texto)
    if match is None:
        return None
    unit = HOUR if (match[3] or match[5]) == "horas" else 1
    low, high = int(match[1] or match[4]) * unit, int(match[2] or match[4]) * unit
    label = f"{element.titulo}: " if element.titulo else ""
    return Stated(low, high, f"{label}{element.texto.texto.strip()}", element.texto.spans[0])


def claim(texts: Texts, tool: Told, time: Stated, times: int | None) -> tuple[Claim, Figure]:
    """What a tool takes, or so many of them, with the figure: of a range the most."""
    spans = (time.span, tool.span)
    text = texts("cifras", "tiempo_dicho", t=time, nombre=tool.nombre, veces=times, horas=hours)
    many = tuple(product(each, times) for each in dict.fromkeys((time.high, time.low))) if times else ()
    done = (*many, *(number for one in many for number in hour_numbers(int(one.value))))
    operands = (Decimal(times), Decimal(time.high)) if times else ()
    figure = Figure(
        value=Decimal(time.high * (times or 1)), unit="minutos", concept=f"duración: {tool.nombre}", spans=spans,
        computed=bool(times), operands=operands,
    )  # fmt: skip
    return Claim(text=text, spans=spans, computed=done), figure


def product(minutes: int, times: int) -> Computation:
    """So many times the same minutes."""
    return Computation(
        operation="producto", operands=(Decimal(times), Decimal(minutes)), value=Decimal(times * minutes)
    )


def hour_numbers(total: int) -> tuple[Computation, ...]:
    """The numbers of a time told in hours and minutes."""
    numbers = {Decimal(total // HOUR), Decimal(total % HOUR)}
    return tuple(Computation(operation="horas", operands=(Decimal(total),), value=n) for n in sorted(numbers))


def hours(total: int) -> str:
    """Minutes as hours and minutes: "1 hora y 30 minutos"; empty under an hour."""
    whole, minutes = divmod(total, HOUR)
    if not whole:
        return ""
    said = "1 hora" if whole == 1 else f"{whole} horas"
    return f"{said} y {minutes} minutos" if minutes else said
