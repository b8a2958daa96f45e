"""One practice told: what meets a need and what it takes to replicate it; what is asked of it; what it does not say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.clauses import opens_asking
from assistant.focus import expected, focused, weigher
from assistant.practices.claims import Piece, PracticeClaims, drafted, linea_piece
from assistant.practices.counts import CountReader
from assistant.practices.entries import Entry
from assistant.practices.find import SEVERAL, Finder, Found, sentences_of
from assistant.practices.gaps import Gaps
from assistant.practices.lineas import unticked
from assistant.practices.people import BENEFITED, people_of
from assistant.practices.pick import OF_HIT, Picker, looks_of, names_in, shape_of, who_acts
from assistant.practices.question import EACH, Asked, Part
from assistant.practices.several import of_several
from assistant.practices.shorten import asking_weights, fitted, opening, shared, without_asker
from assistant.practices.turns import ALL_DONE
from assistant.practices.years import YEAR
from assistant.values import Claim, Draft, Status
from corpus.analysis import fold, terms

# Found on the development questions: how near to the best practice another must come to be told beside it…
BESIDE = 0.72
# …and to be told first with it.
JOINT = 0.92
# …and to be told apart from it by no score, but by how much of what is asked it holds.
TIED = 0.99
MAX_BESIDE = 4
# What a practice's field says by itself, however the question is put; other fields depend on what more is asked.
TELLING = ("financiamiento", "poblacion", "lineas", "sostenibilidad", "aprendizajes", "innovacion", "categoria")
# What no document has a field for, or few: told in passing, in turns of its own.
IN_PASSING = ("proyeccion", "resultados")
# The fields that tell what was done.
STORY = ("descripcion", "innovacion", "objetivos", "actividades", "aprendizajes")
# Those that tell it best, where just that is asked.
DEEDS = ("descripcion", "actividades", "resultados", "innovacion")
LEAD_CHARS = 320
# What is read first, with the name and the place of a practice before it.
FIRST_CHARS = 390
FIELD_CHARS = 600
PART_CHARS = 200
BRIEF_CHARS = 110
# What several answers may take together, so that all stand at the beginning.
TOGETHER_CHARS = 390
_ELSEWHERE = re.compile(
    r"\b(?:medidas?|plan|cuenta|guia|ley|sermig|pais|(?<!\bu de )(?<!\bu\. de )(?<!universidad de )chile|nacional)\b"
)
# "¿Qué presentó Lo Espejo?", "¿qué dice la guía de Coquimbo?": no more than what it is.
_SAYING = frozenset(terms("presentó presentaron dice dicen contó cuenta mostró postuló guía"))
ITS_NAME = re.compile(r"\bcomo se llam\w+|\b(?:que|cual es el) nombre\b|\bcalled\b")
LEAN = 1  # a further question that says so little is of the practice before it: "¿y a cuánta gente llegó?"
_OF_ACCOUNT = re.compile(r"\b(?:la cuenta|cuenta publica|plan nacional|medidas? del plan)\b")
_GUIDE = re.compile(r"\bguia\b")


class Teller:
    """Composes what is said of one practice."""

    def __init__(self, finder: Finder, claims: PracticeClaims, counts: CountReader) -> None:
        self.finder = finder
        self.claims = claims
        self.counts = counts
        self.picker = Picker(finder)
        self.gaps = Gaps(finder, counts)

    def found(self, asked: Asked, ranked: Sequence[Found]) -> Draft:
        """The practice that best meets a need, why, what it takes to replicate it, and others that come near."""
        tied = [one for one in ranked if one.score >= TIED * ranked[0].score]
        best = max(tied, key=lambda one: one.coverage)  # of practices found as well the one that holds most
        ranked = [best, *(one for one in ranked if one is not best)]
        near = [found for found in ranked[1:] if found.score >= BESIDE * best.score][:MAX_BESIDE]
        joint = [found for found in near if found.score >= JOINT * best.score]
        pieces = self.finder.to_the_point(best, asked.line)
        if not pieces:
            reason = self.finder.reason(best.entry, asked.line, STORY) or self.finder.reason(best.entry, asked.line)
            pieces = [reason] if reason else []
        elif not asked.fields:
            need = without_asker(asked.line)
            reason = self.finder.reason(best.entry, need, STORY)
            weigh = weigher(self.finder.weights(need, best.entry), None)
            if reason is not None and weigh(reason.text) > weigh(pieces[0].text):
                pieces = [reason, *pieces[:1]]
        fields = self._fields(asked, best.entry, pieces)
        lead = pieces[0]
        if fields:  # what more is asked is to stand at the beginning too
            weigh = weigher(self.finder.weights(asked.line), None)
            lead = replace(lead, text=fitted(lead.text, weigh, BRIEF_CHARS))
        elif len(lead.text) > LEAD_CHARS:
            room = FIRST_CHARS - len(f"{best.entry.title} {best.entry.where}")
            room -= sum(len(f"{one.entry.title} {one.entry.where}") + 8 for one in joint)
            own = asking_weights(asked.line, self.finder.weights(asked.line, best.entry))
            weigh = weigher(own, shape_of(asked.fresh))
            lead = replace(lead, text=fitted(lead.text, weigh, max(room, PART_CHARS)))
        too = self._asked_too(asked, best, [lead, *(piece for piece in pieces if len(piece.text) <= LEAD_CHARS)])
        claims = [self.claims.told(best.entry, lead), *(self.claims.field(piece) for piece in too), *fields]
        if joint:
            claims.append(self.claims.also([found.entry for found in joint]))
        claims += [self.claims.field(piece) for piece in pieces[1:]]
        whole = self.finder.context(best.entry, pieces[0]) or (pieces[0] if len(pieces[0].text) > LEAD_CHARS else None)
        claims += [self.claims.field(whole)] if whole is not None else []
        claims += self.claims.replicate(best.entry, [piece.key for piece in pieces])
        if near:
            claims.append(self.claims.others())
            for found in near:
                reason = self.finder.reason(found.entry, asked.line)
                claims.append(self.claims.listed(found.entry, [reason] if reason else []))
        draft = drafted(claims, [best.entry, *(found.entry for found in near)])
        here = bool(too) and len(asked.parts) == 2 and _ELSEWHERE.search(asked.parts[1].text) is None
        return draft.model_copy(update={"entire": here})  # what is asked of it beside is not sought elsewhere

    def _asked_too(self, asked: Asked, found: Found, told: Sequence[Piece]) -> list[Piece]:
        """What looks like the answer to a question asked beside which one it is ("¿cuál es y con qué decreto…?"), untold so far."""
        for part in asked.parts[1:]:
            untold = shape_of(part.text) is not None and not any(self._answers_to(part, piece) for piece in told)
            piece = self.picker.pick(part, found, sure=True, line=asked.line) if untold else None
            if piece is not None:
                weigh = weigher(self.finder.weights(part.text, found.entry), looks_of(part.text))
                return [replace(piece, text=fitted(piece.text, weigh, PART_CHARS))]
        return []

    def tells(self, asked: Asked, found: Found) -> bool:
        """Whether a practice tells just what is asked: by whom it is done, how often, when, of the very thing."""
        part = asked.parts[0]
        looks = looks_of(part.text)
        return looks is not None and self.picker.pick(part, found, sure=True, line=asked.line) is not None

    def _answers_to(self, part: Part, piece: Piece) -> bool:
        """Whether a piece looks like the answer to a question: it gives a number of what is counted, a year, a decree."""
        looks = shape_of(part.text)
        if part.counted is not None:
            return self.counts.beside(piece.text, part.counted)
        return looks is not None and looks.search(fold(piece.text)) is not None

    def _fields(self, asked: Asked, entry: Entry, told: Sequence[Piece]) -> list[Claim]:
        """The fields that were asked for and not told yet."""
        keys = {piece.key for piece in told}
        return [
            self.claims.field(Piece.of(element))
            for key in asked.fields
            if key not in keys
            for _, element in entry.fields(key)[:1]
        ]

    def each(self, asked: Asked, all_of_them: Sequence[Found]) -> Draft:
        """The same asked of several practices: of each the piece that answers."""
        claims = []
        for found in all_of_them:
            pieces = self.finder.pieces(found, asked.line, asked.fresh, limit=1, counted=asked.counted)
            fields = [Piece.of(el) for key in asked.fields if key in TELLING for _, el in found.entry.fields(key)[:1]]
            weigh = weigher(self.finder.weights(asked.fresh, found.entry), expected(asked.fresh))
            for piece in (fields or pieces)[:1]:
                text = piece.text if piece.key in asked.fields else fitted(piece.text, weigh, PART_CHARS)
                claims.append(self.claims.told(found.entry, replace(piece, text=text), block="item"))
        return drafted(claims, [found.entry for found in all_of_them])

    def apart(self, pairs: Sequence[tuple[Part, Found]]) -> Draft:
        """Of each of several practices what its own question asks: its name and what it is, or the piece that answers."""
        claims, whole = [], []
        for part, found in pairs:
            piece = None if ITS_NAME.search(part.text) else self.picker.pick(part, found, line=part.text)
            if piece is None:
                first = next(iter(found.entry.fields("descripcion")), found.entry.own_fields()[0])[1]
                piece = sentences_of(Piece.of(first))[0]
            weigh = weigher(self.finder.weights(part.text, found.entry), looks_of(part.text))
            short = replace(piece, text=fitted(piece.text, weigh, PART_CHARS))
            claims.append(self.claims.told(found.entry, short, block="item"))
            whole += [self.claims.field(piece)] if short.text != piece.text else []
        entire = not any(_OF_ACCOUNT.search(part.text) for part, _ in pairs)
        return drafted([*claims, *whole], [found.entry for _, found in pairs]).model_copy(update={"entire": entire})

    def beside(self, draft: Draft, others: Sequence[Entry]) -> Draft:
        """An answer of one practice with others that the message names by their document."""
        told = [self.claims.listed(e, [Piece.of(el) for _, el in e.fields("descripcion")[:1]]) for e in others]
        return draft.model_copy(update={"claims": (*draft.claims, *told)}) if told else draft

    def detail(self, asked: Asked, found: Found) -> Draft:
        """What is asked of one practice: the field or the piece that says it first, then what more was asked."""
        entry = found.entry
        left = [name for name in self.finder.entries.lineas if name not in entry.lineas]
        if left and entry.lineas and unticked(asked.fresh):
            ticked = linea_piece(entry, ())[0]
            claims = [self.claims.unticked(entry, left, ticked.spans), self.claims.field(ticked)]
            return drafted([*claims, self.claims.of_practice(entry)], [entry])
        of_each = of_several(asked, entry)
        if of_each:
            return self._side_by_side(asked, entry, of_each)
        if len(asked.parts) > 1 and not (len(asked.places) > 1 and EACH.search(asked.parts[0].text)):
            asking = [part for part in asked.parts if opens_asking(part.text)]
            if asking and all(self.gaps.missing(part, entry) for part in asking):
                return self.unsaid(
                    asked, found
                )  # "la consulta que hizo…, ¿cuántos…?": what stands before only names it
            answers = self._answers(asked, found)
            if answers:
                more = self.finder.pieces(found, asked.line, asked.fresh, limit=2, counted=asked.counted)
                claims = [*self._enumerated(asked, entry), *self._together(entry, answers, more)]
                unsaid = [
                    self.claims.nothing(self._label(part)) for part in asked.parts if self.gaps.missing(part, entry)
                ]
                claims += unsaid
                if asked.replicates:
                    claims += self.claims.replicate(entry, tuple(piece.key for _, piece in answers))
                # What is asked of nothing but this practice, and all answered there, is not sought elsewhere.
                both = bool(asked.documents) and set(asked.documents) <= set(entry.documents)
                entire = _ELSEWHERE.search(_GUIDE.sub(" ", asked.fresh) if both else asked.fresh) is None
                entire = entire and all(
                    self.picker.sure(part, found, asked.line)
                    or (len(asked.places) == 1 and len(self.picker.own(part, entry)) <= LEAN)
                    for part in asked.parts
                )
                status = Status.PARTIAL if unsaid else Status.ANSWERED
                return drafted(claims, [entry]).model_copy(update={"entire": entire, "status": status})
        open_question = [stem for stem in asked.rest if stem not in entry.named]
        picked = None if asked.each else self.picker.pick(asked.parts[0], found, sure=True, line=asked.line)
        pieces = []
        if open_question or not asked.fields:
            pieces = self.finder.pieces(found, asked.line, asked.fresh, counted=asked.counted)
        if asked.fields == ("descripcion",):  # "¿qué hizo X con los colegios?" is not told by who paid for it
            deed = self.finder.reason(entry, asked.line, DEEDS)
            deeds = [piece for piece in pieces if piece.key in DEEDS] or ([deed] if deed else [])
            deeds = [] if self._told_beside(asked, entry, pieces) else deeds
            pieces = [*deeds, *(piece for piece in pieces if piece not in deeds)]
        own = set(open_question) - _SAYING
        of_field = asked.fields and not (asked.fields == ("descripcion",) and ALL_DONE.search(asked.fresh))
        dated = [] if own or asked.counted or picked else self._of_year(asked, entry)
        pieces = dated or pieces
        if not (own or asked.documents or of_field or asked.counted or picked or dated or looks_of(asked.fresh)):
            return self._overview(entry)
        fields = [
            self.finder.field(record, element) for key in asked.fields for record, element in entry.fields(key)[:1]
        ]
        lacking = [key for key in asked.fields if not entry.fields(key)]
        passing = {key: self.finder.told_elsewhere(entry, key, asked.line) for key in lacking}
        fields += [piece for piece in passing.values() if piece is not None]
        sought = [piece for key in IN_PASSING if (piece := passing.get(key)) is not None]
        telling = [piece for piece in fields if piece.key in TELLING or not open_question or piece in sought]
        looks = looks_of(asked.parts[0].text)
        if picked is not None:
            if pieces or not telling:
                pieces = [picked, *(piece for piece in pieces if piece.text != picked.text)]
            # "¿Cada cuánto lo repiten?" is no question on what is recommended to repeat it.
            if looks is not None and telling and not any(looks.search(fold(piece.text)) for piece in telling):
                telling = [picked]
            elif telling and not pieces and asked.name_of and names_in(picked.text, asked.name_of):
                # "¿Qué fundación?": where it is named, and not only spoken of.
                named = any(names_in(piece.text, asked.name_of) for piece in telling)
                telling = telling if named else [picked, *telling]
        first = telling or pieces or fields
        if not first:
            reason = self.finder.reason(entry, asked.line)
            first = [reason] if reason else []
        ordered: list[Piece] = []
        for piece in (*first, *pieces, *fields):
            if not any(piece.text in other.text for other in ordered):
                ordered.append(piece)
        claims = [*self._enumerated(asked, entry), *self._led(found, ordered, asked)]
        told = {piece.key for piece in ordered}
        if asked.replicates:
            claims += self.claims.replicate(entry, tuple(told))
        return drafted(claims, [entry])

    @staticmethod
    def _told_beside(asked: Asked, entry: Entry, pieces: Sequence[Piece]) -> bool:
        """Whether a practice has a word of what is asked only beside its deeds, where the best piece has it: "WhatsApp"."""
        said = set(asked.rest) - entry.named
        deeds = {stem for key in DEEDS for _, el in entry.fields(key) for stem in terms(el.texto.texto)}
        alone = (said & entry.stems) - deeds
        return bool(alone) and bool(pieces) and alone <= set(terms(pieces[0].text))

    @staticmethod
    def _of_year(asked: Asked, entry: Entry) -> list[Piece]:
        """What a practice tells of the year that is all that is said of it beside its place: "Temuco 2025"."""
        years = set(YEAR.findall(asked.fresh))
        told = [one for key in STORY for _, el in entry.fields(key) for one in sentences_of(Piece.of(el))]
        return [piece for piece in told if years & set(YEAR.findall(piece.text))][:2]

    def _side_by_side(self, asked: Asked, entry: Entry, pieces: Sequence[Piece]) -> Draft:
        """What is said of each of several things, short enough for all to come first, and where that stands."""
        weigh = weigher(self.finder.weights(asked.fresh, entry), expected(asked.fresh))
        limits = shared([len(piece.text) for piece in pieces], self._room(entry, pieces))
        cut = [replace(p, text=opening(p.text, weigh, room)) for p, room in zip(pieces, limits, strict=True)]
        whole = self.finder.context(entry, pieces[0])
        more = [self.claims.field(piece) for piece in (*cut[1:], *((whole,) if whole is not None else ()))]
        return drafted([self.claims.datum(entry, cut[0]), *more, self.claims.of_practice(entry)], [entry])

    def _overview(self, entry: Entry) -> Draft:
        """What a practice is, where no more than that is asked: its name and what it does, then all of that."""
        _, element = next(iter(entry.fields("descripcion")), entry.own_fields()[0])
        whole = Piece.of(element)
        first = sentences_of(whole)[0]
        claims = [self.claims.told(entry, first), self.claims.field(whole), self.claims.of_practice(entry)]
        return drafted(claims, [entry])

    def _label(self, part: Part) -> str:
        """What other practices call the field that a part names; what it asks, where it names none or what no field holds."""
        if part.beyond or not part.fields:
            return part.text.strip(" ¿?")
        labels = (el.titulo for entry in self.finder.entries.all for _, el in entry.fields(part.fields[0]) if el.titulo)
        return next(labels, part.text.strip(" ¿?"))

    def _answers(self, asked: Asked, found: Found) -> list[tuple[str, Piece]]:
        """What a practice says to each of several questions, where it says anything, with the questions it answers."""
        answers: dict[str, tuple[str, Piece]] = {}
        for part in asked.parts:
            if self.gaps.missing(part, found.entry):
                continue  # it says nothing of it, and what is nearest answers something else
            piece = self._category(part, found.entry) or self.picker.pick(part, found, line=asked.line)
            if piece is not None and BENEFITED.search(part.text):  # who they are, and how many
                people = people_of(found.entry, self.counts)
                if people is not None and people.text not in answers:
                    answers[people.text] = (part.text, people)
            if piece is not None:
                whole = next((told for told in answers if piece.text in told), piece.text)
                line, told = answers.get(whole, ("", piece))
                answers[whole] = (f"{line} {part.text}".strip(), told)
        return list(answers.values())

    def _category(self, part: Part, entry: Entry) -> Piece | None:
        """Under which heading a document puts a practice, where that is all that is asked: "¿en qué apartado lo pone la guía?"."""
        told = entry.fields("categoria")[:1] if part.fields == ("categoria",) else []
        return next((self.finder.field(record, element) for record, element in told), None)

    def _together(self, entry: Entry, answers: Sequence[tuple[str, Piece]], more: Sequence[Piece]) -> list[Claim]:
        """Several answers of one practice, each short enough for all to come first; then what was cut, and more."""
        short = []
        limits = shared([len(piece.text) for _, piece in answers], self._room(entry, [piece for _, piece in answers]))
        for (line, piece), limit in zip(answers, limits, strict=True):
            weigh = weigher(self.finder.weights(line, entry), looks_of(line))
            text = piece.text if len(piece.text) <= limit else fitted(piece.text, weigh, limit)
            short.append(replace(piece, text=text))
        claims = [self.claims.datum(entry, short[0]), *(self.claims.field(piece) for piece in short[1:])]
        told = {piece.text for piece in short}
        for piece in (*(piece for _, piece in answers), *more):
            whole = self.finder.context(entry, piece) or piece
            if not any(whole.text in other for other in told):
                claims.append(self.claims.field(whole))
                told.add(whole.text)
        return [*claims, self.claims.of_practice(entry)]

    @staticmethod
    def _room(entry: Entry, pieces: Sequence[Piece]) -> int:
        """How many characters of pieces fit at the beginning beside their labels."""
        names = len(entry.place) if entry.short_place != entry.place else len(f"{entry.title} {entry.where}")
        return TOGETHER_CHARS - names - sum(len(piece.label) + 6 for piece in pieces)

    def _led(self, found: Found, pieces: Sequence[Piece], asked: Asked) -> list[Claim]:
        """Pieces as claims: each first by the sentence that says most, so that all come soon; then what was cut."""
        entry = found.entry
        line = asked.bare if asked.fields and len(asked.rest) > 1 else asked.fresh
        told = weigher(asking_weights(asked.fresh, self.finder.weights(line, entry)), shape_of(asked.fresh))
        best = self.finder.piece(entry, found.hits[0]) if found.hits else None

        def weigh(text: str) -> float:  # what was found first was found by its meaning too
            return told(text) + (OF_HIT if best is not None and text in best.text else 0.0)

        several = [piece for piece in pieces if len(piece.text) > PART_CHARS]
        one = not asked.each and len(asked.parts) == 1 and SEVERAL.search(asked.fresh) is None
        room = max(self._room(entry, pieces[:1]), PART_CHARS) if one else PART_CHARS
        cut = fitted if one else focused  # of several things the clauses that tell alone, so that all come soon
        if one and who_acts(asked.fresh, pieces[0].text):
            cut = opening  # who does something stands at the beginning of the sentence
        short = [
            piece
            if piece.key in asked.fields and piece.key != "descripcion" and len(piece.text) <= FIELD_CHARS
            else replace(piece, text=cut(piece.text, weigh, room if at == 0 else PART_CHARS))
            for at, piece in enumerate(pieces)
        ]
        soon = len(short[0].text) <= PART_CHARS + 4  # else a piece cut off a field only stands before that field
        short = [
            piece for at, piece in enumerate(short) if not at or soon or "…" not in (piece.text[:1], piece.text[-1:])
        ]
        claims = [self.claims.datum(entry, short[0]), *(self.claims.field(piece) for piece in short[1:])]
        said = {piece.text for piece in short}
        whole = [self.finder.context(entry, piece) or piece for piece in several]
        whole += [field for piece in pieces[:1] if (field := self.finder.context(entry, piece)) is not None]
        for piece in whole:
            if piece.text not in said:
                claims.append(self.claims.field(piece))
                said.add(piece.text)
        return [*claims, self.claims.of_practice(entry)]

    def _enumerated(self, asked: Asked, entry: Entry) -> list[Claim]:
        """How many months or líneas there are, counted in the list of them."""
        if asked.counted is None or asked.counted not in self.counts.listed:
            return []
        if asked.counted in terms("mes meses"):
            months = next((record.meses for record in entry.records if record.meses), ())
            fields = entry.fields("fechas")[:1]
            return (
                [self.claims.enumerated(entry, "meses", months, fields[0][1].texto.spans)] if months and fields else []
            )
        if asked.counted in terms("línea líneas") and entry.lineas:
            spans = tuple(span for record in entry.records for linea in record.lineas_sello for span in linea.spans)
            return [self.claims.enumerated(entry, "líneas del Sello", entry.lineas, spans)]
        return []

    def unsaid(self, asked: Asked, found: Found) -> Draft:
        """That a practice does not say what is asked, and the nearest that it does say."""
        entry = found.entry
        claims = [self.claims.unsaid(entry)]
        keys = [key for key in asked.fields if key in TELLING and entry.fields(key)]
        pieces = [Piece.of(entry.fields(key)[0][1]) for key in keys] or self.finder.pieces(
            found, asked.line, asked.fresh, limit=1
        )
        claims += [self.claims.field(piece) for piece in pieces]
        return Draft(status=Status.NOT_FOUND, claims=tuple(claims), abstained=True, record_ids=(entry.id,))
