"""Checks on the italics of openings in drafts in the other official languages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from resolint.checks import check
from resolint.checks.shared.tongues import Head, heads, scanned
from resolint.findings import Edit, Fix, Hit
from resolint.model import Document, Span
from resolint.regex import lazy
from resolint.rule import Context

_FEWEST = 2
_MANY_ITALICS = 2
_BLANKS = "\u00a0\u202f "
_WORDS = lazy(r"[^\W\d_]{1,3}[’'](?=\w)|[^\s,;:’']{1,40}(?:[’'][^\s,;:’']{1,40})?")


@check("TYP001 draft")
def opening_italics(document: Document, context: Context) -> Iterator[Hit]:
    """Openings that are not in italics where the others are, and italics that take in words behind the opening.

    Where several are wrong, the source rather than the author has lost them, and one hit tells of all.
    """
    found = list(_italics(document, context))
    yield from (hit for hit in found if hit.unsure)
    hits = [hit for hit in found if not hit.unsure]
    few = len(hits) <= _MANY_ITALICS
    for hit in hits if few else hits[:1]:
        more = "" if few else f", and {len(hits) - 1} more are wrong"
        yield replace(
            hit, values={**hit.values, "found": hit.values["found"] + more}, unsure=not few or scanned(context)
        )


def _italics(document: Document, context: Context) -> Iterator[Hit]:
    # What begins with a small letter goes on from another page.
    openings = [head for head in heads(document, context) if head.opening is not None and head.words[:1].isupper()]
    rows = [(head, _italic_end(head)) for head in openings]
    italic = [end for _, end in rows if end > 0]
    if len(italic) < _FEWEST or len(italic) < float(context.options["share"]) * len(rows):
        return
    behind = frozenset(context.options["behind"])
    first = {act.preamble[0].body for act in document.acts if act.preamble}
    for head, end in rows:
        assert head.opening is not None
        span = head.block.span(head.start, head.start + head.opening.end)
        if end <= 0:
            # Where the organ line is joined to the first paragraph, extracts lose its italics.
            lost = head.clause.body in first
            values = {"wanted": "An opening belongs in italics", "found": "this one is upright"}
            yield Hit(span, values, _in_italics(document, span), unsure=lost)
            continue
        words = head.words[:end].rstrip(" ,").split(" ")
        if words[-1].lower().rstrip("’'") in behind and len(words) > 1:
            start = head.start + len(head.words[:end].rstrip(" ,")) - len(words[-1])
            sure = words[-1].lower().rstrip("’'") in context.options["never"]
            yield Hit(
                head.block.span(start, start + len(words[-1])),
                {"wanted": "The italics end with the opening", "found": f"“{words[-1]}” is in italics too"},
                unsure=not sure,
            )
        elif end > int(context.options["longest"]):
            yield Hit(
                head.block.span(head.start + head.opening.end, head.start + end),
                {"wanted": "The italics end with the opening", "found": "they go on here"},
            )
        elif over := _runs_over(head, end, context):
            yield Hit(
                head.block.span(head.start + over, head.start + end),
                {
                    "wanted": "The italics end with the opening",
                    "found": f"“{head.words[over:end].strip()}” is in italics too",
                },
            )
        elif end < len(head.opening.key.split(" ")[0]):
            yield Hit(span, {"wanted": "An opening belongs in italics", "found": "only a part of it is"})
        elif (left := _left_upright(head, end, context)) is not None:
            at = head.start + end + len(left) - len(left.lstrip())
            behind_it = head.block.span(head.start + end, head.start + end + len(left))
            sure = context.lexicon.language == "fr" and not scanned(context) and _breaks_off(head, end, context)
            yield Hit(
                head.block.span(at, head.start + end + len(left)),
                {"wanted": "The italics end with the opening", "found": f"“{left.strip()}” is upright"},
                _in_italics(document, behind_it) if sure else None,
                unsure=not sure,
            )


def _in_italics(document: Document, span: Span) -> Fix:
    words = document.text(span)
    return Fix("Set in italics", (Edit(span, words, words, italic=True),), "safe")


def _left_upright(head: Head, end: int, context: Context) -> str | None:
    """The words of the opening right behind its italics (*également*, *avec satisfaction*), with the blank before them."""
    rest = head.words[end:]
    if rest[:1] not in _BLANKS or not rest:
        return None
    folded = rest.lower()
    words = (f"{rest[0]}{word}" for word in context.options.get("with", ()))
    left = next(
        (word for word in words if folded.startswith(word) and not folded[len(word) : len(word) + 1].isalpha()), ""
    )
    return rest[: len(left)] if left else _torn_off(head, end, context)


def _breaks_off(head: Head, end: int, context: Context) -> bool:
    """Whether italics end before a word that surely is in them: one of the option ``with``, or behind a small word."""
    before, rest = head.words[:end].split(), head.words[end:].strip().lower()
    small = (context.options[name] for name in ("from", "manner", "own"))
    last = before[-1].lower() if before else ""
    return any(rest.startswith(word) for word in context.options["with"]) or any(last in words for words in small)


def _torn_off(head: Head, end: int, context: Context) -> str | None:
    """The rest of an opening whose italics end before a word of its own (*Se* félicite), with the blank before it."""
    assert head.opening is not None
    rest = head.words[end : head.opening.end]
    first = _WORDS.search(rest)
    small = (context.options[name] for name in ("from", "behind", "manner", "own"))
    if first is None or any(first[0].lower().rstrip("’'") in words for words in small):
        return None
    return rest.rstrip(" ,")


def _italic_end(head: Head) -> int:
    """How far the words of an opening are in italics, counted from its beginning; 0 for not at all."""
    for mark in head.block.marked("italic"):
        if mark.start <= head.start + 1 and mark.end > head.start:
            return mark.end - head.start
    return 0


def _runs_over(head: Head, end: int, context: Context) -> int:
    """Where, behind the opening, italics go on over words of the sentence: from an article or a name on; 0 for nowhere.

    Expressions that belong to the opening (*l’espoir*, *avec la plus vive inquiétude*) are let pass: options ``let``, ``manner``.
    """
    assert head.opening is not None
    from_, let, manner, sure, things = (
        frozenset(context.options[name]) for name in ("from", "let", "manner", "sure", "things")
    )
    found = list(_WORDS.finditer(head.words, head.opening.end, end))
    words = [word[0].lower().rstrip("’'") for word in found]
    own = let
    for at, word in enumerate(words):
        behind = words[at + 1 :]
        if found[at][0][:1].isupper():
            return found[at - (at > 0 and words[at - 1] in from_)].start()
        if word in things:
            return found[max(0, at - 1)].start()
        if word in manner:
            # *avec la plus vive inquiétude des nouvelles*: its articles are its own, up to one run together with *de* or *à*.
            from_, let = sure, frozenset()
        elif at and words[at - 1] in manner and not own.isdisjoint(behind[:1]):
            continue  # *en los términos más enérgicos*
        elif word in from_ and behind and let.isdisjoint(behind) and not from_.issuperset(behind):
            return found[at].start()
    return 0
