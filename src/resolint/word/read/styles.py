"""What formatting text has in the end: directly, by character style, by paragraph style, by default.

``styles.xml`` may hold 400 KB of which a draft uses three styles, so it is cut into styles by their tags and
only those in use are parsed. Bits stand for properties so that equal formatting compares as equal numbers.
Table styles are not looked at. (ISO/IEC 29500-1, 17.7.2 style hierarchy and 17.7.3 toggle properties.)
"""

from resolint.frozen import NamedTuple
from resolint.regex import lazy
from resolint.word.container import xml
from resolint.word.container.xml import RPR, VAL, Element, children, number, on, w

ITALIC, BOLD, UNDERLINE, STRIKE, SUPERSCRIPT, HIGHLIGHT, HIDDEN, COLOUR, FACE = (1 << n for n in range(9))

Direct = tuple[tuple[str, str | None], ...]
"""The formatting elements of one ``w:rPr`` that matter here: short name and value, in their order."""

PROPERTIES = {
    w(name): name
    for name in ("i", "b", "u", "strike", "dstrike", "vertAlign", "highlight", "vanish", "rStyle", "color")
} | {w("rPrChange"): ""}
_HEADING_NAME = lazy(r"(?:reg|anno)?h(?:m|ch|1|2/?3|4|5/?6)(?:g[arc]?)?|heading[1-9]")
"""The names of heading styles; those of Geneva end in G, in versions in Arabic, Russian and Chinese in GA, GR and GC."""
_HEADING_LEVEL = {"m": 0, "c": 1, "1": 2, "2": 3, "4": 4, "5": 5}
_TITLES = frozenset(("title", "titlehch", "titleh1", "titleh2", "decisiontitle", "decisionnumber"))
_TOGGLES = {"i": ITALIC, "b": BOLD, "strike": STRIKE, "dstrike": STRIKE, "vanish": HIDDEN}
_STYLE_ID = lazy(rb'\sw:styleId="([^"]*)"')
_DEFAULT = lazy(rb'\sw:default="(?:1|true|on)"')
_TRANSITIONAL = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_DEFAULTS_KEY = " defaults"
_DEEPEST = 24
"""How many styles one may be based on in turn; Word itself allows about ten."""


class Said(NamedTuple):
    """A font and a size in half points, each None where nothing says it; a font of the theme begins with ``+``."""

    font: str | None = None
    size: int | None = None

    def over(self, below: "Said") -> "Said":
        """What holds where ``below`` holds for what this one does not say."""
        if self.font is not None and self.size is not None:
            return self
        return Said(below.font if self.font is None else self.font, below.size if self.size is None else self.size)


NOTHING_SAID = Said()
_UNSAID = Said("Times New Roman", 20)
"""What Word takes where a file says nothing."""


class Style(NamedTuple):
    """One style with its chain of ``w:basedOn`` followed: None stands for *says nothing*.

    ``name`` is in lower case without spaces and underscores. ``on`` and ``known`` hold the bits that the chain
    sets, and those it says anything about. ``heading`` is the level of a heading from 0, -1 if it is none.
    """

    id: str
    name: str = ""
    on: int = 0
    known: int = 0
    outline: int | None = None
    num_id: int | None = None
    level: int | None = None
    frame: bool = False
    chain: tuple[str, ...] = ()
    heading: int = -1
    face: Said = NOTHING_SAID


FONTS, SIZE = w("rFonts"), w("sz")
_THEME = w("asciiTheme")
_NAMES = (w("ascii"), w("hAnsi"))
OUTLINE, NUM_PR, FRAME, NUM_ID, ILVL = w("outlineLvl"), w("numPr"), w("framePr"), w("numId"), w("ilvl")
DROP_CAP = w("dropCap")


def plain_name(name: str) -> str:
    """A style's name so that the spellings of merged templates agree: ``_ H _Ch_G`` becomes ``hchg``."""
    return name.replace("_", "").replace(" ", "").casefold()


