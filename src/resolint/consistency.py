"""Everything that a draft calls by a name, a number or a date: each thing once, with its forms and its places.

A reader who wants to know whether a draft says the same of the same looks at the forms of each thing: a name with and
without a hyphen, an abbreviation explained in two ways, a resolution with two dates. Nothing is judged here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from resolint.frozen import NamedTuple
from resolint.lexicon.countings import countings
from resolint.lexicon.marks import quotations
from resolint.lexicon.wholes import WHOLE_ORGAN
from resolint.model import NOTE_MARK, Block, Document, Span
from resolint.regex import compiled, lazy

__all__ = ["KINDS", "Definition", "Form", "Thing", "definitions", "names", "things", "uses"]

KINDS = ("name", "abbreviation", "citation", "number", "date")
"""What is collected, in the order in which it is given."""

_ENGLISH = "en"
_ALIKE = 0.85
"""From what part on of the letters of two names, counted from both ends, they are forms of one: a slip is in one place."""
_SHORTEST = 12
"""Names of fewer letters are alike by chance."""
_B = r"[ \xa0]"
_WORD = r"[A-Z][\w’'‑-]*+"
_SERIES = rf"{_B}on{_B}{_WORD}(?:,{_B}{_WORD}){{1,3}}{_B}and{_B}{_WORD}{_B}{_WORD}"
"""What a name is on, where that is several things: *Covenant on Economic, Social and Cultural Rights*."""
_NAME = lazy(
    rf"(?<![\w’'‑-]){_WORD}(?:{_SERIES}|(?:{_B}(?:of|for|on|in|to|with|against|de|du|des)(?:{_B}(?:the|la))?|{_B}and)?{_B}{_WORD}){{1,12}}"
)
_SHORT = lazy(r"(?<![\w/.‑-])(?P<short>[A-Z][A-Z&]{1,11})(?:s)?(?![\w/]|[-‑]\d|\.[A-Z\d])")
_DEFINED = lazy(
    r"\((?:hereinafter[ \xa0](?:referred to as[ \xa0])?)?(?:the[ \xa0])?[“\"]?(?P<short>[A-Z][A-Z&-]{1,11})s?[”\"]?\)"
)
_NUMBER = lazy(
    rf"(?<![\w/.,–-])(?P<number>\d{{1,3}}(?:,\d{{3}})+|\d{{1,9}}(?:\.\d{{1,4}})?)(?P<scale>{_B}(?:million|billion|trillion))?"
    rf"{_B}(?P<unit>per{_B}cent|[a-z]{{3,20}})\b"
)
_NAME_END = lazy(r"(?:[’']s?|(?<=[a-z])\d{1,3})$")
"""What is no part of a name at its end: a possessive, the number of a note that a conversion glued to it."""
_YEAR = lazy(r"\b(?:[Tt]he|[Ii]ts|[Oo]ur)[ \xa0](\d{4})[ \xa0]\Z")
"""A year before a name is a part of it: *the 2030 Agenda for …*."""
_MONEY = lazy(rf"{_B}(?:dollars?|cents?)\b")
_LABELLED = lazy(
    rf"\b(?:paragraphs?|articles?|sections?|chapters?|parts?|annex(?:es)?|resolutions?|decisions?|rules?|goals?|targets?|items?"
    rf"|tables?|figures?|pages?|principles?){_B}(?:\d+(?:,{_B}|{_B}(?:and|to|or){_B}))*\Z",
    re.IGNORECASE,
)
_SOME_YEAR = lazy(r"(?:19|20)\d\d")
_IN_YEAR = lazy(rf"\b(?:in|by|of|since|until|till|from|during|before|after|year){_B}\Z", re.IGNORECASE)
"""What stands before a year, which counts nothing."""
_COUNTED = lazy(r".*s|people|persons|women|men|children")
"""What can be counted by a figure that could be a year as well: *2000 people*, and not *2011 endorsing*."""
_PLACED = frozenset(("above", "below", "thereof", "hereof", "thereto"))
"""Words behind the number of a paragraph, which is no figure: *5 above*."""
_NOUN = lazy(r"(?:.*[ \xa0])?(?:resolution|decision|document)s?[ \xa0]+", re.IGNORECASE)
_LED = lazy(rf"(?:(?:The|See|And|Also|Also see|[A-Z](?:{_B}(?:of|for|on|in|to))?(?:{_B}the)?){_B}){{0,3}}")
"""What is no part of a name at its beginning: *The*, *See*, the letter of a part."""
_NAMED = lazy(r"[A-Za-z’'‑-]{2}.{0,600}[ \xa0](?![MDCLXVI]+(?:[ \xa0]|\Z))[A-Z][\w’'‑-]")
"""What a name of two words or more is: not a word with a letter or a number in roman figures (*Decision X*, *Part III*)."""
_ROMAN = lazy(r"[MDCLXVI]+")
_SMALL = frozenset(
    [
        "and",
        "the",
        "for",
        "with",
        "from",
        "are",
        "was",
        "were",
        "has",
        "have",
        "per",
        "may",
        "that",
        "which",
        "entitled",
    ]
)
_APART = lazy(r"[^\w]+")


class Form(NamedTuple):
    """One way in which a thing is written, and all places where it is."""

    text: str
    places: tuple[Span, ...]


class Thing(NamedTuple):
    """A thing of one of ``KINDS``: how it is written first and most, and in which forms, in the order of the draft."""

    kind: str
    text: str
    forms: tuple[Form, ...]

    @property
    def total(self) -> int:
        """How often the thing occurs."""
        return sum(len(form.places) for form in self.forms)


class Definition(NamedTuple):
    """An abbreviation that brackets explain: where it stands, and the words before it whose letters it has, if they do."""

    short: str
    span: Span
    words: str


def _blocks(document: Document) -> Iterator[Block]:
    masthead = frozenset(document.head.blocks)
    yield from (
        block for block in document.blocks if block.kind not in ("header", "footer") and block.id not in masthead
    )
    for note in document.footnotes:
        yield from note.blocks


def definitions(document: Document) -> tuple[Definition, ...]:
    """Every abbreviation in brackets behind the words it stands for, in document order, outside quotations."""
    found = []
    for block in _blocks(document):
        if "(" not in block.text:
            continue
        quoted = quotations(block.text)
        for match in _DEFINED.finditer(block.text, block.lead):
            if not any(start < match.start() < end for start, end in quoted):
                words = _explained(block.text[: match.start()], match["short"])
                found.append(Definition(match["short"], block.span(match.start("short"), match.end("short")), words))
    return tuple(found)


def _explained(before: str, short: str) -> str:
    """The last words of ``before`` that begin with the letters of ``short``; small words between count for none."""
    words = list(compiled(r"[\w’'‑-]+").finditer(before[-240:]))
    letters = [sign.lower() for sign in short if sign.isalpha()]
    while words and letters:
        word = words.pop()
        initials = [part[0].lower() for part in compiled(r"[-‑]").split(word.group()) if part]
        if initials[-len(letters) :] == letters[-len(initials) :]:
            del letters[-len(initials) :]
            start = word.start()
        elif word.group()[0] == letters[-1].lower() or word.group()[0].isupper():
            return ""
    return "" if letters else " ".join(before[-240:][start:].split())


def uses(document: Document) -> dict[str, list[Span]]:
    """Every abbreviation in capitals, defined or not, and its places in document order, outside quotations."""
    found: dict[str, list[Span]] = {}
    for block in _blocks(document):
        if block.text.isupper():
            continue
        quoted = quotations(block.text)
        for match in _SHORT.finditer(block.text, block.lead):
            if not any(start < match.start() < end for start, end in quoted):
                found.setdefault(match["short"], []).append(block.span(match.start("short"), match.end("short")))
    return found


def things(document: Document) -> tuple[Thing, ...]:
    """All things of a draft, by kind and then in the order in which they occur first."""
    kept = document.kept(_things)
    return tuple(kept)


def _things(document: Document) -> tuple[Thing, ...]:
    defined = {definition.short: definition for definition in reversed(definitions(document))}
    short = [
        _thing(
            "abbreviation",
            [(f"{name} ({defined[name].words})" if name in defined and defined[name].words else name, places)],
        )
        for name, places in uses(document).items()
        if not _ROMAN.fullmatch(name) or (name in defined and defined[name].words)
    ]
    if document.language != _ENGLISH:
        return (*names(document), *short, *_counted(document))
    return (
        *_with_variants(document, names(document)),
        *short,
        *_citations(document),
        *_numbers(document),
        *_dates(document),
    )


def _counted(document: Document) -> Iterator[Thing]:
    """Symbols, and what the other languages number, count and date, kind by kind."""
    found = [
        (block, one) for block in _blocks(document) for one in countings(block.text, block.lead, document.language)
    ]
    yield from _citations(document)
    for kind in ("citation", "number", "date"):
        rows = ((one.key, one.text, block.span(one.start, one.end)) for block, one in found if one.kind == kind)
        yield from _grouped(kind, rows)


def names(document: Document) -> tuple[Thing, ...]:
    """The names of a draft alone, in the order in which they occur first."""
    return document.kept(_all_names)


def _all_names(document: Document) -> tuple[Thing, ...]:
    return tuple(_names(document))


def _with_variants(document: Document, found: Sequence[Thing]) -> Iterator[Thing]:
    """The names, each with the forms that differ from it in capitals alone (*Ad hoc Committee*, *artificial intelligence*)."""
    blocks = [block for block in _blocks(document) if not block.text.isupper()]
    for thing in found:
        forms = {form.text: list(form.places) for form in thing.forms}
        taken = {(span.block, span.start) for form in thing.forms for span in form.places}
        words = re.compile(rf"(?<!\w){_B.join(map(re.escape, thing.text.split()))}(?!\w)", re.IGNORECASE)
        for block in blocks:
            for match in words.finditer(block.text, block.lead):
                text = _flat(match.group())
                if text not in forms and (text.isupper() or text.istitle()):
                    continue
                if (block.id, match.start()) not in taken:
                    forms.setdefault(text, []).append(block.span(*match.span()))
        yield _thing(thing.kind, list(forms.items())) if len(forms) > len(thing.forms) else thing


def _thing(kind: str, forms: Sequence[tuple[str, Sequence[Span]]]) -> Thing:
    most = max(forms, key=lambda form: len(form[1]))
    return Thing(kind, most[0], tuple(Form(text, tuple(places)) for text, places in forms))


def _grouped(kind: str, found: Iterator[tuple[str, str, Span]]) -> Iterator[Thing]:
    """Things from rows of key, form and place."""
    groups: dict[str, dict[str, list[Span]]] = {}
    for key, text, span in found:
        groups.setdefault(key, {}).setdefault(text, []).append(span)
    yield from (_thing(kind, list(forms.items())) for forms in groups.values())


def _flat(text: str) -> str:
    return " ".join(text.replace(NOTE_MARK, " ").split())


def _names(document: Document) -> Iterator[Thing]:
    openers = {
        (clause.opener.block, clause.opener.start): clause.opener.end
        for _, clause in document.clauses()
        if clause.opener is not None
    }
    ends = {block: end for (block, _), end in openers.items()}
    known: dict[str, str] = {}
    rows = []
    for block in _blocks(document):
        for first, last in _stretches(block.text, max(block.lead, ends.get(block.id, 0))):
            start, end = first, _end_of_name(block.text, first, last)
            text = _flat(block.text[start:end])
            if led := _LED.match(text):
                text, start = text[led.end() :], start + led.end()
            if not _NAMED.search(text):
                continue
            if start == first and (year := _YEAR.search(block.text, max(0, start - 12), start)):
                text, start = f"{year[1]} {text}", year.start(1)
            key = _APART.sub("", text.lower())
            if key not in known:
                known[key] = next((known[other] for other in known if _alike(key, other)), key)
            rows.append((known[key], text, block.span(start, end)))
    yield from _grouped("name", iter(rows))


def _stretches(text: str, start: int) -> Iterator[tuple[int, int]]:
    """Where names stand in a text; what an organ deals with is a name of its own."""
    while (found := _NAME.search(text, start)) is not None:
        organ = WHOLE_ORGAN.match(text, found.start(), found.end())
        start = organ.end() if organ is not None else found.end()
        yield found.start(), start


def _end_of_name(text: str, start: int, end: int) -> int:
    """Where a name that was found ends, without the name of a currency (*United States dollars*) and a possessive.

    What ends like a possessive and owns nothing is a name (*in Saint John’s, Antigua and Barbuda*).
    """
    if _MONEY.match(text, end):
        end = start + len(text[start:end].rpartition("United States")[0].rstrip())
    tail = _NAME_END.search(text, start, end)
    if tail is None or (tail[0][1:] == "s" and text[end : end + 1] in ",;.:)"):
        return end
    return tail.start()


def _alike(one: str, other: str) -> bool:
    """Whether two names in small letters differ in one place only, and there by little; names of two years are two."""
    if one[:1].isdigit() or other[:1].isdigit():
        years = [name[:4] for name in (one, other) if name[:4].isdigit()]
        if len({*years}) > 1:
            return False
        one, other = (name[4:] if name[:4].isdigit() else name for name in (one, other))
    if one[:4] != other[:4] and one[-4:] != other[-4:]:
        return False
    shorter, longer = sorted((len(one), len(other)))
    if shorter < _SHORTEST or shorter < longer * _ALIKE:
        return False
    same = _common(one, other)
    if same < longer * _ALIKE:
        same += min(_common(one[::-1], other[::-1]), shorter - same)
    return same >= longer * _ALIKE


def _common(one: str, other: str) -> int:
    """With how many letters two texts begin alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (here, there) in pairs if here != there), min(len(one), len(other)))


