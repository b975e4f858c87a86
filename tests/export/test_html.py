"""The page that shows a record beside its text."""

import io
import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selon.export import FORMATS
from selon.export.html import showable
from selon.record import Document, MadeBy, Record
from tests.builders import TEXT, a_document, a_record, a_statement

ROOT = Path(__file__).parents[2]
# Letters from right to left, an emoji beyond the basic plane, control characters, marks of direction.
ODD = (
    "Titre & \"guillemets\" <script>alert('1')</script>\n\n"
    "قال الوزير إن المحادثات ستتواصل 🕊️ \x1b[31mrouge\x07 \u202eenvers \ufffe fin </style> --> ]]>\r\n"
    "Deuxième ligne {{ page }} {% raw %}\ttab\x00\n"
)


class PageReader(HTMLParser):
    """What a page holds: the words of its article by line, its ids, links and tags."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.words: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[str] = []
        self.classes: dict[str, str] = {}
        self._open = ""
        self._class = ""
        self._in_style = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = {name: value or "" for name, value in attrs}
        self.tags.append(tag)
        self.ids += [known["id"]] if "id" in known else []
        self.links += [known[name] for name in ("href", "src") if name in known]
        self._in_style = tag == "style"
        self._class = known.get("class", "")
        if "data-line" in known:
            self._open = tag
            self.lines.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag == self._open:
            self._open = ""
        self._in_style = False
        self._class = ""

    def handle_data(self, data: str) -> None:
        if self._in_style:
            return
        self.words.append(data)
        if self._open:
            self.lines[-1] += data
            for each in self._class.split():
                self.classes[each] = self.classes.get(each, "") + data


def page_of(record: Record) -> str:
    out = io.StringIO()
    FORMATS["html"](record, out)
    return out.getvalue()


def an_empty_record(text: str) -> Record:
    return Record(
        made_by=MadeBy(selon="0.1.0", model="1.0", languages="fr 1.0"), document=a_document(text=text)
    )


def an_odd_record() -> Record:
    statements = (
        a_statement(ODD, "المحادثات ستتواصل 🕊️ \x1b[31mrouge\x07 \u202eenvers \ufffe fin"),
        a_statement(ODD, "Deuxième ligne {{ page }} {% raw %}\ttab"),
        # Over the end of a line.
        a_statement(ODD, "fin </style> --> ]]>\r\nDeuxième ligne"),
    )
    return an_empty_record(ODD).model_copy(update={"statements": statements})


def lines_of(text: str) -> list[str]:
    return [line for line in re.split(r"\r\n|\r|\n", text) if line.strip()]


def test_the_article_is_the_text_line_by_line() -> None:
    assert PageReader(page_of(a_record())).lines == lines_of(TEXT)


@given(st.text(max_size=120, alphabet=st.characters(exclude_categories=["Cs"])).filter(str.strip))
def test_any_text_stands_on_the_page_whole(text: str) -> None:
    shown = PageReader(page_of(an_empty_record(text))).lines

    assert shown == [showable(line) for line in lines_of(text)]


def test_words_of_the_text_are_never_markup() -> None:
    page = page_of(an_odd_record())

    assert "<script" not in page
    assert "script" not in PageReader(page).tags
    assert page.count("</style>") == 1
    assert PageReader(page).lines == [showable(line) for line in lines_of(ODD)]


def test_sources_cues_and_contents_are_marked() -> None:
    marked = PageReader(page_of(a_record())).classes

    assert marked["cue"] == "Selona déclaréa-t- ajouté"
    assert marked["source"] == "l'agence Boréalele ministre Arne Lundil"
    assert marked["content"].endswith("« Nous <b>relançons</b> le dialogue & la confiance »")
    assert marked["agreement"] == "de se revoir à Oslo"


def test_each_kind_of_mark_has_a_colour_of_its_own_in_light_in_dark_and_on_paper() -> None:
    page = page_of(a_record())
    names = ("source", "cue", "content", "contact", "agreement")
    colours = {name: re.findall(rf"--{name}: (#\w+);", page) for name in names}

    assert {len(found) for found in colours.values()} == {3}
    for shades in zip(*colours.values(), strict=True):
        assert len(set(shades)) == len(names)


def test_nothing_is_loaded_from_elsewhere() -> None:
    reader = PageReader(page_of(a_record()))

    assert all(link.startswith("#") for link in reader.links)
    assert not {"script", "link", "img", "iframe", "object", "base"} & set(reader.tags)
    assert "@import" not in page_of(a_record())
    assert "url(" not in page_of(a_record())


@pytest.mark.parametrize("record", [a_record(), an_odd_record(), an_empty_record(TEXT)])
def test_every_link_leads_to_one_place_of_the_page(record: Record) -> None:
    reader = PageReader(page_of(record))

    assert len(reader.ids) == len(set(reader.ids))
    assert {link.removeprefix("#") for link in reader.links} <= set(reader.ids)


def test_the_chain_tells_who_relays_and_what_is_inferred() -> None:
    words = " ".join("".join(PageReader(page_of(a_record())).words).split())

    assert "Arne Lund < agence Boréale: state" in words
    assert "Arne Lund < [agence Boréale]: promise, negated" in words


def test_a_record_with_nothing_in_it_says_so() -> None:
    words = "".join(PageReader(page_of(an_empty_record("Rien à dire."))).words)

    assert words.count("None.") == 5
    assert "Rien à dire." in words


def test_a_title_that_is_not_in_the_text_stands_above_it() -> None:
    document = Document(id="d-1", language="fr", title="Un <autre> titre", text="Rien à dire.")
    page = page_of(an_empty_record("x").model_copy(update={"document": document}))

    assert "<title>Un &lt;autre&gt; titre</title>" in page
    assert page.index("Un &lt;autre&gt; titre</h1>") < page.index("Rien à dire.")


def test_the_same_record_gives_the_same_page() -> None:
    assert page_of(a_record()) == page_of(a_record())


def test_control_characters_show_as_pictures() -> None:
    assert showable("a\x1b\x7f\tb\u202e") == "a\N{SYMBOL FOR ESCAPE}\N{SYMBOL FOR DELETE}\tb\u202e"


@given(st.text())
def test_what_is_shown_is_as_long_as_the_words(words: str) -> None:
    assert len(showable(words)) == len(words)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Pages as files: a full one, one with odd characters, one with nothing found."""
    folder = tmp_path_factory.mktemp("pages")
    paths = []
    for name, record in (("full", a_record()), ("odd", an_odd_record()), ("empty", an_empty_record(TEXT))):
        paths.append(folder / f"{name}.html")
        paths[-1].write_text(page_of(record), encoding="utf-8", newline="")
    return paths


