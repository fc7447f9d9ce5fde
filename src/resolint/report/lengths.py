"""The length of a draft beside that of adopted texts of its body; no limit follows from it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

__all__ = ["beside_adopted"]


def beside_adopted(count: int, body: str, rows: Sequence[Mapping[str, str]], unit: str = "words") -> str:
    """What can be said of a draft of so many words, or ``paragraphs``; empty for a body of which no texts were counted.

    ``rows`` are those of the table ``lengths``.
    """
    row = next((row for row in rows if row["body"] == body), None)
    if row is None:
        return ""
    half, most, texts = int(row[unit]), int(row[f"{unit}_long"]), int(row["texts"])
    place = "longer than 90 per cent" if count > most else "longer than most" if count > half else "no longer than most"
    known = f"of {texts:,} counted, half have at most {half:,} {unit} and 90 per cent at most {most:,}"
    return f"{place} of them ({known})"
