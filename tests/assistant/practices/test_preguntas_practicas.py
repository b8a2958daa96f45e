"""How questions on practices are read: months, years, what is counted, what asks and what only tells."""

import pytest

from assistant.focus import expected, focused, weigher
from assistant.practices.counts import counted_thing
from assistant.practices.entries import Entries, merged, months_in
from assistant.practices.turns import inquiring
from corpus.records import Elemento, Practica, Span, Texto


def texto(words: str) -> Texto:
    return Texto(texto=words, spans=(Span(document="d", start=0, end=1),))


def practica(id: str, **fields: str) -> Practica:
    campos = tuple(Elemento(clave=key, titulo=key, texto=texto(words)) for key, words in fields.items())
    same = ("b",) if id == "a" else ("a",) if id == "b" else ()
    return Practica(
        id=id, document="d", titulo=texto("TALLER DE PAN"), lugar=texto("Municipalidad de Lota"), comuna="Lota",
        comunas=("Lota",), region="Biobío", campos=campos, misma_que=same, span=Span(document="d", start=0, end=9),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("dates", "months"),
    [
        ("Junio a agosto de 2025", {"junio", "julio", "agosto"}),
        ("entre marzo y mayo", {"marzo", "abril", "mayo"}),
        ("3 de abril 2024 / 8 de octubre 2024", {"abril", "octubre"}),
        ("durante el año", set()),
    ],
)
def test_the_months_of_a_text_of_dates(dates: str, months: set[str]) -> None:
    assert months_in(dates) == months


@pytest.mark.parametrize(
    ("dates", "years", "goes_on"),
    [
        ("10 de julio 2018 / 2021", (2018, 2019, 2020, 2021), False),
        ("2022 – 2024", (2022, 2024), False),
        ("Diciembre 2022 / a la fecha", (2022,), True),
    ],
)
def test_the_years_of_a_practice(dates: str, years: tuple[int, ...], goes_on: bool) -> None:
    (entry,) = merged([practica("x", fechas=dates)])
    assert entry.years == years
    assert entry.open_ended is goes_on


def test_one_practice_in_two_documents_is_one_entry_the_fuller_first() -> None:
    (entry,) = merged([practica("a", descripcion="Corto."), practica("b", descripcion="Largo.", fechas="2024")])
    assert entry.id == "b"
    assert entry.title == "Taller de pan"
    assert entry.where == "Municipalidad de Lota, Región de Biobío"
    assert [element.texto.texto for _, element in entry.fields("descripcion")] == ["Largo.", "Corto."]
    assert Entries  # the store's view of the same


@pytest.mark.parametrize(
    ("question", "thing"),
    [
        ("¿cuantas gallinas criaron?", "gallin"),
        ("numero de telares", "telar"),
        ("¿cuantos lograron finalmente vender el queso?", "ques"),
        ("¿cuando partio y cuantas gallinas hubo?", None),
        ("¿cuanto duro la feria?", None),
    ],
)
def test_what_a_question_counts(question: str, thing: str | None) -> None:
    assert counted_thing(question) == thing


def test_only_what_asks_is_read_for_fields() -> None:
    told = "mande un correo y nadie lo abrio. ¿que canal recomiendan?"
    assert inquiring(told) == "¿que canal recomiendan?"
    assert inquiring("ficha de lota: financiamiento") == "ficha de lota: financiamiento"


@pytest.mark.parametrize(
    ("question", "answer", "other"),
    [
        ("¿cada cuanto se junta la mesa?", "se reune de manera quincenal", "se reune en la sede"),
        ("¿cuanto dura el taller?", "dura 45 minutos", "parte el 3 de mayo"),
        ("¿cuantos socios tiene?", "tiene doce socios", "tiene socios"),
        ("¿en que mes parte?", "parte en abril", "parte pronto"),
    ],
)
def test_how_an_expected_answer_looks(question: str, answer: str, other: str) -> None:
    looks = expected(question)
    assert looks is not None
    assert looks.search(answer)
    assert not looks.search(other)


def test_a_long_sentence_is_cut_to_the_clauses_that_answer() -> None:
    text = "El club nació en el puerto, con ayuda de muchas manos, y reúne a 30 remeros, que entrenan en la bahía."
    weigh = weigher({"remer": 2.0}, expected("¿cuantos remeros?"))
    assert focused(text, weigh, 40) == "… y reúne a 30 remeros …"
    assert focused("Corto. Reúne a 30 remeros.", weigh, 40) == "Reúne a 30 remeros."
