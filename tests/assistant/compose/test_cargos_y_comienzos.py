"""Who holds a post, when a thing began, what a section of its own tells of a name, and what no document names."""

from __future__ import annotations

import pytest

from assistant.compose import MESSAGES
from assistant.compose.acronyms import Acronyms
from assistant.compose.beginnings import Beginnings
from assistant.compose.defining import Defining
from assistant.compose.posts import Posts
from assistant.pipeline import Assistant
from corpus.cues import Cues
from corpus.records import Documento
from corpus.settings import Settings
from corpus.store import Store

SIGNED = "…en todo el país.\n\nANA MARÍA PÉREZ SOTO\n\nDirectora Servicio Nacional de Aduanas.\nINTRODUCCIÓN\n\nPASOS A SEGUIR\nEtapa primera."


@pytest.fixture(scope="module")
def messages() -> Cues:
    return Cues.load(Settings().lexicon_dir, MESSAGES)


@pytest.fixture(scope="module")
def beginnings(real_store: Store, messages: Cues) -> Beginnings:
    return Beginnings(Defining(real_store, messages), messages)


@pytest.mark.parametrize(
    "line",
    [
        "¿quien es la directora de aduanas?",
        "quien manda en aduanas",
        "quien es la directora del servicio",
        "¿quien es perez soto?",
    ],
)
def test_who_signs_with_a_post_holds_it(messages: Cues, line: str) -> None:
    document = Documento(
        id="d", title="D", publisher="P", year=2025, kind="k", parser="p", file="f", sha256="0" * 64, text=SIGNED
    )  # fmt: skip
    found = Posts([document], Acronyms([document]), messages).find(line)
    assert found is not None
    assert (found.name, found.post) == ("Ana María Pérez Soto", "Directora Servicio Nacional de Aduanas")


@pytest.mark.parametrize(
    ("question", "name"),
    [("¿quién es el director de Migraciones?", "Thayer"), ("quién manda en el SERMIG", "Thayer"), ("quién es el director del servicio", "Thayer"), ("quién es el jefe de la OIM en Chile", "Custodio")],
)  # fmt: skip
def test_the_holder_of_a_post_is_told(real_assistant: Assistant, question: str, name: str) -> None:
    answer = real_assistant.ask(question).answer
    assert name in answer.text[:120]
    assert not answer.withheld


@pytest.mark.parametrize(
    "question", ["quién es el presidente del COSOC", "¿quién preside el Consejo de la Sociedad Civil?"]
)
def test_on_whom_a_presidency_fell_is_told(real_assistant: Assistant, question: str) -> None:
    assert "Michel-Angel Joseph" in real_assistant.ask(question).answer.text[:300]


@pytest.mark.parametrize("question", ["quién es el director regional de Ñuble", "¿quién es el director de la PDI?"])
def test_the_holder_of_another_post_is_not(real_assistant: Assistant, question: str) -> None:
    assert "Thayer" not in real_assistant.ask(question).answer.text


@pytest.mark.parametrize(
    ("line", "thing"),
    [
        ("¿cuando se lanzo la politica nacional?", "politica nacional"),
        ("y en que ano partio compromiso migrante", "compromiso migrante"),
        ("¿cual fue la fecha de inicio del programa de rezago?", "programa de rezago"),
    ],
)
def test_ways_of_asking_when_a_thing_began(beginnings: Beginnings, line: str, thing: str) -> None:
    assert beginnings.subject(line) == thing


@pytest.mark.parametrize(
    ("question", "date"),
    [
        ("cuándo se lanzó la política nacional", "diciembre de 2023"),
        ("¿cuándo partió Ayuda Migraciones?", "18 de marzo de 2024"),
        ("¿cuándo se creó el comité asesor?", "23 de mayo de 2024"),
        ("en qué fecha se creó la Unidad de Migración e Inclusión Social de Quilicura", "26 de agosto 2014"),
    ],
)
def test_the_sentence_that_dates_the_beginning_leads(real_assistant: Assistant, question: str, date: str) -> None:
    assert date in real_assistant.ask(question).answer.text[:200]


@pytest.mark.parametrize("line", ["cuando se creo el cosoc", "¿cuando se creo el sermig?"])
def test_what_else_is_dated_of_a_thing_is_not_its_beginning(beginnings: Beginnings, line: str) -> None:
    assert beginnings.find(line) is None


def test_a_section_of_its_own_tells_what_a_name_is(real_assistant: Assistant) -> None:
    answer = real_assistant.ask("¿qué es eso del rezago?").answer
    assert not answer.abstained
    assert answer.text.startswith("**Programa de Rezago**")


@pytest.mark.parametrize("question", ["qué es SIMEL", "que significa RNT"])
def test_a_name_that_no_document_holds_is_said_to_be_unnamed(real_assistant: Assistant, question: str) -> None:
    answer = real_assistant.ask(question).answer
    assert answer.abstained
    assert "Ninguno nombra" in answer.text


def test_a_word_that_asks_of_what_stands_before_is_no_name(real_assistant: Assistant) -> None:
    assert not real_assistant.ask("SMART: qué significa cada letra").answer.abstained


def test_what_a_body_is_is_not_told_by_a_sentence_on_an_agreement_of_it(real_assistant: Assistant) -> None:
    text = real_assistant.ask("¿qué es la PDI?").answer.text
    assert "Policía de Investigaciones" in text[:80]
    assert "- Esta herramienta permite" not in text


@pytest.mark.parametrize(
    "question",
    ["cuantos irregulares hay en el pais", "¿cuántos extranjeros vivían en Chile a fines de 2023 según la estimación con el INE?"],
)  # fmt: skip
def test_the_number_of_an_item_of_a_list_is_no_count(real_assistant: Assistant, question: str) -> None:
    assert real_assistant.ask(question).answer.abstained
