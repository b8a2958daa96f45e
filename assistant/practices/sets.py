"""Sets of practices by exact filters: place, línea, months, years, document, and words of a field; with the reasons."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.practices.claims import Piece, linea_piece
from assistant.practices.entries import Entries, Entry
from assistant.practices.find import Finder, Found, sentences_of
from assistant.practices.meant import MEANT
from assistant.practices.question import Asked, PracticeReader
from assistant.practices.turns import ABROAD, ALL_DONE
from assistant.practices.years import EVER
from assistant.texts import Texts
from assistant.values import Hit, Query
from corpus.analysis import fold, terms
from corpus.dates import MONTHS
from corpus.lugares import CHILE, Lugar
from corpus.records import Elemento, Fragmento, Pasaje, Record
from corpus.store import Store

_COUNTED = re.compile(
    r"\b(?:cuantas|cuantos|numero de|cantidad de|total de|how many)\s+(?:\S+\s+){0,3}?"
    r"(?:practicas|fichas|experiencias|iniciativas|programas|proyectos|practices|municipalidades|municipios|comunas|paises|regiones)\b"
)
# Fields by whose words a set can be narrowed: "las que se financian con donaciones".
NARROWING = ("financiamiento", "colaboradores", "poblacion")
MAX_SET = 15
# A topic that this share of all practices meets narrows nothing.
TOO_MANY = 0.5
# "¿Qué comunas…?", "otras munis": so are called those of Chile; cities and municipalities are also those of other countries.
_AT_HOME = re.compile(r"\b(?:comunas?|munis?)\b")
_WHICH_OF = re.compile(r"\b(?:cual(?:es)?|quien(?:es)?|alguna|which) de\b")
# "¿Cuáles están tanto en la guía como en las fichas?", "¿qué fichas recoge también la guía?": in each document named.
_IN_EACH = re.compile(
    r"\b(?:tanto|tambien|ademas|a la vez|mism[oa]s?|amb[oa]s|l[oa]s dos|rep[ei]t\w+|coincid\w+|both|as well)\b"
)
_WHICH_ARE = re.compile(
    r"\b(?:cuales|cuantas|(?:que|hay) (?:\w+ )?(?:practicas|comunas|municipios|municipalidades|fichas|experiencias|iniciativas))\b"
)
# The letter or the number before a heading: "a. Mercado laboral".
_MARK = re.compile(r"^\W*(?:\w{1,2}[.)] *)?")
# A follow-up that seeks examples of what was told says no more of them than that: "¿… pone de ejemplo **de ello**?".
_POINTING = frozenset(terms("ello ellos ellas eso esto esos estas aquello ejemplo"))


class Sets:
    """Selects practices of one index by what a question says exactly."""

    def __init__(self, entries: Entries, reader: PracticeReader, finder: Finder, texts: Texts, store: Store) -> None:
        self.entries = entries
        self.reader = reader
        self.finder = finder
        self.texts = texts
        self.store = store

    def counts(self, asked: Asked) -> bool:
        """Whether it is asked how many practices there are."""
        return asked.counts and _COUNTED.search(asked.line) is not None

    @staticmethod
    def noun(asked: Asked) -> str:
        """What the practices are called that are counted: "¿cuántos programas…?"; nothing where just that."""
        match = _COUNTED.search(asked.line) if asked.counts else None
        return {"programas": "programa", "proyectos": "proyecto"}.get(match.group().split()[-1], "") if match else ""

    def counts_places(self, asked: Asked) -> str | None:
        """Which places of the practices are counted, where not the practices themselves are."""
        match = _COUNTED.search(asked.line)
        named = match.group().split()[-1] if match and self.counts(asked) else ""
        return {
            "paises": "países",
            "comunas": "comunas",
            "municipios": "comunas",
            "municipalidades": "comunas",
            "regiones": "regiones",
        }.get(named)

    @staticmethod
    def exact(asked: Asked) -> bool:
        """Whether a filter was read that only practices have."""
        return bool(asked.lineas or asked.without_lineas or asked.linea_count or asked.months)

    def asks_set(self, asked: Asked) -> bool:
        """Whether all practices under some filter are asked for, not one that meets a need or a field of one."""
        exact = self.exact(asked)
        wide = any(place.clase in ("region", "pais", "zona") for place in (*asked.places, *asked.without))
        wide = wide or sum(len(self.reader.places.at(place)) for place in asked.places) > 1
        if self.counts(asked):
            return True
        if asked.counts and not exact:
            return False
        if self.all_of_place(asked):
            return True
        if exact or asked.first or asked.last or asked.began or asked.in_order:
            return True
        return (asked.plural and (wide or not asked.places)) or len(asked.places) > 1

    def all_of_place(self, asked: Asked) -> bool:
        """Whether it is asked what was done at a place that has several practices, and no more is said."""
        said = asked.topic or set(asked.fields) - {"descripcion"} or len(asked.places) != 1 or asked.titled
        if said or asked.places[0].nombre == CHILE:
            return False
        return ALL_DONE.search(asked.fresh) is not None and len(self.reader.places.at(asked.places[0])) > 1

    def counts_catalogued(self, asked: Asked) -> bool:
        """Whether it is asked how many practices there are in documents that are nothing but practices, by their titles."""
        titles = [fold(self.store.documents[id].title) for id in asked.documents]
        return bool(titles) and self.counts(asked) and all(map(self.reader.names_practices, titles))

    def of_a_theme(self, asked: Asked) -> bool:
        """Whether all practices of one of the themes are asked for under which a catalogue puts them."""
        themes = {record.tema for entry in self.entries.all for record in entry.records if record.tema}
        return asked.plural and bool(asked.topic) and any(self._holds(asked, theme) for theme in themes)

    def only_in_time(self, asked: Asked) -> bool:
        """Whether those that began first, last or in some years are sought, and no more is said of them than a place, or
        how those of several places are called."""
        in_time = asked.first or asked.last or asked.in_order or asked.began is not None
        return in_time and not self._beyond_names(asked) and (asked.seeks or bool(asked.places))

    def _beyond_names(self, asked: Asked) -> tuple[str, ...]:
        """The stems of what is needed, without those of the titles of the practices of several places, of which one is sought:
        "¿qué partió antes, la red de Macul o el protocolo de Coquimbo?"."""
        among = [self.entries.all[position] for place in asked.places for position in self.reader.places.at(place)]
        titles = set(terms(" ".join(entry.title for entry in among))) if len(asked.places) > 1 else set()
        return tuple(stem for stem in asked.topic if stem not in titles)

    def select(self, asked: Asked, hits: Sequence[Hit], told: Sequence[str] = ()) -> list[Entry] | None:
        """The practices that pass all filters, in order; None where a need is left that no exact filter tells.

        Where some are ``told``, only of those.
        """
        found = [entry for entry in self.entries.all if self._passes(entry, asked) and (not told or entry.id in told)]
        in_each = len(asked.documents) > 1 and _IN_EACH.search(asked.fresh) is not None
        # What else is said where it is asked which are in both tells of the asker: "estoy comparando los dos materiales…".
        all_of_both = in_each and _WHICH_ARE.search(asked.fresh) is not None
        if in_each:
            found = [entry for entry in found if set(asked.documents) <= set(entry.documents)] or found
        # "Fechas de las prácticas de Temuco y Coquimbo": a field of each of them, and none is sought.
        of_fields = len(asked.places) > 1 and asked.named and bool(set(asked.fields) - {"descripcion"})
        each = of_fields and not (asked.seeks or _WHICH_OF.search(asked.fresh))
        topic = () if each else self._beyond_names(asked) if asked.first or asked.last else asked.topic
        if self.reader.cues.has("pide.sigue", asked.line):
            found = [entry for entry in found if self._goes_on(entry)]
            topic = tuple(stem for stem in topic if stem in terms(self.reader.cues.strip("pide.sigue", asked.line)))
        if topic and found:
            about = self._about(found, replace(asked, topic=topic))
            if about is None and not all_of_both:
                return None
            found = about or found if all_of_both else about or []
        found = at_home(found, asked)
        if (asked.first or asked.last or asked.in_order) and found:
            found = _in_time(found, asked, to_the_month=bool(told)) or found
        whole = self.counts(asked) or (asked.abroad and not asked.topic)  # "¿qué prácticas son de otros países?"
        return found if len(found) <= MAX_SET or whole else None

    def beside_in_time(self, asked: Asked, found: Sequence[Entry]) -> list[Entry]:
        """The dated practices of the places named that were not found, where it is asked which of those began first or last."""
        if len(asked.places) < 2 or asked.first == asked.last:
            return []
        among = [self.entries.all[position] for place in asked.places for position in self.reader.places.at(place)]
        return [entry for entry in dict.fromkeys(among) if entry not in found and entry.start is not None]

    def _passes(self, entry: Entry, asked: Asked) -> bool:
        position = self.entries.all.index(entry)
        if asked.documents and not set(asked.documents) & set(entry.documents):
            return False
        if asked.abroad and not asked.places and entry.records[0].pais == CHILE:
            return False
        if asked.places and not any(position in self.reader.places.at(place) for place in asked.places):
            return False
        if any(position in self.reader.places.at(place) for place in asked.without):
            return False
        at_home = all(place.pais == CHILE for place in asked.without) and bool(asked.without)
        if at_home and not asked.places and entry.records[0].pais != CHILE:
            return False  # "las que no son de la Metropolitana" are of other regions of the same country
        if (asked.lineas or asked.without_lineas) and not entry.lineas:
            return False
        if not set(asked.lineas) <= set(entry.lineas) or set(asked.without_lineas) & set(entry.lineas):
            return False
        if asked.linea_count is not None and len(entry.lineas) != asked.linea_count:
            return False
        if asked.months and not (entry.months == asked.months if asked.months_only else asked.months <= entry.months):
            return False
        if asked.began and not (entry.start and asked.began[0] <= entry.start[0] <= asked.began[1]):
            return False
        return not asked.years or any(self._in_year(entry, year) for year in asked.years)

    def _goes_on(self, entry: Entry) -> bool:
        """Whether a practice says of itself that it goes on: "sigue vigente", "se mantiene activo", "permanente"."""
        told = (el.texto.texto for key in ("sostenibilidad", "fechas") for _, el in entry.fields(key))
        return any(self.reader.cues.has("dicho.sigue", fold(text)) for text in told)

    @staticmethod
    def _in_year(entry: Entry, year: int) -> bool:
        return year in entry.years or (entry.open_ended and bool(entry.years) and year >= entry.years[0])

    def _about(self, found: Sequence[Entry], asked: Asked) -> list[Entry] | None:
        """Those that hold what is left of the question: in the field that it names, in their theme, or anywhere."""
        keys = [key for key in asked.fields if key in NARROWING]
        for key in keys:
            about = [e for e in found if self._holds(asked, " ".join(el.texto.texto for _, el in e.fields(key)))]
            if about:
                return about
        themed = [
            e for e in found if self._holds(asked, " ".join(f"{r.tema or ''} {_category(r.campos)}" for r in e.records))
        ]
        themed += [e for e in found if e not in themed and self._holds(asked, self._of_practices(e))]
        in_other_words = themed and any(self._matters(word) for word in asked.line.split())
        titled = [e for e in found if self._holds(asked, e.title) and e not in themed and not in_other_words]
        if themed or titled:
            return [e for e in found if e in themed or e in titled]
        about = [e for e in found if self._holds(asked, None, e)]
        return about if about and len(about) <= max(3, TOO_MANY * len(found)) else None

    def _of_practices(self, entry: Entry) -> str:
        """What the documents that tell a practice are on, by their title, where that names practices: all in them is on it."""
        titles = (self.store.documents[id].title for id in entry.documents)
        return " ".join(title for title in titles if self.reader.names_practices(fold(title)))

    def of_theme(self, ranked: Sequence[Found], asked: Asked) -> list[Found]:
        """Those found whose document puts them under the theme that is asked for; all where none is put there."""
        themed = [one for one in ranked if self._holds(asked, " ".join(r.tema or "" for r in one.entry.records))]
        return themed or list(ranked)

    def of_told_theme(self, query: Query, asked: Asked) -> list[Entry]:
        """The practices of the theme that was just told, where examples are sought and nothing else is said of them.

        "¿Qué recomienda la guía en salud?", "¿y qué comunas chilenas pone de ejemplo?".
        """
        told = self.store.records.get(query.records[0]) if query.seguimiento and query.records else None
        elsewhere = any(place.nombre != CHILE for place in asked.places)
        if told is None or not asked.seeks or elsewhere or set(asked.rest) - _POINTING:
            return []
        own = [place for place in (*asked.places, *asked.peoples) if place.clase == "pais"]
        return [
            entry
            for entry in self._under(told)
            if (not own or any(entry.records[0].pais == place.nombre for place in own))
            and not (ABROAD.search(asked.fresh) and entry.records[0].pais == CHILE)
        ]

    def recommended(self, asked: Asked, hits: Sequence[Hit]) -> list[Entry]:
        """The practices under what a document recommends on their theme, where one is sought and that was found first.

        "¿Alguna municipalidad con una campaña contra la xenofobia?"; none where the first found is a practice itself, or one
        of another theme comes near it, that does what is recommended: "¿qué comuna apoya la convalidación de títulos?".
        """
        best = self.store.records[hits[0].record_id] if hits else None
        if best is None or not asked.seeks or asked.places or asked.without or self.finder.of_practices(hits):
            return []
        themed = self._under(best)
        first = next(iter(self.finder.ranked(hits)), None)
        does = first is not None and first.entry not in themed and first.score >= MEANT * hits[0].score
        return [] if does else themed

    def _under(self, record: Record) -> list[Entry]:
        """The practices of the theme that a text opens, or that stands over it."""
        if not isinstance(record, Fragmento | Pasaje):
            return []
        over = [_MARK.sub("", fold(line)) for line in (*record.ruta[-1:], record.texto.texto.split("\n")[0])]
        return [
            entry
            for entry in self.entries.all
            if any(
                r.document == record.document and r.tema and any(line.startswith(fold(r.tema)) for line in over)
                for r in entry.records
            )
        ]

    def narrowed(self, ranked: Sequence[Found], asked: Asked) -> list[Found]:
        """Those found whose fields that are asked for hold most of the words beside them; all where none holds any."""
        rarity = self.store.vocabulary.rarity
        meant = {stem: {stem, *self._meant(stem, asked)} for stem in asked.rest}

        def held(found: Found) -> float:
            text = " ".join(el.texto.texto for key in asked.fields for _, el in found.entry.fields(key))
            stems = set(terms(text))
            return sum(rarity(stem) for stem, same in meant.items() if same & stems)

        weights = [held(found) for found in ranked]
        best = max(weights, default=0.0)
        return [found for found, weight in zip(ranked, weights, strict=True) if weight == best]

    def holds_topic(self, entry: Entry, asked: Asked) -> bool:
        """Whether one sentence of a practice, with its title, holds all that a question names, or what means the same."""
        sentences = (one for _, element in entry.own_fields() for one in sentences_of(Piece.of(element)))
        return any(self._holds(asked, f"{entry.title} {one.text}") for one in sentences)

    def _holds(self, asked: Asked, text: str | None, entry: Entry | None = None) -> bool:
        """Whether a text (or all of a practice) holds every stem of the topic, or a synonym of it."""
        held = set(terms(text)) if text is not None else set(entry.stems if entry else ())
        return bool(held) and all(stem in held or self._meant(stem, asked) & held for stem in asked.topic)

    def _meant(self, stem: str, asked: Asked) -> set[str]:
        """The documents' stems for a stem of the question."""
        words = [word for word in asked.line.split() if stem in terms(word)]
        return {found for word in words for found in (*self.finder.synonyms.expansion(word), *self._matters(word))}

    def _matters(self, word: str) -> set[str]:
        """The stems of the themes that a word names which their names do not hold: "empleo", of the "mercado laboral"."""
        cues = self.reader.cues
        named = (name for name in cues.groups if name.startswith("materia.") and cues.has(name, word))
        return {stem for name in named for stem in terms(name.partition(".")[2])}

    def reasons(self, entry: Entry, asked: Asked) -> list[Piece]:
        """The fields that show why a practice is in a set; what it is, where only its place was asked for."""
        found: list[Piece] = []
        if asked.lineas or asked.without_lineas or asked.linea_count:
            found += linea_piece(entry, asked.lineas)
        if asked.months or asked.years or asked.first or asked.last or asked.began or asked.in_order:
            found += [Piece.of(element) for key in ("fechas", "inicio") for _, element in entry.fields(key)[:1]]
        for key in asked.fields:
            if key not in {piece.key for piece in found}:
                found += [Piece.of(element) for _, element in entry.fields(key)[:1]]
        if not found:
            reason = self.finder.reason(entry, asked.line) if asked.topic else None
            first = [Piece.of(element) for _, element in entry.fields("descripcion")[:1]]
            found = [reason] if reason else [_first_sentence(piece) for piece in first]
        return found

    def in_words(self, asked: Asked) -> str:
        """The filters in words, as they stand after "prácticas"."""
        parts = []
        several = _of_one_class(asked.places)
        if several:
            macro = "regiones" if asked.places[0].clase == "region" else "comunas"
            parts.append(self.texts("practicas", macro, nombres=[place.nombre for place in asked.places]))
        for place in () if several else asked.places:
            parts.append(
                self.texts("practicas", "region" if place.clase == "region" else "comuna", nombre=place.nombre)
            )
        if asked.without:
            parts.append(self.texts("practicas", "fuera_de", nombres=[place.nombre for place in asked.without]))
        if asked.lineas:
            parts.append(self.texts("practicas", "lineas", nombres=asked.lineas))
        if asked.without_lineas:
            parts.append(self.texts("practicas", "sin_lineas", nombres=asked.without_lineas, y=bool(asked.lineas)))
        if asked.linea_count is not None:
            parts.append(
                self.texts("practicas", "cuantas_lineas", numero=asked.linea_count, total=len(self.entries.lineas))
            )
        if asked.months:
            parts.append(self.texts("practicas", "meses", nombres=sorted(asked.months, key=MONTHS.index)))
        if asked.years:
            parts.append(self.texts("practicas", "anos", nombres=asked.years))
        if asked.began:
            low, high = (year if year not in EVER else None for year in asked.began)
            parts.append(self.texts("practicas", "desde_hasta", desde=low, hasta=high))
        if asked.first != asked.last and not asked.in_order:
            parts.append(self.texts("practicas", "primera" if asked.first else "ultima"))
        if asked.documents:
            titles = [self.store.documents[id].title for id in asked.documents]
            parts.append(self.texts("practicas", "documentos", titulos=titles))
        return " ".join(parts)


