"""``resolint new``: asks what a draft needs and writes it."""

from __future__ import annotations

import datetime
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from resolint import pipeline
from resolint.cli import completing, terminal
from resolint.cli.files import read_bytes
from resolint.cli.output import refuse_existing, write_bytes, write_text
from resolint.cli.root import complain
from resolint.errors import CannotWrite, ResolintError

if TYPE_CHECKING:
    from resolint.pipeline.building import Question, Template

_PREVIEW = 40
"""Lines of the preview."""


@click.command(
    "new",
    help="Begin a draft. Asks one question after the other on a terminal; everything can also be given by "
    "--answers and --set, and without a terminal it has to be.\n\n"
    "resolint templates list names the templates, resolint templates show NAME what one asks.",
    short_help="Begin a draft: answer questions, get a Word file that lints clean.",
)
@click.option(
    "--template",
    "-t",
    metavar="NAME",
    shell_complete=completing.templates,
    help="Which template, or the folder of one of your own.",
)
@click.option("--body", "-b", metavar="BODY", help="For which body, if no template is named.")
@click.option(
    "--language",
    "-l",
    type=click.Choice(["en", "fr", "es", "ru", "zh", "ar"]),
    help="In which language; by default en.",
)
@click.option("--answers", "-a", type=click.Path(), metavar="FILE", help="A TOML file with answers: key = value.")
@click.option("--set", "settings", multiple=True, metavar="KEY=VALUE", help="One answer; again for lists.")
@click.option("--from", "source", type=click.Path(), metavar="OLD", help="The issued draft that is to be revised.")
@click.option("--output", "-o", type=click.Path(dir_okay=False), metavar="FILE", help="A name in .docx or .md.")
@click.option("--force", is_flag=True, help="Write over a file that exists.")
def command(
    template: str | None,
    body: str | None,
    language: str | None,
    answers: str | None,
    settings: tuple[str, ...],
    source: str | None,
    output: str | None,
    force: bool,
) -> None:
    """Ask what is missing, fill the template, write the draft."""
    from resolint.pipeline import building

    asking = terminal.is_terminal(sys.stdin)
    if output is not None:
        _check_output(output, force)
    given: dict[str, Any] = building.read_answers(read_bytes(answers), answers) if answers else {}
    template = template or _said(given.pop("template", None))
    body = body or _said(given.pop("body", None))
    chosen = _template(template, body, source, asking, language)
    source = source or _said(given.pop("from", None))
    given.update(_settings(settings))
    if body is not None:
        _take_body(chosen, body, given)
    issued = pipeline.load(read_bytes(source), name=source) if source is not None else None
    if issued is not None:
        given = {**building.source_answers(issued), **given}
    if asking:
        given = _ask_all(chosen, given)
    text = building.new_draft(chosen, given, source=issued)
    target = output or _default_name(text)
    if output is None:
        _check_output(target, force)
    if asking and not _agreed(text, target):
        _keep(chosen, given, target)
        raise click.Abort
    _write(chosen, text, target, source)


def _said(value: object) -> str | None:
    return None if value is None else str(value)


def _check_output(output: str, force: bool) -> None:

    if not output.lower().endswith((".docx", ".md")):
        raise CannotWrite(f"{output}: a draft is written as Word or Markdown; give it a name in .docx or .md")
    if not Path(output).absolute().parent.is_dir():
        raise CannotWrite(f"{output}: there is no such folder; make it first")
    refuse_existing(output, force)


def _write(chosen: Template, text: str, target: str, source: str | None) -> None:
    from resolint.pipeline import building

    inputs = (source,) if source else ()
    if target.lower().endswith(".md"):
        write_text(target, text, inputs=inputs)
    else:
        document = pipeline.load(text.encode(), name=Path(target).with_suffix(".md").name)
        write_bytes(target, building.build_word(document, building.layout_for(chosen, document)), inputs=inputs)
    terminal.say(f"{target}: written")


def _keep(chosen: Template, given: dict[str, Any], target: str) -> None:
    """Write the answers beside where the draft would have stood, so that nobody has to give them again."""
    import json

    place = Path(target).with_suffix(".answers.toml")
    rows = {"template": chosen.name, **{key: value for key, value in given.items() if value not in ("", [], None)}}
    lines = [
        f"{key} = {json.dumps(value if isinstance(value, list) else str(value), ensure_ascii=False)}"
        for key, value in rows.items()
    ]
    write_text(place, "\n".join(lines) + "\n")
    terminal.say(f"no draft was written; your answers are kept: resolint new --answers {place} goes on from them")


def _settings(settings: tuple[str, ...]) -> dict[str, Any]:
    """The answers of ``--set``; a key that comes again makes a list."""
    found: dict[str, Any] = {}
    for setting in settings:
        key, equals, value = setting.partition("=")
        if not equals or not key.strip():
            raise click.UsageError(f"--set {setting}: write it as KEY=VALUE")
        key = key.strip()
        if key in found:
            before = found[key]
            found[key] = [*(before if isinstance(before, list) else [before]), value]
        else:
            found[key] = value
    return found


