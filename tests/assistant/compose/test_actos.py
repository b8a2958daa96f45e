"""Resolutions, decrees, letters and circulars asked for by their number, with a store of invented ones."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest

from assistant.compose.acts import NumberedActs
from assistant.texts import Texts
from assistant.values import Kind, Query, Status
from corpus.analysis import fold
from corpus.cues import Cues
from corpus.records import Fragmento, Span, Texto
from corpus.settings import Settings
from corpus.store import Store

TEXTS = (
    "REX N°7.415 Aprueba el reglamento de bibliotecas del Servicio.",
    "Mediante la Circular N°08 se impartieron instrucciones sobre el uso de vehículos.",
    "REX N°7.415 Aprueba el reglamento de bibliotecas del Servicio.\nDecreto Exento N°902 Fija el horario de verano.\n"
    "Circular N°77 Instruye sobre la entrega de uniformes en las oficinas regionales del país.",
    "Decreto Exento N°902 Fija el horario de verano.",
)


def acts() -> NumberedActs:
    settings = Settings()
    pieces, at = [], 0
    for text in TEXTS:
        span = Span(document="cuenta", start=at, end=at + len(text))
        own = Texto(texto=text, spans=(span,))
        pieces.append(
            Fragmento(id=f"f:{at}", document="cuenta", titulo="Actos", clase="acto", ruta=(), texto=own, claves=())
        )
        at += len(text) + 1
    document = SimpleNamespace(text="\n".join(TEXTS))
    store = SimpleNamespace(of=lambda _: tuple(pieces), documents={"cuenta": document}, records={})
    messages = Cues.load(settings.lexicon_dir, "mensajes.toml")
    return NumberedActs(cast("Store", cast("Any", store)), Texts(settings.prompts_dir), messages)


def query(text: str) -> Query:
    return Query(kind=Kind.PASAJE, pregunta=text, texto=fold(text))


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("¿Qué materia regula la Resolución Exenta N° 7.415?", TEXTS[0]),
        ("de qué trata la rex 7415", TEXTS[0]),
        ("¿Qué reglamento se aprobó con la REX N°7.415?", TEXTS[0]),
        ("circular 8, tema", TEXTS[1]),
        ("¿Qué circular es la 8?", TEXTS[1]),
        ("¿qué reglamento aprobó la rex 7.415?", TEXTS[0]),
        ("decreto exento nº 902", TEXTS[3]),
    ],
)
def test_an_act_is_told_by_its_own_row_however_its_number_is_written(question: str, text: str) -> None:
    draft = acts().answer(query(question))
    assert draft is not None
    assert draft.status is Status.ANSWERED
    assert [claim.text for claim in draft.claims] == [text]


def test_a_number_that_no_document_holds_is_said_not_to_be_there() -> None:
    draft = acts().answer(query("¿Qué dice la resolución 7.416?"))
    assert draft is not None
    assert draft.abstained


@pytest.mark.parametrize(
    "question",
    [
        "¿Quién firmó la REX 7.415?",
        "¿Cuántas multas trae la circular 8?",
        "¿Qué bibliotecas hay?",
        "circular 8: sanciones",
    ],
)
def test_what_is_asked_beyond_the_matter_of_an_act_is_left_to_others(question: str) -> None:
    assert acts().answer(query(question)) is None
