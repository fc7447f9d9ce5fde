"""``resolint rules``: list, explain, test and begin rules."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from resolint.cli import choices, completing, terminal
from resolint.cli.giving import colored, give, room
from resolint.cli.output import refuse_document, write_text
from resolint.cli.root import FINDINGS
from resolint.pipeline import Session, explaining
from resolint.pipeline import rules as desk
from resolint.pipeline.rendering import wrapped
from resolint.rule import Card, Example

_SIDES = 90
"""Columns from which on wrong and right stand side by side."""
_MOST = 6
_SEVERITY = {"error": "error", "warning": "warning", "info": "info"}


@click.group("rules")
def command() -> None:
    """List, explain, test and begin rules."""


@command.command("list")
@click.option("--format", "-f", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option(
    "--profile",
    metavar="NAME",
    shell_complete=completing.profiles,
    help="Only the rules that run for this body, as it rates them.",
)
@click.option(
    "--language",
    type=click.Choice(["en", "fr", "es", "ru", "zh", "ar"]),
    help="Only the rules that run on drafts in this language.",
)
@choices.rules
def list_rules(form: str, profile: str | None, language: str | None, folders: tuple[str, ...]) -> None:
    """List the rules."""
    own = desk.project_folders(folders)
    rows = desk.card_rows(profile, own, language=language)
    if form == "json":
        import json

        terminal.write_utf8(json.dumps({"rules": rows}, ensure_ascii=False, indent=2) + "\n")
        return
    titles = desk.families(own)
    lines: list[str] = []
    family = ""
    room = max((len(row["name"]) for row in rows), default=0)
    for row in rows:
        if row["family"] != family:
            family = row["family"]
            lines += [""] if lines else []
            lines.append(f"{family}  {titles.get(family, '')}".rstrip())
        lines.append(f"  {row['id']}  {row['name']:<{room}}  {_aside(row)}")
    lines += ["", f"{len(rows)} rules; 'resolint rules explain ID' tells what one is about"]
    terminal.write("".join(f"{line}\n" for line in lines))


def _aside(row: dict[str, Any]) -> str:
    parts = [_SEVERITY[row["severity"]]]
    if row["fix"] is not None:
        parts.append(f"{row['fix']} fix" if row["fix"] != "advice" else "advice")
    if row["bodies"]:
        parts.append("only " + ", ".join(row["bodies"]))
    if row["off"]:
        parts.append("off by default")
    return ", ".join(parts)


@command.command("explain", short_help="Tell what a rule is about.")
@click.argument("rule", metavar="ID|NAME", shell_complete=completing.rules)
@click.option("--format", "-f", "form", type=click.Choice(["text", "html"]), default="text", show_default=True)
@click.option("--output", "-o", type=click.Path(dir_okay=False), metavar="FILE", help="Write to FILE.")
@choices.force
@click.option("--color/--no-color", default=None, help="Colours, by default on a terminal only.")
@choices.rules
def explain(
    rule: str, form: str, output: str | None, force: bool, color: bool | None, folders: tuple[str, ...]
) -> None:
    """Tell what a rule finds, wrong and right side by side, why it matters, what to write, and on whose authority.

    Also where bodies and conferences differ, how many adopted texts keep it, and which rules are related.
    """
    refuse_document(output, force)
    own = desk.project_folders(folders)
    card = desk.find_card(rule, own)
    session = Session(rules=own, no_config=True)
    color = colored(form, output, color)
    if form == "html":
        text = explaining.rule_page(card, session)
    else:
        width = min(room(form, output)[0], 110)
        text = "".join(f"{line.rstrip()}\n" for line in _explained(card, width, session, color))
    give(text, form, output, color=color)


def _explained(card: Card, width: int, session: Session, color: bool) -> Iterator[str]:
    say = explaining.speaker(session)
    yield f"{card.id} {card.name}"
    facts = [_SEVERITY[card.severity], f"{card.confidence} confidence"]
    facts.append({None: "no fix", "advice": "advice"}.get(card.fix, f"{card.fix} fix"))
    if card.bodies:
        facts.append(f"only for {', '.join(card.bodies)}")
    if card.since:
        facts.append(f"since {card.since}")
    if card.until:
        facts.append(f"until {card.until}")
    yield ", ".join(map(say, facts))
    if card.off:
        yield from wrapped(say(f"Off by default: {card.off}"), width)
    for place, (title, words) in enumerate(explaining.reasons(card, session)):
        yield ""
        yield title
        yield from _prose(words, width)
        if not place:
            yield from _beside(explaining.beside(card, session), width, color, say)
    yield ""
    yield say("Authority")
    said = card.authority.rstrip(".")
    yield from wrapped(f"{said[:1].upper()}{said[1:]}.", width, "  ")
    yield from _around(card, session, width, say)
    # The options of a declarative card are the rule itself, which the prose has told already.
    if card.options and card.check == "code":
        yield ""
        yield say("Options")
        for key, value in card.options.items():
            yield from wrapped(f"{key} = {value!r}", width, "    ", "  ")
    yield from _examples(card, width, say)


def _around(card: Card, session: Session, width: int, say: explaining.Spoken) -> Iterator[str]:
    """How often adopted texts keep the rule, where it is otherwise, and what is near it."""
    known = explaining.facts(card, session)
    if known.texts:
        texts, keeping = say.number(known.texts), say.number(known.keeping)
        yield from wrapped(say(f"Of {texts} adopted texts on which it was tried, {keeping} keep it."), width, "  ")
    if known.bodies:
        yield ""
        yield say("Where it is otherwise")
        for body, words in known.bodies:
            yield from wrapped(f"{body}: {words}", width, "    ", "  ")
    if known.near:
        yield ""
        yield say("Related")
        yield from wrapped(", ".join(f"{one.id} {one.name}" for one in known.near), width, "  ")


def _beside(pairs: Sequence[explaining.Pair], width: int, color: bool, say: explaining.Spoken) -> Iterator[str]:
    """Wrong and right side by side, or below one another where the terminal is narrow."""
    wide = width >= _SIDES
    half = (width - 7) // 2 if wide else width - 6
    for pair in pairs[:_MOST]:
        yield ""
        where = f" (profile {pair.profile})" if pair.profile else ""
        left = explaining.as_lines(pair.wrong, half, color)
        right = explaining.as_lines(pair.right, half, color)
        if wide:
            yield f"  {say(f'Not so{where}'):<{half}} | {say('But so') if right else ''}"
            for at in range(max(len(left), len(right))):
                one, size = left[at] if at < len(left) else ("", 0)
                other = right[at][0] if at < len(right) else ""
                yield f"  {one}{' ' * (half - size)} | {other}"
        else:
            yield f"  {say(f'Not so{where}')}"
            yield from (f"    {line}" for line, _ in left)
            if right:
                yield f"  {say('But so')}"
                yield from (f"    {line}" for line, _ in right)


def _prose(words: str, width: int) -> Iterator[str]:
    """Paragraphs filled to the width; lines of lists and tables as they stand."""
    paragraph: list[str] = []
    for line in [*words.splitlines(), ""]:
        stripped = line.strip()
        if stripped.startswith(("-", "|", "```", ">")) or line.startswith("    "):
            if paragraph:
                yield from wrapped(" ".join(paragraph), width, "  ")
                paragraph = []
            yield from wrapped(stripped, width, "    ", "  ")
        elif stripped:
            paragraph.append(stripped)
        elif paragraph:
            yield from wrapped(" ".join(paragraph), width, "  ")
            paragraph = []


def _examples(card: Card, width: int, say: explaining.Spoken) -> Iterator[str]:
    titles = {"bad": "Not so", "fixed": "But so", "good": "Good as it is"}
    for example in card.examples:
        profile = example.options.get("profile")
        yield ""
        yield say(titles[example.kind] + (f" (profile {profile})" if profile else ""))
        for line in _marked(example).strip("\n").split("\n"):
            yield from wrapped(line, width, "  ")


def _marked(example: Example) -> str:
    """The source with each fault between »«, as a printer's reader would point at it."""
    text = example.source
    for start, end in sorted(example.marked, reverse=True):
        text = f"{text[:start]}»{text[start:end]}«{text[end:]}"
    return text


