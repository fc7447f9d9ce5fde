"""A check on names of two words, which are too short to be told by their words alone: the counts of adopted texts help."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise

from resolint.attested.counts import Counts
from resolint.checks import check
from resolint.checks.shared.clauses import inside
from resolint.checks.shared.counted import counts_of
from resolint.checks.shared.names import named
from resolint.findings import Edit, Fix, Hit
from resolint.lexicon import Lexicon, per_lexicon
from resolint.lexicon.names import Names, names
from resolint.lexicon.nearness import alike
from resolint.lexicon.runs import JOINING, Token
from resolint.model import Document
from resolint.rule import Context

_OFTEN = 10
"""So many adopted texts must write the name."""


@per_lexicon
def _pairs(lexicon: Lexicon) -> Mapping[str, tuple[tuple[str, str, str], ...]]:
    """The names of two words that many adopted texts write, by each of their words in small letters."""
    found: dict[str, list[tuple[str, str, str]]] = {}
    for name, texts in lexicon.columns("names", "name", "texts"):
        words = name.split()
        if len(words) == 2 and int(texts) >= _OFTEN and all(word.isalpha() for word in words):
            entry = (words[0].lower(), words[1].lower(), name)
            for word in entry[:2]:
                found.setdefault(word, []).append(entry)
    return {word: tuple(entries) for word, entries in found.items()}


@check("REF037")
def short_name_inexact(document: Document, context: Context) -> Iterator[Hit]:
    """*The Statistic Commission*, *the Paris Agreements*: two words with capitals that are never written so, and nearly are."""
    counts, pairs, known = counts_of(context.lexicon), _pairs(context.lexicon), names(context.lexicon)
    if counts is None:
        return
    for text in named(document):
        for run in text.runs:
            for at, (one, two) in enumerate(pairwise(run)):
                right = (
                    _meant(one, two, pairs, counts, known)
                    if one.capital and two.capital and two.start - one.end == 1
                    else ""
                )
                if not right or inside(text.quoted, one.start, two.end) or _in_name(run, at, known.lets_pass):
                    continue
                end = one.start + len(text.block.text[one.start : two.end].removesuffix("’s"))
                span = text.block.span(one.start, end)
                words = text.block.text[one.start : end]
                if words != right:
                    values = {"found": words, "instead": right}
                    # *The Framework Conventions*: there may be several.
                    several = words in (right + "s", right.removesuffix("s")) or " " in right.partition(" ")[2]
                    fix = Fix(f"Write “{right}”", (Edit(span, right, words),), "suggest")
                    yield Hit(span, values, fix, unsure=several)


def _meant(
    one: Token, two: Token, pairs: Mapping[str, Sequence[tuple[str, str, str]]], counts: Counts, longer: Names
) -> str:
    """The one name that two words nearly are, empty where they are written or near none or several."""
    first, second = one.text.lower(), two.text.lower().removesuffix("’s")
    if not first.isalpha() or not second.isalpha():
        return ""
    found = {name for left, right, name in pairs.get(first, ()) if left == first and alike(second, right)}
    found |= {name for left, right, name in pairs.get(second, ()) if right == second and alike(first, left)}
    written = (f"{one.text} {two.text.removesuffix('’s')} ", f"{first} {second} ")
    if any(counts[words.encode()] for words in written):
        return ""
    if not found and first not in JOINING and (turned := longer.nearly(f"{first} {second}")):
        return turned
    return found.pop() if len(found) == 1 else ""


def _in_name(run: Sequence[Token], at: int, lets_pass: Callable[[str], bool]) -> bool:
    """Whether a longer name that is right holds the two words."""
    begin = max(0, at - 6)
    words, here = [token.text.lower() for token in run[begin : at + 9]], at - begin
    return any(
        lets_pass(" ".join(words[first:last])) for first in range(here + 1) for last in range(here + 2, len(words) + 1)
    )
