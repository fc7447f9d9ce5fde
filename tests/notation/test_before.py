"""What stands before the words of a paragraph and is marked all the same: its number, the key of front matter."""

from resolint import lint
from tests.support.rows import each

DRAFT = """+++
symbol = "A/80/L.1"
sponsers = "Chile"
"kind" = "resolutoin"
+++

# Wells

*The General Assembly*,

*Recalling* wells,

1. *Decides* to dig:

  (a) wells;

  (c) ponds;

**3.** *Decides* to meet.
"""
PLAIN = DRAFT[DRAFT.index("The G") - 1 :].replace("*", "")


@each(
    ("source", "name", "rule", "marked"),
    [
        (DRAFT, "a.md", "STR011", ["(c)", "**3.**"]),
        (DRAFT.replace("\n", "\r\n"), "a.md", "STR011", ["(c)", "**3.**"]),
        (PLAIN, "a.txt", "STR011", ["(c)", "3."]),
        (DRAFT, "a.md", "RES006", ["sponsers", "resolutoin"]),
        (DRAFT.replace("+++", "---").replace(" =", ":"), "a.md", "RES006", ["sponsers", "resolutoin"]),
    ],
)
def test_a_fault_of_a_number_or_key_marks_its_very_characters(
    source: str, name: str, rule: str, marked: list[str]
) -> None:
    lines = source.splitlines()
    places = [one.position for one in lint(source.encode(), name=name, select=[rule]).findings]
    assert all(place is not None and place.line == place.end_line for place in places)
    assert [lines[place.line - 1][place.column - 1 : place.end_column - 1] for place in places] == marked
