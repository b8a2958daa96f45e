"""Figures: what a question asks of the tables and of the figures in prose, looked up or computed exactly."""

from assistant.figures.answer import FigureAnswerer

__all__ = ["FigureAnswerer"]
