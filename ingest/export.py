"""Export a sentence-transformers folder to what the server loads: an int8 ONNX file and its tokenizer.

sentence-transformers' own exporter asks for an older transformers than the current one; torch's does not.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from corpus.embedding import ONNX


def export_onnx(source: Path, output: Path) -> Path:
    """Write ``onnx/model_int8.onnx`` and ``tokenizer.json`` of a BERT-like model into a new folder."""
    import torch
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(source), device="cpu")
    encoder: Any = model[0].auto_model
    encoder.eval()
    encoder.config._attn_implementation = "eager"
    sample = model.tokenizer(["hola", "una frase algo más larga"], return_tensors="pt", padding=True)

    class Hidden(torch.nn.Module):
        """The last hidden state alone, by positional inputs, as the exporter wants it."""

        def __init__(self) -> None:
            super().__init__()
            self.encoder = encoder  # so that its weights are the graph's own and can be quantised

        def forward(self, ids: torch.Tensor, mask: torch.Tensor, types: torch.Tensor) -> torch.Tensor:
            """Token states of a batch."""
            hidden: torch.Tensor = self.encoder(
                input_ids=ids, attention_mask=mask, token_type_ids=types
            ).last_hidden_state
            return hidden

    if output.exists():
        shutil.rmtree(output)
    target = output / ONNX
    target.parent.mkdir(parents=True)
    plain = target.with_name("model.onnx")
    axes = {0: "batch", 1: "tokens"}
    names = ["input_ids", "attention_mask", "token_type_ids"]
    inputs = (sample["input_ids"], sample["attention_mask"], torch.zeros_like(sample["input_ids"]))
    torch.onnx.export(
        Hidden(), inputs, str(plain), input_names=names, output_names=["hidden"], opset_version=17, dynamo=False,
        dynamic_axes=dict.fromkeys((*names, "hidden"), axes),
    )  # fmt: skip
    quantize_dynamic(str(plain), str(target), weight_type=QuantType.QInt8)
    plain.unlink()
    shutil.copy(source / "tokenizer.json", output / "tokenizer.json")
    return output
