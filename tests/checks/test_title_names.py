"""Names in titles that the text writes otherwise (REF047): another word may stand at either end or inside."""

from tests.checks.drafts import excerpts
from tests.support.rows import each


def draft(title: str, *names: str) -> str:
    called = "".join(f"{at}. *Welcomes* the {name};\n\n" for at, name in enumerate(names, 1))
    return f"# Programme for the {title}\n\n*The General Assembly*,\n\n*Recalling* its interest in lamps,\n\n{called}9. *Decides* to wait.\n"


@each(
    ("title", "written", "found"),
    [
        ("Year of Village Lamps", "Decade of Village Lamps", "Year of Village Lamps"),
        ("Decade for Village Lamps", "Decade of Village Lamps", "Decade for Village Lamps"),
        ("Decade of Village Lamp", "Decade of Village Lamps", "Decade of Village Lamp"),
        ("Decade of Village Lamps", "Decade of Village Lamps", None),
        ("Decade of Village Stoves", "Decade of Village Lamps", None),
        ("Year for Village Lamps", "Decade of Village Lamps", None),
    ],
)
def test_a_name_of_the_title_that_the_text_writes_otherwise(title: str, written: str, found: str | None) -> None:
    assert excerpts("REF047", draft(title, written, written)) == ([found] if found else [])


def test_what_is_written_once_or_in_two_ways_settles_nothing() -> None:
    assert not excerpts("REF047", draft("Decade for Village Lamps", "Decade of Village Lamps"))
    twice = ("Decade of Village Lamps",) * 2 + ("Decade on Village Lamps",) * 2
    assert not excerpts("REF047", draft("Decade for Village Lamps", *twice))
