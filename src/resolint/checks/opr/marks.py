"""Checks on what a negotiation leaves behind, on the form of references to paragraphs, and on requests for reports."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resolint import regex
from resolint.checks import check
from resolint.checks.shared.clauses import head, inside, matches, prose, quotations
from resolint.findings import Edit, Fix, Hit
from resolint.lexicon import Lexicon, per_lexicon
from resolint.lexicon.dates import month_number
from resolint.lexicon.labels import LATIN
from resolint.lexicon.organs import OF_PROFILE
from resolint.lexicon.remarks import LABEL, remarks
from resolint.model import Block, Document
from resolint.regex import lazy
from resolint.rule import Context

_WORD = lazy(r"[a-z]+")
_ALTERED = lazy(r"\[(?:[A-Za-z]{1,3}|sic|…|\.\.\.|\d{4})\]")
_IN_TITLE = lazy(r"[\w’-]+ \[[A-ZÀ-Þ][\w’-]{3,20}\] [–—-] ")
"""A word in brackets inside of a title that is quoted, and no place that is still to be filled."""
_MARKS = lazy(
    r"\(?\b(?:(?:agreed|ag\.)[ \xa0]ad[ \xa0]ref(?:erendum)?|ad[ \xa0]ref)\b\.?(?:[ \xa0]\d{1,2}[/.]\d{1,2})?\)?"
    rf"|\b(?:PP|OP)[ \xa0]?\d{{1,3}}[ \xa0]?(?:{'|'.join(LATIN)}|alt)\b"
    r"|\b(?:PP|OP)[ \xa0]?\d{1,3}(?=[ \xa0]?[:.\t])"
    r"|(?<![\w.])(?:TBC|TBD|tbc|tbd)(?![\w.])"
)
_BLANK_DAY = lazy(r"(?<![\w.(/-])XXX?(?=[ \xa0]([A-Z][a-z]{2,8})\b)")
_MARK_SIGNS = ("ad ref", "ad\xa0ref", "PP", "OP", "TB", "tb", "XX")
_REFERENCE = lazy(
    r"(?P<bad>\b(?:OP|PP|op\.|operative[ \xa0]paragraphs?|operative[ \xa0]para\.?|paras?\.|paras?)[ \xa0]?)"
    r"(?P<number>\d{1,3})\b"
    r"|(?<![.;:“”\"(\ufffc][ \xa0\t])(?<=[a-z,][ \xa0])(?P<capital>P)aragraphs?[ \xa0]\d"
)


@per_lexicon
def _kept(lexicon: Lexicon) -> re.Pattern[str]:
    """What stands in brackets in a text that nobody negotiates any more."""
    return regex.compiled(
        r"\[(?:on behalf of|without (?:reference to|a vote)|adopted |resolution |decision |A/|E/|S/|ST/"
        rf"|{lexicon.grammar.original}:|(?-i:[A-Z][A-Za-z]{{1,10}}/[A-Z]\w*/[^\]]{{1,30}}\]))",
        re.IGNORECASE,
    )


@check("OPR020")
def negotiation_marks(document: Document, context: Context) -> Iterator[Hit]:
    """Square brackets and working marks of a negotiation in the title or the text.

    More than the option ``many`` are a text that is still negotiated: one hit for all of them, at the first.
    """
    hits = [*_negotiated(document, context), *_headed(document, context.lexicon)]
    many = int(context.options.get("many", len(hits)))
    if len(hits) <= many:
        yield from hits
        return
    words = hits[0].values["found"]
    yield Hit(hits[0].span, {"found": words, "more": f"; {len(hits) - 1} more such marks follow"})


def _negotiated(document: Document, context: Context) -> Iterator[Hit]:
    for block in prose(document):
        text = block.text
        ranges = quotations(text)
        told: list[tuple[int, int]] = []
        for hit in _marked(block, ranges, context.lexicon):
            if (hit.span.start - 1, hit.span.end + 1) in told:
                continue  # the words of a bracket that was told
            told.append((hit.span.start, hit.span.end))
            yield hit
        for start, end in remarks(text, block.lead) if context.language == "en" else ():
            # A bracket with *PP 3* is told by what it names (PRC008), and a label by its mark.
            known = text.startswith(("(", "PP"), start)
            if not known and not any(low < end and start < high for low, high in (*told, *ranges)):
                yield Hit(
                    block.span(start, end), {"found": _cut(text[start:end]), "more": ""}, _unlabelled(block, start)
                )


def _headed(document: Document, lexicon: Lexicon) -> Iterator[Hit]:
    """Working marks in what stands as a heading among the paragraphs; what is in brackets there is not looked at."""
    for block in dict.fromkeys(document.block(one.span.block) for act in document.acts for one in act.headings):
        for match in _marks(block.text, lexicon) if any(sign in block.text for sign in _MARK_SIGNS) else ():
            yield Hit(block.span(*match.span()), {"found": match.group(), "more": ""})


def _marked(block: Block, ranges: list[tuple[int, int]], lexicon: Lexicon) -> Iterator[Hit]:
    text = block.text
    if "[" in text or "]" in text:
        yield from _brackets(block, ranges, lexicon)
    for match in _marks(text, lexicon) if any(sign in text for sign in _MARK_SIGNS) else ():
        if not inside(ranges, *match.span()) and match.end() > block.lead:
            values = {"found": match.group(), "more": ""}
            yield Hit(block.span(*match.span()), values, _unlabelled(block, match.start()))


def _unlabelled(block: Block, start: int) -> Fix | None:
    """The fix that takes the number of the room out, where one stands at ``start`` before the words of a paragraph."""
    label = LABEL.match(block.text, block.lead)
    if label is None or label.start("label") != start:
        return None
    edit = Edit(block.span(start, label.end()), "", block.text[start : label.end()])
    return Fix("Take the label out", (edit,), "suggest")


def _marks(text: str, lexicon: Lexicon) -> Iterator[re.Match[str]]:
    yield from _MARKS.finditer(text)
    yield from (match for match in _BLANK_DAY.finditer(text) if month_number(match[1], lexicon))


def _brackets(block: Block, ranges: list[tuple[int, int]], lexicon: Lexicon) -> Iterator[Hit]:
    """Each outermost bracket of a block; one that opens or closes elsewhere counts for itself."""
    text, depth, start = block.text, 0, 0
    for place, sign in enumerate(text):
        if sign == "[":
            if depth == 0:
                start = place
            depth += 1
        elif sign == "]" and depth:
            depth -= 1
            if depth == 0:
                yield from _bracket(block, start, place + 1, ranges, lexicon)
        elif sign == "]":
            yield Hit(block.span(place, place + 1), {"found": "]", "more": ""})
    if depth and not _kept(lexicon).match(text, start):
        yield Hit(block.span(start, start + 1), {"found": "[", "more": ""})


def _bracket(block: Block, start: int, end: int, ranges: list[tuple[int, int]], lexicon: Lexicon) -> Iterator[Hit]:
    words = block.text[start:end]
    quoted = inside(ranges, start, end)
    if _kept(lexicon).match(words) or (quoted and _ALTERED.fullmatch(words)):
        return
    word_before = block.text.rfind(" ", 0, max(0, start - 1)) + 1
    if quoted and _IN_TITLE.match(block.text, word_before):
        return
    yield Hit(block.span(start, end), {"found": _cut(words), "more": ""})


def _cut(words: str) -> str:
    """What a message shows of long words."""
    return words if len(words) <= 60 else f"{words[:40].rstrip()} … {words[-10:]}"


@check("OPR019")
def reference_form(document: Document, context: Context) -> Iterator[Hit]:
    """References to paragraphs by *OP 5*, *para. 5* or *Paragraph 5*; *(see para. 5)* in brackets is let pass."""
    for block, match in matches(document, _REFERENCE, having=("OP", "PP", "op.", "operative", "para", "Paragraph")):
        noted = block.text[max(0, match.start() - 5) : match.start()].lstrip().endswith(("(", "(see "))
        noted = noted or _unlabelled(block, match.start()) is not None or _in_list(block.text, match.start())
        if match.start() < block.lead or noted or (match["bad"] or "").startswith("PP"):
            continue
        if match["capital"]:
            span = block.span(match.start(), match.start() + 1)
            fix = Fix("Write a small letter", (Edit(span, "p", "P"),), "suggest")
            told = {"found": match.group(), "instead": f"p{match.group()[1:]}"}
            yield Hit(block.span(*match.span()), told, fix)
            continue
        words = match["bad"]
        plural = words.rstrip(" .\xa0").endswith("s")
        instead = "paragraphs " if plural else "paragraph "
        edit = Edit(block.span(match.start(), match.end("bad")), instead, words)
        told = {"found": match.group(), "instead": instead + match["number"]}
        yield Hit(block.span(*match.span()), told, Fix("Write the word out", (edit,), "suggest"))
    if OF_PROFILE.get(context.profile) != "SC":
        yield from _without_side(document)


_BARE = lazy(
    r"\b(?:(?:referred[ \xa0]to|mentioned|set[ \xa0](?:out|forth)|described|established|listed|contained|requested|convened)[ \xa0]"
    r"(?:in|under|by|pursuant[ \xa0]to)|pursuant[ \xa0]to|in[ \xa0]accordance[ \xa0]with)[ \xa0]"
    r"(?P<bare>(?:sub)?paragraph[ \xa0](?P<number>\d{1,2})(?:[ \xa0]\([a-z]\))?)"
    r"(?=[;,]|\.?$|[ \xa0](?:can|are|is|shall|should|may|will|and[ \xa0]to)\b)"
)


def _without_side(document: Document) -> Iterator[Hit]:
    """*Referred to in paragraph 6*, of the draft itself: above or below."""
    for act in document.acts:
        known = {clause.number for clause in act.operative if clause.number.isdecimal()}
        for clause in act.operative:
            for block in [document.block(block) for inner in clause.walk() for block in inner.blocks]:
                for match in _BARE.finditer(block.text, block.lead) if "aragraph" in block.text else ():
                    number = match["number"]
                    if number in known and number != clause.number and clause.number.isdecimal():
                        side = "above" if int(number) < int(clause.number) else "below"
                        told = {"found": match["bare"], "instead": f"{match['bare']} {side}"}
                        yield Hit(block.span(*match.span("bare")), told, Fix("Add the side", (), "advice"), unsure=True)


def _in_list(text: str, place: int) -> bool:
    """Whether a place stands in brackets behind a semicolon, as in a list of sources: *(rules 6, para. 1; and 60, para. 1)*."""
    start = text.rfind("(", 0, place)
    end = text.find(")", place)
    return start > text.rfind(")", 0, place) and end > 0 and ";" in text[start:end]


_REPORT = lazy(
    r"\b(?:to report|to submit (?:to [^,;]{3,60} )?a[^,;]{0,40} report|to prepare a[^,;]{0,40} report)\b(?P<rest>[^;]*)"
)
_WHEN = lazy(
    r"year|annual|month|quarter|regular|day|\b(?:19|20)\d\d\b|period|segment|debate|conference|congress|thereafter"
    r"|programmes? of work|orally|prior|before|soon|course|conclu|necessary|appropriate|biennial",
    re.IGNORECASE,
)


def _dated(text: str, lexicon: Lexicon) -> bool:
    """Whether a text says when something is due, or at which occasion."""
    lowered, occasions = text.lower(), lexicon.grammar.occasions
    return occasions.session in lowered or occasions.meeting in lowered or _WHEN.search(text) is not None


@check("OPR012")
def report_undated(document: Document, context: Context) -> Iterator[Hit]:
    """Requests for a report that do not say when or to which session it is due.

    The option ``verbs`` holds the verbs, in their base form, that such a paragraph opens with.
    """
    verbs = frozenset(context.options.get("verbs", ()))
    for act in document.acts:
        for clause in act.operative:
            block = document.block(clause.body.block)
            match = _REPORT.search(block.text, clause.body.start)
            if not match or clause.children or _dated(block.text, context.lexicon):
                continue
            found = head(document, clause, context.lexicon)
            if found is not None and found.opening.form == "third" and found.opening.verb in verbs:
                yield Hit(block.span(match.start(), match.start("rest")), {"found": match.group()[:40].strip()})


_QUALIFIER = lazy(
    r", (?P<words>as appropriate|where appropriate|as necessary|as applicable|where applicable) (?=[a-z])"
)
_GOES_ON = (
    "and",
    "or",
    "to",
    "for",
    "in",
    "on",
    "by",
    "with",
    "at",
    "through",
    "under",
    "from",
    "of",
    "within",
    "depending",
)


@check("OPR021")
def qualifier_comma(document: Document, context: Context) -> Iterator[Hit]:
    """A qualifier such as *as appropriate* with a comma before it and none after."""
    for block, match in matches(document, _QUALIFIER, having=(", as ", ", where ")):
        following = _WORD.match(block.text, match.end())
        if following and following.group() not in _GOES_ON:
            place = match.end("words")
            edit = Edit(block.span(place, place), ",", "")
            yield Hit(
                block.span(place, place), {"found": match["words"]}, Fix("Close with a comma", (edit,), "suggest")
            )
