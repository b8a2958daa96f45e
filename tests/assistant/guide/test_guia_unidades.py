"""Units, concepts and what stands behind a piece, on an invented guide about bees."""

from __future__ import annotations

import pytest

from assistant.guide.behind import behind
from assistant.guide.concepts import Concepts
from assistant.guide.outline import Outline, joined, listed
from assistant.values import Claim
from corpus.records import Definicion, Documento, Elemento, Etapa, Fragmento, Texto
from corpus.synonyms import Synonyms

TEXT = """1.1 MONTAJE
La colmena se monta al sol.
Para montarla hacen falta:
• Tablas secas
• Un alza
Mínimo: Una colmena.
Cuide las manos. Use guantes.
Cera: Lo que hacen las abejas.
Miel: Lo que guardan las abejas.
Miel de ulmo: La miel del bosque.
"""
DOCUMENT = Documento(
    id="abejas", title="Abejas", publisher="p", year=2026, kind="guia", parser="libre", file="f", sha256="0", text=TEXT
)


def texto(words: str, read: str | None = None) -> Texto:
    start = TEXT.index(words)
    return Texto(texto=read or words, spans=(DOCUMENT.span(start, start + len(words)),))


def definicion(number: int, name: str, words: str, *alias: str) -> Definicion:
    return Definicion(
        id=f"definicion:{number}", document="abejas", concepto=texto(name), alias=alias, definicion=texto(words)
    )


NEEDS = Elemento(
    texto=texto("Para montarla hacen falta:"),
    elementos=(Elemento(texto=texto("Tablas secas")), Elemento(texto=texto("Un alza"))),
)
ETAPA = Etapa(
    id="etapa:1.1", document="abejas", numero="1.1", nombre=texto("1.1 MONTAJE", "Montaje"),
    proposito=texto("La colmena se monta al sol."), pasos=(NEEDS,), minimo=texto("Mínimo: Una colmena.", "Una colmena."),
    consejos=(texto("Cuide las manos. Use guantes."),),
)  # fmt: skip
DEFINICIONES = (
    definicion(1, "Cera", "Lo que hacen las abejas."),
    definicion(2, "Miel", "Lo que guardan las abejas."),
    definicion(3, "Miel de ulmo", "La miel del bosque."),
)


@pytest.fixture
def concepts() -> Concepts:
    return Concepts(DEFINICIONES, Synonyms())


def fragmento(words: str) -> Fragmento:
    return Fragmento(id="f", document="abejas", titulo="t", clase="fact", ruta=(), texto=texto(words), claves=())


def test_a_block_holds_its_whole_list_and_its_place() -> None:
    outline = Outline({"abejas": DOCUMENT}, [ETAPA])
    (unit,) = outline.units
    block = unit.block_at(texto("Un alza").spans)
    assert block is not None
    assert block.text == "Para montarla hacen falta:\n- Tablas secas\n- Un alza"
    assert [DOCUMENT.quote(span) for span in block.spans] == ["Para montarla hacen falta:\n• Tablas secas\n• Un alza"]


def test_spans_are_joined_over_bullets_and_not_over_words() -> None:
    spans = [span for words in ("Tablas secas", "Un alza", "Use guantes.") for span in texto(words).spans]
    assert [DOCUMENT.quote(span) for span in joined(spans, DOCUMENT)] == ["Tablas secas\n• Un alza", "Use guantes."]


def test_nested_items_are_set_in() -> None:
    assert listed([NEEDS]) == ["- Para montarla hacen falta:", "  - Tablas secas", "  - Un alza"]


def test_what_stands_behind_a_piece_is_what_was_not_said() -> None:
    outline = Outline({"abejas": DOCUMENT}, [ETAPA])
    said = [Claim(text="Cuide las manos.", spans=texto("Cuide las manos.").spans)]
    found = behind(outline, fragmento("Cuide las manos."), said)
    assert found is not None
    unit, blocks = found
    assert unit.name == "1.1 Montaje"
    assert [block.label for block in blocks] == ["proposito", "pasos", "minimo", "consejo"]
    assert blocks[-1].text == "Use guantes."


def test_a_piece_of_no_unit_has_nothing_behind_it() -> None:
    outline = Outline({"abejas": DOCUMENT}, [ETAPA])
    assert behind(outline, fragmento("La miel del bosque."), []) is None


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("¿que es la miel?", ["Miel"]),
        ("¿que es la miel de ulmo?", ["Miel de ulmo"]),
        ("diferencia entre miel y cera", ["Miel", "Cera"]),
        ("¿que es el polen?", []),
        ("¿quienes la integran, la miel?", ["Miel"]),
    ],
)
def test_concepts_are_named_by_the_longest_name(concepts: Concepts, question: str, names: list[str]) -> None:
    assert [one.definicion.concepto.texto for one in concepts.named(question)] == names