def direct(rpr: Element, original: bool) -> Direct:
    """What a ``w:rPr`` says itself; in the original view the formatting before a tracked change counts."""
    found: list[tuple[str, str | None]] = []
    for child in children(rpr):
        name = PROPERTIES.get(child.tag)
        if name:
            found.append((name, child.get(VAL)))
        elif name is not None and original:
            old = child.find(RPR)
            return () if old is None else direct(old, False)
    return tuple(found)


def said_of_face(rpr: Element) -> Said:
    """The font and the size that a ``w:rPr`` says itself."""
    fonts, size = rpr.find(FONTS), rpr.find(SIZE)
    if fonts is None and size is None:
        return NOTHING_SAID
    font = None
    if fonts is not None:
        theme = fonts.get(_THEME)
        font = f"+{theme[:5].lower()}" if theme else next((name for key in _NAMES if (name := fonts.get(key))), None)
    return Said(font, None if size is None else number(size.get(VAL)))


def _set(said: Direct) -> tuple[int, int]:
    """The bits that are on, and those about which something is said."""
    bits = known = 0
    for name, value in said:
        bit = _TOGGLES.get(name, 0)
        if bit:
            state = on(value)
        elif name == "u":
            bit, state = UNDERLINE, value not in (None, "none")
        elif name == "vertAlign":
            bit, state = SUPERSCRIPT, value == "superscript"
        elif name == "highlight":
            bit, state = HIGHLIGHT, value not in (None, "none")
        else:
            continue
        if known & bit and name == "dstrike":
            state = state or bool(bits & bit)
        bits = bits | bit if state else bits & ~bit
        known |= bit
    return bits, known


def _coloured(said: Direct) -> int:
    """The bit of a colour that somebody gave to a run itself; those of styles belong to headings and links."""
    value = next((value for name, value in reversed(said) if name == "color"), None)
    if value is None or not _RGB.fullmatch(value):
        return 0
    return COLOUR if max(bytes.fromhex(value)) > _DARKEST else 0


_RGB = lazy("[0-9A-Fa-f]{6}")
_DARKEST = 0x48
"""Text that comes from the web or a PDF is nearly black, and meant to be black."""
_TOGGLE_BITS = ITALIC | BOLD | STRIKE | HIDDEN


