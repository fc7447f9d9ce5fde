"""``resolint profiles``: the conventions of the bodies."""

from __future__ import annotations

import click

from resolint.cli import choices, completing, terminal
from resolint.pipeline import rules as desk


@click.group("profiles")
def command() -> None:
    """List and show the conventions of the bodies."""


@command.command("list")
@click.option("--format", "-f", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@choices.rules
def list_profiles(form: str, folders: tuple[str, ...]) -> None:
    """List the profiles, one for each body."""
    profiles = desk.profiles(desk.project_folders(folders))
    if form == "json":
        import json

        rows = [{"name": one.name, "title": one.title, "extends": list(one.chain[1:])} for one in profiles]
        terminal.write_utf8(json.dumps({"profiles": rows}, ensure_ascii=False, indent=2) + "\n")
        return
    room = max(len(one.name) for one in profiles)
    terminal.write("".join(f"{one.name:<{room}}  {one.title}\n" for one in profiles))


@command.command("show")
@click.argument("name", shell_complete=completing.profiles)
@choices.rules
def show_profile(name: str, folders: tuple[str, ...]) -> None:
    """Show what the profile NAME asks for: how it is recognised, what it rates otherwise, what it leaves out."""
    own = desk.project_folders(folders)
    one = desk.find_profile(name, own)
    lines = [f"{one.name}: {one.title}"]
    if len(one.chain) > 1:
        lines.append(f"extends {', then '.join(one.chain[1:])}")
    signs = {"symbols": "symbols that begin with", "organs": "the organ named as", "labels": "the labels"}
    for key, words in signs.items():
        if one.detect.get(key):
            lines.append(f"recognised by {words} {', '.join(one.detect[key])}")
    names = {row["id"]: row["name"] for row in desk.card_rows(folders=own)}
    for title, rows in (
        ("Rated here as", dict(one.severities)),
        ("Not held here", dict(one.off)),
        ("Held only here", dict.fromkeys(one.on, "")),
    ):
        if rows:
            lines += ["", f"{title}:"]
            lines += [
                "  " + " ".join(part for part in (rule, names.get(rule, "")) if part) + (f": {why}" if why else "")
                for rule, why in sorted(rows.items())
            ]
    if one.options:
        lines += ["", "Options:"]
        lines += [
            f"  {rule}.{key} = {value!r}" for rule, own in sorted(one.options.items()) for key, value in own.items()
        ]
    terminal.write("".join(f"{line}\n" for line in lines))
