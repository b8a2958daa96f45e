"""A field of the practices of several comunas: of each of them, whatever words name the field."""

from __future__ import annotations

import pytest

from assistant.pipeline import Assistant
from tests.assistant.asking import answer


@pytest.mark.parametrize(
    ("question", "comunas"),
    [
        (
            "fechas de implementacion de las practicas de la reina, los andes, temuco y coquimbo",
            ("La Reina", "Los Andes", "Temuco", "Coquimbo"),
        ),
        ("colaboradores externos de las practicas de maipu y concepcion", ("Maipú", "Concepción")),
        ("presupuesto de las practicas de lo espejo y maipu", ("Lo Espejo", "Maipú")),
    ],
)
def test_each_comuna_is_told(real_assistant: Assistant, question: str, comunas: tuple[str, ...]) -> None:
    text = answer(real_assistant, question).text
    assert text.startswith(f"Son **{len(comunas)} prácticas** de ")
    assert all(f"(Municipalidad de {comuna}," in text for comuna in comunas)
