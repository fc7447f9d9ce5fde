"""``resolint teach handbook``, ``handout``, ``bank`` and ``quiz``: what the cards say, to read and to answer."""

from __future__ import annotations

import secrets
import sys
from pathlib import Path

import click

from resolint.cli import completing, terminal
from resolint.cli.output import PAGES, refuse_ending, refuse_existing, write_bytes, write_text
from resolint.errors import CannotWrite
from resolint.pipeline import Session, explaining
from resolint.pipeline import rules as desk
from resolint.rule import Card

_language = click.option(
    "--language",
    type=click.Choice(explaining.SPOKEN),
    default="en",
    show_default=True,
    help="The language of the examples that are asked about; what explains them is in English.",
)
_ENDINGS = {"gift": (".gift", ".txt"), "qti": (".zip",), "csv": (".csv",), "html": PAGES}
_BANKS = {"gift": "GIFT", "qti": "QTI", "csv": "a table", "html": "a page"}


def _chosen(keys: tuple[str, ...]) -> tuple[Card, ...]:
    return tuple(desk.find_card(key) for key in keys)


@click.command("handbook", short_help="Write a website of all conventions.")
@click.option(
    "--output",
    "-o",
    required=True,
    type=click.Path(file_okay=False),
    metavar="DIR",
    help="The folder to write; index.html is the first page.",
)
@click.option("--force", is_flag=True, help="Write into a folder that holds files.")
def handbook(output: str, force: bool) -> None:
    """Write the handbook: a page for each rule in the order of a resolution, with a search.

    It has an annotated resolution, and all rules in one page for printing. The pages need no server and ask nothing of
    another place.
    """
    target = Path(output)
    if target.is_dir() and any(target.iterdir()) and not force:
        raise CannotWrite(f"{output}: this folder holds files; choose another one, or write into it with --force")
    files = explaining.handbook(Session(no_config=True)).files()
    target.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        write_text(target / name, text)
    terminal.say(f"{target / 'index.html'}: {len(files)} files written; open it in a browser")


@click.command("handout", short_help="Write a page to give out on a rule.")
@click.argument("rules", nargs=-1, required=True, metavar="RULE...", shell_complete=completing.rules)
@click.option("--output", "-o", required=True, type=click.Path(dir_okay=False), metavar="FILE", help="HANDOUT.docx.")
@click.option("--force", is_flag=True, help="Write over a file that exists.")
def handout(rules: tuple[str, ...], output: str, force: bool) -> None:
    """Write a Word file with a page for each RULE (id or name): wrong and right, why, on whose authority."""
    if not output.lower().endswith(".docx"):
        raise CannotWrite(f"{output}: a Word file is written; give it a name that ends in .docx")
    refuse_existing(output, force)
    write_bytes(output, explaining.handout(_chosen(rules), Session(no_config=True)))
    terminal.say(f"{output}: written")


@click.command("bank", short_help="Write a bank of questions for a learning platform.")
@click.argument("rules", nargs=-1, metavar="[RULE]...", shell_complete=completing.rules)
@click.option(
    "--format",
    "-f",
    "form",
    type=click.Choice(explaining.BANKS),
    required=True,
    help="gift for Moodle, qti (2.1, a ZIP), csv, or html to print.",
)
@click.option("--output", "-o", required=True, type=click.Path(dir_okay=False), metavar="FILE")
@_language
@click.option("--force", is_flag=True, help="Write over a file that exists.")
def bank(rules: tuple[str, ...], form: str, output: str, language: str, force: bool) -> None:
    """Write questions out of the examples of all rules, or of those named.

    Choose the right form, find the wrong words, tell what is wrong, put in order; the card's reason is the feedback.
    Every question shows what decides the answer, proved by the linter.
    """
    refuse_ending(output, _BANKS[form], _ENDINGS[form])
    refuse_existing(output, force)
    questions = explaining.questions(Session(no_config=True), _chosen(rules), language)
    write_bytes(output, explaining.bank(questions, form))
    number = len(questions)
    terminal.say(f"{output}: {number} question{'' if number == 1 else 's'} written")


@click.command("quiz", short_help="Answer questions in the terminal.")
@click.argument("rules", nargs=-1, metavar="[RULE]...", shell_complete=completing.rules)
@click.option(
    "--count", type=click.IntRange(1, 100), default=10, show_default=True, metavar="N", help="How many questions."
)
@click.option("--seed", metavar="S", help="The same seed asks the same questions.")
@_language
def quiz(rules: tuple[str, ...], count: int, seed: str | None, language: str) -> None:
    """Answer questions on all rules, or on those named; each answer is explained. Press q to stop."""
    seed = seed if seed is not None else str(secrets.randbelow(10**9))
    row = explaining.drawn(Session(no_config=True), seed, count, _chosen(rules), language)
    color = terminal.use_color(None)
    asked = right = 0
    for question in row:
        shown, answer = explaining.put(question, color, min(terminal.width(), 100))
        terminal.write(f"\n{asked + 1}. {shown}", color=color)
        given = _answer(len(question.options), question.kind == "order")
        if given is None:
            break
        asked += 1
        good = given == answer
        right += good
        verdict = "Right." if good else f"No: {answer}."
        terminal.write(explaining.told(question, verdict, min(terminal.width(), 100)), color=color)
    terminal.write(f"\n{right} of {asked} right\n")


def _answer(options: int, order: bool) -> str | None:
    """What is answered: a letter, or letters in a row; None to stop."""
    letters = "abcdefgh"[:options]
    hint = f"order of {letters}" if order else "/".join(letters)
    wanted = (
        f"Each of the letters {letters} once, or q to stop." if order else f"One of {', '.join(letters)}, or q to stop."
    )
    while True:
        try:
            given = click.prompt(f"[{hint}, q]", prompt_suffix=" ", err=False).strip().lower()
        except (click.Abort, EOFError):
            return None
        given = "".join(character for character in given if character.isalpha())
        if given == "q":
            return None
        if (len(given) == 1 and given in letters and not order) or (order and sorted(given) == list(letters)):
            return given
        terminal.write(f"   {wanted}\n")
        sys.stdout.flush()
