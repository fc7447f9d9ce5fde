"""A check on what the sessions of a body are called: by a number, or by the year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resolint import regex
from resolint.checks import check
from resolint.checks.shared.counting import any_ordinal, in_texts
from resolint.findings import Hit
from resolint.lexicon import Lexicon, per_lexicon
from resolint.lexicon.ordinals import ordinal_value
from resolint.lexicon.organs import OF_PROFILE
from resolint.model import Document
from resolint.rule import Context

_COUNTED = (
    "General Assembly|Human Rights Council|Commission on Narcotic Drugs|Commission on the Status of Women"
    "|Environment Assembly"
)
_EARLIEST = "2014"
"""Since that year the sessions of the Economic and Social Council run from July to July and bear the year."""


@per_lexicon
def _named(lexicon: Lexicon) -> re.Pattern[str]:
    ordinal = any_ordinal(lexicon)
    return regex.compiled(
        rf"\b(?P<body>Economic and Social Council|the Council)[ \xa0]at[ \xa0]its[ \xa0](?P<counted>{ordinal})[ \xa0]session\b"
        rf"|\bto[ \xa0](?P<body2>the[ \xa0]Council),?[ \xa0]at[ \xa0]its[ \xa0](?P<counted2>{ordinal})[ \xa0]session\b"
        rf"|\b(?P<body3>{_COUNTED}),?[ \xa0]at[ \xa0]its[ \xa0](?P<year>20\d\d)[ \xa0]session\b"
        r"|\b(?:at|of|to)[ \xa0]its[ \xa0](?P<wrong>session[ \xa0]of[ \xa0](?:the[ \xa0]year[ \xa0])?20\d\d(?:st|nd|rd|th)"
        r"|20\d\d(?:st|nd|rd|th)[ \xa0]session)\b"
    )


@check("OPR053")
def session_called_otherwise(document: Document, context: Context) -> Iterator[Hit]:
    """*The Economic and Social Council at its eighty-fourth session*, *the General Assembly at its 2029 session*."""
    own = OF_PROFILE.get(context.profile, "")
    late = context.date is None or context.date[:4] >= _EARLIEST
    for block, match in in_texts(document, _named(context.lexicon), having=("session",)):
        counted = next((name for name in ("counted", "counted2") if match[name]), "")
        if counted:
            body = match["body"] or match["body2"]
            council = body.startswith("Economic") or (own == "ECOSOC" and len(document.acts) == 1)
            value = ordinal_value(match[counted], context.lexicon)
            if council and late and value is not None:
                right = "the year: at its 2027 session"
                yield Hit(block.span(*match.span(counted)), {"found": match[counted], "right": right})
        elif match["year"]:
            values = {"found": match["year"], "right": "a number: at its eighty-second session"}
            yield Hit(block.span(*match.span("year")), values)
        else:
            yield Hit(
                block.span(*match.span("wrong")), {"found": match["wrong"], "right": "the year: at its 2027 session"}
            )
