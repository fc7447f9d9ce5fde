"""The organs whose resolutions and decisions are made and cited, by the table ``organs``, and their names in a text.

A short form (*the Council*) stands for an organ only where the form of the number tells which; otherwise the short form
itself is kept. Bodies that the table does not have (*the Executive Board of …*) are known by their nouns and capitals.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from resolint import regex
from resolint.frozen import NamedTuple
from resolint.lexicon import Lexicon, per_lexicon

__all__ = [
    "OF_PROFILE",
    "Named",
    "Organ",
    "abbreviations",
    "after",
    "before",
    "by_number",
    "is_short",
    "known_at",
    "named_bodies",
    "organ_at",
    "organ_name",
    "organ_noun",
    "organs",
    "stands_before",
]

OF_PROFILE = {"ga": "GA", "sc": "SC", "ecosoc": "ECOSOC", "hrc": "HRC", "cnd": "CND", "ccpcj": "CCPCJ"}
"""The organ that speaks in the texts of a profile."""
_LONGEST = 240
_BEGINNING = 2
_NEAR = 0.9
"""How like the name of an organ a line has to be to name it with a slip."""
_BLANKS = str.maketrans("\u00a0\t\n", "   ")


class Organ(NamedTuple):
    """An organ: its name, the line that opens its texts (empty if it has none), its short form, and how its symbols begin.

    ``aliases`` are other names that stand in texts, ``abbreviations`` those that a reference writes out. ``cited`` says
    where its name stands in a reference, ``before`` the word *resolution* or ``after`` the number; empty where the
    table gives it no code for references.
    """

    code: str
    name: str
    line: str
    short: str = ""
    symbols: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    cited: str = ""


class Named(NamedTuple):
    """An organ found in a text: where its name starts and ends, and its code (or the name, if it has none)."""

    start: int
    end: int
    organ: str


@per_lexicon
def organs(lexicon: Lexicon) -> tuple[Organ, ...]:
    """The organs of the table, in its order."""
    return tuple(
        Organ(
            row["code"],
            row["name"],
            row.get("line", ""),
            row.get("short", ""),
            tuple(row.get("symbols", "").split()),
            tuple(filter(None, row.get("aliases", "").split("|"))),
            tuple(filter(None, row.get("abbreviations", "").split("|"))),
            row.get("cited", ""),
        )
        for row in lexicon.rows("organs")
    )


def organ_called(name: str, lexicon: Lexicon) -> Organ | None:
    """The organ that a user means by its code, name, short form, alias or abbreviation, whatever the case."""
    wanted = name.strip().lower().removeprefix("the ")
    for organ in organs(lexicon):
        known = (organ.code, organ.name, organ.short, *organ.aliases, *organ.abbreviations)
        if any(wanted == one.lower().removeprefix("the ") for one in known if one):
            return organ
    return None


def committee_of(code: str) -> str:
    """The code of the organ that the body with ``code`` is a Main Committee of (``GA`` for ``GA-C2``); empty for any other."""
    return code.partition("-C")[0] if "-C" in code else ""


def speaking(committee: str, lexicon: Lexicon) -> str:
    """The organ, with its article, in whose name a committee speaks: *The General Assembly* for a Main Committee.

    A body that no table of organs knows speaks in its own name, written out (*WHO*). Empty where only initials are
    known, or where it is called a committee: of which organ it is one is not to be told.
    """
    name = committee.strip().removeprefix("the ").removeprefix("The ")
    organ = organ_called(name, lexicon)
    if organ is not None and organ.line:
        return organ.line.rstrip(",")
    whole = name if organ is None else organ.name
    for short, expansion in lexicon.columns("abbreviations", "abbreviation", "expansion"):
        if short == whole:
            whole = expansion
    own = " " in whole and whole[:1].isupper() and "ommittee" not in whole
    return f"The {whole}" if own else ""


@per_lexicon
def _names(lexicon: Lexicon) -> tuple[tuple[str, Organ], ...]:
    """The names in small letters and their organs, the longest first."""
    return tuple(
        sorted(((organ.name.lower(), organ) for organ in organs(lexicon)), key=lambda one: (-len(one[0]), one))
    )


@per_lexicon
def _cited(lexicon: Lexicon) -> Mapping[str, Organ]:
    """The organs that references name by code."""
    return {organ.code: organ for organ in organs(lexicon) if organ.cited}


@per_lexicon
def abbreviations(lexicon: Lexicon) -> Mapping[str, str]:
    """The abbreviations that a reference writes out (*UNGA*), and what they stand for."""
    return {short: organ.name for organ in organs(lexicon) for short in organ.abbreviations}


@per_lexicon
def named_bodies(lexicon: Lexicon) -> re.Pattern[str]:
    """A pattern of the nouns of bodies that *its resolution* may be of (*Council*, *Fund*), with their capitals."""
    return regex.compiled(rf"\b(?:{'|'.join(lexicon.grammar.acting_nouns)})\b")


_Table = Mapping[str, list[tuple[str, str]]]


@per_lexicon
def _by_word(lexicon: Lexicon) -> tuple[_Table, _Table]:
    """Names in lower case by their last and by their first word, the longest first."""
    last: dict[str, list[tuple[str, str]]] = {}
    first: dict[str, list[tuple[str, str]]] = {}
    names = {word: word for word in lexicon.grammar.organ_nouns}
    for organ in _cited(lexicon).values():
        names |= dict.fromkeys((organ.name, *organ.aliases, *organ.abbreviations), organ.code)
    for name in sorted(names, key=len, reverse=True):
        lower = name.lower() if not name.isupper() else name
        pair = (lower, names[name])
        last.setdefault(lower.rsplit(" ", 1)[-1], []).append(pair)
        first.setdefault(lower.split(" ", 1)[0], []).append(pair)
    return last, first


@per_lexicon
def _nouns(lexicon: Lexicon) -> frozenset[str]:
    return frozenset((*lexicon.grammar.organ_nouns, *lexicon.grammar.body_nouns))


def organ_name(organ: str, lexicon: Lexicon) -> str:
    """The name that stands in running text for a code; a name without a code stands for itself."""
    known = _cited(lexicon).get(organ)
    return known.name if known else organ


def organ_noun(organ: str, lexicon: Lexicon) -> str:
    """What an organ with this code is called once it was named (*Council*), without its article; empty if no table tells."""
    known = _cited(lexicon).get(organ)
    article = lexicon.grammar.article[0]
    return known.short.removeprefix(article) if known else ""


def is_short(organ: str) -> bool:
    """Whether the organ of a citation is a short form (*Council*), which does not say whose Council it is."""
    return organ.istitle() and organ.isalpha()


def stands_before(organ: str, lexicon: Lexicon) -> bool:
    """Whether the name stands before the word *resolution* (*Security Council resolution*), not after the number."""
    known = _cited(lexicon).get(organ)
    return known.cited == "before" if known else organ.isupper() or is_short(organ)


@per_lexicon
def _by_beginning(lexicon: Lexicon) -> Mapping[str, list[tuple[str, Organ]]]:
    """The names by their first letters, each list the longest first: most lines begin as no organ does."""
    found: dict[str, list[tuple[str, Organ]]] = {}
    for name, organ in _names(lexicon):
        found.setdefault(name[:_BEGINNING], []).append((name, organ))
    return found


def known_at(text: str, start: int, lexicon: Lexicon) -> tuple[Organ, int] | None:
    """The organ with the longest name that stands at ``start`` of ``text`` in any letter case, and where the name ends."""
    lowered = text[start : start + _LONGEST].replace("\n", " ").replace("\u00a0", " ").lower()
    for name, organ in _by_beginning(lexicon).get(lowered[:_BEGINNING], ()):
        if lowered.startswith(name) and not lowered[len(name) : len(name) + 1].isalpha():
            return organ, start + len(name)
    return None


def organ_at(text: str, start: int, lexicon: Lexicon) -> int:
    """The end of the longest organ's name that stands at ``start`` of ``text``, -1 if there is none."""
    known = known_at(text, start, lexicon)
    return known[1] if known else -1


