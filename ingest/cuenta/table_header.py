"""The header of a table: its words in reading order become the label of the rows and one label for each column.

Headers come wrapped over lines, in two levels (periods over measures), or as two tables side by side. A new label
begins with a capital letter, a year or a percent sign; a capital after a preposition ("Atenciones a NNA") does not
begin one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.errors import ParseError
from ingest.cuenta.lines import Line

_AFTER_WHICH_A_LABEL_GOES_ON = frozenset("a al con de del e el en la las los o para por sin u y".split())
_PERIOD = re.compile(
    r"(?:(?:primer|segundo|tercer|cuarto) (?:trimestre|semestre)(?: de)? )?(?:19|20)\d{2}\*{0,3}", re.IGNORECASE
)


@dataclass(frozen=True)
class Header:
    """The label of the rows, the full labels of the columns, and how many tables stand side by side."""

    rows: str
    columns: tuple[str, ...]
    side_by_side: int = 1


def is_period(label: str) -> bool:
    """Whether a label is a year or a quarter or half of one: "2024", "2025*", "Primer trimestre 2025"."""
    return _PERIOD.fullmatch(label.strip()) is not None


def segments(text: str) -> list[str]:
    """The labels in a run of header words."""
    words = text.split()
    labels: list[str] = []
    at = 0
    while at < len(words):
        period = next((n for n in (4, 3, 1) if is_period(" ".join(words[at : at + n])) and at + n <= len(words)), 0)
        if period:
            labels.append(" ".join(words[at : at + period]))
            at += period
            continue
        word = words[at]
        begins = word[0].isupper() or word.startswith("%")
        goes_on = bool(labels) and labels[-1].split()[-1].casefold() in _AFTER_WHICH_A_LABEL_GOES_ON
        if labels and not is_period(labels[-1]) and (not begins or goes_on):
            labels[-1] += " " + word
        else:
            labels.append(word)
        at += 1
    return labels


def read_header(lines: list[Line], first_row: Line) -> Header:
    """The header that fits a table's first row. Raises ParseError where it does not.

    A row that begins with a number ("2024 250 4.917") is labelled by it; else by the words before its numbers.
    """
    cells = first_row.cells()
    repeated = _side_by_side(lines, len(cells))
    if repeated is not None:
        return repeated
    labels = segments(" ".join(line.text for line in lines))
    if is_period(labels[0]):
        labels.insert(0, "")
    rows, labels = labels[0], labels[1:]
    count = len(cells) - (cells[0][0] == first_row.start)
    columns = tuple(labels) if len(labels) == count else _grouped(labels, count)
    if columns is None:
        raise ParseError(
            f"línea {lines[0].number}: el encabezado {[rows, *labels]} no corresponde a las filas de "
            f"{count} números que comienzan en la línea {first_row.number}"
        )
    return Header(rows, columns)


def _grouped(labels: list[str], count: int) -> tuple[str, ...] | None:
    """Columns of a header in two levels: g groups, then the same labels g times; "group, label" for each column."""
    groups = len(labels) - count
    if groups < 2 or count % groups:
        return None
    names, below = labels[:groups], labels[groups:]
    size = count // groups
    if any(below[at : at + size] != below[:size] for at in range(0, count, size)):
        return None
    return tuple(f"{names[at // size]}, {label}" for at, label in enumerate(below))


def _side_by_side(lines: list[Line], cells: int) -> Header | None:
    """The header of tables side by side: its last line repeats itself, the line above names each table."""
    words = lines[-1].text.split()
    times = words.count(words[0])
    if times < 2 or len(words) % times or cells != len(words):
        return None
    size = len(words) // times
    if any(words[at : at + size] != words[:size] for at in range(0, len(words), size)):
        return None
    names = _parts(" ".join(line.text for line in lines[:-1]).split(), times)
    if names is None:
        raise ParseError(f"línea {lines[-1].number}: hay {times} tablas lado a lado y no sus {times} nombres encima")
    columns = tuple(f"{name}, {label}" for name in names for label in words[1:size])
    return Header(words[0], columns, times)


def _parts(words: list[str], times: int) -> list[str] | None:
    """The names of tables side by side: parted where the first word comes again, else in equal runs of words."""
    starts = [at for at, word in enumerate(words) if words and word == words[0]]
    if len(starts) == times:
        return [" ".join(words[a:b]) for a, b in zip(starts, [*starts[1:], len(words)], strict=True)]
    if words and len(words) % times == 0:
        size = len(words) // times
        return [" ".join(words[at : at + size]) for at in range(0, len(words), size)]
    return None
