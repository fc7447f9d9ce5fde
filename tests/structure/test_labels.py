"""What the numbers of paragraphs mean."""

from hypothesis import given
from hypothesis import strategies as st

from resolint.model import Block, Clause
from resolint.structure import labels
from resolint.structure.labels import Level, Numeral
from tests.support.rows import each


@each(
    ("label", "number"),
    [
        ("7.", "7"), ("(b)", "b"), ("iv)", "iv"), ("10 bis.", "10 bis"), ("a.", "a"), ("•", ""), ("", ""), ("(1)", "1"),
        ("PP3.", "3"), ("OP2 bis", "2 bis"), ("[4.]", "4"),
    ],
)  # fmt: skip
def test_numbers(label: str, number: str) -> None:
    assert labels.number(label) == number


@each(
    ("label", "expected"),
    [
        ("3.", [("1.", 30)]),
        ("3)", [("1.", 30), ("(1)", 30)]),
        ("(3)", [("(1)", 30)]),
        ("(i)", [("(a)", 90), ("(i)", 10)]),
        ("(v)", [("(a)", 220), ("(i)", 50)]),
        ("(c)", [("(a)", 30)]),
        ("(aa)", [("(a)", 270)]),
        ("(iv)", [("(i)", 40)]),
        ("IV.", [("I.", 40)]),
        ("b.", [("a.", 20)]),
        ("10 bis.", [("1.", 101)]),
        ("17.10", [("1.", 100)]),
        ("–", [("-", 0)]),
        ("", []),
    ],
)
def test_readings(label: str, expected: list[tuple[str, int]]) -> None:
    assert [(reading.style, reading.value) for reading in labels.readings(label)] == expected


def stack(*levels: tuple[str, int]) -> list[Level]:
    return [Level(style, value) for style, value in levels]


@each(
    ("levels", "label", "upcoming", "expected"),
    [
        ([("1.", 10), ("(a)", 80)], "(i)", "(j)", (1, Numeral("(a)", 90))),
        ([("1.", 10), ("(a)", 10)], "b.", "c)", (1, Numeral("a.", 20))),
        ([("1.", 10), ("a.", 20)], "c)", "", (1, Numeral("(a)", 30))),
        ([("1.", 10), ("(a)", 10)], "a.", "b.", (2, Numeral("a.", 10))),
        ([("1.", 10), ("(a)", 10), ("a.", 10)], "b.", "", (2, Numeral("a.", 20))),
        ([("1.", 10), ("(a)", 80)], "(i)", "(ii)", (2, Numeral("(i)", 10))),
        ([("1.", 10), ("(a)", 80)], "(i)", "2.", (1, Numeral("(a)", 90))),
        ([("1.", 10), ("(a)", 260)], "(aa)", "", (1, Numeral("(a)", 270))),
        ([("1.", 10), ("(a)", 210), ("(i)", 40)], "(v)", "(vi)", (2, Numeral("(i)", 50))),
        ([("1.", 10), ("(a)", 210), ("(i)", 40)], "(v)", "(w)", (1, Numeral("(a)", 220))),
        ([("1.", 10), ("(a)", 20), ("(i)", 20)], "(c)", "", (1, Numeral("(a)", 30))),
        ([("1.", 10), ("(a)", 20), ("(i)", 20)], "2.", "", (0, Numeral("1.", 20))),
        ([("1.", 10)], "(a)", "(b)", (1, Numeral("(a)", 10))),
        ([("1.", 10), ("(i)", 10)], "(a)", "(b)", (2, Numeral("(a)", 10))),
        ([("1.", 330)], "1.", "2.", (0, Numeral("1.", 10))),
        ([("1.", 20)], "3)", "", (0, Numeral("1.", 30))),
        ([], "I.", "II.", (0, Numeral("I.", 10))),
    ],
)
def test_neighbours_decide(
    levels: list[tuple[str, int]], label: str, upcoming: str, expected: tuple[int, Numeral]
) -> None:
    assert labels.place(stack(*levels), label, upcoming) == expected


def test_a_colon_announces_a_deeper_list() -> None:
    levels = [("1.", 10), ("(a)", 80)]
    assert labels.place(stack(*levels), "(i)", "2.", after_colon=True)[0] == 2


def test_stated_levels_help() -> None:
    levels = [("1.", 10), ("(a)", 80)]
    assert labels.place(stack(*levels), "(i)", "", deeper=1)[0] == 2
    assert labels.place(stack(*levels), "(i)", "", deeper=0)[0] == 1


def test_labels_left_in_the_text_are_found() -> None:
    assert labels.typed("\t(a)\tTo act") == ("(a)", 5)
    assert labels.typed("“1. Decides") == ("1.", 4)
    assert labels.typed("PP1 bis Recalling")[0] == "PP1 bis"
    assert labels.typed("1.5 million people") == ("", 0)
    assert labels.typed("2020 was a year") == ("", 0)
    assert labels.typed("(see above) text") == ("", 0)


_FORMS = (lambda n: f"{n}.", lambda n: f"({chr(96 + n)})", lambda n: f"({'x' * (n // 10)}{_UNITS[n % 10]})")
_UNITS = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")


@given(st.lists(st.integers(0, 2), max_size=14))
def test_the_tree_follows_the_levels_that_the_source_states(rows, depths) -> None:
    """Whatever the numbers say: a paragraph hangs below the last one on a higher level of the same list."""
    counts = [0, 0, 0]
    blocks, expected, path = [], [], []
    for at, depth in enumerate([0, *depths]):
        counts[depth] += 1
        counts[depth + 1 :] = [0] * (2 - depth)
        label = _FORMS[depth](counts[depth])
        blocks.append(
            Block(f"document/{at + 1}", "paragraph", "Invites States to plant reeds;", label=label, level=depth)
        )
        path = [(block, level) for block, level in path if level < depth]
        expected.append((blocks[-1].id, path[-1][0] if path else ""))
        path.append((blocks[-1].id, depth))
    document = rows("The General Assembly,", *blocks)
    found = [pair for clause in document.acts[0].operative for pair in _parents(clause, "")]
    assert found == expected


def _parents(clause: Clause, parent: str) -> list[tuple[str, str]]:
    return [(clause.blocks[0], parent), *(p for child in clause.children for p in _parents(child, clause.blocks[0]))]


@each(
    ("last", "label", "depth"),
    [
        ("(z)", "(aa)", 1),
        ("(c)", "(d)", 1),
        ("(b)", "(d)", None),
        ("(h)", "(i)", None),
        ("(c)", "(a)", None),
        ("(z)", "3.", 0),
    ],
)
def test_a_number_that_goes_on_the_count_of_an_open_list_begins_no_deeper_one(
    last: str, label: str, depth: int | None
) -> None:
    stack = [Level("1.", 20), Level(*labels.readings(last)[0])]
    assert labels.goes_on(stack, label) == depth
