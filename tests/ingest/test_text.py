"""Reading a file as it is, refusing what is no text, and finding its headline."""

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon.errors import EmptyText, TextTooLong, UnreadableInput, WrongEncoding
from selon.ingest.text import decode_text, find_title, read_text

REPORT = "Le ministre slovène a quitté Ohrid mercredi, peu avant la clôture de la conférence."


def written(folder: Path, data: bytes) -> str:
    path = folder / "texte.txt"
    path.write_bytes(data)
    return str(path)


def titled(text: str) -> str | None:
    span = find_title(text)
    return text[slice(*span)] if span else None


class TestReading:
    @pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
    def test_line_ends_stay_as_they_are(self, tmp_path: Path, line_end: str) -> None:
        text = f"Un.{line_end}{line_end}Deux.{line_end}"

        assert read_text(written(tmp_path, text.encode())) == text

    def test_a_byte_order_mark_is_no_part_of_the_text(self, tmp_path: Path) -> None:
        assert read_text(written(tmp_path, b"\xef\xbb\xbfBonjour.")) == "Bonjour."

    def test_a_dash_is_standard_input(self) -> None:
        assert read_text("-", stdin=io.BytesIO("Ça va.".encode())) == "Ça va."

    def test_a_missing_file_is_told_by_name(self, tmp_path: Path) -> None:
        with pytest.raises(UnreadableInput, match=r"rien\.txt: no such file"):
            read_text(str(tmp_path / "rien.txt"))

    def test_a_folder_is_no_text(self, tmp_path: Path) -> None:
        with pytest.raises(UnreadableInput, match="a folder, not a file"):
            read_text(str(tmp_path))

    @pytest.mark.parametrize("name", ["a\0b", "\ud800"])
    def test_what_cannot_be_a_name_is_no_file(self, name: str) -> None:
        with pytest.raises(UnreadableInput, match="not the name of a file"):
            read_text(name)

    @pytest.mark.parametrize("data", [b"", b" \n\t\r\n", "\u00a0\u2003\n".encode()])
    def test_a_blank_text_is_refused(self, tmp_path: Path, data: bytes) -> None:
        with pytest.raises(EmptyText, match="empty or blank"):
            read_text(written(tmp_path, data))

    def test_a_text_at_the_limit_is_read(self, tmp_path: Path) -> None:
        assert read_text(written(tmp_path, "é".encode() * 40), max_chars=40) == "é" * 40

    def test_a_text_over_the_limit_is_told_with_its_length(self, tmp_path: Path) -> None:
        with pytest.raises(TextTooLong, match="41 characters, the limit is 40"):
            read_text(written(tmp_path, "é".encode() * 41), max_chars=40)

    def test_of_an_endless_stream_only_what_is_needed_is_read(self) -> None:
        stream = io.BytesIO(b"a" * 10_000)

        with pytest.raises(TextTooLong, match="more than 100 characters"):
            read_text("-", max_chars=100, stdin=stream)
        assert stream.tell() < 500

    def test_a_long_text_cut_inside_a_character_is_too_long_and_not_wrong(self) -> None:
        with pytest.raises(TextTooLong):
            read_text("-", max_chars=10, stdin=io.BytesIO("aé".encode() * 100))


class TestDecoding:
    def test_latin_1_is_told_with_the_byte_that_does_not_fit(self) -> None:
        with pytest.raises(WrongEncoding, match=r"note\.txt: not UTF-8: byte 0xe9 at offset 1") as told:
            decode_text("Bérénice".encode("latin-1"), what="note.txt")

        assert told.value.args == ("note.txt", 0xE9, 1, None)

    def test_an_offset_counts_a_byte_order_mark(self) -> None:
        with pytest.raises(WrongEncoding, match="byte 0xff at offset 5"):
            decode_text(b"\xef\xbb\xbfab\xff", what="note.txt")

    @pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
    def test_other_unicode_is_called_by_its_name(self, encoding: str) -> None:
        with pytest.raises(WrongEncoding, match=f"{encoding.upper()}, not UTF-8"):
            decode_text("Bonjour".encode(encoding), what="note.txt")

    @pytest.mark.parametrize(
        ("data", "kind"),
        [
            (b"%PDF-1.7\n%\xe2\xe3", "a PDF file"),
            (b"PK\x03\x04\x14\x00", "a ZIP archive"),
            (b"\x89PNG\r\n", "a PNG image"),
            (b"\x1f\x8b\x08\x00", "a gzip archive"),
            (b"Bon\x00jour", "byte 0x00 at offset 3"),
        ],
    )
    def test_a_binary_file_is_refused_with_its_kind(self, data: bytes, kind: str) -> None:
        with pytest.raises(UnreadableInput, match=kind):
            decode_text(data, what="note.txt")

    @given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\0\ufeff")))
    def test_every_text_comes_back_as_it_was(self, text: str) -> None:
        data = text.encode()
        known_starts = (b"%PDF-", b"PK\x03\x04", b"BZh", b"GIF8")

        if not data.startswith(known_starts):
            assert decode_text(data, what="text") == text

    @given(st.binary(max_size=60))
    def test_any_bytes_are_a_text_or_one_error(self, data: bytes) -> None:
        try:
            text = decode_text(data, what="bytes")
        except UnreadableInput:
            return
        assert text.encode() == data.removeprefix(b"\xef\xbb\xbf")


class TestTitle:
    @pytest.mark.parametrize(
        "headline",
        [
            "Ljubljana et Skopje rouvrent le dossier de l'eau",
            "« Pas un mètre de plus », prévient Skopje",
            "Accord sur l'eau : ce que l'on sait",
            "Qui parle encore à Skopje ?",
            "Talks resume at the U.N.",
        ],
    )
    def test_a_first_line_set_off_by_a_blank_one_is_the_title(self, headline: str) -> None:
        assert titled(f"{headline}\n\n{REPORT}\n") == headline

    def test_a_short_first_line_before_a_paragraph_is_the_title(self) -> None:
        assert titled(f"Skopje dément\n{REPORT}") == "Skopje dément"

    def test_white_space_around_a_title_is_no_part_of_it(self) -> None:
        assert titled(f"\n\n  Skopje dément toute pression \t\n\n{REPORT}") == "Skopje dément toute pression"

    @pytest.mark.parametrize(
        "first",
        [
            "Le ministre est rentré mercredi.",
            "OHRID, 12 mars",
            "Ohrid (ATS)",
            "12 mars 2024",
            "- Un point de presse à Ohrid",
            "« Nous rentrons demain »",
            "le ministre est rentré",
            "Ohrid",
        ],
    )
    def test_a_sentence_a_dateline_or_a_list_is_no_title(self, first: str) -> None:
        assert titled(f"{first}\n\n{REPORT}") is None

    def test_a_text_of_one_line_has_no_title(self) -> None:
        assert titled("Skopje dément toute pression sur Ljubljana") is None

    def test_two_lines_of_one_paragraph_have_no_title(self) -> None:
        assert titled("Le ministre slovène a quitté\nOhrid mercredi, peu avant") is None

    @given(st.text(max_size=200))
    def test_a_title_is_whole_words_of_the_first_line(self, text: str) -> None:
        title = titled(text)

        if title is not None:
            assert title == title.strip()
            assert "\n" not in title
            assert text.lstrip("\r\n \t").startswith(title) or title in text
