"""Follow-ups that seek another practice than the one told, or one of those told under the same headings."""

import pytest
from asking import answer

from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (
            (
                "¿qué municipio trabajó con la Universidad de Chile?",
                "¿y alguno que haya trabajado con otra, con alumnos de trabajo social?",
            ),
            "Universidad de Concepción",
        ),
        (
            ("¿quién formó líderes migrantes?", "¿hay otra que tenga mesas con organizaciones?"),
            "Lo Espejo",
        ),
    ],
)
def test_another_than_the_one_told(real_assistant: Assistant, turns: tuple[str, ...], told: str) -> None:
    assert told in answer(real_assistant, *turns).text[:300]


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (("¿qué recomienda la guía en salud y bienestar?", "y de esos ejemplos, ¿cuál es el chileno?"), "La Granja"),
        (("¿qué recomienda la guía en educación?", "¿y el caso de Alemania?"), "Hamburgo"),
        (("ejemplos de vivienda para migrantes en la guía", "¿cuál es el noruego?"), "Bergen"),
    ],
)
def test_the_example_of_the_same_section(real_assistant: Assistant, turns: tuple[str, ...], told: str) -> None:
    assert told in answer(real_assistant, *turns).text[:300]


def test_where_who_asks_comes_from_is_no_place_of_practices(real_assistant: Assistant) -> None:
    asked = "me titulé de médica en {}, ¿qué municipio ayuda a revalidar?"
    for country in ("Venezuela", "Colombia"):
        assert "La Reina" in answer(real_assistant, asked.format(country)).text[:300]
