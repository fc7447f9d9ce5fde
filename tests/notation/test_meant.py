"""Which texts are meant as drafts, and paragraphs with numbers of four digits."""

from resolint import load
from resolint.pipeline import is_meant
from tests.support.rows import each


@each(
    ("text", "meant"),
    [
        ("**Committee:** Environment\n\n**Sponsors:** Peru\n\n*The General Assembly*,\n", True),
        ("Committee: Environment\nTopic: Deltas\n", True),
        ("# Our library\n\n**Sponsors:** the city\n", False),
        ("# Read me\n\nThis committee: a list of sponsors\n", False),
        ('+++\nsymbol = "A/81/L.7"\n+++\n', True),
    ],
)
def test_which_texts_are_drafts(text: str, meant: bool) -> None:
    assert is_meant(text.encode(), "text.md") is meant


def test_paragraphs_beyond_999() -> None:
    paragraphs = "\n\n".join(f"{number}. *Invites* villages to read book {number};" for number in range(998, 1003))
    document = load(f"# Books\n\n*The General Assembly*,\n\n{paragraphs}\n".encode(), name="x.md")
    assert [clause.number for clause in document.acts[0].operative] == ["998", "999", "1000", "1001", "1002"]
    assert not document.acts[0].body
