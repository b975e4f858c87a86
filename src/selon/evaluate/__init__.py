"""Records against the records that should come out: what is found, missed, spurious and half right."""

from selon.evaluate.floors import below_floors
from selon.evaluate.gold import GoldText, read_gold, read_records
from selon.evaluate.page import write_page
from selon.evaluate.pairs import Pairs, pair_records
from selon.evaluate.report import HARD_CASES, Evaluated, Table, headline_figures, make_tables
from selon.evaluate.scores import Scores, count_scores

__all__ = [
    "HARD_CASES",
    "Evaluated",
    "GoldText",
    "Pairs",
    "Scores",
    "Table",
    "below_floors",
    "count_scores",
    "headline_figures",
    "make_tables",
    "pair_records",
    "read_gold",
    "read_records",
    "write_page",
]
