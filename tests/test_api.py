"""The public API: what its page shows is so, and every name of it can be had in any order of imports."""

import doctest
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import resolint
from tests.support.rows import each


def test_the_page_is_true(root: Path) -> None:
    done = doctest.testfile(str(root / "docs" / "api.md"), module_relative=False, encoding="utf-8")
    assert done.attempted > 20 and not done.failed


@each("name", resolint.__all__)
def test_every_name_is_documented(root: Path, name: str) -> None:
    found = getattr(resolint, name)
    assert name in (root / "docs" / "api.md").read_text(encoding="utf-8") or name == "__version__"
    assert found.__doc__


def test_no_room_hides_a_verb() -> None:
    rooms = {path.stem for path in Path(resolint.__file__).parent.iterdir()}
    assert not rooms & set(resolint.__all__)


def test_a_verb_can_be_had_alone_and_after_everything_else() -> None:
    code = (
        "import sys, resolint; assert not [m for m in sys.modules if m.startswith('resolint.pipeline')];"
        "import resolint.comparison, resolint.citation, resolint.cli.root;"
        f"from resolint import {', '.join(name for name in resolint.__all__ if name != '__version__')};"
        "print(callable(compare), callable(citations), callable(agreed))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True", "True", "True"]


def test_a_path_is_not_taken_for_a_draft() -> None:
    with pytest.raises(TypeError, match="bytes of its file"):
        resolint.lint("draft.docx")  # type: ignore[arg-type]


DRAFT = b"# Bell buoys\n\nThe General Assembly,\n\n1. *Invites* Member States to mark shallow waters.\n"


@pytest.mark.parametrize("verb", [resolint.lint, resolint.review, resolint.fix])
def test_an_option_that_there_is_not_is_no_silence(verb: Callable[..., object], root: Path) -> None:
    draft = (root / "samples" / "shade-trees.docx").read_bytes()
    with pytest.raises(TypeError, match="there is no option 'profil': did you mean profile"):
        verb(draft, name="a.docx", profil="sc")


@pytest.mark.parametrize(
    ("verb", "keyword", "names"),
    [
        ("fix", {"level": "unsafe"}, "safe, suggest"),
        ("fix", {"min_severity": "grave"}, "error, warning, info"),
        ("lint", {"min_severity": "grave"}, "error, warning, info"),
        ("lint", {"view": "accepted"}, "proposed, original"),
        ("load", {"view": "accepted"}, "proposed, original"),
        ("compare", {"view": "accepted"}, "proposed, original"),
        ("export", {"to": "pdf"}, "akn, html, md, json, txt"),
        ("redline", {"date": "soon"}, "2026-11-20"),
        ("review", {"date": "soon"}, "2026-11-20"),
        ("fix", {"date": "soon"}, "2026-11-20"),
        ("annotate", {"date": "soon"}, "2026-11-20"),
    ],
)
@pytest.mark.parametrize("word", [False, True])
def test_a_value_that_does_not_exist_is_one_sentence(
    verb: str, keyword: dict[str, str], names: str, word: bool
) -> None:
    draft = resolint.build(DRAFT, name="buoys.md") if word else DRAFT
    drafts = (draft, draft) if verb in ("compare", "redline") else (draft, []) if verb == "annotate" else (draft,)
    if "date" in keyword and not word and verb != "redline":
        pytest.skip("text has no margin and no tracked changes")
    with pytest.raises(resolint.ResolintError, match=names):
        getattr(resolint, verb)(*drafts, **keyword)


def test_a_day_is_written_as_a_moment() -> None:
    word = resolint.build(DRAFT, name="buoys.md")
    made = resolint.redline(word, DRAFT.replace(b"shallow", b"deep"), date="2026-11-20").data
    from tests.support.docx import members_of

    assert b'w:date="2026-11-20T00:00:00Z"' in members_of(made)["word/document.xml"]
