"""Reads a draft in a language other than English: by its marks, its numbers and the openings that its tables know.

All official languages part a resolution alike: preambular paragraphs end with a comma, operative ones bear numbers and
end with a semicolon, the last with a full stop. Where verbs tell the part as well (French, Spanish, Russian, Arabic)
they are asked; Chinese verbs stand in both parts, and mark and number decide.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from resolint.lexicon import Lexicon
from resolint.lexicon.labels import letters
from resolint.lexicon.marks import BLANKS, words_end
from resolint.lexicon.tongues import ARABIC_ALPHABET, Tongue, plain
from resolint.model import Act, Annex, Block, Clause, Document, DocumentKind, Heading, Origin, Reading, Role, Span
from resolint.regex import lazy
from resolint.structure import labels
from resolint.structure.annexes import AnnexReader
from resolint.structure.clauses import Tree, clause
from resolint.structure.head import HeadFields, finish, take_hidden, take_hints, told_apart
from resolint.structure.lines import AnnexLine
from resolint.structure.rows import BlockView, is_rule, is_star_note
from resolint.structure.tongue_head import parted, take_masthead

_OUTSIDE = ("header", "footer", "frame", "note")
_SHORT = 160
_MASTHEAD = 10
"""So far above the organ line the masthead names the organ."""
_NOTE = lazy(r"\d{1,3}[.,]? (?=[^\W\d])|(?:\w{1,9} )?[A-Z]{1,2}/(?:[A-Z0-9.]+/)?\d")
_ANNEX_NUMBER = lazy(r"(?: ?(?:[IVXLC]{1,6}|[A-Z]|\d{1,2}|[一二三四五六七八九十]{1,3})(?!\w))?[*\ufffc]*(?!\w)")
_MOODS = {"preambular": "participle", "operative": "third"}


def build(reading: Reading, origin: Origin, tongue: Tongue, english: Lexicon) -> Document:
    """The structure of a draft in the language of ``tongue``; symbols and the like are read with ``english``."""
    views = [_row(block, index, tongue) for index, block in enumerate(reading.blocks)]
    _count_on(views)
    rows = [
        view for view in views if view.block.kind not in _OUTSIDE and not is_star_note(view.block) and not is_rule(view)
    ]
    starts = _starts(rows, tongue)
    heading = HeadFields(english)
    printed, hidden = told_apart(reading, origin)
    take_hints(heading, [parted(hint, tongue) for hint in printed])
    above = rows[: starts[0]] if starts else rows[:25]
    unseen = {span.block for *_, span in hidden if span is not None}
    furniture = [view for view in views if view not in rows and view.id not in unseen]
    taken = take_masthead(heading, [*furniture, *(row for row in above if row.id not in unseen)], tongue)
    taken |= {view.id for view in views if view.block.kind == "frame" or view.id.startswith("front/")}
    take_hidden(heading, [parted(hint, tongue) for hint in hidden])
    stated = heading.values.get("kind", "").lower()
    kind = _kind(above, stated, tongue)
    acts = []
    for at, start in enumerate(starts):
        stop = starts[at + 1] if at + 1 < len(starts) else len(rows)
        before = rows[starts[at - 1] + 1 if at else 0 : start]
        title = _title([row for row in before if row.id not in taken], tongue, 4 if at else len(before))
        acts.append(_act(rows[start:stop], title, kind, tongue))
    used = {span.block for act in acts[:1] for span in (act.title,) if span is not None}
    # Headers and footers, where the masthead may stand too, are told by their kind.
    text = [view for view in views if view.block.kind not in ("header", "footer") or view.id.startswith("front/")]
    head = [
        view.id
        for view in text
        if (view.id in taken or (acts and view in above and view.id not in used)) and view.id not in heading.stale
    ]
    return Document(
        origin=origin,
        kind=kind if acts else "other",
        head=finish(heading, tuple(head)),
        acts=tuple(acts),
        blocks=tuple(block for block in reading.blocks if block.id not in heading.stale),
        footnotes=reading.footnotes,
        directives=reading.directives,
        comments=reading.comments,
        confidence=min((act.confidence for act in acts), default=0.5),
        bookmarks=reading.bookmarks,
        language=tongue.code,
    )


def _row(block: Block, index: int, tongue: Tongue) -> BlockView:
    """``block`` with plain marks and digits, its number as English writes it, and the mood of its first words."""
    text = plain(block.text)
    label, start = plain(block.label), block.lead
    if block.kind not in ("header", "footer", "frame"):
        if label:
            label = tongue.label(f"{label} ")[0] or label
        else:
            label, start = tongue.label(text)
            if not label:
                label, start = labels.typed(text)
    while start < len(text) and text[start] in BLANKS + "\u00ad\u200e\u200f":
        start += 1
    end = max(start, words_end(text))
    words = text[start:end]
    opening, part = tongue.opening(words) if words else (None, "")
    if opening is None and words[:1] in '[("“«' and words:
        opening, part = None, tongue.opening(words[1:])[1]
    dated = tongue.says("date", words)
    is_date = not label and dated is not None and dated.end() == len(words.rstrip("."))
    shadow = replace(block, text=text, label=label, lead=start if block.lead else 0)
    return BlockView(
        shadow, index, text, label, start, end, words, tongue.lexicon, _MOODS.get(part, part), opening, is_date
    )


def _count_on(views: Sequence[BlockView]) -> None:
    """Count letters that stand for two numbers by the one before them: a Cyrillic *е* behind *д* is no Latin *e*, and an
    Arabic list in which *ت* follows *ب* goes by the order of dictionaries.
    """
    before, alphabetic = "", False
    for view in views:
        letter = view.text[: view.start].strip(" ()") if view.label else ""
        alphabetic = bool(letter) and (alphabetic or (before, letter) == ("ب", "ت")) and letter in ARABIC_ALPHABET[2:]
        if alphabetic:
            view.label = f"({letters(ARABIC_ALPHABET.index(letter) + 1)})"
        elif (before, letter) == ("д", "е"):
            view.label = "(f)"
        before = letter or before


def _starts(rows: Sequence[BlockView], tongue: Tongue) -> list[int]:
    """The rows at which acts begin: organ lines that a paragraph follows; else the first row that opens like one."""
    found: list[int] = []
    for at, row in enumerate(rows):
        if row.label or row.block.kind == "heading" or not row.words:
            continue
        organ = tongue.organ(row.words)
        if organ is None or (
            organ and not row.ends(",:") and _said_again(organ, rows[at + 1 : at + _MASTHEAD], tongue)
        ):
            continue
        below = next((later for later in rows[at + 1 : at + 6] if later.words and not _headed(later)), None)
        opens = below is not None and (
            below.guess != "" or labels.is_plain(below.label) or (organ and below.ends(",;"))
        )
        if opens and (row.ends(",:") or (organ and below is not None and below.guess)):
            found.append(at)
    if found:
        return found
    return _openings(rows)


def _said_again(organ: str, below: Sequence[BlockView], tongue: Tongue) -> bool:
    """Whether the organ line proper comes further down: the line without its mark is the masthead's."""
    return any(row.ends(",:") and tongue.organ(row.words) == organ for row in below)


