"""Which records a request means: filters over cifras and practicas, and a selection of medidas in words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from corpus.analysis import fold, terms
from corpus.dates import write_date
from corpus.records import Cifra, Practica


def mentions(query: str | None, *texts: str | None) -> bool:
    """Whether every content word of a query stands in one of the texts, by stem; true of an empty query."""
    wanted = set(terms(query or ""))
    return not wanted or wanted <= {term for text in texts if text for term in terms(text)}


def contains(query: str | None, texts: Iterable[str | None]) -> bool:
    """Whether a query is part of one of the texts, without case and accents; true of an empty query."""
    wanted = fold(query or "").strip()
    return not wanted or any(wanted in fold(text) for text in texts if text)


def cifra_matches(cifra: Cifra, concepto: str | None, periodo: str | None, desglose: str | None) -> bool:
    """Whether a figure is under all of the given filters."""
    return (
        mentions(concepto, cifra.concepto, *cifra.ruta)
        and contains(periodo, [cifra.periodo])
        and contains(desglose, cifra.desglose)
    )


def practica_matches(
    practica: Practica, linea: str | None, comuna: str | None, tema: str | None, q: str | None
) -> bool:
    """Whether a practice is under all of the given filters."""
    fields = [text for campo in practica.campos for text in (campo.titulo, campo.texto.texto)]
    return (
        (not linea or any(mentions(linea, sello.texto) for sello in practica.lineas_sello))
        and contains(comuna, [practica.comuna, practica.lugar.texto])
        and mentions(tema, practica.tema, practica.titulo.texto)
        and mentions(q, practica.titulo.texto, practica.lugar.texto, practica.tema, *fields)
    )


def selection_in_words(
    institucion: str | None,
    eje: int | None,
    plazo_desde: date | None,
    plazo_hasta: date | None,
    q: str | None,
    numeros: Iterable[int],
) -> str:
    """A selection of medidas as it is told to the user: "Medidas; institución: MINSAL; plazo hasta el …"."""
    wanted = list(numeros)
    parts = [
        f"institución: {institucion}" if institucion else "",
        f"eje {eje}" if eje is not None else "",
        f"plazo desde el {write_date(plazo_desde)}" if plazo_desde else "",
        f"plazo hasta el {write_date(plazo_hasta)}" if plazo_hasta else "",
        f"sobre «{q}»" if q else "",
        f"números {', '.join(map(str, wanted))}" if wanted else "",
    ]
    given = [part for part in parts if part]
    return "Medidas; " + "; ".join(given) if given else "Todas las medidas"
