"""The tables of the account, cell by cell, and tables of invented accounts that break in the same ways."""

import json

import pytest

from corpus.errors import ParseError
from corpus.records import Documento, Tabla
from corpus.settings import ROOT
from ingest.cuenta import Account

FIXTURE = ROOT / "tests" / "fixtures" / "tablas.jsonl"


def document(text: str, id: str = "cuenta") -> Documento:
    return Documento(
        id=id,
        title="Cuenta",
        publisher="SERMIG",
        year=2025,
        kind="cuenta",
        parser="cuenta",
        file="",
        sha256="",
        text=text,
    )


@pytest.fixture(scope="module")
def account() -> Account:
    return Account.read(document((ROOT / "corpus" / "documents" / "cuenta.txt").read_text(encoding="utf-8")))


def typed() -> dict[int, list[str]]:
    """The rows of each table as a second reader typed them; those of tables side by side joined."""
    tables: dict[int, list[str]] = {}
    for line in FIXTURE.read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        rows = [*entry["filas"], *([entry["total"]] if entry["total"] else [])]
        cells = [[cell.rstrip("*") for cell in row] for row in rows]
        if entry["numero"] in tables:
            tables[entry["numero"]] = [
                "|".join([before, *row[1:]]) for before, row in zip(tables[entry["numero"]], cells, strict=True)
            ]
        else:
            tables[entry["numero"]] = ["|".join(row) for row in cells]
    return tables


def written(table: Tabla) -> list[str]:
    head = f"{table.eje_filas}|{'; '.join(table.columnas)}"
    return [head, *("|".join([fila.etiqueta, *(celda.texto for celda in fila.celdas)]) for fila in table.filas)]


def test_every_cell_of_the_tables_equals_the_typed_ones(account: Account) -> None:
    assert {table.numero: written(table)[1:] for table in account.tables} == typed()


def test_headers_in_one_level_in_two_and_side_by_side(account: Account) -> None:
    heads = {table.numero: written(table)[0] for table in account.tables}
    assert heads[1] == (
        "año|Residencias Temporales, Solicitadas; Residencias Temporales, Resueltas; "
        "Residencias Definitivas, Solicitadas; Residencias Definitivas, Resueltas"
    )
    assert heads[10] == "año|Operativos realizados; Atenciones a NNA realizadas; Solicitudes ingresadas"
    assert heads[12] == "dr|2024; 2025"
    assert heads[13] == (
        "dr|2024, Operativos; 2024, Personas atendidas; "
        "Primer trimestre 2025, Operativos; Primer trimestre 2025, Personas atendidas"
    )
    assert heads[14] == "indicador|2022; 2023; 2024; 2025; TOTAL"
    assert heads[16].endswith("Recursos de reclamación de expulsiones; Otros recursos")


def test_every_cell_and_row_quotes_the_source(account: Account) -> None:
    for table in account.tables:
        for fila in table.filas:
            quote = account.document.quote(fila.span)
            assert quote.split()[0].rstrip("*") == fila.etiqueta.split()[0]
            for celda in fila.celdas:
                assert account.document.quote(celda.span) == celda.texto
                assert fila.span.start <= celda.span.start < celda.span.end <= fila.span.end


def test_footnotes_qualify_the_cells_that_bear_their_mark(account: Account) -> None:
    by_number = {table.numero: table for table in account.tables}
    assert [celda.nota for celda in by_number[6].filas[0].celdas] == [None, None, None, "a mayo de 2025", None]
    assert {fila.celdas[1].nota for fila in by_number[12].filas} == {
        "Primer trimestre de 2025. No incluye atenciones de Refugio"
    }
    assert [fila.celdas[3].nota for fila in by_number[1].filas] == [None, None, None, None, "Marzo de 2025"]


def test_units_come_from_signs_and_from_the_nearest_noun(account: Account) -> None:
    units = {table.numero: [celda.unidad for celda in table.filas[0].celdas] for table in account.tables}
    assert units[7] == ["amparos", "amparos", "%"]
    assert units[10] == ["operativos", "atenciones", "solicitudes"]
    assert units[11] == ["jornadas", "mujeres"]
    assert units[13] == ["operativos", "personas", "operativos", "personas"]


OTHER = """ Eje 1.

Atención en 2027

Tabla 1. Personas atendidas por macrozona

*Hasta junio de 2028.

a. Otra materia

Aquí hay un párrafo que no pertenece a tabla alguna y que termina con su punto.

Tabla 2. Visas por tipo

 Visas Turísticas Visas Laborales

Año Pedidas Dadas Año Pedidas Dadas

2026 10 8 2026 20 18

2027 11 9 2027 21 19

Tabla 3. Oficinas

Zona
2026 2027

Oficinas
abiertas

Funcionarios de
planta

Oficinas
abiertas
Funcionarios de
planta
Norte 1 10 2 20
Sur 3 30 4 40
Total 4 40 6 60

 Personas atendidas por macrozona

Zona 2026 2027 2028*

Norte 1.000 1.100 500

Sur grande y
más austral 2.000 2.200 900

Total 3.000 3.300 1.400
"""


def test_tables_of_another_year_are_read_by_their_shape() -> None:
    first, second, third = Account.read(document(OTHER)).tables
    assert written(first) == [
        "zona|2026; 2027; 2028",
        "Norte|1.000|1.100|500",
        "Sur grande y más austral|2.000|2.200|900",
        "Total|3.000|3.300|1.400",
    ]
    assert [celda.nota for celda in first.filas[0].celdas] == [None, None, "Hasta junio de 2028"]
    assert first.filas[2].total
    assert second.columnas == (
        "Visas Turísticas, Pedidas", "Visas Turísticas, Dadas", "Visas Laborales, Pedidas", "Visas Laborales, Dadas"
    )  # fmt: skip
    assert third.columnas == (
        "2026, Oficinas abiertas", "2026, Funcionarios de planta",
        "2027, Oficinas abiertas", "2027, Funcionarios de planta",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("Sur 3 30 4 40", "Sur 3 30 4", "la fila tiene 3 celdas y el encabezado 4"),
        ("2027 11 9 2027 21 19", "2027 11 9 2026 21 19", "no comparten la fila"),
        ("Oficinas\nabiertas\n\nFuncionarios", "abiertas\n\nFuncionarios", "no corresponde a las filas"),
        ("Tabla 1. Personas", "Sobre las personas", "filas de una tabla sin título"),
    ],
)
def test_what_does_not_fit_stops_with_its_line(old: str, new: str, complaint: str) -> None:
    assert old in OTHER
    with pytest.raises(ParseError, match=r"línea \d+") as caught:
        Account.read(document(OTHER.replace(old, new, 1)))
    assert complaint in str(caught.value)
