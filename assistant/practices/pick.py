"""The piece of a practice that answers one of the questions of a message: by its field, its words, how it looks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from assistant.focus import beyond_time, expected, weigher
from assistant.practices.claims import Piece
from assistant.practices.entries import Entry
from assistant.practices.find import Finder, Found, overlap, sentences_of
from assistant.practices.items import meant
from assistant.practices.question import Part
from corpus.analysis import fold, terms, words
from corpus.dates import MONTHS

# What a field that is named adds, found on the development questions: as much as half of the words asked for.
OF_FIELD = 0.5
# What the best hit adds to its sentences: it was found by meaning too.
OF_HIT = 0.25
OF_BEFORE = 0.3
# What counts of what is said elsewhere of the thing that a sentence names.
OF_NAME = 0.8
LEAST = 0.2
_WHO = re.compile(
    r"(?<!\bcon )\b(?:quien|quienes|who|que (?:entidad(?:es)?|institucion(?:es)?|organismos?|organizacion(?:es)?))\b"
)
_WHO_PAYS = re.compile(
    r"\bquien(?:es)? (?:(?:se )?(?:lo|la|los|las) )?(?:financi\w+|pag\w+|puso|pone|costea\w*|aport\w+)"
)
# Who does something stands behind a participle: "distribuidas por la Corporación…", "liderado por…".
_BY = re.compile(r"\b\w+[ai]d[oa]s? (?:en conjunto )?por\b|\ba cargo de\b")
# Who takes part is told by that verb: "participaron organizaciones…", "integrada por Salud…".
_WHO_TAKES_PART = re.compile(
    r"\b(?:quien(?:es)?|que (?:entidades|instituciones|organismos|organizaciones)(?: \w+){0,3}?) (?:(?:la|lo|los|las) )?"
    r"(?:particip|integr|conform|compon|form(?:an?|aron)\b|(?:part|empez|comenz|inici|entr|estuv)(?:ieron|aron)\b)"
    r"|\bquienes (?:van|iban|asist\w+|acud\w+|concurr\w+|estan|estaban|se (?:sientan|juntan|reunen)) (?:a|en)\b"
)
_TAKES_PART = re.compile(
    r"\b(?:particip(?:o|a|an|aron)\b|(?:integrad|conformad|compuest|formad)[oa]s? (?:por|con)\b|form(?:o|a) \w+ \w+[^.;]* con\b)"
)
_WHO_DOES = re.compile(r"\bquien(?:es)? (?:(?:se|lo|la|los|las|le|les|fue|fueron|que) )*(?P<verb>\w{3,})")
# "¿Cómo entregan la ropa?": the act by any of the words for it.
_HOW_DOES = re.compile(r"\bcomo (?:(?:se|le|les|lo|la|los|las) )*(?P<verb>\w{4,})")
_MANNER = re.compile(r"\b(?:a traves de|mediante|por medio de|por la|por el|por l[ao]s|de manera|de forma)\b")
# A word of a longer one with so long a stem is of its family: "instituciones", "institucional".
LONG_STEM = 7
# Forms of one verb begin alike by as many letters.
ROOT = 5
# A rule that is asked for by its sort is told by its number: "Decreto Alcaldicio N°…".
_RULE = re.compile(
    r"\b(?:que|cual(?: es| fue)?(?: el| la)?|numero de)(?: tipo de)? "
    r"(?:(?P<sort>decreto|resolucion|ley|ordenanza)|acto administrativo|norma|instrumento legal|acto formal)\b"
    r"|^\W*(?P<first>decreto|resolucion|ley|ordenanza)\b"  # "decreto que fija el protocolo"
)
# Things are asked for by what they are: "¿qué módulos tiene?", "¿cuáles son los ejes?"; and told one by one.
_WHICH_ONES = re.compile(
    r"\b(?:que|cuales (?:son|eran|fueron)(?: (?:las|los|sus))?|(?:nombr|enumer|list)\w+ (?:las|los)) (?:\w+ )?(?P<things>\w{3,}s)\b"
)
_APART = re.compile(r"[;,].* ")
# What is charged is told by "gratuita" as well as by an amount.
_CHARGED = re.compile(
    r"\b(?:cobr\w+|cost(?:o|aba|aron|ar)\b|pag(?:o|aron|aba|ar)\b|vali(?:o|a)\b|salio\b|gratis|gratuit\w+)"
)
FREE = re.compile(r"\b(?:gratuit\w+|gratis|sin costo|liberad[oa] de pago)\b")
# "¿Desde qué año?" is not answered by a month, nor "¿en qué meses?" by a year.
_YEAR, _A_YEAR = re.compile(r"\b(?:que|cual) anos?\b|\bwhat year\b"), re.compile(r"\b(?:19|20)\d\d\b")
_MONTH, _A_MONTH = (
    re.compile(r"\b(?:que|cuales) mes(?:es)?\b|\bwhich months\b"),
    re.compile(rf"\b(?:{'|'.join(MONTHS)})\b"),
)
# "¿Qué días fue?": a day is told by its number and its month.
_DAY, _A_DAY = (
    re.compile(r"\b(?:que|cuales) dias?\b|\bwhat days?\b"),
    re.compile(rf"\b\d{{1,2}}\b[^.]{{0,30}}\b(?:{'|'.join(MONTHS)})\b"),
)
# "¿Hasta qué curso…?": of a school, told by its name.
_COURSE = re.compile(r"\b(?:hasta|desde|de|en|a) (?:que|cual) (?:curso|grado|nivel)\b")
_A_COURSE = re.compile(r"\b(?:prebasica|kinder|basic[oa]s?|ensenanza media|\d\W{0,2} medios?)\b")
# Why something was done, what was hard: told in certain turns, whatever the words of the question.
_WHY = re.compile(
    r"\bpor que\b(?! (?:medio|canal|via|vias|medios|canales)\b)|\ba raiz de que|\bque motivo|\bcomo nacio|\bde donde nacio|\bwhy\b"
)
_CAUSE = re.compile(
    r"\b(?:debido a|tras|como respuesta|en respuesta|a partir de|porque|ya que|dado que|por lo que|en vista de)\b"
)
_A_REASON = re.compile(
    rf"{_CAUSE.pattern}|\b(?:con (?:el )?(?:fin|proposito|objetivo)|para que|permit\w+|busc[ao]\w*|surg\w+)\b"
)
_HARD = re.compile(
    r"\b(?:dificultad|obstaculo|problema|barrera|tropiezo|complicacion|limitacion)(?:es|s)?\b(?! que)|\bfalto\b"
)
_WAS_HARD = re.compile(
    r"\b(?:dificult\w+|obstacul\w+|limitad[oa]s?|no cuenta con|falt[ao]|problem\w+|necesidad de contar)\b"
)
OF_CAUSE = 0.3
# "Mayores de 18 años" tells how old somebody is, and not how long anything took.
_AGE = re.compile(r"\b(?:mayor|menor)(?:es)? (?:de|a) \d+ anos\b|\b\d+ anos de edad\b")
# "¿Cuántos módulos contempla?" asks of what a thing is made, and not how many of them were held so far.
_COMPRISES = re.compile(
    r"\b(?:contempl|consider|inclu[iy]|comprend|const|abarc|compon|divid|organiz)(?:a|an|e|en|o|on|ye|yen|ia|ian|aba|aban|io|ieron|aron)\b"
)
_OF_HOW_MANY = re.compile(r"\bcuant[ao]s (?!personas\b)[a-z]+ (?:son|tiene|tienen|trae|traen|hay)\b")
OF_WHOLE = 0.3
# Of several numbers of the same thing that of all of them: "984 estudiantes en total".
_IN_ALL = re.compile(r"\ben total\b|\bun total de\b")
OF_TOTAL = 0.2
# Whether those without papers may come is told by the status that is asked of them, or that none is.
_SITUATION = re.compile(
    r"\b(?:sin papeles|indocumentad\w+|irregular\w*|papeles (?:vencidos|al dia)|sin (?:visa|residencia|documentos)|"
    r"(?:exig|pid|ped|requier|necesit)\w+ (?:tener )?(?:visa|residencia|papeles|rut|cedula)|tener (?:(?:el|la|los|las|sus) )?(?:visa|residencia|papeles|documentos|rut)|"
    r"(?:situacion|condicion|estatus) migratori[ao]|undocumented|without papers)\b"
)
_A_SITUATION = re.compile(r"\bsituacion (?:ir)?regular\b|\b(?:situacion|condicion|estatus) migratori[ao]\b")
_WHICH = re.compile(
    r"\b(?:en|con|a|de|por)? ?(?:que|cuales)(?: (?:dos|tres|cuatro|cinco|\d))? (?!(?:tres|cuatro|cinco)\b)([a-z]{5,})\b"
)
# In what part of the municipality something stands is told by where it is lodged: "alojada en el Departamento de…".
_UNDER_WHICH = re.compile(
    r"\b(?:bajo|dentro de|en|de|a) que (?:unidad|departamento|depto|direccion|area|oficina|dependencia|reparticion)(?: municipal)? "
    r"(?:se )?(?:esta|estan|estaba|funciona|opera|depende|cuelga|pertenece|encuentra|ubica|aloja)\b"
    r"|\b(?:de|a) (?:quien|que) (?:depende|dependen|cuelga|pertenece)\b"
)
_LODGED = re.compile(
    r"\b(?:alojad[oa]s?|dependientes?|depende[n]?|radicad[oa]s?|insert[oa]s?|adscrit[oa]s?|pertenecientes?|pertenece[n]?) (?:en|de|del|a|al)\b"
)
# A word with a name behind it: "la Escuela Unesco", "universidad de Concepción"; "otros departamentos Municipales" have none.
_NAMED = re.compile(r"(?<!\botros )(?<!\botras )\b(\w{4,})(?=(?:\s+(?:de|del|la|las|los|el|y))*\s+[A-ZÁÉÍÓÚÑ“\"])")
# The name of a thing that a sentence is about: "La Mesa de Organizaciones realiza…".
_OPENS = re.compile(r"^(?:La|El|Las|Los) (?P<name>[A-ZÁÉÍÓÚÑ]\w+(?: (?:(?:de|del|la|las|los|y) )*[A-ZÁÉÍÓÚÑ]\w+)+)")
# A field that says by itself what its name asks for.
PLAIN = ("fechas", "inicio", "duracion", "lineas", "poblacion", "financiamiento", "sostenibilidad", "categoria")

PAID, THEME = "financiamiento", "categoria"


def looks_of(text: str) -> re.Pattern[str] | None:
    """How the answer to a folded question looks in folded text; beyond :func:`assistant.focus.expected` also who."""
    if _YEAR.search(text) or _MONTH.search(text):
        return _A_YEAR if _YEAR.search(text) else _A_MONTH
    if _DAY.search(text):
        return _A_DAY
    if _COURSE.search(text):
        return _A_COURSE
    looks = expected(text)
    if looks is not None:
        return looks
    if _SITUATION.search(text):
        return _A_SITUATION
    if _HARD.search(text):
        return _WAS_HARD
    if _WHY.search(text):
        return _A_REASON
    rule = _RULE.search(text)
    if rule is not None:
        return re.compile(
            rf"\b(?:{rule['sort'] or rule['first'] or 'decreto|resolucion|ley|ordenanza'})\b[^.;]{{0,40}}\d"
        )
    if _UNDER_WHICH.search(text):
        return _LODGED
    if _WHO_TAKES_PART.search(text):
        return _TAKES_PART
    return _BY if _WHO.search(text) and not _WHO_PAYS.search(text) else None


def shape_of(text: str) -> re.Pattern[str] | None:
    """How the answer looks, where its look alone tells it from other text: by whom something is done does not."""
    looks = looks_of(text)
    return None if looks is _BY else looks


def who_acts(line: str, text: str) -> bool:
    """Whether a folded question asks who does what a text tells with a subject before its verb: "La oficina elaboró…"."""
    verb = _WHO_DOES.search(line) if looks_of(line) is _BY else None
    return verb is not None and verb["verb"] in words(text) and _BY.search(fold(text)) is None


class Picker:
    """Picks pieces of the practices of one index."""

    def __init__(self, finder: Finder) -> None:
        self.finder = finder

    def pick(self, part: Part, found: Found, *, sure: bool = False, line: str = "") -> Piece | None:
        """The piece that best answers one part of what is asked of a practice; None where none says anything of it.

        With ``sure`` only a piece that looks like the answer: it gives a name, a number, a date, as is asked. ``line``
        is all that the message asks, with what it carries over: of which list "el último" is the last.
        """
        entry = found.entry
        item = meant(part.text, line or part.text, entry)
        if item is not None:
            return item
        free = self._free(part, entry)
        if free is not None:
            return free
        plain = None if sure else self._field(part, entry)
        if plain is not None:
            return plain
        looks = looks_of(part.text)
        pool = [s for _, element in entry.own_fields() for s in sentences_of(Piece.of(element))]
        before = {piece.text: last.text for last, piece in pairwise(pool) if last.key == piece.key}
        hits = [piece for hit in found.hits[:2] if (piece := self.finder.piece(entry, hit)) is not None]
        asking = part.bare if part.fields and part.rest else part.text
        asking = beyond_time(asking) if self.own(part, entry) else asking  # "se reúne" is said of any thing
        weigh = weigher(self.finder.weights(asking, entry), None)
        told = introduced(pool)

        def said(piece: Piece) -> float:
            # What a sentence is about often stands in the one before it, or where what it names is brought in.
            own, more = weigh(piece.text), weigh(" ".join((piece.text, told.get(piece.text, ""))))
            return own + OF_NAME * (more - own) + OF_BEFORE * weigh(before.get(piece.text, ""))

        def caused(piece: Piece) -> float:
            return OF_CAUSE if looks is _A_REASON and _CAUSE.search(fold(piece.text)) else 0.0

        def comprised(piece: Piece) -> float:
            if part.counted is None:
                return 0.0
            asks = _COMPRISES.search(part.text) or _OF_HOW_MANY.search(part.text)
            asks = asks and _COMPRISES.search(fold(piece.text))
            return (OF_WHOLE if asks else 0.0) + (OF_TOTAL if _IN_ALL.search(fold(piece.text)) else 0.0)

        def worth(piece: Piece) -> float:
            found_so = any(overlap(piece.spans, hit.spans) and piece.text in hit.text for hit in hits)
            return (
                said(piece)
                + (OF_FIELD if piece.key in part.fields else 0.0)
                + (OF_HIT if found_so else 0.0)
                + caused(piece)
                + comprised(piece)
            )

        counted = [p for p in pool if part.counted is not None and self.finder.counts.beside(p.text, part.counted)]
        counted = of_years(counted, part.text, line)
        typed = of_years(
            [piece for piece in pool if looks is not None and looks.search(_AGE.sub(" ", fold(piece.text)))],
            part.text,
            line,
        )
        if looks is None:
            typed = self._doing(part.text, pool)
        if looks is _BY:
            typed = [piece for piece in pool if self._done_by(piece, part.text)]
        rule = _RULE.search(part.text) is not None  # its name and number are all that is asked
        # Where the very act, or the status that is asked, is told once, no other word need be said.
        act = len(typed) == 1 and (looks is _A_SITUATION or (looks is _BY and bool(self._act(part.text))))
        typed = [p for p in typed if said(p) > 0 or p.key in part.fields] or (
            [] if self.own(part, entry) and not rule and not act else typed
        )
        named = self._naming(part.text, pool) or enumerating(part.text, pool)
        named = [piece for piece in named if piece in typed] or named
        paid = entry.fields(PAID)[:1] if PAID in part.fields and not (named or counted or typed) else []
        if paid:  # what paid for anything of it is told once, of all of it
            return self.finder.field(*paid[0])
        dates = entry.fields("fechas")[:1] if "duracion" in part.fields and not (named or counted or typed) else []
        if (
            dates and not self.own(part, entry) and " cada " not in part.text
        ):  # from when to when it was tells how long it took
            return self.finder.field(*dates[0])
        elsewhere = [] if sure else self._elsewhere(part, entry)
        best = max(named or counted or typed or elsewhere or (pool if not sure else ()), key=worth, default=None)
        only = (looks not in (None, _BY) or act) and len(typed) == 1 and part.counted is None
        certain = named or counted or elsewhere or (only and best is typed[0])
        return best if best is not None and (certain or worth(best) >= LEAST) else None

    def sure(self, part: Part, found: Found, line: str) -> bool:
        """Whether a practice plainly answers one part: by a field, by a number of what it counts, by its look."""
        if part.counted is not None:
            counts = self.finder.counts
            if part.counted not in counts.listed and not counts.stated_by(found.entry, part.counted):
                looks = looks_of(part.text)
                return looks is not None and self.pick(part, found, sure=True, line=line) is not None
            return True
        return self._field(part, found.entry) is not None or self.pick(part, found, sure=True, line=line) is not None

    def says_by_whom(self, part: Part, found: Found) -> bool:
        """Whether one part asks by whom something is done, and a practice says that of the very thing."""
        return looks_of(part.text) is _BY and self.pick(part, found, sure=True) is not None

    def _naming(self, text: str, pool: Sequence[Piece]) -> list[Piece]:
        """The sentences that name what a folded question asks for ("¿en qué escuelas?"): those with most of such names.

        What is named may be called by another word for it: "colegios" asks for "la Escuela Unesco" too.
        """
        asked = _WHICH.search(text)
        if asked is None:
            return []
        synonyms = self.finder.synonyms
        meant = synonyms.meaning(asked[1])

        own = asked[1][:6]

        def called(word: str) -> bool:
            """Whether a word of the text is the one asked for, or one for the same: "escuela" is an "establecimiento"."""
            for_it = synonyms.meaning(word)
            return fold(word).startswith(own) or (
                for_it is not None and (for_it == meant or fold(for_it).startswith(own))
            )

        def names(piece: Piece) -> int:
            if meant is None and not any(called(match[1]) for match in _NAMED.finditer(piece.text)):
                return len(_named(asked[1]).findall(piece.text))
            return sum(called(match[1]) for match in _NAMED.finditer(piece.text))

        count = {piece.text: names(piece) for piece in pool}
        most = max(count.values(), default=0)
        return [piece for piece in pool if most and count[piece.text] == most]

    def _done_by(self, piece: Piece, text: str) -> bool:
        """Whether a sentence says by whom the very thing is done that a folded question asks.

        "¿Quién reparte…?": "repartidas por…", "distribuidas por…", or another word for the same act; or who is said to
        do it in the verb's own form.
        """
        verb = _WHO_DOES.search(text)
        if verb is not None and {verb["verb"], f"{verb['verb']}n"} & set(words(piece.text)):
            return True  # "quién recolecta": several do, too
        roots = {word[:ROOT] for word in words(text)} | {stem[:ROOT] for stem in self.finder.synonyms.expansion(text)}
        done = [match.group().split()[0] for match in _BY.finditer(fold(piece.text))]
        cues, acts = self.finder.cues, self._act(text)
        return any(
            word == "a"
            or word[:ROOT] in roots
            or word[: ROOT - 1] in roots
            or any(cues.has(name, word) for name in acts)
            for word in done
        )

    def _doing(self, text: str, pool: Sequence[Piece]) -> list[Piece]:
        """The sentences that tell the act of which a folded question asks how it is done: "distribuidas en un espacio…"."""
        asked = _HOW_DOES.search(text)
        acts = self._act(asked["verb"]) if asked is not None else []
        told = [piece for piece in pool if any(self.finder.cues.has(name, fold(piece.text)) for name in acts)]
        return [piece for piece in told if _MANNER.search(fold(piece.text))] or told

    def _act(self, text: str) -> list[str]:
        """The acts that a folded question asks the doer of, by any of the words for each."""
        cues = self.finder.cues
        return [name for name in cues.groups if name.startswith("acto.") and cues.has(name, text)]

    @staticmethod
    def _free(part: Part, entry: Entry) -> Piece | None:
        """The sentence that says that nothing was charged, where a part asks what was."""
        if _CHARGED.search(part.text) is None:
            return None
        pool = (one for _, element in entry.own_fields() for one in sentences_of(Piece.of(element)))
        return next((one for one in pool if FREE.search(fold(one.text))), None)

    def _elsewhere(self, part: Part, entry: Entry) -> list[Piece]:
        """What a practice says in passing of a field that it lacks: "financiado por…"."""
        if any(entry.fields(key) for key in part.fields):
            return []
        found = (self.finder.told_elsewhere(entry, key, part.text) for key in part.fields)
        return [piece for piece in found if piece is not None]

    @staticmethod
    def own(part: Part, entry: Entry) -> list[str]:
        """The stems by which a part says what it asks of: those that a practice uses, and that do not name it.

        Of a question on time, what is said of any thing that takes place is none: "¿cada cuánto piensan hacerla?".
        """
        telling = set(terms(beyond_time(part.text)))
        named = entry.named
        return [stem for stem in part.rest if stem in telling and stem not in named and stem in entry.stems]

    def _field(self, part: Part, entry: Entry) -> Piece | None:
        """The field that a part names, where the part says nothing more and the field is told by itself."""
        name = entry.named
        rest = [stem for stem in part.rest if stem not in name]
        for key in part.fields:
            for record, element in entry.fields(key)[:1] if key in PLAIN else ():
                piece = self.finder.field(record, element)
                if not rest or (key == THEME and not set(rest) - set(terms(piece.text))):
                    return piece  # "¿en qué categoría de integración…?": it says that word itself
        return None

    def share(self, part_rest: Sequence[str], entry: Entry, line: str) -> float:
        """What part of some stems of a question a practice holds, they or what they stand for, weighed by rarity."""
        rarity = self.finder.store.vocabulary.rarity
        total = sum(rarity(stem) for stem in part_rest)
        held = 0.0
        told = {_one_root(stem) for stem in entry.stems}
        for word in dict.fromkeys(words(line)):
            for stem in terms(word):
                meant = {_one_root(other) for other in (stem, *self.finder.synonyms.expansion(word))}
                longer = len(stem) >= LONG_STEM and any(other.startswith(stem) for other in told)
                if stem in part_rest and (meant & told or longer):
                    held += rarity(stem)
        return held / total if total else 1.0


def _one_root(stem: str) -> str:
    """A stem with the vowel that its verb has where it is not stressed: "encuentr" and "encontr" are one."""
    return stem.replace("ue", "o").replace("ie", "e")


def names_it(entry: Entry, thing: str) -> bool:
    """Whether a practice gives a name of its own to a thing: "Universidad de Chile", not "una universidad local"."""
    return any(names_in(element.texto.texto, thing) for element in entry.all_fields())


def names_in(text: str, thing: str) -> bool:
    """Whether a text gives a name of its own to a thing."""
    return _named(thing).search(text) is not None


def _named(thing: str) -> re.Pattern[str]:
    """How a thing is named: its word, and a word in capitals behind it."""
    return re.compile(
        rf"(?<!\botros )(?<!\botras )\b(?i:{re.escape(thing[:6])})\w*(?:\s+(?:de|del|la|las|los|el|y|cat\w+))*\s+[A-ZÁÉÍÓÚÑ“\"]"
    )


def enumerating(text: str, pool: Sequence[Piece]) -> list[Piece]:
    """The sentences that tell the things that a folded question asks for one by one: "los módulos…: 1. …; 2. …"."""
    asked = _WHICH_ONES.search(text)
    if asked is None:
        return []
    told = re.compile(rf"\b{asked['things'][:6]}\w*[^.:;]*:(?P<items>.*)", re.DOTALL)
    return [piece for piece in pool if (one := told.search(fold(piece.text))) and _APART.search(one["items"])]


def of_years(pieces: Sequence[Piece], *lines: str) -> list[Piece]:
    """The pieces that hold a year of the first folded line that names any; all of them where none does."""
    for line in lines:
        years = set(_A_YEAR.findall(line))
        if years:
            return [piece for piece in pieces if years & set(_A_YEAR.findall(piece.text))] or list(pieces)
    return list(pieces)


def introduced(pool: Sequence[Piece]) -> dict[str, str]:
    """Of the sentences that begin with a thing's name what another says of it: "…otra Mesa de Madres, donde van…".

    What is said of it goes on to the next thing of the sort: "una Mesa Institucional, integrada por…, y otra Mesa…".
    """
    found: dict[str, str] = {}
    for piece in pool:
        opened = _OPENS.match(piece.text)
        if opened is None:
            continue
        head = opened["name"].split()[0]
        for other in pool:
            before, name, rest = other.text.partition(opened["name"])
            if name and other is not piece and (before.strip() or found.get(piece.text) is None):
                end = re.search(rf"\b{re.escape(head)}\b", rest)
                found[piece.text] = f"{found.get(piece.text, '')} {rest[: end.start()] if end else rest}".strip()
    return found
