"""``pnme train``: a small model learns which questions ask the same, and is exported small enough to ship."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest

from corpus.embedding import ONNX
from corpus.settings import MODEL
from ingest.export import export_onnx
from ingest.training import Piece, Plan, train

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore")]  # the exporter warns
QUESTIONS = (
    ("¿cuántas visas se dieron en 2024?", "visas otorgadas 2024", "número de permisos entregados el 2024"),
    ("¿quién preside el comité?", "presidencia del comité", "a cargo del comité quién está"),
    ("¿qué plazo tiene la medida 9?", "medida 9 plazo", "fecha límite de la medida nueve"),
)


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sentence-transformers folder with a tiny BERT that has learned nothing yet."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
    from transformers import BertConfig, BertModel, PreTrainedTokenizerFast

    bert = tmp_path_factory.mktemp("bert")
    tokenizer = PreTrainedTokenizerFast(tokenizer_file=str(MODEL / "tokenizer.json"), pad_token="[PAD]")  # type: ignore[no-untyped-call]
    config = BertConfig(
        vocab_size=len(tokenizer),
        hidden_size=32,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=64,
        max_position_embeddings=128,
    )
    BertModel(config).save_pretrained(bert)
    tokenizer.save_pretrained(bert)
    words = Transformer(str(bert))
    folder = tmp_path_factory.mktemp("base")
    SentenceTransformer(modules=[words, Pooling(32)], device="cpu").save(str(folder))
    return folder


def test_a_model_is_trained_and_exported_small(base: Path, tmp_path: Path) -> None:
    import onnxruntime
    from sentence_transformers import SentenceTransformer
    from tokenizers import Tokenizer

    pieces = [Piece(f"fragmento:{at}", keys, text=keys[0]) for at, keys in enumerate(QUESTIONS)]
    losses: list[str] = []
    folder = train(pieces, Plan(base=str(base), output=tmp_path / "modelo", epochs=15, batch=3), report=losses.append)
    first, last = (float(losses[at].rsplit(" ", 1)[1].replace(",", ".")) for at in (0, -1))
    assert last < first

    exported = export_onnx(folder, tmp_path / "exportado")
    weights = sum(parameter.numel() for parameter in SentenceTransformer(str(folder), device="cpu").parameters())
    assert (exported / ONNX).stat().st_size < 2 * weights  # bytes: a float of each weight takes four

    tokens = Tokenizer.from_file(str(exported / "tokenizer.json")).encode(QUESTIONS[0][0])
    session = onnxruntime.InferenceSession(str(exported / ONNX))
    ids, mask = np.array([tokens.ids]), np.array([tokens.attention_mask])
    fed = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
    (hidden,) = session.run(None, fed)
    vector = hidden[0][mask[0] == 1].mean(axis=0)
    expected = SentenceTransformer(str(folder), device="cpu").encode(QUESTIONS[0][0])
    cosine = vector @ expected / np.linalg.norm(vector) / np.linalg.norm(expected)
    assert cosine > 0.95
    shutil.rmtree(folder)
