"""What a cue means: the lexicon's entry and nature, and whether what it announces is negated."""

from selon.languages.pack import Cue, LanguagePack
from selon.parse import Attribution, Parse, Token, TokenSpan
from selon.record import Nature, Polarity

_LONGEST_PHRASE = 4


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
        if token.relation in ("nsubj", "nsubj:pass", "obj") and _negates(token, pack):
            return "negated"
        if token.relation in ("nsubj", "nsubj:pass", "obj", "expl") or index == head:
            children = (parse.tokens[child] for child in parse.children[index] if child in content)
            if any(child.relation in ("det", "advmod") and _negates(child, pack) for child in children):
                return "negated"
    return "affirmed"


def verb_end(verb: int, parse: Parse, pack: LanguagePack) -> int | None:
    """One past a verb of speech of the lexicon with what makes a phrase of it ("set out", « fait savoir »)."""
    if parse.tokens[verb].pos not in ("VERB", "AUX"):
        return None
    lemma = parse.tokens[verb].lemma.lower()
    if verb + 1 < len(parse.tokens):
        after = parse.tokens[verb + 1]
        for word in (after.form.lower(), after.lemma.lower()):
            if pack.cue(f"{lemma} {word}", "phrase") or pack.cue(f"{lemma} {word}", "verb"):
                return verb + 2
    entry = pack.cue(lemma, "verb")
    return verb + 1 if entry is not None and entry.nature == "speech" else None


def is_wordless_cue(cue: TokenSpan, parse: Parse, pack: LanguagePack) -> bool:
    """Is this the cue of a speech act told without its words?"""
    entry = find_entry(cue, parse, pack)
    return entry is not None and entry.wordless


def _negates(token: Token, pack: LanguagePack) -> bool:
    return token.form.lower().replace("’", "'") in pack.negators or token.lemma.lower() in pack.negators
