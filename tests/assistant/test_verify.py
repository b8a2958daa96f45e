"""Verify withholds what its quotes do not prove, and nothing else."""

from __future__ import annotations

from decimal import Decimal

from assistant.values import Claim, Computation, Draft, Status
from assistant.verify import unproved, verify
from corpus.records import Discrepancia, Span
from corpus.store import Store


def row(store: Store, number: int) -> Span:
    return store.medidas[number].span


def test_a_number_that_no_quote_holds_is_withheld(real_store: Store) -> None:
    wrong = Claim(text="La medida 1 vence el 31 de diciembre 2031.", spans=(row(real_store, 1),))
    answer = verify(Draft(status=Status.ANSWERED, claims=(wrong,)), real_store, "")
    assert answer.withheld == (wrong.text,)
    assert (answer.status, answer.abstained, answer.text) == (Status.NOT_FOUND, True, "")


def test_what_is_left_of_an_answer_is_partial(real_store: Store) -> None:
    right = Claim(text="Vence el 31 de diciembre 2024.", spans=(row(real_store, 1),))
    wrong = Claim(text="Son 999.", spans=(row(real_store, 1),))
    answer = verify(Draft(status=Status.ANSWERED, claims=(right, wrong)), real_store, "")
    assert (answer.status, answer.text) == (Status.PARTIAL, "Vence el 31 de diciembre 2024. [1]")


def test_a_computed_value_is_shown_among_the_figures(real_store: Store) -> None:
    done = Computation(operation="suma", operands=(Decimal(2), Decimal(5)), value=Decimal(7))
    claim = Claim(text="Son 7: 2 y 5.", spans=(row(real_store, 1),), computed=(done,))
    answer = verify(Draft(status=Status.ANSWERED, claims=(claim,)), real_store, "")
    assert not answer.withheld
    assert [(figure.value, figure.computed) for figure in answer.figures] == [(Decimal(7), True)]


def test_every_quote_is_the_text_at_its_offsets(real_store: Store) -> None:
    claims = tuple(Claim(text="Una medida.", spans=(row(real_store, number),), block="item") for number in (13, 48, 70))
    answer = verify(Draft(status=Status.ANSWERED, claims=claims), real_store, "")
    for citation in answer.citations:
        text = real_store.documents[citation.span.document].text
        assert citation.quote == text[citation.span.start : citation.span.end]
    assert [citation.marker for citation in answer.citations] == [1, 2, 3]


def test_every_contradiction_can_be_told(real_store: Store) -> None:
    """The curated explanations state only what their quotes hold."""
    curated = [found for found in real_store.of(Discrepancia) if found.origen == "curada"]
    assert len(curated) > 15
    for found in curated:
        assert not unproved(Claim(text=found.explicacion, spans=found.spans[:8]), real_store), found.asunto
