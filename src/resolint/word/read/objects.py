"""What is drawn or set in a paragraph and has no characters: pictures, charts, equations and other objects, by name."""

from resolint.model import EQUATION
from resolint.word.container.xml import Element, w

_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_CHARTS = (
    "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "http://schemas.microsoft.com/office/drawing/2014/chartex",
)
_DIAGRAM = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
_VML, _OFFICE = "{urn:schemas-microsoft-com:vml}", "{urn:schemas-microsoft-com:office:office}"
_EMBEDDED, _IMAGE = _OFFICE + "OLEObject", _VML + "imagedata"
_PROPERTIES = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_SHAPE = _VML + "shape"
_LONGEST = 200
_OURS = "resolint "


def said_of(drawn: Element) -> str | None:
    """The value of the mark of a drawing (``w:drawing``, ``w:pict``, ``w:object``): what it is, a blank, its name.

    The name is what its author wrote for those who cannot see it, else the title or the name that Word gave. None for
    lines, boxes and other shapes that show nothing of their own.
    """
    kind = _kind(drawn)
    if kind is None:
        return None
    properties = drawn.find(f".//{_PROPERTIES}")
    known = "" if properties is None else properties.get("name") or ""
    if properties is not None and known.startswith(_OURS):
        # Built from the notation: the address that it had there.
        kind = known.removeprefix(_OURS).partition(" ")[0] or kind
        return f"{kind} {' '.join((properties.get('descr') or '').split())[:_LONGEST]}"
    return f"{kind} {_name(drawn)}"


def _kind(drawn: Element) -> str | None:
    embedded = drawn.find(f".//{_EMBEDDED}")
    if embedded is not None:
        return EQUATION if (embedded.get("ProgID") or "").startswith("Equation") else "object"
    for element in drawn.iter():
        tag = element.tag
        if not isinstance(tag, str):
            continue
        space = tag[1:].partition("}")[0]
        if tag == _IMAGE or space == _PICTURE:
            return "picture"
        if space in _CHARTS:
            return "chart"
        if space == _DIAGRAM:
            return "diagram"
    return "object" if drawn.tag == w("object") else None


def _name(drawn: Element) -> str:
    properties, shape, image = (drawn.find(f".//{tag}") for tag in (_PROPERTIES, _SHAPE, _IMAGE))
    found: list[str | None] = []
    if properties is not None:
        found += [properties.get(key) for key in ("descr", "title", "name")]
    if shape is not None:
        found.append(shape.get("alt"))
    if image is not None:
        found.append(image.get(_OFFICE + "title"))
    return next((" ".join(name.split())[:_LONGEST] for name in found if name and name.strip()), "")
