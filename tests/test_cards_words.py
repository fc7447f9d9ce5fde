import re
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolint.cards.examples import unmark
from resolint.cards.kinds.patterns import Runaway, compiled, ways
from resolint.model import Block, Document, Footnote, Head, Origin
from resolint.tokens import Words, level, phrase, words_of
from tests.support.rows import each


def document(*texts: str, notes: tuple[str, ...] = (), lead: int = 0) -> Document:
    blocks = tuple(Block(f"document/{place}", "paragraph", text, lead=lead) for place, text in enumerate(texts))
    footnotes = tuple(
        Footnote(str(place), str(place), None, (Block(f"footnotes/{place}/0", "note", text),))
        for place, text in enumerate(notes)
    )
    return Document(Origin("", "", "markdown"), "resolution", Head(), (), blocks, footnotes)


def found(term: str, *texts: str, match_case: bool = False, lead: int = 0) -> list[str]:
    words = Words(document(*texts, lead=lead))
    wanted = phrase(term, match_case=match_case)
    return [words.blocks[number].text[start:end] for number, start, end in words.find(wanted)]


@each(
    ("term", "text", "hits"),
    [
        ("labor", "Labor, labor and laborers", ["Labor", "labor"]),
        (
            "member states",
            "member  States, member\u00a0states, member-states",
            ["member  States", "member\u00a0states"],
        ),
        ("co-operation", "co\u2011operation; co-operation; cooperation", ["co\u2011operation", "co-operation"]),
        ("cooperation", "co\u00adoperation", ["co\u00adoperation"]),
        ("program", "the program’s aims, the program's, programs", ["program", "program"]),
        ("don't", "We don’t", ["don’t"]),
        ("e.g.", "e.g. this, e. g. that, eg", ["e.g."]),
        ("US$", "US$ 5, US $5", ["US$"]),
        ("%", "5%, 6 %", ["%", "%"]),
        ("U.N.", "the U.N., the UN", ["U.N."]),
        ("and/or", "and/or, and / or", ["and/or"]),
        ("un", "UN-Women, un, UN", ["un", "UN"]),
        ("straße", "STRASSE", ["STRASSE"]),
        ("İzmir", "in İzmir here", ["İzmir"]),
        ("a b c", "a b a b c", ["a b c"]),
        ("a", "", []),
    ],
)
def test_phrases_are_found_as_whole_words(term: str, text: str, hits: list[str]) -> None:
    assert found(term, text) == hits


def test_letter_case_counts_where_it_is_asked_for() -> None:
    assert found("States Parties", "States parties, States Parties", match_case=True) == ["States Parties"]
    assert found("States’ Parties", "States' Parties", match_case=True) == ["States' Parties"]


def test_phrases_do_not_run_across_paragraphs_or_into_labels() -> None:
    assert found("member states", "member", "states") == []
    assert found("a", "(a) a thing", lead=4) == ["a"]


def test_notes_are_read_too() -> None:
    words = Words(document("one", notes=("two one",)))
    assert [words.blocks[number].id for number, _, _ in words.find(phrase("one"))] == ["document/0", "footnotes/0/0"]


def test_of_overlapping_phrases_the_first_and_longest_is_kept() -> None:
    words = Words(document("drug abuse control and abuse control"))
    kept = words.longest([phrase("abuse control"), phrase("drug"), phrase("drug abuse")])
    assert [one.text for *_, one in kept] == ["drug abuse", "abuse control"]


def test_the_words_of_the_last_document_are_shared_and_do_not_keep_it_alive() -> None:
    one, two = document("one"), document("two")
    assert words_of(one) is words_of(one)
    assert words_of(two) is not words_of(one)
    assert words_of(document("one")) is not words_of(one)


@given(
    st.lists(st.sampled_from(["Drug", "drug", "-", " ", "\u00ad", "’s", "’", "İ", ".", "\ufffc", "\t"]), max_size=12)
)
def test_offsets_are_exact_whatever_the_text(parts: list[str]) -> None:
    text = "".join(parts)
    for hit in found("drug", text):
        assert level(hit) == "drug"
    expected = re.findall(r"(?i)(?<![^\W_])(?<![^\W_][-\u00ad’])drug(?![^\W_]|[-\u00ad][^\W_])", text)
    if not set(parts) & {"\u00ad", "’", "’s"}:
        assert len(found("drug", text)) == len(expected)


def test_hostile_text_costs_memory_and_time_in_proportion() -> None:
    text = "a-" * 50_000
    tracemalloc.start()
    assert found("a", text) == []
    assert found("a b", "a " * 50_000) == []
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 100_000_000


@each(
    "pattern",
    [
        r"[0-9]{1,2} (?:January|February|March) [0-9]{4}",
        r"(?<![0-9])[0-9]{1,3}%",
        r"\b(?:a|b){1,4}c",
        r"colou?r",
        r"x{0,40} y{0,40}",
        r"(?:Mr|Mrs)\.?",
    ],
)
def test_a_bounded_pattern_may_be_used(pattern: str) -> None:
    assert compiled(pattern).pattern == pattern


@each(
    ("pattern", "words"),
    [
        (r"\s+$", "without a limit"),
        (r"a*", "without a limit"),
        (r"a{3,}", "without a limit"),
        (r".+?x", "without a limit"),
        (r"a++b", "without a limit"),
        (r"(?:a{0,50}){0,50}b", "ways"),
        (r"a{0,60}a{0,60}b", "ways"),
        (r"(?:\w|ab){1,20}c", "ways"),
        (r"(a)\1", "refers back"),
        (r"(?=a+)b", "without a limit"),
        (r"(", "no regular expression"),
    ],
)
def test_a_pattern_that_might_run_away_is_refused(pattern: str, words: str) -> None:
    with pytest.raises(Runaway, match=words):
        ways(pattern) if words != "no regular expression" else compiled(pattern)


@given(st.text("{}ab\n", max_size=20))
def test_marks_come_out_and_their_places_stay(source: str) -> None:
    try:
        text, spans = unmark(source)
    except ValueError as error:
        assert 0 <= int(str(error)) <= len(source)
        return
    rebuilt, at = [], 0
    for start, end in spans:
        rebuilt += [text[at:start], "{{", text[start:end], "}}"]
        at = end
    assert "".join([*rebuilt, text[at:]]) == source


def test_marks_may_stand_around_tracked_changes() -> None:
    assert unmark("a {{{++b++}}} c{{}}") == ("a {++b++} c", ((2, 9), (11, 11)))
