"""Agreed language: a draft held against corpora, and the adopted wordings nearest to a text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

from resolint import profile, structure
from resolint.cards import data_dir, lexicon
from resolint.checks.shared.agreement import openings_compared
from resolint.corpus import Agreement, BadCorpus, Finder, Item, Judge, default_corpus, is_server, open_finder, shown
from resolint.corpus.verdicts import Suggestion
from resolint.errors import UnreadableDraft
from resolint.model import Document, View
from resolint.pipeline.drafts import Source, load
from resolint.profile.dates import era

__all__ = ["Suggestion", "agreed", "annotated", "corpora_for", "example_judge", "judge_of", "judging", "suggest"]

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
    return name if is_server(name) else str(config.path.absolute().parent / Path(name).expanduser())


@contextmanager
def judging(names: Sequence[str]) -> Iterator[Judge]:
    """A judge over the corpora of these names, which are closed afterwards. Raises BadCorpus."""
    finder = open_finder(names, lexicon())
    try:
        yield judge_of(finder)
    finally:
        for layer in finder.layers:
            layer.close()


def judge_of(finder: Finder) -> Judge:
    """The judge that asks ``finder``, with the qualifiers and scales of ``rules/data``."""
    words = lexicon()
    qualifiers = {row["phrase"]: row["effect"] for row in words.rows("qualifiers")}
    return Judge(finder, qualifiers, openings_compared(words), era)


@lru_cache(maxsize=1)
def example_judge() -> Judge:
    """The judge for the examples of cards: over the invented texts of ``rules/data/adopted-examples.jsonl``."""
    from resolint.corpus.jsonl import read_lines
    from resolint.corpus.sqlite import MEMORY, SqliteCorpus

    path = data_dir("rules") / "data" / "en" / "adopted-examples.jsonl"
    corpus = SqliteCorpus(MEMORY, lexicon(), write=True)
    corpus.add(path.name, "", read_lines(path.read_text(encoding="utf-8").splitlines(), path.name, lexicon()))
    return judge_of(Finder((corpus,)))


def agreed(
    source: Source | Document,
    corpora: Sequence[str],
    *,
    name: str = "",
    view: View = "proposed",
    before: str | None = None,
) -> Agreement:
    """Hold a draft against what was adopted before its date; ``before`` (ISO date) takes the place of that date.

    Raises UnreadableDraft for the draft, BadCorpus for a corpus.
    """
    document = source if isinstance(source, Document) else load(source, name=name, view=view)
    with judging(corpora) as judge:
        date = before or judge.dated(document)
        verdicts = judge.document(document, date)
        texts = judge.finder.figures()["texts"]
    items = []
    for verdict in verdicts:
        span = verdict.paragraph.span()
        items.append(Item(structure.where(document, span), structure.part(document, span.block), verdict))
    return Agreement(
        document.origin.name, document.head.symbol or "", date, tuple(map(shown, corpora)), texts, tuple(items)
    )


def annotated(path: str, corpora: Sequence[str], *, view: View = "proposed", before: str | None = None) -> bytes:
    """The Word draft at ``path`` with what is said of each paragraph that is not new as a comment.

    The comments are those of a review: a later one renews them, and taking them out gives the draft back, which is
    proved. Raises UnreadableDraft for what is no Word file, BadCorpus.
    """
    from resolint.findings import Finding, Report
    from resolint.pipeline.files import is_word, read_bytes
    from resolint.pipeline.review import AUTHOR
    from resolint.report.agreed.text import comment_told
    from resolint.word.write import cleaning
    from resolint.word.write.reviewing import write

    data = read_bytes(path)
    if not is_word(data, path):
        raise UnreadableDraft(f"{path}: comments need a Word file; ask for text, json or html instead")
    base = cleaning.clean(data, path)
    document = load(base, name=path, view=view)
    findings = []
    for item in agreed(document, corpora, before=before).items:
        if item.verdict.kind == "new":
            continue
        span = item.verdict.paragraph.span()
        words = comment_told(item.verdict)
        findings.append(
            Finding(
                "AGR000", "agreed-language", "info", "high", span, item.where, item.part, words, "", None, item.where
            )
        )
    texts = {finding.span.block: document.block(finding.span.block).text for finding in findings}
    report = Report(path, document.origin, document.kind, "", "", tuple(findings), text=texts)
    return write(base, report, author=AUTHOR, date="", comments=True, changes=False, cards={}).data


def suggest(text: str, corpora: Sequence[str], *, limit: int = 5, before: str | None = None) -> tuple[Suggestion, ...]:
    """The adopted wordings nearest to ``text``, the nearest first. Raises BadCorpus."""
    with judging(corpora) as judge:
        return judge.finder.suggestions(text, judge.finder.scopes(before, "", 0), limit)
