"""Front matter: the masthead of a draft as TOML between ``+++`` or YAML between ``---``.

Known keys are the fields of ``Head`` and ``kind``; ``lost`` names what the text could not carry. Every other key
is kept as a block without meaning. What is neither TOML nor YAML is read line by line (``key = value`` or
``key: value``), so that a slip of the pen loses nothing but itself.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, time
from typing import Any

from resolint.frozen import dataclass
from resolint.model import Block, Place, Span
from resolint.notation.traced import Source, Traced, join
from resolint.regex import lazy

FIELDS = (
    "symbol", "body", "session", "agenda_item", "sponsors", "distribution", "date", "language", "job_number", "kind",
)  # fmt: skip
"""The keys that become hints, in the order in which they are written."""

_OURS = frozenset({"symbol", "session", "agenda_item", "sponsors", "distribution", "job_number", "kind"})
"""Keys that other texts in Markdown do not have."""
_ALIASES = {"committee": "body"}
"""Keys that say more exactly what another field says."""
UNREAD = "front/unread-"
"""How the ids of blocks begin that hold a line of front matter nobody could read."""
_LIMIT = 64_000
_CLOSES = {"[": "]", "{": "}", '"': '"', "'": "'"}
_KEY_LINE = lazy(r"[ \t]*([A-Za-z][\w -]{0,40}?)[ \t]*[:=][ \t]*(.*)")


@dataclass(frozen=True, slots=True)
class Front:
    """What the front matter says, and the number of the first line behind it."""

    blocks: tuple[Block, ...] = ()
    hints: tuple[tuple[str, str, Span | None], ...] = ()
    lost: tuple[str, ...] = ()
    after: int = 0


def _closing(source: Source, fence: str) -> int | None:
    """The number of the line that closes the front matter."""
    ends = ("+++",) if fence == "+++" else ("---", "...")
    for number in range(1, len(source.starts)):
        if source.starts[number] > _LIMIT:
            return None
        if source.line(number).text.rstrip() in ends:
            return number
    return None


def _yaml(text: str) -> Any:
    """The value of a YAML text, None if it has none or PyYAML is not there; scalars stay as they are written."""
    try:
        import yaml
    except ImportError:
        return None
    try:
        return yaml.load(text, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, ValueError, RecursionError):
        return None


def _toml(text: str) -> Any:
    import tomllib

    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, ValueError, RecursionError):
        return None


class _Lines(dict[str, Any]):
    """What was read line by line, since the whole is neither TOML nor YAML."""


def _by_line(text: str) -> _Lines:
    """``key = value`` and ``key: value``, one on a line; all else is passed over."""
    found = _Lines()
    for line in text.split("\n"):
        match = _KEY_LINE.fullmatch(line.rstrip())
        if match and not _left_open(match.group(2)):
            found[match.group(1)] = match.group(2).strip().strip("\"'")
    return found


def _left_open(value: str) -> bool:
    """Whether a value begins a list, a table or a text in quotation marks that nothing on its line ends."""
    close = _CLOSES.get(value[:1])
    bare = value.partition(" #")[0].rstrip()
    return close is not None and (len(bare) < len(value[:1] + close) or not bare.endswith(close))


def _scalar(value: object) -> str | None:
    """A plain value as text, None for tables and lists."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str | int | float):
        return str(value)
    if isinstance(value, date | time):
        return value.isoformat()
    return None


def _values(value: object) -> list[str]:
    if isinstance(value, list):
        return [text for item in value[:1000] if (text := _scalar(item))]
    text = _scalar(value)
    return [text] if text else []


