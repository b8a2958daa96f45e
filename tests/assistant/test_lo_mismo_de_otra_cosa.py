"""Messages that go on with a conversation by other ways: the same of another thing or place, another topic of the plan, one's
own filing, back to what was told some turns ago."""

import pytest
from asking import answer

from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    ("messages", "told"),
    [
        (("¿cuántas residencias temporales se resolvieron cada año entre 2021 y 2024?", "¿y el 2025?", "ahora lo mismo de 2021 a 2024 pero con las cartas de nacionalización"), ("2.984", "2.207")),
        (("¿cuántas reconducciones hubo por año?", "ahora lo mismo pero con expulsiones judiciales"), ("410", "117")),
        (("¿cuántas reconducciones hubo en 2023?", "otra cosa, ¿cuál fue el presupuesto final 2024?", "ya, volviendo a lo de las reconducciones: ¿cuántas van hasta mayo de 2025?"), ("1.478",)),
        (("¿qué muni hizo jornadas para revalidar títulos?", "¿con quién se aliaron?"), ("Universidad de Chile",)),
        (("¿qué muni hizo un plan de acogida para colegios?", "¿con quién se aliaron?"), ("Tejido Migrante",)),
        (("¿cuántas medidas están implementadas?", "lista las que faltan con su número"), ("Ningún documento dice cuáles",)),
        (("medidas del plan implementadas y en desarrollo a agosto 2024", "de las que están en desarrollo: lista con sus números"), ("Ningún documento dice cuáles",)),
    ],
)  # fmt: skip
def test_what_is_left_to_the_turns_before_is_carried(
    real_assistant: Assistant, messages: tuple[str, ...], told: tuple[str, ...]
) -> None:
    text = answer(real_assistant, *messages).text
    assert all(one in text for one in told)


@pytest.mark.parametrize(
    ("messages", "medida"),
    [
        (("¿el plan tiene algo para inscribirse en Fonasa?", "¿y sobre la trata de personas?"), 32),
        (("que hace el plan por los chilenos que viven afuera", "ah ya, y sobre cambio climatico hay alguna?"), 38),
        (("¿el plan incluye algo de títulos extranjeros?", "¿y del cambio climático?"), 38),
    ],
)
def test_another_topic_is_sought_in_the_plan(real_assistant: Assistant, messages: tuple[str, ...], medida: int) -> None:
    assert answer(real_assistant, *messages).medidas == (medida,)


@pytest.mark.parametrize(
    "messages",
    [
        ("¿cuántas residencias definitivas se pidieron el 2024?", "¿y resueltas?", "yo la pedí en marzo, ¿en qué va la mía?"),
        ("¿cuántas cartas de nacionalización se dieron el 2024?", "yo mandé la mía en enero, ¿cuándo me la dan?"),
        ("¿en qué consistieron las jornadas de revalidación de títulos de La Reina?", "¿y lo mismo pero en Ñuñoa, cuánta gente fue?"),
        ("¿quién financió el plan de acogida de Temuco?", "¿y lo mismo en Osorno, cuánta gente participó?"),
    ],
)  # fmt: skip
def test_ones_own_filing_and_another_place_are_not_told(real_assistant: Assistant, messages: tuple[str, ...]) -> None:
    assert answer(real_assistant, *messages).abstained


def test_a_filing_told_before_asking_for_a_figure_refuses_nothing(real_assistant: Assistant) -> None:
    question = "yo la pedí en marzo, ¿cuántas residencias definitivas se resolvieron en 2024?"
    assert "197.129" in answer(real_assistant, question).text
