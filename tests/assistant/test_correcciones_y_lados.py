"""What a correction leaves as it was, both of two told, one explained, the other side of a set, who else has most."""

import pytest
from asking import answer, medidas

from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    ("turns", "numbers"),
    [
        (("¿para cuándo es la capacitación de los funcionarios del MINVU?", "no, la de salud"), (58,)),
        (("¿qué indicador tiene el convenio con ANID?", "no, el de economía"), (10,)),
    ],
)
def test_another_institution_leaves_the_thing_as_it_was(
    real_assistant: Assistant, turns: tuple[str, ...], numbers: tuple[int, ...]
) -> None:
    assert medidas(real_assistant, *turns) == numbers


@pytest.mark.parametrize(
    ("turns", "numbers"),
    [
        (("¿de quién es la medida 70?", "¿y la 69?", "¿las dos son de cancillería?"), (70,)),
        (("¿para cuándo es la 39?", "¿y la 40?", "¿ambas vencen en 2024?"), (39, 40)),
        (("¿qué medidas tiene ciencia?", "¿las dos vencen en 2024?"), (72,)),
    ],
)
def test_both_are_those_just_told(real_assistant: Assistant, turns: tuple[str, ...], numbers: tuple[int, ...]) -> None:
    assert medidas(real_assistant, *turns) == numbers


@pytest.mark.parametrize(
    ("turns", "numbers"),
    [
        (("¿cuántas medidas tiene deporte?", "explícame esa"), (2,)),
        (("¿para cuándo es la 12?", "me la explicas mejor?"), (12,)),
        (("¿qué medidas tiene transportes?", "explícame la segunda porfa"), (40,)),
        (("¿qué medidas tiene economía?", "cuéntame más de esas"), (10, 12)),
    ],
)
def test_what_was_told_is_explained(
    real_assistant: Assistant, turns: tuple[str, ...], numbers: tuple[int, ...]
) -> None:
    assert medidas(real_assistant, *turns) == numbers


@pytest.mark.parametrize(
    ("turns", "many"),
    [
        (("¿cuántas medidas tiene vivienda?", "¿justicia?"), 6),
        (("¿cuántas medidas no son de SERMIG?", "¿y cuántas sí?"), 37),
        (("¿qué medidas tiene el ministerio de salud?", "¿en cuáles no sale FONASA?"), 6),
        (("¿qué medidas comparte SERMIG?", "¿y con Justicia?", "¿y sin compartir?"), 24),
        (("¿cuántas medidas tiene trabajo sin contar las compartidas?",), 7),
        (("¿qué medidas son de dos instituciones o más?",), 18),
        (("¿y transportes qué pinta en esto? ¿qué medidas le dieron?",), 2),
        (("¿y defensa qué hace en el plan?",), 1),
        (("Enumere lo que le corresponde ejecutar a la cartera de Economía.",), 2),
        (("¿cuáles son las que vencían a mitad del 2025? las de junio digo",), 3),
        (("el plan parte el 2024 pero vi plazos de antes, ¿cuáles tenían que estar el 2023?",), 7),
    ],
)
def test_sets_as_they_are_asked_for(real_assistant: Assistant, turns: tuple[str, ...], many: int) -> None:
    assert len(medidas(real_assistant, *turns)) == many


def test_another_that_the_ministry_of_it_has(real_assistant: Assistant) -> None:
    turns = "¿cuándo vencía el convenio SERMIG-ANID?", "¿y la otra que tiene ese ministerio?"
    assert medidas(real_assistant, *turns) == (72,)
    turns = "¿para cuándo es la capacitación de SERCOTEC?", "¿y la otra que tiene ese ministerio?"
    assert medidas(real_assistant, *turns) == (10,)


def test_who_has_most_is_not_asked_of_one_alone(real_assistant: Assistant) -> None:
    text = answer(real_assistant, "¿cuántas medidas tiene salud?", "¿qué ministerio tiene más?").text
    assert text.startswith("**Ministerio del Trabajo y Previsión Social**")
    text = answer(real_assistant, "¿cuántas medidas vencen en 2025?", "¿qué año tiene más?").text
    assert text.startswith("**2024**")


def test_the_summary_is_told_where_it_counts_otherwise(real_assistant: Assistant) -> None:
    text = answer(real_assistant, "¿cuántas medidas hay para los chilenos que viven afuera?").text
    assert "cuadro resumen" in text
    turns = "¿cuántas medidas tiene el eje 5?", "¿y el 3?", "¿cuánto suman ambos?"
    quotes = [citation.quote for citation in answer(real_assistant, *turns).citations]
    assert any(quote.startswith("03\tReunificación familiar") for quote in quotes)


def test_where_the_money_comes_from_is_no_question_about_the_assistant(real_assistant: Assistant) -> None:
    text = answer(
        real_assistant, "cuéntame de las mesas migrantes de Lo Espejo", "¿y de dónde sale la plata pa eso?"
    ).text
    assert "Inclusión Social 2024" in text
    assert not answer(real_assistant, "¿quién hace la 12?", "¿de dónde sale la plata?").medidas
    assert answer(real_assistant, "¿de dónde sale lo que dices?").text.startswith("Soy un asistente")
