"""Figures of sentences and lists near a question as operands: ``Cifra`` records, else numbers where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property

from assistant.figures.grid import Grid
from assistant.figures.periods import Rango, of_period
from assistant.figures.values import Operand, of_cell, written
from assistant.values import Evidence, Figure
from corpus.analysis import STOP_WORDS, fold, terms
from corpus.numbers import NUMBER, parse_number
from corpus.periods import find_periods, parse_period
from corpus.records import Cifra, Documento, Fragmento, Pasaje, Span
from corpus.store import Store

NEARBY = 0.6
HITS = 10
CLOSE = 0.75
LOOKED_AT = 5
BESIDE = 0.8
BEFORE = 2000
Nearby = tuple[float, Operand]
_BOUNDARY = re.compile(r"(?<=[.!?;])\s+(?=[A-ZÁÉÍÓÚÑ¿¡“\"])|\n\s*(?=[-•●✓]|\d+[.)]\s)|\n\s*\n")
_BEFORE = re.compile(r"([^\W\d_]{5,}) (?:de|a|por) $")
_NOTE = re.compile(r"\s*\d{1,2}\s+[A-ZÁÉÍÓÚÑ][^.]{0,80}\((?:19|20)\d\d\)")
# "19 Cifra actualizada a…": the mark that begins a footnote.
_ALWAYS = re.compile(r"(?:7 días de\s+la\s+semana|24 horas(?: del\s+día)?,?\s+(?:los\s+)?(?:7|siete)\s)")
_MARK = re.compile(r"\d{1,2}\s+[A-ZÁÉÍÓÚÑ]")
_GLUED = re.compile(r"([^\W\d_]{2,}[”»)]?)\d{1,2}\b")
_BOUND = re.compile(r"\b([Mm]ás de|[Mm]enos de|[Cc]erca de|[Cc]asi|[Aa]l menos|[Aa]lrededor de)\s+$")
_TURN = re.compile(r",\s|\s(?:y|e|con)\s")
# What is said of another figure that comes next: "…, con un video viral con más de 1.2 millones".
_NEXT_ONE = re.compile(r",\s(?:con|y)\s(?:un|una|otr[oa])\s")
_LINK = re.compile(
    r"\b(?:lo que|que) (?:supone|representa|equivale|significa|corresponde)\b|\bequivalentes?\b|\bes decir\b"
)
_CUT = re.compile(r"\d[\d.,]*\d|\d|[;:](?=\s)|\.(?=\s)")
_OF_WHICH = re.compile(r"\bde (?:los|las|estos|estas) (?:cuales|mismos|mismas)\b|\bdonde (?:el|un)\b|:\s")
# "7.742 respondidas en 15 días, sobre un total de 24.143 atendidas."
_OUT_OF = re.compile(r"\b(?:sobre|de) un total de\b")
_BRACKETS = re.compile(r"\((?=[\d.,]+ ?% (?:de )?[^\W\d_]{3,})")
_LABEL_END = re.compile(
    r"[,;:(]|\.(?=\s)|\s(?:frente|mientras|respecto|seguid[oa]|y (?:una?\b|presenta)|(?:a|de|del|con|en) (?:un|el|la)?$)"
)
_LETTERED = re.compile(r"[a-z]\. ")
_NOUN = re.compile(r"\s*(?:de |del |las |los )?([^\W\d_]{4,})(?:\s+(?:de |del )?([^\W\d_]{4,}))?")


class ProseFigures:
    """The figures of the passages that retrieval found near a question."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._by_document: dict[str, list[Cifra]] = {}
        for cifra in store.of(Cifra):
            if cifra.tabla is None:
                self._by_document.setdefault(cifra.document, []).append(cifra)
        self._wholes = self._parted()
        self._of_record: dict[str, list[Operand]] = {}

    def near(self, evidence: Evidence, grids: Iterable[Grid] = ()) -> list[Operand]:
        """The operands in the nearest passages, and all cells of some tables."""
        hits = evidence.kept[:HITS]
        top = hits[0].score if hits else 0.0
        found: list[Operand] = []
        for hit in hits:
            record = self.store.records[hit.record_id]
            if hit.score >= NEARBY * top and isinstance(record, Fragmento | Pasaje):
                if isinstance(record, Fragmento) and record.tabla is not None:
                    continue
                found += [one for one in self.of(record) if not any(_same(one, other) for other in found)]
        for grid in grids:
            for cell in grid.cells:
                operand = of_cell(cell, grid)
                stems = frozenset(terms(f"{operand.concept} {' '.join(cell.parts)} {cell.unit}")) | grid.own_title
                found.append(replace(operand, stems=stems, near=stems | grid.title_stems))
        return found

    def around(self, evidence: Evidence) -> list[Nearby]:
        """The operands of the best hits and of the passages that these stand in, each once with how near that came."""
        found: dict[tuple[Span, Span | str], Nearby] = {}
        hits = [hit for hit in evidence.kept[:LOOKED_AT] if hit.score >= CLOSE * evidence.kept[0].score]
        for hit in hits:
            record = self.store.records[hit.record_id]
            if not isinstance(record, Fragmento | Pasaje) or getattr(record, "tabla", None) is not None:
                continue
            near = hit.score / evidence.kept[0].score
            own = self.of(record)
            hit_by = {one.spans[0] for one in own}
            for one in (*self._beside(record.texto.spans[0]), *own):
                key = one.spans[0], one.at or one.written
                weight = near if one.spans[0] in hit_by else BESIDE * near
                found[key] = max(weight, found[key][0]) if key in found else weight, found.get(key, (0, one))[1]
        return list(found.values())

    def told(self, records: Iterable[str]) -> list[Nearby]:
        """The operands of the passages that an answer rested on, each once."""
        found: dict[Span, Nearby] = {}
        for id in records:
            record = self.store.records.get(id)
            if isinstance(record, Fragmento | Pasaje) and getattr(record, "tabla", None) is None:
                for one in (*self.of(record), *self._beside(record.texto.spans[0])):
                    found.setdefault(one.at or one.spans[0], (1.0, one))
        return list(found.values())

    def stated(self, figure: Figure) -> Operand | None:
        """The operand of a figure that an answer stated of a sentence; None where no record is of it."""
        document = figure.spans[0].document if figure.spans else ""
        for cifra in self._by_document.get(document, []):
            if cifra.evidencia == figure.spans[0] and cifra.valor == figure.value and cifra.unidad == figure.unit:
                return self._operand(cifra, frozenset())
        return None

    def at_another_time(self, one: Figure, when: Rango) -> Operand | None:
        """The figure of a document that has the very label of another one, at another time; None where several have."""
        alike = [
            self._operand(cifra, frozenset())
            for cifra in self._by_document.get(one.spans[0].document if one.spans else "", [])
            if cifra.unidad == one.unit and _but_year(cifra.concepto) == _but_year(one.concept)
        ]
        found = [other for other in alike if other.actual is not None and other.actual.same(when)]
        return found[0] if len({other.value for other in found}) == 1 else None

    def within(self, span: Span) -> list[Operand]:
        """The operands of the records of a stretch of text."""
        inside = (c for c in self._by_document.get(span.document, []) if span.start <= c.span.start < span.end)
        return [self._operand(cifra, frozenset()) for cifra in inside]

    def below(self, document: str, heading: str) -> list[Operand]:
        """The operands of the sections right under a heading, given with all that is over it."""
        under = (c for c in self._by_document.get(document, []) if "/".join(c.ruta[:-1]) == heading)
        return [self._operand(cifra, frozenset()) for cifra in under]

    def around_one(self, one: Operand) -> list[Operand]:
        """The operands of the passage of a figure, and of those before and after it in its section."""
        return self._beside(one.spans[0]) if one.spans else []

    def in_section(self, one: Operand) -> list[Operand]:
        """The operands of all the passages of the section that a figure stands in, and of those headed alike beside it: of
        the site and of the portal each has its "Caracterización de la audiencia"."""
        whole = self.store.passage_around(one.spans[0]) if one.spans else None
        if whole is None:
            return []
        *over, last = whole.ruta or ("",)
        alike = [
            passages
            for (document, ruta), passages in self._sections.items()
            if document == whole.document
            and (ruta == whole.ruta or (len(over) > 1 and ruta[:-2] == tuple(over[:-1]) and ruta[-1:] == (last,)))
        ]
        return [other for passages in alike for passage in passages for other in self.of(passage)]

    def section(self, span: Span) -> frozenset[str]:
        """The stems of the passage that a piece stands in and of the one before it in its section, which tells of what."""
        whole = self.store.passage_around(span)
        if whole is None:
            return frozenset()
        section = self._sections[whole.document, whole.ruta]
        at = section.index(whole)
        return frozenset(stem for passage in section[max(0, at - 1) : at + 1] for stem in terms(passage.texto.texto))

    def _beside(self, span: Span) -> list[Operand]:
        """The operands of the passage that a piece stands in, and of the ones before and after it in its section."""
        whole = self.store.passage_around(span)
        if whole is None:
            return []
        section = self._sections.get((whole.document, whole.ruta), [])
        at = section.index(whole) if whole in section else 0
        return [
            one
            for passage in (whole, *section[max(0, at - 1) : at], *section[at + 1 : at + 2])
            for one in self.of(passage)
        ]

    @cached_property
    def _sections(self) -> dict[tuple[str, tuple[str, ...]], list[Pasaje]]:
        """The passages of each section, in order."""
        found: dict[tuple[str, tuple[str, ...]], list[Pasaje]] = {}
        for passage in self.store.of(Pasaje):
            found.setdefault((passage.document, passage.ruta), []).append(passage)
        return found

    def nearest(self, evidence: Evidence) -> list[Nearby]:
        """The operands of the best hits, each once with how near its passage came; none of tables."""
        hits = evidence.kept[:LOOKED_AT]
        found: list[Nearby] = []
        for hit in hits:
            record = self.store.records[hit.record_id]
            if hit.score < CLOSE * hits[0].score or not isinstance(record, Fragmento | Pasaje):
                continue
            if getattr(record, "tabla", None) is None:
                new = (one for one in self.of(record) if not any(_same(one, other) for _, other in found))
                found += [(hit.score / hits[0].score, one) for one in new]
        return found

    def of(self, record: Fragmento | Pasaje) -> list[Operand]:
        """The operands of a piece of a text."""
        if record.id not in self._of_record:
            self._of_record[record.id] = self._read(record)
        return self._of_record[record.id]

    def _read(self, record: Fragmento | Pasaje) -> list[Operand]:
        cifras = self._by_document.get(record.document)
        if cifras is not None:
            title = frozenset(terms(record.titulo)) if isinstance(record, Fragmento) else frozenset()
            return [
                self._operand(cifra, title)
                for cifra in cifras
                if any(span.start <= cifra.span.start and cifra.span.end <= span.end for span in record.texto.spans)
                and not self._opening(cifra)
            ]
        return [
            one
            for span in record.texto.spans
            for one in read_numbers(self.store.documents[record.document], span, record)
        ]

    def _opening(self, cifra: Cifra) -> bool:
        """Whether a figure says when something is open, "las 24 horas, los 7 días de la semana": nothing takes so long."""
        text = self.store.documents[cifra.document].text
        return _ALWAYS.match(text, cifra.span.start) is not None

    def _operand(self, cifra: Cifra, title: frozenset[str]) -> Operand:
        period = parse_period(cifra.periodo) if cifra.periodo else None
        sentence = self.store.quote(cifra.evidencia)
        at = cifra.span.start - cifra.evidencia.start, cifra.span.end - cifra.evidencia.start
        headed = self._headed(cifra)
        concept = " ".join((cifra.concepto, cifra.unidad, *cifra.desglose))
        return Operand(
            value=cifra.valor,
            written=_as_written(cifra),
            unit=cifra.unidad,
            concept=", ".join((cifra.concepto, *(part for part in cifra.desglose if part not in cifra.concepto))),
            period=cifra.periodo,
            actual=of_period(period) if period else None,
            place=None,
            spans=(cifra.evidencia, *headed),
            stems=frozenset(stem for stem in terms(concept) if not stem[0].isdigit()),
            near=frozenset(terms(f"{sentence} {' '.join(_headings(cifra.ruta))}")) | title,
            clause=_clause(sentence, *at),
            segment=_segment(sentence, at[0]),
            group="/".join(cifra.ruta),
            bound=cifra.calificador,
            at=cifra.span,
            whole=self._wholes.get(cifra.span),
        )

    def _parted(self) -> dict[Span, Span]:
        """For each figure that its sentence makes a part of another one, where that one stands."""
        found: dict[Span, Span] = {}
        for cifras in self._by_document.values():
            for sentence in {cifra.evidencia: None for cifra in cifras}:
                text = self.store.quote(sentence)
                inside = [cifra for cifra in cifras if cifra.evidencia == sentence]
                marks = [sentence.start + mark.start() for mark in _OF_WHICH.finditer(text)]
                for part in inside:
                    mark = max((at for at in marks if at < part.span.start), default=None)
                    wholes = [c for c in inside if mark is not None and c.span.end <= mark and c.unidad != "%"]
                    if wholes and part.unidad in ("%", wholes[-1].unidad):
                        found[part.span] = wholes[-1].span
                found |= _out_of_totals(text, sentence.start, inside) | _in_brackets(text, sentence.start, inside)
        return found

    def _headed(self, cifra: Cifra) -> tuple[Span, ...]:
        """The lines before a figure that say of when it is, each year of its period, where its own sentence does not."""
        said = self.store.quote(cifra.evidencia)
        document = self.store.documents[cifra.document]
        found: list[Span] = []
        for year in re.findall(r"\d{4}", cifra.periodo or ""):
            before = document.text.rfind(year, max(0, cifra.evidencia.start - BEFORE), cifra.evidencia.start)
            if year in said or before < 0 or not cifra.ruta:
                continue
            start, end = document.text.rfind("\n", 0, before) + 1, document.text.find("\n", before)
            found += [document.span(start, end)] if end > before else []
        return tuple(dict.fromkeys(found))


