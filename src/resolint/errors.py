"""The exceptions a user may meet.

Every one of them carries a single sentence that says what is wrong, where, and what to do about it. The
command line prints that sentence and exits with code 2; a program that uses resolint as a library catches
``ResolintError``.
"""

from collections.abc import Sequence


class ResolintError(Exception):
    """The root: something the user gave cannot be used. ``str(error)`` is one plain sentence."""


class UnreadableDraft(ResolintError):
    """A draft that is missing, damaged, encrypted, hostile or of a kind resolint does not read."""


class BadConfiguration(ResolintError):
    """A configuration file, profile, baseline or option that cannot be used; names file, key and cure."""


class NoSuchChoice(BadConfiguration, ValueError):
    """A keyword of a verb with a value that does not exist; names those that do."""


class BadCard(ResolintError):
    """A rule card with a fault; names file, line, key and what is allowed."""


class CannotWrite(ResolintError):
    """An output that could not be written; nothing was left half-written."""


class BadCounts(ResolintError):
    """A file of counts of word sequences that is missing, damaged or none at all."""


def choose(keyword: str, value: str, allowed: Sequence[str]) -> None:
    """Raises NoSuchChoice where ``value``, given as ``keyword``, is none of those that are ``allowed``."""
    if value not in allowed:
        raise NoSuchChoice(f"{keyword}: there is no {value!r}; write one of {', '.join(allowed)}")
