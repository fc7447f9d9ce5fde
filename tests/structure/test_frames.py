"""Drafts whose frame is missing or another: every paragraph still finds its part by its opening, mark and number."""

import gzip
import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from resolint import cards, notation, structure
from resolint.model import Act, Block, Document, Origin, Reading
from tests.support.rows import each

Build = Callable[[str], Document]


def read(source: str) -> Document:
    return structure.build(notation.read(source), Origin("draft.md", "0" * 64, "markdown"), cards.lexicon())


def parts(act: Act) -> tuple[int, int, int]:
    return len(act.preamble), len(act.operative), len(act.body)


def act_of(source: str) -> Act:
    (act,) = read(source).acts
    return act


def test_a_preamble_without_organ_line_is_told_by_its_openings_whatever_ends_it() -> None:
    act = act_of(
        "Committee: Health\n\nHighlighting the price of spectacles;\n\nCiting the reports of opticians\n\n"
        "Concerned by weak eyes;\n\nUrges opticians to help;\n\nCalls upon schools to test eyes."
    )
    assert (parts(act), act.organ_line) == ((3, 2, 0), None)


def test_whereas_and_be_it_resolved_are_preamble_and_parting_line() -> None:
    act = act_of(
        "Whereas bells ring too early, and\n\nWhereas nobody sleeps, and\n\n"
        "Be it hereby resolved that the General Assembly:\n\n1. Asks towns to ring later;\n\n2. Thanks them."
    )
    assert (parts(act), len(act.headings)) == ((2, 2, 0), 1)


def test_a_title_that_begins_like_a_preamble_stays_a_title() -> None:
    document = read(
        "Strengthening the teaching of music\n\nNoting the cost of pianos,\n\nDecides to tune them;\n\nThanks tuners."
    )
    act = document.acts[0]
    assert act.title is not None and document.text(act.title).startswith("Strengthening")
    assert parts(act) == (1, 2, 0)


@pytest.mark.parametrize(
    "line",
    [
        "THE MOUNTAIN COMMISSION,",
        "The World Congress of Beekeepers, convened in Lima on 3 May 2024,",
        "The Regional Conference on Ports, having met at Riga from 3 to 5 June, adopts the following recommendation:",
    ],
)
def test_an_organ_that_no_table_knows_is_told_by_the_form_of_its_line(line: str) -> None:
    act = act_of(f"{line}\n\nConsidering the snow,\n\n1. Recommends shovels;\n\n2. Decides to meet again.")
    assert act.organ_line is not None
    assert parts(act) == (2 - 1, 2, 0)


def test_a_sentence_that_hands_the_text_over_is_no_paragraph_of_it() -> None:
    act = act_of(
        "The Conference of Gardeners, convened in Oslo,\n\nConsidering the roses,\n\nThat they wither;\n\n"
        "Submits the following recommendation to the gardeners of all countries:\n\n"
        "1. Roses should be watered;\n\n2. Water should be clean."
    )
    assert (parts(act), len(act.headings), len(act.preamble[0].blocks)) == ((1, 2, 0), 1, 2)


def test_a_paragraph_that_lost_its_number_stands_where_the_count_leaves_one_out() -> None:
    act = act_of(
        "The General Assembly,\n\nNoting kites,\n\n1. Welcomes kites;\n\nKites should fly in all towns;\n\n3. Thanks their makers."
    )
    assert [clause.number for clause in act.operative] == ["1", "", "3"]


def test_a_long_paragraph_without_number_is_no_heading_though_a_page_number_ends_it() -> None:
    long = "Kites of all sizes should be flown in every town that has a beach, " * 3
    act = act_of(
        f"The General Assembly,\n\nNoting kites,\n\n1. Welcomes kites;\n\n{long}and in others. — 160\n\n3. Thanks their makers."
    )
    assert ([clause.number for clause in act.operative], act.headings) == (["1", "", "3"], ())


def test_a_finite_verb_with_a_comma_before_the_first_number_stays_in_the_preamble() -> None:
    act = act_of(
        "The General Assembly,\n\nNoting kites,\n\nReaffirms that kites fly,\n\n1. Welcomes kites;\n\n2. Thanks their makers."
    )
    assert parts(act) == (2, 2, 0)


def test_an_organ_line_that_stands_again_opens_no_second_act() -> None:
    act = act_of(
        "The General Assembly,\n\nNoting kites,\n\nThe General Assembly,\n\n1. Welcomes kites;\n\n2. Thanks their makers."
    )
    assert parts(act) == (1, 2, 1)


