"""What is wrong with the form of a reference: the words of the text against what UN editors write.

These are faults of form, found in the text alone; ``resolint.citation.plausible`` doubts the facts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Literal

from resolint import regex
from resolint.citation import numbers
from resolint.citation.writing import format
from resolint.frozen import NamedTuple
from resolint.lexicon import Lexicon, dates, per_lexicon
from resolint.lexicon.ordinals import ordinal_value, ordinal_word
from resolint.lexicon.organs import abbreviations, organ_name
from resolint.model import Citation

FaultName = Literal[
    "symbol",
    "organ-abbreviated",
    "keyword-abbreviated",
    "number-word",
    "spacing",
    "letter-misplaced",
    "year-added",
    "year-missing",
    "year-by-slash",
    "roman",
    "plural-missing",
    "date-form",
    "ordinal-in-figures",
    "title-word",
    "series-abbreviated",
    "symbol-spacing",
]


EXPLANATIONS: Mapping[FaultName, str] = {
    "symbol": "a resolution is cited by its number, not by its symbol",
    "organ-abbreviated": "the organ is written out",
    "keyword-abbreviated": "the word is written out",
    "number-word": "no word stands before the number",
    "spacing": "blanks part number, letter and session",
    "letter-misplaced": "the letter stands after the number",
    "year-added": "only the Security Council puts a year in brackets",
    "year-missing": "a resolution of the Security Council has its year in brackets",
    "year-by-slash": "the Security Council puts its year in brackets",
    "roman": "the session stands in brackets, in roman figures up to 1975",
    "plural-missing": "several are cited in the plural",
    "date-form": "a date is written as in 5 October 2016",
    "ordinal-in-figures": "the ordinal is written in letters",
    "title-word": "the word before a title is entitled",
    "series-abbreviated": "the series is named in full",
    "symbol-spacing": "a symbol has no blanks",
}
"""Why each is a fault, in plain words."""


class Fault(NamedTuple):
    """A fault of form: its name, where it stands (offsets into the text), and what should stand there.

    ``replacement`` is None where no rewriting of these characters alone would do. ``safe`` tells that only
    spacing, punctuation or figures change.
    """

    name: FaultName
    start: int
    end: int
    replacement: str | None = None
    safe: bool = False


@per_lexicon
def _abbreviated_organ(lexicon: Lexicon) -> re.Pattern[str]:
    return regex.compiled(
        rf"\b(?P<code>{'|'.join(abbreviations(lexicon))})\s+(?=(?:[Rr]es|[Dd]ec))"
        r"|\b(?P<glued>UNSCRs?|SCRs?)\b"
    )


@cache
def _keyword() -> re.Pattern[str]:
    return regex.compiled(
        r"(?P<short>\b[Rr]es(?P<s>s)?\.)|\b(?P<word>[Rr]esolution|[Dd]ecision)(?P<plural>s)?\b"
        r"(?:\s+(?P<no>[Nn](?:os?\.?|umbers?|r\.?)(?=\s)))?"
    )


@per_lexicon
def _bad_date(lexicon: Lexicon) -> re.Pattern[str]:
    endings, short = "|".join(lexicon.grammar.ordinal_endings), "|".join(dates.short_months(lexicon))
    return regex.compiled(
        rf"\d(?:{endings})\b|\d\s+{lexicon.grammar.of}\s|^[A-Z][a-z]+\.?\s+\d{{1,2}}\b|^\d+[./-]\d+[./-]\d"
        rf"|[a-z]\.?,\s*\d{{4}}|\b(?:{short})\b"
    )


def of_form(text: str, citation: Citation, lexicon: Lexicon) -> tuple[Fault, ...]:
    """The faults of form of a citation found in ``text``, in order of place."""
    raw = text[citation.span.start : citation.span.end]
    check = _CHECKS.get(citation.kind)
    found = check(raw, citation, lexicon) if check else []
    offset = citation.span.start
    return tuple(sorted(Fault(f.name, f.start + offset, f.end + offset, f.replacement, f.safe) for f in found))


def _act(raw: str, citation: Citation, lexicon: Lexicon) -> list[Fault]:
    if citation.of == "this":
        return []
    found: list[Fault] = []
    if citation.symbol:
        start = raw.find(citation.symbol.split("/")[0] + "/")
        whole = start <= 0
        plain = f"{citation.kind} {citation.number}" if whole else citation.number
        start = max(start, 0)  # date and title behind the symbol stay
        found.append(Fault("symbol", start, start + len(citation.symbol), plain))
    organ = _abbreviated_organ(lexicon).search(raw)
    if organ and organ["glued"]:
        shown = f"{organ_name('SC', lexicon)} resolution{'s' if organ['glued'].endswith('s') else ''}"
        found.append(Fault("organ-abbreviated", organ.start(), organ.end(), shown))
    elif organ:
        found.append(
            Fault("organ-abbreviated", organ.start(), organ.end("code"), abbreviations(lexicon)[organ["code"]])
        )
    if not citation.symbol:
        found.extend(_keyword_faults(raw, citation))
        found.extend(_number_faults(raw, citation))
    found.extend(_title_word(raw))
    return found


def _keyword_faults(raw: str, citation: Citation) -> list[Fault]:
    match = _keyword().search(raw)
    if not match:
        return []
    if match["short"]:
        return [Fault("keyword-abbreviated", match.start(), match.end(), f"{citation.kind}{'s' if match['s'] else ''}")]
    found = []
    number = numbers.parse(citation.number or "")
    if match["no"] and number.style in ("session", "roman", "year"):
        found.append(Fault("number-word", match.start("no"), match.end("no") + 1, "", safe=True))
    several = " " in number.letters or "," in number.letters
    if several and not match["plural"]:
        found.append(Fault("plural-missing", match.end("word"), match.end("word"), "s"))
    return found


def _number_faults(raw: str, citation: Citation) -> list[Fault]:
    digits = regex.compiled(r"(?:E?S-)?\d+").match(citation.number or "")
    start = raw.replace("\u2011", "-").find(digits[0]) if digits else -1
    read = numbers.read(raw, start) if start >= 0 else None
    if read is None or read.number.style in ("other", "conference"):
        return []
    number, seen = read.number, raw[start : read.end].replace("\u2011", "-").replace("\u00a0", " ")
    if number.style == "bare":
        return [Fault("year-missing", start, read.end)] if citation.organ == "SC" else []
    if number.style == "session" and number.year:
        opened = start + len(seen[: seen.rfind("(")].rstrip())
        return [Fault("year-added", opened, read.end, "", safe=True)]
    session, second = number.session or "", number.base
    if number.style == "session" and session.isdecimal() and 100 <= int(session) < 1945 <= int(second) <= 2199:
        return [Fault("year-by-slash", start, read.end, f"{session} ({second})")]
    if seen == number.text:
        return []
    name: FaultName = "roman"
    if seen.replace(" ", "").replace("-", "") == number.text.replace(" ", "").replace("-", ""):
        name = "spacing"
    elif sorted(seen.replace(" ", "")) == sorted(number.text.replace(" ", "")):
        name = "letter-misplaced"
    return [Fault(name, start, read.end, number.text, safe=name == "spacing")]


def _title_word(raw: str) -> list[Fault]:
    match = regex.compiled(r"\s(titled|called)\s+[“\"]").search(raw)
    return [Fault("title-word", match.start(1), match.end(1), "entitled")] if match else []


def _document(raw: str, citation: Citation, _: Lexicon) -> list[Fault]:
    symbol = citation.symbol or ""
    flat = raw.replace("\u2011", "-").replace("–", "-").replace("\u00a0", " ").replace("\u00ad", "")
    if "/" not in flat or flat == symbol:
        return []
    return [Fault("symbol-spacing", 0, len(raw), symbol, safe=True)]


def _date(raw: str, citation: Citation, lexicon: Lexicon) -> list[Fault]:
    if not citation.date or not _bad_date(lexicon).search(raw):
        return []
    return [Fault("date-form", 0, len(raw), dates.words(citation.date, lexicon), safe=True)]


def _ordinal(raw: str, _: Citation, lexicon: Lexicon) -> list[Fault]:
    match = regex.compiled(r"\b\d{1,3}(?:st|nd|rd|th)\b").search(raw)
    value = ordinal_value(match[0], lexicon) if match else None
    if match and value is not None and value < 100:
        return [Fault("ordinal-in-figures", match.start(), match.end(), ordinal_word(value, lexicon), safe=True)]
    return []


def _treaty(raw: str, citation: Citation, lexicon: Lexicon) -> list[Fault]:
    if "UNTS" in raw or "U.N.T.S" in raw:
        return [Fault("series-abbreviated", 0, len(raw), format(citation, lexicon) if citation.number else None)]
    return []


_CHECKS = {
    "resolution": _act,
    "decision": _act,
    "document": _document,
    "date": _date,
    "session": _ordinal,
    "treaty series": _treaty,
}
