"""Short names of States where their formal names are asked."""

from tests.checks.drafts import draft, replacements
from tests.support.rows import each


@each(
    ("words", "written", "body"),
    [
        ("Iran and the Islamic Republic of Iran", ["the Islamic Republic of Iran"], "ga"),
        ("Iran (Islamic Republic of) and Trinidad and Tobago", [], "ga"),
        ("the former Yugoslav Republic of Macedonia and Macedonia", ["North Macedonia"], "ga"),
        ("Syria’s neighbours", ["the Syrian Arab Republic"], "ga"),
        ("Syria and Iran", [], "sc"),
        ("Vietnam and Moldova", ["Viet Nam", "the Republic of Moldova"], "sc"),
    ],
)
def test_formal_names(words: str, written: list[str], body: str) -> None:
    assert replacements("GEN004", draft(f"*Noting* the reading rooms of {words},"), body) == written


@each(
    ("words", "written"),
    [
        ("the Republic of Iran", []),
        ("the State of Bolivia", []),
        ("the Government of Bolivia", ["the Plurinational State of Bolivia"]),
        (
            "the United Kingdom of Great Britain & Northern Ireland",
            ["United Kingdom of Great Britain and Northern Ireland"],
        ),
        ("Great Britain and Northern Ireland", ["the United Kingdom of Great Britain and Northern Ireland"]),
        ("the United Kingdom of Great Britain and Northern Ireland", []),
    ],
)
def test_a_name_that_is_half_written_is_not_written_twice(words: str, written: list[str]) -> None:
    assert replacements("GEN004", draft(f"*Noting* the reading rooms of {words},")) == written
