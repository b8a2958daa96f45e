"""What a message says of where it goes on: back to what was told before ("volviendo al plan, …"), or to another matter."""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.values import Turn
from corpus.analysis import fold, terms

_BACK = re.compile(
    r"^\W*(?:(?:y|pero|ok|ya|bueno|gracias|ahora|entonces)\W+)*(?:volviendo|volvamos|vuelvo|de vuelta|regresando|retomando|retomemos|back) (?:a(?:l)?|to)? ?"
    r"(?:(?:lo|la|el|las|los|the) )?(?:de(?:l)? )?(?:la |el )?(?P<sort>[a-z]+)(?: nacional)?\s*[,.:;?]+\s*"
)
# "Volviendo a Lo Espejo, …": to what an earlier message named.
_BACK_TO = re.compile(
    r"^\W*(?:(?:y|pero|ok|ya|bueno|gracias|oye|ahora|entonces)\W+)*(?:volviendo|volvamos|vuelvo|de vuelta|regresando|retomando|retomemos) (?:a(?:l)? )?"
    r"(?P<what>[^,.:;?¿]{3,60}?) ?(?:[,.:;]+ ?|(?=¿))(?=\S)"
)
# "Buena. Cambiando de tema, ¿cuánto se gastó…?"; "otra consulta" may still be of the same.
_ANEW = re.compile(
    r"^\W*(?:(?:ya|ok|okey|vale|buen[oa]|bien|perfecto|excelente|genial|super|listo|(?:muchas )?gracias|entiendo|y|pero|ahora)\W+)*"
    r"(?:(?:cambiando|cambio|cambiemos) de tema|(?:en |a )?otro tema|(?:pasando a )?otra cosa|nada que ver(?: con (?:eso|lo anterior))?"
    r"|dejando (?:eso|lo anterior)(?: de lado)?|(?:on )?a different (?:topic|note))\s*[,.:;!]+\s*"
)
# "Volviendo a los dos presupuestos": to several told one by one, which only their names tell from the others.
_SEVERAL = re.compile(r"(?:l[oa]s |es[oa]s )?(?:dos|tres|cuatro|amb[oa]s)\b")
# "Vuelvo a lo primero", "volviendo al principio": to what the conversation began with, before another matter.
_TO_THE_FIRST = re.compile(
    r"(?:lo |la |el )?(?:primer[oa]?|principio|comienzo|inicio|(?:de|del) (?:principio|comienzo|inicio))(?: (?:pregunta|consulta|tema|que \w+))?"
)
# "Volviendo a lo anterior", "a lo de antes": to what was spoken of before the last matter.
_TO_THE_LAST = re.compile(
    r"(?:lo |la |el )?(?:(?:tema |pregunta |consulta )?(?:anterior|previ[oa])|(?:de|que hablabamos) (?:antes|recien))"
)
# "Volviendo a las expulsiones administrativas, ¿cuántas de esas hubo?"
_THE_MANY = re.compile(r"(?:l[oa] de )?l(?P<gender>[oa])s (?P<what>[a-z]{4,}(?: [a-z]+){0,4})")
_HOW_MANY = re.compile(
    r"\W*(?:y )?cuant(?P<gender>[oa])s (?:de (?:es|est|ell)[oa]s(?: [a-z]{4,}s)? )?(?P<rest>(?:hubo|hay|habia|fueron|son|eran|van|se|ya|quedaron|quedan)\b.*)"
)
_YEAR = re.compile(r"\b20\d\d\b")
_THERE = re.compile(r"\b(?:ah[ií]|all[ií]|all[aá])\b", re.IGNORECASE)
_OF_PLAN = re.compile(r"plan|medidas?|compromisos?|measures?")
_OF_FIGURES = re.compile(r"cuenta|cifras?|numeros?|figures?|datos?")
_OF_PRACTICES = re.compile(r"practicas?|fichas?|municipios?|municipalidad(?:es)?|comunas?|experiencias?|practices?")
_OF_GUIDE = re.compile(r"guia|etapas?|metodologia|guide")


