"""Every pattern of the package and of the cards on the text it likes best: the work grows with the text, not with its square.

A pattern is tried on 20,000 characters of every token it holds, the way the code uses it (searched, or matched at one
place). What counts is growth: where the text doubles, the work may double with ample room, but not become fourfold.
"""

from __future__ import annotations

import ast
import pkgutil
import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from time import process_time
from typing import Any, NamedTuple

import pytest

import resolint
from resolint import cards
from resolint.cards.kinds.patterns import Runaway, ways
from resolint.regex import _Lazy
from tests.support.rows import try_each

pytestmark = pytest.mark.deep

LONGEST = 20_000
NEGLIGIBLE = 0.02
"""Seconds of work below which growth cannot be told from noise and harms nobody."""
GROWTH = 3.0
"""Between twice (linear) and four times (quadratic) for twice the text."""
PORTIONS = 40
_ANCHORED = ("match", "fullmatch")
_OF_A_WINDOW = ("hyphens._TAIL", "references._TWO_WORDS")
"""Searched in the last hundred characters of a text at most, as the code around them says."""
_SILENT = ("pattern", "flags", "groups", "groupindex")


class Known(NamedTuple):
    """A pattern of the package; ``ways`` are the methods that the code calls, ``finditer`` for all that search."""

    name: str
    source: str
    flags: int
    ways: frozenset[str]


def _modules() -> list[str]:
    found = pkgutil.walk_packages(resolint.__path__, "resolint.")
    return [module.name for module in found if not module.name.endswith("__main__")]


