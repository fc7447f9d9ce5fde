"""What belongs to the page and not to the text: page numbers, job numbers, running heads, rules."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence

from resolint.frozen import dataclass
from resolint.notation.traced import Source, Traced
from resolint.regex import lazy

_JOB = r"(?:[A-Z]{1,3}\.)?\d{2}-\d{5,6}\*?"
_FOOT = lazy(
    rf"(?P<pages>\d{{1,4}}/\d{{1,4}}[ \t]+(?P<job1>{_JOB})(?:[ \t]+\([A-Z]\))?"
    rf"|(?P<job2>{_JOB})(?:[ \t]+\([A-Z]\))?[ \t]+\d{{1,4}}/\d{{1,4}}"
    r"|[-–—][ \t]*\d{1,4}[ \t]*[-–—]|[Pp]age[ \t]+\d{1,4}(?:[ \t]+of[ \t]+\d{1,4})?)"
    rf"|(?P<job3>{_JOB})(?:[ \t]+\([A-Z]\))?(?:[ \t]+\d{{6}})*(?:[ \t]*\*\w{{4,16}}\*)?"
)
_FRACTION = lazy(r"\d{1,4}/\d{1,4}")
_NUMBER = lazy(r"\d{1,3}")
_RULE = lazy(r"([-*_=])(?:[ \t]*+\1){2,}+[ \t]*+")
_PAGE_EDGE = lazy(r"^\d{1,4}[ \t]+|(?<![ \t])[ \t]+\d{1,4}$")
_SYMBOL = lazy(r"[A-Z]{1,6}/\S*\d")
_LABELLED = lazy(r"(?:[-–•][ \t]+)?(?:\d{1,3}[.)]|\([a-z]{1,4}\)|[A-Za-z]\.)[ \t]")

_LONGEST_HEAD = 120
_FIRST_PAGE = 15
_BLANKS = " \t\f\u00a0"


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line of the text proper. ``gap`` counts the blank lines before it; ``page`` tells that a page ended there;
    ``marked`` that it stands a little to the right of the margin."""

    number: int
    text: Traced
    gap: int = 0
    page: bool = False
    marked: bool = False
    foot: bool = False


@dataclass(frozen=True, slots=True)
class Pages:
    """The lines that are text, and the job number that the page feet give (line kept as a foot, if it stands alone)."""

    lines: tuple[PageLine, ...]
    job_number: str = ""


def _isolated(raw: Sequence[str], number: int) -> bool:
    before = number == 0 or not raw[number - 1]
    return before and (number + 1 == len(raw) or not raw[number + 1])


def _page_numbers(raw: Sequence[str]) -> set[int]:
    """Lines that are nothing but a page number: alone between blank lines, rising, with text between them."""
    lines = [n for n, text in enumerate(raw) if text and _NUMBER.fullmatch(text) and _isolated(raw, n)]
    filled = [n for n, text in enumerate(raw) if text]
    kept: list[int] = []
    for n in lines:
        far = not kept or bisect_left(filled, n) - bisect_left(filled, kept[-1]) > 5
        if far and (not kept or int(raw[n]) > int(raw[kept[-1]])):
            kept.append(n)
    return set(kept) if len(kept) * 2 > len(lines) else set()


def _neighbours(raw: Sequence[str], edges: Sequence[int], dropped: set[int]) -> set[int]:
    """The nearest lines above and below each edge that hold text and were not dropped."""
    kept = [number for number, text in enumerate(raw) if text and number not in dropped]
    found = set()
    for edge in edges:
        spot = bisect_right(kept, edge)
        found.update(kept[max(0, spot - 1) : spot + 1])
    return found


def _heads(raw: Sequence[str], edges: Sequence[int], dropped: set[int]) -> set[int]:
    """Running heads: short lines at two edges of every five, or the symbol of the first page once more."""
    beside = {
        number: _PAGE_EDGE.sub("", raw[number])
        for number in _neighbours(raw, edges, dropped)
        if len(raw[number]) <= _LONGEST_HEAD
    }
    counts = Counter(beside.values())
    first = edges[0] if edges else 0
    opening = {text for text in raw[: min(first, _FIRST_PAGE)] if text}
    found = set()
    for number, text in beside.items():
        if _LABELLED.match(raw[number]) or number < first or not text:
            continue
        often = counts[text] > 1 and counts[text] * 5 >= len(edges) * 2
        if often or (text in opening and _SYMBOL.match(text)):
            found.add(number)
    return found


def read_pages(source: Source) -> Pages:
    """Take the page furniture out of a source."""
    lines = [source.line(number) for number in range(len(source.starts))]
    raw = [line.text.strip(_BLANKS) for line in lines]
    dropped = _page_numbers(raw)
    job_number = ""
    feet: set[int] = set()
    for number, text in enumerate(raw):
        match = _FOOT.fullmatch(text) if text and len(text) < 60 else None
        if match:
            known = job_number
            job_number = job_number or match["job1"] or match["job2"] or match["job3"] or ""
            if match["job3"] and not known:
                feet.add(number)
            else:
                dropped.add(number)
        elif text and _FRACTION.fullmatch(text) and _isolated(raw, number):
            dropped.add(number)
    edges = sorted({*dropped, *(n - 1 for n, line in enumerate(lines) if line.text.startswith("\f"))})
    dropped |= _heads(raw, edges, dropped)
    return Pages(tuple(_kept(lines, raw, dropped, feet)), job_number)


def _kept(lines: Sequence[Traced], raw: Sequence[str], dropped: set[int], feet: set[int]) -> list[PageLine]:
    found: list[PageLine] = []
    gap, page = 0, False
    for number, line in enumerate(lines):
        text = raw[number]
        page = page or line.text.startswith("\f")
        if number in dropped or _RULE.fullmatch(text):
            gap, page = gap + 1, True
        elif not text:
            gap += 1
        else:
            lead = len(line.text) - len(line.text.lstrip(_BLANKS))
            body = line.cut(lead)
            foot = number in feet
            page = page or gap > 2
            found.append(PageLine(number, body, gap, page, lead > 0, foot))
            gap, page = (1, True) if foot else (0, False)
    return found
