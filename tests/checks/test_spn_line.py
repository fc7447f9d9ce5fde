"""The line of sponsors, taken apart and checked, without the rest of a draft."""

from __future__ import annotations

import random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from resolint import cards
from resolint.checks.shared.sponsors import fold, line_of, plain
from resolint.checks.spn import sponsors as spn_sponsors
from resolint.findings import Hit
from resolint.fixes import applicable, apply
from resolint.model import Block, Document, Head, Origin, Span
from resolint.rule import Check, Context
from tests.support.rows import each

TABLES = cards.tables()
STATES = [row["official_short_name"] for row in TABLES["member-states"]]
FAMILY: tuple[Check, ...] = (
    spn_sponsors.sponsors_line_malformed,
    spn_sponsors.sponsors_out_of_order,
    spn_sponsors.sponsor_name_wrong,
    spn_sponsors.sponsor_article,
    spn_sponsors.sponsors_joint_wrong,
    spn_sponsors.group_as_sponsor,
    spn_sponsors.nonmember_mark_wrong,
    spn_sponsors.chair_text_unlabelled,
)


def draft(line: str, symbol: str = "A/C.3/84/L.17") -> Document:
    block = Block("document/0", "cell", line)
    head = Head(symbol=symbol, spans=(("sponsors", Span("document/0", 0, len(line))),))
    return Document(Origin("x.docx", "0" * 64, "docx"), "resolution", head, (), (block,))


def hits(check: Check, document: Document, *, profile: str = "ga", date: str | None = None) -> list[Hit]:
    return list(check(document, Context(profile, {"main_sponsors_first": ["hrc"]}, TABLES, date)))


def marked(check: Check, line: str, **options: str) -> list[str]:
    document = draft(line)
    return [document.text(hit.span) for hit in hits(check, document, **options)]


