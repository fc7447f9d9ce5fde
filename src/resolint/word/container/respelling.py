"""XML written again as its source spells it: what an edit did not touch keeps its bytes.

XML can say the same in many ways: ``<w:p/>`` and ``<w:p></w:p>``, ``'`` and ``"`` around values, ``&#xA;`` and ``&#10;``,
CDATA, blanks inside of tags. Every element keeps its place in the source from the time of parsing; its tags and texts are
taken from there when the tree is written, as far as they still say the same.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from operator import itemgetter, ne
from sys import intern

from lxml import etree

from resolint.frozen import NamedTuple
from resolint.regex import lazy
from resolint.word.container.xml import Element

_NO_TAG = r"<!--(?:[^-]|-(?!-))*+-->|<\?(?:[^?]|\?(?!>))*+\?>|(?:[^<]++|<!\[CDATA\[(?:[^\]]|\](?!\]>))*+\]\]>)++"
_TAG = r"(?:[^\"'<>]++|\"[^\"]*+\"|'[^']*+')*+>"
_TOKEN = lazy(rf"{_NO_TAG}|<{_TAG}")
_PIECE = lazy(rf"{_NO_TAG}|</[^>]++>|<{_TAG}(?:(?<!/>)</[^>]++>)?+")
"""A token, or both tags of an element that is empty."""
_ATTRIBUTE = lazy(r"\s++([^\s=\"'<>/]++)\s*+=\s*+(\"[^\"]*+\"|'[^']*+')")
_NAME = lazy(r"<([^\s/>]++)")
_REFERENCE = lazy(r"&(?:#x([0-9A-Fa-f]{1,6})|#([0-9]{1,7})|(lt|gt|amp|quot|apos));")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"', "apos": "'"}
_ALWAYS = frozenset("<&")
_TWO_TAGS = "></>"


class _Node(NamedTuple):
    """How an element (a comment, an instruction) is spelt: its tags, and the texts behind each of them."""

    start: str
    end: str
    text: str
    tail: str


class Spelling:
    """The source of a part, to write its tree again in."""

    __slots__ = ("_closings", "_elements", "_plain", "_said", "_source", "_spelt")

    def __init__(self, source: str, root: Element, plain: str) -> None:
        """``source`` is what ``root`` was parsed from and ``plain`` what lxml writes of it, before anything is changed."""
        self._source, self._plain = source, plain
        self._elements = [*root.iter()]
        self._spelt: Sequence[_Node] = ()
        self._said: Sequence[_Node] = ()
        self._closings: defaultdict[str, Counter[str]] = defaultdict(Counter)

    def written(self, root: list[Element], text: str, *, last: bool = False) -> str:
        """``text``, which lxml wrote of the changed tree, with everything that still is as it was spelt as in the source.

        For the ``last`` time the tree is taken out of the list: of a long part it is as large as the proof that comes after.
        """
        if text == self._plain:
            return self._source
        found = self._by_token(root[0], text)
        if found is not None and last:
            root.clear()
            self._elements = []
        if found is not None and _says(found, text):
            return found
        found = self._by_element(root[0], text) if root else None
        return found if found is not None and _says(found, text) else text

    def _by_token(self, root: Element, text: str) -> str | None:
        """What is wanted, where the source spells each tag and each text in one way throughout; None elsewhere.

        That is how programs write, and takes a fraction of the time: what is known is exchanged wherever it stands.
        """
        source, plain, pieces = _pieces(self._source), _pieces(self._plain), _pieces(text)
        known = dict(zip(plain, source, strict=False))
        if len(plain) != len(source) or any(map(ne, map(known.__getitem__, plain), source)):
            return None
        begin = {piece for piece in {*plain, *pieces} if _begins(piece)}
        begins = [*filter(begin.__contains__, plain)]
        del source, plain
        self._closings = _closings_of(((*_tags(known[tag]), tag), count) for tag, count in Counter(begins).items())
        spells = _spells((spelt for piece, spelt in known.items() if piece[0] != "<"), self._source)
        parts = [*map(known.get, pieces, pieces)]
        new: dict[int, int] = {}
        for place, (piece, number) in enumerate(zip(pieces, accumulate(map(begin.__contains__, pieces)), strict=True)):
            if piece in known:
                continue
            if piece in begin:
                new[number - 1] = place
            elif piece[0] != "<":
                parts[place] = piece.translate(spells)
        del pieces
        changed = {element: new[at] for at, element in enumerate(root.iter()) if at in new}
        for said, element in zip(begins, self._elements, strict=True):
            if element in changed:
                place = changed.pop(element)
                (start, end), token = _tags(known[said]), _tags(parts[place])[0]
                parts[place] = _tag(start, _tags(said)[0], token) + parts[place][len(token) :]
                if token.endswith("/>"):
                    parts[place] += end if said.endswith("/>") else self._closing(start, f"</{_name(token)}>")
        for place in changed.values():
            parts[place] = self._new(parts[place])
        return "".join(parts)

    def _by_element(self, root: Element, text: str) -> str | None:
        """What is wanted, each element spelt as its own place in the source spells it; None where that has no counterpart."""
        known: dict[str, str] = {}
        spelt, said = _nodes(self._source, known), _nodes(self._plain, known)
        if len(spelt) != len(said):
            return None
        self._spelt, self._said = spelt, said
        spells = _spells((part for node in spelt for part in (node.text, node.tail)), self._source)
        tags = Counter((one.start, one.end, plain.start) for one, plain in zip(spelt, said, strict=True))
        self._closings = _closings_of(tags.items())
        order = {element: at for at, element in enumerate(self._elements)}
        parts: list[str] = []
        for kind, at, token in _events(text, [order.get(element) for element in root.iter()]):
            parts.append(self._one(kind, at, token, spells))
        # Of a long part these are larger than the tree: they go before another is made of it.
        del spelt, said, known
        self._spelt = self._said = ()
        return "".join(parts)

    def _one(self, kind: str, at: int | None, token: str, spells: dict[int, str]) -> str:
        if at is None:
            return token.translate(spells) if kind in ("text", "tail") else self._new(token)
        spelt, said = self._spelt[at], self._said[at]
        if kind == "start":
            return _tag(spelt.start, said.start, token)
        if kind == "empty":
            return _tag(spelt.start, said.start, token) + (
                self._closing(spelt.start, spelt.end) if said.end else spelt.end
            )
        if kind == "end":
            return spelt.end if token == said.end else token
        old, new = (spelt.text, said.text) if kind == "text" else (spelt.tail, said.tail)
        return old if token == new else token.translate(spells)

    def _new(self, tag: str) -> str:
        """The tag of a new element, closed as most empty ones of its name are."""
        if not tag.endswith("/>") or not (known := self._closings.get(_name(tag))):
            return tag
        closing = known.most_common(1)[0][0]
        return tag if closing == _TWO_TAGS else _open(tag) + closing

    def _closing(self, start: str, end: str) -> str:
        """What closes an element that has lost all that stood in it: as most empty ones of its name are closed, or most."""
        for known in (_name(start), ""):
            if self._closings[known]:
                closing = self._closings[known].most_common(1)[0][0]
                return f">{end}" if closing == _TWO_TAGS else closing
        return f">{end}"


def _closings_of(tags: Iterable[tuple[tuple[str, str, str], int]]) -> defaultdict[str, Counter[str]]:
    """How often which end closes the empty elements of each name, and under the name "" of all.

    ``tags`` are the two tags of elements as the source spells them, the first as lxml writes it, and how often they are there.
    """
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for (start, end, said), count in tags:
        if said.endswith("/>"):
            closing = _TWO_TAGS if end else start[len(_open(start)) :]
            found[_name(start)][closing] += count
            found[""][closing] += count
    return found


def _pieces(text: str) -> list[str]:
    """The tags and texts of a part one after the other, the two of an empty element together; the same ones are one string."""
    return [*map(intern, map(itemgetter(0), _PIECE.finditer(text)))]


def _tags(piece: str) -> tuple[str, str]:
    """The first tag of a piece, and the second where it has both."""
    at = piece.find("></") + 1
    return (piece[:at], piece[at:]) if at and piece[1] not in "!?" else (piece, "")


def _begins(token: str) -> bool:
    """Whether an element (a comment, an instruction) begins with a token."""
    return token[0] == "<" and token[1] != "/"


def _says(found: str, text: str) -> bool:
    """Whether a spelling says what lxml wrote: nothing is written otherwise."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.tostring(etree.fromstring(found, parser), encoding="unicode", with_tail=False) == text
    except etree.XMLSyntaxError:
        return False