def nearest_organ(words: str, lexicon: Lexicon) -> Organ | None:
    """The organ that a line names, with a slip or two, with or without its article and a mark; None if it names none."""
    name = words.strip(" \t\xa0,.;:").lower().removeprefix("the ")
    known = _by_name(lexicon)
    if name in known or " " not in name:
        return known.get(name)
    name = name[:_LONGEST]
    # Most lines have another length than any name, or share too few letters: no need to load what compares them.
    alike = (one for one in _by_blanks(lexicon).get(name.count(" "), ()) if _may_be_near(len(one), len(name)))
    near = [one for one in alike if _shared(one, name) >= _NEAR]
    if not near:
        return None
    from difflib import get_close_matches

    close = get_close_matches(name, near, n=1, cutoff=_NEAR)
    return known[close[0]] if close else None


@per_lexicon
def _by_name(lexicon: Lexicon) -> Mapping[str, Organ]:
    return dict(_names(lexicon))


@per_lexicon
def _by_blanks(lexicon: Lexicon) -> Mapping[int, tuple[str, ...]]:
    """The names by how many blanks they have, in their order."""
    found: dict[int, tuple[str, ...]] = {}
    for name in _by_name(lexicon):
        found[name.count(" ")] = (*found.get(name.count(" "), ()), name)
    return found


