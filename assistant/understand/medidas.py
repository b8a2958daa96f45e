"""Reading a question about medidas: which ones it means, what of them, and what is to be done with them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import lru_cache

from assistant.select import is_of
from assistant.understand.about import MEDIDA, STATED, AboutReader
from assistant.understand.asks import AskReader
from assistant.understand.deadlines import OWED
from assistant.understand.ejes import AT_END, SET_OFF
from assistant.understand.filters import from_day, most_shared, read_filters
from assistant.understand.holders import of_institutions
from assistant.understand.medida_kind import KindReader
from assistant.understand.medida_reading import MedidaReading
from assistant.understand.plan import Plan
from assistant.understand.relative import from_named_year
from assistant.understand.temas import Temas
from assistant.understand.unnamed import Unnamed
from assistant.understand.wording import asking_part, from_medidas_on
from assistant.values import Campo, Filtros, Grupo, Kind, Orden, Tema
from corpus.analysis import STOP_WORDS, fold, terms, words
from corpus.synonyms import Synonyms

# "las de junio digo": said of what was just said.
_I_MEAN = re.compile(r",? digo(?= ?\W*$)")
_PLURAL = re.compile(r"\bmedidas\b|\bcada medida\b|\bmeasures\b|\bcompromisos\b|\bacciones\b|\btareas\b")
# "Esa medida", "la medida en el plan": one that nothing names.
_THAT_ONE = re.compile(
    r"\b(?:de |en |por |a )?(?:la|esa|dicha|esta|aquella|la misma) medida\b|\b(?:en|de|del|segun) (?:el )?plan(?: nacional)?\b"
)
# Fields of several, of which all may be meant: "¿qué plazos hay?".
_FIELDS = re.compile(r"\b(?:plazos|indicadores|responsables|instituciones|fechas|textos|ejes|medidas|cada)\b")
# "medida sobre arriendo: plazo": one medida, and what of it.
_TELEGRAM = re.compile(r"^\W*medida (?:de|del|sobre|para)\b")
# "el eje de los desastres": one eje in own words, and not all that the plan has on that.
_ONE_EJE = re.compile(r"\bejes? (?:ese |que )?(?:de|del|sobre)\b")
# What is to be done is told by the plan alone.
_OF_PLAN = re.compile(r"\bcompromisos\b|\bthe (?:national )?plan\b|\b(?:se va|van) a hacer\b|\bse hara[n]?\b|\bharan\b")
# "¿Cuántas expulsiones van a hacer el 2027?" counts those, and no medidas on them.
_COUNTS_OTHERS = re.compile(
    r"\bcuant[oa]s (?!(?:medidas|acciones|compromisos|cosas|iniciativas|tareas|actividades|proyectos)\b)\w{4,}s\b(?: \w+){0,3}? (?:(?:se va|van) a hacer|se haran?|haran)\b"
)


# "¿Qué medida crea un sistema para que se informe lo cumplido?": what it is for, and not how far it has come.
FOR_WHAT = re.compile(
    r"\b(?:para|con|en) (?:que|el cual|la cual|donde|poder)?(?: \w+){0,4}? ?(?:inform|report|declar|registr|anot|rind|rend|monitor|segui|vigil|control|med)\w*"
    r"(?: \w+){0,4}? (?:avances?|cumplid\w+|cumplimiento|implementad\w+|ejecutad\w+|progreso)\b"
)


class MedidaReader:
    """Reads folded lines against one plan; ``today`` is injected."""

    def __init__(self, plan: Plan, synonyms: Synonyms, temas: Temas, today: Callable[[], date]) -> None:
        self.plan = plan
        self.temas = temas
        self.asks = AskReader(plan.asking)
        self.unnamed = Unnamed(plan.asking)
        self.kinds = KindReader(plan, self.unnamed)
        self.about = AboutReader(plan, synonyms)
        self.today = today

    def read(self, line: str, question: str) -> MedidaReading:
        """What a folded line asks for by itself; ``question`` is the same as it was typed."""
        return self._read(line, question, self.today())

    @lru_cache(maxsize=128)  # noqa: B019 - a reader lives as long as its index; a message is read alone and in its turn
    def _read(self, line: str, question: str, today: date) -> MedidaReading:
        cues, line = self.plan.cues, self.temas.plain(self.plan.name.plain(_I_MEAN.sub("", line)))
        line = from_named_year(line, [match.span("year") for match in self.plan.runs.finditer(line)])
        plural = _PLURAL.search(line) is not None
        reading = read_filters(line, question, self.plan, today, parts=self._parts(line))
        if plural and self.temas.in_it(reading.theme):  # a field of its own, though an eje is called by it too
            reading = read_filters(line, question, self.plan, today)
        topical = self.kinds.topic(self.kinds.without_asking(reading.rest, reading.filtros))
        if reading.theme and topical and not plural:
            # "Una charla de gestión migratoria" only happens to say what an eje is called.
            reading = read_filters(line, question, self.plan, today, themes=False)
        filtros, rest = reading.filtros, reading.rest
        ask = self.asks.asked(line)
        if ask.order is Orden.PROXIMO and (onward := from_day(filtros)) is not None:
            filtros, ask = (
                onward,
                replace(ask, order=Orden.PRIMERO),
            )  # "la próxima que vence al 1 de septiembre de 2024"
        since = cues.has("pide.desde", line)
        fielded = cues.strip("pide.desde", line)
        campos = tuple(campo for campo in Campo if cues.has(f"campo.{campo.value}", fielded))
        owed = self.unnamed.owed.search(line) if filtros.plazos else None
        topic = self.kinds.topic(self.kinds.without_asking(rest, filtros))
        done = OWED.sub(" ", cues.strip("campo.indicador", line))  # "¿con qué se da por cumplida?" asks for no progress
        done = done.replace(reading.theme, " ") if reading.theme else done  # nor does "en desarrollo económico"
        done = FOR_WHAT.sub(" ", done)
        products = any(cues.has("pide.productos", one.texto) for one in filtros.palabras) and not MEDIDA.search(line)
        found = MedidaReading(
            kind=Kind.PASAJE,
            filtros=filtros,
            rest=re.sub(r"\s+", " ", rest).strip(),
            ask=ask,
            campos=campos,
            agrupar=None,
            says_medidas=MEDIDA.search(line) is not None,
            plural=plural or (owed is not None and not topic) or products,
            says_plan=cues.has("pide.plan", line),
            progress=since or cues.has("pide.avance", from_medidas_on(done)),
            completion=cues.has("pide.cumplimiento", done),
            topic=topic,
        )
        temas = self._fields(line, question, rest, found)
        eje = self._eje_of(temas)
        if eje is not None and not filtros.ejes:
            filtros = filtros.model_copy(update={"ejes": (eje,)})
            found = replace(found, filtros=filtros, topic=())
        elif temas:
            filtros = filtros.model_copy(update={"temas": temas})
            found = replace(found, filtros=filtros, topic=())
        elif (
            (found.plural or ask.counts or self.unnamed.elliptic.match(line))
            and not filtros.palabras
            and not filtros.numeros
        ):
            words = self.about.said(line, rest, filtros)
            if words:
                filtros = filtros.model_copy(update={"palabras": words})
        filtros = most_shared(line, filtros, self.plan)
        groups = self.kinds.groups(line, ask, filtros)
        kind = self.kinds.kind(line, found, filtros, groups)
        if kind in (Kind.PASAJE, Kind.MEDIDA_CAMPO, Kind.EJE):
            filtros = found.filtros
        if kind is Kind.MEDIDA_CONTEO and self.kinds.of_the_whole(line, found):
            filtros, found = Filtros(), replace(found, completion=True)
        if kind is Kind.MEDIDA_AGRUPADA and groups is not None and groups.por is Grupo.INSTITUCION:
            groups, filtros = of_institutions(groups, filtros, ask, line)
        return MedidaReading(
            **{
                **found.__dict__,
                "kind": kind,
                "filtros": filtros,
                "agrupar": groups if kind is Kind.MEDIDA_AGRUPADA else None,
            }
        )

    def _parts(self, line: str) -> tuple[re.Pattern[str], ...]:
        """What sets off the part of a line that may name an eje: "en gobernanza, ¿qué…?", "¿cuántas medidas son de…?"."""
        if _PLURAL.search(line):
            return (self.plan.of_medidas,)
        return (SET_OFF, self.plan.section, self.plan.of_those, AT_END) if self.unnamed.asks(line) else ()

    def _fields(self, line: str, question: str, rest: str, found: MedidaReading) -> tuple[Tema, ...]:
        """The whole fields of the plan that a line asks about; none where it tells words, numbers or progress apart."""
        filtros = found.filtros
        told = filtros.palabras or filtros.sin_palabras or filtros.numeros or filtros.entre
        others = self.kinds.elsewhere(line)
        of_plan = found.says_plan or found.says_medidas or self._of_plan(line, question)
        one = _ONE_EJE.search(line) or (found.campos and _TELEGRAM.match(line))
        if not found.plural and self.about.named_by(rest):
            return ()
        if told or others or (found.progress and not found.completion) or not of_plan or STATED.search(line) or one:
            return ()
        temas = self.temas.asked(line, self.kinds.without_asking(asking_part(line, rest), filtros), self.plan.cues)
        names = [set(terms(self.plan.ejes[n].nombre.texto)) for n in filtros.ejes if n in self.plan.ejes]
        temas = tuple(
            t for t in temas if not any(name.issuperset(terms(t.nombre)) for name in names)
        )  # "eje 5 (fronteras)"
        both = self.temas.of_both(temas, line)
        return both if both and self._held(both) else temas if self._held(temas) else ()

    @staticmethod
    def _of_plan(line: str, question: str) -> bool:
        """Whether a line asks for what only the plan tells: what is to be done, and not how many of another thing."""
        said = f"{line} {fold(question)}"
        return _OF_PLAN.search(said) is not None and _COUNTS_OTHERS.search(said) is None

    def _eje_of(self, temas: tuple[Tema, ...]) -> int | None:
        """The one eje that several fields named side by side are the name of: "seguridad y fronteras"."""
        said = [{stem for tema in (one, *one.ademas) for stem in terms(tema.nombre)} for one in temas]
        named = [n for n, eje in self.plan.ejes.items() if all(one <= set(terms(eje.nombre.texto)) for one in said)]
        return named[0] if len(temas) > 1 and len(named) == 1 else None

    def _held(self, temas: tuple[Tema, ...]) -> bool:
        """Whether each field has a medida."""
        return all(any(is_of(m, tema, self.plan.known) for m in self.plan.medidas.values()) for tema in temas)

    def asks_of_unnamed(self, line: str) -> bool:
        """Whether a line asks for a field of one medida that it only points to: "¿cuál es el plazo de esa medida en el plan?"."""
        left = _THAT_ONE.sub(" ", line)
        if not self.names_only_fields(left) or _FIELDS.search(line) is not None:
            return False
        for campo in Campo:
            left = self.plan.cues.strip(f"campo.{campo.value}", left)
        return all(word in STOP_WORDS for word in words(left))

    def names_only_fields(self, line: str) -> bool:
        """Whether a line asks for a field of a medida and names neither one nor anything else."""
        line = re.sub(r"\b(?:entonces|ahora|exactamente|finalmente)\b|\bel plan\b", " ", line)
        fields = any(self.plan.cues.has(f"campo.{campo.value}", line) for campo in Campo)
        return fields and MEDIDA.search(line) is None and not self.kinds.topic(line) and not re.search(r"\d", line)
