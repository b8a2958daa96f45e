"""What a part of a message points to, written in: the place that a part before names, the matter that it is on, the eje that
its answer tells. "¿Qué eje es y cuántas medidas tiene?", "… y cuántos permisos se dieron a gente de ese país?"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.compose.parts import Part
from assistant.compose.split import flat
from assistant.values import Draft
from corpus.analysis import STOP_WORDS, fold
from corpus.lugares import Clase, Lugares

_THAT_PLACE = re.compile(
    r"\b(?:es[ea]|dich[oa]|(?:el|la)(?= mism[oa])) (?:mism[oa] )?(?P<sort>pais|comuna|muni|municipio|municipalidad|region|ciudad)\b"
)
_CLASSES: dict[str, tuple[Clase, ...]] = {"pais": ("pais",), "region": ("region",), "ciudad": ("ciudad", "comuna")}
_THAT_MATTER = re.compile(
    r"\bsobre (?:(?:el|ese|este|dicho|la|esa|esta)(?: mism[oa])?) (?:tema|materia|asunto)\b(?! de)|\bal respecto\b"
)
# "¿Qué eje es **y cuántas medidas tiene**?"
_ITS_MEDIDAS = re.compile(r"\bcuantas medidas (?:tiene|trae|lleva|suma|agrupa|reune)\b(?!.*\bejes?\b)")
_WHICH_EJE = re.compile(r"\bejes?\b")
_EJE = re.compile(r"\beje (?:tematico )?(?:n\W{0,2} ?|numero )?(\d{1,2})\b")


# "¿Temuco estuvo en el piloto? ¿Con qué iniciativa aparece en las fichas?": who appears was named before.
_APPEARS = re.compile(
    r"\b(?:que|cual) (?:buena )?(?:practica|iniciativa|programa|proyecto|ficha) (?:aparece|sale|figura|esta|participa|postulo)\b"
)


class Pointed:
    """Writes into parts of messages what they only point to."""

    def __init__(self, lugares: Lugares) -> None:
        self.lugares = lugares

    def written(self, part: Part, before: Sequence[str], answer: Draft) -> Part:
        """A part with what it points to, as the parts ``before`` it name it or the last ``answer`` tells; as it is where it
        points to nothing, or that is not one thing."""
        text = part.text
        there = self._there(text, before)
        if there is not None:
            return replace(part, text=there, alone=True, carried="")
        line = flat(text)
        matter = _THAT_MATTER.search(line)
        if matter is not None and part.carried:
            text = f"{text[: matter.start()]}sobre {self._matter(part.carried)}{text[matter.end() :]}"
            return replace(part, text=text, alone=True, carried="")
        if _APPEARS.search(line) and not self._named((text,), ("comuna",)):
            comunas = self._named(before, ("comuna",))
            if len(comunas) == 1:
                return replace(part, text=f"{text}, {comunas.pop()}", alone=True, carried="")
        told = next((claim.text for claim in answer.claims if claim.spans), "")
        ejes = set(_EJE.findall(flat(told)))
        of_eje = any(_WHICH_EJE.search(flat(one)) for one in before)
        if _ITS_MEDIDAS.search(line) and len(ejes) == 1 and of_eje:
            return replace(part, text=f"{text} el eje {ejes.pop()}", alone=True, carried="")
        return part

    def _matter(self, carried: str) -> str:
        """What is carried over without its places and the words that tell nothing: no matter is of one comuna alone."""
        for mention in reversed(self.lugares.find(carried)):
            carried = f"{carried[: mention.start]}{carried[mention.end :]}"
        return " ".join(word for word in carried.split() if fold(word) not in STOP_WORDS)

    def _there(self, text: str, before: Sequence[str]) -> str | None:
        """A part with the name of the only place of its sort that those before it name, by itself or by its people."""
        match = _THAT_PLACE.search(flat(text))
        if match is None:
            return None
        places = self._named(before, _CLASSES.get(match["sort"], ("comuna", "ciudad")))
        if match["sort"] == "pais" and len(places) > 1:
            places -= {"Chile"}
        return f"{text[: match.start()]}{places.pop()}{text[match.end() :]}" if len(places) == 1 else None

    def _named(self, texts: Sequence[str], classes: Sequence[Clase]) -> set[str]:
        """The places of some classes that texts name."""
        named = (place for text in texts for mention in self.lugares.find(text) for place in mention.lugares)
        return {place.nombre for place in named if place.clase in classes}
