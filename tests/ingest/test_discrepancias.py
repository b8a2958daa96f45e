"""Contradictions: those that arithmetic finds, all and only; those curated, with quotes that must be found."""

from pathlib import Path

import pytest

from corpus.errors import LexiconError, ParseError
from corpus.records import Discrepancia, Documento
from corpus.settings import ROOT
from ingest.cuenta import parse
from ingest.discrepancias import computed, curated

DOCUMENTS = ROOT / "corpus" / "documents"


def document(id: str, text: str) -> Documento:
    return Documento(
        id=id, title="", publisher="", year=2025, kind=id, parser=id, file="", sha256="", text=text
    )  # fmt: skip


def check(text: str) -> list[Discrepancia]:
    source = document("cuenta", text)
    return computed(parse(source), {"cuenta": source})


@pytest.fixture(scope="module")
def sources() -> dict[str, Documento]:
    return {
        id: document(id, (DOCUMENTS / f"{id}.txt").read_text(encoding="utf-8"))
        for id in ("plan", "cuenta", "guia", "gobernanza", "fichas")
    }


@pytest.fixture(scope="module")
def found(sources: dict[str, Documento]) -> list[Discrepancia]:
    return computed(parse(sources["cuenta"]), sources)


def test_all_contradictions_of_the_account_that_arithmetic_finds_and_no_others(found: list[Discrepancia]) -> None:
    assert [d.asunto for d in found] == [
        "Tabla 13: Operativos, 2024",
        "Tabla 13: Personas atendidas, 2024",
        "Tabla 13: Operativos, Primer trimestre 2025",
        "Tabla 13: Personas atendidas, Primer trimestre 2025",
        "Tabla 17: Total de recursos judiciales, 2024",
        "Tabla 17: Total de recursos judiciales, 2025",
        "Tabla 19: Porcentaje de cumplimiento en vinculación con el medio, 2025",
        "Aumento respecto al presupuesto 2024",
        "Tasa de respuesta",
        "Reparto de 86 medidas",
        "Período de la cifra $991.141.730",
        "Período de las cifras 7.901 inicios, 2.302 resoluciones, 1.324 autorizaciones",
    ]


@pytest.mark.parametrize(
    ("asunto", "figures"),
    [
        ("Tabla 13: Personas atendidas, 2024", ["13.164", "13.933"]),
        ("Tabla 17: Total de recursos judiciales, 2024", ["12.481", "13.662"]),
        ("Tabla 19: Porcentaje de cumplimiento en vinculación con el medio, 2025", ["64,25%", "195", "304", "64,14 %"]),
        ("Aumento respecto al presupuesto 2024", ["13,80%", "19,50 %", "8,01 %"]),
        ("Tasa de respuesta", ["100%", "96.629", "53.088", "182,02 %"]),
        ("Reparto de 86 medidas", ["84", "86", "34,5%"]),
        ("Período de la cifra $991.141.730", ["hasta marzo de 2025", "hasta mayo de 2025", "Tabla 5"]),
    ],
)
def test_the_explanation_gives_both_figures(found: list[Discrepancia], asunto: str, figures: list[str]) -> None:
    one = next(d for d in found if d.asunto == asunto)
    assert all(figure in one.explicacion for figure in figures)
    assert one.explicacion.endswith(".")


def test_the_quotes_of_a_discrepancy_hold_its_figures(found: list[Discrepancia], sources: dict[str, Documento]) -> None:
    rate = next(d for d in found if d.asunto == "Tasa de respuesta")
    quotes = [sources["cuenta"].quote(span) for span in rate.spans]
    assert any("100%" in q for q in quotes)
    assert any("96.629" in q for q in quotes)
    assert any("53.088" in q for q in quotes)
    months = next(d for d in found if d.asunto.endswith("$991.141.730"))
    assert len(months.spans) == 3


SOUND = """ Eje 1.

Atención

Tabla 1. Personas atendidas por zona

Zona 2031 2032
Norte 10 20
Sur 5 6
Total 15 26

Tabla 2. Indicadores

Indicador 2031 2032
Visitas planificadas a terreno 40 50
Visitas realizadas a terreno 30 45
Porcentaje de cumplimiento de visitas a terreno 75% 90%

I. Casos

En 2031 hubo 39 casos: 36 de robo y 3 de hurto.

II. Ingresos 2031

● Ingresos por derechos: $1.000.
● Ingresos por multas: $500.
● Total de ingresos: $1.500.
"""


def test_figures_that_agree_give_none() -> None:
    assert check(SOUND) == []


@pytest.mark.parametrize(
    ("old", "new", "asunto"),
    [
        ("Total 15 26", "Total 15 27", "Tabla 1: 2032"),
        ("terreno 75% 90%", "terreno 75% 91%", "Tabla 2: Porcentaje de cumplimiento de visitas a terreno, 2032"),
        ("36 de robo", "35 de robo", "casos: 39"),
        ("Total de ingresos: $1.500", "Total de ingresos: $1.600", "Total de ingresos: $1.600"),
    ],
)
def test_one_changed_figure_gives_one(old: str, new: str, asunto: str) -> None:
    assert old in SOUND
    assert [d.asunto for d in check(SOUND.replace(old, new))] == [asunto]


def test_the_curated_ones_quote_all_their_sources(sources: dict[str, Documento]) -> None:
    entries = curated(DOCUMENTS / "discrepancias.toml", sources)
    assert len(entries) >= 20
    assert len({d.id for d in entries}) == len(entries)
    for entry in entries:
        assert entry.spans
        assert entry.explicacion.endswith(".")


def write(folder: Path, quote: str) -> Path:
    path = folder / "discrepancias.toml"
    path.write_text(
        '# un comentario\n[[discrepancia]]\nasunto = "Algo"\nexplicacion = "Uno dice A y otro B."\n'
        f'citas = [\n  {{ documento = "plan", texto = "{quote}" }},\n]\n',
        encoding="utf-8",
    )
    return path


def test_quotes_are_found_whatever_their_spaces_and_case(tmp_path: Path) -> None:
    source = document("plan", "Aquí dice\n  UNO y después,\n\nmucho después, dice dos.")
    (one,) = curated(write(tmp_path, "dice uno […] dice dos"), {"plan": source})
    assert source.quote(one.spans[0]).startswith("dice\n  UNO")


def test_a_quote_that_is_gone_stops_the_build_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(ParseError, match="línea 6"):
        curated(write(tmp_path, "dice tres"), {"plan": document("plan", "dice uno")})


def test_a_bad_entry_is_reported_with_its_line(tmp_path: Path) -> None:
    path = write(tmp_path, "dice uno")
    path.write_text(path.read_text(encoding="utf-8").replace("explicacion", "explicasion"), encoding="utf-8")
    with pytest.raises(LexiconError, match="línea 2"):
        curated(path, {"plan": document("plan", "dice uno")})


def test_entries_about_a_document_that_is_not_there_are_left_out(tmp_path: Path) -> None:
    assert curated(write(tmp_path, "dice uno"), {"guia": document("guia", "x")}) == []