def _openings(rows: Sequence[BlockView]) -> list[int]:
    """The first of the paragraphs that open as those of a resolution do, where there are several."""
    whole = [
        at
        for at, row in enumerate(rows)
        if row.opening is not None and row.ends(",;") and row.block.kind == "paragraph"
    ]
    if not whole or (len(whole) < 2 and len(rows) > 3):
        return []
    first = whole[0]
    while first and rows[first - 1].guess == "participle" and rows[first - 1].ends(","):
        first -= 1
    return [first]


def _headed(row: BlockView) -> bool:
    return row.block.kind == "heading" or (
        row.unfinished and not row.label and len(row.words) < _SHORT and row.opening is None and not _joins(row)
    )


def _joins(row: BlockView) -> bool:
    """Whether a row begins with the particle that opens every preambular paragraph in Arabic, known verb or not."""
    return row.guess == "participle" and row.lexicon.language == "ar"


def _kind(above: Sequence[BlockView], stated: str, tongue: Tongue) -> DocumentKind:
    if stated in ("resolution", "decision", "declaration"):
        return stated  # type: ignore[return-value]
    drafts = [row.words for row in above if len(row.words) < _SHORT]
    decision, resolution = tongue.patterns.get("decision"), tongue.patterns.get("resolution")
    for words in drafts:
        if resolution is not None and resolution.search(words):
            return "resolution"
        if decision is not None and decision.search(words):
            return "decision"
    return "resolution"


