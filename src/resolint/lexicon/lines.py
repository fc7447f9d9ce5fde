"""The lines that carve a draft, by the English words that stand on them: organ lines, acts, annexes, adoption, closing lines.

``structure.lines`` matches them against the rows of a draft.
"""

from __future__ import annotations

import re

from resolint import regex
from resolint.lexicon import Lexicon, per_lexicon
from resolint.lexicon.ordinals import ordinal_word
from resolint.regex import lazy

__all__ = [
    "ACT_LINE",
    "ACT_WORDS",
    "ADOPTION",
    "AFTER_ANNEX",
    "ANNEX",
    "ANNEXED",
    "ANNEX_WORDS",
    "BANNER",
    "CLOSING",
    "CONVENED",
    "DECIDED",
    "HANDS_OVER",
    "NAMING",
    "NOUNS",
    "NUMBERED_TITLE",
    "RESOLVED",
    "RUN_IN_VERB",
    "WHILE",
    "drafting_body",
]

_NOUN = (
    r"(?:Assembly|Council|Commission|Committee|Conference|Board|Forum|Congress|Meeting|Parties|Authority|Body|Union"
    r"|Subcommittee|Agency|Organization|Ministers|Tribunal|Fund|Programme|Bureau|Group|Cabinet|Senate|Parliament|League)"
)
NOUNS = lazy(rf"\b{_NOUN}\b", re.IGNORECASE)
"""What an organ is called."""
CONVENED = lazy(
    r"The (?:[A-Z][\w’'-]*|of|the|for|on|and|in|to|at)(?: (?:[A-Z][\w’'-]*|of|the|for|on|and|in|to|at)){0,12}?,"
    r"? (?:which (?:was )?)?(?:convened|assembled|gathered|meeting|met|having (?:been )?(?:convened|met|assembled))\b"
)
"""The name of a conference with the words that it was convened."""
WHILE = lazy(r"while[ \u00a0]+", re.IGNORECASE)
"""What may stand between a name and the first preambular paragraph on its line."""
RESOLVED = lazy(
    r"(?:now,? |and |therefore,? |hereby,? |it ){0,3}be it (?:\w+ ){0,4}(?:resolved|enacted|decided|recommended)\b"
    r"|(?:now,? )?therefore,? be it\b",
    re.IGNORECASE,
)
"""Formulae such as *Be it resolved that …*."""
HANDS_OVER = lazy(
    r"\b(?:the )?following (?!draft)(?:\w+ )?(?:recommendations?|resolutions?|decisions?|conclusions|suggestions?)\b",
    re.IGNORECASE,
)
"""Words that lead to the paragraphs of another text."""
BANNER = lazy(
    r"\b(?:is (?:the )?property of|do not (?:copy|distribute|circulate)|not for (?:circulation|distribution)"
    r"|passed ?(?:/|or) ?(?:not passed|failed)|adopted ?(?:/|or) ?(?:not adopted|rejected|failed))\b"
    r"|\A(?:confidential|for delegates only|working draft)\W*\Z",
    re.IGNORECASE,
)
"""Stamps on the paper, which are no title."""
RUN_IN_VERB = lazy(
    r"[\s,]+(?:also |further |hereby )?(decides|decided|takes note|took note|adopts|adopted|approves|elects)\b"
)
"""The verb of a decision behind the name of its organ, on one line."""
DECIDED = lazy(
    r"\b(?:decided|took note|adopted|elected|appointed|approved|requested|authorized|endorsed|reaffirmed|recommended"
    r"|agreed|expressed|confirmed|acting|recalling|noting|proclaimed)\b"
)
"""Verbs of a decision that is told in the past."""

