"""Checks on names that are nearly those of adopted texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from resolint.checks import check
from resolint.checks.ref.alike import alike_names
from resolint.checks.shared.clauses import inside
from resolint.checks.shared.names import Named, named
from resolint.checks.shared.titles import exact_titles
from resolint.citation.titles import Titles
from resolint.findings import Edit, Fix, Hit
from resolint.lexicon.names import Near, names
from resolint.lexicon.nearness import other_order
from resolint.lexicon.runs import JOINING, Token
from resolint.model import Document, Span
from resolint.rule import Context

_BODIES = frozenset(
    (
        "agency", "branch", "bureau", "centre", "commission", "committee", "council", "department", "division", "forum",
        "fund", "institute", "office", "programme", "section", "secretariat", "service", "unit",
    )
)  # fmt: skip
"""What a body may be; one of these for another names another body."""
_STEM = 4
"""Words that begin with so many letters alike are forms of one, or one is misspelt."""


@check("REF014")
def nearly_a_name(document: Document, context: Context) -> Iterator[Hit]:
    """Runs of words with capitals that one small change makes a name that many adopted texts use."""
    known = names(context.lexicon)
    titles = exact_titles(context.lexicon)
    for text in named(document):
        elsewhere: list[Span] | None = None
        told: list[Span] = []
        for run in text.runs:
            for near in known.all_near(run):
                if 0 < near.texts < context.options["least_texts"]:
                    continue
                if elsewhere is None:
                    elsewhere = [span for span, _ in titles.near(text.block.text, text.block.id)]
                hit = _hit(text, run, near, elsewhere, context)
                if hit is not None:
                    told.append(hit.span)
                    yield hit
        yield from _alike(text, told, titles, context)


def _alike(text: Named, told: Sequence[Span], titles: Titles, context: Context) -> Iterator[Hit]:
    """Names of which two words are others, or of which commas part the words; one may be another name, so that it is an info."""
    for alike in alike_names(text, context.lexicon):
        span = text.block.span(alike.words[0].start, alike.words[-1].end)
        elsewhere = [*told, *(other for other, _ in titles.near(text.block.text, text.block.id))]
        if inside(text.quoted, span.start, span.end) or any(
            one.start < span.end and span.start < one.end for one in elsewhere
        ):
            continue
        words = text.block.text[span.start : span.end]
        if any(f" {wrong} " in f" {words} " for wrong in context.lexicon.column("names-wrong", "avoid")):
            continue  # REF033 tells it
        fix = Fix(f"Write “{alike.name}”", (Edit(span, alike.name, words),), "suggest")
        values = {"found": words, "instead": alike.name, "witness": "the official name"}
        yield Hit(span, values, fix, unsure=True)


def _hit(text: Named, run: Sequence[Token], near: Near, elsewhere: Sequence[Span], context: Context) -> Hit | None:
    """The finding, None inside quotations, where a title is told ``elsewhere``, and for the plural of several names."""
    start, end = run[near.first].start, run[near.last].end
    if text.block.text[start:end].endswith("’s"):
        end -= 2
    if inside(text.quoted, start, end) or any(one.start < end and start < one.end for one in elsewhere):
        return None
    words = text.block.text[start:end]
    if any(f" {wrong} " in f" {words} " for wrong in context.lexicon.column("names-wrong", "avoid")):
        return None  # REF033 tells it
    if near.first and run[near.first - 1].text in context.options["own_before"]:
        return None  # *the National Commission of Human Rights*
    if _several(words, near.name, text.block.text[end : end + 12]) or words.replace("’s ", " ") == near.name:
        return None  # *the Security Council’s Working Group* is right as well
    turned = other_order(words.lower().split(), near.name.lower().split())
    if turned and _goes_on(run, near):
        return None
    first, joint, _ = words.rpartition(" and the ")
    if joint and near.name.startswith(first + joint) and names(context.lexicon).lets_pass(first):
        return None  # two names, the first of them right: *the Charter and the Protocol* beside *the Charter and the Convention*
    span = text.block.span(start, end)
    witness = f"which {near.texts} adopted texts write" if near.texts else "the official name"
    values = {"found": words, "instead": near.name, "witness": witness}
    fix = Fix(f"Write “{near.name}”", (Edit(span, near.name, words),), "suggest")
    return Hit(span, values, fix, unsure=turned or _doubtful(run, near, context))


def _goes_on(run: Sequence[Token], near: Near) -> bool:
    """Whether a longer name may hold the words: *the Research and Training Institute for the Advancement of Women*."""
    before = run[near.first - 1] if near.first else None
    return (near.last < len(run) - 1 and run[near.last + 1].text.lower() not in ("and", "to", "in", "the")) or (
        before is not None and (before.capital or before.text.lower() == "of")
    )


def _doubtful(run: Sequence[Token], near: Near, context: Context) -> bool:
    """Whether the words may be right: as a longer name, another spelling or instrument, or two names and a preposition."""
    after = run[near.last + 1 : near.last + 2]
    if after and after[0].capital and not after[0].text[0].isdigit():
        return True  # *Commission of Human Rights Experts*
    before = run[near.first - 1].text if near.first else "the"
    if before[0].isupper() and before not in ("The", "Nations"):
        return True  # *Executive Committee for …*, *Working Group of …*: a longer name, of another body
    words = [token.text for token in run[near.first : near.last + 1]]
    name = near.name.split()
    differing = [at for at, pair in enumerate(zip(words, name, strict=False)) if pair[0].lower() != pair[1].lower()]
    if len(words) == len(name) and len(differing) == 1 and len(name) > 2:
        one, other = words[differing[0]].lower(), name[differing[0]].lower()
        if one.isalpha() and _inflected(one, other):
            return False  # *the Food and Agricultural Organization*
    first = differing[0] if differing else min(len(words), len(name))
    if first and (words[first - 1] == "and" or " ".join(words[:first]) in context.options["before_prepositions"]):
        return True  # *the Declaration and its Framework*, *the Member States in United Nations meetings*
    if len(words) != len(name) or len(differing) != 1:
        return False
    at = differing[0]
    one, other = words[at].lower(), name[at].lower()
    if one in _BODIES and other in _BODIES:
        return True  # *the Population Division* beside *the Population Fund*: two bodies
    if one.replace("iz", "is").replace("yz", "ys") == other.replace("iz", "is").replace("yz", "ys"):
        return True
    if one in JOINING:
        return {one, other} == {"at", "in"} or " ".join(words[:at]) in context.options["before_prepositions"]
    return at in (0, len(name) - 1) and not one.startswith(other[:_STEM]) and near.texts < context.options["heads_sure"]


def _inflected(one: str, other: str) -> bool:
    """Whether one of two words is the other with another ending, beyond the *s* of a plural and another spelling."""
    if one.startswith(other[:_STEM]) and {one, other}.isdisjoint(JOINING) and abs(len(one) - len(other)) > 0:
        short, long_ = sorted((one, other), key=len)
        return long_[: len(short) - 1] == short[:-1] and long_ not in (f"{short}s", f"{short}es")
    return False


def _several(words: str, name: str, behind: str) -> bool:
    """Whether the words are the plural of the name's first noun, for several that follow: *Governments of A and B*."""
    first, rest = words.partition(" ")[::2]
    return (
        first == f"{name.partition(' ')[0]}s" and rest == name.partition(" ")[2] and behind.startswith((" and ", ", "))
    )
