"""How long a practice took, how often its bodies meet, by whom and by which act a thing came about, what it is made of."""

from __future__ import annotations

import pytest

from assistant.compose.acronyms import Acronyms
from assistant.focus import lasting, lasts
from assistant.particulars import Particulars
from assistant.pipeline import Assistant
from assistant.practices.claims import Piece
from assistant.practices.pick import enumerating
from corpus.records import Documento


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("cuánto duró la primera consulta a migrantes", "Dos días"),  # a length in letters, of one called by its title
        ("cuanto duro la red solidaria", "10 de julio 2018 / 2024"),  # from when to when, where no length is told
        ("cuánto duró la mesa de temuco", "Agosto 2023/ Noviembre 2024"),
        ("quién certifica a los mediadores", "Fundación Henry Dunant"),
        ("cada cuánto se reúne la mesa de organizaciones", "mensuales"),
        ("qué decreto creó el protocolo de coquimbo", "N°3.737"),
        ("qué módulos tiene formar líderes para el cambio", "Contexto migratorio y conceptos básicos"),
        ("qué es la UMIS", "Unidad de Migración e Inclusión Social"),
        ("con qué frecuencia sesiona el equipo ampliado", "según sea requerido"),
        ("cuántas medidas de acción tenía la política nacional en su lanzamiento", "28 medidas de acción"),
    ],
)
def test_the_very_fact_stands_first(real_assistant: Assistant, question: str, says: str) -> None:
    answer = real_assistant.ask(question).answer
    assert not answer.abstained
    assert says in answer.text[:400]


@pytest.mark.parametrize(
    "question",
    [
        "con que decreto se creó la oficina de migrantes de coquimbo",  # the decree is the protocol's
        "cada cuánto se reúne el equipo ejecutivo",  # as required by it, the other one meets
        "cuánto duró el programa de mediadores",
        "cuanto duró la consulta ciudadana",
    ],
)
def test_what_is_told_of_another_thing_is_no_answer(real_assistant: Assistant, question: str) -> None:
    assert real_assistant.ask(question).answer.abstained


def test_a_length_may_be_told_in_letters() -> None:
    assert lasts("cuanto duro el encuentro")
    assert lasting("duracion tres semanas")
    assert not lasting("se hizo en 2015")


def test_things_told_one_by_one_are_the_ones_that_are_asked_for() -> None:
    told = [
        Piece("Descripción", text, (), "descripcion")
        for text in ("Van tres sesiones.", "Las sesiones son: 1. Derechos; 2. Salud.", "Hubo fiesta: música, baile.")
    ]
    assert enumerating("que sesiones tiene el curso", told) == told[1:2]
    assert enumerating("quien hace el curso", told) == []


def test_of_two_bodies_of_one_sort_that_which_meets_is_meant() -> None:
    leads = ["El consejo consultivo sesiona según sea requerido por el consejo ejecutivo."]
    assert Particulars._another_meets("cada cuanto se junta el consejo ejecutivo", leads, lambda: leads)
    assert not Particulars._another_meets("cada cuanto se junta el consejo consultivo", leads, lambda: leads)


def test_letters_below_a_blank_line_of_a_cell_are_of_the_name_above() -> None:
    text = "crea la Oficina de Pueblos Originarios \n\n(OPO) \n"
    assert Acronyms([Documento.model_construct(id="x", text=text)]).of("opo") is not None


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("cuánto duró formar líderes", "Entre octubre y noviembre de 2024"),  # and not "mayores de 18 años"
        ("quién recolecta las donaciones en macul", "Juntas de Vecinos recolectan"),
        ("cada cuánto se hace la escuela intercultural", "de manera anual"),
    ],
)
def test_the_time_and_the_doers_of_the_very_thing(real_assistant: Assistant, question: str, says: str) -> None:
    assert says in real_assistant.ask(question).answer.text[:400]


def test_no_practice_is_said_to_have_won(real_assistant: Assistant) -> None:
    assert real_assistant.ask("cuál práctica ganó").answer.abstained
    assert real_assistant.ask("cada cuánto abre la boutique solidaria").answer.abstained
