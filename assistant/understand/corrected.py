"""What a message that corrects the last one asks for: a set under other filters, or another medida that it describes."""

from __future__ import annotations

from assistant.select import select, term_runs
from assistant.understand.heard import SETS
from assistant.understand.plan import Plan
from assistant.understand.text import topic_stems
from assistant.values import Filtros, Kind, Query, Turn
from corpus.analysis import terms


def corrected(query: Query, new: Filtros, last: Turn, plan: Plan, start: str) -> Query:
    """A correction under the filters that it names; of one medida told, the one that it describes: "no, el otro diagnóstico,
    el de Trabajo, ese de la seguridad". ``start`` is the folded line without what says that it corrects."""
    one = len(last.medidas) == 1 and last.query.kind not in SETS
    names = {stem for name in plan.known.common_words for stem in terms(name)}
    described = one and any(plan.known_stem(stem) and stem not in names for stem in topic_stems(plan.cues, start))
    update = {"kind": Kind.PASAJE, "medidas": True, "campos": last.query.campos} if described else {}
    return query.model_copy(
        update={"kind": Kind.MEDIDA_LISTA, **update, "filtros": new, "arrastre": f"«{last.question}»"}
    )


def alike(query: Query, new: Filtros, last: Turn, plan: Plan, start: str) -> Query | None:
    """A correction that names an institution and nothing else, as of the one medida of it which is most like what was asked
    for: "¿para cuándo es el diagnóstico de Educación?", "no, el de Trabajo"; None where no one is."""
    one = len(last.medidas) == 1 and last.query.kind not in SETS
    if not one or not new or new != Filtros(instituciones=new.instituciones):
        return None
    names = {stem for name in plan.known.common_words for stem in terms(name)}
    matter = set(topic_stems(plan.cues, last.query.resto)) - names
    if set(topic_stems(plan.cues, start)) - names:
        return None
    shared = {
        medida.numero: len(matter & {stem for run in term_runs(medida) for stem in run})
        for medida in select(plan.medidas, new, plan.known)
    }
    most = max(shared.values(), default=0)
    best = [number for number, many in shared.items() if many == most]
    if not most or len(best) != 1:
        return None
    update = {"kind": Kind.MEDIDA_CAMPO, "filtros": Filtros(numeros=tuple(best)), "campos": last.query.campos}
    return query.model_copy(update={**update, "arrastre": f"«{last.question}»"})