_NUMBER = (
    r"(?:(?:S|ES|SS|GCSS)[-.])?[\dIVXLC]{1,5}/(?:[\dIVXLC]{1,4}\b|…|\.\.\.|\[…\]|\[\.\.\.\]|--?|_+"
    r"|[A-Z]{2,4}\.\d{1,3}|X{1,3}\b)"
    r"(?:[ /-]?[A-Z]\b)?|-/[A-Z]{2,4}\.\d{1,3}"
    r"|\d{1,5} (?:[A-Z] )?\((?:[IVXLCS0-9-]{1,9}|\d{4})\)|\[?[-–…]\]?/[A-Z]{2,4}\.\d{1,2}"
)
_ACT_WORD = r"(?P<draft>draft )?(?P<kind>resolution|decision|declaration|ministerial declaration)s?"
ACT_LINE = lazy(
    rf"(?:Recommended |Proposed |Text of )?{_ACT_WORD}(?: no\.?)?"
    rf"(?: (?P<number>{_NUMBER}|[IVXLC]{{1,6}}|\d{{1,3}}|[A-Z]))?"
    rf"(?: (?P<letter>[A-Z]))?[*.:]*(?=\Z|[\n\t]|[.:] |[–—-] )(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
"""The line that names an act by its kind."""
ACT_WORDS = ("resolution", "decision", "declaration")
"""The kinds of acts."""
NUMBERED_TITLE = lazy(rf"(?P<number>{_NUMBER})(?P<stop>[.:]?)(?P<gap>[ \t\u00a0\n]+|\Z)(?P<title>.*)", re.DOTALL)
"""A title behind the number of its act."""

ANNEX_WORDS = ("annex", "appendi", "attachment", "enclosure", "addendum")
"""How a heading of an annex begins."""
APPENDIX = "appendix"
"""What a reference calls a part behind the text that is no annex."""
ANNEX = lazy(
    r"\[?(?P<label>(?:Annex|Appendix|Attachment|Enclosure|Addendum)(?:es|ices)?"
    r"(?: (?:No\. ?)?(?:[IVXLC]{1,6}|[A-Z]|\d{1,2}))?)\]?"
    r"(?: to (?:the )?(?:present |draft )*(?:resolution|decision|declaration|statement|report)\b[^.;:,\n\t]{0,60})?"
    r"[*\ufffc]*(?P<gap>[ \u00a0]*(?:[.:–—]|\s-)[\s]*|[ \u00a0]*[\n\t][\s]*|\Z)(?P<title>.*)",
    re.IGNORECASE | re.DOTALL,
)
"""The heading of an annex."""
CLOSING = lazy(
    r"\[?(?:\d{1,5}(?:st|nd|rd|th)\b(?: \([^)]{0,40}\))? (?:plenary |closed |resumed )?(?:plenary )?meetings?\b"
    r"|[A-Z][a-z]{3,12}(?:-[a-z]{3,7})? plenary meeting\b"
    r"|(?:Resolution |Decision )?[Aa]dopted (?:without (?:a )?vote|unanimously|by \d+ votes"
    r"|by (?:a )?(?:recorded |roll-call )?(?:vote|consensus|acclamation|\d))|In favour\s*:|Against\s*:|Abstaining\s*:)"
)
"""Lines that tell meeting, date or vote at the end of a text."""
ADOPTION = lazy(
    r"(?:\[?(?:on the (?:report|recommendation|proposal)|without reference|as recommended"
    r"|adopted (?:at|by|on|without)|submitted by)"
    r"|(?:Resolutions?|Decisions?|Declaration|Text)(?: [\dIVXLC/.-]+)?(?: \(\d{4}\))?,?"
    r" (?:adopted|submitted|proposed|proclaimed)\b"
    r"|Proclaimed by|Adopted (?:by|at|on)\b|Draft (?:resolution|decision)s? (?:submitted|proposed|recommended)\b"
    r"|Resolution submitted|For action|Advance unedited)",
    re.IGNORECASE,
)
"""Lines above a text that tell by whom it was adopted or submitted."""
ANNEXED = lazy(r"\b(?:annex|appendix|enclosure)", re.IGNORECASE)
"""What speaks of an annex."""
AFTER_ANNEX = r"General|Economic|Human|Council|Assembly|resolution|decision"
"""How goes on what an annex belongs to."""
NAMING = lazy(
    r"\b(?:Act|Agency|Agenda|Agreement|Assembly|Charter|Code|Commission|Committee|Conference|Congress|Convention|Council"
    r"|Court|Covenant|Day|Decade|Declaration|Framework|Fund|Group|Institute|Mission|Office|Organi[sz]ation|Plan|Platform"
    r"|Principles?|Programme|Protocol|Rules|Secretariat|Statement|Statute|Summit|Tribunal|Treaty|Union|University|Week|Year"
    r"|United Nations|International|World|Republic|Forum|Strategy|Goals?|System|Centre|Mechanism|Guidance|States"
    r"|Facility|Pathway)\b"
)
"""Words of which one is in the name of a body, a text or an event."""


@per_lexicon
def drafting_body(lexicon: Lexicon) -> re.Pattern[str]:
    """Committees and groups in which a text is drafted, at the head of a paragraph."""
    main = "|".join(ordinal_word(number, lexicon).capitalize() for number in range(1, 7))
    return regex.compiled(rf"\bThe (?:(?:{main}) Committee|{'|'.join(lexicon.grammar.drafting_bodies)})\b")
