"""What a cue means: the lexicon's act and nature, in the light of the words around it."""

from selon.languages.pack import Cue, LanguagePack
from selon.parse import Attribution, Parse, Token, TokenSpan
from selon.record import Act, Nature, Polarity

_LONGEST_PHRASE = 4
_COMMENTING = frozenset(
    {
        "comment",
        "commenter",
        "commentaire",
        "exprimer",
        "prononcer",
        "répondre",
        "answer",
        "discuss",
        "elaborate",
    }
)
_CLAUSE_LINKS = frozenset(
    {"aux", "aux:pass", "cop", "advmod", "nsubj", "nsubj:pass", "det", "expl", "expl:subj"}
)


def find_entry(span: TokenSpan | None, parse: Parse, pack: LanguagePack) -> Cue | None:
    """The lexicon's entry for a cue: the longest phrase of lemmas in it, the head's own word first."""
    if span is None:
        return None
    lemmas = [parse.tokens[index].lemma.lower() for index in span]
    forms = [parse.tokens[index].form.lower() for index in span]
    head = parse.head_of(span) - span.first
    best: tuple[int, bool, int, Cue] | None = None
    for words in (lemmas, forms):
        for first in range(len(words)):
            for last in range(first + 1, min(len(words), first + _LONGEST_PHRASE) + 1):
                entry = pack.cue(" ".join(words[first:last]).replace("' ", "'").replace("’ ", "'"))
                rank = (last - first, first <= head < last, first)
                if entry is not None and (best is None or rank > best[:3]):
                    best = (*rank, entry)
    return None if best is None else best[3]


def find_act(attribution: Attribution, entry: Cue | None, parse: Parse, pack: LanguagePack) -> Act:
    """What the speaker does: the lexicon's act for the cue, made more exact by what is said."""
    act: Act = entry.act if entry is not None else "state"
    if act == "refuse" and _mentions(attribution, parse, _COMMENTING):
        return "decline"
    if act != "state":
        return act
    content = attribution.contents[0]
    if _is_question(attribution, parse):
        return "ask"
    head = parse.tokens[parse.head_of(content)]
    if any(
        parse.tokens[i].form.lower() in pack.polarity.accusations
        for span in attribution.contents
        for i in span
    ):
        return "accuse"
    return "demand" if _is_obliged(head, parse, pack) else "state"


def find_nature(attribution: Attribution, entry: Cue | None) -> Nature:
    """Speech or attitude: the model's reading, but for cues that the lexicon knows as speech only."""
    if entry is not None and entry.part == "verb" and entry.nature == "speech":
        return "speech"
    return "speech" if attribution.speech else "attitude"


def find_polarity(attribution: Attribution, parse: Parse, pack: LanguagePack) -> Polarity:
    """Is the main clause of what is said negated, as written?"""
    content = attribution.contents[0]
    head = parse.head_of(content)
    for index in (head, *parse.children[head]):
        token = parse.tokens[index]
        if index not in content:
            continue
        if index != head and token.relation in ("advmod", "det", "cc") and _negates(token, pack):
            return "negated"
        if token.relation in ("nsubj", "nsubj:pass", "obj", "expl") or index == head:
            children = (parse.tokens[child] for child in parse.children[index] if child in content)
            if any(child.relation in ("det", "advmod") and _negates(child, pack) for child in children):
                return "negated"
    return "affirmed"


def is_wordless_cue(cue: TokenSpan, parse: Parse, pack: LanguagePack) -> bool:
    """Is this the cue of a speech act told without its words?"""
    entry = find_entry(cue, parse, pack)
    return entry is not None and entry.wordless


def _mentions(attribution: Attribution, parse: Parse, lemmas: frozenset[str]) -> bool:
    spans = [span for span in (attribution.cue, *attribution.contents[:1]) if span is not None]
    return any(parse.tokens[index].lemma in lemmas for span in spans for index in list(span)[:6])


def _is_question(attribution: Attribution, parse: Parse) -> bool:
    last = attribution.contents[-1]
    tail = parse.text[parse.characters(last)[0] : parse.characters(last)[1] + 2]
    return "?" in tail[-4:]


def _is_obliged(head: Token, parse: Parse, pack: LanguagePack) -> bool:
    """Does the main clause say that something must or should be?"""
    index = parse.tokens.index(head)
    around = [index, *parse.children[index]]
    return any(
        parse.tokens[each].lemma.lower() in pack.obligations
        or parse.tokens[each].form.lower() in pack.obligations
        for each in around
        if parse.tokens[each].relation in _CLAUSE_LINKS or each == index
    )


def _negates(token: Token, pack: LanguagePack) -> bool:
    return token.form.lower().replace("’", "'") in pack.negators or token.lemma.lower() in pack.negators
