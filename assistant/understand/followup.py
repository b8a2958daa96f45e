"""Follow-ups: what a message means after the ones before it.

A short message that points back ("¿y su plazo?", "¿cuáles de esas son de 2025?", "¿y en Maule?") takes over what the
last turn was about; one that stands alone changes the subject.
"""

from __future__ import annotations

import re

from assistant.select import select, term_runs
from assistant.understand.among import (
    HOW_MANY_OF_IT,
    ITS_OWN,
    NEIGHBOURS,
    NOT_THOSE,
    OF_REST,
    ONE_OF,
    PLACE,
    REST,
    THE_NOUN,
    THOSE_INDEED,
    all_but,
    left_out_of,
    pointed_at,
)
from assistant.understand.corrected import alike, corrected
from assistant.understand.heard import ROWS, SETS, last_with_subject, set_told
from assistant.understand.narrowing import (
    apart_from_groups,
    as_shared,
    left_out,
    merged,
    narrowed,
    new_filters,
    of_several,
    opposed,
    whole,
    wider_than,
)
from assistant.understand.of_one import OfOneTold
from assistant.understand.openings import Openings
from assistant.understand.plan import Plan
from assistant.understand.text import topic_stems, topic_words
from assistant.values import Campo, Filtros, Kind, Query, Turn
from corpus.analysis import STOP_WORDS, terms, words

# "¿en cuáles…?", "¿con Salud hay alguna…?"
_OF_SOME = re.compile(
    r"^(?:(?:en|de|con|a|por|para) )?(?:cual|cuales|cuantas|cuanta|which|how many)\b"
    r"|^(?:(?:en|de|del|con|a|al|por|para) (?:\w+ ){1,6})?(?:hay|habra|existe|queda|tiene|es) (?:solo )?algunas?\b"
    r"|^(?:alguna|ninguna)\b"
)
_ANOTHER = re.compile(
    r"^(?:(?:hay|existe|que hay|algo|alguna|otra|una|tambien) )*"
    r"(?:(?:que )?(?:hable|habla|trate|trata|verse|diga|sea) (?:de|del|sobre)|que (?:mencione|aborde|menciona|aborda)|que se (?:refiera|refiere) al?"
    r"|para|sobre|acerca de|respecto de?l?|en (?:el caso|materia|cuanto)|con|de|del|la (?:de|del|que)) (?:(?:el|la|los|las|un|una) )?(?!eso|ellos|ellas|es[ao]s|que\b(?! (?:me|nos) ))[a-z]{3,}"
)
_PART_OF_PLAN = ("ejes", "sin_ejes", "entre", "numeros")
MAX_FIELDS = 10  # so many medidas are told field by field rather than grouped
# "¿Cuántas?", "¿cuáles son?", after groups: the same is told, with its numbers.
_BARE = re.compile(r"^(?:cuant[ao]s|cual(?:es)?)(?: son| tienen?| hay)?\W*$")


# "¿Cuándo vence el piloto?", "¿y la encuesta quién la ve?": a thing by its noun.
_THE_THING = re.compile(
    r"^(?:cuando|para cuando|quien|que (?:ministerio|institucion|plazo|indicador)|cual (?:es|era) (?:el|la) \w+|el \w+)\b(?: (?!que\b|de\b|del\b)\w+){0,3}?"
    r" (?:de )?(?:el|del|la) (?P<what>\w{5,}(?: (?:de |del |de la )?\w{4,}){0,2})\W*$"
    r"|^(?:el|la) (?P<first>\w{5,}),? ¿?(?=(?:para |pa )?cuando\b|quien\b)"
)
# "¿Y en el detalle cuántas vienen de verdad?": the same set, as the plan itself lists it.
_IN_DETAIL = re.compile(
    r"\b(?:en (?:el|la|las) (?:detalle|cuerpo|texto|listado|lista|paginas?)(?: (?:mismo|misma|del plan|del documento|del eje))?|de (?:verdad|hecho)|en (?:realidad|los hechos|el fondo)|realmente|efectivamente)(?!\w)"
)
_IN_ALL = re.compile(r"\ben total\b|\bcontando(?:la|las)\b|\bsumando(?:la|las)\b")


