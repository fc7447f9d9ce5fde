"""Where delegations speak in a draft instead of its text: *[UK: retain]*, *{to consider}*, *(based on 79/1, PP3)*, *OP1.*"""

from __future__ import annotations

from resolint.lexicon.labels import LATIN
from resolint.regex import lazy

__all__ = ["LABEL", "remarks"]

_ONE = r"(?:[A-Z]{2,7}|G[-.]?77)"
_WHO = rf"{_ONE}(?:(?:[ \xa0]?[/,+&][ \xa0]?|[ \xa0]and[ \xa0]){_ONE}){{0,12}}"
_SAYS = (
    r"(?:retain|delet|reserv|placeholder|keep|add\b|move|agree|alt\b|bracket|support|prefer|oppos|consider|merge|insert"
    r"|reinstat|streamlin|cannot|not agreed|flexible|ok\b|to be\b)"
)
_REMARK = lazy(
    rf"\[{_WHO}[ \xa0]?:[ \xa0][^\[\]]{{1,200}}\]"
    rf"|\({_WHO}[ \xa0]?:[ \xa0][^()]{{1,200}}\)"
    r"|\{(?![A-Z](?:,[ \xa0][A-Z])*\})[^{}]{1,200}\}"
    r"|\([^()]{0,80}\b(?:PP|OP)[ \xa0]?\d{1,3}\b[^()]{0,80}\)"
    rf"|(?<![\w/]){_WHO}[ \xa0]?:[ \xa0](?={_SAYS})[^\n]*"
)
LABEL = lazy(
    rf"[ \t\xa0]*(?P<label>(?:PP|OP)[ \xa0]?\d{{1,3}}(?:[ \xa0]?(?:{'|'.join(LATIN)}|alt))?[.:)]?)[ \t\xa0]+(?=[A-Z])"
)
"""The number that a paragraph has in the room, typed before its words."""
_SIGNS = (":", "{", "PP", "OP")


def remarks(text: str, lead: int = 0) -> tuple[tuple[int, int], ...]:
    """The stretches of a paragraph that are no part of its text, in order; its words begin at ``lead``."""
    if not any(sign in text for sign in _SIGNS):
        return ()
    label = LABEL.match(text, lead)
    found = [label.span("label")] if label else []
    return (*found, *(match.span() for match in _REMARK.finditer(text, label.end() if label else lead)))
