"""Write the trained encoder as an ONNX graph in int8, with what the program needs beside it.

    python training/export.py --run RUN --vocabulary vocab.txt --out src/selon/encoder/weights [--float]

Weights are quantised by output channel, activations as they come, one window a run: a window never sees its
neighbours (docs/decisions/quantisation.md). ``--float`` keeps 32-bit weights, to measure what int8 costs.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from model import HEADS, LAYERS, WIDTH

Array = NDArray[np.float32]
TAGS = ("pos", "start", "name", "outer", "nested", "nature")
VERSION = "1.0"


class Graph:
    """Collects nodes and weights of an ONNX graph."""

    def __init__(self, weights: dict[str, Array], *, quantised: bool) -> None:
        self.weights = weights
        self.quantised = quantised
        self.nodes: list[onnx.NodeProto] = []
        self.initializers: list[onnx.TensorProto] = []
        self._names: set[str] = set()

    def constant(self, name: str, value: NDArray) -> str:
        """A weight under a name, stored once."""
        if name not in self._names:
            self._names.add(name)
            self.initializers.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def node(self, kind: str, inputs: list[str], name: str, *, domain: str = "", **attributes: object) -> str:
        """One operation with one result, called ``name``."""
        self.nodes.append(helper.make_node(kind, inputs, [name], domain=domain, **attributes))
        return name

    def quantise(self, value: str) -> tuple[str, str, str]:
        """A value as 8-bit integers with its scale and zero point."""
        names = (f"{value}.q", f"{value}.scale", f"{value}.zero")
        if names[0] not in self._names:
            self._names.add(names[0])
            self.nodes.append(helper.make_node("DynamicQuantizeLinear", [value], list(names)))
        return names

    def linear(self, value: str, weight: Array, bias: Array, name: str) -> str:
        """``value @ weight + bias``; weight is [in, out]."""
        if not self.quantised:
            product = self.node("MatMul", [value, self.constant(f"{name}.w", weight)], f"{name}.product")
            return self.node("Add", [product, self.constant(f"{name}.b", bias)], name)
        scale = (np.abs(weight).max(axis=0) / 127).astype(np.float32)
        integers = np.clip(np.round(weight / scale), -127, 127).astype(np.int8)
        q, s, z = self.quantise(value)
        inputs = [
            q, self.constant(f"{name}.w", integers), s, self.constant(f"{name}.s", scale), z, "",
            self.constant(f"{name}.b", bias),
        ]  # fmt: skip
        return self.node("MatMulIntegerToFloat", inputs, name, domain="com.microsoft")

    def layer(self, value: str, module: str, name: str) -> str:
        """A linear layer of the model by its name there."""
        return self.linear(value, self.weights[f"{module}.weight"].T, self.weights[f"{module}.bias"], name)

    def skip_norm(self, value: str, skip: str, module: str, name: str) -> str:
        """Layer normalisation of a sum."""
        # Two operations: the fused SkipLayerNormalization of onnxruntime 1.32 is seven times slower.
        total = self.node("Add", [value, skip], f"{name}.sum")
        inputs = [total, self.constant(f"{name}.g", self.weights[f"{module}.weight"]),
                  self.constant(f"{name}.b", self.weights[f"{module}.bias"])]  # fmt: skip
        return self.node("LayerNormalization", inputs, name, epsilon=1e-12, axis=-1)


def embed(graph: Graph) -> str:
    """The sum of the embeddings, normalised: [1, pieces, width]."""
    table = graph.weights["pieces.weight"]
    if graph.quantised:
        scale = (np.abs(table).max(axis=1, keepdims=True) / 127 + 1e-12).astype(np.float32)
        integers = np.clip(np.round(table / scale), -127, 127).astype(np.int8)
        rows = graph.node("Gather", [graph.constant("pieces", integers), "piece"], "piece.q")
        rows = graph.node("Cast", [rows], "piece.f", to=TensorProto.FLOAT)
        rows = graph.node(
            "Mul",
            [rows, graph.node("Gather", [graph.constant("piece_scale", scale), "piece"], "piece.s")],
            "piece.e",
        )
    else:
        rows = graph.node("Gather", [graph.constant("pieces", table), "piece"], "piece.e")
    for name in ("position", "accent", "case", "layout"):
        rows_of = graph.constant(f"{name}s", graph.weights[f"{name}s.weight"])
        rows = graph.node("Add", [rows, graph.node("Gather", [rows_of, name], f"{name}.e")], f"{name}.sum")
    inputs = [
        rows,
        graph.constant("norm.g", graph.weights["norm.weight"]),
        graph.constant("norm.b", graph.weights["norm.bias"]),
    ]
    return graph.node("LayerNormalization", inputs, "hidden.0", epsilon=1e-12, axis=-1)


def transform(graph: Graph, hidden: str, number: int) -> str:
    """One transformer layer."""
    own = f"layers.{number}"
    mixed = graph.layer(hidden, f"{own}.qkv", f"{own}.qkv")
    parts = [f"{own}.query", f"{own}.key", f"{own}.value"]
    graph.nodes.append(helper.make_node("Split", [mixed], parts, axis=-1, num_outputs=3))
    seen = graph.node("MultiHeadAttention", parts, f"{own}.seen", domain="com.microsoft", num_heads=HEADS)
    out = graph.layer(seen, f"{own}.out", f"{own}.out")
    hidden = graph.skip_norm(hidden, out, f"{own}.norm_attention", f"{own}.middle")
    inner = graph.layer(hidden, f"{own}.inner", f"{own}.inner")
    inner = graph.node("Gelu", [inner], f"{own}.gelu", domain="com.microsoft")
    outer = graph.layer(inner, f"{own}.outer", f"{own}.outer")
    return graph.skip_norm(hidden, outer, f"{own}.norm_output", f"hidden.{number + 1}")


def heads(graph: Graph, words: str) -> list[str]:
    """Every head's scores on the word vectors."""
    w = graph.weights
    joined = [np.concatenate([w[f"tags.{t}.{end}"] for t in TAGS]) for end in ("weight", "bias")]
    plain = graph.node("MatMul", [words, graph.constant("tags.w", joined[0].T)], "tags.product")
    graph.node("Add", [plain, graph.constant("tags.b", joined[1])], "tags")
    graph.node("ArgMax", [graph.layer(words, "tags.lemma", "lemma.scores")], "lemma", axis=-1, keepdims=0)
    dependent = graph.node(
        "Gelu", [graph.layer(words, "arc_dependent", "arc.d")], "arc.dg", domain="com.microsoft"
    )
    head = graph.node("Gelu", [graph.layer(words, "arc_head", "arc.h")], "arc.hg", domain="com.microsoft")
    _pairs(graph, dependent, head, w["arc_head.bias"].size, "arc")
    for name in ("source", "cue"):
        origin = graph.layer(words, f"links.{name}_from", f"{name}.from")
        target = graph.layer(words, f"links.{name}_to", f"{name}.to")
        _pairs(graph, origin, target, w[f"links.{name}_to.bias"].size, f"link_{name}")
    graph.layer(words, "relation_dependent", "relation_dependent")
    graph.layer(words, "relation_head", "relation_head")
    return ["tags", "lemma", "arc", "link_source", "link_cue", "relation_dependent", "relation_head"]


