"""Checks on single characters: look-alikes, ligatures, invisible ones, marks of other scripts, signs for words."""

from __future__ import annotations

from collections.abc import Iterator

from resolint.checks import check
from resolint.checks.shared.texts import english, texts
from resolint.findings import Edit, Fix, Hit
from resolint.lexicon import characters
from resolint.model import Block, Document
from resolint.regex import lazy
from resolint.rule import Context

_LATIN = lazy("[A-Za-z]")
_IN_WORD = lazy(r"[A-Za-z][a-z][−‒][a-z]{2}")
_OPEN_NAME = lazy(r"[A-Z]\w{1,20}[ \xa0][A-Z]\w{1,20}\Z")
"""Two words of a name, which a dash joins to the next as a hyphen could not: *a Member State–driven process*."""
_BETWEEN_WORDS = lazy(r"[a-z]{2}[,)]?[ \xa0][−‒][ \xa0][A-Za-z][a-z]")
_LIKE_OTHERS = frozenset((*characters.LIGATURES, *characters.LOOKALIKES, *"âÃÂ"))
_FOREIGN = frozenset((*characters.MARKS, *"–—"))
_LIKE_APOSTROPHES = frozenset("`´‘ʼ′ʹ‛＇")
_MIXED = lazy(r"[^\W\d_]+(?:[-’'\u2011][^\W\d_]+)*")
_APOSTROPHE = lazy(
    r"(?<=[A-Za-z])(?P<mark>[`´‘ʼ′ʹ‛＇])(?=(?:s|t|re|ve|ll|d|m)\b)|(?<=[a-z]s)(?P<after>[`´‘′])(?=[ \xa0,;.])"
)
_SIGN = lazy(
    r"(?<=[^\W\d_]{2}[ \xa0])(?P<sign>&|\+|b/w|w/o?|thru|cf)(?=[ \xa0][^\W_])|(?<=[a-z ]{2}[ \xa0])(?P<and>&)(?=[ \xa0])"
)
_SIGNS = ("&", "+", "w/", "b/w", "thru", "cf")
_FOR_SIGN = {"&": "and", "+": "and", "b/w": "between", "w/": "with", "w/o": "without", "thru": "through", "cf": "see"}
_COMPANY = lazy(r"\b(?:Co|Inc|Ltd|Sons|G[Mm][Bb][Hh]|Corp|Company|Group)\b|[A-Z]{4,}", 0)
_TWO_SINGLE = lazy(r"(?P<close>(?<=[\w.,;:!?)])(?:’’|'')(?!\w))|(?P<open>(?<![\w’‘'])(?:‘‘|''|’’|``)(?=\w))")
_DASHED = lazy(
    r"(?<=[a-z])[–—](?=(?:based|led|driven|cent(?:re|er)ed|oriented|related|wide|specific|sensitive|friendly|free|making|being|"
    r"term|level|scale|range|up|building|sharing|raising|making|keeping|operation|[a-z]{3,12}(?:ed|ing))\b)"
    r"|(?<=\b[Ss]ub)[–—](?=[a-z])|(?<=\b(?:[Nn]on|[Pp]re))[–—](?=[a-z])|(?<=\b(?:[Ss]elf|[Pp]ost|[Aa]nti))[–—](?=[a-z])"
    r"|(?<=\b(?:[Mm]ulti|[Ii]nter))[–—](?=[a-z])|(?<=\b(?:[Cc]o|[Rr]e))[–—](?=[a-z])"
)
"""A dash before the last part of a compound, or behind a prefix; partners of equal rank (*public–private*) may have one."""


@check("TYP021")
def lookalike(document: Document, context: Context) -> Iterator[Hit]:
    """Letters of another alphabet or ligatures inside of words in Latin letters, and garbled characters."""
    for block in texts(document):
        text = block.text
        if text.isascii() or _LIKE_OTHERS.isdisjoint(text):
            continue
        for word in _MIXED.finditer(text, block.lead):
            found = word.group()
            plain = "".join(characters.LIGATURES.get(sign, characters.LOOKALIKES.get(sign, sign)) for sign in found)
            if plain != found and _LATIN.search(found):
                yield _written(block, word.start(), found, plain)
        for at, sign in enumerate(text):
            made = characters.remade(text, at) if sign in "âÃÂ" else None
            if made is not None:
                yield _written(block, at, text[at : made[0]], made[1])


def _written(block: Block, at: int, found: str, plain: str) -> Hit:
    span = block.span(at, at + len(found))
    names = {"found": found, "instead": plain}
    return Hit(span, names, Fix(f"Write “{plain}” in plain letters", (Edit(span, plain, found),), "safe"))


