"""The rounds of a negotiation: what became of each paragraph from version to version."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from resolint import structure
from resolint.errors import BadConfiguration
from resolint.frozen import NamedTuple
from resolint.negotiation.tracking import Line, follow
from resolint.pipeline.comparing import compare
from resolint.pipeline.compiling import Copy
from resolint.pipeline.drafts import load
from resolint.pipeline.session import Session

__all__ = ["Tracked", "track"]


class Tracked(NamedTuple):
    """The names of the versions in order, and the lines of all paragraphs."""

    versions: tuple[str, ...]
    lines: tuple[Line, ...]


def track(versions: Sequence[Copy], session: Session | None = None) -> Tracked:
    """How each paragraph came through ``versions``, which are given in the order of the rounds.

    Raises UnreadableDraft, BadConfiguration for fewer than two versions.
    """
    from resolint.comparison.paragraphs import paragraphs

    if len(versions) < 2:
        raise BadConfiguration("name two versions of the text or more, the first one first")
    session = session or Session()
    texts = [load(one.data, session, name=one.file or one.name) for one in versions]
    steps = [compare(old, new, session) for old, new in pairwise(texts)]
    first = list(paragraphs(texts[0], masthead=False))
    return Tracked(tuple(one.name for one in versions), follow(steps, first, structure.where))
