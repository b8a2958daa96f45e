"""The dense index and the embeddings that come with the project."""

from pathlib import Path

import pytest
from langchain_core.embeddings import Embeddings

from corpus import dense
from corpus.dense import DenseIndex, KnownEmbeddings
from corpus.embedding import load_embeddings, portable
from corpus.errors import IndexError_, ModelError
from corpus.lexical import Entry
from corpus.settings import ROOT, Settings

TEXTS = {
    "cartas": ("Se otorgaron 2.207 cartas de nacionalización.", "¿Cuántos extranjeros se hicieron chilenos?"),
    "expulsiones": ("En 2024 se realizaron 1.100 expulsiones.", "¿A cuánta gente echaron del país?"),
    "diagnóstico": ("El diagnóstico participativo reúne a la comunidad en talleres.",),
    "presupuesto": ("La ejecución presupuestaria de 2024 fue de 99,96 %.", "¿Cuánta plata se gastó?"),
}
ENTRIES = [
    Entry(record_id=record, position=position, tipo="fragmento", document="cuenta", texto=text)
    for record, texts in TEXTS.items()
    for position, text in enumerate(texts)
]


@pytest.fixture(scope="module")
def model() -> str:
    return str(Settings().embedding_model)


@pytest.fixture(scope="module")
def embeddings(model: str) -> Embeddings:
    return load_embeddings(model)


@pytest.fixture(scope="module")
def index(model: str, embeddings: Embeddings, tmp_path_factory: pytest.TempPathFactory) -> DenseIndex:
    folder = tmp_path_factory.mktemp("denso")
    dense.build(folder, ENTRIES, embeddings)
    return DenseIndex.open(folder, model, len(ENTRIES))


def test_the_vector_of_a_text_does_not_depend_on_its_neighbours(embeddings: Embeddings) -> None:
    texts = [entry.texto for entry in ENTRIES]
    together = embeddings.embed_documents(texts)
    assert together == [embeddings.embed_query(text) for text in texts]
    assert together[::-1] == embeddings.embed_documents(texts[::-1])
    assert all(sum(value * value for value in vector) == pytest.approx(1, abs=1e-5) for vector in together)


@pytest.mark.parametrize(
    ("question", "record"),
    [
        ("¿cuántas cartas de nacionalización dieron?", "cartas"),
        ("cuanta gente expulsaron", "expulsiones"),
        ("cómo hago un taller de diagnóstico", "diagnóstico"),
        ("en qué se fue la plata", "presupuesto"),
    ],
)
def test_a_record_is_as_near_as_the_nearest_of_its_texts(index: DenseIndex, question: str, record: str) -> None:
    hits = index.search(question, limit=4)
    assert hits[0].record_id == record
    assert [hit.record_id for hit in hits] == list(dict.fromkeys(hit.record_id for hit in hits))
    assert [hit.similarity for hit in hits] == sorted((hit.similarity for hit in hits), reverse=True)
    assert index.similarities(question, [record, "no está"]) == pytest.approx({record: hits[0].similarity}, abs=1e-5)


def test_two_builds_answer_alike(index: DenseIndex, model: str, embeddings: Embeddings, tmp_path: Path) -> None:
    dense.build(tmp_path, ENTRIES[::-1], KnownEmbeddings(embeddings, {}))
    other = DenseIndex.open(tmp_path, model, len(ENTRIES))
    for question in ("¿cuántas expulsiones hubo?", "plata", "extranjeros"):
        assert other.search(question) == index.search(question)


class Counting(Embeddings):
    """Embeddings that remember what they were asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        self.asked += texts
        return [[float(len(text))] for text in texts]

    def embed_query(self, text: str) -> list[float]:
        return self.embed_documents([text])[0]


def test_only_new_texts_are_embedded() -> None:
    made = Counting()
    assert KnownEmbeddings(made, {"uno": [1.0]}).embed_documents(["uno", "dos", "dos"]) == [[1.0], [3.0], [3.0]]
    assert made.asked == ["dos"]


def test_an_index_that_lost_vectors_is_refused(model: str, embeddings: Embeddings, tmp_path: Path) -> None:
    dense.build(tmp_path, ENTRIES[1:], embeddings)
    with pytest.raises(IndexError_, match="vectores"):
        DenseIndex.open(tmp_path, model, len(ENTRIES))


def test_a_model_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(ModelError, match="no-existe"):
        load_embeddings("./no-existe")


def test_a_model_of_the_project_is_named_by_its_place_in_it(
    model: str, embeddings: Embeddings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # wherever the process runs
    assert not Path(portable(model)).is_absolute()
    assert ROOT / portable(model) == Path(model)
    assert load_embeddings(portable(model)).embed_query("plazo") == embeddings.embed_query("plazo")
    assert portable(str(tmp_path)) == str(tmp_path)
    assert portable("intfloat/multilingual-e5-small") == "intfloat/multilingual-e5-small"
