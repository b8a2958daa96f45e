"""Follow-ups that say by a pointer what they are of: "ese programa", "esa última", "lo primero", "el piloto", "el mismo"."""

import pytest
from asking import answer, medidas

from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    ("turns", "says"),
    [
        (
            ("¿qué ayudas entrega Quilicura a los inmigrantes vulnerables?", "¿y desde qué año existe ese programa?"),
            "2014",
        ),
        (("¿qué hizo Maipú en los colegios?", "¿y desde cuándo existe esa iniciativa?"), "2023"),
    ],
)
def test_when_that_one_began_is_of_the_one_told(real_assistant: Assistant, turns: tuple[str, ...], says: str) -> None:
    assert says in answer(real_assistant, *turns).text[:400]


@pytest.mark.parametrize(
    ("turns", "says"),
    [
        (
            (
                "¿cuál es el decreto del protocolo de Coquimbo?",
                "cambiando de tema, ¿qué recomienda Maipú?",
                "vuelvo a lo primero, ¿y ese protocolo desde cuándo rige?",
            ),
            "2022",
        ),
        (
            ("¿quién tiene a cargo la medida 12?", "¿qué recomienda Maipú?", "volviendo al principio, ¿y su plazo?"),
            "31 de noviembre 2024",
        ),
        (
            ("¿cuántas expulsiones hubo en 2024?", "¿qué es el PLADECO?", "volviendo a lo anterior, ¿y en 2023?"),
            "339",
        ),
    ],
)
def test_back_to_what_was_spoken_of_first_or_before(
    real_assistant: Assistant, turns: tuple[str, ...], says: str
) -> None:
    assert says in answer(real_assistant, *turns).text[:400]


@pytest.mark.parametrize(
    ("turns", "number"),
    [
        (("¿qué medidas tiene Relaciones Exteriores?", "¿y el plazo de esa última?"), 70),
        (("¿qué medidas tiene Relaciones Exteriores?", "¿quién lleva esa primera?"), 3),
        (("¿Qué medidas tiene el plan sobre la Ruta de la Empleabilidad?", "¿Cuándo vence el piloto?"), 9),
        (("¿qué medidas tiene el ministerio de la mujer?", "¿cuándo vence la estrategia nacional?"), 29),
        (("¿qué medidas tiene Ciencia?", "¿y el convenio, para cuándo era?"), 41),
        (
            (
                "¿cuántas medidas tiene el ministerio de la mujer?",
                "¿cuál es la de la autonomía económica?",
                "¿qué número tiene la del decreto 177?",
            ),
            24,
        ),
    ],
)
def test_one_of_those_told_by_its_place_or_its_noun(
    real_assistant: Assistant, turns: tuple[str, ...], number: int
) -> None:
    assert medidas(real_assistant, *turns) == (number,)


def test_the_same_did_another_thing(real_assistant: Assistant) -> None:
    first = "¿hay algún municipio que haya formado mediadores entre chilenos y migrantes?"
    assert "Primera consulta" in answer(real_assistant, first, "¿y el mismo hizo alguna consulta?").text[:300]


def test_of_two_mesas_the_one_that_is_named_and_the_other(real_assistant: Assistant) -> None:
    turns = ("¿qué comuna tiene dos mesas?", "¿y la de organizaciones cada cuánto se junta?")
    assert "reuniones mensuales" in answer(real_assistant, *turns).text[:300]
    assert "trimestralmente" in answer(real_assistant, *turns, "¿y la otra?").text[:300]


@pytest.mark.parametrize(
    ("asked", "numbers"),
    [
        ("soy de Economía, ¿cuáles son las nuestras?", (10, 12)),
        ("trabajo en Ciencia, ¿cuáles son las de nosotros?", (41, 72)),
        ("las del ministerio de ciencia cuales eran, tengo la idea q una era un convenio con anid", (41, 72)),
        ("¿cuáles son las de Cancillería? me suena que una era de los chilenos en el exterior", (3, 70)),
        ("las de capacitar en la ley zamudio, la 20.609, ¿cuáles son?", (12, 43)),
        ("¿cuáles medidas modifican algo por la Ley N°21.325?", (52,)),
    ],
)
def test_a_set_is_that_of_the_asker_or_of_the_act(
    real_assistant: Assistant, asked: str, numbers: tuple[int, ...]
) -> None:
    assert set(numbers) <= set(medidas(real_assistant, asked))
