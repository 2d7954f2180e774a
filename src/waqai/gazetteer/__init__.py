"""The offline place index: a name and a report's context in, ranked places with reasons out."""

from waqai.gazetteer.about import attribution
from waqai.gazetteer.borders import BORDER, COAST, borders
from waqai.gazetteer.context import NOWHERE, Context, distance_km
from waqai.gazetteer.explain import explain_place
from waqai.gazetteer.index import Gazetteer, load
from waqai.gazetteer.place import LEVELS, PlaceRow, Spelling
from waqai.gazetteer.rank import Scored, likeliest, rank

__all__ = [
    "BORDER",
    "COAST",
    "LEVELS",
    "NOWHERE",
    "Context",
    "Gazetteer",
    "PlaceRow",
    "Scored",
    "Spelling",
    "attribution",
    "borders",
    "distance_km",
    "explain_place",
    "likeliest",
    "load",
    "rank",
]
