"""The words by which figures are asked for, from ``corpus/lexicon/cifras_preguntas.toml``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property, lru_cache
from pathlib import Path

from corpus.analysis import fold, terms
from corpus.cues import Cues, phrase_pattern
from corpus.synonyms import Synonyms

LEFT_OUT = " fuera de la region metropolitana "
_NUMBER_OF = re.compile(r"\bn(?:ro)?\.? (?:de )?(?=[a-z]{4})")
_CAPITAL = re.compile(r"\bmetropolitan|\brm\b")
# "Gasto x expulsión"; after a preposition or among names, X is a name ("en X", "instagram, facebook, x, youtube").
_BY = re.compile(
    r"(?<=[a-z]{3})(?<!\b(?:red|com|los|las|con|por)) x (?=(?!y\b|e\b|en\b|durante\b|tiene|twitter)(?:[a-z]{4,}|ano|mes|dia)\b)"
)
# "Qué tres regiones", "cuáles dos años": they are asked for by their noun, however many.
_SO_MANY = re.compile(r"(^|\b(?:que|cuales|las|los) )(?:dos|tres|cuatro|cinco|[2-5]) (?=[a-z])")
# "De los cursos…, ¿cuál tuvo más gente?": which of the courses.
_WHICH_OF_THEM = re.compile(
    r"(\b(?:de|entre) (?:tod[oa]s )?l[oa]s (cursos|temas|materias|contenidos|tipos|categorias|clases|indicadores|regiones|direcciones regionales|anos)\b"
    r"[^¿?]*?, ?¿?(?:(?:a|en|de|con) )?)cual(?:es)?\b"
)
# "Según la nacionalidad de cada uno": as "según nacionalidad"; "por la frontera" is where they went through.
_BY_ITS = re.compile(r"\b(segun(?= (?:el|la|los|las|sus?) )|por(?= sus? )) \w+ ")
# "El peso de la RM en el total" is its share; of "cada peso" that somebody receives it is none.
_WEIGHT = re.compile(r"(?<!cada )(?<!un )\bpeso (?=(?:de |del )?(?:la |el |los |las )?(?:\w+ ){1,4}en (?:el )?total\b)")
# "¿Cuánto costó, en promedio, cada…?": what stands between two commas only says how, and parts nothing.
_ASIDE = re.compile(r", ((?:en|como) (?:promedio|total|conjunto|media)|en suma|sumados|sumadas), ")
# "Acumuladas 2018-2024", "acumulado entre 2018 y 2024", "por año 2022-2025 y total acumulado", "las que van acumuladas": all of those years together;
# without them a backlog is meant.
_OVER_YEARS = re.compile(
    r"(?<=20\d\d y )(?:su |el |un )?(?:total )?acumulad[oa]s?(?=\W*$)|\b(?:en )?total(?:es)? acumulad[oa]s?\b|(?<=\bvan )acumulad[oa]s\b|"
    r"\bacumulado(?= (?:hasta (?:ahora|hoy|la fecha)|a la fecha)\b)|"
    r"\bacumulad[oa]s?(?=,? (?:entre|desde|del?|en|de los anos|en los anos|durante)? ?(?:el |los )?(?:anos? |periodo )?20\d\d"
    r" ?(?:-|–|/|y|al?|hasta) ?(?:el )?(?:ano )?20\d\d\b)"
)
_YEAR = re.compile(r"20\d\d")
FILE = "cifras_preguntas.toml"
REPORT = "documento.cuenta"
"""The names of the document that reports figures, in the cues of any question."""


def numbers_written_out(line: str) -> str:
    """A folded line with "n°" before a noun and "x" between two written in full; before a number it is that of a thing."""
    return _BY.sub(" por ", _NUMBER_OF.sub("numero de ", line))


class FigureWords:
    """Cues of operations and breakdowns, everyday words for the labels of tables, and abbreviations."""

    def __init__(self, cues: Cues, synonyms: Synonyms) -> None:
        self.cues = cues
        self.synonyms = synonyms

    @classmethod
    def load(cls, folder: Path, synonyms: Synonyms) -> FigureWords:
        """The words of a lexicon folder, beside the synonyms that search uses. Raises LexiconError."""
        names = {REPORT: Cues.load(folder).phrases(REPORT)}
        return cls(Cues({**Cues.load(folder, FILE).groups, **names}, FILE), synonyms)

    def has(self, group: str, line: str) -> bool:
        """Whether a folded line holds a cue of a group ("operacion.cambio")."""
        return self.cues.has(group, line)

    def denied(self, line: str) -> frozenset[str]:
        """The stems of what a folded line says it does not mean."""
        clauses = (match.group() for match in self._exclusion.finditer(line))
        return frozenset(terms(" ".join(clause for clause in clauses if not _CAPITAL.search(clause))))

    @lru_cache(maxsize=512)  # noqa: B019 - each reader of a line asks for it
    def without_denied(self, line: str) -> str:
        """A folded line without what it says it does not mean: "(no los operativos)", "sin contar los reingresos".

        A place left out stays: "sin contar la metropolitana" says which table is meant.
        """
        return self._exclusion.sub(lambda match: LEFT_OUT if _CAPITAL.search(match.group()) else " ", line)

    def without_source(self, line: str) -> str:
        """A folded line without what it says of where the figure is to be taken from: "según la cuenta pública,", "informa
        SERMIG". What it is to be taken from says nothing of what it counts."""
        return self._source.sub(" ", line).strip()

    @cached_property
    def _source(self) -> re.Pattern[str]:
        said = self.cues.any_of("fuente.dice")
        names = self.cues.any_of("fuente.quien", REPORT)
        named = rf"(?:(?:la|el|las|los) )?{names}(?: publica)?(?: participativa)?(?: del? (?:la |el )?{self.cues.any_of('fuente.quien')})?(?!\w)"
        according = rf"{self.cues.any_of('fuente.segun')} (?:lo que {said} )?{named}"
        return re.compile(
            rf"(?<!\w)(?:{according}|(?:que )?{said} {named}(?: que(?= ))?|{named} {said}(?!\w)(?: que(?= ))?),?"
        )

    def left_years(self, line: str) -> frozenset[int]:
        """The years that a folded line leaves out, and nothing but them: "sin contar 2025", "salvo el año 2023"."""
        return frozenset(int(year) for match in self._but_years.finditer(line) for year in _YEAR.findall(match.group()))

    @cached_property
    def _but_years(self) -> re.Pattern[str]:
        openers = "|".join(map(self.cues.any_of, ("excluye.comienzos", "lugar.fuera_de")))
        year = r"(?:(?:el|al|a|lo|los|del?|las) )*(?:anos? |(?:primer )?trimestre (?:del? )?)?20\d\d"
        return re.compile(rf"(?<!\w)(?:{openers})(?!\w) (?:{year}(?:,? (?:y|ni|o|e) |, ?)?)+(?=\W*(?:$|[,;?.)]|\w))")

    @cached_property
    def _exclusion(self) -> re.Pattern[str]:
        """A clause that excludes: from one of its openers, or a "no" in brackets, to the next stop; what is set off last, "sin
        los operativos"; or one that names a thing and says not to count it ("las de Santiago no las cuente").
        """
        openers = self.cues.any_of("excluye.comienzos")
        verbs = self.cues.any_of("excluye.verbos")
        works_out = self.cues.any_of("excluye.salvo")
        return re.compile(
            rf"\(\s*(?:no|sin|not)\b[^)]*\)|(?<=,) sin (?:l[ao]s?|el) [a-z]+(?: [a-z]+){{0,3}}(?=\W*$)|(?<!\w){openers}(?!\w)(?! {works_out}(?!\w))[^,;:.?¿]*|[^,;:.?¿]*\bno l[oa]s? {verbs}(?!\w)"
        )

    def every(self, group: str, line: str) -> list[re.Match[str]]:
        """Every cue of a group in a folded line, in order."""
        return list(self._patterns[group].finditer(line))

    def traits(self, line: str) -> frozenset[str]:
        """The stems of the words of a folded line that part what is counted: "rechazadas", "mujeres"."""
        names = (name for name in self.cues.groups if name.startswith("rasgo."))
        return frozenset(stem for name in names for match in self.every(name, line) for stem in terms(match.group()))

    @lru_cache(maxsize=512)  # noqa: B019 - asked of the same labels at each question
    def trait_names(self, line: str) -> frozenset[str]:
        """The traits that a folded line says: "rasgo.ninez"."""
        return frozenset(name for name in self.cues.groups if name.startswith("rasgo.") and self.has(name, line))

    def ending(self, group: str, line: str) -> re.Match[str] | None:
        """The cue of a group that a folded line ends with."""
        return next((match for match in self.every(group, line) if not line[match.end() :].strip()), None)

    @cached_property
    def _patterns(self) -> dict[str, re.Pattern[str]]:
        return {name: phrase_pattern(phrases) for name, phrases in self.cues.groups.items()}

    def breakdowns(self, line: str) -> tuple[str, ...]:
        """The breakdowns that a folded line asks for: "region", "sexo", "edad"…; so many of them are of them too ("qué tres
        regiones")."""
        line = _WHICH_OF_THEM.sub(r"\1que \2", _BY_ITS.sub(r"\1 ", _SO_MANY.sub(r"\1", line)))
        names = (name for name in self.cues.groups if name.startswith("desglose."))
        return tuple(name.split(".")[1] for name in names if self.has(name, line))

    def written_out(self, line: str) -> str:
        """A folded line with abbreviations written in full: "rt" → "residencias temporales"."""
        line = _WEIGHT.sub("porcentaje ", _ASIDE.sub(r" \1 ", numbers_written_out(line)))
        line = _OVER_YEARS.sub("en total", line)
        for full, pattern in self._spellings:
            line = pattern.sub(full, line)
        return re.sub(r"\s+", " ", line).strip()

    @cached_property
    def _spellings(self) -> tuple[tuple[str, re.Pattern[str]], ...]:
        entries = ((n.split(".", 1)[1], p) for n, p in self.cues.groups.items() if n.startswith("escritura."))
        return tuple((fold(full), phrase_pattern(phrases)) for full, phrases in entries)

    @cached_property
    def _equivalents(self) -> tuple[tuple[str, re.Pattern[str]], ...]:
        """For each word of a label, its stem and the pattern of the everyday words that stand for it."""
        return self._labelled("equivalentes.")

    @cached_property
    def _nearest(self) -> tuple[tuple[str, re.Pattern[str]], ...]:
        return self._labelled("cercanos.")

    def _labelled(self, section: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
        entries = ((n.split(".", 1)[1], p) for n, p in self.cues.groups.items() if n.startswith(section))
        return tuple((terms(label)[0], phrase_pattern(phrases)) for label, phrases in entries)

    def nearest(self, line: str) -> dict[str, frozenset[str]]:
        """The stems of words that no label says, each with the stems of labels that come nearest to them."""
        found: dict[str, set[str]] = {}
        for label, pattern in self._nearest:
            for match in pattern.finditer(line):
                for stem in terms(match.group()):
                    found.setdefault(stem, set()).add(label)
        return {stem: frozenset(meant) for stem, meant in found.items()}

    @lru_cache(maxsize=512)  # noqa: B019 - a question is asked by many for what its words stand for
    def meanings(self, line: str) -> Mapping[str, frozenset[str]]:
        """The stems of a folded line's words, each with the stems of the labels that it may stand for (itself too).

        A word of a phrase ("cabros chicos") stands for what the phrase stands for; the object of a verb that this
        says too ("pidieron refugio", "personas solicitantes de Refugio") not for those who do it.
        """
        found: dict[str, set[str]] = {stem: {stem} for stem in terms(line)}
        for label, pattern in self._equivalents:
            for match in pattern.finditer(line):
                for stem in terms(match.group()):
                    found.setdefault(stem, {stem}).add(label)
        for form, concept in self.synonyms.found(line):
            meant = set(terms(concept))
            if len(form) == 1:  # "el COSOC" is no other council
                meant = meant - self._sorts or meant
            head = set(terms(concept.split(" de ")[0]))
            for stem in form:
                if stem in found:
                    own = meant - head if stem in meant - head and "de" not in form else meant
                    # "Solicitudes de transparencia": what the form says too is said by that word alone.
                    found[stem].update(one for one in own if one == stem or one not in form)
        return {stem: frozenset(meant) for stem, meant in found.items()}

    @cached_property
    def _sorts(self) -> frozenset[str]:
        """The stems of words for the sort of a body or a text, which tell none from another: "consejo", "plan"."""
        return frozenset(stem for word in self.cues.phrases("clase.palabras") for stem in terms(word))

    def asked_for(self, line: str) -> frozenset[str]:
        """The stems of the nouns for what was asked for ("solicitudes"), where a word says what came of it: the outcome
        is counted then, and not what came in. None where both are: "solicitudes y otorgamientos".
        """
        if not self.has("desenlace.palabras", line) or self._and_outcome.search(line):
            return frozenset()
        return frozenset(stem for match in self.every("desenlace.pedidos", line) for stem in terms(match.group()))

    @cached_property
    def _and_outcome(self) -> re.Pattern[str]:
        """A word of an outcome that stands beside another thing that is counted too."""
        outcome = self.cues.any_of("desenlace.palabras")
        return re.compile(
            rf"(?<!\w)(?:y|e|o|vs|versus|contra|menos|and) (?:(?:cuant[oa]s|las|los|se|de|fueron|son|how many|were) )*{outcome}(?!\w)"
        )

    @lru_cache(maxsize=512)  # noqa: B019 - a question is asked by many for what it is about
    def content(self, line: str) -> tuple[str, ...]:
        """The stems of a folded line that say what a figure is about, without the words that questions are made of."""
        left = _SO_MANY.sub(r"\1", line)
        for group in self.cues.groups:
            if group.split(".")[0] in ("operacion", "generico", "desglose"):
                left = self.cues.strip(group, left)
        if not self.breakdowns(line):  # "organizaciones que encabezan migrantes": nothing is ranked, a label says it
            left += "".join(
                f" {cue.group()}" for cue in self.every("operacion.maximo", line) if self._labels(cue.group())
            )
        return tuple(stem for stem in dict.fromkeys(terms(left)) if not stem[0].isdigit())

    def _labels(self, cue: str) -> bool:
        """Whether a cue, word by word, is what some label is called by."""
        return any(pattern.fullmatch(cue) for _, pattern in self._equivalents)
