"""Checks on anniversaries: whether the count fits the year in which the event began."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resolint import regex
from resolint.checks import check
from resolint.checks.shared.counting import BLANK, YEAR, any_ordinal, in_texts
from resolint.findings import Hit
from resolint.lexicon import Lexicon, per_lexicon
from resolint.lexicon.ordinals import ordinal_value, ordinal_word
from resolint.model import Document
from resolint.regex import lazy
from resolint.rule import Context


@per_lexicon
def _kept(lexicon: Lexicon) -> re.Pattern[str]:
    return regex.compiled(
        rf"\b(?P<ordinal>{any_ordinal(lexicon)}){BLANK}anniversary\b(?:,{BLANK}in{BLANK}(?P<inner>{YEAR}),)?{BLANK}of{BLANK}"
        rf"(?:the{BLANK})?(?:(?:adoption|signing|signature|proclamation|founding|foundation|establishment|creation){BLANK}of{BLANK}(?:the{BLANK})?)?",
        re.IGNORECASE,
    )


_HELD = lazy(
    rf"(?:,?{BLANK}(?:in|to be [a-z]{{4,12}} in|which (?:falls|is celebrated|is marked) in)){BLANK}(?P<year>{YEAR})\b"
)
_ENDS = lazy(rf"[,;.)]|{BLANK}(?:in|and|which|to|as|with|at|on|during)\b|$")
"""What may stand behind the name of an event; another noun makes it the name of something else."""
_HELD_BEFORE = lazy(
    rf"\b[Ii]n{BLANK}(?P<year>{YEAR}),?{BLANK}(?:of{BLANK})?the{BLANK}$"
    rf"|\b(?P<year2>{YEAR}){BLANK}(?:is|marks|will mark|as){BLANK}the{BLANK}$"
)


@check("NUM036")
def anniversary_of_known(document: Document, context: Context) -> Iterator[Hit]:
    """*The seventieth anniversary of the Universal Declaration of Human Rights, in 2023*."""
    years = {row["event"]: int(row["year"]) for row in context.lexicon.rows("founding-years")}
    for row in context.lexicon.rows("instruments"):
        if row["adopted"][-4:].isdecimal():
            years.setdefault(row["title"], int(row["adopted"][-4:]))
    events = sorted(years, key=len, reverse=True)
    for block, match in in_texts(document, _kept(context.lexicon), having=("anniversary",)):
        count = ordinal_value(match["ordinal"], context.lexicon)
        event = next((one for one in events if block.text.startswith(one, match.end())), None)
        if count is None or event is None or not _ENDS.match(block.text, match.end() + len(event)):
            continue
        behind = _HELD.match(block.text, match.end() + len(event))
        before = _HELD_BEFORE.search(block.text[max(block.lead, match.start() - 60) : match.start()])
        held = match["inner"] or (behind["year"] if behind else before and (before["year"] or before["year2"]))
        right = int(held) - years[event] if held else 0
        if held and 0 < right < 100 and right != count:
            values = {"found": match["ordinal"], "event": event, "began": str(years[event]), "held": str(held)}
            yield Hit(block.span(*match.span("ordinal")), {**values, "right": ordinal_word(right, context.lexicon)})
