"""What the import contracts cannot see: who opens and writes files, and that no module keeps anything."""

import ast
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path

from tests.support.rows import each

SOURCE = Path(__file__).resolve().parent.parent / "src" / "resolint"
MODULES = sorted(SOURCE.rglob("*.py"))
READS = {"read_text", "read_bytes", "open"}
WRITES = {"write_text", "write_bytes", "unlink", "rename", "replace_file", "mkdir", "makedirs", "mkstemp"}
ENDS = ("cli/", "lsp/", "web/")
"""The rooms where people and editors are met; they alone read drafts and write files for them."""
LONGEST = 400
"""So many lines at most has a module, which then does more than one thing."""
CACHES = ("corpus/", "caches.py")
"""Who else writes: the stores of adopted texts, and the user's cache folder."""
OWN_DATA = (
    *ENDS,
    "caches.py",
    "cards/",
    "profile/",
    "corpus/",
    "web/watching.py",
    "pipeline/rules.py",
    "pipeline/building.py",
    "pipeline/agreeing.py",
)
"""Who reads files: the command line, and the rooms that read data of resolint's or of a project."""


@lru_cache(maxsize=1)
def nodes(tree: ast.AST) -> tuple[ast.AST, ...]:
    """All of a module, walked once for all that look at it."""
    return tuple(ast.walk(tree))


def calls(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    for node in nodes(tree):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            yield name, node


def files(place: str, tree: ast.Module) -> Iterator[str]:
    """What opens or writes files where the house says that nothing does."""
    used = {name for name, _ in calls(tree)}
    if not place.startswith(OWN_DATA):
        yield from used & READS
    if not place.startswith((*ENDS, *CACHES)):
        yield from used & WRITES


def kept(place: str, tree: ast.Module) -> Iterator[str]:
    """The lines where a module keeps what changes."""
    yield from (f"line {node.lineno}: global" for node in nodes(tree) if isinstance(node, ast.Global))
    for node in (*tree.body, *(child for one in tree.body if isinstance(one, ast.ClassDef) for child in one.body)):
        value = getattr(node, "value", None) if isinstance(node, ast.Assign | ast.AnnAssign) else None
        empty = (isinstance(value, ast.Dict) and not value.keys) or (isinstance(value, ast.List) and not value.elts)
        made = isinstance(value, ast.Call) and getattr(value.func, "id", "") in (
            "dict", "list", "set", "defaultdict", "Counter", "deque", "count", "WeakValueDictionary"
        ) and not value.args  # fmt: skip
        constant = isinstance(node, ast.AnnAssign) and "Mapping" in ast.unparse(node.annotation)
        if not constant and (empty or made):
            yield f"line {node.lineno}: kept"


def dear(place: str, tree: ast.Module) -> Iterator[str]:
    """The lines that import named tuples which are dear to make; ``frozen`` has cheap ones."""
    for node in nodes(tree) if place != "frozen.py" else ():
        if isinstance(node, ast.ImportFrom) and node.module in {"typing", "collections"}:
            yield from (
                f"line {node.lineno}: {name.name}" for name in node.names if name.name in {"NamedTuple", "namedtuple"}
            )


def private(place: str, tree: ast.Module) -> Iterator[str]:
    """The lines that take from another module of ours what it keeps to itself, by import or by attribute."""
    ours = set()
    for node in nodes(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] == "resolint":
            parts = [*str(node.module).split("."), *(name.name for name in node.names)]
            yield from (f"line {node.lineno}: {part}" for part in parts if part.startswith("_") and part[:2] != "__")
            ours |= {name.asname or name.name for name in node.names if name.name.islower()}
    for node in nodes(tree):
        taken = isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in ours
        if taken and node.attr.startswith("_") and node.attr[:2] != "__":
            yield f"line {node.lineno}: {node.value.id}.{node.attr}"


@each("path", MODULES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_a_module_opens_writes_and_keeps_what_the_house_says(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    tree, place = ast.parse(source), path.relative_to(SOURCE).as_posix()
    assert not [fault for look in (files, kept, dear, private) for fault in look(place, tree)]
    assert "gc.disable" not in source


@each(
    ("look", "place", "source"),
    [
        (files, "engine/run.py", "text = Path(name).read_text()"),
        (files, "cards/load.py", "Path(name).write_text(text)"),
        (kept, "engine/run.py", "seen = {}"),
        (kept, "engine/run.py", "class One:\n    all = list()"),
        (kept, "engine/run.py", "def f():\n    global seen"),
        (dear, "engine/run.py", "from typing import NamedTuple"),
        (private, "engine/run.py", "from resolint.word.read.notes import _KINDS"),
        (private, "engine/run.py", "from resolint.word.container import xml\nW = xml._W"),
    ],
)
def test_the_guard_itself(look: Callable[[str, ast.Module], Iterator[str]], place: str, source: str) -> None:
    assert list(look(place, ast.parse(source)))
    assert not list(look(place, ast.parse("seen: Mapping[str, int] = {}\nfrom resolint.frozen import NamedTuple")))


def test_no_module_is_longer_than_one_thing() -> None:
    lengths = {path.relative_to(SOURCE).as_posix(): len(path.read_text("utf-8").splitlines()) for path in MODULES}
    assert {place: length for place, length in lengths.items() if length > LONGEST} == {}
