"""The language versions of one text held against one another."""

from __future__ import annotations

from collections.abc import Sequence

from resolint import cards
from resolint.concordance import Concordance, Paragraph, hold, paragraphs
from resolint.concordance.masthead import masthead_row, organ_row
from resolint.concordance.places import place as place_of
from resolint.errors import UnreadableDraft
from resolint.lexicon import TONGUES
from resolint.lexicon.tongues import Tongue
from resolint.model import Document
from resolint.pipeline.drafts import load
from resolint.pipeline.session import Session
from resolint.report.remarks import said as said_in_words
from resolint.report.spoken import Spoken
from resolint.writing import Annotation

_LONG = 300
_NAMES = {"en": "English", "fr": "French", "es": "Spanish", "ru": "Russian", "zh": "Chinese", "ar": "Arabic"}

__all__ = ["Concordance", "concord", "in_margin"]


def in_margin(found: Concordance, session: Session | None = None) -> tuple[Annotation, ...]:
    """What is said of the second version, at the words that it is said of; of a missing paragraph, behind the one before it.

    Who reads the margin has that version before them, so that *here* would be wrong: the versions are named.
    """
    session = session or Session()
    english, say = session.lexicon(), Spoken(session.words)
    other, own = _called(found, say)
    tongue = _tongue(found.there_language)
    said: list[Annotation] = []
    before: Paragraph | None = None
    for row in found.rows:
        place = row.there or before
        for remark in row.remarks if place is not None else ():
            assert place is not None
            missing = row.there is None and row.here is not None
            text = said_in_words(remark, say, other, own)
            if missing and row.here:
                text = f"{text} {say(f'{other[0].upper()}{other[1:]} it reads: {_cut(row.here.text)}')}"
            said.append(
                Annotation(
                    place_of(place, remark, found.there_language, english, tongue)
                    if row.there is place
                    else place.span,
                    text,
                    source=f"resolint concord with {found.here}",
                    where=say.place(place.where),
                    excerpt=place.where,
                )
            )
        before = row.there or before
    return tuple(said)


def _called(found: Concordance, say: Spoken) -> tuple[str, str]:
    """What the first version and the second are called in the margin of the second."""
    name = _NAMES.get(found.here_language)
    if name is None or found.here_language == found.there_language:
        return say(f"in {found.here}"), say("in this text")
    return say(f"in the {say(name)} text"), say("in this text")


def _tongue(language: str) -> Tongue | None:
    return cards.lexicon_of(language).kept(Tongue) if language in TONGUES else None


def _cut(text: str) -> str:
    return text if len(text) <= _LONG else f"{text[:_LONG].rstrip()}…"


def concord(
    first: bytes | Document,
    others: Sequence[bytes | Document],
    session: Session | None = None,
    *,
    names: Sequence[str] = (),
    any_text: bool = False,
) -> tuple[Concordance, ...]:
    """Each of ``others`` held against ``first``; all are the bytes of files or documents already read.

    ``names`` are what the files are called, the first one first. Raises UnreadableDraft, also for a file without paragraphs and for
    one that is no version of the first unless ``any_text``.
    """
    session = session or Session()
    called = [*names, *(f"version {number + 1}" for number in range(len(names), 1 + len(others)))]
    read = [load(source, session, name=name) for source, name in zip((first, *others), called, strict=True)]
    english = session.lexicon()
    tongues = [_tongue(document.language) for document in read]
    sides = [paragraphs(document, english, tongue) for document, tongue in zip(read, tongues, strict=True)]
    for side, name in zip(sides, called, strict=True):
        if not side:
            raise UnreadableDraft(
                f"{name}: there is no paragraph in it to hold against the others; look whether it is the right file"
            )
    found = tuple(
        hold(sides[0], side, (called[0], name), (read[0].language, document.language))
        for side, name, document in zip(sides[1:], called[1:], read[1:], strict=True)
    )
    for one in found:
        if not (one.related or any_text):
            raise UnreadableDraft(
                f"{one.there}: it has next to nothing in common with {one.here}, so the two are no versions of one text; look "
                "whether they are the right files, or hold them all the same with --any-text"
            )
    above = [
        tuple(
            row
            for made in (masthead_row, organ_row)
            if (row := made(read[0], document, english, (tongues[0], tongue))) is not None
        )
        for document, tongue in zip(read[1:], tongues[1:], strict=True)
    ]
    return tuple(one._replace(rows=(*rows, *one.rows)) for one, rows in zip(found, above, strict=True))