@check("TYP022")
def invisible(document: Document, context: Context) -> Iterator[Hit]:
    """Characters that have no width."""
    for block in texts(document):
        text = block.text
        if text.isascii() or characters.INVISIBLE.isdisjoint(text):
            continue
        at = 0
        while at < len(text):
            end = at
            while end < len(text) and text[end] in characters.INVISIBLE:
                end += 1
            if end > at and not _right_to_left(text[max(0, at - 1) : end + 1]):
                span = block.span(at, end)
                # A space of no width between two words may be all that keeps them apart.
                apart = "\u200b" in text[at:end] and text[at - 1 : at].isalpha() and text[end : end + 1].isalpha()
                fix = Fix("Take it out", (Edit(span, "", text[at:end]),), "suggest" if apart else "safe")
                yield Hit(span, {}, fix)
            at = max(end, at + 1)


def _right_to_left(around: str) -> bool:
    return any("\u0590" <= sign <= "\u08ff" for sign in around)


@check("TYP023")
def foreign_mark(document: Document, context: Context) -> Iterator[Hit]:
    """Punctuation of another script or language, and dashes or minus signs that stand for a hyphen."""
    for block in texts(document):
        text = block.text
        if text.isascii() or _FOREIGN.isdisjoint(text) or not english(block):
            continue
        for at, sign in enumerate(text):
            plain = characters.MARKS.get(sign)
            if sign in "−‒":
                plain = _for_minus(text, at)
            elif plain is None and sign in "–—":
                plain = "-" if _DASHED.match(text, at) and not _OPEN_NAME.search(text, max(0, at - 40), at) else None
            if plain is None:
                continue
            end = at + 1
            if plain in ",;:" and not text[end : end + 1].isspace() and text[end : end + 1].isalpha():
                plain += " "
            span = block.span(at, end)
            yield Hit(span, {"found": sign, "instead": plain.strip()}, _plain_mark(block, at, end, plain))


def _for_minus(text: str, at: int) -> str | None:
    """What a minus sign stands for: a hyphen inside a word, a dash between words; None between numbers, letters and symbols."""
    if _IN_WORD.search(text[max(0, at - 3) : at + 3]):
        return "-"
    return "–" if _BETWEEN_WORDS.search(text[max(0, at - 4) : at + 5]) else None


def _plain_mark(block: Block, at: int, end: int, plain: str) -> Fix:
    """The English mark in the place of a foreign one and of the blanks before it; advice where another mark stands beside it."""
    text, title = block.text, f"Write “{plain.strip()}”"
    start = at
    if characters.ends_words(plain[0]):
        while start and text[start - 1] in " \t\xa0":
            start -= 1
        if characters.ends_words(text[start - 1 : start]) or characters.ends_words(text[end:].lstrip()[:1]):
            return Fix(title, (), "advice")
    return Fix(title, (Edit(block.span(start, end), plain, text[start:end]),), "safe")


@check("TYP026")
def two_single(document: Document, context: Context) -> Iterator[Hit]:
    """Two single quotation marks or apostrophes that stand for one double mark."""
    for block in texts(document):
        for found in _TWO_SINGLE.finditer(block.text, block.lead):
            plain = "“" if found["open"] else "”"
            span = block.span(*found.span())
            values = {"found": found.group(), "instead": plain}
            yield Hit(span, values, Fix(f"Write “{plain}”", (Edit(span, plain, found.group()),), "safe"))


@check("TYP019")
def apostrophe(document: Document, context: Context) -> Iterator[Hit]:
    """An accent, a prime or an opening quotation mark that stands for an apostrophe."""
    for block in texts(document):
        text = block.text
        if _LIKE_APOSTROPHES.isdisjoint(text):
            continue
        for found in _APOSTROPHE.finditer(text):
            start, end = found.span()
            opened = text.rfind("‘", 0, start)
            if found["after"] and opened > text.rfind("’", 0, start) and found["after"] != "‘":
                continue
            span = block.span(start, end)
            edit = Edit(span, "’", text[start:end])
            yield Hit(span, {"found": text[start:end]}, Fix("Write “’”", (edit,), "safe"))


@check("TYP024")
def sign_for_word(document: Document, context: Context) -> Iterator[Hit]:
    """*&*, *+*, *b/w* and the like for a word."""
    for block in texts(document):
        text = block.text
        if not any(sign in text for sign in _SIGNS) or not english(block):
            continue
        for found in _SIGN.finditer(text, block.lead):
            sign = found["sign"] or found["and"]
            start, end = found.span()
            if _COMPANY.search(text[max(0, start - 16) : start]) or _COMPANY.search(text[end : end + 32]):
                continue
            if text[start - 2 : start - 1] == ")":  # a name that ends in brackets
                continue
            span = block.span(start, end)
            instead = _FOR_SIGN[sign]
            edit = Edit(span, instead, sign)
            yield Hit(span, {"found": sign, "instead": instead}, Fix(f"Write “{instead}”", (edit,), "suggest"))