def _out_of_totals(text: str, start: int, inside: Sequence[Cifra]) -> dict[Span, Span]:
    """For the last figure of a sentence before "sobre un total de", where the total stands that is of its unit."""
    found: dict[Span, Span] = {}
    for match in _OUT_OF.finditer(text):
        after = [cifra for cifra in inside if cifra.span.start >= start + match.start()]
        before = [cifra for cifra in inside if cifra.span.end <= start + match.start()]
        parts = [cifra for cifra in before if after and cifra.unidad == after[0].unidad]
        if parts:
            found[parts[-1].span] = after[0].span
    return found


def _in_brackets(text: str, start: int, inside: Sequence[Cifra]) -> dict[Span, Span]:
    """For each percentage that brackets say something of, where the count stands right before them: "1.210 respuestas (97,36%
    mujeres)"."""
    found: dict[Span, Span] = {}
    for match in _BRACKETS.finditer(text):
        parts = [cifra for cifra in inside if cifra.span.start == start + match.end() and cifra.unidad == "%"]
        before = [cifra for cifra in inside if cifra.span.end <= start + match.start()]
        if parts and before and before[-1].unidad != "%":
            found[parts[0].span] = before[-1].span
    return found


def _headings(ruta: tuple[str, ...]) -> tuple[str, ...]:
    """The heading over a figure; with the one over that too where it is but a lettered part of it: "a. Capacitaciones"."""
    return ruta[-2:] if ruta and _LETTERED.match(ruta[-1]) else ruta[-1:]


