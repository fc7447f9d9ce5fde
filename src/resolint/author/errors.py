"""What cannot be written or filled in."""

from __future__ import annotations

from resolint.errors import ResolintError


class NotWritable(ResolintError):
    """A draft that cannot become a Word file: names file, line and column, and what to change."""


class BadTemplate(ResolintError):
    """A template with a fault; names the file, the key and what is allowed."""


class BadAnswer(ResolintError):
    """An answer that is missing, contradicts another one or cannot be used; names the question."""
