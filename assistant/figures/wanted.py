"""What of a message is to be sought: neither why it is asked, nor what is said not to be meant."""

from __future__ import annotations

from assistant.figures import phrases
from assistant.figures.lexicon import FigureWords


def wanted(line: str, words: FigureWords) -> str:
    """A folded line without what it says it does not mean, and without what it says of its purpose."""
    return phrases.without_purpose(words.without_denied(line))
