"""Checks on the letters of drafts in the other official languages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from resolint.checks import check
from resolint.checks.shared.item_labels import look_alike_labels
from resolint.checks.shared.tongues import running, scanned
from resolint.checks.typ.arabic import mixed_figures
from resolint.checks.typ.kept import unlike_quotations
from resolint.findings import Edit, Fix, Hit
from resolint.lexicon.characters import LOOKALIKES
from resolint.model import Block, Document
from resolint.regex import lazy
from resolint.rule import Context

_MIXED = lazy(
    r"(?<![A-Za-z\u0400-\u04ff\d./-])(?=[\u0400-\u04ff]*[A-Za-z])(?=[A-Za-z]*[\u0400-\u04ff])[A-Za-z\u0400-\u04ff]{3,}"
)
_TO_CYRILLIC = str.maketrans({latin: letter for letter, latin in LOOKALIKES.items() if letter in "АВЕКМНОРСТХаеорсух"})
_TO_LATIN = str.maketrans(LOOKALIKES)


@check("TYP090")
def scripts_mixed(document: Document, context: Context) -> Iterator[Hit]:
    """Words of letters of two alphabets that look alike; in Arabic figures of two scripts."""
    if context.lexicon.language == "ar":
        yield from mixed_figures(document)
        return
    for block in (*document.blocks, *(block for note in document.footnotes for block in note.blocks)):
        yield from _mixed(block)
    yield from look_alike_labels(document)


_LONE = lazy(
    r"(?<=[\u0400-\u04ff][ ,] )[acoyACOBKYe](?= [\u0400-\u04ff])|(?<=[\u0400-\u04ff] )[acoyACOBKYe](?= [\u0400-\u04ff])"
)
"""A Latin letter that stands for a Russian word of one letter."""


_SPECIAL = lazy(r"(?<![\w/])(?=[A-Z]?[ЅЕ])[A-ZЅЕ]{1,2}(?=-\d{1,2}/\d)")
"""The letters of a resolution of a special session (*S-25/2*)."""
_SYMBOL = lazy(r"(?<![\w/])[A-ZАСЕТ]{1,4}(?:/[A-ZА-Я0-9.]{1,9}){1,5}(?![\w/])")
"""The symbol of a document, which has letters of the Latin alphabet alone."""


def _mixed(block: Block) -> Iterator[Hit]:
    if block.text.isascii():
        return
    for found in _SYMBOL.finditer(block.text):
        odd = ", ".join(dict.fromkeys(char for char in found[0] if char in LOOKALIKES))
        if odd and any(char.isdecimal() for char in found[0]):
            yield Hit(block.span(found.start(), found.end()), {"word": found[0], "letters": odd})
    for found in _SPECIAL.finditer(block.text):
        yield Hit(block.span(*found.span()), {"word": found[0], "letters": found[0]})
    for found in _MIXED.finditer(block.text):
        word = found[0]
        cyrillic, latin = word.translate(_TO_CYRILLIC), word.translate(_TO_LATIN)
        instead = latin if latin.isascii() else "" if any("A" <= char <= "z" for char in cyrillic) else cyrillic
        if instead:
            letters = ", ".join(dict.fromkeys(a for a, b in zip(word, instead, strict=True) if a != b))
            yield Hit(block.span(found.start(), found.end()), {"word": word, "letters": letters})
    for found in _LONE.finditer(block.text):
        yield Hit(block.span(found.start(), found.end()), {"word": found[0], "letters": found[0]})


_BLANKS = "\u00a0\u202f "
_FRENCH_MARK = lazy(r"(?<=[\w)\]»’%\ufffc])(?P<blank>[\u00a0\u202f ]?)(?P<mark>[;:?!])(?=\s|\ufffc|\Z)")
_BEFORE_COMMA = lazy(
    r"(?<=[^\W\d_]|[\ufffc»)])[\u00a0 ]{1,3}(?=,(?:\s|\Z|[^\W\d_]))|(?<=[^\W\d_])[\u00a0 ]{1,3}(?=\.\Z)"
)
_GLUED = lazy(r"(?<=[^\W\d_]{2})[,;](?=[^\W\d_])")
_NOTED = lazy(r"(?:[^\W\d_]|[)»’]|\d{4})\d{1,3}\Z")
"""The number of a note that has lost its height, which may have taken the blank along."""
_HAN, _INNER = "\u4e00", 4
_MANY = 12
"""One missing blank in so many is a slip; where more are missing, the source may have lost them."""


@check("TYP014 draft")
def french_blanks(document: Document, context: Context) -> Iterator[Hit]:
    """In French: no blank before ``; : ? !`` where the draft, or its edition, sets one, and a blank before a comma.

    From the year of the option ``sure_from`` on the blank is the rule; a draft without any is told so once.
    """
    with_blank: list[Hit] = []
    without: list[Hit] = []
    operative = {clause.body.block for act in document.acts for clause in act.operative}
    preambular = {clause.body.block for act in document.acts for clause in act.preamble}
    for block in running(document):
        for found in _FRENCH_MARK.finditer(block.text, block.lead):
            span = block.span(found.start("mark"), found.start("mark"))
            if found["blank"]:
                with_blank.append(Hit(span))
            elif block.id in preambular and found["mark"] == ";" and not block.text[found.end() :].strip():
                continue  # a semicolon for a comma, of which the rule on end marks speaks
            elif not _timed(block.text, found.start("mark")) and _NOTED.search(block.text[: found.start()]) is None:
                said = f"The blank that French sets before “{found['mark']}” is missing."
                edit = Edit(span, "\u00a0", "")
                without.append(Hit(span, {"said": said}, Fix("set a blank that does not break", (edit,), "safe")))
        for found in _GLUED.finditer(block.text, block.lead):
            at = block.span(found.end(), found.end())
            said = "A blank is missing behind this mark."
            yield Hit(at, {"said": said}, Fix("set a blank", (Edit(at, " ", ""),), "safe"))
        for found in _BEFORE_COMMA.finditer(block.text, block.lead):
            if block.id in operative and not block.text[found.end() + 1 :].strip():
                continue  # a comma for a semicolon, of which the rule on end marks speaks
            edit = Edit(block.span(found.start(), found.end()), "", found[0])
            said = "No blank belongs before this mark."
            yield Hit(edit.span, {"said": said}, Fix("take out the blank", (edit,), "safe"))
    new = context.edition is None or context.edition >= str(context.options["sure_from"])
    if with_blank and len(with_blank) + new > len(without):
        few = _MANY * len(without) <= len(with_blank)
        yield from (replace(hit, unsure=not few) for hit in without)
    elif new and without:
        # Sources that lost their blanks say nothing about the author; the marks of one edition are mended together or not at all.
        more = f" The draft sets none before any of {len(without)} marks." if len(without) > 1 else ""
        if with_blank:
            more = f" The draft sets it before {len(with_blank)} of {len(with_blank) + len(without)} marks."
        edits = tuple(edit for hit in without if hit.fix is not None for edit in hit.fix.edits)
        fix = Fix("set blanks that do not break", edits, "safe")
        yield Hit(without[0].span, {"said": without[0].values["said"] + more}, fix, unsure=True)


def _timed(text: str, at: int) -> bool:
    """Whether a colon stands in an hour or an address."""
    return text[at] == ":" and text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit()


@check("TYP005 draft")
def quotation_marks(document: Document, context: Context) -> Iterator[Hit]:
    """Quotation marks of another language, and straight ones; these are doubtful where the draft sets most of its quotations so."""
    opening, _, closing = str(context.options["right"]).partition(" ")
    doubtful = [tuple(pair.split(" ")) for pair in context.options.get("doubtful", ())]
    wrong = [*(tuple(pair.split(" ")) for pair in context.options["wrong"]), *doubtful]
    blocks = running(document)
    language = context.lexicon.language
    inner = "\u00a0" if language == "fr" else ""
    own = sum(block.text.count(opening) for block in blocks) if opening else 0
    straight = sum(block.text.count('"') for block in blocks) // 2
    # Texts recovered from a page lost the difference.
    typed = own > straight or (bool(opening) and document.origin.format != "text")
    # A scan reads apostrophes and specks as such marks.
    pairs = [pair for pair in wrong if pair[0] != "'" or not scanned(context)]
    pairs += [('"', '"')] if typed else []
    for block in blocks:
        for first, last in pairs:
            for start, end in _quoted(block.text, first, last, block.lead):
                if opening and _nested(block.text, start, opening, closing):
                    continue
                text = block.text[start:end]
                said = f"{text} is not set in the quotation marks of the language"
                right = f"{opening}{inner}{text[1:-1].strip(_BLANKS)}{inner}{closing}" if opening else ""
                edit = Edit(block.span(start, end), right, text)
                fix = Fix(f"write {right}", (edit,), "suggest") if right else None
                unsure = (first == '"' and own <= straight) or (first, last) in doubtful
                yield Hit(edit.span, {"said": f"{said}; write {right}." if right else f"{said}."}, fix, unsure=unsure)
    if not opening or context.options.get("alike"):
        yield from unlike_quotations(document, context)
    if language == "fr" and (context.edition is None or context.edition >= "2000"):
        missing = [hit for block in blocks for hit in _inner_blanks(block)]
        spaced = sum(len(_SPACED.findall(block.text)) for block in blocks)
        few = _MANY * len(missing) <= spaced
        yield from (replace(hit, unsure=not few) for hit in missing)


def _quoted(text: str, first: str, last: str, lead: int) -> Iterator[tuple[int, int]]:
    """Where quotations between two marks stand, the marks included."""
    at = lead
    while (start := text.find(first, at)) >= 0:
        end = text.find(last, start + 1)
        if end < 0 or end - start > 300:
            return
        if first != "'" or _quotes(text, start, end):
            yield start, end + 1
            at = end + 1
        else:
            at = start + 1


def _quotes(text: str, start: int, end: int) -> bool:
    """Whether two straight single marks are those of a quotation: no apostrophes, and more than a label between."""
    inner, around = text[start + 1 : end], text[start - 1 : start] + text[end + 1 : end + 2]
    apart = not any(char.isalnum() and char < _HAN for char in around)
    several = len(inner) >= _INNER and (" " in inner or inner[0] >= _HAN)
    return apart and several and not inner[0].isspace() and not inner[-1].isspace()


def _nested(text: str, at: int, opening: str, closing: str) -> bool:
    """Whether a place lies inside a quotation, where other marks are right."""
    return text.rfind(opening, 0, at) > text.rfind(closing, 0, at)


_UNSPACED = lazy("«(?=[^\\W_])|(?<=[\\w.!?)%])(?=»)")


_SPACED = lazy("«[ \u00a0\u202f]|[ \u00a0\u202f]»")


def _inner_blanks(block: Block) -> Iterator[Hit]:
    for found in _UNSPACED.finditer(block.text, block.lead):
        at = found.end()
        edit = Edit(block.span(at, at), "\u00a0", "")
        said = "The blank that French sets inside quotation marks is missing."
        yield Hit(edit.span, {"said": said}, Fix("set a blank that does not break", (edit,), "safe"))
