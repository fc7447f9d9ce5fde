"""The words of a web page that holds an adopted text, as a draft in plain text; nothing of it is run or fetched."""

from __future__ import annotations

from html.parser import HTMLParser

__all__ = ["text_of"]

_BLOCKS = frozenset(
    (
        "address",
        "article",
        "blockquote",
        "br",
        "dd",
        "div",
        "dt",
        "fieldset",
        "figcaption",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
    )
    + ("h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre", "section", "table", "td", "th", "tr", "ul")
)
_ASIDE = frozenset(("script", "style", "template", "noscript", "head", "nav", "button", "select", "svg"))
_NOTE_MARKS = frozenset(("sup",))


def text_of(page: str) -> str:
    """The paragraphs of ``page``, an empty line between them; menus, scripts and superscript note marks are left out."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return "\n\n".join(reader.paragraphs()) + "\n"


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._found: list[str] = []
        self._words: list[str] = []
        self._aside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag in _ASIDE or tag in _NOTE_MARKS:
            self._aside.append(tag)
        elif tag in _BLOCKS:
            self._end()

    def handle_endtag(self, tag: str) -> None:
        if tag in self._aside:
            while self._aside.pop() != tag:
                pass
        elif tag in _BLOCKS:
            self._end()

    def handle_data(self, data: str) -> None:
        if not self._aside:
            self._words.append(data)

    def _end(self) -> None:
        text = " ".join("".join(self._words).split())
        self._words = []
        if text:
            self._found.append(text)

    def paragraphs(self) -> list[str]:
        self._end()
        return self._found
