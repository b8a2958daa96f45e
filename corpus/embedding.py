"""Sentence embeddings behind LangChain's ``Embeddings``: any sentence-transformers model, by name or folder.

A folder that also holds ``onnx/model_int8.onnx`` (as the one that comes with the project) runs in onnxruntime, which
loads in a fraction of a second and needs no torch; everything else runs in sentence-transformers.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from langchain_core.embeddings import Embeddings

from corpus.errors import ModelError
from corpus.settings import ROOT

ONNX = Path("onnx") / "model_int8.onnx"
MAX_TOKENS = 128


class OnnxEmbeddings(Embeddings):
    """A quantised model: mean pooling over tokens, unit length. Input beyond 128 tokens is cut."""

    def __init__(self, folder: Path) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = min(4, os.cpu_count() or 1)
        # Threads that spin while they wait take the cores from all else that a question needs.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self._session = onnxruntime.InferenceSession(str(folder / ONNX), options, providers=["CPUExecutionProvider"])
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.enable_truncation(MAX_TOKENS)
        self._tokenizer.no_padding()
        self._inputs = {item.name for item in self._session.get_inputs()}

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """One unit vector for each text.

        One text at a time: the int8 model scales its activations over a whole batch, so that in a batch the vector of
        a text would depend on its neighbours, and not be the one that it has as a question.
        """
        return [self.embed_query(text) for text in texts]

    def embed_query(self, text: str) -> list[float]:
        """The unit vector of a text."""
        import numpy as np

        item = self._tokenizer.encode(text)
        ids = np.array([item.ids], dtype=np.int64)
        feed = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
        states = self._session.run(None, {name: feed[name] for name in self._inputs})[0][0]
        pooled = states.mean(0)
        return [float(value) for value in pooled / np.linalg.norm(pooled).clip(1e-9)]


class SentenceTransformerEmbeddings(Embeddings):
    """Any sentence-transformers model on the CPU or, where there is one, the GPU."""

    def __init__(self, model: str) -> None:
        from sentence_transformers import SentenceTransformer

        try:
            self._model = SentenceTransformer(model)
        except (OSError, ValueError) as error:
            raise ModelError(f"el modelo de embeddings «{model}» no se puede cargar: {error}") from error

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """One unit vector for each text."""
        return [list(map(float, row)) for row in self._model.encode(texts, normalize_embeddings=True, batch_size=32)]

    def embed_query(self, text: str) -> list[float]:
        """The unit vector of a question."""
        return self.embed_documents([text])[0]


def load_embeddings(model: str) -> Embeddings:
    """The embeddings of a setting: a folder of this project's kind, or any sentence-transformers name or folder."""
    folder = Path(model)
    if not folder.is_dir() and (ROOT / folder).is_dir():
        folder = ROOT / folder
    if (folder / ONNX).exists():
        return OnnxEmbeddings(folder)
    return SentenceTransformerEmbeddings(str(folder) if folder.is_dir() else model)


def portable(model: str) -> str:
    """A model as an index names it: a folder of this project by its path within it, so that the project can be moved."""
    folder = Path(model).resolve()
    if not folder.is_dir():
        return model
    return folder.relative_to(ROOT).as_posix() if folder.is_relative_to(ROOT) else str(folder)


def model_identity(model: str) -> str:
    """What identifies a model in a fingerprint: its name, or a digest of the files of its folder."""
    folder = Path(model)
    if not folder.is_dir():
        return model
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            digest.update(path.relative_to(folder).as_posix().encode())
            digest.update(path.read_bytes())
    return f"{folder.name}:{digest.hexdigest()[:16]}"
