"""Sheets of another year — other comunas, líneas, months and partners — answered without a line of code for them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.pipeline import Assistant
from assistant.values import Answer, Status
from corpus.settings import Settings
from ingest.index import ingest

SHEETS = (
    {
        "titulo": "Huertos compartidos del cerro",
        "lugar": "MUNICIPALIDAD DE LOTA",
        "colaboradores": "Oficina de Medio Ambiente – Junta de vecinos Cerro Alto – Universidad del Bío-Bío",
        "lineas": "✓\tConvivencia de barrio\n\tFormación de equipos\n\tComunicación multilingüe",
        "poblacion": "Familias migrantes y vecinas del cerro",
        "fechas": "Abril a julio de 2026",
        "financiamiento": "Fondo regional de innovación.",
        "sostenibilidad": "Los huertos se cuidan de manera semanal y siguen activos.",
        "descripcion": "Las familias siembran juntas en 14 bancales y reparten la cosecha. Nació porque no se conocían.",
        "innovacion": "Se destaca el calendario de siembra en creole.",
        "aprendizajes": "Se recomienda elegir un terreno con agua cerca.",
    },
    {
        "titulo": "Radio de las dos orillas",
        "lugar": "MUNICIPALIDAD DE CASTRO",
        "colaboradores": "Departamento de Cultura – Radio comunitaria Chonchi",
        "lineas": "✓\tConvivencia de barrio\n✓\tFormación de equipos\n✓\tComunicación multilingüe",
        "poblacion": "Población en general",
        "fechas": "Enero 2025 / a la fecha",
        "financiamiento": "Presupuesto municipal.",
        "sostenibilidad": "Programa permanente por decreto.",
        "descripcion": "Un programa de radio en castellano y creole acompaña a quienes llegan a la isla. Se emite los sábados.",
        "innovacion": "Se destaca la conducción compartida.",
        "aprendizajes": "Se sugiere grabar los programas en el liceo.",
    },
    {
        "titulo": "Escuela de natación abierta",
        "lugar": "MUNICIPALIDAD DE ANCUD",
        "colaboradores": "Corporación de Deportes – Cruz Roja",
        "lineas": "\tConvivencia de barrio\n✓\tFormación de equipos\n\tComunicación multilingüe",
        "poblacion": "Niñas y niños de 6 a 12 años",
        "fechas": "Diciembre 2026",
        "financiamiento": "Cuotas de socios y donaciones.",
        "sostenibilidad": "Se repetirá cada verano.",
        "descripcion": "Clases gratuitas de natación con monitores migrantes. Participaron 85 estudiantes en 12 clases.",
        "innovacion": "Se destaca que los monitores son migrantes.",
        "aprendizajes": "Se recomienda pedir el gimnasio con tiempo.",
    },
)
LABELS = {
    "colaboradores": "Unidades municipales que participan y colaboradores externos",
    "lineas": "Línea Sello",
    "poblacion": "Población Objetivo",
    "fechas": "Fechas de implementación",
    "financiamiento": "Forma de financiamiento",
    "sostenibilidad": "Sostenibilidad en el tiempo",
    "descripcion": "Breve descripción",
    "innovacion": "Elemento innovador/creativo del proyecto o actividad",
    "aprendizajes": "Aprendizajes y recomendaciones para su replicabilidad",
}
MANIFEST = """[[document]]
id = "otras"
title = "Fichas 2026"
publisher = "Servicio"
year = 2026
kind = "fichas"
parser = "fichas"
file = "otras.txt"
sha256 = "{digest}"
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder: Path = tmp_path_factory.mktemp("fichas")
    documents, keys = folder / "documentos", folder / "claves"
    documents.mkdir()
    keys.mkdir()
    text = "".join(
        f"{sheet['titulo']}\n\n\n{sheet['lugar']}\n\n\n"
        + "".join(f"{label}\n\n{sheet[key]}\n\n" for key, label in LABELS.items())
        for sheet in SHEETS
    )
    (documents / "otras.txt").write_text(text, encoding="utf-8")
    digest = hashlib.sha256(text.encode()).hexdigest()
    (documents / "manifest.toml").write_text(MANIFEST.format(digest=digest), encoding="utf-8")
    settings = Settings(data_dir=folder / "datos", documents_dir=documents, keys_dir=keys, dense=False)
    ingest(settings, say=lambda line: None)
    made = Assistant(settings)
    yield made
    made.conversations.close()


