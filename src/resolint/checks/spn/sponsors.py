"""Sponsors: form of the line, names, their order (catalogue SPN008 to SPN014 and SPN016)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from resolint.checks import check
from resolint.checks.shared.counts import asked
from resolint.checks.shared.masthead import field_place
from resolint.checks.shared.sponsors import (
    Names,
    Sponsor,
    SponsorLine,
    fold,
    label_lines,
    line_of,
    names_of,
)
from resolint.checks.spn.naming import GROUP, nearest, wrong_names
from resolint.checks.spn.symbol import year_of
from resolint.findings import Edit, Fix, Hit
from resolint.model import Document, Span
from resolint.regex import lazy
from resolint.rule import Context

_LABEL = lazy(r"\b(?:draft|amendments?|sub-amendments?|working paper|note verbale|letter|statement)\b", re.I)
_PLAIN = lazy(r"(?:revised )?draft (?:resolution|decision|declaration)s?", re.I)
_CHAIR = lazy(r"\b(?:chair(?:man|woman|person)?|president)['\u2019]s\s+(?:draft|text|proposal)\b", re.I)
_NOTE = "a note explains the asterisk: “State not a member of the Human Rights Council.”"

_ROLES = {"sponsors": "a sponsor", "signatories": "a signatory"}
_MOST = 0.5

Key = tuple[int, str]


@check("SPN008")
def sponsors_line_malformed(document: Document, context: Context) -> Iterator[Hit]:
    """A line that is not ``names: draft resolution``: words before the names, semicolons, no label, a full stop.

    In a draft with label lines (*Committee: …*) that of the sponsors has a form of its own.
    """
    found = line_of(document, context)
    if found is None or not found[0].names or _is_labelled(document):
        return
    line = found[0]
    if line.prefix:
        words = line.text[line.start : line.start + line.prefix].rstrip()
        fault = {"fault": "the line begins with the names, not with words that announce them"}
        yield Hit(line.span(line.start, line.start + len(words)), fault)
    for start, end in line.separators:
        at = line.text.find(";", start, end)
        if at >= 0:
            yield _replace(line, at, at + 1, ",", "commas stand between the names, not semicolons", "Put a comma")
    if not line.prefix:
        yield from _label_missing(line)
    if line.label and line.label[0] < line.label[1]:
        yield from _label_faults(line, *line.label)


def _is_labelled(document: Document) -> bool:
    """Whether a draft has label lines in place of a masthead (*Committee: …*, *Topic: …*)."""
    labels = frozenset(("committee", "topic"))
    return any(
        document.block(block).text.partition(":")[0].strip().casefold() in labels
        for block in document.head.blocks
        if document.has_block(block) and not block.startswith("front/")
    )


def _label_missing(line: SponsorLine) -> Iterator[Hit]:
    end = line.span(line.end, line.end)
    if line.label and line.label[0] == line.label[1]:
        yield Hit(end, {"fault": "the words “draft resolution” or “draft decision” follow the colon"})
    elif line.colon is None and not line.block.startswith("front/"):
        yield Hit(end, {"fault": "a colon and the words “draft resolution” or “draft decision” follow the names"})


def _label_faults(line: SponsorLine, start: int, end: int) -> Iterator[Hit]:
    text = line.text
    colon = line.colon or start
    names_end = len(text[:colon].rstrip())
    if names_end < colon:
        yield _replace(line, names_end, colon, "", "no space stands before the colon", "Close the gap")
    if text[start].isupper() and _LABEL.search(text, start, end):
        label = text[start:end].removesuffix(".")
        small = label.lower() if _PLAIN.fullmatch(label) else label[0].lower() + label[1:]
        fix = Fix("Write it small", (Edit(line.span(start, start + len(label)), small, label),), "suggest")
        yield Hit(line.span(start, start + 1), {"fault": "the label begins with a small letter"}, fix)
    if text[end - 1] == ".":
        yield _replace(line, end - 1, end, "", "no full stop ends the line", "Leave out the full stop")


def _replace(line: SponsorLine, start: int, end: int, right: str, fault: str, title: str) -> Hit:
    """A hit on punctuation and its safe remedy."""
    here = line.span(start, end)
    return Hit(here, {"fault": fault}, Fix(title, (Edit(here, right, line.text[start:end]),), "safe"))


@check("SPN009")
def sponsors_out_of_order(document: Document, context: Context) -> Iterator[Hit]:
    """Names that break the English alphabetical order of the official short names; observers follow Members.

    Where the option ``main_sponsors_first`` names the profile, two ordered runs are accepted: the main sponsors,
    then the others.
    """
    year = int(context.edition[:4]) if context.edition else year_of(document, context)
    for line, names, labelled in _lines(document, context):
        if len(line.names) > 1:
            wrong = next(wrong_names(line, names, year, labelled), None) is not None
            for hit in _out_of_order(line, names, context):
                # Names are put right first: a line that was put in order with the wrong ones would keep them.
                yield replace(hit, fix=Fix(hit.fix.title, (), "advice")) if wrong and hit.fix is not None else hit


def _lines(document: Document, context: Context) -> Iterator[tuple[SponsorLine, Names, bool]]:
    """The lines that list sponsors; on the label lines of a conference (told by true) other names may stand as well."""
    lines = list(label_lines(document, context))
    found = None if lines else line_of(document, context)
    if found is not None:
        yield (*found, False)
    for line in lines:
        yield line, names_of(context.lexicon), True


def _out_of_order(line: SponsorLine, names: Names, context: Context) -> Iterator[Hit]:
    keys = [_sort_key(name.text, names) for name in line.names]
    drops = sum(after < before for before, after in pairwise(keys))
    if not drops or (drops == 1 and context.profile in context.options.get("main_sponsors_first", ())):
        return
    astray = _misplaced(keys)
    name = line.names[astray[0]]
    where = _right_place(line.names, keys, astray[0])
    if len(astray) > 1:  # Whoever moves one name alone has another wrong order.
        order = ", ".join(line.names[place].text for place in sorted(range(len(keys)), key=lambda place: keys[place]))
        where = f"{where}; the whole order is {order}"
    values = {"name": name.text, "place": where}
    yield Hit(line.span(name.start, name.end), values, _sorted(line, keys))


def _sort_key(name: str, names: Names) -> Key:
    folded = fold(name)
    row = names.official.get(folded)
    if row is not None:
        return 0, row["sort_key"]
    bare = "".join(character for character in folded.replace("-", " ") if character.isalnum() or character == " ")
    return int(folded in names.observers), " ".join(bare.split())


def _misplaced(keys: list[Key]) -> list[int]:
    """The elements outside a longest ascending run: those that stand in the wrong place."""
    tails: list[Key] = []
    last: list[int] = []
    previous: list[int] = []
    for here, key in enumerate(keys):
        at = bisect_right(tails, key)
        if at == len(tails):
            tails.append(key)
            last.append(here)
        else:
            tails[at], last[at] = key, here
        previous.append(last[at - 1] if at else -1)
    kept = set()
    walk = last[-1]
    while walk >= 0:
        kept.add(walk)
        walk = previous[walk]
    return sorted(set(range(len(keys))) - kept)


def _right_place(sponsors: tuple[Sponsor, ...], keys: list[Key], place: int) -> str:
    before = [index for index, key in enumerate(keys) if key < keys[place]]
    if before:
        return f"after {sponsors[max(before, key=lambda index: keys[index])].text}"
    after = [index for index, key in enumerate(keys) if key > keys[place]]
    return f"before {sponsors[min(after, key=lambda index: keys[index])].text}"


def _sorted(line: SponsorLine, keys: list[Key]) -> Fix | None:
    """All names in order, each with its brackets; none when an asterisk would have to travel along."""
    if any(line.text[start:end].strip(" ,\n\xa0") not in ("", "and") for start, end in line.separators):
        return None
    entries = [line.text[slice(*name.entry)] for name in line.names]
    order = sorted(range(len(keys)), key=lambda index: keys[index])
    edits = tuple(
        Edit(line.span(*line.names[place].entry), entries[source], entries[place])
        for place, source in enumerate(order)
        if place != source
    )
    return Fix("Put the names in alphabetical order", edits, "suggest")


@check("SPN010")
def sponsor_name_wrong(document: Document, context: Context) -> Iterator[Hit]:
    """A sponsor not written with its official short name at the date of the draft, or not known at all."""
    year = int(context.edition[:4]) if context.edition else year_of(document, context)
    lines = list(_lines(document, context))
    known = [names.known(fold(name.text)) for line, names, _ in lines for name in line.names]
    # A conference may seat whom it likes; but one unknown name among those of States is a slip, or invented.
    free = sum(known) < 2 or sum(known) <= _MOST * len(known)
    first = context.profile in context.options.get("main_sponsors_first", ())
    for line, names, labelled in lines:
        yield from _placed(list(wrong_names(line, names, year, labelled)), line, names, main_sponsors_first=first)
        if labelled and not free:
            yield from _unknown_names(line, names)


def _placed(hits: list[Hit], line: SponsorLine, names: Names, *, main_sponsors_first: bool) -> list[Hit]:
    """Wrong names that their right form moves to another place: the first hit mends and sorts the whole line.

    The others then have nothing left to mend. Where the main sponsors may come first, the line is sorted only if all
    other names are in order, and so shows that it has one run.
    """
    rights = {hit.span.start: hit.values["right"] for hit in hits if hit.fix is not None}
    keys = [_sort_key(rights.get(name.start, name.text), names) for name in line.names]
    others = [key for name, key in zip(line.names, keys, strict=True) if name.start not in rights]
    order = sorted(range(len(keys)), key=lambda place: keys[place])
    runs = main_sponsors_first and others != sorted(others)
    if not rights or order == list(range(len(keys))) or runs or _sorted(line, keys) is None:
        return hits
    edits = tuple(
        Edit(line.span(*old.entry), new, line.text[slice(*old.entry)])
        for old, source in zip(line.names, order, strict=True)
        if (new := _renamed(line, line.names[source], rights)) != line.text[slice(*old.entry)]
    )
    whole = Fix("Write the official names, in alphabetical order", edits, "suggest")
    mending = [hit for hit in hits if hit.fix is not None]
    return [
        replace(hit, fix=whole if hit is mending[0] else Fix(whole.title, (), "advice")) if hit.fix is not None else hit
        for hit in hits
    ]


def _renamed(line: SponsorLine, name: Sponsor, rights: dict[int, str]) -> str:
    """The entry of a name with the name in its right form, and with the brackets behind it."""
    start, end = name.entry
    right = rights.get(name.start)
    return line.text[start:end] if right is None else line.text[start : name.start] + right + line.text[name.end : end]


def _unknown_names(line: SponsorLine, names: Names) -> Iterator[Hit]:
    """The names on a label line that are near to none that is known: an info."""
    for name in line.names:
        folded = fold(name.text)
        if not names.known(folded) and not GROUP.search(name.text) and nearest(folded, names) is None:
            here = line.span(name.start, name.end)
            yield Hit(
                here, {"name": name.text, "right": "the short name of a Member State or observer State"}, unsure=True
            )


@check("SPN020")
def sponsor_named_twice(document: Document, context: Context) -> Iterator[Hit]:
    """A name that stands in the list a second time, written in whatever way; on label lines also in two of them."""
    seen: dict[str, str] = {}
    for line, names, _ in _lines(document, context):
        for name in line.names:
            row = names.states.get(fold(name.text))
            key = row["official_short_name"] if row is not None else fold(name.text)
            if key in seen:
                where = (
                    f"among the {line.field}"
                    if seen[key] == line.field
                    else f"as {_ROLES[seen[key]]} and {_ROLES[line.field]}"
                )
                yield Hit(line.span(name.start, name.end), {"name": name.text, "where": where})
            seen.setdefault(key, line.field)


@check("SPN011")
def sponsor_article(document: Document, context: Context) -> Iterator[Hit]:
    """The article before a name in the list."""
    found = line_of(document, context)
    if found is None:
        return
    line, _ = found
    for name in line.names:
        if name.article:
            start = name.entry[0]
            edit = Edit(line.span(start, name.start), "", line.text[start : name.start])
            fix = Fix("Leave out the article", (edit,), "suggest")
            yield Hit(line.span(start, start + 3), {"name": name.text}, fix)


@check("SPN012")
def sponsors_joint_wrong(document: Document, context: Context) -> Iterator[Hit]:
    """The joints of the list: commas, and *and* before the last name without a comma."""
    found = line_of(document, context)
    if found is None or not found[0].separators or len(found[0].separators) != len(found[0].names) - 1:
        return
    line, _ = found
    for number, (start, end) in enumerate(line.separators, 1):
        joint = line.text[start:end]
        if ";" in joint:
            continue
        joined = "and" in joint or "&" in joint
        if number < len(line.separators):
            if joined:
                yield _join(line, start, end, ", ", "a comma stands between all names but the last two")
        elif joined and "," in joint:
            at = line.text.index(",", start, end)
            yield _replace(line, at, at + 1, "", "no comma stands before the last “and”", "Leave out the comma")
        elif not joined or "&" in joint:
            yield _join(line, start, end, " and ", "the word “and” stands before the last name")


def _join(line: SponsorLine, start: int, end: int, right: str, fault: str) -> Hit:
    here = line.span(start, end)
    return Hit(here, {"fault": fault}, Fix("Join the names", (Edit(here, right, line.text[start:end]),), "suggest"))


@check("SPN013")
def group_as_sponsor(document: Document, context: Context) -> Iterator[Hit]:
    """A group of States or an organization that stands in the line as a sponsor of its own."""
    found = line_of(document, context)
    if found is None:
        return
    line, names = found
    for name in line.names:
        folded = fold(name.text)
        row = names.observers.get(folded)
        if folded in names.states:
            continue
        if GROUP.search(name.text) if row is None else row["in_sponsor_line"] in ("through a Member", "never"):
            yield Hit(line.span(name.start, name.end), {"name": name.text})


@check("SPN014")
def nonmember_mark_wrong(document: Document, context: Context) -> Iterator[Hit]:
    """Asterisks of States not members of the Council: after the comma, and explained by a note."""
    found = line_of(document, context)
    if found is None or "*" not in found[0].text[found[0].start : found[0].end]:
        return
    line, _ = found
    for name in line.names:
        if (
            name.mark is None
            or line.text[slice(*name.mark)] != "*"
            or line.text[name.mark[1] : name.mark[1] + 1] != ","
        ):
            continue
        start, end = name.mark
        edits = (Edit(line.span(start, start), ",", ""), Edit(line.span(end, end + 1), "", ","))
        fix = Fix("Put the asterisk after the comma", edits, "safe")
        yield Hit(line.span(start, end), {"fault": "the asterisk stands after the comma"}, fix)
    if not _explained(document):
        yield Hit(line.span(line.start, line.end), {"fault": _NOTE})


def _explained(document: Document) -> bool:
    texts = [block.text for block in document.blocks]
    texts.extend(block.text for note in document.footnotes for block in note.blocks)
    return any("not a member of the" in text.lower() or "not members of the" in text.lower() for text in texts)


@check("SPN016")
def chair_text_unlabelled(document: Document, context: Context) -> Iterator[Hit]:
    """A text of the Chair that is announced otherwise than *Draft resolution submitted by the Chair*."""
    span = field_place(document, "sponsors")
    if span is None or not document.has_block(span.block):
        return
    found = _CHAIR.search(document.block(span.block).text, span.start, span.end)
    if found:
        yield Hit(Span(span.block, found.start(), found.end()))


@check("SPN030")
def sponsor_count(document: Document, context: Context) -> Iterator[Hit]:
    """Fewer or more names on a label line than the options ``sponsors_least``, ``signatories_most`` … allow."""
    for line in label_lines(document, context):
        limit = asked(context.options, line.field, len(line.names))
        if limit:
            yield Hit(line.span(0, line.end), {"count": str(len(line.names)), "limit": limit})
