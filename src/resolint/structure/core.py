"""Reads the rows of one act from its organ line on: preamble, operative part, headings, closing lines and annexes.

A declaration keeps its numbered plural verbs in the operative part with the role ``paragraph``; its lead (*We, the
Ministers …,*) is its organ line, and participles below the lead are its preamble. Text that an operative paragraph
sets out in full (articles of an instrument) is neither preamble nor operative part and stays ``body``.
"""

from __future__ import annotations

from collections.abc import Sequence

from resolint.lexicon import Lexicon
from resolint.lexicon.marks import NEGOTIATED
from resolint.model import Act, Annex, Clause, DocumentKind, Heading, Role, Span
from resolint.structure import labels
from resolint.structure.annexes import AnnexReader
from resolint.structure.clauses import Tree, clause
from resolint.structure.lines import (
    AnnexLine,
    annex_line,
    formula_line,
    is_closing,
    is_roman,
    is_sentence,
    organ_line,
)
from resolint.structure.rows import (
    BlockView,
    is_article,
    is_gerund_heading,
    is_heading,
    is_titled,
    lists_measures,
    upcoming_labels,
)

_SHORT = 160
_THAT = ("That ", "That, ")
"""Words that take up the sentence of the paragraph before (*Considering that …; That …*)."""


class Core:
    """The parts of one act while its rows are read one after the other."""

    def __init__(self, lexicon: Lexicon, kind: DocumentKind) -> None:
        self.lexicon = lexicon
        self.kind = kind
        self.tree = Tree()
        self.headings: list[tuple[BlockView, int]] = []
        self.closing: list[str] = []
        self.body: list[str] = []
        self.annexes: list[Annex] = []
        self.annex: AnnexReader | None = None
        self.operative = False
        self.new_section = False
        self.foreign = False
        self.last_number = 0

    def read(self, rows: Sequence[BlockView]) -> None:
        """Read all rows after the organ line."""
        upcoming = upcoming_labels(rows)
        for at, row in enumerate(rows):
            self._row(row, upcoming[at], rows, at)
        self._close_annex()

    def _row(self, row: BlockView, upcoming: str, rows: Sequence[BlockView], at: int) -> None:
        heads = annex_line(row)
        if heads is not None:
            self._begin_annex(row, heads)
        elif is_closing(row) or (self.closing and row.is_date):
            self.closing.append(row.id)
        elif self.annex is not None:
            self.annex.take(row, upcoming)
        elif row.block.kind in ("cell", "textbox") or not row.words or self._names_organ(row):
            self.body.append(row.id)
        elif self.closing:
            (self.closing if len(row.words) < _SHORT or row.words[:1] == "[" else self.body).append(row.id)
        elif self._starts_annex(row, rows, at):
            self._begin_annex(row, None)
        else:
            self._text(row, upcoming, rows, at)

    def _names_organ(self, row: BlockView) -> bool:
        """Whether the organ line stands here again, which belongs to no paragraph."""
        return not self.operative and row.words[-1:] in ",:" and organ_line(row, self.lexicon) is not None

    def _begin_annex(self, row: BlockView, line: AnnexLine | None) -> None:
        self._close_annex()
        self.annex = AnnexReader(row, line, self.lexicon)

    def _close_annex(self) -> None:
        if self.annex is not None:
            self.annexes.append(self.annex.finish())
            self.annex = None

    def _starts_annex(self, row: BlockView, rows: Sequence[BlockView], at: int) -> bool:
        """In a declaration, whether a heading begins a plan of action: prose that restarts the numbers."""
        if self.kind != "declaration" or self.last_number < 30 or row.label or not is_heading(row):
            return False
        for following in rows[at + 1 : at + 25]:
            if annex_line(following) is not None or is_closing(following):
                return False
            if labels.is_plain(following.label) and following.ends(".;:,"):
                return following.label.strip(".") == "1" and following.guess not in ("plural", "we")
        return False

    def _text(self, row: BlockView, upcoming: str, rows: Sequence[BlockView], at: int) -> None:
        if self._lost_paragraph(row, rows, at):
            self.foreign = False
            self.last_number += 10
            self._begin(row, "operative")
        elif self._is_heading(row, upcoming) or (not row.label and is_article(row)):
            self._heading(row, upcoming)
        elif self.foreign and not self._resumes(row):
            self.body.append(row.id)
        elif row.label:
            self.foreign = False
            self._labelled(row, upcoming, rows, at)
        else:
            self._unlabelled(row, upcoming, rows, at)

    def _is_heading(self, row: BlockView, upcoming: str) -> bool:
        if row.label and row.block.kind != "heading" and labels.is_plain(row.label):
            return self._numbered_heading(row, upcoming)
        if self.operative and not row.label and not self.tree.announces and is_gerund_heading(row):
            return True
        if not (is_heading(row) or is_roman(row)) or self._open_preamble(row):
            return False
        if row.block.kind == "heading":
            return True
        if row.label:
            readings = labels.readings(row.label)
            return not any(r.style == level.style for r in readings for level in self.tree.levels)
        return not (self.tree.announces and row.guess == "third?" and len(row.words) > 60)

    def _open_preamble(self, row: BlockView) -> bool:
        """Whether a line without a mark opens like the preamble around it, and is a paragraph that lost its comma."""
        plain = row.guess.startswith("participle") and row.block.kind == "paragraph" and not row.label
        return plain and not self.operative and bool(self.tree.top) and not is_titled(row)

    def _numbered_heading(self, row: BlockView, upcoming: str) -> bool:
        """Whether a short numbered line is a heading: it breaks the count that the next number takes up again."""
        if not row.unfinished or len(row.words) > _SHORT or row.opening is not None:
            return False
        here = self.last_number
        return not labels.follows(here, row.label) and (labels.follows(here, upcoming) or not labels.is_plain(upcoming))

    def _heading(self, row: BlockView, upcoming: str) -> None:
        sets_out = self.operative and self.kind != "declaration" and self.tree.announces
        self.headings.append((row, len(self.tree.top)))
        self.new_section = True
        if is_article(row) or (sets_out and (not upcoming or labels.is_plain(upcoming))):
            self.foreign = True

    def _resumes(self, row: BlockView) -> bool:
        """Whether, after an instrument set out in full, a row takes up the operative paragraphs again."""
        if row.guess != "third" or (row.label and not labels.is_plain(row.label)):
            return row.guess == "participle" and not row.label and row.ends(",") and self.new_section
        return not row.label or labels.follows(self.last_number, row.label) or self.last_number == 0

    # numbered rows

    def _labelled(self, row: BlockView, upcoming: str, rows: Sequence[BlockView], at: int) -> None:
        mark = row.label[:2].upper()
        if mark in NEGOTIATED and any(c.isdecimal() for c in row.label):
            self._begin(row, "preambular" if mark == NEGOTIATED[0] else "operative")
            return
        depth, reading = self.tree.where(row, upcoming)
        if self._listed(row, reading):
            depth = len(self.tree.path)
        if depth and self.tree.path and not (reading.style == "1." and self._opens_operative(row)):
            self.tree.put(row, depth, reading)
        elif reading.style in ("1.", "(1)", "I.", "A.") or not self.tree.top:
            self._top(row, reading, rows, at)
        else:
            self._begin(row, self._role_of_items())

    def _listed(self, row: BlockView, reading: labels.Numeral) -> bool:
        """Whether a restarted number begins a list that the paragraph above announces, such as an agenda."""
        fresh = reading.style == "1." and reading.value == 10 and self.tree.announces and not self.new_section
        return fresh and self.last_number > 0 and row.guess not in ("third", "plural", "we", "participle")

    def _opens_operative(self, row: BlockView) -> bool:
        """Whether a numbered row is an operative paragraph though a colon above would put it into a list."""
        if row.guess != "third":
            return False
        counted = bool(self.last_number) and labels.follows(self.last_number, row.label)
        return counted or self.new_section or self.tree.path[0].role == "preambular"

    def _role_of_items(self) -> Role:
        return self.tree.top[-1].role if self.tree.top else "operative"

    def _top(self, row: BlockView, reading: labels.Numeral, rows: Sequence[BlockView], at: int) -> None:
        if reading.style == "1.":
            self.last_number = reading.value
        above = self._numbered_preamble if row.guess.startswith("participle") else self._stands_above_measures
        preambular = not self.operative and above(row, rows, at)
        self._begin(row, "preambular" if preambular else "operative", reading=reading)

    def _numbered_preamble(self, _row: BlockView, rows: Sequence[BlockView], at: int) -> bool:
        """Whether the numbers that begin here are those of a numbered preamble, which an operative part follows."""
        if any(node.role == "preambular" and not node.number for node in self.tree.top):
            return False
        participles = sum(1 for node in self.tree.top if node.role == "preambular")
        for row in rows[at:]:
            if annex_line(row) is not None or is_closing(row):
                return False
            if row.guess == "third":
                return row.ends(";.:") and participles > 0 and (not row.label or participles > 1 or row.label == "1.")
            if row.label:
                participles += row.guess.startswith("participle")
        return False

    def _stands_above_measures(self, row: BlockView, rows: Sequence[BlockView], at: int) -> bool:
        """Whether a row of a text in sections (*5.1*) gives the grounds of the measures that a later section lists."""
        plain = labels.sections(row.label) == 2 and row.ends(".") and row.guess != "third"
        bare = any(not node.number for node in self.tree.top)
        return plain and not bare and any(lists_measures(rows, later) for later in range(at + 1, len(rows)))

    def _begin(
        self, row: BlockView, role: Role, start: int | None = None, reading: labels.Numeral | None = None
    ) -> None:
        if role == "operative":
            self.operative = True
            role = "paragraph" if self.kind == "declaration" else role
        self.tree.begin(row, role, start, reading)
        self.new_section = False

    # rows without a number

    def _unlabelled(self, row: BlockView, upcoming: str, rows: Sequence[BlockView], at: int) -> None:
        if self._parts(row, upcoming):
            self._formula(row)
        elif self._continues(row):
            self.tree.extend(row)
        elif self.kind == "declaration":
            self._declared(row)
        elif not self.operative:
            self._in_preamble(row, upcoming, rows, at)
        else:
            self._in_operative(row, rows, at)

    def _parts(self, row: BlockView, upcoming: str) -> bool:
        """Whether a row hands over what follows, or resolves it, and the paragraphs below begin to count."""
        if self.kind == "declaration" or not formula_line(row):
            return False
        return not self.operative or labels.first_of_all(upcoming)

    def _formula(self, row: BlockView) -> None:
        self.headings.append((row, len(self.tree.top)))
        self.operative = self.new_section = True
        self.last_number = 0

    def _continues(self, row: BlockView) -> bool:
        """Whether a row is the rest of the paragraph before it, which nothing closed."""
        node = self.tree.current
        if node is None:
            return False
        small = row.words[:1].islower()
        if row.words.startswith(_THAT) and not node.last.ends(".:") and not self.new_section:
            return True
        if node.last.unfinished and not self.new_section:
            return small or not row.guess or row.guess.endswith("?")
        plain = small and row.guess in ("", "participle?", "third?")
        return plain and not self.tree.announces and not self.new_section

    def _declared(self, row: BlockView) -> None:
        if row.guess == "participle" and row.ends(",;") and not self.operative:
            self._begin(row, "preambular")
        elif row.guess in ("plural", "we") or not self.tree.top:
            self._begin(row, "operative")
        elif self.tree.announces:
            self.tree.item(row)
        else:
            self._begin(row, "operative")

    def _in_preamble(self, row: BlockView, upcoming: str, rows: Sequence[BlockView], at: int) -> None:
        if row.guess == "third" and row.opening is not None and not self._still_preamble(row, upcoming, rows, at):
            self._begin(row, "operative")
        elif row.guess == "participle" or (row.guess == "participle?" and not self.tree.announces):
            self._begin(row, "preambular")
        elif self.tree.announces:
            self.tree.item(row)
        elif row.ends(",") or self._more_preamble(rows, at) or self._before_numbers(row, upcoming):
            self._begin(row, "preambular")
        elif row.guess in ("plural", "third?") and row.ends(";.:"):
            self._begin(row, "operative")
        else:
            self.body.append(row.id)

    def _still_preamble(self, row: BlockView, upcoming: str, rows: Sequence[BlockView], at: int) -> bool:
        """Whether a paragraph with a verb of the operative part closes and stands as one of the preamble.

        What stands before the first number is none of the numbered paragraphs.
        """
        if not row.ends(","):
            return False
        return self._more_preamble(rows, at) or (labels.first_of_all(upcoming) and labels.is_plain(upcoming))

    def _before_numbers(self, row: BlockView, upcoming: str) -> bool:
        """Whether a whole paragraph of whatever form stands between the preamble and the first number."""
        counts = labels.is_plain(upcoming) and labels.first_of_all(upcoming)
        return counts and bool(self.tree.top) and row.words[:1].isupper() and row.ends(";.")

    def _more_preamble(self, rows: Sequence[BlockView], at: int) -> bool:
        """Whether unnumbered preambular paragraphs still follow in this section."""
        for row in rows[at + 1 : at + 30]:
            if row.label or row.block.kind == "heading" or row.guess == "third":
                return False
            if row.guess.startswith("participle") and (row.ends(",") or (row.opening is not None and row.ends(";"))):
                return True
            if row.words.startswith(_THAT):
                return True
        return False

    def _in_operative(self, row: BlockView, rows: Sequence[BlockView], at: int) -> None:
        items = self.tree.announces or self._among_items()
        if not items and self._lost_number(row, rows, at):
            self.last_number += 10
            self._begin(row, "operative")
            return
        if row.guess == "third" and row.opening is not None:
            self._begin(row, "operative")
        elif self._second_preamble(row, items):
            self._begin(row, "preambular")
        elif items:
            self.tree.item(row)
        elif self._out_of_form(row) or self._in_kind(row):
            self._begin(row, "operative")
        else:
            self.body.append(row.id)

    def _in_kind(self, row: BlockView) -> bool:
        """Whether a whole sentence is a paragraph like those around it, few of which open with a verb either."""
        others = [node.rows[0].guess == "third" for node in self.tree.top if node.role == "operative"]
        return is_sentence(row) and row.ends(".;") and 2 * sum(others) <= len(others)

    def _lost_paragraph(self, row: BlockView, rows: Sequence[BlockView], at: int) -> bool:
        """Whether a row is too long for a heading, whatever ends it, and stands where the count leaves a number out."""
        long = self.operative and not row.label and len(row.words) > _SHORT and row.guess != "third"
        return long and self.kind != "declaration" and not self.tree.announces and self._lost_number(row, rows, at)

    def _lost_number(self, row: BlockView, rows: Sequence[BlockView], at: int) -> bool:
        """Whether the count leaves out numbers, and no more whole paragraphs stand where they belong."""
        if not row.ends(",;.:") and len(row.words) < _SHORT:
            return False
        whole = 1
        for later in rows[at + 1 : at + 30]:
            if annex_line(later) is not None or is_closing(later):
                return False
            if labels.is_plain(later.label):
                value = next(found.value for found in labels.readings(later.label) if found.style == "1.")
                return self.last_number + 10 * (whole + 1) == value
            whole += not later.label and later.ends(",;.:") and bool(later.words)
        return False

    def _second_preamble(self, row: BlockView, items: bool) -> bool:
        """Whether a row begins or continues a preamble inside of the operative part."""
        if row.guess == "participle":
            return self.new_section or (row.ends(",") and not items)
        return row.guess == "participle?" and row.ends(",") and not items

    def _out_of_form(self, row: BlockView) -> bool:
        """Whether a row is an operative paragraph in the wrong mood or with a verb that is not known."""
        if row.guess == "plural":
            return row.ends(";.:")
        return (row.guess == "participle" and row.ends(";.")) or (
            row.guess == "third?" and row.ends(";") and not self.last_number
        )

    def _among_items(self) -> bool:
        """Whether the innermost open paragraph is an unnumbered item of a list."""
        node = self.tree.current
        return node is not None and len(self.tree.path) > 1 and not node.number and node.last.ends(";,:")

    # the result

    def act(self, number: str, title: Span | None, organ: Span | None, confidence: float, heading: Span | None) -> Act:
        """The act that was read."""
        clauses = [(node.role, clause(node, self.lexicon)) for node in self.tree.top]
        first: tuple[Clause, ...] = tuple(made for role, made in clauses if role == "preambular")
        return Act(
            kind=self.kind,
            number=number,
            title=title,
            organ_line=organ,
            preamble=first,
            operative=tuple(made for role, made in clauses if role != "preambular"),
            annexes=tuple(self.annexes),
            headings=tuple(Heading(row.block.span(), before) for row, before in self.headings),
            closing=tuple(self.closing),
            body=tuple(dict.fromkeys(self.body)),
            confidence=confidence,
            heading=heading,
        )

    def begin_within(self, row: BlockView, start: int, operative: bool) -> None:
        """Begin the first paragraph in the block of the organ line."""
        self._begin(row, "operative" if operative else "preambular", start)
