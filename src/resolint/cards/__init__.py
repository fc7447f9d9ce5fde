"""Rule cards and data tables: loads them, validates them, and runs the kinds of rule that need no Python."""

from resolint.cards.load import load_cards, parse_card
from resolint.cards.nearest import hint, nearest
from resolint.cards.places import data_dir
from resolint.cards.tables import table, tables, vocabulary

__all__ = ["data_dir", "hint", "load_cards", "nearest", "parse_card", "table", "tables", "vocabulary"]
