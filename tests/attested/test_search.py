"""From words to doubts: which changes are proposed, what speaks for them, and what they do to the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolint.attested.building import build
from resolint.attested.counts import opened
from resolint.attested.evidence import evidence, remedy, round_figure
from resolint.attested.letters import forms
from resolint.attested.operations import changes
from resolint.attested.reading import paragraph
from resolint.attested.scoring import FEATURES, Weights, features, weights
from resolint.attested.search import doubts, is_own, weighed
from resolint.attested.variants import answer, following
from resolint.attested.view import FAMILIES, Change, View, small_words
from resolint.attested.vocabulary import Vocabulary
from resolint.attested.words import row
from resolint.cards import lexicon, table
from tests.support.rows import each

RIGHT = "Requests the ferry offices to report to the General Council, in accordance with the annual timetables, on long-term plans;"
COUNTS = opened(build([[RIGHT, *(f"{RIGHT} And note {'i' * number} follows." for number in range(1, 31))]]))
VOCABULARY = Vocabulary(
    ["requests", "the", "ferry", "offices", "to", "report", "accordance", "with", "annual", "timetables", "on", "plans"]
)
SMALL = small_words(table("small-words"), lambda: VOCABULARY)

SLIPS = {
    "preposition swapped": RIGHT.replace("accordance with", "accordance to"),
    "preposition needless": RIGHT.replace("the annual", "the of annual"),
    "preposition missing": RIGHT.replace("to report", "report"),
    "article needless": RIGHT.replace("in accordance", "in the accordance"),
    "article missing": RIGHT.replace("with the", "with"),
    "small word swapped": RIGHT.replace("with the annual", "with these annual"),
    "words joined": RIGHT.replace("ferry offices", "ferryoffices"),
    "letters": RIGHT.replace("accordance", "acordance"),
    "inflection": RIGHT.replace("ferry offices", "ferry office"),
    "capitals": RIGHT.replace("General Council", "general council"),
    "capital": RIGHT.replace("General Council", "General council"),
    "mark": RIGHT.replace("Council,", "Council;"),
}


def proposed(text):
    one = paragraph(text)
    view = View(one.row.words, COUNTS, one.closed, SMALL)
    return one.row, list(changes(view))


def mended(text, change):
    made = remedy(row(text), change, text)
    return text[: made.start] + made.new + text[made.end :]


@each("family", SLIPS)
def test_the_slip_is_turned_round(family):
    text = SLIPS[family]
    assert text != RIGHT
    _, found = proposed(text)
    assert RIGHT in [mended(text, change) for change in found if FAMILIES[change.family] == family]


@each(
    "text",
    [
        RIGHT.replace("long-term", "long term"),
        RIGHT.replace("timetables", "time tables"),
        RIGHT.replace("annual timetables", "annual-timetables"),
        RIGHT.replace("annual", "annual annual"),
        RIGHT.replace("report to", "reportto"),
    ],
)
def test_words_that_were_divided_otherwise(text):
    _, found = proposed(text)
    assert RIGHT in [mended(text, change) for change in found if FAMILIES[change.family] in ("words joined", "hyphen")]


def test_nothing_is_proposed_where_everything_was_counted():
    assert proposed(RIGHT)[1] == []


def test_quotations_titles_and_other_languages_are_left_alone():
    text = "Recalling the song “ferry office in accordance to” of the Ferry Offices And Their Very Annual Timetables House,"
    one = paragraph(text)
    closed = [text[start:end] for (start, end), left in zip(one.row.places, one.closed, strict=True) if left]
    assert "accordance" in closed
    assert "Timetables" in closed
    assert "Recalling" not in closed


def test_what_a_draft_writes_twice_is_its_own_usage():
    text = SLIPS["inflection"]
    once, twice = [paragraph(text)], [paragraph(text), paragraph(text.replace("long-term", "short"))]
    for rows, found in ((once, True), (twice, False)):
        own = b" " + b"".join(b"".join(one.row.words) for one in rows)
        told = [change for change, _ in weighed(rows[0], COUNTS, SMALL) if FAMILIES[change.family] == "inflection"]
        assert told
        assert any(not is_own(rows[0].row.words, change, COUNTS, own) for change in told) is found


def test_an_unfamiliar_paragraph_says_nothing():
    text = "Clay pots in accordance to glaze recipes crack while cooling slowly under blue tarpaulins;"
    assert list(weighed(paragraph(text), COUNTS, SMALL)) == []


def test_every_feature_has_a_name():
    one = paragraph(SLIPS["capitals"])
    view = View(one.row.words, COUNTS, one.closed, SMALL)
    for change in changes(view):
        assert len(features(view, change, 0.9)) == len(FEATURES)


def scale(name="new left 3"):
    values = tuple(1.0 if feature == name else 0.0 for feature in FEATURES)
    return [Weights(values, 1.0, 3.0)] * len(FAMILIES)


def test_of_changes_that_touch_one_is_told():
    one = paragraph(SLIPS["preposition swapped"])
    found = doubts([one], COUNTS, SMALL, scale())
    assert [FAMILIES[doubt.change.family] for doubt in found] == ["preposition swapped"]
    assert found[0].firm


def test_families_without_weights_say_nothing():
    assert doubts([paragraph(SLIPS["capital"])], COUNTS, SMALL, [None] * len(FAMILIES)) == []


def test_evidence_shows_the_phrase_whose_counts_differ_most():
    text = SLIPS["preposition swapped"]
    place = row(text).words.index(b"to ", 8)
    proof = evidence(row(text), Change(0, place, place + 1, (b"with ",)), text, COUNTS)
    assert proof.old.endswith("accordance to the") or "accordance to" in proof.old
    assert proof.new == proof.old.replace("accordance to", "accordance with")
    assert proof.old_count == 0
    assert proof.new_count >= 30


@each(
    ("count", "said"),
    [(0, "hardly ever"), (2, "hardly ever"), (17, "17 times"), (131, "about 130 times"), (5667, "about 5,700 times")],
)
def test_figures_are_round(count, said):
    assert round_figure(count) == said


@given(st.text("abc AB-’,;1 ", max_size=60), st.data())
def test_a_remedy_makes_the_words_that_were_meant(text, data):
    found = row(text)
    last = len(found.words) - 1
    start = data.draw(st.integers(1, last))
    end = data.draw(st.integers(start, last))
    new = tuple(
        data.draw(st.lists(st.sampled_from([b"of ", b"the ", b"Ab "]), min_size=0 if end > start else 1, max_size=2))
    )
    made = remedy(found, Change(0, start, end, new), text)
    assert 0 <= made.start <= made.end <= len(text)
    assert 0 <= made.low <= made.high <= len(text)
    if start == end == last:
        return
    rest = text[: made.start] + made.new + text[made.end :]
    if all(word[:1].isalpha() for word in (found.words[start - 1], *found.words[start : end + 1]) if word[:1] != b"<"):
        assert b"of " not in new or b"of" in b" ".join(row(rest).words).replace(b"0", b"")


def test_forms_of_regular_words():
    assert forms(b"policies") >= {b"policy"}
    assert forms(b"activity") >= {b"activities"}
    assert forms(b"ensure") >= {b"ensures", b"ensured", b"ensuring"}
    assert forms(b"ensuring") >= {b"ensure", b"ensured"}
    assert b"right" in forms(b"rights")


def test_every_family_has_weights_over_known_features():
    assert all(weights(table("attested-weights")))
    known = {*FEATURES, "info from", "warning from"}
    assert {line["feature"] for line in table("attested-weights")} == known
    for one in weights(table("attested-weights")):
        assert -20 < one.info < 20
        assert -20 < one.warning < 100


def test_the_answer_about_a_phrase():
    found = answer("in accordance to", COUNTS, SMALL)
    assert found.phrase.times == 0
    assert ("in accordance with", 31) in [tuple(variant) for variant in found.variants]
    assert not found.at_most
    longer = answer("Requests the ferry offices to report to", COUNTS, SMALL)
    assert longer.at_most
    assert longer.phrase.times == 31


def test_the_table_of_small_words_is_that_of_the_lexicon():
    assert small_words(lexicon().rows("small-words"), lambda: VOCABULARY).prepositions == SMALL.prepositions


WORDS = ("report", "reports", "resort", "part", "post", "at", "to", "sport")


def one_slip(one, two):
    """Whether two words are one slip apart, told the long way."""
    if len(one) == len(two):
        odd = [at for at in range(len(one)) if one[at] != two[at]]
        turned = len(odd) == 2 and odd[1] == odd[0] + 1 and one[odd[0]] == two[odd[1]] and one[odd[1]] == two[odd[0]]
        return turned or (len(odd) == 1 and odd[0] > 0)
    if len(one) == len(two) + 1:
        return any(one[:at] + one[at + 1 :] == two for at in range(len(one)))
    return len(two) == len(one) + 1 and any(two[:at] + two[at + 1 :] == one for at in range(1, len(two)))


@given(st.text("eoprst", min_size=1, max_size=7))
def test_words_one_slip_away(word):
    assert sorted(Vocabulary(WORDS).near(word)) == sorted(known for known in WORDS if one_slip(word, known))


def test_words_that_come_next():
    assert following("report to the General Council, in ", COUNTS, VOCABULARY)[0] == ("accordance", 31)
    assert following("report to the General Council, in acc", COUNTS, VOCABULARY)[0] == ("accordance", 31)
    assert following("report to the General Council, in x", COUNTS, VOCABULARY) == ()
    assert following("*Notes* that blue clay", COUNTS, VOCABULARY) == ()
    assert following("", COUNTS, VOCABULARY) == ()


@pytest.mark.parametrize(
    ("text", "missing"), [("to General Council, in", True), ("to General Council plans, in", False)]
)
def test_a_name_that_only_describes_misses_no_article(text, missing):
    _, found = proposed(RIGHT.replace("to the General Council, in", text))
    assert any(FAMILIES[change.family] == "article missing" and change.new == (b"the ",) for change in found) == missing


@pytest.mark.parametrize(("text", "kind"), [(", by in", 1), ("accordance by with", 0)])
def test_a_small_word_behind_a_comma_is_told_apart(text, kind):
    _, found = proposed(RIGHT.replace(", in" if kind else "accordance with", text))
    needless = [
        change.kind
        for change in found
        if FAMILIES[change.family] == "preposition needless" and change.end - change.start == 1
    ]
    assert kind in needless and len(set(needless)) == 1


def test_a_margin_asks_for_more():
    one = paragraph(SLIPS["capital"])
    assert doubts([one], COUNTS, SMALL, scale())
    assert doubts([one], COUNTS, SMALL, scale(), 100.0) == []
