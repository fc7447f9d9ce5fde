"""Recognizes the lines that carve a draft: organ lines, act numbers, annex headings, adoption and closing lines.

Sources: Editorial Manual, resolutions (order of elements: name of the organ, preamble, operative part; then meeting
and date); adopted texts of the General Assembly, its Council and conferences of parties for the forms of numbers.
"""

from __future__ import annotations

import re

from resolint import regex
from resolint.frozen import NamedTuple
from resolint.lexicon import Lexicon, openings, per_lexicon
from resolint.lexicon.lines import (
    ACT_LINE,
    ACT_WORDS,
    ADOPTION,
    ANNEX,
    ANNEX_WORDS,
    BANNER,
    CLOSING,
    CONVENED,
    DECIDED,
    HANDS_OVER,
    NOUNS,
    NUMBERED_TITLE,
    RESOLVED,
    RUN_IN_VERB,
    WHILE,
)
from resolint.lexicon.marks import BLANKS
from resolint.lexicon.organs import nearest_organ, organ_at
from resolint.model import NOTE_MARK, Block
from resolint.regex import lazy
from resolint.structure.rows import BlockView, is_heading, row_of

_LONGEST_CONVENED = 700
_LONGEST_NAME = 60
_LONGEST_FORMULA = 240
_SENTENCE = 9
_ACRONYM = lazy(r"(?:The )?([A-Z][A-Z-]{2,11}),?")
_LETTER = lazy(r"(?P<number>[A-Z])\.?")
_ROMAN = lazy(r"[IVXLC]{1,6}\.?")


class OrganLine(NamedTuple):
    """The enacting formula in a block: where it stands, where the words after it begin, and whether the organ is known.

    ``rest`` is ``end`` where nothing follows; ``run_in`` tells that the sentence goes on after it (*decides …*).
    """

    start: int
    end: int
    rest: int
    known: bool
    run_in: bool = False


def organ_line(row: BlockView, lexicon: Lexicon) -> OrganLine | None:
    """The enacting formula that begins ``row``, None if none does."""
    if row.label or not row.words or row.block.kind in ("header", "footer", "frame"):
        return None
    text, at = row.text, row.start
    while at < row.end and text[at] in '“"[(':
        at += 1
    name = at + 4 if text[at : at + 4].lower() == "the " else at
    end = organ_at(text, name, lexicon)
    if end < 0 and text[name : name + 15] == "United Nations ":
        end = organ_at(text, name + 15, lexicon)
    if end >= 0:
        return _known(row, at, end, name > at, lexicon)
    return _generic(row, at, lexicon)


def nearly_organ_line(row: BlockView, lexicon: Lexicon) -> OrganLine | None:
    """A line that would be an enacting formula but for its article and comma, or for a slip in the name of the organ.

    Only the paragraph behind it can tell: the masthead names the organ alone on a line as well.
    """
    if (
        row.label
        or not 6 < len(row.words) <= _LONGEST_NAME
        or row.block.kind in ("header", "footer", "frame", "heading")
    ):
        return None
    return OrganLine(row.start, row.end, row.end, False) if nearest_organ(row.words, lexicon) else None


def _known(row: BlockView, at: int, end: int, article: bool, lexicon: Lexicon) -> OrganLine | None:
    text = row.text
    if row.block.kind == "heading":
        return None
    tail = text[end : row.end]
    run_in = RUN_IN_VERB.match(tail)
    if run_in and article:
        return OrganLine(at, end, end + run_in.start(1), True, True)
    rest = tail.lstrip(BLANKS)
    if not rest.strip(".:;") or rest == ",":
        return OrganLine(at, row.end, row.end, True) if article or rest else None
    comma = tail.find(",")
    if comma < 0:
        return _longer(row, at, tail) if article else None
    after = end + comma + 1
    following = text[after : row.end].strip(BLANKS + NOTE_MARK)
    if not following:
        return OrganLine(at, row.end, row.end, True) if article or comma == 0 else None
    if comma <= 200 and _fused(text[after : row.end], lexicon):
        words = after + len(text[after:]) - len(text[after:].lstrip(BLANKS + NOTE_MARK))
        return OrganLine(at, after, words, True)
    return _longer(row, at, tail) if article else None


def _fused(following: str, lexicon: Lexicon) -> bool:
    """Whether the first preambular paragraph follows on the same line."""
    found = openings.parse(following.lstrip(BLANKS + NOTE_MARK), lexicon, "preambular")
    return found is not None and following.lstrip(BLANKS + NOTE_MARK)[:1].isupper()


