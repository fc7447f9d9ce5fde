import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Indel

from resolint import cards, wording
from resolint.corpus import Finder, Judge, Verdict
from resolint.corpus.folding import light
from resolint.corpus.sqlite import MEMORY, SqliteCorpus
from resolint.pipeline.agreeing import judge_of
from resolint.pipeline.drafts import read_source
from tests.corpus.texts import ADOPTED, PATHS, WELLS, text
from tests.support.rows import each
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
    assert changed is None, "the later text says “Encourages”, which this draft does not"


def test_the_last_change_is_one_that_stands_in_the_draft(judge: Judge) -> None:
    found = verdict(judge, WELLS[1].replace("Urges", "Encourages").replace("spoken there", "that are spoken there"))
    assert found.kind == "departs" and sources(found) == ["A/RES/66/917"]
    changed = found.pedigree.changed if found.pedigree else None
    assert changed is not None
    assert (changed.before.symbol, changed.entry.symbol) == ("A/RES/64/911", "A/RES/66/917")
    assert [(change.old, change.new) for change in changed.changes] == [("Urges", "Encourages")]


def test_a_clause_that_is_dropped_is_no_qualifier_dropped(judge: Judge) -> None:
    shorter = WELLS[1].replace(", as appropriate, and to publish the results in the languages spoken there", "")
    found = verdict(judge, shorter)
    assert found.kind in ("departs", "part") and found.qualifiers == ()


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


@pytest.mark.slow
def test_a_formula_is_found_among_thousands_that_are_like_it() -> None:
    """All of its stretches are crowded: what is found by them first is any of those that share some."""
    chance = random.Random(3)
    formula = "Mindful of the bells and towers of the Charter of the United Villages"

    def varied(share: float, vowels: str) -> str:
        def other() -> str:
            return "".join(chance.choice("bdfgklmnprstv") + chance.choice(vowels) for _ in range(3))

        return " ".join(other() if chance.random() < share else word for word in formula.split())

    rows = [formula, *(varied(0.5, "aei") for _ in range(6000))]
    corpus = SqliteCorpus(MEMORY, LEXICON, write=True)
    corpus.add("one", "1", [text("A/RES/80/900", *rows, date="2025-12-12")])
    finder = Finder((corpus,))
    hits = 0
    for _ in range(60):
        asked = varied(0.15, "ou")
        true = Indel.normalized_similarity(light(asked), light(formula))
        hits += finder.nearest(asked, limit=1)[0].similarity >= true - 1e-9
    assert hits >= 48


@pytest.mark.parametrize(
    ("paragraph", "source", "out"),
    [
        ("Encourages Member States to mark footpaths that cross a border;", "E/RES/2010/913", ""),
        ("Calls upon mayors to train well keepers on a voluntary basis;", "A/RES/64/911", "Calls upon mayors"),
        ("Stressing that the footpath is the oldest road of humankind,", "E/RES/2010/913", "Stressing"),
    ],
)
def test_a_clause_of_a_longer_paragraph_is_part_of_agreed_language(
    judge: Judge, paragraph: str, source: str, out: str
) -> None:
    found = verdict(judge, paragraph)
    assert found.kind == "part" and sources(found) == [source]
    words = [found.paragraph.text[start:end] for start, end in found.taken]
    assert found.share >= 0.6 and words and all(one in found.sources[0].text for one in words)
    assert found.paragraph.text.startswith(out) and not any(one.startswith(out) for one in words if out)
    assert found.left_out and all(one in found.sources[0].text for one in found.left_out)


def test_both_halves_of_a_paragraph_that_was_split_are_parts_of_it(judge: Judge) -> None:
    one, other = WELLS[1].split(", as appropriate, and to ")
    for half in (f"{one};", f"Also urges Member States to {other}"):
        assert (found := verdict(judge, half)).kind == "part" and sources(found) == ["A/RES/64/911"], half


def lists() -> Judge:
    """Two series that recall their own resolutions in one form of words, and a shorter list of strangers."""
    corpus = SqliteCorpus(MEMORY, LEXICON, write=True)
    rows = []
    for year in range(10, 14):
        members = [f"{60 + at}/901 of 18 December {2005 + at}" for at in range(1, year)]
        row = f"Recalling its resolutions {', '.join(members)} and {60 + year}/901 of 18 December {2005 + year},"
        rows.append(text(f"A/RES/{61 + year}/901", row, date=f"{2006 + year}-12-18", title="Lanterns of the coast"))
    rows.append(
        text("A/RES/78/955", "Recalling its resolutions 71/5 of 3 May 2017 and 77/8 of 9 May 2023,", date="2023-12-19")
    )
    corpus.add("one", "1", rows)
    return judge_of(Finder((corpus,)), cards.lexicon())


