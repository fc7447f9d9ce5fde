"""What the import contracts cannot see: who opens and writes files, and that no module keeps anything."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.support.rows import each

SOURCE = Path(__file__).resolve().parent.parent / "src" / "resolint"
MODULES = sorted(SOURCE.rglob("*.py"))
READS = {"read_text", "read_bytes", "open"}
WRITES = {"write_text", "write_bytes", "unlink", "rename", "replace_file", "mkdir", "makedirs", "mkstemp"}
ENDS = ("cli/", "lsp/", "web/")
"""The rooms where people and editors are met; they alone read drafts and write files for them."""
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


def calls(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            yield name, node


@each("path", MODULES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_files_are_opened_and_written_where_the_house_says(path: Path) -> None:
    place = path.relative_to(SOURCE).as_posix()
    tree = ast.parse(path.read_text(encoding="utf-8"))
    used = {name for name, _ in calls(tree)}
    if not place.startswith(OWN_DATA):
        assert not used & READS, place
    if not place.startswith((*ENDS, *CACHES)):
        assert not used & WRITES, place


@each("path", MODULES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_no_module_keeps_what_changes(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert not [node.lineno for node in ast.walk(tree) if isinstance(node, ast.Global)]
    for node in (*tree.body, *(child for one in tree.body if isinstance(one, ast.ClassDef) for child in one.body)):
        value = getattr(node, "value", None) if isinstance(node, ast.Assign | ast.AnnAssign) else None
        empty = (isinstance(value, ast.Dict) and not value.keys) or (isinstance(value, ast.List) and not value.elts)
        made = isinstance(value, ast.Call) and getattr(value.func, "id", "") in (
            "dict", "list", "set", "defaultdict", "Counter", "deque", "count", "WeakValueDictionary"
        ) and not value.args  # fmt: skip
        constant = isinstance(node, ast.AnnAssign) and "Mapping" in ast.unparse(node.annotation)
        assert constant or not (empty or made), f"line {node.lineno}"


def test_nothing_turns_the_collector_off() -> None:
    for path in MODULES:
        assert "gc.disable" not in path.read_text(encoding="utf-8"), path


@each("path", MODULES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_named_tuples_are_those_that_cost_little_to_make(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if path.name != "frozen.py" and isinstance(node, ast.ImportFrom) and node.module in {"typing", "collections"}:
            assert not {"NamedTuple", "namedtuple"} & {name.name for name in node.names}, f"line {node.lineno}"
