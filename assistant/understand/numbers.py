"""Numbers of medidas in a question: one, several, ranges, and those before or after another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.understand.mentions import Mention
from corpus.numbers import number_from_words

_N = r"(\d{1,3})(?![\d%]|[.,/]\d)"
_NAME = r"(?:medidas?|measures?)(?: (?:numeros?|number|nros?|n)\.?)? ?#?"
_THE = r"(?:las? )?(?:medidas? )?(?:numero )?#?"
_NOT_A_THING = r"(?! (?:medidas|meses|dias|anos|semanas|municip|comunas|personas|regiones|horas|por ciento|de (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|sep|oct|nov|dic)))"
_ABOUT = re.compile(r"\b(?:medidas?|measures?)\b")
_RANGE = re.compile(
    rf"(?<![\d.,/])(?P<pre>(?:entre|desde|de|del|from|between) )?(?P<name>(?:medidas? |measures? )?(?:las? )?(?:medidas? |measures? )?(?:numeros? |n )?)(?P<first>\d{{1,3}})(?![\d%]|[.,/]\d)"
    rf" ?(?P<to>al?|hasta|y|to|and|through|-|–) ?(?P<name2>{_THE})(?P<last>\d{{1,3}})(?![\d%]|[.,/]\d){_NOT_A_THING}"
)
_OPEN = re.compile(
    rf"\b(?P<way>a partir de|desde|hasta|antes de|despues de|anteriores a|posteriores a|mayores? (?:a|que)|menores? (?:a|que)) (?:la |las )(?:medida )?(?:numero )?{_N}(?P<on> en adelante)?(?! de)"
)
_LIST = rf"{_N.replace('(', '(?:', 1)}(?:(?:, y|, o|,| y| e| o| u| and| or|/) ?(?:la |las |medida )?{_N.replace('(', '(?:', 1)})*"
_NUMBERED = re.compile(rf"\b{_NAME} ?({_LIST}){_NOT_A_THING}")
_LONE = re.compile(
    rf"(?<!ley )(?<!decreto )(?<!resolucion )(?<!tabla )(?<!oficio )(?<!ds )\b(?:(?:la|numero|n) #?({_LIST}){_NOT_A_THING}"
    rf"|las #?({_LIST})(?=\W*$|[?.,;:)]| (?:y|e|o|que|del plan|en|es|son|dicen|tratan|tienen|vencen|cual|quien|quienes|cuando|como|para|con|a cargo|and)\b))"
)
_SPELLED = re.compile(r"\bmedidas? (?:numero )?((?:[a-z]+)(?: y [a-z]+)?)(?: y (?:la )?([a-z]+(?: y [a-z]+)?))?")
_NEXT_TO = re.compile(
    rf"\b(?:la|las)(?: (?P<many>\d{{1,2}}|[a-z]+))?(?: medidas?)? (?:que )?(?:le )?(?P<way>siguen?|siguientes?|posterior(?:es)?|vienen? (?:despues|luego)|anterior(?:es)?|previas?|anteceden?|preceden?|vienen? antes)"
    rf"(?: (?:al?|del?|despues de|antes de))? la (?:medida )?(?:numero )?{_N}"
)
# "El indicador de la 9", "resúmeme la 48": what is said of a number that only a medida has, or to do with one.
_SAID_OF_ONE = re.compile(
    r"\b(?:indicador|plazo|vencimiento|institucion|ministerio|responsable|avance|hitos?)(?: \w+)? de las? \d"
    r"|^\W*(?:\w+ )?(?:resum|explica|muestra|ensena|detalla|describ|dame|dime|cuentame)\w*(?: (?:de|sobre))? las? \d"
)
# "Diferencias entre la 74 y la 78": the two, and none between them.
_COMPARED = re.compile(r"\b(?:diferenci\w+|compar(?!t)\w*|distin[gt]\w+|parec\w+|en comun|coinciden?)(?: \w+)? $")
_ALONE = re.compile(
    rf"(?<!ley )(?<!tabla )\bla (?:n |nro |numero )?(?P<n>\d{{1,3}}(?![\d%]|[.,/]\d)|[a-z]+ y [a-z]+|[a-z]+)(?!\w){_NOT_A_THING}"
)
# "¿La 59 es una de las 24 en desarrollo?": so many, and no number of one.
_ONE_OF = re.compile(r"\b(?:una de|parte de|entre|dentro de) $")
BACKWARD = re.compile(r"anterior|previa|antecede|precede|antes")


def numbers(line: str, highest: int) -> list[Mention]:
    """The numbers of medidas that a folded line names. ``highest`` is the last number of the plan."""
    found: list[Mention] = []
    free = line
    for pattern, read in (
        (_NEXT_TO, _next_to),
        (_RANGE, _range),
        (_OPEN, _open),
        (_NUMBERED, _listed),
        (_SPELLED, _spelled),
        (_LONE, _lone),
    ):
        for match in pattern.finditer(free):
            values = tuple(read(match, line, highest))
            if values:
                found.append(Mention("numero", match.start(), match.end(), values))
                free = free[: match.start()] + " " * (match.end() - match.start()) + free[match.end() :]
    return found


def lone_number(line: str, highest: int) -> Mention | None:
    """The one number that stands alone with its article, in digits or words: "la 48", "la sesenta y uno"."""
    found = [match for match in _ALONE.finditer(line) if (value := _value(match)) and value <= highest]
    return Mention("numero", found[0].start(), found[0].end(), (_value(found[0]),)) if len(found) == 1 else None


def _value(match: re.Match[str]) -> int:
    read = number_from_words(match["n"].split())
    return int(read[0]) if read and read[1] == len(match["n"].split()) and (match["n"].isdigit() or read[0] > 2) else 0


def _next_to(match: re.Match[str], line: str, highest: int) -> Iterator[int]:
    """«las dos que siguen a la 39», «la anterior a la medida 40»."""
    many = number_from_words([match["many"]]) if match["many"] else None
    yield from beside(
        int(match[3]), int(many[0]) if many else 1, back=BACKWARD.search(match["way"]) is not None, highest=highest
    )


def beside(number: int, many: int, *, back: bool, highest: int) -> Iterator[int]:
    """So many numbers right before or after another, within the plan."""
    first, last = (number - many, number - 1) if back else (number + 1, number + many)
    yield from range(max(1, first), min(highest, last) + 1)


def _range(match: re.Match[str], line: str, highest: int) -> Iterator[int]:
    named = "medida" in match["name"] or "measure" in match["name"]
    between, article = (match["pre"] or "").startswith(("entre", "between")), "la" in match["name"].split()
    if match["to"] in ("y", "and") and not between:
        return
    if not (
        named
        or (article and ("la" in match["name2"].split() or _ABOUT.search(line)))
        or (match["pre"] and _ABOUT.search(line))
    ):
        return
    first, last = sorted((int(match["first"]), int(match["last"])))
    which = re.match(r"\s*[,;:.]?\s*¿?(?:cual|quien)\b", line[match.end() :]) and not re.search(r"\bmedidas\b", line)
    two = _COMPARED.search(line[: match.start()]) or which
    if between and match["to"] in ("y", "and") and two:
        yield from (first, last)
    elif last - first < 200:
        yield from range(first, last + 1)


def _open(match: re.Match[str], line: str, highest: int) -> Iterator[int]:
    """«a partir de la 80», «hasta la medida 10»."""
    way, number = match["way"], int(match[2])
    if not (_ABOUT.search(line) or match["on"]):
        return
    if way in ("a partir de", "desde"):
        yield from range(number, highest + 1)
    elif way == "hasta":
        yield from range(1, number + 1)
    elif way.startswith(("antes", "anterior", "menor")):
        yield from range(1, number)
    else:
        yield from range(number + 1, highest + 1)


def _listed(match: re.Match[str], line: str, highest: int) -> Iterator[int]:
    yield from (int(digits) for digits in re.findall(r"\d+", match[1] or match[2]))


def _spelled(match: re.Match[str], line: str, highest: int) -> Iterator[int]:
    """«medida doce»; a smaller number is more often an article or a count ("la medida una")."""
    for written in match.groups():
        read = number_from_words(written.split()) if written else None
        if read and (read[0] > 2 or match.group().startswith("medida numero")):
            yield int(read[0])


def _lone(match: re.Match[str], line: str, highest: int) -> Iterator[int]:
    """«la 84», where medidas are spoken of or nothing else is; «las 43» alone are so many of something."""
    values = tuple(_listed(match, line, highest))
    if len(values) == 1 and match[2] and (_ONE_OF.search(line[: match.start()]) or values[0] == highest):
        return  # "¿qué parte son de las 86?": all of them
    several = len(values) > 1 or match[2] is None
    bare = re.match(
        r"^\W*(?:y |pero |ahora |no |mejor )*(?:(?:el|la|lo|los|las) )?(?:de |con |sobre |en |por |para |a )?(?:la|las) (?:n |nro |numero )?\d{1,3}(?:\W|$)",
        line,
    )
    if _ABOUT.search(line) or (several and (bare or _SAID_OF_ONE.search(line))):
        yield from values
