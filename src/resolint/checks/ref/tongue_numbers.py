"""Numbers of resolutions in drafts in the other official languages that have the form of none: another sign, bracket or order.

The forms are those of every language: a session and a number (*70/1*), a number and a year (*1325 (2000)*) or a session in
Roman figures (*2625 (XXV)*; in Arabic *2625 (د-25)*).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from resolint.checks import check
from resolint.checks.shared.tongues import running, scanned, tongue_of
from resolint.findings import Edit, Fix, Hit
from resolint.lexicon.cited import REFERENCE
from resolint.lexicon.labels import roman, roman_value
from resolint.lexicon.tongues import Tongue, plain
from resolint.model import Block, Document
from resolint.regex import lazy
from resolint.rule import Context

_BLANK = "[ \u00a0\u202f]"
_FORMS = lazy(
    r"(?<![A-Za-z\u00c0-\u04ff\d_/.,\\(-])(?:"
    rf"(?P<stroke>(?P<s1>[3-9]\d|1\d\d){_BLANK}?[\\_|:⁄∕÷]{_BLANK}?(?P<s2>\d{{1,3}}))"
    r"|(?P<dash>(?P<d1>[3-9]\d|1\d\d)[-–.·•](?P<d2>\d{1,3}))"
    r"|(?P<series>(?:A/|E/|S/)?(?:RES|Res|res)[./ ]{1,2}(?P<r>\d{1,4}(?:/\d{1,3})?))"
    r"|(?P<yeared>(?P<y1>[1-9]\d{2,3})/(?P<y2>(?:19[4-9]|20[0-4])\d))"
    rf"|(?P<square>(?P<q1>[1-9]\d{{1,3}}){_BLANK}?[\[{{](?P<q2>(?:19[4-9]|20[0-4])\d)[\]}}])"
    rf"|(?P<short>(?P<t1>[1-9]\d{{2,3}}){_BLANK}?\(['’]?(?P<t2>\d\d)\))"
    rf"|(?P<romans>(?P<o1>[1-9]\d{{0,3}})(?:/|{_BLANK}?-{_BLANK}?|{_BLANK})(?P<o2>[IVXL]{{2,7}}))"
    r"|(?P<turned>(?P<u1>1[3-9]\d|[2-9]\d\d)/(?P<u2>[3-9]\d))"
    r"|(?P<of>(?P<f1>[1-9]\d{2,3}) (?:de|of|от|за|لعام|لسنة) (?P<f2>(?:19[4-9]|20[0-4])\d)(?: года)?)"
    r"|(?P<worded>(?P<w1>[1-9]\d{2,3}) \(?(?P<w2>(?:19[4-9]|20[0-4])\d) ?(?:года?|г\.|年)\)?)"
    r"|(?P<bare>(?P<b>(?!19[4-9]\d|20[0-4]\d)[12]\d{3})(?![ \u00a0]?(?:(?:[A-ZА-Я]|[\u0621-\u064a]{2,3}) ?)?[(\d]))"
    r"|(?P<latin>(?P<l1>[1-9]\d{0,3})(?P<letter> [A-Z])? ?\((?P<l2>[IVXL]{1,7})\))"
    r")(?![A-Za-z\u00c0-\u04ff\d_/\\]|[.,]\d)"
)
_YEARS = {"yeared": ("y1", "y2"), "square": ("q1", "q2"), "of": ("f1", "f2"), "worded": ("w1", "w2")}
"""The groups with number and year of the forms that have both."""
_FIRST_SHORT = 46
_NUMBER_OF_1990, _PER_YEAR, _ASTRAY = 683, 63, 150
"""The Security Council ended 1990 with resolution 683, and has adopted some 63 a year since."""
_SESSIONS = range(1, 31)
"""Sessions of the General Assembly whose resolutions bear a Roman number."""
_BEFORE, _BEHIND = 110, 28
_MORE = lazy(r"[ \ufffc]{0,2}(?:[A-ZА-Я](?!\w)|et |y |e |и |و|à |a |al? |(?:по|до) |إلى |[-–])")
"""What goes on after the first of several numbers, or of several letters of one."""
_LISTED = lazy(r"(?:,| et| y| e| и| و|،|-|–)[ \u00a0]?\d")
_ENDS = lazy(r"[;:؛；。]|\.\s")


@check("REF050")
def number_malformed(document: Document, context: Context) -> Iterator[Hit]:
    """What stands for the number of a resolution and has the form of none."""
    tongue, options = tongue_of(context), context.options
    word, joint = re.compile(options["words"]), re.compile(options["joints"])
    for block in running(document):
        if not any(char.isdecimal() for char in block.text):
            continue
        flat = plain(block.text)
        for found in _FORMS.finditer(flat):
            if found["bare"] and not _never_in_full(document, found["b"]):
                continue
            if _is_reference(flat, found, word, joint, tongue) and (right := _right(found, tongue)):
                yield _told(block, *found.span(), right, unsure=scanned(context), known=found["bare"] is None)
        for odd, right in options.get("joins", {}).items():
            if (at := flat.find(odd)) >= 0 and not flat[at - 1 : at].isalpha():
                yield _told(block, at, at + len(odd), right, unsure=False)
        for several, one in options["plurals"].items():
            yield from _alone(block, flat, several, one, word)


def _never_in_full(document: Document, number: str) -> bool:
    """Whether a number nowhere has its year: adopted texts leave it out behind the first mention, which an excerpt may not hold."""
    full = re.compile(rf"(?<!\d){number}[ \u00a0\u202f]?[(（]")
    return "masthead" not in document.origin.lost and not any(full.search(block.text) for block in running(document))


def _alone(block: Block, flat: str, several: str, one: str, word: re.Pattern[str]) -> Iterator[Hit]:
    """The plural before the only number of a paragraph (*ses résolutions 64/292 du 28 juillet 2010*)."""
    at = flat.find(several)
    while at >= 0:
        end = at + len(several)
        number = REFERENCE.match(flat, end)
        rest = flat[number.end() :] if number is not None else ""
        single = number is not None and REFERENCE.search(rest) is None and word.search(rest) is None
        if single and _MORE.match(rest) is None and not flat[at - 1 : at].isalpha():
            yield _told(block, at, end, one, unsure=False)
        at = flat.find(several, end)


def _told(block: Block, start: int, end: int, right: str, *, unsure: bool, known: bool = True) -> Hit:
    span = block.span(start, end)
    text = block.text[span.start : span.end]
    return Hit(
        span,
        {"text": text, "right": right},
        Fix(f"write “{right}”", (Edit(span, right, text),), "suggest") if known else None,
        unsure=unsure,
    )


def _is_reference(
    flat: str, found: re.Match[str], word: re.Pattern[str], joint: re.Pattern[str], tongue: Tongue
) -> bool:
    """Whether figures are the number of a resolution: by the word before, or by the list and the date that they stand in."""
    before = flat[max(0, found.start() - _BEFORE) : found.start()]
    ends = [end.end() for end in _ENDS.finditer(before)]
    before = before[ends[-1] if ends else 0 :]
    named = [one.end() for one in word.finditer(before)]
    listed = found["short"] and joint.search(before) is not None and "(" in _right(found, tongue)
    if tongue.code == "zh" and listed:
        return "第" in before
    if tongue.code == "zh" and before[-1:] == "第":
        return flat[found.end() :].startswith(("号", " 号"))
    if not named:
        return False
    dated = tongue.says("dated", flat[found.end() : found.end() + _BEHIND]) is not None
    # A hyphen may stand for a range: only a date tells that one resolution is meant.
    if not before[named[-1] :].strip(" \u00a0\u202f"):
        # A list of numbers may have the years of all behind them.
        return dated or not (found["dash"] or (found["bare"] and _LISTED.match(flat, found.end()) is not None))
    if listed and not found["bare"]:
        return True
    return dated and not found["bare"] and joint.search(before) is not None


def _right(found: re.Match[str], tongue: Tongue) -> str:
    """The number that is meant; empty where it is right as it is."""
    gap = "" if tongue.code == "zh" else " "
    match found.lastgroup and next(name for name, text in found.groupdict().items() if text is not None):
        case "stroke":
            return f"{found['s1']}/{found['s2']}"
        case "dash":
            return f"{found['d1']}/{found['d2']}"
        case "series":
            return str(found["r"])
        case "short":
            return _of_short(found["t1"], int(found["t2"]), gap, tongue)
        case "romans":
            session = roman_value(found["o2"]) or 0
            return f"{found['o1']}{gap}({_session(session, tongue)})" if session in _SESSIONS else ""
        case "yeared" | "square" | "of" | "worded" as form:
            number, year = _YEARS[form]
            return f"{found[number]}{gap}({found[year]})"
        case "bare":
            return f"{found['b']}{gap}(…)"
        case "turned":
            return f"{found['u2']}/{found['u1']}"
        case "latin" if tongue.code == "ar":
            session = roman_value(found["l2"]) or 0
            return (
                f"{found['l1']} ({_session(session, tongue)})" if session in _SESSIONS and not found["letter"] else ""
            )
    return ""


def _of_short(number: str, short: int, gap: str, tongue: Tongue) -> str:
    """*2601 (21)* is of the year 2021, *1904 (18)* of the eighteenth session: the Security Council counts on through the years."""
    year = 1900 + short if short >= _FIRST_SHORT else 2000 + short
    if abs(int(number) - _NUMBER_OF_1990 - _PER_YEAR * (year - 1990)) < _ASTRAY:
        return f"{number}{gap}({year})"
    return f"{number}{gap}({_session(short, tongue)})" if short in _SESSIONS else ""


def _session(session: int, tongue: Tongue) -> str:
    return f"د-{session}" if tongue.code == "ar" else roman(session)
