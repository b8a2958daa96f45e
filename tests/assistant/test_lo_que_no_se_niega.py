"""What is answered and was said not to be there: for a word of the asker's story, a name or a verb's other sense."""

from __future__ import annotations

import pytest
from asking import answer

from assistant.focus import lasts
from assistant.of_a_country import of_the_story
from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    ("message", "told"),
    [
        # What is told behind the question.
        (
            "¿En el plan hay alguna medida para enseñarles de previsión a los trabajadores migrantes? Mi señora dice que soy un "
            "despreocupado y tiene toda la razón.",
            "aula previsional",
        ),
        (
            "¿Qué es la cohesión social según la guía? Mi jefa me lo preguntó ayer y yo no supe.",
            "sentimiento de pertenencia",
        ),
        # Where somebody of the story is from.
        (
            "Arriendo una pieza a una señora peruana que espera la definitiva. ¿Cuántas definitivas se dieron el 2024?",
            "197.129",
        ),
        (
            "mi abuelita dominicana tiene 78 y vive conmigo. ¿en el plan se acordaron de las personas mayores que vienen de "
            "otro país?",
            "personas mayores",
        ),
        # The one named before, that the question only points to by its sort.
        (
            "Quedamos pegados con el Plan Rezago, que terminó en diciembre. ¿Cuánto se gastó en ese plan durante 2024?",
            "148.767",
        ),
        # Where one met with a word, and that it says nothing to one; what is asked of it "in short".
        ("¿qué es la transversalización? lo dijeron en una reunión y quedé igual", "parámetro"),
        ("¿qué es en concreto el SIAC?", "Sistema Integral"),
        ("¿Y qué es precisamente el RNA?", "plataforma interna"),
        # What one does to see how it goes leads up to another question; "donde" may say of which department.
        ("entro al portal para ver cómo va mi solicitud. ¿qué es Mi SERMIG?", "plataforma web"),
        ("Coquimbo: departamento donde está la oficina de migrantes", "Grupos Prioritarios"),
        # "Quiénes son los…" asks for members where a body follows, and not whom something is for.
        ("¿para quiénes son los talleres de la escuela de Viña?", "cuidadoras"),
        # "Cuando" says in which case, and asks for no day.
        ("¿qué se aconseja con la difusión cuando la comunidad está así de reacia?", "Dependiendo del contexto"),
        # "De acuerdo con" agrees on nothing, and an office is no address.
        (
            "De acuerdo con el Banco Mundial, ¿en cuánto subió el PIB por persona gracias a la migración entre 2017 y 2023?",
            "399",
        ),
        ("¿hay alguna dirección regional que se haya cambiado de local el 2024?", "Maule"),
        # How many times is what the verb says.
        ("aparte de Chile, ¿desde qué país entraron más al portal de trámites en 2024 y cuántas veces?", "140.337"),
        # "Lleva juntada" is "ha juntado".
        ("¿cuánta plata lleva juntada la unidad de cobranza de las multas que no se pagan?", "$300 millones"),
        # "Cuánto rato" and "en cuántos" are two questions, though the place stands before both.
        (
            "en el taller de planificacion cuanto rato es el trabajo en grupos y en cuantos grupos hay que separar a la gente",
            "tres grupos",
        ),
        # "La caja" is no acronym.
        ("¿cuánta plata entró a la caja de Migraciones de enero a marzo del 2025?", "10.228.759.401"),
        # "Se supone que" supposes nothing.
        ("¿cuándo se supone que lanzan Mi SERMIG?", "segundo semestre"),
        ("¿a cuántos venezolanos les han dado el refugio desde el 2022 para acá?", "80"),
        # "A distancia" is "en modalidad de teletrabajo", and whose money it was parts nothing.
        (
            "¿cuántas jefas de hogar se contrataron a distancia con aportes del gobierno regional y cuántas solicitudes "
            "revisaron?",
            "186.245",
        ),
        # "Una persona migrante en situación regular" is one concept.
        ("¿Cómo se define a una persona migrante en situación regular?", "y ha sido autorizada"),
    ],
)
def test_what_the_documents_say_is_told(real_assistant: Assistant, message: str, told: str) -> None:
    found = answer(real_assistant, message)
    assert not found.abstained
    assert told in found.text


@pytest.mark.parametrize(
    "message",
    [
        "¿Cuántas cartas de nacionalización se entregaron en 2024? Quiero las de venezolanos.",
        "Mi vecina es cubana. ¿Cuántos compatriotas de ella pidieron refugio el 2023?",
        "¿Cuántas vacunas dieron a migrantes en 2024? Mi hija está embarazada y me tiene preocupada.",
        "¿Qué dice el acuerdo con la NASA sobre los migrantes?",
        "¿cuántos talleres del 2024 fueron a distancia?",
        "¿cuánto dura la feria laboral de Iquique?",
        "¿cuál es la dirección de la oficina de Migraciones de Arica?",
    ],
)
def test_what_they_do_not_say_is_not(real_assistant: Assistant, message: str) -> None:
    assert answer(real_assistant, message).abstained


def test_a_series_leads_with_its_rows(real_assistant: Assistant) -> None:
    turns = ("¿qué es la residencia por razones humanitarias?", "¿y cuántas se han otorgado cada año desde el 2022?")
    found = answer(real_assistant, *turns)
    assert not found.abstained
    assert "29.820" in found.text


@pytest.mark.parametrize("line", ["la encuesta, cuanto la hago durar", "cuanto hacer durar el taller"])
def test_how_long_somebody_makes_a_thing_last_is_how_long_it_lasts(line: str) -> None:
    assert lasts(line)
    assert not lasts("cada cuanto tiempo conviene juntar a la mesa")


@pytest.mark.parametrize(
    ("message", "countries"),
    [
        ("Un temporero paraguayo se accidentó. ¿Hay algún estudio del plan sobre eso?", {"Paraguay"}),
        ("llegué de Perú el 2010 y no cacho nada. ¿Hay alguna medida sobre previsión?", {"Perú"}),
        ("Mi vecina es haitiana. ¿Cuántos de su país pidieron refugio?", set()),
        ("Los cubanos no encuentran pega. ¿Cuántos hay?", set()),
        ("¿Cuántos refugiados de Ucrania hay?", set()),
    ],
)
def test_where_one_person_of_a_story_is_from(real_assistant: Assistant, message: str, countries: set[str]) -> None:
    assert of_the_story(message, real_assistant.parts.scope.lugares) == countries


@pytest.mark.parametrize(
    ("message", "ended"),
    [
        ("¿cuántas medidas hay? Mi jefe me tiene loca con eso.", "¿cuántas medidas hay?"),
        ("¿cuántas medidas hay? Me refiero a las de salud.", None),
        ("¿cuántas residencias hubo? Tengo que decir las de 2023.", None),
        ("¿cuántos operativos hubo? Yo vivo en Iquique.", None),
        ("¿cuántas medidas hay? Gracias.", None),
    ],
)
def test_what_an_asker_tells_of_himself_at_the_end(real_assistant: Assistant, message: str, ended: str | None) -> None:
    assert real_assistant.parts.told_first.ended(message) == (ended or message)
