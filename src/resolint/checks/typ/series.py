"""A check on the comma before the last member of a simple series."""

from __future__ import annotations

from collections.abc import Iterator

from resolint.checks import check
from resolint.checks.shared.clauses import outside
from resolint.checks.shared.counting import in_texts
from resolint.findings import Edit, Fix, Hit
from resolint.model import Document
from resolint.regex import lazy
from resolint.rule import Context
from resolint.scan import scan

_SERIES = lazy(
    r"(?:^|(?<=[;:] )|(?<= of )|(?<= for )|(?<= in )|(?<= on )|(?<= the )|(?<= and )|(?<= their )|(?<= its )|(?<= all )"
    r"|(?<= be )|(?<= are )|(?<= is )|(?<= to )|(?<= by )|(?<= with )|(?<= as )|(?<= from )|(?<=ing )|(?<= including ))"
    r"(?P<first>[a-z][a-z’-]{2,24})(?P<rest>(?:, [a-z][a-z’-]{2,24}){1,6})(?P<comma>,)(?= (?:and|or) [a-z][a-z’-]{2,24}"
    r"(?:[.;]|,(?: |$)|$| (?:of|in|for|to|by|at|on|from|with|that|which|as|are|is|have|has|through|among|between|within|under)\b))"
)
_END = lazy(r", [a-z][a-z’-]{2,24},(?= (?:and|or) [a-z])")
"""The end of every such series, which few paragraphs have."""
_LINKING = frozenset(("alia", "however", "therefore", "respectively", "inter", "thus", "also", "moreover", "including"))


@check("TYP057")
def serial_comma(document: Document, context: Context) -> Iterator[Hit]:
    """*Bridges, fords, and ferries*."""
    ends = {block.id: block for block, _ in in_texts(document, _END, quoted=True)}
    for block, match in outside(scan(document, ends.values(), _SERIES)):
        members = [match["first"], *match["rest"].split(", ")[1:]]
        if not _LINKING.isdisjoint(members):
            continue
        start = match.start("comma")
        edit = Edit(block.span(start, start + 1), "", ",")
        words = block.text[match.start() : match.end() + 4].rstrip()
        yield Hit(block.span(start, start + 1), {"found": words}, Fix("Leave out the comma", (edit,), "safe"))
