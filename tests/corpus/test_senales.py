"""Cues are phrases that an official may edit: they are found whole, put together by modules, and bad ones are reported."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from corpus.cues import Cues
from corpus.errors import LexiconError


def _cues(folder: Path, text: str) -> Cues:
    (folder / "giros.toml").write_text(text, encoding="utf-8")
    return Cues.load(folder, "giros.toml")


def test_a_cue_is_found_as_whole_words_with_any_ending_after_a_star(tmp_path: Path) -> None:
    cues = _cues(tmp_path, '[pide]\nplazo = ["hasta cuándo", "venc*"]\n')
    assert cues.has("pide.plazo", "hasta  cuando hay plazo")
    assert cues.has("pide.plazo", "las vencidas")
    assert not cues.has("pide.plazo", "convencer")


def test_groups_are_put_together_longest_phrase_first(tmp_path: Path) -> None:
    cues = _cues(tmp_path, '[plan]\nnombre = ["plan", "plan nacional"]\nsigla = ["pnme"]\n')
    found = re.findall(rf"\b{cues.any_of('plan.nombre', 'plan.sigla')}\b", "el plan nacional, o pnme")
    assert found == ["plan nacional", "pnme"]
    assert cues.words("plan.nombre") == {"plan", "plan nacional"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[pide]\nuno = ["a"]\n\ndos = "b"\n', r"giros\.toml, línea 4: pide\.dos"),
        ('[otro]\ndos = ["a"]\n[pide]\ndos = ["b", ""]\n', r"giros\.toml, línea 4: pide\.dos"),
        ('suelto = ["a"]\n', r"giros\.toml, línea 1: «suelto»"),
    ],
)
def test_a_bad_entry_is_reported_with_its_line(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(LexiconError, match=said):
        _cues(tmp_path, text)


def test_a_group_that_a_module_needs_is_missed_by_name(tmp_path: Path) -> None:
    cues = _cues(tmp_path, '[pide]\nuno = ["a"]\nvacio = []\n')
    for group in ("pide.dos", "pide.vacio"):
        with pytest.raises(LexiconError, match=f"giros.toml: falta la lista {group}"):
            cues.any_of(group)
