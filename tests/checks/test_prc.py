"""What is left in a file that is to be submitted."""

from tests.checks.drafts import draft, excerpts, findings

ONE = "1. *Invites* villages to open {==reading rooms==}{>>Rooms or halls?<<};"
LAST = "2. *Decides* to return to the {==matter==}{>>When?<<}."


def test_one_comment_is_quoted() -> None:
    (found,) = findings("PRC002", draft(ONE, "2. *Decides* to read."))
    assert found.message == "A comment of somebody is still in the draft: “Rooms or halls?”."


def test_many_comments_are_one_finding() -> None:
    (found,) = findings("PRC002", draft(ONE, LAST))
    assert found.message == "2 comments of somebody are still in the draft; the first: “Rooms or halls?”."
    assert excerpts("PRC002", draft(ONE, LAST)) == ["reading rooms"]


def test_a_draft_without_comments_is_silent() -> None:
    assert not findings("PRC002", draft("1. *Invites* villages to read;", "2. *Decides* to read."))
