"""What of the guide is to stand first: of a section the sentence that answers each question, of a list its announcement."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial
from itertools import takewhile

from assistant.clauses import clauses, opens_asking
from assistant.focus import asks_time, expected, focused, sentences, weigher, weights_of
from assistant.guide.items import MARK, depth
from assistant.guide.outline import Block, Outline, Unit
from assistant.values import Claim
from corpus.analysis import fold, stem, terms, words
from corpus.numbers import number_from_words
from corpus.records import Herramienta, Span
from corpus.store import Store
from corpus.synonyms import Synonyms

# What is read first, in characters, and how much of what a part asks the sentence for it must hold.
FIRST = 380
HOLDS = 0.35
# How much of it where no other place was found for it.
SURE = 0.5
# Beyond how many characters a piece is not read at a glance, and how much more of what is asked a line of it must hold.
LONG_PIECE = 700
FAR_MORE = 0.15
# A line of so few words is a heading.
HEADING = 4
# An announcement longer than this keeps its list from being read.
LONG_INTRO = 200
# What is counted: "¿cuántos grupos se arman?".
_COUNTED = re.compile(r"\b(?:cuant[oa]s|cuanta(?= gente)|numero de|cantidad de|how many) (\w+)")
_MINUTES = re.compile(r"\b\d+(?: ?(?:-|a) ?\d+)? (?:minutos?|horas?)\b")
# The sort of thing that is asked for: "¿con qué herramienta…?", "¿qué instrumento…?", "herramienta para…".
_SORT = re.compile(
    r"(?:^\W*|\b(?:que|cual(?:es)?(?: es| son| seria)?(?: el| la| los| las)?|algun|alguna) )"
    r"(?P<sort>herramientas?|instrumentos?|recursos?|metodos?|formatos?|canal(?:es)?|fuentes?|plazos?|mecanismos?|plataformas?)\b"
)
# Several things of a sort are asked for: "¿qué labores…?", "¿cuáles son los pasos…?".
_SEVERAL_THINGS = re.compile(r"\b(?:que|cuales)(?: (?:son|serian|eran))?(?: (?:las|los))? \w{2,}[aeo]s\b")
# What a thing is for: "¿qué hace el equipo…?", "¿para qué es la mesa?"; and how a text says so.
_WHAT_FOR = re.compile(
    r"\bpara que (?:es|son|sirve|sirven|se \w+|hay|existe)\b|\bque (?:hace|hacen|labor\w*|funcion\w*|rol)\b"
    r"|\bcual(?:es)? (?:es|son) (?:el|la|los|las) (?:objetivo|funcion|rol|labor|proposito|tarea)\w*"
)
# A stem of a plural may be so much longer than that of its singular: "taller", "talleres".
PLURAL = 2
# A thing of a sort, told by what is done in it: "el taller donde se diseñan las iniciativas".
_DESCRIBED = re.compile(
    r"\b(?:el|la|del|al|un|una) (?P<sort>\w{5,}) (?:donde|(?:en (?:el |la )?|para )(?:que|cual)|para|del? que) (?P<what>[^,;.¿?]{8,})"
)
_SERVING = re.compile(r"\b(?:cumpl|tien|desempen)\w+")
_IS_FOR = re.compile(
    r"\b(?:objetivo|proposito|funcion|rol)(?:es)? (?:de|del) [^.;]{1,60} (?:es|sera|son)\b"
    r"|\bcon el (?:fin|objetivo|proposito) de\b|\bfunciones de\b"
)
_OBJECTIVE = re.compile(
    r"\b(?:cual(?:es)? (?:es|son) (?:el|los)|que) objetivos?\b(?! (?:smart|especific))|^\W*objetivo del?\b"
)
_STATES_IT = re.compile(r"Objetivos?(?: [Gg]eneral)?: \S")
# Within how many words from its beginning a sentence names its subject.
OPENING = 6
# Whether something may be or has to be done: "¿puede una consultora dirigirlo?", "¿y si no la hay?".
_MAY = re.compile(
    r"\b(?:pued[aeo]n?|podemos|podria(?:n|mos)?|debe[n]?|debemos|deberia(?:n|mos)?|es posible|hay que|tenemos que|y (?:si|cuando))\b"
)
# Whom to take in is asked for, by "whom" or by the sort of those: "¿a quién pongo…?", "¿qué organizaciones van…?"; and told.
_WHOM = re.compile(
    r"\ba quien(?:es)?\b|\bque (?:organizacion|institucion|actor|persona|grupo|organismo)(?:es|s) (?:van?|entran?|inclu|pong|met|sum)"
)
_TAKES_IN = re.compile(r"\b(?:inclu|convoc|invit|consider|integr|incorpor)(?:ir|ar|e|a|an|en|yen|ye) a\b")
# A text puts a case, and then says what holds in it.
_CASE = re.compile(
    r"^(?:puede (?:ocurrir|suceder|pasar|darse)|es posible|podria (?:ocurrir|suceder)|en (?:algunos|ciertos) casos)\b"
)
_IN_IT = re.compile(r"^en (?:este|ese|tal|dicho)s? casos?\b")


class Leader:
    """Picks the sentences of one guide that answer what is asked."""

    def __init__(self, store: Store, outline: Outline, synonyms: Synonyms) -> None:
        self.store = store
        self.outline = outline
        self.synonyms = synonyms

    def lead(self, fresh: str, claims: Sequence[Claim]) -> list[Claim]:
        """The sentences that answer the questions of a message, of the section that its answer was found in.

        None where one thing is asked and its answer has no look of its own (a number, a date, a frequency), nor where
        what was said begins with them.
        """
        unit = self.outline.unit_at(claims[0].spans) if claims else None
        if unit is None:
            return []
        asked = clauses(fresh, lambda piece: looks.pattern if (looks := expected(piece)) is not None else "")
        if len(asked) == 1 and expected(asked[0]) is None:
            if _WHOM.search(asked[0]) and _TAKES_IN.search(fold(claims[0].text)[:FIRST]):
                return []
            told = self._of_sort(asked[0], unit, claims) or self._to_whom(asked[0], unit, claims)
            told = told or self._its_list(asked[0], unit, claims[0]) or self._with_the_others(asked[0], unit, claims[0])
            told = told or self._purpose(asked[0], unit, claims) or self._in_that_case(asked[0], unit, claims[0])
            return told or self._beyond_first(asked[0], unit, claims[0])
        found: dict[str, Block] = {}
        for part in asked:
            best = self.best(part, unit, claims)
            if best is not None:
                found.setdefault(*best)
        first = _plain("\n\n".join(claim.text for claim in claims))[:FIRST]
        if not found or all(_plain(text) in first for text in found):
            return []
        room = FIRST // len(found)
        weigh = weigher(weights_of(fresh, self.synonyms, self.store.vocabulary), expected(fresh))
        return [Claim(text=focused(text, weigh, room), spans=block.spans) for text, block in found.items()]

    def _of_sort(self, part: str, unit: Unit, claims: Sequence[Claim]) -> list[Claim]:
        """The sentence that says which thing of a sort it is ("¿con qué herramienta…?"): "Una herramienta útil es…".

        None where what was said speaks of such a thing, or no sentence of the section does and holds what is asked.
        """
        match = _SORT.search(part)
        sort = set(terms(match["sort"])) if match is not None else set()
        if not sort or sort & set(terms(claims[0].text)):
            return []
        weigh = weigher(weights_of(part, self.synonyms, self.store.vocabulary), None)
        pool = [(MARK.sub("", line), block) for block in unit.blocks for line in sentences(block.text)]
        fitting = [(text, block) for text, block in pool if sort & set(_opening(text))]
        best = max(fitting, key=lambda one: weigh(one[0]), default=None)
        if best is None or weigh(best[0]) < HOLDS:
            return []
        return [Claim(text=focused(best[0], weigh, FIRST), spans=best[1].spans)]

    @staticmethod
    def _its_list(part: str, unit: Unit, claim: Claim) -> list[Claim]:
        """The list that a piece only announces ("… labores como:"), with what announces it, where several things are asked."""
        block = unit.block_at(claim.spans)
        intro, mark, items = block.text.partition("\n- ") if block is not None else ("", "", "")
        first = items.split("\n")[0]
        if block is None or not mark or first in claim.text or _SEVERAL_THINGS.search(part) is None:
            return []
        before = sentences(intro)
        return (
            [Claim(text=f"{before[-1]}{mark}{items}", spans=block.spans)] if before and before[-1].endswith(":") else []
        )

    @staticmethod
    def _with_the_others(part: str, unit: Unit, claim: Claim) -> list[Claim]:
        """The whole list of which a piece is one item, where several things are asked: "¿qué preguntas…?"."""
        block = unit.block_at(claim.spans)
        first = claim.text.split("\n")[0]
        if block is None or not MARK.match(first) or _SEVERAL_THINGS.search(part) is None:
            return []
        more = _plain(first) in _plain(block.text) and len(block.text) > len(claim.text)
        return [Claim(text=block.text, spans=block.spans)] if more else []

    def _to_whom(self, part: str, unit: Unit, claims: Sequence[Claim]) -> list[Claim]:
        """The sentence that says whom to take in ("se recomienda incluir a…"), where that is asked and what leads does not."""
        if _WHOM.search(part) is None:
            return []
        labels = {block.label for block in unit.blocks if block.shares(claims[0].spans)}
        near = [block for block in unit.blocks if block.label in labels]
        pool = [(MARK.sub("", line), block) for block in near for line in sentences(block.text)]
        fitting = [one for one in pool if _TAKES_IN.search(fold(one[0]))]
        weigh = weigher(weights_of(part, self.synonyms, self.store.vocabulary), None)
        best = max(fitting, key=lambda one: weigh(one[0]), default=None)
        return [Claim(text=focused(best[0], weigh, FIRST), spans=best[1].spans)] if best is not None else []

    def _purpose(self, part: str, unit: Unit, claims: Sequence[Claim]) -> list[Claim]:
        """The sentence that says what a thing is for ("El objetivo de este equipo es…"), where that is asked.

        None where what is read first says so, or no sentence of the section does of that thing.
        """
        first = fold(claims[0].text)[:FIRST]
        if _WHAT_FOR.search(part) is None or _IS_FOR.search(first):
            return []
        weigh = weigher(
            weights_of(_SERVING.sub(" ", _WHAT_FOR.sub(" ", part)), self.synonyms, self.store.vocabulary), None
        )
        pool = [(MARK.sub("", line), block) for block in unit.blocks for line in sentences(block.text)]
        fitting = [one for one in pool if _IS_FOR.search(fold(one[0])) and weigh(one[0]) >= SURE]
        best = max(fitting, key=lambda one: weigh(one[0]), default=None)
        return [Claim(text=focused(best[0], weigh, FIRST), spans=best[1].spans)] if best is not None else []

    @staticmethod
    def _in_that_case(part: str, unit: Unit, claim: Claim) -> list[Claim]:
        """What the guide says to hold in a case that was found ("Puede ocurrir que… En este caso, …"), where it is asked
        whether something may be done."""
        closed = _MAY.search(part) is not None and not opens_asking(part)  # "¿quién puede…?" asks for more
        if not closed or _CASE.match(fold(claim.text)) is None:
            return []
        at = next((at for at, block in enumerate(unit.blocks) if block.shares(claim.spans)), len(unit.blocks))
        after = [(line, block) for block in unit.blocks[at : at + 2] for line in sentences(block.text)]
        found = next(((MARK.sub("", line), block) for line, block in after if _IN_IT.match(fold(line))), None)
        return [Claim(text=found[0], spans=found[1].spans)] if found is not None else []

    def aim(self, fresh: str, units: Sequence[Unit]) -> Claim | None:
        """The objective that the guide states of a tool ("Objetivos: Promover…"), where its objective is asked for."""
        if _OBJECTIVE.search(fresh) is None:
            return None
        for unit in units[:1]:
            for block in unit.blocks:
                for line in block.text.split("\n"):
                    if _STATES_IT.match(MARK.sub("", line)):
                        return Claim(text=MARK.sub("", line), spans=block.spans)
        return None

    def _beyond_first(self, part: str, unit: Unit, claim: Claim) -> list[Claim]:
        """The line of a long piece that says what is asked, where what is read first of the piece says far less of it."""
        if len(claim.text) <= LONG_PIECE:
            return []
        weights = weights_of(part, self.synonyms, self.store.vocabulary)
        own = {stem: weight for stem, weight in weights.items() if stem not in unit.stems}
        weigh = weigher(own or weights, None)  # the name of the section tells none of its lines from the others
        told = weigh(claim.text[:FIRST])
        blocks = [block for block in unit.blocks if block.shares(claim.spans)]
        lines = [(MARK.sub("", line), block) for block in blocks for line in sentences(block.text)]
        pool = [one for one in lines if len(words(one[0])) > HEADING]
        best = max(pool, key=lambda one: weigh(one[0]), default=None)
        if best is None or weigh(best[0]) < max(HOLDS, told + FAR_MORE):
            return []
        return [Claim(text=focused(best[0], weigh, FIRST), spans=best[1].spans)]

    def described(self, line: str) -> Unit | None:
        """The tool that a folded line means by its sort and what is done in it ("el taller donde se diseñan…"), or None.

        Its name holds the sort, and what is said of it by far most of the description.
        """
        match = _DESCRIBED.search(line)
        if match is None:
            return None
        weigh = weigher(weights_of(match["what"], self.synonyms, self.store.vocabulary), None)
        sort = terms(match["sort"])[0] if terms(match["sort"]) else match["sort"]
        tools = [
            unit
            for unit in self.outline.units
            if isinstance(unit.record, Herramienta)
            and any(own.startswith(sort) and len(own) - len(sort) <= PLURAL for own in unit.stems)
        ]
        fits = [(weigh(" ".join(block.text for block in unit.blocks)), at, unit) for at, unit in enumerate(tools)]
        fits.sort(key=lambda one: (-one[0], one[1]))
        if not fits or fits[0][0] < SURE or (fits[1:] and fits[0][0] - fits[1][0] < FAR_MORE):
            return None
        return fits[0][2]

    def best(self, part: str, unit: Unit, claims: Sequence[Claim]) -> tuple[str, Block] | None:
        """The sentence of a section that best answers a question, with its block; None where none says enough of it."""
        looks = expected(part)
        weights = weights_of(part, self.synonyms, self.store.vocabulary)
        weigh = weigher(weights, None)
        pool = [
            (MARK.sub("", line), block)
            for block in unit.blocks
            for line in sentences(block.text)
            if len(line) > len(block.label)
        ]
        typed = [one for one in pool if looks is not None and looks.search(_told_by(part, fold(one[0])))]
        if looks is not None and not typed:
            return None
        counted = {stem for noun in _COUNTED.findall(part) for stem in terms(noun)}
        counting = [
            one for one in typed if _counts(one[0], counted)
        ]  # "al menos dos talleres:" tells it, with its list
        typed = [one for one in typed if not one[0].endswith(":")] or typed  # what only announces a list tells nothing
        if counted and not counting and not asks_time(part):
            return None  # "asignando dos ejes por grupo" tells not how many workshops there are
        typed = counting or typed
        told = [span for claim in claims[:1] for span in claim.spans]

        def worth(one: tuple[str, Block]) -> float:
            text, block = one
            return weigh(text) + 0.3 * weigh(block.text) + (0.15 if block.shares(told) else 0.0)

        best = max(typed or pool, key=worth, default=None)
        if best is None or (looks is None and weigh(best[0]) < HOLDS):
            return None
        return best

    def answer(self, part: str, unit: Unit, announces: Callable[[str], bool] | None = None) -> tuple[str, Block] | None:
        """What a section says to one question, with the list that it announces; None where nothing says enough of it.

        With ``announces`` only a list, the announcing line of which passes.
        """
        weights = weights_of(part, self.synonyms, self.store.vocabulary)
        weights = {own: weight for own, weight in weights.items() if own not in unit.stems}
        weigh = weigher(weights, None)
        looks = expected(part) if announces is None else None
        counted = {stem for noun in _COUNTED.findall(part) for stem in terms(noun)}
        pool = [
            (line, items, block)
            for block in unit.blocks
            for line, items in _with_items(block.text)
            if (looks is None or looks.search(fold(line))) and (announces is None or (items and announces(fold(line))))
        ]
        counting = [one for one in pool if _counts(one[0], counted)] if looks is not None else []
        pool = counting or pool
        best = max(pool, key=lambda one: weigh(one[0]) + 0.3 * weigh(one[2].text), default=None)
        only = announces is not None or bool(counting) or (looks is not None and len(pool) == 1)
        if best is None or (not only and (weigh(best[0]) < SURE or len(weights.keys() & set(terms(best[0]))) < 2)):
            return None
        line, items, block = best
        wanted = looks is None or line.rstrip("*").endswith(":")  # a number of things is told with what they are
        return "\n".join((line, *(items if wanted else ()))), block


def _plain(text: str) -> str:
    """A text folded, without the marks of emphasis."""
    return fold(text).replace("*", "")


def _opening(text: str) -> list[str]:
    """The stems of the words by which a sentence begins: its subject."""
    return terms(" ".join(text.split()[:OPENING]))


def _with_items(text: str) -> list[tuple[str, list[str]]]:
    """The lines of a block, each with the items of the list that it announces, without their common indent."""
    lines = text.split("\n")
    found = []
    for at, line in enumerate(lines):
        below = list(takewhile(partial(_deeper, line), lines[at + 1 :]))
        indent = max(0, depth(below[0])) if below else 0
        found.append((MARK.sub("", line), [other[indent:] for other in below]))
    return found


def _counts(line: str, stems: set[str]) -> bool:
    """Whether a line says how many there are of a thing: "en tres grupos pequeños"."""
    found = words(line)
    return any(
        stem(word) in stems and any(number_from_words([other]) for other in found[max(0, at - 2) : at])
        for at, word in enumerate(found)
    )


def _told_by(part: str, line: str) -> str:
    """A folded line without its minutes, where a number of things is asked for: "Presentación (10 minutos)" counts none."""
    return line if asks_time(part) else _MINUTES.sub(" ", line)


def _deeper(line: str, other: str) -> bool:
    return depth(other) > depth(line)


def announced(claims: Sequence[Claim]) -> list[Claim]:
    """Claims of which the first, a list after a long introduction, is led by the sentence that announces the list."""
    if not claims:
        return []
    intro, mark, items = claims[0].text.partition("\n- ")
    before = sentences(intro)
    steps = any(MARK.match(line) for line in intro.split("\n"))  # each tells something of its own
    if not mark or len(intro) <= LONG_INTRO or len(before) < 2 or steps:
        return list(claims)
    short = claims[0].model_copy(update={"text": f"{before[-1]}{mark}{items}"})
    return [short, claims[0].model_copy(update={"text": " ".join(before[:-1])}), *claims[1:]]


def within(spans: Sequence[Span], others: Sequence[Span]) -> bool:
    """Whether spans lie, but for a heading's length, within others."""
    shared = sum(
        max(0, min(one.end, other.end) - max(one.start, other.start))
        for one in spans
        for other in others
        if one.document == other.document
    )
    return bool(spans) and shared >= 0.6 * sum(span.end - span.start for span in spans)
