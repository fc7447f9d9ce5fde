"""How a draft speaks to resolint: ``resolint: allow PRE002, reason``, in a comment of Word or of Markdown."""

from __future__ import annotations

import re

from resolint.frozen import NamedTuple
from resolint.regex import lazy

__all__ = ["COMMANDS", "Permission", "parse", "spoken", "write"]

_COMMAND = lazy(r"\s*resolint:\s*((\w*)[\s:]*(.*?))\s*", re.DOTALL | re.IGNORECASE)
COMMANDS = ("allow", "ignore")
_ID = lazy(r"[A-Za-z]{2,5}\d{3}")
_NAME = lazy(r"[a-z0-9]+(?:-[a-z0-9]+)+")
_FAMILY = lazy(r"[A-Z]{3}")
_WORD = lazy(r"[^\s,;:]+")
_BETWEEN = " ,;:\u2013\u2014"


class Permission(NamedTuple):
    """The rules that a draft names, by id, name or family, and why; no rules where none could be read."""

    rules: tuple[str, ...]
    reason: str


def parse(text: str) -> Permission | None:
    """The permission in the words of a comment; None if they are not addressed to resolint.

    Rules stand first, divided by commas or blanks; what follows is the reason. Families are named before the first
    comma, behind which three capitals begin a reason. A command other than ``allow``, and one without rules, gives no
    rules, so that it can be reported rather than missed; of another command all words are the reason, it among them.
    """
    match = _COMMAND.fullmatch(text)
    if not match:
        return None
    if match.group(2).lower() not in COMMANDS:
        return Permission((), " ".join(match.group(1).split()))
    rest = " ".join(match.group(3).split())
    rules: list[str] = []
    comma = False
    while (word := _WORD.match(rest)) and _is_rule(word[0], rest[word.end() :], bool(rules), comma):
        rules.append(word[0])
        behind = rest[word.end() :]
        rest = behind.lstrip(_BETWEEN)
        comma = comma or "," in behind[: len(behind) - len(rest)]
    return Permission(tuple(rules), spoken(rest))


def spoken(reason: str) -> str:
    """A reason as it is read again once it was written: on one line, without the signs at its ends that divide rules."""
    return " ".join(reason.split()).strip(" ,;:")


def _is_rule(word: str, after: str, later: bool, comma: bool) -> bool:
    """Whether ``word`` is meant for a rule and does not begin the reason; ``later`` that rules stand before it."""
    ends = after.startswith((",", ";", ":"))
    if _ID.fullmatch(word) or (not later and ends):
        # What stands alone before a comma was meant for a rule, even if there is none of that name.
        return True
    if _FAMILY.fullmatch(word):
        return not comma
    return bool(_NAME.fullmatch(word)) and (not later or ends)


def write(rules: tuple[str, ...], reason: str) -> str:
    """The words that ``parse`` reads as these rules and this reason, families first."""
    families = " ".join(rule for rule in rules if _FAMILY.fullmatch(rule))
    others = [rule for rule in rules if not _FAMILY.fullmatch(rule)]
    parts = [" ".join([families, *others[:1]]).strip(), *others[1:], reason]
    return f"resolint: allow {', '.join(part for part in parts if part)}"
