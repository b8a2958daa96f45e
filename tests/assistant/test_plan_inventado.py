"""A plan that does not exist — other numbers, ejes, years and institutions — read and answered by the same code."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from assistant.pipeline import Assistant
from assistant.values import Turn
from corpus.settings import Settings
from ingest.index import ingest

DATA = Path(__file__).parent.parent / "data"
TODAY = date(2028, 1, 10)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = tmp_path_factory.mktemp("inventado")
    documents, keys = folder / "documentos", folder / "claves"
    documents.mkdir()
    keys.mkdir()
    shutil.copy(DATA / "plan_inventado.txt", documents)
    shutil.copy(DATA / "manifest_inventado.toml", documents / "manifest.toml")
    settings = Settings(documents_dir=documents, keys_dir=keys, data_dir=folder / "datos", dense=False)
    ingest(settings, say=lambda line: None)
    made = Assistant(settings, today=lambda: TODAY)
    yield made
    made.conversations.close()


def test_it_is_read_whole(assistant: Assistant) -> None:
    medidas = assistant.store.medidas
    assert sorted(medidas) == list(range(1, 10))
    assert {number: len(medida.hitos) for number, medida in medidas.items() if len(medida.hitos) > 1} == {4: 2}
    assert medidas[3].hitos[0].plazo.texto == "30 de febrero 2028"
    assert medidas[3].hitos[0].fecha is None
    assert medidas[3].instituciones == ("Ministerio del Trabajo y Previsión Social",)
    assert assistant.store.ejes[3].medidas == (6, 7)


ASKED = [
    ("¿Qué medidas tiene el Servicio Nacional de Cuidados?", (2, 4, 5, 8, 9)),
    ("medidas de Agricultura", (1, 2)),
    ("medidas del Instituto Nacional de Aguas que vencen en 2028", (6, 7)),
    ("las medidas que no son del Servicio Nacional de Cuidados", (1, 3, 6, 7)),
    ("¿qué comparten el Instituto Nacional de Aguas y el Ministerio de Salud en el plan?", (9,)),
    ("¿cuántas medidas hay en el eje de agua, vivienda y barrio?", (6, 7)),
    ("medidas del eje de personas mayores", (8, 9)),
    ("medidas del eje 1 que vencen antes de octubre de 2027", (1,)),
    ("medidas con plazo en febrero de 2028", (3,)),
    ("medidas con plazo al 28 de febrero de 2028", ()),
    ("medidas con fecha inexistente", (3,)),
    ("medidas vencidas", (1, 2, 5, 8)),
    ("medidas que vencen en los próximos 90 días", (3, 4)),
    ("medidas con plazo 2029", (4, 9)),
    ("¿cuáles vencen en octubre de 2027?", (2, 8)),
    ("medidas que mencionan convenios", (5, 6)),
    ("medidas de la 3 a la 6", (3, 4, 5, 6)),
    ("medidas con tres instituciones responsables", (9,)),
    ("medidas de Vivienda", (7,)),
    ("¿cuál es el próximo plazo en vencer?", (3,)),
    ("¿qué medida vence al último?", (9,)),
    ("¿qué medidas tiene SERMIG?", ()),
]


@pytest.mark.parametrize(("question", "medidas"), ASKED)
def test_sets_of_another_plan(assistant: Assistant, question: str, medidas: tuple[int, ...]) -> None:
    _, answer = assistant.answer(question)
    assert answer.medidas == medidas
    assert not answer.withheld
    assert not answer.abstained


@pytest.mark.parametrize(
    ("question", "start"),
    [
        ("¿cuántas medidas tiene el plan?", "El Plan tiene **9 medidas**, repartidas en **4 ejes**"),
        ("¿qué institución tiene más medidas?", "**Servicio Nacional de Cuidados**, con **5** medidas"),
        ("¿qué eje tiene más medidas?", "**Eje 1: Trabajo decente y emprendimiento rural**, con **3** medidas"),
        ("¿quién tiene más medidas, Agricultura o Salud?", "Tienen lo mismo"),
        ("¿cuándo vence la medida 6?", "La medida 6 tiene como plazo el **30 de junio 2028**"),
        (
            "¿cuál es el indicador de la medida 8?",
            "El indicador de la medida 8 es: **Porcentaje de comunas con consejo.**",
        ),
        ("¿la medida 12?", "La medida 12 **no existe**: el Plan tiene 9 medidas"),
        (
            "¿qué medidas tiene Carabineros?",
            "Ninguna de las 9 medidas del Plan tiene como institución responsable a **Carabineros",
        ),
    ],
)
def test_what_is_said_of_another_plan(assistant: Assistant, question: str, start: str) -> None:
    _, answer = assistant.answer(question)
    assert answer.text.startswith(start)
    assert not answer.withheld


def test_its_impossible_date_is_said_to_be_none(assistant: Assistant) -> None:
    _, answer = assistant.answer("¿qué plazo tiene la medida 3?")
    assert "**30 de febrero 2028**" in answer.text
    assert "**no existe** en el calendario: ese mes termina el día 29" in answer.text


def test_its_contradiction_is_told_with_the_eje(assistant: Assistant) -> None:
    _, answer = assistant.answer("¿cuántas medidas tiene el eje 4?")
    assert "da 1 medida al Eje 4 y el cuerpo del plan trae 2" in answer.text


def test_a_conversation_about_another_plan(assistant: Assistant) -> None:
    turns: tuple[Turn, ...] = ()
    found = []
    for message in (
        "medidas del Servicio Nacional de Cuidados",
        "¿cuáles comparte con Salud?",
        "¿y en 2027?",
        "¿cuál es su indicador?",
    ):
        query, answer = assistant.answer(message, turns)
        turns += (Turn(question=message, query=query, medidas=answer.medidas, record_ids=answer.record_ids),)
        found.append(answer.medidas)
    assert found == [(2, 4, 5, 8, 9), (5, 9), (5,), (5,)]
    assert answer.text.startswith("El indicador de la medida 5 es: **Convenio firmado.**")
