"""The particulars of a question, which what leads an answer must tell: which number, of whom, for whom, by which act, when.

"¿Qué busca el Objetivo N° 3?" is not answered by what objective N° 2 seeks, however near it stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from assistant.focus import sentences
from assistant.names_asked import NamesAsked
from assistant.numbers_asked import NumbersAsked, counted_nouns, holds_number
from assistant.years_asked import counted_another_year
from corpus.analysis import STOP_WORDS, fold, stem, terms, words
from corpus.dates import MONTHS
from corpus.lexicon import Instituciones
from corpus.lugares import CHILE, Lugares
from corpus.numbers import number_from_words
from corpus.synonyms import Synonyms

# "El objetivo específico N° 4", "el pilar dos": one of a row that goes by numbers.
_ROWS = r"reportes?|objetivos?|metas?|lineas?|lineamientos?|modulos?|componentes?|pilares|pilar|principios?|fases?|desafios?|resultados?|indicadores|indicador|recomendacion|versiculo|inciso"
_NUMBERED = re.compile(
    rf"\b(?P<noun>{_ROWS})(?: (?!n\b|numero)(?P<trait>[a-z]{{6,}}))? (?:n ?|numero |nro\.? )?"
    rf"(?P<number>\d{{1,2}}|un[oa]|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez)\b(?!\.\d| de (?:{'|'.join(MONTHS)}|20\d\d)|[-/] ?\d)"
)
# "El 3er Encuentro", "la segunda consulta": which of those that are held again and again.
_HELD = re.compile(
    r"\b(?P<which>\d{1,2} ?(?:er|ro|do|to|mo|vo|no|ra|da|ta|ma|va|na)|primera?|segund[ao]|tercera?|cuart[ao]|quint[ao]) (?P<noun>encuentro|consulta|congreso|seminario|cuenta publica|encuesta|edicion|version|feria|jornada|plan de igualdad)\b"
)
_RANKS = {"prim": 1, "segu": 2, "terc": 3, "cuar": 4, "quin": 5}
# "¿En qué lugar del ranking quedó la PDI?": who stands there.
_PLACED = re.compile(
    r"\ben que (?:lugar|puesto|posicion)\b[^?]*? (?:qued|esta|ocup|salio|llego|apare)\w* (?:el |la |los |las )?(?P<who>[^?,;]+)"
)
# "… **son** sirias": taken for so, and not what is asked of.
_SAID_TO_BE = re.compile(r"\b(?:es|son|era|eran|fue|fueron|sea|sean|sería|serían) (?:\w+ )?\w+", re.IGNORECASE)
# "¿En qué módulo ven revalidación de títulos?": which item of a whole holds a matter.
_IN_WHICH = re.compile(
    r"\b(?:en|que|cual) (?:que |cual )?(?P<item>modulo|sesion|unidad|clase|leccion|bloque|charla|taller)s?\b[^?]*? (?:se |les |nos |le )?"
    r"(?:ve|ven|vio|vieron|veia|veian|trata|tratan|trato|trataron|abord\w+|ensen\w+|habl\w+|revis\w+|pasan|toca|tocan|explic\w+|estudi\w+|analiz\w+|aprend\w+)"
    r" (?:(?:de|del|sobre|a|el|la|los|las|lo|un|una) )*(?P<matter>[^?.,;]+)"
)
_BODIES = r"resolucion(?: exenta)?|decreto(?: alcaldicio| supremo| exento)?|ley|ordenanza|acto administrativo|rex"
_CREATED = r"(?:cre(?:o|aron|a|an|ada|ado|acion)|fund(?:o|aron|ada|ado)|constituy(?:o|eron)|constituid[ao]|nacio|instituy(?:o|eron))"
# "¿Con qué decreto se creó la Oficina?", "¿qué resolución creó la Unidad?", "decreto que creó la mesa".
_WHICH_CREATED = re.compile(
    rf"\b(?:{_BODIES})\b (?:[a-z]+ ){{0,4}}?{_CREATED}\b (?:(?:en \w+|antes|despues|luego|primero|tambien|alli|ahi) )*(?:el|la|los|las)? ?(?P<thing>[a-z][^?.,;]*)"
)
_CREATES = re.compile(rf"\b{_CREATED}\b")
# An act brings other things about too, which it is then said of: "elaboró un protocolo a través del Decreto", "protocolo
# establecido por Decreto".
_BROUGHT = r"elabor|establec|aprob|dict|formaliz|oficializ|instaur"
_BRINGS = re.compile(rf"\b(?:{_BROUGHT})(?:o|io|aron|ieron|a|e|an|en)\b(?P<what>(?: \w+){{1,5}})")
_BROUGHT_ABOUT = re.compile(rf"(?P<what>(?:\w+,? ){{1,4}})(?:fue |es |esta )?\b(?:{_BROUGHT})[ai]d[oa]s?\b")
# "…, creado a partir de la ley": by the one that the sentence before names.
_BY_THAT = re.compile(
    rf"\b(?:a partir de|por|mediante|en virtud de) (?:l[ao] |el |dich[ao] |est[ae] )?(?:{_BODIES})\b(?! ?n?\W?\d)"
)
# "¿Quién firma el prefacio por el Centro X?": for whom somebody signs or speaks.
_FOR_WHOM = re.compile(
    r"\bqui[eé]n(?:es)? (?:\w+ )?(?P<verb>firm|suscrib|represent|habl|asist|particip|expus|expon|salud)\w* [^?¿]*?"
    r"\b(?:por|en nombre de|en representaci[oó]n de|de parte de) (?:parte de )?(?:el |la |los |las |del )?(?P<who>[^?¿.,;]+?)\s*\??$",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\b(?:cuant[oa]s?|how many)\b")
_SO_MANY = re.compile(
    r"\b(?:cuant[oa]s|how many|que (?:proporcion|porcentaje|parte)|(?:n|nro|numero|cantidad) (?:de )?(?=[a-z]{4,}[oa]s\b))"
)
# "¿Cuánto paga un peruano en impuestos?": an amount of the people of a country.
_PAID_BY = re.compile(
    r"\b(?:cuanto|how much) (?:\w+ ){0,2}?(?:pag|gan|recib|aport|gast|tribut|cotiz|cuest|earn|receiv)\w*"
)
# "El ejemplo de una ciudad de Suecia", "alguna práctica en Canadá": whence something is sought.
_EXAMPLE_OF = re.compile(
    r"\b(?:ciudad|ejemplo|practica|caso|experiencia|municipio|muni|city|cities|example)(?:e?s)? (?:de|en|of|in|from) (?:los |las |el |la |the )?$"
)
# "La sección de marco normativo del índice": a part of a document by what it is called.
_SECTION = re.compile(
    r"\b(?:seccion|capitulo|apartado|acapite) (?:de |del |sobre |llamad[ao] |titulad[ao] )(?:el |la |los |las )?"
    r"(?P<name>[a-z]+(?: (?:(?:y|de|e) )?(?!del?\b|en\b|que\b|segun\b|se\b)[a-z]+)?)"
)
# "40 minutos para un grupo focal": what takes so long, named by a noun and its trait.
_TIMED = re.compile(
    r"\b(?:cuant[oa]s (?:minutos|horas|dias|semanas|meses)|cuanto (?:tiempo )?(?:dur|tom|demor|tard|llev)\w+|cuanto tiempo|duracion)\b(?:(?!\b(?:un|una|el|la|los|las|del)\b)[^?])*?"
    r"\b(?:un|una|el|la|los|las|del) (?P<noun>[a-z]{4,}) (?:(?:de|para|sobre) (?:(?:ser|el|la|los|las|un|una) )?)?(?P<trait>(?!puede|debe|tiene|hago|dura)[a-z]{5,})\b"
)


# "¿A cuántas personas tengo que entrevistar?": what is to be done to so many.
_HAS_TO = re.compile(
    r"\ba cuant[oa]s? [^?¿.;]*?\b(?:(?:tengo|tenemos|hay|tiene|tienen|habria) que|deb\w+|conviene|puedo|podemos) (?P<verb>[a-z]{4,}[aei]r)(?:l[oae]s?|nos|se)?\b"
)
# "¿Cada cuánto se reúne el equipo ejecutivo?": a body of which there are several, told apart by a trait.
_MEETS = re.compile(
    r"\b(?:cada cuanto|con que frecuencia|periodicidad|que tan seguido)\b[^?]*?\b(?:el|la|los|las|del) "
    r"(?P<noun>equipo|mesa|comite|comision|consejo|taller)s? (?:municipal(?:es)? )?(?P<trait>[a-z]{2,}(?:al|iv[oa]|[ai]d[oa]|ari[oa]|ic[oa]))\b"
)
_HOW_OFTEN = re.compile(
    r"\b(?:periodic|mensual|trimestral|semestral|semanal|quincenal|bimensual|bimestral|anual|diari|regular|frecuen|permanent)\w*|\b(?:cada|veces|una vez|segun (?:\w+ ){0,2}requerid[oa])\b"
)
# "¿Es obligatorio…?", "¿la muni está obligada a…?"; and how a text says that something has to be done, had better or may be.
_IS_A_DUTY = re.compile(
    r"\b(?:es|son|era|eran|sera|seran|seria) (?:de (?:uso |caracter )?)?(?:obligatori[oa]s?|obligacion|voluntari[oa]s?|opcional(?:es)?)\b|\b(?:esta|estan|estamos|estaran?) obligad[oa]s?\b"
    r"|\b(?:obliga|exige|mandata) la ley\b|\bla ley (?:me |nos |le |les |lo |los )?(?:obliga|exige|mandata)\b"
)
_OBLIGES = re.compile(
    r"\b(?:obliga\w*|obligatori\w+|voluntari[oa]s?|opcional\w*|deb(?:e|en|era|eran|eria|erian|iera|ieran)|exig\w+|requisitos?|requier\w+|minimo|ideal|recom[ie]+nd\w+|sug[ie]+r\w+|propon\w+|hay que|tiene que|no es necesari\w+|es necesari\w+|necesit\w+|puede ser necesari\w+)\b"
)
# "El número de la REX del convenio con el Museo": the act that approves what is agreed with somebody.
_ACT_WITH = re.compile(
    r"\b(?:rex|resolucion|decreto|oficio)\b[^?.;]*\b(?:convenio|acuerdo|alianza|memorandum)s? [^?.;,]{0,30}?\bcon (?:el |la |los |las )?(?P<party>(?:(?! (?:para|que|sobre|en|con|a) )[^?.;,:])+)"
)
SIGNED = 20
"""So many words has what somebody signs with, at most: a name and an office."""
_LIGHT = frozenset("hacer haber tener estar poner deber poder llevar durar".split())


class Particulars:
    """Compares what a question says of the thing that it asks of with what is told."""

    def __init__(
        self, known: Instituciones, lugares: Lugares, synonyms: Synonyms, names_act: Callable[[str], bool]
    ) -> None:
        """``names_act`` tells whether a text names an act by its number."""
        self.names_act = names_act
        self.known = known
        self.lugares = lugares
        self.synonyms = synonyms
        self.numbers = NumbersAsked(synonyms, self._peoples)
        self.names = NamesAsked(known, synonyms, lugares)

    def other(self, question: str, mended: str, leads: Sequence[str], texts: Callable[[], Sequence[str]]) -> bool:
        """Whether what leads is told of another thing than the one that is asked of.

        ``mended`` is the question without its slips, ``leads`` are the texts that are told first, without headings; ``texts``
        gives all that is told, with its headings, and is only asked where a question says such a thing.
        """
        line = fold(question)
        return (
            self._of_another_number(line, leads, texts)
            or self._held_another_time(line, leads, texts)
            or self._of_another_placed(line, leads)
            or counted_another_year(line, leads)
            or self._of_another_nation(question, leads)
            or self._in_no_item(line, texts)
            or self._by_no_act(line, texts)
            or self._in_no_section(fold(mended), texts)
            or self._for_another(question, leads)
            or self._of_no_country(line, texts)
            or self._of_uncounted_people(question, texts)
            or self._done_to_others(fold(mended), leads)
            or self._takes_another(fold(mended), texts)
            or self._another_meets(fold(mended), leads, texts)
            or self._of_no_duty(line, leads)
            or self._by_act_with_another(line, texts)
            or self._of_no_such_number(line, texts)
            or self.names.other(question, fold(mended), leads, texts)
            or any(self.numbers.other(one, leads, texts) for one in dict.fromkeys((line, fold(mended))))
        )

    @staticmethod
    def _of_another_number(line: str, leads: Sequence[str], texts: Callable[[], Sequence[str]]) -> bool:
        """Whether one of a row is asked of by its number, and what leads tells of others of that row by theirs.

        "Objetivo N° 4" is not "objetivo específico N° 4" that stands behind it.
        """
        asked = set(_numbered(line))
        if not asked:
            return False
        first = {one for text in leads for one in _numbered(fold(text))}
        told = {one for text in texts() for one in _numbered(fold(text))}
        return any(
            any(noun == other for other, _, _ in first)
            and not any((noun, number) == (other, its) for other, _, its in first)
            and (noun, trait, number) not in told
            for noun, trait, number in asked
        )

    def _of_another_nation(self, question: str, leads: Sequence[str]) -> bool:
        """Whether people of one country are asked of, and what leads names people of others and not these."""
        asked = self._peoples(_SAID_TO_BE.sub(" ", question))
        told = {people for text in leads for people in self._peoples(text)} if asked else set()
        named = {m.lugar.nombre for text in leads for m in self.lugares.find(text)} if told else set()
        return bool(told) and not asked & (told | named)

    def _of_no_country(self, line: str, texts: Callable[[], Sequence[str]]) -> bool:
        """Whether it is asked how many there are of or from some countries, or for an example from one, and nothing that is
        told names one of them."""
        counting = _SO_MANY.search(line)
        asked = self._countries(line[counting.start() :]) if counting is not None else set()
        places = (m for m in self.lugares.find(line) if m.lugar.clase == "pais" and m.lugar.nombre != CHILE)
        asked |= {m.lugar.nombre for m in places if not m.gentilicio and _EXAMPLE_OF.search(line[: m.start])}
        return bool(asked) and not any(asked & self._countries(text) for text in texts())

    def _of_uncounted_people(self, question: str, texts: Callable[[], Sequence[str]]) -> bool:
        """Whether it is asked how many people of some countries there are, and no sentence with a number names these."""
        line = fold(question)
        counting = _SO_MANY.search(line) or _PAID_BY.search(line)
        asked = self._peoples(question[counting.start() :]) if counting is not None else set()
        if not asked:
            return False
        told = (one for text in texts() for one in sentences(text) if holds_number(fold(one)))
        return not any(asked & self._countries(one) for one in told)

    @staticmethod
    def _held_another_time(line: str, leads: Sequence[str], texts: Callable[[], Sequence[str]]) -> bool:
        """Whether one of those held again and again is asked of, and what leads tells of another time."""
        asked = set(_held(line))
        if not asked:
            return False
        first = {one for text in leads for one in _held(fold(text))}
        told = {one for text in texts() for one in _held(fold(text))}
        return any(any(noun == other for other, _ in first) and (noun, which) not in told for noun, which in asked)

    def _of_another_placed(self, line: str, leads: Sequence[str]) -> bool:
        """Whether it is asked where an institution stands, and what leads names it not."""
        asked = _PLACED.search(line)
        name = self.known.canonical(asked["who"].strip(" ?.")) if asked is not None else None
        forms = self.known.by_name[name].formas if name is not None else ()
        return bool(forms) and not any(
            f" {fold(form)} " in f" {' '.join(words(fold(text)))} " for form in forms for text in leads
        )

    def _countries(self, text: str) -> set[str]:
        """The countries that a text names, or whose people it names."""
        found = {m.lugar.nombre for m in self.lugares.find(text) if m.lugar.clase == "pais"}
        return found - {CHILE}

    def _done_to_others(self, line: str, leads: Sequence[str]) -> bool:
        """Whether it is asked to how many something is to be done, and no sentence that leads with a number speaks of that."""
        asked = _HAS_TO.search(line)
        if asked is None or asked["verb"] in _LIGHT:
            return False
        said = {stem(asked["verb"]), *self.synonyms.expansion(asked["verb"])}
        told = (set(terms(one)) for text in leads for one in sentences(text) if holds_number(fold(one)))
        return not any(said & one for one in told)

    def _peoples(self, text: str) -> set[str]:
        """The countries whose people a text names."""
        found = (m.lugar.nombre for m in self.lugares.find(text) if m.gentilicio and m.lugar.clase == "pais")
        return {name for name in found if name != CHILE}

    def _in_no_item(self, line: str, texts: Callable[[], Sequence[str]]) -> bool:
        """Whether it is asked which item of a whole holds a matter of which nothing that speaks of such items has a word."""
        asked = _IN_WHICH.search(line)
        if asked is None:
            return False
        of_items = [text for text in texts() if stem(asked["item"]) in terms(text)]
        return not any(self._tells(asked["matter"], text) for text in of_items)

    def _in_no_section(self, line: str, texts: Callable[[], Sequence[str]]) -> bool:
        """Whether a section is asked of by a name of which some word stands in nothing that is told."""
        asked = _SECTION.search(line[line.rfind("¿") + 1 :])  # one named before is only where somebody reads or writes
        if asked is None:
            return False
        named = [word for word in words(asked["name"]) if word not in STOP_WORDS]
        held = {one for text in texts() for one in terms(text)}
        meant = ((word, self.synonyms.meaning(word) or word) for word in named)
        return not all(stem(word) in held or set(terms(other)) <= held for word, other in meant)

    def _tells(self, matter: str, text: str) -> bool:
        """Whether a text has a content word of a matter, or another that means it."""
        held = set(terms(text))
        named = [word for word in words(matter) if word not in STOP_WORDS]
        meant = [self.synonyms.meaning(one) or one for one in (matter, *named)]
        return not named or any(stem(word) in held for word in named) or any(set(terms(one)) <= held for one in meant)

    def _by_no_act(self, line: str, texts: Callable[[], Sequence[str]]) -> bool:
        """Whether it is asked by which act something was created, and no sentence that names an act tells that it did."""
        asked = _WHICH_CREATED.search(line)
        if asked is None:
            return False
        thing = next((word for word in words(asked["thing"]) if word not in STOP_WORDS), "")
        stems = {stem(thing), *self.synonyms.expansion(thing)} if thing else set()
        name = self.known.canonical(asked["thing"].strip())
        stems |= {one for form in self.known.by_name[name].formas for one in terms(form)} if name is not None else set()
        said = [fold(one) for text in texts() for one in sentences(text)]
        after = [one for before, one in pairwise(said) if self.names_act(before) and _BY_THAT.search(one)]
        told = [one for one in said if self.names_act(one)]
        creating = (one for one in (*told, *after) if _CREATES.search(one))
        about = (match["what"] for one in told for match in (*_BRINGS.finditer(one), *_BROUGHT_ABOUT.finditer(one)))
        return not any(not stems or stems & set(terms(one)) for one in creating) and not any(
            stems & set(terms(what)) for what in about
        )

    def _for_another(self, question: str, leads: Sequence[str]) -> bool:
        """Whether it is asked who signs or speaks for somebody whom what leads does not name."""
        asked = _FOR_WHOM.search(question.strip())
        if asked is None:
            return False
        name = self.known.canonical(asked["who"].strip())
        forms = self.known.by_name[name].formas if name is not None else (asked["who"],)
        signs = asked["verb"].lower() in ("firm", "suscrib")
        held = [set(terms(text)) for text in leads if not signs or len(words(text)) <= SIGNED]
        return not any(
            all({one, *self.synonyms.expansion(one)} & told for one in terms(form)) for form in forms for told in held
        )

    def counted_elsewhere(self, question: str, texts: Callable[[], Iterable[str]]) -> bool:
        """Whether it is asked how many there were in a comuna that nothing that is told of a practice names."""
        found = _COUNTED.search(fold(question))
        asking = question[found.start() :] if found is not None and len(fold(question)) == len(question) else ""
        asked = {
            mention.lugar.nombre
            for mention in self.lugares.find(asking)
            if mention.lugar.clase == "comuna" and fold(asking[: mention.start]).rstrip().endswith(" en")
        }
        return bool(asked) and not any(
            asked & {mention.lugar.nombre for mention in self.lugares.find(text)} for text in texts()
        )

    @staticmethod
    def _of_no_duty(line: str, leads: Sequence[str]) -> bool:
        """Whether it is asked if something has to be done, and what leads neither asks it of anybody nor leaves it to them."""
        asked = re.split(r"¿|\. ", line.rstrip(". "))[-1]  # "yo recuerdo que la ley obliga. ¿Qué artículo es?"
        return _IS_A_DUTY.search(asked) is not None and not any(_OBLIGES.search(fold(text)) for text in leads)

    def _by_act_with_another(self, line: str, texts: Callable[[], Sequence[str]]) -> bool:
        """Whether the act of an agreement with somebody is asked for, and no text that names an act names them."""
        asked = _ACT_WITH.search(line)
        if asked is None:
            return False
        name = self.known.canonical(asked["party"].strip())
        forms = self.known.by_name[name].formas if name is not None else (asked["party"],)
        held = [set(terms(text)) for text in texts() if self.names_act(text)]
        return bool(held) and not any(
            all({one, *self.synonyms.expansion(one)} & told for one in terms(form)) for form in forms for told in held
        )

    @staticmethod
    def _of_no_such_number(line: str, texts: Callable[[], Sequence[str]]) -> bool:
        """Whether one of a row is asked of by a number that is greater than how many there are: "el módulo 5", of four."""
        asked = list(_numbered(line))
        told = [fold(text) for text in texts()] if asked else []
        for noun, _, number in asked:
            rows = {many for text in told for many, of in counted_nouns(text) if of == noun}
            named = any((noun, number) == (other, its) for text in told for other, _, its in _numbered(text))
            if rows and max(rows) < number and not named:
                return True
        return False

    @staticmethod
    def _another_meets(line: str, leads: Sequence[str], texts: Callable[[], Sequence[str]]) -> bool:
        """Whether it is asked how often a body of several meets, and what leads names another, or this one only as an agent;
        or nothing that is told names it."""
        asked = _MEETS.search(line)
        if asked is None:
            return False
        noun, trait = asked["noun"], asked["trait"]
        told = " ".join(re.sub(rf"\bpor (?:el|la) {noun} {trait}\b", " ", fold(text)) for text in leads)
        named = set(re.findall(rf"\b{noun} (?:municipal )?([a-z]{{2,}}(?:al|iv[oa]|[ai]d[oa]|ari[oa]|ic[oa]))\b", told))
        told_of = [one for text in texts() for one in sentences(text)]
        if not any(stem(trait) in terms(one) for one in told_of):
            return True
        often = [one for one in told_of if _HOW_OFTEN.search(fold(one))]
        if often and not any(stem(noun) in terms(one) for one in often):
            return True  # what is told to be done so often is no meeting of such a body
        return bool(named) and stem(trait) not in {stem(one) for one in named} and stem(trait) not in terms(told)

    def _takes_another(self, line: str, texts: Callable[[], Sequence[str]]) -> bool:
        """Whether it is asked how long a thing of some sort takes, and that sort is told nowhere."""
        asked = _TIMED.search(line)
        if asked is None or asked["trait"] in STOP_WORDS:
            return False
        if any(self.lugares.lookup(name) for name in (asked["noun"], f"la {asked['noun']}", f"los {asked['noun']}")):
            return False  # "La Reina's session"
        if any(asked["trait"].rstrip("aos") in "".join(words(text)) for text in texts()):
            return False  # "semiestructurada", as two words
        trait = {stem(asked["trait"]), *self.synonyms.expansion(asked["trait"])}
        whole = set(terms(self.synonyms.meaning(f"{asked['noun']} {asked['trait']}") or ""))
        held = {one for text in texts() for one in terms(text)}
        return not trait & held and not (whole and whole <= held)


def _numbered(line: str) -> Iterator[tuple[str, str, int]]:
    """The members of rows that a folded line names by their numbers: ("objetiv", "especific", 3)."""
    for match in _NUMBERED.finditer(line):
        number = match["number"]
        value = (int(number), 1) if number.isdigit() else number_from_words([number])
        if value is not None:
            yield stem(match["noun"]), stem(match["trait"]) if match["trait"] else "", int(value[0])


def _held(line: str) -> Iterator[tuple[str, int]]:
    """What a folded line names of those held again and again, and which: ("encuentro", 2)."""
    for match in _HELD.finditer(line):
        digits = re.match(r"\d+", match["which"])
        yield match["noun"], int(digits.group()) if digits else _RANKS[match["which"][:4]]
