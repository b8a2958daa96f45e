"""The oddities of the plan, one by one, and what stops its ingestion."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from corpus.errors import ParseError
from corpus.lexicon import Instituciones
from corpus.records import Discrepancia, Documento, Eje, Medida, Record
from corpus.settings import Settings
from ingest.documents import read_documents
from ingest.plan import load_repairs, parse, split_instituciones


@cache
def plan() -> Documento:
    return read_documents(Settings().documents_dir)["plan"]


@cache
def records() -> tuple[Record, ...]:
    settings = Settings()
    known = Instituciones.load(settings.lexicon_dir)
    return tuple(parse(plan(), known, load_repairs(settings.documents_dir, "plan")))


def medidas() -> dict[int, Medida]:
    return {record.numero: record for record in records() if isinstance(record, Medida)}


def ejes() -> dict[int, Eje]:
    return {record.numero: record for record in records() if isinstance(record, Eje)}


def quoted(medida: Medida) -> str:
    return plan().quote(medida.span)


def test_medida_13_is_taken_apart_from_one_line_with_its_columns_interleaved() -> None:
    medida = medidas()[13]
    assert medida.instituciones == ("Ministerio de Desarrollo Social y Familia",)
    assert medida.texto.texto.startswith("Promover programas de emprendimiento en regiones")
    assert [hito.fecha for hito in medida.hitos] == [date(2024, 6, 30)]
    assert "\n" not in quoted(medida)
    assert len(medida.texto.spans) > 1


def test_medida_48_has_three_milestones_of_which_the_first_row_has_no_number() -> None:
    medida = medidas()[48]
    assert quoted(medida).startswith("Ministerio de Vivienda y Urbanismo")
    assert [hito.fecha for hito in medida.hitos] == [date(2024, 9, 30), date(2024, 12, 31), date(2025, 12, 31)]
    assert len({hito.indicador.texto for hito in medida.hitos}) == 3


def test_medida_70_is_read_over_the_three_lines_that_it_is_wrapped_in() -> None:
    medida = medidas()[70]
    assert medida.instituciones == ("Ministerio de Relaciones Exteriores",)
    assert medida.hitos[0].plazo.texto == "31 de diciembre 2024"
    assert len(medida.texto.spans) == 3


def test_eje_4_has_a_table_without_a_heading_of_its_own() -> None:
    assert ejes()[4].medidas == tuple(range(16, 35))
    assert plan().text.count("Eje 4: Sujetos de protección internacional") == 1  # in the index only


@pytest.mark.parametrize(("number", "written"), [(5, "31 de junio 2024"), (12, "31 de noviembre 2024")])
def test_a_deadline_that_is_no_date_is_kept_as_it_is_written(number: int, written: str) -> None:
    [hito] = medidas()[number].hitos
    assert (hito.plazo.texto, hito.fecha) == (written, None)
    assert plan().quote(hito.plazo.spans[0]) == written


def test_counts_that_differ_from_the_summary_are_contradictions() -> None:
    found = {record.id: record for record in records() if isinstance(record, Discrepancia)}
    assert set(found) == {"discrepancia:eje-8", "discrepancia:eje-9"}
    assert found["discrepancia:eje-8"].medidas == (70,)
    assert (ejes()[9].declaradas, len(ejes()[9].medidas)) == (2, 3)


def test_another_name_of_an_eje_is_kept_with_its_place() -> None:
    [other] = ejes()[9].otros_nombres
    assert other.texto == "Fomento del multilateralismo y colaboración internacional en migraciones"
    assert plan().quote(other.spans[0]) == other.texto


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Ministerio de Salud", ("Ministerio de Salud",)),
        ("MINSAL/ SERMIG", ("Ministerio de Salud", "Servicio Nacional de Migraciones")),
        ("Ministerio del Trabajo y Previsión social", ("Ministerio del Trabajo y Previsión Social",)),
        (
            "Ministerio de Desarrollo Social y Familia (Subsecretaría de la Niñez) / Instituto de Mareas",
            ("Ministerio de Desarrollo Social y Familia", "Subsecretaría de la Niñez", "Instituto de Mareas"),
        ),
    ],
)
def test_institutions_are_parted_and_named_as_the_lexicon_does(written: str, names: tuple[str, ...]) -> None:
    assert split_instituciones(written, Instituciones.load(Settings().lexicon_dir)) == names


HEADER = "N\tINSTITUCIÓN\tMEDIDA\tPLAZO\tINDICADOR\n"
SUMMARY = "01\tAgua\t2\n"
FIRST = "01\tMinisterio de Salud\tPozos.\t31 de mayo 2027\tPozos hechos.\n"
SECOND = "02\tMinisterio de Salud\tAcequias.\t31 de mayo 2027\tAcequias hechas.\n"


def read(body: str, summary: str = SUMMARY) -> list[Record]:
    text = f"{summary}\nEje 1: Agua\n\n{HEADER}{body}"
    document = Documento(
        id="otro",
        title="Otro",
        publisher="—",
        year=2027,
        kind="plan",
        parser="plan",
        file="o.txt",
        sha256="",
        text=text,
    )
    return parse(document, Instituciones.load(Settings().lexicon_dir), [])


def test_a_whole_plan_is_read() -> None:
    assert [record.numero for record in read(FIRST + SECOND) if isinstance(record, Medida)] == [1, 2]


def wrapped(row: str) -> str:
    """A row torn over two lines in the middle of its deadline and of its text."""
    number, institution, text, plazo, indicator = row.rstrip("\n").split("\t")
    return f"{number}\t{institution}\t{text}\t{plazo[:5]}\t{indicator[:5]}\n\t\t\t{plazo[5:]}\t{indicator[5:]}\n"


def test_a_row_goes_on_below_until_its_deadline_is_whole() -> None:
    found = [record for record in read(wrapped(FIRST) + SECOND) if isinstance(record, Medida)]
    assert [medida.hitos[0].fecha for medida in found] == [date(2027, 5, 31)] * 2


@pytest.mark.parametrize(
    ("body", "summary", "says"),
    [
        (FIRST, SUMMARY, "el resumen suma 2 medidas y el cuerpo tiene 1"),
        (FIRST + SECOND.replace("02", "03", 1), SUMMARY, "tras la medida 1 viene la 3"),
        (FIRST + SECOND, "", "falta el cuadro resumen"),
        (FIRST + SECOND.replace("\tAcequias hechas.", ""), SUMMARY, "no tiene 5 columnas"),
        (FIRST + SECOND.replace("Acequias hechas.", ""), SUMMARY, "la medida 2 no tiene indicador"),
        (FIRST + SECOND.replace("31 de mayo 2027", "pronto"), SUMMARY, "el plazo no es una fecha"),
        (FIRST + SECOND.replace("\t", " "), SUMMARY, "descríbala en arreglos.toml"),
    ],
)  # fmt: skip
def test_what_breaks_the_promises_of_a_plan_stops_with_its_reason(body: str, summary: str, says: str) -> None:
    with pytest.raises(ParseError, match=says):
        read(body, summary)


def test_a_repair_must_cover_its_line(tmp_path: Path) -> None:
    def repair(last: str) -> str:
        return f"""
[[fila]]
documento = "otro"
comienza = "Acequias"
numero = ["02"]
institucion = ["Salud"]
medida = ["Acequias."]
plazo = ["31 de mayo", "2027"]
indicador = ["{last}"]
"""

    line = "Acequias. 02 Salud 31 de mayo Listas. 2027\n"

    def parsed(last: str) -> list[Record]:
        (tmp_path / "arreglos.toml").write_text(repair(last), encoding="utf-8")
        text = f"{SUMMARY}\nEje 1: Agua\n\n{HEADER}{FIRST}{line}"
        document = plan().model_copy(update={"id": "otro", "text": text, "pages": ()})
        return parse(document, Instituciones.load(Settings().lexicon_dir), load_repairs(tmp_path, "otro"))

    found = [record for record in parsed("Listas.") if isinstance(record, Medida)]
    assert found[1].hitos[0].fecha == date(2027, 5, 31)
    assert found[1].institucion.texto == "Salud"
    for last, says in (("Listas", "sobra"), ("Faltan.", "no está en la línea")):
        with pytest.raises(ParseError, match=says):
            parsed(last)
