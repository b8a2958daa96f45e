"""What a message that corrects the last one asks for: a set under other filters, or another medida that it describes."""

from __future__ import annotations

from assistant.understand.heard import SETS
from assistant.understand.plan import Plan
from assistant.understand.text import topic_stems
from assistant.values import Filtros, Kind, Query, Turn


def corrected(query: Query, new: Filtros, last: Turn, plan: Plan, start: str) -> Query:
    """A correction under the filters that it names; of one medida told, the one that it describes: "no, el otro diagnóstico,
    el de Trabajo, ese de la seguridad". ``start`` is the folded line without what says that it corrects."""
    one = len(last.medidas) == 1 and last.query.kind not in SETS
    described = one and any(plan.known_stem(stem) for stem in topic_stems(plan.cues, start))
    update = {"kind": Kind.PASAJE, "medidas": True, "campos": last.query.campos} if described else {}
    return query.model_copy(
        update={"kind": Kind.MEDIDA_LISTA, **update, "filtros": new, "arrastre": f"«{last.question}»"}
    )
