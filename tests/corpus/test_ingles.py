"""English questions in Spanish words: the glossary first, then base forms, then cognates that the index holds."""

from __future__ import annotations

import pytest

from corpus.analysis import stem
from corpus.english import English
from corpus.settings import Settings
from corpus.store import Store

GLOSSARY = {
    "chair": "preside",
    "hand out": "entrega",
    "address": "aborde",
    "township": "municipio",
    "and": "",
    "follow-up": "seguimiento",
    "safe, orderly": "segura y ordenada",
    "naturalization letter": "carta de nacionalización",
}


def knows(*words: str) -> English:
    stems = {stem(word) for word in words}
    return English(GLOSSARY, stems.__contains__)


@pytest.mark.parametrize(
    ("english", "spanish"),
    [
        ("chaired", "preside"),
        ("chairing", "preside"),
        ("chairs", "preside"),
        ("hands out", "entrega"),
        ("handed out", "entrega"),
        ("handing out", "entrega"),
        ("addresses", "aborde"),
        ("townships", "municipio"),
        ("the township's", "the municipio"),
        ("naturalisation letter", "carta de nacionalizacion"),
    ],
)
def test_a_regular_form_is_read_as_its_base(english: str, spanish: str) -> None:
    assert knows().translate(english) == spanish


def test_a_name_is_no_form_of_a_word_without_content() -> None:
    assert knows().translate("Andes and Alpes") == "andes alpes"


def test_hyphens_and_commas_of_a_key_part_words_as_those_of_a_question() -> None:
    assert knows().translate("the follow-up") == "the seguimiento"
    assert knows().translate("safe, orderly") == "segura y ordenada"


@pytest.mark.parametrize(
    ("english", "spanish"),
    [("1,337", "1.337"), ("23.5%", "23,5%"), ("21.325", "21.325"), ("3,692,523", "3.692.523"), ("2024", "2024")],
)
def test_numbers_are_written_as_in_spanish(english: str, spanish: str) -> None:
    assert knows().translate(english) == spanish


@pytest.mark.parametrize(
    ("english", "spanish"),
    [
        ("articulation", "articulacion"),
        ("mediations", "mediacion"),
        ("reciprocity", "reciprocidad"),
        ("vulnerabilities", "vulnerabilidad"),
        ("document", "documento"),
        ("segment", "segmento"),
        ("complementary", "complementario"),
        ("voluntary", "voluntario"),
        ("tolerance", "tolerancia"),
        ("residence", "residencia"),
        ("multilateralism", "multilateralismo"),
        ("activism", "activismo"),
        ("geographical", "geografico"),
        ("strategic", "estrategico"),
        ("preventive", "preventivo"),
        ("collaborative", "colaborativo"),
        ("religious", "religioso"),
        ("numerous", "numeroso"),
        ("progressively", "progresivamente"),
        ("formally", "formalmente"),
        ("articulate", "articular"),
        ("articulated", "articulado"),
        ("socialist", "socialista"),
        ("specialists", "especialista"),
        ("philosophy", "filosofia"),
        ("photography", "fotografia"),
        ("ethical", "etico"),
        ("immigration", "inmigracion"),
        ("communication", "comunicacion"),
        ("symbolic", "simbolico"),
        ("systemic", "sistemico"),
    ],
)
def test_a_cognate_becomes_the_word_that_the_index_holds(english: str, spanish: str) -> None:
    assert knows(spanish).translate(english) == spanish


@pytest.mark.parametrize("word", ["reciprocity", "mediation", "quilicura", "kitty", "bootcamp", "ally"])
def test_what_looks_like_a_cognate_and_is_not_in_the_index_stays(word: str) -> None:
    assert knows("residencia").translate(word) == word


def test_the_glossary_comes_before_the_cognates() -> None:
    assert English({"library": "biblioteca"}, lambda stem: True).translate("library") == "biblioteca"


@pytest.mark.parametrize(
    ("asked", "spanish"),
    [
        ("from 2019 to 2023", "desde 2019 hasta 2023"),
        ("from July 2024 through March 2025", "desde julio 2024 hasta marzo 2025"),
        ("aged 45 to 54", "edades 45 a 54"),
        ("between January and June", "entre enero y junio"),
        ("access to health", "acceso a la salud"),
    ],
)
def test_a_range_keeps_both_its_ends(english: English, asked: str, spanish: str) -> None:
    assert english.translate(asked) == spanish


@pytest.fixture(scope="module")
def english(real_store: Store) -> English:
    """The glossary as shipped, over the real index."""
    return English.load(Settings().lexicon_dir, real_store.vocabulary.knows)


@pytest.mark.parametrize(
    ("asked", "spanish"),
    [
        ("Who chairs the committee?", "quien preside comite"),
        ("Which undersecretariats sit on it?", "que subsecretaria integran"),
        ("Which towns hand out clothes?", "que municipalidades entrega ropa"),
        ("How many people were expelled by court order?", "cuantas personas fueron expulsiones judiciales"),
        ("Who pays for SERMIG's call centre?", "quien financia sermig llamadas"),
        ("Does the township's plan fight racism?", "municipio plan lucha racismo"),
    ],
)
def test_everyday_english_is_put_into_the_words_of_the_documents(english: English, asked: str, spanish: str) -> None:
    assert english.translate(asked) == spanish
