"""An exercise: a draft with planted faults, the task that goes with it, and what a trainer keeps: the key."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from resolint.errors import BadConfiguration
from resolint.findings import Report
from resolint.lexicon import Lexicon, TableRow
from resolint.model import Document
from resolint.rule import Card, Plant
from resolint.teach.chance import Chance, identifier
from resolint.teach.compose import DEFAULT_STYLE, compose, topics
from resolint.teach.pairs import body
from resolint.teach.planting import Judge, Planted, Remedy, essence, plant
from resolint.teach.plants import ways

__all__ = ["LEVELS", "OF_THE_FILE", "TOPICS", "Exercise", "Wanted", "chosen", "make", "task"]

LEVELS = (1, 2, 3)
TOPICS: Mapping[str, tuple[str, ...]] = {
    "preamble": ("PRE", "TYP001", "TYP012", "STR003", "SPL", "NUM", "TYP"),
    "operative": ("OPR", "STR", "TYP001", "SPL", "NUM", "TYP"),
    "citations": ("REF", "FTN", "TYP010", "TYP020"),
    "spelling": ("SPL", "CAP", "ABB", "GEN"),
    "masthead": ("SPN", "STR004", "STR005"),
    "numbers": ("NUM",),
    "typography": ("TYP",),
}
"""What an exercise may be about, as beginnings of the ids of rules."""
_PARTS = {"preamble": ("preamble", "organ line"), "operative": ("operative", "subparagraph", "last")}
_FAULTS = {1: 5, 2: 7, 3: 9}
_SAME_TOPIC = 4
"""So many drafts are on one topic before another topic is tried."""
_SIZES = {1: 6, 2: 7, 3: 9}
OF_THE_FILE = ("AGR", "RES", "PRC")
"""Families that speak of the file, its comments and its sources, and of no fault of who drafts."""
_TRIES = 6
"""Drafts that are composed until one takes as many faults as are wanted."""


Print = Callable[[str, str], Report]
"""Builds the Word file of a source and lints it; the second value is the style."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for: the faults of which rules, how hard, how many, in which style, from which draft.

    ``topics`` are keys of ``TOPICS``, ids, names or families. ``draft`` is a source of one's own in the place of an
    invented one, ``profile`` its profile. ``number`` tells the exercises of a class apart.
    """

    seed: str
    topics: tuple[str, ...] = ()
    level: int = 2
    faults: int | None = None
    style: str = DEFAULT_STYLE
    draft: str | None = None
    profile: str | None = None
    number: int = 1

    @property
    def count(self) -> int:
        """How many faults are wanted: by default more with each level."""
        return self.faults or _FAULTS[self.level]


@dataclass(frozen=True, slots=True)
class Exercise:
    """A faulty draft in the notation, the faults in it, and how it came about.

    ``identifier`` is printed on the exercise; neither seed nor faults follow from it. ``template`` is empty where the
    draft decides how it looks. ``traps`` are rules that right constructions may be taken to break.
    """

    identifier: str
    seed: str
    number: int
    level: int
    style: str
    profile: str
    template: str
    topic: str
    source: str
    faults: tuple[Planted, ...]
    traps: tuple[str, ...] = ()

    @property
    def answer(self) -> str:
        """The draft with every fault mended as it was before."""
        lines = self.source.split("\n")
        for fault in self.faults:
            lines[fault.line - 1] = fault.mended(lines[fault.line - 1], fault.right)
        return "\n".join(lines)


def make(
    wanted: Wanted,
    cards: Sequence[Card],
    lexicon: Lexicon,
    judge: Callable[[str], Judge],
    printed: Print,
    remedy: Remedy,
) -> Exercise:
    """The exercise that is asked for.

    ``judge`` gives for a profile what lints a source under it; ``printed`` lints the Word file of a source, ``remedy`` mends one
    finding in a source. Raises
    BadConfiguration where nothing fits, or a draft of one's own takes none of the faults.
    """
    if wanted.level not in LEVELS:
        raise BadConfiguration(f"there is no level {wanted.level}; choose 1, 2 or 3")
    best: Exercise | None = None
    for attempt in range(_TRIES):
        found = _made(wanted, attempt, cards, lexicon, judge, printed, remedy)
        if found is not None and (best is None or len(found.faults) > len(best.faults)):
            best = found
        if best is not None and len(best.faults) >= wanted.count:
            break
    if best is None or not best.faults:
        what = ", ".join(wanted.topics) or "these rules"
        raise BadConfiguration(
            f"no fault of {what} can be made so that it stands alone in {'this draft' if wanted.draft else 'an invented draft'}; "
            "ask for another topic or rule ('resolint teach exercise --list' names those that can)"
        )
    return best


def _made(
    wanted: Wanted,
    attempt: int,
    cards: Sequence[Card],
    lexicon: Lexicon,
    judge: Callable[[str], Judge],
    printed: Print,
    remedy: Remedy,
) -> Exercise | None:
    chance = Chance(wanted.seed, wanted.number, wanted.style, wanted.level, *wanted.topics, attempt)
    if wanted.draft is None:
        about = _topic(lexicon, wanted, attempt)
        composed = compose(lexicon, wanted.style, chance, about, _SIZES[wanted.level] + attempt)
        source, profile, template = composed.source, composed.style.profile, composed.style.template
        traps = composed.traps if wanted.level == max(LEVELS) else ()
    else:
        source, profile, template, about, traps = wanted.draft, wanted.profile or "", "", "", ()
    known = chosen(wanted, cards, lexicon.tables)
    order = chance.shuffled(sorted(known))
    planting = plant(source, known, order, wanted.count, judge(profile), remedy, chance)
    kept = _on_paper(source, planting.planted, wanted.style if template else "", printed)
    faulty = _with(source, kept)
    before = judge(profile)(source)
    if not kept or (wanted.draft is None and before.active) or not _stands(before, judge(profile)(faulty), kept):
        return None
    return Exercise(
        identifier(faulty), wanted.seed, wanted.number, wanted.level, wanted.style if template else "", profile, template,
        about, faulty, kept, traps,
    )  # fmt: skip


def _topic(lexicon: Lexicon, wanted: Wanted, attempt: int) -> str:
    """What a draft is about: the exercises of a class go through all topics before one comes again.

    Only where a topic failed several times, another takes its place, which may be that of another exercise.
    """
    rows = Chance(wanted.seed, "topics").shuffled([row["topic"] for row in topics(lexicon)])
    return rows[(wanted.number - 1 + attempt // _SAME_TOPIC * 7) % len(rows)]


def chosen(
    wanted: Wanted, cards: Sequence[Card], tables: Mapping[str, Sequence[TableRow]]
) -> dict[str, tuple[Plant, ...]]:
    """The ways to make the faults of the rules that are asked for. Raises BadConfiguration for an unknown topic."""
    asked = [(_beginnings(topic, cards), _PARTS.get(topic)) for topic in wanted.topics]
    found: dict[str, tuple[Plant, ...]] = {}
    for card in cards:
        if not asked and (
            card.id.startswith(OF_THE_FILE) or card.off or (card.severity == "info" and wanted.level < 2)
        ):
            continue
        fitting = [parts for beginnings, parts in asked if card.id.startswith(beginnings)]
        if asked and not fitting:
            continue
        known = ways(card, tables)
        if asked and all(fitting):
            inside = {part for parts in fitting if parts for part in parts}
            known = tuple(_within(known, inside))
        if known:
            found[card.id] = known
    return found


def _within(known: Iterable[Plant], parts: set[str]) -> Iterable[Plant]:
    """The ways that lead into some of ``parts``, and those that lead anywhere, held to these parts."""
    for way in known:
        if way.part in parts:
            yield way
        elif not way.part:
            yield from (way._replace(part=part) for part in sorted(parts))


def _beginnings(topic: str, cards: Sequence[Card]) -> tuple[str, ...]:
    if topic in TOPICS:
        return TOPICS[topic]
    upper = topic.upper()
    found = tuple(card.id for card in cards if card.id.startswith(upper) or card.name == topic.lower())
    if not found or len(upper) < 3:
        raise BadConfiguration(
            f"--topic {topic}: there is no such topic or rule; choose one of {', '.join(TOPICS)}, or a rule by id or name"
        )
    return found


def _with(source: str, planted: Iterable[Planted]) -> str:
    """The clean ``source`` with these faults in it."""
    lines = source.split("\n")
    for fault in planted:
        line = lines[fault.line - 1]
        lines[fault.line - 1] = line[: fault.start] + fault.wrong + line[fault.start + len(fault.right) :]
    return "\n".join(lines)


def _stands(before: Report, after: Report, planted: Sequence[Planted]) -> bool:
    """Whether the linter finds in the faulty draft what it found before and these faults, each at its place, and no more."""
    old = Counter((finding.rule, finding.where) for finding in before.active)
    new = Counter((finding.rule, finding.where) for finding in after.active)
    told = {(fault.rule, fault.where) for fault in planted}
    return not after.failures and not old - new and set(new - old) == told and len(told) == len(planted)


def _on_paper(clean: str, planted: Sequence[Planted], style: str, printed: Print) -> tuple[Planted, ...]:
    """Those of the faults that the Word file of the draft shows too, each in a paragraph of its own, and nothing else."""
    before = printed(clean, style)

    def shows(faults: Sequence[Planted]) -> bool:
        return _shows(before, printed(_with(clean, faults), style), faults)

    kept = tuple(planted)
    if kept and not shows(kept):
        kept = tuple(fault for fault in kept if shows((fault,)))
        while kept and not shows(kept):
            kept = kept[:-1]
    return kept


def _shows(before: Report, after: Report, planted: Sequence[Planted]) -> bool:
    """Whether a Word file shows these faults and no other, in as many paragraphs, and hides nothing of them."""
    assert before.document is not None and after.document is not None
    old = Counter(finding.rule for finding in before.active)
    new = Counter(finding.rule for finding in after.active)
    every = {fault.rule for fault in planted}
    if set((new - old).keys()) != every or old - new or after.failures:
        return False
    ours, theirs = body(before.document), body(after.document)
    if len(ours) != len(theirs) or _printed(before.document) != _printed(after.document):
        return False
    differing = {other.id for one, other in zip(ours, theirs, strict=True) if essence(one) != essence(other)}
    found = {finding.span.block for finding in after.active if finding.rule in every}
    return len(differing) == len(planted) and found == differing


def _printed(document: Document) -> int:
    """How many paragraphs are printed; what a Word file keeps of its masthead out of sight is none."""
    return sum(not document.unprinted(block.id) for block in document.blocks)


def task(exercise: Exercise) -> tuple[str, ...]:
    """What a student is told, in two or three lines."""
    count = len(exercise.faults)
    name = f"Exercise {exercise.identifier}"
    if exercise.level == 1:
        places = "; ".join(dict.fromkeys(fault.where for fault in exercise.faults))
        what = f"There {'is a fault' if count == 1 else 'are faults'} in: {places}."
    elif exercise.level == 2:
        what = f"There {'is 1 fault' if count == 1 else f'are {count} faults'} in this draft."
    else:
        what = "Find the faults in this draft. Some of what looks wrong is right."
    return (
        f"{name}. {what}",
        "Mend each fault with Track Changes on. If you see one but cannot mend it, put a comment on the words.",
    )
