"""What goes into what is written, whom to take in, how many of a thing, how often it is renewed, whether it has to be done."""

from __future__ import annotations

import pytest

from assistant.focus import expected
from assistant.particulars import Particulars
from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("qué anoto en el registro de servicios", "Nombre del departamento u oficina municipal"),
        ("qué anoto en el mapa de redes", "Nombre de la institución"),
        ("qué pongo en el informe de diagnóstico", "Principales cifras respecto a la realidad migratoria"),
        ("a quién pongo en el mapa de redes", "incluir a organizaciones funcionales"),
        ("qué organizaciones van en el mapa de redes", "incluir a organizaciones funcionales"),
        ("a quien pongo en el equipo ejecutivo", "Encargado/a de Migración"),
        ("qué preguntas pongo en la encuesta", "¿Qué tan satisfecho/a está"),
        ("qué tipo de preguntas lleva la encuesta", "Cerradas: Opciones predefinidas"),
        ("cada cuánto se renueva el pladeco", "al menos cuatro años"),
        ("no hay tiempo para reunir al equipo ampliado, alguna alternativa?", "aprovechar instancias existentes"),
        ("los directivos no vienen al equipo, algún consejo?", "al menos una jefatura"),
        ("es obligatorio que el dideco lidere", "cada municipalidad puede conformar el equipo"),
        ("es obligatorio que firme el alcalde", "Mínimo: Carta de compromiso firmada"),
    ],
)
def test_the_very_fact_stands_first(real_assistant: Assistant, question: str, says: str) -> None:
    answer = real_assistant.ask(question).answer
    assert not answer.abstained
    assert says in answer.text[:400]


@pytest.mark.parametrize(
    "question",
    [
        "es obligatorio hacer la política",
        "la municipalidad está obligada a usar la guía",
        "es voluntaria la guía",
        "qué criterios se usaron para elegir las prácticas",  # and not those by which a practice chooses somebody
    ],
)
def test_what_is_told_nowhere_is_not_told(real_assistant: Assistant, question: str) -> None:
    assert real_assistant.ask(question).answer.abstained


def test_what_a_register_holds_is_not_what_stands_in_a_flow_chart(real_assistant: Assistant) -> None:
    assert "Nombre del departamento" not in real_assistant.ask("qué anoto en el flujograma").answer.text[:400]


@pytest.mark.parametrize("question", ["cuántos talleres de diagnóstico hay que hacer", "cuántos talleres de planificación se hacen"])  # fmt: skip
def test_what_counts_other_things_does_not_lead(real_assistant: Assistant, question: str) -> None:
    assert "Objetivo" not in real_assistant.ask(question).answer.text[:40]


def test_who_chose_the_practices_is_told(real_assistant: Assistant) -> None:
    assert "evaluadas por una comisión" in real_assistant.ask("cómo se eligieron las prácticas").answer.text[:200]


def test_an_article_is_no_number_and_what_is_renewed_is_told_by_how_long_it_holds() -> None:
    looks = expected("cuantos comites hay")
    assert looks is not None
    assert not looks.search("formar un comite")
    assert looks.search("formar dos comites")
    looks = expected("cada cuanto se renueva el catastro")
    assert looks is not None
    assert looks.search("una vigencia de dos anos")


def test_what_has_to_be_done_is_asked_of_somebody_or_left_to_them() -> None:
    question = "es obligatorio tener un reglamento"
    assert Particulars._of_no_duty(question, ["El reglamento ordena la atención."])
    assert not Particulars._of_no_duty(question, ["Se recomienda contar con un reglamento."])
    assert not Particulars._of_no_duty("quien hizo el reglamento", ["El reglamento ordena la atención."])


def test_who_the_assistant_is_and_what_it_answers(real_assistant: Assistant) -> None:
    assert "asistente" in real_assistant.ask("¿qué tipo de preguntas puedo hacerte?").answer.text


def test_steps_before_a_list_are_not_cut_off(real_assistant: Assistant) -> None:
    assert "Incluir a diferentes actores" in real_assistant.ask("a quién incluyo en el taller FODA").answer.text[:300]
