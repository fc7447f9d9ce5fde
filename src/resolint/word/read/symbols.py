"""Characters of symbol fonts (``w:sym``, list bullets) as the Unicode characters that look like them."""

from __future__ import annotations

_SYMBOL = {
    0xB7: "•", 0xA7: "♣", 0xA8: "♦", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xA3: "≤", 0xB9: "≠", 0xBB: "≈", 0xB4: "×",
    0xB8: "÷", 0xD7: "⋅", 0xAE: "→", 0xAC: "←", 0xAD: "↑", 0xAF: "↓", 0xA5: "∞", 0xB2: "″", 0xA2: "′", 0x2D: "−",
    0xBC: "…", 0xD2: "®", 0xD3: "©", 0xD4: "™", 0xE2: "®", 0xE3: "©", 0xE4: "™", 0x6D: "μ", 0x61: "α", 0x62: "β",
    0x67: "γ", 0x64: "δ", 0x57: "Ω", 0x44: "Δ", 0x53: "Σ", 0x70: "π",
}  # fmt: skip
_WINGDINGS = {
    0xA7: "▪", 0xA8: "◻", 0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x76: "❖", 0x9F: "•", 0x9E: "·", 0xD8: "➢",
    0xE0: "→", 0xDF: "←", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
    0x2A: "✉", 0x28: "☎", 0xAB: "★",
}  # fmt: skip
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS}
_BULLETS = {"o": "◦", "\u00b7": "•", "\u2022": "•", "\u25cf": "•"}


def symbol(code: str | None, font: str | None) -> str:
    """The character with the hexadecimal ``code`` of ``w:sym`` in ``font``; "" if the code is no character."""
    try:
        point = int(code or "", 16)
    except ValueError:
        return ""
    return character(point, font)


def character(point: int, font: str | None) -> str:
    """The Unicode character for code point ``point``, which symbol fonts place in the private use area."""
    if not 32 <= point < 0x110000 or 0xD800 <= point < 0xE000:
        return ""
    low = point - 0xF000 if 0xF000 <= point < 0xF100 else point
    table = _FONTS.get((font or "").casefold())
    if table is not None and low < 0x100:
        return table.get(low, chr(low) if low < 0x7F and table is _SYMBOL else chr(point))
    if low != point:  # another symbol font, or none named: the bullets are the same in most of them
        return _SYMBOL.get(low, chr(point)) if low == 0xB7 else _WINGDINGS.get(low, chr(point))
    return chr(point)


def bullet(text: str, font: str | None) -> str:
    """The bullet of a list as a reader sees it: hollow and full circles and squares told apart."""
    shown = "".join(character(ord(c), font) for c in text.strip())
    return _BULLETS.get(shown, shown)
