"""Numbers that an author typed in front of a paragraph: ``⇥1.⇥``, ``⇥⇥(a)⇥``, ``1. ``."""

from __future__ import annotations

from collections.abc import Container

from resolint.lexicon.labels import LATIN
from resolint.regex import lazy

_BLANK = r"[ \t\n\u00a0\u2002\u2003\u2007\u2009\u202f]"
_BIS = "|".join(LATIN)
_SURE = (
    r"\d{1,3}\.",  # 1.
    rf"\d{{1,3}}[ \u00a0]?(?:{_BIS})[.)]",  # 12 bis.
    rf"\((?:\d{{1,3}}|[a-z]{{1,2}})[ \u00a0](?:{_BIS})\)",  # (b bis)
    r"\d{1,3}(?:\.\d{1,3}){1,4}\.",  # 1.2.
    r"\(\d{1,3}\)",  # (1)
    r"\d{1,3}\)",  # 1)
    r"\([a-z]{1,2}\)",  # (a) (aa)
    r"\([ivxl]{1,7}\)",  # (viii)
    r"[a-z]\)",  # a)
    r"[ivxl]{1,7}\)",  # iv)
    r"[ivx]{1,5}\.",  # iv.
    r"[a-z]\.",  # a.
    r"[IVXL]{1,7}\.",  # IV.
    r"[A-Z]\.",  # A.
    r"[\u2022\u25aa\u25cf\u25e6\u2023\u2219\u00b7]",  # bullets
    r"[\u2013\u2014-]",  # dashes
)
_WITH_TAB = (
    r"\d{1,3}(?:\.\d{1,3}){0,4}",  # 4, 17.10
    r"\([A-Z]{1,2}\)",  # (A)
    r"\([IVXL]{1,7}\)",  # (IX)
    r"[IVXL]{1,7}",  # IV
    r"[A-Z]",  # A
    r"[ivxl]{1,7}",  # iv
    r"[a-z]",  # a
)
_TYPED = lazy(
    rf"{_BLANK}*(?:(?P<sure>{'|'.join(_SURE)})(?:{_BLANK}+|\Z)"
    rf"|(?P<tabbed>{'|'.join(_WITH_TAB)})(?=[ \u00a0]*\t){_BLANK}+)"
)
_LONG = lazy(rf"{_BLANK}*(?P<number>\d{{4}}\.)(?P<tab>{_BLANK}*\t)?{_BLANK}*(?=[A-Z])")
_STARS = lazy(rf"{_BLANK}*(\*{{1,5}}|[†‡§]){_BLANK}+")
_LEADING = lazy(rf"{_BLANK}*")


def typed(text: str, marked: Container[int] = ()) -> tuple[str, int]:
    """The label at the start of ``text`` and how many characters it and the blanks around it take; ("", 0) if none.

    A full stop or bracket makes a label before any blank; a bare number or letter only before a tab. A number of four
    digits may be a year: it is a label before a tab, or where an opening in italics or bold begins behind it, at one of
    the places ``marked``. Nothing is guessed: in ``6Also`` there is no label.
    """
    if found := _TYPED.match(text):
        return found["sure"] or found["tabbed"], found.end()
    found = _LONG.match(text)
    return (found["number"], found.end()) if found and (found["tab"] or found.end() in marked) else ("", 0)


def star(text: str) -> tuple[str, int]:
    """The mark of a star note (``* A/80/50.``) and its length with the blanks around it; ("", 0) if none."""
    found = _STARS.match(text)
    return (found[1], found.end()) if found else ("", 0)


def blanks(text: str) -> int:
    """How many characters of white space stand at the start."""
    found = _LEADING.match(text)
    return found.end() if found else 0
