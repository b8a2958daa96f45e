"""Where what was just told stands: "¿en qué documento aparece eso?", "¿de qué página lo sacaste?", "¿cuál es la fuente?"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.texts import Texts
from assistant.values import ECHO, Answer, Claim, Computation, Draft, Status, Turn
from corpus.analysis import fold, words
from corpus.numbers import numbers_in
from corpus.records import Medida, Span, Tabla
from corpus.store import Store

SOURCE = "fuente"
"""The ``motivo`` of a query that asks for no more than the source of the last answer; the subject stays that answer's."""
MOST_WORDS = 14
MOST_QUOTED = 400
_PLACE = r"(?:documentos?|paginas?|pags?|secci(?:on|ones)|capitulos?|apartados?|tablas?|cuadros?|publicaci(?:on|ones)|informes?|fuentes?|textos?|parrafos?|fichas?)"
_WHOLE = r"(?:(?:(?:del?|en) )?(?:(?:los|las|el|la|sus|tus) )?(?:documentos?|guias?|cuenta(?: publica)?|informe|plan(?: nacional)?|fichas?|texto))"
_THAT = (
    r"(?:eso|esto|ello|aquello|(?:el|la) (?:primer[oa]?|segund[oa]|ultim[oa]|otr[oa]|anterior)|(?:es[ae]|est[ae]|es[oa]s|est[oa]s|dich[oa]s?|el|la|los|las|tal) (?:ultim[oa] )?"
    r"(?:datos?|cifras?|numeros?|informacion|info|respuestas?|definici(?:on|ones)|textos?|frases?|valor(?:es)?|monto|plazo|medidas?|practicas?|afirmaci(?:on|ones))"
    r"|(?:todo )?lo (?:anterior|(?:que )?(?:me )?(?:acabas de |acaba de )?(?:dices|dijiste|dice|dijo|decir(?:me)?|mencionas|mencionaste|contaste|respondiste|respondes)))"
)
_SAYS = (
    r"(?:(?:se )?(?:l[oae]s? )?(?:me )?(?:aparecen?|salen?|salio|salieron|estan?|estaba|esta escrit[oa]|vienen?|viene escrit[oa]|dicen?|figuran?|provienen?|encuentran?|encuentro|menciona[n]?|"
    r"indica[n]?|informa[n]?|lee|leo|leiste|sacas|sacaste|saco|sacan|obtuviste|tomaste|basas|puedo (?:leer|ver|encontrar|verificar|revisar|citar)\w*|es|son|corresponden?|consta[n]?|trae[n]?|afirma[n]?|sustenta|respalda))"
)
_LEAD = r"^\W*(?:(?:y|e|ah|oye|ok|okey|pero|ya|gracias|perfecto|buena|bien|entonces|ahora|por favor|una duda|una consulta|disculpa|para citarlo|para citar)\b\W*)*"
_TAIL = rf"(?:\W+(?:{_SAYS}|{_THAT}|{_WHOLE}|exactamente|por favor|para citarlo|entonces|que (?:consultas|usas|tienes)))*\W*$"
_IN_WHAT = re.compile(
    rf"{_LEAD}(?:{_THAT},? ¿?)?(?:en|de|a) (?:que|cual(?:es)?)(?: de (?:los|las))? {_PLACE}(?: oficial(?:es)?)?{_TAIL}"
    rf"|{_LEAD}(?:que|cual) (?:documento|fuente|texto|informe)(?: oficial)? (?:es (?:el|la) que )?(?:l[oa] )?"
    rf"(?:dice|trae|informa|afirma|menciona|indica|respalda|sustenta){_TAIL}"
    rf"|{_LEAD}cual es (?:el|la|su) (?:fuente|pagina|referencia|documento fuente)(?: (?:de|del) (?:{_THAT}|dato))?{_TAIL}"
    rf"|{_LEAD}(?:{_THAT},? ¿?)?(?:en|de) que (?:parte|lado) (?:{_WHOLE} )?(?!esta[n]?\b){_SAYS}{_TAIL}"
    rf"|{_LEAD}(?:en|de) que (?:parte|lado) {_WHOLE}{_TAIL}"
)
_WHERE = re.compile(
    rf"{_LEAD}(?:{_THAT},? ¿?)?(?:(?:de|en) )?donde (?:{_SAYS}|lo|la|se) ?(?:{_SAYS} ?)*(?:{_THAT}|{_WHOLE})?{_TAIL}"
)
_BARE = re.compile(
    rf"{_LEAD}(?:(?:dame|dime|cita|citame|indica|indicame|indique|muestra|muestrame|me das|me puedes dar|me indicas|necesito|quiero) )?(?:el |la |las |los )?"
    rf"(?:fuentes?|paginas?|documento(?: fuente)?|referencia)(?: (?:de|del) (?:{_THAT}|dato|texto))?(?: exact[oa])?{_TAIL}"
)
# "¿Dónde está?" asks where a thing is, not where it is written.
_WHERE_SAYS = re.compile(
    rf"\b(?:sale|salen|salio|aparece[n]?|dice[n]?|figura[n]?|sac\w+|lee|leo|leiste|proviene[n]?|menciona[n]?|viene[n]?|obtuviste|tomaste|basas|consta|puedo (?:leer|ver\b|verificar)|{_THAT})\b"
)
# "¿En qué documento sale la primera?": what was told before the last answer.
_BEFORE_LAST = re.compile(r"\b(?:el|la) (?:primer[oa]?|otr[oa]|anterior)\b(?! (?:datos?|cifras?|numeros?))")
_PAGE = re.compile(r"\bpag(?:ina)?s?\b")


