"""Turns a row of blocks into a draft: masthead, acts, preamble, operative clauses, annexes; and names places in it."""

from resolint.structure.build import build
from resolint.structure.labels import number, readings
from resolint.structure.places import PARTS, Home, PlaceIndex, home, index_of, part, paths, placed, where

clause_of = home
"""The innermost clause that holds a block, with its act and path."""

__all__ = [
    "PARTS",
    "Home",
    "PlaceIndex",
    "build",
    "clause_of",
    "home",
    "index_of",
    "number",
    "part",
    "paths",
    "placed",
    "readings",
    "where",
]
