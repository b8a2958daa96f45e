"""The expected type of an answer: what sort of thing a question asks for by name, and whether an answer names one.

"¿En qué regiones no hubo reuniones?" is not answered by "en 12 de las 16 regiones", however near it stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping

from assistant.answer_type.beside import Beside
from assistant.answer_type.counted import plain
from assistant.answer_type.names import ACT, MONEY, TIME, Names
from assistant.answer_type.quantities import Quantities
from assistant.answer_type.sort_of_number import NumberTypes
from assistant.answer_type.told_of_it import ToldOfIt
from corpus.analysis import fold
from corpus.cues import Cues
from corpus.lugares import Lugares

# "¿Qué registros se usaron al estimar cuántos extranjeros vivían…?": which ones is asked, and not how many.
_EMBEDDED = re.compile(
    r"(?P<asked>(?:^|[¿,;:.] ?|\by )(?:(?:a|con|de|en|por) )?(?:que|cual(?:es)?|quien(?:es)?|como|donde|cuando)\b[^,;.:?¿\n]*?)"
    r" (?:al|para|de|por|tras|sin) [a-z]+[aei]r (?:a )?(?:cuant[oa]s?|quien(?:es)?|donde|cuando|cual(?:es)?)\b[^,;.:?¿\n]*"
)
ANSWER_TYPES = "tipos_de_respuesta.toml"
OF_ANOTHER = {MONEY: 6.0, ACT: 12.0, "tipo.acto": 12.0, "tipo.articulo": 6.0, TIME: 5.0}
"""The weight of the words that are said of a thing and not beside what is asked of it, by the type of that: about two that are
rare enough to name it; more for an act, which is reported in few words, and one for a time, which a part may take."""


class AnswerTypes:
    """The types of ``tipos_de_respuesta.toml``, held against what is told."""

    def __init__(
        self, cues: Cues, lugares: Lugares, names_act: Callable[[str], bool], counts: Mapping[str, int] | None = None
    ) -> None:
        """``names_act`` tells whether a text names an act by its number, ``counts`` how often the documents use each folded word."""
        self._names = Names(cues, lugares, names_act, counts or {})
        self._quantities = Quantities(cues, self._names)
        self._beside = Beside(cues, lugares, self._names)
        self._of_it = ToldOfIt(cues)
        self.numbers = NumberTypes(cues, self._names)

    def counts_people(self, question: str) -> bool:
        """Whether a question asks how many people there are of some kind."""
        return self._quantities.of_people(question)

    def unmeasured(self, question: str, texts: Iterable[str]) -> bool:
        """Whether a number of some unit is asked for ("cuántos millones"), and none of the texts gives one."""
        return self._quantities.unmeasured(question, texts)

    def of_another_month(self, question: str, texts: Iterable[str]) -> bool:
        """Whether how many there were in a month is asked for, which none of the texts names."""
        return self._beside.of_the_year(question, [*texts])

    def none_of_a_sort(self, question: str, texts: Iterable[str], means: Callable[[str], Collection[str]]) -> bool:
        """Whether things of some sort are asked for of a row of the plan, of which none of the texts has a word."""
        return self._of_it.none_of_a_sort(question, [*texts], means)

    def no_such_helper(self, question: str, texts: Iterable[str], means: Callable[[str], Collection[str]]) -> bool:
        """Whether it is asked which of a sort helped, and none of the texts has a word of that sort."""
        return self._of_it.no_such_helper(question, [*texts], means)

    def unexplained(self, question: str, texts: Iterable[str]) -> bool:
        """Whether the reason of something is asked for, and none of the texts gives one."""
        return self._of_it.unexplained(question, [*texts])

    def told_of_another(self, question: str, texts: Iterable[str], more: Callable[[str, str], float]) -> bool:
        """Whether an amount of money, the number of an act or a time is asked for, and what tells one says less of the
        question than what tells none.

        ``more`` weighs the words of the question that the second of two texts says and the first does not. The texts are
        read only where one of these is asked for.
        """
        asked = [(name, least) for name, least in OF_ANOTHER.items() if self._names.asks(name, fold(question))]
        texts = list(texts) if asked else []
        for name, least in asked:
            told = [text for text in texts if self._names.has(name, text)]
            if told and any(more("\n".join(told), text) >= least for text in texts if text not in told):
                return True
        return False

    def sought(self, question: str) -> Callable[[str], bool] | None:
        """What tells that a text names a thing of each sort that a question asks for by name, or a place where it asks where;
        None where it asks for none."""
        return self._names.sought(question)

    def none_named(self, question: str, texts: Iterable[str]) -> bool:
        """Whether things of several types are asked for by name ("qué días y en qué horario"), and none of any is named."""
        return self._names.none_of(question, plain(texts))

    def lacking(self, question: str, texts: Iterable[str]) -> bool:
        """Whether a question asks for a thing of some type, or for what only some texts tell, and none of the texts has it."""
        texts, question = list(texts), asked_itself(question)
        return (
            self._beside.lacks(question, texts)
            or self._of_it.lacks(question, texts)
            or self._quantities.of_a_sibling(question, texts)
            or self._quantities.uncounted(question, texts)
            or self._names.unnamed(question, plain(texts))
        )


def asked_itself(question: str) -> str:
    """A question without what it only embeds in what is done: "… para saber cuántos llegaron"."""
    line = fold(question)
    if len(line) != len(question):
        return question
    for match in reversed([*_EMBEDDED.finditer(line)]):
        question = question[: match.end("asked")] + question[match.end() :]
    return question
