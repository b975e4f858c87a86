"""Who is who in diplomacy: states, bodies, outlets, places and people, with offices and the dates held."""

from selon.gazetteer.entry import Entry, Held
from selon.gazetteer.gazetteer import SOVEREIGNS, Gazetteer
from selon.gazetteer.names import folded, romanised
from selon.gazetteer.shelf import load_gazetteer

__all__ = ["SOVEREIGNS", "Entry", "Gazetteer", "Held", "folded", "load_gazetteer", "romanised"]
