"""Places: Chile's regions and comunas, countries with their demonyms, and the foreign cities that the documents name.

Comes from ``corpus/lexicon/lugares.toml``. A name is known in any spelling listed there, without regard to case or
accents. Some comunas are also ordinary words ("Independencia", "La Unión"); those count as places in a question only
where the way they are written or the words before them say so.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Literal

from corpus.analysis import fold
from corpus.errors import LexiconError
from corpus.lexicon import Entry, load_entries
from corpus.records import Value

Clase = Literal["comuna", "provincia", "region", "ciudad", "pais", "zona"]
CHILE = "Chile"
_WORD = re.compile(r"[\w\u0300-\u036f]+")
_LISTED = re.compile(r"(?:\s*,\s*|\s+)(?:y|e|o|u|ni)?\s*(?:de\s+|del\s+)?", re.IGNORECASE)


class Lugar(Value):
    """A place by its canonical name. ``region`` only for comunas and provinces, and regions themselves; ``pais`` for all but zones of several countries."""

    nombre: str
    clase: Clase
    region: str | None = None
    pais: str | None = None


class Mencion(Value):
    """A place named in a text at [start, end): every place of that name, the likeliest first."""

    start: int
    end: int
    lugares: tuple[Lugar, ...]
    gentilicio: bool = False

    @property
    def lugar(self) -> Lugar:
        """The likeliest place."""
        return self.lugares[0]


class _Named(Entry):
    nombre: str
    alias: tuple[str, ...] = ()
    comunes: tuple[str, ...] = ()


class _Region(_Named):
    oficial: str
    numero: str
    provincias: tuple[str, ...] = ()
    comunas: tuple[str, ...]


class _Comuna(_Named):
    pass


class _Pais(_Named):
    gentilicios: tuple[str, ...] = ()


class _Ciudad(_Named):
    pais: str


class _Zona(_Named):
    paises: tuple[str, ...] = ()
    gentilicios: tuple[str, ...] = ()


class _Senales(Entry):
    fuertes: tuple[str, ...]
    debiles: tuple[str, ...]
    region: tuple[str, ...]


Key = tuple[str, ...]


def key(text: str) -> Key:
    """A form for comparison: its folded words."""
    return tuple(fold(match.group()) for match in _WORD.finditer(text))


class Lugares:
    """Every place of the gazetteer, by any way of writing it."""

    def __init__(
        self,
        regiones: tuple[_Region, ...],
        comunas: tuple[_Comuna, ...],
        paises: tuple[_Pais, ...],
        ciudades: tuple[_Ciudad, ...],
        zonas: tuple[_Zona, ...],
        senales: _Senales,
    ) -> None:
        self._forms: dict[Key, list[Lugar]] = {}
        self._common: set[Key] = set()
        self.regiones = tuple(entry.nombre for entry in regiones)
        self._region_of = {comuna: entry.nombre for entry in regiones for comuna in entry.comunas}
        if len(self._region_of) != sum(len(entry.comunas) for entry in regiones):
            raise LexiconError("lugares.toml: una comuna está en dos regiones")
        notes = {entry.nombre: entry for entry in comunas}
        if unknown := set(notes) - set(self._region_of):
            raise LexiconError(f"lugares.toml: ninguna región tiene la comuna {sorted(unknown)}")
        for comuna, region in self._region_of.items():
            entry = notes.get(comuna, _Comuna(nombre=comuna))
            self._add(entry, Lugar(nombre=comuna, clase="comuna", region=region, pais=CHILE))
        for region_entry in regiones:
            name = region_entry.nombre
            place = Lugar(nombre=name, clase="region", region=name, pais=CHILE)
            self._add(region_entry, place, region_entry.oficial, f"Región de {name}", f"Región {name}")
            for province in region_entry.provincias:
                self._add(_Named(nombre=province), Lugar(nombre=province, clase="provincia", region=name, pais=CHILE))
        for city in ciudades:
            self._add(city, Lugar(nombre=city.nombre, clase="ciudad", pais=city.pais))
        countries = {country.nombre for country in paises}
        if lost := {city.pais for city in ciudades} - countries:
            raise LexiconError(f"lugares.toml: una ciudad está en un país que no está: {sorted(lost)}")
        for country in paises:
            self._add(country, Lugar(nombre=country.nombre, clase="pais", pais=country.nombre), *country.gentilicios)
        if lost := {name for zone in zonas for name in zone.paises} - countries:
            raise LexiconError(f"lugares.toml: una zona tiene un país que no está: {sorted(lost)}")
        self._countries_of = {zone.nombre: zone.paises for zone in zonas}
        for zone in zonas:
            self._add(zone, Lugar(nombre=zone.nombre, clase="zona"), *zone.gentilicios)
        peoples = [form for country in paises for form in country.gentilicios]
        peoples += [form for zone in zonas for form in zone.gentilicios]
        self._demonyms = {key(form) for form in peoples}
        self._strong = [key(cue) for cue in senales.fuertes]
        self._weak = [key(cue) for cue in senales.debiles]
        self._regional = [key(cue) for cue in senales.region]
        self._longest: dict[str, int] = {}
        """How many words the longest name has that begins with a word."""
        for head, *rest in self._forms:
            self._longest[head] = max(1 + len(rest), self._longest.get(head, 0))

    def _add(self, entry: _Named, place: Lugar, *more: str) -> None:
        for form in (entry.nombre, *entry.alias, *more):
            places = self._forms.setdefault(key(form), [])
            if place not in places:
                places.append(place)
        self._common |= {key(form) for form in entry.comunes}

    @classmethod
    def load(cls, lexicon_dir: Path) -> Lugares:
        """The places of ``lugares.toml``. Raises LexiconError with the line of a bad entry."""
        path = lexicon_dir / "lugares.toml"
        return cls(
            load_entries(path, "region", _Region),
            load_entries(path, "comuna", _Comuna),
            load_entries(path, "pais", _Pais),
            load_entries(path, "ciudad", _Ciudad),
            load_entries(path, "zona", _Zona),
            _Senales.model_validate(tomllib.loads(path.read_text(encoding="utf-8"))["senales"]),
        )

    def lookup(self, written: str) -> tuple[Lugar, ...]:
        """Every place of a name written in any known way, or none. Comunas come before regions."""
        return tuple(self._forms.get(key(written), ()))

    def canonical(self, written: str, clase: Clase) -> str | None:
        """The canonical name of the place of that class, or None."""
        return next((place.nombre for place in self.lookup(written) if place.clase == clase), None)

    def region_of(self, comuna: str) -> str | None:
        """The region of a comuna written in any known way, or None."""
        return self._region_of.get(self.canonical(comuna, "comuna") or "")

    def countries_of(self, zone: str) -> tuple[str, ...]:
        """The countries of a zone by its canonical name; none where it is no zone."""
        return self._countries_of.get(zone, ())

    @lru_cache(maxsize=1024)  # noqa: B019 - a question is asked by many for its places
    def find(self, text: str) -> tuple[Mencion, ...]:
        """The places that a text names, in order; of names within names the longest.

        A name that is a comuna's and a region's is the region's after "región de" (and on through the list that such
        a cue begins), the comuna's after "comuna de", and both, comuna first, otherwise.
        """
        return tuple(self._find(text))

    def _find(self, text: str) -> Iterator[Mencion]:
        spans = [match.span() for match in _WORD.finditer(text)]
        folded = [fold(text[start:end]) for start, end in spans]
        shouting = text.upper() == text
        at = 0
        before: tuple[int, bool] | None = None
        while at < len(folded):
            longest = min(self._longest.get(folded[at], 0), len(folded) - at)
            size = next((n for n in range(longest, 0, -1) if tuple(folded[at : at + n]) in self._forms), 0)
            form = tuple(folded[at : at + size])
            if not size:
                at += 1
                continue
            start, end = spans[at][0], spans[at + size - 1][1]
            listed = before is not None and _LISTED.fullmatch(text, before[0], start) is not None
            regional = self._preceded(folded, at, self._regional) or (listed and before is not None and before[1])
            strong = regional or self._preceded(folded, at, self._strong)
            capital = at > 0 and not shouting and text[start].isupper()
            if form in self._common and not (
                strong or capital or (size > 1 and self._preceded(folded, at, self._weak)) or len(folded) == size
            ):
                at += 1
                continue
            places = self._forms[form]
            if regional and any(place.clase == "region" for place in places):
                places = [place for place in places if place.clase == "region"]
            elif strong and any(place.clase == "comuna" for place in places):
                places = [place for place in places if place.clase == "comuna"]
            yield Mencion(start=start, end=end, lugares=tuple(places), gentilicio=form in self._demonyms)
            before = (end, regional)
            at += size

    @staticmethod
    def _preceded(folded: list[str], at: int, cues: list[Key]) -> bool:
        return any(tuple(folded[max(0, at - len(cue)) : at]) == cue for cue in cues)