def _title(rows: Sequence[BlockView], tongue: Tongue, most: int) -> Span | None:
    """The last line above the organ line that closes with no mark and says nothing else."""
    for row in reversed(rows[-most:] if most else ()):
        words = row.words
        if not words or row.label or tongue.says("adoption", words) or tongue.says("closing", words) or row.is_date:
            continue
        if row.block.kind == "heading" or (len(words) < 500 and words[-1] not in ",;:."):
            return Span(row.id, row.start, row.end)
    return None


def _act(rows: Sequence[BlockView], title: Span | None, kind: DocumentKind, tongue: Tongue) -> Act:
    reader = _Reader(tongue)
    organ = None
    if tongue.organ(rows[0].words) is not None:
        organ = Span(rows[0].id, rows[0].start, rows[0].end)
        rows = rows[1:]
    reader.read(rows)
    return reader.act(kind, title, organ)


class _Reader:
    """The parts of one act while its rows are read."""

    def __init__(self, tongue: Tongue) -> None:
        self.tongue = tongue
        self.tree = Tree()
        self.operative = False
        self.new_section = False
        self.headings: list[tuple[BlockView, int]] = []
        self.closing: list[str] = []
        self.body: list[str] = []
        self.annexes: list[Annex] = []
        self.annex: AnnexReader | None = None

    def read(self, rows: Sequence[BlockView]) -> None:
        """Read all rows below the organ line."""
        upcoming = [""] * len(rows)
        for at in range(len(rows) - 2, -1, -1):
            upcoming[at] = rows[at + 1].label or upcoming[at + 1]
        for at, row in enumerate(rows):
            self._row(row, upcoming[at])
        self._close()

    def _close(self) -> None:
        if self.annex is not None:
            self.annexes.append(self.annex.finish())
            self.annex = None

    def _row(self, row: BlockView, upcoming: str) -> None:
        annexed = self._annex_line(row)
        if annexed is not None:
            self._close()
            self.annex = AnnexReader(row, annexed, self.tongue.lexicon)
        elif (not row.label and len(row.words) < 400 and self.tongue.says("closing", row.words)) or (
            self.closing and row.is_date
        ):
            self.closing.append(row.id)
        elif self.annex is not None:
            self.annex.take(row, upcoming)
        elif row.block.kind in ("cell", "textbox") or not row.words or self.closing or self._is_note(row):
            self.body.append(row.id)
        elif (not row.label or row.block.kind == "heading") and _headed(row) and not self._continues(row):
            self.headings.append((row, len(self.tree.top)))
            self.new_section = True
        elif row.label:
            self._labelled(row, upcoming)
        else:
            self._unlabelled(row, upcoming)

    def _is_note(self, row: BlockView) -> bool:
        """Whether a row is a note that a page left among the paragraphs (*12 Voir …*, *13 S/2006/379.*)."""
        return not row.label and _NOTE.match(row.words) is not None

    def _annex_line(self, row: BlockView) -> AnnexLine | None:
        found = self.tongue.says("annex", row.words) if not row.label else None
        if found is None or len(row.words) > 250 or row.ends(",;.") or not (self.tree.top or self.closing):
            return None
        number = _ANNEX_NUMBER.match(row.words, found.end())
        if number is None:
            return None
        rest = row.words[number.end() :]
        if rest and row.block.kind != "heading" and rest.lstrip(" ")[:1] not in "\n:.–—-":
            return None
        title = rest.lstrip(" \n:.–—-")
        return AnnexLine(" ".join(row.words[: number.end()].split()), row.end - len(title) if title else None)

    def _begin(self, row: BlockView, role: Role, reading: labels.Numeral | None = None) -> None:
        self.operative = self.operative or role == "operative"
        self.tree.begin(row, role, None, reading)
        self.new_section = False

    def _labelled(self, row: BlockView, upcoming: str) -> None:
        depth, reading = self.tree.where(row, upcoming)
        verb = row.guess in ("third", "both")
        fresh = reading.style == "1." and not self.operative and (verb or not self.tree.announces)
        if (
            depth
            and self.tree.path
            and not fresh
            and not (reading.style == "1." and self.operative and verb and row.ends(";.:"))
        ):
            self.tree.put(row, depth, reading)
        elif row.guess == "participle" and not self.operative and row.ends(","):
            self._begin(row, "preambular", reading)
        else:
            self._begin(row, "operative" if reading.style == "1." or not self.tree.top else self._last_role(), reading)

    def _last_role(self) -> Role:
        return self.tree.top[-1].role

    def _continues(self, row: BlockView) -> bool:
        """Whether a row is the rest of the paragraph before it, which nothing closed."""
        node = self.tree.current
        if node is None or self.new_section or row.opening is not None or _joins(row):
            return False
        small = self.tongue.small_goes_on and row.words[:1].islower() and not node.last.ends(",;.:")
        return node.last.unfinished or small

    def _unlabelled(self, row: BlockView, upcoming: str) -> None:
        if self._continues(row):
            self.tree.extend(row)
        elif not self.operative:
            self._in_preamble(row, upcoming)
        elif self.tree.announces or (self._among_items() and (row.opening is None or row.guess == "participle")):
            self.tree.item(row)
        elif row.guess in ("third", "both") and row.ends(";.:"):
            self._begin(row, "operative")
        elif row.guess in ("participle", "both") and row.ends(","):
            self._begin(row, "preambular")
        elif row.ends(";.:") and ((row.guess == "participle" and row.opening is not None) or self._numbers_lost()):
            self._begin(row, "operative")
        else:
            self.body.append(row.id)

    def _numbers_lost(self) -> bool:
        """Whether operative paragraphs bear no numbers here, and one goes on to the next, whatever verb opens that.

        Most of them have to open with verbs that are known, and below a list without labels the next may be an item.
        """
        top = self.tree.top
        operative = [node for node in top if node.role == "operative"]
        if not operative or operative[-1] is not top[-1] or top[-1].number or not top[-1].last.ends(";"):
            return False
        known = sum(node.rows[0].opening is not None for node in operative)
        return 2 * known >= len(operative) and all(child.number for node in top for child in node.children)

    def _among_items(self) -> bool:
        """Whether the innermost open paragraph is an unnumbered item of a list."""
        return len(self.tree.path) > 1 and not self.tree.path[-1].number

    def _in_preamble(self, row: BlockView, upcoming: str) -> None:
        # What stands before the first number is none of the numbered paragraphs, whatever mark ends it.
        before_numbers = upcoming in ("1.", "1") and row.guess in ("participle", "both")
        if row.ends(",") or before_numbers:
            self._begin(row, "preambular")
        elif row.guess in ("third", "both") and row.ends(";.:"):
            self._begin(row, "operative")
        elif row.guess == "participle":
            chinese = self.tongue.code == "zh" and row.ends(";.")
            self._begin(row, "operative" if chinese else "preambular")
        elif self.tree.announces:
            self.tree.item(row)
        elif self.tree.top and row.ends(";"):
            self._begin(row, "operative")
        else:
            self.body.append(row.id)

    def act(self, kind: DocumentKind, title: Span | None, organ: Span | None) -> Act:
        """The act that was read."""
        made: list[tuple[Role, Clause]] = [(node.role, clause(node, self.tongue.lexicon)) for node in self.tree.top]
        lost = len(self.body)
        sure = (
            (1.0 if organ else 0.7) * (1.0 if self.operative else 0.8) * (1 - 0.5 * lost / (lost + 2 * len(made) + 1))
        )
        return Act(
            kind=kind,
            number="",
            title=title,
            organ_line=organ,
            preamble=tuple(found for role, found in made if role == "preambular"),
            operative=tuple(found for role, found in made if role != "preambular"),
            annexes=tuple(self.annexes),
            headings=tuple(Heading(row.block.span(), before) for row, before in self.headings),
            closing=tuple(self.closing),
            body=tuple(dict.fromkeys(self.body)),
            confidence=round(sure, 3),
        )
