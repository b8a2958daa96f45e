"""Figures over several turns: the year with the most and another row of it, a part that nobody counted, sums and shares."""

import pytest
from asking import answer

from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (("¿cuántas cartas de nacionalización dieron en 2022?", "¿y el año con más?"), "**2023**, con **3.075**"),
        (("¿cuántas solicitudes de refugio se formalizaron en 2017?", "¿cuándo hubo menos?"), "**2019**, con **781**"),
    ],
)
def test_the_year_told_is_not_that_with_the_most(real_assistant: Assistant, turns: tuple[str, ...], told: str) -> None:
    assert answer(real_assistant, *turns).text.startswith(told)


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (
            ("¿cuántas personas reconocieron como refugiadas en 2024?", "¿y el año con más?", "¿y rechazos ese año?"),
            "**807** rechazos en 2023",
        ),
        (
            ("residencias temporales resueltas 2021", "¿y el año con más?", "¿y cuántas se pidieron ese año?"),
            "**160.605**",
        ),
        (("¿qué región tuvo más operativos en 2024?", "¿y a cuántas personas atendió esa región?"), "**2.245**"),
        (("¿qué región atendió más personas en 2024?", "¿y en 2025 esa región?"), "**4.055**"),
    ],
)
def test_another_row_of_what_came_first(real_assistant: Assistant, turns: tuple[str, ...], told: str) -> None:
    assert answer(real_assistant, *turns).text.startswith(told)


@pytest.mark.parametrize(
    "turns",
    [
        ("¿cuántas personas fueron reconocidas como refugiadas el 2024?", "¿y cuántas de ellas eran mujeres?"),
        ("¿cuántas personas atendió Antofagasta en 2024?", "¿cuántos eran niños?"),
        ("¿cuántas residencias definitivas se resolvieron en 2023?", "¿cuántas quedaron sin resolver?"),
        ("cuánto recaudaron en multas a aerolíneas el 2024", "¿cuál fue la aerolínea que más pagó?"),
    ],
)
def test_the_whole_is_not_told_for_a_part_that_nobody_counted(
    real_assistant: Assistant, turns: tuple[str, ...]
) -> None:
    assert answer(real_assistant, *turns).abstained


def test_a_part_that_is_counted_is_told(real_assistant: Assistant) -> None:
    turns = ("¿cuántas solicitudes de protección complementaria hay?", "¿cuántas son de mujeres?")
    assert answer(real_assistant, *turns).text.startswith("**29**")
    turns = ("¿cuántas personas se reconocieron como refugiadas entre 2022 y 2025?", "¿cuántas eran de Afganistán?")
    assert answer(real_assistant, *turns).text.startswith("**205**")


def test_figures_of_the_same_period_are_added_up(real_assistant: Assistant) -> None:
    turns = ("¿cuántas visitas tuvo el sitio web?", "¿y el portal de trámites?", "¿cuántos suman?")
    assert answer(real_assistant, *turns).text.startswith("**5.918.304** visitas en total (2024)")


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (
            (
                "protección complementaria, ¿cuántas solicitudes van?",
                "¿y cuántas siguen en análisis?",
                "¿qué porcentaje es eso del total?",
            ),
            "**85,5%**",
        ),
        (
            ("¿cuántas solicitudes de acceso a la información llegaron en 2024?", "¿qué porcentaje respondieron?"),
            "**96,5%**",
        ),
        (
            ("¿cuántas jornadas de capacitación hubo en 2024?", "¿cuántos asistieron?", "promedio por jornada"),
            "**36,7** asistentes",
        ),
        (
            ("¿cuántos operativos territoriales hubo en 2024?", "¿cuánta gente atendieron?", "¿cuántos por operativo?"),
            "**23,2** personas",
        ),
        (
            ("¿cuánto costaron las expulsiones en 2024?", "¿y cuántas fueron?", "¿cuánto por persona?"),
            "**$3.356.839,6**",
        ),
    ],
)
def test_shares_and_ratios_of_what_was_told(real_assistant: Assistant, turns: tuple[str, ...], told: str) -> None:
    assert answer(real_assistant, *turns).text.startswith(told)


