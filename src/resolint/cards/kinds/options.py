"""The options of each declarative kind: what may be written, and what must be."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from resolint.cards.nearest import hint

__all__ = ["OPTIONS", "PARTS", "VALUES", "WrongOption", "validate"]


PARTS = (
    "title",
    "preamble",
    "operative",
    "annex",
    "headings",
    "footnotes",
    "body",
    "masthead",
    "organ line",
    "closing",
)
"""The parts that the option ``parts`` may name."""


class WrongOption(ValueError):
    """An option that cannot be used; ``key`` is its name, ``str(error)`` says what is allowed."""

    def __init__(self, key: str, words: str) -> None:
        super().__init__(words)
        self.key = key


def _text(key: str, value: Any) -> None:
    if not isinstance(value, str) or not value:
        raise WrongOption(key, "a text in double quotation marks is needed")


def _flag(key: str, value: Any) -> None:
    if not isinstance(value, bool):
        raise WrongOption(key, "true or false is needed")


def _number(key: str, value: Any) -> None:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise WrongOption(key, "a whole number is needed")


def _texts(key: str, value: Any) -> None:
    if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
        raise WrongOption(key, 'a list of texts is needed, such as ["one", "two"]')


def _parts(key: str, value: Any) -> None:
    _texts(key, value)
    for part in value:
        _word(PARTS)(key, part)


def _word(allowed: tuple[str, ...]) -> Callable[[str, Any], None]:
    def test(key: str, value: Any) -> None:
        if value not in allowed:
            raise WrongOption(key, f"'{value}' is not allowed; {hint(str(value), allowed)} ({', '.join(allowed)})")

    return test


def _pairs(key: str, value: Any) -> None:
    if not isinstance(value, dict) or not all(isinstance(entry, str) for entry in value.values()):
        raise WrongOption(key, f'a table is needed: a line [options.{key}], then lines such as "avoid" = "prefer"')


def _lists(key: str, value: Any) -> None:
    if not isinstance(value, dict):
        raise WrongOption(key, f'a table is needed: a line [options.{key}], then lines such as name = ["one", "two"]')
    for name, entry in value.items():
        _texts(f"{key}.{name}", entry)


def _rewrites(key: str, value: Any) -> None:
    if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
        raise WrongOption(key, "a list of tables is needed, such as [{ find = 'a{1,2}', put = 'b' }]")
    for entry in value:
        for name, words in entry.items():
            if name not in _REWRITE or not isinstance(words, str):
                raise WrongOption(key, f"'{name}' is not allowed; {hint(name, _REWRITE)} ({', '.join(_REWRITE)})")
        if not entry.get("find"):
            raise WrongOption(key, "every entry needs a pattern: find")
        if "case" in entry:
            _word(_CASES)(key, entry["case"])


_REWRITE = ("find", "put", "say", "tell", "case", "level", "severity", "since", "until", "apart")
_CASES = ("lower", "title", "ordinal", "ordinal title", "day", "narrow")
_PLACES = {
    "parts": _parts, "skip_quoted": _flag, "skip_names": _flag,
    "unless": _texts, "unless_patterns": _texts, "unless_draft": _texts,
}  # fmt: skip
_TABLE = {"table": _text, "where": _lists, "split": _text}
_WORDING = {"match_case": _flag}

OPTIONS: Mapping[str, Mapping[str, Callable[[str, Any], None]]] = {
    "forbid": {
        "terms": _texts,
        "patterns": _texts,
        "having": _texts,
        "column": _text,
        **_TABLE,
        **_PLACES,
        **_WORDING,
    },
    "swap": {
        "pairs": _pairs,
        "avoid": _text,
        "prefer": _text,
        "level": _text,
        "names": _flag,
        "once": _flag,
        "doubtful_patterns": _texts,
        **_TABLE,
        **_PLACES,
        **_WORDING,
    },
    "rewrite": {"rewrites": _rewrites, "many": _number, **_PLACES},
    "require": {
        "part": _word(PARTS),
        "terms": _texts,
        "patterns": _texts,
        "each": _flag,
        "when_terms": _texts,
        "when_patterns": _texts,
        **_PLACES,
        **_WORDING,
    },
    "consistent": {"groups": _lists, "column": _text, **_TABLE, **_PLACES, **_WORDING},
    "sequence": {
        "pattern": _text,
        "terms": _texts,
        "style": _word(("arabic", "roman", "letter", "text")),
        "order": _word(("consecutive", "ascending")),
        "start": _number,
        "per": _word(("act", "document")),
        **_PLACES,
        **_WORDING,
    },
}
"""For each kind its options and the test of each."""

VALUES: Mapping[str, tuple[str, ...]] = {
    "forbid": ("text",),
    "swap": ("text", "prefer"),
    "rewrite": ("text", "prefer"),
    "require": ("text", "part", "wanted"),
    "consistent": ("text", "prefer", "count", "others"),
    "sequence": ("text", "expected", "previous"),
}
"""What the message of each kind may mention in braces."""

_SOURCES: Mapping[str, tuple[str, ...]] = {
    "forbid": ("terms", "patterns", "table"),
    "swap": ("pairs", "table"),
    "rewrite": ("rewrites",),
    "require": ("terms", "patterns"),
    "consistent": ("groups", "table"),
    "sequence": ("pattern", "terms"),
}
_WITH_TABLE: Mapping[str, tuple[str, ...]] = {
    "forbid": ("column",),
    "swap": ("avoid", "prefer"),
    "consistent": ("column",),
}


def validate(kind: str, options: Mapping[str, Any]) -> None:
    """Test the ``options`` of a card of ``kind``. Raises WrongOption."""
    known = OPTIONS[kind]
    for key, value in options.items():
        if key not in known:
            raise WrongOption(key, f"a rule of the kind {kind} has no such option; {hint(key, known)}")
        known[key](key, value)
    sources = _SOURCES[kind]
    if not any(options.get(key) for key in sources):
        raise WrongOption(sources[0], f"a rule of the kind {kind} needs {' or '.join(sources)}")
    needed = ("part",) if kind == "require" else _WITH_TABLE.get(kind, ()) if "table" in options else ()
    for key in needed:
        if key not in options:
            raise WrongOption(
                key, "the option is missing" + (", it names a column of the table" if "table" in options else "")
            )


def validate_patterns(options: Mapping[str, Any]) -> None:
    """Test that every pattern in ``options`` is one and cannot run away. Raises WrongOption."""
    from resolint.cards.kinds.patterns import Runaway, compiled

    for key, pattern in patterns_in(options):
        try:
            found = compiled(pattern)
        except Runaway as error:
            raise WrongOption(key, str(error)) from None
        if key == "pattern" and found.groups != 1:
            raise WrongOption(key, f"'{pattern}' needs one group in parentheses, around what is counted")


def patterns_in(options: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Every pattern in ``options``, with its key."""
    for key in ("pattern", "patterns", "unless_patterns", "when_patterns", "doubtful_patterns", "rewrites"):
        given = options.get(key, ())
        given = [entry["find"] for entry in given] if key == "rewrites" else given
        yield from ((key, pattern) for pattern in ((given,) if isinstance(given, str) else given))
