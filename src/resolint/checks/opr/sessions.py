"""A check on what the sessions of a body are called: by a number, or by the year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resolint import regex
from resolint.checks import check
from resolint.checks.opr.seasons import bodies
from resolint.checks.shared.counting import BLANK, any_ordinal, in_texts
from resolint.findings import Hit
from resolint.lexicon import Lexicon, per_lexicon
from resolint.lexicon.ordinals import ordinal_value, ordinal_word
from resolint.lexicon.organs import OF_PROFILE, organ_name, organ_noun
from resolint.model import Document
from resolint.rule import Context

_COUNCIL = "ECOSOC"
_COUNTED = ("GA", "HRC", "CND", "CSW", "UNEA")
"""Organs whose sessions bear a number, by their codes in the table ``organs``."""
_EARLIEST = "2014"
"""Since that year the sessions of the Economic and Social Council run from July to July and bear the year."""


def _alone(document: Document, lexicon: Lexicon) -> bool:
    """Whether no other Council is named in the draft by its name."""
    blocks = (*document.blocks, *(block for note in document.footnotes for block in note.blocks))
    found = {match[1] for block in blocks for match in _a_council(lexicon).finditer(block.text)}
    return found <= {organ_name(_COUNCIL, lexicon).split()[-2]}


@per_lexicon
def _a_council(lexicon: Lexicon) -> re.Pattern[str]:
    """What stands before the noun of a Council."""
    return regex.compiled(rf"\b([A-Z][a-z]+){BLANK}{organ_name(_COUNCIL, lexicon).split()[-1]}\b")


@per_lexicon
def _named(lexicon: Lexicon) -> re.Pattern[str]:
    ordinal, session = any_ordinal(lexicon), lexicon.grammar.occasions.session
    council = f"the {organ_noun(_COUNCIL, lexicon)}"
    held = rf"{BLANK}at{BLANK}its{BLANK}"
    return regex.compiled(
        rf"\b(?P<body>{organ_name(_COUNCIL, lexicon)}|{council}){held}(?P<counted>{ordinal}){BLANK}{session}\b"
        rf"|\bto{BLANK}(?P<body2>{council.replace(' ', BLANK)}),?{held}(?P<counted2>{ordinal}){BLANK}{session}\b"
        rf"|\b(?:{'|'.join(_names(lexicon))})(?:{BLANK}to{BLANK}[a-z]+(?:{BLANK}[a-z]+){{0,3}})?,?{held}(?P<year>20\d\d){BLANK}{session}\b"
        rf"|\b(?:at|of|to){BLANK}its{BLANK}(?P<wrong>{session}{BLANK}of{BLANK}(?:the{BLANK}year{BLANK})?20\d\d(?:st|nd|rd|th)"
        rf"|20\d\d(?:st|nd|rd|th){BLANK}{session})\b"
    )


def _names(lexicon: Lexicon) -> Iterator[str]:
    """The names of the organs whose sessions are counted; a short form of several words, which ends the name, tells as much."""
    for organ in _COUNTED:
        noun = organ_noun(organ, lexicon)
        yield noun if " " in noun else organ_name(organ, lexicon)


def _counted_by_itself(document: Document, lexicon: Lexicon, by_year: str) -> Iterator[Hit]:
    """*Decides to consider the question at its eighty-third session*: nobody else is named whose session it could be."""
    pattern = _decides(lexicon)
    name = organ_name(_COUNCIL, lexicon)
    for act in document.acts:
        # Its commissions speak in drafts of this kind as well, and count their sessions.
        council = act.organ_line is not None and name in document.text(act.organ_line)
        for clause in act.operative if council else ():
            block = document.block(clause.body.block)
            match = pattern.search(block.text, block.lead)
            between = block.text[block.lead : match.start("counted")] if match else ""
            if match is None or ordinal_value(match["counted"], lexicon) is None:
                continue
            if not bodies(lexicon).search(between):
                yield Hit(block.span(*match.span("counted")), {"found": match["counted"], "right": by_year})


@per_lexicon
def _decides(lexicon: Lexicon) -> re.Pattern[str]:
    ordinal, session = any_ordinal(lexicon), lexicon.grammar.occasions.session
    return regex.compiled(
        rf"{BLANK}to{BLANK}[^;:.]{{3,160}}?\bat{BLANK}its{BLANK}(?P<counted>{ordinal}){BLANK}{session}\b"
    )


@check("OPR053")
def session_called_otherwise(document: Document, context: Context) -> Iterator[Hit]:
    """*The Economic and Social Council at its eighty-fourth session*, *the General Assembly at its 2029 session*."""
    lexicon = context.lexicon
    session = lexicon.grammar.occasions.session
    by_year = f"the year: at its 2027 {session}"
    own = OF_PROFILE.get(context.profile, "") == _COUNCIL and len(document.acts) == 1
    late = context.date is None or context.date[:4] >= _EARLIEST
    if own and late:
        yield from _counted_by_itself(document, lexicon, by_year)
    for block, match in in_texts(document, _named(lexicon), having=(session,)):
        counted = next((name for name in ("counted", "counted2") if match[name]), "")
        if counted:
            body = match["body"] or match["body2"]
            council = own or body == organ_name(_COUNCIL, lexicon) or _alone(document, lexicon)
            if council and late and ordinal_value(match[counted], lexicon) is not None:
                yield Hit(
                    block.span(match.start("body" if match["body"] else "body2"), match.end(counted)),
                    {"found": match[counted], "right": by_year},
                )
        elif match["year"]:
            by_number = f"a number: at its {ordinal_word(82, lexicon)} {session}"
            yield Hit(block.span(*match.span("year")), {"found": match["year"], "right": by_number})
        else:
            yield Hit(block.span(*match.span("wrong")), {"found": match["wrong"], "right": by_year})
