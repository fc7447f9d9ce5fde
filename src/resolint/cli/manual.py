"""Manual pages (``man resolint``), made of the commands themselves when a wheel is built.

One page for each command, with those below it; a library such as click-man sees no commands that are imported at their first
use, and lets a line of help that begins with a full stop vanish.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from inspect import cleandoc

import click

from resolint.version import __version__

__all__ = ["pages"]

Examples = Mapping[str, Mapping[str, str]]
"""By the words of a command behind ``resolint``: lines to type, each with what it does."""

_MARKS = {"\\": r"\e", "-": r"\-", "'": r"\(aq", "`": r"\(ga", "^": r"\(ha", "~": r"\(ti"}
_SENTENCE = re.compile(r"\.(?:\s|$)")


def pages(root: click.Group, examples: Examples) -> dict[str, str]:
    """The texts of the manual pages by the names of their files, ``resolint.1`` and ``resolint-lint.1`` and so on."""
    whole = click.Context(root, info_name=root.name, **root.context_settings)
    below = {name: root.get_command(whole, name) for name in root.list_commands(whole)}
    commands = {f"{root.name}-{name}": command for name, command in below.items() if command is not None}
    found = {f"{root.name}.1": "\n".join(_root(whole, commands)) + "\n"}
    for page, command in commands.items():
        context = click.Context(command, parent=whole, info_name=command.name)
        lines = [*_head(page, _short(command)), *_command(context, examples), *_end(context)]
        found[f"{page}.1"] = "\n".join(lines) + "\n"
    return found


def _root(context: click.Context, commands: Mapping[str, click.Command]) -> Iterator[str]:
    name = context.command_path
    yield from _head(name, _short(context.command))
    yield from (".SH SYNOPSIS", rf"\fB{name}\fR COMMAND [OPTIONS] [ARGUMENTS]", ".SH DESCRIPTION")
    yield from _prose(context.command.help or "")
    yield ".SH COMMANDS"
    for page, command in commands.items():
        yield from (".TP", rf"\fB{_bare(page)}\fR(1)", _line(_short(command)))
    yield from _options(context)
    yield from (".SH EXIT STATUS", _line((context.command.epilog or "").removeprefix("Exit codes: ")))
    yield ".SH FILES"
    for path, words in (
        ("resolint.toml", "The configuration; the file nearest above a draft holds."),
        (".resolint_cache", "Reports of earlier runs in a project, readable to nobody without the drafts themselves."),
        ("~/.cache/resolint", "What can be made anew at any time; nothing of any draft."),
    ):
        yield from (".TP", rf"\fI{_bare(path)}\fR", _line(words))


def _head(page: str, short: str) -> Iterator[str]:
    yield f'.TH "{_bare(page.upper())}" 1 "" "resolint {__version__}" "Draft resolutions"'
    yield from (".SH NAME", rf"{_bare(page)} \- {_bare(short.rstrip('.'))}")


def _end(context: click.Context) -> Iterator[str]:
    above = context.find_root()
    yield from (".SH SEE ALSO", rf"\fB{above.info_name}\fR(1)")


def _command(context: click.Context, examples: Examples) -> Iterator[str]:
    yield from (".SH SYNOPSIS", _usage(context), ".SH DESCRIPTION")
    yield from _prose(context.command.help or context.command.short_help or "")
    below: list[click.Context] = []
    if isinstance(context.command, click.Group):
        for name in context.command.list_commands(context):
            if (command := context.command.get_command(context, name)) is not None:
                below.append(click.Context(command, parent=context, info_name=name))
        yield ".SH COMMANDS"
        for one in below:
            yield from (".SS " + _bare(one.command_path), _usage(one), ".PP")
            yield from (*_prose(one.command.help or one.command.short_help or ""), *_options(one, ""))
    yield from _options(context)
    lines = [line for one in (context, *below) for line in _examples(one, examples)]
    if lines:
        yield from (".SH EXAMPLES", *lines)


def _usage(context: click.Context) -> str:
    return rf"\fB{_bare(context.command_path)}\fR " + _bare(" ".join(context.command.collect_usage_pieces(context)))


def _options(context: click.Context, heading: str = ".SH OPTIONS") -> Iterator[str]:
    records = [record for one in context.command.get_params(context) if (record := one.get_help_record(context))]
    if records and heading:
        yield heading
    for names, words in records:
        yield from (".TP", rf"\fB{_bare(names)}\fR", _line(words))


def _examples(context: click.Context, examples: Examples) -> Iterator[str]:
    for line, words in examples.get(context.command_path.split(" ", 1)[1], {}).items():
        yield from (".TP", rf"\fB{_bare(line)}\fR", _line(words))


def _short(command: click.Command) -> str:
    return command.short_help or _SENTENCE.split(cleandoc(command.help or ""), maxsplit=1)[0]


def _prose(text: str) -> Iterator[str]:
    """Paragraphs, as they are parted by empty lines."""
    for number, paragraph in enumerate(re.split(r"\n\s*\n", cleandoc(text).replace("\b", ""))):
        if number:
            yield ".PP"
        yield _line(paragraph)


def _line(text: str) -> str:
    """A text on one line; a mark at its beginning that would be a request is none."""
    plain = _bare(" ".join(text.split()))
    return rf"\&{plain}" if plain.startswith((".", "'")) else plain


def _bare(text: str) -> str:
    """``text`` without signs that the formatter takes for its own; hyphens and quotation marks can be copied."""
    return "".join(
        _MARKS.get(one, one) if one.isascii() else rf"\[u{ord(one):04X}]" for one in unicodedata.normalize("NFC", text)
    )
