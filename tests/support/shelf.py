"""The cards with their examples, read once for all tests that go through them."""

from itertools import groupby

from resolint import cards
from resolint.rule import Card

CARDS = cards.load_cards(examples=True)
FAMILIES: dict[str, tuple[Card, ...]] = {
    family: tuple(own) for family, own in groupby(CARDS, key=lambda card: card.family)
}
"""The cards of each family; so many tests go through all cards, and ``-k OPR`` chooses one."""
