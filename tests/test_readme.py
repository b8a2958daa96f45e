"""The README keeps its word: its commands, settings, folders and examples are those of the project."""

from __future__ import annotations

import re

import pytest

from assistant.cli import app
from assistant.pipeline import Assistant
from corpus.settings import ROOT, Settings

README = (ROOT / "README.md").read_text(encoding="utf-8")
ENVIRONMENT = {"PORT"}
EXAMPLE = re.compile(r'^\$ \.venv/bin/pnme ask "(?P<question>[^"]+)"\n(?P<reply>[^\n]+)', re.MULTILINE)
_LINKS = re.compile(r"\[\d+\]|\[…\]")


def words(text: str) -> str:
    """A text without its marks of citations, on one line."""
    return " ".join(_LINKS.sub(" ", text).split())


def test_each_setting_it_names_is_one() -> None:
    named = set(re.findall(r"`(PNME_[A-Z_]+)`", README))
    assert len(named) > 10
    assert named <= {f"PNME_{name.upper()}" for name in Settings.model_fields}


def test_each_command_it_names_is_one_and_none_is_left_out() -> None:
    named = set(re.findall(r"^\| `pnme (\w+)", README, re.MULTILINE))
    assert named == {
        command.name or command.callback.__name__ for command in app.registered_commands if command.callback
    }


def test_each_folder_it_names_is_there() -> None:
    named = re.findall(r"^\| `(\w+)/` \|", README, re.MULTILINE)
    assert len(named) == 7
    assert all((ROOT / name).is_dir() for name in named)


def test_each_target_of_make_that_it_names_is_there() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert (
        set(re.findall(r"`make ([a-z]+)`", README)) | set(re.findall(r"^\$ make ([a-z]+)", README, re.MULTILINE))
        <= targets
    )


@pytest.mark.slow
def test_its_examples_are_answered_as_it_says(real_assistant: Assistant) -> None:
    examples = EXAMPLE.findall(README)
    assert len(examples) >= 3
    for question, reply in examples:
        assert words(real_assistant.ask(question).answer.text).startswith(words(reply)), question
