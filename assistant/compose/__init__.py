"""Compose: from a query and its evidence to a :class:`Draft`, by rules and templates; no model writes."""

from assistant.compose.composer import MESSAGES, Composer
from assistant.compose.parts import PartReader
from assistant.compose.passages_only import PassagesOnly
from assistant.compose.several import Several

__all__ = ["MESSAGES", "Composer", "PartReader", "PassagesOnly", "Several"]
