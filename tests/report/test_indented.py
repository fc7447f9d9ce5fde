"""JSON with indents is what the standard library writes."""

import json

from hypothesis import given
from hypothesis import strategies as st

from resolint.report.indented import dumps

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda below: st.lists(below) | st.tuples(below) | st.dictionaries(st.text(), below),
)


@given(VALUES)
def test_it_is_what_the_standard_library_writes(value: object) -> None:
    assert dumps(value) == json.dumps(value, ensure_ascii=False, indent=2) + "\n"
