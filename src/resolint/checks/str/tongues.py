"""Checks on drafts in the other official languages, whose parts, marks and numbers tell alike."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from unicodedata import normalize

from rapidfuzz.fuzz import ratio

from resolint.checks import check
from resolint.checks.shared.arabic import unjoined
from resolint.checks.shared.end_marks import mended
from resolint.checks.shared.item_labels import odd_letters, odd_numerals, wrong_labels
from resolint.checks.shared.item_marks import odd_item_marks, odd_number_signs
from resolint.checks.shared.tongues import ARABIC_VERBS, heads, organ_gender, scanned, tongue_of
from resolint.checks.str.tongue_organs import short_line
from resolint.checks.str.tongue_parts import han_opening_of_other_part, unsigned_numbers
from resolint.findings import Edit, Fix, Hit
from resolint.lexicon.tongues import ENGLISH_LINES, Tongue, plain
from resolint.lexicon.verbs import finite_forms, first_word, wrong_forms
from resolint.model import Act, Block, Clause, Document, Span
from resolint.rule import Context

_NAMES = {",": "a comma", ";": "a semicolon", ".": "a full stop"}
_NOTE_BEHIND = re.compile(r"([,;.:])[ \ufffc]?(?:\d{1,3}|\[\d{1,3}\])\Z")
_SENTENCES = re.compile(r"\w{4}\.[ \xa0\d\ufffc]+[A-ZÀ-Ý]")
"""A sentence that ends and one that begins: a clause is one sentence, so the second is a note or a page that got between."""
_MIXED = 3
_EXCERPT = 2
"""A text that leaves out more paragraphs than these is an excerpt."""
_LIKE = 84
_FAR = 6
"""The organ line stands at most so many paragraphs above the first one."""


def _last(clause: Clause) -> Clause:
    while clause.children:
        clause = clause.children[-1]
    return clause


@check("STR040")
def end_mark_wrong(document: Document, context: Context) -> Iterator[Hit]:
    """Preambular paragraphs without a comma, operative ones without a semicolon, the last one without a full stop."""
    yield from odd_item_marks(document, context.lexicon.language)
    for act in document.acts:
        if not act.operative:
            continue
        sections = {heading.before for heading in act.headings}
        torn = _torn(document, act)
        # What has no organ line is an excerpt, and need not end where it stops.
        whole = act.organ_line is not None and not _excerpt(act)
        for clause in act.preamble:
            # One that opens as an operative paragraph is told of by its opening.
            decides = tongue_of(context).opening(document.text(clause.body))[1] == "operative"
            if _last(clause).blocks[-1] not in torn and not decides:
                yield from _mark(document, _last(clause), ",", ",;:" if clause.children else ",:", whole, context)
        operative = [clause for clause in act.operative if not _heads_section(document, clause)]
        sentences = _in_sentences(document, operative, context)
        for place, clause in enumerate(operative[:-1], len(act.preamble) + 1):
            accepted = ";:." if place in sections or sentences or _goes_on(document, clause, context) else ";:"
            if _last(clause).blocks[-1] not in torn:
                yield from _mark(document, _last(clause), ";", accepted, whole, context)
        for clause in operative[-1:]:
            yield from _mark(document, _last(clause), ".", ".:?" if whole else ";.:?", whole, context)


def _torn(document: Document, act: Act, *, behind: bool = True) -> frozenset[str]:
    """The blocks behind (or before) which something stands that belongs to no paragraph: a note or a page has torn them."""
    lost = frozenset(act.body)
    order = [block.id for block in document.blocks]
    if behind:
        return frozenset(before for before, after in pairwise(order) if after in lost)
    return frozenset(after for before, after in pairwise(order) if before in lost)


def _heads_section(document: Document, clause: Clause) -> bool:
    """Whether a paragraph is a heading with a typed number (*III. Coopération*)."""
    words = document.text(clause.body)
    return not clause.children and len(words) < 90 and not clause.number.isdecimal() and words[-1:].isalpha()


def _goes_on(document: Document, clause: Clause, context: Context) -> bool:
    """Whether a paragraph ends with further sentences, which stand below it without an opening of their own."""
    last = _last(clause)
    return last is not clause and not last.number and tongue_of(context).opening(document.text(last.body))[0] is None


def _in_sentences(document: Document, clauses: Sequence[Clause], context: Context) -> bool:
    """Whether the paragraphs are sentences rather than parts of one, as in arrangements for a meeting."""
    stops = [clause for clause in clauses[:-1] if plain(document.text(_last(clause).end_mark)) == "."]
    tongue = tongue_of(context)
    bare = [clause for clause in stops if tongue.opening(document.text(clause.body))[0] is None]
    return len(stops) > 1 and (len(bare) > 0 or 2 * len(stops) > len(clauses))


def _mark(
    document: Document, clause: Clause, wanted: str, accepted: str, whole: bool, context: Context
) -> Iterator[Hit]:
    found = document.text(clause.end_mark)
    if not found and (behind := _NOTE_BEHIND.search(plain(document.block(clause.end_mark.block).text))) is not None:
        # The raised number of a note has lost its height.
        found = behind[1]
    if not plain(found) or plain(found) not in accepted:
        shown = f"“{found}”" if found else "no punctuation mark"
        unsure = (not found and not whole) or scanned(context) or not _one_clause(document, clause, context)
        fix = None if unsure else mended(document, clause.end_mark, wanted, context.lexicon.language)
        yield Hit(clause.end_mark, {"found": shown, "wanted": _NAMES[wanted]}, fix, unsure=unsure)


def _one_clause(document: Document, clause: Clause, context: Context) -> bool:
    """Whether a clause is one sentence under one opening, with no note, name or torn line in the place of its end."""
    words = document.text(clause.body)
    opening, part = tongue_of(context).opening(words)
    opened = bool(clause.number) or opening is not None or part == "preambular"
    return opened and len(clause.blocks) == 1 and _SENTENCES.search(words) is None


@check("STR041")
def opening_of_other_part(document: Document, context: Context) -> Iterator[Hit]:
    """Paragraphs that open with a verb of the other part, or with another form of a verb than those that open paragraphs."""
    tongue = tongue_of(context)
    if tongue.code == "zh":
        yield from han_opening_of_other_part(document, context)
        return
    forms = context.lexicon.kept(wrong_forms)
    gender = organ_gender(document, context)
    we = all(act.organ_line is None for act in document.acts)
    for head in heads(document, context):
        other = "operative" if head.role == "preambular" else "preambular"
        span = head.block.span(head.start, head.start + (head.opening.end if head.opening is not None else 0))
        if head.opening is not None and head.part == other:
            said = f"opens paragraphs of the other part: it is {other}, and this paragraph is {head.role}"
            yield Hit(span, {"found": document.text(span), "said": said})
        elif head.role == "operative" and tongue.says("of preamble", tongue.fold(head.words)[0]) is not None:
            word = first_word(head.words)
            said = "opens paragraphs of the other part: it is preambular, and this paragraph is operative"
            yield Hit(head.block.span(head.start, head.start + len(word)), {"found": word, "said": said})
        elif head.role == "preambular" and (
            tongue.says("finite", head.words) is not None
            or (head.opening is None and tongue.fold(first_word(head.words))[0] in finite_forms(context.lexicon))
        ):
            word = first_word(head.words)
            said = "is a form of the operative part, and this paragraph is preambular"
            yield Hit(head.block.span(head.start, head.start + len(word)), {"found": word, "said": said})
        elif head.role == "operative" and head.opening is None and tongue.says("gerund", head.words) is not None:
            word = first_word(head.words)
            said = "is a form of the preamble, and this paragraph is operative"
            yield Hit(head.block.span(head.start, head.start + len(word)), {"found": word, "said": said})
        elif head.opening is None and not (we and tongue.says("we", head.words)):
            # A declaration speaks in the first person, and has no organ line.
            yield from _wrong_form(head.words, head.block, head.start, head.role, tongue, forms, gender)
    if tongue.code == "ar":
        yield from unjoined(document, context)


def _wrong_form(
    words: str, block: Block, start: int, role: str, tongue: Tongue, forms: object, gender: str
) -> Iterator[Hit]:
    lead = tongue.says("lead", tongue.fold(words)[0])
    places = tongue.fold(words)[1]
    at = places[lead.end()] if lead is not None and tongue.code == "ar" else 0
    word = first_word(words[at:])
    form = forms.get(tongue.fold(word)[0]) if word else None  # type: ignore[attr-defined]
    if form is None and tongue.says("wrong form", words) is None:
        return
    right = "" if form is None else form.preambular if role == "preambular" else form.operative
    if tongue.code == "ar" and gender and right[:1] in ARABIC_VERBS.values():
        right = ARABIC_VERBS[gender] + right[1:]
    instead = f"; the form for this part is “{right}”" if right else ""
    said = f"is no form of the verb that opens a paragraph{instead}"
    yield Hit(block.span(start + at, start + at + len(word)), {"found": word, "said": said})


@check("STR042")
def number_out_of_order(document: Document, context: Context) -> Iterator[Hit]:
    """Operative paragraphs and subparagraphs whose number is not the one after that of the paragraph before."""
    yield from odd_number_signs(document)
    yield from unsigned_numbers(document, context)
    for act in document.acts:
        if act.organ_line is not None:
            hits = list(_numbers(document, act))
            last = act.preamble[-1] if act.preamble else None
            lost = last is not None and tongue_of(context).opening(document.text(last.body))[1] == "operative"
            # The first paragraph has lost its number, or the columns of a page have been mixed.
            yield from hits[:1] if len(hits) >= _MIXED else hits[1:] if lost else hits
        for clause in (*act.preamble, *act.operative):
            yield from odd_letters(document, clause, tongue_of(context))
            yield from odd_numerals(document, clause)


def _numbers(document: Document, act: Act) -> Iterator[Hit]:
    sections = {heading.before for heading in act.headings}
    torn = _torn(document, act, behind=False)
    numbered = sum(clause.number.isdecimal() for clause in act.operative)
    expected = 1
    # Behind a wrong number the count may go on from it, or as if it had been right: the fault is told once.
    allowed: frozenset[int] = frozenset()
    for place, clause in enumerate(act.operative, len(act.preamble)):
        number = clause.number
        if not number and numbered > 1 and numbered == len(act.operative) - 1:
            at = clause.body.start
            yield Hit(Span(clause.body.block, at, at), {"found": "No number", "expected": str(expected)}, unsure=True)
            expected += 1
            continue
        if not number.isdecimal() or (number == "1" and place in sections):
            expected = 2 if number == "1" else expected
            continue
        before = (*act.preamble, *act.operative)[place - 1] if place else None
        glued = clause.body.block in torn or (before is not None and _holds_number(document, before, expected))
        wrong = int(number) != expected and int(number) not in allowed
        if wrong and not glued and not _leaves_out(act, place - len(act.preamble), expected):
            at = clause.body.start
            # Extracts lose the number of the first paragraph together with its lines.
            unsure = place == len(act.preamble) and number == "2"
            yield Hit(
                Span(clause.body.block, at, at), {"found": f"“{number}”", "expected": str(expected)}, unsure=unsure
            )
        allowed = frozenset((expected, expected + 1)) if wrong else frozenset()
        expected = int(number) + 1


def _holds_number(document: Document, clause: Clause, number: int) -> bool:
    """Whether the numbered paragraph that is missing has run into the one before it."""
    texts = (document.block(block).text for part in clause.walk() for block in part.blocks)
    return any(re.search(rf"[;:,.] ?{number} ?[.-] ?[^\W\d_]", plain(text)) is not None for text in texts)


def _leaves_out(act: Act, place: int, expected: int) -> bool:
    """Whether several paragraphs are left out before this one, and the next goes on from it: an excerpt."""
    number = int(act.operative[place].number)
    later = [int(clause.number) for clause in act.operative[place + 1 :] if clause.number.isdecimal()]
    goes_on = later[0] > number if later else place == 1
    return number - expected >= _EXCERPT and goes_on


def _excerpt(act: Act) -> bool:
    numbers = [int(clause.number) for clause in act.operative if clause.number.isdecimal()]
    return len(numbers) > 1 and (
        numbers != sorted(numbers) or numbers[-1] - numbers[0] > len(numbers) or numbers[0] > 1
    )


@check("STR003 draft")
def organ_line_malformed(document: Document, context: Context) -> Iterator[Hit]:
    """An organ line that is nearly that of a known organ: another letter, capital, article or mark."""
    tongue = tongue_of(context)
    lines = [row["line"] for row in context.lexicon.rows("organs") if row["line"]]
    order = {block.id: place for place, block in enumerate(document.blocks)}
    for act in document.acts:
        if act.organ_line is not None:
            told = short_line(document, act.organ_line, context)
            if told is not None:
                yield told
            elif not _introduces(document, act.organ_line, order):
                yield from _organ_hit(document.block(act.organ_line.block), act.organ_line, lines, tongue)
            continue
        first = next(iter((*act.preamble, *act.operative)), None)
        if first is None:
            continue
        place = order[first.body.block]
        above = {*document.head.blocks, *((act.title.block,) if act.title is not None else ())}
        for block in document.blocks[max(0, place - _FAR) : place][::-1]:
            closes = plain(block.text.strip(" *"))[-1:] in (",", ":", ";", ".")
            # Without a mark only the line before the first paragraph is one; further up it is the masthead's.
            next_to = order[block.id] == place - 1 and block.id not in above
            short = len(block.text) < 120 and (closes or next_to)
            hits = list(_organ_hit(block, block.span(block.lead), lines, tongue)) if short else []
            yield from hits
            if hits:
                break


def _introduces(document: Document, line: Span, order: Mapping[str, int]) -> bool:
    """Whether a line without a mark stands above one that ends with a colon: *经济及社会理事会*, *建议大会通过下列决议草案：*."""
    behind = document.blocks[order[line.block] + 1 : order[line.block] + 2]
    bare = plain(document.text(line).strip(" *"))[-1:] not in (",", ":", ";", ".")
    return bare and bool(behind) and plain(behind[0].text.rstrip(" *"))[-1:] == ":"


def _organ_hit(block: Block, span: Span, lines: Sequence[str], tongue: Tongue) -> Iterator[Hit]:
    text = block.text[span.start : span.end].rstrip()
    left = ENGLISH_LINES.get(text.lower().rstrip(" ,:"))
    if left is not None and (instead := next((line for line in lines if tongue.organ(line) == left), None)):
        fix = Fix(f"write “{instead}”", (_changed(block, span.start, text, instead),), "suggest")
        yield Hit(block.span(span.start, span.start + len(text)), {"found": text, "instead": instead}, fix)
        return
    seen = _level(text, tongue)
    marked = next((line for line in lines if _level(line, tongue) == seen), None)
    if not seen or (marked is not None and marked[-1] == text[-1]):
        return
    best = max(lines, key=lambda line: ratio(_bare(line, tongue), _bare(text, tongue)))
    like = ratio(_bare(best, tongue), _bare(text, tongue))
    if (bare := _bare(text, tongue)) != _bare(best, tongue) and like < 100:
        whole = _without_organization(bare, tongue)
        line = next((line for line in lines if _bare(line, tongue) == whole), None)
        best, like = (line, 100.0) if line is not None else (best, like)
    if like < (100 if len(_bare(best, tongue)) < _FAR else _LIKE):
        return
    start, end = span.start, span.start + len(text)
    fix = Fix(f"write “{best}”", (_changed(block, start, text, best),), "suggest")
    yield Hit(block.span(start, end), {"found": text, "instead": best}, fix)


def _changed(block: Block, start: int, text: str, right: str) -> Edit:
    """What of a line has to change, so that the comma behind its italics stays upright."""
    least = min(len(text), len(right))
    first = next((at for at in range(least) if text[at] != right[at]), least)
    most = least - first
    last = next((at for at in range(most) if text[-1 - at] != right[-1 - at]), most)
    start, end = start + first, start + len(text) - last
    return Edit(block.span(start, end), right[first : len(right) - last], text[first : len(text) - last])


def _level(line: str, tongue: Tongue) -> str:
    """A line with the apostrophes, blanks and vowel signs of every keyboard alike, and its capitals as they are."""
    kept = "".join(char for char in line if not ("\u064b" <= char <= "\u0652" or char == "\u0640"))
    return " ".join(plain(normalize("NFC", kept)).replace("’", "'").split())


def _without_organization(bare: str, tongue: Tongue) -> str:
    """An organ line without the name of the organization, which no organ line bears (*de las Naciones Unidas*)."""
    words = tongue.patterns.get("organization")
    return words.sub("", bare).strip() if words is not None else bare


def _bare(line: str, tongue: Tongue) -> str:
    return tongue.fold(line)[0].strip(" ,;:.*")


@check("STR012 draft")
def label_form_wrong(document: Document, context: Context) -> Iterator[Hit]:
    """The first label of a list of subparagraphs in another form than the language gives it."""
    right, shown = re.compile(context.options["labels"]), str(context.options["shown"])
    for act in document.acts:
        for clause in (*act.preamble, *act.operative):
            yield from wrong_labels(document, clause, right, shown, tongue_of(context))


@check("STR043")
def opening_agrees_not(document: Document, context: Context) -> Iterator[Hit]:
    """An adjective of the opening, or an Arabic verb, that does not agree with the organ."""
    from resolint.checks.shared.agreements import agreements

    yield from agreements(document, context)