def _citations(document: Document) -> Iterator[Thing]:
    kinds = ("resolution", "decision", "document")
    first: dict[tuple[str, str], str] = {}
    rows = []
    for citation in document.citations:
        if citation.kind in kinds and (citation.number or citation.symbol):
            key = f"{citation.kind} {citation.organ or ''} {citation.number or citation.symbol}"
            text = _first_small(_flat(document.text(citation.span)), citation.kind)
            noun = _NOUN.match(text)
            text = first.setdefault((key, text[noun.end() :] if noun else text), text)
            rows.append((key, text, citation.span))
    yield from _grouped("citation", iter(rows))


def _first_small(text: str, kind: str) -> str:
    """A phrase without the capital that only the beginning of a sentence gives its noun (*Decision 3/4*)."""
    return text[:1].lower() + text[1:] if text.lower().startswith(kind) and text[1:2].islower() else text


def _dates(document: Document) -> Iterator[Thing]:
    rows = (
        (citation.date or "", _flat(document.text(citation.span)), citation.span)
        for citation in document.citations
        if citation.kind == "date" and citation.date
    )
    yield from _grouped("date", rows)


def _numbers(document: Document) -> Iterator[Thing]:
    rows = []
    days = {(one.span.block, one.span.end) for one in document.citations if one.kind == "date"}
    for block in _blocks(document):
        for match in _NUMBER.finditer(block.text, block.lead):
            before = block.text[max(0, match.start() - 60) : match.start()]
            if match["unit"] in _SMALL or match["unit"] in _PLACED or _LABELLED.search(before):
                continue
            if (block.id, match.end("number")) not in days and not _is_year(match, before):
                unit = match["unit"].replace("\xa0", " ")
                scale = (match["scale"] or "").strip(" \xa0")
                key = f"{match['number'].replace(',', '')} {scale} {unit.rstrip('s')}"
                rows.append((key, _flat(match.group()), block.span(*match.span())))
    yield from _grouped("number", iter(rows))


def _is_year(found: re.Match[str], before: str) -> bool:
    """Whether a figure with a word behind it is a year: by what stands before it, or because nothing is counted."""
    if found["scale"] or not _SOME_YEAR.fullmatch(found["number"]):
        return False
    return _IN_YEAR.search(before) is not None or not (
        found["unit"].startswith("per") or _COUNTED.fullmatch(found["unit"])
    )
