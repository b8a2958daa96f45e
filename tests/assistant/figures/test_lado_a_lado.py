"""Figures that a question names side by side, parts told with their whole, and what a message says beside its question."""

import pytest

from assistant.figures import asides, parts_asked, phrases
from assistant.figures.lexicon import FigureWords
from assistant.pipeline import Assistant
from corpus.settings import Settings
from corpus.synonyms import Synonyms

LEXICON = Settings().lexicon_dir
FIRST = 400


@pytest.fixture(scope="module")
def words() -> FigureWords:
    return FigureWords.load(LEXICON, Synonyms.load(LEXICON))


@pytest.mark.parametrize(
    ("line", "core"),
    [
        ("¿cuanto crecieron las multas? asi pongo el titular", "¿cuanto crecieron las multas?"),
        ("cuanto crecieron las multas? lo preguntan de la radio", "cuanto crecieron las multas?"),
        ("¿cuantas hubo? me refiero a las expulsiones", "¿cuantas hubo? me refiero a las expulsiones"),
        ("¿como ha ido? dame la serie de cartas", "¿como ha ido? dame la serie de cartas"),
    ],
)
def test_what_is_said_after_the_question_is_asked_only_where_it_makes_it_clear(line: str, core: str) -> None:
    assert asides.core(line) == core


def test_a_source_is_no_part_of_what_is_counted() -> None:
    assert asides.without_source("cuantos puntos mas, segun el banco mundial?").split() == [
        "cuantos",
        "puntos",
        "mas,",
        "?",
    ]
    assert asides.without_source("solicitudes segun sexo") == "solicitudes segun sexo"


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("¿cuantas visitas tuvo el portal? no me refiero al sitio web.", "¿cuantas visitas tuvo el portal?"),
        ("¿cuantas atenciones hubo en 2024? es para un reportaje", "¿cuantas atenciones hubo en 2024?"),
        ("¿cuantas expulsiones hubo? las judiciales no las sumes", "¿cuantas expulsiones hubo?"),
    ],
)
def test_what_is_not_meant_and_what_for_is_not_sought(words: FigureWords, line: str, left: str) -> None:
    assert asides.wanted(line, words).rstrip(" .") == left


def test_what_comes_next_is_told_from_what_comes_first() -> None:
    assert phrases.comes_next("le siguen personas venezolanas con")
    assert phrases.comes_next("lidero instagram, seguido de facebook con")
    assert not phrases.comes_next("la mayoria viene de afganistan, con")


def test_two_things_counted_without_a_question_are_listed_apart() -> None:
    assert parts_asked.listed("convenio: numero de jefas contratadas y solicitudes revisadas") == [
        "convenio: numero de jefas contratadas",
        "numero de solicitudes revisadas",
    ]
    assert parts_asked.listed("total de ingresos y gastos 2024")
    assert not parts_asked.listed("¿numero de jefas y de solicitudes?")
    assert not parts_asked.listed("total de expulsiones 2024")


