"""Mistyped words: mended where nobody writes them so, never where they are words."""

from __future__ import annotations

import pytest

from assistant.pipeline import Assistant
from assistant.understand.text import SHORT_FORMS, Speller, folded_line, short_forms, spanish_words
from corpus.cues import Cues
from corpus.errors import LexiconError
from corpus.settings import Settings

TEXTS = [
    "medida medidas mesa meses plan plazo para planta cada caja presentar presentada migracion migraciones sello anexos"
]
COUNTS = {"medidas": 300, "plan": 400, "cada": 90, "presentar": 80, "caja": 3, "sello": 70, "gente": 80}


@pytest.fixture(scope="module")
def speller() -> Speller:
    return Speller(TEXTS, COUNTS)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("mesidas", "medidas"),  # its stem is that of "meses"
        ("mediidas", "medidas"),
        ("paln", "plan"),
        ("csda", "cada"),
        ("gnte", "gente"),
        ("migracoin", "migracion"),
        ("zello", "sello"),
        ("anecsos", "anexos"),
    ],
)
def test_a_slip_of_the_fingers_is_mended(speller: Speller, typed: str, meant: str) -> None:
    assert speller.mend(typed) == meant


@pytest.mark.parametrize("word", ["planta", "presentaron", "mesas", "migratorio", "caj", "pdi", "2024", "cosoc"])
def test_a_word_is_never_turned_into_another(speller: Speller, word: str) -> None:
    assert speller.mend(word) == word


@pytest.mark.parametrize("word", ["casinos", "taxis", "misterio", "violar", "ensalada"])
def test_a_word_of_spanish_is_never_turned_into_one_of_the_documents(word: str) -> None:
    texts = ["caminos taxes ministerio volar enganada"]
    assert Speller(texts, {}).mend(word) != word
    assert Speller(texts, {}, spanish=spanish_words(Settings().lexicon_dir)).mend(word) == word


def test_a_word_that_sounds_like_one_of_the_documents_is_that_one() -> None:
    spanish = spanish_words(Settings().lexicon_dir)
    assert "tubo" in spanish
    assert Speller(["tuvieron sesiones"], {"sesion": 60}, spanish=spanish).mend("cesion") == "sesion"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("asta cuando ay plaso pa la medida", "hasta cuando hay plazo para la medida"),
        ("kuantos meses xq no ay plan", "cuantos meses por que no hay plan"),
        ("quien eri y que sabi", "quien eres y que sabes"),
        ("qe iso la muni", "que iso la municipalidad"),
        ("q se entiende x acogida", "que se entiende por acogida"),
        ("kuantos del eje x ay", "cuantos del eje x hay"),
    ],
)
def test_what_is_written_in_haste_is_written_out(typed: str, meant: str) -> None:
    short = short_forms(Cues.load(Settings().lexicon_dir, SHORT_FORMS))
    assert folded_line(typed, Speller(TEXTS, COUNTS, short)) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("¿hubo mil cien expulsiones?", "¿hubo 1.100 expulsiones?"),
        ("de treinta y cinco mil doscientas a cuarenta mil", "de 35.200 a 40.000"),
        ("entre dos mil veintidos y dos mil veinticuatro", "entre 2022 y 2024"),
        ("¿fueron cuatrocientas diez, o doscientas?", "¿fueron 410, o 200?"),
        ("mil gracias", "mil gracias"),
        ("de cada cien pacientes, el ciento por ciento", "de cada cien pacientes, el ciento por ciento"),
        ("que es la ley i pa cuando estaria, eje i", "que es la ley y pa cuando estaria, eje i"),
        ("¿cuáles medias del plan?", "¿cuales medidas del plan?"),
        ("enseñanza media y a medias", "ensenanza media y a medias"),
        ("14 mil personas, dos mil millones", "14 mil personas, dos mil millones"),
    ],
)
def test_numbers_over_a_hundred_are_read_in_words(typed: str, meant: str) -> None:
    assert folded_line(typed) == meant


def test_what_is_seldom_written_apart_is_put_together() -> None:
    speller = Speller([], {"tiktok": 30, "tik": 2, "tok": 1, "sello": 40, "migrante": 90, "sellomigrante": 3})
    assert folded_line("seguidores en tik tok", speller) == "seguidores en tiktok"
    assert folded_line("el sello migrante", speller) == "el sello migrante"


def test_a_form_of_two_words_is_reported() -> None:
    with pytest.raises(LexiconError, match="«q» está por «que» y por «cual»"):
        short_forms(Cues({"palabras.que": ("q",), "palabras.cual": ("q",)}, SHORT_FORMS))


def test_what_sounds_like_an_ending_in_ccion_is_no_x() -> None:
    assert Speller(["sesiones sesiones secciones"], {}).mend("secsiones") == "secciones"


@pytest.mark.parametrize(("typed", "meant"), [("kedo", "quedo"), ("kasa", "casa"), ("tiktok", "tiktok")])
def test_a_k_is_written_for_qu_and_for_c(typed: str, meant: str) -> None:
    assert Speller(["quedo en la casa"], {"quedo": 2, "casa": 2}).mend(typed) == meant


def test_what_is_counted_may_be_mistyped(real_assistant: Assistant) -> None:
    for question, told in (
        ("cuantos kasos ha atendido lo espejo con las mesas migrantes", "1270"),
        ("cuantos migramtes capacito la academia de arica", "275"),
    ):
        assert told in real_assistant.ask(question).answer.text