def _may_be_near(one: int, other: int) -> bool:
    """Whether two names of these lengths can be near: their likeness is no greater than if the longer held the shorter."""
    return 2 * min(one, other) >= _NEAR * (one + other)


def _shared(one: str, other: str) -> float:
    """The share of letters that two names have in common, wherever they stand: their likeness is no greater."""
    return 2 * (Counter(one) & Counter(other)).total() / (len(one) + len(other))


def before(text: str, position: int, lexicon: Lexicon) -> Named | None:
    """The organ named by the words that end at ``position`` (blanks skipped), None if they name none."""
    end = position
    while end > 0 and text[end - 1] in " \u00a0\t":
        end -= 1
    window_start = max(0, end - 160)
    window = text[window_start:end].translate(_BLANKS)
    for suffix in lexicon.grammar.possessive:
        if window.endswith(suffix):
            window = window[:-2]
            end -= 2
    phrase = _phrase(window, lexicon)
    if not phrase:
        return None
    start = window_start + len(window) - len(phrase)
    known = _ending(phrase, lexicon)
    if known is not None:
        name, organ = known
        if len(name) == len(phrase) or organ not in lexicon.grammar.organ_nouns:
            name_start = start + len(phrase) - len(name)
            return Named(name_start, end, organ)
    last = phrase.rsplit(" ", 1)[-1]
    if last in _nouns(lexicon) or phrase.partition(" ")[0] in _nouns(lexicon):
        return Named(start, end, phrase)
    if last.isupper() and last.title() in lexicon.grammar.organ_nouns:
        return Named(end - len(last), end, last.title())
    if 2 <= len(last) <= 8 and last.isupper() and last.isalpha() and not set(last) <= set("IVXLC"):
        return Named(end - len(last), end, last)
    return None


def after(text: str, position: int, lexicon: Lexicon) -> Named | None:
    """The organ whose name starts at ``position`` (``the`` may stand before it), None if there is none."""
    for article in lexicon.grammar.article:
        if text.startswith(article, position):
            position += 4
            break
    phrase = _forward(text[position : position + 160].translate(_BLANKS), lexicon)
    if not phrase:
        return None
    lower = phrase.lower()
    first, firsts = lower.split(" ", 1)[0], _by_word(lexicon)[1]
    for name, organ in firsts.get(phrase.split(" ", 1)[0], []) + firsts.get(first, []):
        shape = phrase if name.isupper() else lower
        if shape.startswith(name) and not shape[len(name) : len(name) + 1].isalnum():
            longer = shape[len(name) :]
            if longer.startswith((" to the ", " of the ")) or (longer.startswith(" ") and " " not in name):
                continue
            return Named(position, position + len(name), organ)
    if any(word in _nouns(lexicon) for word in phrase.split(" ")):
        return Named(position, position + len(phrase), phrase)
    return None


