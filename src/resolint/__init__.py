"""Authoring and linting toolkit for United Nations draft resolutions.

The public API are verbs over bytes and one ``Session`` that they share: see ``docs/api.md``.
"""

from typing import TYPE_CHECKING

from resolint.version import __version__

if TYPE_CHECKING:
    from resolint.errors import ResolintError
    from resolint.pipeline import (
        Session,
        agreed,
        annotate,
        attest,
        build,
        citations,
        clean,
        compare,
        export,
        fix,
        lint,
        load,
        redline,
        review,
        suggest,
    )
    from resolint.writing import Annotation

__all__ = [
    "Annotation",
    "ResolintError",
    "Session",
    "__version__",
    "agreed",
    "annotate",
    "attest",
    "build",
    "citations",
    "clean",
    "compare",
    "export",
    "fix",
    "lint",
    "load",
    "redline",
    "review",
    "suggest",
]

_HOMES = {"Annotation": "writing", "ResolintError": "errors"}


def __getattr__(name: str) -> object:
    """A public name, imported when it is first asked for: whoever needs one verb does not wait for all."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"resolint.{_HOMES.get(name, 'pipeline')}"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
