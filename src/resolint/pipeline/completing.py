"""What a drafter may want to write next: openings, names of States, resolutions with their dates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Literal

from resolint import citation
from resolint.frozen import NamedTuple
from resolint.lexicon import Lexicon
from resolint.model import Citation, Span
from resolint.pipeline.session import Session
from resolint.rule import Card

__all__ = ["Completion", "card_of", "completions", "next_words"]

Kind = Literal["preambular", "operative", "state", "resolution", "title", "word"]


class Completion(NamedTuple):
    """A wording that may be meant: its kind, the words, and what there is to say of them."""

    kind: Kind
    text: str
    detail: str


def completions(session: Session | None = None, *, name: str = "") -> tuple[Completion, ...]:
    """All wordings to choose from in the draft called ``name``: those of the tables and of its configuration.

    Resolutions are given as running text has them, ``resolution 70/1 of 25 September 2015``, with the title where the registry has
    one; their titles are wordings too, with the number and date to say of them. Raises BadConfiguration.
    """
    session = session or Session()
    lexicon = session.lexicon(session.config(name))
    return tuple(_found(lexicon))


def next_words(line: str, session: Session | None = None, *, name: str = "") -> tuple[Completion, ...]:
    """The words that adopted texts write next at the end of ``line``, by the counts of the configuration for ``name``.

    The last word of ``line`` may be the beginning of one. Nothing where the rules on attested wordings are switched off.
    """
    from resolint.attested.variants import following
    from resolint.checks.att.attested import attested

    session = session or Session()
    config = session.config(name)
    known = None if config is not None and not config.attested else attested(session.lexicon(config))
    if known is None:
        return ()
    small = (word[:-1].decode() for word in known.small.all)
    found = following(line, known.counts, dict.fromkeys((*small, *known.small.vocabulary())))
    return tuple(Completion("word", one.text, f"{one.times:,} times in adopted texts") for one in found)


def _found(lexicon: Lexicon) -> Iterator[Completion]:
    for row in lexicon.rows("preambular-openings"):
        yield Completion("preambular", row["phrase"], _follows(row))
    for row in lexicon.rows("operative-openings"):
        yield Completion("operative", row["phrase"], _follows(row))
    for row in lexicon.rows("member-states"):
        yield Completion("state", row["running_form"] or row["official_short_name"], "Member State")
    for row in lexicon.rows("observers"):
        yield Completion("state", row["name"], row["kind"])
    yield from _resolutions(lexicon)


def _resolutions(lexicon: Lexicon) -> Iterator[Completion]:
    titles = {(row["organ"], row["number"]): row["title"] for row in lexicon.rows("resolution-titles")}
    for row in lexicon.rows("resolution-dates"):
        kind: Literal["resolution", "decision"] = "decision" if row["kind"] == "decision" else "resolution"
        cited = Citation(Span("", 0, 0), kind, number=row["number"], date=row["date"])
        shown = citation.format(cited, lexicon)
        own = row.get("title")
        title = own or (titles.get((row["organ"], row["number"])) if kind == "resolution" else None)
        text = citation.format(replace(cited, title=own), lexicon) if own else shown
        yield Completion("resolution", text, f"{row['organ']}, {title}" if title and not own else row["organ"])
        if title:
            yield Completion("title", title, f"{row['organ']} {shown}")


def _follows(row: Mapping[str, str]) -> str:
    """What usually stands behind an opening."""
    words = [word for word in row.get("follow", "").split("|") if word]
    return f"followed by {' or '.join(words)}" if words else ""


def card_of(rule: str, session: Session | None = None, *, name: str = "") -> Card | None:
    """The card of a rule with its prose and examples, None if there is none. Raises BadCard and BadConfiguration."""
    session = session or Session()
    config = session.config(name)
    known = (card.id for card in session.cards(config) if rule in (card.id, card.name))
    return next(iter(session.told(known, config).values()), None)