@command.command("test", short_help="Run the examples of cards.")
@click.argument("rules", metavar="[ID|PATH]...", nargs=-1)
@choices.rules
def test(rules: tuple[str, ...], folders: tuple[str, ...]) -> None:
    """Run the examples of cards: of all, or of those named by id, name, family, file or folder.

    A bad example must yield exactly the faults it marks, a fixed one must be what the fixes make of it, a good one
    must yield nothing, from no other rule either; all fixes together must come to rest. Exit code 1 tells that an example
    does not hold.
    """
    cards, examples, faults = desk.check_examples(rules, desk.project_folders(folders))
    for fault in faults:
        terminal.write(f"{fault}\n")
    words = f"{cards} {'rule' if cards == 1 else 'rules'}, {examples} {'example' if examples == 1 else 'examples'}"
    if faults:
        terminal.write(f"{words}: {len(faults)} {'fault' if len(faults) == 1 else 'faults'}\n")
        sys.exit(FINDINGS)
    terminal.write(f"{words}: all hold\n")


@command.command("new", short_help="Write the skeleton of a card.")
@click.argument("rule_id", metavar="ID")
@click.argument("name")
@click.option(
    "--folder",
    type=click.Path(file_okay=False),
    metavar="FOLDER",
    help="Where the cards are; by default the nearest folder 'rules'.",
)
def new(rule_id: str, name: str, folder: str | None) -> None:
    """Write the skeleton of a card for the rule ID, called NAME after the fault it finds."""
    path, text = desk.new_card(rule_id, name, folder)
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    write_text(path, text)
    terminal.write(f"{path}: written; fill it in, then run 'resolint rules test {rule_id}'\n")
