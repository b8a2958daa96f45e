"""Questions that ask for two figures at once: how they are parted, and that both stand in the first lines of an answer."""

import pytest

from assistant.figures.parts_asked import Sort, pieces
from assistant.pipeline import Assistant

FIRST = 400


@pytest.mark.parametrize(
    ("line", "sorts"),
    [
        ("¿a cuanta gente han devuelto por colchane y que parte eran de otros paises?", [Sort.COUNT, Sort.SHARE]),
        ("¿del lugar 160 a que lugar subio, y con que porcentaje de cumplimiento?", [Sort.RANK, Sort.SHARE]),
        ("¿de que pais viene la mayoria, y cuantos son?", [Sort.PLACE, Sort.COUNT]),
        ("¿cuantas eran y quien las contrato?", [Sort.COUNT, Sort.OTHER]),
        ("¿cuantos talleres hubo en 2024?", [Sort.COUNT]),
    ],
)
def test_each_thing_asked_for_has_its_sort(line: str, sorts: list[Sort]) -> None:
    assert [piece.sort for piece in pieces(line)] == sorts


@pytest.mark.slow
@pytest.mark.parametrize(
    ("question", "figures"),
    [
        (
            "¿cuántos controles se han hecho con el aplicativo y cuántas personas con expulsión detectaron?",
            ("10.860", "276"),
        ),
        ("¿de cuánto era el rezago a fines de 2022 y qué porcentaje ya está resuelto?", ("386.024", "99,4%")),
        (
            "¿cuántas personas se reconocieron como refugiadas entre 2022 y 2025 y cuántas son venezolanas?",
            ("390", "80"),
        ),
        ("¿cuántas jornadas hizo La Reina para revalidar títulos y a cuántas personas benefició?", ("2", "100")),
    ],
)
def test_both_figures_stand_in_the_first_lines(
    real_assistant: Assistant, question: str, figures: tuple[str, ...]
) -> None:
    answer = real_assistant.ask(question).answer
    assert not answer.abstained
    assert all(figure in answer.text.replace("*", "")[:FIRST] for figure in figures)
