"""Holds a version against the first one: aligned, and said what is missing, doubled or different."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from rapidfuzz.fuzz import ratio

from resolint.concordance.align import align, expected, likeness
from resolint.concordance.chapters import chapters
from resolint.concordance.contraries import contraries
from resolint.concordance.crossed import crossed, exchanged_matters
from resolint.concordance.dated import exchanged
from resolint.concordance.degrees import degrees
from resolint.concordance.extent import astray
from resolint.concordance.figures import Difference, differences
from resolint.concordance.kinship import related
from resolint.concordance.letters import letters_apart
from resolint.concordance.model import CLAUSES, HERE, THERE, Concordance, Paragraph, Remark, Row
from resolint.concordance.negations import denied
from resolint.findings import Severity
from resolint.lexicon.labels import roman_value
from resolint.regex import lazy

__all__ = ["hold"]

_MOVED = 3.0
"""So much must speak for two paragraphs without partners to be one that stands elsewhere."""
_ABBREVIATION = lazy(r"[(（](?![IVXLC]+[)）])([A-ZА-Я][\wА-я-]{0,9}[A-ZА-Я])[)）]")
_SHORTENED = lazy(r"[(（](?:[\u4e00-\u9fff]{2,10}|[\u0620-\u064a]{2,12}(?: [\u0620-\u064a]{2,12})?)[)）]")
_CAPITALS = lazy(r"(?<![\wА-я-])[A-ZА-Я][\wА-я-]{0,9}[A-ZА-Я](?![\wА-я-])")
_NEAR = 3
"""Paragraphs so far from one another are looked at; the farther, the more must speak for it that they were exchanged."""
_SAME = 90
_TAKES = "take"
_TITLE, _SHORT = 1.9, 12
"""A title is not so many times as long as the other, if it has more characters than these."""
Used = tuple[Counter[str], Counter[str]]
"""How often each version writes an abbreviation."""
_WORDS = {
    "symbol": "Symbols",
    "reference": "Numbers of resolutions and the like",
    "date": "Months",
    "number": "Numbers",
}


def hold(
    here: Sequence[Paragraph], there: Sequence[Paragraph], names: tuple[str, str], languages: tuple[str, str]
) -> Concordance:
    """The concordance of two versions, given as their paragraphs, with their names and the codes of their languages."""
    rows = []
    pairs = align(here, there, languages)
    moved = _moved(pairs, expected(languages))
    gone = set(moved.values())
    used = _used(here), _used(there)
    for at, (one, other) in enumerate(pairs):
        if at in gone:
            continue
        if one is not None and at in moved:
            found = pairs[moved[at]][1]
            assert found is not None
            # Where a note stands, hangs on its mark alone.
            said = () if one.role == "note" else (_elsewhere(one, found),)
            rows.append(Row(one, found, (*said, *_differing(one, found, languages, used))))
        elif one is not None and other is not None:
            rows.append(Row(one, other, tuple(_differing(one, other, languages, used))))
        else:
            lone, side = (one, here) if one is not None else (other, there)
            assert lone is not None
            noted = any(paragraph.role == "note" for paragraph in (there if one is not None else here))
            rows.append(Row(one, other, (_alone(lone, side, one is not None, names, noted),)))
    return Concordance(*names, *languages, tuple(_with_crossed(rows, languages)), related(pairs, languages))


def _with_crossed(rows: Sequence[Row], languages: tuple[str, str]) -> Iterator[Row]:
    """The rows, and of paragraphs near one another that stand in each other's place a remark that says so."""
    told = set[int]()
    for at, row in enumerate(rows):
        found = None
        for far, after in enumerate(rows[at + 1 : at + 1 + _NEAR] if at not in told else (), 1):
            if (found := _crossed(row, after, languages, far)) is not None:
                told.add(at + far)
                break
        yield row if found is None else row._replace(remarks=(found, *row.remarks))