def _events(text: str, order: Sequence[int | None]) -> Iterator[tuple[str, int | None, str]]:
    """The tokens of what lxml wrote: what each is, and of which element of the source, by number.

    ``order`` has for each element that is written its number in the source, None if it is new.
    """
    numbers = iter(order)
    open_now: list[int | None] = []
    last, behind = None, "text"
    for match in _TOKEN.finditer(text):
        token = match.group()
        if token[0] != "<":
            yield behind, last, token
        elif token[1] == "/":
            last, behind = open_now.pop(), "tail"
            yield "end", last, token
        else:
            last = next(numbers, None)
            if token[1] in "!?":
                behind = "tail"
                yield "start", last, token
            elif token[-2] == "/":
                behind = "tail"
                yield "empty", last, token
            else:
                open_now.append(last)
                behind = "text"
                yield "start", last, token


def _nodes(source: str, known: dict[str, str]) -> list[_Node]:
    """The elements, comments and instructions of a source in order; strings that are ``known`` are not kept twice."""
    starts: list[str] = []
    ends: list[str] = []
    texts: list[str] = []
    tails: list[str] = []
    open_now: list[int] = []
    here, row = -1, texts
    for match in _TOKEN.finditer(source):
        token = match.group()
        token = known.setdefault(token, token)
        if token[0] != "<" or token.startswith("<![CDATA["):
            if here >= 0:
                row[here] += token
        elif token[1] == "/":
            here, row = open_now.pop() if open_now else -1, tails
            if here >= 0:
                ends[here] = token
        else:
            here = len(starts)
            starts.append(token)
            for other in (ends, texts, tails):
                other.append("")
            row = texts
            if token[1] in "!?" or token[-2] == "/":
                row = tails
            else:
                open_now.append(here)
    return [_Node(*node) for node in zip(starts, ends, texts, tails, strict=True)]


