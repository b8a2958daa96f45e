"""The figures that an answer states, and those that its citations hold. Values are compared without their sign."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from corpus.dates import MONTHS, write_date
from corpus.numbers import NUMBER, folded_words, number_from_words, numbers_in, parse_number
from evals.questions import Question
from evals.replies import SeenReply

_MARKER = re.compile(r"\[\d+\]")
_LINK_TARGET = re.compile(r"(?<=\])\([^)\s]*\)")
_LIST_NUMBER = re.compile(r"^\s*(?:[-*|]\s+)?\d+[.)](?=\s)", re.MULTILINE)
_LABEL = re.compile(r"\b(?:medidas?|ejes?|tablas?):?\W{0,3}\d+(?:, \d+)*(?: [ye] \d+)?", re.IGNORECASE)
_CANNED = frozenset({"greeting", "unclear", "out_of_scope"})
_CLAUSE_END = re.compile(r"(?<!\d)[.,]|[.,](?!\d)|[;:()|]")
_DIGITS = re.compile(r"\d+")
_SCALES = frozenset({"mil", "millon", "millones"})
_LONGEST = 8
"""Words that a number in words takes at most, e.g. "dos millones cuatrocientos treinta y un mil cien"."""


def stated(answer: str, today: date | None = None) -> tuple[str, ...]:
    """The numbers in digits that an answer states, as written.

    Not stated are markers, links, numbers of lists, the number that names a medida, an eje or a table, and the date
    of the day on which it was asked.
    """
    text = _LABEL.sub(" ", _LIST_NUMBER.sub("", _LINK_TARGET.sub("", _MARKER.sub(" ", answer))))
    if today is not None:
        text = text.replace(write_date(today), " ")
    return tuple(match.group() for match in NUMBER.finditer(text))


def _worded(words: list[str]) -> Iterator[Decimal]:
    """The values of the numbers in words, and of numbers in digits that a scale follows, without reading any twice."""
    at = 0
    while at < len(words):
        end = at + 1
        while end < len(words) and (words[end] in _SCALES if words[at][0].isdigit() else not words[end][0].isdigit()):
            end += 1
        read = number_from_words(words[at : min(end, at + _LONGEST)])
        if read is not None:
            yield abs(read[0])
        at += read[1] if read else 1


def values_in(text: str) -> set[Decimal]:
    """Every value that a text states: in digits, in words, with its scale ("2,4 millones"), and months by number."""
    values = {abs(value) for value in numbers_in(text)}
    for clause in _CLAUSE_END.split(text):
        words = folded_words(clause)
        values.update(_worded(words))
        values.update(Decimal(number) for number, month in enumerate(MONTHS, 1) if month in words)
    return values


def unsupported(question: Question, reply: SeenReply, today: date | None = None) -> tuple[str, ...]:
    """The figures of an answer that none of its citations holds and that are not marked as computed.

    A citation holds what stands in its quote, and in the title, section and label that name it. The numbers of the
    medidas that a reply reports, and how many they are, are judged by themselves and count as held, as do the filters
    that are shown back in ``understood``. A reply that abstains may repeat the figures of the question: it does not
    state them. Greetings and refusals are canned texts, which state nothing of the documents.
    """
    if reply.status in _CANNED:
        return ()
    held = {Decimal(number) for number in (*reply.medidas, len(reply.medidas))} | values_in(reply.understood)
    if reply.abstained:
        held |= values_in(" ".join(question.turns))
    for citation in reply.citations:
        for text in (citation.quote or "", citation.document_title, citation.label, *citation.section):
            held |= values_in(text)
    for figure in reply.figures:
        if figure.computed:
            held |= {abs(value) for value in (figure.value, *figure.operands)}
    runs = {run for citation in reply.citations for run in _DIGITS.findall((citation.quote or "").replace(".", ""))}
    return tuple(
        number
        for number in stated(reply.answer, today)
        if abs(parse_number(number)) not in held and not _before_footnote(number, runs)
    )


def _before_footnote(number: str, runs: set[str]) -> bool:
    """Whether a number stands in a quote with its footnote mark glued on ("14019 municipalidades" for 140, note 19)."""
    digits = number.replace(".", "")
    return len(digits) >= 3 and any(run.startswith(digits) and len(run) - len(digits) <= 2 for run in runs)


def gold_figures(question: Question) -> Iterator[set[Decimal]]:
    """The values, any of which is right, of each group of a gold answer that is a figure."""
    for group in question.all_of:
        values = {abs(parse_number(text)) for text in map(_plain, group) if NUMBER.fullmatch(text)}
        if values:
            yield values


def exact(question: Question, reply: SeenReply) -> tuple[int, int]:
    """How many figures of the gold answer a reply states as whole numbers, and how many there are.

    Stricter than the verdict, which finds "29" in "2.029" too.
    """
    wanted = list(gold_figures(question))
    if not wanted:
        return 0, 0
    values = values_in(_MARKER.sub(" ", reply.answer))
    return sum(not values.isdisjoint(group) for group in wanted), len(wanted)


def _plain(text: str) -> str:
    return text.strip().removesuffix("%").removeprefix("$").strip()
