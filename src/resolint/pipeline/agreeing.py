"""Agreed language: a draft held against corpora, and the adopted wordings nearest to a text."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from resolint import profile, structure
from resolint.cards import data_dir
from resolint.checks.shared.agreement import openings_compared
from resolint.corpus import (
    Agreement,
    BadCorpus,
    Finder,
    Item,
    Judge,
    Scope,
    Timeline,
    default_corpus,
    is_server,
    paragraphs,
    shown,
)
from resolint.corpus import timeline as found_versions
from resolint.corpus.verdicts import Suggestion
from resolint.errors import BadConfiguration
from resolint.lexicon import Lexicon
from resolint.lexicon.organs import organ_called
from resolint.model import Document, View
from resolint.pipeline.drafts import load
from resolint.pipeline.session import Session
from resolint.profile.dates import edition_of

__all__ = ["Suggestion", "agreed", "corpora_for", "example_judge", "judge_of", "scope_of", "suggest", "timeline"]

DEFAULT = "default"
"""The name by which a configuration calls the corpus in the user's own folder."""


def corpora_for(given: Sequence[str], config: profile.Config | None, off: Sequence[str] = ()) -> tuple[str, ...]:
    """The corpora to ask, in order: those given, else those of the configuration, else the default one.

    Those that ``off`` names, by path or by file name, are left out. Raises BadCorpus where none is left.
    """
    named = tuple(given)
    if not named and config is not None and config.corpus:
        named = tuple(_from_config(config, name) for name in config.corpus)
        off = (*off, *config.corpus_off)
    named = named or (default_corpus(),)
    kept = tuple(name for name in dict.fromkeys(named) if not {name, Path(name).name, Path(name).stem} & set(off))
    if not kept:
        raise BadCorpus("every corpus is switched off; leave one of them on")
    return kept


def _from_config(config: profile.Config, name: str) -> str:
    if name == DEFAULT:
        return default_corpus()
    return name if is_server(name) else str(config.folder_of("corpus") / Path(name).expanduser())


def judge_of(finder: Finder, lexicon: Lexicon) -> Judge:
    """The judge that asks ``finder``, with the qualifiers and scales of the tables."""
    qualifiers = {row["phrase"]: row["effect"] for row in lexicon.rows("qualifiers")}
    return Judge(finder, qualifiers, openings_compared(lexicon), edition_of)


def example_judge(lexicon: Lexicon) -> Judge:
    """The judge for the examples of cards: over the invented texts of ``rules/data/en/adopted-examples.jsonl``."""
    from resolint.corpus.jsonl import read_lines
    from resolint.corpus.sqlite import MEMORY, SqliteCorpus

    path = data_dir("rules") / "data" / "en" / "adopted-examples.jsonl"
    corpus = SqliteCorpus(MEMORY, lexicon, write=True)
    corpus.add(path.name, "", read_lines(path.read_text(encoding="utf-8").splitlines(), path.name, lexicon))
    return judge_of(Finder((corpus,)), lexicon)


def agreed(
    source: bytes | Document,
    session: Session | None = None,
    *,
    name: str = "",
    corpus: Sequence[str] = (),
    without: Sequence[str] = (),
    view: View = "proposed",
    before: str | None = None,
    since: str | None = None,
    bodies: Sequence[str] = (),
    topic: str = "",
) -> Agreement:
    """Hold a draft against what was adopted before its date; ``before`` (ISO date) takes the place of that date.

    ``corpus`` names the corpora to ask, in order, by default those of the configuration, else the user's own; ``without``
    leaves some of them out, or texts by their symbols. Only texts count that were adopted ``since`` a date, by one of
    ``bodies`` (a name, short form or code), with the words ``topic`` in their title. Raises UnreadableDraft for the draft,
    BadCorpus for a corpus, BadConfiguration for a body that is not known.
    """
    session = session or Session()
    document = load(source, session, name=name, view=view)
    corpora = corpora_for(corpus, session.config(name), without)
    judge = session.judge(corpora)
    date = before or judge.dated(document)
    limits, said = scope_of(since, bodies, topic, session.lexicon())
    items = []
    for verdict in judge.document(document, date, limits, without):
        span = verdict.paragraph.span()
        items.append(Item(structure.where(document, span), structure.part(document, span.block), verdict))
    scopes = judge.scopes(document, date, limits, without)
    texts = sum(len(layer.within(scope)) for layer, scope in zip(judge.finder.layers, scopes, strict=True))
    return Agreement(
        document.origin.name, document.head.symbol or "", date, tuple(map(shown, corpora)), texts, tuple(items), said
    )


