"""Quilicura's practices and the slides after them, and an invented document of the same shape."""

import pytest

from corpus.errors import ParseError
from corpus.records import Documento, Pasaje, Practica
from corpus.settings import Settings
from ingest import gobernanza
from ingest.documents import read_documents
from ingest.practicas import campo


def made(text: str) -> Documento:
    return Documento(
        id="otras",
        title="t",
        publisher="p",
        year=2026,
        kind="gobernanza",
        parser="gobernanza",
        file="f",
        sha256="0",
        text=text,
    )


@pytest.fixture(scope="module")
def document() -> Documento:
    return read_documents(Settings().documents_dir)["gobernanza"]


@pytest.fixture(scope="module")
def practices(document: Documento) -> list[Practica]:
    return [record for record in gobernanza.parse(document) if isinstance(record, Practica)]


def test_three_practices_of_quilicura_with_their_fields(practices: list[Practica]) -> None:
    assert [p.titulo.texto for p in practices] == [
        "PRIMERA CONSULTA A MIGRANTES Y REFUGIADOS",
        "PROGRAMA DE ASISTENCIA PARA INMIGRANTES VULNERABLES",
        "PROGRAMA DE MEDIADORES SOCIALES INTERCULTURALES",
    ]
    assert {(p.comuna, p.region) for p in practices} == {("Quilicura", "Metropolitana")}
    assert [[field.clave for field in p.campos] for p in practices] == [
        ["inicio", "duracion", "responsables", "descripcion", "objetivos", "resultados"],
        ["inicio", "responsables", "descripcion", "objetivos", "actividades", "resultados"],
        ["inicio", "sustento", "responsables", "descripcion", "objetivos", "actividades", "resultados"],
    ]


def test_fields_are_whole_where_blank_lines_part_their_lines(practices: list[Practica]) -> None:
    activity = campo(practices[2], "actividades")
    aim = campo(practices[1], "objetivos")
    results = campo(practices[0], "resultados")
    assert activity is not None
    assert aim is not None
    assert results is not None
    assert activity.texto.texto == (
        "Taller de formación de mediadores sociales interculturales certificados por la Fundación Henry "
        "Dunant y el MIDESOC"
    )
    assert aim.texto.texto.startswith("Colaborar en la protección")
    assert results.texto.texto == (
        "- Indicador 1: generación de reporte de resultados\n"
        "- Medio de verificación 1: ejemplares impresos de resultado"
    )


def test_labels_split_over_lines_read_as_one(practices: list[Practica]) -> None:
    assert {field.titulo for p in practices for field in p.campos if field.clave == "responsables"} == {
        "Ministerio y Unidad(es) responsable(s)"
    }


def test_slides_are_passages_with_all_their_bullets(document: Documento) -> None:
    slides = [
        record
        for record in gobernanza.parse(document)
        if isinstance(record, Pasaje) and record.ruta[0].startswith("RELACIÓN")
    ]
    assert [len(slide.texto.texto.splitlines()) for slide in slides] == [6, 4]
    assert [slide.ruta[1] for slide in slides] == [
        "Compromisos e iniciativas del Ministerio de Relaciones Exteriores de Chile sobre Gobernanza Migratoria "
        "en Gobiernos Locales",
        "Conclusiones y Reflexiones Finales",
    ]


def test_headings_are_the_practices_and_the_slides(document: Documento) -> None:
    found = gobernanza.headings(document)
    assert len([title for _, level, title in found if level == 1]) == 5
    assert found == sorted(found)


OTHER = """BUENAS PRÁCTICAS
DEL NORTE

HUERTO DE LAS
FAMILIAS
Año de inicio 2021
Ministerio y Unidad
(es) responsable(s)
Programa Migrante de la Municipalidad de San Pedro de Atacama
Descripción
Un huerto

comunitario.
Logros/resultados
Indicador 1: kilos de verdura

LO QUE VIENE
Metas

• Más huertos

• Una feria
de semillas
"""


def test_another_document_of_that_shape() -> None:
    practica, *rest = gobernanza.parse(made(OTHER))
    assert isinstance(practica, Practica)
    assert (practica.titulo.texto, practica.comuna, practica.region) == (
        "HUERTO DE LAS FAMILIAS",
        "San Pedro de Atacama",
        "Antofagasta",
    )
    slide = rest[-1]
    assert isinstance(slide, Pasaje)
    assert (slide.ruta, slide.texto.texto) == (("LO QUE VIENE", "Metas"), "- Más huertos\n- Una feria de semillas")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            OTHER.replace("Descripción\n", ""),
            "línea 4: a la práctica «HUERTO DE LAS FAMILIAS» le faltan los campos descripcion",
        ),
        (OTHER.replace("Municipalidad de San Pedro de Atacama", "Municipalidad"), "no hay una municipalidad conocida"),
        ("Palabras sueltas\n" + OTHER, "línea 1: hay texto antes"),
        ("LO QUE VIENE\nMetas\n• Más huertos\n", "no hay ninguna práctica"),
    ],
)
def test_a_broken_promise_stops_the_build(text: str, message: str) -> None:
    with pytest.raises(ParseError, match=message):
        gobernanza.parse(made(text))
