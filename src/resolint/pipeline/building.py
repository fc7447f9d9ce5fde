"""Writing drafts: templates from ``templates/``, answers filled in, Word files built."""

from __future__ import annotations

import datetime
import os
import re
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from resolint import rulebook
from resolint.author import BadAnswer, BadTemplate, Layout, NotWritable
from resolint.author import build as build_word
from resolint.author.answers import answer, complete, openings, state_names
from resolint.author.filling import default, fill
from resolint.author.template import Question, Template, parse_template
from resolint.cards import data_dir, hint
from resolint.errors import BadConfiguration, ResolintError, UnreadableDraft
from resolint.model import EQUATION, Document
from resolint.pipeline.drafts import load, read_source
from resolint.pipeline.formats import decode, is_pdf, is_word
from resolint.pipeline.session import Session

if TYPE_CHECKING:
    from resolint.findings import Finding

__all__ = [
    "BadAnswer",
    "Question",
    "Template",
    "answer",
    "build",
    "build_word",
    "check_front",
    "check_template",
    "complete",
    "default",
    "example",
    "fitting",
    "is_picture",
    "layout_for",
    "missing_pictures",
    "new_draft",
    "openings",
    "pictures",
    "read_answers",
    "read_template",
    "source_answers",
    "state_names",
    "template_for_body",
    "template_names",
]

EXAMPLE_DAY = datetime.date(2027, 3, 1)
"""Today, for examples."""
_PLAIN = Layout("plain")
_PICTURE = re.compile(r"!\[((?:\\.|[^\]\[\n\\]){0,500})\]\(([^\s()]{0,2000})\)")


def template_names() -> tuple[str, ...]:
    """The names of all templates, sorted: every folder of ``templates`` with a ``template.toml``."""
    return tuple(sorted(path.parent.name for path in data_dir("templates").glob("*/template.toml")))


def _folder(name: str) -> Path:
    """The folder of a template: one of ours by name, or any other by its path."""
    names = template_names()
    if name in names:
        return data_dir("templates") / name
    own = Path(name)
    if (os.sep in name or "/" in name) and own.is_dir():
        return own
    raise BadConfiguration(
        f"there is no template {name}; {hint(name, names)}; the path of a folder names a template of your own"
    )


def read_template(name: str) -> Template:
    """The template of this name, or in the folder at this path.

    Raises BadConfiguration for an unknown name, BadTemplate for a faulty template.
    """
    folder = _folder(name)
    values = _toml(folder / "template.toml", f"templates/{folder.name}/template.toml")
    try:
        skeleton = (folder / "skeleton.md").read_text(encoding="utf-8").replace("\r\n", "\n")
    except FileNotFoundError:
        skeleton = ""
    except (OSError, UnicodeDecodeError):
        raise BadTemplate(f"templates/{folder.name}/skeleton.md: the file cannot be read as UTF-8 text") from None
    if not skeleton and not values.get("source"):
        raise BadTemplate(f"templates/{folder.name}: the skeleton is missing: write skeleton.md beside template.toml")
    return parse_template(folder.name, values, skeleton)


def _toml(path: Path, shown: str) -> dict[str, Any]:

    try:
        return read_answers(path.read_bytes(), shown)
    except FileNotFoundError:
        raise BadConfiguration(f"{shown}: there is no such file") from None
    except OSError:
        raise BadConfiguration(f"{shown}: the file cannot be read") from None


def read_answers(data: bytes, name: str) -> dict[str, Any]:
    """The answers in the bytes of a TOML file. Raises BadConfiguration."""
    import tomllib

    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise BadConfiguration(f"{name}: the file cannot be read as UTF-8 text") from None
    except (ValueError, RecursionError) as error:
        raise BadConfiguration(f"{name}: this is no TOML: {error}") from None


