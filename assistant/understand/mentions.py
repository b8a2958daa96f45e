"""What a question names — numbers, ejes, instituciones, dates — and whether it names it to leave it out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

Sort = Literal["numero", "eje", "institucion", "plazo", "invalido", "palabras"]

_LINK = (
    r"(?:las?|los?|un[oa]?|ningun[ao]?|el|del?|al?|que|con|en|por|para|of|the|in|by|from|are|is|sean?|son|es|eran?|era|fueron|fuera[n]?|ha|han|hayan?|esten?|estan|a cargo|cargo|contar|considerar|incluir|ser|"
    r"tomar|cuenta|medidas? del?|responsabilidad|responsables?|correspond\w+|dependa?n?|depende[n]?|pertene\w+|incluy\w+|vence[n]?|vencia[n]?|venza[n]?|"
    r"tienen|tengan|tenia[n]?|tiene|tenga|plazos?|fechas?|limite|cumpl\w+|figur\w+|aparec\w+|particip\w+|interv\w+|lidera\w*|compart\w+|"
    r"mencion\w+|habl\w+|nombr\w+|dig\w+|trat\w+|sobre|relacionad\w+|ejes?|numero|medida|instituciones?|institucion responsable|responsable|"
    r"cuy[oa]|les|le|se|lo|toca\w*|toque\w*|queda\w*|quedo|estan?|hag\w+|hace[n]?|va[n]?|vaya[n]?|junto|en conjunto|conjuntamente|a medias|a la par|de la mano|ano|mes|durante|hasta|antes|despues|desde|partir|tambien|solo|palabras?|expresion|termino)"
)
# What is different *from* something leaves that out; "plazos distintos tienen" only says that they are no copies.
_NEGATION = re.compile(
    rf"(?<!\w)(?:no(?! solo| solamente| unicamente| tienen? (?:ninguna )?medidas?\b)|sin(?! duda)|excepto|exceptuando|salvo|(?<!al )(?<!mas o )menos(?= (?:las?|los?|el|del?)\b)|"
    rf"exclu(?:y|id|ir)\w*|saca\w*|quita\w*|elimina\w*|descuenta\w*|fuera|aparte|descontando|quitando|sacando|(?:distint[ao]s?|diferentes?)(?= (?:del?|al?|que|from|than|to)\b)|ni|tampoco|omitiendo|except|excluding|without|not|other than)"
    rf"(?: {_LINK})*$"
)
# "¿en cuáles no está metido el SERMIG?": whatever the verb, what it says of is left out.
_WITHOUT_IT = re.compile(
    r"(?<!\w)(?:cual(?:es)?|cuantas|(?:las|en) que|que medidas|donde)(?: de (?:ellas|esas|estas|todas|las \w+))? no"
    r"(?! solo| solamente| unicamente)(?: (?!(?:del?|y|ni|pero|solo)\b)[a-z]+){1,5}$"
)
_SAME = re.compile(rf"\s*(?:,|y|e|o|u|ni|and|or)(?: (?:y|o|ni|{_LINK}))*\s*")


# "casi todo el eje es de Salud, ¿cuál no?": those of which what was just said does not hold.
_WHICH_NOT = re.compile(
    r"(?<!\w)(?:cual(?:es)?|que medidas?|las? que)(?: de (?:ellas|esas|todas|las medidas))?(?: es la que| son las que)? no"
    r"(?: (?:l[oae]s?|es|son|esta|estan|tienen?|vencen?|cumplen?|asi))*\W*$"
)


@dataclass(frozen=True)
class Mention:
    """One thing that a line names, and where. ``values`` are alternatives."""

    sort: Sort
    start: int
    end: int
    values: tuple[object, ...]
    negated: bool = False


def with_negations(line: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions in order, each marked where the question leaves it out.

    A negation reaches what follows it directly ("que no son de Trabajo") and whatever of the same sort is listed with
    that ("ni de Salud", "Trabajo y Salud"); not what stands in another clause ("… y vencen en 2025").
    """
    marked: list[Mention] = []
    for mention in sorted(mentions, key=lambda mention: mention.start):
        before = _barred(line, marked)[: mention.start].rstrip()
        leaves_out = _NEGATION.search(before) or (mention.sort == "institucion" and _WITHOUT_IT.search(before))
        # "si no se cumple la medida 12" leaves nothing out.
        done = (
            mention.sort == "numero"
            and leaves_out
            and re.search(r"\bno (?:se )?(?:cumpl|ejecut|realiz|implement)", leaves_out.group())
        )
        negated = bool(leaves_out) and not done
        if not negated and marked and marked[-1].negated and marked[-1].sort == mention.sort:
            negated = _SAME.fullmatch(line[marked[-1].end : mention.start]) is not None
        marked.append(replace(mention, negated=negated))
    return _all_but(line, marked)


def _all_but(line: str, mentions: list[Mention]) -> list[Mention]:
    """The mentions, with the last institution or deadline left out where it is asked which are not of it."""
    asked = _WHICH_NOT.search(line)
    said = [m for m in mentions if asked and m.sort in ("institucion", "plazo") and m.end <= asked.start()]
    if not said or said[-1].negated:
        return mentions
    return [replace(mention, negated=True) if mention is said[-1] else mention for mention in mentions]


def _barred(line: str, mentions: Sequence[Mention]) -> str:
    """The line with the mentions barred: a "no" within one ("que aún no vencen") reaches nothing else."""
    for mention in mentions:
        line = line[: mention.start] + "#" * (mention.end - mention.start) + line[mention.end :]
    return line


def blanked(line: str, mentions: Sequence[Mention]) -> str:
    """The line with the places of the mentions blanked out; its length stays."""
    for mention in mentions:
        line = line[: mention.start] + " " * (mention.end - mention.start) + line[mention.end :]
    return line
