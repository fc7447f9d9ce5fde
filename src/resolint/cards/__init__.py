"""Rule cards and data tables: loads them, validates them, and runs the kinds of rule that need no Python."""

from resolint.cards.index import indexed
from resolint.cards.installed import installed_rules
from resolint.cards.load import load_cards, parse_card, whole
from resolint.cards.nearest import hint, nearest, rule_hint
from resolint.cards.places import data_dir, own_cards
from resolint.cards.speech import catalogue, said_in, speeches
from resolint.cards.tables import OURS, Table, Tables, completed, lexicon, lexicon_of, own_rows, table, tables

__all__ = [
    "OURS",
    "Table",
    "Tables",
    "catalogue",
    "completed",
    "data_dir",
    "hint",
    "indexed",
    "installed_rules",
    "lexicon",
    "lexicon_of",
    "load_cards",
    "nearest",
    "own_cards",
    "own_rows",
    "parse_card",
    "rule_hint",
    "said_in",
    "speeches",
    "table",
    "tables",
    "whole",
]
