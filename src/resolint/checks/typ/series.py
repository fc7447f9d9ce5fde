"""A check on the comma before the last member of a simple series."""

from __future__ import annotations

from collections.abc import Iterator

from resolint.checks import check
from resolint.checks.shared.counting import in_texts
from resolint.findings import Edit, Fix, Hit
from resolint.model import Document
from resolint.regex import lazy
from resolint.rule import Context

_SERIES = lazy(
    r"(?:^|(?<=[;:] )|(?<= of )|(?<= for )|(?<= in )|(?<= on )|(?<= the )|(?<= and )|(?<= their )|(?<= its )|(?<= all )"
    r"|(?<= to )|(?<= by )|(?<= with )|(?<= as )|(?<= from )|(?<=ing )|(?<= including ))"
    r"(?P<first>[a-z][a-z’-]{2,24})(?P<rest>(?:, [a-z][a-z’-]{2,24}){1,6})(?P<comma>,)(?= (?:and|or) [a-z][a-z’-]{2,24}"
    r"(?:[.;]|, |$| (?:of|in|for|to|by|at|on|from|with|that|which|as|are|is|have|has|through|among|between|within|under)\b))"
)
_LINKING = frozenset(("alia", "however", "therefore", "respectively", "inter", "thus", "also", "moreover", "including"))


@check("TYP057")
def serial_comma(document: Document, context: Context) -> Iterator[Hit]:
    """*Bridges, fords, and ferries*."""
    for block, match in in_texts(document, _SERIES, having=(", and ", ", or ")):
        members = [match["first"], *match["rest"].split(", ")[1:]]
        if not _LINKING.isdisjoint(members):
            continue
        start = match.start("comma")
        edit = Edit(block.span(start, start + 1), "", ",")
        words = block.text[match.start() : match.end() + 4].rstrip()
        yield Hit(block.span(start, start + 1), {"found": words}, Fix("Leave out the comma", (edit,), "safe"))
