"""What is discussed: the matter of a verb of discussing, or of a talk that a noun names."""

from collections.abc import Iterator

from selon.extract.syntax import cases, children, conjuncts, forms, is_passive, phrase, without_determiner
from selon.languages.entries import DiscussionPart
from selon.languages.pack import LanguagePack
from selon.parse import Parse, TokenSpan

_LONGEST_MATTER = 14
_IN_A_PHRASE = ("obj", "compound", "obl", "advmod")
_NOUNS = ("NOUN", "PROPN", "NUM", "X", "SYM")
_MATTERS = ("obj", "obl", "nmod", "nsubj:pass", "ccomp")
_CLAUSES = ("acl", "acl:relcl", "advcl", "conj", "appos", "punct", "nmod")


def discussed_matters(parse: Parse, index: int, pack: LanguagePack) -> tuple[int, ...]:
    """The head nouns of what is discussed by a verb, or in a talk that a noun names; empty where nothing is."""
    if is_subject_matter(parse, index, pack):
        return tuple(_subjects_of(parse, index))
    if parse.tokens[index].pos == "VERB":
        if _verb_phrase(parse, index, pack, "verb") is not None:
            return tuple(_matters_of_verb(parse, index, pack))
        return tuple(_after_preposition(parse, index, pack, "obl"))
    return tuple(_after_preposition(parse, index, pack, "nmod"))


def discussing(parse: Parse, index: int, pack: LanguagePack) -> bool:
    """Does a verb, or a noun with a copula, say that something is discussed ("raise", "be on the agenda")?"""
    verb = parse.tokens[index].pos == "VERB" and _verb_phrase(parse, index, pack, "verb") is not None
    return verb or is_subject_matter(parse, index, pack)


def is_subject_matter(parse: Parse, index: int, pack: LanguagePack) -> bool:
    """Is the subject of a verb, or of a noun with a copula, what a contact was about ("dominated the talks")?"""
    inner = _verb_phrase(parse, index, pack, "subject")
    # A verb that is no phrase needs the contact beside it: « occuper une ville » is no discussion.
    return inner is not None and (inner != index or _holds_talk(parse, index, pack))


def _holds_talk(parse: Parse, verb: int, pack: LanguagePack) -> bool:
    """Is a contact in the object of a verb, or behind its preposition?"""
    below = [
        each
        for child in children(parse, verb, "obj", "obl")
        for each in (child, *children(parse, child, "nmod"))
    ]
    return any(
        pack.contact_word(parse.tokens[each].lemma, "noun") is not None
        or pack.contact_word(forms(parse, TokenSpan(each, min(each + 2, len(parse.tokens)))), "noun")
        is not None
        for each in below
    )


def _subjects_of(parse: Parse, verb: int) -> Iterator[int]:
    """The nouns that are the subject; behind a verb that opens its sentence, the model may take them for objects."""
    own = list(children(parse, verb, "nsubj", "nsubj:pass"))
    if not own and parse.tokens[verb].pos == "VERB":
        own = [child for child in children(parse, verb, "obj") if child > verb and not cases(parse, child)]
    for subject in own:
        yield from (each for each in conjuncts(parse, subject) if parse.tokens[each].pos in _NOUNS)


def matter_span(parse: Parse, head: int) -> TokenSpan | None:
    """The words of a matter discussed, without article; None where they are too many to name one."""
    span = without_determiner(parse, phrase(parse, head))
    return span if span.last - span.first <= _LONGEST_MATTER else _short(parse, head)


def _short(parse: Parse, head: int) -> TokenSpan | None:
    span = without_determiner(parse, phrase(parse, head, without=_CLAUSES))
    return span if span.last - span.first <= _LONGEST_MATTER else None


def _matters_of_verb(parse: Parse, verb: int, pack: LanguagePack) -> Iterator[int]:
    inner = _verb_phrase(parse, verb, pack, "verb")
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


def _verb_phrase(parse: Parse, verb: int, pack: LanguagePack, part: DiscussionPart) -> int | None:
    """The last token of a verb of discussing: the verb, or the noun or particle that makes one with it."""
    token = parse.tokens[verb]
    if token.pos == "NOUN":
        return _copula_phrase(parse, verb, pack, part)
    if token.pos != "VERB":
        return None
    lemma = token.lemma.lower()
    if lemma not in pack.discussion_starts:
        return None
    if pack.discussion_word(lemma, part) is not None:
        return verb
    ends = (_phrase_end(parse, verb, child, pack, part) for child in children(parse, verb, *_IN_A_PHRASE))
    return next((end for end in ends if end is not None), None)


def _phrase_end(parse: Parse, verb: int, child: int, pack: LanguagePack, part: DiscussionPart) -> int | None:
    """The verb or the noun that ends a phrase of discussing of a verb and a word that hangs on it."""
    lemma, noun = parse.tokens[verb].lemma.lower(), parse.tokens[child].lemma.lower()
    if pack.discussion_word(f"{lemma} {noun}", part) is not None:
        return child
    for case in cases(parse, child):
        if pack.discussion_word(f"{lemma} {case}", part) is not None:
            return verb
        if pack.discussion_word(f"{lemma} {case} {noun}", part) is not None:
            return child
    return None


def _copula_phrase(parse: Parse, noun: int, pack: LanguagePack, part: DiscussionPart) -> int | None:
    """The copula of a noun that makes a phrase of discussing with it: "is on the agenda"."""
    copula = next(children(parse, noun, "cop"), None)
    if copula is None:
        return None
    lemma, word = parse.tokens[copula].lemma.lower(), parse.tokens[noun].lemma.lower()
    words = (f"{lemma} {case} {word}" for case in cases(parse, noun))
    return copula if any(pack.discussion_word(each, part) for each in words) else None