def _uses(modules: list[str]) -> dict[tuple[str, str], set[str]]:
    """How each name is used, by module; a public one, which others import, by any module under its name alone."""
    found: dict[tuple[str, str], set[str]] = {}
    for module in modules:
        spec = find_spec(module)
        assert spec is not None and spec.origin is not None
        tree = ast.parse(Path(spec.origin).read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            for child in ast.iter_child_nodes(node):
                name = (
                    child.id if isinstance(child, ast.Name) else child.attr if isinstance(child, ast.Attribute) else ""
                )
                if not name or isinstance(getattr(child, "ctx", None), ast.Store):
                    continue
                how = node.attr if isinstance(node, ast.Attribute) else "finditer"
                if how not in _SILENT:
                    found.setdefault((module if name.startswith("_") else "", name), set()).add(
                        how if how in _ANCHORED else "finditer"
                    )
    return found


@cache
def known_patterns() -> list[Known]:
    """The patterns at the top of all modules, each once; found when a test asks, for every run collects this module."""
    modules = _modules()
    uses = _uses(modules)
    found: dict[tuple[str, int], Known] = {}
    for module in modules:
        for name, value in vars(import_module(module)).items():
            if not isinstance(value, _Lazy | re.Pattern) or not isinstance(value.pattern, str):
                continue
            key = (value.pattern, value.flags)
            how = frozenset(uses.get((module if name.startswith("_") else "", name), {"finditer"})) | (
                found[key].ways if key in found else frozenset()
            )
            found[key] = Known(f"{module}.{name}", *key, how)
    return list(found.values())


def tokens(source: str, flags: int) -> list[str]:
    """The words, signs and samples of classes that a pattern holds, each alone and with a blank behind it."""
    from re import _parser  # type: ignore[attr-defined]

    found: dict[str, None] = {}
    _gather(_parser.parse(source, flags), found)
    return [*found, *(f"{token} " for token in found if token.strip())]


def _gather(parts: Any, found: dict[str, None]) -> None:
    run = ""
    for code, argument in [*parts, (None, None)]:
        if str(code) == "LITERAL":
            run += chr(argument)
            found[chr(argument)] = None
            continue
        if run:
            found[run] = None
            run = ""
        if str(code) == "IN":
            found.update(dict.fromkeys(_samples(argument)))
        elif str(code) in ("ANY", "NOT_LITERAL"):
            found["a"] = None
        else:
            for inner in _inside(str(code), argument):
                _gather(inner, found)


def _inside(code: str, argument: Any) -> list[Any]:
    if code.endswith("REPEAT"):
        return [argument[2]]
    if code == "SUBPATTERN":
        return [argument[-1]]
    if code in ("ASSERT", "ASSERT_NOT"):
        return [argument[1]]
    return [argument] if code == "ATOMIC_GROUP" else list(argument[1]) if code == "BRANCH" else []


def _samples(members: Any) -> Iterator[str]:
    listed = [(str(code), argument) for code, argument in members]
    if listed[0][0] == "NEGATE":
        taken = {chr(argument) for code, argument in listed if code == "LITERAL"}
        yield from [sign for sign in "aA1 ,.(\n" if sign not in taken][:4]
        return
    for code, argument in listed[:8]:
        if code == "LITERAL":
            yield chr(argument)
        elif code == "RANGE":
            yield chr(argument[0])
        elif code == "CATEGORY":
            yield {"CATEGORY_DIGIT": "1", "CATEGORY_SPACE": " ", "CATEGORY_WORD": "a"}.get(str(argument), ",")


def _work(pattern: re.Pattern[str], how: str, text: str) -> float:
    start = process_time()
    if how == "finditer":
        for _ in pattern.finditer(text):
            pass
    else:
        getattr(pattern, how)(text)
    return process_time() - start


def runs_away(source: str, flags: int, how: str) -> str:
    """The token on which the work grows faster than the text, empty if there is none."""
    pattern = re.compile(source, flags)
    for token in tokens(source, flags):
        size, before = LONGEST // 8, 0.0
        if _work(pattern, how, (token * size)[:size]) < NEGLIGIBLE / 100:
            continue  # even its square would be nothing at full length
        while size <= LONGEST:
            text = (token * (size // len(token) + 1))[:size]
            work = _work(pattern, how, text)
            if work > NEGLIGIBLE and (not before or work > GROWTH * before):
                half, whole = (min(_work(pattern, how, part) for _ in range(3)) for part in (text[: size // 2], text))
                if whole > NEGLIGIBLE and whole > GROWTH * half:
                    return token
            before, size = work, size * 2
    return ""


def in_proportion(known: Known) -> None:
    for how in sorted(known.ways):
        assert not runs_away(known.source, known.flags, how), f"{how} of {known.source}"


@pytest.mark.parametrize("portion", range(PORTIONS))
def test_patterns_of_the_package_work_in_proportion_to_the_text(portion: int) -> None:
    found = [known for known in known_patterns() if not known.name.endswith(_OF_A_WINDOW)]
    try_each(found[portion::PORTIONS], in_proportion, lambda known: known.name)


def test_a_pattern_that_runs_away_is_found_out() -> None:
    assert runs_away(r"[A-Z]+x", 0, "finditer") == "A"
    assert not runs_away(r"[A-Z]+x", 0, "match")
    assert runs_away(r"(?:a|aa)*b", 0, "match") or runs_away(r"\s*,\s*", 0, "finditer")
    assert not runs_away(r"\b[A-Z]{1,40}+x", 0, "finditer")


def _of_cards() -> Iterator[tuple[str, str]]:
    for card in cards.load_cards():
        for key in ("pattern", "patterns", "unless_patterns", "when_patterns"):
            value = card.options.get(key)
            for pattern in (
                (value,) if isinstance(value, str) else value or () if isinstance(value, tuple | list) else ()
            ):
                if isinstance(pattern, str):
                    yield card.id, pattern


@pytest.mark.parametrize(("card", "pattern"), list(_of_cards()))
def test_our_own_cards_keep_the_limits_of_other_peoples(card: str, pattern: str) -> None:
    try:
        ways(pattern)
    except Runaway as error:
        pytest.fail(f"{card}: {error}")
