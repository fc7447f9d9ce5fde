"""Reads the cards of ``rules/`` and says exactly what is wrong with one."""

from __future__ import annotations

import itertools
import marshal
import os
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, get_args

from resolint import regex
from resolint.cards import plants, wakes
from resolint.cards.files import files, place_of, text_of
from resolint.cards.index import indexed
from resolint.cards.nearest import hint
from resolint.cards.places import data_dir
from resolint.errors import BadCard
from resolint.findings import SEVERITIES, Applicability, Confidence
from resolint.lexicon import LANGUAGES, TONGUES
from resolint.rule import DRAFT_KEYS, Card, CheckKind, Example, Wake

__all__ = ["CHECK_KINDS", "LOSSES", "load_cards", "packed", "parse_card", "read_cards"]

CHECK_KINDS: tuple[str, ...] = get_args(CheckKind)
LOSSES = ("italics", "notes", "labels", "masthead")
"""What a source can lose and a card can need."""
DOCUMENT_KINDS = ("resolution", "decision", "declaration", "amendment", "report", "other")

_PLACEHOLDER = regex.compiled(r"\{([a-z_]+)\}")
_REQUIRED = ("id", "name", "severity", "confidence", "authority", "message")
_WORDS: Mapping[str, tuple[str, ...]] = {
    "severity": SEVERITIES,
    "confidence": get_args(Confidence),
    "fix": get_args(Applicability),
    "check": CHECK_KINDS,
}
_LISTS: Mapping[str, tuple[str, ...] | None] = {
    "bodies": None,
    "kinds": DOCUMENT_KINDS,
    "needs": LOSSES,
    "languages": (*LANGUAGES, *TONGUES),
    "yields_to": None,
}
_TEXTS = ("id", "name", "authority", "message", "since", "until", "off", "elsewhere", *_WORDS)
_KEYS = (
    *_REQUIRED,
    "check",
    "fix",
    "bodies",
    "kinds",
    "languages",
    "needs",
    "since",
    "until",
    "off",
    "conferences",
    "yields",
    "yields_to",
    "remarks",
    "wakes",
    "excuses",
    "plant",
    "options",
    "draft",
    "elsewhere",
)


def load_cards(*extra_dirs: str | os.PathLike[str], examples: bool = False) -> tuple[Card, ...]:
    """The cards of ``rules/`` and of ``extra_dirs``, ordered by id.

    Prose and examples are read only if ``examples`` is true; linting does without them, and takes our cards from the
    index. Cards are data: nothing in
    them is run, and patterns of ``extra_dirs`` that could run away are refused. Raises BadCard for a card with a
    fault and for two cards of one id or name.
    """
    cards: dict[str, Card] = {}
    names: dict[str, Card] = {}
    ours = _ours_whole() if examples else _ours()
    own = (card for folder in extra_dirs for card in read_cards(os.fspath(folder), examples=examples, trusted=False))
    for card in itertools.chain(ours, own):
        for key, taken in ((card.id, cards), (card.name, names)):
            if key in taken:
                raise BadCard(f"{card.path}: {key} is taken already, by {taken[key].path}; choose another one")
        cards[card.id] = names[card.name] = card
    return tuple(cards[key] for key in sorted(cards))


@cache
def _ours() -> tuple[Card, ...]:
    """Our own cards off the index, unpacked once: what is kept by their options then serves every session."""
    return tuple(map(_unpacked, indexed().get("cards")))


@cache
def _ours_whole() -> tuple[Card, ...]:
    """Our own cards with prose and examples, read off their files once."""
    return read_cards(os.fspath(data_dir("rules")), examples=True, trusted=True)


def read_cards(folder: str, *, examples: bool, trusted: bool) -> tuple[Card, ...]:
    """The cards below ``folder``, read off their files. Raises BadCard."""
    return tuple(
        parse_card(text_of(path, shown), shown, examples=examples, trusted=trusted) for path, shown in files(folder)
    )


def whole(card: Card, *extra_dirs: str | os.PathLike[str]) -> Card:
    """``card`` with prose and examples, read off its own file: to read hundreds takes longer than most drafts. Raises BadCard."""
    for folder in (ours := data_dir("rules"), *extra_dirs):
        if (path := place_of(os.fspath(folder), card.path)) is not None:
            return parse_card(text_of(path, card.path), card.path, trusted=folder is ours)
    raise BadCard(f"{card.path}: the card is not there any more")


_PACKED = (
    "id", "name", "severity", "confidence", "authority", "message", "check", "fix", "bodies", "kinds", "needs", "languages",
    "since", "until", "off", "conferences", "yields", "yields_to", "remarks", "excuses", "options", "path", "drafts",
)  # fmt: skip


_FORMAT = 6


def packed(card: Card) -> tuple[Any, ...]:
    """A card without prose and examples as plain values, for the index."""
    ways = None if card.wakes is None else tuple(map(tuple, card.wakes))
    own = marshal.dumps(dict(card.drafts), _FORMAT) if card.drafts else b""
    return ways, *(getattr(card, name) for name in _PACKED[:-1]), own


