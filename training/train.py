"""Train the encoder: every task at once, from the base weights, within a given time.

    python training/train.py --data DATA --base model.safetensors --vocabulary vocab.txt --out RUN --minutes 80

DATA is a folder with ``ud``, ``silver``, ``polnear`` and ``ner`` (see training/README.md). RUN gets a checkpoint
every five minutes; the same command resumes from it.
"""

import argparse
import itertools
import json
import random
import time
from collections.abc import Iterator
from pathlib import Path

import torch
from batches import batches
from examples import Example, count_scripts, gold_examples, name_examples, polnear_examples, treebank_examples
from model import Batch, Encoder, load_base, losses
from treebank import read_conllu

from selon.encoder.pieces import PieceVocabulary

FRENCH = ("ud/fr/sequoia-train", "ud/fr/gsd-dev", "ud/fr/fqb-test", "ud/fr/rhapsodie-train",
          "ud/fr/parisstories-train", "silver/fr-inverted-reporting")  # fmt: skip
ENGLISH = ("ud/en/ewt-train", "ud/en/gum-open-train", "silver/en-inverted-reporting")
NAMES = ("uner-ewt-dev", "uner-pud", "wikigold-en")
WEIGHTS = {"pos": 0.5, "start": 0.5, "name": 0.7, "outer": 1.5, "nested": 1.0, "nature": 0.2, "lemma": 0.4,
           "arc": 0.7, "relation": 0.5, "link_source": 0.4, "link_cue": 0.4}  # fmt: skip
# One optimiser step takes one batch of each column; a batch is drawn with these odds.
COLUMNS = (
    {"polnear": 1.0},
    {"french": 0.6, "english": 0.4},
    {"gold": 0.22, "names": 0.18, "french": 0.35, "english": 0.25},
)
AVERAGE = 0.998


def load_examples(data: Path, gold: Path, scripts: dict[str, int], chance: random.Random) -> dict[str, list]:
    """Every task's examples."""
    trees = {
        name: [e for part in parts for e in treebank_examples(data / f"{part}.conllu", scripts, chance)]
        for name, parts in (("french", FRENCH), ("english", ENGLISH))
    }
    names = [e for part in NAMES for e in name_examples(data / "ner" / f"{part}.bio", chance)]
    return {
        **trees,
        "names": names,
        "polnear": polnear_examples(data / "polnear" / "train"),
        "gold": gold_examples(gold, held_out=False),
    }


def scripts_of(data: Path) -> list[str]:
    """The lemma scripts of the treebanks."""
    return count_scripts(s for part in (*FRENCH, *ENGLISH) for s in read_conllu(data / f"{part}.conllu"))


class Sampler:
    """Draws the batches of a step."""

    def __init__(self, examples: dict[str, list], vocabulary: PieceVocabulary, chance: random.Random) -> None:
        self._chance = chance
        self._vocabulary = vocabulary
        self._streams: dict[str, Iterator[tuple[Batch, int]]] = {}
        for name, each in examples.items():
            self.renew(name, each)

    def renew(self, name: str, examples: list[Example]) -> None:
        """Replace the examples of one task."""
        if examples:
            self._streams[name] = batches(examples, self._vocabulary, self._chance, pieces=1600)

    def step(self) -> Iterator[tuple[str, Batch, int]]:
        """One batch of each column."""
        for column in COLUMNS:
            odds = {name: weight for name, weight in column.items() if name in self._streams}
            name = self._chance.choices(list(odds), list(odds.values()))[0]
            yield name, *next(self._streams[name])


def optimiser_of(model: Encoder) -> torch.optim.AdamW:
    """Small steps for what was trained before, large ones for what is new."""
    old = [p for n, p in model.named_parameters() if n.startswith(("pieces", "positions", "norm", "layers."))]
    kept = {id(p) for p in old}
    new = [p for p in model.parameters() if id(p) not in kept]
    return torch.optim.AdamW(
        [{"params": old, "lr": 2e-4}, {"params": new, "lr": 1e-3}], weight_decay=0.01, betas=(0.9, 0.98)
    )


