"""Right forms that look like faults, each of a kind that adopted texts know."""

from tests.checks.drafts import draft, excerpts
from tests.support.rows import each

LAST = "2. *Decides* to return to the matter."


@each(
    ("rule", "paragraph", "found"),
    [
        ("PRE010", "*Apprised* of the price of paper,", []),
        ("PRE010", "*Saddened* by the loss of books,", []),
        ("PRE010", "*Noted* with concern the price of paper,", ["Noted"]),
        ("PRE010", "*Books* of all kinds are dear,", ["Books"]),
        ("TYP013", "*Aware* that what it is is a matter for readers,", []),
        ("TYP013", "*Aware* that a book is is a friend,", ["is is"]),
        ("ABB003", "*Noting* the Guide to Model UN,", []),
        ("ABB003", "*Noting* the guide to the UN,", ["UN"]),
        ("ABB005", "*Noting* the Books for Libraries initiative (SC:BOOK),", []),
    ],
)
def test_preambular_paragraphs(rule: str, paragraph: str, found: list[str]) -> None:
    assert excerpts(rule, draft(paragraph, "1. *Encourages* Member States to open reading rooms;", LAST)) == found


@each(
    ("rule", "paragraph", "found"),
    [
        ("OPR001", "1. *Acting* under Chapter VII of the Charter, *authorizes* the mission to open reading rooms;", []),
        ("OPR023", "1. *Upon* the end of the snow, *calls upon* villages to open their reading rooms;", []),
        ("OPR023", "1. *Consistent with* paragraph 2, *requests* villages to lend books;", []),
        ("OPR001", "1. *Acknowledging* the snow, the villages that requests reach;", ["Acknowledging"]),
        ("REF013", "1. *Recalls* General Assembly resolutions 1514 (XV) and 1541 (XV) of 15 December 1960;", []),
        (
            "REF013",
            "1. *Recalls* General Assembly resolution 1541 (XV) of 14 December 1960;",
            ["General Assembly resolution 1541 (XV) of 14 December 1960"],
        ),
        ("REF005", "1. *Decides* to convene a fair under the title “Books for all”;", []),
        ("REF005", "1. *Notes* the report under the title “Books for all”;", ["under the title “"]),
    ],
)
def test_operative_paragraphs(rule: str, paragraph: str, found: list[str]) -> None:
    assert excerpts(rule, draft("*Recalling* its interest in books,", paragraph, LAST)) == found
