"""What medidas are said to be about: "las medidas de capacitación", "para deportistas"."""

from __future__ import annotations

import re

from assistant.select import holds, select
from assistant.understand.plan import Plan
from assistant.understand.text import topic_stems
from assistant.understand.wording import as_words, asking_part, blank, phrase_after
from assistant.values import Filtros, Palabras
from corpus.analysis import terms, words
from corpus.numbers import number_from_words
from corpus.synonyms import Synonyms

MEDIDA = re.compile(r"\bmedidas?\b|\bmeasures?\b")
_ABOUT = re.compile(r"\b(?:medidas?|compromisos|acciones)\s(?:de|sobre|para|con|en)\s(?!accion\b)(?=\S)")
# "¿Cuáles de esas son de la Ruta…?": what they are of, by several words that some say so.
_ARE_OF = re.compile(
    r"\b(?:cuales|cuantas)(?: de (?:ell[ao]s|es[ao]s|est[ao]s))? (?:son|eran|serian|forman) (?:parte )?(?:del? )(?:l[ao]s? |el )?(?=\S)"
)
# "medidas de (Justicia) sobre capacitación", the institution blanked.
_OF_WHOM = re.compile(
    r"\bmedidas(?: \w+)? (?:(?:de|del|para|a cargo de) )?(?:(?:el|la|los|las) )? +(?:(?:que )?(?:son|hay|van|estan|tratan) )?(?:de|sobre|para|en)\s(?=\S)"
)
# "hay dos medidas sobre…": how many there are is known, only not which.
STATED = re.compile(r"\b(?:hay|son|existen|las|entre) (dos|tres|cuatro|cinco|[2-9]) medidas\b")
# "se dan por cumplidas cuando…": what follows is told by the indicator.
_PROVED = re.compile(
    r"\b(?:cumplid[ao]s?|lograd[ao]s?|hech[ao]s?|list[ao]s?|terminad[ao]s?|se cumplen?|se acreditan?|se prueban?|se demuestran?) "
    r"(?:(?:solo|recien|unicamente|simplemente) )?(?:cuando|si|con|al|una vez que|por|mediante|a traves de)\b"
)
# "La medida Apoya Mujer Migrante": by a name, with no word of what it is about.
_BY_NAME = re.compile(r"\bmedida (?:(?:de|del) (?:la |el )?)?(?P<name>(?!sobre|para|con|que|en)[a-z]{3,} .+)")
NAME = 3
# More words than these, apart from each other, say a topic in the user's own words.
MAX_WORDS = 3


