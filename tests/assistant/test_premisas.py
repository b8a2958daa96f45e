"""What a message states beside its question: its subject is taken along, its figures are not believed."""

import pytest

from assistant.figures import moved_otherwise
from assistant.pipeline import Assistant
from assistant.understand.premises import asked_instead, untagged
from tests.assistant.asking import answer


@pytest.mark.parametrize(
    ("message", "instead"),
    [
        ("¿Es cierto que hubo 5.000 expulsiones en 2024?", "cuantas expulsiones hubo en 2024"),
        ("Se hicieron 900 operativos en 2024, ¿verdad?", "cuantas operativos se hicieron en 2024"),
        (
            "por que en 2024 hubo 5000 expulsiones, cuantas fueron en total ese año",
            "cuantas expulsiones fueron en 2024",
        ),
        ("¿Por qué el Plan trae nueve enfoques transversales? Enumérelos.", "cuales son los enfoques transversales"),
        ("How many removals (expulsiones judiciales) were there?", "how many expulsiones judiciales were there?"),
        ("El portal lleva un año, ¿cuándo lo lanzaban?", "el portal, ¿cuando lo lanzaban?"),
    ],
)
def test_what_is_stated_is_asked_for(message: str, instead: str) -> None:
    assert asked_instead(message) == instead


@pytest.mark.parametrize(
    "message", ["¿Cuántas expulsiones hubo en 2024?", "¿Qué plazo tiene la medida 3?", "De las 37, ¿qué vence en 2024?"]
)
def test_a_question_that_states_nothing_is_not_read_anew(message: str) -> None:
    assert asked_instead(message) is None


def test_a_statement_is_not_asked_where_a_question_follows() -> None:
    assert untagged("La lleva Salud, ¿cierto? ¿Y hasta cuándo?") == "La lleva Salud, ¿Y hasta cuándo?"
    assert untagged("La lleva Salud, ¿cierto?") == "La lleva Salud, ¿cierto?"


@pytest.mark.parametrize(
    ("message", "number"),
    [
        ("¿Es cierto que hubo 5.000 expulsiones en 2024?", "1.100"),
        ("por que el 2024 hubo 5000 expulsiones si prometieron menos, cuantas fueron en total ese año", "1.100"),
    ],
)
def test_a_false_number_is_answered_with_the_true_one(real_assistant: Assistant, message: str, number: str) -> None:
    answer = real_assistant.ask(message).answer
    assert number in answer.text
    assert "5.000" not in answer.text


def test_a_statement_with_where_it_was_read_is_asked_for_its_number() -> None:
    read = "Leí en la prensa que hubo 5.000 reconducciones en 2024. ¿Es cierto o es puro cuento?"
    assert asked_instead(read) == "cuantas reconducciones hubo en 2024"
    money = "Me dijeron en la oficina que se gastaron 5 mil millones en pasajes, ¿es verdad?"
    assert asked_instead(money) == "cuanto se gastaron en pasajes"


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("me dijeron que las expulsiones administrativas bajaron el 2024, ¿es cierto?", "lo contrario"),
        ("¿es cierto que aumentaron las cartas de nacionalización en 2024?", "menos en 2024 que en 2023"),
        ("¿es verdad que las humanitarias otorgadas subieron?", "22.835"),
        ("¿bajaron las expulsiones el 2024?", "**351** expulsiones más"),
    ],
)
def test_a_rise_or_a_fall_is_confirmed_or_not(real_assistant: Assistant, message: str, told: str) -> None:
    assert told in answer(real_assistant, message).text[:250]


def test_only_what_was_said_to_have_moved_is_confirmed() -> None:
    assert moved_otherwise.supposed("dicen que subieron las multas, ¿es cierto?") == moved_otherwise.Supposed(
        up=True, question="¿subieron las multas?", asked=True
    )
    assert moved_otherwise.supposed("¿es cierto que son 86 medidas?") is None
    assert moved_otherwise.supposed("¿por qué bajaron las multas?") == moved_otherwise.Supposed(
        up=False, question="¿bajaron las multas?"
    )
