"""What is worked out of two figures that a question names at length: years far from what is counted, two things joined, offices
of regions, from one amount to another, and what was counted over months of two years."""

from __future__ import annotations

import pytest
from figure_questions import LEAD, ask

from assistant.figures import both, phrases
from assistant.figures.parts_asked import asks
from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "¿Cuántos amparos más se presentaron ante el Consejo para la Transparencia en 2023 que en 2022?",
            ("**398**", "967", "569"),
        ),
        ("¿cuántas residencias definitivas más se resolvieron, con todo y rezago, en 2023 que en 2022?", ("−",)),
        ("juntando la pagina web y el portal de tramites, cuantas visitas hubo en 2024?", ("**5.918.304**",)),
        ("entre el sitio web y el portal de trámites, ¿cuántas visitas hubo en 2024?", ("**5.918.304**",)),
        (
            "sumame las personas atendidas en 2024 por las direcciones de arica, tarapaca y antofagasta, sin contar los "
            "operativos en terreno",
            ("**20.407**",),
        ),
        ("¿Cuántas personas atendió en 2024 la dirección de Tarapacá?", ("**9.345**",)),
        (
            "¿En cuántos M$ aumentó el presupuesto durante 2024, desde el aprobado por ley hasta el final?",
            ("2.320.009",),
        ),
        ("¿en cuántos m$ subió el presupuesto entre el de la ley y el final en 2024?", ("2.320.009",)),
        ("¿En cuánto aumentó el presupuesto durante 2024, desde el aprobado por ley hasta el final?", ("2.320.009",)),
        ("¿cuánto subió el presupuesto 2024 desde el de la ley hasta el final?", ("2.320.009",)),
        (
            "¿Cuántas solicitudes revisaron al mes en promedio las jefas de hogar en teletrabajo del convenio con el GORE?",
            ("**15.520,4**", "÷ 12 meses"),
        ),
        (
            "Quiero dimensionar cuánto de los procedimientos de expulsión que se inician llega a una resolución dictada. Con los "
            "números de 2024, ¿qué porcentaje representan las resoluciones de expulsión sobre los procedimientos iniciados?",
            ("**36,1%**",),
        ),
    ],
)
def test_two_figures_named_at_length_are_worked_out(
    real_assistant: Assistant, question: str, told: tuple[str, ...]
) -> None:
    answer = ask(real_assistant, question)
    assert all(one in answer.text[:LEAD] for one in told), answer.text


def test_from_one_time_to_another_is_no_difference_of_two_things() -> None:
    assert phrases.between("cuanto subio desde el aprobado por ley hasta el final")
    assert not phrases.between("cuanto subio desde el inicio hasta la fecha")
    assert not phrases.between("cuanto subio desde el ano 2022 hasta el ano 2024")


def test_what_two_years_make_is_not_of_two_things() -> None:
    assert both.of_both("sumando el portal y la pagina, cuantas visitas hubo") is not None
    assert both.of_both("entre el ano 2022 y el ano 2023, cuantas visitas hubo") is None
    assert both.of_both("entre el portal y la pagina, cuantas visitas mas hubo") is None


def test_what_is_told_before_a_question_asks_nothing() -> None:
    assert len(asks("quiero ver cuanto de eso llega. con lo de 2024, ¿que porcentaje es?")) == 1
    assert len(asks("y cuanto llega? ¿que porcentaje es?")) > 1