class AboutReader:
    """Reads it against one plan, with the synonyms of the lexicon."""

    def __init__(self, plan: Plan, synonyms: Synonyms) -> None:
        self.plan = plan
        self.synonyms = synonyms

    def said(self, line: str, rest: str, filtros: Filtros) -> tuple[Palabras, ...]:
        """What the medidas are said to be about ("de capacitación", "para deportistas"), where some, and not all, say so."""
        proved = self._proved(line)
        if proved:
            return proved
        rest = asking_part(line, rest)
        cue = _OF_WHOM.search(rest) or _ABOUT.search(rest) or self._about_cue(rest) or self._named_as(rest)
        if cue is None or re.match(r"\s*que (?!l[ao]s? que\b)", rest[cue.end() :]):
            return ()  # "para que las mujeres aprendan…": what is to come about, and no words
        said = phrase_after(rest, cue.end())
        phrase = phrase_after(self.plan.cues.strip("generico.palabras", said), 0)
        whole = as_words(phrase)
        if whole is None or self._goes_on(rest, cue.end(), said):
            return ()
        found = select(self.plan.medidas, filtros, self.plan.known)
        stated = STATED.search(line)
        number = number_of(stated) if stated else None
        either = zip(*(form.split() for form in (whole.formas[0], whole.formas[-1])), strict=True)
        whole = self._with_synonyms(whole, phrase)
        singles = tuple(Palabras(texto=one[0], formas=tuple(dict.fromkeys(one))) for one in dict.fromkeys(either))
        for sought in ((whole,), singles if len(singles) <= MAX_WORDS else ()):
            holding = [medida for medida in found if all(holds(medida, one) for one in sought)]
            if sought and holding and len(holding) < len(found) and len(holding) == (number or len(holding)):
                return sought
        # A word of the plan that none of an institution's medidas says: they are not all told as being about it.
        own = filtros.instituciones and len(singles) == 1 and not number and not filtros.plazos
        elsewhere = any(holds(medida, whole) for medida in self.plan.medidas.values())
        return (whole,) if own and elsewhere and not any(holds(medida, whole) for medida in found) else ()

    def named_by(self, rest: str) -> bool:
        """Whether a line goes on from "medida" with a run of words that only some of them say so: a name, and no matter."""
        named = _BY_NAME.search(rest)
        words_ = as_words(phrase_after(rest, named.start("name"))) if named is not None else None
        if words_ is None or len(words_.formas[0].split()) < NAME:
            return False
        return any(holds(medida, words_) for medida in self.plan.medidas.values())

    def _proved(self, line: str) -> tuple[Palabras, ...]:
        """What has to come about for medidas to count as done, in the words of some of their indicators."""
        cue = _PROVED.search(line)
        clause = re.split(r"[?;:.,]", line[cue.end() :], maxsplit=1)[0] if cue else ""
        told = {
            stem
            for medida in self.plan.medidas.values()
            for hito in medida.hitos
            for stem in terms(hito.indicador.texto)
        }
        stems = [stem for stem in dict.fromkeys(topic_stems(self.plan.cues, clause)) if stem in told]
        typed = {stem: word for word in words(clause) for stem in terms(word)}
        sought = tuple(Palabras(texto=typed.get(stem, stem), formas=(stem,)) for stem in stems[-MAX_WORDS:])
        held = any(all(holds(medida, one) for one in sought) for medida in self.plan.medidas.values())
        return sought if held else ()

    def _about_cue(self, rest: str) -> re.Match[str] | None:
        """Where a line says what the medidas are about: after they are named, if anywhere."""
        named = MEDIDA.search(rest)
        if named is None:
            return self.plan.cues.find("pide.sobre", rest)
        first = self.plan.cues.find("pide.sobre", rest)
        opens = first is not None and not words(rest[: first.start()])
        return first if opens else self.plan.cues.find("pide.sobre", blank(rest, 0, named.end()))

    def _named_as(self, rest: str) -> re.Match[str] | None:
        """Where a line says of which thing medidas are, by a name of several words that some of them say: "de la Ruta de la
        Empleabilidad"; one word is a matter."""
        cue = _ARE_OF.search(rest)
        name = as_words(phrase_after(rest, cue.end())) if cue is not None else None
        if name is None or len(name.formas[0].split()) < 2:
            return None
        return cue if any(holds(one, name) for one in self.plan.medidas.values()) else None

    def _goes_on(self, rest: str, at: int, said: str) -> bool:
        """Whether the clause goes on to say more of the topic than was read ("para que las mujeres no queden fuera de…")."""
        end = rest.find(said, at) + len(said)
        clause = re.split(r"[?;:.]|, ", rest[end:], maxsplit=1)[0]
        return any(self.plan.known_stem(stem) for stem in topic_stems(self.plan.cues, clause))

    def _with_synonyms(self, words: Palabras, phrase: str) -> Palabras:
        """The words and the documents' own for them, where the lexicon knows what they mean; these alone where no medida says
        the words themselves, for they are what is told that it says."""
        concept = self.synonyms.meaning(phrase)
        own = as_words(concept) if concept else None
        if own is None:
            return words
        if not any(holds(medida, words) for medida in self.plan.medidas.values()):
            return own
        return words.model_copy(update={"formas": tuple(dict.fromkeys((*words.formas, *own.formas)))})


def number_of(stated: re.Match[str]) -> int:
    """How many medidas a line says there are."""
    read = number_from_words([stated[1]])
    return int(read[0]) if read else 0
