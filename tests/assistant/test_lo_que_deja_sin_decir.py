"""Follow-ups that leave something out: the sort of a number, the other of two, another place, whose moment, what is done."""

import pytest
from asking import answer, medidas

from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    ("turns", "says"),
    [
        (("guía, dimensión 4", "¿y la 8?"), "Participación política"),
        (("guía, dimensión 2", "¿y la 5?", "¿y la siguiente?"), "Acceso a la salud"),
        (("¿cuáles son las etapas de la guía?", "¿qué se hace en la 3?", "¿y en la 2?"), "Etapa 2: Diagnóstico"),
    ],
)
def test_a_number_is_of_the_sort_spoken_of(real_assistant: Assistant, turns: tuple[str, ...], says: str) -> None:
    assert says in answer(real_assistant, *turns).text[:300]


@pytest.mark.parametrize(
    ("turns", "numbers"),
    [
        (("Ciencia tiene dos medidas, una es el convenio con la anid, ¿cierto?", "¿y la otra?"), [72]),
        (("¿qué medida promueve el Registro Social de Hogares?", "¿y cuál trata del reconocimiento de estudios básicos y medios que se cursaron en el extranjero?"), [63]),
        (("¿cuál es la medida de las charlas a gobiernos locales?", "¿y la del plan de fortalecimiento de capacidades locales, cómo la miden?"), [74]),
        (("¿cuál es la medida sobre trata de personas?", "¿y el plazo?", "¿y hay otra?"), [32]),
        (("¿para cuándo es la medida 51?", "¿y el decreto de la ordenanza de urbanismo vence antes o después?"), [51, 52]),
        (("¿cuándo vence la medida 3?", "¿y la del programa rezago vence antes?"), [3, 1]),
        (("¿cuántas medidas tiene el eje 9 en el resumen?", "¿y en el detalle cuántas vienen de verdad?"), [71, 72, 73]),
    ],
)  # fmt: skip
def test_another_medida_is_meant(real_assistant: Assistant, turns: tuple[str, ...], numbers: list[int]) -> None:
    assert sorted(medidas(real_assistant, *turns)) == sorted(numbers)


@pytest.mark.parametrize(
    ("turns", "says"),
    [
        (("que buena practica tiene la reina", "no, me referia a recoleta"), "de Recoleta"),
        (("que buena practica tiene la reina", "y en recoleta?"), "de Recoleta"),
        (("que buena practica tiene la reina", "perdon, macul"), "Red Solidaria Local"),
        (("¿qué medidas tiene Salud?", "digo, Educación"), "Son **4 medidas**"),
    ],
)
def test_another_name_takes_the_place_of_the_one_said(
    real_assistant: Assistant, turns: tuple[str, ...], says: str
) -> None:
    assert says in answer(real_assistant, *turns).text[:200]


@pytest.mark.parametrize(
    ("turns", "says"),
    [
        (("en el taller de planificacion cuanto dura el trabajo en grupos?", "y cuando se comparte en plenario?"), "30 minutos"),
        (("¿cómo parto con la política en mi muni?", "ya, tenemos la carta firmada y los equipos armados. ¿y después qué viene?"), "Diagnóstico"),
        (("¿qué etapas tiene la guía?", "listo, hicimos el diagnóstico y el taller de planificación. ¿y ahora qué sigue?"), "3.2 Revisión de iniciativas"),
        (("¿cuántas municipalidades participaron en los talleres de la guía?", "¿y el piloto dónde fue?"), "La Serena"),
        (("resolución código de ética sermig", "¿y la circular de protección de datos, nº y fecha?"), "Circular N°05"),
        (("¿cuántas expulsiones hubo en 2024?", "¿qué es el PLADECO?", "volviendo a las expulsiones administrativas, ¿cuántas de esas hubo el 2022? dicen que fueron re pocas"), "31"),
        (("¿cuántas reconducciones hubo en 2024? dicen que hartas",), "4.235"),
    ],
)  # fmt: skip
def test_what_is_left_to_what_was_told(real_assistant: Assistant, turns: tuple[str, ...], says: str) -> None:
    assert says in answer(real_assistant, *turns).text[:300]


@pytest.mark.parametrize(
    ("turns", "says"),
    [
        (("¿quiénes deben ir a la mesa comunal?", "¿la preside alguien?", "¿y cada cuánto se debería juntar?"), "trimestralmente"),
        (("¿qué es el equipo ejecutivo?", "¿lo preside alguien?"), "(Presidente/a)"),
        (("¿quién es responsable de la medida 10?", "¿y de la siguiente?"), "Ministerio del Trabajo"),
        (("¿qué plazo tiene la medida 10?", "¿y el de la anterior?"), "31 de diciembre 2025"),
    ],
)  # fmt: skip
def test_who_and_when_are_of_the_one_told(real_assistant: Assistant, turns: tuple[str, ...], says: str) -> None:
    assert says in answer(real_assistant, *turns).text[:400]


def test_a_contradiction_of_one_medida_tells_which(real_assistant: Assistant) -> None:
    assert medidas(real_assistant, "¿el plan pone un plazo «31 de junio», es verdad?") == (5,)
