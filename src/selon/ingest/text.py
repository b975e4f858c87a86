"""Plain text: reading it whole and exactly, and finding its headline."""

import re
import sys
from pathlib import Path
from typing import BinaryIO

from selon.errors import EmptyText, TextTooLong, UnreadableInput, WrongEncoding

MAX_CHARS = 1_000_000
"""Code points that a text may have unless told otherwise."""

_LONGEST_CODE_POINT = 4
_UTF8_MARK = b"\xef\xbb\xbf"
# The marks of UTF-32 come first: that of its little-endian form starts like the one of UTF-16.
_OTHER_MARKS = {
    b"\xff\xfe\x00\x00": "UTF-32",
    b"\x00\x00\xfe\xff": "UTF-32",
    b"\xff\xfe": "UTF-16",
    b"\xfe\xff": "UTF-16",
}
_BINARY_STARTS = {
    b"%PDF-": "a PDF file",
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"\xd0\xcf\x11\xe0": "an office document",
    b"\x1f\x8b": "a gzip archive",
    b"BZh": "a bzip2 archive",
    b"\xfd7zXZ": "an xz archive",
    b"7z\xbc\xaf": "a 7z archive",
    b"\x28\xb5\x2f\xfd": "a zstd archive",
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"\x7fELF": "a program",
}

_LONGEST_TITLE = 200
_MOST_WORDS = 32
_LONGER = 1.5
_LINE = re.compile(r"[^\r\n]+")
_SENTENCE_ENDS = re.compile(r"[^\W\d_]{4,}\.[»”\"']?\s+[^\W\d_a-z]")
_ABBREVIATION_ENDS = re.compile(r"\b(?:[^\W\d_]\.){2,}$")
_OPENS_LIST_OR_SPEECH = re.compile(r"[-–—•*·]\s")
_QUOTED = re.compile(r"«[^»]*»|“[^”]*”|\"[^\"]*\"|„[^“”]*[“”]")


def read_text(path: str, *, max_chars: int = MAX_CHARS, stdin: BinaryIO | None = None) -> str:
    """The text of a UTF-8 file, or of standard input for ``-``, with its line ends as they are.

    A byte order mark is left out. Raises UnreadableInput for what is no text, EmptyText for a blank one,
    WrongEncoding for other encodings, and TextTooLong over ``max_chars`` code points.
    """
    what = "standard input" if path == "-" else path
    # One code point more than allowed is enough to know: an endless stream is not read to its end.
    most = (max_chars + 1) * _LONGEST_CODE_POINT + len(_UTF8_MARK)
    data = _read_stream(stdin, most) if path == "-" else _read_file(path, most)
    text = decode_text(data, what=what, cut=len(data) == most)
    if not text.strip():
        raise EmptyText(what)
    if len(text) > max_chars:
        raise TextTooLong(what, None if len(data) == most else len(text), max_chars)
    return text


def decode_text(data: bytes, *, what: str, cut: bool = False) -> str:
    """The text of some bytes of UTF-8, without a byte order mark.

    ``what`` names them in an error; with ``cut`` the last character may lack some of its bytes. Raises
    UnreadableInput for a binary format, WrongEncoding with the byte that does not fit.
    """
    for mark, encoding in _OTHER_MARKS.items():
        if data.startswith(mark):
            raise WrongEncoding(what, data[0], 0, encoding)
    for start, kind in _BINARY_STARTS.items():
        if data.startswith(start):
            raise UnreadableInput(what, f"{kind}, not plain text")
    if b"\0" in data:
        raise UnreadableInput(what, f"binary, not plain text: byte 0x00 at offset {data.index(0):,}")
    skipped = len(_UTF8_MARK) if data.startswith(_UTF8_MARK) else 0
    try:
        return data[skipped:].decode("utf-8")
    except UnicodeDecodeError as wrong:
        if cut and len(data) - skipped - wrong.start < _LONGEST_CODE_POINT:
            return data[skipped : skipped + wrong.start].decode("utf-8")
        raise WrongEncoding(what, data[skipped + wrong.start], skipped + wrong.start) from None


def find_title(text: str) -> tuple[int, int] | None:
    """Where the headline of a text stands, in code points, half-open; None where it has none.

    Reads the first line alone, and what follows it: a headline is short, does not end like a sentence, and
    is set off by a blank line or by a much longer paragraph. Datelines, list items and lines that are
    nothing but a quotation are none.
    """
    lines = _LINE.finditer(text)
    first = next((line for line in lines if line.group().strip()), None)
    following = next((line for line in lines if line.group().strip()), None)
    if first is None or following is None:
        return None
    line, after = first.group().strip(), following.group().strip()
    set_off = _blank_line_between(text[first.end() : following.start()])
    if not _is_headline(line) or after[0].islower():
        return None
    if not set_off and len(after) < _LONGER * len(line):
        return None
    start = text.index(line, first.start())
    return start, start + len(line)


def _read_stream(stream: BinaryIO | None, most: int) -> bytes:
    if stream is None and sys.stdin is None:
        raise UnreadableInput("standard input", "it is closed")
    try:
        return (stream or sys.stdin.buffer).read(most)
    except OSError as wrong:
        raise UnreadableInput("standard input", (wrong.strerror or "cannot be read").lower()) from None


def _read_file(path: str, most: int) -> bytes:
    try:
        with Path(path).open("rb") as file:
            return file.read(most)
    except FileNotFoundError:
        raise UnreadableInput(path, "no such file") from None
    except IsADirectoryError:
        raise UnreadableInput(path, "a folder, not a file") from None
    except OSError as wrong:
        raise UnreadableInput(path, (wrong.strerror or "cannot be read").lower()) from None
    except ValueError:
        # No file can have a zero byte or half a character in its name.
        raise UnreadableInput(path, "not the name of a file") from None


def _blank_line_between(gap: str) -> bool:
    return len(gap.replace("\r\n", "\n").replace("\r", "\n").split("\n")) > 2


def _is_headline(line: str) -> bool:
    words = line.split()
    if not 1 < len(words) <= _MOST_WORDS or len(line) > _LONGEST_TITLE or line[0].islower():
        return False
    if line[-1] in ".,;:…" and not _ABBREVIATION_ENDS.search(line):
        return False
    if _SENTENCE_ENDS.search(line) or _OPENS_LIST_OR_SPEECH.match(line) or _QUOTED.fullmatch(line):
        return False
    return not _is_dateline(line)


def _is_dateline(line: str) -> bool:
    """Is a line nothing but a place, a date or an agency ("Geneva, 12 March (ATS)")?"""
    if line[0].isdigit() and len(line.split()) <= 4:
        return True
    place, mark, rest = re.match(r"([^,(–—]*)([,(–—]?)(.*)", line, re.DOTALL).groups()  # type: ignore[union-attr]
    short = len(place.split()) <= 4 and len(rest.split()) <= 5
    return (
        bool(mark)
        and short
        and (mark == "(" or any(char.isdigit() for char in rest))
        and line[-1] not in "?!"
    )
