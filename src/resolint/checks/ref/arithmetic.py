"""Checks that hold references against one another and against the length of what they cite."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resolint import regex
from resolint.checks import check
from resolint.checks.ref.form import in_prose, with_own_date
from resolint.checks.shared.clauses import annexed, matches, quotations, references
from resolint.checks.shared.counting import BLANK, in_texts
from resolint.findings import Applicability, Edit, Fix, Hit
from resolint.lexicon import Lexicon, dates, per_lexicon
from resolint.lexicon.labels import roman_value
from resolint.model import Citation, Document
from resolint.regex import lazy
from resolint.rule import Context

_ITEM = rf"(?:\d{{1,3}}|[IVXL]{{1,6}})(?:{BLANK}?\([a-z]{{1,4}}\))*"
_LIST = (
    rf"(?P<list>{_ITEM}(?:(?:,{BLANK}(?:and{BLANK})?|{BLANK}(?:and|or|to){BLANK}|{BLANK}?[-–]{BLANK}?){_ITEM}){{0,9}})"
)


@per_lexicon
def _counted(lexicon: Lexicon) -> tuple[tuple[re.Pattern[str], str, int], ...]:
    """For each row of the table a pattern of references into the instrument, its name and its last provision."""
    found = []
    for row in lexicon.rows("provision-counts"):
        name, unit = re.escape(row["instrument"]).replace(r"\ ", BLANK), row["unit"]
        units = rf"[{unit[0].upper()}{unit[0]}]{unit[1:]}s?"
        if unit == "goal":
            pattern = rf"\b{name}{BLANK}{units}{BLANK}{_LIST}"
        else:
            inner = rf"(?:, paragraphs?{BLANK}[^,;]{{1,20}},)?"
            goes_on = rf"(?!{BLANK}(?:and|for|on){BLANK}[A-Z])"
            pattern = rf"\b{units}{BLANK}{_LIST}{inner}{BLANK}of{BLANK}the{BLANK}{name}\b{goes_on}"
            marks = rf"[\d\ufffc]*,[\d\ufffc]*{BLANK}"
            named = rf"\bthe{BLANK}{name}{marks}(?:in particular|notably|especially){BLANK}(?:its{BLANK})?"
            pattern += rf"|{named}{units}{BLANK}{_LIST.replace('list', 'list2')}"
        found.append((regex.compiled(pattern), row["instrument"], int(row["last"])))
    return tuple(found)


_NUMBER = lazy(r"\d{1,3}|[IVXL]{1,6}")


@check("REF020")
def provision_beyond_last(document: Document, context: Context) -> Iterator[Hit]:
    """An article, chapter or goal that the instrument does not have: *Article 112 of the Charter*."""
    for pattern, name, last in _counted(context.lexicon):
        key = name.rpartition(" ")[2]
        for block, match in in_texts(document, pattern, having=(key,), quoted=True):
            group = match.lastgroup or "list"
            for number in _NUMBER.finditer(match[group]):
                value = int(number[0]) if number[0].isdecimal() else roman_value(number[0])
                if value is not None and not 0 < value <= last:
                    start = match.start(group) + number.start()
                    span = block.span(start, start + len(number[0]))
                    yield Hit(span, {"found": number[0], "instrument": name, "last": str(last)})
    yield from _targets_wrong(document)


_TARGET = lazy(
    rf"\bGoals?{BLANK}(?P<goal>\d{{1,2}})(?![\d.]),?{BLANK}(?:in{BLANK}particular{BLANK}|namely{BLANK}|and{BLANK}its{BLANK}|its{BLANK}|specifically{BLANK})?\btargets?{BLANK}(?P<of>\d{{1,2}})\.(?P<number>\d{{1,2}})\b"
)
_A_TARGET = lazy(
    rf"\btargets?{BLANK}(?P<of>\d{{1,2}})\.(?P<number>\d{{1,2}})\b(?=[^;:.]{{0,60}}\bGoals?\b|{BLANK}of{BLANK}which|{BLANK}is{BLANK})"
)
_TARGETS = (5, 5, 9, 7, 6, 6, 3, 10, 5, 7, 7, 8, 3, 7, 9, 10, 19)
"""How many numbered targets each Sustainable Development Goal has."""


def _targets_wrong(document: Document) -> Iterator[Hit]:
    """*Goal 15, target 16.9*; *target 19.6*, which there is not."""
    told: set[tuple[str, int]] = set()
    for pattern in (_TARGET, _A_TARGET):
        for block, match in in_texts(document, pattern, having=("arget",)):
            goal, number, at = int(match["of"]), int(match["number"]), match.start("of")
            last = _TARGETS[goal - 1] if 0 < goal <= len(_TARGETS) else 0
            of_other = pattern is _TARGET and int(match["goal"]) != goal
            if (block.id, at) in told or not (of_other or number > last):
                continue
            told.add((block.id, at))
            start = match.start("goal") if of_other else at
            span = block.span(start, match.end())
            values = {"found": f"target {goal}.{number}", "instrument": "Sustainable Development Goal"}
            right = (
                f"{match['goal']}.{_TARGETS[int(match['goal']) - 1]}"
                if of_other and int(match["goal"]) <= len(_TARGETS)
                else f"{goal}.{last}"
            )
            yield Hit(span, {**values, "last": right})


@check("REF021")
def listed_twice(document: Document, context: Context) -> Iterator[Hit]:
    """The same resolution or decision twice in one list."""
    last: Citation | None = None
    seen: dict[tuple[str, str | None, str | None], Citation] = {}
    for block, citation in in_prose(document):
        joined = (
            last is not None
            and last.span.block == citation.span.block
            and _is_joint(block.text[last.span.end : citation.span.start])
        )
        if not joined:
            seen = {}
        last = citation
        key = (citation.kind, citation.number, citation.organ)
        if citation.number is None:
            continue
        if key in seen and citation.date == seen[key].date:
            yield Hit(citation.span, {"found": citation.number}, related=(seen[key].span,))
        seen.setdefault(key, citation)


def _is_joint(between: str) -> bool:
    return between.replace("\xa0", " ").replace("\ufffc", "").strip() in (",", "and", ", and", "", "or")


@check("REF022")
def dates_two(document: Document, context: Context) -> Iterator[Hit]:
    """A resolution or decision that is given another date than at its first place in the draft."""
    first: dict[tuple[str, str, str | None], Citation] = {}
    for _, citation in with_own_date(document):
        if citation.number is None or citation.date is None or not _says_day(document, citation):
            continue
        key = (citation.kind, citation.number, citation.organ)
        known = first.setdefault(key, citation)
        if known.date != citation.date and known.date is not None:
            values = {"found": document.text(citation.span), "other": dates.words(known.date, context.lexicon)}
            yield Hit(citation.span, values, related=(known.span,))


@check("REF027")
def titles_two(document: Document, context: Context) -> Iterator[Hit]:
    """A resolution or decision that is given another title than at its first place in the draft."""
    first: dict[tuple[str, str, str | None], Citation] = {}
    titled = (citation for citation in document.citations if citation.kind in ("resolution", "decision"))
    for citation in titled:
        if citation.number is None or not citation.title or _in_quotation(document, citation):
            continue
        known = first.setdefault((citation.kind, citation.number, citation.organ), citation)
        if _plain(known.title or "") != _plain(citation.title):
            values = {"found": citation.title, "other": known.title or ""}
            yield Hit(citation.span, values, related=(known.span,))


def _in_quotation(document: Document, citation: Citation) -> bool:
    start = citation.span.start
    return any(low < start < high for low, high in quotations(document.block(citation.span.block).text))


def _plain(title: str) -> str:
    return "".join(sign for sign in title.lower() if sign.isalnum())


def _says_day(document: Document, citation: Citation) -> bool:
    """Whether the citation itself names one day; in a list the date may be that of the member after it."""
    day, words = citation.date or "", document.text(citation.span)
    return len(day) == 10 and day[:4].isdecimal() and day[:4] in words and "," not in words


_SHORT = lazy(
    rf"(?<![\w(])(?P<para>Paras?\.?|Pars?\.){BLANK}?(?=\d)"
    rf"|(?P<sign>§{{1,2}}){BLANK}?(?=\d)"
    rf"|(?<![\w(])(?P<art>[Aa]rts?\.){BLANK}?(?=\d)"
    rf"|(?<=\d)(?P<joint>{BLANK}?&{BLANK}?)(?=\d)"
    rf"|(?<=\d)(?P<tight>(?=\([a-z]{{1,3}}\)))"
)


_SHORT_SIGNS = (
    *("§", "Para ", "Para.", "Paras", "para\xa0", "Par.", "Pars.", "art.", "arts.", "Art.", "Arts.", "&"),
    *(f"{digit}(" for digit in range(10)),
)


_PROVISIONS = lazy(
    rf"\b(?:sub-?)?(?:[Pp]aragraphs?|[Aa]rticles?|[Rr]ules?|[Ss]ections?|[Rr]egulations?){BLANK}(?:\d{{1,3}}(?:{BLANK}?\([a-z]{{1,3}}\))*(?:,{BLANK}|{BLANK}and{BLANK}|{BLANK}?&{BLANK}?|{BLANK}to{BLANK})?){{1,8}}$"
)


@check("REF023")
def provision_form(document: Document, context: Context) -> Iterator[Hit]:
    """*Para 1*, *§ 1*, *art. 5*, *paragraphs 1 & 2*, *article 5(a)*, in the text.

    An annex may be an agreement with a style of its own: brackets there are let pass.
    """
    in_annexes = annexed(document)
    for block, match in matches(document, _SHORT, having=_SHORT_SIGNS):
        name = match.lastgroup
        if name == "tight" and block.id in in_annexes:
            continue
        if name in ("joint", "tight") and not _PROVISIONS.search(block.text, max(0, match.start() - 60), match.start()):
            continue
        if name == "joint":
            instead = " and "
        elif name == "tight":
            instead = " "
        elif name == "art":
            instead = "articles " if "s" in match["art"] else "article "
        elif name == "sign":
            instead = "paragraphs " if len(match["sign"]) == 2 else "paragraph "
        else:
            instead = "paragraphs " if "s" in match["para"].lower()[3:] else "paragraph "
        words = match.group()
        level: Applicability = "safe" if name == "tight" else "suggest"
        title = f"Write “{instead.strip()}”" if instead.strip() else "Put a blank before the bracket"
        fix = Fix(title, (Edit(block.span(*match.span()), instead, words),), level)
        yield Hit(
            block.span(*match.span()),
            {"found": words.strip() or "(", "instead": instead.strip() or " ("},
            fix,
        )


_BROKEN_SYMBOL = lazy(
    r"(?<![A-Za-z0-9_])(?:A|E|S|ST|UNEP|TD|CEDAW|CRC|CCPR|CAT|FCCC|CBD)(?:/[A-Z0-9][A-Za-z0-9.()-]*)*"
    r"(?:/(?P<after>[ \xa0])|(?P<before>[ \xa0])/)(?=[A-Z]?[A-Z.]*\d)[A-Za-z0-9.()/-]*[A-Za-z0-9)]"
)


_ZERO_LED = lazy(
    r"(?<![A-Za-z0-9_])(?:A|E|S)(?:/[A-Z][A-Za-z0-9.]*)*/(?:\d{2}|(?:19|20)\d{2})/(?P<zero>0+)[1-9]\d*(?![\w/-])"
)


_STROKELESS = lazy(
    r"(?<![A-Za-z0-9_])(?:A|E|S|UNEP|TD)(?:/[A-Z][A-Z0-9]*(?:\.\d+)?)*(?:/(?:19|20)?\d{2}(?P<dot>\.)(?=[A-Z]{1,4}\.\d|\d{1,4}\b)"
    r"|/EA\.\d{1,2}(?P<dot2>\.)(?=\d)|/(?:\d{1,4}/)?(?P<double>/)(?=[A-Z\d]))[A-Za-z0-9./-]*[A-Za-z0-9]"
    r"|(?<![A-Za-z0-9_])[AES](?P<dot3>\.)(?:(?:19|20)\d\d|\d{2})/(?:[A-Z]{1,4}\.)?\d+\b"
)


_SMALL_SYMBOL = lazy(
    r"(?<![\w/@.:-])(?:[ase]/|[AES](?=/(?:[Rr]es|[Hh]rc|[Dd]ec|[Pp]rst|[Cc]onf|[clpswa]{1,2}n?\.\d)))"
    r"(?:[A-Za-z0-9.-]+/)*[A-Za-z.]*\d[A-Za-z0-9.-]*(?<![.-])"
)
_PARTS = lazy(
    r"(?<![A-Za-z])(?:[ase](?=/)|[Rr]es|[Hh]rc|[Dd]ec|[Pp]rst|[Cc]onf|inf|(?:ac|cn|c|l|pv|sr|wg)(?=\.\d))(?![A-Za-z])"
)
"""The parts of symbols that are written in capitals throughout."""


@check("REF024")
def symbol_broken(document: Document, context: Context) -> Iterator[Hit]:
    """Blanks, small letters, missing strokes and leading zeros in a symbol: *A/79/ 12*, *a/79/12*, *S/2026/0412*."""
    for block, match in in_texts(document, _SMALL_SYMBOL, having=("/",), quoted=True):
        found = match.group()
        right = _PARTS.sub(lambda part: part.group().upper(), found)
        if right != found:
            edit = Edit(block.span(*match.span()), right, found)
            yield Hit(edit.span, {"found": found}, Fix("Write capitals", (edit,), "safe"))
    for block, match in in_texts(document, _BROKEN_SYMBOL, having=("/ ", " /", "/\xa0", "\xa0/"), quoted=True):
        group = "after" if match["after"] else "before"
        span = block.span(*match.span(group))
        fix = Fix("Close the gap", (Edit(span, "", match[group]),), "safe")
        yield Hit(block.span(*match.span()), {"found": match.group()}, fix)
    for block, match in in_texts(document, _STROKELESS, quoted=True):
        name = next(name for name in ("dot", "dot2", "dot3", "double") if match[name])
        edit = Edit(block.span(*match.span(name)), "" if name == "double" else "/", match[name])
        yield Hit(block.span(*match.span()), {"found": match.group()}, Fix("Write one stroke", (edit,), "suggest"))
    for block, match in in_texts(document, _ZERO_LED, having=("/0",), quoted=True):
        edit = Edit(block.span(*match.span("zero")), "", match["zero"])
        yield Hit(block.span(*match.span()), {"found": match.group()}, Fix("Leave out the zero", (edit,), "suggest"))


_BACKWARD = lazy(
    r"\b(?:(?:mentioned|described|referred to|stated|listed|named|set out|cited|indicated|outlined)[ \xa0]above"
    r"|(?:above|afore)-?[ \xa0]?(?:mentioned|said)|the above(?!-))\b",
    re.IGNORECASE,
)


@check("REF025")
def above_nothing(document: Document, context: Context) -> Iterator[Hit]:
    """*The above-mentioned* and *above* at the beginning of the first paragraph, before which nothing stands."""
    for act in document.acts:
        first = next(iter((*act.preamble, *act.operative)), None)
        if first is None or first.children or act.number:
            continue
        text = document.text(first.body)
        match = _BACKWARD.search(text[:90])
        if match and not references(document).get(first.body.block, ()):
            start = first.body.start + match.start()
            yield Hit(
                document.block(first.body.block).span(start, first.body.start + match.end()), {"found": match.group()}
            )


_PLURAL = lazy(r"(?:its|their)?[ \xa0]?(?P<noun>[Rr]esolutions|[Dd]ecisions)[ \xa0](?=\d)")
_LONE = lazy(r"\d{1,3}/\d{1,3}")
_GOES_ON = lazy(r",? ?(?:[A-Z]\b|and\b|to\b|or\b|[-–]|\()")


@check("REF026")
def number_of_resolutions(document: Document, context: Context) -> Iterator[Hit]:
    """*Resolutions* before one number."""
    found = list(in_prose(document))
    for place, (block, citation) in enumerate(found):
        match = _PLURAL.match(block.text, citation.span.start)
        if match is None or match.start() > citation.span.end:
            continue
        rest = block.text[citation.span.end : citation.span.end + 12].replace("\xa0", " ").replace("\ufffc", "")
        following = found[place + 1][1] if place + 1 < len(found) else None
        near = following is not None and following.span.block == block.id
        if not near and not _GOES_ON.match(rest) and citation.number and _LONE.fullmatch(citation.number):
            span = block.span(match.start("noun"), match.end("noun"))
            fix = Fix(f"Write “{match['noun'][:-1]}”", (Edit(span, match["noun"][:-1], match["noun"]),), "suggest")
            yield Hit(span, {"found": match["noun"], "number": citation.number}, fix)
