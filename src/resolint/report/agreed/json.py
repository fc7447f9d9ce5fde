"""What agreed language says of a draft, for programs: JSON, schema 1."""

from __future__ import annotations

import json
from typing import Any

from resolint.corpus.folding import light
from resolint.corpus.values import Entry
from resolint.corpus.verdicts import Agreement, Item, Pedigree
from resolint.report.agreed.table import address, share_of
from resolint.version import __version__
from resolint.wording import Change

__all__ = ["change_json", "entry_json", "render"]


def render(agreement: Agreement) -> str:
    """The agreement as JSON, ending in a line feed."""
    value = {
        "schema": 1,
        "tool": {"name": "resolint", "version": __version__},
        "path": agreement.path,
        "symbol": agreement.symbol,
        "before": agreement.date,
        "limits": agreement.limits,
        "corpora": list(agreement.corpora),
        "texts": agreement.texts,
        "counts": agreement.counts(),
        "coverage": [
            {
                **entry_json(share.entry),
                "paragraphs": share.paragraphs,
                "words": share.words,
                "share": round(share.share, 4),
            }
            for share in agreement.coverage()
        ],
        "paragraphs": [_item(item) for item in agreement.items],
    }
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def entry_json(entry: Entry) -> dict[str, Any]:
    """A text of a corpus as plain data."""
    return {
        "symbol": entry.symbol,
        "title": entry.title,
        "date": entry.date,
        "body": entry.body,
        "corpus": entry.corpus,
        "address": address(entry.symbol),
    }


def change_json(change: Change) -> dict[str, Any]:
    """A change as plain data; ``words`` tells that it is more than letter case and punctuation."""
    return {
        "start": change.start,
        "end": change.end,
        "old": change.old,
        "new": change.new,
        "words": light(change.old) != light(change.new),
    }


def _item(item: Item) -> dict[str, Any]:
    verdict = item.verdict
    span = verdict.paragraph.span()
    return {
        "where": item.where,
        "part": item.part,
        "span": {"block": span.block, "start": span.start, "end": span.end},
        "text": verdict.paragraph.text,
        "verdict": verdict.kind,
        "similarity": round(verdict.similarity, 4),
        "share": round(share_of(verdict), 4),
        "taken": [{"start": start, "end": end} for start, end in verdict.taken],
        "left_out": list(verdict.left_out),
        "sources": [
            {
                **entry_json(source.entry),
                "place": source.place,
                "text": source.text,
                "span": {"start": source.start, "end": source.end},
            }
            for source in verdict.sources
        ],
        "changes": [change_json(change) for change in verdict.changes],
        "verb": None
        if verdict.verb is None
        else {"old": verdict.verb.old, "new": verdict.verb.new, "direction": verdict.verb.direction},
        "qualifiers": [{"phrase": one.phrase, "fate": one.fate, "effect": one.effect} for one in verdict.qualifiers],
        "pedigree": None if verdict.pedigree is None else _pedigree(verdict.pedigree),
    }


def _pedigree(pedigree: Pedigree) -> dict[str, Any]:
    changed = pedigree.changed
    return {
        "first": {**entry_json(pedigree.first), "place": pedigree.first_place},
        "latest": {**entry_json(pedigree.latest), "place": pedigree.latest_place},
        "texts": pedigree.texts,
        "bodies": list(pedigree.bodies),
        "years": list(pedigree.years),
        "series": [entry_json(entry) for entry in pedigree.series],
        "changed": None
        if changed is None
        else {
            "in": {**entry_json(changed.entry), "place": changed.place},
            "before": entry_json(changed.before),
            "old": changed.old,
            "new": changed.new,
            "changes": [change_json(change) for change in changed.changes],
        },
    }
