"""Follow-ups: what a message means after the ones before it.

A short message that points back ("¿y su plazo?", "¿cuáles de esas son de 2025?", "¿y en Maule?") takes over what the
last turn was about; one that stands alone changes the subject.
"""

from __future__ import annotations

import re

from assistant.select import select, term_runs
from assistant.understand.among import (
    DESCRIBED,
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
from assistant.understand.heard import SETS
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
from assistant.understand.plan import Plan
from assistant.understand.relative import from_last_year
from assistant.understand.text import topic_stems, topic_words
from assistant.values import Campo, Filtros, Kind, Query, Turn
from corpus.analysis import STOP_WORDS, fold, terms, words

# "¿en cuáles…?", "¿con Salud hay alguna…?"
_OF_SOME = re.compile(
    r"^(?:(?:en|de|con|a|por|para) )?(?:cual|cuales|cuantas|cuanta|which|how many)\b"
    r"|^(?:(?:en|de|del|con|a|al|por|para) (?:\w+ ){1,6})?(?:hay|habra|existe|queda|tiene|es) (?:solo )?algunas?\b"
    r"|^(?:alguna|ninguna)\b"
)
_ANOTHER = re.compile(
    r"^(?:(?:hay|existe|que hay|algo|alguna|una|tambien) )*(?:para|sobre|acerca de|respecto de?l?|en (?:el caso|materia|cuanto)|con|de|del|la (?:de|del|que)) (?:(?:el|la|los|las|un|una) )?(?!eso|ellos|ellas|es[ao]s|que\b)[a-z]{3,}"
)
_COUNTS = re.compile(r"cuant[oa]s\b(?! (?:millones|pesos|lucas|utm)\b)")
MAX_CONTENT_WORDS, MAX_FIELDS = 9, 10  # so many medidas are told field by field rather than grouped
# What is left of "¿cuánta plata se gastó en expulsiones?" without its money: "cuanta se en".
_ASKS_AMOUNT = re.compile(r"^\W*cuant[oa]s?\b[\s]*(?:se\b\s*)?(?:(?:en|por|con)\b\s*)?")
# "¿y el año con más?", "¿cuándo hubo menos?": which year, and so none that was told before.
_WHICH_YEAR = re.compile(
    r"\b(?:que|cual(?: (?:fue|es|ha sido))?(?: el)?|peor|mejor) (?:\w+ )?ano\b(?! (?:anterior|pasado|siguiente|antes|despues))"
    r"|(?<!ese )(?<!este )\bano (?:con|en que|de|que tuvo|que hubo) (?:mas|menos|mayor|menor)\b|\bano record\b"
    r"|\bcuando (?:hubo|fue|se \w+|tuvo|tuvieron) (?:mas|menos)\b|\bwhich year\b|\bwhat year\b|\byear with\b"
)
# "¿Cuántas?", "¿cuáles son?", after groups: the same is told, with its numbers.
_BARE = re.compile(r"^(?:cuant[ao]s|cual(?:es)?)(?: son| tienen?| hay)?\W*$")


def bare(line: str) -> str:
    """A line without the marks of question and stops before its first word."""
    return line.lstrip("¿¡.,;:- ")


class FollowUps:
    """Reads what messages mean after the turns before them, by the words of ``medidas_preguntas.toml``."""

    def __init__(self, plan: Plan) -> None:
        def words(*names: str) -> str:
            return plan.asking.any_of(*(f"sigue.{name}" for name in names))

        self.plan = plan
        self._has = plan.asking.has
        self.of_one = OfOneTold(plan, self.without_opening)
        self._points_back = re.compile(
            rf"^{words('apertura', 'abre')}\b|\b{words('remite')}\b|^(?:{words('corrige')}|me referia)\b"
            rf"|^(?:el |la |en )?{words('calcula')}\b(?: \w+){{0,3}}\W*$|^{words('pregunta_sola')}(?: \w+){{0,3}}\W*$"
            rf"|^(?:{words('pide')} )?{words('acota')}\b"
        )
        # "¿cuáles comparte con SERMIG?": a question about some, without a noun that says of what.
        self._elliptic = re.compile(
            r"^(?:de (?:ellas|esas|estas),? )?¿?(?:(?:en|de|con|a|por|para) )?(?:cual|cuales|cuantas|cuanta)(?: de (?:ellas|esas|estas))? "
            rf"{words('verbo')}\b"
            rf"|^(?:(?:en|de|del|con|a|al|por|para) (?:\w+ ){{1,6}})?(?:hay|habra|existe|queda|tiene) (?:solo )?algunas? {words('alguna')}\b"
            rf"|^(?:alguna|ninguna) {words('verbo')}\b"
        )
        # "¿cuánto se ejecutó?": an amount of a verb that says nothing of its own.
        self._amount = re.compile(
            r"^(?:a |en |de |con )?cuant[oa]s?(?: (?:gente|personas?|plata|dinero))?(?: (?:se|le|les|lo|la|los|las|ha|han|fue|de eso))*"
            rf" {words('de_lo_dicho')}(?: (?:finalmente|en total|al final|realmente|ahi))*\W*$"
        )
        # "¿qué pasos tiene?", "¿cuántas líneas incluye?": nothing says what has them.
        self._what_it_has = re.compile(
            rf"^(?:que|cuant[oa]s|cuales) [a-z]{{4,}} {words('lo_tiene')}(?: (?:en total|cada un[oa]))?\W*$"
        )
        self._correction = re.compile(
            rf"^(?:(?:{words('corrige')}|me referia a)\b[ ,]*)+(?:me referia a |quise decir |queria decir |digo |era |es )?"
        )
        self._opening = re.compile(rf"^{words('apertura')}\b[ ,]*(?:y\b[ ,]*)?")
        self._tied = re.compile(rf"^\W*{words('apertura')}\b[,.:]? ?¿\s*(?:y\b )?")

    def points_back(self, line: str, turns: tuple[Turn, ...]) -> bool:
        """Whether a folded line only makes sense after the turns before it."""
        if not turns:
            return False
        content = [word for word in words(line) if word not in STOP_WORDS]
        if len(content) > MAX_CONTENT_WORDS:
            return False
        start = bare(line)
        elliptic = (
            (turns[-1].medidas or turns[-1].query.kind in SETS)
            and not self._has("sigue.cosa", line)
            and (self._elliptic.match(start) or NEIGHBOURS.match(start))
        )
        # "en el indicador sale algo más": a field of the medida just spoken of, where none is named.
        of_last = (
            len(turns[-1].medidas) == 1 and not self._has("sigue.cosa", line) and self._has("sigue.el_campo", line)
        )
        one_of = len(turns[-1].medidas) > 1 and not self._has("sigue.cosa", line) and DESCRIBED.search(start)
        of_last = of_last or (
            len(turns[-1].medidas) == 1 and not self._has("sigue.cosa", line) and ITS_OWN.search(start) is not None
        )
        return bool(
            self._points_back.search(start)
            or self._amount.match(start)
            or (self._what_it_has.match(start) and not self._has("sigue.cosa", line))
            or elliptic
            or of_last
            or one_of
            or NOT_THOSE.match(start)
        )

    def with_year(self, line: str, turns: tuple[Turn, ...]) -> str:
        """A line with the years written out that the last set's deadlines or the last question tell: "¿y el año siguiente?"."""
        before = turns[-1].query if turns else None
        if before is None:
            return line
        if before.kind in SETS:
            days = [day for range_ in before.filtros.plazos for day in (range_.desde, range_.hasta)]
            years = {day.year for day in days if day is not None} if len(before.filtros.plazos) == 1 else set()
        else:
            years = {int(year) for year in re.findall(r"\b20\d\d\b", fold(before.texto))}
        return from_last_year(line, years.pop()) if len(years) == 1 else line

    def tied(self, line: str) -> str:
        """A line with what only ties its question to the last turn as a plain "y": "entonces, ¿cuál vence antes?"."""
        return self._tied.sub("y ", line)

    def is_correction(self, line: str) -> bool:
        """Whether a line corrects the last turn ("no, la de salud")."""
        return self._correction.match(bare(line)) is not None

    def without_opening(self, line: str) -> str:
        """A line without the words that only tie it to the last turn."""
        return bare(self._opening.sub("", bare(self._correction.sub("", bare(line)))))

    def joined(self, previous: str, line: str) -> str:
        """The last question and this one as one text to search with; a year that this one names replaces the last one's,
        but for a comparison ("¿cuántas más que en 2022?")."""
        before = fold(previous)
        other_time = _WHICH_YEAR.search(line) or _YEAR.search(line) or self._has("sigue.todo_el_tiempo", line)
        if other_time and not self._has("sigue.compara", line):
            before = _YEAR.sub(" ", before)
        own = self.without_opening(line)
        counts = _COUNTS.match(own)
        if counts:  # "¿cuánto se gastó en expulsiones?", "¿cuántas fueron?"
            without = self.plan.cues.strip("dato.dinero", before)
            if without != before:
                return f"{counts[0]} {_ASKS_AMOUNT.sub('', without)} {own[counts.end() :]}".strip()
        return f"{own} {before}".strip()

    def continued(self, query: Query, line: str, turns: tuple[Turn, ...]) -> Query | None:
        """What a message that points back asks of the medidas of the last turn; None where it asks nothing of them."""
        last = next((turn for turn in reversed(turns) if turn.query.kind not in (Kind.SALUDO, Kind.POCO_CLARO)), None)
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
        start = self.without_opening(line)
        carried = f"«{last.question}»"
        if self.is_correction(line):
            like = alike(query, new_filters(query), last, self.plan, self.without_opening(query.resto))
            if like is not None:
                return like
        if last.query.kind is Kind.MEDIDA_AGRUPADA and _BARE.match(start):
            return last.query.model_copy(update={"pregunta": query.pregunta, "arrastre": carried})
        shown = tuple(int(id.split(":")[1]) for id in last.record_ids if id.startswith("medida:")) or last.medidas
        if len(shown) < 2 and PLACE.match(start):
            # "la segunda", its deadline, "¿y la última?": still of the set before.
            shown = next((t.medidas for t in reversed(turns) if len(t.medidas) > 1 and t.query.kind in SETS), shown)
        pointed = pointed_at(start, last.medidas, shown, last.query, self.plan.highest)
        if pointed:
            update = {"kind": Kind.MEDIDA_CAMPO, "filtros": Filtros(numeros=pointed), "arrastre": carried}
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
        if self._describes_one_of(query, start, last):
            texto = self._opening.sub("", start)
            update = {"kind": Kind.PASAJE, "texto": texto, "filtros": Filtros(entre=shown), "medidas": True}
            return query.model_copy(update={**update, "arrastre": _set(shown)})
        themed = last.query.filtros.palabras or last.query.filtros.temas
        if self.names_topic(query, start) and (last.query.kind is Kind.PASAJE or themed):
            return _another(query, start, carried)
        if not ITS_OWN.search(start) and self._goes_on_to_another(query, last):
            # "¿y el piloto para cuándo quedó?", after the policy that it is of.
            update = {
                "kind": Kind.PASAJE,
                "texto": self.joined(last.query.texto, line),
                "medidas": True,
                "arrastre": carried,
            }
            return query.model_copy(update=update)
        if not last.medidas and query.campos and not new_filters(query):
            # "¿y el plazo de esas?", where nothing passed the last filter: of those before it.
            last = next((turn for turn in reversed(turns) if turn.medidas), last)
        last = self._set_told(query, last, turns)
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
        if self.is_correction(line) and new:
            return corrected(query, new, last, self.plan, self.without_opening(query.resto))
        return None

    def _any(self, filtros: Filtros) -> bool:
        """Whether any medida passes some filters."""
        return bool(select(self.plan.medidas, filtros, self.plan.known))

    def _set_told(self, query: Query, last: Turn, turns: tuple[Turn, ...]) -> Turn:
        """The turn that told the set that is spoken of: where fields of all of it were asked since, the one before those.

        "¿Qué medidas tiene Educación?", "¿y sus plazos?", "¿y las de la Cancillería?"
        """
        told = last
        for turn in reversed(turns):
            if turn.query.kind is not Kind.MEDIDA_CAMPO or not turn.query.arrastre or turn.medidas != last.medidas:
                told = turn
                break
        own = new_filters(query)
        set_told = told.query.kind in SETS and told.query.kind is not Kind.MEDIDA_AGRUPADA
        return told if own and set_told and told.medidas == last.medidas and query.kind not in SETS else last

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
            "texto": self.joined(last.query.texto, line),
            "arrastre": _set(last.medidas),
        }
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
        start = self.without_opening(line)
        counts = re.match(r"(?:cuantas|how many)\b", start)
        lists = not query.campos and (
            re.match(
                r"(?:cuales|que medidas|listal\w*|muestral\w*|dimelas|damelas|nombral\w*|enumeral\w*|detallal\w*|which)\b",
                start,
            )
            or (len(last.medidas) == 1 and re.match(r"cual (?:es|era|seria)(?: esa| la medida| ella)?\W*$", start))
        )
        if last.query.kind in SETS and (counts or lists) and len(words(start)) <= 5:
            kind = Kind.MEDIDA_CONTEO if counts else Kind.MEDIDA_LISTA
            return query.model_copy(
                update={"kind": kind, "filtros": last.query.filtros or Filtros(entre=last.medidas), "arrastre": carried}
            )
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
        start = self.without_opening(query.resto)
        noun = THE_NOUN.match(start)  # "¿y la ordenanza, para cuándo?", though "ordena" asks for an order
        topic = terms(" ".join(topic_words(self.plan.cues, start)) or self.plan.asked_of(noun[1] if noun else ""))
        return bool(topic) and all(self.plan.known_stem(stem) for stem in topic) and not own & set(topic)

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
        left = [word for word in words(self.without_opening(query.resto)) if word not in STOP_WORDS]
        return _ANOTHER.match(start) is not None and bool(left) and not query.campos and not query.plural


_YEAR = re.compile(r"\b20\d\d\b|\bprimer trimestre(?: de(?:l)? \d{4})?\b")


def _set(medidas: tuple[int, ...]) -> str:
    return f"las {len(medidas)} medidas de la respuesta anterior" if len(medidas) > 1 else f"la medida {medidas[0]}"


def _another(query: Query, start: str, carried: str) -> Query:
    """The medida on another topic, not more of the last one."""
    texto = f"que medida del plan hay {start}"
    update = {"kind": Kind.PASAJE, "texto": texto, "filtros": Filtros(), "medidas": True, "arrastre": carried}
    return query.model_copy(update=update)
