"""All prose figures of the documents against a reading by someone who did not write the extractor."""

import json
from decimal import Decimal

from corpus.analysis import fold
from corpus.periods import parse_period
from corpus.records import Cifra, Documento
from corpus.settings import ROOT
from ingest.cuenta import Account, figures
from ingest.figures import FigureWords, prose_figures
from ingest.keys import Squashed

FIXTURES = ROOT / "tests" / "fixtures"
WORDS = FigureWords.load(ROOT / "corpus" / "lexicon")
Pair = tuple[dict[str, str], Cifra]


def document(id: str) -> Documento:
    text = (ROOT / "corpus" / "documents" / f"{id}.txt").read_text(encoding="utf-8")
    return Documento(
        id=id, title="", publisher="", year=2025, kind=id, parser=id, file="", sha256="", text=text
    )  # fmt: skip


def compare() -> tuple[list[Pair], int, int]:
    """The figures that both read, how many the reader found, and how many the extractor."""
    gold = [json.loads(line) for line in (FIXTURES / "cifras.jsonl").read_text(encoding="utf-8").splitlines() if line]
    both: list[Pair] = []
    total = 0
    for id in dict.fromkeys(entry["document"] for entry in gold):
        source = document(id)
        found = (
            [c for c in figures(Account.read(source), WORDS) if not c.tabla]
            if id == "cuenta"
            else prose_figures(source, [], WORDS)
        )
        total += len(found)
        squashed = Squashed.of(source.text)
        left = list(found)
        for entry in (entry for entry in gold if entry["document"] == id):
            place = squashed.find(entry["quote"])
            assert place is not None, entry["quote"]
            values = {Decimal(part) for part in entry["valor"].split("-")}
            same = [c for c in left if place[0] <= c.span.start and c.span.end <= place[1] + 1 and c.valor in values]
            if same:
                both.append((entry, same[0]))
                left.remove(same[0])
    return both, len(gold), total


def test_precision_and_recall_are_97_percent_or_more() -> None:
    both, gold, found = compare()
    assert gold >= 250
    assert len(both) / gold >= 0.97
    assert len(both) / found >= 0.97


def test_units_and_periods_agree_with_the_reader() -> None:
    both, _, _ = compare()
    units = [
        fold(cifra.unidad).split()[0].rstrip("s") in fold(entry["unidad"]) for entry, cifra in both if cifra.unidad
    ]
    assert sum(units) / len(both) >= 0.97
    ends = []
    for entry, cifra in both:
        read, ours = parse_period(entry["periodo"] or ""), parse_period(cifra.periodo or "")
        ends.append((read.last if read else None) == (ours.last if ours else None))
    assert sum(ends) / len(both) >= 0.9
