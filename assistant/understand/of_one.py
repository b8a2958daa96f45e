"""What is asked of the one medida just told though nothing in the question says so: its deadline, progress, words, report."""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.select import matching_hitos, term_runs
from assistant.understand.heard import of_many
from assistant.understand.plan import Plan
from assistant.understand.text import topic_stems
from assistant.understand.unnamed import Unnamed
from assistant.values import Campo, Filtros, Query, Turn
from corpus.analysis import terms

# "¿Qué plazo le fija el plan?", "según el plan"
_BY_PLAN = re.compile(
    r"\b(?:segun|en|para|por) el plan\b|\b(?:le|les|la|lo) (?:fij|da|dio|puso|pon|asign|establec|exig|pid|impon|marc|pus)\w* el plan\b"
)
# "el convenio", "esa mesa": something that was told, by its noun.
_THE_THING = re.compile(r"\b(?:el|la|los|las|es[aeo]s?|est[ae]s?|dich[oa]) \w{4,}")
# "¿salió la resolución esa?", of the medida just told, though the plan calls it an act.
_THAT_ONE = re.compile(
    r"\b(?:es[ae]|est[ae]|dich[oa]) (?!mismo|misma|periodo|trimestre|fecha|semestre)\w{4,}|\b(?:el|la) \w{4,} es[ae]\b"
)
_THIS = re.compile(r"\b(?:es[ae]|est[ae]|dich[oa]) (?!mismo|misma|periodo|trimestre|fecha|semestre)\w{4,}")


# "¿Y sobre la trata de personas?": there "trata" is what it is about.
_ABOUT = re.compile(r"^(?:sobre|acerca del?|respecto (?:del?|al?)|en (?:materia|cuanto) (?:del?|al?)) ")


class OfOneTold:
    """Tells such questions, by the words of ``medidas_preguntas.toml``; ``opening`` takes off what only ties a line on."""

    def __init__(self, plan: Plan, opening: Callable[[str], str]) -> None:
        self.plan = plan
        self.without_opening = opening
        self._has = plan.asking.has
        self._one_field = Unnamed(plan.asking).one_field

    def of_its_deadline(self, query: Query, line: str, turns: tuple[Turn, ...]) -> bool:
        """Whether a field is asked by one of the deadlines of the one medida just told ("¿qué producto era para junio de 2024?")."""
        told = self.plan.medidas.get(turns[-1].medidas[0]) if turns and len(turns[-1].medidas) == 1 else None
        own = query.filtros.plazos and query.filtros == Filtros(plazos=query.filtros.plazos)
        if (
            told is None
            or not own
            or not self._one_field.search(line)
            or not query.campos
            or self._has("sigue.cosa", line)
        ):
            return False
        topic = topic_stems(self.plan.cues, query.resto)
        said = {stem for run in term_runs(told) for stem in run}
        return bool(matching_hitos(told, query.filtros)) and all(
            stem in said or not self.plan.known_stem(stem) for stem in topic
        )

    def of_its_progress(self, query: Query, line: str, turns: tuple[Turn, ...]) -> bool:
        """Whether it is asked how the one medida just told went on ("¿se firmó?", "¿y alcanzaron a sacarlo?"), or by what act
        and when, once that was asked."""
        last = turns[-1] if turns else None
        told = self.plan.medidas.get(last.medidas[0]) if last is not None and len(last.medidas) == 1 else None
        if last is None or told is None or of_many(last) or query.filtros or query.documentos:
            return False
        asks = (query.avance and not query.medidas) or (self._has("sigue.acto", line) and not query.cifra)
        fields = set(query.campos) - {Campo.PLAZO, Campo.TEXTO}  # "¿cómo se sabe si se cumplió?" asks for the indicator
        said = {stem for run in term_runs(told) for stem in run}
        that = _THAT_ONE.search(line)  # "¿salió ese plan?", of the medida that tells of one
        named = _THAT_ONE.sub(" ", line) if that is not None and said & set(terms(that.group())) else line
        if not asks or fields or self._has("sigue.cosa", named):
            return False
        asked = _THAT_ONE.sub(" ", self.without_opening(query.resto or line)) if query.avance else query.resto or line
        topic = topic_stems(self.plan.cues, self.plan.asking.strip("sigue.acto", self.without_opening(asked)))
        return len([stem for stem in topic if stem not in said]) <= 1 and not any(
            self.plan.known_stem(stem) for stem in topic if stem not in said
        )

    def of_its_words(self, query: Query, line: str, turns: tuple[Turn, ...]) -> bool:
        """Whether a question names nothing, and all that it asks about is in the one medida just told, or nearly:
        "¿con cargo a qué fondo se hace?", of the medida that names a fund."""
        last = turns[-1] if turns else None
        told = self.plan.medidas.get(last.medidas[0]) if last is not None and len(last.medidas) == 1 else None
        if last is None or told is None or of_many(last) or query.filtros or query.documentos:
            return False
        said = {stem for run in term_runs(told) for stem in run}
        about = _ABOUT.match(self.without_opening(query.resto or line))
        if about is not None and not set(terms(about.string[about.end() :])) <= said:
            return False
        topic = topic_stems(self.plan.cues, query.resto or line)
        if not all(stem in said for stem in topic):  # "¿con qué organismo debía firmarse el convenio?"
            thing = self.plan.asking.strip("sigue.ejecuta", query.resto or line)
            topic = topic_stems(self.plan.cues, thing) if query.campos and _THE_THING.search(thing) else ()
        return 0 < len(topic) <= 2 and all(stem in said for stem in topic) and not self.names_other(line)

    def of_its_report(self, query: Query, line: str, turns: tuple[Turn, ...]) -> bool:
        """Whether it is asked what another document says of the one medida just told, by one of its words alone or by none:
        "cumplimiento según la cuenta: % de regiones", "¿qué informa la cuenta sobre ese convenio?"."""
        last = turns[-1] if turns else None
        told = self.plan.medidas.get(last.medidas[0]) if last is not None and len(last.medidas) == 1 else None
        reports = self._has("sigue.informe", line)
        asks = query.documentos and not query.filtros and (query.avance or query.cifra or query.campos or reports)
        if last is None or told is None or of_many(last) or not asks:
            return False
        own = self.plan.asking.strip("sigue.documento", line)
        said = {stem for run in term_runs(told) for stem in run}
        told_of_it = self.plan.asking.strip("sigue.informe", own)
        topic = [stem for stem in topic_stems(self.plan.cues, told_of_it) if not stem.startswith("cumpl")]
        return not self.names_other(own) and (_THIS.search(own) is not None or not topic or bool(said & set(topic)))

    def names_other(self, line: str) -> bool:
        """Whether a line says of what it speaks; the plan as what says it ("¿qué plazo le fija el plan?") is none."""
        return self._has("sigue.cosa", _BY_PLAN.sub(" ", line))