def _template(
    name: str | None, body: str | None, source: str | None, asking: bool, language: str | None = None
) -> Template:
    """The template that is asked for. Raises ResolintError, or UsageError if none is and nobody can be asked."""
    from resolint.errors import BadConfiguration
    from resolint.pipeline import building

    if name is None and body is None and source is not None:
        name = "revised"
    if name is not None and language not in (None, "en") and not name.endswith(f"-{language}"):
        name = f"{name}-{language}"
    if name is not None:
        chosen = building.read_template(name)
        if body is not None and building.template_for_body(body, chosen.language).profile != chosen.profile:
            raise BadConfiguration(f"--body {body}: the template {name} is not for this body; leave one of the two out")
        return chosen
    if body is not None:
        return building.template_for_body(body, language or "en")
    names = [one for one in building.template_names() if language in (None, building.read_template(one).language)]
    if not asking:
        raise click.UsageError(f"which template? name it with --template ({', '.join(names)}) or --body")
    for found in names:
        click.echo(f"  {found:<16} {building.read_template(found).title}")
    chosen_one: Template = _until_right("Which template?", "", building.read_template)
    return chosen_one


def _take_body(chosen: Template, body: str, given: dict[str, Any]) -> None:
    """The body also answers the question which committee it is. Raises BadConfiguration if an answer contradicts it."""
    from resolint.errors import BadConfiguration
    from resolint.pipeline.building import answer, complete

    for question in chosen.questions:
        named = complete(body, question.choices)
        if len(named) != 1:
            continue
        said = given.setdefault(question.key, named[0])
        if answer(question, said).text != named[0]:
            raise BadConfiguration(f"--body {body}: the answer {question.key} says {said}; leave one of the two out")


def _until_right(ask: str, default: str, reader: Callable[[str], Any]) -> Any:
    """Asks until the answer can be used."""
    while True:
        said = click.prompt(ask, default=default, show_default=bool(default))
        try:
            return reader(said.strip())
        except ResolintError as error:
            complain(str(error))


class _Back(Exception):
    """The question before is to be asked again."""


BACK = "<"
"""What goes back to the question before; among paragraphs it takes the last one out first."""


def _ask_all(chosen: Template, given: dict[str, Any]) -> dict[str, Any]:
    """Asks one question after the other what is not given yet; ``?`` lists what an answer may be, ``<`` goes back."""
    from resolint.pipeline.building import default

    today = datetime.date.today()
    found = dict(given)
    click.echo(f"{chosen.title}. An empty answer takes what stands in brackets; ? helps, {BACK} goes back.")
    asked = [question for question in chosen.questions if question.key not in given]
    at = 0
    while at < len(asked):
        question = asked[at]
        try:
            if question.many:
                found[question.key] = _ask_many(question, found.get(question.key, []))
            else:
                assumed = found.get(question.key) or default(chosen, question.key, today, found)
                found[question.key] = _ask_one(question, assumed)
        except _Back:
            at = max(0, at - 1)
        else:
            at += 1
    return found


def _ask_one(question: Question, assumed: str) -> str:
    def read(said: str) -> str:
        from resolint.pipeline.building import BadAnswer, answer

        if said == BACK:
            raise _Back
        if said == "?":
            raise BadAnswer(_help(question))
        if (said and not answer(question, said).text) or (question.required and not said):
            raise BadAnswer(f"{question.key}: an answer is needed here; ? helps")
        return said

    label = question.ask if question.required else f"{question.ask} (may stay empty)"
    said: str = _until_right(label, assumed, read)
    return said


def _ask_many(question: Question, before: list[str]) -> list[str]:
    """Paragraphs, one after the other, until an empty line; those ``before`` were given when it was asked the first time."""
    from resolint.pipeline.building import answer

    click.echo(f"{question.ask} {question.help} An empty line ends them.")
    found = list(before)
    for at, one in enumerate(found, 1):
        click.echo(f"  {at}: {one}")
    while True:
        said = click.prompt(f"  {len(found) + 1}", default="", show_default=False).strip()
        if not said and (found or not question.required):
            return found
        if said == BACK:
            if not found:
                raise _Back
            click.echo(f"     taken out: {found.pop()}")
            continue
        if said == "?" or not said:
            complain(_help(question))
            continue
        try:
            opener, rest = answer(question, said).items[0]
        except ResolintError as error:
            complain(str(error))
            continue
        click.echo(f"     {opener}{rest}")
        found.append(said)


def _help(question: Question) -> str:
    """What an answer may be."""
    from resolint.pipeline.building import openings, state_names

    words: list[str] = [question.help] if question.help else []
    if question.choices:
        words.append(f"one of: {', '.join(question.choices)}")
    elif question.kind == "states":
        words.append(f"the first words of a name are enough: {', '.join(state_names()[:6])} …")
    elif question.many:
        words.append(f"for example: {', '.join(openings(question.kind)[:40])} …")
    return " ".join(words) or "write what is to stand in the draft"


def _default_name(text: str) -> str:
    """A name for the file, after the title; a number that is still open (*64/…*, *-/CP.32*) is no part of it."""
    found = (one[1] for one in re.finditer(r"^#{1,2} (.+)$", text, re.MULTILINE) if "-/" not in one[1])
    title = re.sub(r"^\d+/… ", "", next(found, "draft"))
    words = re.findall(r"[a-z0-9]+", title.lower())
    return f"{'-'.join(words[:6]) or 'draft'}.docx"


def _agreed(text: str, target: str) -> bool:
    """Shows how the draft begins and asks whether to write it."""
    lines = text.splitlines()
    click.echo("")
    terminal.write("\n".join(lines[:_PREVIEW]) + ("\n…\n" if len(lines) > _PREVIEW else "\n"))
    return click.confirm(f"Write {target}?", default=True)
