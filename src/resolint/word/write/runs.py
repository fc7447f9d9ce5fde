"""Divides runs and puts them together again, and changes what stands in a ``w:rPr`` without losing what stood there.

A divided run is marked in a way that Word carries along (see ``signature``), so that the halves can be joined to
exactly the run that was there before.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import cast

from resolint.word.container.xml import ID, RPR, Element, R, T, w
from resolint.word.read import signature
from resolint.word.read.inline import BLANK, DEL_TEXT, SPACE

SESSION = w("rsidDel")
RPR_CHANGE = w("rPrChange")
_TEXTS = frozenset((T, DEL_TEXT))
_RPR_ORDER = {
    w(name): place
    for place, name in enumerate(
        (
            "ins", "del", "moveFrom", "moveTo", "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps",
            "strike", "dstrike", "outline", "shadow", "emboss", "imprint", "noProof", "snapToGrid", "vanish",
            "webHidden", "color", "spacing", "w", "kern", "position", "sz", "szCs", "highlight", "u", "effect", "bdr",
            "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath",
        )
    )
}  # fmt: skip
"""The order that the schema gives to the children of ``w:rPr``; what it does not name comes last."""


def plain_text(text: str) -> bool:
    """Whether a ``w:t`` shows this text as it is without an order to preserve white space."""
    return not text or (text[0] not in BLANK and text[-1] not in BLANK)


def can_split(run: Element, child: Element, inner: int) -> bool:
    """Whether ``run`` can be divided before character ``inner`` of ``child``, or before ``child`` where that is 0."""
    known = run.get(SESSION)
    if known is not None and not signature.flags_of(known):
        return False
    if inner == 0 or child.get(SPACE) == "preserve":
        return True
    # White space at the ends that Word does not show must not come to light.
    text = child.text or ""
    return plain_text(text) or (plain_text(text[:inner]) and plain_text(text[inner:]))


def split(run: Element, child: Element, inner: int) -> Element:
    """Divides ``run`` as ``can_split`` describes and gives the second half, which follows the first."""
    second = make(run, R)
    for key, value in run.attrib.items():
        second.set(key, value)
    how = signature.AFTER_CHILD
    moved = [child, *child.itersiblings()]
    if inner:
        how = signature.AFTER_SPACED if child.get(SPACE) == "preserve" else signature.AFTER_TEXT
        text, tail = child.text or "", child.tail
        rest = deepcopy(child)
        _write(child, text[:inner])
        _write(rest, text[inner:])
        rest.tail, child.tail = tail, None
        moved = [rest, *child.itersiblings()]
    flags = signature.flags_of(run.get(SESSION))
    second.set(SESSION, signature.session(how | (flags & signature.BARE)))
    properties = run.find(RPR)
    if properties is not None:
        second.append(deepcopy(properties))
    second.extend(moved)
    after(run, second)
    return second


def _write(element: Element, text: str) -> None:
    element.text = text
    if not plain_text(text):
        element.set(SPACE, "preserve")


def join(run: Element) -> None:
    """Puts ``run``, the second half of a divided run, back to the first, if that still stands before it; unmarks it."""
    flags = signature.flags_of(run.get(SESSION))
    if not flags:
        return
    del run.attrib[SESSION]
    first = run.getprevious()
    how = signature.continues(flags)
    if not how or first is None or first.tag != R or first.tail or not _alike(first, run):
        return
    children = [child for child in run if child.tag != RPR]
    if how != signature.AFTER_CHILD and children and len(first):
        last, rest = first[-1], children[0]
        if last.tag == rest.tag and last.tag in _TEXTS:
            last.text = (last.text or "") + (rest.text or "")
            if how == signature.AFTER_TEXT and SPACE in last.attrib:
                del last.attrib[SPACE]
            last.tail = rest.tail
            children = children[1:]
    first.extend(children)
    first.tail = run.tail
    run.tail = None
    parent = run.getparent()
    assert parent is not None
    parent.remove(run)


def _alike(one: Element, other: Element) -> bool:
    """Whether two runs have the same attributes and formatting, as halves of one run do."""
    mine = {key: value for key, value in one.attrib.items() if key != SESSION}
    return mine == dict(other.attrib.items()) and _shape(one.find(RPR)) == _shape(other.find(RPR))


def _shape(properties: Element | None) -> object:
    if properties is None:
        return None
    found = []
    for part in properties.iter():
        # A copy of somebody's tracked formatting has an id of its own.
        attributes = {k: v for k, v in part.attrib.items() if not (part.tag == RPR_CHANGE and k == ID)}
        found.append((part.tag, attributes, part.text))
    return found


def make(near: Element, tag: str, attributes: Mapping[str, str] | None = None) -> Element:
    """A new element in the namespace prefixes that hold at ``near``; it is not put anywhere yet."""
    prefixes = cast("dict[str, str]", near.nsmap)
    return near.makeelement(tag, dict(attributes or {}), prefixes)


# -- places in the tree ------------------------------------------------------------------------------------------


def after(place: Element, element: Element) -> None:
    """Puts ``element`` behind ``place``; white space behind ``place`` stays behind both."""
    tail = place.tail
    place.tail = None
    place.addnext(element)
    element.tail = tail


def before(place: Element, element: Element) -> None:
    """Puts ``element`` in front of ``place``."""
    place.addprevious(element)


def remove(element: Element) -> None:
    """Takes ``element`` out; the white space behind it stays."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        previous = element.getprevious()
        if previous is not None:
            previous.tail = (previous.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
        element.tail = None
    parent.remove(element)


def unwrap(element: Element) -> None:
    """Puts the children of ``element`` in its place."""
    for child in list(element):
        before(element, child)
    remove(element)


# -- formatting --------------------------------------------------------------------------------------------------


def mark(run: Element, flag: int) -> None:
    """Adds ``flag`` to the session number of ``run``."""
    run.set(SESSION, signature.session(signature.flags_of(run.get(SESSION)) | flag))


def properties_of(run: Element) -> Element:
    """The ``w:rPr`` of ``run``, made if there is none."""
    found = run.find(RPR)
    if found is None:
        found = make(run, RPR)
        run.insert(0, found)
    return found


def put(properties: Element, name: str, value: str | None = None) -> None:
    """Sets the property ``name`` (``i``) where the schema wants it, on, or to ``value``."""
    drop(properties, name)
    tag = w(name)
    added = make(properties, tag, {} if value is None else {w("val"): value})
    place = _RPR_ORDER[tag]
    index = 0
    for at, child in enumerate(properties):
        if isinstance(child.tag, str) and _RPR_ORDER.get(child.tag, 99) <= place:
            index = at + 1
    properties.insert(index, added)


def drop(properties: Element, *names: str) -> None:
    """Takes properties out by name."""
    tags = {w(name) for name in names}
    for child in list(properties):
        if child.tag in tags:
            remove(child)


def revision(parent: Element, name: str, number: int, author: str, date: str) -> Element:
    """A new element of a tracked change (``ins``, ``del``, ``rPrChange``); it is not put anywhere yet."""
    attributes = {ID: str(number), w("author"): author}
    if date:
        attributes[w("date")] = date
    return make(parent, w(name), attributes)
