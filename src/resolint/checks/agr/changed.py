"""Checks that hold a draft against the adopted texts of a corpus. Without a corpus they say nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from resolint import regex
from resolint.checks import check
from resolint.checks.shared.agreement import verdicts
from resolint.checks.shared.clauses import prose, quotations, references
from resolint.findings import Hit
from resolint.lexicon import Lexicon
from resolint.model import Block, Citation, Document
from resolint.rule import Context

if TYPE_CHECKING:
    from resolint.corpus import Corpus, Entry, Finder, Verdict
    from resolint.wording import Change

_SHOWN = 60


def _named(entry: Entry) -> str:
    return f"{entry.shown} of {entry.date}" if entry.date else entry.shown


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= _SHOWN else flat[: _SHOWN - 1].rsplit(" ", 1)[0] + " …"


@check("AGR005")
def verb_strength(document: Document, context: Context) -> Iterator[Hit]:
    """An opening that is stronger or weaker than that of the agreed paragraph."""
    for verdict in verdicts(document, context):
        verb = verdict.verb
        if verb is None or verb.direction not in ("stronger", "weaker"):
            continue
        text = verdict.paragraph.text
        start = text.lower().find(verb.new.lower())
        source = verdict.sources[0]
        values = {
            "old": verb.old,
            "new": verb.new,
            "direction": verb.direction,
            "source": _named(source.entry),
            "place": source.place,
        }
        yield Hit(verdict.paragraph.span(max(0, start), max(0, start) + len(verb.new)), values)


@check("AGR007")
def words_changed(document: Document, context: Context) -> Iterator[Hit]:
    """Words that depart from the source in a paragraph that is agreed language but for them."""
    least = float(context.options["similarity"])
    most = int(context.options["changes"])
    for verdict in verdicts(document, context):
        if verdict.kind != "departs" or verdict.similarity < least:
            continue
        changes = [
            change for change in verdict.changes if _tells(change, context.lexicon) and not _opens(verdict, change)
        ]
        if len(changes) > most:
            continue
        source = verdict.sources[0]
        for change in changes:
            values = {
                "change": _change_in_words(verdict, change),
                "source": _named(source.entry),
                "place": source.place,
            }
            yield Hit(verdict.paragraph.span(change.new_start, change.new_end), values)


def _tells(change: Change, lexicon: Lexicon) -> bool:
    """Whether a change is one of words, and not what every reuse changes."""
    from resolint.corpus.folding import key

    return key(change.old, lexicon) != key(change.new, lexicon)


def _opens(verdict: Verdict, change: Change) -> bool:
    """Whether a change lies in the opening, which has a rule of its own."""
    return verdict.verb is not None and change.new_start < len(verdict.verb.new)


def _change_in_words(verdict: Verdict, change: Change) -> str:
    old, new = _short(change.old), _short(change.new)
    dropped = next(
        (one for one in verdict.qualifiers if one.fate == "dropped" and one.phrase in change.old.lower()), None
    )
    if dropped is not None and not new:
        return f"the qualifier “{dropped.phrase}” is dropped; it {dropped.effect}"
    if not old:
        return f"“{new}” is added"
    return f"“{old}” is left out" if not new else f"“{new}” stands for “{old}”"


_QUOTED_WORDS = 6
_NEAR = 0.8


@check("AGR006")
def quotation_exact(document: Document, context: Context) -> Iterator[Hit]:
    """A quotation that is near to the words of a document that its paragraph cites, but not in them."""
    if context.corpus is None:
        return
    finder: Finder = context.corpus.finder
    for block, cited in _citing(document):
        sources = None
        for start, end in quotations(block.text):
            words = block.text[start + 1 : end - 1]
            if len(words.split()) < _QUOTED_WORDS:
                continue
            if sources is None:
                sources = [found for citation in cited if (found := _cited(finder, citation)) is not None]
            for corpus, entry in sources:
                near = _nearest(words, corpus, entry)
                if near is not None and near[0] < 1:
                    yield Hit(
                        block.span(start + 1, end - 1),
                        {"source": _named(entry), "exact": _short(near[1]), "place": near[2]},
                    )
                if near is not None:
                    break


def _citing(document: Document) -> Iterator[tuple[Block, tuple[Citation, ...]]]:
    """The paragraphs that cite resolutions, decisions or documents."""
    by_block = references(document)
    for block in prose(document):
        cited = tuple(one for one in by_block.get(block.id, ()) if one.kind in ("resolution", "decision", "document"))
        if cited:
            yield block, cited


def _cited(finder: Finder, citation: Citation) -> tuple[Corpus, Entry] | None:
    """The adopted text that a citation means, if a corpus has it."""
    for symbol in _symbols(citation):
        if (found := finder.by_symbol(symbol)) is not None:
            return found
    return None


_PREFIX = {
    "GA": "A/RES/{}",
    "ECOSOC": "E/RES/{}",
    "HRC": "A/HRC/RES/{}",
    "SC": "S/RES/{}",
    "UNEA": "UNEP/EA.{}",
}


def _symbols(citation: Citation) -> Iterator[str]:
    if citation.symbol:
        yield citation.symbol
    if citation.number and citation.kind == "resolution":
        number = citation.number.replace(" ", "")
        yield _PREFIX.get(citation.organ or "", "{}").format(number)
        if not citation.organ:
            yield f"A/RES/{number}"
    if citation.number:
        yield citation.number


def _nearest(words: str, corpus: Corpus, entry: Entry) -> tuple[float, str, str] | None:
    """How near a text comes to ``words`` (1 if it has them), its own words there, and the place; None if not at all."""
    from rapidfuzz.fuzz import partial_ratio_alignment

    from resolint.corpus.folding import light

    plain, best = light(words), None
    for passage in corpus.passages(entry.id):
        theirs = light(passage.text)
        if plain in theirs:
            return 1.0, words, passage.place
        if len(theirs) < len(plain) * _NEAR:
            continue
        found = partial_ratio_alignment(plain, theirs, score_cutoff=_NEAR * 100)
        if found is not None and (best is None or found.score / 100 > best[0]):
            start = theirs.rfind(" ", 0, found.dest_start + 1) + 1
            end = theirs.find(" ", max(start, found.dest_end - 1))
            best = min(0.99, found.score / 100), theirs[start : end if end > 0 else len(theirs)], passage.place
    return best


@check("AGR008")
def superseded(document: Document, context: Context) -> Iterator[Hit]:
    """A resolution cited where a later one of the same body under the same title is known and cited nowhere."""
    if context.corpus is None:
        return
    judge = context.corpus
    before = judge.dated(document)
    seen: dict[tuple[str, int], tuple[Corpus, Entry]] = {}
    places: list[tuple[Citation, tuple[str, int]]] = []
    for _, cited in _citing(document):
        for citation in cited:
            if citation.kind == "resolution" and (found := _cited(judge.finder, citation)) is not None:
                where = found[1].corpus, found[1].id
                seen.setdefault(where, found)
                places.append((citation, where))
    told = set()
    for citation, where in places:
        if where in told:
            continue
        told.add(where)
        corpus, entry = seen[where]
        later = _later(corpus, entry, before, document.head.symbol)
        if later and not any((one.corpus, one.id) in seen for one in later):
            yield Hit(citation.span, {"later": _named(later[-1]), "title": entry.title})


def _later(corpus: Corpus, entry: Entry, before: str | None, own: str | None) -> Sequence[Entry]:
    """The later texts of the same body under the same title, in the time that counts."""
    from resolint.corpus.values import root_symbol

    if not entry.title or not entry.date:
        return ()
    return [
        one
        for one in corpus.titled(entry.title, entry.body)
        if one.date > entry.date
        and (before is None or one.date < before[: len(one.date)])
        and not one.draft_of
        and root_symbol(one.symbol) != root_symbol(own or "")
    ]


_CLAIM = regex.compiled(
    r"\b(?:as|which (?:is|are|was|were)|that (?:is|are|was|were)) "
    r"(?:contained|set out|set forth|stated|agreed(?: upon)?|adopted|laid down|expressed|enshrined|reaffirmed|recognized) in\b"
)
_CLAIM_WORDS = 8
_FOUND = 0.6


@check("AGR009")
def agreement_claimed(document: Document, context: Context) -> Iterator[Hit]:
    """Words said to be contained in a resolution that does not have them."""
    if context.corpus is None:
        return
    finder: Finder = context.corpus.finder
    for block, cited in _citing(document):
        for claim in _CLAIM.finditer(block.text):
            after = [one for one in cited if claim.end() <= one.span.start <= claim.end() + 80]
            found = _cited(finder, after[0]) if after else None
            if found is None:
                continue
            corpus, entry = found
            start, end = _claimed(block, claim.start())
            words = block.text[start:end]
            if len(words.split()) >= _CLAIM_WORDS and _share(words, corpus, entry) < _FOUND:
                yield Hit(block.span(start, end), {"source": _named(entry)})


def _claimed(block: Block, end: int) -> tuple[int, int]:
    """The words before the claim, from the opening or the last semicolon on."""
    start = max(block.lead, block.text.rfind(";", 0, end) + 1)
    while start < end and not block.text[start].isalnum():
        start += 1
    while end > start and not block.text[end - 1].isalnum():
        end -= 1
    return start, end


def _share(words: str, corpus: Corpus, entry: Entry) -> float:
    """How many of the words that carry meaning stand in one paragraph of a text, at best."""
    from resolint.corpus.folding import key

    ours = {word for word in key(words, corpus.lexicon) if len(word) > 3}
    if not ours:
        return 1.0
    return max(
        (len(ours & set(key(passage.text, corpus.lexicon))) / len(ours) for passage in corpus.passages(entry.id)),
        default=1.0,
    )