def _crossed(row: Row, after: Row, languages: tuple[str, str], far: int) -> Remark | None:
    here, there = (row.here, after.here), (row.there, after.there)
    if here[0] is None or here[1] is None or there[0] is None or there[1] is None:
        return None
    if len({one.role for one in (here[0], here[1], there[0], there[1])}) > 1 or here[0].role not in CLAUSES:
        return None
    matters = (here[0].terms, here[1].terms), (there[0].terms, there[1].terms)
    words = far == 1 and crossed((here[0].text, here[1].text), (there[0].text, there[1].text), languages)
    matching = exchanged_matters(*matters)
    if not words and matching < far:
        return None
    # One matter in common may be chance.
    sure = words or matching > far
    verb = "stand" if sure else "may stand"
    message = f"{here[0].where or 'This'} and {here[1].where or 'the next one'} {verb} in each other’s place {THERE}."
    return Remark("order", "warning" if sure else "info", message, (here[0].where,), (there[1].where,))


def _differing(one: Paragraph, other: Paragraph, languages: tuple[str, str], used: Used) -> Iterator[Remark]:
    different = differences(one.figures, other.figures)
    for found in different:
        severity = "warning" if found.sure else "info"
        yield Remark(found.kind, severity, _sentence(found), found.here, found.there)  # type: ignore[arg-type]
    if not any(found.kind in ("date", "number") for found in different):
        # What differs in a figure is told already.
        yield from _exchanged(one, other)
    yield from _shares(one, other)
    yield from _chapters(one, other, languages)
    yield from _letters(one, other)
    yield from _negations(one, other, languages)
    yield from _states(one, other)
    if one.role in ("operative", "subparagraph") and _numbered_otherwise(one, other):
        yield Remark(
            "numbering",
            "warning",
            f"The number of the paragraph is {one.number} {HERE} and {other.number} {THERE}.",
            (one.number,),
            (other.number,),
        )
    if one.role != other.role and {one.role, other.role} <= {"preambular", "operative"}:
        message = f"The paragraph is {one.role} {HERE} and {other.role} {THERE}."
        yield Remark("part", "warning", message, (one.role,), (other.role,))
    if one.notes is not None and other.notes is not None and one.notes != other.notes:
        message = f"The paragraph refers to {_several(one.notes)} {HERE} and to {_several(other.notes)} {THERE}."
        yield Remark("note", "warning", message, (str(one.notes),), (str(other.notes),))
    opens = tuple(_openings(one, other))
    yield from opens
    if not any(remark.kind == "strength" for remark in opens):
        yield from _degrees(one, other, languages)
    yield from _abbreviations(one, other, used)
    yield from _qualifiers(one, other)
    if one.role == other.role == "title":
        yield from _cut_title(one, other, languages)
    if {one.role, other.role} <= set(CLAUSES):
        yield from _length(one, other, languages)


def _numbered_otherwise(one: Paragraph, other: Paragraph) -> bool:
    """Whether both have a number and not the same; items of lists may be lettered, or numbered in either figures."""
    if not (one.number and other.number) or one.number == other.number:
        return False
    if not one.role == other.role == "subparagraph":
        return True
    return not _places(one.number) & _places(other.number)


def _places(number: str) -> frozenset[int]:
    """The places in a list that a label may stand for: (i) is the first or the ninth."""
    letter = ord(number) - ord("a") + 1 if len(number) == 1 and "a" <= number <= "z" else None
    figure = int(number) if number.isdecimal() else None
    return frozenset(place for place in (letter, figure, roman_value(number.upper())) if place is not None)


def _exchanged(one: Paragraph, other: Paragraph) -> Iterator[Remark]:
    """References that have another date, though both versions have the same dates."""
    for reference, here, there in exchanged(one.dated, other.dated):
        message = f"The date of {reference} differs: {here} {HERE}, {there} {THERE}."
        yield Remark("date", "warning", message, (here,), (there,))