class Styles:
    """The styles of one file, each resolved when it is first asked for."""

    __slots__ = ("_default_face", "_defaults", "_formats", "_raw", "_said", "_said_by", "_shared", "default")

    def __init__(self, data: bytes | None, said: str = "the draft") -> None:
        """``data`` is the part ``styles.xml``, None if the file has none. Raises UnreadableDraft if it is broken."""
        self._said = said
        self._formats: dict[str, dict[Direct, int]] = {}
        self._shared: dict[str, Style] = {}
        self._said_by: dict[str, _Own | None] = {}
        self._raw = _Sheet(data, said)
        self.default = self._raw.default
        defaults = self._raw.document_defaults()
        self._defaults = (0, 0) if defaults is None else _set(direct(defaults, False))
        self._default_face = NOTHING_SAID if defaults is None else said_of_face(defaults)

    def get(self, style_id: str | None) -> Style:
        """The style with this id, or the default paragraph style if there is none."""
        key = style_id if style_id and style_id in self._raw else self.default
        style = self._shared.get(key)
        if style is None:
            style = self._shared[key] = self._resolve(key)
        return style

    def formats(self, style: Style) -> dict[Direct, int]:
        """What is known of the effective formatting in paragraphs of ``style``, by direct formatting of the run."""
        known = self._formats.get(style.id)
        if known is None:
            known = self._formats[style.id] = {}
        return known

    def bits(self, style: Style, said: Direct) -> int:
        """The effective formatting of a run with direct formatting ``said`` in a paragraph of ``style``."""
        formats = self.formats(style)
        known = formats.get(said)
        if known is None:
            known = formats[said] = self._effective(style, said)
        return known

    def face(self, style: Style, character: str | None = None, own: Said = NOTHING_SAID) -> Said:
        """The font and size of a run in a paragraph of ``style`` that names a ``character`` style and says ``own`` itself."""
        said = own.over(self.get(character).face) if character and character in self._raw else own
        return said.over(style.face).over(self._default_face).over(_UNSAID)

    def _effective(self, style: Style, said: Direct) -> int:
        character = next((value for name, value in said if name == "rStyle"), None)
        char_on = char_known = 0
        if character and character in self._raw:
            char = self.get(character)
            char_on, char_known = char.on, char.known
        base_on, _ = self._defaults
        toggled = (base_on | (style.on ^ char_on)) & _TOGGLE_BITS
        rest = (char_on & char_known) | (style.on & ~char_known) | (base_on & ~style.known & ~char_known)
        bits = toggled | (rest & ~_TOGGLE_BITS)
        run_on, run_known = _set(said)
        return (bits & ~run_known) | run_on | _coloured(said)

    def _resolve(self, style_id: str) -> Style:
        """Follows ``w:basedOn`` upward; whoever speaks first is right, and a circle ends where it closes."""
        bits = known = 0
        frame = False
        face = NOTHING_SAID
        outline = num_id = level = None
        chain: dict[str, None] = {}
        here: str | None = style_id
        while here and here not in chain and len(chain) < _DEEPEST and (own := self._own(here)) is not None:
            chain[here] = None
            bits |= own.on & ~known
            known |= own.known
            outline = own.outline if outline is None else outline
            num_id = own.num_id if num_id is None else num_id
            level = own.level if level is None else level
            frame = frame or own.frame
            face = face if own.face is NOTHING_SAID else face.over(own.face)
            here = own.based
        first = self._own(style_id)
        name = "" if first is None else first.name
        return Style(
            style_id, name, bits, known, outline, num_id, level, frame, tuple(chain), _heading(outline, name), face
        )

    def _own(self, style_id: str) -> "_Own | None":
        """What a style says itself; None if there is no such style."""
        if style_id not in self._said_by:
            element = self._raw.element(style_id)
            self._said_by[style_id] = None if element is None else _own(element)
        return self._said_by[style_id]


class _Own(NamedTuple):
    """What one ``w:style`` says itself, and the style that it is based on."""

    name: str = ""
    based: str | None = None
    on: int = 0
    known: int = 0
    outline: int | None = None
    num_id: int | None = None
    level: int | None = None
    frame: bool = False
    face: Said = NOTHING_SAID


def _own(element: Element) -> _Own:
    found = _Own()
    for child in element:
        tag = child.tag
        if tag == _NAME:
            found = found._replace(name=plain_name(child.get(VAL) or ""))
        elif tag == _BASED_ON:
            found = found._replace(based=child.get(VAL))
        elif tag == RPR:
            own, own_known = _set(direct(child, False))
            found = found._replace(on=own, known=own_known, face=said_of_face(child))
        elif tag == xml.PPR:
            outline, num_id, level, frame = _paragraph(child)
            found = found._replace(outline=outline, num_id=num_id, level=level, frame=frame)
    return found


def _heading(outline: int | None, name: str) -> int:
    """The level of a heading style from 0, by its outline level or its name in the templates; -1 for none."""
    if outline is not None:
        return outline if 0 <= outline < 9 else -1
    if _HEADING_NAME.fullmatch(name):
        if "heading" in name:
            return int(name[-1]) - 1
        return _HEADING_LEVEL[name.removeprefix("reg").removeprefix("anno")[1]]
    return 0 if name in _TITLES else -1


def _paragraph(ppr: Element) -> tuple[int | None, int | None, int | None, bool]:
    outline = num_id = level = None
    frame = False
    for child in ppr:
        tag = child.tag
        if tag == OUTLINE:
            outline = number(child.get(VAL))
        elif tag == NUM_PR:
            num_id, level = numbering_of(child)
        elif tag == FRAME:
            frame = child.get(DROP_CAP) in (None, "none")
    return outline, num_id, level, frame


def numbering_of(num_pr: Element) -> tuple[int | None, int | None]:
    """``w:numId`` and ``w:ilvl`` of a ``w:numPr``, None for one that is not there."""
    num_id = level = None
    for child in children(num_pr):
        tag = child.tag
        if tag == NUM_ID:
            num_id = number(child.get(VAL))
        elif tag == ILVL:
            level = number(child.get(VAL))
    return num_id, level


