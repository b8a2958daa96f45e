"""What a figure must be to be told: of the thing that is counted, for all and not for each, and each thing of several."""

import pytest

from assistant.figures.fit import of_one_root
from assistant.figures.parts_asked import both_counted
from assistant.pipeline import Assistant

FIRST = 400


@pytest.mark.slow
@pytest.mark.parametrize(
    ("question", "told", "not_told"),
    [
        ("¿en cuántas direcciones regionales lideró SERMIG reuniones de gestión migratoria?", "**12**", "**51**"),
        ("en cuantas direcciones regionales hubo cuenta publica", "**14**", "**16**"),
        ("¿en cuántas regiones hay atención con el modelo AIP?", "**16**", "**18**"),
        ("¿cuántos casos de refugio se quieren revisar al año?", "**900**", "**100**"),
        ("¿cuántas solicitudes se revisan por comisión de refugio?", "**100**", "**900**"),
        ("plata para el 2025", "26.041.642", "991.141.730"),
        ("¿qué porcentaje de la audiencia de Instagram es de Caracas?", "Caracas, Venezuela (2%)", "61,5%"),
        ("¿cuántas personas vieron el video viral?", "Más de **1.2 millones**", "**2.4 millones**"),
        ("¿cuántos refugiados son de otras nacionalidades?", "refugiadas en Chile", "10.177"),
        ("¿cuántas solicitudes de información recibió SERMIG en 2024?", "**25.009**", "**55.686**"),
        ("¿qué porcentaje de la audiencia de Facebook es de Antofagasta?", "**2,8%**", "57,4%"),
    ],
)
def test_a_figure_counts_what_is_counted(real_assistant: Assistant, question: str, told: str, not_told: str) -> None:
    answer = real_assistant.ask(question).answer
    assert told in answer.text[:FIRST]
    assert not_told not in answer.text


@pytest.mark.slow
@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("¿cuántas expulsiones hubo en 2024 y cuántas fueron judiciales?", ("1.100", "410")),
        ("cuantas visitas e interacciones tuvo el portal de tramites en 2024", ("3.404.073", "3.717.749")),
        ("¿cuántos partes e informes policiales mandó la PDI en 2024?", ("24.214", "20.009")),
        ("cuantos operativos se planificaron y cuantos se hicieron de migraciones en tu barrio", ("26", "31")),
    ],
)
def test_each_of_two_things_counted_is_told(real_assistant: Assistant, question: str, figures: tuple[str, ...]) -> None:
    answer = real_assistant.ask(question).answer
    assert all(figure in answer.text[:FIRST] for figure in figures)


@pytest.mark.parametrize(
    ("line", "both"),
    [
        ("¿cuantas charlas y jornadas hubo?", ["cuantas charlas", "cuantas jornadas hubo?"]),
        ("¿cuantas respuestas inmediatas y derivaciones?", ["cuantas respuestas inmediatas", "cuantas derivaciones?"]),
        ("¿cuantas charlas hubo en 2024 y 2025?", []),
    ],
)
def test_two_nouns_after_one_word_are_two_things(line: str, both: list[str]) -> None:
    assert [piece.text for piece in both_counted(line)] == both


def test_a_place_and_its_people_have_one_root() -> None:
    assert of_one_root("venezuel", "venezolan")
    assert of_one_root("haiti", "haitian")
    assert of_one_root("peru", "peruan")
    assert not of_one_root("caracteriz", "carac")
