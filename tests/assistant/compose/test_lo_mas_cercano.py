"""What stands nearest to a question and is not cited by its answer is told at the end of it."""

from decimal import Decimal
from pathlib import Path

import pytest

from assistant.compose.passages import PassageClaims
from assistant.compose.unsaid import Unsaid
from assistant.pipeline import Assistant
from assistant.texts import Texts
from assistant.values import Claim, Draft, Figure, Hit, Kind, Query, Status
from corpus.records import Fragmento

PROMPTS = Path(__file__).parents[3] / "prompts"


@pytest.fixture
def unsaid(real_assistant: Assistant) -> Unsaid:
    texts = Texts(PROMPTS)
    return Unsaid(real_assistant.store, texts, PassageClaims(real_assistant.store, texts))


def _pieces(assistant: Assistant) -> tuple[Fragmento, Fragmento]:
    one, *others = assistant.store.of(Fragmento)
    return one, next(other for other in others if other.document != one.document)


def _hit(piece: Fragmento, score: float) -> Hit:
    return Hit(record_id=piece.id, score=score, lexical=score, dense=score, coverage=score)


def _draft(piece: Fragmento) -> Draft:
    return Draft(status=Status.ANSWERED, claims=(Claim(text="Dicho.", spans=piece.texto.spans),))


def _query(kind: Kind = Kind.PASAJE) -> Query:
    return Query(pregunta="qué dice", texto="que dice", kind=kind)


def test_the_best_hit_that_is_not_cited_is_added(real_assistant: Assistant, unsaid: Unsaid) -> None:
    told, other = _pieces(real_assistant)
    added = unsaid.beside(_query(), _draft(told), [_hit(other, 1.0), _hit(told, 0.9)])
    assert added.claims[0].text == "Dicho."
    assert set(other.texto.spans) <= {span for claim in added.claims for span in claim.spans}


@pytest.mark.parametrize("scores", [(1.0, 0.5), (1.0, 0.0)])
def test_what_is_cited_or_far_behind_is_not(
    real_assistant: Assistant, unsaid: Unsaid, scores: tuple[float, float]
) -> None:
    told, other = _pieces(real_assistant)
    draft = _draft(told)
    assert unsaid.beside(_query(), draft, [_hit(told, scores[0]), _hit(other, scores[1])]) == draft


def test_nothing_is_added_to_sets_abstentions_and_figures(real_assistant: Assistant, unsaid: Unsaid) -> None:
    told, other = _pieces(real_assistant)
    none = _draft(told).model_copy(update={"abstained": True})
    hits = [_hit(other, 1.0)]
    assert unsaid.beside(_query(), none, hits) == none
    assert unsaid.beside(_query(Kind.MEDIDA_LISTA), _draft(told), hits) == _draft(told)
    figure = Figure(value=Decimal(690), unit="", concept="expulsiones", period="2024", spans=told.texto.spans)
    counted = _draft(told).model_copy(update={"figures": (figure,)})
    assert unsaid.beside(_query(), counted, hits) == counted
