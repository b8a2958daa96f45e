"""Documents and records over HTTP."""

from __future__ import annotations

import hashlib

import pytest
from fake_assistant import DOCUMENTS, FakeStore
from fastapi.testclient import TestClient


def test_documents_are_listed_with_their_fingerprints(client: TestClient) -> None:
    listed = client.get("/api/documentos").json()
    assert [document["id"] for document in listed] == ["plan", "cuenta", "guia", "gobernanza", "fichas"]
    for document in listed:
        assert set(document) == {"id", "title", "publisher", "year", "url", "characters", "sha256"}
        text = client.get(f"/api/documentos/{document['id']}/texto")
        assert text.headers["content-type"] == "text/plain; charset=utf-8"
        assert len(text.text) == document["characters"]
        assert hashlib.sha256(text.content).hexdigest() == document["sha256"]
        assert text.content == (DOCUMENTS / f"{document['id']}.txt").read_bytes()


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("", [1, 5, 6, 7, 48]),
        ("?institucion=&eje=&plazo_desde=&plazo_hasta=&q=", [1, 5, 6, 7, 48]),
        ("?eje=1", [1, 5]),
        ("?institucion=trabajo", [6, 7]),
        ("?q=empleabilidad", [7]),
        ("?plazo_desde=2025-01-01&plazo_hasta=2025-12-31", [48]),
        ("?numeros=5,48,999", [5, 48]),
        ("?eje=1&numeros=5,48", [5]),
        ("?institucion=ninguna", []),
    ],
)
def test_medidas_under_filters(client: TestClient, query: str, numbers: list[int]) -> None:
    body = client.get(f"/api/medidas{query}").json()
    assert [medida["numero"] for medida in body["items"]] == numbers
    assert body["total"] == len(numbers)


def test_a_medida_has_its_milestones_and_sources(client: TestClient, store: FakeStore) -> None:
    medida = client.get("/api/medidas/48").json()
    assert [hito["plazo"] for hito in medida["hitos"]] == [
        "30 de septiembre 2024",
        "31 de diciembre 2024",
        "31 de diciembre 2025",
    ]
    assert [hito["fecha"] for hito in medida["hitos"]] == ["2024-09-30", "2024-12-31", "2025-12-31"]
    assert medida["instituciones"] == ["Ministerio de Vivienda y Urbanismo"]
    assert medida["eje_nombre"] == "Integración e inclusión de las personas migrantes"
    plan = store.documents["plan"].text
    for source in [medida["source"], *(source for hito in medida["hitos"] for source in hito["sources"])]:
        assert plan[source["start"] : source["end"]] == source["quote"]


def test_a_deadline_that_does_not_exist_has_no_date(client: TestClient) -> None:
    [hito] = client.get("/api/medidas/5").json()["hitos"]
    assert (hito["plazo"], hito["fecha"]) == ("31 de junio 2024", None)


def test_figures_are_found_by_stem_and_paged(client: TestClient) -> None:
    body = client.get("/api/cifras", params={"concepto": "carta nacionalizacion", "periodo": "2024"}).json()
    assert body["total"] == 1
    cifra = body["items"][0]
    assert (cifra["valor"], cifra["unidad"], cifra["desglose"]) == (2207, "cartas", ["Total"])
    assert "2.207" in cifra["source"]["quote"]
    page = client.get("/api/cifras?desde=1&limite=1").json()
    assert (page["total"], [c["valor"] for c in page["items"]]) == (2, [99.96])
    assert client.get("/api/cifras?desglose=Arica").json()["total"] == 0


@pytest.mark.parametrize(
    ("params", "total"),
    [
        ({}, 1),
        ({"comuna": "hualqui"}, 1),
        ({"comuna": "Temuco"}, 0),
        ({"linea": "vinculación"}, 1),
        ({"linea": "formativas"}, 0),
        ({"tema": "trabajo social"}, 1),
        ({"q": "movilidad humana"}, 1),
        ({"q": "ajedrez"}, 0),
    ],
)
def test_practices_under_filters(client: TestClient, params: dict[str, str], total: int) -> None:
    body = client.get("/api/practicas", params=params).json()
    assert (body["total"], len(body["items"])) == (total, total)


def test_a_discrepancy_shows_every_place(client: TestClient) -> None:
    [one] = client.get("/api/discrepancias").json()["items"]
    assert [source["quote"] for source in one["sources"]] == ["152 municipalidades", "2025 151 0 0"]
    assert all(source["url"].startswith("/documentos/cuenta?desde=") for source in one["sources"])


def test_the_interface_describes_itself(client: TestClient) -> None:
    schema = client.get("/api/openapi.json").json()
    assert {"/api/chat", "/api/medidas", "/api/cifras", "/api/practicas", "/api/feedback"} <= set(schema["paths"])
    assert "question" in str(schema["paths"]["/api/chat"]["post"]["requestBody"])
