import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolint import cards, wording
from resolint.corpus import Finder, Judge, Verdict
from resolint.corpus.sqlite import MEMORY, SqliteCorpus
from resolint.pipeline.agreeing import judge_of
from resolint.pipeline.drafts import read_source
from tests.corpus.texts import ADOPTED, PATHS, WELLS, text
from tests.support.words import LEXICON

HEAD = "+++\nsymbol = {symbol!r}\ndate = {date!r}\n+++\n\n# Wells\n\n*The General Assembly*,\n\nMindful of the drought,\n\n"


def verdict(judge: Judge, paragraph: str, *, date: str = "3 March 2020", symbol: str = "A/C.2/75/L.900") -> Verdict:
    source = (
        HEAD.format(symbol=symbol, date=date) + f"1. {paragraph}\n\n2. Decides to meet again in the shade of a tree.\n"
    )
    document = read_source(source, "draft.md")
    return next(one for one in judge.document(document) if one.paragraph.text.startswith(paragraph[:12]))


def sources(found: Verdict) -> list[str]:
    return [source.entry.symbol for source in found.sources]


def test_verbatim(judge: Judge) -> None:
    found = verdict(judge, WELLS[2])
    assert found.kind == "verbatim"
    assert (sources(found), found.sources[0].place, found.changes) == (["A/RES/64/911"], "operative 3", ())
    assert found.pedigree is not None and found.pedigree.texts == 1


def test_verbatim_whatever_the_typography(judge: Judge) -> None:
    assert (
        verdict(judge, WELLS[2].replace("voluntary basis", "voluntary\u00a0basis").replace(";", ",")).kind == "verbatim"
    )


def test_adapted(judge: Judge) -> None:
    found = verdict(judge, WELLS[3].replace("sixty-sixth", "eightieth"))
    assert found.kind == "adapted"
    assert sources(found) == ["A/RES/66/917"], "the latest use is the source"
    assert [(change.old, change.new) for change in found.changes] == [("sixty-eighth", "eightieth")]
    assert found.pedigree is not None
    assert (found.pedigree.first.symbol, found.pedigree.latest.symbol) == ("A/RES/64/911", "A/RES/66/917")
    assert (found.pedigree.texts, found.pedigree.years) == (2, ("2009", "2011"))


def test_adapted_to_another_organ(judge: Judge) -> None:
    changed = WELLS[3].replace("General Assembly", "Economic and Social Council").replace("sixty-sixth", "2021")
    assert verdict(judge, "Further requests" + changed.removeprefix("Requests")).kind == "adapted"


def test_departs_with_a_qualifier_dropped(judge: Judge) -> None:
    found = verdict(judge, WELLS[1].replace(", as appropriate,", ""))
    assert found.kind == "departs"
    assert sources(found) == ["A/RES/64/911"]
    assert [(one.phrase, one.fate) for one in found.qualifiers] == [("as appropriate", "dropped")]
    assert found.verb is None
    changed = found.pedigree.changed if found.pedigree else None
    assert changed is not None and changed.entry.symbol == "A/RES/66/917"
    assert [(change.old, change.new) for change in changed.changes] == [("Urges", "Encourages")]


@pytest.mark.parametrize(("opening", "direction"), [("Demands that", "stronger"), ("Invites", "weaker")])
def test_the_strength_of_the_opening(judge: Judge, opening: str, direction: str) -> None:
    found = verdict(judge, WELLS[1].replace("Urges", opening).replace("every year", "each year"))
    assert found.kind == "departs" and found.verb is not None
    assert found.verb.direction == direction


def test_a_moved_qualifier(judge: Judge) -> None:
    moved = WELLS[1].replace(", as appropriate, and to", " and, as appropriate, to")
    found = verdict(judge, moved)
    assert [(one.phrase, one.fate) for one in found.qualifiers] == [("as appropriate", "moved")]


def test_combined(judge: Judge) -> None:
    joined = (
        PATHS[1].rstrip(";")
        + ", and invites municipalities to train well keepers on a voluntary basis and to lend them the tools that they need;"
    )
    found = verdict(judge, joined)
    assert found.kind == "combined"
    assert sources(found) == ["E/RES/2010/913", "A/RES/64/911"]
    words = [found.paragraph.text[source.start : source.end] for source in found.sources]
    assert words[0] == PATHS[1].rstrip(";") and words[1].startswith("invites municipalities")


def test_a_list_of_resolutions_is_found_by_their_numbers() -> None:
    series = "Recalling its resolutions {} of 21 December 2009, {} of 22 December 2011 and {} of 20 December 2013,"
    rows = [series.format(f"64/{at}", f"66/{at}", f"68/{at}") for at in range(900, 950)]
    corpus = SqliteCorpus(MEMORY, LEXICON, write=True)
    corpus.add("one", "1", [text(f"A/RES/70/{at}", row, date="2015-12-12") for at, row in enumerate(rows)])
    found = Finder((corpus,)).nearest(rows[17].replace("its", "wooden"))
    assert found[0].wording.text == rows[17]


