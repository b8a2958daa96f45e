"""Select: exact filters over the medidas. No scores, no guesses: a medida matches or it does not."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Mapping
from datetime import date

from assistant.values import Fechas, Filtros
from corpus.analysis import terms
from corpus.dates import WRITTEN_DATE, month_number
from corpus.lexicon import Instituciones
from corpus.records import Hito, Medida


def deadline(hito: Hito) -> date:
    """The date by which a milestone is filtered; one that its month does not have counts as the month's last day."""
    if hito.fecha is not None:
        return hito.fecha
    match = WRITTEN_DATE.search(hito.plazo.texto)
    assert match is not None, "ingestion keeps no plazo that is not written as a date"
    year, month = int(match["year"]), month_number(match["month"]) or 12
    return date(year, month, min(int(match["day"]), monthrange(year, month)[1]))


def in_range(hito: Hito, fechas: Fechas) -> bool:
    """Whether a milestone falls in a range of dates, both ends included."""
    at = deadline(hito)
    return (fechas.desde is None or at >= fechas.desde) and (fechas.hasta is None or at <= fechas.hasta)


def matching_hitos(medida: Medida, filtros: Filtros) -> tuple[Hito, ...]:
    """The milestones of a medida that the date filters keep; all of them where there is no such filter."""
    hitos = medida.hitos
    if filtros.plazos:
        hitos = tuple(hito for hito in hitos if any(in_range(hito, fechas) for fechas in filtros.plazos))
    if filtros.sin_plazos:
        hitos = tuple(hito for hito in hitos if not any(in_range(hito, fechas) for fechas in filtros.sin_plazos))
    if filtros.plazo_invalido:
        hitos = tuple(hito for hito in hitos if hito.fecha is None)
    return hitos


def select(medidas: Mapping[int, Medida], filtros: Filtros, known: Instituciones) -> tuple[Medida, ...]:
    """The medidas that pass every filter, by number."""
    return tuple(medida for _, medida in sorted(medidas.items()) if matches(medida, filtros, known))


def matches(medida: Medida, filtros: Filtros, known: Instituciones) -> bool:
    """Whether a medida passes every filter."""
    if filtros.numeros and medida.numero not in filtros.numeros:
        return False
    if filtros.ejes and medida.eje not in filtros.ejes:
        return False
    if medida.eje in filtros.sin_ejes:
        return False
    if filtros.instituciones:
        hits = [_responsible(medida, name, known) for name in filtros.instituciones]
        if not (all(hits) if filtros.todas_las_instituciones else any(hits)):
            return False
    if any(_responsible(medida, name, known) for name in filtros.sin_instituciones):
        return False
    shared = len(_independent(medida, known)) > 1
    if filtros.responsable is not None and shared != (filtros.responsable == "compartida"):
        return False
    if not matching_hitos(medida, filtros):
        return False
    return not filtros.palabras or holds_words(medida, filtros.palabras)


def _responsible(medida: Medida, name: str, known: Instituciones) -> bool:
    return any(part in medida.instituciones for part in known.with_dependents(name))


def _independent(medida: Medida, known: Instituciones) -> tuple[str, ...]:
    """The institutions of a medida without those that are part of another of them."""

    def parent(name: str) -> str | None:
        entry = known.by_name.get(name)
        return entry.parte_de if entry else None

    return tuple(name for name in medida.instituciones if parent(name) not in medida.instituciones)


def holds_words(medida: Medida, wanted: Iterable[str]) -> bool:
    """Whether the text or an indicator of a medida holds every wanted stem."""
    text = " ".join((medida.texto.texto, *(hito.indicador.texto for hito in medida.hitos)))
    return set(wanted) <= set(terms(text))