def test_only_what_lies_between_two_things_is_a_distance_and_not_what_lies_between_years() -> None:
    assert phrases.between("cuanto crecio entre lo fijado por ley y su valor final")
    assert phrases.between("cuanto crecio entre la ley 2024 y el presupuesto final de ese ano")
    assert not phrases.between("cuanto crecio entre el ano 2023 y el ano 2024")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("¿cuántos refugiados reconocidos entre 2022 y 2025 son afganos?", "205"),
        ("¿cuántas personas de Ucrania recibieron refugio entre 2022 y 2025?", "66"),
        ("¿de qué país es la mayor parte de los refugiados reconocidos de 2022 a 2025, y cuántos son?", "205"),
        ("¿cuál es la brecha entre mujeres y hombres en Facebook?", "14,8"),
        ("¿por cuántos puntos superan las mujeres a los hombres en la audiencia de Instagram?", "23,0"),
        ("¿cuántos puntos más participan los extranjeros en el mercado laboral que los chilenos?", "21,4"),
        ("diferencia entre la Ley de Presupuestos 2025 y el presupuesto final de 2024", "1.930.309"),
        ("diferencia entre lo recaudado por multas y lo recaudado por derechos en 2024", "7.816.294.642"),
        (
            "¿qué proporción son las resoluciones de expulsión respecto de los procedimientos iniciados en 2024?",
            "36,1%",
        ),
        ("¿qué % representan los rechazos recomendados sobre las solicitudes evaluadas de refugio en 2024?", "94,7%"),
        ("¿cuánto costó en promedio cada expulsión de 2024?", "3.356.839,6"),
        ("¿cuánta gente nos sigue en YouTube?", "10 mil"),
        ("¿cuántas atenciones hubo en Valparaíso el 2024? es para un reportaje de la radio", "11.800"),
        ("¿cuántas personas se atendieron en Biobío el 2024? No me refiero a los operativos.", "7.520"),
        ("recursos de protección Región Metropolitana 2024, no resto del país", "5.674"),
        ("¿cuántos recursos de amparo hubo el 2024? los de la RM no los cuentes", "2.210"),
        ("nº de operativos y público que llegó, Tarapacá 2024", "1.871"),
        ("n° de operativos en aysén 2024", "46"),
        ("¿cuánto aumentó el presupuesto entre la ley 2024 y el final?", "2.320.009"),
        ("¿cuál es la diferencia entre solicitudes y resoluciones de residencias definitivas en 2024?", "138.281"),
        ("¿cuántos recursos administrativos de 2024 quedaron fuera de plazo?", "36"),
        ("¿cuántas solicitudes de refugio se recomendó rechazar en 2024?", "920"),
        ("Vi que hacen operativos en terreno. ¿Cuánta gente se atendió en esos el 2024?", "13.164"),
    ],
)
def test_the_figure_asked_for_leads(real_assistant: Assistant, question: str, figure: str) -> None:
    answer = real_assistant.ask(question).answer
    assert not answer.abstained
    assert figure in answer.text.replace("*", "")[:FIRST]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("¿fueron 1.200 o 1.337 las mujeres capacitadas en 2024?", ("1.200", "1.337")),
        ("¿el sitio web tuvo 2.514.231 o 3.404.073 visitas en 2024?", ("2.514.231", "3.404.073")),
        ("en la tabla de recursos fuera de la RM, ¿el total de 2024 cuadra con la suma?", ("12.481", "13.662")),
        ("convenio GORE RM: n° jefas de hogar contratadas y solicitudes revisadas", ("30 mujeres", "186.245")),
    ],
)
def test_both_figures_in_doubt_or_asked_for_are_told(
    real_assistant: Assistant, question: str, figures: tuple[str, ...]
) -> None:
    text = real_assistant.ask(question).answer.text.replace("*", "")[:FIRST]
    assert all(figure in text for figure in figures)


@pytest.mark.slow
def test_a_follow_up_stays_with_the_programme_told(real_assistant: Assistant) -> None:
    first = real_assistant.ask("¿en qué consistió el convenio con el gobierno regional para contratar jefas de hogar?")
    second = real_assistant.ask("¿y cuántas solicitudes alcanzaron a revisar?", first.conversation_id)
    assert "186.245" in second.answer.text[:FIRST]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("question", "other"),
    [
        ("¿qué porcentaje de hombres hay en Instagram?", "61,5% en"),
        ("¿qué porcentaje de mujeres hay en Facebook?", "61,5% en"),
        ("de las 11 comisiones de refugio, ¿cuántas solicitudes se rechazaron?", "972 en"),
    ],
)
def test_the_figure_of_another_part_never_leads(real_assistant: Assistant, question: str, other: str) -> None:
    assert not real_assistant.ask(question).answer.text.replace("*", "").startswith(other)


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("segun la cuenta publica, ¿cuantas expulsiones hubo?", "¿cuantas expulsiones hubo?"),
        ("¿cuantas reconducciones informa sermig en 2024?", "¿cuantas reconducciones en 2024?"),
        ("¿cuantas dice la cuenta que hubo?", "¿cuantas hubo?"),
        # What is counted in the document, and not told by it.
        ("¿cuantas personas siguieron la cuenta publica?", "¿cuantas personas siguieron la cuenta publica?"),
        ("cuantas da la tabla de la cuenta publica", "cuantas da la tabla de la cuenta publica"),
    ],
)
def test_the_document_that_is_to_tell_a_figure_is_no_part_of_what_is_counted(
    words: FigureWords, line: str, left: str
) -> None:
    assert " ".join(words.without_source(line).split()) == left


@pytest.mark.parametrize(
    "question",
    [
        "según la cuenta pública, ¿cuántas expulsiones hubo en 2024?",
        "¿cuántas expulsiones reporta la cuenta pública en 2024?",
        "¿cuántas expulsiones informa SERMIG en 2024?",
    ],
)
def test_a_figure_is_the_same_whoever_is_said_to_tell_it(real_assistant: Assistant, question: str) -> None:
    assert "**1.100**" in real_assistant.ask(question).answer.text[:FIRST]
