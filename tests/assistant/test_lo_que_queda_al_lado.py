"""What stands beside the thing that is asked for: who leads is not who follows him, that there is a wait not how long it is,
how many there are neither their names nor what they earned."""

from pathlib import Path

import pytest
from asking import answer

from assistant.act_names import act_namer
from assistant.answer_type import ANSWER_TYPES, AnswerTypes
from assistant.compose import MESSAGES
from assistant.pipeline import Assistant
from corpus.cues import Cues
from corpus.lugares import Lugares

LEXICON = Path(__file__).parents[2] / "corpus" / "lexicon"
AMPAROS = "**967** amparos en 2023: *Amparos presentados* (Tabla 7)."


@pytest.fixture(scope="module")
def types() -> AnswerTypes:
    return AnswerTypes(Cues.load(LEXICON, ANSWER_TYPES), Lugares.load(LEXICON), act_namer(Cues.load(LEXICON, MESSAGES)))


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("¿Quiénes integraban la comisión que premió?", "Participaron representantes de gobiernos locales."),
        ("¿qué personas componen el comité de redacción?", "El comité aprobó el texto."),
        ("nombre las 151 municipalidades con sello", "Son 151 municipalidades de las 16 regiones."),
        ("los nombres de las más de treinta organizaciones", "Más de treinta organizaciones asistieron."),
        ("sé que hubo 12 comunas en el piloto, ¿cuáles son?", "El piloto se hizo en 12 comunas del país."),
        ("horario oficina de migrantes de Arica", "La Oficina de Migrantes atiende a personas en Arica."),
        ("teléfono de la oficina de Temuco", "La oficina de Temuco atiende a estudiantes."),
        ("presupuesto de la feria intercultural", "La feria intercultural reúne a la comunidad."),
        ("¿quién es el vicepresidente del consejo?", "Preside el consejo Ana Soto."),
        ("¿cuánto hay que esperar por la cita?", "Disminuir el periodo de espera, con 10 comisiones anuales."),
        ("¿de cuánto es la espera en 2024?", "La espera de 2024 debe bajar."),
        ("¿cuánto ganaban las analistas?", "Se contrató a 30 mujeres como analistas."),
        ("¿cuántos trabajadores tiene el Servicio?", "Funcionarios/as capacitados: **548**."),
        ("¿qué votación obtuvo cada una?", "Fueron elegidas 16 organizaciones."),
        ("¿en qué fecha fueron los pilotos?", "Los pilotos se hicieron en tres municipalidades."),
    ],
)
def test_what_stands_beside_it_tells_nothing_of_it(types: AnswerTypes, question: str, text: str) -> None:
    assert types.lacking(question, [text])


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("¿Quiénes integran el comité asesor?", "El comité está integrado por 29 subsecretarías."),
        ("nombre las 5 comunas del piloto", "Son Arica, Iquique, Calama, Copiapó y Temuco."),
        ("horario de la plataforma", "La plataforma recibe consultas las 24 horas."),
        ("presupuesto del servicio", "Presupuesto Ley 2025: $26.041.642 M$."),
        ("¿cuánto hay que esperar?", "La respuesta tarda 15 días hábiles."),
        ("¿quién es el vicepresidente?", "Luis Soto es vicepresidente."),
        ("¿en qué fecha fue el encuentro?", "El encuentro fue el 22 de noviembre de 2024."),
    ],
)
def test_what_tells_it_passes(types: AnswerTypes, question: str, text: str) -> None:
    assert not types.lacking(question, [text])


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("¿cuántos amparos se resolvieron en contra del Servicio?", AMPAROS),
        ("¿en cuántos reclamos se falló a favor del vecino?", "Se recibieron 300 reclamos."),
        ("¿cuánta gente pidió el traspaso?", "**98** funcionarios en 2024: *traspasados a contrata*."),
    ],
)
def test_those_given_or_filed_are_not_those_asked_or_won(types: AnswerTypes, question: str, text: str) -> None:
    assert types.numbers.lacking(question, [text])


def test_what_was_filed_or_asked_for_is_told(types: AnswerTypes) -> None:
    assert not types.numbers.lacking("¿cuántos amparos se presentaron en contra del Servicio?", [AMPAROS])
    assert not types.numbers.lacking("¿cuántas residencias se pidieron en 2022?", ["**106.624**: *solicitadas*."])


@pytest.mark.parametrize(
    "question",
    [
        "en la encuesta CEP, ¿qué porcentaje cree que los inmigrantes son un aporte para la cultura?",
        "encuesta CEP: porcentaje en contra de dar el voto a los extranjeros",
        "recaudación por multas migratorias 2023, para comparar con 2024",
        "¿Quién es la vicepresidenta del COSOC?",
    ],
)
def test_what_is_told_of_another_is_no_answer(real_assistant: Assistant, question: str) -> None:
    assert answer(real_assistant, question).abstained


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("¿qué porcentaje cree que los inmigrantes son un aporte para la economía?", "35%"),
        ("¿quién preside el COSOC?", "Michel-Angel Joseph"),
        ("horario de Ayuda Migraciones", "24 horas"),
    ],
)
def test_what_is_told_of_it_is(real_assistant: Assistant, question: str, told: str) -> None:
    assert told in answer(real_assistant, question).text


@pytest.mark.parametrize(
    "question",
    [
        "¿qué documentos pedían en Quilicura para acreditar la vulnerabilidad?",
        "¿con qué papel tenía que llegar un migrante a Quilicura para acreditarse como vulnerable?",
    ],
)
def test_that_somebody_is_accredited_names_no_paper(real_assistant: Assistant, question: str) -> None:
    assert answer(real_assistant, question).abstained