def _unpacked(values: tuple[Any, ...]) -> Card:
    ways = None if values[0] is None else tuple(Wake(*way) for way in values[0])
    card = dict(zip(_PACKED, values[1:], strict=True))
    card["drafts"] = _Packed(card["drafts"]) if card["drafts"] else {}
    return Card(**card, wakes=ways)


class _Packed(Mapping[str, Mapping[str, Any]]):
    """What is otherwise in other languages, unpacked when a draft in one of them asks for it."""

    def __init__(self, packed: bytes) -> None:
        self._packed = packed

    def _values(self) -> dict[str, Mapping[str, Any]]:
        values: dict[str, Mapping[str, Any]] = marshal.loads(self._packed)
        return values

    def __getitem__(self, language: str) -> Mapping[str, Any]:
        return self._values()[language]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values())

    def __len__(self) -> int:
        return len(self._values())


def parse_card(source: str, path: str, *, examples: bool = True, trusted: bool = False) -> Card:
    """The card written in ``source``; ``path`` is its place for messages and must fit its id and name.

    Patterns of a card that is not ``trusted`` are tested in any case, else only together with the examples.

    Raises BadCard, naming the file, the line, the key and what is allowed.
    """
    if source.startswith("\ufeff"):
        source = source[1:]
    front, body, first = _split(source, path)
    import tomllib

    try:
        values = tomllib.loads(front)
    except (ValueError, RecursionError) as error:
        # The TOML begins on the second line of the file.
        words = re.sub(r"\(at line (\d+), ", lambda found: f"(at line {int(found[1]) + 1} of the card, ", str(error))
        raise BadCard(f"{path}: the front matter is no TOML: {words}") from None
    _validate(values, _Fault(path, front))
    _check_place(values, path)
    if values.get("check", "code") != "code":
        if "wakes" in values:
            raise _Fault(path, front)("wakes", "what wakes a rule of this kind is read off its words; take the key out")
        _check_kind(values, _Fault(path, front), deep=examples or not trusted)
    for own in values.get("draft", {}).values():
        if own.get("check", "code") != "code":
            options = {key: value for key, value in own.items() if key not in DRAFT_KEYS}
            spoken = {"check": own["check"], "options": options, "message": own.get("message", values["message"])}
            _check_kind(spoken, _Fault(path, front), deep=examples or not trusted)
    try:
        ways = wakes.read(values.get("wakes", wakes.ALWAYS))
    except wakes.WrongWakes as error:
        raise _Fault(path, front)("wakes", str(error)) from None
    try:
        planted = plants.read(values.get("plant", []), deep=examples or not trusted)
    except plants.WrongPlant as error:
        raise _Fault(path, front)("plant", str(error)) from None
    prose: Mapping[str, str] = {}
    found: tuple[Example, ...] = ()
    if examples:
        from resolint.cards.examples import parse_body

        prose, found = parse_body(body.split("\n"), first, path)
    card = Card(
        id=values["id"],
        name=values["name"],
        severity=values["severity"],
        confidence=values["confidence"],
        authority=values["authority"],
        message=values["message"],
        check=values.get("check", "code"),
        fix=values.get("fix"),
        bodies=tuple(values.get("bodies", ())),
        kinds=tuple(values.get("kinds", ())),
        needs=tuple(values.get("needs", ())),
        languages=tuple(dict.fromkeys((*values.get("languages", LANGUAGES), *values.get("draft", ())))),
        since=values.get("since"),
        until=values.get("until"),
        off=values.get("off"),
        conferences=values.get("conferences", False),
        yields=values.get("yields", False),
        yields_to=tuple(values.get("yields_to", ())),
        remarks=values.get("remarks", False),
        wakes=ways,
        excuses=values.get("excuses", {}),
        options=values.get("options", {}),
        examples=found,
        prose=prose,
        path=path,
        plants=planted if examples else (),
        drafts=values.get("draft", {}),
        elsewhere=values.get("elsewhere", ""),
    )
    if examples and card.fix in ("safe", "suggest") and not any(example.kind == "fixed" for example in found):
        raise BadCard(f"{path}: the card promises a fix, but no ```fixed example follows a ```bad one; add one")
    return card


class _Fault:
    """Makes the error for a key of the front matter, with its line."""

    def __init__(self, path: str, front: str) -> None:
        self.path = path
        self.front = front

    def __call__(self, key: str, words: str) -> BadCard:
        for number, line in enumerate(self.front.split("\n"), 2):
            if line.lstrip().startswith(key) and line.lstrip()[len(key) :].lstrip().startswith("="):
                return BadCard(f"{self.path}, line {number}, key {key}: {words}")
        return BadCard(f"{self.path}, key {key}: {words}")


def _split(source: str, path: str) -> tuple[str, str, int]:
    """Front matter, body, and the number of the body's first line."""
    source = source.replace("\r\n", "\n")
    if not source.startswith("+++\n"):
        raise BadCard(f"{path}, line 1: a card begins with a line +++, then TOML, then a line +++")
    end = source.find("\n+++\n", 3)
    if end < 0:
        if not source.endswith("\n+++"):
            raise BadCard(f"{path}, line 1: the front matter is not closed; end it with a line +++")
        end = len(source) - 4
    front = source[4 : end + 1]
    return front, source[end + 5 :], front.count("\n") + 3


