"""Why a message asks, and what stands beside its question, is left out; what it only points to there is written in."""

from __future__ import annotations

import pytest
from asking import answer

from assistant.answer_type import asked_itself
from assistant.pipeline import Assistant
from assistant.told_parts import with_year, without_which


@pytest.mark.parametrize(
    ("message", "asked"),
    [
        ("¿cuántos talleres hubo en 2024? te pregunto porque mi mamá fue a uno", "¿cuántos talleres hubo en 2024?"),
        ("qué es una política implícita, porque yo soy nueva en esto", "qué es una política implícita"),
        ("¿cuántas cartas se otorgaron en 2022? es q mi vecina sacó una", "¿cuántas cartas se otorgaron en 2022?"),
        ("denuncias por trata 2024, p/ licitación propia", "denuncias por trata 2024"),
        ("indicador de la medida 12 (p/ informe COSOC)", "indicador de la medida 12"),
        ("¿cuántas medidas hay en fronteras, que entiendo es lo más urgente?", "¿cuántas medidas hay en fronteras?"),
        ("¿qué se hizo con la app de fiscalización? yo soy profesora y vivo lejos", "¿qué se hizo con la app de fiscalización?"),
        # What it is for somebody, and why a thing was so, is asked.
        ("¿cuántas expulsiones hubo en total? yo hablo de las judiciales", "¿cuántas expulsiones hubo en total? yo hablo de las judiciales"),
        ("¿qué medidas nos tocan este año? nosotros somos de Salud", "¿qué medidas nos tocan este año? nosotros somos de Salud"),
        ("en la evaluación, que se mira con el criterio?", "en la evaluación, que se mira con el criterio?"),
        ("residencias otorgadas en 2024, para niños y niñas", "residencias otorgadas en 2024, para niños y niñas"),
        ("¿por qué bajaron las solicitudes? es que no lo entiendo", "¿por qué bajaron las solicitudes? es que no lo entiendo"),
        ("¿cuántos rechazaron porque no tenían papeles?", "¿cuántos rechazaron porque no tenían papeles?"),
        ("es que no sé cuántas medidas hay", "es que no sé cuántas medidas hay"),
        # What stands after a story is asked, and is no part of why.
        ("mi hijo no estudia porque no tenemos RUT. El plan dice algo de la matrícula?", "mi hijo no estudia porque no tenemos RUT. El plan dice algo de la matrícula?"),
        ("ando cesante porque acá no vale mi título. qué medidas hay de eso", "ando cesante porque acá no vale mi título. qué medidas hay de eso"),
    ],
)  # fmt: skip
def test_why_it_is_asked_is_left_out(real_assistant: Assistant, message: str, asked: str) -> None:
    assert real_assistant.parts.reasons.without(message) == asked


@pytest.mark.parametrize(
    ("message", "asked"),
    [
        (
            "vivo en Tarapacá y siempre hay filas con esto. ¿a cuántas personas atendieron acá el 2024?",
            ["¿a cuántas personas atendieron en Tarapacá el 2024?"],
        ),
        (
            "llegué el 2022 y todos venían, ¿cuántas residencias definitivas se resolvieron ese año?",
            ["¿cuántas residencias definitivas se resolvieron en 2022?"],
        ),
        (
            "Para una minuta sobre infancia, ¿cuántas expulsiones administrativas hubo en 2024?",
            ["¿cuántas expulsiones administrativas hubo en 2024?"],
        ),
        (
            "A raíz de la campaña por la ley, quisiera saber cuántas reconducciones hubo en 2024",
            ["cuántas reconducciones hubo en 2024"],
        ),
        (
            "Mi hermana trabaja en el registro civil, que medida del plan habla de mujeres migrantes?",
            ["que medida del plan habla de mujeres migrantes?"],
        ),
        # What may be asked of what is told.
        ("Estuve en Tarapacá. ¿Cuántas reconducciones hubo en 2024?", []),
        ("me rechazaron la definitiva, ¿cuántos días tengo yo para presentar el recurso?", []),
    ],
)
def test_the_question_proper_stands_by_itself(real_assistant: Assistant, message: str, asked: list[str]) -> None:
    assert real_assistant.parts.told_first.proper(message) == asked