def back_to(question: str, turns: tuple[Turn, ...]) -> tuple[str, tuple[Turn, ...]]:
    """A question without the words that go back to something, and the turns up to the last one that told of it.

    Without any turn where they leave what was spoken of; both as they are where nothing says so, or nothing of that sort
    was told.
    """
    anew = _ANEW.match(fold(question))
    if anew is not None and anew.end() < len(question):
        return question[anew.end() :], ()
    match = _BACK.match(fold(question))
    if match is None:
        return question, turns
    at = next((at for at in range(len(turns), 0, -1) if _tells_of(turns[at - 1], match["sort"])), 0)
    if at:
        return question[match.end() :], turns[:at]
    stems = set(terms(match["sort"]))
    told = [{*terms(turn.question)} for turn in turns], [{*terms(turn.query.texto)} for turn in turns]
    at = next((at for texts in told for at in range(len(turns), 0, -1) if stems & texts[at - 1]), 0)
    return (question[match.start("sort") :], turns[:at]) if at and turns[at - 1].figures else (question, turns)


def back_to_named(
    question: str, turns: tuple[Turn, ...], place_told: Callable[[Turn], str]
) -> tuple[str, tuple[Turn, ...]]:
    """A question without the words that go back to what an earlier message named, and the turns up to what went on with
    that message; both as they are where none named it.

    ``place_told`` is the place of the practice that a turn told, empty where it told none: that is named too.
    """
    match = _BACK_TO.match(fold(question))
    match = None if match is not None and _SEVERAL.match(match["what"]) else match
    named = set(terms(match["what"])) if match is not None else set()
    at = next((n for n in range(len(turns), 0, -1) if named and named <= set(terms(turns[n - 1].question))), 0)
    at = at or next((n for n in range(len(turns), 0, -1) if named and named <= set(terms(place_told(turns[n - 1])))), 0)
    at = at or (_by_its_place(match["what"], turns) if match is not None else 0)
    if match is None or not at or not turns[at - 1].record_ids:
        return question, turns
    of_year = _YEAR.fullmatch(match["what"]) is not None
    while at < len(turns) and turns[at].query.arrastre and set(turns[at].record_ids) & set(turns[at - 1].record_ids):
        if of_year and set(_YEAR.findall(turns[at].question)) - named:
            break  # what was asked of another year since
        at += 1
    return question[match.end() :], turns[:at]


def _by_its_place(what: str, turns: tuple[Turn, ...]) -> int:
    """Up to which turn a message goes back that says by its place where: to the first that told something, or to what was
    spoken of before the last matter; 0 where it says none, or nothing else was spoken of."""
    anew = [n for n, turn in enumerate(turns, 1) if not turn.query.arrastre and turn.record_ids]
    if _TO_THE_FIRST.fullmatch(what):
        return anew[0] if anew else 0
    return anew[-2] if _TO_THE_LAST.fullmatch(what) and len(anew) > 1 else 0


def there_named(question: str) -> str | None:
    """A message that goes on to what it names first with "ahí" in its question, with that in the place of it: "volviendo a
    Macul, ¿qué hicieron ahí?"; None where it is no such message."""
    match = _BACK_TO.match(fold(question))
    there = _THERE.search(question, match.end()) if match is not None else None
    if match is None or there is None or len(fold(question)) != len(question):
        return None
    what = question[match.start("what") : match.end("what")]
    return f"{question[match.end() : there.start()]}en {what}{question[there.end() :]}"


def counted_named(question: str) -> str | None:
    """A message that goes back to what it names and asks how many, by no noun of its own, as the question for how many of that:
    "volviendo a las multas pagadas, ¿cuántas hubo?"; None where it is no such message."""
    match = _BACK_TO.match(fold(question))
    named = _THE_MANY.match(match["what"]) if match is not None else None
    counted = _HOW_MANY.match(fold(question)[match.end() :]) if match is not None else None
    if named is None or counted is None or counted["gender"] != named["gender"]:
        return None
    return f"¿cuant{named['gender']}s {named['what']} {counted['rest']}"


def _tells_of(turn: Turn, sort: str) -> bool:
    first = turn.record_ids[0] if turn.record_ids else ""
    if _OF_PLAN.fullmatch(sort):
        return bool(turn.medidas)
    if _OF_FIGURES.fullmatch(sort):
        return bool(turn.figures) and not turn.medidas
    if _OF_PRACTICES.fullmatch(sort):
        return first.startswith("practica:")
    if _OF_GUIDE.fullmatch(sort):
        return ":guia:" in first or first.startswith(("etapa:", "herramienta:"))
    return False