def _longer(row: BlockView, at: int, tail: str) -> OrganLine | None:
    """An organ line that goes on after a known name: *The Conference of the Parties serving as …,*."""
    if len(row.words) > 420 or "." in tail or ";" in tail or ":" in tail:
        return None
    if not (row.words.endswith(",") or _all_italic(row)):
        return None
    return OrganLine(at, row.end, row.end, True)


def _generic(row: BlockView, at: int, lexicon: Lexicon) -> OrganLine | None:
    """An organ that no table knows, told by the form of its line: a name with a comma, or one that was *convened*."""
    text = row.text[at : row.end]
    if row.block.kind == "heading" or len(text) > _LONGEST_CONVENED:
        return None
    if text[-1:] in (",", ":") and CONVENED.match(text):
        return OrganLine(at, row.end, row.end, False)
    if len(text) > 300:
        return None
    if (found := _ACRONYM.fullmatch(text)) and text.endswith(","):
        return OrganLine(at, row.end, row.end, False) if len(found[1]) > 2 else None
    if (words := _fused_name(text, lexicon)) > 0:
        return OrganLine(at, at + text.index(",") + 1, at + words, False)
    if text[:4].casefold() == "the " and text.endswith(",") and _names_only(text[4:-1]) and NOUNS.search(text):
        return OrganLine(at, row.end, row.end, False)
    return None


def _fused_name(text: str, lexicon: Lexicon) -> int:
    """Where the first preambular paragraph begins that follows a short name on its line; 0 where none does."""
    comma = text.find(",")
    if not 4 < comma <= _LONGEST_NAME or text[:4] != "The " or not NOUNS.search(text, 0, comma):
        return 0
    words = comma + 1 + len(text[comma + 1 :]) - len(text[comma + 1 :].lstrip(BLANKS))
    lead = WHILE.match(text, words)
    opens = openings.parse(text[lead.end() if lead else words :], lexicon, "preambular")
    return words if opens is not None and (lead or text[words].isupper()) and _names_only(text[4:comma]) else 0


def names_organ(block: Block, lexicon: Lexicon) -> bool:
    """Whether a block is an organ line by its form."""
    return organ_line(row_of(block, 0, lexicon), lexicon) is not None


def resolves(words: str) -> bool:
    """Whether ``words`` are a formula such as *Be it resolved that …*."""
    return RESOLVED.match(words.strip()) is not None


def formula_line(row: BlockView) -> bool:
    """Whether an unnumbered row parts the preamble from the paragraphs below, and is none of them itself.

    *Be it resolved that …:* does, and so does a sentence that hands the whole text over (*Submits the following
    recommendation to the Ministries:*).
    """
    words = row.words
    if row.label or not words or len(words) > _LONGEST_FORMULA:
        return False
    if RESOLVED.match(words):
        return words[-1] in ":,;" or len(words) < 80
    return HANDS_OVER.search(words) is not None and not row.ends(".;,")


def _names_only(text: str) -> bool:
    """Whether ``text`` is made of words alone, as the name of an organ is."""
    words = text.replace(",", " ").split()
    return 0 < len(words) <= 45 and all(word[0].isalpha() or word[0] == "(" for word in words) and "." not in text


def _all_italic(row: BlockView) -> bool:
    covered = row.start
    for mark in sorted(row.block.marked("italic"), key=lambda m: m.start):
        if mark.start <= covered + 1:
            covered = max(covered, mark.end)
    return covered >= row.end - 1


@per_lexicon
def _meeting_lead(lexicon: Lexicon) -> re.Pattern[str]:
    occasions = lexicon.grammar.occasions
    return regex.compiled(
        rf"(?:At|During) (?:its|the) [^.;]{{0,120}}?\b(?:{occasions.meeting}s?|{occasions.session})\b"
    )


def meeting_decision(row: BlockView, lexicon: Lexicon) -> tuple[int, int] | None:
    """Where the organ is named in *At its 87th plenary meeting, …, the General Assembly … decided …*, else None."""
    if row.label or not _meeting_lead(lexicon).match(row.words):
        return None
    text = row.text
    at = text.find("the ", row.start)
    while 0 <= at < row.start + 700:
        end = organ_at(text, at + 4, lexicon)
        if end > 0 and DECIDED.search(text, end, end + 600):
            return at, end
        at = text.find("the ", at + 4)
    return None


class ActLine(NamedTuple):
    """The line that names an act: *Decision 7/CMA.3*, *79/90. Title*, *A*. ``title`` is where a title begins in it."""

    kind: str
    number: str
    draft: bool
    title: int | None


