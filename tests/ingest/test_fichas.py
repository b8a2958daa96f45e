"""The sheets of practices, as they are and as a next edition might bring them."""

import pytest

from corpus.errors import ParseError
from corpus.records import Documento, Pasaje, Practica
from corpus.settings import Settings
from ingest import fichas
from ingest.documents import read_documents
from ingest.practicas import campo

LABELS = {
    "colaboradores": "Unidades municipales que participan y colaboradores externos",
    "lineas": "Línea Sello",
    "poblacion": "Población Objetivo",
    "fechas": "Fechas de implementación",
    "financiamiento": "Forma de financiamiento",
    "sostenibilidad": "Sostenibilidad en el tiempo",
    "descripcion": "Breve descripción",
    "innovacion": "Elemento innovador/creativo del proyecto o actividad",
    "aprendizajes": "Aprendizajes y recomendaciones para su replicabilidad",
}


def made(text: str) -> Documento:
    return Documento(
        id="otras", title="t", publisher="p", year=2026, kind="fichas", parser="fichas", file="f", sha256="0", text=text
    )


def sheet(title: str, place: str, **fields: str) -> str:
    own = {key: f"Texto de {key}." for key in LABELS} | {"lineas": "✓\tVinculación vecinal\n\tFormación"} | fields
    body = "\n\n".join(f"{LABELS[key]}\n\n{value}" for key, value in own.items() if value)
    return f"{title}\n\n\n{place}\n\n\n{body}\n\n"


@pytest.fixture(scope="module")
def document() -> Documento:
    return read_documents(Settings().documents_dir)["fichas"]


@pytest.fixture(scope="module")
def practices(document: Documento) -> list[Practica]:
    return [record for record in fichas.parse(document) if isinstance(record, Practica)]


def test_each_sheet_has_its_comuna_and_region(practices: list[Practica]) -> None:
    assert [(p.comuna, p.region) for p in practices] == [
        ("La Reina", "Metropolitana"),
        ("Los Andes", "Valparaíso"),
        ("Temuco", "La Araucanía"),
        ("Hualqui", "Biobío"),
        ("Viña del Mar", "Valparaíso"),
        ("Maipú", "Metropolitana"),
        ("Concepción", "Biobío"),
        ("Macul", "Metropolitana"),
        ("Coquimbo", "Coquimbo"),
        ("Lo Espejo", "Metropolitana"),
    ]


def test_the_ticked_lineas_in_three_encodings(practices: list[Practica]) -> None:
    assert [len(p.lineas_sello) for p in practices] == [2, 2, 3, 4, 2, 4, 2, 1, 2, 5]
    hualqui = next(p for p in practices if p.comuna == "Hualqui")
    assert "Estrategias formativas" not in [linea.texto for linea in hualqui.lineas_sello]


def test_the_months_follow_the_columns_of_the_calendar(practices: list[Practica]) -> None:
    months = {p.comuna: p.meses for p in practices if p.meses}
    assert months["Hualqui"] == ("marzo", "abril", "mayo", "junio", "agosto", "septiembre", "octubre")
    assert months["Maipú"][0] == "marzo"
    assert months["Maipú"][-1] == "noviembre"
    assert len(months["Macul"]) == 12
    assert len(months) == 3


def test_every_field_is_there_and_quotes_its_source(document: Documento, practices: list[Practica]) -> None:
    for practica in practices:
        assert [field.clave for field in practica.campos] == list(LABELS)
        for field in practica.campos:
            assert all(document.quote(span).strip() for span in field.texto.spans)
    macul = next(p for p in practices if p.comuna == "Macul")
    money = campo(macul, "financiamiento")
    assert money is not None
    assert money.texto.texto == "Donaciones. Aporte y Gestión municipal."


def test_the_introduction_becomes_passages_and_every_field_too(document: Documento) -> None:
    passages = [record for record in fichas.parse(document) if isinstance(record, Pasaje)]
    assert len([p for p in passages if p.ruta == ("INTRODUCCIÓN",)]) == 5
    assert ("Mesas Migrantes (Municipalidad de Lo Espejo)", "Forma de financiamiento") in [p.ruta for p in passages]
    assert len({p.id for p in passages}) == len(passages)


