"""Select: exact filters over the medidas. No scores, no guesses: a medida matches or it does not."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from assistant.values import Fechas, Filtros, Palabras, Tema
from corpus.analysis import fold, terms, words
from corpus.dates import WRITTEN_DATE, month_number
from corpus.lexicon import Instituciones
from corpus.records import Hito, Medida

# How nouns and adjectives end that are made from another word, how nouns that are made from none, and verbs.
_DERIVED = re.compile(r"[a-z]{3}(?:[cs]ion(?:es)?|tiv[oa]s?|tic[oa]s?|mente)$")
_BASE = re.compile(r"(?<!ad)(?<!id)(?<!nd)[eo]s?$")
_PLURAL = re.compile(r"(?:(?<=[aeiou])|(?<=[^aeiou])e)s$")
# A noun in "-en" has no other form than its plural: "CASEN" is not "casos", nor "orden" "ordenanza", which have its stem.
_IN_EN = re.compile(r"[a-z]{3,}en$")
_INFINITIVE = re.compile(r"[aei]r$")
_SIGN = re.compile(r"\b[Nn][°º]\s?")  # "Ley N°21.325" is said "Ley 21.325"


def deadline(hito: Hito) -> date:
    """The date by which a milestone is filtered; one that its month does not have counts as the month's last day."""
    if hito.fecha is not None:
        return hito.fecha
    match = WRITTEN_DATE.search(hito.plazo.texto)
    assert match is not None, "ingestion keeps no plazo that is not written as a date"
    year, month = int(match["year"]), month_number(match["month"]) or 12
    return date(year, month, min(int(match["day"]), monthrange(year, month)[1]))


def in_range(hito: Hito, fechas: Fechas) -> bool:
    """Whether a milestone falls in a range of dates, both ends included.

    A deadline that is no date lies in its month, semester or year; it is never taken for another single day.
    """
    if hito.fecha is None and not fechas.inexistente and fechas.desde == fechas.hasta:
        return False
    if fechas.inexistente and hito.fecha is not None:
        return False
    at = deadline(hito)
    return (fechas.desde is None or at >= fechas.desde) and (fechas.hasta is None or at <= fechas.hasta)


def matching_hitos(medida: Medida, filtros: Filtros) -> tuple[Hito, ...]:
    """The milestones of a medida that the date filters keep; all of them where there is no such filter."""
    hitos = medida.hitos
    if filtros.plazos:
        hitos = tuple(hito for hito in hitos if any(in_range(hito, fechas) for fechas in filtros.plazos))
    if filtros.plazo_invalido is not None:
        hitos = tuple(hito for hito in hitos if (hito.fecha is None) == filtros.plazo_invalido)
    return hitos


def select(medidas: Mapping[int, Medida], filtros: Filtros, known: Instituciones) -> tuple[Medida, ...]:
    """The medidas that pass every filter, by number."""
    return tuple(medida for _, medida in sorted(medidas.items()) if matches(medida, filtros, known))


def matches(medida: Medida, filtros: Filtros, known: Instituciones) -> bool:
    """Whether a medida passes every filter. What is excluded excludes a medida with all of its milestones."""
    return (
        (not filtros.numeros or medida.numero in filtros.numeros)
        and (not filtros.entre or medida.numero in filtros.entre)
        and medida.numero not in filtros.sin_numeros
        and (not filtros.ejes or medida.eje in filtros.ejes)
        and medida.eje not in filtros.sin_ejes
        and _institutions_match(medida, filtros, known)
        and bool(matching_hitos(medida, filtros))
        and not any(in_range(hito, fechas) for fechas in filtros.sin_plazos for hito in medida.hitos)
        and filtros.min_hitos <= len(medida.hitos) <= (filtros.max_hitos or len(medida.hitos))
        and all(holds(medida, words) for words in filtros.palabras)
        and not any(holds(medida, words) for words in filtros.sin_palabras)
        and (not filtros.temas or any(is_of(medida, tema, known) for tema in filtros.temas))
    )


def is_of(medida: Medida, tema: Tema, known: Instituciones) -> bool:
    """Whether a medida is of a field: by its words, by its eje, or by an institution whose matter the field is."""
    return all(is_of(medida, other, known) for other in tema.ademas) and (
        medida.eje in tema.ejes
        or holds(medida, Palabras(texto=tema.nombre, formas=tema.formas))
        or any(responsible(medida, name, known) for name in tema.instituciones)
    )


def _institutions_match(medida: Medida, filtros: Filtros, known: Instituciones) -> bool:
    count = sharing(medida)
    if not filtros.min_instituciones <= count <= (filtros.max_instituciones or count):
        return False
    named = (*filtros.instituciones, *filtros.junto_a)
    if filtros.instituciones and not any(responsible(medida, name, known, named) for name in filtros.instituciones):
        return False
    if not all(responsible(medida, name, known, named) for name in filtros.junto_a):
        return False
    return not any(responsible(medida, name, known, filtros.sin_instituciones) for name in filtros.sin_instituciones)


def sharing(medida: Medida) -> int:
    """How many institutions share a medida as the plan parts them; one in brackets only details the one before it."""
    return len(re.sub(r"\([^)]*\)", " ", medida.institucion.texto).split("/"))


def responsible(medida: Medida, name: str, known: Instituciones, named: Sequence[str] = ()) -> bool:
    """Whether an institution, or one that is part of it, is responsible for a medida.

    A part that is ``named`` beside the whole stands for itself: "Interior y su Subsecretaría" are two.
    """
    parts = known.with_dependents(name)
    return any(part in medida.instituciones for part in parts if part == name or part not in named)


def term_runs(medida: Medida) -> list[list[str]]:
    """The text and each indicator of a medida as stems in order."""
    return [terms(text) for text in _texts(medida)]


def _texts(medida: Medida) -> list[str]:
    texts = (medida.texto.texto, *(hito.indicador.texto for hito in medida.hitos))
    return [_SIGN.sub(" ", text) for text in texts]


def holds(medida: Medida, sought: Palabras) -> bool:
    """Whether the text or an indicator of a medida holds any of the forms.

    The words stand in that order one beside the other, or with one more between ("situación migratoria irregular").
    A noun that is asked for alone is not one made from it, nor the other way round: "informe" is no "información",
    though they share a stem; "publicado" is what "publicación" says.
    """
    asked = fold(sought.texto)
    if " " not in asked and not _INFINITIVE.search(asked):
        other, own = _BASE if _DERIVED.search(asked) else _DERIVED, _PLURAL.sub("", asked)
        kept = ([w for w in words(text) if not other.search(w) or _PLURAL.sub("", w) == own] for text in _texts(medida))
        if _IN_EN.match(asked):
            (stem,) = terms(asked) or ("",)
            kept = ([w for w in left if w in (asked, f"{asked}es") or stem not in terms(w)] for left in kept)
        runs = [terms(" ".join(left)) for left in kept]
    else:
        runs = term_runs(medida)
    return any(_runs_through(run, form.split()) for run in runs for form in sought.formas)


def _runs_through(run: Sequence[str], form: Sequence[str]) -> bool:
    for start, stem in enumerate(run):
        if stem != form[0]:
            continue
        at = start
        for wanted in form[1:]:
            if wanted not in run[at + 1 : at + 3]:
                break
            at = run.index(wanted, at + 1)
        else:
            return True
    return False


def holds_words(medida: Medida, wanted: Iterable[str]) -> bool:
    """Whether the text or an indicator of a medida holds every wanted stem."""
    return set(wanted) <= {term for run in term_runs(medida) for term in run}