def ask(assistant: Assistant, *turns: str) -> Answer:
    conversation = None
    for turn in turns:
        reply = assistant.ask(turn, conversation)
        conversation = reply.conversation_id
    return reply.answer


SETS = {
    "¿qué prácticas marcaron la línea convivencia de barrio?": ["2 prácticas", "Lota", "Castro"],
    "¿qué fichas no marcaron la línea de comunicación multilingüe?": ["2 prácticas", "Lota", "Ancud"],
    "¿cuál práctica marcó las tres líneas?": ["1 práctica", "Castro"],
    "prácticas de la región de Los Lagos": ["2 prácticas", "Castro", "Ancud"],
    "¿cuántas prácticas hay en las fichas?": ["3 prácticas", "Lota", "Castro", "Ancud"],
    "¿qué prácticas se ejecutan en mayo?": ["1 práctica", "Lota"],
    "¿qué prácticas se financian con donaciones?": ["1 práctica", "Ancud"],
    "¿qué prácticas trabajan con universidades?": ["1 práctica", "Lota"],
    "¿cuál es la práctica más antigua?": ["1 práctica", "Castro"],
    "¿en cuántas regiones hay prácticas?": ["2 regiones", "Biobío", "Los Lagos"],
}


@pytest.mark.parametrize("question", SETS)
def test_a_set_is_exact_and_says_where(assistant: Assistant, question: str) -> None:
    answer = ask(assistant, question)
    for text in SETS[question]:
        assert text in answer.text[:400], answer.text
    assert answer.citations
    assert not answer.withheld


DETAILS = {
    "¿quién financia la radio de Castro?": "Presupuesto municipal",
    "Ancud, natación: población objetivo": "Niñas y niños de 6 a 12 años",
    "¿qué recomienda Lota para repetir los huertos?": "terreno con agua cerca",
    "¿cuántos estudiantes participaron en la natación de Ancud?": "85 estudiantes",
    "¿cada cuánto se cuidan los huertos de Lota?": "semanal",
    "¿cuántas líneas marcó Castro?": "3 líneas del Sello",
    "¿qué colaboradores tiene Ancud?": "Cruz Roja",
}


@pytest.mark.parametrize("question", DETAILS)
def test_what_is_asked_of_one_stands_first_with_its_place(assistant: Assistant, question: str) -> None:
    answer = ask(assistant, question)
    assert DETAILS[question] in answer.text[:400], answer.text
    assert any(place in answer.text[:400] for place in ("Lota", "Castro", "Ancud"))


NEEDS = {
    "queremos que los vecinos cultiven juntos, ¿alguna comuna ya lo hizo?": "Lota",
    "¿qué municipio hace un programa de radio para los que llegan?": "Castro",
    "una práctica para que los niños aprendan a nadar en clases de natación": "Ancud",
}


@pytest.mark.parametrize("question", NEEDS)
def test_a_need_finds_the_practice_and_what_it_takes(assistant: Assistant, question: str) -> None:
    answer = ask(assistant, question)
    assert NEEDS[question] in answer.text[:400], answer.text
    assert "Forma de financiamiento" in answer.text
    assert "Aprendizajes" in answer.text


def test_two_are_compared_side_by_side(assistant: Assistant) -> None:
    answer = ask(assistant, "compara el financiamiento de Lota y el de Ancud")
    assert "| Campo | Lota | Ancud |" in answer.text
    assert "Fondo regional de innovación." in answer.text
    assert "Cuotas de socios" in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "¿cuántas familias participan en los huertos de Lota?",
        "¿cuánta plata recibieron los huertos de Lota?",
        "¿cuál es el correo de la práctica de Castro?",
        "¿hay alguna práctica en la comuna de Quellón?",
    ],
)
def test_what_is_not_there_is_said_to_be_absent(assistant: Assistant, question: str) -> None:
    assert ask(assistant, question).abstained


def test_a_follow_up_stays_with_the_practice_of_the_last_answer(assistant: Assistant) -> None:
    answer = ask(assistant, "¿qué hizo Ancud con la natación?", "¿y con qué plata?")
    assert "Cuotas de socios y donaciones" in answer.text[:400]


def test_a_place_without_practices_is_told_its_regions(assistant: Assistant) -> None:
    answer = ask(assistant, "¿qué prácticas hay en la comuna de Quellón?")
    assert answer.status is Status.NOT_FOUND
    assert "Castro" in answer.text
