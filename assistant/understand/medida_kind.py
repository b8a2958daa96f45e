"""Which sort of question about medidas a line is: a list, a count, groups, a field, an eje; or none of an exact set."""

from __future__ import annotations

import re

from assistant.understand.asks import Ask
from assistant.understand.deadlines import OWED
from assistant.understand.medida_reading import NUMBERED, MedidaReading
from assistant.understand.plan import Plan
from assistant.understand.text import topic_stems
from assistant.understand.unnamed import Unnamed
from assistant.understand.whole_plan import WholePlan
from assistant.values import Agrupacion, Campo, Filtros, Grupo, Kind, Orden

# "Me dijeron que son 120 medidas, ¿cuántas tiene el plan?": a count that is told, and the question for it.
_TOLD_COUNT = re.compile(
    r"\b(\d+|cien|ciento \w+) medidas\b.*[¿,:;.?] ?¿?(?:(?:ahora|y|entonces),? )?(?:dime |indica |responde )?(?P<asked>cuant[oa]s\b[^¿,:;.]*)$"
)
_ONE = re.compile(r"\b(?:la|una|cual(?: es)?(?: la)?|que|esa|esta|alguna) medida\b(?!s)")
# "La medida de las expulsiones del eje de seguridad": one of that eje, by what it is of.
_THE_ONE_ON = re.compile(r"\b(?:la|esa|aquella|una) medida (?:del?|sobre|para|con|que)\b")
# "convenio con Justicia: número de medida"
_ITS_NUMBER = re.compile(r"\bnumero de (?:la )?medida\b")
_COUNTED = re.compile(
    r"\b(?:cuantas|que cantidad de|numero de|total de|cantidad de|how many) (?:\w+ ){0,2}?(?:medidas|measures|compromisos|acciones|hitos)\b"
)
DATED = (Orden.PRIMERO, Orden.ULTIMO, Orden.PROXIMO, Orden.FECHA)
# How many words describe a medida.
DESCRIBED = 2


class KindReader:
    """Tells the sorts of questions about one plan apart, from what was found in them."""

    def __init__(self, plan: Plan, unnamed: Unnamed) -> None:
        self.plan = plan
        self.unnamed = unnamed
        self.whole = WholePlan(plan)

    def kind(self, line: str, found: MedidaReading, filtros: Filtros, groups: Agrupacion | None) -> Kind:
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
        if not (of_plan or filtros.numeros) and self.unnamed.of_others(line):
            return Kind.PASAJE
        counts = ask.counts and (found.says_medidas or holders or bool(narrowing))
        # One medida that is named needs no counting: "la medida 81 comprometía…, ¿en cuántas se implementó?" counts others.
        one = len(filtros.numeros) == 1 and not filtros.sin_numeros
        if one and not (counts and (_COUNTED.search(line) or not found.topic)):
            return Kind.MEDIDA_CAMPO
        set_apart = of_plan or filtros.numeros or filtros.palabras or ask.counts or Campo.PLAZO in found.campos
        if not set_apart and self.unnamed.other_thing(line, cues):
            return Kind.PASAJE
        # "El eje 7, ¿qué porcentaje del total es, según las medidas de cada eje?": of one that is named there are no groups.
        if groups is not None and groups.por is Grupo.EJE and filtros.ejes and ask.percent:
            return Kind.MEDIDA_CONTEO
        loaded = ask.loaded and not self.elsewhere(line)
        if groups is not None and self._grouped(found, groups, of_plan or loaded):
            return Kind.MEDIDA_AGRUPADA
        if filtros.temas:
            return Kind.MEDIDA_CONTEO if ask.counts or ask.percent else Kind.MEDIDA_LISTA
        if self.of_the_whole(line, found):
            return Kind.MEDIDA_CONTEO
        if ask.percent and of_plan and narrowing:
            return Kind.MEDIDA_CONTEO
        told = _TOLD_COUNT.search(line)
        if told is not None and found.says_plan and not filtros and not self.topic(told["asked"]):
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
        if (
            filtros.ejes
            and not found.plural
            and _THE_ONE_ON.search(line)
            and any(map(self.plan.known_stem, found.topic))
        ):
            return Kind.PASAJE
        if filtros.ejes or filtros.sin_ejes:
            # "¿Qué medida del eje 5 sigue pendiente?": any of them may.
            several = found.plural or found.completion or cues.has("pide.listar", line)
            several = several or bool(narrowing.model_copy(update={"ejes": ()}))
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

    def without_asking(self, rest: str, filtros: Filtros) -> str:
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
        if self.elsewhere(line):
            return False
        holders = filtros.instituciones or filtros.junto_a or filtros.sin_instituciones
        return bool(
            self.unnamed.elliptic.match(line)
            or self.unnamed.among.search(line)
            or (holders and self.unnamed.assigned.search(line))
            or self.unnamed.only_named(rest, filtros, self.plan)
        )

    def elsewhere(self, line: str) -> bool:
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

    def of_the_whole(self, line: str, found: MedidaReading) -> bool:
        """Whether how far the plan as a whole has come is asked for: how many of its medidas are done, or how it goes."""
        if found.filtros.model_copy(update={"plazos": (), "sin_plazos": ()}):
            return False  # temas among them: "¿cuántas medidas de niñez están implementadas?" asks for a part
        line = OWED.sub(" ", line)
        done = found.completion
        # "En agosto de 2024 seguían en desarrollo": how things stood then, and no deadline.
        stood = done and Campo.PLAZO not in found.campos and found.progress
        which = (stood or not found.filtros.plazos) and self.whole.asks_which(line, found.rest, done=done)
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
        # "¿Cuántos ejes hay y cuáles son?": the ejes by themselves are the plan's; the guide's are those of somebody's own policy.
        of_plan = of_plan or (groups.por is Grupo.EJE and ask.distinct and not found.topic)
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

    def groups(self, line: str, ask: Ask, filtros: Filtros) -> Agrupacion | None:
        """The groups that a line speaks of, or the named ones that it compares."""
        if (ask.ranks or ask.each) and not ask.distinct:
            if len(filtros.instituciones) > 1:
                return Agrupacion(por=Grupo.INSTITUCION, entre=filtros.instituciones)
            if len(filtros.ejes) > 1:
                return Agrupacion(por=Grupo.EJE, entre=tuple(str(eje) for eje in filtros.ejes))
            years = {fechas.texto for fechas in filtros.plazos}
            if len(years) > 1 and all(text.isdigit() for text in years):
                return Agrupacion(por=Grupo.ANO, entre=tuple(sorted(years)))
        if ask.group is None or (ask.order in DATED and ask.group in (Grupo.INSTITUCION, Grupo.EJE)):
            return None  # "¿qué ministerio tiene la medida que vence al último?": the medida tells it
        prefix = ask.prefix if ask.group is Grupo.INSTITUCION else None
        return Agrupacion(
            por=ask.group, distintas=ask.distinct and not ask.ranks, prefijo=prefix, minimo=ask.least, maximo=ask.most
        )

    def topic(self, rest: str) -> tuple[str, ...]:
        """The stems of the words that say what a question is about, beyond the words that questions are made of."""
        return topic_stems(self.plan.cues, rest)
