"""Lemmas as edit scripts: how to get from a word to its dictionary form (after Chrupała 2006)."""

_WHOLE = "="


def edit_script(form: str, lemma: str) -> str:
    """The script that turns ``form`` into ``lemma``.

    >>> edit_script("promettent", "promettre")
    'k3re'
    >>> edit_script("a", "avoir")
    'k0voir'
    >>> edit_script("ira", "aller")
    '=aller'
    """
    keep_case = form[: len(lemma)] == lemma[: len(form)] or form[:1] == lemma[:1]
    base = form if keep_case else form.lower()
    common = 0
    while common < min(len(base), len(lemma)) and base[common] == lemma[common]:
        common += 1
    if common == 0:
        return _WHOLE + lemma
    return f"{'k' if keep_case else 'l'}{len(base) - common}{lemma[common:]}"


def apply_script(form: str, script: str) -> str:
    """The lemma that ``script`` makes of ``form``; the form itself where the script does not fit.

    >>> apply_script("Promettent", "l3re")
    'promettre'
    """
    if script.startswith(_WHOLE):
        return script[1:]
    base = form if script[0] == "k" else form.lower()
    digits = 1
    while digits < len(script) and script[digits].isdigit():
        digits += 1
    cut = int(script[1:digits])
    return base[: len(base) - cut] + script[digits:] if cut < len(base) else base
