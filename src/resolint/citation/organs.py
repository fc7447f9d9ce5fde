"""Names of the bodies whose resolutions and decisions are cited, and their codes.

Codes follow the table of organs. A short form (*the Council*) stands for an organ only where the form of the
number tells which; otherwise the short form itself is kept.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

NAMES: dict[str, str] = {
    "GA": "General Assembly",
    "SC": "Security Council",
    "ECOSOC": "Economic and Social Council",
    "TC": "Trusteeship Council",
    "HRC": "Human Rights Council",
    "CHR": "Commission on Human Rights",
    "CND": "Commission on Narcotic Drugs",
    "CCPCJ": "Commission on Crime Prevention and Criminal Justice",
    "CSW": "Commission on the Status of Women",
    "CSocD": "Commission for Social Development",
    "CPD": "Commission on Population and Development",
    "StatCom": "Statistical Commission",
    "CSTD": "Commission on Science and Technology for Development",
    "CSD": "Commission on Sustainable Development",
    "COP-UNTOC": "Conference of the Parties to the United Nations Convention against Transnational Organized Crime",
    "COSP-UNCAC": "Conference of the States Parties to the United Nations Convention against Corruption",
    "ECE": "Economic Commission for Europe",
    "ECA": "Economic Commission for Africa",
    "ECLAC": "Economic Commission for Latin America and the Caribbean",
    "ESCAP": "Economic and Social Commission for Asia and the Pacific",
    "ESCWA": "Economic and Social Commission for Western Asia",
    "UNEA": "United Nations Environment Assembly",
    "UNHA": "United Nations Habitat Assembly",
    "WHA": "World Health Assembly",
    "COPUOS": "Committee on the Peaceful Uses of Outer Space",
    "PBC": "Peacebuilding Commission",
    "CP": "Conference of the Parties to the United Nations Framework Convention on Climate Change",
    "CMP": "Conference of the Parties serving as the meeting of the Parties to the Kyoto Protocol",
    "CMA": "Conference of the Parties serving as the meeting of the Parties to the Paris Agreement",
    "AU-PSC": "Peace and Security Council of the African Union",
}
OF_PROFILE = {"ga": "GA", "sc": "SC", "ecosoc": "ECOSOC", "hrc": "HRC", "cnd": "CND", "ccpcj": "CCPCJ"}
"""The organ that speaks in the texts of a profile."""

_ALIASES: dict[str, str] = {
    "United Nations General Assembly": "GA",
    "General Assembly of the United Nations": "GA",
    "UN General Assembly": "GA",
    "Assembly": "GA",
    "GA": "GA",
    "UNGA": "GA",
    "United Nations Security Council": "SC",
    "Security Council of the United Nations": "SC",
    "UN Security Council": "SC",
    "UNSC": "SC",
    "SC": "SC",
    "ECOSOC": "ECOSOC",
    "United Nations Human Rights Council": "HRC",
    "UN Human Rights Council": "HRC",
    "HRC": "HRC",
    "UNHRC": "HRC",
    "CHR": "CHR",
    "CND": "CND",
    "CCPCJ": "CCPCJ",
    "CSW": "CSW",
    "Environment Assembly": "UNEA",
    "United Nations Environment Assembly of the United Nations Environment Programme": "UNEA",
    "UNEA": "UNEA",
    "Habitat Assembly": "UNHA",
    "Health Assembly": "WHA",
    "WHA": "WHA",
    "Peace and Security Council": "AU-PSC",
    "African Union Peace and Security Council": "AU-PSC",
    "CP": "CP",
    "CMP": "CMP",
    "CMA": "CMA",
}

SHORT = ("Council", "Commission", "Committee", "Conference", "Board", "Congress", "Meeting", "Authority", "Forum")
_NOUNS = frozenset(
    (*SHORT, "Assembly", "Organization", "Union", "Agency", "Parties", "Group", "Bureau", "Parliament", "Community")
)
_LINKS = frozenset(("of", "the", "and", "for", "on", "to", "in", "against", "as", "serving", "meeting"))
_LEADERS = frozenset(
    (
        *("See", "Also", "Contained", "In", "By", "Under", "Through", "With", "Of", "And", "The", "For", "From", "To"),
        *("On", "At", "Its", "This", "These", "That", "Both", "As", "All", "Since", "Further", "Previous", "Relevant"),
        *("Recent", "Accordingly", "Pursuant", "Following", "Draft", "Each", "Any"),
        *("Recalls", "Reaffirms", "Welcomes", "Stresses", "Requests", "Decides", "Urges", "Notes", "Emphasizes"),
        *("Invites", "Calls", "Encourages", "Takes"),
    )
)
_ING = frozenset(
    ("Governing", "Coordinating", "Standing", "Steering", "Working", "Executing", "Meeting", "Peacebuilding")
)


_BLANKS = str.maketrans("\u00a0\t\n", "   ")


class Named(NamedTuple):
    """An organ found in a text: where its name starts and ends, and its code (or the name, if it has none)."""

    start: int
    end: int
    organ: str


@cache
def _table() -> tuple[dict[str, list[tuple[str, str]]], dict[str, list[tuple[str, str]]]]:
    """Names in lower case by their last and by their first word, the longest first."""
    last: dict[str, list[tuple[str, str]]] = {}
    first: dict[str, list[tuple[str, str]]] = {}
    names = {**{name: code for code, name in NAMES.items()}, **_ALIASES, **{word: word for word in SHORT}}
    for name in sorted(names, key=len, reverse=True):
        lower = name.lower() if not name.isupper() else name
        pair = (lower, names[name])
        last.setdefault(lower.rsplit(" ", 1)[-1], []).append(pair)
        first.setdefault(lower.split(" ", 1)[0], []).append(pair)
    return last, first


@cache
def _words() -> re.Pattern[str]:
    return re.compile(r"[^\s,;:.()“”\"\ufffc]+")


def shown(organ: str) -> str:
    """The name that stands in running text for a code; a name without a code stands for itself."""
    return NAMES.get(organ, organ)


def before(text: str, position: int) -> Named | None:
    """The organ named by the words that end at ``position`` (blanks skipped), None if they name none."""
    end = position
    while end > 0 and text[end - 1] in " \u00a0\t":
        end -= 1
    window_start = max(0, end - 160)
    window = text[window_start:end].translate(_BLANKS)
    for suffix in ("’s", "'s"):
        if window.endswith(suffix):
            window = window[:-2]
            end -= 2
    phrase = _phrase(window)
    if not phrase:
        return None
    start = window_start + len(window) - len(phrase)
    known = _ending(phrase)
    if known is not None:
        name, organ = known
        if len(name) == len(phrase) or organ not in SHORT:
            name_start = start + len(phrase) - len(name)
            return Named(name_start, end, organ)
    last = phrase.rsplit(" ", 1)[-1]
    if last in _NOUNS or phrase.partition(" ")[0] in _NOUNS:
        return Named(start, end, phrase)
    if last.isupper() and last.title() in SHORT:
        return Named(end - len(last), end, last.title())
    if 2 <= len(last) <= 8 and last.isupper() and last.isalpha() and not set(last) <= set("IVXLC"):
        return Named(end - len(last), end, last)
    return None


def after(text: str, position: int) -> Named | None:
    """The organ whose name starts at ``position`` (``the`` may stand before it), None if there is none."""
    for article in ("the ", "The "):
        if text.startswith(article, position):
            position += 4
            break
    phrase = _forward(text[position : position + 160].translate(_BLANKS))
    if not phrase:
        return None
    lower = phrase.lower()
    first = lower.split(" ", 1)[0]
    for name, organ in _table()[1].get(phrase.split(" ", 1)[0], []) + _table()[1].get(first, []):
        shape = phrase if name.isupper() else lower
        if shape.startswith(name) and not shape[len(name) : len(name) + 1].isalnum():
            longer = shape[len(name) :]
            if longer.startswith((" to the ", " of the ")) or (longer.startswith(" ") and " " not in name):
                continue
            return Named(position, position + len(name), organ)
    if any(word in _NOUNS for word in phrase.split(" ")):
        return Named(position, position + len(phrase), phrase)
    return None


def by_number(organ: str, number: str) -> str:
    """What a short form stands for, given the number of the act: *Council* with 1325 (2000) is the Security Council."""
    if organ != "Council":
        return organ
    head, _, tail = number.partition("/")
    if tail.partition(" ")[0].isdecimal():
        year = head.isdecimal() and len(head) == 4
        return "ECOSOC" if year else "HRC"
    if number.endswith(")"):
        inner = number[number.rfind("(") + 1 : -1]
        return "SC" if inner.isdecimal() else "ECOSOC"
    return organ


def _ending(phrase: str) -> tuple[str, str] | None:
    """The longest known name that the phrase ends with."""
    lower = phrase.lower()
    last = phrase.rsplit(" ", 1)[-1]
    for name, organ in _table()[0].get(last, []) + _table()[0].get(last.lower(), []):
        shape = phrase if name.isupper() else lower
        if shape.endswith(name) and not shape[: -len(name)][-1:].isalnum():
            return name, organ
    return None


def _phrase(window: str) -> str:
    """The capitalized phrase that the window ends with, without the verb or preposition that opens the sentence."""
    if not window or not window[-1].isalpha():
        return ""
    kept = _without_opening(_capitalized(window))
    if len(kept) > 1 and kept[-1] in SHORT and kept[-2] in _LINKS:
        return kept[-1]
    for place in range(len(kept) - 1, 0, -1):
        if kept[place - 1] == "the" and (place < 2 or kept[place - 2] not in ("of", "to", "on", "for", "and")):
            kept = kept[place:]
            break
    if kept:
        return " ".join(kept)
    lower = window.lower()
    for name, _ in _table()[0].get(lower.rsplit(" ", 1)[-1], []):
        if " " in name and lower.endswith(name):
            return window[-len(name) :]
    return ""


def _capitalized(window: str) -> list[str]:
    """The last words of the window, back to the first with a figure or that is neither capitalized nor a link of capitals."""
    kept: list[str] = []
    for word in reversed(window.split(" ")[-16:]):
        if not word or word[-1] in ',;:.()”"“\ufffc' or "," in word or any(sign.isdecimal() for sign in word):
            break
        if not word[0].isupper() and not (kept and word in _LINKS):
            break
        kept.insert(0, word)
    return kept


def _without_opening(words: list[str]) -> list[str]:
    start = 0
    while start < len(words):
        word = words[start]
        if word not in _LEADERS and word not in _LINKS and (not word.endswith("ing") or word in _ING):
            break
        start += 1
    return words[start:]


def _forward(window: str) -> str:
    """The capitalized phrase that the window starts with."""
    kept: list[str] = []
    for word in window.split(" ")[:18]:
        bare = word.rstrip(',;:.)”"\ufffc0123456789')
        if bare and (bare[0].isupper() or (kept and bare in _LINKS)):
            kept.append(bare)
            if bare != word:
                break
        else:
            break
    while kept and kept[-1] in _LINKS:
        kept.pop()
    return " ".join(kept)
