"""Agreed language: adopted texts, kept so that a wording is found again in milliseconds, and what a draft makes of it.

``open_corpus`` opens one corpus, ``open_finder`` several in layers; a ``Judge`` holds a draft against them. The stores are
``sqlite`` and ``postgres``, both a ``Corpus``. Nothing here is imported before a corpus is asked for.
"""

from resolint.corpus.address import is_server, shown
from resolint.corpus.handing import Difference, copy_into, difference
from resolint.corpus.judge import Judge, judge
from resolint.corpus.opening import default_corpus, open_corpus, open_finder
from resolint.corpus.paragraphs import Paragraph, paragraphs
from resolint.corpus.query import Finder, Match
from resolint.corpus.timeline import Timeline, Version, timeline
from resolint.corpus.values import Added, BadCorpus, Corpus, Entry, Passage, Scope, Text, Use
from resolint.corpus.verdicts import KINDS, Agreement, Item, Pedigree, Precedent, Qualifier, Share, Verb, Verdict

__all__ = [
    "KINDS",
    "Added",
    "Agreement",
    "BadCorpus",
    "Corpus",
    "Difference",
    "Entry",
    "Finder",
    "Item",
    "Judge",
    "Match",
    "Paragraph",
    "Passage",
    "Pedigree",
    "Precedent",
    "Qualifier",
    "Scope",
    "Share",
    "Text",
    "Timeline",
    "Use",
    "Verb",
    "Verdict",
    "Version",
    "copy_into",
    "default_corpus",
    "difference",
    "is_server",
    "judge",
    "open_corpus",
    "open_finder",
    "paragraphs",
    "shown",
    "timeline",
]