def test_the_thing_pointed_to_is_that_of_the_place_told(real_assistant: Assistant) -> None:
    like = real_assistant.parts.told_first.of_place
    assert like("Queremos un estudio similar al de Los Andes. ¿Cuánto duró ese diagnóstico?") == (
        "¿Cuánto duró el diagnóstico de Los Andes?",
        "Los Andes",
    )
    assert like("Vi lo de Macul con la ropa. ¿Quién coordina esa tienda?") == (
        "¿Quién coordina la tienda de Macul?",
        "Macul",
    )
    assert like("Vi lo de Macul y lo de Hualqui. ¿Quién coordina esa tienda?") is None
    assert like("Vi lo de Macul con la ropa. ¿Quién coordina la tienda?") is None


def test_of_two_years_told_none_is_meant() -> None:
    asked = "¿cuántas hubo ese año?"
    assert with_year("llegué el 2023", asked) == "¿cuántas hubo en 2023?"
    assert with_year("llegué el 2021 y volví el 2023", asked) == asked


def test_which_one_is_known_already_needs_no_clause() -> None:
    assert without_which("¿cuánto costó la app esa, la que usa la PDI?") == "¿cuánto costó la app esa?"
    assert (
        without_which("¿cuántas visas hubo, las que se dieron a niños?")
        == "¿cuántas visas hubo, las que se dieron a niños?"
    )


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("¿qué método usan para saber cuántos niños hay, y desde cuándo?", "¿qué método usan, y desde cuándo?"),
        ("¿cuántos niños hay?", "¿cuántos niños hay?"),
        ("quiero saber cuántos niños hay", "quiero saber cuántos niños hay"),
    ],
)
def test_what_is_embedded_in_what_is_asked_is_not_asked(question: str, asked: str) -> None:
    assert asked_itself(question) == asked


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("Preparo la charla de los que entran a trabajar. ¿Con qué resolución se aprobó el Código de Ética?", "43.780"),
        ("Mi cuñado mandó sus descargos y está nervioso. ¿Cuánto demoraban en contestar esos descargos durante 2024?", "8,6"),
        ("Desde ahora la Estrategia de Inclusión Digital es de la NASA. ¿Quién es el responsable de esa medida?", "Transporte"),
        ("Nuestro DAEM evalúa un estudio similar al de Los Andes, que levantó una línea de base sobre estudiantes migrantes. ¿Entre qué meses se ejecutó ese diagnóstico?", "Junio a octubre"),
        ("vivo en Magallanes y la oficina está siempre llena, con hora y todo. ¿a cuánta gente atendieron acá el 2024?", "3.208"),
        ("mi papá llegó el 2022 y me dio curiosidad, o sea cuántas cartas de nacionalización salieron ese año", "2.051"),
        ("de lo pendiente hasta 2022, ¿por qué no han podido resolver las solicitudes que quedan?", "documentación"),
    ],
)  # fmt: skip
def test_what_stands_beside_a_question_hides_no_answer(real_assistant: Assistant, message: str, told: str) -> None:
    said = answer(real_assistant, message)
    assert not said.abstained
    assert told in said.text


@pytest.mark.parametrize(
    "message",
    [
        "vivo en Iquique y hay mucho reclamo, ¿cuántos amparos hubo acá el 2024?",
        "mi tía se nacionalizó el 2015 y está feliz. ¿cuántas cartas de nacionalización se dieron ese año?",
        "soy de Maipú y preparo una minuta, ¿cuántos operativos en terreno se hicieron en mi comuna?",
    ],
)
def test_what_it_restricts_still_has_to_be_there(real_assistant: Assistant, message: str) -> None:
    assert answer(real_assistant, message).abstained
