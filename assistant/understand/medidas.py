"""Reading a question about medidas: which ones it means, what of them, and what is to be done with them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from assistant.select import is_of
from assistant.understand.about import STATED, AboutReader
from assistant.understand.asks import Ask, AskReader
from assistant.understand.ejes import AT_END, SET_OFF
from assistant.understand.filters import from_day, most_shared, read_filters
from assistant.understand.holders import of_institutions
from assistant.understand.plan import Plan
from assistant.understand.relative import from_named_year
from assistant.understand.temas import Temas
from assistant.understand.text import topic_stems
from assistant.understand.unnamed import Unnamed
from assistant.understand.whole_plan import WholePlan
from assistant.understand.wording import asking_part, from_medidas_on
from assistant.values import Agrupacion, Campo, Filtros, Grupo, Kind, Orden, Tema
from corpus.analysis import fold, terms
from corpus.synonyms import Synonyms

# "las de junio digo": said of what was just said.
_I_MEAN = re.compile(r",? digo(?= ?\W*$)")
_SINGULAR = re.compile(r"\bmedidas?\b|\bmeasures?\b")
_PLURAL = re.compile(r"\bmedidas\b|\bcada medida\b|\bmeasures\b|\bcompromisos\b|\bacciones\b|\btareas\b")
# "Me dijeron que son 120 medidas, ¿cuántas tiene el plan?": a count that is told, and the question for it.
_TOLD_COUNT = re.compile(
    r"\b(\d+|cien|ciento \w+) medidas\b.*[¿,:;.?] ?¿?(?:(?:ahora|y|entonces),? )?(?:dime |indica |responde )?(?P<asked>cuant[oa]s\b[^¿,:;.]*)$"
)
_ONE = re.compile(r"\b(?:la|una|cual(?: es)?(?: la)?|que|esa|esta|alguna) medida\b(?!s)")
# "convenio con Justicia: número de medida"
_ITS_NUMBER = re.compile(r"\bnumero de (?:la )?medida\b")
_COUNTED = re.compile(
    r"\b(?:cuantas|que cantidad de|numero de|total de|cantidad de|how many) (?:\w+ ){0,2}?(?:medidas|measures|compromisos|acciones|hitos)\b"
)
# "medida sobre arriendo: plazo": one medida, and what of it.
_TELEGRAM = re.compile(r"^\W*medida (?:de|del|sobre|para)\b")
# "el eje de los desastres": one eje in own words, and not all that the plan has on that.
_ONE_EJE = re.compile(r"\bejes? (?:ese |que )?(?:de|del|sobre)\b")
DATED = (Orden.PRIMERO, Orden.ULTIMO, Orden.PROXIMO, Orden.FECHA)
# What is to be done is told by the plan alone.
_OF_PLAN = re.compile(r"\bcompromisos\b|\bthe (?:national )?plan\b|\b(?:se va|van) a hacer\b|\bse hara[n]?\b|\bharan\b")
# How many words describe a medida.
DESCRIBED = 2
NUMBERED = (Orden.PRIMERAS, Orden.ULTIMAS)


@dataclass(frozen=True)
class MedidaReading:
    """What a line asks of medidas; ``kind`` is PASAJE where it asks for no exact set."""

    kind: Kind
    filtros: Filtros
    rest: str
    ask: Ask
    campos: tuple[Campo, ...]
    agrupar: Agrupacion | None
    says_medidas: bool
    plural: bool
    says_plan: bool
    progress: bool
    completion: bool
    topic: tuple[str, ...]

    @property
    def orden(self) -> Orden | None:
        """The order that is asked for; a count needs none."""
        return None if self.kind is Kind.MEDIDA_CONTEO and self.ask.order not in NUMBERED else self.ask.order


class MedidaReader:
    """Reads folded lines against one plan; ``today`` is injected."""

    def __init__(self, plan: Plan, synonyms: Synonyms, temas: Temas, today: Callable[[], date]) -> None:
        self.plan = plan
        self.temas = temas
        self.asks = AskReader(plan.asking)
        self.unnamed = Unnamed(plan.asking)
        self.about = AboutReader(plan, synonyms)
        self.today = today
        self.whole = WholePlan(plan)

    def read(self, line: str, question: str) -> MedidaReading:
        """What a folded line asks for by itself; ``question`` is the same as it was typed."""
        cues, line = self.plan.cues, self.temas.plain(self.plan.name.plain(_I_MEAN.sub("", line)))
        line = from_named_year(line, [match.span("year") for match in self.plan.runs.finditer(line)])
        plural = _PLURAL.search(line) is not None
        reading = read_filters(line, question, self.plan, self.today(), parts=self._parts(line))
        if plural and self.temas.in_it(reading.theme):  # a field of its own, though an eje is called by it too
            reading = read_filters(line, question, self.plan, self.today())
        topical = self._topic(self._without_asking(reading.rest, reading.filtros))
        if reading.theme and topical and not plural:
            # "Una charla de gestión migratoria" only happens to say what an eje is called.
            reading = read_filters(line, question, self.plan, self.today(), themes=False)
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
        topic = self._topic(self._without_asking(rest, filtros))
        done = cues.strip("campo.indicador", line)  # "¿con qué se da por cumplida?" asks for no progress
        products = any(cues.has("pide.productos", one.texto) for one in filtros.palabras) and not _SINGULAR.search(line)
        found = MedidaReading(
            kind=Kind.PASAJE,
            filtros=filtros,
            rest=re.sub(r"\s+", " ", rest).strip(),
            ask=ask,
            campos=campos,
            agrupar=None,
            says_medidas=_SINGULAR.search(line) is not None,
            plural=plural or (owed is not None and not topic) or products,
            says_plan=cues.has("pide.plan", line),
            progress=since or cues.has("pide.avance", from_medidas_on(done)),
            completion=cues.has("pide.cumplimiento", done),
            topic=topic,
        )
        temas = self._fields(line, question, rest, found)
        if temas:
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
        groups = self._groups(line, ask, filtros)
        kind = self._kind(line, found, filtros, groups)
        if kind in (Kind.PASAJE, Kind.MEDIDA_CAMPO, Kind.EJE):
            filtros = found.filtros
        if kind is Kind.MEDIDA_CONTEO and self._of_the_whole(line, found):
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
        return (SET_OFF, self.plan.section, AT_END) if self.unnamed.asks(line) else ()

    def _fields(self, line: str, question: str, rest: str, found: MedidaReading) -> tuple[Tema, ...]:
        """The whole fields of the plan that a line asks about; none where it tells words, numbers or progress apart."""
        filtros = found.filtros
        told = filtros.palabras or filtros.sin_palabras or filtros.numeros or filtros.entre
        others = self._elsewhere(line)
        of_plan = found.says_plan or found.says_medidas or _OF_PLAN.search(f"{line} {fold(question)}")
        one = _ONE_EJE.search(line) or (found.campos and _TELEGRAM.match(line))
        if told or others or (found.progress and not found.completion) or not of_plan or STATED.search(line) or one:
            return ()
        temas = self.temas.asked(line, self._without_asking(asking_part(line, rest), filtros), self.plan.cues)
        names = [set(terms(self.plan.ejes[n].nombre.texto)) for n in filtros.ejes if n in self.plan.ejes]
        temas = tuple(
            t for t in temas if not any(name.issuperset(terms(t.nombre)) for name in names)
        )  # "eje 5 (fronteras)"
        both = self.temas.of_both(temas, line)
        return both if both and self._held(both) else temas if self._held(temas) else ()

    def _held(self, temas: tuple[Tema, ...]) -> bool:
        """Whether each field has a medida."""
        return all(any(is_of(m, tema, self.plan.known) for m in self.plan.medidas.values()) for tema in temas)

    def names_only_fields(self, line: str) -> bool:
        """Whether a line asks for a field of a medida and names neither one nor anything else."""
        line = re.sub(r"\b(?:entonces|ahora|exactamente|finalmente)\b|\bel plan\b", " ", line)
        fields = any(self.plan.cues.has(f"campo.{campo.value}", line) for campo in Campo)
        return fields and _SINGULAR.search(line) is None and not self._topic(line) and not re.search(r"\d", line)

    def _kind(self, line: str, found: MedidaReading, filtros: Filtros, groups: Agrupacion | None) -> Kind:
        """The sort of question, from what was found; PASAJE where no exact set is asked for."""
        cues, ask = self.plan.cues, found.ask
        owed = bool(filtros.plazos) and not found.topic and self.unnamed.owed.search(line) is not None
        of_plan = found.says_medidas or found.says_plan or owed or bool(filtros.ejes or filtros.sin_ejes)
        narrowing = filtros.model_copy(update={"numeros": (), "entre": ()})
        holders = bool(filtros.instituciones or filtros.junto_a or filtros.sin_instituciones)
        # "¿cuántas expulsiones hubo en 2024?": a date and another thing make no set of medidas.
        dated = narrowing == Filtros(plazos=filtros.plazos, sin_plazos=filtros.sin_plazos)
        elsewhere = found.topic or (found.progress and Campo.PLAZO not in found.campos)
        if dated and narrowing and elsewhere and not of_plan and Campo.PLAZO not in found.campos:
            return Kind.MEDIDA_CAMPO if filtros.numeros else Kind.PASAJE
        counts = ask.counts and (found.says_medidas or holders or bool(narrowing))
        # One medida that is named needs no counting: "la medida 81 comprometía…, ¿en cuántas se implementó?" counts others.
        one = len(filtros.numeros) == 1 and not filtros.sin_numeros
        if one and not (counts and (_COUNTED.search(line) or not found.topic)):
            return Kind.MEDIDA_CAMPO
        set_apart = of_plan or filtros.numeros or filtros.palabras or ask.counts or Campo.PLAZO in found.campos
        if not set_apart and self.unnamed.other_thing(line, cues):
            return Kind.PASAJE
        loaded = ask.loaded and not self._elsewhere(line)
        if groups is not None and self._grouped(found, groups, of_plan or loaded):
            return Kind.MEDIDA_AGRUPADA
        if filtros.temas:
            return Kind.MEDIDA_CONTEO if ask.counts or ask.percent else Kind.MEDIDA_LISTA
        if self._of_the_whole(line, found):
            return Kind.MEDIDA_CONTEO
        if ask.percent and of_plan and narrowing:
            return Kind.MEDIDA_CONTEO
        told = _TOLD_COUNT.search(line)
        if told is not None and found.says_plan and not filtros and not self._topic(told["asked"]):
            return Kind.MEDIDA_CONTEO
        if (
            counts
            and (narrowing or filtros.numeros or not found.topic)
            and not (found.progress and (found.topic or not narrowing))
        ):
            return Kind.MEDIDA_CONTEO
        if filtros.numeros:
            return (
                Kind.MEDIDA_LISTA
                if narrowing and (found.plural or cues.has("pide.listar", line))
                else Kind.MEDIDA_CAMPO
            )
        if (
            ask.order in DATED
            and (of_plan or self.unnamed.due.search(line))
            and not found.topic
            and (found.plural or found.says_plan or narrowing or self.unnamed.due.search(line))
        ):
            return Kind.MEDIDA_LISTA
        if (
            ask.order in NUMBERED
            and (found.plural or ask.top or re.search(r"\b(?:primera|ultima) medida\b", line))
            and (found.says_medidas or (ask.top and found.says_plan))
            and not found.topic
        ):
            return Kind.MEDIDA_LISTA
        if holders and self._of_one(line, found):
            return Kind.PASAJE
        elliptic = self.unnamed.elliptic.match(line) is not None
        if filtros.palabras and (found.plural or elliptic):
            return Kind.MEDIDA_LISTA
        if narrowing and not found.topic and not found.progress and self._unnamed(line, found.rest, filtros):
            return Kind.MEDIDA_LISTA
        if filtros.ejes or filtros.sin_ejes:
            several = found.plural or cues.has("pide.listar", line) or narrowing.model_copy(update={"ejes": ()})
            return Kind.MEDIDA_LISTA if several or filtros.sin_ejes else Kind.EJE
        # "una medida con fecha 31 de junio": of a day that does not exist there is no other to be told.
        if filtros.plazo_invalido is not None or (
            found.says_medidas and any(fechas.inexistente for fechas in filtros.plazos)
        ):
            return Kind.MEDIDA_LISTA
        if owed and narrowing:
            return Kind.MEDIDA_LISTA
        if found.plural and narrowing and (not found.progress or (holders and not found.topic)):
            return Kind.MEDIDA_LISTA
        # "indicador medida matrícula Mineduc", "medida convenio SERMIG-InvestChile": one described as in a telegram.
        known = any(map(self.plan.known_stem, found.topic))
        described = found.topic and (
            _ONE.search(line)
            or (found.says_medidas and not found.plural and (known or found.campos or _ITS_NUMBER.search(line)))
        )
        if holders and found.says_plan and cues.has("pide.medidas", line) and not described:
            return Kind.MEDIDA_LISTA
        if (
            holders
            and self.unnamed.own.search(line)
            and not found.topic
            and (cues.has("pide.medidas", line) or found.says_medidas)
        ):
            return Kind.MEDIDA_LISTA
        if narrowing and found.says_medidas and not found.topic and not found.progress:
            return Kind.MEDIDA_LISTA
        if narrowing and not found.topic and not found.progress and self._bare(line, filtros):
            return Kind.MEDIDA_LISTA
        if (
            found.plural
            and not found.topic
            and not narrowing
            and cues.has("pide.listar", line)
            and re.search(r"\btod[ao]s\b|\blist(?:a|e|o|ado|ar|ame|alas|amelas|emos)\b|\bcomplet[ao]\b|\b86\b", line)
            and not found.progress
        ):
            return Kind.MEDIDA_LISTA
        return Kind.PASAJE

    def _without_asking(self, rest: str, filtros: Filtros) -> str:
        """What is left of a line without the ways of asking for medidas unnamed that its filters make possible."""
        if filtros.plazos:
            rest = self.unnamed.owed.sub(" ", rest)
        if filtros.instituciones or filtros.junto_a or filtros.sin_instituciones:
            rest = self.unnamed.assigned.sub(" ", rest)
        if self.unnamed.only_named(rest, filtros, self.plan):
            return ""
        return self.unnamed.among.sub(" ", self.unnamed.introduced.sub(" ", rest)) if filtros else rest

    def _unnamed(self, line: str, rest: str, filtros: Filtros) -> bool:
        """Whether a line asks for a set of medidas without saying so, and names no other document to look in."""
        if self._elsewhere(line):
            return False
        holders = filtros.instituciones or filtros.junto_a or filtros.sin_instituciones
        return bool(
            self.unnamed.elliptic.match(line)
            or self.unnamed.among.search(line)
            or (holders and self.unnamed.assigned.search(line))
            or self.unnamed.only_named(rest, filtros, self.plan)
        )

    def _elsewhere(self, line: str) -> bool:
        """Whether a line names another document than the plan."""
        cues = self.plan.cues
        return any(cues.has(group, line) for group in cues.groups if group.startswith("documento."))

    def _of_one(self, line: str, found: MedidaReading) -> bool:
        """Whether a field is asked of one medida that is described ("entre las de Defensa, ¿qué plazo tiene la de…?").

        The institution that such a line names helps to tell which one it is; all that it has are not asked for.
        """
        described = len(found.topic) >= DESCRIBED and any(map(self.plan.known_stem, found.topic))
        return (
            described
            and self.unnamed.one_field.search(line) is not None
            and self.unnamed.all_of_them.search(line) is None
        )

    def _of_the_whole(self, line: str, found: MedidaReading) -> bool:
        """Whether how far the plan as a whole has come is asked for: how many of its medidas are done, or how it goes."""
        if found.filtros.model_copy(update={"plazos": (), "sin_plazos": ()}):
            return False  # temas among them: "¿cuántas medidas de niñez están implementadas?" asks for a part
        done = found.completion
        which = not found.filtros.plazos and self.whole.asks_which(line, found.rest, done=done)
        if found.says_medidas and ((found.ask.counts and done) or which):
            return True
        due = found.plural and bool(found.filtros.plazos)
        return found.says_plan and self.whole.asks_how(line, found.rest, dated=due)

    def _bare(self, line: str, filtros: Filtros) -> bool:
        """Whether a line without the word "medidas" still can ask for nothing else: who is responsible, and by when."""
        dated = bool(filtros.plazos or filtros.sin_plazos)
        due = self.plan.cues.has("campo.plazo", line)
        return bool((filtros.instituciones or filtros.sin_instituciones) and (dated or filtros.ejes or due)) or (
            dated
            and due
            and re.search(
                r"\b(?:que|cuales|cuantas|lo que)(?: \w+){0,3}? (?:se )?(?:venc|venz|cumpl)\w*|\b(?:plazos|vencimientos)\b"
                r"|^\W*(?:las (?:que (?:estan|estaban) )?)?(?:por vencer|vencidas|vigentes)\b|^\W*(?:plazo|vencimiento|fecha tope|tope|vence\w*)\b|\blista\w*",
                line,
            )
            is not None
        )

    def _grouped(self, found: MedidaReading, groups: Agrupacion, of_plan: bool) -> bool:
        """Whether groups of medidas are asked for, and not one group's name in passing ("qué ministerio…")."""
        ask = found.ask
        if found.progress and found.topic:
            return False
        of_plan = of_plan or (
            ask.with_whom and bool(found.filtros.instituciones) and found.filtros.min_instituciones > 1
        )
        of_plan = of_plan or (
            ask.distinct and bool(found.filtros.junto_a)
        )  # "¿qué ministerios comparten con el SERMIG?"
        dated = groups.por in (Grupo.FECHA, Grupo.MES, Grupo.ANO)
        # "¿en qué ejes está Justicia?": only medidas put an institution in one.
        of_plan = of_plan or (groups.por is Grupo.EJE and bool(found.filtros.instituciones))
        of_plan = of_plan or (dated and Campo.PLAZO in found.campos and (groups.por is Grupo.FECHA or not found.topic))
        if ask.order is Orden.FECHA:
            return False
        if groups.entre:
            return ask.ranks or ask.each
        if ask.distinct or ask.least is not None or ask.most is not None:
            return (
                of_plan
                and (not found.topic or found.plural)
                and not (ask.counts and not found.topic and not found.filtros)
            )
        if groups.por in (Grupo.FECHA, Grupo.ANO, Grupo.MES) and not ask.ranks and not ask.per:
            return False
        return of_plan and (found.plural or not found.topic) and (ask.ranks or ask.per or (ask.counts and ask.each))

    def _groups(self, line: str, ask: Ask, filtros: Filtros) -> Agrupacion | None:
        """The groups that a line speaks of, or the named ones that it compares."""
        if (ask.ranks or ask.each) and not ask.distinct:
            if len(filtros.instituciones) > 1:
                return Agrupacion(por=Grupo.INSTITUCION, entre=filtros.instituciones)
            if len(filtros.ejes) > 1:
                return Agrupacion(por=Grupo.EJE, entre=tuple(str(eje) for eje in filtros.ejes))
            years = {fechas.texto for fechas in filtros.plazos}
            if len(years) > 1 and all(text.isdigit() for text in years):
                return Agrupacion(por=Grupo.ANO, entre=tuple(sorted(years)))
        if ask.group is None:
            return None
        prefix = ask.prefix if ask.group is Grupo.INSTITUCION else None
        return Agrupacion(
            por=ask.group, distintas=ask.distinct and not ask.ranks, prefijo=prefix, minimo=ask.least, maximo=ask.most
        )

    def _topic(self, rest: str) -> tuple[str, ...]:
        """The stems of the words that say what a question is about, beyond the words that questions are made of."""
        return topic_stems(self.plan.cues, rest)
