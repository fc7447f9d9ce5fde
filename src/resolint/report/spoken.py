"""What reports say themselves, in the language of the user: places, counts, headings. Formats for programs stay English.

A text is looked up as a whole, with gaps for what is filled in; ``TEXTS`` are all that may be said, which the catalogues of
``rules/locale`` hold. Names of rules, files and profiles are not translated.
"""

from __future__ import annotations

from resolint.catalogue import REPORTS as CONTEXT
from resolint.catalogue import Catalogue
from resolint.frozen import dataclass

__all__ = ["CONTEXT", "ENGLISH", "TEXTS", "Spoken"]

_APART = ", "
_SINGULAR: dict[str, tuple[int, ...]] = {"fr": (0, 1)}
"""The numbers that take the singular, where they are not 1 alone."""

TEXTS = (
    "error",
    "warning",
    "info",
    "errors",
    "warnings",
    "infos",
    "draft",
    "{} error",
    "{} errors",
    "{} warning",
    "{} warnings",
    "{} info",
    "{} infos",
    "{} finding",
    "{} findings",
    "{} document",
    "{} documents",
    "{} draft",
    "{} drafts",
    "{} file",
    "{} files",
    "{} rules",
    "{} note",
    "{} notes",
    "{} word",
    "{} words",
    "{} entry",
    "{} entries",
    "Nothing to report",
    "{} in {}.",
    "{} of {} documents",
    "{} allowed in the draft",
    "{} in the baseline",
    "{} could not be read",
    "title",
    "masthead",
    "organ line",
    "closing",
    "page header",
    "page footer",
    "star note",
    "footnote",
    "endnote",
    "front matter",
    "header",
    "footer",
    "preambular {}",
    "operative {}",
    "paragraph {}",
    "footnote {}",
    "endnote {}",
    "annex",
    "annex {}",
    "heading {}",
    "body {}",
    "item {}",
    "act {}",
    "resolution {}",
    "decision {}",
    "table {}",
    "row {}",
    "column {}",
    "line {}",
    "appendix",
    "appendix {}",
    "resolution",
    "decision",
    "declaration",
    "report",
    "amendment",
    "no resolution or decision found",
    "{} preambular paragraphs",
    "{} preambular paragraph",
    "{} operative paragraphs",
    "{} operative paragraph",
    "{} texts",
    "read without the tracked changes",
    "profile {}",
    "from the symbol {}",
    "from the organ line {}",
    "from the body in the masthead, {}",
    "from the title, {}",
    "from the configuration {}",
    "chosen by {}",
    "Contradicts {} ({}).",
    "allowed",
    "Allowed in the draft:",
    "{} known from the baseline is not shown.",
    "{} known from the baseline are not shown.",
    "A place with [2] is the second paragraph of that number.",
    "Not checked: {}",
    "The rule {} failed and was left out; this is a fault of the rule: {}",
    "The rule {} failed and was left out: {}",
    "- The rule {} failed: {}",
    "{} of the baseline no longer occurs here and can go: {}",
    "{} of the baseline no longer occur here and can go: {}",
    "- Not read: {}",
    "- … and {} more",
    "Findings",
    "masthead and title",
    "preamble",
    "operative part",
    "annexes",
    "notes",
    "text",
    "nothing",
    "and",
    ":",
    ";",
    "“{}”",
    "text box",
    "Not tracked here: {}.",
    "a link, a field, a note or somebody's own change stands in the way",
    "another fix changes the same words",
    "the words are not those that were checked",
    "it holds a character that cannot be written",
    "somebody has added or deleted this row of the table",
    "it stands in a field that is locked or filled in by Word",
    "somebody's comment begins or ends inside the words",
    "somebody has deleted words at this place",
    "Where the findings lie, from the masthead to the last note",
    "Skip to the text",
    "Rule",
    "Rules",
    "Draft",
    "Errors",
    "Warnings",
    "Info",
    "Error",
    "Warning",
    "Severity",
    "Documents",
    "Explanations",
    "Findings in {}",
    "Findings by rule, in all documents",
    "Made by resolint {}.",
    "Masthead and title",
    "Preamble",
    "Operative part",
    "Annexes",
    "Notes",
    "Text",
    "Text {}",
    "Annex",
    "Accept",
    "Decline",
    "Keep…",
    "Why?",
    "nearly always right",
    "mostly right",
    "often a matter of judgement",
    "Wrong",
    "Right",
    "missing here",
    "In adopted texts",
    "None of {} adopted texts does it.",
    "{} of {} adopted texts do it, {} in all.",
    "{} time",
    "{} times",
    "{} in the handbook",
    "Not among the findings ({})",
    "Authority: {}.",
    "Findings: {}",
    "What it finds",
    "Why it matters",
    "What to write",
    "high confidence",
    "medium confidence",
    "low confidence",
    "safe fix",
    "suggest fix",
    "advice",
    "no fix",
    "only for {}",
    "since {}",
    "until {}",
    "Off by default: {}",
    "Authority",
    "Of {} adopted texts on which it was tried, {} keep it.",
    "Where it is otherwise",
    "Related",
    "Options",
    "Not so",
    "But so",
    "Good as it is",
    "Not so (profile {})",
    "But so (profile {})",
    "Good as it is (profile {})",
    "Finding {}",
    "Finding {}, {}",
    "Finding {}, {}, {}",
    "Finding {}: show it in the text",
    "allowed in the draft",
    "allowed in the draft: {}",
    "known, in the baseline",
    "{} and {} stand in each other’s place ‹there›.",
    "{} and {} may stand in each other’s place ‹there›.",
    "The number of the paragraph is {} ‹here› and {} ‹there›.",
    "The paragraph is {} ‹here› and {} ‹there›.",
    "The paragraph refers to {} ‹here› and to {} ‹there›.",
    "The date of {} differs: {} ‹here›, {} ‹there›.",
    "Shares differ: “{}” ‹here›, “{}” ‹there›.",
    "States differ: {} ‹here›, {} ‹there›.",
    "States named only ‹here›: {}.",
    "States named only ‹there›: {}.",
    "“{}” stands beside a figure ‹here›, and “{}” ‹there›.",
    "Nothing ‹there› says “{}”.",
    "A word for “{}” stands only ‹there›.",
    "The paragraph is {} shorter ‹there› than the words ‹here› let expect: look for a clause left out.",
    "The paragraph is {} shorter ‹here› than the words ‹there› let expect: look for a clause left out.",
    "The title is much shorter ‹there› than the other lets expect.",
    "The title is much shorter ‹here› than the other lets expect.",
    "The opening may be stronger ‹there›: {} ‹here›, a word for {} ‹there›.",
    "The opening may be weaker ‹there›: {} ‹here›, a word for {} ‹there›.",
    "The opening is stronger ‹there›: {} ‹here›, a word for {} ‹there›.",
    "The opening is weaker ‹there›: {} ‹here›, a word for {} ‹there›.",
    "The opening does not correspond: {} ‹here›, a word for {} ‹there›.",
    "The opening may be of another strength ‹there›: {} has a word of its own, and this one says {}.",
    "A negation follows the opening only ‹here›.",
    "A negation follows the opening only ‹there›.",
    "Only ‹here› the opening says “also” or “further”.",
    "Only ‹there› the opening says “also” or “further”.",
    "Abbreviations are explained only ‹here›: {}.",
    "Abbreviations are explained only ‹there›: {}.",
    "{} stands elsewhere ‹there›: {}.",
    "{} stands twice in {}.",
    "{} is missing in {}.",
    "The symbols differ: {} ‹here›, {} ‹there›.",
    "The items of the agenda differ: {} ‹here›, {} ‹there›.",
    "The sessions differ: {} ‹here›, {} ‹there›.",
    "The dates of the documents differ: {} ‹here›, {} ‹there›.",
    "The organs that speak differ: {} ‹here›, {} ‹there›.",
    "The sponsors differ: {} ‹here›, {} ‹there›.",
    "There are {} sponsors ‹here› and {} ‹there›.",
    "{} it reads: {}",
    "in the {} text",
    "in this text",
    "in {}",
    "here",
    "there",
    "or",
    "not here",
    "Concordance of {}",
    "{} and {}",
    "{} paragraphs side by side; {}",
    "{} paragraph side by side; {}",
    "English",
    "French",
    "Spanish",
    "Russian",
    "Chinese",
    "Arabic",
    "Symbols differ: {} ‹here›, {} ‹there›.",
    "Symbols only ‹here›: {}.",
    "Symbols only ‹there›: {}.",
    "Numbers of resolutions and the like differ: {} ‹here›, {} ‹there›.",
    "Numbers of resolutions and the like only ‹here›: {}.",
    "Numbers of resolutions and the like only ‹there›: {}.",
    "Months differ: {} ‹here›, {} ‹there›.",
    "Months only ‹here›: {}.",
    "Months only ‹there›: {}.",
    "Chapters differ: {} ‹here›, {} ‹there›.",
    "A negation stands in the paragraph only ‹here›.",
    "A negation stands in the paragraph only ‹there›.",
    "The bodies in the masthead differ: {} ‹here›, {} ‹there›.",
    "Numbers differ: {} ‹here›, {} ‹there›.",
    "Numbers only ‹here›: {}.",
    "Numbers only ‹there›: {}.",
)
"""All texts that reports say, ``{}`` for what is filled in."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """Gives texts in the language of a catalogue; as they are without one."""

    words: Catalogue | None = None

    def __call__(self, text: str) -> str:
        """A text of ``TEXTS`` with its gaps filled in."""
        if self.words is None or not text:
            return text
        # Their own context keeps short texts with gaps (*{} in {}.*) away from the sentences of rules.
        return self.words.reported(text)

    def place(self, where: str, line: int = 0) -> str:
        """The name of a place, ``draft`` for none, with the line of the file."""
        parts = (where or "draft").split(_APART)
        named = _APART.join(self(part) for part in parts) if self.words is not None else where or "draft"
        return named if not line else f"{named}{_APART}{self(f'line {line}')}"

    def count(self, number: int, one: str, several: str = "", *, grouped: bool = False) -> str:
        """A number with the noun for it, in the number that the language asks for; ``grouped`` sets its thousands apart."""
        figures = self.number(number) if grouped else str(number)
        if self.words is None:
            return f"{figures} {one if number == 1 else several or one + 's'}"
        # What English leaves as it is (*2 info*) has a plural in other languages.
        plural = several if several not in ("", one) else f"{one}s"
        return self(f"{figures} {one if number in _SINGULAR.get(self.words.language, (1,)) else plural}")

    def number(self, number: int) -> str:
        """A number with its thousands apart as the language sets them."""
        return f"{number:,}" if self.words is None else f"{number:,}".replace(",", "\u00a0")

    def paragraphs(self, preambular: int, operative: int) -> str:
        """How many paragraphs a draft has, *2 preambular and 3 operative paragraphs*; empty for none."""
        counts = [(number, part) for number, part in ((preambular, "preambular"), (operative, "operative")) if number]
        if self.words is not None:
            return self(" and ".join(self.count(number, f"{part} paragraph") for number, part in counts))
        noun = "paragraph" if counts and counts[-1][0] == 1 else "paragraphs"
        return f"{' and '.join(f'{number} {part}' for number, part in counts)} {noun}" if counts else ""


ENGLISH = Spoken()
"""Says texts as they are."""