def _clause(sentence: str, start: int, end: int) -> frozenset[str]:
    """The stems of the words around a number, back to the number or stop before it and on to the next."""
    pieces = _CUT.split(sentence[:start])
    before = pieces[-1]
    if _LINK.search(before):  # "…, lo que supone un 90%": of all that the sentence said so far
        before = sentence[:start]
    elif before.strip() == "(" or before.rstrip().endswith("("):  # "80 reconocimientos (20,5%)": of the figure before
        before = " ".join(pieces[-2:])
    elif len(pieces) > 1 and not sentence[: start - len(before)].endswith(
        ";"
    ):  # what comes first there is still of the figure before
        turns = _TURN.split(before)
        only_bound = len(turns) > 1 and _BOUND.match(turns[-1]) is not None
        before = turns[-2] if only_bound else turns[-1]  # "con un video viral con más de 1,2 millones"
    after, *more = _CUT.split(sentence[end:], maxsplit=1)
    if more and any(char.isdigit() for char in sentence[end + len(after) : end + len(after) + 1]):
        after = _NEXT_ONE.split(after, maxsplit=1)[0]
    return frozenset(stem for stem in terms(f"{before} {after}") if not stem[0].isdigit())


def _segment(sentence: str, at: int) -> frozenset[str]:
    """The stems of the part of a sentence between semicolons that a place is in; none where it has no such parts."""
    if ";" not in sentence:
        return frozenset()
    start, end = sentence.rfind(";", 0, at) + 1, sentence.find(";", at)
    return frozenset(terms(sentence[start : end if end >= 0 else len(sentence)]))


