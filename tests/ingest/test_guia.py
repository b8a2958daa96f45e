"""The guide as it is: its catalogue, tables, headings and passages, and that every record quotes its source."""

import re
from itertools import pairwise

import pytest

from corpus.records import Definicion, Documento, Elemento, Herramienta, Pasaje, Practica, Record
from corpus.settings import Settings
from ingest import guia
from ingest.documents import read_documents
from ingest.passages import path_at


@pytest.fixture(scope="module")
def document() -> Documento:
    return read_documents(Settings().documents_dir)["guia"]


@pytest.fixture(scope="module")
def records(document: Documento) -> list[Record]:
    return guia.parse(document)


def practices(records: list[Record]) -> list[Practica]:
    return [record for record in records if isinstance(record, Practica)]


def test_the_catalogue_has_39_practices_with_country_place_and_theme(records: list[Record]) -> None:
    found = practices(records)
    assert len(found) == 39
    assert all(practica.tema for practica in found)
    assert {(p.comuna, p.region) for p in found if p.comuna} == {
        ("Quilicura", "Metropolitana"),
        ("Coquimbo", "Coquimbo"),
        ("Valparaíso", "Valparaíso"),
        ("Puerto Montt", "Los Lagos"),
        ("Concepción", "Biobío"),
        ("Arica", "Arica y Parinacota"),
        ("Estación Central", "Metropolitana"),
        ("Temuco", "La Araucanía"),
        ("Santiago", "Metropolitana"),
    }
    assert next(p for p in found if p.comuna == "Santiago").comunas == ("Santiago", "La Granja")


@pytest.mark.parametrize(
    ("title", "country", "place"),
    [
        ("Orquesta Binacional Dominico-Venezolana", "República Dominicana", "República Dominicana"),
        ("Migraplan", "América Latina", "América Latina"),
        ("Consejos de Bienvenida en ciudades como Dayton y Pittsburgh", "Estados Unidos", "Dayton y Pittsburgh"),
        ("Vivir en Italia, lenguaje para trabajar y ciudadanía", "Italia", "Italia"),
        ("Proyecto INFORMA em AÇÃO", "Portugal", "Portugal"),
        ("Equipos regionales de migración y desarrollo", "Marruecos", "Marruecos"),
        ("“La familia de al lado” en País Vasco", "España", "País Vasco"),
        ("Protocolos de atención para usuarios y usuarias migrantes y refugiados", "Chile", "Coquimbo"),
    ],
)
def test_a_practice_has_its_name_country_and_place(records: list[Record], title: str, country: str, place: str) -> None:
    found = next(p for p in practices(records) if p.titulo.texto == title)
    assert (found.pais, found.lugar.texto) == (country, place)


def test_a_theme_on_a_later_page_belongs_to_the_category_that_awaits_its_letter(records: list[Record]) -> None:
    categories = {p.tema: p.campos[0].texto.texto for p in practices(records)}
    assert categories["Capacidad comunitaria: Redes de cooperación y gobernanza multinivel"] == (
        "Gobernanza para la integración"
    )
    assert categories["Mercado laboral y emprendimiento"] == "Integración socioeconómica"


@pytest.mark.parametrize(
    ("concept", "begins"),
    [
        ("PLADECO", "El PLADECO es el instrumento que define"),
        ("SMART", "Los objetivos SMART son una metodología"),
        ("Sello", "EL SERVICIO NACIONAL DE MIGRACIONES"),
        ("mesa comunal", "Luego, se sugiere llevar esta propuesta"),
        ("Sostenibilidad", "Verifica si existen estructuras"),
    ],
)
def test_a_concept_is_defined_by_its_other_names(records: list[Record], concept: str, begins: str) -> None:
    found = [r for r in records if isinstance(r, Definicion) and concept in r.alias]
    assert len(found) == 1
    assert found[0].definicion.texto.startswith(begins)


def test_footnote_marks_and_page_furniture_are_not_read(records: list[Record]) -> None:
    texts = [r.texto.texto for r in records if isinstance(r, Pasaje)]
    assert any("más de 140 municipalidades" in text for text in texts)
    for text in texts:
        for noise in ("14019", "Migración23", "MUNICIPALES25", "uí a Pr", "https://", "ef icacia", "ESCANEA"):
            assert noise not in text


def test_a_pull_quote_is_told_once(records: list[Record]) -> None:
    wanted = "subrepresentada con relación a la nacional"
    assert len([r for r in records if isinstance(r, Pasaje) and wanted in r.texto.texto]) == 1


