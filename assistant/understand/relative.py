"""Years told by another one of the line: "el plan parte en 2024, pero … del año anterior" means 2023."""

from __future__ import annotations

import re
from collections.abc import Sequence

_YEAR = re.compile(r"(?<![\d.,/$-])(?<!\w)(20\d\d)(?![.,]?\d)(?!\w)")
_BACK = r"anterior|previo|precedente|pasado"
_ON = r"siguiente|posterior|subsiguiente|que (?:le )?sig(?:ue|uio)|que (?:viene|vino) despues"
# "el año anterior", "un año antes", "el año siguiente a ese"
_AFTERWARDS = re.compile(
    rf"(?<!\w)(?:(?:un |el |al |del )?ano (?:inmediatamente )?(?:(?P<back>{_BACK}|antes)|(?P<on>{_ON}|despues)))(?!\w)(?: (?:a|al|de) (?:ese|este|esa|aquel)\b)?"
)
# "un año antes que las de 2025", "el año anterior a 2025"
_BEFOREHAND = re.compile(
    rf"(?<!\w)(?:un |el |al |del )?ano (?:inmediatamente )?(?:(?P<back>{_BACK}|antes)|(?P<on>{_ON}|despues))"
    r"(?: (?:que|de|a|al|del|las|los|el|ano))+ (?P<year>20\d\d)(?![.,]?\d)(?!\w)"
)
# "en 2024 y el año siguiente": both years are meant.
_BOTH = re.compile(r"[^.;?]{0,25}?(?<!\w)(?:y|e|o|u|ni|como|versus|vs|que)(?!\w)[^.;?]{0,15}")
_BUT = re.compile(r"(?<!\w)(?:pero|aunque|cuales|cuantas|hay)(?!\w)")


def from_named_year(line: str, of_plan: Sequence[tuple[int, int]] = ()) -> str:
    """A folded line with the years written out that are told by another.

    The year that only tells another is taken out, but where both are meant. ``of_plan`` are the places of years that say
    when the plan runs: those bound nothing, whatever follows.
    """
    for match in reversed(list(_BEFOREHAND.finditer(line))):
        line = _put(line, match.start(), match.end(), _shifted(match, int(match["year"])))
    for match in reversed(list(_AFTERWARDS.finditer(line))):
        anchor = next(reversed(list(_YEAR.finditer(line, 0, match.start()))), None)
        if anchor is None:
            continue
        gap = line[anchor.end() : match.start()]
        line = _put(line, match.start(), match.end(), _shifted(match, int(anchor[1])))
        both = _BOTH.fullmatch(gap) is not None and _BUT.search(gap) is None
        if not both and anchor.span(1) not in of_plan:
            line = line[: anchor.start()].rstrip() + line[anchor.end() :]
    return line


def from_last_year(line: str, year: int) -> str:
    """A folded line that names no year, with those written out that another message's year tells: "¿y el año siguiente?"."""
    if _YEAR.search(line):
        return line
    for match in reversed(list(_AFTERWARDS.finditer(line))):
        line = _put(line, match.start(), match.end(), _shifted(match, year))
    return line


def _shifted(match: re.Match[str], year: int) -> int:
    return year - 1 if match["back"] else year + 1


def _put(line: str, start: int, end: int, year: int) -> str:
    """A line with a year in place of the words that told it."""
    return f"{line[:start]}{year}{line[end:]}"
