"""What the account reports and promises: achievements, challenges, agreements and resolutions, each as a ``Hallazgo``.

Under "Logros" each numbered heading with its text is an achievement; under "Desafíos" each item or numbered heading is
a challenge. A heading about a convenio or acuerdo, or an achievement whose first sentence is about one, is an
agreement, wherever it stands but under the challenges (its path still says that it is an achievement). Every
resolution, oficio, decree or circular that is cited with its number is one, with the sentence that cites it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from corpus.analysis import fold
from corpus.records import Hallazgo, Texto
from ingest.cuenta.account import Account
from ingest.cuenta.blocks import Unit
from ingest.cuenta.passages import sections, spans_of
from ingest.prose import Prose

Clase = Literal["logro", "desafio", "convenio", "resolucion"]
_LOGROS = re.compile(r"logros?(?: \d{4})?$")
_DESAFIOS = re.compile(r"desafios?(?: \d{4})?$")
_AGREEMENT = re.compile(r"\b(?:convenios?|acuerdo|carta de entendimiento)\b")
_NORM = re.compile(
    r"\b(?P<norma>(?:REX|Resolución(?:\s+Exenta)?|Oficio\s+(?:Reservado|Ordinario)|Decreto(?:\s+(?:Exento|Supremo))?|Circular)"
    r"\s+N°\s?\d[\d.]*(?<=\d)(?:\s+de(?:\s+[a-z]+\s+de)?\s+\d{4})?)"
)
_LABEL = re.compile(r"^(?:\d{1,2}\.|[a-z]\.|[IVX]+\.)\s+")


def read_findings(account: Account) -> list[Hallazgo]:
    """The findings of an account in order of the text; the resolutions come last."""
    found = [*_headed(account), *_listed(account), *_norms(account)]
    found.sort(key=lambda entry: (entry.clase == "resolucion", entry.titulo.spans[0].start))
    return [
        entry.model_copy(update={"id": f"hallazgo:{account.document.id}:{number:03d}"})
        for number, entry in enumerate(found, 1)
    ]


def _headed(account: Account) -> Iterator[Hallazgo]:
    """Numbered, lettered and bulleted headings with the text under them. Bullets beside an agreement are some too."""
    agreements = {
        account.path(heading.start)[:-1]
        for heading in account.headings
        if heading.kind == "vineta" and _AGREEMENT.search(fold(heading.title))
    }
    for section in sections(account):
        heading = section.heading
        if heading is None or heading.kind not in ("numero", "letra", "vineta") or not section.units:
            continue
        path = account.path(heading.start)
        first = next((text for text in section.units[0].text(account.document).split(". ")), "")
        clase = _class(path, first)
        if heading.kind == "vineta" and path[:-1] in agreements and clase is None:
            clase = "convenio"
        if clase is None or (clase == "logro" and heading.kind != "numero"):
            continue
        yield _finding(account, clase, path[:-1], heading.start, heading.end, heading.title, section.units)


def _class(path: tuple[str, ...], first: str) -> Clase | None:
    """The class of a heading with its path and the first sentence of its text."""
    folded = [fold(title) for title in path]
    if any(_DESAFIOS.match(title) for title in folded):
        return "desafio"
    if _AGREEMENT.search(folded[-1]) or any("convenios" in title for title in folded[:-1]):
        return "convenio"
    if not any(_LOGROS.match(title) for title in folded):
        return None
    return "convenio" if re.search(r"\bconvenio\b", fold(first)) else "logro"


def _listed(account: Account) -> Iterator[Hallazgo]:
    """The items of the lists of challenges."""
    for section in sections(account):
        heading = section.heading
        if heading is None or not _DESAFIOS.match(fold(heading.title)):
            continue
        for unit in section.units:
            if unit.kind in ("numero", "vineta"):
                title = unit.text(account.document).removeprefix("- ")
                yield _finding(account, "desafio", account.path(unit.start), unit.body, unit.end, title, [unit])


def _finding(
    account: Account, clase: Clase, path: tuple[str, ...], start: int, end: int, title: str, units: list[Unit]
) -> Hallazgo:
    document = account.document
    text = "\n".join(unit.text(document) for unit in units)
    text = text.removeprefix("- ") if len(units) == 1 else text
    return Hallazgo(
        id="hallazgo",
        document=document.id,
        clase=clase,
        ruta=path,
        titulo=Texto(texto=_LABEL.sub("", title).rstrip("."), spans=(document.span(start, end),)),
        texto=Texto(texto=_LABEL.sub("", text), spans=spans_of(account, units)),
    )


def _norms(account: Account) -> Iterator[Hallazgo]:
    """The numbered norms that the account cites; "según la Ley N°…" is no finding of the account."""
    document = account.document
    for unit in account.units:
        prose = Prose.of(document.text, unit.body, unit.end)
        for left, right in prose.sentences():
            for match in _NORM.finditer(prose.text[left:right]):
                start, end = prose.place(left + match.start("norma"), left + match.end("norma"))
                sentence = prose.text[left:right]
                yield Hallazgo(
                    id="hallazgo",
                    document=document.id,
                    clase="resolucion",
                    ruta=account.path(unit.start),
                    titulo=Texto(texto=match["norma"], spans=(document.span(start, end),)),
                    texto=Texto(texto=sentence, spans=(document.span(*prose.place(left, right)),)),
                )
