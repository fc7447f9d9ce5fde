"""Reference pages that are made from the product: its commands, configuration, JSON, rules and imports."""

from __future__ import annotations

import ast
import json
import re
import tomllib
from collections.abc import Iterator
from html import escape
from itertools import groupby
from pathlib import Path
from typing import Any

import click

from resolint.cards import load_cards
from resolint.cli.root import cli
from resolint.rule import Card

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "resolint"
_ROOM = 56
"""Examples up to this length have their words behind them, on the same line."""


def write(folder: Path) -> None:
    """Write all pages into ``folder``: parts of pages into ``_generated``, the rules into ``rules``."""
    parts, rules = folder / "_generated", folder / "rules"
    for place in (parts, rules):
        place.mkdir(exist_ok=True)
    (parts / "commands.md").write_text("\n".join(_commands()), encoding="utf-8")
    (parts / "configuration.md").write_text("\n".join(_configuration()), encoding="utf-8")
    (parts / "schemas.md").write_text("\n".join(_schemas()), encoding="utf-8")
    (parts / "architecture.svg").write_text(picture(), encoding="utf-8")
    for name, text in _rules():
        (rules / name).write_text(text, encoding="utf-8")


def examples() -> dict[str, dict[str, str]]:
    """Lines to type for each command, with what each does."""
    return tomllib.loads((ROOT / "docs/examples.toml").read_text(encoding="utf-8"))


def _commands() -> Iterator[str]:
    context = click.Context(cli, info_name="resolint")
    for name in cli.list_commands(context):
        command = cli.get_command(context, name)
        if command is not None:
            yield from _command(command, click.Context(command, info_name=f"resolint {name}", max_content_width=100), 2)


def _command(command: click.Command, context: click.Context, level: int) -> Iterator[str]:
    yield from (f"{'#' * level} {context.info_name}", "")
    if told := examples().get(str(context.info_name).split(" ", 1)[1]):
        room = max(map(len, told)) + 2
        short = [f"{line:<{room}}# {words}" if room < _ROOM else f"# {words}\n{line}" for line, words in told.items()]
        yield from ("```sh", *short, "```", "")
    yield from ("```text", command.get_help(context), "```", "")
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            if below is not None:
                whole = f"{context.info_name} {name}"
                yield from _command(below, click.Context(below, info_name=whole, max_content_width=100), level + 1)


def _configuration() -> Iterator[str]:
    schema = json.loads((ROOT / "docs/schemas/config.json").read_text(encoding="utf-8"))
    yield from ("| Key | Value | Meaning |", "|---|---|---|")
    for key, value in schema["properties"].items():
        yield f"| `{key}` | {_kind(value)} | {value.get('description', '').replace('|', ' or ')} |"


def _kind(value: dict[str, Any]) -> str:
    if "enum" in value:
        return ", ".join(f"`{one}`" for one in value["enum"])
    kind = value.get("type", "")
    return {"array": "list", "object": "table"}.get(kind, kind if isinstance(kind, str) else " or ".join(kind))


def _schemas() -> Iterator[str]:
    yield from ("| Schema | Of |", "|---|---|")
    for path in sorted((ROOT / "docs/schemas").glob("*.json")):
        schema = json.loads(path.read_text(encoding="utf-8"))
        about = schema.get("description") or schema.get("title") or ""
        yield f"| `docs/schemas/{path.name}` | {' '.join(about.split())} |"


def _rules() -> Iterator[tuple[str, str]]:
    titles = dict(
        line.split(",", 1) for line in (ROOT / "rules/data/families.csv").read_text(encoding="utf-8").splitlines()[1:]
    )
    cards = sorted(load_cards(examples=True), key=lambda card: card.id)
    families = {family: list(found) for family, found in groupby(cards, key=lambda card: card.family)}
    pages = "\n".join(families)
    yield (
        "index.md",
        f"# Rules\n\n{len(cards)} conventions, each a card whose examples are its tests.\n\n```{{toctree}}\n\n{pages}\n```\n",
    )
    for family, found in families.items():
        body = "\n".join(_card(card) for card in found)
        yield f"{family}.md", f"# {family}: {titles.get(family, family)}\n\n{body}"


