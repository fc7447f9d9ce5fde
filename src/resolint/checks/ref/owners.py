"""Checks on whose resolution a number is: each organ numbers its own in a form of its own, and none is ahead of its sessions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resolint.checks import check
from resolint.checks.shared.clauses import inside, quotations
from resolint.checks.shared.texts import texts
from resolint.findings import Hit
from resolint.lexicon import masthead
from resolint.lexicon.organs import OF_PROFILE, organ_name
from resolint.model import NOTE_MARK, Block, Document
from resolint.regex import lazy
from resolint.rule import Context

_NUMBER = r"(?P<number>(?:ES-|S-)?\d{1,4}(?:/\d{1,3}|[ \xa0]\([A-Z\d-]{1,8}\)))(?![\w/])"
_ITS = lazy(
    r"[A-Z][a-z]+(?:[ \xa0](?!that\b)[a-z]+){0,3}?[ \xa0]"
    rf"(?P<words>its[ \xa0](?:own[ \xa0])?(?:relevant[ \xa0])?resolutions?[ \xa0]{_NUMBER})"
)
_NOTE = lazy(rf"(?P<words>(?:See[ \xa0])?[Rr]esolution[ \xa0]{_NUMBER})")
_YEARLY = lazy(r"(?:19|20)\d\d/\d{1,3}")
_OF_SESSION = lazy(r"(?P<session>\d{1,3})/\d{1,3}")
_COUNCIL = lazy(r"\d{1,4}[ \xa0]\((?:19|20)\d\d\)")
_SYMBOL_SESSION = lazy(r"(?:A/HRC/|UNEP/EA\.|A/(?:C\.\d/)?)(?P<session>\d{1,3})/")
_EARLY = 31
"""From this session on the Assembly numbers its resolutions by session and number."""


@check("REF038")
def of_other_organ(document: Document, context: Context) -> Iterator[Hit]:
    """*Its resolution 70/1* in a text of the Economic and Social Council; a note *Resolution 61/295.* there."""
    own = OF_PROFILE.get(context.profile) or ("UNEA" if (document.head.symbol or "").startswith("UNEP/EA.") else "")
    if not own or len(document.acts) != 1 or "/S-" in (document.head.symbol or ""):
        return  # acts that one organ recommends to another speak for that one
    latest = _latest(document, context)
    name = organ_name(own, context.lexicon)
    notes = {block.id for note in document.footnotes for block in note.blocks}
    for block in texts(document):
        for match in _found(block, block.id in notes):
            other = _owner(match["number"].replace("\xa0", " "), own, latest)
            if other and not inside(quotations(block.text), *match.span("words")):
                values = {"number": match["number"], "own": name, "other": organ_name(other, context.lexicon)}
                yield Hit(block.span(*match.span("words")), values)


def _found(block: Block, note: bool) -> Iterator[re.Match[str]]:
    if note:
        lead = len(block.text) - len(block.text.lstrip(f" \xa0\t{NOTE_MARK}"))
        match = _NOTE.match(block.text, lead)
        yield from (match,) if match is not None else ()
    elif "esolution" in block.text:
        match = _ITS.match(block.text, block.lead)
        yield from (match,) if match is not None else ()


def _latest(document: Document, context: Context) -> int:
    """The session that the draft belongs to, 0 if nothing tells it."""
    match = _SYMBOL_SESSION.match(document.head.symbol or "")
    if match is not None:
        return int(match["session"])
    return (masthead.session_number(document.head.session, context.lexicon) or 0) if document.head.session else 0


def _owner(number: str, own: str, latest: int) -> str:
    """The organ whose resolution this must be, if it cannot be one of ``own``; empty if it can."""
    if _COUNCIL.fullmatch(number):
        return "" if own == "SC" else "SC"
    if _YEARLY.fullmatch(number):
        return "" if own == "ECOSOC" else "ECOSOC"
    session = _OF_SESSION.fullmatch(number)
    if session is None:
        return ""
    count = int(session["session"])
    if own in ("SC", "ECOSOC"):
        return "GA" if count >= _EARLY else ""
    if own != "GA" and latest and count > latest and count >= _EARLY:
        return "GA"
    return ""