def train(arguments: argparse.Namespace) -> None:
    """The whole run; resumes where a checkpoint is found."""
    torch.manual_seed(1)
    chance = random.Random(1)
    scripts = scripts_of(arguments.data)
    arguments.out.mkdir(parents=True, exist_ok=True)
    (arguments.out / "lemma.json").write_text(json.dumps(scripts, ensure_ascii=False), encoding="utf-8")
    vocabulary = PieceVocabulary(arguments.vocabulary.read_text(encoding="utf-8").split("\n"))
    examples = load_examples(arguments.data, arguments.gold, {s: i for i, s in enumerate(scripts)}, chance)
    print({name: len(each) for name, each in examples.items()}, flush=True)
    sampler = Sampler(examples, vocabulary, chance)
    model = Encoder(arguments.vocabulary.read_text(encoding="utf-8").rstrip("\n").count("\n") + 1, len(scripts))
    load_base(model, arguments.base)
    optimiser = optimiser_of(model)
    rates = [group["lr"] for group in optimiser.param_groups]
    average = {name: value.detach().clone() for name, value in model.state_dict().items()}
    checkpoint, spent, first = arguments.out / "checkpoint.pt", 0.0, 0
    if checkpoint.exists():
        state = torch.load(checkpoint)
        model.load_state_dict(state["model"])
        optimiser.load_state_dict(state["optimiser"])
        average, spent, first = state["average"], state["spent"], state["step"]
    began, saved, seen = time.monotonic() - spent, time.monotonic(), 0
    sums: dict[str, list[float]] = {}
    for step in itertools.count(first):
        share = (time.monotonic() - began) / (60 * arguments.minutes)
        if share >= 1:
            break
        factor = min(1.0, share / 0.04 + 0.02, (1.02 - share) / 0.96)
        for group, rate in zip(optimiser.param_groups, rates, strict=True):
            group["lr"] = rate * factor
        seen += _one_step(model, optimiser, sampler, vocabulary.pad, sums)
        decay = min(AVERAGE, (step + 1) / (step + 20))
        with torch.no_grad():
            for name, value in model.state_dict().items():
                average[name].lerp_(value, 1 - decay)
        if step % 50 == 49:
            shown = " ".join(f"{name} {sum(v) / len(v):.3f}" for name, v in sorted(sums.items()))
            print(f"{step + 1} {share:.3f} {seen / (time.monotonic() - began - spent):.0f}/s {shown}", flush=True)
            sums.clear()
            _take_up_new_texts(sampler, arguments.gold)
        if time.monotonic() - saved > 240:
            _save(checkpoint, model, optimiser, average, time.monotonic() - began, step + 1)
            saved = time.monotonic()
    _save(checkpoint, model, optimiser, average, time.monotonic() - began, step)
    torch.save({"average": average}, arguments.out / "final.pt")


def _take_up_new_texts(sampler: Sampler, gold: Path) -> None:
    """Go on with the texts of ours as they are now: more may be written while a run is under way."""
    try:
        sampler.renew("gold", gold_examples(gold, held_out=False))
    except (ValueError, KeyError) as wrong:  # one that is only half written
        print(f"the texts of ours stay as they were: {wrong}", flush=True)


def _one_step(
    model: Encoder,
    optimiser: torch.optim.AdamW,
    sampler: Sampler,
    pad: int,
    sums: dict[str, list[float]],
) -> int:
    seen = 0
    model.train()
    optimiser.zero_grad()
    for task, batch, pieces in sampler.step():
        with torch.autocast("cpu", dtype=torch.bfloat16):
            found = losses(model, batch, pad)
        total = sum((WEIGHTS[name] * value for name, value in found.items()), torch.zeros(()))
        total.backward()
        seen += pieces
        for name, value in found.items():
            key = f"{task[:2]}.{name}"
            sums.setdefault(key, []).append(float(value.detach()))
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimiser.step()
    return seen


def _save(path: Path, model: Encoder, optimiser: torch.optim.AdamW, average: dict, spent: float, step: int) -> None:
    state = {"model": model.state_dict(), "optimiser": optimiser.state_dict(), "average": average,
             "spent": spent, "step": step}  # fmt: skip
    torch.save(state, path.with_suffix(".new"))
    path.with_suffix(".new").replace(path)


def main() -> None:
    """Read the arguments and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--gold", type=Path, default=Path(__file__).parent.parent / "gold")
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--vocabulary", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--minutes", type=float, default=80)
    train(parser.parse_args())


if __name__ == "__main__":
    main()