def template_for_body(body: str, language: str = "en") -> Template:
    """The first template in ``language`` for a body that people name so. Raises BadConfiguration for an unknown one."""
    from resolint.author.answers import complete

    bodies: dict[str, str] = {}
    for name in template_names():
        template = read_template(name)
        for known in template.bodies if template.language == language else ():
            bodies.setdefault(known, name)
    found = sorted({bodies[one] for one in complete(body, bodies)})
    if len(found) == 1:
        return read_template(found[0])
    if found:
        raise BadConfiguration(
            f"--body {body}: this may mean the templates {', '.join(found)}; name one with --template"
        )
    raise BadConfiguration(f"--body {body}: there is no template for this body; {hint(body, bodies)}")


def fitting(document: Document) -> Layout:
    """The layout for a draft: that of the first template whose symbols or profile fit; a plain page for Model UN."""
    from resolint import profile

    symbol = re.sub(r"\d+", "#", document.head.symbol or "")
    chosen = profile.resolve(document).name
    # A language without templates of its own has the look of the English ones.
    spoken = {read_template(name).language for name in template_names()}
    language = document.language if document.language in spoken else "en"
    fallback = None
    for name in template_names():
        template = read_template(name)
        if not template.source and template.profile == chosen and template.language == language:
            fallback = fallback or template.layout
            form = re.sub(r"\d+|\{\w+\}", "#", template.symbol)
            if form and symbol.startswith(form.partition("L.")[0]):
                return Layout(template.layout.geometry, template.layout.organ, template.layout.lines)
    if fallback is not None:
        return Layout(fallback.geometry, fallback.organ, fallback.lines)
    return Layout() if document.head.symbol else _PLAIN


def check_front(text: str, name: str) -> None:
    """Raises NotWritable with line and column for front matter that is not closed or not TOML or YAML.

    Reading passes over such slips line by line, so that a faulty draft can be linted; a Word file is not made of it.
    """
    lines = text.removeprefix("\ufeff").split("\n")
    fence = lines[0].rstrip()
    if fence not in ("+++", "---"):
        return
    ends = ("+++",) if fence == "+++" else ("---", "...")
    last = next((n for n, line in enumerate(lines[1:], start=1) if line.rstrip() in ends), None)
    if last is None:
        if fence == "---":
            return  # a rule, not front matter
        raise NotWritable(f"{name}:1:1: the front matter begins here and never ends: write +++ on a line below it")
    inside = "\n".join(lines[1:last])
    place = _fault_in_toml(inside) if fence == "+++" else _fault_in_yaml(inside)
    if place is not None:
        line, column, words = place
        raise NotWritable(f"{name}:{line + 1}:{column}: the front matter cannot be read: {words}")


def _fault_in_toml(text: str) -> tuple[int, int, str] | None:
    import tomllib

    try:
        tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        words = str(error)
        found = re.search(r" \(at line (\d+), column (\d+)\)", words)
        if found:
            return int(found[1]), int(found[2]), words[: found.start()]
        return text.count("\n") + 1, len(text.rpartition("\n")[2]) + 1, re.sub(r" \(at .*\)", "", words)
    return None


