"""What no document defines is said to be undefined; whole documents are told by what they are."""

from __future__ import annotations

import pytest

from assistant.compose import MESSAGES
from assistant.compose.undefined import Meanings, is_title
from assistant.pipeline import Assistant
from corpus.cues import Cues
from corpus.settings import Settings


@pytest.fixture(scope="module")
def meanings() -> Meanings:
    return Meanings(Cues.load(Settings().lexicon_dir, MESSAGES))


@pytest.mark.parametrize("word", ["interculturalidad", "xenofobia"])
def test_a_word_that_no_document_defines(real_assistant: Assistant, word: str) -> None:
    answer = real_assistant.ask(f"¿Qué es la {word}?").answer
    assert answer.abstained
    assert f"Ningún documento define «{word}»" in answer.text


@pytest.mark.parametrize("question", ["¿qué es el PLADECO?", "¿qué se entiende por integración?", "¿qué es el RNA?"])
def test_a_word_that_a_document_explains(real_assistant: Assistant, question: str) -> None:
    assert not real_assistant.ask(question).answer.abstained


def test_only_a_single_word_is_sought(meanings: Meanings) -> None:
    assert meanings.subject("¿que es el sistema pms?") == "pms"
    assert meanings.subject("hablan de la apatridia, ¿que es eso?") == "apatridia"
    assert meanings.subject("¿que es la apatridia y cuantas personas hay?") is None
    assert meanings.subject("¿que es migraciones en tu barrio?") is None


def test_what_explains_a_word_follows_it(meanings: Meanings) -> None:
    assert meanings.explained("rna", [("", "El RNA es una plataforma interna.")])
    assert meanings.explained("rne", [("", "En el Registro Nacional de Extranjeros (RNE) se logró más.")])
    assert meanings.explained("sello", [("Objetivo del Sello", "Distingue a municipios.")])
    assert not meanings.explained("pms", [("", "Aplicación del sistema PMS a todos los trámites.")])
    assert not meanings.explained("interculturalidad", [("", "Su objetivo es la inclusión y la interculturalidad.")])


@pytest.mark.parametrize(
    ("question", "titles"),
    [
        ("¿en qué se parecen el plan y la guía?", ("Plan Nacional", "Guía Práctica")),
        ("¿qué relación hay entre el plan y la cuenta pública?", ("Plan Nacional", "Cuenta Pública")),
        ("¿en qué se diferencian las fichas y la guía?", ("Fichas", "Guía Práctica")),
    ],
)
def test_documents_side_by_side(real_assistant: Assistant, question: str, titles: tuple[str, ...]) -> None:
    answer = real_assistant.ask(question).answer
    assert not answer.abstained
    assert not answer.medidas
    assert all(f"**{title}" in answer.text for title in titles)


def test_a_plan_within_the_plan_is_not_the_whole(real_assistant: Assistant) -> None:
    answer = real_assistant.ask("¿de qué trata el plan de fortalecimiento a la matrícula?").answer
    assert answer.medidas == (62,)


def test_the_name_of_a_practice_is_told_by_the_practice() -> None:
    assert is_title("migraudec", "Proyecto MigraUdeC: Trabajo social", ["En MigraUdeC participan estudiantes."])
    assert not is_title("interculturalidad", "Escuela de Interculturalidad", ["el enfoque de interculturalidad"])


def test_which_medida_is_asked_of_the_plan_where_one_holds_it(real_assistant: Assistant) -> None:
    assert real_assistant.ask("¿cuál medida es la que se trabaja con México y de qué se trata?").answer.medidas == (55,)
    assert real_assistant.ask("¿qué medida habla de mediadores interculturales?").answer.medidas == (42,)
