"""What is right about a reply: pure functions of the question, the reply and the documents' texts.

A reply is right only if it has no :class:`Fault`. The other marks say how good its citations and figures are.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from corpus.records import Value
from evals.figures import exact, unsupported
from evals.matching import Sources, comparable, half_shared
from evals.questions import Question
from evals.replies import SeenCitation, SeenReply

LEAD = 400
"""Characters within which a short answer must come."""

FaultKind = Literal["error", "answered", "abstained", "medidas", "missing", "forbidden", "source", "evidence", "quote"]


class Fault(Value):
    """One thing that is wrong with a reply; ``detail`` says it to the reader of a report."""

    kind: FaultKind
    detail: str


class Marks(Value):
    """All that is measured on one reply.

    ``support`` has an entry for each citation, in order: the positions in ``Question.evidence`` of the texts that it
    rests on. ``figures_exact`` of the ``figures_gold`` figures of the gold answer are stated as whole numbers.
    """

    faults: tuple[Fault, ...] = ()
    verbatim: bool = True
    unsupported: tuple[str, ...] = ()
    figures_exact: int = 0
    figures_gold: int = 0
    support: tuple[tuple[int, ...], ...] = ()

    @property
    def right(self) -> bool:
        """Whether the reply is right."""
        return not self.faults


def rests_on(citation: SeenCitation, snippet: str, sources: Sources) -> bool:
    """Whether a citation covers at least half of an evidence text in its document, or lies at least half inside it."""
    span = (citation.start, citation.end)
    return any(half_shared(span, place) for place in sources.places(citation.document_id, snippet))


def is_verbatim(citation: SeenCitation, sources: Sources) -> bool:
    """Whether a citation's quote is the document's text at its offsets."""
    return sources.is_verbatim(citation.document_id, citation.start, citation.end, citation.quote)


def _medida_faults(question: Question, reply: SeenReply) -> list[Fault]:
    if question.medidas is None or set(question.medidas) == set(reply.medidas):
        return []
    missing = sorted(set(question.medidas) - set(reply.medidas))
    extra = sorted(set(reply.medidas) - set(question.medidas))
    parts = [f"faltan {missing}"] * bool(missing) + [f"sobran {extra}"] * bool(extra)
    return [Fault(kind="medidas", detail="medidas: " + ", ".join(parts))]


def _text_faults(question: Question, reply: SeenReply) -> list[Fault]:
    answer = comparable(reply.answer)
    where = answer[:LEAD] if question.lead else answer
    place = "al comienzo de la respuesta" if question.lead else "en la respuesta"
    return [
        Fault(kind="missing", detail=f"no está {place}: " + " | ".join(group))
        for group in question.all_of
        if not any(comparable(text) in where for text in group)
    ] + [Fault(kind="forbidden", detail=f"dice: {text}") for text in question.none_of if comparable(text) in answer]


def _citation_faults(question: Question, reply: SeenReply, sources: Sources) -> list[Fault]:
    cited = {citation.document_id for citation in reply.citations}
    faults = [
        Fault(kind="source", detail=f"no cita el documento {source}")
        for source in question.sources
        if source not in cited
    ]
    if question.evidence and not any(
        rests_on(citation, snippet, sources) for citation in reply.citations for snippet in question.evidence
    ):
        faults.append(Fault(kind="evidence", detail="ninguna cita se apoya en la evidencia"))
    if not all(is_verbatim(citation, sources) for citation in reply.citations):
        faults.append(Fault(kind="quote", detail="una cita no es el texto del documento en su lugar"))
    return faults


def judge(question: Question, reply: SeenReply, sources: Sources) -> tuple[Fault, ...]:
    """What is wrong with a reply; empty when it is right."""
    if reply.error is not None:
        return (Fault(kind="error", detail=reply.error),)
    if question.abstain:
        return () if reply.abstained else (Fault(kind="answered", detail="responde lo que los documentos no dicen"),)
    if reply.abstained:
        return (Fault(kind="abstained", detail="se abstiene, aunque los documentos lo dicen"),)
    return (
        *_medida_faults(question, reply),
        *_text_faults(question, reply),
        *_citation_faults(question, reply, sources),
    )


def measure(question: Question, reply: SeenReply, sources: Sources, today: date | None = None) -> Marks:
    """The verdict on a reply and all its other marks; ``today`` is the day on which it was given."""
    figures_exact, figures_gold = exact(question, reply)
    return Marks(
        faults=judge(question, reply, sources),
        verbatim=all(is_verbatim(citation, sources) for citation in reply.citations),
        unsupported=unsupported(question, reply, today),
        figures_exact=figures_exact,
        figures_gold=figures_gold,
        support=tuple(
            tuple(at for at, snippet in enumerate(question.evidence) if rests_on(citation, snippet, sources))
            for citation in reply.citations
        ),
    )