def _card(card: Card) -> str:
    about = f"*{card.severity}*, confidence {card.confidence}{', off by default' if card.off else ''}. {card.authority}"
    parts = [f"## {card.id} {card.name}", "", about, ""]
    for title, words in card.prose.items():
        parts += [f"### {title}", "", words.strip(), ""] if words.strip() else []
    for example in card.examples:
        parts += [f"**{example.kind.capitalize()}**", "", "````text", example.source.strip(), "````", ""]
    return "\n".join(parts)


def picture() -> str:
    """The rooms by layer, and lines to the rooms that each uses, but for those that it also reaches over others."""
    layers = _layers()
    width, row, box = 1000, 78, 30
    places: dict[str, tuple[float, float, float]] = {}
    shapes: list[str] = []
    for number, rooms in enumerate(layers):
        room = width / len(rooms)
        for place, name in enumerate(rooms):
            size = min(room - 14, 8.2 * len(name) + 26)
            places[name] = (room * (place + 0.5), 24 + number * row, size)
    uses = _uses(places)
    for one, other in sorted(_direct(uses)):
        (x, y, _), (to, below, _) = places[one], places[other]
        shapes.append(
            f'<path d="M{x:.0f} {y + box} C{x:.0f} {y + box + 40} {to:.0f} {below - 40} {to:.0f} {below}" '
            'fill="none" stroke="currentColor" stroke-opacity=".4"/>'
        )
    for name, (x, y, size) in places.items():
        used = ", ".join(sorted(other for one, other in uses if one == name)) or "nothing below"
        shapes.append(
            f'<g><title>{escape(name)} uses {escape(used)}</title><rect x="{x - size / 2:.0f}" y="{y}" width="{size:.0f}" '
            f'height="{box}" rx="5" fill="#f6f3ea" stroke="#6b6350"/><text x="{x:.0f}" y="{y + 20}" text-anchor="middle" '
            f'font-size="14" font-family="sans-serif" fill="#222">{escape(name)}</text></g>'
        )
    height = row * len(layers) + 10
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" '
        f'aria-label="The rooms of resolint by layer">{"".join(shapes)}</svg>\n'
    )


def _direct(uses: set[tuple[str, str]]) -> set[tuple[str, str]]:
    """The pairs whose second room cannot be reached from the first over a third."""
    below: dict[str, set[str]] = {}

    def reached(room: str) -> set[str]:
        if room not in below:
            nearest = {other for one, other in uses if one == room}
            below[room] = nearest.union(*map(reached, nearest))
        return below[room]

    return {
        (one, other)
        for one, other in uses
        if not any(other in reached(third) for first, third in uses if first == one and third != other)
    }


def _layers() -> list[list[str]]:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    layers = next(one["layers"] for one in contracts if one["containers"] == ["resolint"])
    return [
        [name for part in re.split(r"[|:]", layer) if (name := part.strip(" ()")) and _exists(name)] for layer in layers
    ]


def _exists(room: str) -> bool:
    return (SOURCE / room).is_dir() or (SOURCE / f"{room}.py").is_file()


def _uses(rooms: dict[str, Any]) -> set[tuple[str, str]]:
    """Which room imports which, read off the sources."""
    found = set()
    for room in rooms:
        files = sorted((SOURCE / room).rglob("*.py")) if (SOURCE / room).is_dir() else [SOURCE / f"{room}.py"]
        for path in files:
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                for name in _imported(node):
                    if name in rooms and name != room:
                        found.add((room, name))
    return found


def _imported(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.ImportFrom) and node.module:
        parts = node.module.split(".")
        if parts == ["resolint"]:
            yield from (alias.name for alias in node.names)
        elif parts[0] == "resolint":
            yield parts[1]
    elif isinstance(node, ast.Import):
        yield from (alias.name.split(".")[1] for alias in node.names if alias.name.startswith("resolint."))
