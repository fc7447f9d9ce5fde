"""What the readers of bare text and of Word know of English before a draft is put together, when its language is not known yet.

How a paragraph may begin that nobody marked up, which words tell that a figure counts something, and the number words that
Word prints for a format of lists whatever the language of the draft.
"""

from __future__ import annotations

from resolint.lexicon.english import GRAMMAR
from resolint.regex import lazy

__all__ = [
    "COUNTED",
    "COUNTING",
    "NO_VERB",
    "OPENING",
    "PARTICIPLE",
    "SUSPENDED",
    "THIRD_PERSON",
    "ordinal_words",
    "words",
]

SUSPENDED = frozenset({"and", "or", "to", "nor", "as", "und", "y", "et"})
"""Words behind a hyphen that hangs."""

OPENING = lazy(
    r"[*_]{0,3}(?:(?:Also|Further|Deeply|Gravely|Fully|Strongly|Having) )?[A-Z]?[a-z]+(?:ing|ed)\b|[*_]{1,3}[A-Z]"
)
"""How a clause may begin in text that somebody typed, with or without marks of emphasis."""
PARTICIPLE = lazy(r"(?:[A-Z][a-z]+ly |Having |Also |Further )?[A-Z]?[a-z]+(?:ing|ed)\b|(?:Mindful|Aware|Conscious)\b")
"""How a preambular paragraph begins that lost its italics."""
THIRD_PERSON = lazy(
    r"(?:Also |Further |Strongly |Once again )?[A-Z]?[a-z]+(?:ts|[bdeghklmnprvwy]s|sses|shes|ches|ies)\b"
)
"""How an operative paragraph without a number begins that lost its italics."""


def _row(words: str) -> tuple[str, ...]:
    return tuple(words.split())


NO_VERB = frozenset(
    _row("""
    the a an we in member states in all for by with this that these those it its on at as to under governments
    such some there each every no any one i our their his her if when while
    """)
)
"""Words that begin sentences and no clause of a resolution."""

_MONTHS = "january february march april may june july august september october november december"
COUNTED = frozenset(
    _row(f"""
    years year months month weeks days day hours per million billion thousand hundred countries states member members
    tons percent of bis ter {_MONTHS}
    """)
)
"""Words that show that the number before them counts something."""
COUNTING = frozenset(
    _row(f"""
    article articles para paras paragraph paragraphs resolution resolutions decision decisions chapter chapters chap
    section sections sect no nos number page pages p pp item items agenda target targets goal goals annex annexes
    part parts rule rules regulation principle principles volume vol vols supplement of in by to from on at than over
    under about some and or the last next first least within between only nearly approximately until since before
    after during for with up table figure step option phase type {_MONTHS}
    """)
)
"""Words behind which a loose number is an ordinary one."""

_ONES = _row("""
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen
""")
_TENS = _row("twenty thirty forty fifty sixty seventy eighty ninety")
_IRREGULAR = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
              "twelve": "twelfth"}  # fmt: skip


def words(value: int) -> str:
    """One to Ninety-nine; larger numbers in digits."""
    if not 0 <= value < 100:
        return str(value)
    if value < 20:
        return _ONES[value].capitalize()
    ten, one = divmod(value, 10)
    return (_TENS[ten - 2] + (f"-{_ONES[one]}" if one else "")).capitalize()


def ordinal_words(value: int) -> str:
    """First to Ninety-ninth; larger numbers in digits."""
    spelled = words(value)
    if spelled.isdecimal():
        return GRAMMAR.ordinal_figure(value)
    head, dash, last = spelled.rpartition("-")
    last = last.casefold()
    last = _IRREGULAR.get(last) or (last[:-1] + "ieth" if last.endswith("y") else last + "th")
    return (head + dash + last).capitalize()
