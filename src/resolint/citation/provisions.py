"""Parts of documents: paragraphs, subparagraphs, articles, sections, annexes, chapters and rules.

What such a reference belongs to is read from the words that follow it: *above*, *below*, *of the present
resolution*, *of article 3* and so on; in a note also from the document named before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from resolint import regex
from resolint.lexicon.labels import LATIN, roman, roman_value
from resolint.lexicon.lines import AFTER_ANNEX
from resolint.model import Citation, Span

_KINDS = {
    "paragraph": "paragraph", "para": "paragraph", "subparagraph": "subparagraph", "sub-paragraph": "subparagraph",
    "subpara": "subparagraph", "article": "article", "art": "article", "section": "section", "sect": "section",
    "annex": "annex", "annexe": "annex", "chapter": "chapter", "chap": "chapter", "rule": "rule",
}  # fmt: skip
_ROMAN_KINDS = frozenset(("section", "annex", "chapter", "article"))


@cache
def _keyword() -> re.Pattern[str]:
    return regex.compiled(
        r"(?<![\w/.-])(?P<word>[Ss]ub-?[Pp]aragraph|[Ss]ubpara|[Pp]aragraph|[Pp]ara|[Aa]rticle|[Aa]rt|[Ss]ection|[Ss]ect"
        r"|[Aa]nnexe?|[Cc]hapter|[Cc]hap|[Rr]ule)(?P<s>e?s)?(?P<dot>\.)?[\s\u00a0]+(?=[\dIVXLC(A-Z])"
    )


@cache
def _item() -> re.Pattern[str]:
    return regex.compiled(
        r"(?P<digits>\d{1,4}(?:\.\d{1,3}){0,3}(?:[a-z]\b)?(?![\w/%°]|[.,]\d))"
        rf"(?P<suffix>\.?[ \u00a0](?:{'|'.join(LATIN)})\b)?"
        r"(?P<figure>[ \u00a0]?\(\d{1,2}\))?(?P<letters>(?:[ \u00a0]?\([a-z]{1,4}\)){0,3})"
        r"|(?P<alone>\([a-z]{1,4}\)(?:[ \u00a0]?\([a-z]{1,4}\)){0,2})"
        r"|(?P<roman>[IVXLC]{1,7}(?:\.[A-Z\d]{1,2}){0,4}(?![\w’']))|(?P<capital>[A-Z](?:\.\d{1,2}){0,3}(?![\w’'.]\w))(?![\w’'])"
    )


@cache
def _separator() -> re.Pattern[str]:
    return regex.compiled(r"(?P<range>\s*[-–]\s*|\s+to\s+)|,\s+(?:(?:and|or)\s+)?|\s+(?:and|or|and/or)\s+")


@cache
def _may_follow() -> re.Pattern[str]:
    return regex.compiled(
        r"\s*(?:$|[,;.:)\]”\"\ufffc¹²³⁴-⁹–-]|(?:of|above|below|and|or|to|in|thereof|hereof|as|on|is|are|was|were|by|for|with|under|from|contained)\b)"
    )


@cache
def _whose() -> re.Pattern[str]:
    return regex.compiled(
        r",?\s+(?:(?P<above>above)|(?P<below>below)|(?P<this>hereof|(?:of|to|in)\s+(?:the\s+annex\s+(?:to|of)\s+)?(?:the\s+present|this)\s+"
        r"(?:resolution|decision|declaration|statement|document|annex|text|recommendation))\b|(?P<other>there(?:of|to)\b|(?:of|to|in|from)\s+(?!(?:which|that\s+end|order|accordance|particular|this\s+regard)\b)[\w“(]))"
    )


@cache
def _chain() -> re.Pattern[str]:
    return regex.compiled(r"\s*(?:,\s*(?:and\s+)?|,?\s+(?:of|to|in|and)\s+(?:the\s+)?)?")


@cache
def _bare_annex() -> re.Pattern[str]:
    return regex.compiled(
        r"(?<=, )annex(?=[,.;)]|$)|\b[Aa]nnex"
        rf"(?=\s+(?:to\s+(?:the\s+present|this|its|{AFTER_ANNEX})\b|there(?:of|to)\b|above\b|below\b))"
    )


def find(text: str, block: str) -> list[Citation]:
    """The provisions that the text refers to, in order. A range such as *5 to 7* is one citation; see ``expand``."""
    found: list[Citation] = []
    for match in _keyword().finditer(text):
        if found and match.start() < found[-1].span.end:
            continue
        kind = _KINDS[match["word"].lower()]
        if match["dot"] and match["word"].lower() not in ("para", "art", "sect", "chap", "subpara"):
            continue
        found.extend(_list(text, match, kind, block))
    if "nnex" in text:
        found = _with_annexes(text, found, block)
    return _belonging(text, found)


def expand(number: str) -> tuple[str, ...]:
    """The numbers that a range names: ``5 to 7`` is 5, 6, 7; ``7 (a) to (c)`` is 7 (a), 7 (b), 7 (c)."""
    first, joint, last = number.partition(" to ")
    if not joint:
        return (number,)
    if first.isdecimal() and last.isdecimal() and 0 < int(last) - int(first) < 500:
        return tuple(str(value) for value in range(int(first), int(last) + 1))
    low, high = roman_value(first), roman_value(last)
    if low and high and low < high:
        return tuple(roman(value) for value in range(low, high + 1))
    base, bracket, letter = first.rpartition("(")
    end = last.strip("()")
    if bracket and len(letter) == 2 and len(end) == 1 and letter[0] < end:
        return tuple(f"{base}({chr(code)})" for code in range(ord(letter[0]), ord(end) + 1))
    return (first, last)


def _list(text: str, match: re.Match[str], kind: str, block: str) -> Iterator[Citation]:
    plural = bool(match["s"])
    position, start = match.end(), match.start()
    base, count = "", 0
    while (item := _item().match(text, position)) is not None and _allowed(text, item, kind, count):
        number, end, following = _number(item, base), item.end(), _separator().match(text, item.end())
        base = _base(item, base)
        if (
            following
            and following["range"]
            and (plural or item["letters"] or item["alone"] or "to" not in following[0])
        ):
            last = _item().match(text, following.end())
            if last is not None and _allowed(text, last, kind, count + 1) and _same_sort(item, last):
                number, end = f"{number} to {_number(last, '')}", last.end()
                following = _separator().match(text, end)
        yield Citation(Span(block, start, end), kind, number=number)
        count += 1
        if not following or following["range"]:
            return
        position = start = following.end()
        if not plural and not text.startswith("(", position):
            return


def _allowed(text: str, item: re.Match[str], kind: str, count: int) -> bool:
    if (item["roman"] or item["capital"]) and kind not in _ROMAN_KINDS:
        return False
    if item["alone"] and not (count or kind in ("subparagraph", "paragraph", "article", "section")):
        return False
    if item["capital"] and not _may_follow().match(text, item.end()):
        return False
    if item["roman"] == "I" and kind in ("section", "article") and not _may_follow().match(text, item.end()):
        return False
    return not count or bool(_may_follow().match(text, item.end()))


def _number(item: re.Match[str], base: str) -> str:
    if item["alone"]:
        shown = " ".join(regex.compiled(r"\([a-z]+\)").findall(item["alone"]))
        return f"{base} {shown}" if base else shown
    if not item["digits"]:
        return str(item["roman"] or item["capital"])
    suffix = " " + item["suffix"].strip(". \u00a0") if item["suffix"] else ""
    figure = " " + item["figure"].strip() if item["figure"] else ""
    letters = "".join(f" {part}" for part in regex.compiled(r"\([a-z]+\)").findall(item["letters"] or ""))
    return f"{item['digits']}{suffix}{figure}{letters}"


def _base(item: re.Match[str], base: str) -> str:
    """What a lone ``(b)`` after this item is part of: ``7`` after ``7 (a)``, ``(b)`` stays alone after ``(a)``."""
    if item["alone"]:
        return base
    return item["digits"] if item["digits"] and item["letters"] else ""


def _same_sort(first: re.Match[str], last: re.Match[str]) -> bool:
    if last["alone"]:
        return bool(first["letters"] or first["alone"])
    return bool(last["digits"]) == bool(first["digits"]) and not first["alone"]


def _with_annexes(text: str, found: list[Citation], block: str) -> list[Citation]:
    taken = {citation.span.start for citation in found}
    bare = [
        Citation(Span(block, match.start(), match.end()), "annex", of="other" if match[0] == "annex" else "")
        for match in _bare_annex().finditer(text)
        if match.start() not in taken
    ]
    return sorted(found + bare, key=lambda citation: citation.span) if bare else found


def _belonging(text: str, found: list[Citation]) -> list[Citation]:
    """Says for every provision what it belongs to; the last of a chain decides (*section II, paragraph 3, of …*)."""
    of = ""
    for index in range(len(found) - 1, -1, -1):
        citation = found[index]
        end = citation.span.end
        match = _whose().match(text, end)
        chained = index + 1 < len(found) and _joined(text, end, found[index + 1].span.start)
        if match and not (chained and match["other"]):
            of = match.lastgroup or ""
            if of in ("above", "below", "this") or (of == "other" and text.startswith("thereof", match.start("other"))):
                end = match.end()
        elif not chained:
            of = citation.of
        found[index] = replace(citation, of=of, span=Span(citation.span.block, citation.span.start, end))
    return found


def _joined(text: str, end: int, start: int) -> bool:
    return start - end < 24 and bool(_chain().fullmatch(text, end, start))


def after_documents(found: Sequence[Citation], documents: Sequence[Citation], text: str) -> list[Citation]:
    """Provisions named right behind a document (*resolution 69/283, annex II, para. 5*) belong to it."""
    ends = {citation.span.end for citation in documents}
    result = []
    for citation in found:
        start = citation.span.start
        if not citation.of and any(
            text.startswith(gap, start - len(gap)) and start - len(gap) in ends for gap in (", ", ",\u00a0")
        ):
            citation = replace(citation, of="other")
        if citation.of == "other":
            ends.add(citation.span.end)
        result.append(citation)
    return result
