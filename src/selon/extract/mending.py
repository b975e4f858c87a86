"""What the model gets wrong and the lexicon or the tree knows: lemmas of verbs, and sources cut short."""

from dataclasses import replace

from selon.extract.syntax import children, phrase
from selon.languages.pack import LanguagePack
from selon.parse import Attribution, Parse, Token

_VERBAL = ("VERB", "AUX")


def mend_parse(parse: Parse, *, pack: LanguagePack) -> Parse:
    """The parse with the lexicon's lemma for each form of a verb of the lexicon whose own lemma it does not know.

    The model makes lemmas by rule and errs on verbs that it has seldom seen (« promet »). Where it gives a
    statement no source, or a part of the subject, the source is the whole subject of the cue.
    """
    return replace(
        parse,
        tokens=tuple(_mended(token, pack) for token in parse.tokens),
        attributions=tuple(_with_subject(each, parse) for each in parse.attributions),
    )


def _mended(token: Token, pack: LanguagePack) -> Token:
    if token.pos not in _VERBAL or token.lemma in pack.known_verbs:
        return token
    lemma = pack.verb_lemmas.get(token.form.lower())
    return token if lemma is None or lemma == token.lemma else replace(token, lemma=lemma)


def _with_subject(attribution: Attribution, parse: Parse) -> Attribution:
    """The attribution with the whole subject of its verb as source, where the model gives none or a part of it.

    Of "an aide to Ann Lee said" the source is the aide.
    """
    cue, source = attribution.cue, attribution.source
    if cue is None or parse.tokens[parse.head_of(cue)].pos != "VERB":
        return attribution
    subject = next(children(parse, parse.head_of(cue), "nsubj"), None)
    if subject is None or parse.tokens[subject].pos not in ("NOUN", "PROPN"):
        return attribution
    if any(subject in content for content in attribution.contents) or subject in cue:
        return attribution
    reach = parse.subtree(subject)
    if source is None or (subject not in source and reach.covers(source)):
        whole = phrase(parse, subject)
        return attribution if whole.overlaps(cue) else replace(attribution, source=whole)
    return attribution
