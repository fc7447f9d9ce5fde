"""Sessions, meetings and agenda items."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from resolint import regex
from resolint.lexicon import Lexicon, organs, per_lexicon
from resolint.lexicon.grammar import any_case
from resolint.lexicon.ordinals import ordinal_value
from resolint.model import Citation, Span


@per_lexicon
def _noun(lexicon: Lexicon) -> re.Pattern[str]:
    nouns = "|".join(any_case(word) for word in (lexicon.grammar.occasions.session, lexicon.grammar.occasions.meeting))
    return regex.compiled(rf"(?<![\w-])(?P<noun>{nouns})(?P<s>s|S)?(?![\w-])")


@per_lexicon
def _joints(lexicon: Lexicon) -> frozenset[str]:
    return frozenset((lexicon.grammar.and_, lexicon.grammar.or_, lexicon.grammar.to))


@cache
def _of_organ() -> re.Pattern[str]:
    return regex.compiled(r",?\s+of\s+(?=(?:the\s+)?[A-Z])")


@per_lexicon
def _agenda(lexicon: Lexicon) -> re.Pattern[str]:
    agenda, item = (rf"[{word[0].upper()}{word[0]}]{word[1:]}" for word in lexicon.grammar.occasions[3:5])
    return regex.compiled(rf"(?<![\w-])(?P<agenda>{agenda}\s+)?(?P<word>{item}s?)\s+(?=\d)")


@cache
def _item() -> re.Pattern[str]:
    return regex.compiled(r"(?P<number>\d{1,3})(?![\d/.,]\d|\d)(?P<letters>(?:[ \u00a0]?\([a-z]{1,2}\))?)")


@cache
def _item_joint() -> re.Pattern[str]:
    return regex.compiled(r"(?:,\s+(?:and\s+)?|\s+(?:and|or)\s+|(?P<range>\s+to\s+|[-–]))(?=\d{1,3}(?!\d))")


@per_lexicon
def _of_agenda(lexicon: Lexicon) -> re.Pattern[str]:
    agenda = lexicon.grammar.occasions.agenda
    return regex.compiled(rf"\*?\s+(?:of|on)\s+(?:the|its)\s+(?:[a-z]+\s+){{0,2}}{agenda}\b")


def find(text: str, block: str, lexicon: Lexicon) -> Iterator[Citation]:
    """Sessions and meetings that the text names by number (*sixty-third session*, *5908th meeting*, *2019 session*)."""
    lowered = text.lower()
    if not any(word in lowered for word in lexicon.grammar.occasions[:2]):
        return
    floor = 0
    for match in _noun(lexicon).finditer(text):
        noun = match["noun"].lower()
        numbered = _numbers(text, floor, match.start(), lexicon)
        if not numbered:
            continue
        floor = match.end()
        adjectives, found = numbered
        kind = "session" if noun == lexicon.grammar.occasions.session else "meeting"
        own, start = _own(text, found[0][0])
        named = organs.after(text, of.end(), lexicon) if (of := _of_organ().match(text, match.end())) else None
        for index, (item_start, item_end, value) in enumerate(found):
            last = index == len(found) - 1
            begin = start if index == 0 else item_start
            end = (named.end if named else match.end()) if last else item_end
            organ = named.organ if named else None
            yield _citation(Span(block, begin, end), kind, value, adjectives, organ, own, lexicon)


def find_items(text: str, block: str, lexicon: Lexicon) -> Iterator[Citation]:
    """Agenda items (*agenda items 5 and 6*, *item 70 (b) of the provisional agenda*)."""
    for match in _agenda(lexicon).finditer(text):
        position, start = match.end(), match.start()
        found = []
        while item := _item().match(text, position):
            number = item["number"] + (f" {item['letters'].strip()}" if item["letters"] else "")
            joint = _item_joint().match(text, item.end())
            last = _item().match(text, joint.end()) if joint and joint["range"] else None
            if last:
                number, item = f"{number} to {last['number']}", last
                joint = _item_joint().match(text, item.end())
            found.append((start, item.end(), number))
            if not joint or not match["word"].endswith("s"):
                break
            position = start = joint.end()
        if found and (match["agenda"] or match["word"][0] == "I" or _of_agenda(lexicon).match(text, found[-1][1])):
            for item_start, item_end, number in found:
                yield Citation(Span(block, item_start, item_end), "agenda item", number=number)


def _citation(
    span: Span, kind: str, value: str, adjectives: list[str], organ: str | None, own: bool, lexicon: Lexicon
) -> Citation:
    words = lexicon.grammar.occasions
    special = kind == "session" and words.special in adjectives
    emergency = special and words.emergency in adjectives
    rest = [word for word in adjectives if not special or word not in (words.special, words.emergency)]
    prefix = "ES-" if emergency else "S-" if special else ""
    title = " ".join(rest) or None
    if kind == "session":
        return Citation(span, kind, organ, None, prefix + value, None, None, title, own)
    return Citation(span, kind, organ, None, None, value, None, title, own)


def _numbers(text: str, floor: int, end: int, lexicon: Lexicon) -> tuple[list[str], list[tuple[int, int, str]]] | None:
    """Walks back from the noun over adjectives and ordinals; gives the adjectives and the numbers with their places."""
    after: list[str] = []
    before: list[str] = []
    found: list[tuple[int, int, str]] = []
    joined = True
    for start, stop in _words_back(text, floor, end):
        word = text[start:stop]
        bare = word.rstrip(",").lower()
        value = _value(bare, lexicon) if joined else None
        if value is not None:
            found.insert(0, (start, start + len(bare), value))
            joined = False
        elif bare in lexicon.grammar.occasions.adjectives and len(bare) == len(word) and not (found and joined):
            (before if found else after).insert(0, bare)
            joined = not found
            if found:
                found[0] = (start, *found[0][1:])
        elif found and bare in _joints(lexicon) and not before:
            joined = True
        elif not (found and word.endswith(",") and joined):
            break
        if found and not joined and text[start - 2 : start] == ", " and not before:
            joined = len(found) > 1
    if found:
        found[0] = _with_hundreds(text, floor, found[0], lexicon)
    return (before + after, found) if found else None


def _with_hundreds(text: str, floor: int, first: tuple[int, int, str], lexicon: Lexicon) -> tuple[int, int, str]:
    """*Two hundred and eighty-third*: the words before an ordinal that belong to it."""
    start, end, value = first
    for at, (before, _) in enumerate(_words_back(text, floor, start)):
        if at == 3:
            break
        while not text[before].isalnum() and before < start:
            before += 1
        larger = ordinal_value(text[before:end], lexicon)
        if larger is not None:
            start, value = before, str(larger)
    return start, end, value


def _words_back(text: str, floor: int, end: int) -> Iterator[tuple[int, int]]:
    """The places of the words before ``end``, from the last one on; no more than a list of sessions has."""
    for _ in range(14):
        while end > floor and text[end - 1] in " \u00a0\t":
            end -= 1
        start = end
        while start > floor and not text[start - 1].isspace() and text[start - 1] not in '(“"' and end - start < 24:
            start -= 1
        if start == end:
            return
        yield start, end
        end = start


def _value(word: str, lexicon: Lexicon) -> str | None:
    number = ordinal_value(word, lexicon)
    if number is not None:
        return str(number)
    return word if len(word) == 4 and word.isdecimal() and word[:2] in ("19", "20") else None


def _own(text: str, start: int) -> tuple[bool, int]:
    if text[max(0, start - 4) : start].lower() == "its " and (start < 5 or not text[start - 5].isalpha()):
        return True, start - 4
    return False, start
