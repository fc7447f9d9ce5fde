"""What the list of references says and what the linter says of the same words never differ."""

import pytest

from resolint import citations, lint

_COUNCIL = """\
+++
symbol = "S/2026/812"
+++

*The Security Council*,

*Recalling* its resolutions 2779 (2025) and 2729 (2024),

1. *Decides* that this resolution shall remain in force.
"""
_ASSEMBLY = """\
+++
symbol = "A/C.2/81/L.9"
+++

# Tide gauges

*The General Assembly*,

*Recalling* its resolutions 74/2 and 73/4,

1. *Decides* that this resolution shall be read by harbours.
"""
_RULES = ("OPR018", "PRE007")


@pytest.mark.parametrize(("draft", "rules"), [(_COUNCIL, set()), (_ASSEMBLY, {"OPR018", "PRE007"})])
def test_the_body_decides_what_is_said_of_a_reference(draft: str, rules: set[str]) -> None:
    spoken = [one for one in lint(draft.encode(), name="draft.md").active if one.rule in _RULES]
    listed = [one for one in citations(draft.encode(), name="draft.md") if one.verdict in ("doubtful", "malformed")]
    assert {one.rule for one in spoken} == rules
    assert sorted(reason for one in listed for reason in one.reasons) == sorted(
        one.message.removesuffix(".") for one in spoken
    )