def _shares(one: Paragraph, other: Paragraph) -> Iterator[Remark]:
    for first, second, here, there in (
        (one, other, "per thousand", "per cent"),
        (other, one, "per cent", "per thousand"),
    ):
        if first.shares.exceeds(second.shares):
            message = f"Shares differ: “{here}” {HERE}, “{there}” {THERE}."
            yield Remark("number", "warning", message, (here,), (there,))


def _chapters(one: Paragraph, other: Paragraph, languages: tuple[str, str]) -> Iterator[Remark]:
    """Chapters of which each version names one that the other does not."""
    left, right = (chapters(side.text, code) for side, code in zip((one, other), languages, strict=True))
    here, there = (tuple(map(str, sorted(values))) for values in (left - right, right - left))
    if here and there:
        message = f"Chapters differ: {', '.join(here)} {HERE}, {', '.join(there)} {THERE}."
        yield Remark("number", "warning", message, here, there)


def _negations(one: Paragraph, other: Paragraph, languages: tuple[str, str]) -> Iterator[Remark]:
    """A negation inside of a paragraph that nothing in the other version renders; the opening is told by itself."""
    here, there = (denied(side.text, code) for side, code in zip((one, other), languages, strict=True))
    if any(first.opened.negated.contradicts(second.opened.negated) for first, second in ((one, other), (other, one))):
        return
    if here.contradicts(there):
        # In sentences of other kinds it is often rendered by a word of the contrary meaning.
        severity: Severity = "warning" if one.opened.known else "info"
        yield Remark("opening", severity, f"A negation stands in the paragraph only {HERE}.")
    elif there.contradicts(here) and (one.opened.known or languages[1] != "zh"):
        # In Chinese sentences of other kinds it is often part of a word.
        yield Remark("opening", "info", f"A negation stands in the paragraph only {THERE}.", negation=True)


def _states(one: Paragraph, other: Paragraph) -> Iterator[Remark]:
    """States that one version alone names, or that stand in each other's place."""
    here, there = other.states.lacks(one.states), one.states.lacks(other.states)
    if here and there:
        message = f"States differ: {', '.join(here)} {HERE}, {', '.join(there)} {THERE}."
        yield Remark("state", "warning", message, here, there)
    elif here or there:
        # One that is left out of several is a slip; for one alone another word may stand.
        sure = other.states.leaves_out(one.states) or one.states.leaves_out(other.states)
        message = f"States named only {HERE if here else THERE}: {', '.join(here or there)}."
        yield Remark("state", "warning" if sure else "info", message, here, there)
    else:
        here, there = other.states.adjectives_alone(one.states), one.states.adjectives_alone(other.states)
        if here or there:
            side = HERE if here else THERE
            message = (
                f"States named more often {side}, the other version has an adjective alone: {', '.join(here or there)}."
            )
            yield Remark("state", "info", message, here, there)


def _letters(one: Paragraph, other: Paragraph) -> Iterator[Remark]:
    """Paragraphs that are referred to by other letters: *paragraph 3 (a)* and *paragraph 3 (b)*."""
    here, there = letters_apart(one.text, other.text)
    if here:
        message = f"Letters behind numbers differ: {', '.join(here)} {HERE}, {', '.join(there)} {THERE}."
        yield Remark("reference", "warning", message, here, there)


def _several(notes: int) -> str:
    return {0: "no note", 1: "one note"}.get(notes, f"{notes} notes")


def _qualifiers(one: Paragraph, other: Paragraph) -> Iterator[Remark]:
    """The small phrases that one version has and nothing in the other renders, and words beside figures that say the contrary."""
    for found in contraries(one.sides, other.sides):
        message = f"“{found.here}” stands beside a figure {HERE}, and “{found.there}” {THERE}."
        yield Remark("qualifier", "warning", message, (found.here,), (found.there,))
    for sense in other.qualified.lacks(one.qualified):
        yield Remark("qualifier", "info", f"Nothing {THERE} says “{sense}”.", (sense,), ())
    for sense in one.qualified.lacks(other.qualified):
        yield Remark("qualifier", "info", f"A word for “{sense}” stands only {THERE}.", (), (sense,))


