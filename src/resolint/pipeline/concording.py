"""The language versions of one text held against one another."""

from __future__ import annotations

from collections.abc import Sequence

from resolint import cards
from resolint.concordance import Concordance, hold, paragraphs
from resolint.lexicon import TONGUES
from resolint.lexicon.tongues import Tongue
from resolint.model import Document
from resolint.pipeline.drafts import load
from resolint.pipeline.session import Session

__all__ = ["Concordance", "concord"]


def concord(
    first: bytes | Document,
    others: Sequence[bytes | Document],
    session: Session | None = None,
    *,
    names: Sequence[str] = (),
) -> tuple[Concordance, ...]:
    """Each of ``others`` held against ``first``; all are the bytes of files or documents already read.

    ``names`` are what the files are called, the first one first. Raises UnreadableDraft.
    """
    session = session or Session()
    called = [*names, *(f"version {number + 1}" for number in range(len(names), 1 + len(others)))]
    read = [load(source, session, name=name) for source, name in zip((first, *others), called, strict=True)]
    english = session.lexicon()
    sides = [
        paragraphs(
            document,
            english,
            cards.lexicon_of(document.language).kept(Tongue) if document.language in TONGUES else None,
        )
        for document in read
    ]
    return tuple(
        hold(sides[0], side, (called[0], name), (read[0].language, document.language))
        for side, name, document in zip(sides[1:], called[1:], read[1:], strict=True)
    )
