"""The comments of the copies stand in the compiled margin, in the names of those who made them."""

import pytest

from resolint import Session, build, load
from resolint.model import Document, Span
from resolint.pipeline import clean
from resolint.pipeline.compiling import Copy, compile_copies, settle
from resolint.word.write.permitting import comment_for
from resolint.writing import Annotation, Annotations
from tests.negotiation.delegations import base_rows, text

pytestmark = pytest.mark.slow

SESSION = Session(no_config=True)
ROWS = base_rows(8)
WATER = next(row for row in ROWS if "test the water" in row)


def file(rows: list[str], *said: tuple[str, str, str]) -> bytes:
    """A Word file of the rows; each of ``said`` is who comments, the words commented on, and the comment."""
    data = build(text(rows).encode(), SESSION, name="rows.md")
    draft = load(data, SESSION, name="rows.docx")
    items = [Annotation(_span(draft, words), what, author=who, literal=True) for who, words, what in said]
    return comment_for(data, Annotations(draft.origin, tuple(items)))


def _span(draft: Document, words: str) -> Span:
    for block in draft.blocks:
        if (at := block.text.find(words)) >= 0:
            return block.span(at, at + len(words))
    raise AssertionError(words)


def compiled(form="tracked", **copies: bytes) -> bytes:
    made = compile_copies(file(ROWS), [Copy(name, data) for name, data in copies.items()], SESSION, form=form)
    return made.data


def margin(data: bytes) -> list[tuple[str, str, str]]:
    """Who comments, on which words, and what."""
    draft = load(data, SESSION, name="compiled.docx")
    return [(one.author, draft.text(one.span) if one.span else "", one.text) for one in draft.comments]


@pytest.mark.parametrize("form", ["tracked", "running"])
def test_a_comment_stands_on_its_words(form):
    changed = [row.replace("every year", "twice a year") for row in ROWS]
    data = compiled(form, Chile=file(changed, ("Chile", "publish the results", "Too costly.")), Fiji=file(ROWS))
    assert margin(data) == [("Chile", "publish the results", "Too costly.")]


def test_who_signed_in_a_delegation_is_named_with_it():
    data = compiled(Chile=file(ROWS, ("A. Person", "publish the results", "Why?")), Fiji=file(ROWS))
    assert margin(data) == [("Chile (A. Person)", "publish the results", "Why?")]


def test_the_same_words_of_two_delegations_are_two_comments():
    data = compiled(
        Chile=file(ROWS, ("Chile", "publish the results", "Agreed.")),
        Fiji=file(ROWS, ("Fiji", "publish the results", "Agreed.")),
    )
    assert margin(data) == [("Chile", "publish the results", "Agreed."), ("Fiji", "publish the results", "Agreed.")]


def test_a_comment_on_words_put_in_and_on_a_new_paragraph():
    changed = [row.replace("every year", "every year and every flood") for row in ROWS]
    longer = [*ROWS[:-1], "Affirms that a dry well is to be covered;", ROWS[-1]]
    data = compiled(
        Chile=file(changed, ("Chile", "every flood", "As in the report.")),
        Fiji=file(longer, ("Fiji", "dry well", "See the accident.")),
    )
    assert margin(data) == [("Chile", "every flood", "As in the report."), ("Fiji", "dry well", "See the accident.")]


def test_words_that_are_gone_leave_the_comment_with_the_paragraph():
    other = [row.replace("publish the results", "keep a register") for row in ROWS]
    data = compiled(Chile=file(ROWS, ("Chile", "publish the results", "Keep this.")), Fiji=file(other))
    ((who, words, what),) = margin(data)
    assert (
        (who, what) == ("Chile", "Keep this.")
        and words
        and words in WATER.replace("publish the results", "keep a register") + words
    )


def test_comments_change_nothing_else():
    plain = compiled(Chile=file(ROWS[1:]), Fiji=file(ROWS))
    said = compiled(Chile=file(ROWS[1:], ("Chile", "test the water", "Ours.")), Fiji=file(ROWS))
    for accept in ((), ("Chile",), ("Fiji",)):
        one, other = (load(settle(data, accept=accept), SESSION, name="x.docx") for data in (plain, said))
        assert [block.text for block in one.blocks] == [block.text for block in other.blocks]
    # They are the delegations' own: taking resolint's marks out leaves them.
    assert margin(clean(said, name="x.docx")) == margin(said) == [("Chile", "test the water", "Ours.")]


def test_comments_of_the_base_are_not_told_again():
    base = file(ROWS, ("Chair", "test the water", "From the Bureau."))
    made = compile_copies(base, [Copy("Chile", base), Copy("Fiji", file(ROWS))], SESSION)
    assert made.comments == ()
    assert [one[0] for one in margin(made.data)] == ["Chair"]
