"""From a row of blocks to a Document: masthead, acts, kind. Never fails; what finds no place stays ``body``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from resolint.lexicon import Lexicon
from resolint.lexicon.kinds import amends, first_headings, letter, report
from resolint.lexicon.masthead import is_letterhead
from resolint.model import Act, Block, Document, DocumentKind, Origin, Reading, Span
from resolint.model import Heading as Place
from resolint.regex import compiled
from resolint.structure import labels
from resolint.structure.acts import Naming, kind_of, name_act, read_act
from resolint.structure.anchors import Anchor, find_anchors
from resolint.structure.head import HeadFields, finish, take_hidden, take_hints, take_line, told_apart
from resolint.structure.lines import is_adoption, is_sentence
from resolint.structure.rows import BlockView, is_heading, is_rule, is_star_note, row_of

_OUTSIDE = ("header", "footer", "frame", "note")
_FURNITURE = ("header", "footer")
_LONGEST_HEAD = 60
_TOP = 25
_PROSE = 500


def build(reading: Reading, origin: Origin, lexicon: Lexicon) -> Document:
    """Find the structure of what a reader handed over. Every block with words finds one place; nothing is refused.

    Citations are left empty: they are another room's. ``confidence`` is that of the weakest act, or says how sure
    the kind is where there is none.
    """
    rows, aside = _rows(reading.blocks, lexicon)
    heading = HeadFields(lexicon)
    printed, hidden = told_apart(reading, origin)
    take_hints(heading, printed)
    anchors = find_anchors(
        rows, lexicon, next((value for name, value, _ in reading.hints if name == "kind"), "").lower()
    )
    above = rows[: anchors[0].row] if anchors else rows[:_LONGEST_HEAD]
    taken = _masthead(heading, above, aside, lexicon)
    take_hidden(heading, hidden)
    stated = heading.values.get("kind", "").lower()
    acts = _acts(rows, anchors, taken, heading, stated, lexicon)
    kind, confidence = _kind(rows, acts, heading, above, stated)
    if kind == "amendment":
        acts = ()
    if not acts:
        above = _bare_head(rows[:_LONGEST_HEAD], taken, lexicon)
    return Document(
        origin=_with_masthead(origin, heading),
        kind=kind,
        head=finish(heading, _head_blocks(aside, above, acts, taken)),
        acts=acts,
        blocks=tuple(block for block in reading.blocks if block.id not in heading.stale),
        footnotes=reading.footnotes,
        directives=reading.directives,
        comments=reading.comments,
        confidence=confidence,
        bookmarks=reading.bookmarks,
        language=lexicon.language,
    )


def _rows(blocks: Sequence[Block], lexicon: Lexicon) -> tuple[list[BlockView], list[BlockView]]:
    """The rows of the text, and those of headers, footers and frames. Layout tables that hold the text are text."""
    rows: list[BlockView] = []
    aside: list[BlockView] = []
    parted = False
    for index, block in enumerate(blocks):
        row = row_of(block, index, lexicon)
        if is_rule(row):
            parted = True
            continue
        if row.words:
            row.parted, parted = parted, False
        outside = block.kind in _OUTSIDE or is_star_note(block) or _is_note_below(row, rows)
        (aside if outside else rows).append(row)
    cells = [row for row in rows if row.block.kind == "cell"]
    if cells and _cells_hold_text(rows, cells):
        for row in cells:
            row.block = replace(row.block, kind="paragraph")
    return rows, aside


def _is_note_below(row: BlockView, above: Sequence[BlockView]) -> bool:
    """Whether a row below a drawn line is a note to the numbered text above it that lost its mark, not the rest of it."""
    if not row.parted or row.label or row.block.kind != "paragraph" or row.words[:1].islower():
        return False
    return row.opening is None and not row.guess and row.ends(".") and any(other.label for other in above)


def _cells_hold_text(rows: Sequence[BlockView], cells: Sequence[BlockView]) -> bool:
    opened = sum(1 for row in rows if row.opening is not None and row.ends(",;:."))
    inside = sum(1 for row in cells if row.opening is not None and row.ends(",;:."))
    return inside > 2 and inside > 0.5 * opened


def _with_masthead(origin: Origin, heading: HeadFields) -> Origin:
    """``origin`` without the loss of a masthead that is printed in the text after all."""
    found = [heading.spans.get(name) for name in ("symbol", "distribution")]
    if "masthead" not in origin.lost or all(span is None or span.block.startswith("front/") for span in found):
        return origin
    return replace(origin, lost=tuple(word for word in origin.lost if word != "masthead"))


def _masthead(
    heading: HeadFields, above: Sequence[BlockView], aside: Sequence[BlockView], lexicon: Lexicon
) -> set[str]:
    """Take in the lines above the text; gives the ids of those that said something."""
    taken: set[str] = set()
    for row in aside:
        unmarked = row.block.kind == "paragraph" and not is_star_note(row.block)
        if row.block.kind != "frame" and not unmarked and not row.id.startswith("front/"):
            take_line(heading, row)
    rows = [*above[:_TOP], *above[-_LONGEST_HEAD:]] if len(above) > 3 * _LONGEST_HEAD else above
    for row in rows:
        if is_letterhead(row.words, lexicon) or (not _is_text(row) and take_line(heading, row, title=row is rows[-1])):
            taken.add(row.id)
    heading.settle()
    taken |= {span.block for name, span in heading.spans.items() if name not in ("title", "subtitle", "topic")}
    return taken


def _is_text(row: BlockView) -> bool:
    """Whether a row is a paragraph of running text rather than a line of a masthead."""
    return (labels.is_plain(row.label) and row.ends(".;,")) or (row.opening is not None and row.ends(",;."))


def _acts(
    rows: Sequence[BlockView],
    anchors: Sequence[Anchor],
    taken: set[str],
    heading: HeadFields,
    stated: str,
    lexicon: Lexicon,
) -> tuple[Act, ...]:
    acts: list[Act] = []
    for at, anchor in enumerate(anchors):
        first = at == 0
        above = rows[anchor.head : anchor.row]
        declared = anchor.kind == "we"
        naming = name_act(
            above, frozenset(taken) if first else frozenset(), from_top=declared and not first, skipped=2 * declared
        )
        if first and naming.title is None:
            naming = naming._replace(title=_agenda_or_topic(rows[: anchor.row], heading, naming, taken))
        stop = anchors[at + 1].head if at + 1 < len(anchors) else len(rows)
        label = heading.values.get("label", "") if first or len(anchors) == 1 else ""
        kind = kind_of(anchor, naming, label, stated if len(anchors) == 1 else "")
        act, _ = read_act(rows[anchor.row : max(stop, anchor.row + 1)], anchor, naming, kind, lexicon)
        if not first and naming.rest:
            act = _with_rest(act, naming.rest)
        acts.append(act)
    return tuple(acts)


def _with_rest(act: Act, rest: Sequence[BlockView]) -> Act:
    """The act with the lines above it that gave neither number nor title: headings, and what finds no place."""
    headings = tuple(Place(row.block.span(), 0) for row in rest if is_heading(row) and not is_adoption(row))
    used = {heading.span.block for heading in headings}
    body = tuple(row.id for row in rest if row.id not in used)
    return replace(act, headings=(*headings, *act.headings), body=tuple(dict.fromkeys((*body, *act.body))))


def _agenda_or_topic(above: Sequence[BlockView], heading: HeadFields, naming: Naming, taken: set[str]) -> Span | None:
    """The title where only a topic line (Model United Nations) states it."""
    topic = heading.spans.get("topic")
    if topic is not None and naming.heading is None and any(row.id == topic.block for row in above):
        taken.discard(topic.block)
        return topic
    return None


def _kind(
    rows: Sequence[BlockView], acts: Sequence[Act], heading: HeadFields, above: Sequence[BlockView], stated: str
) -> tuple[DocumentKind, float]:
    known: tuple[DocumentKind, ...] = ("resolution", "decision", "declaration", "amendment", "report", "other")
    for kind in known:
        if stated == kind or (stated and kind in stated):
            return kind, min((act.confidence for act in acts), default=1.0)
    if _is_amendment(rows, acts, heading, above):
        return "amendment", 0.9
    if acts:
        return _kind_of_acts(rows, acts), min(act.confidence for act in acts)
    return _kind_without_acts(rows, heading, above)


def _is_amendment(
    rows: Sequence[BlockView], acts: Sequence[Act], heading: HeadFields, above: Sequence[BlockView]
) -> bool:
    if "amendment" in heading.values.get("label", "").lower():
        return True
    if compiled(r"/Amend\.\d+\Z").search(heading.values.get("symbol", "")):
        return True
    lines = above[-12:] if acts else rows[:20]
    return any(len(row.words) < 300 and amends(row.words, heading.lexicon) for row in lines)


def _kind_of_acts(rows: Sequence[BlockView], acts: Sequence[Act]) -> DocumentKind:
    """The kind of most acts, unless they take up the smaller part of a report."""
    placed = sum(len(ids) for ids in map(_ids_of, acts))
    if len(rows) > 3 * placed + 30:
        return "report"
    return Counter(act.kind for act in acts).most_common(1)[0][0]


def _ids_of(act: Act) -> set[str]:
    found = {*act.closing, *act.body}
    for part in (act.preamble, act.operative, *(annex.paragraphs for annex in act.annexes)):
        for clause in part:
            for below in clause.walk():
                found.update(below.blocks)
    for annex in act.annexes:
        found.update(annex.body)
    return found


def _kind_without_acts(
    rows: Sequence[BlockView], heading: HeadFields, above: Sequence[BlockView]
) -> tuple[DocumentKind, float]:
    """A report is titled as one, or is numbered prose under a symbol or masthead."""
    titled = any(report(row.words, heading.lexicon) for row in above[:25] if len(row.words) < 300 and not _is_text(row))
    if any(letter(row.words, heading.lexicon) for row in above[:10]):
        return "report", 0.8
    text = [row for row in rows if len(row.words) > 60 and row.block.kind == "paragraph"]
    numbered = sum(1 for row in text if labels.is_plain(row.label) and row.ends("."))
    issued = any(name in heading.values for name in ("symbol", "session", "distribution", "agenda_item"))
    if titled and (issued or numbered > 2):
        return "report", 0.9
    if numbered > 3 and numbered > 0.25 * len(text):
        return "report", 0.8 if issued else 0.6
    return ("report", 0.6) if issued and len(text) > 12 else ("other", 0.5)


def _bare_head(rows: Sequence[BlockView], taken: set[str], lexicon: Lexicon) -> list[BlockView]:
    """The lines of the masthead of a text without acts: down to its first heading or paragraph of running text."""
    found: list[BlockView] = []
    headings = first_headings(lexicon)
    for row in rows:
        ends = row.label or len(row.words) > 200 or row.block.kind == "cell" or row.words.lower() in headings
        if ends and row.id not in taken and not is_adoption(row):
            break
        found.append(row)
    return found if taken else []


def _head_blocks(
    aside: Sequence[BlockView], above: Sequence[BlockView], acts: Sequence[Act], taken: set[str]
) -> tuple[str, ...]:
    """The ids of the masthead's lines in order: what stands above the first title, front matter, star notes."""
    drafts = bool(acts)
    used = {span.block for act in acts[:1] for span in (act.title, act.heading) if span is not None}
    found = [row for row in aside if row.block.kind not in _FURNITURE or row.id.startswith("front/")]
    prose = False
    for row in above:
        prose = prose or len(row.words) > _PROSE
        if row.id not in used and (row.id in taken or not (drafts and (prose or _is_text(row) or is_sentence(row)))):
            found.append(row)
    return tuple(row.id for row in sorted(found, key=lambda row: row.index))
