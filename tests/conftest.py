"""The real documents as one index, built once for all tests that read it; nothing may write into it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

import pytest

from corpus.settings import Settings

if TYPE_CHECKING:
    from assistant.pipeline import Assistant
    from corpus.store import Store

TODAY = date(2025, 8, 15)


@pytest.fixture(scope="session")
def real_settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings whose published index holds the real documents, searched by words alone."""
    from ingest.index import ingest

    settings = Settings(data_dir=tmp_path_factory.mktemp("datos"), dense=False)
    ingest(settings, say=lambda line: None)
    return settings


@pytest.fixture(scope="session")
def real_store(real_settings: Settings) -> Store:
    """That index, loaded."""
    from corpus.store import Store

    return Store.load(real_settings.index_dir)


@pytest.fixture(scope="session")
def real_assistant(real_settings: Settings) -> Iterator[Assistant]:
    """An assistant over that index, on a fixed day; its conversations are kept in memory."""
    from assistant.pipeline import Assistant

    assistant = Assistant(real_settings, today=lambda: TODAY)
    yield assistant
    assistant.conversations.close()
