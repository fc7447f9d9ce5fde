"""``resolint templates``: which there are, what one asks, and whether they work."""

from __future__ import annotations

import json

import click

from resolint.cli import completing, terminal

_FORMAT = click.Choice(["text", "json"])


@click.group("templates", short_help="List, show and check the templates for drafts.")
def command() -> None:
    """List, show and check the templates that ``resolint new`` fills in."""


@command.command("list")
@click.option("--format", "-f", "form", type=_FORMAT, default="text", show_default=True)
def list_(form: str) -> None:
    """List the templates."""
    from resolint.pipeline import building

    found = [building.read_template(name) for name in building.template_names()]
    if form == "json":
        rows = [{"name": t.name, "title": t.title, "profile": t.profile, "bodies": list(t.bodies)} for t in found]
        terminal.write_utf8(json.dumps(rows, ensure_ascii=False, indent=2) + "\n")
        return
    width = max(len(template.name) for template in found)
    terminal.write("".join(f"{template.name:<{width}}  {template.title}\n" for template in found))


@command.command("show")
@click.argument("name", shell_complete=completing.templates)
@click.option("--format", "-f", "form", type=_FORMAT, default="text", show_default=True)
@click.option("--example", is_flag=True, help="Show the draft that the template's own example answers make.")
def show(name: str, form: str, example: bool) -> None:
    """Show what the template NAME asks, with a file of answers to begin with."""
    from resolint.pipeline import building

    if example:
        terminal.write_utf8(building.example(name)[1])
        return
    template = building.read_template(name)
    if form == "json":
        questions = [
            {
                "key": q.key, "ask": q.ask, "kind": q.kind, "default": q.default, "required": q.required,
                "help": q.help, "choices": list(q.choices),
            }
            for q in template.questions
        ]  # fmt: skip
        shown = {"name": template.name, "title": template.title, "about": template.about, "profile": template.profile}
        terminal.write_utf8(json.dumps({**shown, "questions": questions}, ensure_ascii=False, indent=2) + "\n")
        return
    lines = [f"{template.name}: {template.title}", template.about, f"Profile: {template.profile}", ""]
    for question in template.questions:
        notes = [] if question.required else ["may stay empty"]
        notes += [f"by default {question.default}"] if question.default else []
        more = f" ({', '.join(notes)})" if notes else ""
        lines.append(f"{question.key}: {question.ask}{more}")
        lines += [f"    {question.help}"] if question.help else []
        lines += [f"    One of: {', '.join(question.choices)}"] if question.choices else []
    terminal.write("\n".join(lines) + "\n")


@command.command("check")
@click.argument("names", nargs=-1, shell_complete=completing.templates)
def check(names: tuple[str, ...]) -> int:
    """Fill templates with their own example answers and lint what they make; exit 1 if anything is found."""
    from resolint.pipeline import building

    faulty = 0
    for name in names or building.template_names():
        error, findings = building.check_template(name)
        faulty += bool(error or findings)
        if error:
            terminal.write(f"{name}: {error}\n")
        for finding in findings:
            terminal.write(f"{name}: {finding.where}: {finding.rule}: {finding.message}\n")
    checked = len(names or building.template_names())
    terminal.write(f"{checked} template{'s' if checked != 1 else ''} checked, {faulty} faulty\n")
    return 1 if faulty else 0