def at_home(found: list[Entry], asked: Asked) -> list[Entry]:
    """Of some practices those of Chile, where comunas are asked for by that word; all where none of them is."""
    return [entry for entry in found if entry.records[0].pais == CHILE] or found if _of_home(asked) else found


def home_found(ranked: list[Found], asked: Asked) -> list[Found]:
    """Of the practices found those of Chile, where comunas are asked for and one of them comes near the best."""
    own = [one for one in ranked if one.entry.records[0].pais == CHILE]
    return own if own and _of_home(asked) and own[0].score >= MEANT * ranked[0].score else ranked


def _of_one_class(places: Sequence[Lugar]) -> bool:
    """Whether places can be named in one list: several comunas, or so many regions that each need not be called one."""
    classes = {place.clase for place in places}
    return (classes == {"comuna"} and len(places) > 1) or (classes == {"region"} and len(places) > 2)


def _of_home(asked: Asked) -> bool:
    return not (asked.places or asked.abroad) and _AT_HOME.search(asked.fresh) is not None


def _in_time(found: Sequence[Entry], asked: Asked, *, to_the_month: bool) -> list[Entry]:
    """Those whose dates tell when they began, from the oldest on; of these the first, the last, where they are asked for.

    The last are those of the last year, the latest of them first; ``to_the_month`` says that of those of one year the
    month decides, where all of them tell it.
    """
    dated = sorted((entry.start, at, entry) for at, entry in enumerate(found) if entry.start is not None)
    if asked.in_order or not dated:
        return [entry for _, _, entry in dated]
    first, last = dated[0][0][0], dated[-1][0][0]
    oldest = [entry for start, _, entry in dated if asked.first and start[0] == first]
    newest = [entry for start, _, entry in reversed(dated) if asked.last and start[0] == last]
    if to_the_month:
        oldest, newest = (_of_one_month(some) for some in (oldest, newest))
    return list(dict.fromkeys((*oldest, *newest)))


def _of_one_month(found: list[Entry]) -> list[Entry]:
    """The first of some practices with all that began in the same month; all where one of them tells no month."""
    starts = [entry.start for entry in found]
    if not all(start is not None and start[1] for start in starts):
        return found
    return [entry for entry in found if entry.start == starts[0]]


def _category(campos: Sequence[Elemento]) -> str:
    return " ".join(field.texto.texto for field in campos if field.clave == "categoria")


def _first_sentence(piece: Piece) -> Piece:
    return sentences_of(piece)[0]
