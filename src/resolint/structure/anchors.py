"""Finds where the acts of a draft begin: organ lines, leads of declarations, run-in decisions, or bare openings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from resolint.frozen import NamedTuple
from resolint.lexicon import Lexicon
from resolint.lexicon.sponsors import sponsors_line
from resolint.regex import lazy
from resolint.structure import labels
from resolint.structure.lines import (
    ActLine,
    OrganLine,
    act_line,
    annex_line,
    could_be_title,
    is_adoption,
    is_closing,
    letter_line,
    meeting_decision,
    nearly_organ_line,
    organ_line,
)
from resolint.structure.rows import BlockView, is_heading, lists_measures, opens_otherwise

_WE = lazy(
    r"[“\"\[]?We,? (?:the |heads |ministers |leaders |representatives |states |members |peoples |governments )",
    re.IGNORECASE,
)
_PARTIES = lazy(r"The (?:High )?(?:Contracting |States )?(?:Parties|States)\b", re.IGNORECASE)
_LEADS = lazy(
    r"(?:[^.;:]{0,120}\b)?(?:we|the [a-z ]{3,40}) (?:\w+ly |hereby |therefore ){0,2}"
    r"(?:recommend|decide|resolve|agree|request|invite|urge|propose|call(?:s)? (?:up)?on)s?\b[^.;]{0,160}:",
    re.IGNORECASE,
)
_ANNOUNCED = 30
_NEAR = 4
_LEAD_ROWS = 30
_HEAD_ROWS = 6


class Anchor(NamedTuple):
    """The row at which an act begins, its organ line if it has one, and how sure that is.

    ``kind`` is *organ*, *we*, *meeting* or *openings*; ``head`` is the row where the lines above it begin.
    """

    row: int
    kind: str
    organ: OrganLine | None
    head: int
    confidence: float


def find_anchors(rows: Sequence[BlockView], lexicon: Lexicon, stated: str = "") -> list[Anchor]:
    """The anchors of all acts in order, none for a text without acts.

    Where the draft says that it is a resolution or decision (``stated``), it has one, however little of its frame
    is there.
    """
    lines = [act_line(row) if row.block.kind not in ("cell",) else None for row in rows]
    found: list[Anchor] = []
    annexed = False
    for at, row in enumerate(rows):
        if found and annex_line(row) is not None:
            annexed = True
            continue
        anchor = _anchor(rows, at, lines, found, annexed, lexicon)
        if anchor is not None:
            found.append(anchor)
            annexed = False
    if not found:
        found = _by_openings(rows, "resolution" in stated or "decision" in stated)
    return found


def _anchor(
    rows: Sequence[BlockView],
    at: int,
    lines: Sequence[ActLine | None],
    found: Sequence[Anchor],
    annexed: bool,
    lexicon: Lexicon,
) -> Anchor | None:
    row = rows[at]
    floor = found[-1].row + 1 if found else 0
    organ = organ_line(row, lexicon)
    if organ is not None:
        if found and _repeats(rows, at, found[-1]):
            return None
        if not _organ_fits(rows, at, organ, lines, floor, annexed, lexicon):
            return None
        return Anchor(at, "organ", organ, _head(rows, at, lines, floor), 1.0 if organ.known else 0.8)
    if not annexed and (nearly := _nearly_organ(rows, at, lexicon)):
        return Anchor(at, "organ", nearly, _head(rows, at, lines, floor), 0.8)
    if not annexed and _leads_declaration(rows, at, bool(found) and found[-1].kind == "we"):
        return Anchor(at, "we", None, _headings_above(rows, at, floor), 0.9)
    if (named := meeting_decision(row, lexicon)) and (_named_above(lines, at, floor) or not found):
        if not found and not _few(rows, at) and not _named_above(lines, at, floor):
            return None
        line = OrganLine(named[0], named[1], row.start, True, True)
        return Anchor(at, "meeting", line, _head(rows, at, lines, floor), 0.8)
    line_above = _named_above(lines, at, max(floor, at - 3))
    if line_above and not annexed and _opens(row) and not _organ_near(rows, at, lexicon):
        return Anchor(at, "openings", None, _head(rows, at, lines, floor), 0.7)
    return None


def _nearly_organ(rows: Sequence[BlockView], at: int, lexicon: Lexicon) -> OrganLine | None:
    """The line that nearly names an organ right before a preamble."""
    following = next((row for row in rows[at + 1 : at + _NEAR] if row.words), None)
    if following is None or following.label or following.guess != "participle":
        return None
    return nearly_organ_line(rows[at], lexicon)


def _organ_fits(
    rows: Sequence[BlockView],
    at: int,
    organ: OrganLine,
    lines: Sequence[ActLine | None],
    floor: int,
    annexed: bool,
    lexicon: Lexicon,
) -> bool:
    """Whether the text around confirms that a line which looks like an organ line is one."""
    row = rows[at]
    if organ.run_in:
        above = at > 0 and (_named_above(lines, at, floor) or _sponsored(rows, at, lexicon))
        return above or (floor == 0 and _few(rows, at))
    if organ.rest < row.end:
        return True
    following = next((r for r in rows[at + 1 : at + _NEAR] if r.words and not is_heading(r)), None)
    if following is None:
        return organ.known and row.words.endswith(",")
    if annexed and _PARTIES.match(row.words):
        return False
    if following.opening is not None and following.opening.mood != "plural":
        return True
    if organ.known:
        return row.words.endswith(",") or following.guess != "" or bool(following.label) or floor == 0
    return following.guess in ("participle", "participle?", "third") and not annexed


def _repeats(rows: Sequence[BlockView], at: int, before: Anchor) -> bool:
    """Whether an organ line stands again in the act that another has opened: nothing but a preamble is between."""
    between = rows[before.row + 1 : at]
    return before.kind == "organ" and all(row.guess.startswith("participle") and not row.label for row in between)


def _sponsored(rows: Sequence[BlockView], at: int, lexicon: Lexicon) -> bool:
    return any(sponsors_line(r.text, r.start, r.end, lexicon) for r in rows[max(0, at - 4) : at])


def _few(rows: Sequence[BlockView], at: int) -> bool:
    """Whether only a few paragraphs follow, as in a decision that stands alone."""
    return sum(1 for row in rows[at + 1 :] if len(row.words) > 80) < 6


def _leads_declaration(rows: Sequence[BlockView], at: int, within: bool) -> bool:
    """Whether a row is the lead of a declaration, or its first numbered paragraph after *Adopts the following …:*."""
    row = rows[at]
    if not row.label:
        return bool(_WE.match(row.words)) and _declares(rows, at)
    if within or row.label.strip("().") != "1" or row.guess not in ("we", "plural"):
        return False
    for above in reversed(rows[max(0, at - _ANNOUNCED) : at]):
        if above.label and not is_heading(above):
            return False
        if above.guess == "third" and above.opening is not None:
            return above.ends(":") or is_heading(rows[at - 1])
    return False


def _declares(rows: Sequence[BlockView], at: int) -> bool:
    """Whether plural verbs or paragraphs that begin with *We* follow a lead."""
    following = [row for row in rows[at + 1 : at + 9] if row.words and not is_heading(row)]
    return any(row.guess in ("plural", "we") or row.opening is not None for row in following[:5])


def _named_above(lines: Sequence[ActLine | None], at: int, floor: int) -> bool:
    return any(lines[index] is not None for index in range(max(floor, at - _NEAR), at))


def _opens(row: BlockView) -> bool:
    if row.opening is None or row.opening.mood == "plural" or is_heading(row):
        return False
    return row.ends(",;:.") and (not row.label or row.label in ("1.", "1"))


def _organ_near(rows: Sequence[BlockView], at: int, lexicon: Lexicon) -> bool:
    return any(organ_line(row, lexicon) is not None for row in rows[at + 1 : at + 3])


def _by_openings(rows: Sequence[BlockView], stated: bool) -> list[Anchor]:
    """One act without an organ line, where most paragraphs open as those of a resolution do, or ``stated`` says so."""
    first = next((at for at, row in enumerate(rows) if _is_first(row)), None)
    if first is None:
        begun = stated or _leads(rows) or _in_sections(rows)
        return [Anchor(at, "openings", None, 0, 0.4) for at in _first_text(rows)] if begun else []
    start = _preamble_above(rows, first)
    text = [row for row in rows[start:] if row.words and not is_heading(row) and not is_closing(row)]
    upper = [row for row in text if not _is_item(row)]
    opened = sum(1 for row in upper if _opens_somehow(row))
    enough = bool(upper) and opened >= 0.5 * len(upper) and (opened > 1 or len(text) <= 3)
    return [Anchor(start, "openings", None, 0, min(0.7, 0.4 + 0.05 * opened))] if enough or stated else []


def _leads(rows: Sequence[BlockView]) -> bool:
    """Whether a sentence such as *We recommend that all States:* parts prose without numbers from a list of them."""
    at = next((at for at, row in enumerate(rows[:_LEAD_ROWS]) if not row.label and _LEADS.fullmatch(row.words)), None)
    if at is None or any(row.label for row in rows[:at]):
        return False
    below = [row for row in rows[at + 1 :] if row.words]
    numbered = sum(1 for row in below if labels.is_plain(row.label))
    return bool(below) and below[0].label.strip("().:") == "1" and numbered > max(2, 0.6 * len(below))


def _in_sections(rows: Sequence[BlockView]) -> bool:
    """Whether a text is nothing but the sections of one number (*5.1*, *5.2*, *5.2.1*), one of which lists measures."""
    text = [row for row in rows if row.words and not is_heading(row)]
    first = {row.label.partition(".")[0] if labels.sections(row.label) > 1 else "" for row in text}
    one = len(text) > _NEAR and len(first) == 1 and "" not in first
    return one and any(lists_measures(text, at) for at in range(len(text)))


def _opens_somehow(row: BlockView) -> bool:
    if row.opening is None:
        return opens_otherwise(row)
    return row.opening.mood != "plural"


def _preamble_above(rows: Sequence[BlockView], first: int) -> int:
    """The first of the paragraphs right above that begin as a preamble does, whatever mark ends them.

    A line without a mark at their head is a title (*Strengthening …*).
    """
    start = first
    while start and rows[start - 1].guess.startswith("participle") and rows[start - 1].block.kind == "paragraph":
        start -= 1
    while start < first and rows[start].unfinished and rows[start].opening is None:
        start += 1
    return start


def _first_text(rows: Sequence[BlockView]) -> list[int]:
    """The first paragraph of running text, where no paragraph opens as those of a resolution do."""
    text = (at for at, row in enumerate(rows) if row.words and row.block.kind == "paragraph" and not row.unfinished)
    return list(islice(text, 1))


def _is_first(row: BlockView) -> bool:
    if opens_otherwise(row) and row.block.kind == "paragraph":
        return True
    if row.opening is None or row.opening.mood == "plural" or row.block.kind in ("heading", "cell"):
        return False
    return row.ends(",") if row.opening.mood == "participle" else row.ends(";:.,")


def _is_item(row: BlockView) -> bool:
    return bool(row.label) and row.label[:-1].strip("()").isalpha()


def _head(rows: Sequence[BlockView], at: int, lines: Sequence[ActLine | None], floor: int) -> int:
    """The row at which the lines above an act begin, down to ``floor``; all of them for the first act."""
    if floor == 0:
        return 0
    first, named = at, False
    for index in range(at - 1, max(floor, at - _HEAD_ROWS) - 1, -1):
        row = rows[index]
        if lines[index] is not None or letter_line(row):
            first, named = index, True
        elif named or not _above(row):
            break
        elif index >= at - 1 and (is_heading(row) or row.unfinished):
            first = index
    return first


def _headings_above(rows: Sequence[BlockView], at: int, floor: int) -> int:
    """The row at which the headings directly above the lead of a declaration begin."""
    if floor == 0:
        return 0
    first = at
    while first > max(floor, at - _HEAD_ROWS) and is_heading(rows[first - 1]) and annex_line(rows[first - 1]) is None:
        first -= 1
    return first


def _above(row: BlockView) -> bool:
    return (could_be_title(row) and not is_closing(row)) or is_adoption(row)
