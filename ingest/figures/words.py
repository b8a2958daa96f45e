"""The words by which figures are read in prose: ``corpus/lexicon/cifras.toml``, as patterns."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from corpus.analysis import fold
from corpus.cues import phrase_pattern
from corpus.errors import LexiconError
from corpus.numbers import number_from_words

_ADJECTIVE = re.compile(r"(?:iv|ari|ic|ad|id|os|uelt)[oa]s$|(?:al|ar|bl|il)es$")
_FIELDS = (
    "referencias calificadores calificadores_detras unidades_de_medida puestos antepuestos sustantivos no_cuentan"
    " verbos sin_periodo comparacion"
).split()


@dataclass(frozen=True)
class FigureWords:
    """The patterns of ``cifras.toml``. Those of a left context end at its end; all read folded text."""

    reference: re.Pattern[str]
    qualifier: re.Pattern[str]
    qualifier_after: re.Pattern[str]
    measures: tuple[str, ...]
    ranks: frozenset[str]
    rank: re.Pattern[str]
    before_noun: frozenset[str]
    nouns: frozenset[str]
    no_units: frozenset[str]
    verb: re.Pattern[str]
    no_period: re.Pattern[str]
    comparison: re.Pattern[str]

    @classmethod
    def load(cls, folder: Path) -> FigureWords:
        """The words of a lexicon folder. Raises LexiconError with the name of the field that is bad."""
        return _load(folder)

    def counts(self, word: str) -> bool:
        """Whether a word after a number names what is counted: a plural noun, or an acronym ("ONG")."""
        plain = fold(word.split("/")[0])
        if plain in self.no_units or not word:
            return False
        if word.isupper() and len(word) > 1:
            return True
        if plain in self.nouns:
            return True
        return len(plain) > 3 and plain.endswith("s") and _ADJECTIVE.search(plain) is None


@lru_cache(maxsize=4)
def _load(folder: Path) -> FigureWords:
    path = folder / "cifras.toml"
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise LexiconError(f"{path.name}: no se puede leer: {error}") from error
    for name in _FIELDS:
        entries = data.get(name)
        if not isinstance(entries, list) or not entries or not all(isinstance(e, str) and e.strip() for e in entries):
            raise LexiconError(f"{path.name}: {name} debe ser una lista de frases")
    left = {name: phrase_pattern(tuple(data[name])).pattern for name in ("referencias", "calificadores", "comparacion")}
    return FigureWords(
        reference=re.compile(rf"{left['referencias']}[\s.:°º-]*$"),
        qualifier=re.compile(rf"({left['calificadores']})\s*(?:el |la |los |las |un )?\$?$"),
        qualifier_after=re.compile(
            rf"\s*(?:[^\W\d_]+\s+){{0,2}}({phrase_pattern(tuple(data['calificadores_detras'])).pattern})"
        ),
        measures=tuple(sorted(data["unidades_de_medida"], key=len, reverse=True)),
        ranks=frozenset(fold(word) for word in data["puestos"]),
        rank=re.compile(rf"({phrase_pattern(tuple(data['puestos'])).pattern})\s*$"),
        before_noun=frozenset(fold(word) for word in data["antepuestos"]),
        nouns=frozenset(fold(word) for word in data["sustantivos"]),
        no_units=frozenset(fold(word) for word in data["no_cuentan"]),
        verb=phrase_pattern(tuple(data["verbos"])),
        no_period=re.compile(rf"^[\s\"“¿(]*{phrase_pattern(tuple(data['sin_periodo'])).pattern}"),
        comparison=re.compile(rf"{left['comparacion']}\s*(?:el\s+|año\s+)?$"),
    )


def written_value(word: str) -> int | None:
    """The value of a number in words from two on ("dos", "treinta"); None for "un", "mil" and all other words."""
    found = number_from_words([fold(word)])
    return int(found[0]) if found and found[0] > 1 and fold(word) not in ("mil", "millon", "millones") else None
