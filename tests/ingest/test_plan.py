"""The plan: all medidas equal a table typed by a second reader; what breaks the shape of a table is read or refused."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from corpus.errors import ParseError
from corpus.lexicon import Instituciones
from corpus.records import Discrepancia, Documento, Eje, Medida, Record
from corpus.settings import Settings
from corpus.store import Store
from ingest import plan

FIXTURE = Path(__file__).parent.parent / "fixtures" / "medidas.jsonl"
READ = [json.loads(line) for line in FIXTURE.read_text(encoding="utf-8").splitlines()]
HEADER = "N\tINSTITUCIÓN\tMEDIDA\tPLAZO\tINDICADOR\n"


def single_spaced(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("row", READ, ids=[str(row["numero"]) for row in READ])
def test_a_medida_equals_what_the_second_reader_typed(real_store: Store, row: dict[str, object]) -> None:
    medida = real_store.medidas[int(str(row["numero"]))]
    assert medida.eje == row["eje"]
    assert list(medida.instituciones) == row["instituciones"]
    assert single_spaced(medida.texto.texto) == single_spaced(str(row["texto"]))
    read = [
        {
            "plazo": hito.plazo.texto,
            "fecha": hito.fecha.isoformat() if hito.fecha else None,
            "indicador": single_spaced(hito.indicador.texto),
        }
        for hito in medida.hitos
    ]
    typed = row["hitos"]
    assert isinstance(typed, list)
    assert read == [hito | {"indicador": single_spaced(hito["indicador"])} for hito in typed]


def test_there_are_as_many_medidas_as_were_typed(real_store: Store) -> None:
    assert sorted(real_store.medidas) == [row["numero"] for row in READ]


def test_every_field_is_quoted_from_where_it_stands(real_store: Store) -> None:
    for medida in real_store.medidas.values():
        for field in (medida.institucion, medida.texto, *(hito.plazo for hito in medida.hitos)):
            quoted = " ".join(real_store.quote(span) for span in field.spans)
            assert single_spaced(quoted) == single_spaced(field.texto)


def invented(body: str, summary: str = "01\tRegular\t2\n02\tTrabajo\t1\n") -> Documento:
    text = f"Plan Nacional 2030 - 2032\n\n{summary}\n{body}"
    return Documento(
        id="plan",
        title="Plan",
        publisher="X",
        year=2030,
        kind="plan",
        parser="plan",
        file="p.txt",
        sha256="",
        text=text,
    )


def parse(document: Documento) -> list[Record]:
    return plan.parse(document, Instituciones.load(Settings().lexicon_dir), [])


BODY = (
    f"Eje 1: Regular\n\n{HEADER}01\tAgencia del Mar / MINSAL\tAlgo.\t31 de mayo 2031\tInforme.\n"
    "02\tMinisterio\tOtra cosa\t30 de\tUn informe\n\tde Marina\tmuy larga.\tabril\ten dos\n\t\t\t2032\tpartes.\n"
    f"{HEADER}\tAgencia del Mar\tTercera.\t31 de abril 2031\tUno.\n03\t\t\t1 de mayo 2031\tDos.\n"
)


def test_another_plan_with_other_institutions_is_read_without_a_change_of_code() -> None:
    """Wrapped rows are joined, an unnumbered row is a milestone, a table without heading is of the next eje."""
    medidas = [record for record in parse(invented(BODY)) if isinstance(record, Medida)]
    assert [(m.numero, m.eje, m.instituciones) for m in medidas] == [
        (1, 1, ("Agencia del Mar", "Ministerio de Salud")),
        (2, 1, ("Ministerio de Marina",)),
        (3, 2, ("Agencia del Mar",)),
    ]
    assert medidas[1].texto.texto == "Otra cosa muy larga."
    assert medidas[1].hitos[0].fecha == date(2032, 4, 30)
    assert [hito.fecha for hito in medidas[2].hitos] == [None, date(2031, 5, 1)]


def test_a_count_that_differs_from_the_summary_is_a_contradiction_of_the_source() -> None:
    records = parse(invented(BODY, "01\tRegular\t1\n02\tTrabajo\t2\n"))
    assert [record.medidas for record in records if isinstance(record, Discrepancia)] == [(1, 2), (3,)]
    assert [eje.declaradas for eje in records if isinstance(eje, Eje)] == [1, 2]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (BODY.replace("02\t", "04\t"), "tras la medida 1 viene la 4"),
        (BODY.replace("31 de mayo 2031", "pronto"), "plazo"),
        (f"Eje 1: Regular\n\n{HEADER}Mejorar 01 algo Ministerio de 31 de mayo 2031 Salud Informe.\n", "arreglos.toml"),
    ],
)
def test_a_table_that_breaks_its_promise_stops_the_build_and_says_where(body: str, words: str) -> None:
    with pytest.raises(ParseError, match=words):
        parse(invented(body))
