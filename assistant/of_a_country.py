"""The countries that a question asks about, and whether it asks what one rules ("¿qué requisitos exige Canadá para…?"), of
which no document tells."""

from __future__ import annotations

import re

from corpus.analysis import fold
from corpus.lugares import CHILE, Lugares

# "Exige Canadá", "Canadá exige": a country that rules is asked of, and not where somebody is from ("ingeniera de Ecuador"),
# nor since when ("vivo en Suecia hace diez años").
_RULES = (
    r"(?:(?:exig|pid|otorg|conced|entreg|requier|permit|reconoc|acept|cobr|aplic|impon|ofrec|ti?en|demor|tard)"
    r"(?:e|a|en|an|ia|ian|aba|aban)|d(?:an?|aban?)|hac(?:en?|ian?)(?! (?:\w+ ){0,2}(?:anos?|mes(?:es)?|dias?|semanas?|tiempo|rato|poco|mucho)\b))"
)
_RULES_BEFORE = re.compile(rf"\b(?:se )?{_RULES} (?:el |la |los |las )?$")
_RULES_BEHIND = re.compile(rf" (?:se )?{_RULES}\b")
# "Soy venezolano y…", "mi vecina es haitiana": of where somebody in a story is.
_IS_OF = re.compile(
    r"\b(?:soy|somos|mis? [a-z]+ (?:es|son|era)|(?:vengo|venimos|llegue|llegamos|viene|vino) (?:de|desde))"
    r"(?: (?:una?|del?|la|el|persona|ciudadan[oa]|familia|de nacionalidad|nacid[oa] en))* $"
)


def countries_asked(line: str, lugares: Lugares) -> set[str]:
    """The names of the countries other than Chile that a question names, but for where its asker or somebody of his is from."""
    named = (m for m in lugares.find(line) if m.lugar.clase == "pais" and m.lugar.nombre != CHILE)
    return {m.lugar.nombre for m in named if not _IS_OF.search(fold(line[: m.start]))}


def rules_asked(line: str, lugares: Lugares) -> bool:
    """Whether another country than Chile is named as what rules, grants or demands."""
    return any(
        mention.lugar.clase == "pais"
        and mention.lugar.nombre != CHILE
        and not mention.gentilicio
        and (_RULES_BEFORE.search(fold(line[: mention.start])) or _RULES_BEHIND.match(fold(line[mention.end :])))
        for mention in lugares.find(line)
    )