def test_a_list_stays_whole_in_its_passage(records: list[Record]) -> None:
    (team,) = [
        r.texto.texto for r in records if isinstance(r, Pasaje) and "sugerimos la participación" in r.texto.texto
    ]
    assert team.count("\n- ") == 6
    assert "- Encargado/a de Migración (Secretario/a ejecutivo)" in team


def test_competences_of_a_level_are_whole(records: list[Record]) -> None:
    own = [r for r in records if isinstance(r, Pasaje) and r.ruta[-1] == "Municipalidades"]
    assert any("Elaborar y modificar el Plan de Desarrollo Comunal" in r.texto.texto for r in own)
    assert sorted(r.texto.texto.count("\n- ") for r in own) == [2, 9]


def test_forms_have_their_boxes(records: list[Record]) -> None:
    forms = {r.nombre.texto: r for r in records if isinstance(r, Herramienta)}
    sheet = forms["Planilla de seguimiento de iniciativas"]
    assert [step.titulo for step in sheet.pasos] == (
        ["Datos generales"] * 5 + ["Avance y resultados"] * 4 + ["Evaluación rápida"] * 7
    )
    assert len(forms["Matriz para el diseño de iniciativas"].pasos) == 10
    assert len(forms["Índice sugerido para una Política Municipal de Migración"].pasos) == 7


@pytest.mark.parametrize(
    ("words", "path"),
    [
        ("se propone elaborar un documento de compromiso", ("1. Preparación", "1.1 Compromiso político")),
        (
            "La primera instancia de revisión y validación será",
            ("4. Validación y difusión", "4.1 Equipo municipal ampliado"),
        ),
        ("Diseño acabado de actividades", ("3.2 Revisión de iniciativas", "¿Qué necesito para avanzar?")),
        (
            "En algunas comunas ya existen mesas",
            ("4.2 Mesa comunal de migración", "Cable a Tierra: Consejos Prácticos"),
        ),
        ("Fomentar oportunidades económicas", ("4. Diseño y planificación", "4.2 Metodología talleres planificación")),
        (
            "Uruguay:  Observatorio",
            ("Gobernanza para la integración", "Capacidad comunitaria: Redes de cooperación y gobernanza multinivel"),
        ),
        (
            "3. INTEGRACIÓN SOCIOCULTURAL",
            ("Buenas prácticas en migración y movilidad humana a nivel local", "Integración sociocultural"),
        ),
        ("20 Ver Migraciudades", ("Antecedentes relevantes", "Dimensiones para las políticas de migración")),
        (
            "Puede ocurrir que se cuente con apoyo externo",
            ("1.2 Conformación de equipos", "Asesoría Técnica para la Elaboración de Políticas"),
        ),
        ("En términos generales, estas políticas", ("Antecedentes relevantes", "Políticas municipales de migración")),
        (
            "Seguimiento: Recomendaciones",
            ("5. Índice sugerido para una Política Municipal de Migración", "SEGUIMIENTO Y EVALUACIÓN"),
        ),
    ],
)
def test_a_place_has_its_true_headings(document: Documento, words: str, path: tuple[str, ...]) -> None:
    found = guia.headings(document)
    at = document.text.replace("\n", " ").find(words)
    assert at >= 0
    assert path_at(found, at)[-2:] == path


def test_headings_are_in_document_order_without_gaps_in_level(document: Documento) -> None:
    found = guia.headings(document)
    assert [offset for offset, _, _ in found] == sorted(offset for offset, _, _ in found)
    assert found[0][1] == 1
    for (_, before, _), (_, level, _) in pairwise(found):
        assert level <= before + 1


def test_every_passage_has_a_path_and_quotes_its_numbers(document: Documento, records: list[Record]) -> None:
    """A number in a passage stands in what it quotes (the stages and dimensions are numbered by their order)."""
    for record in records:
        if isinstance(record, Pasaje):
            assert record.ruta
            quoted = " ".join(document.quote(span) for span in record.texto.spans)
            numbered = record.texto.texto.splitlines()
            told = " ".join(re.sub(r"^\s*\d+\. ", "", line) for line in numbered)
            assert all(number in quoted for number in re.findall(r"\d+", told))


def test_every_element_quotes_something(document: Documento, records: list[Record]) -> None:
    def check(elements: tuple[Elemento, ...]) -> None:
        for element in elements:
            assert element.texto.texto.strip()
            assert all(document.quote(span).strip() for span in element.texto.spans)
            assert element.texto.spans
            check(element.elementos)

    for record in records:
        if isinstance(record, Herramienta):
            check((*record.pasos, *record.apartados))
