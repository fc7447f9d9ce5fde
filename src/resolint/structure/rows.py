"""A block as structure looks at it: its own words without label, blanks and note marks, and what kind of line it is."""

from __future__ import annotations

from collections.abc import Sequence

from resolint.lexicon import Lexicon, openings
from resolint.lexicon.dates import days
from resolint.lexicon.marks import BLANKS, end_mark, words_end
from resolint.lexicon.openings import Opening, after_we, seems
from resolint.model import Block
from resolint.regex import lazy
from resolint.structure import labels

_PLAIN = (("\u00a0", " "), ("\u2007", " "), ("\u2009", " "), ("\u202f", " "), ("\u2011", "-"), ("\u2010", "-"))
_TERMINAL = ",;.:!?"
_LONGEST_DATE = 30
_WHEREAS = lazy(r"(?:Whereas|WHEREAS)\b")
_LONGEST_HEADING = 300
_LONGEST_NUMBERED = 450
_LONGEST_GERUND = 160
_HEADING_NUMBERS = {"I.", "A."}
_STAR_NOTE = lazy(r"[ \t\u00a0]*\*{1,4}[ \t\u00a0]+\S")
_RULE = lazy(r"[\s\u200b\ufeff_\u2017\u2500-\u2503\u2550\u2013-\u2015*=\u00ad-]++")
_ARTICLE = lazy(r"(?:Article|Rule|Principle|Section|Chapter|Part|Regulation) (?:\d{1,3}|[IVXLC]+)\b")
_HEADING_STYLE = lazy(r"_?(?:hch|h1|h2|h3|h4|h23|h56|h2/3|hm|heading\d?|title\w*|subtitle)g?\Z")


class BlockView:
    """One block: ``start`` to ``end`` are its own words, ``index`` its place in the row of blocks.

    ``text`` is the text of the block, character for character, with plain blanks and hyphens for the special ones;
    ``words`` are its own words in it, ``lexicon`` is what they were read with. ``is_date``
    tells that these are a date and nothing else, ``parted`` that a drawn line stands directly above.
    """

    __slots__ = (
        "block", "end", "guess", "index", "is_date", "label", "lexicon", "opening", "parted", "start", "text",
        "words",
    )  # fmt: skip

    def __init__(
        self,
        block: Block,
        index: int,
        text: str,
        label: str,
        start: int,
        end: int,
        words: str,
        lexicon: Lexicon,
        guess: str = "",
        opening: Opening | None = None,
        is_date: bool = False,
    ) -> None:
        self.block, self.index = block, index
        self.text, self.label = text, label
        self.start, self.end, self.words = start, end, words
        self.lexicon = lexicon
        self.guess, self.opening, self.is_date = guess, opening, is_date
        self.parted = False

    @property
    def id(self) -> str:
        """The id of the block."""
        return self.block.id

    def ends(self, marks: str) -> bool:
        """Whether the paragraph closes with one of ``marks``."""
        first, last = end_mark(self.block.text, self.lexicon, self.start)
        return first < last and self.block.text[first] in marks

    @property
    def unfinished(self) -> bool:
        """Whether nothing closes the words, as where a page break split a paragraph."""
        return bool(self.words) and self.words[-1] not in ",;.:!?”\"’')]" and not self.ends(",;.:")


def row_of(block: Block, index: int, lexicon: Lexicon) -> BlockView:
    """``block`` as a row; a number that its reader left in the text is split off here."""
    text = _plain(block.text)
    label, start = block.label, block.lead
    if not label and block.kind not in ("header", "footer", "frame"):
        label, start = labels.typed(text)
    while start < len(text) and text[start] in BLANKS + "\u00ad":
        start += 1
    end = max(start, words_end(text))
    words = text[start:end]
    found = openings.known(words, lexicon) if words else None
    return BlockView(
        block,
        index,
        text,
        label.strip(),
        start,
        end,
        words,
        lexicon,
        _guess(words, found),
        found,
        _is_date(label, words, lexicon),
    )