def timeline(
    source: bytes | Document,
    place: str,
    session: Session | None = None,
    *,
    name: str = "",
    corpus: Sequence[str] = (),
    without: Sequence[str] = (),
    before: str | None = None,
    since: str | None = None,
    bodies: Sequence[str] = (),
    topic: str = "",
) -> Timeline:
    """Every adopted version of the paragraph at ``place`` (``operative 7 (b)``, ``preambular 3``; ``7`` is operative 7).

    The rest is as for ``agreed``. Raises BadConfiguration where the draft has no such paragraph.
    """
    session = session or Session()
    document = load(source, session, name=name)
    judge = session.judge(corpora_for(corpus, session.config(name), without))
    limits, _ = scope_of(since, bodies, topic, session.lexicon())
    wanted = _folded_place(place)
    places = {_folded_place(structure.where(document, one.span())): one for one in paragraphs(document)}
    paragraph = places.get(wanted) or places.get(f"operative{wanted}") or places.get(f"paragraph{wanted}")
    if paragraph is None:
        raise BadConfiguration(f"{name or 'the draft'}: there is no paragraph '{place}'; {_there_are(document)}")
    scopes = judge.scopes(document, before, limits, without)
    series = judge.series(document)
    where = structure.where(document, paragraph.span())
    own, versions = found_versions(paragraph, where, judge, scopes, series)
    title = next((document.text(act.title) for act in document.acts if act.title is not None), "")
    return Timeline(document.origin.name, where, " ".join(title.split()), own, versions)


def _there_are(document: Document) -> str:
    """Which paragraphs a draft has, each kind as it is said: *preambular 1 to 4 and operative 1, 2 and 4 to 9*."""
    kinds: dict[str, list[int]] = {}
    for one in paragraphs(document):
        kind, _, number = structure.where(document, one.span()).partition(" ")
        if kind.isalpha() and number.isdecimal():
            kinds.setdefault(kind, []).append(int(number))
    if not kinds:
        return "no numbered paragraph was found in it"
    spans = [f"{kind} {_runs(numbers)}" for kind, numbers in kinds.items()]
    return f"there are {' and '.join(spans)}; write one as '{list(kinds)[-1]} {kinds[list(kinds)[-1]][-1]}'"


def _runs(numbers: Sequence[int]) -> str:
    """Numbers with those that follow one another taken together: *1, 2 and 4 to 9*."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    said = [f"{run[0]} to {run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs]
    return f"{', '.join(said[:-1])} and {said[-1]}" if len(said) > 1 else said[0]


def _folded_place(place: str) -> str:
    return "".join(place.lower().split())


def scope_of(since: str | None, bodies: Sequence[str], topic: str, lexicon: Lexicon) -> tuple[Scope, str]:
    """The scope that the wishes of a user make, and how it is said."""
    names: list[str] = []
    prefixes: list[str] = []
    said = []
    for body in bodies:
        organ = organ_called(body, lexicon)
        if organ is None:
            raise BadConfiguration(f"'{body}' is no body that resolint knows; write its name or a short form of it")
        line = organ.line.removeprefix("The ").rstrip(",")
        names += [name.lower() for name in dict.fromkeys((organ.name, line, organ.short)) if name]
        prefixes += organ.symbols
        said.append(organ.name)
    told = [f"of {' or '.join(said)}"] if said else []
    if since:
        told.append(f"since {since}")
    if topic.strip():
        told.append(f"on “{topic.strip()}”")
    scope = Scope(since=since, bodies=tuple(names), prefixes=tuple(prefixes), topic=" ".join(topic.split()))
    return scope, ", ".join(told)


def suggest(
    text: str,
    session: Session | None = None,
    *,
    name: str = "",
    corpus: Sequence[str] = (),
    without: Sequence[str] = (),
    limit: int = 5,
    before: str | None = None,
    since: str | None = None,
    bodies: Sequence[str] = (),
    topic: str = "",
) -> tuple[Suggestion, ...]:
    """The adopted wordings nearest to ``text``, the nearest first.

    Which corpora and texts count is said as for ``agreed``; ``name`` is where the configuration is looked for. Raises BadCorpus.
    """
    session = session or Session()
    finder = session.judge(corpora_for(corpus, session.config(name), without)).finder
    limits, _ = scope_of(since, bodies, topic, session.lexicon())
    return finder.suggestions(text, finder.scopes(before, "", 0, limits, without), limit)
