"""A piece of text shows where it was cut out of a sentence, and only there."""

from __future__ import annotations

import pytest

from assistant.compose.passages import PassageClaims
from assistant.pipeline import Assistant
from assistant.values import Kind, Query
from corpus.records import Pasaje


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("e. Convenio con Gobiernos Regionales", "e. Convenio con Gobiernos Regionales"),
        ("b) Sello Migrante", "b) Sello Migrante"),
        ("orientada a las comunas", "… orientada a las comunas"),
    ],
)
def test_only_a_cut_sentence_is_marked(real_assistant: Assistant, written: str, told: str) -> None:
    parts = real_assistant.parts
    passage = parts.store.of(Pasaje)[0]
    piece = passage.model_copy(update={"texto": passage.texto.model_copy(update={"texto": written}), "ruta": ()})
    claims = PassageClaims(parts.store, parts.texts).text(
        piece, Query(pregunta="", texto="", kind=Kind.PASAJE), lead=True
    )
    assert claims[0].text.startswith(told)
