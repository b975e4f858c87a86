"""Train the encoder: every task at once, from the base weights, within a given time.

    python training/train.py --data DATA --base model.safetensors --vocabulary vocab.txt --out RUN --minutes 80

DATA is a folder with ``ud``, ``silver``, ``polnear`` and ``ner`` (see training/README.md). RUN gets a checkpoint
every five minutes; the same command resumes from it.
"""

import argparse
import json
import random
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import torch

# The project's root, for the marks of our own texts.
sys.path.insert(0, str(Path(__file__).parent.parent))

from batches import batches
from examples import Example, count_scripts, gold_examples, name_examples, polnear_examples, treebank_examples
from model import Batch, Encoder, load_base, losses
from selon.encoder.pieces import PieceVocabulary
from treebank import read_conllu

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
        "gold": gold_examples(gold, "train"),
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

    @property
    def pad(self) -> int:
        """The piece that fills up a batch."""
        return self._vocabulary.pad

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
    optimiser = torch.optim.AdamW(
        [{"params": old, "lr": 2e-4}, {"params": new, "lr": 1e-3}], weight_decay=0.01, betas=(0.9, 0.98)
    )
    for group in optimiser.param_groups:
        group["first"] = group["lr"]
    return optimiser


def _base_model(arguments: argparse.Namespace, scripts: int) -> Encoder:
    lines = arguments.vocabulary.read_text(encoding="utf-8").rstrip("\n").count("\n") + 1
    model = Encoder(lines, scripts)
    load_base(model, arguments.base)
    return model


@dataclass
class Run:
    """What a run has come to: all that a checkpoint keeps."""

    model: Encoder
    optimiser: torch.optim.AdamW
    average: dict[str, torch.Tensor]
    """The running mean of the weights, which is what is kept at the end."""
    spent: float = 0.0
    """Seconds of training so far."""
    step: int = 0

    def resume(self, checkpoint: Path) -> None:
        """Go on from a checkpoint, where there is one."""
        if checkpoint.exists():
            state = torch.load(checkpoint)
            self.model.load_state_dict(state["model"])
            self.optimiser.load_state_dict(state["optimiser"])
            self.average, self.spent, self.step = state["average"], state["spent"], state["step"]

    def save(self, checkpoint: Path) -> None:
        """Write a checkpoint; one that is cut off leaves the last one whole."""
        state = {"model": self.model.state_dict(), "optimiser": self.optimiser.state_dict(),
                 "average": self.average, "spent": self.spent, "step": self.step}  # fmt: skip
        torch.save(state, checkpoint.with_suffix(".new"))
        checkpoint.with_suffix(".new").replace(checkpoint)


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
    model = _base_model(arguments, len(scripts))
    average = {name: value.detach().clone() for name, value in model.state_dict().items()}
    run = Run(model, optimiser_of(model), average)
    checkpoint = arguments.out / "checkpoint.pt"
    run.resume(checkpoint)
    _train_on(run, Sampler(examples, vocabulary, chance), checkpoint, arguments)
    run.save(checkpoint)
    torch.save({"average": run.average}, arguments.out / "final.pt")


def _train_on(run: Run, sampler: Sampler, checkpoint: Path, arguments: argparse.Namespace) -> None:
    """Take steps until the time is up."""
    before, began, saved, seen = run.spent, time.monotonic(), time.monotonic(), 0
    sums: dict[str, list[float]] = {}
    while (share := run.spent / (60 * arguments.minutes)) < 1:
        factor = min(1.0, share / 0.04 + 0.02, (1.02 - share) / 0.96)
        for group in run.optimiser.param_groups:
            group["lr"] = group["first"] * factor
        seen += _one_step(run.model, run.optimiser, sampler, sums)
        _move_average(run.average, run.model, run.step)
        run.step += 1
        run.spent = before + time.monotonic() - began
        if run.step % 50 == 0:
            _print_losses(f"{run.step} {share:.3f} {seen / (run.spent - before):.0f}/s", sums)
            _take_up_new_texts(sampler, arguments.gold)
        if time.monotonic() - saved > 240:
            run.save(checkpoint)
            saved = time.monotonic()


def _move_average(average: dict[str, torch.Tensor], model: Encoder, step: int) -> None:
    """Move the average of the weights towards those of this step."""
    decay = min(AVERAGE, (step + 1) / (step + 20))
    with torch.no_grad():
        for name, value in model.state_dict().items():
            average[name].lerp_(value, 1 - decay)


def _print_losses(progress: str, sums: dict[str, list[float]]) -> None:
    """Print the mean of each loss since it was printed last, and count anew."""
    shown = " ".join(f"{name} {sum(v) / len(v):.3f}" for name, v in sorted(sums.items()))
    print(f"{progress} {shown}", flush=True)
    sums.clear()


def _take_up_new_texts(sampler: Sampler, gold: Path) -> None:
    """Go on with the texts of ours as they are now: more may be written while a run is under way."""
    try:
        sampler.renew("gold", gold_examples(gold, "train"))
    except (ValueError, KeyError) as wrong:  # one that is only half written
        print(f"the texts of ours stay as they were: {wrong}", flush=True)


def _one_step(
    model: Encoder, optimiser: torch.optim.AdamW, sampler: Sampler, sums: dict[str, list[float]]
) -> int:
    seen = 0
    model.train()
    optimiser.zero_grad()
    for task, batch, pieces in sampler.step():
        with torch.autocast("cpu", dtype=torch.bfloat16):
            found = losses(model, batch, sampler.pad)
        total = sum((WEIGHTS[name] * value for name, value in found.items()), torch.zeros(()))
        total.backward()
        seen += pieces
        for name, value in found.items():
            key = f"{task[:2]}.{name}"
            sums.setdefault(key, []).append(float(value.detach()))
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimiser.step()
    return seen


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
