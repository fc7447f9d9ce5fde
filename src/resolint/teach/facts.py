"""What can be said of a rule besides its card: how bodies differ, how often adopted texts keep it, which rules are near it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from resolint.frozen import NamedTuple
from resolint.lexicon import TableRow
from resolint.model import Block, Document
from resolint.profile import Profile
from resolint.rule import Card, Example
from resolint.teach.pairs import Change, changes
from resolint.teach.planting import blocks_of, difference, essence, whole_words
from resolint.teach.showing import emphasized
from resolint.writing import FormattedText

__all__ = ["Facts", "Pair", "differing", "facts", "kept", "pairs", "related"]

_ID = re.compile(r"\b[A-Z]{3}\d{3}\b")
_MOST = 6
_RATED = {"error": "counts as an error", "warning": "counts as a warning", "info": "is for information only"}


class Facts(NamedTuple):
    """``bodies`` says by title of a profile what is other there; ``texts`` how many adopted texts were asked, ``keeping`` how
    many keep the rule (0 of 0 where nobody has counted); ``near`` are related rules.
    """

    bodies: tuple[tuple[str, str], ...]
    texts: int
    keeping: int
    near: tuple[Card, ...]


class Pair(NamedTuple):
    """A paragraph wrong and right, what differs in bold; the right one is empty where there is no single remedy.

    ``language`` is the code of the language that the paragraph is written in. ``line`` is that of the bad example in its card,
    ``block`` the wrong paragraph in it, ``beside`` the right one in the fixed example behind it.
    """

    wrong: FormattedText
    right: FormattedText
    profile: str = ""
    language: str = "en"
    line: int = 0
    block: str = ""
    beside: str = ""


def facts(card: Card, cards: Sequence[Card], profiles: Sequence[Profile], keeping: Sequence[TableRow]) -> Facts:
    """What can be said of ``card``; ``keeping`` are the rows of the table ``adopted-keeping``."""
    texts, keep = kept(card, keeping)
    return Facts(tuple(differing(card, profiles)), texts, keep, related(card, cards))


def kept(card: Card, keeping: Sequence[TableRow]) -> tuple[int, int]:
    """On how many adopted texts a rule was tried, and how many keep it."""
    row = next((row for row in keeping if row["rule"] == card.id), None)
    return (int(row["texts"]), int(row["kept"])) if row is not None else (0, 0)


def differing(card: Card, profiles: Sequence[Profile]) -> Iterator[tuple[str, str]]:
    """For each profile in which a rule holds otherwise, or not at all, its title and what is other."""
    for profile in profiles:
        said = _said(card, profile)
        base = next((one for one in profiles if len(profile.chain) > 1 and one.name == profile.chain[1]), None)
        # What a profile takes over from the one that it extends is told there.
        if said and (base is None or said != _said(card, base)):
            yield profile.title, said


def _said(card: Card, profile: Profile) -> str:
    reason = _setting(profile.off, card)
    if reason:
        return f"does not hold: {reason}"
    if card.off and card.id in profile.on:
        return "switched on"
    if card.bodies and not set(card.bodies) & set(profile.chain):
        return "does not hold"
    parts = []
    severity = _setting(profile.severities, card)
    if severity and severity != card.severity:
        parts.append(_RATED[severity])
    options = profile.options.get(card.id, {})
    if card.id in profile.told:
        parts.append(profile.told[card.id])
    else:
        parts += [f"{key.replace('_', ' ')}: {_value(value)}" for key, value in options.items()]
    return "; ".join(parts)


def _setting(settings: Mapping[str, str], card: Card) -> str:
    """What a profile says of a rule by id, name or the beginning of its id, the longest first."""
    found = [key for key in settings if key in (card.id, card.name) or card.id.startswith(key)]
    return settings[max(found, key=len)] if found else ""


def _value(value: object) -> str:
    return (
        ", ".join(map(str, value))
        if isinstance(value, list | tuple)
        else str(value).lower()
        if isinstance(value, bool)
        else str(value)
    )


def related(card: Card, cards: Sequence[Card]) -> tuple[Card, ...]:
    """The rules that a card names or that name it, then those of its family whose names share a word with its own."""
    known = {one.id: one for one in cards}
    named = [key for key in _ID.findall(_words(card)) if key in known]
    naming = [one.id for one in cards if card.id in _words(one)]
    ours = set(card.name.split("-"))
    alike = [one.id for one in cards if one.family == card.family and ours & set(one.name.split("-"))]
    return tuple(known[key] for key in dict.fromkeys((*named, *naming, *alike)) if key != card.id)[:_MOST]


def _words(card: Card) -> str:
    return " ".join((*card.prose.values(), *card.excuses))


def pairs(card: Card, read: Mapping[int, Document]) -> Iterator[Pair]:
    """The paragraphs of a card's bad examples that are wrong, beside what they become; ``read`` gives examples by line."""
    for at, example in enumerate(card.examples):
        if example.kind != "bad":
            continue
        after = card.examples[at + 1] if at + 1 < len(card.examples) else None
        document = read[example.line]
        wrong = list(blocks_of(document))
        if after is not None and after.kind == "fixed":
            found = _beside(wrong, list(blocks_of(read[after.line])), example)
        else:
            found = _alone(wrong, example)
        yield from (pair._replace(language=document.language, line=example.line) for pair in found)