def _validate(values: Mapping[str, Any], fault: _Fault) -> None:
    for key, value in values.items():
        if key not in _KEYS:
            raise fault(key, f"there is no such key; {hint(key, _KEYS)}")
        if key in _TEXTS and (not isinstance(value, str) or not value.strip()):
            raise fault(key, "a text in double quotation marks is needed")
        if key in _LISTS and not (isinstance(value, list) and all(isinstance(item, str) for item in value)):
            raise fault(key, 'a list of texts is needed, such as ["one", "two"]')
        if key in ("conferences", "yields", "remarks") and not isinstance(value, bool):
            raise fault(key, "true or false is needed")
        if key == "options" and not isinstance(value, dict):
            raise fault(key, "a table is needed: a line [options], then one line for each option")
        if key == "excuses" and not (isinstance(value, dict) and all(isinstance(why, str) for why in value.values())):
            raise fault(key, 'a table of reasons by rule is needed, such as { STR016 = "the annex is left out" }')
        if key == "draft":
            _test_drafts(value, fault)
        if (test := _TESTS.get(key)) is not None:
            test(key, value, fault)
    for key in _REQUIRED:
        if key not in values:
            raise fault(key, "the key is missing; every card has " + ", ".join(_REQUIRED))


def _test_drafts(value: Any, fault: _Fault) -> None:
    """The tables ``[draft.fr]``: keys of a card that may differ there, and options."""
    if not isinstance(value, dict) or not all(isinstance(own, dict) for own in value.values()):
        raise fault("draft", "a table for each language is needed: a line [draft.fr]")
    for language, own in value.items():
        if language not in TONGUES:
            raise fault("draft", f"'{language}' is not allowed; {hint(language, TONGUES)} ({', '.join(TONGUES)})")
        for key in DRAFT_KEYS:
            if key in own and key in _WORDS:
                _test_word(key, own[key], fault)
            elif key in own and key in _LISTS:
                _test_list(key, own[key], fault)


def _test_word(key: str, value: str, fault: _Fault) -> None:
    if value not in _WORDS[key]:
        raise fault(key, f"'{value}' is not allowed; {hint(value, _WORDS[key])} ({', '.join(_WORDS[key])})")


def _test_list(key: str, value: list[str], fault: _Fault) -> None:
    allowed = _LISTS[key]
    for item in value:
        if allowed is not None and item not in allowed:
            raise fault(key, f"'{item}' is not allowed; {hint(item, allowed)} ({', '.join(allowed)})")


def _test_id(key: str, value: str, fault: _Fault) -> None:
    family = value.rstrip("0123456789")
    if len(value) - len(family) != 3 or len(family) != 3 or not (family.isascii() and family.isupper()):
        raise fault(key, f"'{value}' is no id; an id is three capital letters and three digits, such as PRE002")


def _test_name(key: str, value: str, fault: _Fault) -> None:
    words = value.split("-")
    if not all((word.isascii() and word.isalnum() and word.islower()) or word.isdecimal() for word in words):
        raise fault(key, f"'{value}' is no name; write small letters and digits joined by hyphens")


def _test_date(key: str, value: str, fault: _Fault) -> None:
    numbers = value.split("-")
    if [len(part) for part in numbers] != [4, 2, 2] or not all(part.isdecimal() for part in numbers):
        raise fault(key, f"'{value}' is no date; write it as year-month-day, such as 2018-01-31")


_TESTS: Mapping[str, Callable[[str, Any, _Fault], None]] = {
    "id": _test_id,
    "name": _test_name,
    "since": _test_date,
    "until": _test_date,
    **dict.fromkeys(_WORDS, _test_word),
    **dict.fromkeys(_LISTS, _test_list),
}


def _check_kind(values: Mapping[str, Any], fault: _Fault, *, deep: bool) -> None:
    """The options of a declarative rule; its patterns and message are tested only where time does not matter."""
    from resolint.cards import kinds

    options = values.get("options", {})
    try:
        kinds.validate(values["check"], options)
        if deep:
            kinds.validate_patterns(options)
    except kinds.WrongOption as error:
        raise fault(error.key, str(error)) from None
    for name in _PLACEHOLDER.findall(values["message"]) if deep else ():
        if name not in kinds.VALUES[values["check"]]:
            raise fault("message", f"there is no value {{{name}}}; {hint(name, kinds.VALUES[values['check']])}")


def _check_place(values: Mapping[str, Any], path: str) -> None:
    """A card lies in the folder of its family under its id and name, so that it can be found."""
    family = values["id"].rstrip("0123456789")
    place = f"{family}/{values['id']}-{values['name']}.md"
    if not path.replace("\\", "/").endswith(place):
        raise BadCard(f"{path}: id and name of this card ask for the place {place}; rename the file or correct them")
