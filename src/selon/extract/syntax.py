"""Questions that several stages ask of a tree: who does it, to whom, in which clause, and how far a phrase goes."""

from collections.abc import Iterator, Sequence

from selon.parse import Parse, TokenSpan

SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "expl:subj")
_CLAUSES = ("acl", "acl:relcl", "advcl", "parataxis", "conj", "cc", "appos", "punct")
_SHARED = ("conj", "xcomp", "advcl")
_DEEPEST = 6
_HEADINGS = 3


def children(parse: Parse, index: int, *relations: str) -> Iterator[int]:
    """The tokens that hang on one by certain relations, in text order."""
    return (child for child in parse.children[index] if parse.tokens[child].relation in relations)


def conjuncts(parse: Parse, index: int) -> Iterator[int]:
    """A token and those coordinated with it, in text order."""
    yield index
    # Of "the minister Ann Lee and her guest" the tree may join the guest to the name.
    for at in (
        index,
        *(each for each in children(parse, index, "appos") if parse.tokens[each].pos == "PROPN"),
    ):
        for child in children(parse, at, "conj"):
            yield from conjuncts(parse, child)


def cases(parse: Parse, index: int) -> frozenset[str]:
    """The prepositions of a noun, as written, in lower case; those of several words joined by blanks."""
    found = set()
    for child in children(parse, index, "case", "mark"):
        words = [child, *children(parse, child, "fixed", "flat")]
        found.add(" ".join(parse.tokens[each].form.lower().replace("’", "'") for each in words))
        found.add(parse.tokens[child].form.lower().replace("’", "'"))
    return frozenset(found)


def subjects(parse: Parse, verb: int) -> tuple[int, ...]:
    """The subjects of a verb: its own, else those of the verb it is coordinated with or depends on."""
    at = verb
    for _ in range(_DEEPEST):
        own = tuple(children(parse, at, *SUBJECTS))
        if own:
            return tuple(each for subject in own for each in conjuncts(parse, subject))
        token = parse.tokens[at]
        if token.relation == "acl" and at != token.head:
            return (token.head,)
        if not (token.relation in _SHARED or _is_bare(parse, at)) or token.head == at:
            return ()
        at = token.head
    return ()


def _is_bare(parse: Parse, verb: int) -> bool:
    """Has a clause neither conjunction nor subject: « a dit s'être rendu à Riga »? Then it has that of its verb."""
    token = parse.tokens[verb]
    if token.relation != "ccomp" or token.head > verb or any(children(parse, verb, "mark")):
        return False
    nouns = (i for i in range(token.head + 1, verb) if parse.tokens[i].pos in ("NOUN", "PROPN"))
    return all(cases(parse, noun) for noun in nouns)


def is_passive(parse: Parse, verb: int, auxiliary: str) -> bool:
    """Does a verb go with the auxiliary of the passive, given by its lemma? « Ils s'étaient parlé » is none."""
    return any(
        parse.tokens[each].lemma == auxiliary for each in children(parse, verb, "aux", "aux:pass", "cop")
    ) and not any(children(parse, verb, "expl", "expl:comp", "expl:pv"))


def governors(parse: Parse, index: int) -> Iterator[int]:
    """The tokens above one in its sentence, nearest first, one after another up to the root."""
    at = index
    for _ in range(_DEEPEST):
        head = parse.tokens[at].head
        if head == at:
            return
        yield head
        at = head


def is_heading(parse: Parse, index: int) -> bool:
    """Does a token stand in one of the first lines, one without a verb or one that a colon ends?"""
    number = parse.sentence_of[index]
    sentence = parse.sentences[number]
    if number >= _HEADINGS:
        return False
    verbs = any(parse.tokens[each].pos == "VERB" for each in sentence)
    return not verbs or parse.tokens[sentence.last - 1].form == ":"


def nouns_above(parse: Parse, index: int) -> Iterator[int]:
    """The nouns that a noun is part of, nearest first: "end" for "talks" in "the end of the talks"."""
    at = index
    for head in governors(parse, index):
        is_part = parse.tokens[at].relation in ("nmod", "conj", "appos")
        if not is_part or parse.tokens[head].pos not in ("NOUN", "PROPN"):
            return
        yield head
        at = head


def clause_of(parse: Parse, index: int) -> int:
    """The verb of the clause that a token stands in; the token itself where there is none above it."""
    for at in (index, *governors(parse, index)):
        if parse.tokens[at].pos in ("VERB", "AUX"):
            return at
        if any(children(parse, at, "cop")):
            return at
    return index


def phrase(parse: Parse, index: int, *, without: Sequence[str] = _CLAUSES) -> TokenSpan:
    """The run of tokens of a noun's phrase around it, without clauses, coordinated parts and marks at its edges."""
    first = last = index
    for child in parse.children[index]:
        if parse.tokens[child].relation in without:
            continue
        part = phrase(parse, child, without=("acl:relcl", "parataxis", "punct"))
        first, last = min(first, part.first), max(last, part.last - 1)
    while first < index and parse.tokens[first].relation in ("case", "punct", "mark", "cc"):
        first += 1
    return TokenSpan(first, last + 1)


def without_determiner(parse: Parse, span: TokenSpan) -> TokenSpan:
    """A phrase without the article and preposition that open it."""
    first = span.first
    while first < span.last - 1 and parse.tokens[first].pos in ("DET", "ADP", "PUNCT"):
        first += 1
    return TokenSpan(first, span.last)


def lemmas(parse: Parse, span: TokenSpan) -> str:
    """The lemmas of a run of tokens in lower case, joined by blanks."""
    return " ".join(parse.tokens[index].lemma.lower().replace("’", "'") for index in span)


def forms(parse: Parse, span: TokenSpan) -> str:
    """The words of a run of tokens in lower case, joined by blanks, with ``'`` for every apostrophe."""
    return " ".join(parse.tokens[index].form.lower().replace("’", "'") for index in span)