def as_line(names: Sequence[str]) -> str:
    """Several names as a line of running text: ``Georgia, Honduras and Japan``."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def _locate(source: Source, key: str, values: list[str], last: int) -> tuple[Traced, tuple[Place, ...]]:
    """The values as running text, each character with its place (that of its key if it is written with escapes), and where
    the key begins and ends.
    """
    here = source.starts[1]
    stop = source.starts[last]
    # The key is the draft's own word, so its pattern is none to be kept between processes.
    match = re.compile(rf"^[ \t]*[\"']?({re.escape(key)})[\"']?[ \t]*[:=][ \t]*", re.MULTILINE).search(
        source.text, here, stop
    )
    before: tuple[Place, ...] = ()
    if match is not None:
        number = bisect_right(source.starts, match.start(1))
        begin = source.starts[number - 1] - 1
        before = Place(0, number, match.start(1) - begin), Place(0, number, match.end(1) - begin)
        here = match.end()
    parts: list[Traced] = []
    for number, value in enumerate(values):
        if number:
            glue = " and " if number == len(values) - 1 else ", "
            parts.append(Traced(glue, [here] * len(glue), here))
        found = source.text.find(value, here, stop)
        if found < 0:
            parts.append(Traced(value, [here] * len(value), here))
        else:
            here = found + len(value)
            parts.append(Traced(value, range(found, here), here))
    return join(parts), before


def _mapping(text: str, fence: str) -> Mapping[Any, Any] | None:
    value = _toml(text) if fence == "+++" else _yaml(text)
    if isinstance(value, Mapping):
        return value
    if fence == "---" and not re.match(r"\s*[A-Za-z][\w -]{0,40}:", text):
        return None  # a thematic break, not front matter
    return _by_line(text)


def read_front(source: Source) -> Front:
    """Read the front matter of a source; an empty ``Front`` if it has none."""
    fence = source.line(0).text.rstrip()
    if fence not in ("+++", "---"):
        return Front()
    last = _closing(source, fence)
    if last is None:
        return Front()
    body = source.text[source.starts[1] : source.starts[last]].replace("\r\n", "\n").replace("\r", "\n")
    table = _mapping(body, fence)
    if table is None:
        return Front()
    blocks: list[Block] = []
    hints: list[tuple[str, str, Span | None]] = []
    lost: tuple[str, ...] = ()
    for raw_key, value in table.items():
        key = str(raw_key)
        values = _values(value)
        if key == "lost":
            lost = tuple(values)
            continue
        if not values:
            continue
        text, before = _locate(source, key, values, last)
        name = key.replace("-", "_").replace(" ", "_").lower()
        block = Block(
            f"front/{name}",
            "header",
            text.text,
            places=source.places(text),
            before=before,
        )
        if any(block.id == other.id for other in blocks):
            continue
        blocks.append(block)
        if (field := _ALIASES.get(name, name)) in FIELDS:
            hints.append((field, block.text, block.span()))
    return Front((*blocks, *_unread(source, table, last)), tuple(hints), lost, last + 1)


def _unread(source: Source, table: Mapping[Any, Any], last: int) -> Iterator[Block]:
    """The lines that say nothing where the whole is read line by line, so that somebody can be told."""
    if not isinstance(table, _Lines):
        return
    for number in range(1, last):
        line = source.line(number)
        text = line.text.strip()
        said = _KEY_LINE.fullmatch(text)
        if text and not text.startswith("#") and (said is None or _left_open(said.group(2))):
            at = source.text.index(text, source.starts[number])
            traced = Traced(text, range(at, at + len(text)), at + len(text))
            yield Block(f"{UNREAD}{number}", "header", text, places=source.places(traced))


_LABELLED = lazy(
    r"^[*_]{0,3}(committee|forum|question|topic|main submitters?|sponsors?|co-submitters?|signator(?:y|ies))[*_]{0,3}:",
    re.IGNORECASE | re.MULTILINE,
)
_BEGINNING = 2000


def is_of_draft(text: str) -> bool:
    """Whether a text begins with front matter that speaks of a draft, not of a page of some website, or with the lines of a
    conference: at least two of committee, topic, sponsors, signatories.
    """
    front = read_front(Source.of(text)) if text.startswith(("+++", "---")) else Front()
    labels = {found[1].lower() for found in _LABELLED.finditer(text, 0, _BEGINNING)}
    return any(field in _OURS for field, _, _ in front.hints) or len(labels) > 1


def write_front(values: Mapping[str, str], lost: Sequence[str]) -> str:
    """The front matter that says this, empty if there is nothing to say."""
    lines = [f"{_key(key)} = {_quoted(value)}" for key, value in values.items()]
    if lost:
        lines.append(f"lost = [{', '.join(_quoted(word) for word in lost)}]")
    return "\n".join(["+++", *lines, "+++", "", ""]) if lines else ""


def _key(key: str) -> str:
    return key if re.fullmatch(r"[A-Za-z0-9_-]+", key) else _quoted(key)


def _quoted(value: str) -> str:
    """A TOML string; JSON's escapes are TOML's, but for the delete character."""
    import json

    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
