"""After any answer it may be asked where it is written; that tells the document and the place, and keeps the subject."""

import pytest
from asking import answer

from assistant.pipeline import Assistant
from assistant.source_told import asks_source


@pytest.mark.parametrize(
    "message",
    [
        "¿En qué documento aparece ese dato?",
        "y en que pagina sale eso",
        "¿de dónde sacaste eso?",
        "gracias, ¿cuál es la fuente?",
        "¿en qué página del plan está?",
        "¿dónde lo dice la guía?",
        "¿en qué documento sale la segunda?",
    ],
)
def test_what_asks_for_a_source(message: str) -> None:
    assert asks_source(message)


@pytest.mark.parametrize(
    "message",
    [
        "¿de dónde salió la plata?",
        "¿dónde está?",
        "¿qué documentos son?",
        "¿con qué documento se verificaba la entrega?",
        "¿cuál es la fuente de financiamiento?",
    ],
)
def test_what_asks_for_something_else(message: str) -> None:
    assert not asks_source(message)


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (("¿Cuántas reconducciones hubo en 2024?", "¿y en 2023?", "¿en qué tabla está?"), ("Cuenta Pública", "6.543")),
        (
            ("¿cuál es el plazo de la medida 5?", "gracias", "¿y en qué documento sale eso?"),
            ("Plan Nacional", "medida 5"),
        ),
        (("¿qué es un refugiado?", "¿de qué documento es esa definición?"), ("Guía Práctica", "Glosario")),
        (("¿Qué práctica tiene Macul?", "¿cuándo partió?", "¿dónde sale eso?"), ("Fichas Buenas Prácticas", "Fechas")),
        (
            ("¿qué práctica tiene Viña del Mar?", "¿y Quilicura?", "¿en qué documento sale la primera?"),
            ("Fichas Buenas",),
        ),
    ],
)
def test_the_source_is_told(real_assistant: Assistant, turns: tuple[str, ...], told: tuple[str, ...]) -> None:
    text = answer(real_assistant, *turns).text
    assert text.startswith("Está en **")
    assert all(piece in text for piece in told)


def test_the_texts_have_no_pages_and_that_is_said(real_assistant: Assistant) -> None:
    said = answer(real_assistant, "¿Cuántas visitas tuvo el sitio web en 2024?", "¿En qué página sale eso?").text
    assert "no trae números de página" in said


def test_the_subject_stays(real_assistant: Assistant) -> None:
    turns = ("¿Cuántas cartas de nacionalización se otorgaron en 2022?", "¿de dónde sacaste eso?", "¿y en 2023?")
    assert "3.075" in answer(real_assistant, *turns).text
