"""Finds resolutions and decisions: one by one, in lists that share an organ, and in malformed forms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from resolint import regex
from resolint.citation import keywords, numbers, symbols
from resolint.citation.keywords import Key
from resolint.frozen import NamedTuple
from resolint.lexicon import Lexicon, dates, organs
from resolint.model import Citation, Span

_OF_FORM = {"CP": "CP", "CMP": "CMP", "CMA": "CMA"}
_NOTES = "[\ufffc¹²³⁴-⁹⁰]{0,4}"
_NOTES_OR_DIGITS = "[\ufffc¹²³⁴-⁹⁰\\d]{0,4}"
_NOT_BEFORE_BARE = frozenset(
    (
        *("article", "articles", "section", "part", "annex", "paragraph", "paragraphs", "rule", "table", "chapter"),
        *("no", "item"),
    )
)


class _Item(NamedTuple):
    start: int
    end: int
    number: numbers.Number
    date: str | None
    organ: str | None
    title: str | None
    symbol: str | None


@cache
def _conference() -> re.Pattern[str]:
    return regex.compiled(r"(?<![\w./-])\d{1,3}/(?:CP|CMP|CMA)\.\d{1,3}(?!\w)")


@cache
def _lead() -> re.Pattern[str]:
    return regex.compiled(r"[\s\u00a0]+(?:(?:[Nn]os?\.?|[Nn]umbers?|[Nn]r\.?)[\s\u00a0]+)?|[-\u2011]?(?=\d)")


@cache
def _number_word() -> re.Pattern[str]:
    return regex.compiled(r"[Nn]o\.?\s+(?=\d)")


@cache
def _separator() -> re.Pattern[str]:
    return regex.compiled(
        rf"{_NOTES}(?:[,;](?=\d{{1,4}}/\d)|[,;]{_NOTES_OR_DIGITS}\s+(?:(?:and|or|as well as|and also)\s+)?"
        r"|\s+(?:and|or|to|through|as well as|&)\s+"
        r"|\s+(?=\d{1,4}/\d{1,4} of \d|\d{3,4} \((?:19|20)\d\d\)))"
    )


@cache
def _date_lead() -> re.Pattern[str]:
    part = r"(?:,\s+(?:sections?|annex(?:es)?|paragraphs?|parts?)(?:\s[^,;.]{0,24})?)?"
    return regex.compiled(
        rf"[\ufffc]?{part},?\s+(?:(?:both|all)\s+)?(?:of|dated|adopted on)\s+(?P<same>the same (?:date|day)\b)?"
    )


@cache
def _after_descriptions() -> re.Pattern[str]:
    return regex.compiled(r",\s+on\s[^;.\ufffc]{4,240}?,\s+(?:(?:both|all)\s+)?of\s+(?=\d{1,2}\s+[A-Z])")


@cache
def _organ_lead() -> re.Pattern[str]:
    return regex.compiled(r",?\s+(?:of|by)\s+(?=[Tt]he\s|[A-Z])")


@cache
def _title() -> re.Pattern[str]:
    return regex.compiled(r",?\s+(?:entitled|titled|called)\s+(?:“(?P<a>[^“”]{1,400})”|\"(?P<b>[^\"]{1,400})\")")


@cache
def _loose() -> re.Pattern[str]:
    lead = (
        rf"[,;:–-]{_NOTES_OR_DIGITS}|\b(?:and|or|as well as|including|in particular|such as|notably|namely|especially)"
    )
    return regex.compiled(rf"(?:{lead})\s+(?=(?:E?S-)?\d{{1,4}}(?:/\d|\s(?:[A-Z]\s)?\())|\.\s+(?=[A-Z])")


@cache
def _after_loose() -> re.Pattern[str]:
    return regex.compiled(r"[\ufffc\d]*(?:[,;.)]|$|\s+(?:and|on|entitled)\s)")


@cache
def _bare() -> re.Pattern[str]:
    return regex.compiled(r"(?<![\w/.(-])\d{1,4}[ \u00a0]?(?:[A-Z][ \u00a0]?)?\((?:E?S-)?[IVXLC]{1,7}\)")


@cache
def _present() -> re.Pattern[str]:
    return regex.compiled(r"(?:[Tt]he\s+[Pp]resent|[Tt]his)\s+$")


def find(text: str, block: str, lexicon: Lexicon) -> Iterator[Citation]:
    """The resolutions and decisions that the text cites, in order."""
    last: Citation | None = None
    previous: Key | None = None
    done = 0
    keys = keywords.find(text)
    for index, match in enumerate(keys):
        if match.start() < done:
            continue
        key = keywords.read(text, match, previous, done, lexicon)
        previous = key
        present = _present_act(text, key, done)
        if present is not None:
            yield _citation(block, *present)
            continue
        limit = keys[index + 1].start() if index + 1 < len(keys) else len(text)
        for citation in _dated(_list(text, key, limit, block, lexicon), last):
            yield citation
            last, done = citation, citation.span.end


def find_conference(text: str, block: str) -> Iterator[Citation]:
    """Decisions of the climate conferences named by number alone (``7/CMA.3``)."""
    for match in _conference().finditer(text):
        read = numbers.read(text, match.start())
        if read is not None:
            organ = _form_organ(read.number)
            yield Citation(
                Span(block, match.start(), read.end), "decision", organ, None, read.number.session, read.number.text
            )


def find_bare(text: str, block: str) -> Iterator[Citation]:
    """Numbers with a roman session that stand without the word *resolution* (``217 A (III)``)."""
    for match in _bare().finditer(text):
        before = text[max(0, match.start() - 16) : match.start()].rstrip().rsplit(" ", 1)[-1].strip("(,.").lower()
        read = numbers.read(text, match.start())
        if read is None or read.number.style != "roman" or before in _NOT_BEFORE_BARE:
            continue
        if len(read.number.base) > 2 or read.number.letters:
            number = read.number
            yield Citation(Span(block, match.start(), read.end), "resolution", None, None, number.session, number.text)


def _citation(block: str, start: int, end: int, kind: str) -> Citation:
    return Citation(Span(block, start, end), kind, of="this")


def _present_act(text: str, key: Key, done: int) -> tuple[int, int, str] | None:
    match = None if key.plural else _present().search(text, max(done, key.start - 24), key.start)
    return (match.start(), key.end, key.kind) if match else None


def _list(text: str, key: Key, limit: int, block: str, lexicon: Lexicon) -> list[Citation]:
    """The acts that follow a keyword."""
    lead = _lead().match(text, key.end)
    position = lead.end() if lead else key.end
    items: list[_Item] = []
    while (item := _item(text, position, items, key, lexicon)) is not None:
        items.append(item)
        separator = _separator().match(text, item.end)
        if not separator or (not key.plural and item.number.style == "bare"):
            break
        again = _number_word().match(text, separator.end())
        position = again.end() if again else separator.end()
    if items or key.plural:
        items.extend(_scattered(text, items[-1].end if items else key.end, limit, lexicon, dated_only=not key.plural))
    if (
        len(items) > 1
        and items[-1].date is None
        and (shared := _shared_date(text, items[-1].end, limit, lexicon)) is not None
    ):
        items = [item._replace(date=item.date or shared) for item in items]
    return _assemble(items, key, block, lexicon)


def _shared_date(text: str, start: int, limit: int, lexicon: Lexicon) -> str | None:
    """The one date of a list whose members are described: *5/1, on wells, and 5/2, on bells, of 18 June 2007*."""
    match = _after_descriptions().match(text, start, limit)
    dated = dates.read(text, match.end(), lexicon) if match else None
    return dated.iso if dated is not None and dated.end <= limit else None


def _item(text: str, position: int, before: list[_Item], key: Key, lexicon: Lexicon) -> _Item | None:
    """One number with its date, organ and title, if it may stand here."""
    act = symbols.act_at(text, position)
    if act is not None:
        end, kind, organ, number, symbol = act
        if kind != key.kind or (before and not key.plural):
            return None
        date, named, title, end = _tail(text, end, lexicon)
        return _Item(position, end, numbers.parse(number), date, named or organ, title, symbol)
    read = numbers.read(text, position)
    if read is None or symbols.is_symbol(read.number.text) or not _fits(text, read, before, key):
        return None
    date, named, title, end = _tail(text, read.end, lexicon)
    return _Item(position, end, read.number, date, named, title, None)


def _fits(text: str, read: numbers.Read, before: list[_Item], key: Key) -> bool:
    """Whether a number may be one of the list: after the first, only what cannot be anything else."""
    style = read.number.style
    if not before:
        return style != "bare" or not text.startswith(("%", "°"), read.end)
    if style == "bare":
        follows = text[read.end : read.end + 5]
        alone = not follows[:1].strip() or follows[:1] in ",;.:)\ufffc"
        word = follows.strip()[:3]
        return (
            key.plural
            and before[-1].number.style in ("bare", "year")
            and alone
            and (not word[:1].isalpha() or word in ("and", "of", "or ", "or", "to"))
            and len(read.number.base) >= 2
        )
    return style in ("session", "roman", "year", "conference") or before[0].number.style == "other"


def _tail(text: str, end: int, lexicon: Lexicon) -> tuple[str | None, str | None, str | None, int]:
    """Date, organ and title that follow a number, in any order, and where they end."""
    date: str | None = None
    organ: str | None = None
    title: str | None = None
    for _ in range(3):
        lead = _date_lead().match(text, end) if date is None else None
        if lead:
            if lead["same"]:
                date, end = "same", lead.end()
                continue
            dated = dates.read(text, lead.end(), lexicon)
            if dated is not None:
                date, end = dated.iso, dated.end
                continue
        named = _named_after(text, end, lexicon) if organ is None else None
        if named is not None:
            organ, end = named.organ, named.end
            continue
        quoted = _title().match(text, end) if title is None else None
        if quoted:
            title, end = (quoted["a"] or quoted["b"]).strip(" ,"), quoted.end()
            continue
        break
    return date, organ, title, end


def _named_after(text: str, end: int, lexicon: Lexicon) -> organs.Named | None:
    lead = _organ_lead().match(text, end)
    return organs.after(text, lead.end(), lexicon) if lead else None


def _scattered(text: str, start: int, limit: int, lexicon: Lexicon, *, dated_only: bool) -> Iterator[_Item]:
    """Later members of a plural list, behind words that describe the earlier ones (*…, on trade, and 67/226 of …*)."""
    position = start
    while match := _loose().search(text, position, limit):
        if match[0].startswith("."):
            return
        position = match.end()
        read = numbers.read(text, position)
        if read is None or read.number.style not in ("session", "roman", "year"):
            continue
        date, named, title, end = _tail(text, read.end, lexicon)
        if dated_only and not (date and read.number.style == "session"):
            continue
        if date or read.number.style != "session" or _after_loose().match(text, read.end):
            yield _Item(match.end(), min(end, limit), read.number, date, named, title, None)
            position = end


def _assemble(items: list[_Item], key: Key, block: str, lexicon: Lexicon) -> list[Citation]:
    trailing = next((item.organ for item in reversed(items) if item.organ and not item.symbol), None)
    found = []
    for index, item in enumerate(items):
        number = item.number
        organ = item.organ or key.organ or (trailing if not key.own else None) or _form_organ(number)
        if organ:
            organ = organs.by_number(organ, number.text, lexicon)
        shown = number.text
        if organ == "WHA" and shown.startswith("WHA"):
            shown = shown[3:]
        elif shown.startswith("WHA"):
            organ, shown = "WHA", shown[3:]
        start = key.start if index == 0 and item.start - key.end < 12 else item.start
        found.append(
            Citation(
                Span(block, start, item.end),
                key.kind,
                organ,
                item.symbol,
                number.session,
                shown,
                item.date,
                item.title,
                key.own and not item.organ,
            )
        )
    return found


def _form_organ(number: numbers.Number) -> str | None:
    return _OF_FORM.get(number.text.partition("/")[2].partition(".")[0]) if number.style == "conference" else None


def _dated(found: list[Citation], last: Citation | None) -> Iterator[Citation]:
    """Completes dates: *of the same date*, a day whose year stands with the next, one date for *3201 and 3202*."""
    ahead: str | None = None
    session: str | None = None
    for index in range(len(found) - 1, -1, -1):
        citation = found[index]
        date = citation.date
        if date == "same":
            earlier = found[index - 1] if index else last
            date = earlier.date if earlier and earlier.date != "same" else None
        elif (
            date is None
            and ahead
            and session == citation.session
            and found[index + 1].span.start - citation.span.end == 5
        ):
            date = ahead
        elif date and date.startswith("--") and ahead and not ahead.startswith("--"):
            date = f"{ahead[:4]}-{date[2:]}"
        if date != citation.date:
            found[index] = replace(citation, date=date)
        ahead, session = date, citation.session
    yield from found
