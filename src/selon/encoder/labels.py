"""The labels of every head, in the order of the model's outputs."""

PARTS_OF_SPEECH = (
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT",
    "SCONJ", "SYM", "VERB", "X",
)  # fmt: skip
RELATIONS = (
    "root", "acl", "acl:relcl", "advcl", "advmod", "amod", "appos", "aux", "aux:caus", "aux:pass", "case", "cc",
    "ccomp", "clf", "compound", "conj", "cop", "csubj", "csubj:pass", "dep", "det", "discourse", "dislocated",
    "expl", "expl:subj", "fixed", "flat", "goeswith", "iobj", "list", "mark", "nmod", "nsubj", "nsubj:pass",
    "nummod", "obj", "obl", "obl:agent", "orphan", "parataxis", "punct", "reparandum", "vocative", "xcomp",
)  # fmt: skip
NAME_TAGS = ("O", "B-person", "I-person", "B-place", "I-place", "B-organisation", "I-organisation")
ROLE_TAGS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
NATURES = ("speech", "attitude")
