"""Checks on items of a list: whether they begin alike, and go on from the words before them."""

from __future__ import annotations

from collections.abc import Iterator

from resolint.checks import check
from resolint.checks.shared.classes import classes_of
from resolint.checks.shared.clauses import quotations
from resolint.checks.str.parallel import begins_with_verb
from resolint.findings import Edit, Fix, Hit
from resolint.lexicon import Lexicon, per_lexicon
from resolint.model import NOTE_MARK, Clause, Document
from resolint.regex import lazy
from resolint.rule import Context

_FIRST = lazy(r"[^\W\d_]+")
_TO = lazy(r"\bto:\s*$")


def _start(document: Document, clause: Clause) -> tuple[int, str]:
    """Where the first word of an item begins in its block, and the word; empty where it begins with none."""
    text = document.text(clause.body)
    words = text.lstrip(" \t\n\xa0" + NOTE_MARK)
    match = _FIRST.match(words)
    return clause.body.start + len(text) - len(words), match.group() if match else ""


def _lists(document: Document) -> Iterator[tuple[Clause, tuple[Clause, ...]]]:
    for act in document.acts:
        for top in (*act.preamble, *act.operative):
            for clause in top.walk():
                items = tuple(child for child in clause.children if child.number)
                if len(items) > 1 and len(items) == len(clause.children):
                    yield clause, items


@check("STR032")
def initials_mixed(document: Document, context: Context) -> Iterator[Hit]:
    """Items that begin with a small letter where most of their list begin with a capital, or all others."""
    for _, items in _lists(document):
        starts = [(item, *_start(document, item)) for item in items]
        small = [(item, start, word) for item, start, word in starts if word and word[0].islower()]
        large = [word for _, _, word in starts if word and word[0].isupper()]
        if not small or len(large) < len(small):
            continue
        for item, start, word in small:
            block = document.block(item.body.block)
            if quotations(block.text[:start]) or len(word) == 1:
                continue
            edit = Edit(block.span(start, start + 1), word[0].upper(), word[0])
            yield Hit(block.span(start, start + len(word)), {"found": word}, Fix("Write a capital", (edit,), "suggest"))


@check("STR033")
def infinitive_doubled(document: Document, context: Context) -> Iterator[Hit]:
    """*To* at the end of the words before a list and again at the beginning of its items."""
    for clause, items in _lists(document):
        block = document.block(clause.blocks[-1] if clause.blocks else clause.body.block)
        if not _TO.search(block.text):
            continue
        for item in items:
            start, word = _start(document, item)
            if word.lower() == "to":
                own = document.block(item.body.block)
                yield Hit(own.span(start, start + len(word)), {"found": word})


@check("STR034")
def infinitive_missing(document: Document, context: Context) -> Iterator[Hit]:
    """An item that begins with a verb where the others of its list, most of them, begin with *To* and a verb."""
    verbs, classes = _verbs(context.lexicon), classes_of(context.lexicon)
    for _, items in _lists(document):
        starts = [(item, *_start(document, item)) for item in items]
        led = [item for item, _, word in starts if word.lower() == "to"]
        if len(led) * 2 < len(starts) or len(led) == len(starts):
            continue
        for item, start, word in starts:
            if word.lower() in verbs or begins_with_verb(document, item, classes):
                block = document.block(item.body.block)
                instead = f"To {word.lower()}"
                edit = Edit(block.span(start, start + len(word)), instead, word)
                yield Hit(
                    block.span(start, start + len(word)), {"found": word}, Fix(f"Write “{instead}”", (edit,), "suggest")
                )


@per_lexicon
def _verbs(lexicon: Lexicon) -> frozenset[str]:
    """Verbs in their base form."""
    return frozenset(row["verb"] for row in lexicon.rows("verbs"))