def _as_written(cifra: Cifra) -> str:
    """A figure as its document writes it, so that "132 mil" stays what it is."""
    text = cifra.texto.strip()
    if cifra.unidad == "M$" or "$" in text:
        return text if "M" not in text else written(cifra.valor, "M$")
    if re.search(r"[^\W\d]", text) or cifra.unidad == "%":
        return text
    return written(cifra.valor, cifra.unidad)


def read_numbers(document: Documento, span: Span, record: Fragmento | Pasaje) -> list[Operand]:
    """The numbers of a stretch of text with the noun after each and the year before it in its sentence."""
    found: list[Operand] = []
    text = document.text[span.start : span.end]
    clean = frozenset(NUMBER.findall(record.texto.texto))
    ends = [(match.start(), match.end()) for match in _BOUNDARY.finditer(text)]
    starts = [0, *(end for _, end in ends)]
    for at, stop in zip(starts, [*(begin for begin, _ in ends), len(text)], strict=True):
        said = text[at:stop]
        if not said.strip():
            continue
        if _NOTE.match(said):
            continue
        periods = find_periods(said)
        for match in NUMBER.finditer(said):
            if any(p.start <= match.start() < p.end for p in periods) or said[: match.start()].rstrip().endswith(
                ("N°", "Nº")
            ):
                continue
            written_number = without_mark(match.group(), clean)
            if written_number is None or (_MARK.match(said[match.start() :]) and not said[: match.start()].strip()):
                continue
            percent = said[match.end() :].lstrip().startswith("%")
            following = NUMBER.search(said, match.end())
            label = said[match.end() : following.start() if following else len(said)].strip(" %.,;\n")
            noun = _NOUN.match(said, match.end())
            if not percent and (noun is None or fold(noun[1]) in STOP_WORDS):
                continue
            before = [p for p in periods if p.start < match.start()] or periods
            period = before[-1] if before else None
            measured = _BEFORE.search(said, 0, match.start())
            nouns = [label] if percent or noun is None else [part for part in noun.groups() if part]
            start = span.start + at + (len(said) - len(said.lstrip()))
            end = span.start + at + len(said.rstrip())
            found.append(
                Operand(
                    value=parse_number(written_number),
                    written=f"{written_number}%" if percent else written_number,
                    unit="%" if percent or noun is None else fold(noun[1]),
                    concept=" ".join(_short(noun) for noun in nouns),
                    period=period.label if period else None,
                    actual=of_period(period) if period else None,
                    place=None,
                    spans=(document.span(start, end),),
                    stems=frozenset(terms(" ".join((*nouns, measured[1] if measured else "")))),
                    near=frozenset(terms(f"{said} {getattr(record, 'titulo', '')}")),
                    clause=_clause(said, match.start(), match.end()),
                    at=document.span(
                        span.start + at + match.start(), span.start + at + match.start() + len(written_number)
                    ),
                    bound=bound[1].lower() if (bound := _BOUND.search(said, 0, match.start())) else None,
                    group=record.id,
                )
            )
    return found


