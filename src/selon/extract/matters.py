"""What is discussed: the matter of a verb of discussing, or of a talk that a noun names."""

from collections.abc import Iterator

from selon.extract.syntax import cases, children, conjuncts, is_passive, phrase, without_determiner
from selon.languages.pack import LanguagePack
from selon.parse import Parse, TokenSpan

_LONGEST_MATTER = 14
_NOUNS = ("NOUN", "PROPN", "NUM", "X", "SYM")
_MATTERS = ("obj", "obl", "nmod", "nsubj:pass", "ccomp")
_CLAUSES = ("acl", "acl:relcl", "advcl", "conj", "appos", "punct", "nmod")


def discussed_matters(parse: Parse, index: int, pack: LanguagePack) -> tuple[int, ...]:
    """The head nouns of what is discussed by a verb, or in a talk that a noun names; empty where nothing is."""
    if parse.tokens[index].pos == "VERB":
        if discussing(parse, index, pack):
            return tuple(_matters_of_verb(parse, index, pack))
        return tuple(_after_preposition(parse, index, pack, "obl"))
    return tuple(_after_preposition(parse, index, pack, "nmod"))


def discussing(parse: Parse, verb: int, pack: LanguagePack) -> bool:
    """Does a verb say that something is discussed ("raise", "exchange views on")?"""
    return _verb_phrase(parse, verb, pack) is not None


def matter_span(parse: Parse, head: int) -> TokenSpan | None:
    """The words of a matter discussed, without article; None where they are too many to name one."""
    span = without_determiner(parse, phrase(parse, head))
    return span if span.last - span.first <= _LONGEST_MATTER else _short(parse, head)


def _short(parse: Parse, head: int) -> TokenSpan | None:
    span = without_determiner(parse, phrase(parse, head, without=_CLAUSES))
    return span if span.last - span.first <= _LONGEST_MATTER else None


def _matters_of_verb(parse: Parse, verb: int, pack: LanguagePack) -> Iterator[int]:
    inner = _verb_phrase(parse, verb, pack)
    passive = is_passive(parse, verb, pack.polarity.passive_lemma)
    for child in children(parse, verb, *_MATTERS, *(("nsubj",) if passive else ())):
        token = parse.tokens[child]
        if child == inner:
            yield from _after_preposition(parse, child, pack, "nmod")
            continue
        prepositions = cases(parse, child)
        is_object = token.relation in ("obj", "nsubj:pass", "nsubj") and not prepositions
        if not (is_object or _introduces(prepositions, pack)):
            continue
        yield from (each for each in conjuncts(parse, child) if parse.tokens[each].pos in _NOUNS)


def _after_preposition(parse: Parse, index: int, pack: LanguagePack, relation: str) -> Iterator[int]:
    for child in children(parse, index, relation):
        if any(pack.discussion_word(each, "preposition") for each in cases(parse, child)):
            yield from (each for each in conjuncts(parse, child) if parse.tokens[each].pos in _NOUNS)


def _introduces(prepositions: frozenset[str], pack: LanguagePack) -> bool:
    """May these prepositions open the matter of a verb of discussing?"""
    return any(
        pack.discussion_word(each, "preposition") is not None or each in pack.polarity.matter_prepositions
        for each in prepositions
    )


def _verb_phrase(parse: Parse, verb: int, pack: LanguagePack) -> int | None:
    """The last token of a verb of discussing: the verb, or the noun or particle that makes one with it."""
    lemma = parse.tokens[verb].lemma.lower()
    if pack.discussion_word(lemma, "verb") is not None:
        return verb
    for child in children(parse, verb, "obj", "compound", "obl", "advmod"):
        words = f"{lemma} {parse.tokens[child].lemma.lower()}"
        if pack.discussion_word(words, "verb") is not None:
            return child
        for case in cases(parse, child):
            if pack.discussion_word(f"{lemma} {case}", "verb") is not None:
                return verb
            if (
                pack.discussion_word(f"{lemma} {case} {parse.tokens[child].lemma.lower()}", "verb")
                is not None
            ):
                return child
    return None
