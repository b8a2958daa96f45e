"""Who does a thing under another word for it, whom a practice leaves out, how many did what, and the need of a story."""

from __future__ import annotations

import pytest
from asking import answer

from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    ("turns", "says"),
    [
        (("¿quién le da las cosas a la gente en la red de Macul?",), "El Arca"),
        (
            (
                "¿qué comuna tiene una red solidaria con las juntas de vecinos?",
                "¿y ahí quién le entrega las cosas a la gente?",
            ),
            "El Arca",
        ),
        (("¿qué entidades daban el diploma de los mediadores en Quilicura?",), "Henry Dunant"),
        (("¿qué entidades integraban la primera mesa migrante de Lo Espejo, de 2023?",), "Ann Pale"),
        (("¿qué fundación participa en la mesa de Lo Espejo?",), "Ann Pale"),
        (("¿quién debe encabezar el equipo ejecutivo y quién hace de secretario?",), "Desarrollo Comunitario"),
        (("¿quién encabeza el COSOC?",), "Michel-Angel Joseph"),
    ],
)
def test_one_act_has_several_words(real_assistant: Assistant, turns: tuple[str, ...], says: str) -> None:
    assert says in answer(real_assistant, *turns).text[:430]


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("las ayudas de Quilicura el 2014, ¿eran también para los que estaban sin papeles?", "situación regular"),
        ("¿a la academia de Arica pueden ir indocumentados?", "sin importar su estatus migratorio"),
    ],
)
def test_whether_those_without_papers_may_come_is_told_by_their_status(
    real_assistant: Assistant, question: str, says: str
) -> None:
    assert says in answer(real_assistant, question).text[:430]


@pytest.mark.parametrize(
    "question",
    ["cuánta gente contestó la encuesta de Quilicura", "¿cuántas personas respondieron la consulta de Quilicura?"],
)
def test_those_who_translated_did_not_answer(real_assistant: Assistant, question: str) -> None:
    assert answer(real_assistant, question).abstained


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("¿qué comuna ha hecho algo por los niños extranjeros que son molestados en el colegio?", "Maipú"),
        ("¿Hay algún caso nórdico de viviendas para migrantes?", "Bergen"),
    ],
)
def test_the_need_is_sought_without_the_words_that_seek(real_assistant: Assistant, question: str, says: str) -> None:
    assert says in answer(real_assistant, question).text[:430]


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("ficha más antigua aún vigente, comuna y año de inicio", "Macul"),
        ("¿cuál de las fichas que siguen vigentes es la más nueva?", "2024"),
        ("¿alguna municipalidad con campañas que promuevan narrativas positivas?", "Encontrarnos"),
        ("quien puede participar en formar lideres", "mayores de 18"),
    ],
)
def test_those_that_go_on_and_those_of_a_theme(real_assistant: Assistant, question: str, says: str) -> None:
    assert says in answer(real_assistant, question).text[:600]