def test_a_list_belongs_to_the_list_that_it_carries_on() -> None:
    members = ", ".join(f"{60 + at}/901 of 18 December {2005 + at}" for at in range(1, 14))
    found = verdict(lists(), f"Recalling its resolutions {members} and 74/901 of 18 December 2019,", date="1 June 2024")
    assert found.kind == "adapted" and sources(found) == ["A/RES/74/901"]


def test_a_list_that_shares_no_member_with_any_is_none_of_them() -> None:
    found = verdict(
        lists(), "Recalling its resolutions 68/17 of 4 July 2014 and 70/12 of 8 July 2016,", date="1 June 2024"
    )
    assert found.kind == "new"


def test_the_latest_text_of_the_same_series_comes_before_a_later_stranger() -> None:
    corpus = SqliteCorpus(MEMORY, LEXICON, write=True)
    corpus.add(
        "one",
        "1",
        [
            text("A/RES/66/911", WELLS[3].replace("sixty-sixth", "sixty-eighth"), date="2011-12-20", title="Wells"),
            text("A/RES/68/911", WELLS[3].replace("sixty-sixth", "seventieth"), date="2013-12-20", title="Wells"),
            text("A/RES/73/955", WELLS[3].replace("sixty-sixth", "seventy-fifth"), date="2018-12-20", title="Ferries"),
        ],
    )
    found = verdict(judge_of(Finder((corpus,)), cards.lexicon()), WELLS[3].replace("sixty-sixth", "seventy-second"))
    assert found.kind == "adapted" and sources(found) == ["A/RES/68/911"]
    assert found.pedigree is not None
    assert [entry.symbol for entry in found.pedigree.series] == ["A/RES/66/911", "A/RES/68/911"]
    assert found.pedigree.latest.symbol == "A/RES/73/955"


def test_what_is_found_does_not_depend_on_the_order_of_adding() -> None:
    chance = random.Random(16)
    stock = [
        "wells",
        "ferries",
        "lanterns",
        "keepers",
        "harbours",
        "bread",
        "gardens",
        "walls",
        "of",
        "the",
        "and",
        "to",
        "in",
        "care",
        "cost",
        "light",
        "old",
    ]
    rows = [" ".join(chance.choices(stock, k=chance.randint(6, 30))) for _ in range(150)]
    texts = [text(f"A/RES/70/{at}", row, date=f"{2000 + at % 20}-12-12") for at, row in enumerate(rows, 900)]
    asked = [" ".join(chance.sample(row.split(), k=len(row.split()) - 2)) for row in rows[:40]]
    told = []
    for _ in range(3):
        corpus = SqliteCorpus(MEMORY, LEXICON, write=True)
        for one in chance.sample(texts, len(texts)):
            corpus.add(one.symbol, one.symbol, [one])
        finder = Finder((corpus,))
        told.append([[(match.wording.text, match.similarity) for match in finder.nearest(one)] for one in asked])
        told[-1] += [[(match.wording.text, match.similarity) for match in finder.holding(one)] for one in asked]
    assert told[0] == told[1] == told[2]


@each(
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
        assert found.kind in ("verbatim", "adapted", "departs", "part")
    if found.changes:
        assert wording.apply(found.sources[0].text, found.changes) == found.paragraph.text


def test_spans_lead_back_to_the_blocks(judge: Judge) -> None:
    source = "# Wells\n\n*The General Assembly*,\n\nMindful of  the drought,[^1]\n\n1. *Urges* Member States to\tmeet.\n\n[^1]: A note.\n"
    document = read_source(source, "draft.md")
    for one in judge.document(document):
        for at, char in enumerate(one.paragraph.text):
            assert document.text(one.paragraph.span(at, at + 1)) in (char, "\t")


def test_texts_of_the_fixture_are_not_needed() -> None:
    assert {one.symbol for one in ADOPTED} == {"A/RES/64/911", "A/RES/66/917", "E/RES/2010/913"}
