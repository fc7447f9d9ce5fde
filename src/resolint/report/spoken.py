"""What reports say themselves, in the language of the user: places, counts, headings. Formats for programs stay English.

A text is looked up as a whole, with gaps for what is filled in; ``TEXTS`` are all that may be said, which the catalogues of
``rules/locale`` hold. Names of rules, files and profiles are not translated.
"""

from __future__ import annotations

from resolint.catalogue import Catalogue
from resolint.frozen import dataclass

__all__ = ["CONTEXT", "ENGLISH", "TEXTS", "Spoken"]

_APART = ", "
CONTEXT = "report: "
"""Stands before these texts in the catalogues."""

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
    "{} preambular and {} operative paragraphs",
    "{} preambular and {} operative paragraph",
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
    "Not among the findings ({})",
    "Authority: {}.",
    "Findings: {}",
    "What it finds",
    "Why it matters",
    "What to write",
    "Finding {}",
    "Finding {}, {}",
    "Finding {}, {}, {}",
    "Finding {}: show it in the text",
    "allowed in the draft",
    "allowed in the draft: {}",
    "known, in the baseline",
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
        return self.words.said(f"{CONTEXT}{text}").removeprefix(CONTEXT)

    def place(self, where: str, line: int = 0) -> str:
        """The name of a place, ``draft`` for none, with the line of the file."""
        parts = (where or "draft").split(_APART)
        named = _APART.join(self(part) for part in parts) if self.words is not None else where or "draft"
        return named if not line else f"{named}{_APART}{self(f'line {line}')}"

    def count(self, number: int, one: str, several: str = "") -> str:
        """A number with the noun for it."""
        return self(f"{number} {one if number == 1 else several or one + 's'}")


ENGLISH = Spoken()
"""Says texts as they are."""
