"""The application over a fake assistant with the real documents."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fake_assistant import FakeAssistant, FakeStore, build_store
from fastapi import FastAPI
from fastapi.testclient import TestClient

from corpus.settings import Settings
from web.app import create_app


@pytest.fixture(scope="session")
def store() -> FakeStore:
    return build_store()


@pytest.fixture
def assistant(store: FakeStore) -> FakeAssistant:
    return FakeAssistant(store)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data_dir=tmp_path, reload_seconds=0.05)


@pytest.fixture
def app(settings: Settings, assistant: FakeAssistant) -> FastAPI:
    return create_app(settings, assistant)


@pytest.fixture
def client(app: FastAPI) -> Iterator[TestClient]:
    with TestClient(app) as client:
        yield client