def by_number(organ: str, number: str, lexicon: Lexicon) -> str:
    """What a short form stands for, given the number of the act: *Council* with 1325 (2000) is the Security Council."""
    if not is_short(organ) or not organ_name("SC", lexicon).endswith(organ):
        return organ
    head, _, tail = number.partition("/")
    if tail.partition(" ")[0].isdecimal():
        year = head.isdecimal() and len(head) == 4
        return "ECOSOC" if year else "HRC"
    if number.endswith(")"):
        inner = number[number.rfind("(") + 1 : -1]
        return "SC" if inner.isdecimal() else "ECOSOC"
    return organ


def _ending(phrase: str, lexicon: Lexicon) -> tuple[str, str] | None:
    """The longest known name that the phrase ends with."""
    lower = phrase.lower()
    last, lasts = phrase.rsplit(" ", 1)[-1], _by_word(lexicon)[0]
    for name, organ in lasts.get(last, []) + lasts.get(last.lower(), []):
        shape = phrase if name.isupper() else lower
        if shape.endswith(name) and not shape[: -len(name)][-1:].isalnum():
            return name, organ
    return None


def _phrase(window: str, lexicon: Lexicon) -> str:
    """The capitalized phrase that the window ends with, without the verb or preposition that opens the sentence."""
    if not window or not window[-1].isalpha():
        return ""
    kept = _without_opening(_capitalized(window, lexicon), lexicon)
    if len(kept) > 1 and kept[-1] in lexicon.grammar.organ_nouns and kept[-2] in lexicon.grammar.organ_links:
        return kept[-1]
    known = _ending(" ".join(kept), lexicon)
    for place in range(len(kept) - 1, 0, -1) if known is None or " " not in known[0] else ():
        if kept[place - 1] == "the" and (place < 2 or kept[place - 2] not in ("of", "to", "on", "for", "and")):
            kept = kept[place:]
            break
    if kept:
        return " ".join(kept)
    lower = window.lower()
    for name, _ in _by_word(lexicon)[0].get(lower.rsplit(" ", 1)[-1], []):
        if " " in name and lower.endswith(name):
            return window[-len(name) :]
    return ""


def _capitalized(window: str, lexicon: Lexicon) -> list[str]:
    """The last words of the window, back to the first with a figure or that is neither capitalized nor a link of capitals."""
    kept: list[str] = []
    for word in reversed(window.split(" ")[-16:]):
        if not word or word[-1] in ',;:.()”"“\ufffc' or "," in word or any(sign.isdecimal() for sign in word):
            break
        if not word[0].isupper() and not (kept and word in lexicon.grammar.organ_links):
            break
        kept.insert(0, word)
    return kept


def _without_opening(words: list[str], lexicon: Lexicon) -> list[str]:
    start = 0
    while start < len(words):
        word = words[start]
        if (
            word not in lexicon.grammar.organ_leads
            and word not in lexicon.grammar.organ_links
            and not lexicon.grammar.opens(word)
        ):
            break
        start += 1
    return words[start:]


def _forward(window: str, lexicon: Lexicon) -> str:
    """The capitalized phrase that the window starts with."""
    kept: list[str] = []
    for word in window.split(" ")[:18]:
        bare = word.rstrip(',;:.)”"\ufffc0123456789')
        if bare and (bare[0].isupper() or (kept and bare in lexicon.grammar.organ_links)):
            kept.append(bare)
            if bare != word:
                break
        else:
            break
    while kept and kept[-1] in lexicon.grammar.organ_links:
        kept.pop()
    return " ".join(kept)
