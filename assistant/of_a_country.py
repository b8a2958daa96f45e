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
    named = [m for m in lugares.find(line) if m.lugar.clase == "pais" and m.lugar.nombre != CHILE]
    asked = {m.lugar.nombre for m in named if not _IS_OF.search(fold(line[: m.start]))}
    return asked - of_the_story(line, lugares) if asked else asked


# "Mi abuelita dominicana vive conmigo", "soy odontóloga venezolana": one person of a story.
_OF_ONE = re.compile(r"\b(?:un|una|mi|tu|su|el|la|soy|es|era|otro|otra|cierto|cierta) (?:(?:de )?[a-zñ]+ ){0,2}$")
_ONE = re.compile(r"[a-zñ]+[^s]")
# "Llegué de Perú", "vengo de Honduras", "nací en Cuba": where the asker is from.
_FROM = re.compile(
    r"\b(?:llegue|llegamos|vengo|venimos|vine|vinimos|soy|somos|naci|nacimos|me vine|sali|salimos|emigre|migre|estudie|trabaje|vivi|vivia|viviamos|saque (?:\w+ ){1,4})(?: (?:hace|recien|desde) (?:\w+ ){0,3}| )"
    r"(?:de|desde|en) (?:la |el )?$"
)
_STOP = re.compile(r"[.!\n]\s+(?=\S)")
# "¿Cuántos de sus compatriotas…?": the question is of that country all the same.
_OF_THERE = re.compile(
    r"\b(?:paisan[oa]s?|compatriotas?|connacional\w*|coterrane\w+|(?:su|mi|ese|tu|aquel|dicho|nuestro) (?:mismo )?pais|(?:su|esa|mi|dicha|nuestra) (?:misma )?nacionalidad"
    r"|(?:de|desde|por|en) (?:alla|ahi)|(?:su|mi) tierra)\b"
)


def of_the_story(line: str, lugares: Lugares) -> set[str]:
    """The countries that a message names only as where one person of its story is from: "mi vecina es haitiana. ¿Cuántos…?"."""
    folded = fold(line)
    asks = max(folded.rfind("¿"), max((match.end() for match in _STOP.finditer(folded)), default=-1))
    asked = folded[asks:] if asks >= 0 else folded
    if len(folded) != len(line) or _OF_THERE.search(asked):
        return set()
    countries = [mention for mention in lugares.find(line) if mention.lugar.clase == "pais"]
    told = {
        mention.lugar.nombre
        for mention in countries
        if (
            mention.start < asks
            and mention.gentilicio
            and _ONE.fullmatch(folded[mention.start : mention.end])
            and _OF_ONE.search(folded[: mention.start])
        )
        or (not mention.gentilicio and (asks < 0 or mention.start < asks) and _FROM.search(folded[: mention.start]))
    }
    return told - {mention.lugar.nombre for mention in countries if asks >= 0 and mention.start > asks}


def rules_asked(line: str, lugares: Lugares) -> bool:
    """Whether another country than Chile is named as what rules, grants or demands."""
    return any(
        mention.lugar.clase == "pais"
        and mention.lugar.nombre != CHILE
        and not mention.gentilicio
        and (_RULES_BEFORE.search(fold(line[: mention.start])) or _RULES_BEHIND.match(fold(line[mention.end :])))
        for mention in lugares.find(line)
    )
