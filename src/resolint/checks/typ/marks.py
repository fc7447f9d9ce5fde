"""Checks on punctuation as such: blanks at marks, marks that stand twice, quotation marks and brackets without a partner."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from resolint.checks import check
from resolint.checks.shared.texts import english, texts
from resolint.findings import Edit, Fix, Hit
from resolint.lexicon import LANGUAGES
from resolint.model import NOTE_MARK, Block, Document
from resolint.regex import lazy
from resolint.rule import Context

_BEFORE = lazy(
    r"(?<=[^\s.…\ufffc(\[“])(?P<blanks>[ \xa0\u2009\u202f]{1,8})(?P<mark>(?<!\.[ \xa0])[,;:!?)\]”]|\.(?![\w.…]))"
    r"(?=[\s”’)\],;.\ufffc]|\Z)"
)
_BESIDE = lazy(r"[ \xa0\u2009\u202f][,;:!?)\]”.]|[(\[“][ \xa0\u2009\u202f]")
"""What both have; found many times faster."""
_AFTER_OPEN = lazy(r"(?<![\w.])(?P<mark>[(\[“])(?P<blanks>[ \xa0\u2009\u202f]{1,8})(?=[\w“])")
_GLUED = lazy(
    r"(?P<before>[^\W\d_]{2}|[a-z\d]\)|[a-z]{2}\d?”)(?P<mark>[,;]|:(?=[a-z]))(?P<after>[^\W\d_]{2})"
    r"|(?P<word>[a-z]{3})(?P<stop>\.)(?P<next>[A-Z][a-z]+[ ,])"
    r"|(?P<left>[a-z]{3})(?P<open>\()(?P<inside>[a-z]{3}|[a-z]{2} )"
    r"|(?P<close>[a-z]{2}\))(?P<right>[a-z]{3})"
)
_TOUCHING = lazy(r"[,;:.)][^\W\d_]|[a-z]\([a-z]")
"""What all of these have; found many times faster."""
_CODE = lazy(r"(?<!\S)\S*(?:://|www\.|@|/)\S*")
_TWICE = lazy(r"(?P<first>[,;:.，；：。、،؛])(?P<gap>[ \xa0]{0,2})(?P<second>[,;:.，；：。、،؛])(?![.…])")
_SHORTENED = lazy(
    r"(?:\b(?:[A-Za-z]|[A-Z][a-z]{0,3}|etc|ibid|viz|al|seq|cit|vol|para|paras|art|chap|sect|fig|ed|eds|approx|incl|esp|pp|No|Nos|Corp|Rev|dept|govt|jr|sr|"
    r"St|Ltd|Inc|Co|Bros|Prof|Gen|Col|Capt|Sgt|Univ|Dr|Mr|Mrs|Ms)|\b[A-Za-z]\.[A-Za-z])\Z",
    re.IGNORECASE,
)
_BRACKET = lazy("[()]")
_NUMBERED = lazy(r"(?:^|[\s(,;])(?:[a-z]{1,4}|\d{1,3}|[A-Z])\Z")
_OPENS = lazy(r"(?:^|(?<=[\s(\[—–/\ufffc]))”(?=\w)")
_CLOSES = lazy(r"(?<=[\w.,;:!?)])“(?=[\s,;.:)\]\ufffc]|\Z)")


@check("TYP014")
def blank_at_mark(document: Document, context: Context) -> Iterator[Hit]:
    """A blank before a comma, a stop or a closing mark, or after an opening one."""
    for block in texts(document):
        if not _BESIDE.search(block.text):
            continue
        found = [*_BEFORE.finditer(block.text, block.lead), *_AFTER_OPEN.finditer(block.text, block.lead)]
        if not found or not english(block):
            continue
        for match in sorted(found, key=lambda match: match.start()):
            span = block.span(match.start("blanks"), match.end("blanks"))
            edit = Edit(span, "", match["blanks"])
            yield Hit(block.span(*match.span()), {"mark": match["mark"]}, Fix("Take the blank out", (edit,), "safe"))


@check("TYP015")
def blank_missing(document: Document, context: Context) -> Iterator[Hit]:
    """No blank after a comma, a semicolon, a colon or a full stop, or around a bracket."""
    notes = {(note.anchor.block, note.anchor.start) for note in document.footnotes if note.anchor is not None}
    for block in texts(document):
        text = block.text
        yield from _behind_notes(block, notes)
        if not _TOUCHING.search(text):
            continue
        found = list(_GLUED.finditer(text, block.lead))
        if not found or not english(block):
            continue
        codes = [match.span() for match in _CODE.finditer(text) if "/" in match.group() or "@" in match.group()]
        for match in found:
            name = "mark" if match["mark"] else "stop" if match["stop"] else "open" if match["open"] else "close"
            at = match.start("open") if name == "open" else match.end(name)
            if any(start <= match.start() < end for start, end in codes) or _dotted(text, match.start(), match.end()):
                continue
            span = block.span(match.start(), match.end())
            edit = Edit(block.span(at, at), " ", "")
            yield Hit(span, {"text": text[span.start : span.end]}, Fix("Put a blank in", (edit,), "safe"))


def _behind_notes(block: Block, notes: Collection[tuple[str, int]]) -> Iterator[Hit]:
    """A word that touches the mark of a note before it."""
    text = block.text
    at = text.find(NOTE_MARK)
    while at >= 0:
        if text[at + 1 : at + 3].isalpha() and len(text[at + 1 : at + 3]) == 2 and (block.id, at) in notes:
            end = next((place for place in range(at + 1, len(text)) if not text[place].isalpha()), len(text))
            edit = Edit(block.span(at + 1, at + 1), " ", "")
            yield Hit(block.span(at, end), {"text": text[at + 1 : end]}, Fix("Put a blank in", (edit,), "safe"))
        at = text.find(NOTE_MARK, at + 1)


def _dotted(text: str, start: int, end: int) -> bool:
    """Whether the word around a full stop has another one inside: an address, or a motto such as *Think.Eat.Save*."""
    low, high = start, end
    while low > 0 and not text[low - 1].isspace():
        low -= 1
    while high < len(text) and not text[high].isspace():
        high += 1
    return text[low:high].strip(".,;:").count(".") > 1


@check("TYP016")
def mark_doubled(document: Document, context: Context) -> Iterator[Hit]:
    """Two marks of punctuation where one belongs."""
    closing = {
        block: "," if clause.role == "preambular" else ";"
        for _, clause in document.clauses()
        if clause.role in ("preambular", "operative")
        for block in clause.blocks
    }
    own, own_language = _abbreviation(context), context.lexicon.language in LANGUAGES
    scanned = not own_language and context.edition is not None and context.edition < "2000"
    for block in texts(document):
        text = block.text
        for match in _TWICE.finditer(text, block.lead):
            first, second = match["first"], match["second"]
            before = text[max(0, match.start() - 12) : match.start()]
            if text[match.start() - 1 : match.start()] in (".", "…", ""):
                continue
            if first == "." and (_SHORTENED.search(before) or before[-1:].isdecimal()):
                continue
            if first == "." != second and own is not None and own.search(before) is not None:
                continue
            if match["gap"] and (first != second or first == "."):
                continue
            if before.endswith(("/", ":")) or (own_language and not english(block)):
                continue
            span = block.span(*match.span())
            ends = not text[match.end() :].strip(" \t\n\xa0" + NOTE_MARK)
            wanted = closing.get(block.id, "") if ends else ""
            keep = first if first == second else wanted if wanted in (first, second) else ""
            values = {"found": match.group(), "instead": keep or f"{first} or {second}"}
            fix = Fix(f"Write “{keep}”", (Edit(span, keep, match.group()),), "safe") if keep else None
            yield Hit(span, values, fix, unsure=scanned)


def _abbreviation(context: Context) -> re.Pattern[str] | None:
    """The abbreviations of another language than English, by its table, whose stops stand before other marks."""
    if context.lexicon.language in LANGUAGES:
        return None
    from resolint.checks.shared.tongues import tongue_of

    return tongue_of(context).patterns.get("abbreviation")


@check("TYP025")
def quotation_turned(document: Document, context: Context) -> Iterator[Hit]:
    """A curved quotation mark that is turned the wrong way round."""
    for block in texts(document):
        for at, instead in _turned(block.text).items():
            edit = Edit(block.span(at, at + 1), instead, block.text[at])
            yield Hit(edit.span, {"instead": instead}, Fix("Turn the mark", (edit,), "safe"))


@check("TYP017")
def quotation_unpaired(document: Document, context: Context) -> Iterator[Hit]:
    """A quotation mark that opens a quotation without an end, or closes one without a beginning."""
    blocks = list(texts(document))
    quoting = False
    for place, block in enumerate(blocks):
        opened, closed = _unpaired(block.text)
        if not quoting and document.kind != "amendment":
            for at in closed:
                begin = _begin(block, at)
                yield Hit(block.span(begin, at + 1), {"fault": "closes a quotation that nothing opened"})
        goes_on = bool(opened) and _goes_on(blocks, place, opened[-1])
        for at in () if goes_on else opened:
            yield Hit(block.span(at, _end(block.text, at)), {"fault": "opens a quotation that nothing closes"})
        quoting = goes_on or (quoting and not closed)


_ENDS = lazy(r"[,;.](?=\s|\Z|\ufffc)|\ufffc|[ \xa0](?=\()|\Z")
_ENTITLED = lazy(r"\b(?:entitled|titled|called|named|theme|themes|item|motto|words)[ \xa0](?:on[ \xa0])?(?=\S)")
_LONGEST = 300


def _end(text: str, opened: int) -> int:
    """Where the words behind a mark that opens may end, so that a reader sees both places."""
    found = _ENDS.search(text, opened + 1, opened + _LONGEST)
    return found.start() if found is not None else opened + 1


def _begin(block: Block, closed: int) -> int:
    """Where the words before a mark that closes begin, where a word such as *entitled* tells it; else the mark itself."""
    begin = max(block.lead, block.text.rfind("”", 0, closed) + 1, closed - _LONGEST)
    found = [match.end() for match in _ENTITLED.finditer(block.text, begin, closed)]
    return found[-1] if found else closed


def _turned(text: str) -> dict[int, str]:
    """The places of curved marks that are turned the wrong way round, with the right one."""
    if "”" not in text and "“" not in text:
        return {}
    found = {match.start(): "“" for match in _OPENS.finditer(text)}
    found.update({match.start(): "”" for match in _CLOSES.finditer(text)})
    return found


def _unpaired(text: str) -> tuple[list[int], list[int]]:
    """The places of marks that open a quotation without an end, and of those that close one without a beginning."""
    opened: list[int] = []
    closed: list[int] = []
    if not any(sign in text for sign in '“”"'):
        return opened, closed
    turned = _turned(text)
    for at, sign in enumerate(text):
        sign = turned.get(at, sign)
        if sign == '"':
            sign = "”" if opened else "“"
        if sign == "“":
            opened.append(at)
        elif sign == "”":
            if opened:
                opened.pop()
            elif not text[at - 1 : at].isdecimal():  # inches and seconds
                closed.append(at)
    return opened, closed


_FAR = 60


def _goes_on(blocks: list[Block], place: int, opened: int) -> bool:
    """Whether a quotation goes on after its paragraph: the next one opens it anew, or a later one closes it.

    Without being opened anew only whole paragraphs are quoted, from the beginning of one or after a colon.
    """
    following = blocks[place + 1 : place + 1 + _FAR]
    if following and following[0].text.lstrip(" \t\xa0").startswith(("“", '"')):
        return True
    before = blocks[place].text[:opened].rstrip(" \t\xa0")
    if len(before) > blocks[place].lead and not before.endswith(":"):
        return False
    for block in following:
        open_there, closed = _unpaired(block.text)
        if open_there or closed:
            return bool(closed)
    return False


@check("TYP018")
def bracket_unpaired(document: Document, context: Context) -> Iterator[Hit]:
    """A round bracket that nothing closes or that nothing opened. Square ones are marks of a negotiation."""
    for block in texts(document):
        text = block.text
        alone = list(_brackets(text, block.lead))
        if alone and english(block):
            for at, opens in alone:
                fault = "opens and nothing closes it" if opens else "closes and nothing opened it"
                yield Hit(block.span(at, at + 1), {"fault": fault})


def _brackets(text: str, lead: int) -> Iterator[tuple[int, bool]]:
    opened: list[int] = []
    for sign in _BRACKET.finditer(text):
        at = sign.start()
        if sign[0] == "(":
            opened.append(at)
        elif opened:
            opened.pop()
        elif at >= lead and not _NUMBERED.search(text[max(0, at - 6) : at]):
            yield at, False
    for at in opened:
        if at >= lead:
            yield at, True


@check("TYP020")
def blank_before_note(document: Document, context: Context) -> Iterator[Hit]:
    """A blank before the mark of a note."""
    notes = {(note.anchor.block, note.anchor.start) for note in document.footnotes if note.anchor is not None}
    for block in texts(document):
        text = block.text
        first = len(text) - len(text.lstrip())
        at = text.find(NOTE_MARK)
        while at >= 0:
            start = at
            while start > 0 and text[start - 1] in " \xa0":
                start -= 1
            last = start - 1
            while last >= 0 and text[last] in ", \xa0":
                last -= 1
            alone = start > first and (last < 0 or text[last] != NOTE_MARK)
            if start < at and alone and (block.id, at) in notes:
                span = block.span(start, at)
                edit = Edit(span, "", text[start:at])
                yield Hit(span, {}, Fix("Take the blank out", (edit,), "safe"))
            at = text.find(NOTE_MARK, at + 1)
