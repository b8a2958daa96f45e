"""Parts: the questions that a message is made of, each told apart with what it leaves out.

"¿Qué plazo fijaba y con qué resolución se aprobó?" leaves the subject to what was said before: each part knows what it
would take over, and whether it stands alone. What only leads up to a question goes with it, unless it speaks of another
document than the question does; then it is a part of its own, that states.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.compose.split import Piece, flat, split
from corpus.analysis import STOP_WORDS, fold, stem, words
from corpus.cues import Cues
from corpus.dates import MONTHS
from corpus.lugares import Lugares

PLAN = "plan"
OF_MEDIDA = ("campo.plazo", "campo.indicador", "campo.institucion")
# "¿… según la guía y según el programa de 2014?": one question, asked of two sources.
# "… y cuánta gente se benefició?": of what, is said before.
_ONLY_DONE = re.compile(
    r"^\W*(?:y )?(?:a )?cuant[ao]s? (?:gente|personas|familias|mujeres|hombres|ninos|ninas|jovenes)(?: (?:se|les?|l[ao]s?))? \w{2,}(?:o|aron|ieron)\W*$"
)
_SOURCES = re.compile(
    r"(?P<head>.{12,}?),? (?P<one>(?:segun|according to) .+?),? (?:y|e|vs|versus|and|as well as|como) (?P<two>(?:segun|according to) .+)$"
)
_NUMBERED = re.compile(r"\b(?:medidas?|measures?) (?:n |numero |no )?\d{1,2}\b")
# "La medida que compromete un convenio, ¿con qué se da por cumplida?": what the question is of, and no statement.
_THE_MEDIDA = re.compile(
    r"\W*(?:(?:y|de|en|para|con) )?(?:la|esa|aquella|una) medida (?:que|del?|sobre|para|con|relativa|referida)\b"
)
# "¿Cuál es el plazo de esa medida?": of which, is stated before.
_THAT_MEDIDA = re.compile(r"\b(?:esa|dicha|la misma|aquella|la mencionada) medida\b")
_EJE = re.compile(r"\beje (?:n |numero )?\d{1,2}\b")
_WHOLE_PLAN = re.compile(r"\bmedidas\b.*\bplan\b|\bplan\b.*\bmedidas\b|\bmeasures\b.*\bplan\b")
# "¿alcanzaron a sacarlo?": what it is of was said before; "charla" and "perla" are nouns.
_ENCLITIC = re.compile(r"\b\w{3,}(?:[aei]r|ando|iendo)l[oa]s?\b")
# "… y qué servicio la lleva junto con Migraciones?"
_PROCLITIC = re.compile(
    r"\b(?:que|quien(?:es)?|cual(?:es)?)(?: \w+){0,2} l[oa]s? (?:lleva|ve|hace|ejecuta|lidera|dirige|coordina|comparte|financia|administra|opera|organiza|implementa|encabeza|preside)n?\b"
)
# "… Nosotros en Quilicura formamos mediadores": what the asker does is not asked.
_OF_ASKER = re.compile(r"\W*(?:nosotr[oa]s|yo|soy|somos|trabajo|aca|en (?:mi|nuestr[oa]))\b")
_OWNER = re.compile(r"\bsus?\b")
# "¿En qué etapa está el convenio?", "donde esta la oficina": the verb, that points to nothing.
_IS = re.compile(r"\bestá\b|\besta(?= (?:el|la|los|las|un|una|en|del?|al?|por|con|para|su)\b)", re.IGNORECASE)
_ASKED = re.compile(
    r"^(?:(?:y|e|and) )?(?:(?:\w+ ){0,2})?(?:que|q|k|cual(?:es)?|what|which)(?: (?:es|son|era|fue|fueron|seria|is|are|was)(?: (?:el|la|los|las|the))?)? (?!\w*(?:aron|ieron)\b)(\w+)"
)
_WORD = re.compile(r"[a-z0-9]+(?:[.,]\d+)*")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_THAT_YEAR = re.compile(r"\b(?:(?:en|durante|de) )?(?:(?:ese|dicho) (?:mismo )?|el mismo )ano\b")
_THAT_ONE = re.compile(r"\b(?:es[eao]s?|dich[oa]s?) (\w{3,})")
# "qué es el PLADECO": one word is enough to be asked about.
_DEFINED = re.compile(r"(?:y )?(?:dime |explica\w* )?¿?(?:que|q|what) (?:es|son|significa|is|are) ")
# "cuántas subsecretarías", "qué plazo": a thing asked for, and nothing said of it.
_HEADED = re.compile(
    r"(?:(?:a|de|en|con|por|para) )?(?:cuant[oa]s?|que|q|cual(?:es)?|quien(?:es)?|how many|what|which)(?: (?!tienen?\b|tenian?\b|tuv(?:o|ieron)\b|hay\b|habia\b|hubo\b|son\b|eran?\b|fue(?:ron)?\b|lleva[n]?\b|vence[n]?\b|vencian?\b)\w+){0,3}$"
    r"|(?:dame|dime|deme|diga\w*|indica\w*|quiero|necesito|cual es) (?:el|la|los|las) \w+$"
)
# "qué dice la guía del presupuesto": one word after the document is enough, too.
_TELLS_OF = re.compile(
    r"\b(?:que|q) dicen? (?:el|la|los|las) \w+(?: (?:publica|nacional|municipal))? (?:sobre|acerca del?|del?) "
)
OWN = 2


@dataclass(frozen=True)
class Part:
    """One of the questions of a message, or what it only states.

    ``carried`` is what it leaves out, as far as what comes before says it; ``alone`` says that it needs nothing of it,
    ``named`` that it names a place, a document or a year of its own.
    """

    text: str
    asks: bool = True
    alone: bool = True
    named: bool = False
    carried: str = ""

    @property
    def whole(self) -> str:
        """The question with what it leaves out."""
        return f"{self.text}, {self.carried}" if self.carried and not self.alone else self.text


class PartReader:
    """Tells the parts of messages apart.

    ``cues`` are those by which documents are named, ``messages`` the words by which parts are told apart.
    """

    def __init__(self, cues: Cues, messages: Cues, lugares: Lugares) -> None:
        self.cues = cues
        self.messages = messages
        self.lugares = lugares
        self._documents = [group for group in cues.groups if group.startswith("documento.")]
        self._empty = messages.words("parte.vacia")
        self._of_plan = _plan_pattern(messages)
        self._time = re.compile("|".join((r"\d.*", messages.any_of("parte.tiempo"), *MONTHS)))
        self._single = re.compile(rf"\b{messages.any_of('parte.medida')}\b", re.IGNORECASE)
        self._question_word = re.compile(rf"\b{messages.any_of('parte.interroga')}\b")
        self._who_does = re.compile(rf"\b{messages.any_of('parte.quien_hace')}\b")

    def parts(self, message: str) -> list[Part]:
        """The parts of a message, in order; one where it asks one thing."""
        pieces = self._coordinated([one for piece in split(message) for one in _sourced(piece)])
        if len(pieces) < 2 or not any(piece.asks for piece in pieces):
            return [Part(message)]
        found: list[Part] = []
        stated: list[str] = []
        subject = ""
        for piece in pieces:
            if not piece.asks:
                stated.append(piece.text)
                continue
            piece = _in_that_year(piece, subject)
            led, stated = ", ".join(stated), []
            text, lone = piece.text, self._alone(piece)
            if led:
                subject = self._subject(led)
                if self._apart(led, text, lone):
                    found.append(Part(led, asks=False))
                else:
                    text, lone, subject = f"{led}, {text}", True, ""
            carried = self._less(_pointed_at(subject, piece.line), text)
            found.append(Part(text, alone=lone or not carried, named=self._named(piece.text), carried=carried))
            subject = self._subject(text) if lone else f"{self._subject(text)} {subject}".strip()
        stated = [text for text in stated if not _OF_ASKER.match(flat(text))]
        if stated and self._own(flat(" ".join(stated))):  # said after the last question: it goes with it
            found[-1] = replace(found[-1], text=". ".join((found[-1].text, *stated)))
        return found if len(found) > 1 else [Part(message)]

    def whole(self, asked: str) -> bool:
        """Whether a question names a medida or an eje by its number, or asks of the medidas of the plan as a whole."""
        line = flat(asked)
        return any(pattern.search(line) for pattern in (_NUMBERED, _EJE, _WHOLE_PLAN))

    def points(self, asked: str) -> bool:
        """Whether a question points to what was said before it: "de ellas", "su plazo", "¿lo alcanzaron a sacar?"."""
        return self._back(flat(_IS.sub(_blank, asked)), self._places(asked))

    def of_comuna(self, asked: str) -> bool:
        """Whether it is asked which comuna does something, which only the practices tell."""
        return self._who_does.search(flat(asked)) is not None

    def own(self, asked: str) -> frozenset[str]:
        """The stems of what a question speaks of itself."""
        return frozenset(self._own(flat(asked)))

    def listed(self, led: str, items: Sequence[str]) -> list[Part]:
        """The items of a message that numbers them, each with what is said before the first where it leaves that out."""
        found: list[Part] = []
        subject = self._subject(led)
        for item in items:
            piece = Piece(item, flat(item), asks=True)
            lone = self._alone(piece) or bool(_DEFINED.match(piece.line.lstrip("¿ ")))
            carried = "" if lone else self._less(subject, item)
            found.append(Part(item, alone=lone or not carried, named=self._named(item), carried=carried))
        return found

    def completed(self, asked: str, stated: str) -> str:
        """A question with what it leaves out, where an order before it says it: "di que la medida 5 vence en 2030. ¿Cuándo vence?"."""
        piece = Piece(asked, flat(asked), asks=True)
        numbered = _NUMBERED.search(stated) or _EJE.search(stated)
        that, thing = _THAT_MEDIDA.search(piece.line), numbered.group() if numbered else self._subject(stated)
        if that is not None and (numbered or self._own(flat(thing))):
            named = thing if numbered else f"medida de {thing}".replace(" de el ", " del ")
            return f"{asked[: that.start()]}la {named}{asked[that.end() :]}"
        if self._alone(piece) or self.documents(asked) or re.search(r"\d", _YEAR.sub("", piece.line)):
            return asked
        subject = numbered.group() if numbered else re.sub(r"\d[\d.,]*", " ", self._subject(stated))
        return f"{asked}, {subject}" if self._own(flat(subject)) or numbered else asked

    def _coordinated(self, pieces: list[Piece]) -> list[Piece]:
        """Pieces, with a first question that has no subject before it and no verb ("¿cuántas mujeres y cuántos…?") left
        with the next, which says of what both are asked."""
        asking = [at for at, piece in enumerate(pieces) if piece.asks]
        if len(asking) < 2 or asking[0] > 0 or asking[1] != 1:
            return pieces
        first, second = pieces[0], pieces[1]
        if self._alone(first) or self._named(self._single.sub(" ", first.text)) or _HEADED.match(first.line) is None:
            return pieces
        joint = Piece(f"{first.text} y {second.text}", f"{first.line} y {second.line}", asks=True)
        return [joint, *pieces[2:]]

    def documents(self, text: str) -> frozenset[str]:
        """The documents that a text names; the plan where it speaks of medidas."""
        line = fold(text)
        named = {group.split(".")[1] for group in self._documents if self.cues.has(group, line)}
        return frozenset(named | ({PLAN} if self._of_plan.search(line) else set()))

    def _places(self, text: str) -> list[tuple[int, int]]:
        return [(found.start, found.end) for found in self.lugares.find(text) if not found.gentilicio]

    def _named(self, text: str) -> bool:
        return bool(self.documents(text) or self._places(text) or _YEAR.search(text))

    def _own(self, line: str) -> set[str]:
        """The stems of what a piece speaks of itself, but for places and what it asks for of it."""
        line = self._without_documents(line)
        for group in OF_MEDIDA:  # "¿con qué se da por cumplido?" tells nothing of whose indicator it is
            line = self.cues.strip(group, line)
        if not _DEFINED.match(line):
            line = _ASKED.sub(" ", line)
        line = _YEAR.sub(" ", line)
        return {stem(word) for word in self._telling(line) if not self._time.fullmatch(word)}

    def content(self, text: str) -> frozenset[str]:
        """The stems of all that a text asks for and about, but for the words that tell nothing."""
        line = self._without_documents(fold(text))
        return frozenset(stem(word) for word in self._telling(line))

    def _without_documents(self, line: str) -> str:
        """A folded line with blanks for the names of documents, so that offsets hold."""
        for group in self._documents:
            while match := self.cues.find(group, line):
                line = line[: match.start()] + _blank(match) + line[match.end() :]
        return line

    def _alone(self, piece: Piece) -> bool:
        """Whether a piece says all that it is about."""
        if _NUMBERED.search(piece.line) or _WHOLE_PLAN.search(piece.line):
            return True
        places = self._places(piece.text)
        if not places and _ONLY_DONE.match(piece.line):
            return False
        line = flat(_IS.sub(_blank, piece.text))
        for start, end in reversed(places):
            line = line[:start] + " " + line[end:]
        enough = 1 if places or _DEFINED.match(line) or _TELLS_OF.search(line) else OWN
        return not self._back(line, places) and len(self._own(line)) >= enough

    def _back(self, line: str, places: Sequence[tuple[int, int]]) -> bool:
        """Whether a folded line points back, by a word or by a pronoun behind a verb that says little else."""
        return bool(
            self.messages.has("parte.remite", line)
            or _PROCLITIC.search(line)
            or (_OWNER.search(line) and not places)
            or (_ENCLITIC.search(line) and len(self._own(_ENCLITIC.sub(" ", line))) < OWN)
        )

    def _apart(self, led: str, asked: str, lone: bool) -> bool:
        """Whether what leads up to a question speaks of another document than it does."""
        first, second = self.documents(led), self.documents(asked)
        fielded = any(self.cues.has(group, fold(asked)) for group in OF_MEDIDA)
        if not second and fielded and _THE_MEDIDA.match(fold(led)):
            return False
        other = bool(second - first) or self.of_comuna(asked)
        placed = bool(self._places(asked))
        other = other or (not second and PLAN in first and (lone or placed))
        # "La guía pide…, ¿cuántas hay en Arica?"
        other = other or (not second and lone and placed and not self._places(led))
        return bool(first) and len(self._own(fold(led))) >= OWN and other

    def _subject(self, text: str) -> str:
        """What a text is about: its words but for those that ask, those of documents and those that tell nothing."""
        line = self._without_documents(self._of_plan.sub(_blank, flat(text)))
        line = self._question_word.sub(_blank, line)
        kept = [text[match.start() : match.end()] for match in _WORD.finditer(line) if match.group() not in self._empty]
        return " ".join(kept)

    def _telling(self, line: str) -> list[str]:
        """The words of a line that say what it is about."""
        return [word for word in words(line) if word not in STOP_WORDS and word not in self._empty]

    def _less(self, subject: str, text: str) -> str:
        """A subject without its places and years where a text names its own."""
        if self._places(text):
            for start, end in reversed(self._places(subject)):
                subject = subject[:start] + subject[end:]
        if _YEAR.search(text):
            subject = _YEAR.sub(" ", subject)
        left = re.sub(r"\s+", " ", subject).strip(" ,.;:")
        return left if any(word not in STOP_WORDS for word in words(left)) else ""


def _plan_pattern(messages: Cues) -> re.Pattern[str]:
    """The plan: by name, by its medidas, or as "el plan" where it is not said to be another ("el plan de acogida")."""
    plan, other, named, medida = (
        messages.any_of(f"parte.{name}") for name in ("plan", "otro_plan", "plan_nombrado", "medida")
    )
    return re.compile(rf"\b{plan}\b(?! {other})|\b(?:{named}|{medida})\b|^plan\b")


def _in_that_year(piece: Piece, subject: str) -> Piece:
    """A piece with the one year that what comes before it names written in where it says "ese año"."""
    years = set(_YEAR.findall(subject))
    that = _THAT_YEAR.search(piece.line)
    if that is None or len(years) != 1:
        return piece
    text = f"{piece.text[: that.start()]}en {years.pop()}{piece.text[that.end() :]}"
    return Piece(text, flat(text), piece.asks)


def _pointed_at(subject: str, line: str) -> str:
    """What comes before a folded question from the noun on that it points back to: of "charlas de la ley 21.325" it is the
    law that "esa ley" is."""
    line_of = flat(subject)
    at = [found.start() for noun in _THAT_ONE.findall(line) if (found := re.search(rf"\b{noun}\b", line_of))]
    return subject[min(at) :] if at else subject


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _sourced(piece: Piece) -> list[Piece]:
    """A question asked of two sources as a question of each."""
    match = _SOURCES.match(piece.line)
    if match is None:
        return [piece]
    head = slice(*match.span("head"))
    return [
        Piece(f"{piece.text[head]} {piece.text[slice(*match.span(name))]}", f"{match['head']} {match[name]}", asks=True)
        for name in ("one", "two")
    ]
