"""A stage, a section or a tool of the guide by its whole name: what it is for, its steps, what it needs."""

from __future__ import annotations

import pytest
from asking import answer

from assistant.pipeline import Assistant
from corpus.records import Etapa, Span


def _etapa(assistant: Assistant, name: str) -> Etapa:
    return next(etapa for etapa in assistant.store.of(Etapa) if etapa.nombre.texto.casefold() == name.casefold())


def _cites(assistant: Assistant, question: str, spans: tuple[Span, ...]) -> bool:
    told = answer(assistant, question)
    first = told.citations[0].span
    return not told.abstained and any(s.start < first.end and first.start < s.end for s in spans)


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("¿para qué sirve el seguimiento periódico?", "Seguimiento periódico"),
        ("¿cuál es el objetivo de la evaluación anual?", "Evaluación anual"),
        ("compromiso político: objetivo", "Compromiso político"),
    ],
)
def test_what_a_section_is_for_is_no_missing_definition(real_assistant: Assistant, question: str, name: str) -> None:
    etapa = _etapa(real_assistant, name)
    told = etapa.proposito or etapa.presentacion
    assert told is not None
    assert _cites(real_assistant, question, told.spans)


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("pasos de la difusión de la política", "Difusión de la política"),
        ("¿cómo se hace la evaluación anual?", "Evaluación anual"),
    ],
)
def test_the_steps_of_a_section_are_its_own(real_assistant: Assistant, question: str, name: str) -> None:
    steps = tuple(span for paso in _etapa(real_assistant, name).pasos for span in paso.texto.spans)
    assert _cites(real_assistant, question, steps)


@pytest.mark.parametrize(
    ("question", "said"),
    [("no cacho qué es eso del sello migrante", "Sello Migrante"), ("no sé bien qué es un migrante", "Toda persona")],
)
def test_who_does_not_know_asks_for_a_definition(real_assistant: Assistant, question: str, said: str) -> None:
    told = answer(real_assistant, question)
    assert not told.abstained
    assert said in told.text[:200]
