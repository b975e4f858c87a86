"""All that can go wrong, as one tree.

SelonError
├── UnknownLanguage     no pack is installed for a language
├── BrokenPack          a language pack holds an entry that does not fit
├── MissingModel        the model files are not where the package keeps them
├── MissingPiece        an optional library is not installed
├── UnreadableInput     a file, a text or a value that cannot be read
│   ├── EmptyText       nothing but white space
│   ├── TextTooLong     over the limit of code points
│   ├── WrongEncoding   bytes that are not UTF-8
│   ├── WrongDate       not a date
│   └── UnfitDoc        a spaCy Doc without what the stages read
└── UnknownItem         an id that the record does not hold

Values are fields; the text is made from them. Each error passes its own arguments to ``super().__init__``,
so that it survives pickling between processes.
"""

from collections.abc import Sequence


class SelonError(Exception):
    """Anything that Selon raises on purpose."""


class UnknownLanguage(SelonError):
    """No pack is installed for this language code."""

    def __init__(self, code: str, installed: Sequence[str]) -> None:
        super().__init__(code, installed)
        self.code = code
        self.installed = tuple(installed)

    def __str__(self) -> str:
        known = ", ".join(sorted(self.installed)) or "none"
        return f"no language pack for {self.code!r} (installed: {known})"


class BrokenPack(SelonError):
    """A language pack holds an entry that does not fit its schema."""

    def __init__(self, path: str, entry: str, reason: str) -> None:
        super().__init__(path, entry, reason)
        self.path = path
        self.entry = entry
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.path}, entry {self.entry!r}: {self.reason}"


class MissingModel(SelonError):
    """The model files are not where the package keeps them."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path

    def __str__(self) -> str:
        return f"the model is missing at {self.path}; reinstall selon, or make it as training/README.md says"


class MissingPiece(SelonError):
    """An optional library is not installed."""

    def __init__(self, library: str, extra: str) -> None:
        super().__init__(library, extra)
        self.library = library
        self.extra = extra

    def __str__(self) -> str:
        return f"{self.library} is not installed; pip install 'selon[{self.extra}]'"


class UnreadableInput(SelonError):
    """A file, a text or a value that cannot be read."""

    def __init__(self, what: str, reason: str) -> None:
        super().__init__(what, reason)
        self.what = what
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.what}: {self.reason}"


class EmptyText(UnreadableInput):
    """Nothing but white space."""

    def __init__(self, what: str) -> None:
        super().__init__(what, "the text is empty or blank")
        self.args = (what,)


class TextTooLong(UnreadableInput):
    """More code points than the limit allows; a length of None where the rest was left unread."""

    def __init__(self, what: str, length: int | None, limit: int) -> None:
        found = f"more than {limit:,}" if length is None else f"{length:,}"
        super().__init__(what, f"{found} characters, the limit is {limit:,} (see --max-chars)")
        self.args = (what, length, limit)


class WrongEncoding(UnreadableInput):
    """Bytes that are not UTF-8; ``encoding`` where they say themselves what they are."""

    def __init__(self, what: str, byte: int, offset: int, encoding: str | None = None) -> None:
        instead = f"{encoding}, " if encoding else ""
        super().__init__(what, f"{instead}not UTF-8: byte 0x{byte:02x} at offset {offset:,}")
        self.args = (what, byte, offset, encoding)


class WrongDate(UnreadableInput):
    """Something given as a date that is none."""

    def __init__(self, value: str) -> None:
        super().__init__(repr(value), "not a date; write YYYY-MM-DD")
        self.args = (value,)


class UnfitDoc(UnreadableInput):
    """A spaCy Doc that lacks what the stages read, or has it in another scheme."""

    def __init__(self, reason: str) -> None:
        super().__init__("spaCy Doc", reason)
        self.args = (reason,)


class UnknownItem(SelonError):
    """An id that the record does not hold."""

    def __init__(self, item: str, known: Sequence[str]) -> None:
        super().__init__(item, known)
        self.item = item
        self.known = tuple(known)

    def __str__(self) -> str:
        few = ", ".join(self.known[:8]) + (", …" if len(self.known) > 8 else "") or "none"
        return f"no one item of this record is {self.item!r} (there are: {few})"
