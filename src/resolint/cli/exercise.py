"""``resolint teach exercise``: a draft with known faults, the answers, and the key to grade by."""

from __future__ import annotations

import secrets
from pathlib import Path

import click
from click.core import ParameterSource

from resolint.cli import terminal
from resolint.cli.files import read_bytes
from resolint.cli.output import refuse_ending, refuse_existing, write_bytes, write_text
from resolint.pipeline import teaching

_SUFFIXES = (".docx", ".md", ".html")


@click.command("exercise", short_help="Write a draft with known faults, the answers and the key.")
@click.option(
    "--topic",
    "topics",
    multiple=True,
    metavar="TOPIC",
    help=f"{', '.join(teaching.TOPICS)}, or a rule by id or name; may be given several times.",
)
@click.option(
    "--level",
    type=click.IntRange(1, 3),
    default=2,
    show_default=True,
    help="1 names the places, 2 the number of faults, 3 nothing.",
)
@click.option(
    "--faults", type=click.IntRange(1, 30), metavar="N", help="How many faults.  [default: 5, 7 or 9 by the level]"
)
@click.option(
    "--count",
    type=click.IntRange(1, 200),
    default=1,
    show_default=True,
    metavar="N",
    help="How many exercises, no two alike.",
)
@click.option(
    "--seed",
    metavar="S",
    help="The same seed gives the same exercise, and the answers to who guesses it; by default one is drawn that nobody can.",
)
@click.option(
    "--style",
    type=click.Choice(["un", "un4mun", "thimun", "nmun"]),
    default="un",
    show_default=True,
    help="The conventions: the United Nations, or a style of Model UN.",
)
@click.option(
    "--from",
    "draft",
    type=click.Path(),
    metavar="DRAFT",
    help="Make the faults in this clean draft, not in an invented one.",
)
@click.option(
    "--output", "-o", type=click.Path(dir_okay=False), metavar="FILE", help="EX.docx, EX.md or EX.html (for printing)."
)
@click.option("--list", "listing", is_flag=True, help="List the rules whose faults can be made.")
@click.option("--force", is_flag=True, help="Write over files that exist.")
@click.pass_context
def command(
    context: click.Context,
    topics: tuple[str, ...],
    level: int,
    faults: int | None,
    count: int,
    seed: str | None,
    style: str,
    draft: str | None,
    output: str | None,
    listing: bool,
    force: bool,
) -> None:
    """Write an exercise: an invented clean draft with known faults.

    Beside EX.docx are written EX.answers.docx, a sheet of answers, and EX.key.json, by which 'resolint teach grade' grades
    what comes back. Keep both. With --count there are EX-01.docx, EX-02.docx and so on, with one sheet and one key.
    """
    session = teaching.Session(no_config=True)
    if listing:
        terminal.write("".join(f"{card.id}  {card.name}\n" for card in teaching.plantable(session)))
        return
    if output is None:
        raise click.UsageError("say where to write with -o EX.docx (or EX.md, EX.html)")
    if draft is not None and context.get_parameter_source("style") is not ParameterSource.DEFAULT:
        raise click.UsageError(f"--style {style}: with --from the style of your draft holds; leave --style out")
    target = Path(output)
    refuse_ending(output, "an exercise", _SUFFIXES)
    names = (
        [target]
        if count == 1
        else [target.with_name(f"{target.stem}-{n:02}{target.suffix}") for n in range(1, count + 1)]
    )
    answers, key = target.with_suffix(".answers.docx"), target.with_suffix(".key.json")
    inputs = (draft,) if draft is not None else ()
    for path in (*names, answers, key):
        refuse_existing(path, force, inputs)
    drawn = seed if seed is not None else str(secrets.randbelow(10**12))
    source = None if draft is None else teaching.own_draft(read_bytes(draft), session, name=draft)
    wanted = teaching.Wanted(drawn, topics, level, faults, style, source)
    made = []
    for path, found in zip(names, teaching.exercises(wanted, count, session), strict=False):
        made.append(found)
        write_bytes(path, teaching.exercise_file(found, path.suffix.lower()), inputs=inputs)
        planted = len(found.faults)
        terminal.say(f"{path}: exercise {found.identifier}, {planted} {'fault' if planted == 1 else 'faults'}")
        if planted < wanted.count:
            terminal.say(
                f"{path}: no more than {planted} of {wanted.count} faults could be made so that each stands alone; "
                "a wider topic or another style has more"
            )
    if len(made) < count:
        terminal.say(
            f"{output}: {len(made)} of {count} exercises were written, for no further one could be had that is different"
        )
    write_bytes(answers, teaching.answers_word(made, session), inputs=inputs)
    write_text(key, teaching.write_key(made), inputs=inputs)
    terminal.say(f"{answers}: the answers")
    terminal.say(f"{key}: the key; grade with 'resolint teach grade RETURNED.docx --key {key}'")
    terminal.say(f"seed {drawn}")
