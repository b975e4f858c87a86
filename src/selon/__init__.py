"""Who said what, according to whom: the record of diplomacy from the texts that report it.

>>> import selon
>>> record = selon.read("« Nous sommes prêts », a déclaré la ministre.", lang="fr")
>>> record.statements[0].kind
'direct'
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from selon.errors import SelonError

__version__ = "0.1.0"

if TYPE_CHECKING:
    from selon.ingest.language import detect_language
    from selon.languages import installed_languages
    from selon.pipeline import load
    from selon.record import Record

__all__ = ["Record", "SelonError", "detect_language", "installed_languages", "load", "read"]

_HOMES = {
    "Record": "selon.record",
    "detect_language": "selon.ingest.language",
    "installed_languages": "selon.languages",
    "load": "selon.pipeline",
}


def __getattr__(name: str) -> Any:  # so that `selon --help` loads neither the model nor the libraries
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'selon' has no attribute {name!r}")


def read(
    text: str,
    *,
    lang: str | None = None,
    published: str | None = None,
    outlet: str | None = None,
    title: str | None = None,
    url: str | None = None,
) -> "Record":
    """The record of one text.

    ``lang`` is an ISO 639-1 code, detected among the installed languages when left out; ``published`` is a
    day, YYYY-MM-DD, from which relative dates count. Raises EmptyText, UnknownLanguage or WrongDate.
    """
    from selon.errors import EmptyText
    from selon.ingest.language import detect_language
    from selon.pipeline import load

    if not text.strip():
        raise EmptyText("text")
    reader = load(lang or detect_language(text))
    return reader.read(text, published=published, outlet=outlet, title=title, url=url)
