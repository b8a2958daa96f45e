"""The index: built aside, checked, published by a switch; a build that dies or meets another leaves the old one serving."""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from filelock import FileLock

from corpus.errors import BusyError, IndexError_
from corpus.settings import ROOT, Settings
from corpus.store import Store, current_fingerprint
from ingest.index import BUILDING, fingerprint, ingest


@pytest.fixture
def settings(tmp_path: Path, real_settings: Settings) -> Settings:
    """Settings over a copy of the real index, so that a test may harm it."""
    shutil.copytree(real_settings.index_dir, tmp_path / "index")
    return Settings(data_dir=tmp_path, dense=False)


def test_a_second_ingest_with_nothing_changed_builds_nothing(settings: Settings) -> None:
    outcome = ingest(settings, say=lambda line: None)
    assert not outcome.built
    assert outcome.fingerprint == current_fingerprint(settings.index_dir)


def test_the_fingerprint_follows_documents_lexicon_and_keys(settings: Settings, tmp_path: Path) -> None:
    seen = {fingerprint(settings)}
    for name, field in (("keys", "keys_dir"), ("lexicon", "lexicon_dir"), ("documents", "documents_dir")):
        copy = tmp_path / name
        shutil.copytree(getattr(settings, field), copy)
        first = sorted(path for path in copy.iterdir() if path.is_file())[0]
        first.write_bytes(first.read_bytes() + b"\n")
        seen.add(fingerprint(settings.model_copy(update={field: copy})))
    assert len(seen) == 4


def test_a_second_ingest_at_once_says_so_and_leaves(settings: Settings) -> None:
    with FileLock(settings.index_dir / ".lock"), pytest.raises(BusyError, match="otro proceso"):
        ingest(settings, say=lambda line: None)


@pytest.mark.parametrize("name", ["records.json", "vocabulary.json", "documents.json"])
def test_a_damaged_index_is_found_and_built_anew(settings: Settings, name: str) -> None:
    folder = settings.index_dir / current_fingerprint(settings.index_dir)
    (folder / name).write_bytes((folder / name).read_bytes()[:-10])
    with pytest.raises(IndexError_, match="dañado"):
        Store.load(settings.index_dir)
    assert ingest(settings, say=lambda line: None).built
    assert Store.load(settings.index_dir).medidas


def test_without_an_index_the_cause_is_said(tmp_path: Path) -> None:
    with pytest.raises(IndexError_, match="pnme ingest"):
        Store.load(tmp_path)


@pytest.mark.slow
def test_killed_at_any_moment_the_old_index_serves_and_the_next_ingest_is_the_same(
    settings: Settings, tmp_path: Path
) -> None:
    keys = tmp_path / "keys"
    shutil.copytree(settings.keys_dir, keys)
    before = current_fingerprint(settings.index_dir)
    environment = {
        "PNME_DATA_DIR": str(tmp_path),
        "PNME_DENSE": "false",
        "PNME_KEYS_DIR": str(keys),
        "PATH": "/usr/bin",
    }
    first = sorted(keys.glob("*.jsonl"))[0]
    first.write_text(first.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    changed = settings.model_copy(update={"keys_dir": keys})
    rng = random.Random(7)
    for _ in range(10):
        process = subprocess.Popen(
            [sys.executable, "-m", "ingest"], env=environment, cwd=ROOT, stdout=subprocess.DEVNULL
        )
        time.sleep(rng.uniform(0.1, 1.6))
        process.send_signal(signal.SIGKILL)
        process.wait()
        serving = current_fingerprint(settings.index_dir)
        assert serving in (before, fingerprint(changed))
        assert len(Store.load(settings.index_dir).medidas) == 86
    outcome = ingest(changed, say=lambda line: None)
    assert outcome.fingerprint == fingerprint(changed)
    assert not list(settings.index_dir.glob(f"{BUILDING}*"))
    assert outcome.counts == Store.load(settings.index_dir).manifest.counts