def test_a_part_of_a_longer_paragraph_departs(judge: Judge) -> None:
    found = verdict(judge, "Encourages Member States to mark footpaths that cross a border on both sides of it;")
    assert found.kind == "departs" and sources(found) == ["E/RES/2010/913"]


@pytest.mark.parametrize(
    "paragraph",
    [
        "Welcomes the recipe for plum cake that the bakers of the old town have kept for three hundred years;",
        "Decides:",
        "Takes note of the village wells;",
        "Urges Member States to lend one another the songs that their shepherds sing in the evening, as appropriate;",
    ],
)
def test_new(judge: Judge, paragraph: str) -> None:
    assert verdict(judge, paragraph).kind == "new"


def test_only_what_was_adopted_before_the_draft_counts(judge: Judge) -> None:
    assert verdict(judge, PATHS[1], date="20 July 2010").kind == "new", "the day of adoption is not before"
    assert verdict(judge, PATHS[1], date="21 July 2010").kind == "verbatim"
    early = verdict(judge, WELLS[1].replace("Urges", "Encourages"), date="1 June 2011")
    assert early.kind == "departs" and sources(early) == ["A/RES/64/911"]


def test_a_draft_is_not_its_own_source(judge: Judge) -> None:
    assert verdict(judge, PATHS[1], symbol="E/RES/2010/913").kind == "new"
    assert verdict(judge, PATHS[1], symbol="E/RES/2010/913/Rev.1").kind == "new"


def test_earlier_drafts_so_marked_do_not_count() -> None:
    corpus = SqliteCorpus(MEMORY, LEXICON, write=True)
    corpus.add("one", "1", [text("A/C.2/75/L.4", PATHS[1], draft_of="A/C.2/75/L.900")])
    found = judge_of(Finder((corpus,)), cards.lexicon())
    assert verdict(found, PATHS[1]).kind == "new"
    assert verdict(found, PATHS[1], symbol="A/C.2/75/L.901").kind == "verbatim"


def test_the_same_text_under_no_symbol_is_not_its_own_source(judge: Judge) -> None:
    source = (
        "# Footpaths\n\n*The Economic and Social Council*,\n\n"
        + f"*Reaffirming*{PATHS[0].removeprefix('Reaffirming')}\n\n1. {PATHS[1]}\n"
    )
    document = read_source(source, "copy.md")
    assert [one.kind for one in judge.document(document)] == ["new", "new"]


def test_layers_are_asked_in_order() -> None:
    layers = []
    for symbol in ("A/RES/70/901", "A/RES/71/902"):
        layers.append(SqliteCorpus(MEMORY, LEXICON, write=True))
        layers[-1].add("f", "1", [text(symbol, PATHS[1], date="2015-12-12")])
    for order in (layers, layers[::-1]):
        first = Finder(order).nearest(PATHS[1].replace("rain", "snow"))[0]
        assert (
            order[first.layer].entries()[0].symbol
            == Finder(order).uses(first, Finder(order).everything())[0].entry.symbol
        )
        assert first.layer == 0


def test_uses_in_several_layers_make_one_history() -> None:
    layers = []
    for number, symbol in enumerate(("A/RES/70/901", "A/RES/71/902", "A/RES/70/901")):
        layers.append(SqliteCorpus(MEMORY, LEXICON, write=True))
        layers[-1].add("f", "1", [text(symbol, PATHS[1], date=f"{2015 + number % 2}-12-12")])
    found = verdict(judge_of(Finder(layers), cards.lexicon()), PATHS[1])
    assert found.pedigree is not None and found.pedigree.first.symbol == "A/RES/70/901"
    assert len({use.entry.symbol for use, _ in Finder(layers).history(PATHS[1], Finder(layers).everything())}) == 2


WORDS = st.sampled_from(
    ["wells", "the", "and", "as appropriate", ",", ";", "“water”", "(every year)", "States’", "to", "publish"]
)


@given(st.lists(st.tuples(st.integers(0, 20), WORDS), max_size=5), st.integers(0, 6))
def test_the_changes_lead_from_the_source_to_the_draft(
    judge: Judge, added: list[tuple[int, str]], dropped: int
) -> None:
    words = WELLS[1].split()
    del words[4 : 4 + dropped]
    for at, word in added:
        words.insert(min(3 + at, len(words)), word)
    found = verdict(judge, " ".join(words))
    if found.kind != "new":
        assert found.kind in ("verbatim", "adapted", "departs")
        assert wording.apply(found.sources[0].text, found.changes) == found.paragraph.text


def test_spans_lead_back_to_the_blocks(judge: Judge) -> None:
    source = "# Wells\n\n*The General Assembly*,\n\nMindful of  the drought,[^1]\n\n1. *Urges* Member States to\tmeet.\n\n[^1]: A note.\n"
    document = read_source(source, "draft.md")
    for one in judge.document(document):
        for at, char in enumerate(one.paragraph.text):
            assert document.text(one.paragraph.span(at, at + 1)) in (char, "\t")


def test_texts_of_the_fixture_are_not_needed() -> None:
    assert {one.symbol for one in ADOPTED} == {"A/RES/64/911", "A/RES/66/917", "E/RES/2010/913"}