def _length(one: Paragraph, other: Paragraph, languages: tuple[str, str]) -> Iterator[Remark]:
    factor = astray(one.text, other.text, languages)
    if factor:
        short, long = (THERE, HERE) if factor < 1 else (HERE, THERE)
        less = 1 - (factor if factor < 1 else 1 / factor)
        message = (
            f"The paragraph is {less:.0%} shorter {short} than the words {long} let expect: look for a clause left out."
        )
        yield Remark("length", "info", message)


def _cut_title(one: Paragraph, other: Paragraph, languages: tuple[str, str]) -> Iterator[Remark]:
    """A title half as long as the other lets expect, or twice: titles are rendered whole."""
    ratio = len(other.text) / (len(one.text) * expected(languages))
    if not 1 / _TITLE < ratio < _TITLE and min(len(one.text), len(other.text) / expected(languages)) > _SHORT:
        side = THERE if ratio < 1 else HERE
        yield Remark("length", "info", f"The title is much shorter {side} than the other lets expect.")


def _openings(one: Paragraph, other: Paragraph) -> Iterator[Remark]:
    left, right = _listed(one.opened.verbs), _listed(other.opened.verbs)
    words = (one.opened.words, other.opened.words)
    direction = (
        "stronger" if other.opened.stronger(one.opened) else "weaker" if one.opened.stronger(other.opened) else ""
    )
    # *Takes note* is graded by what follows, which tables of openings cut short.
    graded = one.opened.shares(other.opened)
    if direction and graded and _TAKES not in graded:
        message = f"The opening may be {direction} {THERE}: {left} {HERE}, a word for {right} {THERE}."
        yield Remark("strength", "info", message, (left,), (right,), openings=words)
    elif direction and not graded:
        message = f"The opening is {direction} {THERE}: {left} {HERE}, a word for {right} {THERE}."
        severity: Severity = "info" if one.opened.akin_to(other.opened) else "warning"
        yield Remark("strength", severity, message, (left,), (right,), openings=words)
    elif not one.opened.agrees(other.opened):
        message = f"The opening does not correspond: {left} {HERE}, a word for {right} {THERE}."
        severity = "warning" if one.opened.foreign_to(other.opened) else "info"
        yield Remark("opening", severity, message, (left,), (right,), openings=words)
    elif one.opened.verbs and one.opened.verbs <= other.opened.rarely:
        message = (
            f"The opening may be of another strength {THERE}: {left} has a word of its own, and this one says {right}."
        )
        yield Remark("strength", "info" if graded else "warning", message, (left,), (right,), openings=words)
    for first, second, side in ((one, other, HERE), (other, one, THERE)):
        if first.opened.negated.contradicts(second.opened.negated):
            yield Remark("opening", "warning", f"A negation follows the opening only {side}.", negation=True)
    if one.opened.known and other.opened.known and one.opened.again != other.opened.again:
        side = HERE if one.opened.again else THERE
        yield Remark("opening", "info", f"Only {side} the opening says “also” or “further”.")


def _degrees(one: Paragraph, other: Paragraph, languages: tuple[str, str]) -> Iterator[Remark]:
    """*Deeply*, *with appreciation*, *particularly* beside an opening that is known, which nothing in the other version renders."""
    if not (one.opened.known and other.opened.known):
        return
    here, there = (degrees(side.text, code) for side, code in zip((one, other), languages, strict=True))
    for word, side in (*((word, HERE) for word in there.lacks(here)), *((word, THERE) for word in here.lacks(there))):
        yield Remark("strength", "info", f"“{word}”, or a word like it, stands with the opening only {side}.")


