"""What a speaker does with the content: the lexicon's act for the cue, made more exact by what is said."""

from selon.extract.syntax import SUBJECTS, children
from selon.languages.entries import Act
from selon.languages.pack import Cue, LanguagePack
from selon.parse import Attribution, Parse, TokenSpan
from selon.record import Polarity

_CLAUSE_LINKS = frozenset(
    {"aux", "aux:pass", "cop", "advmod", "nsubj", "nsubj:pass", "det", "expl", "expl:subj"}
)
_SHORT = 12
"""Tokens of a content that a single word of praise or censure may characterise."""
_OPENING = 3
_OPEN = ("state", "explain", "announce")
"""Acts of cues that leave open what is done with the content."""


def find_act(
    attribution: Attribution, entry: Cue | None, polarity: Polarity, parse: Parse, pack: LanguagePack
) -> Act:
    """What the speaker does: the act of the cue, unless the content shows something more exact."""
    act: Act = entry.act if entry is not None else "state"
    if _declines(attribution, act, parse, pack):
        return "decline"
    if _is_question(attribution, parse):
        return "ask" if act in ("state", "demand") else act
    if act not in _OPEN:
        return act
    by_words = _by_words(attribution, parse, pack) or _by_noun(attribution, parse, pack)
    if by_words is not None:
        return by_words
    if act != "state":
        return act
    if polarity == "negated" and _answers(attribution, parse, pack):
        return "deny"
    if polarity == "affirmed" and _brands(attribution, parse, pack):
        return "accuse"
    return "demand" if _is_demanded(attribution, parse, pack) else "state"


def _declines(attribution: Attribution, act: Act, parse: Parse, pack: LanguagePack) -> bool:
    """Does the speaker not want to comment: by the cue ("would not say"), or with "refused" by the content?"""
    cue = attribution.cue
    words = pack.polarity.commenting
    if cue is not None:
        lemmas = [parse.tokens[index].lemma.lower() for index in cue]
        forms = {parse.tokens[index].form.lower().replace("’", "'") for index in cue}
        around = {parse.tokens[child].form.lower() for index in cue for child in parse.children[index]}
        negated = bool((forms | around) & pack.negators) or act == "refuse"
        if negated and words & set(lemmas) and (len(lemmas) > 1 or act == "decline"):
            return True
    opening = [parse.tokens[index].lemma.lower() for index in list(attribution.contents[0])[:6]]
    return act == "refuse" and bool(words & set(opening))


def _is_question(attribution: Attribution, parse: Parse) -> bool:
    last = attribution.contents[-1]
    end = parse.characters(last)[1]
    beyond = 0 if attribution.nested else 2
    return "?" in parse.text[max(parse.characters(last)[0], end - 2) : end + beyond]


def _by_noun(attribution: Attribution, parse: Parse, pack: LanguagePack) -> Act | None:
    """The act that a noun names: in the cue ("expressed his gratitude | for …"), or one's own ("voiced | its fear")."""
    head, cue = parse.head_of(attribution.contents[0]), attribution.cue
    nouns = [i for i in cue or () if parse.tokens[i].pos == "NOUN"]
    voices = cue is not None and parse.tokens[parse.head_of(cue)].lemma.lower() in pack.polarity.voicing_verbs
    if voices or any(
        parse.tokens[each].form.lower() in pack.references.own_words
        for each in parse.children[head]
        if each < head
    ):
        nouns.append(head)
    for index in nouns:
        entry = pack.cue(parse.tokens[index].lemma, "noun") if parse.tokens[index].pos == "NOUN" else None
        if entry is not None and entry.act not in (*_OPEN, "confirm", "agree"):
            return entry.act
    return None


def _by_words(attribution: Attribution, parse: Parse, pack: LanguagePack) -> Act | None:
    """The act that single words of the content show: thanks, an accusation, a denial, praise or censure."""
    words = [
        parse.tokens[index].form.lower()
        for span in attribution.contents
        for index in span
        if parse.tokens[index].pos != "PUNCT"
    ]
    opening = set(words[:_OPENING])
    if opening & pack.polarity.thanks:
        return "thank"
    if opening & pack.polarity.apologies:
        return "apologise"
    if set(words) & pack.polarity.accusations:
        return "accuse"
    if any(" ".join(words).startswith(cause + " ") for cause in pack.polarity.causes):
        return "explain"
    if len(words) > _SHORT:
        return None
    if set(words) & pack.polarity.denials:
        return "deny"
    if set(words) & pack.polarity.censures:
        return "criticise"
    return "praise" if set(words) & pack.polarity.praises else None


def _brands(attribution: Attribution, parse: Parse, pack: LanguagePack) -> bool:
    """Is somebody said to be, or to act like, what one only calls an enemy: "has turned into a den of pirates"?"""
    head = parse.head_of(attribution.contents[0])
    if parse.tokens[head].lemma.lower() in pack.polarity.becoming_verbs:
        predicates = list(children(parse, head, "obj", "obl", "xcomp", "obl:arg"))
    else:
        predicates = [head] if any(children(parse, head, "cop")) else []
    below = [
        each for index in predicates for each in (index, *children(parse, index, "nmod", "amod", "compound"))
    ]
    return any(parse.tokens[index].lemma.lower() in pack.polarity.brands for index in below)


def _answers(attribution: Attribution, parse: Parse, pack: LanguagePack) -> bool:
    """Is what is negated said not to have happened, or said in reply? A plan that is not to be is no denial."""
    head = parse.head_of(attribution.contents[0])
    group = (head, *children(parse, head, "aux", "aux:pass", "cop"))
    if any(pack.polarity.is_future(parse.tokens[index].lemma, parse.tokens[index].form) for index in group):
        return False
    if any(parse.tokens[index].form.lower() in pack.dates.perfects for index in group):
        return True
    return attribution.cue is not None and any(
        parse.tokens[index].lemma.lower() in pack.polarity.replies for index in attribution.cue
    )


def _is_demanded(attribution: Attribution, parse: Parse, pack: LanguagePack) -> bool:
    """Does the main clause say that something must or should be, or command it?"""
    content = attribution.contents[0]
    head = parse.head_of(content)
    if _is_agenda(head, parse, pack):
        return False
    around = (head, *children(parse, head, *_CLAUSE_LINKS))
    words = {word.lower() for i in around for word in (parse.tokens[i].lemma, parse.tokens[i].form)}
    if words & pack.obligations:
        return True
    return _commands(content, head, parse, pack)


def _is_agenda(head: int, parse: Parse, pack: LanguagePack) -> bool:
    """Is what somebody "must" do to meet somebody? That is a date, no demand: « doit rencontrer X jeudi »."""
    verbs = [head, *children(parse, head, "xcomp")]
    return any(pack.contact_word(parse.tokens[each].lemma.lower(), "verb") is not None for each in verbs)


def _commands(content: TokenSpan, head: int, parse: Parse, pack: LanguagePack) -> bool:
    token = parse.tokens[head]
    if token.pos != "VERB" or not pack.polarity.is_imperative(token.lemma, token.form):
        return False
    first = next((i for i in content if parse.tokens[i].pos not in ("PUNCT", "INTJ", "ADV")), head)
    below = [parse.tokens[i] for i in parse.children[head]]
    return first == head and not any(each.relation in SUBJECTS or each.pos == "AUX" for each in below)
