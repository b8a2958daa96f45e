"""The municipal guide as a method: its stages and tools told whole, its definitions, and drafts made from them."""

from assistant.guide.answer import GuideAnswerer

__all__ = ["GuideAnswerer"]
