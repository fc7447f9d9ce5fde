"""Wordings that are right in their construction, whatever the weights of small words say."""

from __future__ import annotations

from collections.abc import Sequence

from resolint.lexicon import english

__all__ = ["may_stand"]


def may_stand(words: Sequence[bytes], start: int, end: int, group: str, own: str, other: str) -> bool:
    """Whether the wording is right in its construction: *access to, and use of, water*; *annex A*; *the Council and its bodies*."""
    before, behind = words[start - 1], words[end]
    if _settled(words, start, end, group, own, other):
        return True
    if group == "p" and not other:
        return behind in _JOINTS
    if not other and _is_needed(own, behind):
        return True
    if not own and other == "and" and behind in _ARTICLES:
        return not {b"to ", b"with "}.isdisjoint(
            words[max(0, start - _LATE) : start - 1]
        )  # *to report to the Council the lessons learned*
    if not own and other == "to" and before == b"so ":
        return True  # *that States that have not yet done so consider*
    if group == "w" and (behind in _MODALS and before in _ARTICLES):
        return True  # *when the worker can no longer claim*: a noun and a modal make a clause
    if group == "w" and before == b"the " and behind in _JOINTS and words[start - 2 : start - 1] == [b"and "]:
        return True  # *the dead and the missing*
    if own == "until":
        return True  # *open until the last bus*: a time stands behind any word
    if own == "whom" and before == b"of " and words[start - 2] in _SHARES:
        return True  # *enumerators, half of whom should be women*
    if not own and before in _PERSONS and behind in _ARTICLES:
        return True  # *can give everyone a warm place*
    if words[start : start + 1] == [b"a "] and behind in (b") ", b". "):
        return True
    return not other and before == b"( "


def _is_needed(own: str, behind: bytes) -> bool:
    """Whether a small word may stand wherever it does: *live there in the winter*, *account for about 55 per cent*.

    GRM016 tells of *there of*.
    """
    return own in ("there", "also") or (own == "about" and (behind[:1].isdigit() or behind in _PORTIONS))


def _settled(words: Sequence[bytes], start: int, end: int, group: str, own: str, other: str) -> bool:
    """Whether the construction settles the word, so that its neighbours tell nothing."""
    back = words[max(0, start - _LATE) : start]
    if words[start - 1] == b", " and group != "w" and _closes_insertion(words, start):
        return True  # *lower by 7 million, or 3 per cent, than that for the year*
    if own == "or" and other == "and" and not _joins_both(back):
        return True  # whether all or one of them is meant only the author knows
    if own in _PERSONAL and other in english.ARTICLES:
        return True  # *publish them free*
    if group == "w" and words[end] == b"in " and words[end + 1] in _THEMSELVES:
        return True  # *valuable in itself*
    if tuple(words[start : start + 3]) in _IDIOMS:
        return True
    if not own and words[end] in _ARTICLES and _likened(words, start):
        return True  # *can in no case have as a consequence the loss of a right*
    if not own and other != "and" and words[end] in _ARTICLES:
        return not _TWOFOLD.isdisjoint(back[-_OBJECT:-1])  # *grant the millers the right*, *make work a condition*
    return _bounds(words, start)


def _likened(words: Sequence[bytes], start: int) -> bool:
    """Whether *as* and what something is stand between a verb and its object, which comes late: *take as a basis the plan*."""
    for place in range(start - 2, max(1, start - _OBJECT), -1):
        if words[place] == b"as ":
            return words[place - 1] in _LIKENING
    return False


def _joins_both(back: Sequence[bytes]) -> bool:
    """Whether *between* or *neither* leads what ends there: they ask for *and* or *nor*."""
    for word in reversed(back):
        if word in _STOPS or word == b"and ":
            return False
        if word in (b"between ", b"neither "):
            return True
    return False


def _bounds(words: Sequence[bytes], start: int) -> bool:
    """Whether *of between* stands around ``start``, with its two bounds: *at a temperature of between two and eight*."""
    for place in range(max(1, start - 1), start + _NEAR):
        if words[place : place + 2] == [b"of ", b"between "]:
            return b"and " in words[place + 3 : place + 3 + _NEAR]
    return False


def _closes_insertion(words: Sequence[bytes], start: int) -> bool:
    """Whether the comma before ``start`` ends an insertion, so that what is behind it belongs to words far before."""
    for place in range(start - 2, max(0, start - _LATE), -1):
        if words[place] in _STOPS:
            return words[place] == b", " and words[place + 1] in _INSERTING
    return False


_NEAR, _OBJECT = 4, 5
"""So many words ahead bounds are looked for, and so many back the verb that has two objects."""
_IDIOMS = frozenset(((b"see ", b"to ", b"it "), (b"bring ", b"to ", b"bear "), (b"put ", b"to ", b"use ")))
"""What has a meaning of its own: *to see to it that the report is printed*."""
_PERSONAL = frozenset(("them", "they", "him", "her", "us", "we"))
_PORTIONS = frozenset((b"one ", b"two ", b"three ", b"four ", b"half ", b"a ", b"nine ", b"ten "))
"""How a share or a small number begins: *about one third*, *about a quarter*."""
_THEMSELVES = frozenset((b"itself ", b"themselves "))
_TWOFOLD = frozenset(
    f"{form} ".encode()
    for forms in (
        "grant grants granting granted offer offers offering offered allow allows allowing allowed deny denies denying denied",
        "guarantee guarantees accord accords accorded award awards awarding awarded afford affords affording afforded",
        "give gives giving gave given make makes making made teach teaches teaching taught show shows showing showed",
    )
    for form in forms.split()
)
"""Verbs with two objects, one right behind the other."""
_LIKENING = frozenset(
    f"{form} ".encode()
    for form in [
        "have",
        "has",
        "having",
        "had",
        "take",
        "takes",
        "taking",
        "took",
        "taken",
        "use",
        "uses",
        "using",
        "used",
        "set",
        "sets",
        "setting",
        "adopt",
        "adopts",
        "adopting",
        "adopted",
        "include",
        "includes",
        "including",
        "included",
        "keep",
        "keeps",
        "keeping",
        "kept",
        "treat",
        "treats",
        "treating",
        "treated",
        "recognize",
        "recognizes",
    ]
)
"""Verbs behind which *as* says what their object is."""
_STOPS = frozenset((b", ", b"; ", b". ", b": ", b"( ", b") "))
_INSERTING = frozenset(
    (b"or ", b"and ", b"if ", b"as ", b"where ", b"when ", b"though ", b"including ", b"by ", b"at ", b"in ")
)
"""Words that open an insertion between commas."""
_ARTICLES = frozenset((b"the ", b"a ", b"an ", b"its ", b"their "))
_MODALS = frozenset((b"can ", b"may ", b"must ", b"should ", b"shall ", b"will ", b"could ", b"would ", b"cannot "))
_SHARES = frozenset(
    (b"half ", b"some ", b"all ", b"many ", b"most ", b"both ", b"one ", b"two ", b"third ", b"number ", b"majority ")
)
_PERSONS = frozenset(
    (
        b"everyone ",
        b"everybody ",
        b"anyone ",
        b"someone ",
        b"them ",
        b"him ",
        b"her ",
        b"us ",
        b"each ",
        b"all ",
        b"nobody ",
    )
)
"""Pronouns that are told of something, behind a verb of giving: what is given follows."""
_LATE = 9
"""So many words back *to* is looked for, behind which an object comes late."""
_JOINTS = frozenset((b", ", b"and ", b"or ", b"; ", b". ", b") "))
