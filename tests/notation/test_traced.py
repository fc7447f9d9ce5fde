"""Traced text: where its characters stand in the source."""

from hypothesis import given
from hypothesis import strategies as st

from resolint.notation import traced
from resolint.notation.traced import Source, Traced, join


@given(st.text("ab\n\r ", max_size=30), st.integers(0, 30), st.integers(0, 30), st.integers(0, 2))
def test_a_stretch_of_the_source_has_the_places_that_its_characters_have(text, start, size, gap):
    source = Source.of(text)
    start = min(start, len(source.text))
    stop = min(start + size, len(source.text))
    end = min(stop + gap, len(source.text))
    as_range = Traced(source.text[start:stop], range(start, stop), end)
    as_list = Traced(source.text[start:stop], list(range(start, stop)), end)
    assert source.places(as_range) == source.places(as_list)


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 6)), min_size=1, max_size=5))
def test_very_many_places_are_kept_as_few_are(pieces):
    source = Source.of("The lamps\nof the harbour\r\nare lit at dusk.\n")
    parts = [
        Traced(source.text[at : at + size], range(at, min(at + size, len(source.text))), at + size)
        for at, size in pieces
    ]
    few = join(parts)
    many = join(parts)
    if len(many) and not isinstance(many.at, range):
        numbers = traced._numbers(traced._MANY)
        numbers.extend(many.at)
        many = Traced(many.text, numbers, many.end)
    assert source.places(few) == source.places(many)
    assert [few.cut(at).spot(0) for at in range(len(few))] == [many.cut(at).spot(0) for at in range(len(many))]
