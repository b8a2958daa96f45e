"""Practices to replicate: found by filters or by need, told field by field, counted, compared."""

from assistant.practices.answer import PracticeAnswerer

__all__ = ["PracticeAnswerer"]
