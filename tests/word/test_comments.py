"""Review comments, the machine comment and directives."""

from resolint.model import Comment, Directive, Span
from resolint.word import read_word as read
from tests.support.docx import dele, docx, note, p, r, ref


def comment(number: int, *texts: str, author: str = "Chair") -> str:
    return f'<w:comment w:id="{number}" w:author="{author}">{"".join(p(text) for text in texts)}</w:comment>'


def start(number: int) -> str:
    return f'<w:commentRangeStart w:id="{number}"/>'


def end(number: int) -> str:
    return f'<w:commentRangeEnd w:id="{number}"/><w:r><w:commentReference w:id="{number}"/></w:r>'


def reading(body: str, *comments: str, **parts):
    return read(docx(body, comments="".join(comments), **parts))


def test_a_comment_and_its_words():
    found = reading(p("Urges ", start(1), "all States", end(1), " to act"), comment(1, "Which?", "All of them?"))
    assert found.comments == (Comment("1", "Chair", "Which?\nAll of them?", Span("document/0", 6, 16)),)
    assert found.blocks[0].text == "Urges all States to act"


def test_a_comment_over_paragraphs_is_about_the_rest_of_the_first():
    body = p("one ", start(1), "two") + p("three", end(1))
    assert reading(body, comment(1, "x")).comments[0].span == Span("document/0", 4, 7)


def test_a_comment_without_a_range():
    body = p("one", '<w:r><w:commentReference w:id="1"/></w:r>')
    assert reading(body, comment(1, "x")).comments[0].span == Span("document/0", 3, 3)


def test_a_range_that_never_ends_and_a_comment_that_hangs_nowhere():
    found = reading(p("a", start(1), "b"), comment(1, "x"), comment(2, "y"))
    assert [c.span for c in found.comments] == [Span("document/0", 1, 1), None]


def test_ranges_between_paragraphs_and_in_empty_ones():
    body = p("a") + start(1) + p("b") + p(end(1)) + p(start(2), end(2)) + p("c")
    spans = [c.span for c in reading(body, comment(1, "x"), comment(2, "y")).comments]
    assert spans == [Span("document/1", 0, 1), Span("document/4", 0, 0)]


def test_a_comment_on_deleted_words():
    body = p("a", start(1), dele("gone"), end(1), "b")
    assert reading(body, comment(1, "x")).comments[0].span == Span("document/0", 1, 1)


def test_a_comment_in_a_note():
    inner = p(start(1), r("See"), end(1))
    found = reading(p("a", ref(1)), comment(1, "x"), footnotes=note(1, inner))
    assert found.comments[0].span == Span("footnotes/1/0", 0, 3)


def test_the_machine_comment_is_no_review_comment():
    words = "<<ODS JOB NO>>N9912345E<<ODS JOB NO>> <<ODS DOC SYMBOL1>>A/99/6 (Outline)<<ODS DOC SYMBOL1>>"
    found = reading(p(start(0), end(0)) + p("x"), comment(0, r(words)))
    assert found.comments == ()
    assert ("symbol", "A/99/6 (Outline)", None) in found.hints
    assert ("job_number", "N9912345E", None) in found.hints


def test_a_directive():
    body = p(start(1), "Noting the report", end(1))
    found = reading(body, comment(1, "resolint: allow PRE002, agreed in 2019, do not touch"))
    assert found.comments == ()
    assert found.directives == (Directive(("PRE002",), "agreed in 2019, do not touch", Span("document/0", 0, 17)),)


def test_a_directive_before_everything_is_for_the_whole_draft():
    body = p(start(1), end(1)) + p("text")
    assert reading(body, comment(1, "resolint: allow GEN001, x")).directives[0].span is None
