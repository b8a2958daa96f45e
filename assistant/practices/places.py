"""The places that a question about practices names, and the practices that are of them."""

from __future__ import annotations

import re
from functools import cached_property

from assistant.practices.entries import Entries, word_in
from assistant.practices.turns import OF_ALL, goes_with, left_out, of_origin, of_people, only_of, seeks_other
from assistant.values import Query
from corpus.analysis import fold, terms
from corpus.cues import Cues
from corpus.lugares import CHILE, Lugar, Lugares

# What follows is a part of an institution's name, not a place: "Universidad de Concepción".
_INSTITUTION = re.compile(
    r"\b(?:universidad|u\.?|arzobispado|diocesis|corte(?: de apelaciones)?)(?: catolica| tecnologica)? del? $"
)
ZONE = re.compile(r"\b(?:del|en el|zona|al|extremo) (norte|centro|sur)\b(?! de(?:l| ))")


class PracticePlaces:
    """Reads places against the practices of one index."""

    def __init__(self, entries: Entries, cues: Cues, lugares: Lugares) -> None:
        self.entries = entries
        self.cues = cues
        self.lugares = lugares

    def mentions(self, query: Query) -> tuple[list[tuple[Lugar, bool]], frozenset[str]]:
        """The places named, each with whether by a people's name, and the stems by which they are named.

        They are those of the message itself, else those carried over.
        """
        found, told = self.named(query.pregunta)
        own = fold(query.pregunta)
        if found or (query.seguimiento and (OF_ALL.search(own) or seeks_other(own))):
            return found, told
        return self.named(query.texto)

    def named(self, text: str) -> tuple[list[tuple[Lugar, bool]], frozenset[str]]:
        """The places of a text (of those with one name the one with practices), and the stems that name them."""
        found: list[tuple[Lugar, bool]] = []
        stems: set[str] = set()
        out = self.left_out(text)
        for mention in self.lugares.find(text):
            before, form = fold(text[: mention.start]), text[mention.start : mention.end]
            known = [place for place in mention.lugares if self.at(place)]
            place = (known or mention.lugares)[0]
            if _INSTITUTION.search(before) or (place.clase == "pais" and of_origin(before)):
                continue
            stems |= set(terms(form))
            people = mention.gentilicio and of_people(before, fold(form) == fold(place.nombre))
            if (place, people) not in found and place not in out:
                found.append((place, people))
        told = {fold(place.nombre) for place, _ in found}
        for name, place in self.municipalities.items():
            if " " in name and name not in told and place not in out and word_in(name, text):
                found.append((place, False))
                stems |= set(terms(name))
        return [pair for pair in found if pair[0].nombre != CHILE] or found, frozenset(stems)

    def of_no_practice(self, text: str) -> tuple[Lugar, ...]:
        """The comunas without any practice of which a text asks as of one: "la de Iquique, ¿quién la financió?"."""
        found = self.lugares.find(text)
        asked = [one for one in found if only_of(fold(text[: one.start]))]
        places = [place for one in asked for place in one.lugares[:1] if place.clase == "comuna"]
        known = any(self.at(place) for one in found for place in one.lugares)
        return () if known else tuple(places)

    def left_out(self, text: str) -> tuple[Lugar, ...]:
        """The places of practices that a text says are not the ones sought: "además de Temuco", "ni la de La Reina"."""
        found: list[Lugar] = []
        end = None
        for start, stop, places in self.spans(text):
            with_it = end is not None and goes_with(fold(text[end:start]))
            if with_it or left_out(fold(text[:start])):
                found += [place for place in places if self.at(place) and place not in found]
                end = stop
        return tuple(found)

    def spans(self, text: str) -> list[tuple[int, int, tuple[Lugar, ...]]]:
        """Where a text names places, in order, with those of that name; the comunas with practices whose names are of
        several words without any cue too ("¿y La Reina?")."""
        found = [(mention.start, mention.end, mention.lugares) for mention in self.lugares.find(text)]
        line = fold(text)
        for name, place in self.municipalities.items():
            for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", line) if " " in name else ():
                if len(line) == len(text) and not any(s < match.end() and match.start() < e for s, e, _ in found):
                    found.append((*match.span(), (place,)))
        return sorted(found, key=lambda span: span[:2])

    def zone(self, line: str) -> tuple[Lugar, ...]:
        """The regions of a part of the country that a folded line names: "una comuna del sur"."""
        zone = ZONE.search(line)
        names = self.cues.groups[f"zona.{zone[1]}"] if zone else ()
        return tuple(place for name in names for place in self.lugares.lookup(name) if place.clase == "region")

    @cached_property
    def municipalities(self) -> dict[str, Lugar]:
        """The comunas that have practices, by folded name: of several words they are known without any cue."""
        return {
            fold(comuna): place
            for entry in self.entries.all
            for record in entry.records
            for comuna in record.comunas
            for place in self.lugares.lookup(comuna)[:1]
        }

    def at(self, place: Lugar) -> list[int]:
        """The positions of the practices of a place."""
        name = fold(place.nombre)
        found = []
        for position, entry in enumerate(self.entries.all):
            country = entry.records[0].pais
            if place.clase == "pais":
                fits = country == place.nombre
            elif place.clase == "region":
                fits = entry.records[0].region == place.nombre
            elif place.clase == "zona":
                fits = country == place.nombre or country in self.lugares.countries_of(place.nombre)
            else:
                fits = country == place.pais and (name in entry.names or name in self._known_as(entry.names, country))
            if fits:
                found.append(position)
        return found

    def _known_as(self, names: frozenset[str], country: str) -> set[str]:
        """Other names of places of a country."""
        return {fold(place.nombre) for name in names for place in self.lugares.lookup(name) if place.pais == country}
