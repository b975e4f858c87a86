"""English names for those whom a text leaves unnamed: "unnamed senior US official"."""

from selon.extract.findings import FoundMention
from selon.gazetteer import Gazetteer
from selon.languages.pack import LanguagePack
from selon.parse import Parse

SOLE = (
    "head_of_state", "head_of_government", "monarch", "leader", "foreign_minister", "defence_minister",
    "interior_minister", "finance_minister", "minister", "secretary_general", "chief_diplomat", "vice_president",
    "pope",
)  # fmt: skip
"""Offices that one person of a state or body holds at a time."""
_LABELS = {"head_of_state": "president", "head_of_government": "prime minister"}


def name_unnamed(mention: FoundMention, parse: Parse, gazetteer: Gazetteer, pack: LanguagePack) -> str:
    """What a record calls somebody without a name, after the conventions of annotation."""
    label = _label(mention, pack)
    if label is None:
        return f"unnamed {_own_words(mention, parse)}"
    forms = [parse.tokens[index].form.lower() for index in mention.span]
    senior = "senior " if any(form in pack.institutions.seniors for form in forms) else ""
    return f"unnamed {senior}{_whose(mention, gazetteer)}{label}"


def name_office(mention: FoundMention, parse: Parse, gazetteer: Gazetteer, pack: LanguagePack) -> str | None:
    """What a record calls the holder of an office whose name it cannot tell: "Bhutanese prime minister".

    None for an office whose state or body the text does not say, if it is one that only one person holds.
    """
    if mention.office not in SOLE:
        return name_unnamed(mention, parse, gazetteer, pack)
    whose = _whose(mention, gazetteer)
    return f"{whose}{_label(mention, pack)}" if whose else None


def _label(mention: FoundMention, pack: LanguagePack) -> str | None:
    if mention.office is not None:
        label = _LABELS.get(mention.office, mention.office.replace("_", " "))
        return f"{label}s" if mention.plural else label
    person = next((each for noun in mention.nouns if (each := pack.institutions.person(noun))), None)
    if person is None:
        return None
    return person.names if mention.plural and person.names else person.name


def _whose(mention: FoundMention, gazetteer: Gazetteer) -> str:
    owner = gazetteer.by_id(mention.of) if mention.of is not None else None
    return f"{owner.adjective or owner.name} " if owner is not None else ""


def _own_words(mention: FoundMention, parse: Parse) -> str:
    """The words of the text, without the article or number that opens them."""
    first = mention.span.first
    while first < mention.head and parse.tokens[first].pos in ("DET", "NUM", "PUNCT"):
        first += 1
    return parse.text[parse.tokens[first].start : parse.tokens[mention.span.last - 1].end]
