"""Turns of phrase of questions about figures."""

from decimal import Decimal

import pytest

from assistant.figures import asides, by_unit, parts_asked, phrases
from assistant.figures.lexicon import FigureWords
from corpus.analysis import terms
from corpus.lugares import Lugares
from corpus.settings import Settings
from corpus.synonyms import Synonyms

LEXICON = Settings().lexicon_dir


@pytest.fixture(scope="module")
def words() -> FigureWords:
    return FigureWords.load(LEXICON, Synonyms())


@pytest.mark.parametrize(
    ("line", "bound"),
    [
        ("cuantas regiones atendieron a mas de 5.000 personas", (">", Decimal(5000))),
        ("cuantas regiones con menos de mil cien personas", ("<", Decimal(1100))),
        ("regiones con al menos diez operativos", (">=", Decimal(10))),
        ("en que regiones no hubo operativos", ("=", Decimal(0))),
        ("cuanto mas que en 2024", None),
    ],
)
def test_a_bound_is_read_with_its_sign(words: FigureWords, line: str, bound: tuple[str, Decimal] | None) -> None:
    assert phrases.threshold(line, words) == bound


def test_a_ratio_is_asked_by_one_thing() -> None:
    assert by_unit.per("cuantas personas por operativo") == terms("operativo")[0]
    assert by_unit.per("cuanto se recaudo por multas") is None
    assert by_unit.per("personas atendidas por region") is None


def test_the_whole_of_a_share_follows_its_preposition() -> None:
    assert phrases.whole("que porcentaje de las solicitudes se otorgo") == terms("solicitudes")[0]
    assert phrases.whole("que tajada de toda la atencion") == terms("atención")[0]


def test_what_is_denied_is_not_asked_for(words: FigureWords) -> None:
    line = "personas atendidas en valparaiso (no los operativos en terreno)"
    assert "operativos" not in words.without_denied(line)
    assert "operativos" not in words.without_denied("personas atendidas en 2024, sin los operativos")
    assert "papeles" in words.without_denied("ninos que llegaron sin los papeles")
    assert terms("operativos")[0] in words.denied(line)


def test_a_place_may_be_left_out(words: FigureWords) -> None:
    lugares = Lugares.load(LEXICON)
    assert phrases.left_out("recursos fuera de la region metropolitana", words, lugares) == {"Metropolitana"}
    assert phrases.left_out("recursos en la region metropolitana", words, lugares) == frozenset()


def test_everyday_words_stand_for_labels(words: FigureWords) -> None:
    for asked, label in (("pedidas", "solicitadas"), ("entregadas", "otorgadas")):
        (stem,) = terms(asked)
        assert terms(label)[0] in words.meanings(f"residencias {asked}")[stem]


def test_the_greatest_few() -> None:
    assert phrases.top("top 3 regiones con mas personas") == 3
    assert phrases.top("las cinco regiones con mas operativos") == 5
    assert phrases.top("las regiones") is None


@pytest.mark.parametrize(
    ("line", "several"),
    [
        ("¿cuantos talleres hubo y cuanta gente asistio?", 2),
        ("de los casos, ¿cuantos eran de trata y cuantos de trafico?", 2),
        ("¿de cuanto fue el presupuesto y que porcentaje se ejecuto?", 2),
        ("¿cuantas cartas hubo en 2023 y 2024?", 1),
    ],
)
def test_each_question_of_a_line_begins_with_its_own_word(line: str, several: int) -> None:
    assert len(parts_asked.asks(line)) == several


def test_the_unit_of_a_ratio_stands_where_it_is_asked_how_much() -> None:
    assert by_unit.per("echaron a 5.000 por expulsion administrativa, ¿cuantas fueron las judiciales?") is None
    assert by_unit.per("en 2024, ¿cuanto se gasto por expulsion?") == terms("expulsión")[0]


def test_what_is_said_of_the_part_is_told_from_the_whole() -> None:
    assert phrases.predicate("que porcentaje de las recomendaciones fueron rechazos") == frozenset(terms("rechazos"))
    assert phrases.predicate("que porcentaje de las solicitudes") == frozenset()


def test_a_place_and_all_others_are_asked_together() -> None:
    assert phrases.and_the_rest("en la rm y en el resto del pais")
    assert phrases.and_the_rest("santiago mas las otras regiones")
    assert not phrases.and_the_rest("en el resto del pais")


def test_a_question_for_more_than_figures_is_known() -> None:
    assert parts_asked.asks_else("¿cuantos proyectos hubo y quien los lidero?")
    assert not parts_asked.asks_else("¿cuantos proyectos hubo y que porcentaje termino?")


def test_a_plan_of_its_own_name_is_not_the_national_one() -> None:
    assert phrases.another_plan("¿cuantas solicitudes quedan del plan de rezago?")
    assert not phrases.another_plan("¿cuantas acciones tiene el plan de accion?")
    assert not phrases.another_plan("el plan de rezago, ¿que medida es?")


@pytest.mark.parametrize(
    ("line", "unit"),
    [
        ("si divido el gasto por las expulsiones del ano, ¿en cuanto sale?", "expulsiones"),
        ("repartiendo la plata entre los talleres, ¿cuanto toca?", "talleres"),
        ("se gasto harto en expulsiones, ¿a cuanto salio cada una?", "expulsiones"),
        ("¿cuanto bajo el gasto?", None),
    ],
)
def test_the_unit_of_a_division_in_words(line: str, unit: str | None) -> None:
    assert by_unit.per(line) == (terms(unit)[0] if unit else None)


def test_where_the_asker_lives() -> None:
    assert asides.lived_in("vivo en ")
    assert asides.lived_in("hola, trabajo en la muni de ")
    assert not asides.lived_in("vivo lejos, ¿cuantos operativos hubo en ")


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("trabajo en castro y quiero saber cuantos operativos hubo", "cuantos operativos hubo"),
        ("soy de la muni de talca y necesito el numero de operativos", "el numero de operativos"),
        ("vivo en arica y ¿cuantas visas hubo?", "¿cuantas visas hubo?"),
        ("cuanto trabajo en terreno hubo y cuanto costo", "cuanto trabajo en terreno hubo y cuanto costo"),
    ],
)
def test_who_asks_is_left_out(line: str, left: str) -> None:
    assert asides.without_asker(line) == left