def _tag(spelt: str, said: str, token: str) -> str:
    """A start tag as it is now, spelt as the source spelt what it was; ``said`` is that as lxml writes it.

    Where something has lost all that stood in it, what closes the tag is left out.
    """
    if token == said:
        return spelt
    if spelt[1] in "!?":
        return token
    now = _open(spelt)
    end = spelt[len(now) :]
    if _open(said) != _open(token):
        now = _changed(now, _open(said), _open(token))
    if token.endswith("/>"):
        return now + end if said.endswith("/>") else now
    return f"{now}>" if said.endswith("/>") else now + end


def _open(tag: str) -> str:
    """A start tag without what closes it."""
    return tag[: -2 if tag.endswith("/>") else -1].rstrip()


def _name(tag: str) -> str:
    found = _NAME.match(tag)
    return found[0] if found else ""


def _changed(spelt: str, said: str, token: str) -> str:
    """An opening spelt like ``spelt`` that says ``token`` and no more ``said``."""
    old, new = (dict(_ATTRIBUTE.findall(tag)) for tag in (said, token))
    parts = [_name(token)]
    for match in _ATTRIBUTE.finditer(spelt):
        key = match[1]
        if new.get(key) == old.get(key):
            parts.append(match.group())
        elif key in new:
            parts.append(f"{match.group()[: match.start(2) - match.start()]}{new[key]}")
    parts += [f" {key}={value}" for key, value in new.items() if key not in old]
    return "".join(parts)


def _spells(texts: Iterable[str], source: str) -> dict[int, str]:
    """Characters that the texts of a source always write in another way, as a reference or two line ends, and how."""
    found: dict[str, str] = {}
    bare: set[str] = set()
    for text in texts:
        if not text.strip() or text.startswith("<!["):
            continue
        if "&" in text:
            for match in _REFERENCE.finditer(text):
                code = int(match[1], 16) if match[1] else int(match[2]) if match[2] else ord(_NAMED[match[3]])
                if code < 0x110000:
                    found.setdefault(chr(code), match.group())
            text = _REFERENCE.sub("", text)
        bare.update(text)
    spells = {ord(char): spelt for char, spelt in found.items() if char not in bare and char not in _ALWAYS}
    if 0 < source.count("\n") == source.count("\r\n"):
        spells[ord("\n")] = "\r\n"
    return spells