class FollowUps:
    """Reads what messages mean after the turns before them; ``openings`` says how they lean on those."""

    def __init__(self, plan: Plan, openings: Openings) -> None:
        self.plan = plan
        self.openings = openings
        self._has = plan.asking.has
        self.of_one = OfOneTold(plan, openings.without_opening)

    def continued(self, query: Query, line: str, turns: tuple[Turn, ...]) -> Query | None:
        """What a message that points back asks of the medidas of the last turn; None where it asks nothing of them."""
        last = last_with_subject(turns)
        if last is None or not (last.medidas or last.query.kind in SETS) or query.filtros.numeros:
            return None
        if query.documentos:
            return self._elsewhere(query, line, last)
        if self.of_one.of_its_progress(query, line, turns):
            filtros = Filtros(numeros=last.medidas)
            update = {"kind": Kind.MEDIDA_CAMPO, "filtros": filtros, "campos": (), "arrastre": _set(last.medidas)}
            update["avance"] = True
            return query.model_copy(update=update)
        if self.of_one.of_its_words(query, line, turns):
            update = {
                "kind": Kind.MEDIDA_CAMPO,
                "filtros": Filtros(numeros=last.medidas),
                "arrastre": _set(last.medidas),
            }
            return query.model_copy(update=update)
        start = self.openings.without_opening(line)
        carried = f"«{last.question}»"
        if self.openings.is_correction(line):
            like = alike(query, new_filters(query), last, self.plan, self.openings.without_opening(query.resto))
            if like is not None:
                return like
        none_told = last.query.kind in ROWS and last.query.filtros and not last.medidas
        if (last.query.kind is Kind.MEDIDA_AGRUPADA or none_told) and _BARE.match(start):
            return last.query.model_copy(update={"pregunta": query.pregunta, "arrastre": carried})
        shown = tuple(int(id.split(":")[1]) for id in last.record_ids if id.startswith("medida:")) or last.medidas
        place = PLACE.match(start)
        if len(shown) < 2 and place is not None and not place["that"]:
            # "la segunda", its deadline, "¿y la última?": still of the set before.
            shown = next((t.medidas for t in reversed(turns) if len(t.medidas) > 1 and t.query.kind in SETS), shown)
        pointed = pointed_at(start, last.medidas, shown, last.query, self.plan.highest)
        if pointed:
            update = {"kind": Kind.MEDIDA_CAMPO, "filtros": Filtros(numeros=pointed), "arrastre": carried}
            if (
                NEIGHBOURS.match(start) and last.query.kind is Kind.MEDIDA_CAMPO
            ):  # "¿y la siguiente?": the same of that one
                update["campos"] = query.campos or last.query.campos
            return query.model_copy(update=update)
        if REST.match(start) and (left := left_out(last, turns)):
            update = {"kind": Kind.MEDIDA_LISTA, "filtros": Filtros(entre=left), "arrastre": carried}
            return query.model_copy(update=update)
        if OF_REST.match(start) and query.campos and not new_filters(query) and (left := left_out(last, turns)):
            update = {"kind": Kind.MEDIDA_CAMPO, "filtros": Filtros(numeros=left), "orden": None, "arrastre": carried}
            return query.model_copy(update=update)
        if THOSE_INDEED.match(start) and last.query.kind in SETS and (those := left_out_of(last.query.filtros)):
            kind = Kind.MEDIDA_CONTEO if self._has("sigue.cuenta", start) else Kind.MEDIDA_LISTA
            return query.model_copy(update={"kind": kind, "filtros": those, "arrastre": carried})
        if NOT_THOSE.match(start) and (others := all_but(last.query.filtros, wider_than(last, turns))):
            kind = Kind.MEDIDA_CONTEO if self._has("sigue.cuenta", start) else Kind.MEDIDA_LISTA
            update = {"kind": kind, "filtros": others, "arrastre": carried}
            return query.model_copy(update=update)
        one = self._that_holds_it(query, start, last)
        if one is not None:
            update = {"kind": Kind.MEDIDA_CAMPO, "filtros": Filtros(numeros=(one,)), "arrastre": carried}
            return query.model_copy(update={**update, "orden": None, "agrupar": None})
        if self._describes_one_of(query, start, last):
            texto = self.openings.opening.sub("", start)
            update = {"kind": Kind.PASAJE, "texto": texto, "filtros": Filtros(entre=shown), "medidas": True}
            return query.model_copy(update={**update, "arrastre": _set(shown)})
        themed = last.query.filtros.palabras or last.query.filtros.temas
        if self.names_topic(query, start) and (last.query.kind is Kind.PASAJE or themed):
            return _another(query, start, carried)
        if not ITS_OWN.search(start) and self._goes_on_to_another(query, last):
            # "¿y el piloto para cuándo quedó?", after the policy that it is of.
            update = {
                "kind": Kind.PASAJE,
                "texto": self.openings.joined(last.query.texto, line),
                "medidas": True,
                "arrastre": carried,
            }
            return query.model_copy(update=update)
        if not last.medidas and query.campos and not new_filters(query):
            # "¿y el plazo de esas?", where nothing passed the last filter: of those before it.
            last = next((turn for turn in reversed(turns) if turn.medidas), last)
        last = self._set_told(query, last, turns)
        if self._has("sigue.todo", line) and last.query.kind in SETS:
            return self._of_whole_plan(query, line, last, turns)
        last = of_several(line, last, turns) if new_filters(query) else last
        new, before, was_set = query.filtros, last.query, last.query.kind in SETS
        if query.agrupar is not None and query.campos and not new and 0 < len(last.medidas) <= MAX_FIELDS:
            # "¿qué plazos tienen?", after a few medidas: each one's, and not how many there are.
            query = query.model_copy(update={"agrupar": None})
        its = HOW_MANY_OF_IT.match(start) if not (new or was_set) and len(last.medidas) == 1 else None
        if its is not None:
            campos = (Campo.INSTITUCION,) if its["who"] else ()
            update = {"kind": Kind.MEDIDA_CAMPO, "filtros": Filtros(numeros=last.medidas), "campos": campos}
            return query.model_copy(update={**update, "agrupar": None, "arrastre": _set(last.medidas)})
        if (not new and query.agrupar is None) or (
            not was_set and not self._has("sigue.cosa", line) and len(last.medidas) == 1 and query.campos
        ):
            return self._of_last(query, line, last, carried)
        some = _OF_SOME.match(start) and before.kind is not Kind.MEDIDA_AGRUPADA
        among = last.medidas and (self._has("sigue.entre_ellas", line) or some)
        if (among and len(last.medidas) == 1 and not was_set) or opposed(before.filtros, new):
            among = None
        kind = self._kind(query, before, line)
        filtros = narrowed(before.filtros if was_set else Filtros(), new, last.medidas)
        if among and filtros.entre and was_set and not self._has("sigue.entre_ellas", line):
            # "¿qué vencía en 2023?", "¿y cuántas en 2025?": none of those is both, so another set is meant.
            among = self._any(filtros) or not before.filtros
        if among:
            return query.model_copy(update={"kind": kind, "filtros": filtros, "arrastre": _set(last.medidas)})
        if was_set and (before.filtros or before.kind is Kind.MEDIDA_AGRUPADA or before.kind is Kind.MEDIDA_CONTEO):
            group = query.agrupar or (before.agrupar if kind is Kind.MEDIDA_AGRUPADA else None)
            laid = as_shared(merged(self._before(before, new, start, turns), new), before, start)
            laid = apart_from_groups(laid, query)
            none = laid.entre and not self._any(laid)  # "¿y Educación, cuántas?", after which of two falls due first
            laid = laid.model_copy(update={"entre": ()}) if none else laid
            update = {
                "kind": kind,
                "filtros": laid,
                "agrupar": group,
                "orden": query.orden or (before.orden if kind is before.kind else None),
                "porcentaje": query.porcentaje or (before.porcentaje and kind is before.kind),
                "arrastre": carried,
            }
            return query.model_copy(update=update)
        if self.openings.is_correction(line) and new:
            return corrected(query, new, last, self.plan, self.openings.without_opening(query.resto))
        return None

    def _of_whole_plan(self, query: Query, line: str, last: Turn, turns: tuple[Turn, ...]) -> Query | None:
        """What a message asks of all medidas again, after a part of them: by its own filters ("¿y en todo el plan, en cuáles
        participa Carabineros?"), else by those of the last set, without the eje or the set that it was chosen from."""
        wider = wider_than(last, turns)
        part = wider.query.filtros if wider is not None else Filtros()
        fields = Filtros.model_fields.items()
        dropped = {name for name, field in fields if getattr(part, name) != field.default} | set(_PART_OF_PLAN)
        whole_ = last.query.filtros.model_copy(
            update={name: field.default for name, field in fields if name in dropped}
        )
        filtros = new_filters(query) or whole_
        kind = self._kind(query, last.query, line)
        update = {"kind": kind, "filtros": filtros, "arrastre": f"«{last.question}»"}
        return query.model_copy(update=update) if filtros or kind is Kind.MEDIDA_CONTEO else None

    def _any(self, filtros: Filtros) -> bool:
        """Whether any medida passes some filters."""
        return bool(select(self.plan.medidas, filtros, self.plan.known))

    def _set_told(self, query: Query, last: Turn, turns: tuple[Turn, ...]) -> Turn:
        """The turn that told the set that is spoken of: where fields of all of it were asked since, the one before those.

        "¿Qué medidas tiene Educación?", "¿y sus plazos?", "¿y las de la Cancillería?"
        """
        told = set_told(turns)
        own = new_filters(query)
        of_set = told.query.kind in SETS and told.query.kind is not Kind.MEDIDA_AGRUPADA
        return told if own and of_set and told.medidas == last.medidas and query.kind not in SETS else last

    def _before(self, before: Query, new: Filtros, start: str, turns: tuple[Turn, ...]) -> Filtros:
        """The filters of the last set that a message goes on with: none where it names another share ("¿y del eje 7?")."""
        other = before.porcentaje and re.match(r"del?\b", start) and not (new.plazos or before.filtros.entre)
        return Filtros() if other else whole(before.filtros, turns).model_copy(update={"numeros": ()})

    def _elsewhere(self, query: Query, line: str, last: Turn) -> Query | None:
        """What another document says of the one medida last spoken of: "¿y qué dice la cuenta de eso?"."""
        if (
            len(last.medidas) != 1
            or last.query.kind in SETS
            or self.of_one.names_other(self.plan.asking.strip("sigue.documento", line))
        ):
            return None
        update = {
            "kind": Kind.MEDIDA_CAMPO,
            "filtros": Filtros(numeros=last.medidas),
            "texto": self.openings.joined(last.query.texto, line),
            "arrastre": _set(last.medidas),
        }
        if not self._has("orden.plazo", line):  # "¿y cuándo se tramitó según la cuenta?" asks for no deadline
            update["campos"] = tuple(campo for campo in query.campos if campo is not Campo.PLAZO)
        return query.model_copy(update=update)

    def _kind(self, query: Query, before: Query, line: str) -> Kind:
        """Counting, listing or grouping: as this message says, else as the last turn did."""
        if query.agrupar is not None:
            return Kind.MEDIDA_AGRUPADA
        if self._has("sigue.cuenta", line):
            return Kind.MEDIDA_CONTEO
        if self._has("sigue.lista", line) or before.kind in (
            Kind.EJE,
            Kind.MEDIDA_TEMA,
        ):
            return Kind.MEDIDA_LISTA
        return before.kind

    def _of_last(self, query: Query, line: str, last: Turn, carried: str) -> Query | None:
        """A message without filters: a field, the number or the list of the medidas just given."""
        if not last.medidas:
            return None
        start = _IN_DETAIL.sub(" ", self.openings.without_opening(line)).strip(" ,¿")
        counts = re.match(r"(?:cuantas|how many)\b", start)
        lists = not query.campos and (
            re.match(
                r"(?:cuales|que medidas|listal\w*|muestral\w*|dimelas|damelas|nombral\w*|enumeral\w*|detallal\w*|which)\b",
                start,
            )
            or (len(last.medidas) == 1 and re.match(r"cual (?:es|era|seria)(?: esa| la medida| ella)?\W*$", start))
        )
        more = any(self.plan.tells(one) for one in topic_stems(self.plan.cues, start))  # "¿cuántas son de vivienda?"
        if last.query.kind in SETS and (counts or lists) and len(words(start)) <= 5 and not more:
            kind = Kind.MEDIDA_CONTEO if counts else Kind.MEDIDA_LISTA
            filtros = last.query.filtros or Filtros(entre=last.medidas)
            if counts and _IN_ALL.search(
                start
            ):  # "¿qué otras tiene?", "¿cuántas son en total?": with the one told before
                filtros = filtros.model_copy(update={"sin_numeros": ()})
            return query.model_copy(update={"kind": kind, "filtros": filtros, "arrastre": carried})
        if query.orden is not None and len(last.medidas) > 1 and last.query.kind is not Kind.MEDIDA_AGRUPADA:
            filtros = Filtros(entre=last.medidas)
            return query.model_copy(
                update={"kind": Kind.MEDIDA_LISTA, "filtros": filtros, "arrastre": _set(last.medidas)}
            )
        if query.orden is not None and last.query.kind is Kind.MEDIDA_AGRUPADA:
            update = {
                "kind": last.query.kind,
                "filtros": last.query.filtros,
                "agrupar": last.query.agrupar,
                "arrastre": carried,
            }
            return query.model_copy(update=update)
        fields = (
            set(query.campos) - {Campo.TEXTO}
            or (len(last.medidas) == 1 and query.campos)
            or self._has("sigue.el_campo", line)
        )
        if fields and not query.avance:
            numbers = ", ".join(map(str, last.medidas))
            told = f"la medida {numbers}" if len(last.medidas) == 1 else f"las medidas {numbers}"
            update = {"kind": Kind.MEDIDA_CAMPO, "filtros": Filtros(numeros=last.medidas), "arrastre": told}
            return query.model_copy(update=update)
        return None

    def _goes_on_to_another(self, query: Query, last: Turn) -> bool:
        """Whether a field is asked of something of the plan that the one medida last spoken of does not tell of."""
        medida = self.plan.medidas.get(last.medidas[0]) if len(last.medidas) == 1 else None
        asks = query.campos or self._has("sigue.el_campo", query.resto)
        if medida is None or not asks or query.filtros or query.avance or last.query.kind in SETS:
            return False
        own = {stem for run in term_runs(medida) for stem in run}
        start = self.openings.without_opening(query.resto)
        noun = THE_NOUN.match(start)  # "¿y la ordenanza, para cuándo?", though "ordena" asks for an order
        topic = terms(" ".join(topic_words(self.plan.cues, start)) or self.plan.asked_of(noun[1] if noun else ""))
        return bool(topic) and all(self.plan.known_stem(stem) for stem in topic) and not own & set(topic)

    def _that_holds_it(self, query: Query, start: str, last: Turn) -> int | None:
        """The one of a few medidas just told that tells of the thing of which a field is asked ("¿cuándo vence el piloto?");
        None where none or several do."""
        noun = _THE_THING.search(start) if 1 < len(last.medidas) <= MAX_FIELDS else None
        stems = set(terms(noun["what"] or noun["first"])) if noun is not None else set()
        plain = bool(query.campos) and not (new_filters(query) or query.avance or query.plural)
        if not stems or not plain or self._has("sigue.entre_ellas", start):
            return None
        told = [self.plan.medidas[number] for number in last.medidas if number in self.plan.medidas]
        found = [m.numero for m in told if stems <= {stem for run in term_runs(m) for stem in run}]
        return found[0] if len(found) == 1 else None

    def _describes_one_of(self, query: Query, start: str, last: Turn) -> bool:
        """Whether one of the medidas just told is asked for by what it is about: "el plazo de la que trata de…"."""
        if len(last.medidas) < 2 or new_filters(query) or query.plural or query.avance or query.agrupar is not None:
            return False
        described = ONE_OF.search(start)
        topic = topic_stems(self.plan.cues, start[described.end() :]) if described else ()
        return bool(topic) and (
            self._has("sigue.entre_ellas", start) or any(self.plan.known_stem(stem) for stem in topic)
        )

    def names_topic(self, query: Query, start: str) -> bool:
        """Whether a message names another topic than the last one's: "¿y para los títulos universitarios?"."""
        left = [word for word in words(self.openings.without_opening(query.resto)) if word not in STOP_WORDS]
        return _ANOTHER.match(start) is not None and bool(left) and not query.campos and not query.plural


def _set(medidas: tuple[int, ...]) -> str:
    return f"las {len(medidas)} medidas de la respuesta anterior" if len(medidas) > 1 else f"la medida {medidas[0]}"


def _another(query: Query, start: str, carried: str) -> Query:
    """The medida on another topic, not more of the last one."""
    texto = f"que medida del plan hay {start}"
    update = {"kind": Kind.PASAJE, "texto": texto, "filtros": Filtros(), "medidas": True, "arrastre": carried}
    return query.model_copy(update=update)
