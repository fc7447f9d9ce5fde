"""Where everything meets: the public Python API of resolint.

``load`` reads a draft, ``lint`` checks it, ``lint_many`` checks many, ``show`` says what it is made of. Every
function raises ``ResolintError`` with one plain sentence for what it cannot use, and nothing else that is the
user's to mend.
"""

from resolint.pipeline.baseline import Baseline
from resolint.pipeline.baseline import read as read_baseline
from resolint.pipeline.baseline import write as write_baseline
from resolint.pipeline.drafts import load
from resolint.pipeline.files import read_bytes, walk
from resolint.pipeline.linter import DEFAULT_FAIL_ON, MANY, Linter, Outcome, Settings, default_jobs, lint, lint_many
from resolint.pipeline.output import refuse_existing, write_bytes, write_text

__all__ = [
    "DEFAULT_FAIL_ON",
    "MANY",
    "Baseline",
    "Linter",
    "Outcome",
    "Settings",
    "default_jobs",
    "lint",
    "lint_many",
    "load",
    "read_baseline",
    "read_bytes",
    "refuse_existing",
    "show",
    "walk",
    "write_baseline",
    "write_bytes",
    "write_text",
]

from resolint.model import Document


def show(document: Document, format: str = "text", *, width: int = 80, color: bool = False) -> str:
    """What ``document`` is made of, as an outline (``text``), structure (``json``) or in the notation (``md``).

    Raises ValueError for a format that does not exist.
    """
    if format == "md":
        from resolint import notation

        return notation.write(document)
    from resolint.report import outline

    if format == "json":
        return outline.to_json(document)
    if format == "text":
        return outline.to_text(document, width=width, color=color)
    raise ValueError(f"there is no format {format!r}: choose text, json or md")
