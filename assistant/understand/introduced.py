"""Where the asker says that he writes from: taken out of what he asks ("somos de la municipalidad de Cunco, ¿cómo…?"), and
written in where a later message only says "acá" or "mi región"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from corpus.analysis import fold
from corpus.cues import Cues
from corpus.lugares import Lugar, Lugares, Mencion

_ASKS = r"(?:que|cual(?:es)?|cuant[oa]s?|quien(?:es)?|como|cuando|donde|por donde|a quien(?:es)?)\b"
_STOP = re.compile(r"[,.;:!?\n]")
_CLAUSE = re.compile(r"[,.;:!?¿¡\n]")
_OF_A = r"(?: (?:la|el|los|las))?(?: (?:comuna|ciudad|municipalidad|municipio|muni|ilustre municipalidad|alcaldia|region|provincia)(?: de(?: (?:la|el|los|las))?)?)?"
# "… y queremos partir", "… y quiero saber cuántas": what is said goes on.
_GOES_ON = re.compile(
    rf" y (?=\w+mos\b|nos\b|me\b|no\b|quiero\b|quisiera\b|queria\b|necesito\b|tengo\b|estoy\b|{_ASKS})"
)
# "En Tirúa queremos partir": those who ask do it there.
_WE_DO = re.compile(r"^,? (?:(?:no|nos|aun|todavia|ya|tambien|recien) )*(?:\w{2,}mos|quiero|necesito|tengo|estoy|me)\b")


class Introductions:
    """Takes out of messages the place that the asker only says to be from; ``texts`` are those of the documents.

    A place that no document names can be nothing else; one that they name may be what is asked about.
    """

    def __init__(self, messages: Cues, lugares: Lugares, texts: Iterable[str]) -> None:
        self._lugares = lugares
        self._texts = tuple(fold(text) for text in texts)
        is_of = messages.any_of("presentacion.es_de")
        here = messages.any_of("presentacion.aqui")
        self._from = re.compile(rf"^\W*(?:\w+\W+){{0,3}}?{is_of}(?: \w+){{0,7}}? (?:en|de|desde|del){_OF_A} $")
        self._here = re.compile(rf"^\W*(?:(?:\w+ ){{0,2}}{here} )?(?:en|desde){_OF_A} $")
        self._of_there = re.compile(rf"\b{messages.any_of('presentacion.remite')}(?!\w)")
        self._that_one = re.compile(rf"\b{messages.any_of('presentacion.mismo')}(?!\w)")
        # "De 2022 para acá", "de aquí a diciembre", "hasta aquí" are of time.
        self._there = re.compile(
            rf"(?<!\bpara )(?<!\bpa )(?<!\bhasta )(?<!\bdesde )\b(?:(?P<of>de) |(?:en|por) )?"
            rf"(?:(?P<region>{messages.any_of('presentacion.mi_region')})|(?P<comuna>{messages.any_of('presentacion.mi_comuna')})"
            rf"|{messages.any_of('presentacion.ahi')})(?!\w)(?! (?:al?|en adelante|hasta)\b)"
        )

    def without_unknown(self, message: str) -> str:
        """A message without a place of the asker's that no document names; as it is where it asks of that place."""
        return self._without(message, unknown=True)

    def without(self, message: str) -> str:
        """A message without any place of the asker's; as it is where it asks of that place."""
        return self._without(message, unknown=False)

    def there(self, message: str, before: Sequence[str]) -> str:
        """A message that only says "acá" or "mi región" with the place that its asker said to be from before; as it is
        where it names a place itself, or another place was spoken of since."""
        line = fold(message)
        match = self._there.search(line) if len(line) == len(message) else None
        if match is None or self._lugares.find(message):
            return message
        place = self._home(before)
        name = place.region if place is not None and match["region"] else place.nombre if place is not None else None
        if name is None or (match["comuna"] and place is not None and place.clase == "region"):
            return message
        return f"{message[: match.start()]}{'de' if match['of'] else 'en'} {name}{message[match.end() :]}"

    def _home(self, before: Sequence[str]) -> Lugar | None:
        """The place that the last message to name one says that its asker is from."""
        for message in reversed(before):
            line = fold(message)
            places = [place for place in self._lugares.find(message) if not place.gentilicio]
            if places and len(line) == len(message):
                own = [one.lugar for one in places if one.lugar.clase != "pais" and self._said(line, one) is not None]
                return own[0] if own else None
        return None

    def _without(self, message: str, *, unknown: bool) -> str:
        line = fold(message)
        if len(line) != len(message):
            return message
        for place in self._lugares.find(message):
            if place.gentilicio or place.lugar.clase == "pais" or (unknown and self._known(place)):
                continue
            said = self._said(line, place)
            kept = f"{message[: said[0]]} {message[said[1] :]}" if said is not None else ""
            rest = re.sub(r"\s+", " ", kept).strip(" ,;:")
            asked = fold(rest).rpartition("¿")[2]  # "acá los vecinos andan negativos, ¿cómo…?" asks of no place
            told = line[place.end : max(line.rfind("¿"), place.end)]
            if asked and self._of_there.search(asked) is None and self._that_one.search(told) is None:
                return rest
        return message

    def _known(self, place: Mencion) -> bool:
        return any(re.search(rf"\b{re.escape(fold(p.nombre))}\b", text) for p in place.lugares for text in self._texts)

    def _said(self, line: str, place: Mencion) -> tuple[int, int] | None:
        """Where a folded line says that the asker is of a place, [start, end); None where it does not."""
        start = max((match.end() for match in _CLAUSE.finditer(line, 0, place.start)), default=0)
        before = line[start : place.start]
        if self._from.match(before):
            ends = (_STOP.search(line, place.end), _GOES_ON.search(line, place.end))
            asks = line.find("¿", place.end)
            stops = [match.end() for match in ends if match is not None] + ([asks] if asks >= 0 else [])
            return start, min(stops, default=len(line))
        if self._here.match(before) and _WE_DO.match(line[place.end :]):
            return start, place.end
        return None
