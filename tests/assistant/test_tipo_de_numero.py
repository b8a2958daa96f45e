"""The sort of a number: that of all is not that of a part, an average no end, UTM no pesos, a total no breakdown."""

from pathlib import Path

import pytest
from asking import answer

from assistant.act_names import act_namer
from assistant.answer_type import ANSWER_TYPES, AnswerTypes
from assistant.answer_type.sort_of_number import NumberTypes
from assistant.compose import MESSAGES
from assistant.pipeline import Assistant
from corpus.cues import Cues
from corpus.lugares import Lugares

LEXICON = Path(__file__).parents[2] / "corpus" / "lexicon"
AVERAGE = "Se resolvieron 7.852 descargos, con un plazo promedio de respuesta de 8,6 días. [1]"


@pytest.fixture(scope="module")
def numbers() -> NumberTypes:
    return AnswerTypes(
        Cues.load(LEXICON, ANSWER_TYPES), Lugares.load(LEXICON), act_namer(Cues.load(LEXICON, MESSAGES))
    ).numbers


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("¿qué porcentaje de mujeres está cesante?", "La participación laboral de las mujeres es de 80,8%."),
        ("¿cuántas familias están sin trabajo?", "El programa atendió a 120 familias."),
        ("¿cuántas sesiones online hubo?", "Se realizaron 6 sesiones ordinarias."),
        ("¿qué tasa de participación tienen las mujeres?", "La población extranjera participa en un 80,8%."),
        ("¿cuántos ataques informáticos hubo?", "Se publicaron 12 boletines de ciberseguridad."),
        ("¿cuántos días tardó el más demorado?", AVERAGE),
        ("dame el detalle de los días de respuesta de cada analista", AVERAGE),
        ("asistencia desglosada por cada consejero", "Hubo 6 sesiones, con un promedio de 88% de asistencia."),
        ("¿cuál fue el plazo más corto de respuesta?", AVERAGE),
        ("¿a cuántos pesos equivalen esas UTM?", "Las multas fueron $549.300.934 y la cobranza 505 UTM."),
        ("cuánto es en pesos las 505 UTM", "Las multas fueron $549.300.934 y la cobranza 505 UTM."),
        ("¿cuántos dólares se gastaron?", "Se gastaron $3.692.523.523."),
        ("¿y por región? ¿cuál tuvo más?", "En 2024 se identificaron 39 casos."),
        ("¿cuántos descargos por comuna?", "En 2024 se resolvieron 7.852 descargos."),
        ("¿cuántos boletines se publicarán en 2025?", "Se publicaron 12 boletines de ciberseguridad."),
        ("¿cuántos talleres van a hacer?", "El año 2023 se realizaron 10 talleres."),
        ("¿cuántos desertaron del curso?", "La iniciativa considera cuatro módulos."),
        ("¿cuántas personas con discapacidad fueron?", "Se beneficiaron 100 personas."),
    ],
)
def test_a_number_of_another_sort_is_no_answer(numbers: NumberTypes, question: str, text: str) -> None:
    assert numbers.lacking(question, [text])


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("¿cuántas mujeres participaron?", "Se contrató a 30 analistas, todas mujeres."),
        ("¿cuántas visitas virtuales tuvo?", "El portal tuvo 3.404.073 visitas."),
        ("¿cuánto demora en promedio el más largo?", AVERAGE),
        ("el detalle del promedio de cada unidad", AVERAGE),
        ("¿cuál es el plazo máximo?", "Un promedio de 8 días, con un máximo de 15 días."),
        ("¿cuántas UTM se recaudaron?", "**505** UTM en 2024."),
        ("¿cuántas lucas se gastaron?", "Se gastaron $3.692.523.523."),
        ("¿cuánto fue en pesos lo de las multas y cuánto en UTM la cobranza?", "Fueron $549.300.934 y 505 UTM."),
        ("¿y por región?", "Antofagasta, con 28 operativos."),
        ("¿cuántos encuentros van a hacer?", "Realización de dos encuentros anuales."),
        ("¿cuántos colegios tendrán plan?", "Se reunieron 3 veces; se proyecta que en 2025 todos tengan plan."),
        ("¿qué hacen las mujeres de la red?", "Se reúnen cada mes."),
        ("¿cuáles son los grupos más vulnerables?", AVERAGE),
    ],
)
def test_a_number_of_that_sort_is(numbers: NumberTypes, question: str, text: str) -> None:
    assert not numbers.lacking(question, [text])


@pytest.mark.parametrize(
    "turns",
    [
        ("¿cuántas sesiones presenciales y cuántas online hizo el COSOC en 2024?",),
        ("¿Cuál fue la asistencia más alta de los consejeros del COSOC a una sesión?",),
        ("¿Cuántos virus informáticos se detectaron en 2024?",),
        ("¿cuántos casos de trata hubo en 2024?", "¿y por región? ¿cuál tuvo más?"),
        ("¿Cuándo será el 3er Encuentro de Gobiernos Locales?",),
        ("¿En qué lugar del ranking de transparencia quedó la PDI?",),
        ("¿qué se logró en el primer encuentro de gobiernos locales?",),
        ("¿Cuántas mujeres haitianas participaron en el diálogo de Apoya Mujer Migrante?",),
    ],
)
def test_what_the_documents_do_not_part_is_not_told(real_assistant: Assistant, turns: tuple[str, ...]) -> None:
    assert answer(real_assistant, *turns).abstained


@pytest.mark.parametrize(
    "question",
    [
        "¿en cuántos días se demora a lo más la respuesta de un reclamo?",
        "¿cuántas horas se demora la respuesta de las felicitaciones y reclamos?",
    ],
)
def test_when_something_is_open_is_no_time_that_it_takes(real_assistant: Assistant, question: str) -> None:
    assert not answer(real_assistant, question).figures


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("¿Cuándo fue el 2do Encuentro de Gobiernos Locales?", "22 de noviembre"),
        ("¿Cuándo se realizó la segunda Cuenta Pública Participativa?", "mayo de 2024"),
        ("¿En qué lugar del ranking de transparencia quedó SERMIG?", "85"),
    ],
)
def test_which_of_those_held_and_who_stands_there_is_told(real_assistant: Assistant, question: str, told: str) -> None:
    assert told in answer(real_assistant, question).text


@pytest.mark.parametrize(
    ("question", "day"),
    [
        ("¿Cuándo fue el 2do Encuentro de Gobiernos Locales?", "22 de noviembre del 2024"),
        ("¿cuándo se publicó la resolución del Comité Asesor?", "23 de mayo de 2024"),
    ],
)
def test_when_something_was_held_is_told_first(real_assistant: Assistant, question: str, day: str) -> None:
    assert day in answer(real_assistant, question).text[:200]
