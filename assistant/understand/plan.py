"""What reading a question must know of the plan that it asks about."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from assistant.select import deadline, term_runs
from assistant.understand.plan_name import PlanName
from assistant.understand.sharing import SharingReader
from corpus.analysis import STOP_WORDS, terms, words
from corpus.cues import Cues
from corpus.dates import MONTHS
from corpus.lexicon import Instituciones
from corpus.lugares import CHILE, Lugares
from corpus.records import Eje, Medida


@dataclass(frozen=True)
class Plan:
    """The medidas and ejes of one index, and the lexicon that questions about them are read with.

    ``cues`` are those of any question, ``asking`` those of questions about medidas alone.
    """

    medidas: Mapping[int, Medida]
    ejes: Mapping[int, Eje]
    known: Instituciones
    cues: Cues
    asking: Cues
    title: str = ""
    lugares: Lugares | None = None

    @cached_property
    def name(self) -> PlanName:
        """What the plan is called."""
        return PlanName(self.title, self.asking)

    @cached_property
    def highest(self) -> int:
        """The last number of a medida; 0 where there is no plan."""
        return max(self.medidas, default=0)

    @cached_property
    def institutions(self) -> tuple[str, ...]:
        """Every institution that is responsible for a medida."""
        return tuple(dict.fromkeys(name for medida in self.medidas.values() for name in medida.instituciones))

    @cached_property
    def sharing(self) -> SharingReader:
        """What reads who is responsible."""
        return SharingReader(self.cues, self.asking)

    @cached_property
    def runs(self) -> re.Pattern[str]:
        """When the plan itself is in force ("el plan rige desde 2024"): no deadline of any medida."""
        name, verb = self.asking.any_of("plan.nombre"), self.asking.any_of("plan.rige")
        return re.compile(
            rf"\b{name}(?: nacional)?(?: de migracion(?: y extranjeria)?| migratoria)? (?:que )?(?:solo |recien )?{verb}"
            r"(?: (?:a )?(?:partir|contar))?(?: (?:en|desde|de|del|el|hasta|para|a|al|ano))* (?P<year>20\d\d)\b(?!\s?[-–/]\s?\d)"
        )

    @cached_property
    def section(self) -> re.Pattern[str]:
        """A part of the plan by what it is about: "dentro de…", "en el área de…"."""
        return re.compile(
            rf"\b{self.asking.any_of('seccion.dentro')} (?:(?:de|del|sobre|la|el|los|las) ){{1,3}}(?P<body>[a-z][a-z ]+)"
        )

    @cached_property
    def of_medidas(self) -> re.Pattern[str]:
        """What medidas are said to be of: "medidas de gobernanza", "¿cuántas medidas son de integración?"; and what those of
        an institution, blanked, are said to be in: "medidas de         en gobernanza"."""
        said, part = self.asking.any_of("seccion.medidas"), self.asking.any_of("seccion.dentro")
        return re.compile(
            rf"(?<=\bmedidas) +(?:(?:{said}|de|del|en|sobre|a|al|por|la|el|lo|los|las|{part}) +)*(?P<body>[a-z][a-z ,]+)"
        )

    @cached_property
    def of_those(self) -> re.Pattern[str]:
        """What medidas that are not named again are said to be of: "¿cuáles pertenecen a gobernanza?"."""
        said = self.asking.any_of("seccion.medidas")
        return re.compile(
            rf"\b(?:cuales|cuantas) (?:de (?:ellas|esas|estas) )?(?:{said} )+(?:(?:de|del|en|a|al|la|el|los|las) )*(?P<body>[a-z][a-z ,]+)"
        )

    @cached_property
    def _stems(self) -> frozenset[str]:
        return frozenset(one for medida in self.medidas.values() for run in term_runs(medida) for one in run)

    def asked_of(self, noun: str) -> str:
        """A noun, but where it names a field of a medida ("plazo"): then nothing."""
        fields = [group for group in self.cues.groups if group.startswith("campo.")]
        return "" if any(self.cues.has(group, noun) for group in fields) else noun

    def known_stem(self, stem: str) -> bool:
        """Whether the text or an indicator of any medida holds a stem."""
        return stem in self._stems

    def tells(self, stem: str) -> bool:
        """Whether a stem says of what some medidas are: it stands in one of them, or in the name of an eje."""
        return self.known_stem(stem) or any(stem in terms(eje.nombre.texto) for eje in self.ejes.values())

    @cached_property
    def abroad(self) -> tuple[str, ...]:
        """The other countries, or their people, that medidas name: as stems, in the medidas' own words."""
        found: list[str] = []
        for medida in self.medidas.values() if self.lugares else ():
            for text in (medida.texto.texto, *(hito.indicador.texto for hito in medida.hitos)):
                found += [
                    " ".join(terms(text[one.start : one.end]))
                    for one in (self.lugares.find(text) if self.lugares else ())
                    if one.lugar.clase == "pais" and one.lugar.nombre != CHILE
                ]
        return tuple(dict.fromkeys(filter(None, found)))

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The years that the plan has deadlines in, in order."""
        return tuple(sorted({deadline(hito).year for medida in self.medidas.values() for hito in medida.hitos}))

    @cached_property
    def period(self) -> tuple[int, int] | None:
        """The first and last year of the plan, as its title gives them; None where it gives none."""
        match = re.search(r"(20\d\d)\s?[-–]\s?(20\d\d)", self.title)
        return (int(match[1]), int(match[2])) if match else None

    @cached_property
    def year_names(self) -> frozenset[tuple[str, str]]:
        """Words that a medida puts right before a year ("matrícula 2023"): there the year is part of a name."""
        pairs: set[tuple[str, str]] = set()
        for medida in self.medidas.values():
            for text in (medida.texto.texto, *(hito.indicador.texto for hito in medida.hitos)):
                tokens = words(text)
                pairs |= {(one, year) for one, year in itertools.pairwise(tokens) if re.fullmatch(r"20\d\d", year)}
        return frozenset((one, year) for one, year in pairs if one not in STOP_WORDS and one not in MONTHS)
