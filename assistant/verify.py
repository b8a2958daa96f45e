"""Verify: the only step that turns a :class:`Draft` into an :class:`Answer`.

Every quote is read from the document at its offsets. Every number in a claim must stand in one of its quotes, or be
the value or an operand of a computation shown with the claim; a claim that fails is withheld and logged.
"""

from __future__ import annotations

import logging
import re
from decimal import Decimal

from assistant.values import ECHO, Answer, Citation, Claim, Draft, Figure, Status
from corpus.numbers import numbers_in
from corpus.records import Span
from corpus.store import Store

log = logging.getLogger(__name__)
_LABEL = re.compile(
    r"\b(?:[Mm]edidas?|[Ee]jes?|[Tt]ablas?)(?: \d+(?:, \d+)*(?: [yea] \d+)?)|^\d+\.(?= )|\(\d{1,2}\)", re.MULTILINE
)
_SPELLED = re.compile(r"\d+")


def verify(draft: Draft, store: Store, understood: str) -> Answer:
    """The answer of a draft, with what cannot be proved withheld; without a claim left it is ``not_found``."""
    sound: list[Claim] = []
    withheld: list[str] = []
    for claim in draft.claims:
        missing = unproved(claim, store)
        if missing:
            log.warning("claim withheld, unproved %s: %s", missing, claim.text)
            withheld.append(claim.text)
        else:
            sound.append(claim)
    status, abstained = draft.status, draft.abstained
    if withheld and status is Status.ANSWERED:
        status = Status.PARTIAL if any(claim.spans for claim in sound) else Status.NOT_FOUND
        abstained = status is Status.NOT_FOUND
    citations = _citations(sound, store)
    return Answer(
        status=status,
        abstained=abstained,
        text=layout(sound, {citation.span: citation.marker for citation in citations}),
        citations=citations,
        medidas=tuple(sorted(set(draft.medidas))),
        figures=draft.figures + _computed(sound, draft.figures),
        understood=understood,
        follow_ups=draft.follow_ups,
        record_ids=draft.record_ids,
        withheld=tuple(withheld),
    )


def _computed(claims: list[Claim], told: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """The computed values that claims state (counts, sums of rows…) and that no figure tells yet."""
    known = {figure.value for figure in told}
    found: dict[Decimal, Figure] = {}
    for claim in claims:
        for done in claim.computed:
            if done.operation != ECHO and done.value not in known:
                found.setdefault(
                    done.value,
                    Figure(
                        value=done.value,
                        unit="",
                        concept=done.operation,
                        spans=claim.spans,
                        computed=True,
                        operands=done.operands,
                    ),
                )
    return tuple(found.values())


def unproved(claim: Claim, store: Store) -> list[Decimal]:
    """The numbers of a claim that stand in none of its quotes and come from no computation."""
    stated = numbers_in(_LABEL.sub(" ", claim.text))
    if not stated or claim.block in ("canned", "header"):
        return []
    proved: set[Decimal] = set()
    for span in claim.spans:
        quote = store.quote(span)
        proved.update(numbers_in(quote))
        # Numbers glued to letters or to a footnote mark ("14019") are still the source's digits.
        proved.update(Decimal(digits) for digits in _SPELLED.findall(quote.replace(".", "")))
        tabla = store.tabla_at(span)
        if tabla is not None:  # a row is read under the header and the title of its table
            proved.update(numbers_in(" ".join((tabla.titulo.texto, *tabla.columnas, *(n.texto for n in tabla.notas)))))
    for computation in claim.computed:
        proved.add(computation.value)
        proved.update(computation.operands)
    digits = {str(number) for number in proved}
    return [number for number in stated if number not in proved and not _prefix(str(number), digits)]


def _prefix(number: str, digits: set[str]) -> bool:
    """Whether a number is one of the digits with a footnote mark cut off its end."""
    return len(number) >= 3 and any(other.startswith(number) and len(other) - len(number) <= 2 for other in digits)


def _citations(claims: list[Claim], store: Store) -> tuple[Citation, ...]:
    order: dict[Span, int] = {}
    for claim in claims:
        for span in claim.spans:
            order.setdefault(span, len(order) + 1)
    return tuple(
        Citation(
            marker=marker,
            span=span,
            label=store.label(span),
            section=store.section(span),
            quote=store.quote(span),
        )
        for span, marker in order.items()
    )


def layout(claims: list[Claim], markers: dict[Span, int]) -> str:
    """The Markdown of the claims in order, each with its markers."""
    blocks: list[str] = []
    kind = ""
    for claim in claims:
        marks = "".join(f" [{markers[span]}]" for span in claim.spans)
        if claim.block == "header":
            columns = claim.text.count("|") + 2
            blocks.append(f"| {claim.text} | Fuente |\n|" + " --- |" * columns)
        elif claim.block == "row":
            blocks[-1] += f"\n| {claim.text} |{marks} |"
        elif claim.block == "item":
            line = f"- {claim.text}{marks}"
            if kind == "item":
                blocks[-1] += f"\n{line}"
            else:
                blocks.append(line)
        else:
            blocks.append(f"{claim.text}{marks}")
        kind = claim.block
    return "\n\n".join(blocks)
