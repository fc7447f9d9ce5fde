"""Verbs in the active voice where what is said of the noun before them was done to it."""

from __future__ import annotations

from resolint.checks.shared.classes import Classes
from resolint.checks.shared.sentences import Sentence, swapped
from resolint.findings import Hit

__all__ = ["DONE", "participle_meant"]

DONE = frozenset(
    (
        "establish", "designate", "issue", "adopt", "submit", "convene", "hold", "conclude", "create", "appoint", "elect",
        "sign", "publish", "prepare", "entrust", "mandate", "approve", "address", "organize", "implement", "outline", "attach",
        "annex", "assault", "expose", "damage", "destroy", "injure", "task", "equip",
    )
)  # fmt: skip
"""Verbs that need an object: behind a noun, with none behind them, it is the noun that something is done to."""
_WITH = frozenset(("entrust", "task", "equip"))
_PLACED = frozenset(("sign", "adopt", "hold", "convene", "issue", "publish", "submit", "conclude"))
"""What is done at a place or on a day."""
_RULED = frozenset((("in", "accordance"), ("in", "conformity"), ("in", "compliance"), ("pursuant", "to")))
_RELATIVE = frozenset(("that", "which", "whom", "what", "as", "how", "when", "where", "if"))
_BACK = 8
_DETERMINERS = frozenset(("the", "a", "an", "its", "their", "each"))
_UNTIL = frozenset(("end", "time", "year", "beginning", "date", "deadline"))


def participle_meant(text: Sentence, place: int, classes: Classes) -> Hit | None:
    """*The authorities designate in accordance with paragraph 2*, *the Convention signing in Paris*, *entrusting with duties*."""
    word, before = text.lower[place], text.at(place - 1)
    if not classes.is_noun(before) or not text.run(place - 1, place + 1) or text.written[place][0].isupper():
        return None
    active = word in classes.ings
    verb = classes.ings.get(word, word)
    right = classes.bases[verb]
    if right == word or not _without_object(text, place, verb, active):
        return None
    if not active and (
        before not in classes.singulars or not _RELATIVE.isdisjoint(text.lower[max(0, place - _BACK) : place])
    ):
        return None  # *the permits that States issue under the Convention*
    return swapped(text, place, right)


def _without_object(text: Sentence, place: int, verb: str, active: bool) -> bool:
    """Whether words that tell how, by whom, where or when something is done follow the verb at once."""
    following, behind = text.at(place + 1), text.at(place + 2)
    if (following, behind) in _RULED or (
        following == "under" and behind in ("the", "this", "its", "paragraph", "article")
    ):
        return True
    if not active or not behind or not text.run(place, place + 2):
        figure = text.block.text[text.end(place + 1) + 1 : text.end(place + 1) + 2].isdigit()
        return active and verb in _PLACED and following in ("in", "on") and figure
    if following == "with":
        return verb in _WITH
    capital = text.written[place + 2][0].isupper()
    if following == "by":
        return (behind in _DETERMINERS or capital) and text.at(place + 3) not in _UNTIL
    return verb in _PLACED and following in ("in", "at", "on") and capital
