"""Compose: from a query and its evidence to a :class:`Draft`, by rules and templates; no model writes."""

from assistant.compose.composer import Composer
from assistant.compose.passages_only import PassagesOnly

__all__ = ["Composer", "PassagesOnly"]
