"""The words of the trade have one owner: outside ``lexicon/`` none stands in a string that is matched against a draft.

Looked for are months, names of organs and what organs are called, sessions, plenary meetings and agenda items, the first words of
openings, number words, what stands on lines of sponsors, annexes and adoptions, *Distr* and *Original:*. Messages, help and docstrings are free, and so are names that programs use among themselves (``"session"``).
"""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from resolint.lexicon import dates, english, ordinals, organs
from resolint.lexicon import phrases as openings
from tests.support.rows import each
from tests.support.words import LEXICON

SOURCE = Path(__file__).resolve().parent.parent / "src" / "resolint"
MODULES = sorted(path for path in SOURCE.rglob("*.py") if path.relative_to(SOURCE).parts[0] != "lexicon")

MESSAGES = frozenset(
    (
        *("Hit", "Fix", "Fault", "Doubt", "Skip", "RuleFailure", "Finding", "Outcome", "hit"),
        *("option", "argument", "command", "group", "echo", "secho", "confirm", "prompt"),
    )
)
"""Calls whose texts are read by people alone: what is wrong and what to do."""
PATTERNS = frozenset(("Edit", "lazy", "compile", "search", "match", "fullmatch", "findall", "finditer", "sub"))
"""Calls whose texts are matched against a draft or written into one, wherever they stand."""
NAMES = re.compile(
    r"\w*[Ss]ession\w*|signatories|agenda[_ ]item|session and \w+|(?:number|date|year|roman) (?:and )?session"
)
"""Kinds, fields and styles as programs name them."""
GROUPS = re.compile(r"\(\?P<\w+>|\(\?P=\w+\)|\{\w+\}")

EXCEPTIONS = {
    "report/page/plain.py": "prints the labels of the masthead",
    "report/page/sheet.py": "prints the labels of the masthead",
    "citation/faults.py": "messages: why a form is faulty",
    "citation/verdicts.py": "messages: what contradicts what",
    "checks/ref/facts.py": "messages: what the number tells",
    "checks/spn/masthead.py": "messages: which field of the masthead is missing",
    "checks/prc/ready.py": "messages: which field of the masthead is missing",
    "checks/spn/symbol.py": "messages: what symbol, session and date tell of one another",
    "checks/spn/sponsors.py": "a message: what the note has to say",
    "web/tasks.py": "two drafts that warm the page before the first one comes",
    "teach/asking.py": "a draft about nothing around a paragraph that is asked about",
    "pipeline/skeleton.py": "the card of a new rule, with examples for its author to replace",
    "report/comparison/parts.py": "messages: what became of the notes",
    "report/outline.py": "a heading of the outline",
    "report/page/cards.py": "a heading of the page",
    "report/page/desk.py": "headings of the page",
    "cli/roll.py": "the name of an option",
    "checks/spl/words.py": "words that have capitals inside sentences",
    "citation/records.py": "parts of the records of organs, which are cited",
    "concordance/hold.py": "messages: in what two versions differ",
    "report/spoken.py": "the words of reports that the catalogue translates",
    "negotiation/framing.py": "messages: what was done and what is to be decided",
    "negotiation/moving.py": "messages: what was done and what is to be decided",
}
"""Modules where such a word stands in a text for people that is not told by its call, each with the reason."""

LINES = (
    "plenary",
    "sponsored",
    "submitted by",
    "signatories",
    "rapporteur",
    "appendix",
    "addendum",
    "enclosure",
    "unanimously",
)
"""Words of lines that carve a draft."""
CALLED = ("Assembly", "Council", "Committee", "Commission", "Conference", "Congress", "Tribunal")
"""What organs are called, with their capital."""


def _words() -> tuple[frozenset[str], re.Pattern[str]]:
    """The words looked for, and how they begin: as they stand where they are also words of other kinds, else in any letter case."""
    months = dates.months(LEXICON)
    plain = [month for month in months if month not in LEXICON.grammar.ambiguous_months and month != "March"]
    names = [organ.name for organ in organs.organs(LEXICON) if " " in organ.name]
    counted = {**ordinals.ordinals(LEXICON), **ordinals.cardinals(LEXICON)}
    numbers = [word for word, number in counted.items() if number > 3]
    parts = ("preambular", "operative")
    phrases = {phrase.text.split(" ")[0] for part in parts for phrase in openings.phrases(part, LEXICON)}
    loose = sorted({*names, *numbers, *plain, *LINES, "session", "agenda item", "agenda items", "original:"}, key=len)
    exact = sorted({*phrases, *CALLED, "March", "Distr"}, key=len)
    either = ("|".join(map(re.escape, reversed(words))) for words in (loose, exact))
    first = frozenset(LETTERS.findall(word)[0].casefold() for word in (*loose, *exact))
    return first, re.compile(r"(?<![^\W_])(?:(?i:{})|{})(?![^\W_])".format(*either))


LETTERS = re.compile(r"[^\W\d_]+")
FIRST, WORDS = _words()
"""What the words begin with, and the words: a string without the former need not be looked through for hundreds of the latter."""


def _names_what_it_offers(node: ast.AST) -> bool:
    """Whether ``node`` is the ``__all__`` of a module: names of code are no words."""
    return isinstance(node, ast.Assign) and any(getattr(target, "id", "") == "__all__" for target in node.targets)