@each("label", ["1)", "1:", "1°", "1.", "4.1.1"])
def test_numbers_of_other_traditions(label: str) -> None:
    act = act_of(f"The General Assembly,\n\nNoting kites,\n\n{label} Welcomes kites;\n\n2. Thanks their makers.")
    assert act.operative[0].number == label.rstrip(").:°")


def test_the_kind_that_the_front_matter_states_is_obeyed() -> None:
    document = read("---\nkind: resolution\n---\n\nPeople like kites and want more of them.\n\nKites are good.")
    assert [act.kind for act in document.acts] == ["resolution"]


def test_a_list_after_prose_is_an_act_where_a_sentence_recommends_it() -> None:
    numbered = "\n\n".join(f"{number}. Plant trees along road {number}." for number in range(1, 6))
    act = act_of(
        "Gathered in Quito for the feast of trees, we look back on a good year.\n\n"
        f"Therefore, we recommend that all towns:\n\n{numbered}"
    )
    assert len(act.operative) >= 5


def test_a_sentence_without_number_is_a_paragraph_where_the_numbered_ones_open_with_no_verb_either() -> None:
    act = act_of(
        "The Conference of Bakers, convened in Oslo,\n\nConsidering the price of flour,\n\n"
        "Submits the following recommendation to the bakers of all countries:\n\n"
        "1. Bread should be baked before sunrise in every town;\n\n2. Flour should be kept dry in all seasons.\n\n"
        "It would be desirable that ovens be cleaned once a week by those who use them."
    )
    assert (parts(act), act.operative[-1].number) == ((1, 3, 0), "")


def test_a_sentence_without_number_finds_no_place_behind_paragraphs_that_open_with_verbs() -> None:
    act = act_of(
        "The General Assembly,\n\nNoting kites,\n\n1. Welcomes kites of all sizes;\n\n2. Thanks their makers.\n\n"
        "The wording of this text is to be looked at once more by the group on Thursday."
    )
    assert parts(act) == (1, 2, 1)


def test_sections_of_one_number_give_the_grounds_and_then_the_measures() -> None:
    act = act_of(
        "4.1 For many years towns have looked after their wells in common.\n\n"
        "4.2 In each town the following measures may be considered:\n\n"
        "4.2.1 The cleaning of wells in spring;\n\n4.2.2 The planting of trees beside them;\n\n"
        "4.2.3 The teaching of children about water."
    )
    assert (len(act.preamble), act.organ_line, act.title) == (1, None, None)
    assert [clause.number for top in act.operative for clause in top.walk()] == ["4.2", "4.2.1", "4.2.2", "4.2.3"]


def test_sections_of_several_numbers_are_a_report() -> None:
    document = read(
        "1.1 Wells are old.\n\n1.2 They are:\n\n1.2.1 Deep;\n\n2.1 Trees are young.\n\n2.2 They are green.\n\n2.3 They grow."
    )
    assert document.acts == ()


@pytest.mark.real
def test_recommendations_of_conferences_find_their_parts_without_a_hint(real: Path) -> None:
    """Macro-F1 of preambular, operative and neither on labelled recommendations in English."""
    names = ("preambular", "operative", "neither")
    seen: Counter[tuple[str, str]] = Counter()
    with gzip.open(real / "fixtures" / "unesco" / "recommendations_dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            paragraphs = json.loads(line)["paragraphs"]
            blocks = tuple(
                Block(f"document/{at}", "paragraph", para["en_machine"]) for at, para in enumerate(paragraphs)
            )
            document = structure.build(
                Reading(blocks, lost=("italics", "notes")), Origin("x", "0" * 64, "text"), cards.lexicon()
            )
            found = _roles(document)
            for at, para in enumerate(paragraphs):
                label = para["label"] if para["label"] in names else "neither"
                seen[label, found.get(f"document/{at}", "neither")] += 1
    scores = []
    for name in names:
        right = seen[name, name]
        wrong = sum(count for pair, count in seen.items() if name in pair and pair != (name, name))
        scores.append(2 * right / (2 * right + wrong))
    assert sum(scores) / len(scores) >= 0.93


def _roles(document: Document) -> dict[str, str]:
    found = {}
    for act in document.acts:
        for name, part in (("preambular", act.preamble), ("operative", act.operative)):
            for clause in part:
                for below in clause.walk():
                    found.update(dict.fromkeys(below.blocks, name))
    return found
