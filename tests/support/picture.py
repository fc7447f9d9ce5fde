"""Draws the README's picture from real output: ``python -m tests.support.picture``."""

import re
from pathlib import Path
from xml.sax.saxutils import escape

from resolint import report
from tests.support import verbs

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
COLORS = {
    "31": "#ff7b72",
    "33": "#e3b341",
    "36": "#79c0ff",
    "1": "#ffffff",
    "2": "#8b949e",
    "1;31": "#ff7b72",
    "32": "#7ee787",
}
LINES, WIDTH, STEP, CHAR = 34, 80, 19, 8.45
ESCAPE = re.compile(r"\x1b\[([\d;]*)m")


def output() -> list[str]:
    """The first lines of the report on the faulty sample, in colour, and its last line."""
    found = verbs.lint(SAMPLES / "seed-libraries.docx", no_config=True)
    text = report.render([found], "text", width=WIDTH, color=True)
    lines = text.replace(str(SAMPLES), "samples").splitlines()
    return ["$ resolint lint samples/seed-libraries.docx", *lines[: LINES - 4], "…", "", lines[-1]]


def spans(line: str) -> str:
    """One line as SVG text with a colour for each stretch."""
    parts, color = [], ""
    pieces = ESCAPE.split(line)
    for number, piece in enumerate(pieces):
        if number % 2:
            color = COLORS.get(piece, "")
        elif piece:
            text = escape(piece).replace(" ", "\u00a0")
            parts.append(f'<tspan fill="{color}">{text}</tspan>' if color else text)
    return "".join(parts)


def picture() -> str:
    """The picture as SVG."""
    lines = output()
    height = STEP * len(lines) + 36
    rows = "\n".join(
        f'<text x="18" y="{34 + STEP * number}">{spans(line)}</text>' for number, line in enumerate(lines) if line
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{int(WIDTH * CHAR) + 36}" height="{height}" role="img" '
        'aria-label="resolint lint reports findings on a sample draft, with places, excerpts and remedies">\n'
        f'<rect width="100%" height="100%" rx="8" fill="#0d1117"/>\n<g font-family="ui-monospace, Menlo, Consolas, '
        f'\'DejaVu Sans Mono\', monospace" font-size="14" fill="#c9d1d9">\n{rows}\n</g>\n</svg>\n'
    )


def main() -> None:
    """Write the picture."""
    (SAMPLES / "lint.svg").write_text(picture(), encoding="utf-8")


if __name__ == "__main__":
    main()