class Written(NamedTuple):
    """What stands in a module: the strings that are no messages with their lines, and the words of each list with its line."""

    strings: tuple[tuple[int, str], ...]
    lists: tuple[tuple[int, frozenset[object]], ...]


@cache
def written(source: str) -> Written:
    """Walks a module once for all tests that ask."""
    strings, lists = [], []
    stack: list[tuple[ast.AST, bool]] = [(ast.parse(source), False)]
    while stack:
        node, message = stack.pop()
        if isinstance(node, ast.Constant):
            if isinstance(node.value, str):
                lists.append((node.lineno, frozenset(node.value.split())))
                if not message and not NAMES.fullmatch(node.value):
                    strings.append((node.lineno, GROUPS.sub("", node.value)))
            continue
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            continue  # A docstring.
        if isinstance(node, ast.Raise) or _names_what_it_offers(node):
            message = True
        elif isinstance(node, ast.Call):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            message = (message or called in MESSAGES or called.startswith("Bad")) and called not in PATTERNS
        elif isinstance(node, ast.Set | ast.Tuple | ast.List):
            lists.append((node.lineno, frozenset(getattr(item, "value", None) for item in node.elts)))
        stack += [(child, message) for child in ast.iter_child_nodes(node)]
    return Written(tuple(strings), tuple(lists))


def spoken(source: str) -> Iterator[tuple[int, str]]:
    """The line and the word for every word of the trade in a string of ``source`` that is no message."""
    for line, text in written(source).strings:
        if not FIRST.isdisjoint(word.casefold() for word in LETTERS.findall(text)):
            yield from ((line, found[0]) for found in WORDS.finditer(text))


@each("path", MODULES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_no_module_spells_a_word_of_the_trade(path: Path) -> None:
    name = path.relative_to(SOURCE).as_posix()
    if name not in EXCEPTIONS:
        found = [f"src/resolint/{name}:{line}: {word!r}" for line, word in spoken(path.read_text(encoding="utf-8"))]
        assert not found, "ask the lexicon instead: " + "; ".join(found)


def test_every_exception_is_needed() -> None:
    for name, reason in EXCEPTIONS.items():
        assert reason
        assert list(spoken((SOURCE / name).read_text(encoding="utf-8"))), f"{name} spells no word of the trade any more"


@each(
    ("line", "words"),
    [
        ('P = lazy(r"\\d (?:January|march)")', ["January"]),
        ('P = "the security council"', ["security council"]),
        ('P = lazy(r"Co-sponsored by the \\w+ Committee")', ["Committee", "sponsored"]),
        ('yield Hit(span, {"fault": "September is no day"}, Fix("Write", (Edit(span, "Sixth", ""),)))', ["Sixth"]),
        ('raise BadAnswer("write 12 March 2027 or eighty-first session")', []),
        ('def f():\n    """The General Assembly."""\n    return "Distr.: "', ["Distr"]),
        ('@click.option("--x", help="the session")\ndef f(): ...', []),
        ('fields = {"session": 1, "agenda item": 2, "agenda_item": 3}', []),
        ('P = rf"(?P<session>x)" + "Agenda items 5" + "Original: English"', ["Agenda items", "Original:"]),
        ('W = ("Recalling", "recall", "eleventh", "third", "march")', ["Recalling", "eleventh"]),
    ],
)
def test_the_guard_itself(line: str, words: list[str]) -> None:
    assert sorted(word for _, word in spoken(line)) == sorted(words)


CLASSES = {
    name: getattr(english, name)
    for name in (
        *("ARTICLES", "DETERMINERS", "PREPOSITIONS", "RELATIVES", "COORDINATING", "SUBJECTS"),
        *("ARE", "DOES", "TO_BE", "TO_HAVE", "BINDING", "MODALS", "ANY_MODALS"),
    )
}
"""The classes of small words, which the lexicon owns."""
FEW = 2
"""A list that lacks so many words of a large class at most is that class; one that lacks more is a choice of its own."""
ORDERED = {"checks/grm/choices.py": "the order of the words is that of a file of weights"}


def listed(source: str) -> Iterator[tuple[int, str]]:
    """The line and the class for every list of ``source``, in one string or in many, that writes a class of small words again."""
    for line, words in written(source).lists:
        for name, those in CLASSES.items():
            if words == those or (len(those) > 5 * FEW and len(those - words) <= FEW):
                yield line, name


@each("path", MODULES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_no_module_lists_a_class_of_small_words(path: Path) -> None:
    name = path.relative_to(SOURCE).as_posix()
    found = [f"src/resolint/{name}:{line}: {owner}" for line, owner in listed(path.read_text(encoding="utf-8"))]
    assert not found or name in ORDERED, (
        "take it from resolint.lexicon.english, and say what is more or less: " + "; ".join(found)
    )


@each(
    ("line", "names"),
    [
        ('W = ("an", "a", "the")', ["ARTICLES"]),
        ('W = "shall must should".split()', ["BINDING"]),
        (f"W = {sorted(english.PREPOSITIONS - {'of', 'in'})} + ['per']", ["PREPOSITIONS"]),
        ('W = ("of", "in", "on", "for", "with", "by")', []),
    ],
)
def test_the_guard_on_small_words(line: str, names: list[str]) -> None:
    assert [name for _, name in listed(line)] == names
