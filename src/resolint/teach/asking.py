"""What a question shows, and whether that decides the answer.

A paragraph is shown alone where the linter finds its fault in it alone, within a draft about nothing and within one that says
all that the good examples say; otherwise the paragraphs of its example are shown around it. What nobody can see is taken away
before the linter is asked: blanks of another kind, letters that look like others, tracked changes, comments, base texts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from resolint import structure
from resolint.findings import Finding
from resolint.frozen import NamedTuple
from resolint.model import Block, Document
from resolint.regex import lazy
from resolint.rule import Card, Example
from resolint.teach.facts import Pair, pairs
from resolint.teach.planting import blocks_of, essence, whole_words
from resolint.teach.showing import bare, emphasized
from resolint.teach.sight import seen
from resolint.writing import FormattedText, Words

__all__ = ["DEFAULT_PROFILE", "GAP", "Asked", "Judge", "asked"]

DEFAULT_PROFILE = "ga"
GAP: FormattedText = (Words("[ … ]"),)
"""What stands in the place of the paragraph whose right form is asked for."""
_LONGEST, _MOST = 420, 1_100
"""Characters of one paragraph, and of all that a question shows."""
_NUMBER = lazy(r"\A\d{1,3}\.(?=\s)")
_TITLE, _ORGAN = "# The matter", "*The General Assembly*,"
_BEFORE, _AFTER = "*Recalling* its interest in the matter,", "*Decides* to return to the matter"
_LISTED = tuple(
    f"*{verb}* the matters of:\n\n   (a) Bridges;\n\n   (b) Fords;\n\n   (c) Ferries;\n\n   (d) Tunnels;"
    for verb in ("Notes", "Welcomes")
)
_MANY = 12
_NOTE = lazy(r"\[\^([^\]\s]{1,20})\]")

Judge = Callable[[str, tuple[str, ...], str], tuple[Document, Sequence[Finding]]]
"""Reads a source as it is seen, and gives what the rules with these ids find in it under a profile;
without ids, what all find that run by default."""


class Asked(NamedTuple):
    """A wrong paragraph as it is asked about: ``wrong`` and ``right`` (empty where there is no single remedy), the paragraphs
    ``around`` it with ``at`` as its place among them (none where it stands alone), and the profile under which it is wrong,
    empty where it is so everywhere.

    ``source`` is the draft in which the linter found the fault, ``found`` what it finds wrong in the paragraph.
    """

    wrong: FormattedText
    right: FormattedText
    around: tuple[FormattedText, ...]
    at: int
    profile: str
    source: str
    found: tuple[str, ...]

    @property
    def shown(self) -> tuple[FormattedText, ...]:
        """The paragraphs with the wrong one in its place."""
        return (*self.around[: self.at], self.wrong, *self.around[self.at :])


def asked(card: Card, read: Mapping[int, Document], judge: Judge, language: str) -> Iterator[Asked]:
    """The wrong paragraphs of the examples of ``card`` in ``language`` that can be asked about."""
    examples = {example.line: at for at, example in enumerate(card.examples)}
    for pair in pairs(card, read):
        if pair.language != language or not pair.wrong or len(bare(pair.wrong)) > _LONGEST:
            continue
        at = examples[pair.line]
        after = card.examples[at + 1] if at + 1 < len(card.examples) else None
        fixed = after if after is not None and after.kind == "fixed" else None
        found = _asked(card, pair, card.examples[at], fixed, read, judge)
        if found is not None:
            yield found


def _asked(
    card: Card, pair: Pair, bad: Example, fixed: Example | None, read: Mapping[int, Document], judge: Judge
) -> Asked | None:
    """The wrong paragraph alone where that tells its fault, and among the others of its example where it does not."""
    wrong = read[bad.line]
    block = wrong.block(pair.block)
    words = _lines(bad.source, block)
    fits = pair.right and fixed is not None and pair.beside and len(bare(pair.right)) <= _LONGEST
    other = read[fixed.line].block(pair.beside) if fits and fixed is not None else None
    right = _lines(fixed.source, other) if other is not None and fixed is not None else ""
    one = _Wrong(card, pair, wrong, block, words, right, bad.options.get("profile", DEFAULT_PROFILE))
    alone = _alone(one, read, judge)
    if alone is not None:
        return alone
    return _among(one, bad.source, fixed.source if fixed is not None else "", judge)


class _Wrong(NamedTuple):
    """A wrong paragraph of an example: its ``words`` and the ``right`` ones in the notation, empty where they cannot be told."""

    card: Card
    pair: Pair
    document: Document
    block: Block
    words: str
    right: str
    profile: str


def _alone(one: _Wrong, read: Mapping[int, Document], judge: Judge) -> Asked | None:
    """The paragraph within a draft about nothing, where its fault is found there, and also among many good paragraphs."""
    card, block = one.card, one.block
    if not one.words or one.document.language != "en" or _right_elsewhere(card, block, read):
        return None
    source = _framed(one.document, block, one.words)
    found = _found(card, source, block, one.profile, judge) if source else ()
    company = _framed(one.document, block, one.words, _company(card, read)) if found else ""
    if not company or not _found(card, company, block, one.profile, judge):
        return None
    fine = one.right and _silent(card, _framed(one.document, block, one.right), one.profile, judge)
    needed = _needed(card, source, block, one.profile, judge)
    return Asked(one.pair.wrong, one.pair.right if fine else (), (), 0, needed, source, found)


def _among(one: _Wrong, bad: str, fixed: str, judge: Judge) -> Asked | None:
    """The paragraph among the others of its example, ``bad`` as it stands on the card and ``fixed`` mended."""
    card, block = one.card, one.block
    whole, mended = bad, fixed if one.right and one.words else ""
    if one.right and mended.count(one.right) == 1:
        # Of several faults in an example, one alone is asked about.
        whole = mended.replace(one.right, one.words)
    document, _ = judge(whole, (card.id,), one.profile)
    found = _found(card, whole, block, one.profile, judge)
    around, at = _around(document, block)
    if not found or at < 0 or sum(len(bare(paragraph)) for paragraph in around) > _MOST:
        return None
    fine = bool(mended) and _silent(card, mended, one.profile, judge)
    needed = _needed(card, whole, block, one.profile, judge)
    return Asked(one.pair.wrong, one.pair.right if fine else (), around, at, needed, whole, found)


def _right_elsewhere(card: Card, block: Block, read: Mapping[int, Document]) -> bool:
    """Whether the same paragraph stands in a good example: then what is around it makes it wrong."""
    good = (read[example.line] for example in card.examples if example.kind != "bad")
    return any(essence(one) == essence(block) for document in good for one in blocks_of(document))


def _lines(source: str, block: Block | None) -> str:
    """The lines of ``source`` that a paragraph was read from; empty where that cannot be told."""
    if block is None or not block.places:
        return ""
    lines = source.split("\n")
    return "\n".join(lines[block.places[0].line - 1 : block.places[-1].line])


def _framed(document: Document, block: Block, words: str, company: Sequence[tuple[str, str]] = ()) -> str:
    """A draft about nothing with ``words`` in the place of ``block``; empty where the place says more than the words.

    With ``company`` there are many paragraphs, among them these, each with its part.
    """
    part = structure.part(document, block.id)
    home = structure.home(document, block.id)
    title, organ = _TITLE, _ORGAN
    before = [text for role, text in company if role == "preambular"] or [_BEFORE]
    after = [*(_LISTED if company else ()), *(text for role, text in company if role == "operative"), _AFTER]
    if part == "title":
        title = words
    elif part == "organ line":
        organ = words
    elif home is None or home.clause.children:
        return ""
    elif home.clause.role == "preambular":
        before = [*before, words] if company else [words]
    elif home.clause.role == "operative" and _NUMBER.match(words):
        ours = _NUMBER.sub("", words).strip()
        after.insert(len(after) if ours.endswith(".") else len(after) - 1, ours)
    else:
        return ""
    marks = dict.fromkeys(_NOTE.findall("\n".join((title, organ, *before, *after))))
    notes = [f"[^{mark}]: A/84/212." for mark in marks]
    numbered = [f"{number}. {text}" for number, text in enumerate(_ended(after), 1)]
    return "\n\n".join((title, organ, *before, *numbered, *notes))


def _ended(paragraphs: Sequence[str]) -> Iterator[str]:
    """The paragraphs with the marks that those about nothing have at their places."""
    for at, text in enumerate(paragraphs, 1):
        yield f"{text}{'.' if at == len(paragraphs) else ';'}" if text == _AFTER else text


def _company(card: Card, read: Mapping[int, Document]) -> list[tuple[str, str]]:
    """The paragraphs of the good examples of a card, with their parts: what may stand around a paragraph."""
    found = []
    for example in card.examples:
        document = read[example.line]
        if example.kind == "good" and document.language == "en":
            for block in document.blocks:
                home = structure.home(document, block.id)
                if home is not None and not home.clause.children and home.clause.role in ("preambular", "operative"):
                    words = _NUMBER.sub("", _lines(example.source, block)).strip()
                    found.append((home.clause.role, f"{words[:-1]};" if words.endswith(".") else words))
    return [*found, *(("operative", f"{_AFTER};") for _ in range(_MANY))]


def _found(card: Card, source: str, block: Block, profile: str, judge: Judge) -> tuple[str, ...]:
    """The words that are found to be wrong in the paragraph that says what ``block`` says."""
    document, findings = judge(source, (card.id,), profile)
    ours = _place(document, block)
    if ours is None:
        return ()
    found = [(one.span.start, one.span.end) for one in findings if one.span.block == ours.id]
    return tuple(_word(ours.text, start, end) for start, end in found)


def _word(text: str, start: int, end: int) -> str:
    """What is found wrong, in whole words; marks stay alone."""
    if any(map(str.isalnum, text[start:end])):
        start, end = whole_words(text, start, end)
    return text[start:end]


def _place(document: Document, block: Block) -> Block | None:
    """The paragraph of ``document`` that says what ``block`` says; where several do, the one at its place."""
    wanted = _bare(block, document.language)
    said = [one for one in blocks_of(document) if _bare(one, document.language) == wanted]
    return next((one for one in said if one.id == block.id), said[0] if said else None)


def _bare(block: Block, language: str) -> str:
    """The words of a paragraph without its number, as they are seen."""
    return " ".join(seen(block.text[block.lead :], language).split())


def _silent(card: Card, source: str, profile: str, judge: Judge) -> bool:
    return bool(source) and not judge(source, (card.id,), profile)[1]


def _needed(card: Card, source: str, block: Block, profile: str, judge: Judge) -> str:
    """The profile where the fault is none without it."""
    if profile == DEFAULT_PROFILE or _found(card, source, block, DEFAULT_PROFILE, judge):
        return ""
    return profile


def _around(document: Document, block: Block) -> tuple[tuple[FormattedText, ...], int]:
    """The paragraphs of a draft besides one, and the place of that one; -1 if it is not there."""
    ours = _place(document, block)
    every = [one for one in blocks_of(document) if one.text.strip()]
    if ours not in every:
        return (), -1
    return tuple(emphasized(one) for one in every if one is not ours), every.index(ours)