def asks_source(message: str) -> bool:
    """Whether a message asks for no more than where what was told is written."""
    line = fold(message)
    if len(words(line)) > MOST_WORDS:
        return False
    if _IN_WHAT.match(line) or _BARE.match(line):
        return True
    return bool(_WHERE.match(line) and _WHERE_SAYS.search(line))


def cited(answer: Answer) -> tuple[Span, ...]:
    """The places that the first paragraph of an answer with a citation rests on; none of an abstention."""
    if answer.abstained:
        return ()
    marked = {f"[{citation.marker}]": citation.span for citation in answer.citations}
    for paragraph in answer.text.split("\n\n"):
        found = tuple(span for mark, span in marked.items() if mark in paragraph)
        if found:
            return found
    return ()


def source_of(message: str, turns: Sequence[Turn], store: Store, texts: Texts) -> Draft | None:
    """The draft of a message that asks where what the last turn told is written, or the one before it ("¿en qué documento
    sale la primera?"); None where it asks another thing, or nothing was told."""
    if not turns or not asks_source(message):
        return None
    last = turns[-2] if len(turns) > 1 and _BEFORE_LAST.search(fold(message)) else turns[-1]
    if not last.cited:
        return None
    by_document: dict[str, list[Span]] = {}
    for span in last.cited:
        by_document.setdefault(span.document, []).append(span)
    asks_page = _PAGE.search(fold(message)) is not None
    claims = tuple(_claim(spans, asks_page, store, texts) for spans in by_document.values())
    return Draft(status=Status.ANSWERED, claims=claims, medidas=last.medidas, record_ids=last.record_ids, entire=True)


def _claim(spans: list[Span], asks_page: bool, store: Store, texts: Texts) -> Claim:
    """Where some spans of one document stand, with its words where they are of one place and brief."""
    document = store.documents[spans[0].document]
    sections = [name for name in dict.fromkeys(_section(span, store, texts) for span in spans) if name]
    pages = list(dict.fromkeys(span.page for span in spans if span.page is not None))
    quote = " ".join(store.quote(spans[0]).split())
    text = texts(
        "estados",
        "fuente",
        d=document,
        secciones=sections,
        paginas=pages,
        sin_pagina=asks_page and not pages,
        cita=quote if len(sections) <= 1 and len(quote) <= MOST_QUOTED else "",
    )
    names = numbers_in(f"{document.title} {' '.join(sections)} {' '.join(map(str, pages))}")
    said = tuple(Computation(operation=ECHO, operands=(), value=number) for number in names)
    return Claim(text=text, spans=tuple(spans), computed=said)


def _section(span: Span, store: Store, texts: Texts) -> str:
    """The heading, the table or the medida that a place stands under, as it is said; empty where it stands under none."""
    record = store.record_at(span)
    if isinstance(record, Medida):
        return texts("estados", "en_medida", numero=record.numero)
    if isinstance(record, Tabla):
        return texts("estados", "en_tabla", tabla=record)
    path = store.section(span)
    return texts("estados", "en_seccion", titulo=path[-1]) if path else ""
