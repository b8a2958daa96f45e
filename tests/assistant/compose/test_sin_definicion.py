"""What no document defines is said so, with the nearest; what is to come again is refused; who lacks means asks the guide."""

from __future__ import annotations

import pytest

from assistant.pipeline import Assistant


@pytest.mark.parametrize(
    "name", ["enfoque intercultural", "enfoque territorial", "ventanilla única", "gestor intercultural"]
)
def test_a_name_that_nothing_told_holds_is_not_defined(real_assistant: Assistant, name: str) -> None:
    answer = real_assistant.ask(f"¿qué es {name}?").answer
    assert answer.abstained
    assert answer.text.startswith(f"**Ningún documento define «{name}».**")


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("que es eso de mi sermig que van a sacar", "plataforma"),
        ("¿qué es el pladeco que nos piden?", "lineamientos"),
        ("¿Qué mide el indicador ITA?", "sitios web"),
        ("segun la gia ke es la integrasion, ¿nos toca solo a nosotros?", "bidireccional"),
        ("qué es el plan de acogida", "**Plan de Acogida y Reconocimiento en Quilicura**"),
        ("qué es la mesa de convivencia", "Mesa de Convivencia y Educación Intercultural"),
    ],
)
def test_what_a_clause_or_a_sort_stands_beside_is_told(real_assistant: Assistant, question: str, says: str) -> None:
    answer = real_assistant.ask(question).answer
    assert not answer.abstained
    assert says in answer.text[:400]


@pytest.mark.parametrize(
    "question",
    ["¿cuándo viene otra regularización masiva?", "¿va a haber otra amnistía?", "¿cuándo abren un nuevo proceso de regularización?"],
)  # fmt: skip
def test_what_is_to_come_again_is_in_no_document(real_assistant: Assistant, question: str) -> None:
    answer = real_assistant.ask(question).answer
    assert answer.abstained
    assert "pronósticos" in answer.text


def test_what_is_announced_as_new_is_told(real_assistant: Assistant) -> None:
    answer = real_assistant.ask("¿cuándo sale la nueva plataforma Mi SERMIG?").answer
    assert not answer.abstained
    assert "segundo semestre de 2025" in answer.text[:400]


@pytest.mark.parametrize("question", ["y si no tenemos plata?", "¿y si tenemos pocos funcionarios?"])
def test_who_lacks_means_asks_the_guide(real_assistant: Assistant, question: str) -> None:
    answer = real_assistant.ask(question).answer
    assert not answer.abstained
    assert "recursos limitados" in answer.text[:400]


def test_who_cannot_pay_for_a_permit_asks_nothing_of_the_guide(real_assistant: Assistant) -> None:
    assert real_assistant.ask("no tenemos plata para la residencia, qué hacemos").answer.abstained


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("sistema PMS de sermig, qué significa la sigla", "PMS"),
        ("¿qué quiere decir «aporofobia»? sale en los talleres de Maipú", "aporofobia"),
        ("multilingüismo: definición", "multilingüismo"),
    ],
)
def test_the_word_may_come_first_and_a_remark_may_follow(real_assistant: Assistant, question: str, name: str) -> None:
    answer = real_assistant.ask(question).answer
    assert answer.abstained
    assert answer.text.startswith(f"**Ningún documento define «{name}».**")


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("el RNE de sermig, que significa", "Registro Nacional de Extranjeros"),
        ("PLADECO, qué significa la sigla", "Plan de Desarrollo Comunal"),
    ],
)
def test_letters_that_come_first_are_written_out(real_assistant: Assistant, question: str, says: str) -> None:
    assert says in real_assistant.ask(question).answer.text[:200]
