"""Reads a page as a browser does, as far as a test must know."""

import itertools
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = ("meta", "br")


@dataclass
class Page(HTMLParser):
    """What is wrong with a page, its identifiers, links, headings and words."""

    source: str
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    headings: list[tuple[int, str]] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    words: str = ""

    def __post_init__(self):
        super().__init__()
        self.feed(self.source)
        self.faults += [f"not closed: {tag}" for tag in self.open]
        self.faults += [f"twice: {one}" for one in set(self.ids) if self.ids.count(one) > 1]
        self.faults += [f"leads nowhere: {link}" for link in self.links if link not in self.ids]
        levels = [level for level, _ in self.headings]
        self.faults += [f"jumps from {a} to {b}" for a, b in itertools.pairwise(levels) if b > a + 1]
        if levels.count(1) != 1:
            self.faults.append(f"{levels.count(1)} first headings")
        if re.search(r"url\(|@import|<script|<link|<img|<iframe", self.source):
            self.faults.append("takes something from elsewhere")

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if "id" in given:
            self.ids.append(given["id"])
        href = given.get("href", "")
        if href.startswith("#"):
            self.links.append(href[1:])
        elif href and not href.startswith(("https://", "http://", "mailto:")):
            self.faults.append(f"an address of another kind: {href}")
        if any(name == "src" or name.startswith("on") for name in given):
            self.faults.append(f"{tag} does something")
        if tag == "a" and "a" in self.open:
            self.faults.append("a link within a link")
        if re.fullmatch("h[1-6]", tag):
            self.headings.append((int(tag[1]), ""))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open[-1] != tag:
            self.faults.append(f"closes {tag} inside {self.open[-3:]}")
        else:
            self.open.pop()

    def handle_data(self, data):
        if "style" in self.open or "title" in self.open[:3]:
            return
        self.words += data
        if any(re.fullmatch("h[1-6]", tag) for tag in self.open):
            level, words = self.headings[-1]
            self.headings[-1] = level, words + data