def _abbreviations(one: Paragraph, other: Paragraph, used: Used) -> Iterator[Remark]:
    """Abbreviations that one version alone explains, and needs again; what they are in the other language nobody can tell."""
    said = [tuple(_ABBREVIATION.findall(paragraph.text)) for paragraph in (one, other)]
    # Chinese and Arabic have no capitals: there a short word in brackets may be the abbreviation.
    short = any(not words and _SHORTENED.search(side.text) for words, side in zip(said, (one, other), strict=True))
    if bool(said[0]) != bool(said[1]) and not short:
        here, there = (
            tuple(word for word in words if known[word] > 1) for words, known in zip(said, used, strict=True)
        )
        if here or there:
            message = f"Abbreviations are explained only {HERE if here else THERE}: {', '.join(here or there)}."
            yield Remark("abbreviation", "info", message, here, there)


def _used(side: Sequence[Paragraph]) -> Counter[str]:
    """How often a version writes each abbreviation."""
    return Counter(word for paragraph in side for word in _CAPITALS.findall(paragraph.text))


def _moved(pairs: Sequence[tuple[Paragraph | None, Paragraph | None]], longer: float) -> dict[int, int]:
    """The pairs with a paragraph here alone, by their numbers, each with the number of the one in which it stands there alone."""
    lone = [(at, one) for at, (one, other) in enumerate(pairs) if other is None and one is not None]
    left = [(at, other) for at, (one, other) in enumerate(pairs) if one is None and other is not None]
    scored = [
        (-likeness(one, other, longer), at, to)
        for at, one in lone
        for to, other in left
        if _movable(one, other) and _telling(one, other)
    ]
    found: dict[int, int] = {}
    for against, at, to in sorted(scored):
        if -against >= _MOVED and at not in found and to not in found.values():
            found[at] = to
    return found


def _movable(one: Paragraph, other: Paragraph) -> bool:
    return (one.role in CLAUSES and other.role in CLAUSES) or one.role == other.role == "note"


def _telling(one: Paragraph, other: Paragraph) -> bool:
    """Whether more than length and part speaks for two paragraphs: the same verb, or a figure that both have."""
    figures = any(
        getattr(one.figures, kind).keys() & getattr(other.figures, kind).keys()
        for kind in ("symbols", "references", "numbers")
    )
    return figures or bool(one.opened.verbs & other.opened.verbs)


def _elsewhere(one: Paragraph, other: Paragraph) -> Remark:
    message = f"{one.where or 'This'} stands elsewhere {THERE}: {other.where or 'at another place'}."
    return Remark("order", "warning", message, (one.where,), (other.where,))


def _sentence(found: Difference) -> str:
    what = _WORDS[found.kind]
    if found.sure:
        return f"{what} differ: {', '.join(found.here)} {HERE}, {', '.join(found.there)} {THERE}."
    if found.here:
        return f"{what} only {HERE}: {', '.join(found.here)}."
    return f"{what} only {THERE}: {', '.join(found.there)}."


def _listed(verbs: frozenset[str]) -> str:
    return " or ".join(f"“{verb}”" for verb in sorted(verbs))


def _alone(lone: Paragraph, side: Sequence[Paragraph], first: bool, names: tuple[str, str], noted: bool) -> Remark:
    """What is said of a paragraph without a partner: another beside it says the same, or the other version has it not.

    ``noted`` tells whether the other version has notes; bare text often has none.
    """
    at = next(index for index, paragraph in enumerate(side) if paragraph is lone)
    beside = [side[index] for index in (at - 1, at + 1) if 0 <= index < len(side)]
    if len(lone.text) > 8 and any(ratio(lone.text, other.text) > _SAME for other in beside):
        return Remark("doubled", "error", f"{lone.where or 'This'} stands twice in {names[not first]}.")
    severity = "error" if lone.role in CLAUSES else "warning" if lone.role == "note" and noted else "info"
    return Remark("missing", severity, f"{lone.where or 'This'} is missing in {names[first]}.")  # type: ignore[arg-type]