def test_headings_name_sheets_and_fields(document: Documento) -> None:
    found = fichas.headings(document)
    assert [title for _, level, title in found if level == 1][:2] == [
        "INTRODUCCIÓN",
        "Jornadas de Asesoría para la Revalidación y Reconocimiento de Títulos Obtenidos en el Extranjero "
        "(Municipalidad de La Reina)",
    ]
    assert len([title for _, level, title in found if level == 2]) == 90


def test_another_edition_with_other_lineas_places_and_calendars() -> None:
    calendar = "\t".join(["Enero", "Febrero", "Marzo", "Abril"]) + "\n\t✓\t\t✓\n\nDesde 2025"
    text = sheet("Cocina de barrio", "**MUNICIPALIDAD DE\nPUERTO NATALES**", fechas=calendar) + sheet(
        "Ropero", "MUNICIPALIDAD DE LA UNIÓN", lineas="- Vinculación vecinal\n- ✓ Formación".replace("- V", "- ✓ V")
    )
    one, two = (record for record in fichas.parse(made(text)) if isinstance(record, Practica))
    assert (one.comuna, one.region, one.meses) == ("Natales", "Magallanes", ("febrero", "abril"))
    assert [linea.texto for linea in one.lineas_sello] == ["Vinculación vecinal"]
    dates = campo(one, "fechas")
    assert dates is not None
    assert dates.texto.texto == "Febrero y abril. Desde 2025"
    assert (two.comuna, two.region) == ("La Unión", "Los Ríos")
    assert two.span.start >= one.span.end


def test_checkboxes_with_the_attribute_in_another_place() -> None:
    boxes = '<input type="checkbox" checked=""/>\tUno\n<input type="checkbox"/>\tDos'
    (practica,) = (
        r for r in fichas.parse(made(sheet("A b", "MUNICIPALIDAD DE ARICA", lineas=boxes))) if isinstance(r, Practica)
    )
    assert [linea.texto for linea in practica.lineas_sello] == ["Uno"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (sheet("Cocina", "MUNICIPALIDAD DE ATLANTIS"), "línea 4: no se conoce la comuna «ATLANTIS»"),
        (sheet("Cocina", "MUNICIPALIDAD DE ARICA", financiamiento=""), "faltan los campos financiamiento"),
        (sheet("Cocina", "MUNICIPALIDAD DE ARICA", lineas="Vinculación"), "no se entiende si la línea"),
        (sheet("Cocina", "MUNICIPALIDAD DE ARICA", lineas="\tVinculación"), "ninguna línea del Sello marcada"),
        (sheet("Cocina", "MUNICIPALIDAD DE ARICA", fechas="Enero\tFebrero\n✓\t✓\t✓"), "más marcas que meses"),
        (sheet("Cocina", "MUNICIPALIDAD DE ARICA", fechas="Enero\tFebrero\nDesde 2025"), "no vienen las marcas"),
        (
            sheet("Cocina", "MUNICIPALIDAD DE ARICA") + sheet("Ropero", "MUNICIPALIDAD DE ARICA", lineas="✓\tOtra"),
            "otras líneas del Sello",
        ),
        ("Nada\n\nde fichas", "no hay ninguna ficha"),
    ],
)
def test_a_broken_promise_stops_the_build(text: str, message: str) -> None:
    with pytest.raises(ParseError, match=message):
        fichas.parse(made(text))


@pytest.mark.parametrize(
    ("months", "words"),
    [
        (("enero",), "Enero"),
        (("enero", "febrero"), "Enero y febrero"),
        (("marzo", "abril", "mayo", "agosto"), "Marzo a mayo y agosto"),
        (("enero", "marzo", "mayo"), "Enero, marzo y mayo"),
    ],
)
def test_months_are_said_in_words(months: tuple[str, ...], words: str) -> None:
    assert fichas.months_in_words(months) == words
