"""The guide's method, tools, glossary and dimensions, and the practices, against what a second reader typed."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from corpus.analysis import words
from corpus.records import Definicion, Documento, Elemento, Etapa, Herramienta, Practica, Record
from corpus.settings import Settings
from ingest import fichas, gobernanza, guia
from ingest.documents import read_documents
from ingest.practicas import link_same

FIXTURES = Path(__file__).parent.parent / "fixtures"


def read(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (FIXTURES / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def plain(text: str | None) -> str:
    return " ".join(words((text or "").replace("•", " ").replace("—", " ")))


def flat(elements: Iterable[Elemento]) -> Iterator[str]:
    for element in elements:
        yield f"{element.titulo}: {element.texto.texto}" if element.titulo else element.texto.texto
        yield from flat(element.elementos)


@pytest.fixture(scope="module")
def documents() -> dict[str, Documento]:
    return read_documents(Settings().documents_dir)


@pytest.fixture(scope="module")
def records(documents: dict[str, Documento]) -> list[Record]:
    return guia.parse(documents["guia"])


@pytest.fixture(scope="module")
def by_id(records: list[Record]) -> dict[str, Record]:
    assert len({record.id for record in records}) == len(records)
    return {record.id: record for record in records}


@pytest.fixture(scope="module")
def concepts(records: list[Record]) -> dict[str, Definicion]:
    return {plain(record.concepto.texto): record for record in records if isinstance(record, Definicion)}


@pytest.mark.parametrize("pair", read("glosario"), ids=lambda pair: pair["concepto"])
def test_a_glossary_pair(concepts: dict[str, Definicion], pair: dict[str, str]) -> None:
    assert plain(concepts[plain(pair["concepto"])].definicion.texto) == plain(pair["definicion"])


@pytest.mark.parametrize("dimension", read("dimensiones"), ids=lambda dimension: str(dimension["numero"]))
def test_a_dimension(concepts: dict[str, Definicion], dimension: dict[str, Any]) -> None:
    found = concepts[plain(dimension["nombre"])]
    assert plain(found.definicion.texto) == plain(dimension["descripcion"])
    assert f"Dimensión {dimension['numero']}" in found.alias


@pytest.mark.parametrize("stage", read("etapas"), ids=lambda stage: stage["nombre"])
def test_a_stage(by_id: dict[str, Record], stage: dict[str, Any]) -> None:
    found = by_id[f"etapa:{stage['numero']}"]
    assert isinstance(found, Etapa)
    assert plain(found.nombre.texto) == plain(stage["nombre"])
    for own, typed in (
        (found.proposito, "proposito"),
        (found.presentacion, "presentacion"),
        (found.resumen, "resumen"),
    ):
        assert plain(own.texto if own else "") == plain(stage[typed])
    assert [step.titulo for step in found.pasos] == [section["numero"] for section in stage["secciones"]]


SECTIONS = [section for stage in read("etapas") for section in stage["secciones"]]


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section["numero"])
def test_a_section_of_a_stage(by_id: dict[str, Record], section: dict[str, Any]) -> None:
    found = by_id[f"etapa:{section['numero']}"]
    assert isinstance(found, Etapa)
    assert plain(found.nombre.texto) == plain(section["nombre"])
    for own, typed in ((found.minimo, "minimo"), (found.ideal, "ideal")):
        assert plain(own.texto if own else "") == plain(" ".join(section[typed]))
    needs = [text for text in flat(found.necesita) if not text.endswith(":")]
    assert [plain(text) for text in needs] == [plain(text) for text in section["necesito"]]
    boxes = {plain(box["titulo"]): box["texto"] for box in section.get("recuadros", [])}
    advised = [element for element in found.recomendaciones if plain(element.titulo) not in boxes]
    typed_advice = [section["recomendaciones_intro"] or "", *section["recomendaciones"]]
    assert plain(" ".join(flat(advised))) == plain(" ".join(typed_advice))
    assert {plain(e.titulo): plain(e.texto.texto) for e in found.recomendaciones if plain(e.titulo) in boxes} == {
        title: plain(text) for title, text in boxes.items()
    }
    assert [plain(advice.texto) for advice in found.consejos] == [plain(text) for text in section["consejos"]]


@pytest.mark.parametrize("tool", read("herramientas"), ids=lambda tool: tool["nombre"])
def test_a_tool(records: list[Record], tool: dict[str, Any]) -> None:
    """Every step is told in full, in the tool or (the two forms) in the tool that stands under it."""
    tools = [record for record in records if isinstance(record, Herramienta)]
    at = next(at for at, record in enumerate(tools) if plain(record.nombre.texto) == plain(tool["nombre"]))
    found = tools[at]
    assert found.proposito is not None
    assert plain(found.proposito.texto) == plain(tool["que_es"].replace("Migratorias35", "Migratorias"))
    if (tool["minutos_total"] or "").isdigit():
        assert sum(minutes or 0 for minutes in found.minutos) == int(tool["minutos_total"])
    # The forms follow the section that presents them; the second reader gave their boxes one line each, misprints too.
    own = plain(" ".join(flat((*found.pasos, *found.apartados))))
    for step in tool["pasos"]:
        if ";" in (step["texto"] or "") and plain(step["texto"]) not in own:
            form = tools[at + 1]
            assert len(form.pasos) > 5
            continue
        unnumbered = " ".join(part for part in (step["texto"] or "").split() if part not in ("1.", "2.", "3."))
        assert plain(unnumbered) in own


PRACTICES = read("practicas")


@pytest.mark.parametrize("practice", PRACTICES, ids=lambda practice: practice["titulo"][:40])
def test_a_practice(documents: dict[str, Documento], practice: dict[str, Any]) -> None:
    parser = fichas if practice["document"] == "fichas" else gobernanza
    practices = [r for r in parser.parse(documents[practice["document"]]) if isinstance(r, Practica)]
    found = next(p for p in practices if plain(p.titulo.texto) == plain(practice["titulo"]))
    assert found.comuna == practice["lugar"] or practice["lugar"] in found.lugar.texto
    assert [linea.texto for linea in found.lineas_sello] == practice["lineas_sello"]
    assert list(found.meses) == [month.lower() for month in practice["meses"]]
    fields = {plain(field.titulo): field.texto.texto for field in found.campos}
    for label, text in practice["campos"].items():
        own = plain(fields[plain(label)])
        # A calendar is put in words before the rest of the field.
        assert own.endswith(plain(text)) if found.meses and label.startswith("Fechas") else own == plain(text)


def test_the_same_practice_in_two_documents_is_linked(documents: dict[str, Documento], records: list[Record]) -> None:
    linked = link_same([*records, *fichas.parse(documents["fichas"]), *gobernanza.parse(documents["gobernanza"])])
    pairs = {
        (record.comuna, other)
        for record in linked
        if isinstance(record, Practica) and record.document == "fichas"
        for other in record.misma_que
    }
    assert {comuna for comuna, _ in pairs} == {"Coquimbo", "Concepción", "Temuco"}
    assert len(pairs) == 3
