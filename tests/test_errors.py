"""What all errors promise: one base, one line, values as fields, and a safe way between processes."""

import pickle
from collections.abc import Iterator

import pytest

from selon import errors
from selon.errors import SelonError

EXAMPLES: tuple[SelonError, ...] = (
    errors.UnknownLanguage("de", ("fr", "en")),
    errors.BrokenPack("languages/fr/cues.toml", "démentir", "example: field required"),
    errors.MissingModel("weights/encoder.onnx"),
    errors.MissingPiece("spacy", "spacy"),
    errors.UnreadableInput("note.txt", "no such file"),
    errors.EmptyText("note.txt"),
    errors.TextTooLong("note.txt", 1_200_000, 1_000_000),
    errors.TextTooLong("standard input", None, 1_000_000),
    errors.WrongEncoding("note.txt", 0xE9, 1_024),
    errors.WrongEncoding("note.txt", 0xFF, 0, "UTF-16"),
    errors.WrongDate("2024-02-30"),
    errors.UnfitDoc("no relations"),
    errors.UnknownItem("s-12", ("c-1", "s-1")),
)


def tree(kind: type[SelonError]) -> Iterator[type[SelonError]]:
    for each in kind.__subclasses__():
        yield each
        yield from tree(each)


def test_every_error_has_an_example_here() -> None:
    assert {type(each) for each in EXAMPLES} == set(tree(SelonError))


def test_every_exception_of_the_module_hangs_on_the_one_base() -> None:
    found = {
        each
        for each in vars(errors).values()
        if isinstance(each, type) and issubclass(each, BaseException) and each.__module__ == errors.__name__
    }

    assert found == {SelonError, *tree(SelonError)}


def test_the_tree_at_the_top_of_the_module_names_every_error() -> None:
    assert errors.__doc__ is not None
    drawn = {word for line in errors.__doc__.splitlines() for word in line.strip("├└│─ ").split()[:1]}

    assert {SelonError.__name__, *(each.__name__ for each in tree(SelonError))} <= drawn


@pytest.mark.parametrize("error", EXAMPLES, ids=lambda error: type(error).__name__)
class TestEach:
    def test_it_survives_pickling(self, error: SelonError) -> None:
        again = pickle.loads(pickle.dumps(error))

        assert type(again) is type(error)
        assert str(again) == str(error)
        assert vars(again) == vars(error)

    def test_it_is_told_on_one_line(self, error: SelonError) -> None:
        assert str(error)
        assert "\n" not in str(error)


def test_an_unknown_language_lists_what_is_installed_in_order() -> None:
    assert str(EXAMPLES[0]) == "no language pack for 'de' (installed: en, fr)"


def test_a_wrong_encoding_tells_byte_and_place() -> None:
    assert str(errors.WrongEncoding("n.txt", 0xE9, 1_024)) == "n.txt: not UTF-8: byte 0xe9 at offset 1,024"


def test_an_unknown_item_lists_some_that_there_are() -> None:
    told = str(errors.UnknownItem("s-12", [f"s-{number}" for number in range(20, 40)]))

    assert told.endswith("(there are: s-20, s-21, s-22, s-23, s-24, s-25, s-26, s-27, …)")


def test_an_unknown_item_of_an_empty_record_says_so() -> None:
    assert str(errors.UnknownItem("s-1", ())).endswith("(there are: none)")
