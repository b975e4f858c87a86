"""The lemmas of verbs that the model gets wrong and the lexicon knows."""

from dataclasses import replace

from selon.languages.pack import LanguagePack
from selon.parse import Parse, Token

_VERBAL = ("VERB", "AUX")


def mend_lemmas(parse: Parse, *, pack: LanguagePack) -> Parse:
    """The parse with the lexicon's lemma for each form of a verb of the lexicon whose own lemma it does not know.

    The model makes lemmas by rule and errs on verbs that it has seldom seen (« promet »).
    """
    return replace(parse, tokens=tuple(_mended(token, pack) for token in parse.tokens))


def _mended(token: Token, pack: LanguagePack) -> Token:
    if token.pos not in _VERBAL or token.lemma in pack.known_verbs:
        return token
    lemma = pack.verb_lemmas.get(token.form.lower())
    return token if lemma is None or lemma == token.lemma else replace(token, lemma=lemma)
