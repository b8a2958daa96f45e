"""Numbers of things or in a unit: "¿cuántas páginas…?" is not answered by a number of copies, nor one of TikTok by that of
Instagram."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from assistant.answer_type.counted import counts, plain
from assistant.answer_type.names import COUNTED, SHARE, Names
from assistant.counts import counted
from assistant.figures.phrases import tallies
from assistant.figures.sorts import FUNDS
from assistant.focus import sentences
from corpus.analysis import fold, stem, terms
from corpus.cues import Cues

UNIT = "unidad."
SIBLINGS = "hermanos_"
# Amounts of money and shares: no number of things or of people.
_AMOUNT = re.compile(
    r"[$] ?\d[\d.,]*(?: (?:millones|M[$]))?|\b\d[\d.,]* (?:millones de )?(?:pesos|d[óo]lares|UTM)\b|\b\d[\d.,]* ?%",
    re.IGNORECASE,
)
# "De cada cien", "¿cuántos creen que…?": a survey tells it as a share; "how much" asks for an amount.
_OF_EACH = re.compile(
    r"\bhow much\b|\bde cada\b|\bpor ?cien|\bporcentaje|\bcuant[oa]s? (?:(?:gente|personas|chilen\w+|encuestad\w+) )?(?:creen?|piensan?|opinan?|consideran?|estan? de acuerdo|estan? en contra)\b"
)
# "N° de denuncias recibidas", "nº denuncias"; of telephones, of acts and the like it asks for no count.
_NUMBER_OF = re.compile(
    r"(?:\b(?:n|nro|numero|cantidad) de |(?:^\W*|[:,;] )(?:n|nro|numero|cantidad) )(?!(?:ley|tel|fono|oficio|resolu|decreto|circular|medida|tabla|pagina|paso)\w*)\w{3,}s\b"
)
_SHARE_OF = re.compile(r"\b(?:que|cual|cuanto) (?:\w+ )?(?:proporcion|porcentaje|por ?ciento)\b|\ben que proporcion\b")
# "¿Cuánto dura?", "vigencia del plan": how long something is, without a unit.
_LASTS = re.compile(
    r"\bcuanto (?:\w+ )?(?:dur|tom|demor|tard)\w+|\b(?:duracion|vigencia|plazo) (?:\w+ )?(?:del?|de la)\b|\bduracion \w+"
)
_TOTALLED = re.compile(
    r"^\W*(?:total de )?([a-z]{5,}s) (?:totales |alcanzad[oa]s )?(?:en|de|por) (?!que\b)\w+(?: (?:en )?20\d\d)?\W*$"
)
# "Las 24 horas, los 7 días de la semana" is always, and no time that something takes.
_ALWAYS = re.compile(r"\b24 horas\b(?= del dia|, los 7)|\b(?:7|siete) dias de la semana\b|\b24/7\b")
_QUANTITY = r"(?:\d[\d.,]*|(?:un|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|quince|veinte|treinta|medi[oa])\b)(?: (?:a|y|o|-) \w+)?"


class Quantities:
    """The units, the people and the siblings of ``tipos_de_respuesta.toml``, of which a question may ask how many."""

    def __init__(self, cues: Cues, names: Names) -> None:
        self._names = names
        # A group's name as a name in a pattern: "unidad.tiempo" is "tiempo".
        self._units = {group.removeprefix(UNIT): cues.any_of(group) for group in cues.groups if group.startswith(UNIT)}
        alternatives = "|".join(f"(?P<{name}>{words_of})" for name, words_of in self._units.items())
        self._unit = re.compile(
            rf"(?<!\w)(?:cuant[oa]s|n de|n|numero de|cantidad de|how many) (?:{alternatives})(?!\w)"
        )
        # The cues of each of the things that are of one sort, by the sort: "hermanos_red.tiktok".
        self._siblings: dict[str, list[Callable[[str], bool]]] = {}
        for group in cues.groups:
            if group.startswith(SIBLINGS):
                self._siblings.setdefault(group.split(".")[0], []).append(cues.says(group))
        self._people = re.compile(
            rf"(?<!\w)(?:cuant[oa]s?|que cantidad de|how many) {cues.any_of('gente.palabras')}(?!\w)"
        )
        # "Total extranjeros en…", as in a telegram.
        self._total = re.compile(
            rf"^\W*(?:total|numero|n|cantidad)(?: total)?(?: de)? (?:l[oa]s )?{cues.any_of('gente.palabras')}(?!\w)"
        )

    def of_people(self, question: str) -> bool:
        """Whether a question asks how many people there are of some kind."""
        return self._people.search(fold(question)) is not None

    def uncounted(self, question: str, texts: Sequence[str]) -> bool:
        """Whether a number of things, or of some unit, is asked for and none is told: amounts and shares count no things."""
        told = plain(texts)
        if self._unit_asked(question) is not None:
            return self.unmeasured(question, texts)
        folded = fold(question)
        typed = folded.split("\n")[0]
        if "how much" in typed and "how many" not in typed:
            return False  # "cuantos", as the documents' language has it, counts nothing here
        if _SHARE_OF.search(folded) and "cuant" not in folded:
            return False  # "¿en qué proporción creció el número de…?"
        if not (
            self._names.asks(COUNTED, folded)
            or _NUMBER_OF.search(folded)
            or self._total.search(typed)
            or tallies(typed)
        ):
            return False
        things = {thing for line in folded.split("\n") for thing in counted(line)}
        of_money = bool(things & FUNDS) or _OF_EACH.search(folded) is not None
        return not counts(told if of_money else _AMOUNT.sub(" ", told), things)

    def unmeasured(self, question: str, texts: Iterable[str]) -> bool:
        """Whether a number of some unit is asked for ("cuántos millones"), and none of the texts gives one."""
        unit = self._unit_asked(question)
        return unit is not None and not self._measures(unit, plain(texts))

    def of_a_sibling(self, question: str, texts: Sequence[str]) -> bool:
        """Whether a number is asked of something, and what tells numbers tells them of others of its sort: "en Instagram" and
        not "en TikTok"."""
        unit, folded = self._unit_asked(question), fold(question)
        if unit is not None:
            telling = [text for text in texts if self._measures(unit, text)]
        elif SHARE.search(folded) or self._names.asks("tipo.parte", folded):
            telling = [text for text in texts if SHARE.search(fold(text))]
        elif head := _TOTALLED.match(folded):  # "reproducciones totales en Instagram"
            telling = [
                one
                for text in texts
                for one in sentences(text)
                if re.search(r"\d", one) and stem(head[1]) in terms(one)
            ]
        elif self._names.asks(COUNTED, folded):
            telling = [text for text in texts if re.search(r"\d", text)]
        elif _LASTS.search(folded):
            telling = [text for text in texts if self._measures("tiempo", text)]
        else:
            return False
        for sort in self._siblings.values():
            named = [one for one in sort if one(question)]
            if named and any(one(text) for one in sort for text in telling):
                return not any(one(text) for one in named for text in telling)
        return False

    def _unit_asked(self, question: str) -> str | None:
        """The unit of which a number is asked for, by its group."""
        match = self._unit.search(fold(question))
        return next(name for name in self._units if match[name]) if match is not None else None

    def _measures(self, unit: str, text: str) -> bool:
        """Whether a text gives a quantity in a unit, or in another that measures the same."""
        pattern = rf"(?<!\w){_QUANTITY} (?:\w+ )?{self._units[unit]}(?!\w)"
        return re.search(pattern, _ALWAYS.sub(" ", fold(text))) is not None
