"""A template: what a body's drafts look like, what has to be asked, and the draft with gaps. Data, no Python.

A template is a folder: ``template.toml`` (title, profile, layout, questions), ``skeleton.md`` (the draft in the notation
with gaps such as ``{{title}}``) and ``example.toml`` (answers that make a draft without findings).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import field
from typing import Any

from resolint import regex
from resolint.author.errors import BadTemplate
from resolint.author.geometry import GEOMETRIES
from resolint.author.masthead import Layout
from resolint.cards.nearest import hint
from resolint.frozen import dataclass
from resolint.lexicon import TONGUES

__all__ = ["GAP", "KINDS", "Question", "Template", "parse_template"]

GAP = regex.compiled(r"\{\{\s*([^{}]*?)\s*\}\}")
"""A gap in a skeleton: ``{{key}}``, ``{{key.code}}`` for the short form of an answer, ``{{key.last}}`` for its last part."""
KINDS = (
    *("text", "title", "choice", "session", "date", "states", "preambular", "operative", "symbol"),
    *("agenda", "place", "days", "names"),
)
"""What an answer is: words, one of several, a session, a date, Member States, paragraphs, a symbol, an agenda item, days,
names in another language."""
MARKINGS: Mapping[str, tuple[str, str]] = {
    "italics": ("*", "*"),
    "underlined": ("<u>", "</u>"),
    "bold": ("**", "**"),
    "italics and underlined": ("<u>*", "*</u>"),
    "plain": ("", ""),
}
"""How openings are set, with the marks of the notation before and behind them."""
_KEY = regex.compiled(r"[a-z][a-z0-9_]{0,40}")
_QUESTION_KEYS = ("key", "ask", "kind", "default", "of", "required", "help", "choices", "marking")
_KEYS = ("title", "about", "language", "profile", "bodies", "symbol", "source", "layout", "questions")
_LAYOUT_KEYS = ("geometry", "organ", "lines", "tracking")


@dataclass(frozen=True, slots=True)
class Question:
    """Something to be asked. ``choices`` are names with their codes; ``default`` may be ``today`` for a date;
    ``of`` is the question whose answer, a committee, tells the organ that is taken in its place.

    ``marking`` is how the openings of paragraphs are set, one of ``MARKINGS``; ``language`` is that of the draft.
    """

    key: str
    ask: str
    kind: str = "text"
    default: str = ""
    of: str = ""
    required: bool = True
    help: str = ""
    choices: Mapping[str, str] = field(default_factory=dict)
    marking: str = "italics"
    language: str = "en"

    @property
    def many(self) -> bool:
        """Whether the answer is a list of paragraphs."""
        return self.kind in ("preambular", "operative")


@dataclass(frozen=True, slots=True)
class Template:
    """One kind of draft of one body.

    ``profile`` is the linter's; ``bodies`` are the names by which people ask for it; ``symbol`` is the form of its
    symbols (``A/C.{committee}/{session}/L.#``), empty if any will do; ``source`` tells that it starts from a draft.
    """

    name: str
    title: str
    about: str
    profile: str
    layout: Layout
    questions: tuple[Question, ...]
    skeleton: str
    bodies: tuple[str, ...] = ()
    symbol: str = ""
    source: bool = False
    language: str = "en"

    def question(self, key: str) -> Question | None:
        """The question with this key."""
        return next((one for one in self.questions if one.key == key), None)


def parse_template(name: str, values: Mapping[str, Any], skeleton: str) -> Template:
    """The template ``name`` from the values of its ``template.toml`` and its skeleton. Raises BadTemplate."""
    shown = f"templates/{name}/template.toml"
    _known(values, _KEYS, shown)
    language = _text(values, "language", shown, "en")
    if language not in ("en", *TONGUES):
        raise BadTemplate(f"{shown}, key language: '{language}' is no official language; {hint(language, TONGUES)}")
    questions = tuple(
        _question(one, f"{shown}, question {n}", language) for n, one in enumerate(values.get("questions", ()), 1)
    )
    keys = [question.key for question in questions]
    for key in keys:
        if keys.count(key) > 1:
            raise BadTemplate(f"{shown}: the question {key} is asked twice; keep one of them")
    template = Template(
        name=name,
        title=_text(values, "title", shown),
        about=_text(values, "about", shown),
        profile=_text(values, "profile", shown),
        layout=_layout(values.get("layout", {}), shown),
        questions=questions,
        skeleton=skeleton,
        bodies=tuple(_list(values, "bodies", shown)),
        symbol=values.get("symbol", ""),
        source=bool(values.get("source", False)),
        language=language,
    )
    _check_gaps(template)
    return template


def _known(values: Mapping[str, Any], allowed: tuple[str, ...], shown: str) -> None:
    for key in values:
        if key not in allowed:
            raise BadTemplate(f"{shown}, key {key}: there is no such key; {hint(str(key), allowed)}")


def _text(values: Mapping[str, Any], key: str, shown: str, default: str | None = None) -> str:
    value = values.get(key, default)
    if not isinstance(value, str) or (default is None and not value.strip()):
        raise BadTemplate(f'{shown}, key {key}: a text is needed: {key} = "…"')
    return value


def _list(values: Mapping[str, Any], key: str, shown: str) -> list[str]:
    value = values.get(key, [])
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise BadTemplate(f'{shown}, key {key}: a list of texts is needed: {key} = ["…", "…"]')
    return value


def _layout(values: Mapping[str, Any], shown: str) -> Layout:
    if not isinstance(values, Mapping):
        raise BadTemplate(f"{shown}, key layout: a table is needed: a line [layout], then its lines")
    _known(values, _LAYOUT_KEYS, f"{shown}, layout")
    geometry = _text(values, "geometry", shown, "new-york")
    if geometry not in GEOMETRIES:
        raise BadTemplate(
            f"{shown}, key layout.geometry: there is no geometry {geometry}; {hint(geometry, GEOMETRIES)}"
        )
    lines = tuple(_list(values, "lines", shown)) or Layout().lines
    return Layout(geometry, _text(values, "organ", shown, ""), lines, bool(values.get("tracking", False)))


def _question(values: object, shown: str, language: str) -> Question:
    if not isinstance(values, Mapping):
        raise BadTemplate(f"{shown}: a table is needed: a line [[questions]], then its lines")
    _known(values, _QUESTION_KEYS, shown)
    key = _text(values, "key", shown)
    if not _KEY.fullmatch(key):
        raise BadTemplate(f"{shown}, key {key}: use small letters, digits and underscores, beginning with a letter")
    kind = _text(values, "kind", shown, "text")
    if kind not in KINDS:
        raise BadTemplate(f"{shown} ({key}): there is no kind {kind}; {hint(kind, KINDS)}")
    choices = values.get("choices", {})
    if isinstance(choices, list):
        choices = {str(one): str(one) for one in choices}
    if not isinstance(choices, Mapping) or (kind == "choice") != bool(choices):
        raise BadTemplate(f"{shown} ({key}): a question of the kind choice, and no other, lists its choices")
    marking = _text(values, "marking", shown, "italics")
    if marking not in MARKINGS:
        raise BadTemplate(f"{shown} ({key}): openings are not marked {marking}; {hint(marking, tuple(MARKINGS))}")
    return Question(
        key,
        _text(values, "ask", shown),
        kind,
        _text(values, "default", shown, ""),
        _text(values, "of", shown, ""),
        bool(values.get("required", True)),
        _text(values, "help", shown, ""),
        {str(name): str(code) for name, code in choices.items()},
        marking,
        language,
    )


def _check_gaps(template: Template) -> None:
    """Every gap of the skeleton and of the form of the symbol names a question."""
    keys = [question.key for question in template.questions]
    shown = f"templates/{template.name}/skeleton.md"
    for question in template.questions:
        if question.of:
            _check_gap(question.of, keys, f"templates/{template.name}/template.toml ({question.key})")
    for number, line in enumerate(template.skeleton.splitlines(), start=1):
        for gap in GAP.findall(line):
            _check_gap(gap, keys, f"{shown}, line {number}")
    for gap in re.findall(r"\{([^{}]*)\}", template.symbol):
        _check_gap(gap, keys, f"templates/{template.name}/template.toml, key symbol")


def _check_gap(gap: str, keys: Iterable[str], shown: str) -> None:
    key = gap.removesuffix(".code").removesuffix(".last")
    if key not in keys:
        raise BadTemplate(f"{shown}: no question gives the answer {gap!r}; {hint(key, keys)}")
