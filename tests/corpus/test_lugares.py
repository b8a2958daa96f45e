"""The gazetteer: all of Chile's comunas, and places found in questions without taking ordinary words for them."""

from collections import Counter

import pytest

from corpus.errors import LexiconError
from corpus.lugares import Lugares
from corpus.settings import Settings


@pytest.fixture(scope="module")
def lugares() -> Lugares:
    return Lugares.load(Settings().lexicon_dir)


def found(lugares: Lugares, text: str) -> list[tuple[str, str]]:
    return [(mention.lugar.nombre, mention.lugar.clase) for mention in lugares.find(text)]


def test_there_are_16_regions_and_346_comunas(lugares: Lugares) -> None:
    counts = Counter(lugares._region_of.values())
    assert counts.keys() == set(lugares.regiones)
    assert len(counts) == 16
    assert counts.total() == 346
    assert (counts["Metropolitana"], counts["Valparaíso"], counts["Biobío"], counts["Ñuble"]) == (52, 38, 33, 21)


def test_there_are_sixty_countries_or_more(lugares: Lugares) -> None:
    countries = {place.nombre for places in lugares._forms.values() for place in places if place.clase == "pais"}
    assert len(countries) >= 60


@pytest.mark.parametrize(
    ("comuna", "region"),
    [
        ("Quilicura", "Metropolitana"),
        ("VIÑA DEL MAR", "Valparaíso"),
        ("con con", "Valparaíso"),
        ("Temuco", "La Araucanía"),
        ("hualqui", "Biobío"),
        ("coihaique", "Aysén"),
        ("Puerto Natales", "Magallanes"),
        ("Los Lagos", "Los Ríos"),
        ("Atlantis", None),
    ],
)
def test_a_comuna_in_any_spelling_has_its_region(lugares: Lugares, comuna: str, region: str | None) -> None:
    assert lugares.region_of(comuna) == region


@pytest.mark.parametrize(
    "written", ["O´higgins", "O'Higgins", "OHIGGINS", "VI Región", "Región del Libertador Bernardo O’Higgins"]
)
def test_a_region_is_known_by_its_spellings(lugares: Lugares, written: str) -> None:
    if "Libertador" in written:
        written = written.replace("Región del ", "")
    assert lugares.canonical(written, "region") == "O'Higgins"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("¿qué hizo viña del mar con los niños?", [("Viña del Mar", "comuna")]),
        ("prácticas de la región de Coquimbo", [("Coquimbo", "region")]),
        ("¿y la municipalidad de Coquimbo?", [("Coquimbo", "comuna")]),
        ("¿qué tiene Coquimbo?", [("Coquimbo", "comuna")]),
        (
            "regiones de Antofagasta, Tarapacá y Valparaíso",
            [(n, "region") for n in ("Antofagasta", "Tarapacá", "Valparaíso")],
        ),
        ("en regiones como Los Lagos y Magallanes", [("Los Lagos", "region"), ("Magallanes", "region")]),
        ("en cuantos colegios hizo los andes su estudio", [("Los Andes", "comuna")]),
        ("una mesa en San Pedro de la Paz", [("San Pedro de la Paz", "comuna")]),
        ("una oficina en Chile Chico", [("Chile Chico", "comuna")]),
        ("familias haitianas en Estación Central", [("Haití", "pais"), ("Estación Central", "comuna")]),
        ("prácticas de EE. UU. y Turquía", [("Estados Unidos", "pais"), ("Turquía", "pais")]),
        ("la ciudad de San Pablo", [("San Pablo", "comuna")]),
        ("un centro en sao paulo", [("São Paulo", "ciudad")]),
    ],
)
def test_places_are_found_by_their_longest_name(lugares: Lugares, text: str, expected: list[tuple[str, str]]) -> None:
    assert found(lugares, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "¿qué derechos dan la independencia y la unión de las familias?",
        "actividades en navidad y en primavera",
        "la piel me pica",
        "la reina de la fiesta",
        "Independencia económica de las mujeres",
        "cursos de español",
    ],
)
def test_ordinary_words_are_no_places(lugares: Lugares, text: str) -> None:
    assert found(lugares, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("vivo en la comuna de independencia", "Independencia"),
        ("¿Qué hace Independencia por los niños?", "Independencia"),
        ("el diagnóstico de los andes", "Los Andes"),
        ("la práctica de La Reina", "La Reina"),
        ("muni de navidad", "Navidad"),
        ("quinta normal", "Quinta Normal"),
    ],
)
def test_a_common_word_is_a_place_where_the_writing_says_so(lugares: Lugares, text: str, expected: str) -> None:
    assert found(lugares, text) == [(expected, "comuna")]


def test_a_demonym_is_told_from_a_name(lugares: Lugares) -> None:
    mention, chile = lugares.find("venezolanos que viven en Chile")
    assert mention.gentilicio
    assert not chile.gentilicio


def test_offsets_hold_with_decomposed_accents(lugares: Lugares) -> None:
    text = "la oficina de Concepcio\u0301n atiende"
    (mention,) = lugares.find(text)
    assert text[mention.start : mention.end] == "Concepcio\u0301n"


def test_a_note_on_a_comuna_that_no_region_has_is_reported(tmp_path) -> None:
    (tmp_path / "lugares.toml").write_text(
        "[senales]\nfuertes = []\ndebiles = []\nregion = []\n"
        '[[region]]\nnombre = "Norte"\noficial = "Región del Norte"\nnumero = "I"\ncomunas = ["Alta"]\n'
        '[[comuna]]\nnombre = "Baja"\n',
        encoding="utf-8",
    )
    with pytest.raises(LexiconError, match="Baja"):
        Lugares.load(tmp_path)


def test_a_zone_has_its_countries(lugares: Lugares) -> None:
    assert "Portugal" in lugares.countries_of("Europa")
    assert "Uruguay" in lugares.countries_of("Sudamérica")
    assert lugares.countries_of("Portugal") == ()


def test_a_province_lies_in_its_region(lugares: Lugares) -> None:
    (mention,) = lugares.find("atenciones en Chiloé")
    assert (mention.lugar.clase, mention.lugar.region) == ("provincia", "Los Lagos")