def test_nothing_is_sought_by_how_figures_are_set_together(real_assistant: Assistant) -> None:
    turns = (
        "¿cuántos casos de trata y tráfico hubo en 2024?",
        "¿cuántos fueron de tráfico?",
        "¿qué parte del total es?",
    )
    assert answer(real_assistant, *turns).abstained


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("¿cuánto costó en promedio expulsar a cada persona?", "**$3.356.839,6** en promedio"),
        (
            "¿en cuánto aumentó el presupuesto final de 2024 respecto del fijado en la ley?",
            "**M$2.320.009** de diferencia",
        ),
        (
            "súmame los recursos judiciales de la región metropolitana del 2024 (protección, amparo, reclamación y otros)",
            "**7.080** recursos",
        ),
    ],
)
def test_what_one_question_asks_to_be_worked_out(real_assistant: Assistant, question: str, told: str) -> None:
    assert answer(real_assistant, question).text.startswith(told)


def test_what_was_planned_and_what_was_done_are_not_added_up(real_assistant: Assistant) -> None:
    assert "57" not in answer(real_assistant, "¿cuántos operativos hubo en total?").text[:40]


def test_back_to_a_thing_by_its_name(real_assistant: Assistant) -> None:
    turns = (
        "¿cuántas solicitudes de transparencia llegaron el 2024?",
        "¿cuántas visitas tuvo la página web ese año?",
        "ok. volviendo a transparencia, ¿cuántas solicitudes entraron en el primer trimestre de 2025?",
    )
    assert answer(real_assistant, *turns).text[:120].count("4.838")


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (
            (
                "¿cuántos afganos reconocieron como refugiados entre 2022 y 2025?",
                "¿y venezolanos?",
                "¿y ucranianos?",
                "¿y cuántos más son los afganos que los venezolanos?",
            ),
            "**125**",
        ),
        (
            (
                "¿Cuántas personas se atendieron en operativos en Aysén en 2024?",
                "¿y en Maule?",
                "¿y cuántas más son las de Maule que las de Aysén?",
            ),
            "**586** personas",
        ),
    ],
)
def test_two_places_told_one_by_one_are_set_against_each_other(
    real_assistant: Assistant, turns: tuple[str, ...], told: str
) -> None:
    assert answer(real_assistant, *turns).text.startswith(told)


def test_two_places_told_of_other_things_are_not_subtracted(real_assistant: Assistant) -> None:
    turns = (
        "¿Cuántas personas se atendieron en operativos en Aysén en 2024?",
        "¿y operativos en Maule?",
        "¿y cuántas más son las de Maule que las de Aysén?",
    )
    assert "diferencia" not in answer(real_assistant, *turns).text


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (
            (
                "¿A cuánto ascendió la recaudación por multas en 2024?",
                "¿Y el total de ingresos de ese mismo período?",
                "Entonces, ¿qué porcentaje del total corresponde a las multas?",
            ),
            "**39,1%**",
        ),
        (
            (
                "¿cuántas residencias temporales se solicitaron en 2024?",
                "¿y cuántas se resolvieron?",
                "O sea, ¿cuánto más grande es la primera cifra que la segunda?",
            ),
            "**40.000**",
        ),
    ],
)
def test_what_only_ties_a_message_counts_as_no_word_of_its_own(
    real_assistant: Assistant, turns: tuple[str, ...], told: str
) -> None:
    assert answer(real_assistant, *turns).text.startswith(told)


def test_the_share_of_another_figure_is_not_told_for_that_of_the_one_told(real_assistant: Assistant) -> None:
    turns = ("¿Cuántas visas de residencia temporal se otorgaron en 2023?", "¿qué porcentaje son?")
    assert answer(real_assistant, *turns).abstained
