"""Lines of an English masthead whose words are those of their field in another form, and the line that is meant."""

from __future__ import annotations

from resolint.regex import lazy

__all__ = ["cut_value", "meant_item", "meant_session"]

_ITEM = lazy(
    r"(?!(?-i:Agenda item ))(?:(?:agenda[ \xa0])?(?:item|point)|item)[ \xa0]?(?:no\.?|number|nr\.?|#|:)?[ \xa0]?(?P<number>\d{1,3})"
    r"[ \xa0]?(?P<sub>\([a-z]\))?(?:[ \xa0](?:of|on)[ \xa0]the[ \xa0]agenda)?",
    2,
)
_SUB = lazy(r"[Aa]genda[ \xa0][Ii]tem[ \xa0](?P<number>\d{1,3})[ \xa0]?\(?(?P<sub>[a-z])\)?")
_SESSION = lazy(r"[Ss]ession[ \xa0](?:of[ \xa0](?:the[ \xa0]year[ \xa0])?|for[ \xa0])?(?P<year>20\d\d)")
_VALUE = lazy(r"[\s*_]*Distr(?:\.|ibution)?[ \xa0]?:[\s*_]*(?P<value>[A-Za-z.]{2,20})[\s*_]*", 2)
_LONGEST = 40


def meant_item(text: str) -> str:
    """The line of the agenda item that ``text`` means (*Item 18 (e)*, *Agenda item 12f*); empty where it is right or none."""
    found = (_ITEM.fullmatch(text) or _SUB.fullmatch(text)) if len(text) < _LONGEST and "tem " in text else None
    if found is None:
        return ""
    sub = found["sub"]
    right = f"Agenda item {found['number']}" + (f" ({sub.strip('()')})" if sub else "")
    return "" if right == text.replace("\xa0", " ") else right


def meant_session(text: str) -> str:
    """The line of the session that ``text`` means (*Session of 2027*); empty for none."""
    found = _SESSION.fullmatch(text) if "ession " in text[:9] else None
    return f"{found['year']} session" if found is not None else ""


def cut_value(line: str) -> str:
    """The value of a line of the distribution that ends with a full stop (*Distr.: Ltd.*); empty for none."""
    found = _VALUE.fullmatch(line) if "Distr" in line[:9] and line.rstrip()[-1:] == "." else None
    return found["value"] if found is not None else ""