def _beside(wrong: Sequence[Block], right: Sequence[Block], example: Example) -> Iterator[Pair]:
    profile = example.options.get("profile", "")
    match = SequenceMatcher(None, [essence(one) for one in wrong], [essence(one) for one in right], autojunk=False)
    for tag, a1, a2, b1, b2 in match.get_opcodes():
        if tag == "equal":
            continue
        for number in range(max(a2 - a1, b2 - b1)):
            one = wrong[a1 + number] if a1 + number < a2 else None
            other = right[b1 + number] if b1 + number < b2 else None
            ids = ("" if block is None else block.id for block in (one, other))
            yield Pair(_shown(one, other), _shown(other, one), profile, "en", 0, *ids)


def _shown(one: Block | None, other: Block | None) -> FormattedText:
    return () if one is None else emphasized(one, *_differing(one, other))


def _differing(one: Block, other: Block | None) -> tuple[tuple[int, int], ...]:
    """What of a paragraph is other than in ``other``: each place for itself where words between them are the same."""
    if other is None:
        return ((0, len(one.text)),)
    groups: list[list[Change]] = []
    for change in changes(other.text, one.text):
        if groups and len(other.text[groups[-1][-1].end : change.start].split()) <= 1:
            groups[-1].append(change)
        else:
            groups.append([change])
    if len(groups) > 1:
        return tuple(whole_words(one.text, *_tight(one.text, row[0].at, row[-1].stop)) for row in groups)
    start, end = difference(other, one) or (0, 0)
    here, there = one.text[start:end], other.text[slice(*(difference(one, other) or (0, 0)))]
    if here.isspace() or there.isspace():
        # A blank is seen by the words around it.
        start, end = len(one.text[:start].rstrip()), len(one.text) - len(one.text[end:].lstrip())
    elif not any(character.isalnum() for character in here):
        return ((start, end),)
    return (whole_words(one.text, start, end),)


def _tight(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch without the blanks at its ends."""
    words = text[start:end].strip()
    start = text.find(words, start)
    return start, start + len(words)


def _alone(wrong: Sequence[Block], example: Example) -> Iterator[Pair]:
    """The paragraphs with marked words."""
    starts = [0]
    for line in example.source.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    marked = [(start, end) for start, end in example.marked]
    for block in wrong:
        if not block.places:
            continue
        first = starts[block.places[0].line - 1]
        last = starts[min(block.places[-1].line, len(starts) - 1)]
        if any(first <= start < last for start, _ in marked):
            words = [example.source[start:end].strip("*") for start, end in marked if first <= start < last]
            at = block.text.find(words[0]) if words[0] else -1
            yield Pair(
                emphasized(block, (at, at + len(words[0]))) if at >= 0 else emphasized(block),
                (),
                example.options.get("profile", ""),
                block=block.id,
            )
