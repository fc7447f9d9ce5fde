"""A comparison for programs, version 1."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from resolint import structure
from resolint.comparison import Comparison, ItalicChange, Paragraph, Row
from resolint.model import Document, Span
from resolint.version import __version__
from resolint.wording import Change

SCHEMA = 1
"""Raised only when a key changes its meaning or goes; new keys may come at any time."""


def render(comparison: Comparison) -> str:
    """One JSON object, indented, in UTF-8 characters."""
    return json.dumps(to_data(comparison), ensure_ascii=False, indent=2) + "\n"


def to_data(comparison: Comparison) -> dict[str, Any]:
    """The comparison as plain data. Offsets of changes count in ``old`` and ``new`` of their row."""
    return {
        "schema": SCHEMA,
        "tool": {"name": "resolint", "version": __version__},
        "base": _document(comparison.base),
        "draft": _document(comparison.draft),
        "not_compared": list(comparison.blind),
        "counts": dict(comparison.counts),
        "masthead": [{"field": c.name, "old": c.old, "new": c.new} for c in comparison.head],
        "rows": [_row(comparison, row) for row in comparison.rows],
    }


def _document(document: Document) -> dict[str, Any]:
    origin = document.origin
    return {"path": origin.name, "sha256": origin.sha256, "kind": document.kind, "view": origin.view}


def _row(comparison: Comparison, row: Row) -> dict[str, Any]:
    return {
        "kind": row.kind,
        "base": _paragraphs(comparison.base, row.base),
        "draft": _paragraphs(comparison.draft, row.draft),
        "old": row.old if row.base else None,
        "new": row.new if row.draft else None,
        "similarity": round(row.similarity, 3),
        "renumbered": row.renumbered,
        "changes": _changes(row.changes),
        "notes": [
            {
                "kind": note.kind,
                "base": note.base,
                "draft": note.draft,
                "old": note.old if note.base is not None else None,
                "new": note.new if note.draft is not None else None,
                "changes": _changes(note.changes),
                "italics": _italics(note.italics),
            }
            for note in row.notes
        ],
        "italics": _italics(row.italics),
        "verb": None
        if row.verb is None
        else {
            "old": row.verb.old,
            "new": row.verb.new,
            "direction": row.verb.direction or None,
            "scale": row.verb.scale or None,
        },
        "citations": [{"kind": c.kind, "fate": c.fate, "old": c.old, "new": c.new} for c in row.citations],
        "qualifiers": [{"phrase": q.phrase, "fate": q.fate, "effect": q.effect} for q in row.qualifiers],
    }


def _paragraphs(document: Document, row: Sequence[Paragraph]) -> list[dict[str, Any]]:
    return [
        {
            "block": p.block,
            "where": structure.where(document, Span(p.block, p.start, p.start)),
            "part": p.part,
            "label": p.label or None,
        }
        for p in row
    ]


def _italics(row: Sequence[ItalicChange]) -> list[dict[str, Any]]:
    return [{"start": c.new_start, "end": c.new_end, "italic": c.italic} for c in row]


def _changes(row: Sequence[Change]) -> list[dict[str, Any]]:
    return [
        {"start": c.start, "end": c.end, "old": c.old, "new": c.new, "new_start": c.new_start, "new_end": c.new_end}
        for c in row
    ]
