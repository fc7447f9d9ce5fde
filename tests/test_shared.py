"""What is made of a document and of one thing besides is made once for each such thing, and kept."""

from resolint import pipeline
from resolint.shared import per_document_with, watch


def test_it_is_made_once_for_each_thing_besides_and_counted_there() -> None:
    made: list[list[str]] = []

    @per_document_with("a row")
    def of(document: object, other: list[str]) -> list[str]:
        made.append(other)
        return [*other, "made"]

    draft, second = (pipeline.load(b"*The General Assembly*,\n", name="draft.md") for _ in range(2))
    one, like_it = ["a"], ["a"]
    rows: dict[str, float] = {}
    with watch(rows):
        assert of(draft, one) is of(draft, one)
        assert of(draft, like_it) == ["a", "made"]
        of(second, one)
    assert [id(other) for other in made] == [id(one), id(like_it), id(one)]
    assert list(rows) == ["a row"]


def test_another_thing_in_the_place_of_one_that_is_gone_is_not_taken_for_it() -> None:
    @per_document_with("a row")
    def of(document: object, other: list[int]) -> int:
        return other[0]

    draft = pipeline.load(b"*The General Assembly*,\n", name="draft.md")
    assert [of(draft, [number]) for number in range(50)] == [*range(50)]
