"""Understand: from a question and the turns before it to a :class:`Query`. Rules and lexicon; no model is asked."""

from assistant.understand.asks import ASKING
from assistant.understand.reader import Reader

__all__ = ["ASKING", "Reader"]