@pytest.mark.browser
def test_html_validate_finds_nothing(pages: list[Path]) -> None:
    found = subprocess.run(
        [ROOT / "node_modules/.bin/html-validate", *pages], capture_output=True, text=True, check=False
    )

    assert (found.returncode, found.stdout, found.stderr) == (0, "", "")


def chromium() -> str:
    """The browser that the `tools` target of the Makefile installs."""
    names = ("chromium", "chromium-browser", "google-chrome")
    return next(path for name in names if (path := shutil.which(name)))


def printed(page: Path, folder: Path) -> str:
    """The text of a page as Chromium prints it to PDF, without white space."""
    from pypdf import PdfReader

    options = [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
        f"--user-data-dir={folder / 'profile'}", "--no-pdf-header-footer",
        f"--print-to-pdf={folder / 'page.pdf'}",
    ]  # fmt: skip
    subprocess.run([chromium(), *options, page.as_uri()], check=True, capture_output=True, timeout=60)
    return squeezed("".join(sheet.extract_text() for sheet in PdfReader(folder / "page.pdf").pages))


def squeezed(words: str) -> str:
    return "".join(words.split())


@pytest.mark.browser
def test_printed_on_paper_nothing_of_the_text_and_of_the_record_is_lost(
    pages: list[Path], tmp_path: Path
) -> None:
    paper = printed(pages[0], tmp_path)

    # The legend, each line of the text and each row of the record, in the order of the page.
    reader = PageReader(page_of(a_record()))
    missing = [words for words in reader.words if squeezed(words) and squeezed(words) not in paper]
    # A browser's tab is no paper.
    assert missing == []
    for line in lines_of(TEXT):
        assert squeezed(line) in paper
