"""The most and the least of many in everyday words ("va colista", "arrasó", "el eje más gordo"), said plainly."""

from __future__ import annotations

import re

from corpus.cues import Cues

_BEING = (
    r"(?:(?:va[n]?|iba[n]?|esta[n]?|estuvo|estuvieron|queda[n]?|quedo|quedaron|es|son|fue|fueron|sale[n]?|salio|salieron|anda[n]?) )?"
    r"(?:de )?(?:el |la |los |las )?"
)
# "Se lleva la mayor tajada de las medidas": more of them.
_OF = r"(?: (?:de|en)(?: las| los)?(?= medidas?\b))?"
# "Del más grande al más chico": the order, and neither end.
_FROM_TO = re.compile(
    r"\b(?:del|de l[oa]s?) mas (?P<first>grande|gord|alt|numeros|cargad|chic|pequen|baj|flac)\w* "
    r"(?:al|a l[oa]s?|hasta (?:el|l[oa]s?)) mas (?:grande|gord|alt|numeros|cargad|chic|pequen|baj|flac)\w*"
)
_HOLDERS = re.compile(r"\b(?:ejes?|ministerios?|instituci\w+|organismos?|carteras?|subsecretarias?)\b[^,;?]*$")
_SMALL = ("chic", "pequen", "baj", "flac")
# What is told apart by how many medidas it has.
_LOADED = re.compile(r"\b(?:ejes?|ministerios?|instituci\w+|organismos?|carteras?|servicios?|subsecretarias?)\b")


class Extremes:
    """Writes turns of phrase for the most and the least ("extremo.*" of the lexicon) as "con más" and "con menos"."""

    def __init__(self, cues: Cues) -> None:
        self._said = tuple(
            (re.compile(rf"(?<!\w){_BEING}{cues.any_of(f'extremo.{group}')}(?!\w){_OF}"), plain)
            for group, plain in (("mas", "con mas"), ("menos", "con menos"))
        )
        self._big = tuple(
            (re.compile(rf"(?<!\w){_BEING}(?:con )?{cues.any_of(f'extremo.{group}')}(?!\w)"), plain)
            for group, plain in (("gordo", "con mas medidas"), ("flaco", "con menos medidas"))
        )

    def plain(self, line: str) -> str:
        """A folded line with such words said plainly. What is big or small is so by its medidas where it has them."""
        line = _FROM_TO.sub(self._in_order, line)
        for pattern, words in (*self._said, *(self._big if _LOADED.search(line) else ())):
            line = pattern.sub(words, line)
        return line

    @staticmethod
    def _in_order(match: re.Match[str]) -> str:
        """What an order is called: by their medidas, where it is of ejes or of those that hold them."""
        small = match["first"] in _SMALL
        if _HOLDERS.search(match.string[: match.start()]):
            return "con menos medidas" if small else "con mas medidas"
        return "de menor a mayor" if small else "de mayor a menor"
