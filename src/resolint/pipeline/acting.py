"""Every request of a draft, or of the adopted texts in a corpus: who is asked to do what by when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing

from resolint.actions import NOBODY, Action, of_passages
from resolint.actions import actions as of_document
from resolint.model import Document, View
from resolint.pipeline.drafts import in_english, load
from resolint.pipeline.session import Session

__all__ = ["Action", "actions", "adopted_actions", "by_addressee"]


"""The heading of requests that go to no one in particular."""


def actions(
    source: bytes | Document, session: Session | None = None, *, name: str = "", view: View | None = None
) -> tuple[Action, ...]:
    """Every request in one draft, in its order; ``view`` says how tracked changes are read.

    Raises ResolintError, also for a draft in another language than English, in which requests are not read.
    """
    session = session or Session()
    config = session.config(name)
    view = view or (config.view if config is not None else None) or "proposed"
    document = load(source, session, name=name, view=view)
    return of_document(
        in_english(document, session.lexicon(config), name, "who is asked to do what"), session.lexicon(config)
    )


def adopted_actions(
    session: Session | None = None,
    *,
    name: str = "",
    corpus: Sequence[str] = (),
    since: str | None = None,
    bodies: Sequence[str] = (),
    topic: str = "",
) -> Iterator[tuple[str, tuple[Action, ...]]]:
    """Every request in the adopted texts of the corpora, text by text (its symbol and date), the earliest first.

    Only texts count that were adopted ``since`` a date, by one of ``bodies``, with the words ``topic`` in their title; drafts
    do not. ``name`` is the path whose configuration names the corpora where none is given. Raises BadCorpus, BadConfiguration.
    """
    from resolint.corpus import open_corpus
    from resolint.pipeline.agreeing import corpora_for, scope_of

    session = session or Session()
    lexicon = session.lexicon()
    scope, _ = scope_of(since, bodies, topic, lexicon)
    for one in corpora_for(corpus, session.config(name)):
        with closing(open_corpus(one, lexicon)) as held:
            for entry in held.within(scope):
                if entry.draft_of:
                    continue
                found = of_passages([(part.place, part.text) for part in held.passages(entry.id)], lexicon)
                if found:
                    yield f"{entry.shown}{f' ({entry.date})' if entry.date else ''}", found


def by_addressee(found: Iterable[tuple[str, Sequence[Action]]]) -> list[tuple[str, list[Action]]]:
    """The same requests under the names of those who are asked, whoever is asked most first; the place names the text too."""
    named: dict[str, tuple[str, list[Action]]] = {}
    for text, rows in found:
        for row in rows:
            key = row.addressee.casefold().removeprefix("the ")
            under = named.setdefault(key, (row.addressee or NOBODY, []))
            under[1].append(row._replace(where=f"{text}, {row.where}"))
    return sorted(named.values(), key=lambda one: (one[0] == NOBODY, -len(one[1]), one[0].casefold()))
