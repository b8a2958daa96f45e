"""Figures in running text: numbers, what they count, when, and with which reservation."""

from ingest.figures.prose import prose_figures
from ingest.figures.words import FigureWords

__all__ = ["FigureWords", "prose_figures"]
