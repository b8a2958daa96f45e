"""What is asked of that no record of an index has a word of: a town, a survey, a sort of thing, a field."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cached_property

from assistant.answer_type.told_of_it import reason_asked
from assistant.values import Campo, Query
from corpus.analysis import fold, terms, words
from corpus.cues import Cues
from corpus.lugares import Lugares
from corpus.records import Fuera
from corpus.store import Store
from corpus.synonyms import Synonyms

# "¿Qué se hace cuando la comunidad está…?" says in which case: behind another question word no day is asked.
_WHEN = re.compile(
    r"^(?:(?!\b(?:que|como|cual(?:es)?|quien(?:es)?|donde|cuant[oa]s?)\b).)*\bcuando\b|\bque fecha\b|\bplazo\b|\bwhen\b"
)
_CLAUSE = re.compile(r"[,;:¿?]|\.\s")
# "A full" is how, "a la mutual" is whom.
_COMPLEMENT = re.compile(
    r"\b(?:(?:de|en|por)(?: (?:las?|los|el))?|del|al|a (?:las?|los)|(?:of|in|on|from|by)(?: the)?) ([a-z]{4,})\b"
)
# "¿De qué campus…?", "¿con qué quórum…?": the sort of thing that is asked for; no verb ("¿de qué vendría…?") is one.
_SORT_ASKED = re.compile(
    r"(?<!\bantes )(?<!\bdespues )(?<!\bluego )\b(?:de|con|en|of|with|in|at) (?:que|cual(?:es)?|which|what) (?![a-z]*(?:rian?|mos|aban?|[ai]t[oa]s?)\b)([a-z]{4,})\b"
)
# "¿Qué viático corresponde…?": a noun, which a verb goes on with.
_NOUN_ASKED = re.compile(
    r"(?:^|[¿,;:.] ?)(?:y )?(?:que|cual) (?![a-z]*(?:rian?|mos|aban?|aron|ieron|ste)\b)([a-z]{4,}) "
    r"(?!(?:una?|para|sobre|como|entre|desde|durante|ante|est[aeo]|es[aeo]|otr[ao]|cada|tod[ao]|mism[ao]|dich[ao]|contra|ella|hasta)\b)"
    r"(?:se|les?|me|nos|hay|da|dan|es|son|fue|[a-z]{2,}(?:a|e|o|an|en|on|io))\b"
)
# "¿Cuál es la contraseña del aula…?": a field by its noun.
_FIELD_ASKED = re.compile(r"\bcual(?:es)? (?:es|era|fue|son) (?:el|la|los|las) ([a-z]{4,}) (?:de|del|para)\b")
# "¿Qué comuna trabaja con títeres?": with what somebody does what is looked for.
_WHO_DOES = re.compile(r"\bque (?:muni|comuna|ciudad|practica|programa|pais|experiencia|city|country)\w*\b")
_WITH = re.compile(
    r"\b(?:con|usando|mediante|a traves de|with|using) (?:el |la |los |las |un |una |unos |unas )?([a-z]{4,})\b"
)
# "La municipalidad de Chicago", "según la encuesta bicentenario": who does or says what is asked, by a name.
_TOWN = re.compile(
    r"\b(?:(?:municipalidad|municipio|muni|alcaldia|ayuntamiento|ciudad) de (?:la |el |los |las )?|city of )(?P<name>[a-z]{4,})\b"
)
_SURVEY = re.compile(
    r"\bsegun (?:la|el|una|un) (?:(?:encuesta|sondeo|barometro|ranking) |(?:informe|estudio|reporte|encuesta) (?:de la |del |de ))(?P<name>[a-z]{3,})\b"
)
# "Ankara's migration plan": a name with a capital that does not begin the question, and goes on in small letters.
_POSSESSOR = re.compile(r"(?<=[a-z] )(?P<name>[A-Z][a-z]{3,})['’]s (?=[a-z])")
_INFINITIVE = re.compile(r"\w{2,}[aei]r(?:l[aeo]s?|se|me|nos)?")


def asks_number(line: str, cues: Cues) -> bool:
    """Whether a folded line asks how many or how much; not where it asks why "la cantidad de solicitudes" went down."""
    return ("%" in line or cues.has("dato.numero", line)) and reason_asked(line) is None


class Unheard:
    """Finds what no record of one index has a word of, where that is what is asked for or of."""

    def __init__(self, store: Store, lugares: Lugares, cues: Cues, synonyms: Synonyms) -> None:
        self.store = store
        self.lugares = lugares
        self.cues = cues
        self.synonyms = synonyms

    @cached_property
    def _told(self) -> frozenset[str]:
        """The stems of all records that answer something, of the questions written for them and of what they are called."""
        records = {id: record for id, record in self.store.records.items() if not isinstance(record, Fuera)}
        called = {stem for record in records.values() for stem in terms(record.tipo)}
        return frozenset(called).union(*map(self.store.vocabulary.held, records))

    def of_the_unknown(self, line: str) -> bool:
        """Whether a number or a day is asked of what no record has a word of ("a cuántos ayudó en Tijuana"), a thing of such a
        sort, or who does something with that."""
        clauses = _CLAUSE.split(fold(line[max(line.find("¿"), 0) :]))  # "una pareja de Kiev que llegó cuando…" is told
        numbered = (one for one in clauses if asks_number(one, self.cues) or _WHEN.search(one))
        nouns_ = [noun for clause in numbered for noun in _COMPLEMENT.findall(clause)]
        nouns_ += [noun for clause in clauses if _WHO_DOES.search(clause) for noun in _WITH.findall(clause)]
        sorts = [one for kind in (_SORT_ASKED, _NOUN_ASKED, _FIELD_ASKED) for one in kind.findall(fold(line))]
        meant = self.synonyms.meant(line) if nouns_ or sorts else {}
        # What is asked for by its sort may stand in the questions that no document answers, and nowhere else.
        unheard = [noun for noun in sorts if not self._heard_of(noun, meant)]
        unknown = [noun for noun in nouns_ if self.unknown(noun, meant)]
        return any(not _INFINITIVE.fullmatch(noun) for noun in (*unknown, *unheard))

    def of_unknown_name(self, query: Query) -> bool:
        """Whether what a town, or a survey, does or says is asked, and no record that answers anything has a word of its name."""
        line = fold(query.texto)
        asking = line[max(line.find("¿"), 0) :]
        named = [match["name"] for match in (*_TOWN.finditer(asking), *_SURVEY.finditer(line))]
        possessors = [fold(match["name"]) for match in _POSSESSOR.finditer(query.pregunta)]
        named += [name for name in possessors if name in words(line)]  # what is no name is read in Spanish
        meant = self.synonyms.meant(line) if named else {}
        return any(not self.lugares.lookup(name) and not self._heard_of(name, meant) for name in named)

    def _heard_of(self, noun: str, meant: Collection[str]) -> bool:
        """Whether a folded noun is a field of a medida, of a record that answers something, or among what is ``meant``."""
        stems = terms(noun)
        field = any(self.cues.has(f"campo.{campo.value}", noun) for campo in Campo)
        return not stems or field or stems[0] in meant or stems[0] in self._told

    def unknown(self, noun: str, meant: Collection[str] = ()) -> bool:
        """Whether no record has a folded word, nor the lexicon what it means: ``meant`` are the stems that it knows."""
        stems = terms(noun)
        return bool(stems) and not self.store.vocabulary.knows(stems[0]) and stems[0] not in meant
