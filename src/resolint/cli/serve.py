"""``resolint serve``: the page in which drafts are reviewed."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import click

from resolint import pipeline
from resolint.cli import choices, terminal
from resolint.cli.files import drafts, read_bytes
from resolint.cli.output import refuse_existing, write_bytes
from resolint.errors import BadConfiguration, UnreadableDraft
from resolint.pipeline import bounds

if TYPE_CHECKING:
    from resolint.web.workers import Workers

_HELP = """Open a page in the browser where drafts are reviewed: drop a Word file, see it as a document with the findings in
its margin, accept or decline each fix, take the Word file back.

The drafts at PATH are watched: what is saved in Word shows in the page a moment later; of a folder all drafts are listed. The
page is served to this machine alone, under an address that nobody can guess, and keeps everything in memory until the command
is stopped with Ctrl-C."""

_NEEDS = ("starlette", "uvicorn", "jinja2", "watchfiles")


@click.command("serve", help=_HELP, short_help="Review drafts in a page in the browser.")
@click.argument("paths", metavar="[PATH]...", nargs=-1, type=click.Path())
@click.option("--port", type=click.IntRange(0, 65535), default=0, show_default=True, help="Port to use; 0 for any.")
@click.option("--no-browser", is_flag=True, help="Print the address and open nothing.")
@click.option(
    "--export",
    "export",
    type=click.Path(dir_okay=False),
    metavar="PAGE.html",
    help="Write the review of the one draft as a page that needs nothing else, with boxes to decide, and serve nothing.",
)
@click.option("--force", is_flag=True, help="Write over a file that exists.")
@choices.profile
@choices.rules
@choices.configuration
def command(
    paths: tuple[str, ...],
    port: int,
    no_browser: bool,
    export: str | None,
    force: bool,
    profile: str | None,
    folders: tuple[str, ...],
    config: str | None,
    no_config: bool,
) -> None:
    """Read what is named, then serve until stopped."""
    if "-" in paths:
        raise click.UsageError("serve reads files, not standard input; paste a text into the page")
    _needed()
    settings = {"rules": folders, "config": config, "no_config": no_config}
    session = pipeline.Session(**settings)  # type: ignore[arg-type]
    named = drafts(paths, session.config) if paths else ()
    files = [(path, read_bytes(path)) for path in named]
    if export is not None:
        _export(session, files, export, profile, force)
        return
    _refuse_unreadable(session, files, paths)
    workers = _workers(settings)
    from resolint.web.serving import serve

    serve(
        files,
        workers,
        port=port,
        browser=not no_browser,
        profile=profile,
        corpus=lambda name: _has_corpus(session, name),
        folders=[path for path in paths if Path(path).is_dir()],
        say=_say,
    )


@click.command("demo", short_help="Show a draft being mended, for the projector.")
@click.option("--topic", metavar="TOPIC", default="", help="What the findings are about; as for 'teach exercise'.")
@click.option(
    "--seed", metavar="S", default="", help="The same seed shows the same draft; by default a new one is drawn."
)
@click.option("--port", type=click.IntRange(0, 65535), default=0, show_default=True, help="Port to use; 0 for any.")
@click.option("--no-browser", is_flag=True, help="Print the address and open nothing.")
def demo(topic: str, seed: str, port: int, no_browser: bool) -> None:
    """Open a tour for the projector: a faulty draft, three findings explained, the draft mended and clean.

    One thing a screen, in large type; the arrow keys turn the screens. It is a page of 'resolint serve', where the handbook,
    exercises and a quiz are one click away.
    """
    _needed()
    if topic:
        from resolint.pipeline import teaching

        teaching.check_topic(topic, teaching.Session(no_config=True))
    workers = _workers({"no_config": True})
    from resolint.web.serving import serve

    asked = {"topic": topic, "seed": seed or secrets.token_hex(3)}
    start = f"demo?{urlencode({key: value for key, value in asked.items() if value})}"
    serve((), workers, port=port, browser=not no_browser, start=start, say=_say)


def _workers(settings: Mapping[str, object]) -> Workers:
    """The processes that read drafts; they start while this one imports the server."""
    from resolint.web.workers import Workers, default_number

    return Workers(default_number(), settings)


def _needed() -> None:
    """Raises BadConfiguration where the extra is not installed."""
    if missing := [name for name in _NEEDS if find_spec(name) is None]:
        raise BadConfiguration(
            f"the page needs {', '.join(missing)}, which come with the extra web: "
            "run pip install '.[web]' in the folder of resolint"
        )


def _export(
    session: pipeline.Session, files: list[tuple[str, bytes]], target: str, profile: str | None, force: bool
) -> None:
    """Write the page of the one draft."""
    from resolint.web.tasks import Held, deliver

    if len(files) != 1:
        raise click.UsageError("--export takes one draft")
    (path, data), *_ = files
    refuse_existing(target, force, (path,))
    write_bytes(target, deliver(session, Held(data, path, profile), "mailed").data, inputs=(path,))
    terminal.say(f"{target}: written")


def _refuse_unreadable(session: pipeline.Session, files: list[tuple[str, bytes]], paths: tuple[str, ...]) -> None:
    """Raises UnreadableDraft where none of the files named can be read; of several the page tells which one cannot."""
    if not files or any(Path(path).is_dir() for path in paths):
        return
    faults = []
    for path, data in files:
        try:
            bounds.refuse_wordless(pipeline.load(data, session, name=path, bounded=True), path)
        except UnreadableDraft as error:
            faults.append(error)
        else:
            return
    raise faults[0]


def _has_corpus(session: pipeline.Session, name: str) -> bool:
    """Whether the configuration names a corpus for this draft, or the user has one."""
    from resolint.pipeline.corpus import default_corpus

    config = session.config(name)
    return (config is not None and bool(config.corpus)) or Path(default_corpus()).is_file()


def _say(address: str) -> None:
    """The address alone on standard output, for programs too; how to stop on standard error."""
    click.echo(address)
    terminal.say("resolint: the page is open until you stop it here with Ctrl-C; it then forgets everything")
