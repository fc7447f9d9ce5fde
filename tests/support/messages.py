"""Brings the catalogues of ``rules/locale`` up to date: collects what cards and checks say, keeps translations, compiles.

``python -m tests.support.messages`` reads the cards of ``rules/`` and the checks of ``src/``, rewrites every ``.po`` and makes its ``.mo``.
A text that is no longer said is left out; one that is new has an empty translation, and is told in English until it has one.
"""

import ast
import re
import struct
import sys
from collections.abc import Iterator
from pathlib import Path

from resolint.cards import load_cards
from resolint.lexicon import TONGUES
from resolint.report.spoken import CONTEXT, TEXTS

ROOT = Path(__file__).parents[2]
LOCALE = ROOT / "rules" / "locale"
REASONS = ("Why it matters", "What to write")
HEADER = "Project-Id-Version: resolint\\nLanguage: {}\\nMIME-Version: 1.0\\nContent-Type: text/plain; charset=UTF-8\\nContent-Transfer-Encoding: 8bit\\n"
_ENTRY = re.compile(r'^msgid (".*?"(?:\n".*?")*)\nmsgstr (".*?"(?:\n".*?")*)$', re.MULTILINE)


def card_texts() -> dict[str, list[str]]:
    """The messages of cards, and those for drafts in other languages, with the ids of the rules that say them."""
    found: dict[str, list[str]] = {}
    for card in load_cards():
        said = [card.message, *(card.drafts[code].get("message", "") for code in TONGUES if code in set(card.drafts))]
        for text in dict.fromkeys(filter(None, said)):
            found.setdefault(text, []).append(f"{card.id} {card.severity}")
    return found


def told_texts() -> dict[str, list[str]]:
    """What cards tell in the place of words to write, in drafts in other languages, with the ids of the rules."""
    found: dict[str, list[str]] = {}
    for card in load_cards():
        drafts = (card.drafts[code] for code in TONGUES if code in set(card.drafts))
        for entry in (entry for draft in drafts for entry in draft.get("rewrites", ())):
            if "tell" in entry and card.id not in found.setdefault(entry["tell"], []):
                found[entry["tell"]].append(card.id)
    return found


def check_texts() -> dict[str, list[str]]:
    """The titles of fixes and other texts that checks put together, ``{}`` for what is filled in, with their files."""
    found: dict[str, list[str]] = {}
    for path in sorted((ROOT / "src" / "resolint" / "checks").rglob("*.py")):
        for text in _said(ast.parse(path.read_text("utf-8"))):
            places = found.setdefault(text[:1].lower() + text[1:] if _is_title(text) else text, [])
            if path.name not in places:
                places.append(path.name)
    return found


def reason_texts() -> dict[str, list[str]]:
    """Why rules matter and what to write, paragraph by paragraph as catalogues hold them, with the ids of the rules."""
    found: dict[str, list[str]] = {}
    for card in load_cards(examples=True):
        for prose in (*(card.prose.get(title, "") for title in REASONS), card.elsewhere):
            for paragraph in filter(None, prose.strip().split("\n\n")):
                found.setdefault(" ".join(paragraph.split()), []).append(card.id)
    return found


def report_texts() -> dict[str, list[str]]:
    """What reports say themselves, in their own context."""
    return {f"{CONTEXT}{text}": ["reports"] for text in TEXTS}


def _is_title(text: str) -> bool:
    return text.split(" ")[0] in {
        "Write",
        "Set",
        "Put",
        "Leave",
        "Take",
        "Close",
        "End",
        "Add",
        "Join",
        "Use",
        "Turn",
        "Curl",
        "Lead",
    }


def _said(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Fix" and node.args:
            yield from filter(None, [_text(node.args[0])])
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Hit":
            for part in node.args[1:2]:
                if isinstance(part, ast.Dict):
                    yield from (text for value in part.values if (text := _text(value)) and " " in text)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("Told", "_told"):
            yield from (text for part in node.args if (text := _text(part)) and " " in text)


def _text(node: ast.expr) -> str:
    """What an expression says, with gaps; empty where nothing of it is fixed."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        parts = [part.value if isinstance(part, ast.Constant) else "{}" for part in node.values]
        text = "".join(map(str, parts))
        return text if re.search(r"[a-z]{2}", text) else ""
    return ""


def translations(source: str) -> dict[str, str]:
    """The texts of a ``.po`` with their translations."""
    return {_plain(one): _plain(other) for one, other in _ENTRY.findall(source)}


def _plain(quoted: str) -> str:
    return "".join(ast.literal_eval(line) for line in quoted.splitlines())


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def written(language: str, known: dict[str, str]) -> str:
    """The ``.po`` of a language: what cards and checks say, and other texts that have a translation."""
    cards, checks = card_texts(), {**check_texts(), **told_texts(), **report_texts(), **reason_texts()}
    lines = [f'msgid ""\nmsgstr ""\n"{HEADER.format(language)}"\n']
    for text, places in (*cards.items(), *((text, places) for text, places in checks.items() if text not in cards)):
        lines.append(f"#. {', '.join(places[:6])}\nmsgid {_quoted(text)}\nmsgstr {_quoted(known.get(text, ''))}\n")
    more = [text for text in known if text and known[text] and text not in cards and text not in checks]
    lines += [f"#. put together by checks\nmsgid {_quoted(text)}\nmsgstr {_quoted(known[text])}\n" for text in more]
    return "\n".join(lines)


def compiled(source: str) -> bytes:
    """The ``.mo`` of a ``.po``: texts with a translation, in the order of their bytes."""
    rows = sorted((one.encode(), other.encode()) for one, other in translations(source).items() if other)
    begin, tables = 28, 28 + 16 * len(rows)
    texts, places = b"", []
    for at in (0, 1):
        for row in rows:
            places.append((len(row[at]), tables + len(texts)))
            texts += row[at] + b"\0"
    head = struct.pack("<7I", 0x950412DE, 0, len(rows), begin, begin + 8 * len(rows), 0, tables)
    return head + b"".join(struct.pack("<2I", *place) for place in places) + texts


def main() -> None:
    """Rewrite and compile every catalogue, and say how much of it is translated."""
    for path in sorted(LOCALE.glob("*.po")):
        source = written(path.stem, translations(path.read_text("utf-8")))
        path.write_text(source, "utf-8", newline="\n")
        path.with_suffix(".mo").write_bytes(compiled(source))
        entries = translations(source)
        print(path.stem, sum(map(bool, entries.values())), "of", len(entries), "translated", file=sys.stderr)


if __name__ == "__main__":
    main()
