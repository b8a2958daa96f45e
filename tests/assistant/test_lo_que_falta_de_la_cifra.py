"""What a question says of the number that it asks for, and of whose it is, which a near answer does not say."""

import pytest

from assistant.pipeline import Assistant
from tests.assistant.asking import answer


@pytest.mark.parametrize(
    "question",
    [
        "¿Qué valor alcanzó el indicador de la medida 43?",
        "¿En cuánto va el indicador de la medida 5?",
        "numero de boletin del proyecto de ley que moderniza chilevalora",
        "numero de rex del convenio con el museo de la memoria",
        "encuesta nacional 2023, % que cree que los inmigrantes le quitan el trabajo a los chilenos",
        "¿cuál es el número mínimo de funcionarios que debe tener la oficina de migrantes?",
        "En el taller de planificación, ¿cuál es el número máximo de participantes?",
        "cuantos participantes por mesa en el taller",
        "de los operativos del 2024, ¿cuántos eran ferias?",
        "en Ayuda Migraciones, de los requerimientos que respondieron el 2024, ¿cuántos eran reclamos?",
        "solicitudes de transparencia 2022 (solicitudes, no amparos)",
        "atenciones iniciales departamento de refugio 2023",
        "formar lideres para el cambio, concepcion, de que trata el modulo 5",
        "las jornadas de titulos de La Reina, ¿a cuántas personas ayudaron en Rancagua?",
        "esa estrategia Intégrate de México, ¿a cuánta gente ayudó en Tijuana?",
        "mediadores sociales interculturales cuantas horas dura el taller",
        "la primera consulta a migrantes que hizo Quilicura, ¿cuántas personas la contestaron?",
        "mesa de convivencia de temuco, quien la preside",
        "clases gratis de creole para funcionarios municipales, quién las hace",
        "que marca de vehiculos compraron",
        "entrevistas diagnóstico: software sugerido para transcribir los audios",
    ],
)
def test_what_stands_near_is_of_something_else(real_assistant: Assistant, question: str) -> None:
    assert answer(real_assistant, question).abstained


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("¿Cuál es el indicador de la medida 43?", "aprueban capacitaciones"),
        ("cual es el numero de boletin del proyecto miscelaneo de migraciones", "16.072-06"),
        ("numero de rex del convenio con el archivo nacional", "18.409"),
        ("que porcentaje cree que los migrantes aumentan la delincuencia", "70%"),
        ("cuantos talleres de diagnostico hay que hacer como minimo", "dos"),
        ("taller de planificacion cuantos ejes por grupo", "dos ejes"),
        ("amparos presentados 2022, amparos no solicitudes", "569"),
        ("atenciones iniciales departamento de refugio 2024", "10.177"),
        ("formar lideres para el cambio, concepcion, de que trata el modulo 4", "salud mental"),
        ("las jornadas de titulos, ¿a cuántas personas ayudaron en La Reina?", "100"),
        ("cuanto duran los talleres", "180"),
        ("comite tecnico asesor, quien lo preside", "Director Nacional"),
        ("clases gratis de español para haitianos, quién las hace", "Servicio Jesuita"),
        ("con que programa computacional analizo la encuesta", "SPSS"),
    ],
)
def test_what_is_said_of_that_very_thing_is_told(real_assistant: Assistant, question: str, says: str) -> None:
    assert says in answer(real_assistant, question).text
