"""Did a contact take place: from negation, tense, mood and the words around the one that announces it."""

from collections.abc import Iterator

from selon.extract.contact_cues import ContactCue
from selon.extract.syntax import SUBJECTS, children, clause_of, forms, governors, lemmas
from selon.languages.pack import LanguagePack
from selon.parse import Parse, TokenSpan
from selon.record import ContactStatus

_MODIFIERS = ("amod", "acl", "det", "advmod", "nmod", "acl:relcl", "obl", "xcomp", "compound")
_TO_THE_VERB = ("xcomp", "obj", "nsubj", "nsubj:pass", "nmod", "appos", "ccomp", "obl", "acl")
_TOLD = ("obj", "nsubj", "nsubj:pass", "nmod", "xcomp", "root")
_LONGEST_PHRASE = 5
_NEAR = 16
# What the words say, the strongest first: "the planned talks were called off" is cancelled.
_STRENGTH: tuple[ContactStatus, ...] = ("denied", "refused", "cancelled", "disputed", "proposed", "planned")


def find_status(cue: ContactCue, parse: Parse, pack: LanguagePack) -> ContactStatus:
    """Whether a contact was held, is planned, proposed, denied and so on; held where nothing else is said."""
    verb = clause_of(parse, cue.head)
    told = _all_told(cue, verb, parse, pack)
    for status in _STRENGTH:
        if status in told:
            return status
    mood = _mood_of(verb, parse)
    above = pack.contact_status(parse.tokens[mood].lemma.lower()) if mood != verb else None
    if above is not None and above.status in ("planned", "cancelled"):
        return above.status
    if _is_future(mood, parse, pack):
        return "planned"
    if _is_hypothetical(mood, parse, pack):
        return "proposed"
    return "ongoing" if "ongoing" in told and "held" not in told else "held"


def is_conditional(cue: ContactCue, parse: Parse, pack: LanguagePack) -> bool:
    """Is a contact put off by the mood of its verb alone ("would meet"), with no word that says so?"""
    verb = clause_of(parse, cue.head)
    if _all_told(cue, verb, parse, pack) & set(_STRENGTH):
        return False
    return _is_hypothetical(_mood_of(verb, parse), parse, pack)


def _all_told(cue: ContactCue, verb: int, parse: Parse, pack: LanguagePack) -> set[ContactStatus]:
    """All that the words say of whether a contact took place."""
    told = set(_told(cue, verb, parse, pack))
    if cue.status is not None:
        told.add(cue.status)
    if is_denied(cue, verb, parse, pack):
        told.add("denied")
    return told


def _mood_of(verb: int, parse: Parse) -> int:
    """The verb that tells when an infinitive of purpose takes place: "will fly to Rome to meet the pope"."""
    at = verb
    for head in governors(parse, verb):
        own = any(children(parse, at, "aux", "aux:pass", *SUBJECTS))
        if (
            own
            or parse.tokens[at].relation not in ("advcl", "xcomp")
            or not any(children(parse, at, "mark", "case"))
        ):
            return at
        at = head
    return at


def is_pluperfect(cue: ContactCue, parse: Parse, pack: LanguagePack) -> bool:
    """Is the contact told as something that lay before what the text tells?"""
    verb = clause_of(parse, cue.head)
    return any(
        parse.tokens[each].form.lower() in pack.polarity.pluperfect_auxiliaries
        for each in children(parse, verb, "aux", "aux:pass")
    )


def is_denied(cue: ContactCue, verb: int, parse: Parse, pack: LanguagePack) -> bool:
    """Does the text say that the contact did not, or will not, take place?

    A negated verb denies the contact that it announces itself, or that it says is held, planned or on an agenda;
    "the meeting did not bring peace" denies nothing.
    """
    if _negated(parse, cue.head, pack) or _off_the_agenda(cue, parse, pack):
        return True
    token = parse.tokens[cue.head]
    if cue.is_verb and token.relation == "xcomp" and _negated(parse, token.head, pack):
        # "has not agreed to meet": what is not wanted was not done.
        return True
    if cue.is_verb or verb == cue.head or not _negated(parse, verb, pack):
        return False
    if not _leads_to(cue.head, verb, parse, _TOLD):
        return False
    if parse.tokens[verb].lemma.lower() in pack.polarity.light_verbs:
        return True
    status = pack.contact_status(parse.tokens[verb].lemma.lower())
    if status is not None and status.status in ("held", "planned", "ongoing", "proposed"):
        return True
    sentence = parse.sentences[parse.sentence_of[verb]]
    return any(pack.key(words) in pack.deniable for words in _phrases(parse, sentence, near=verb))


