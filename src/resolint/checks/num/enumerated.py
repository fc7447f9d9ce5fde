"""Checks on counts of things that are named, numbered or listed beside them: in dashes, one by one, in the rows of a table."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resolint import regex
from resolint.checks import check
from resolint.checks.num.quantities import stem
from resolint.checks.shared.clauses import inside, quotations
from resolint.checks.shared.counting import BLANK, any_cardinal, cardinal_value, in_texts
from resolint.findings import Hit
from resolint.lexicon import Lexicon, per_lexicon
from resolint.lexicon.ordinals import ordinal_value
from resolint.model import Block, Document
from resolint.regex import lazy
from resolint.rule import Context
from resolint.tables import Table, run_of

_NAME = r"(?:the[ \xa0])?[A-Z][\w’'.-]*(?:[ \xa0](?:(?:of|the|de|and[ \xa0]the)[ \xa0])?[A-Z(][\w’'.()-]*){0,5}"
_NAMES = rf"{_NAME}(?:,{BLANK}{_NAME}){{0,9}},?{BLANK}and{BLANK}{_NAME}"
_NOUNS = rf"(?:{BLANK}[A-Za-z][\w’-]*){{0,3}}{BLANK}[A-Za-z][\w’-]*(?:s|people|women|men)"


@per_lexicon
def _number(lexicon: Lexicon) -> str:
    """The pattern of a count that is no part of another figure."""
    return rf"(?<![\w,.–-])(?P<number>{any_cardinal(lexicon)})"


@per_lexicon
def _named(lexicon: Lexicon) -> re.Pattern[str]:
    return regex.compiled(
        rf"{_number(lexicon)}{_NOUNS}(?:{BLANK}[–—]{BLANK}(?P<dashed>{_NAMES})(?={BLANK}[–—]|[,;.]|$)|{BLANK}\((?P<bracketed>{_NAMES})\))"
    )


@per_lexicon
def _numbered(lexicon: Lexicon) -> re.Pattern[str]:
    return regex.compiled(
        rf"{_number(lexicon)}{_NOUNS}\b(?P<rest>[^;:.]{{0,60}},{BLANK}the{BLANK}first\b[^;:.]{{3,300}})"
    )


_NTH = lazy(rf"(?:,|,?{BLANK}and){BLANK}the{BLANK}(?P<nth>[a-z]+)\b")


@per_lexicon
def _singled(lexicon: Lexicon) -> re.Pattern[str]:
    return regex.compiled(
        rf"{_number(lexicon)}{_NOUNS}\b,{BLANK}(?:namely,?{BLANK})?(?P<rest>one{BLANK}[^;:.]{{3,90}}?(?:,{BLANK}one{BLANK}[^;:.,]{{3,90}}?){{0,6}}"
        rf",?{BLANK}and{BLANK}one{BLANK}[^;:.,]{{3,90}})(?P<end>[;:.,]|$)"
    )


_ONE = lazy(rf"(?:^|,{BLANK}|\band{BLANK})one{BLANK}(?P<next>[\w-]+)")


@per_lexicon
def _periods(lexicon: Lexicon) -> re.Pattern[str]:
    return regex.compiled(
        rf"{_number(lexicon)}{BLANK}(?:financial{BLANK}|budget{BLANK}|consecutive{BLANK})?(?:periods|years){BLANK}(?:from{BLANK})?"
        rf"(?P<low>20\d\d)/\d\d{BLANK}to{BLANK}(?P<high>20\d\d)/\d\d"
    )


@check("NUM048")
def enumerated_otherwise(document: Document, context: Context) -> Iterator[Hit]:
    """*Five States – Ecuador, Fiji, Mexico and Viet Nam*; *four sessions, the first …, the second … and the third*."""
    lexicon = context.lexicon
    for block, match in in_texts(document, _named(lexicon), having=("–", "—", "(")):
        names = match["dashed"] or match["bracketed"]
        parts = re.split(rf",{BLANK}", names)
        least = len(parts) + (not re.match(r"and\b", parts[-1]))
        most = len(re.split(rf",{BLANK}|,?{BLANK}and{BLANK}", names))
        yield from _unlike(block, match, range(least, most + 1), lexicon)
    for block, match in in_texts(document, _numbered(lexicon), having=("the first",)):
        nths = [value for one in _NTH.finditer(match["rest"]) if (value := ordinal_value(one["nth"], lexicon))]
        last = 1
        while last + 1 in nths:
            last += 1
        if last > 1 and max(nths) == last:
            yield from _unlike(block, match, range(last, last + 1), lexicon)
    for block, match in in_texts(document, _singled(lexicon), having=(" one ",)):
        ones = _ONE.findall(match["rest"])
        if len(set(ones)) == 1 and ones[0] not in ("of", "another"):
            yield from _unlike(block, match, range(len(ones), len(ones) + 1), lexicon)
    for block, match in in_texts(document, _periods(lexicon), having=("/",)):
        count = int(match["high"]) - int(match["low"]) + 1
        yield from _unlike(block, match, range(count, count + 1), lexicon)
    yield from _rows(document, lexicon)


def _unlike(block: Block, match: re.Match[str], counts: range, lexicon: Lexicon) -> Iterator[Hit]:
    value = cardinal_value(match["number"], lexicon)
    if value is not None and value > 1 and counts and value not in counts:
        yield Hit(block.span(*match.span("number")), {"found": match["number"], "count": str(counts[-1])})


_TABLE = lazy(rf"\b(?:table{BLANK}(?:below|above)|(?:following|present){BLANK}table)\b")
_TOTAL = lazy(r"(?i)\s*(?:grand |sub-?)?total|all\b|average")


def _rows(document: Document, lexicon: Lexicon) -> Iterator[Hit]:
    """*In six countries, as in the table below*, over a table of five rows headed *Country*."""
    pieces = list(run_of(document))
    for at, piece in enumerate(pieces):
        if not isinstance(piece, Table):
            continue
        head, count = _headed(piece)
        for step, block in enumerate(reversed(pieces[max(0, at - 3) : at])):
            if isinstance(block, Block) and count and _TABLE.search(block.text):
                yield from _unlike_rows(block, head, count, step == 0 and block.text.rstrip().endswith(":"), lexicon)


def _unlike_rows(block: Block, head: str, count: int, leads: bool, lexicon: Lexicon) -> Iterator[Hit]:
    """Counts of a paragraph of what a table lists: of the noun that heads it, or the only one where the paragraph leads to it."""
    quoted = quotations(block.text)
    found = [one for one in _counted(lexicon).finditer(block.text, block.lead) if not inside(quoted, *one.span())]
    for match in found:
        value = cardinal_value(match["number"], lexicon)
        same = stem(match["nouns"].split()[-1]) == head
        near = leads and len(found) == 1 and match["the"] is not None and value is not None and abs(value - count) == 1
        if value is not None and value > 1 and value != count and (same or near):
            yield Hit(
                block.span(*match.span("number")), {"found": match["number"], "count": str(count)}, unsure=not same
            )


@per_lexicon
def _counted(lexicon: Lexicon) -> re.Pattern[str]:
    return regex.compiled(
        rf"(?P<the>\bthe{BLANK})?{_number(lexicon)}(?P<nouns>(?:{BLANK}[a-z-]+){{0,2}}?{BLANK}[a-z-]+s)\b"
    )


def _headed(table: Table) -> tuple[str, int]:
    """What the first column lists, in the singular, and of how many; nothing where the table is not plain."""
    if not table.head or any(slot.span != 1 for row in table.rows for slot in row):
        return "", 0
    head = " ".join(block.text for block in table.rows[0][0].blocks).strip().lower()
    rows = [" ".join(block.text for block in row[0].blocks) for row in table.rows[table.head :]]
    named = [row for row in rows if row.strip() and not _TOTAL.match(row)]
    return stem(head.split()[-1]) if head else "", len(named) if len(set(named)) == len(named) else 0


_YEARS_LISTED = regex.lazy(rf"(?<![\w/.–-])20\d\d(?:,{BLANK}20\d\d){{0,8}},?{BLANK}and{BLANK}20\d\d(?![\w/–-])")
_NAMES_LISTED = regex.lazy(rf"(?<![\w’-])(?P<names>{_NAMES})(?=[,;.]|$)")
_PARTED = regex.lazy(rf",?{BLANK}and{BLANK}|,{BLANK}")
_LEAST_NAME = 4


@check("NUM051")
def listed_twice(document: Document, context: Context) -> Iterator[Hit]:
    """*For 2029, 2030 and 2030*; *Fiji, Peru and Fiji*: a list in which a year or a name stands twice."""
    for pattern in (_YEARS_LISTED, _NAMES_LISTED):
        for block, match in in_texts(document, pattern, having=(" and ", "\xa0and")):
            start, seen = match.start(), set[str]()
            if pattern is _NAMES_LISTED and "," not in match.group():
                continue  # *the Peace and Security Council and the Security Council*
            if not block.text[block.lead : start].strip("* \xa0"):
                # The opening has a capital of its own: *Invites Peru, Fiji and Peru*.
                seen.add(match.group().partition(",")[0].partition(" and ")[0].partition(" ")[2].removeprefix("the "))
            for part in (*_PARTED.finditer(match.group()), None):
                end = match.end() if part is None else match.start() + part.start()
                words = block.text[start:end].removeprefix("and ").removeprefix("the ")
                if words in seen and len(words) >= _LEAST_NAME:
                    yield Hit(block.span(end - len(words), end), {"found": words})
                seen.add(words)
                start = end if part is None else match.start() + part.end()