def act_line(row: BlockView) -> ActLine | None:
    """What ``row`` says of the kind and number of an act, None if it names none."""
    words = row.words
    if len(words) > 700 or not words:
        return None
    if row.label and not row.block.lead:
        words = f"{row.label} {words}" if "/" in row.label else words
    # Most rows begin otherwise, and these two patterns are long: a word or sign tells before they are compiled and run.
    start = words[:40].lower()
    if any(word in start for word in ACT_WORDS) and (found := ACT_LINE.match(words)):
        return _worded(row, words, found)
    sign = "/" in start[:12] or "(" in start[:12]
    if sign and (found := NUMBERED_TITLE.match(words)) and _numbered(found):
        return ActLine("", found["number"].strip(), False, row.start + found.start("title") if found["title"] else None)
    return None


def _worded(row: BlockView, words: str, found: re.Match[str]) -> ActLine | None:
    rest = found["rest"].lstrip(" .:\t\n–—-")
    if rest and (len(rest) > 600 or rest[0].islower() or rest[-1] in ";,"):
        return None
    number = " ".join(part for part in (found["number"], found["letter"]) if part)
    kind = "declaration" if "decl" in found["kind"].lower() else found["kind"].lower()
    if kind == "declaration" and not number:
        return None
    title = row.start + len(words) - len(rest) if rest else None
    return ActLine(kind, number, bool(found["draft"]), title)


def _numbered(found: re.Match[str]) -> bool:
    title = found["title"].strip()
    if not title:
        return "/" in found["number"]
    first = title[0]
    begins = first.isupper() or first in '“"[(‘' or (found["stop"] == "." and first.isdecimal())
    return begins and len(title) < 700 and title[-1] not in ",;:"


def letter_line(row: BlockView) -> str:
    """The letter of a line that is nothing but one (*A*, *B.*), which heads an act within an act; else empty."""
    words = row.words or row.label
    found = _LETTER.fullmatch(words.strip("[] "))
    return found["number"] if found and found["number"] not in "IVX" else ""


class AnnexLine(NamedTuple):
    """The heading of an annex: its label as printed, and where a title begins on the same line."""

    label: str
    title: int | None


def annex_line(row: BlockView) -> AnnexLine | None:
    """What ``row`` says if it heads an annex or appendix, else None."""
    if row.label or not row.words.lstrip("[")[:10].lower().startswith(ANNEX_WORDS):
        return None
    found = ANNEX.fullmatch(row.words)
    if found is None or (len(found["title"]) > 250 and row.block.kind != "heading"):
        return None
    title = found["title"].strip()
    if (title and title[-1] in ",;") or not row.words.lstrip("[")[0].isupper():
        return None
    return AnnexLine(" ".join(found["label"].split()), row.start + found.start("title") if title else None)


def is_closing(row: BlockView) -> bool:
    """Whether ``row`` tells meeting, date or vote of an adoption at the end of a text."""
    return len(row.words) < (60 if row.label else 400) and bool(CLOSING.match(row.words))


def is_adoption(row: BlockView) -> bool:
    """Whether ``row`` tells above a text by whom it was adopted or submitted; such a line is no title."""
    words = row.words
    return len(words) < 600 and (bool(ADOPTION.match(words)) or (words[:1] == "[" and words[-1:] == "]"))


def is_sentence(row: BlockView) -> bool:
    """Whether a row above an organ line is a sentence, which belongs to no masthead."""
    words = row.words
    whole = row.block.kind == "paragraph" and row.ends(".;,") and words[:1].isupper() and len(words.split()) > _SENTENCE
    return whole and not is_adoption(row) and ":" not in words[:60]


def is_banner(row: BlockView) -> bool:
    """Whether a row is a stamp on the paper (*Property of …*, *Passed / Not passed*), which is no title."""
    return len(row.words) < 200 and BANNER.search(row.words) is not None


def is_roman(row: BlockView) -> bool:
    """Whether ``row`` is a roman numeral and nothing else, the heading of a section."""
    return not row.label and bool(_ROMAN.fullmatch(row.words))


def could_be_title(row: BlockView) -> bool:
    """Whether ``row`` may be the title of an act."""
    words = row.words
    if (
        not words
        or len(words) > 700
        or is_roman(row)
        or annex_line(row) is not None
        or row.block.kind in ("header", "footer", "frame")
    ):
        return False
    if words[-1] in ",;:" or is_banner(row) or is_adoption(row) or is_closing(row) or row.is_date:
        return False
    if row.label and row.block.kind != "heading":
        return False
    return row.block.kind == "heading" or is_heading(row) or len(words) < 400