def _off_the_agenda(cue: ContactCue, parse: Parse, pack: LanguagePack) -> bool:
    """Does a negation follow that ends in words such as "on the agenda", whatever the tree makes of it?"""
    last = min(parse.sentences[parse.sentence_of[cue.head]].last, cue.span.last + _NEAR)
    words = [parse.tokens[index].form.lower().replace("’", "'") for index in range(cue.span.last, last)]
    negator = next((number for number, word in enumerate(words) if word in pack.negators), None)
    if negator is None or cue.is_verb:
        return False
    return any(
        " " in key and key in pack.deniable
        for start in range(negator, len(words))
        for key in (
            pack.key(" ".join(words[start:end])) for end in range(start + 2, start + _LONGEST_PHRASE + 2)
        )
    )


def _phrases(parse: Parse, sentence: TokenSpan, *, near: int) -> Iterator[str]:
    """Every run of words, as written and in lemmas, that lies close to a token."""
    first, last = max(sentence.first, near - 4), min(sentence.last, near + 7)
    for start in range(first, last):
        for end in range(start + 1, min(last, start + _LONGEST_PHRASE) + 1):
            yield forms(parse, TokenSpan(start, end))
            yield lemmas(parse, TokenSpan(start, end))


def _told(cue: ContactCue, verb: int, parse: Parse, pack: LanguagePack) -> Iterator[ContactStatus]:
    """What the words beside the cue, and the verbs above it, say."""
    for index in _around(cue, verb, parse):
        token = parse.tokens[index]
        for words in (token.lemma.lower(), token.form.lower(), *_with_particle(parse, index)):
            status = pack.contact_status(words)
            if status is not None:
                yield status.status


def _with_particle(parse: Parse, index: int) -> Iterator[str]:
    word, lemma = parse.tokens[index].form.lower(), parse.tokens[index].lemma.lower()
    for child in children(parse, index, "case", "mark", "compound", "advmod"):
        yield f"{parse.tokens[child].form.lower()} {word}"
        yield f"{lemma} {parse.tokens[child].form.lower()}"
    for child in children(parse, index, "obj", "xcomp"):
        yield f"{lemma} {parse.tokens[child].lemma.lower()}"


def _around(cue: ContactCue, verb: int, parse: Parse) -> Iterator[int]:
    """The words on the cue, then the verbs and nouns that it hangs on, up to the one that says what became of it."""
    # To what end somebody called says nothing of the call: "telephoned to propose a truce".
    beside = [each for each in _MODIFIERS if not (cue.is_verb and each in ("xcomp", "acl"))]
    yield from (child for child in children(parse, cue.head, *beside) if child not in cue.span)
    at = cue.head
    for head in governors(parse, cue.head):
        relation = parse.tokens[at].relation
        if relation not in _TO_THE_VERB or (relation == "obl" and at != cue.head):
            return
        # What merely comes with a contact ("signed at the meeting") says nothing of it.
        if relation != "obl":
            yield head
            yield from children(parse, head, "aux")
        if parse.tokens[head].pos == "VERB" and parse.tokens[head].relation not in ("xcomp", "ccomp"):
            return
        at = head


def _leads_to(index: int, verb: int, parse: Parse, relations: tuple[str, ...]) -> bool:
    at = index
    while at != verb:
        if parse.tokens[at].relation not in relations or parse.tokens[at].head == at:
            return False
        at = parse.tokens[at].head
    return True


def _negated(parse: Parse, index: int, pack: LanguagePack) -> bool:
    words = {
        parse.tokens[child].form.lower().replace("’", "'")
        for child in children(parse, index, "advmod", "det", "cc", "aux")
    }
    # "Not only", « ne … que » restrict and deny nothing.
    return bool(words & pack.negators) and not words & pack.polarity.restrictions


def _is_future(verb: int, parse: Parse, pack: LanguagePack) -> bool:
    words = list(children(parse, verb, "aux", "aux:pass", "cop"))
    if any(
        parse.tokens[each].form.lower().replace("’", "'") in pack.polarity.future_auxiliaries
        for each in words
    ):
        return True
    return any(pack.polarity.is_future(parse.tokens[i].lemma, parse.tokens[i].form) for i in (verb, *words))


def _is_hypothetical(verb: int, parse: Parse, pack: LanguagePack) -> bool:
    words = list(children(parse, verb, "aux", "mark"))
    if any(parse.tokens[each].form.lower() in pack.polarity.hypotheticals for each in words):
        return True
    return pack.polarity.is_conditional(parse.tokens[verb].lemma, parse.tokens[verb].form)
