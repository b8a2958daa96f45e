"""Messages written as forms, and a medida asked for its day and for where it must be published."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.understand.forms import Forms
from corpus.cues import Cues
from corpus.settings import Settings

if TYPE_CHECKING:
    from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    ("message", "asked"),
    [
        ("FICHA DE CONSULTA\nComuna: Pudahuel\nMateria: taller de planificación\nDetalle: minutos y total",
         "minutos y total, taller de planificación"),
        ("Solicitante: COSOC\nMedida: 5\nConsulta: plazo y responsables", "plazo y responsables, medida 5"),
        ("Materia: visitas\nOtra cosa: x", "Materia: visitas\nOtra cosa: x"),
        ("según la guía: ¿qué es migración?", "según la guía: ¿qué es migración?"),
    ],
)  # fmt: skip
def test_a_form_asks_what_its_labels_say(message: str, asked: str) -> None:
    assert Forms(Cues.load(Settings().lexicon_dir, "mensajes.toml")).asked(message) == asked


ANSWERED = {
    "FORMULARIO\nNombre: Ana Soto\nTema: expulsiones 2024\nConsulta: ¿cuántas fueron judiciales?": ("**410**",),
    "pa la med 64 k fecha pusieron y dnd tiene q salir publicado el reglamento": (
        "30 de junio 2025",
        "publicado en el Diario Oficial",
    ),
    "¿en qué diario se publica el reglamento de la medida 64?": ("publicado en el Diario Oficial",),
}


@pytest.mark.parametrize("question", ANSWERED)
def test_it_is_answered(real_assistant: Assistant, question: str) -> None:
    text = real_assistant.answer(question)[1].text[:700]
    assert all(told in text for told in ANSWERED[question])
