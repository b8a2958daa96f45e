"""Lists that the guide announces: who takes part in a team, a table, a workshop; what a report or a register holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import fsum

from assistant.focus import sentences, weights_of
from assistant.guide.outline import Block, Outline, Unit
from assistant.guide.wording import Wording
from corpus.analysis import STOP_WORDS, fold, terms, words
from corpus.cues import Cues
from corpus.records import Span
from corpus.store import Store
from corpus.synonyms import Synonyms

# How much of what is asked the announcement of a list of people must hold, weighed by rarity.
ANNOUNCED = 0.6
# How much of a description a list must hold with what stands around it, by rarity, and how far ahead of the next one.
DESCRIBED, AHEAD = 3.5, 0.8
# What counts of what its items say, and that it is kept of the people that are named.
OF_ITEMS, OF_PEOPLE = 0.5, 3.0
# The blocks of a section that say what all of it is about.
ABOUT = ("proposito", "necesita")


# In what something is to be written down: "en el flujograma".
_WRITTEN_IN = re.compile(r"\ben (?:el|la|los|las|un|una) (\w{4,})")


def announced_people(
    fresh: str, store: Store, outline: Outline, wording: Wording, cues: Cues
) -> tuple[Unit, Block] | None:
    """The list of people that a folded message asks for, with the section that it stands in; None where none is meant."""
    asked = {stem for stem in wording.topic(fresh, "pide.quienes", "pide.participar") if store.vocabulary.knows(stem)}
    for form, concept in wording.concepts.synonyms.found(fresh):
        own = set(form) - STOP_WORDS
        if len(own) > 1 and asked >= own:  # "la instancia de diálogo" is the mesa comunal
            asked = asked - own | set(terms(concept))
    rarity = store.vocabulary.rarity
    total = fsum(rarity(stem) for stem in asked)
    found: list[tuple[float, Unit, Block]] = []
    for unit in outline.units:
        for block in unit.blocks:
            first = block.text.split("\n")[0]
            if block.text.count("\n") < 2 or not cues.has("lista.quienes", fold(first)):
                continue
            held = unit.stems | set(terms(_heading(block)))
            found.append((fsum(rarity(stem) for stem in asked & held), unit, block))
    best = max(found, key=lambda entry: entry[0], default=None)
    if best is None or not total or best[0] < ANNOUNCED * total:
        return None
    return best[1], best[2]


def taking_part(fresh: str, outline: Outline, cues: Cues) -> list[tuple[Unit, Block, list[str]]]:
    """Where in the process some people take part: the lists of people with them, each with its section and those items.

    "¿En qué etapas participan las organizaciones?"; nothing where a message asks no such thing, or names no such people.
    """
    if not (cues.has("pide.en_que_parte", fresh) and cues.has("pide.participar", fresh)):
        return []
    groups = [name for name in cues.groups if name.startswith("grupo.") and cues.has(name, fresh)]
    found = []
    for unit in outline.units:
        if any(cues.has(name, fold(unit.record.nombre.texto)) for name in groups):
            found.append((unit, unit.blocks[0], sentences(unit.blocks[0].text)[:1]))
            continue
        for block in unit.blocks:
            first, *items = block.text.split("\n")
            if not items or not cues.has("lista.quienes", fold(first)):
                continue
            own = [item.strip(" -") for item in items if any(cues.has(name, fold(item)) for name in groups)]
            if own:
                found.append((unit, block, own))
    return found


def announced_contents(
    fresh: str, store: Store, outline: Outline, wording: Wording, cues: Cues
) -> tuple[Unit, Block] | None:
    """The list of what a thing holds ("¿qué debe traer el informe?"), with its section; None where none is meant.

    The thing is named by the line that announces the list, or right before it: "… un Informe de Diagnóstico. Este informe
    podrá incluir:".
    """
    cue = cues.find("pide.que_contiene", fresh)
    if cue is None:
        return None
    behind = fresh[cue.end() :]
    asked = {stem for stem in wording.topic(behind) if store.vocabulary.knows(stem)}
    asked = asked or {stem for stem in wording.topic(fresh, "pide.que_contiene") if store.vocabulary.knows(stem)}
    noun = next(
        (stem for word in words(behind) if word not in STOP_WORDS for stem in terms(word) if stem in asked), None
    )
    total = fsum(map(store.vocabulary.rarity, asked))
    found: list[tuple[bool, float, Unit, Block]] = []
    for unit in outline.units:
        for position, block in enumerate(unit.blocks):
            first = block.text.split("\n")[0]
            if block.text.count("\n") < 2 or not cues.has("lista.contenido", fold(first)):
                continue
            before = sentences(unit.blocks[position - 1].text)[-1:] if position else []
            named = set(terms(" ".join((block.label, first, *before))))
            itself = noun in terms(_heading(block))  # "este informe", and not "la información" before it
            of_another = not itself and cues.has("objeto.escrito", fold(_heading(block)))  # what "este registro" holds
            if noun is None or (noun in named and not of_another):
                about = {stem for other in unit.blocks if other.label in ABOUT for stem in terms(other.text)}
                held = fsum(map(store.vocabulary.rarity, asked & (unit.stems | named | about)))
                found.append((itself, held, unit, block))
    best = max(found, key=lambda entry: entry[:2], default=None)
    if best is None or not total or best[1] < ANNOUNCED * total:
        return None
    return best[2], best[3]


def described_contents(
    fresh: str, store: Store, outline: Outline, synonyms: Synonyms, cues: Cues
) -> tuple[Unit, Block] | None:
    """The list of what a thing holds, where a folded message describes the thing and says no word that announces it.

    "La planilla con las agrupaciones de la comuna, ¿qué columnas le pongo?": of all such lists of the guide the one whose
    section, announcement and items say by far most of that; the people that a message names are those it is kept of.
    """
    if not (cues.has("pide.que_lleva", fresh) and cues.has("objeto.escrito", fresh)):
        return None
    line = cues.strip("generico.palabras", cues.strip("pide.que_lleva", fresh))
    weights = weights_of(line, synonyms, store.vocabulary)
    groups = [name for name in cues.groups if name.startswith("grupo.") and cues.has(name, fresh)]

    def held(text: str) -> float:
        return fsum(weights.get(stem, 0.0) for stem in set(terms(text)))

    found: list[tuple[float, Unit, Block]] = []
    for unit in outline.units:
        for block in unit.blocks:
            first, *items = block.text.split("\n")
            if len(items) < 2 or not cues.has("lista.lleva_dentro", fold(first)):
                continue
            said = [other.text for other in unit.blocks if other.label in {*ABOUT, block.label}]
            kept_of = any(cues.has(name, fold(first)) for name in groups)
            worth = held(" ".join((unit.name, block.label, *said))) + held(sentences(first)[-1])
            worth += OF_ITEMS * held(" ".join(items)) + OF_PEOPLE * kept_of
            found.append((worth, unit, block))
    found.sort(key=lambda one: -one[0])
    if not found or found[0][0] < DESCRIBED or (found[1:] and found[0][0] - found[1][0] < AHEAD):
        return None
    return found[0][1], found[0][2]


def contents_beside(fresh: str, spans: Sequence[Span], outline: Outline, cues: Cues) -> tuple[Unit, Block] | None:
    """The list of what is to be written down, where the piece found tells of the thing right before it.

    "Estoy haciendo el catastro de oficinas, ¿qué anoto de cada una?" names the list by nothing that announces it.
    """
    if not cues.has("pide.que_anotar", fresh):
        return None
    unit = outline.unit_at(spans)
    told = unit.block_at(spans) if unit is not None else None
    if unit is None or told is None:
        return None
    lists = [one for one in unit.blocks if "\n" in one.text and one.label == told.label]
    fitting = [one for one in lists if one is told or cues.has("lista.contenido", fold(one.text.split("\n")[0]))]
    thing = _WRITTEN_IN.search(fresh)
    if thing is not None:  # "¿qué anoto en el flujograma?" is not told by what a register holds
        fitting = [one for one in fitting if set(terms(thing[1])) & set(terms(_heading(one)))]
    return (unit, fitting[0]) if len(fitting) == 1 else None


def _heading(block: Block) -> str:
    """What a list is called, and the sentence that announces it."""
    return f"{block.label} {sentences(block.text.split(chr(10))[0])[-1]}"
