"""The items of the lists of the guide: the mark that each begins with, and how far it is indented."""

from __future__ import annotations

import re

MARK = re.compile(r"^\s*(?:- |\d+\. )")


def depth(line: str) -> int:
    """How far a line of a list is indented; one that announces a list stands before its items."""
    return len(line) - len(line.lstrip()) if MARK.match(line) else -1
