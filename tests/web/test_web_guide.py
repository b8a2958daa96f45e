"""The downloads made from the guide."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest
from fake_assistant import FakeAssistant
from fastapi.testclient import TestClient

from corpus.settings import Settings
from web.app import create_app

if TYPE_CHECKING:
    from corpus.store import Store

PATHS = ("/api/guia/borrador.docx", "/api/guia/seguimiento.xlsx")


@pytest.mark.parametrize("path", PATHS)
def test_an_index_without_the_guide_gives_a_problem(client: TestClient, path: str) -> None:
    reply = client.get(path)
    assert reply.status_code == 404
    assert reply.headers["content-type"] == "application/problem+json"
    assert "la guía no trae" in reply.json()["detail"]


@pytest.mark.parametrize("path", PATHS)
def test_the_file_comes_with_its_name_and_whole_addresses(settings: Settings, real_store: Store, path: str) -> None:
    app = create_app(settings, FakeAssistant(real_store))  # type: ignore[arg-type]
    with TestClient(app, base_url="http://municipio.test") as client:
        reply = client.get(path)
    assert reply.status_code == 200
    assert f'.{path.rsplit(".")[-1]}"' in reply.headers["content-disposition"]
    with zipfile.ZipFile(io.BytesIO(reply.content)) as package:
        held = b"".join(package.read(name) for name in package.namelist() if name.endswith(".xml"))
    assert b"http://municipio.test/documentos/guia?desde=" in held