def _pairs(graph: Graph, left: str, right: str, size: int, name: str) -> None:
    turned = graph.node("Transpose", [right], f"{name}.t", perm=[0, 2, 1])
    product = graph.node("MatMul", [left, turned], f"{name}.product")
    graph.node("Mul", [product, graph.constant(f"{name}.factor", np.float32(size**-0.5))], name)


def build(weights: dict[str, Array], *, quantised: bool) -> onnx.ModelProto:
    """The whole graph: one window of pieces in, the scores of its words out."""
    graph = Graph(weights, quantised=quantised)
    hidden = embed(graph)
    for number in range(LAYERS):
        hidden = transform(graph, hidden, number)
    first = graph.node("Gather", [hidden, "first"], "words.first", axis=1)
    last = graph.node("Gather", [hidden, "last"], "words.last", axis=1)
    total = graph.node("Add", [first, last], "words.sum")
    words = graph.node("Mul", [total, graph.constant("half", np.float32(0.5))], "words")
    outputs = heads(graph, words)
    pieces = [
        helper.make_tensor_value_info(n, TensorProto.INT64, [1, "pieces"])
        for n in ("piece", "position", "accent", "case", "layout")
    ]
    ends = [helper.make_tensor_value_info(n, TensorProto.INT64, ["words"]) for n in ("first", "last")]
    results = [
        helper.make_tensor_value_info(n, TensorProto.INT64 if n == "lemma" else TensorProto.FLOAT, None)
        for n in outputs
    ]
    made = helper.make_graph(graph.nodes, "selon", [*pieces, *ends], results, graph.initializers)
    model = helper.make_model(
        made, opset_imports=[helper.make_opsetid("", 18), helper.make_opsetid("com.microsoft", 1)]
    )
    model.ir_version = 9
    return model


def main() -> None:
    """Read the arguments and export."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--vocabulary", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--float", action="store_true")
    arguments = parser.parse_args()
    final = arguments.run / "final.pt"
    state = torch.load(final if final.exists() else arguments.run / "checkpoint.pt", map_location="cpu")[
        "average"
    ]
    weights = {name: value.float().numpy() for name, value in state.items()}
    arguments.out.mkdir(parents=True, exist_ok=True)
    onnx.save(build(weights, quantised=not arguments.float), arguments.out / "encoder.onnx")
    np.savez(
        arguments.out / "relation.npz", weight=weights["relation.weight"].T, bias=weights["relation.bias"]
    )
    (arguments.out / "vocabulary.txt").write_bytes(arguments.vocabulary.read_bytes())
    scripts = json.loads((arguments.run / "lemma.json").read_text(encoding="utf-8"))
    card = {"version": VERSION, "width": WIDTH, "lemma_scripts": scripts}
    (arguments.out / "model.json").write_text(json.dumps(card, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main()