def _fault_in_yaml(text: str) -> tuple[int, int, str] | None:
    import yaml

    try:
        yaml.load(text, Loader=yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        return (mark.line + 1 if mark else 1), (mark.column + 1 if mark else 1), error.problem or "this is no YAML"
    except yaml.YAMLError:
        return 1, 1, "this is no YAML"
    return None


def build(
    source: bytes | Document,
    session: Session | None = None,
    *,
    name: str = "",
    template: str | None = None,
    files: Mapping[str, bytes] | None = None,
) -> bytes:
    """The Word file of a draft in the notation, in the layout of a ``template`` or in the one that fits it.

    ``files`` are the pictures that the draft names, by address; a grey field bears the name of any other.

    Raises ResolintError.
    """
    if isinstance(source, bytes):
        if is_word(source, name):
            what = "a PDF" if is_pdf(source) else "a Word file" if source.startswith(b"PK") else ""
            how = f"; 'resolint export {name} -o draft.md' makes Markdown of {what}" if what else ""
            raise UnreadableDraft(
                f"{name}: this is {what or 'something else'}, and no Markdown; build makes a Word file of a draft in Markdown{how}"
            )
        check_front(decode(source, name), name)
    document = load(source, session, name=name)
    if not document.acts and not document.head.blocks and not document.head.symbol:
        raise UnreadableDraft(
            f"{name or 'the draft'}: no draft was found in this text, so no Word file is made of it; open it with a line "
            "such as “The General Assembly,”, or begin with 'resolint new'"
        )
    return build_word(document, read_template(template).layout if template else fitting(document), files)


def pictures(source: bytes, name: str) -> tuple[str, ...]:
    """The addresses of the pictures and other objects that a draft in Markdown names, each once."""
    if is_word(source, name):
        return ()
    found = (match[2] for match in _PICTURE.finditer(decode(source, name)) if match[2] != EQUATION)
    return tuple(dict.fromkeys(found))


def is_picture(data: bytes) -> bool:
    """Whether Word can show these bytes as a picture: PNG, JPEG, GIF, BMP or TIFF."""
    from resolint.author.pictures import size_of

    return size_of(data) is not None


def missing_pictures(source: bytes, name: str, files: Collection[str]) -> tuple[str, ...]:
    """The objects that a Word file of the draft has not got, as ``files`` lack them: one sentence each, with file and line."""
    text = decode(source, name)
    return tuple(
        f"{name}:{text.count(chr(10), 0, found.start()) + 1}: a grey field stands for “{found[1] or found[2]}” in the Word "
        "file; put the picture in there"
        for found in _PICTURE.finditer(text)
        if found[2] not in files and found[2] != EQUATION
    )


def new_draft(
    template: Template,
    answers: Mapping[str, object],
    *,
    source: Document | None = None,
    today: datetime.date | None = None,
) -> str:
    """A draft in the notation from a template and answers; ``source`` is the draft that a revision starts from."""
    day = today or datetime.date.today()
    if not template.source:
        return fill(template, answers, day)
    if source is None:
        raise BadAnswer(f"from: the template {template.name} starts from an issued draft; name it with --from OLD.docx")
    from resolint.author.revising import revise

    return revise(source, template, answers, day)


def source_answers(source: Document) -> dict[str, str]:
    """What a draft says that a revision of it would otherwise have to be told: the next symbol, the sponsors."""
    from resolint.author.revising import next_symbol

    found = {}
    if source.head.symbol:
        found["symbol"] = next_symbol(source.head.symbol)
    return found


def layout_for(template: Template, document: Document) -> Layout:
    """The layout of what a template made; a revision looks like the draft it starts from."""
    if not template.source:
        return template.layout
    found = fitting(document)
    return Layout(found.geometry, found.organ, found.lines, template.layout.tracking)


def example(name: str) -> tuple[Template, str]:
    """A template and the draft that its own example answers make. Raises ResolintError."""
    template, folder = read_template(name), _folder(name)
    answers = _toml(folder / "example.toml", f"templates/{folder.name}/example.toml")
    source = None
    if template.source:
        issued = folder / str(answers.pop("from", "issued.md"))
        source = load(issued.read_bytes(), name=os.fspath(issued))
        answers = {**source_answers(source), **answers}
    return template, new_draft(template, answers, source=source, today=EXAMPLE_DAY)


def check_template(name: str, session: Session | None = None) -> tuple[str, tuple[Finding, ...]]:
    """What is wrong with a template: a sentence (empty if it works), and what the linter finds in its example.

    The example is linted twice, as Markdown and as the Word file built of it.
    """
    from resolint.pipeline.linting import lint

    session = session or Session(no_config=True)
    try:
        template, text = example(name)
        document = read_source(text, f"{name}.md")
        data = build_word(document, layout_for(template, document))
    except ResolintError as error:
        return str(error), ()
    found = list(lint(document, session, profile=template.profile).findings)
    found += lint(data, session, name=f"{name}.docx", profile=template.profile).findings
    # That a draft in another language is checked by fewer rules is no fault of the template.
    return "", tuple(one for one in found if one.rule != rulebook.UNCHECKED or one.severity != "info")