def _is_date(label: str, words: str, lexicon: Lexicon) -> bool:
    if label or not words[:1].isdecimal() or len(words) > _LONGEST_DATE:
        return False
    return any(day.start == 0 and words[day.end :] in ("", ".", "]", ".]") for day in days(words, lexicon))


def _plain(text: str) -> str:
    """``text`` with plain blanks and hyphens, character for character."""
    if not text.isascii():
        for special, plain in _PLAIN:
            if special in text:
                text = text.replace(special, plain)
    return text


def _guess(words: str, found: Opening | None) -> str:
    """The mood of the first words: that of the opening, *we*, or what the ending of the first word tells (``?``)."""
    if found is not None:
        return found.mood
    if after_we(words) or words.startswith(("We,", "“We,")):
        return "we"
    if _WHEREAS.match(words):
        return "participle?"
    mood = seems(words)
    return f"{mood}?" if mood else ""


def opens_otherwise(row: BlockView) -> bool:
    """Whether a row is a preambular paragraph by the word of another tradition, *Whereas*."""
    return not row.label and _WHEREAS.match(row.words) is not None


def is_rule(row: BlockView) -> bool:
    """Whether a row is nothing but a line drawn with characters (``______``, ``* * *``), which parts and says nothing."""
    return bool(row.words) and not row.label and _RULE.fullmatch(row.words) is not None


def is_star_note(block: Block) -> bool:
    """Whether the block is a star note to the masthead (``* A/80/50.``)."""
    return block.kind == "frame" or bool(_STAR_NOTE.match(block.text))


def is_heading(row: BlockView) -> bool:
    """Whether a row looks like a heading: so styled, or a short line without closing punctuation that opens nothing."""
    if row.block.kind == "heading":
        return True
    words = row.words
    if not words or words[-1] in _TERMINAL or words.endswith((", and", "; and")) or opens_otherwise(row):
        return False
    styles = {reading.style for reading in labels.readings(row.label)}
    if styles & _HEADING_NUMBERS:
        return len(words) <= _LONGEST_NUMBERED
    if len(words) > _LONGEST_HEADING:
        return False
    if styles:
        return "-" not in styles and bool(_HEADING_STYLE.match(row.block.style)) and len(words) < 120
    if row.opening is not None and row.opening.mood != "plural":
        return _wholly(row, "bold") or bool(_HEADING_STYLE.match(row.block.style))
    return row.guess != "we" and (words[0].isupper() or words[0] in '“"[(' or is_titled(row))


def is_gerund_heading(row: BlockView) -> bool:
    """Whether a short line without closing punctuation begins like *Strengthening …*, as headings of parts do."""
    return row.guess.startswith("participle") and row.unfinished and len(row.words) < _LONGEST_GERUND


def is_titled(row: BlockView) -> bool:
    """Whether a row is set as a heading is: by its style, or in bold."""
    return bool(_HEADING_STYLE.match(row.block.style)) or _wholly(row, "bold")


def _wholly(row: BlockView, kind: str) -> bool:
    """Whether marks of ``kind`` cover all words."""
    covered = row.start
    for mark in row.block.marks:
        if mark.kind == kind and mark.start <= covered:
            covered = max(covered, mark.end)
    return covered >= row.end > row.start


def is_article(row: BlockView) -> bool:
    """Whether a row is the heading of an article, rule or principle of an instrument set out in the text."""
    return len(row.words) < 120 and row.words[-1:] not in (".", ";", ",") and bool(_ARTICLE.match(row.words))


def lists_measures(rows: Sequence[BlockView], at: int) -> bool:
    """Whether a section (*5.2*) ends with a colon and leads to sections of its own (*5.2.1*)."""
    depth = labels.sections(rows[at].label)
    below = labels.sections(rows[at + 1].label) if at + 1 < len(rows) else 0
    return depth > 1 and below == depth + 1 and rows[at].ends(":")


def upcoming_labels(rows: Sequence[BlockView]) -> list[str]:
    """For every row the label of the next row that has one."""
    found, label = [""] * len(rows), ""
    for at in range(len(rows) - 1, -1, -1):
        found[at] = label
        label = rows[at].label or label
    return found
