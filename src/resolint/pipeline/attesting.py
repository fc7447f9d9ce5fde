"""What adopted texts write: counts of a phrase, and files of counts of one's own corpus."""

from __future__ import annotations

import os
from collections.abc import Iterable

from resolint.attested.building import build
from resolint.attested.variants import Answer, answer
from resolint.cards import OURS
from resolint.errors import BadConfiguration
from resolint.pipeline.session import Session

__all__ = ["Answer", "attest", "build"]

_LONGEST = 400


def attest(phrase: str, session: Session | None = None, *, name: str = "", counts: Iterable[str] = ()) -> Answer:
    """How often adopted texts write ``phrase``, and what a small change makes of it.

    The counts are those of the configuration for the folder or draft ``name``, or in the files ``counts`` (``resolint``
    stands for our own). Raises BadConfiguration for a phrase without words, BadCounts for a file that is none.
    """
    from resolint.checks.att.attested import attested
    from resolint.lexicon import Lexicon

    if not any(sign.isalnum() for sign in phrase) or len(phrase) > _LONGEST:
        raise BadConfiguration(f"a phrase of one word or several is needed, of at most {_LONGEST} characters")
    session = session or Session()
    config = session.config(name)
    words = session.lexicon(config)
    if files := tuple(one if one == OURS else os.path.abspath(one) for one in counts):  # noqa: PTH100
        words = Lexicon(words.language, session.tables(config).counted(files))
    known = attested(words)
    if known is None:
        raise BadConfiguration("there are no counts of what adopted texts write; name a file of them with --counts")
    return answer(phrase, known.counts, known.small)
