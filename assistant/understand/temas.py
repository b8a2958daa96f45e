"""Whole fields of the plan that a question asks about: "¿qué hace el plan por los niños?", "medidas sobre vivienda"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from assistant.understand.text import topic_stems
from assistant.values import Tema
from corpus.analysis import fold, terms, words
from corpus.cues import Cues
from corpus.lexicon import Entry, load_entries
from corpus.records import Eje

# "mujeres y niños", "niñez, salud"; without either, the one within the other: "inclusión digital de mujeres".
_AND = re.compile(r",|\b(?:y|e|o|u|ni)\b")
_EITHER = re.compile(r"\b(?:o|u|ni|or)\b")
_ALSO = re.compile(r"[ ,]*(?:(?:y|e|o|u|ni) )?(?:(?:de|del|sobre|para|por|en|a|al|contra|el|la|las|los) )*")


class _Entry(Entry):
    nombre: str
    formas: tuple[str, ...]
    palabras: tuple[str, ...]
    instituciones: tuple[str, ...] = ()
    ejes: tuple[str, ...] = ()
    personas: bool = False


class Temas:
    """Finds fields in a question, by any of their forms, and tells whether nothing else is asked about."""

    def __init__(self, entries: tuple[_Entry, ...] = (), ejes: Mapping[int, Eje] | None = None) -> None:
        names = {number: f" {' '.join(words(eje.nombre.texto))} " for number, eje in (ejes or {}).items()}
        self._by_form = {
            " ".join(words(form)): Tema(
                nombre=entry.nombre,
                formas=tuple(dict.fromkeys(" ".join(terms(fold(words_))) for words_ in entry.palabras)),
                instituciones=entry.instituciones,
                ejes=tuple(
                    n for n, name in names.items() if any(f" {' '.join(words(e))} " in name for e in entry.ejes)
                ),
            )
            for entry in entries
            for form in entry.formas
        }
        self._by_stems: dict[tuple[str, ...], Tema] = {}
        for form, tema in self._by_form.items():
            self._by_stems.setdefault(tuple(terms(form)), tema)
        self._people = frozenset(entry.nombre for entry in entries if entry.personas)
        forms = sorted((re.escape(form).replace(r"\ ", ",? ") for form in self._by_form), key=len, reverse=True)
        one = rf"(?:{'|'.join(forms)})(?![a-z0-9])" if forms else r"(?!)"  # an empty lexicon finds nothing
        self._pattern = re.compile(rf"(?<![a-z0-9]){one}")
        self._treating = re.compile(
            rf"\b(?:que )?(?:trata[n]? (?:de|del|sobre)|(?<=medidas )hablan (?:de|del|sobre)|(?:son|sean|versan) sobre|(?<=medidas )(?:son|sean|corresponden) (?:de|a)) (?=(?:(?:el|la|las|los) )?{one}(?! [yeou] del?\b))"
        )

    @classmethod
    def load(cls, folder: Path, ejes: Mapping[int, Eje]) -> Temas:
        """The fields of ``temas.toml``, for a plan with these ejes. Raises LexiconError."""
        return cls(load_entries(folder / "temas.toml", "tema", _Entry), ejes)

    def of_stems(self, stems: Sequence[str]) -> Tema | None:
        """The field that words with these stems name by themselves, in whatever number."""
        return self._by_stems.get(tuple(stems))

    def in_it(self, line: str) -> bool:
        """Whether a folded line names any field."""
        return self._pattern.search(line) is not None

    def of_people(self, tema: Tema) -> bool:
        """Whether a field is a sort of people."""
        return tema.nombre in self._people

    def plain(self, line: str) -> str:
        """A line that says of what medidas treat as one that says what they are about: it asks for no words of theirs.

        "Son de Salud o de Educación" says whose they are.
        """
        return self._treating.sub("sobre ", line)

    def asked(self, line: str, rest: str, cues: Cues) -> tuple[Tema, ...]:
        """The fields that a folded line asks for as a whole; ``rest`` is the line without what filters were read from.

        None where one medida is asked for, where the fields stand apart, or where more is said than their names.
        """
        if cues.has("tema.una", line):
            return ()
        found = list(self._pattern.finditer(rest := re.sub(r"\s*,\s*", ", ", rest)))
        if not found:
            return ()
        for one, other in itertools.pairwise(found):
            if not _ALSO.fullmatch(rest[one.end() : other.start()]):
                return ()
        left = topic_stems(cues, cues.strip("tema.relleno", self._pattern.sub(" ", rest)))
        return () if left else self._joined(found, rest)

    def of_both(self, temas: Sequence[Tema], line: str) -> tuple[Tema, ...]:
        """People and a matter that a line puts side by side, as the matter of those people: "mujeres e inclusión digital".

        None where several sorts of people or several matters are named, or either will do ("o").
        """
        people = [tema for tema in temas if tema.nombre in self._people]
        matters = [tema for tema in temas if tema not in people]
        if len(people) != 1 or len(matters) != 1 or _EITHER.search(line):
            return ()
        name = f"{people[0].nombre} · {matters[0].nombre}"
        return (matters[0].model_copy(update={"nombre": name, "ademas": (*matters[0].ademas, people[0])}),)

    def _joined(self, found: Sequence[re.Match[str]], rest: str) -> tuple[Tema, ...]:
        """The fields that stand side by side as ever so many; those that stand one within the other as one of both."""
        joined: list[Tema] = []
        for at, match in enumerate(found):
            tema = self._by_form[match.group().replace(",", "")]
            if at and not _AND.search(rest[found[at - 1].end() : match.start()]) and tema != joined[-1]:
                last = joined.pop()
                tema = tema.model_copy(update={"nombre": f"{last.nombre} · {tema.nombre}", "ademas": (last,)})
            joined.append(tema)
        return tuple(dict.fromkeys(joined))
