"""Examples cut into windows and padded into batches."""

import random
from collections.abc import Iterator, Sequence

import torch

from examples import IGNORE, WORD_LABELS, Example
from model import Batch
from selon.encoder.pieces import Piece, PieceVocabulary, case_of

LONGEST = 254


def window(example: Example, vocabulary: PieceVocabulary, chance: random.Random) -> tuple[int, int]:
    """A stretch of words of the example that fits: the whole where it does, else one at a random place."""
    sizes = [len(vocabulary.split(form)) for form in example.forms]
    limit = LONGEST if chance.random() < 0.6 else chance.randint(90, LONGEST)
    if sum(sizes) <= LONGEST:
        return 0, len(sizes)
    first = chance.randrange(len(sizes))
    if chance.random() < 0.5:
        while first and example.layouts[first] != 3:
            first -= 1
    last, total = first, 0
    while last < len(sizes) and total + sizes[last] <= limit:
        total += sizes[last]
        last += 1
    while first and total + sizes[first - 1] <= limit:
        first -= 1
        total += sizes[first]
    return first, last


def make_batch(
    examples: Sequence[Example], vocabulary: PieceVocabulary, chance: random.Random
) -> tuple[Batch, int]:
    """The windows of some examples as one padded batch, and the number of pieces in it."""
    windows = [(example, *window(example, vocabulary, chance)) for example in examples]
    rows = [[vocabulary.split(form) for form in e.forms[a:b]] for e, a, b in windows]
    length = max(sum(len(pieces) for pieces in row) for row in rows) + 2
    words = max(len(row) for row in rows) + 1
    shape, wide = (len(rows), length), (len(rows), words)
    tables = {
        name: torch.zeros(shape, dtype=torch.long) for name in ("pieces", "accents", "cases", "layouts")
    }
    tables["pieces"].fill_(vocabulary.pad)
    first, last = torch.zeros(wide, dtype=torch.long), torch.zeros(wide, dtype=torch.long)
    mask = torch.zeros(wide, dtype=torch.bool)
    labels = {
        name: torch.full(wide, IGNORE, dtype=torch.long)
        for name in (*WORD_LABELS, "arc", "link_source", "link_cue")
    }
    for number, (row, (example, a, b)) in enumerate(zip(rows, windows, strict=True)):
        _fill_pieces(tables, number, row, example, (a, b), vocabulary)
        ends = torch.tensor([len(pieces) for pieces in row]).cumsum(0)
        first[number, 1 : len(row) + 1] = ends - torch.tensor([len(pieces) for pieces in row]) + 1
        last[number, 1 : len(row) + 1] = ends
        mask[number, : len(row) + 1] = True
        _fill_labels(labels, number, example, (a, b))
    batch = Batch(**tables, first=first, last=last, word_mask=mask, labels=labels)
    return batch, shape[0] * shape[1]


def _fill_pieces(
    tables: dict[str, torch.Tensor],
    number: int,
    row: list[tuple[Piece, ...]],
    example: Example,
    bounds: tuple[int, int],
    vocabulary: PieceVocabulary,
) -> None:
    flat = [piece for pieces in row for piece in pieces]
    size = len(flat)
    tables["pieces"][number, : size + 2] = torch.tensor(
        [vocabulary.cls, *(piece.vocabulary for piece in flat), vocabulary.sep]
    )
    tables["accents"][number, 1 : size + 1] = torch.tensor([piece.accent for piece in flat])
    cases, layouts = [], []
    for position in range(*bounds):
        count = len(row[position - bounds[0]])
        cases += [case_of(example.forms[position])] * count
        layouts += [example.layouts[position]] + [0] * (count - 1)
    tables["cases"][number, 1 : size + 1] = torch.tensor(cases)
    tables["layouts"][number, 1 : size + 1] = torch.tensor(layouts)


def _fill_labels(
    labels: dict[str, torch.Tensor], number: int, example: Example, bounds: tuple[int, int]
) -> None:
    first, last = bounds
    for name, values in example.labels.items():
        labels[name][number, 1 : last - first + 1] = torch.tensor(values[first:last])
    for name, values in example.links.items():
        found = [
            target
            if target == IGNORE
            else 0
            if target < 0
            else target - first + 1
            if first <= target < last
            else IGNORE
            for target in values[first:last]
        ]
        labels[name][number, 1 : last - first + 1] = torch.tensor(found)


def batches(
    examples: Sequence[Example] | Sequence[list[Example]],
    vocabulary: PieceVocabulary,
    chance: random.Random,
    *,
    pieces: int,
) -> Iterator[tuple[Batch, int]]:
    """Batches of about so many pieces without end, examples of like length together."""
    while True:
        order = [item if isinstance(item, Example) else chance.choice(item) for item in examples]
        chance.shuffle(order)
        for start in range(0, len(order), 256):
            pool = sorted(order[start : start + 256], key=lambda example: len(example.forms))
            groups: list[list[Example]] = [[]]
            longest = 0
            for example in pool:
                longest = max(longest, min(LONGEST, int(1.45 * len(example.forms)) + 2))
                if groups[-1] and longest * (len(groups[-1]) + 1) > pieces:
                    groups.append([])
                    longest = min(LONGEST, int(1.45 * len(example.forms)) + 2)
                groups[-1].append(example)
            chance.shuffle(groups)
            for group in groups:
                if group:
                    yield make_batch(group, vocabulary, chance)