_NAME, _BASED_ON, _STYLE, _STYLE_ID_ATTR = w("name"), w("basedOn"), w("style"), w("styleId")


class _Sheet:
    """The elements of ``styles.xml`` by style id, cut out of its bytes where that is certain to be right."""

    __slots__ = ("_elements", "_head", "_said", "_slices", "default")

    def __init__(self, data: bytes | None, said: str) -> None:
        self._said = said
        self._elements: dict[str, Element] = {}
        self._slices: dict[str, bytes] = {}
        self._head = b""
        self.default = ""
        if data and not self._cut(data):
            self._parse(data)

    def __contains__(self, style_id: str) -> bool:
        return style_id in self._slices or style_id in self._elements

    def element(self, style_id: str) -> Element | None:
        """The ``w:style`` with this id, None if there is none."""
        found = self._elements.get(style_id)
        if found is None and (piece := self._slices.get(style_id)) is not None:
            wrapped = self._fragment(piece)
            if wrapped is not None and len(wrapped):
                found = wrapped[0]
        return found

    def document_defaults(self) -> Element | None:
        """The run properties in ``w:docDefaults``."""
        found = self._elements.get(_DEFAULTS_KEY)
        if found is None and _DEFAULTS_KEY in self._slices:
            wrapped = self._fragment(self._slices[_DEFAULTS_KEY])
            found = wrapped[0] if wrapped is not None and len(wrapped) else None
        return None if found is None else found.find(f"{w('rPrDefault')}/{RPR}")

    def _fragment(self, piece: bytes) -> Element | None:
        return xml.parse(self._head + piece + b"</w:styles>", "styles.xml", self._said)

    def _cut(self, data: bytes) -> bool:
        """Finds each style by its tags; refuses where comments, prefixes, quotes or encodings could mislead."""
        at = data.find(b"<w:styles")
        end = data.find(b">", at)
        root = data[at : end + 1]
        if at < 0 or end < 0 or _TRANSITIONAL not in root or data.count(b"xmlns:w=") != 1 or b"<!" in data:
            return False
        encoding = data[:at].lower()
        if b"encoding" in encoding and b"utf-8" not in encoding:
            return False
        self._head = root
        at = data.find(b"<w:style ", end)
        while at >= 0:
            tag_end, end = data.find(b">", at), data.find(b"</w:style>", at)
            tag = data[at : tag_end + 1]
            if end < tag_end or tag_end < 0 or not self._enter(tag, data[at : end + 10]):
                return False
            at = data.find(b"<w:style ", end)
        begin, end = data.find(b"<w:docDefaults>"), data.find(b"</w:docDefaults>")
        if 0 <= begin < end:
            self._slices[_DEFAULTS_KEY] = data[begin : end + 16]
        return True

    def _enter(self, tag: bytes, element: bytes) -> bool:
        """Keeps one style by its id; False if its tag is not as Word writes it."""
        named = _STYLE_ID.search(tag)
        if named is None or b"'" in tag or b"&" in tag or tag.count(b'"') % 2 or tag.endswith(b"/>"):
            return False
        style_id = named[1].decode("utf-8", "replace")
        self._slices[style_id] = element
        if _DEFAULT.search(tag) and b'w:type="paragraph"' in tag:
            self.default = style_id
        return True

    def _parse(self, data: bytes) -> None:
        self._slices.clear()
        self.default = ""
        for child in xml.parse(data, "styles.xml", self._said):
            if child.tag == _STYLE:
                style_id = child.get(_STYLE_ID_ATTR) or ""
                self._elements[style_id] = child
                if child.get(xml.TYPE) == "paragraph" and child.get(_DEFAULT_ATTR) in ("1", "true", "on"):
                    self.default = style_id
            elif child.tag == _DOC_DEFAULTS:
                self._elements[_DEFAULTS_KEY] = child


_DEFAULT_ATTR, _DOC_DEFAULTS = w("default"), w("docDefaults")
