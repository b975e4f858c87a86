"""The stages in order."""

import hashlib
from collections.abc import Iterable
from datetime import date
from functools import cache

from selon import __version__
from selon.encoder import Network, load_network, parse_text
from selon.errors import EmptyText, WrongDate
from selon.extract.actors import link_actors
from selon.extract.addressees import add_addressees
from selon.extract.agreements import find_agreements
from selon.extract.chain import link_chains
from selon.extract.contacts import find_contacts
from selon.extract.dates import find_dates
from selon.extract.mending import mend_parse
from selon.extract.mentions import find_mentions
from selon.extract.quotations import find_quotations
from selon.extract.references import gather_actors, tie_topics
from selon.extract.statements import find_statements
from selon.extract.topics import find_topics
from selon.gazetteer import Gazetteer, load_gazetteer
from selon.ingest.text import find_title
from selon.languages.pack import LanguagePack, load_pack
from selon.parse import Parse
from selon.record import Document, MadeBy, Record


class Reader:
    """Reads texts in one language; load once, use often."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.pack: LanguagePack = load_pack(language)
        self.gazetteer: Gazetteer = load_gazetteer()
        self.network: Network = load_network()

    def parse(self, text: str) -> Parse:
        """The tokens, sentences, names and attributions of a text."""
        return parse_text(text, language=self.language, network=self.network)

    def read(
        self,
        text: str,
        *,
        published: str | None = None,
        outlet: str | None = None,
        title: str | None = None,
        url: str | None = None,
    ) -> Record:
        """All that ``text`` says of who told whom what.

        ``published`` is a day, YYYY-MM-DD. Raises EmptyText for a blank text, WrongDate for what is no day.
        """
        if not text.strip():
            raise EmptyText("text")
        read_day(published)
        parse = self.parse(text)
        return self.read_parse(parse, published=published, outlet=outlet, title=title, url=url)

    def read_parse(
        self,
        parse: Parse,
        *,
        published: str | None = None,
        outlet: str | None = None,
        title: str | None = None,
        url: str | None = None,
        model: str | None = None,
    ) -> Record:
        """All that the text of a parse says of who told whom what; as ``read``, with a parse made elsewhere.

        ``model`` names what made the parse; left out, the record names our own.
        """
        text, day = parse.text, read_day(published)
        heading = find_title(text)
        document = Document(
            id=document_id(text, outlet=outlet, url=url),
            language=self.language,
            title=title or (text[slice(*heading)] if heading else None),
            text=text,
            url=url,
            outlet=outlet,
            published=published,
        )
        made_by = self.made_by.model_copy(update={"model": model}) if model else self.made_by
        return self._read(document, parse, day, made_by)

    def _read(self, document: Document, parse: Parse, day: date | None, made_by: MadeBy) -> Record:
        pack, gazetteer = self.pack, self.gazetteer
        parse = mend_parse(parse, pack=pack)
        quotations = find_quotations(document.text)
        mentions = find_mentions(parse, pack=pack, gazetteer=gazetteer)
        cast = link_actors(parse, mentions, pack=pack, gazetteer=gazetteer, published=day)
        found = find_statements(parse, mentions=mentions, quotations=quotations, pack=pack)
        statements = link_chains(found, cast=cast)
        dates = find_dates(parse, pack=pack, published=day)
        topics = find_topics(parse, cast=cast, pack=pack)
        contacts = find_contacts(
            parse, cast=cast, dates=dates, topics=topics, statements=statements, pack=pack
        )
        statements = add_addressees(statements, parse=parse, cast=cast, contacts=contacts, pack=pack)
        statements = tie_topics(statements, topics)
        agreements = find_agreements(parse, cast=cast, contacts=contacts, statements=statements, pack=pack)
        return Record(
            made_by=made_by,
            document=document,
            actors=gather_actors(cast, statements, contacts, agreements),
            statements=statements,
            contacts=contacts,
            agreements=agreements,
            topics=topics,
        )

    @property
    def made_by(self) -> MadeBy:
        """Which versions make the records."""
        return MadeBy(
            selon=__version__,
            model=self.network.version,
            languages=f"{self.language} {self.pack.version}",
        )


@cache
def load(lang: str) -> Reader:
    """The reader of one language, kept for the next call; raises UnknownLanguage where there is no pack."""
    return Reader(lang)


def read_day(value: str | None) -> date | None:
    """A day written YYYY-MM-DD; raises WrongDate for anything else."""
    if value is None:
        return None
    try:
        day = date.fromisoformat(value)
    except ValueError:
        raise WrongDate(value) from None
    if day.isoformat() != value:
        raise WrongDate(value)
    return day


def document_id(text: str, *, outlet: str | None, url: str | None) -> str:
    """An id from URL, outlet and text."""
    parts: Iterable[str] = (url or "", outlet or "", text)
    return "d-" + hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
