"""Achievements, challenges, agreements and resolutions of the account."""

from collections import Counter

import pytest

from corpus.records import RECORDS, Documento, Hallazgo
from corpus.settings import ROOT
from ingest.cuenta import Account, parse
from ingest.cuenta.findings import read_findings


def document(text: str) -> Documento:
    return Documento(
        id="cuenta", title="", publisher="", year=2025, kind="cuenta", parser="cuenta", file="", sha256="", text=text
    )


SOURCE = document((ROOT / "corpus" / "documents" / "cuenta.txt").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def found() -> list[Hallazgo]:
    return read_findings(Account.read(SOURCE))


def test_every_section_gives_its_achievements_and_challenges(found: list[Hallazgo]) -> None:
    def count(section: str) -> tuple[int, int]:
        inside = [f for f in found if any(title.startswith(section) for title in f.ruta) and f.clase != "resolucion"]
        logros = [f for f in inside if any(title.startswith("Logros") for title in f.ruta) and len(f.ruta) <= 3]
        return len(logros), len([f for f in inside if f.clase == "desafio"])

    assert count("Eje 1") == (4, 3)
    assert count("2.1") == (5, 5)
    assert count("Eje 3") == (4, 5)
    assert count("7.1") == (3, 3)
    assert count("7.2") == (10, 7)
    assert count("8.2") == (6, 4)
    assert count("Eje 6") == (5, 4)


def test_agreements_are_found_under_achievements_and_elsewhere(found: list[Hallazgo]) -> None:
    titles = [f.titulo.texto for f in found if f.clase == "convenio"]
    for title in (
        "Acuerdo de Reconducción con Bolivia",
        "Convenio con Gobiernos Regionales (GORE): contratación de mujeres analistas",
        "Carta de Entendimiento con ACNUR",
        "Intercambio de información entre SERMIG y Carabineros",
        "Tarjeta de Tránsito Vecinal Fronterizo (TVF)",
    ):
        assert title in titles


def test_a_numbered_norm_is_found_with_the_sentence_that_cites_it(found: list[Hallazgo]) -> None:
    norms = {f.titulo.texto: f.texto.texto for f in found if f.clase == "resolucion"}
    assert norms["Resolución Exenta N°31.329"].startswith("Durante 2024 se tramitó y puso en ejecución un convenio")
    assert (
        norms["REX N°9.621 de marzo de 2025"]
        == "Convenio tramitado completamente mediante REX N°9.621 de marzo de 2025."
    )
    assert norms["Circular N°11"].startswith("Circular N°11 Establece el ingreso digital")
    assert Counter(f.titulo.texto for f in found)["Oficio Reservado N°053"] == 2


def test_titles_have_no_labels_and_texts_quote_the_source(found: list[Hallazgo]) -> None:
    for entry in found:
        assert not entry.titulo.texto[:3].rstrip().endswith(".")
        assert entry.texto.texto.split()[-1] in SOURCE.quote(entry.texto.spans[-1])
    assert len({entry.id for entry in found}) == len(found)


def test_all_records_of_the_account_can_be_stored_and_read_back() -> None:
    records = parse(SOURCE)
    kinds = Counter(record.tipo for record in records)
    assert kinds["tabla"] == 19
    assert set(kinds) == {"tabla", "cifra", "hallazgo", "pasaje"}
    assert len({record.id for record in records}) == len(records)
    assert list(RECORDS.validate_json(RECORDS.dump_json(tuple(records)))) == records
