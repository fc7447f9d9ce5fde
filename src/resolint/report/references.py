"""The references of a draft with their verdicts as a table of HTML."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from html import escape

from resolint.citation.verdicts import VERDICTS, Reference
from resolint.report.page.text import plain

__all__ = ["fragment"]

_SIGNS = {"confirmed": "✓", "plausible": "·", "wrong date": "✗", "doubtful": "?", "malformed": "✗"}


def fragment(references: Sequence[Reference], places: Mapping[str, str]) -> str:
    """The table; ``places`` gives for a block the address of its paragraph, to which its place then leads."""
    if not references:
        return "<p>This draft refers to nothing.</p>\n"
    counts = Counter(one.verdict for one in references)
    said = ", ".join(f"{counts[verdict]} {verdict}" for verdict in VERDICTS if counts[verdict])
    rows = "".join(_row(one, places) for one in references)
    heads = "".join(f'<th scope="col">{name}</th>' for name in ("Where", "Reference", "What", "Verdict", "Why"))
    return (
        f"<p>{len(references)} reference{'' if len(references) == 1 else 's'}: {said}.</p>\n"
        f'<table class="list"><thead><tr>{heads}</tr></thead><tbody>\n{rows}</tbody></table>\n'
    )


def _row(one: Reference, places: Mapping[str, str]) -> str:
    where = plain(one.where)
    if one.citation.span.block in places:
        where = f'<a href="{escape(places[one.citation.span.block])}">{where}</a>'
    form = f"<br>write: <strong>{plain(one.form)}</strong>" if one.form and one.verdict == "malformed" else ""
    reasons = "; ".join(one.reasons)
    kind = one.verdict.replace(" ", "-")
    return (
        f'<tr class="{kind}"><th scope="row">{where}</th><td class="words">{plain(one.text)}{form}</td>'
        f'<td>{plain(one.citation.kind)}</td><td class="verdict"><span aria-hidden="true">{_SIGNS[one.verdict]}</span> '
        f"{plain(one.verdict)}</td><td>{plain(reasons)}</td></tr>\n"
    )
