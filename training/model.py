"""The encoder with all its heads, in PyTorch; used for training only."""

from dataclasses import dataclass
from pathlib import Path

import torch
import torch.nn.functional as functional
from safetensors.torch import load_file
from torch import Tensor, nn

from selon.encoder.labels import NAME_TAGS, PARTS_OF_SPEECH, RELATIONS, ROLE_TAGS
from selon.encoder.pieces import ACCENT_KINDS, CASES, LAYOUTS

WIDTH, LAYERS, HEADS, INNER, POSITIONS = 384, 6, 12, 1536, 512
ARC, RELATION, LINK = 192, 128, 96


@dataclass
class Batch:
    """Padded windows. Pieces: [batch, pieces]; words: [batch, words], word 0 standing for root and "none"."""

    pieces: Tensor
    accents: Tensor
    cases: Tensor
    layouts: Tensor
    first: Tensor
    last: Tensor
    word_mask: Tensor
    labels: dict[str, Tensor]


class Layer(nn.Module):
    """One transformer layer, normalised after each step as in BERT (Devlin et al. 2019)."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm_attention = nn.LayerNorm(WIDTH, eps=1e-12)
        self.inner = nn.Linear(WIDTH, INNER)
        self.outer = nn.Linear(INNER, WIDTH)
        self.norm_output = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(0.1)

    def forward(self, hidden: Tensor, mask: Tensor) -> Tensor:
        batch, length, _ = hidden.shape
        query, key, value = (
            self.qkv(hidden).view(batch, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        )
        mixed = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        mixed = mixed.transpose(1, 2).reshape(batch, length, WIDTH)
        hidden = self.norm_attention(hidden + self.dropout(self.out(mixed)))
        return self.norm_output(hidden + self.dropout(self.outer(functional.gelu(self.inner(hidden)))))


class Encoder(nn.Module):
    """Pieces in, one vector a word out, and the scores of every head."""

    def __init__(self, vocabulary: int, lemma_scripts: int) -> None:
        super().__init__()
        self.pieces = nn.Embedding(vocabulary, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.accents = nn.Embedding(ACCENT_KINDS, WIDTH)
        self.cases = nn.Embedding(len(CASES), WIDTH)
        self.layouts = nn.Embedding(len(LAYOUTS), WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.dropout = nn.Dropout(0.1)
        sizes = {
            "pos": len(PARTS_OF_SPEECH), "start": 2, "name": len(NAME_TAGS), "outer": len(ROLE_TAGS),
            "nested": len(ROLE_TAGS), "nature": 2, "lemma": lemma_scripts,
        }  # fmt: skip
        self.tags = nn.ModuleDict({name: nn.Linear(WIDTH, size) for name, size in sizes.items()})
        self.arc_dependent = nn.Linear(WIDTH, ARC)
        self.arc_head = nn.Linear(WIDTH, ARC)
        self.relation_dependent = nn.Linear(WIDTH, RELATION)
        self.relation_head = nn.Linear(WIDTH, RELATION)
        self.relation = nn.Linear(RELATION, len(RELATIONS))
        self.links = nn.ModuleDict(
            {f"{name}_{side}": nn.Linear(WIDTH, LINK) for name in ("source", "cue") for side in ("from", "to")}
        )  # fmt: skip
        for table in (self.accents, self.cases, self.layouts):
            nn.init.normal_(table.weight, std=0.01)

    def words(self, batch: Batch, pad: int) -> Tensor:
        """One vector a word: [batch, words, width]."""
        positions = torch.arange(batch.pieces.shape[1])
        hidden = (
            self.pieces(batch.pieces) + self.positions(positions) + self.accents(batch.accents)
            + self.cases(batch.cases) + self.layouts(batch.layouts)
        )  # fmt: skip
        hidden = self.dropout(self.norm(hidden))
        mask = (batch.pieces != pad)[:, None, None, :]
        for layer in self.layers:
            hidden = layer(hidden, mask)
        return 0.5 * (_gather(hidden, batch.first) + _gather(hidden, batch.last))

    def forward(self, batch: Batch, pad: int) -> dict[str, Tensor]:
        words = self.dropout(self.words(batch, pad))
        scores = {name: head(words) for name, head in self.tags.items()}
        unseen = ~batch.word_mask[:, None, :]
        dependent, head = functional.gelu(self.arc_dependent(words)), functional.gelu(self.arc_head(words))
        scores["arc"] = (dependent @ head.transpose(1, 2) / ARC**0.5).masked_fill(unseen, -1e4)
        for name in ("source", "cue"):
            origin, target = self.links[f"{name}_from"](words), self.links[f"{name}_to"](words)
            scores[f"link_{name}"] = (origin @ target.transpose(1, 2) / LINK**0.5).masked_fill(unseen, -1e4)
        scores["relation_dependent"] = self.relation_dependent(words)
        scores["relation_head"] = self.relation_head(words)
        return scores

    def relation_scores(self, dependent: Tensor, head: Tensor) -> Tensor:
        """Scores of each relation for pairs of rows of the two projections."""
        return self.relation(functional.gelu(dependent + head))


def _gather(hidden: Tensor, index: Tensor) -> Tensor:
    return hidden.gather(1, index[:, :, None].expand(-1, -1, hidden.shape[2]))


def load_base(model: Encoder, path: Path) -> None:
    """Copy the weights of a BERT-shaped base (all-MiniLM-L6-v2) into ``model``."""
    base = load_file(path)
    base = {name.removeprefix("bert."): value for name, value in base.items()}
    new = {"pieces.weight": base["embeddings.word_embeddings.weight"]}
    new["positions.weight"] = (
        base["embeddings.position_embeddings.weight"] + base["embeddings.token_type_embeddings.weight"][0]
    )
    for end in ("weight", "bias"):
        new[f"norm.{end}"] = base[f"embeddings.LayerNorm.{end}"]
        for n in range(LAYERS):
            old = f"encoder.layer.{n}"
            new[f"layers.{n}.qkv.{end}"] = torch.cat(
                [base[f"{old}.attention.self.{part}.{end}"] for part in ("query", "key", "value")]
            )
            for ours, theirs in {
                "out": "attention.output.dense", "norm_attention": "attention.output.LayerNorm",
                "inner": "intermediate.dense", "outer": "output.dense", "norm_output": "output.LayerNorm",
            }.items():  # fmt: skip
                new[f"layers.{n}.{ours}.{end}"] = base[f"{old}.{theirs}.{end}"]
    _, unexpected = model.load_state_dict(new, strict=False)
    if unexpected:
        raise ValueError(f"the base does not fit: {unexpected}")


def losses(model: Encoder, batch: Batch, pad: int) -> dict[str, Tensor]:
    """The mean loss of each head that has labels in the batch."""
    scores = model(batch, pad)
    found: dict[str, Tensor] = {}
    for name in (*model.tags, "arc", "link_source", "link_cue"):
        labels = batch.labels[name]
        if bool((labels >= 0).any()):
            found[name] = functional.cross_entropy(
                scores[name].flatten(0, 1).float(), labels.flatten(), ignore_index=-100
            )
    labels = batch.labels["relation"]
    known = (labels >= 0) & (batch.labels["arc"] >= 0)
    rows, columns = torch.nonzero(known, as_tuple=True)
    if len(rows):
        heads = batch.labels["arc"][rows, columns]
        relation = model.relation_scores(
            scores["relation_dependent"][rows, columns], scores["relation_head"][rows, heads]
        )
        found["relation"] = functional.cross_entropy(relation.float(), labels[rows, columns])
    return found
