"""Messages that go back to what was told before the last answer, or to the same plan, eje or holder."""

import pytest
from asking import answer, medidas

from assistant.pipeline import Assistant
from assistant.understand.returning import back_to


@pytest.mark.parametrize(
    ("turns", "number"),
    [
        (("medida 64", "¿qué municipio tiene un tótem?", "volviendo al plan, ¿pa cuándo era?"), 64),
        (
            (
                "que medida del plan trata del cambio climatico",
                "reconducciones 2023",
                "volviendo a la primera, quien la lleva",
            ),
            38,
        ),
        (
            ("medida 8", "medida 64", "¿y quién preside el comité?", "volviendo a la segunda: ¿a cargo de quién está?"),
            64,
        ),
        (("¿quién lleva la medida 52?", "cartas de nacionalización 2023", "volviendo a la medida: ¿y su plazo?"), 52),
    ],
)
def test_back_to_the_medida_told(real_assistant: Assistant, turns: tuple[str, ...], number: int) -> None:
    assert medidas(real_assistant, *turns) == (number,)


def test_back_to_the_figures_and_to_the_practice(real_assistant: Assistant) -> None:
    figures = (
        "¿cuántas reconducciones hubo en 2023?",
        "¿quién lleva la medida 8?",
        "volviendo a las cifras, ¿y en 2024?",
    )
    assert "4.235" in answer(real_assistant, *figures).text
    practice = (
        "¿qué hizo Maipú en los colegios?",
        "¿cuántas medidas tiene el plan?",
        "volviendo a la ficha, ¿con qué plata?",
    )
    assert "Recursos propios" in answer(real_assistant, *practice).text


def test_nothing_of_that_sort_was_told() -> None:
    assert back_to("volviendo a la guía, ¿qué etapas tiene?", ()) == ("volviendo a la guía, ¿qué etapas tiene?", ())


@pytest.mark.parametrize("opening", ["buena. cambiando de tema, ", "ya, otra cosa: ", "nada que ver, "])
def test_another_matter_takes_nothing_along(real_assistant: Assistant, opening: str) -> None:
    question = "¿cuánto se gastó en expulsiones el 2024?"
    told = answer(real_assistant, "¿qué medida de salud tiene plazo para el 2025?", opening + question)
    assert told.text == answer(real_assistant, question).text


def test_the_same_eje_or_ministry_without_what_narrowed_it(real_assistant: Assistant) -> None:
    turns = (
        "medidas del eje 2",
        "¿cuáles de esas lleva también el SERMIG?",
        "del mismo eje, ¿cuáles vencen en junio de 2024?",
    )
    assert medidas(real_assistant, *turns) == (11, 13)
    turns = ("medidas de Salud", "¿cuáles vencen en 2024?", "y del mismo ministerio, ¿cuáles vencen en 2025?")
    assert medidas(real_assistant, *turns) == (57,)


@pytest.mark.parametrize("asked", ["¿con qué indicador se verifica?", "¿cómo se comprueba?"])
def test_how_the_one_told_is_measured(real_assistant: Assistant, asked: str) -> None:
    text = answer(real_assistant, "¿qué dice el plan de la Ordenanza General de Urbanismo?", asked).text
    assert "indicador de la medida 52" in text


@pytest.mark.parametrize(
    "asked", ["¿en qué anda metido el Ministerio de Salud dentro del plan?", "¿qué rol juega Salud en el plan?"]
)
def test_what_an_institution_has_to_do_with_the_plan(real_assistant: Assistant, asked: str) -> None:
    assert len(medidas(real_assistant, asked)) == 7


@pytest.mark.parametrize(
    "asked",
    [
        "¿qué medidas vencían antes de que partiera el plan?",
        "el plan es 2024–2026, pero algunas medidas tenían fecha límite anterior a ese período, ¿cuáles son?",
    ],
)
def test_what_was_due_before_the_plan_began(real_assistant: Assistant, asked: str) -> None:
    assert medidas(real_assistant, asked) == (22, 26, 41, 62, 71, 73, 74)


def test_in_the_end_is_no_place_in_a_list(real_assistant: Assistant) -> None:
    assert "cuadro resumen" in answer(real_assistant, "¿cuántas medidas tiene al final el eje 8?").text
    assert medidas(real_assistant, "¿qué medidas están al final del plan?") == (86,)


@pytest.mark.parametrize(
    ("turns", "says"),
    [
        (
            (
                "¿qué dirección regional atendió a más personas en 2024?",
                "¿cuántas?",
                "¿y cuántas en 2025?",
                "volviendo al 2024, ¿cuál atendió a menos?",
            ),
            "1.114",
        ),
        (
            ("¿cuántas expulsiones hubo en 2023?", "¿y en 2024?", "volviendo al 2023, ¿cuántas fueron judiciales?"),
            "la cifra de 2023",
        ),
    ],
)
def test_back_to_a_year_is_not_to_what_was_asked_of_another_since(
    real_assistant: Assistant, turns: tuple[str, ...], says: str
) -> None:
    assert says in answer(real_assistant, *turns).text[:200]