def join(names: list[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0]


def names_in(line: str) -> list[str]:
    found = line_of(draft(line), Context("ga", {}, TABLES))
    assert found is not None
    return [name.text for name in found[0].names]


def test_all_member_states_in_one_line_are_told_apart_and_clean() -> None:
    line = join(STATES) + ": draft resolution"
    assert len(STATES) == 193
    assert names_in(line) == STATES
    assert [hit for check in FAMILY for hit in hits(check, draft(line))] == []


@given(st.lists(st.sampled_from(STATES), min_size=1, max_size=25, unique=True))
def test_any_ordered_list_is_read_back_and_clean(chosen: list[str]) -> None:
    chosen = sorted(chosen, key=STATES.index)
    line = join(chosen) + ": revised draft decision"
    assert names_in(line) == chosen
    assert [hit for check in FAMILY for hit in hits(check, draft(line))] == []


@given(st.lists(st.sampled_from(STATES), min_size=3, max_size=12, unique=True), st.randoms(use_true_random=False))
def test_a_shuffled_list_is_put_in_order_by_its_remedy(chosen: list[str], chance: random.Random) -> None:
    ordered = sorted(chosen, key=STATES.index)
    shuffled = list(chosen)
    chance.shuffle(shuffled)
    # The former State of that name cannot be told from its two successors at the end of a list.
    assume(shuffled[-2:] != ["Serbia", "Montenegro"])
    line = join(shuffled) + ": draft resolution"
    found = hits(spn_sponsors.sponsors_out_of_order, draft(line))
    assert bool(found) == (shuffled != ordered)
    if found:
        assert found[0].fix is not None
        text = line
        for edit in sorted(found[0].fix.edits, key=lambda edit: -edit.span.start):
            assert text[edit.span.start : edit.span.end] == edit.expected
            text = text[: edit.span.start] + edit.replacement + text[edit.span.end :]
        assert text == join(ordered) + ": draft resolution"


@each(
    ("line", "expected"),
    [
        ("Ghana, Mali, Austria and Peru: draft resolution", ["Austria"]),
        (
            "United States of America and United Kingdom of Great Britain and Northern Ireland",
            ["United States of America"],
        ),
        ("Côte d'Ivoire, Costa Rica and Cuba: draft resolution", ["Côte d'Ivoire"]),
        ("Yemen, State of Palestine and Zambia: draft resolution", ["State of Palestine"]),
        ("Yemen, Zambia and State of Palestine: draft resolution", []),
        ("Netherlands (Kingdom of the) and New Zealand: draft resolution", []),
        ("Guinea, Guinea-Bissau, Guyana, Türkiye and Turkmenistan: draft resolution", []),
        ("Cuba (on behalf of the Movement of Non-Aligned Countries, Chad and others) and Chile", ["Cuba"]),
    ],
)
def test_order(line: str, expected: list[str]) -> None:
    assert marked(spn_sponsors.sponsors_out_of_order, line) == expected


def test_two_ordered_runs_are_accepted_in_the_human_rights_council_alone() -> None:
    line = "Ghana, Peru, Austria and Chile: draft resolution"
    assert marked(spn_sponsors.sponsors_out_of_order, line, profile="hrc") == []
    assert len(marked(spn_sponsors.sponsors_out_of_order, line)) == 1
    three = "Ghana, Peru, Austria, Chile, Albania and Benin: draft resolution"
    assert len(marked(spn_sponsors.sponsors_out_of_order, three, profile="hrc")) == 1


@each(
    ("name", "right"),
    [
        ("Vietnam", "Viet Nam"),
        ("Bolivia", "Bolivia (Plurinational State of)"),
        ("Plurinational State of Bolivia", "Bolivia (Plurinational State of)"),
        ("Turkey", "Türkiye"),
        ("Turkiye", "Türkiye"),
        ("Cote d’Ivoire", "Côte d’Ivoire"),
        ("UK", "United Kingdom of Great Britain and Northern Ireland"),
        ("Kazahkstan", "Kazakhstan"),
        ("Netherlands", "Netherlands (Kingdom of the)"),
    ],
)
def test_a_wrong_name_is_corrected(name: str, right: str) -> None:
    (hit,) = hits(spn_sponsors.sponsor_name_wrong, draft(f"Albania and {name}: draft resolution"))
    assert hit.values["right"] == right
    assert hit.fix is not None
    assert hit.fix.applicability == "suggest"


@each(
    ("line", "right"),
    [
        ("Chad, Peru and Holland: draft resolution", "Chad, Netherlands (Kingdom of the) and Peru"),
        ("Delegation of the Ivory Coast, French Republic, Kingdom of Sweden and Albania: draft resolution", "Albania, Côte d’Ivoire, France and Sweden"),
        ("Bolivia, Turkey and Vietnam: draft resolution", "Bolivia (Plurinational State of), Türkiye and Viet Nam"),
    ],
)  # fmt: skip
def test_wrong_names_are_mended_and_put_in_their_places_at_once(line: str, right: str) -> None:
    document = draft(line)
    edits = applicable([hit.fix for hit in hits(spn_sponsors.sponsor_name_wrong, document)], "suggest")
    assert apply(line, edits) == f"{right}: draft resolution"


def test_with_two_names_astray_the_whole_order_is_said() -> None:
    (hit,) = hits(spn_sponsors.sponsors_out_of_order, draft("Peru, Ghana, Chad and Togo: draft resolution"))
    assert hit.values["place"].endswith("the whole order is Chad, Ghana, Peru, Togo")


def test_a_name_that_no_state_bears_is_reported_without_a_remedy() -> None:
    (hit,) = hits(spn_sponsors.sponsor_name_wrong, draft("Albania and Ruritania: draft resolution"))
    assert hit.fix is None


@each(("date", "count"), [("2019-10-01", 0), ("2022-03-01", 0), ("2023-10-01", 1), (None, 1)])
def test_a_former_name_is_right_until_it_was_changed(date: str | None, count: int) -> None:
    document = draft("Albania and Turkey: draft resolution")
    assert len(hits(spn_sponsors.sponsor_name_wrong, document, date=date)) == count


def test_the_symbol_dates_a_draft_without_date() -> None:
    line = "Albania, Czech Republic and Swaziland: draft resolution"
    assert hits(spn_sponsors.sponsor_name_wrong, draft(line, "A/C.3/69/L.17")) == []
    assert hits(spn_sponsors.sponsor_name_wrong, draft(line, "E/CN.7/2014/L.5")) == []
    assert len(hits(spn_sponsors.sponsor_name_wrong, draft(line, "E/CN.7/2024/L.5"))) == 2


@each(
    ("line", "expected"),
    [
        ("Mali, Peru, and Qatar: draft resolution", [","]),
        ("Mali, Peru, Qatar: draft resolution", [", "]),
        ("Mali and Peru and Qatar: draft resolution", [" and "]),
        ("Mali & Peru: draft resolution", [" & "]),
        ("Antigua and Barbuda and Bosnia and Herzegovina: draft resolution", []),
        ("Belarus,* China and Russian Federation: draft resolution", []),
        ("Mali: draft resolution", []),
    ],
)
def test_joints(line: str, expected: list[str]) -> None:
    assert marked(spn_sponsors.sponsors_joint_wrong, line) == expected


@each(
    ("line", "expected"),
    [
        ("Mali and Peru: draft resolution", []),
        ("Mali and Peru: amendment to draft resolution A/C.3/84/L.12", []),
        ("Mali and Peru: Draft resolution", ["D"]),
        ("Mali and Peru: draft resolution.", ["."]),
        ("Mali and Peru : draft resolution", [" "]),
        ("Mali and Peru", [""]),
        ("Mali and Peru:", [""]),
        ("Sponsors: Mali; Peru", ["Sponsors:", ";"]),
        ("Draft resolution submitted by Mali and Peru", ["Draft resolution submitted by"]),
        ("Draft resolution submitted by the Chair on the basis of informal consultations", []),
        ("Draft resolution submitted by the Vice-Chair of the Committee, Mr. A. Nobody (Mali)", []),
        ("Draft resolution submitted by the Committee of the Whole", []),
    ],
)
def test_form(line: str, expected: list[str]) -> None:
    assert marked(spn_sponsors.sponsors_line_malformed, line) == expected


@each(
    ("line", "expected"),
    [
        ("European Union: draft resolution", ["European Union"]),
        ("Group of 77 and China: draft resolution", ["Group of 77 and China"]),
        ("Union of Nowhere States and Mali: draft resolution", ["Union of Nowhere States"]),
        ("Mali (on behalf of the Group of African States): draft resolution", []),
        ("Mali, on behalf of the Group of African States: draft resolution", []),
        ("United States of America, Holy See and State of Palestine: draft resolution", []),
    ],
)
def test_groups(line: str, expected: list[str]) -> None:
    assert marked(spn_sponsors.group_as_sponsor, line) == expected
    assert marked(spn_sponsors.sponsor_name_wrong, line) == []


@given(st.text(max_size=300))
def test_no_line_breaks_a_check(line: str) -> None:
    for check in FAMILY:
        for hit in hits(check, draft(line)):
            assert 0 <= hit.span.start <= hit.span.end <= len(line)


@pytest.mark.slow
@each("piece", ["a, ", "the ", "Antigua and ", "((((", ", ", " and ", "*,", "on behalf of ", "Mali, "])
def test_hostile_lines_end(piece: str) -> None:
    for size in (11_000, 100_000):
        document = draft(piece * (size // len(piece)) + ": draft resolution")
        for check in FAMILY:
            hits(check, document)


@given(st.text(max_size=50))
def test_folding_keeps_places(text: str) -> None:
    assert len(fold(text)) == len(text)


def test_folding_and_plain_differ_in_what_they_forgive() -> None:
    assert fold("CÔTE D’IVOIRE") == "cote d'ivoire"
    assert plain("Côte  d’Ivoire") == "Côte d'Ivoire"