def _short(label: str) -> str:
    """What a number counts, without the clauses that follow: "de participación frente a un" → "participación"."""
    plain = _LABEL_END.split(" ".join(label.split()))[0]
    return re.sub(r"^(?:de|del|de la|de los|de las)(?: las y los)? ", "", plain).strip() or plain


def without_mark(number: str, clean: frozenset[str]) -> str | None:
    """A number without the footnote mark that its document glues to it: "14019" where the text as read has "140".

    ``clean`` are the numbers of that text. None for what is nothing but a mark.
    """
    if number in clean or not clean:
        return number if number in clean else None
    return next((number[:at] for at in range(len(number) - 1, 0, -1) if number[:at] in clean), None)


def as_read(store: Store, span: Span) -> str:
    """A stretch of a document on one line, without the footnote marks that its passage, as read, does not have."""
    text = " ".join(store.quote(span).split())
    passage = store.passage_around(span)
    if passage is None:
        return text
    clean = passage.texto.texto
    numbers = frozenset(NUMBER.findall(clean))
    text = NUMBER.sub(lambda m: without_mark(m.group(), numbers) or m.group(), text)
    return _GLUED.sub(lambda m: m.group() if m.group() in clean else m[1], text)


def of_periods(operands: Iterable[Operand], asked: tuple[Rango, ...]) -> list[Operand]:
    """The operands of the periods asked for; all of them where none is."""
    if not asked:
        return list(operands)
    return [
        one
        for one in operands
        if one.actual is not None and any(one.actual.same(r) or one.actual.within(r) for r in asked)
    ]


def _but_year(label: str) -> str:
    return re.sub(r" ?\b20\d\d\b", "", label)


def _same(one: Operand, other: Operand) -> bool:
    return one.value == other.value and one.spans[0] == other.spans[0] and one.concept == other.concept
