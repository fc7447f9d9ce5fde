from hypothesis import given
from hypothesis import strategies as st

from resolint.permission import parse, write
from tests.support.rows import each


@each(
    ("text", "rules", "reason"),
    [
        ("resolint: allow PRE002, agreed", ("PRE002",), "agreed"),
        ("Resolint: allow PRE002 OPR001: agreed", ("PRE002", "OPR001"), "agreed"),
        ("resolint:allow PRE002,OPR001, because", ("PRE002", "OPR001"), "because"),
        ("resolint: allow preambular-comma-missing, quoted", ("preambular-comma-missing",), "quoted"),
        ("resolint: allow PRE002", ("PRE002",), ""),
        ("resolint: allow PRE002 \u2013 quoted", ("PRE002",), "quoted"),
        ("resolint: allow PRE, agreed", ("PRE",), "agreed"),
        ("resolint: allow PRE OPR, agreed", ("PRE", "OPR"), "agreed"),
        ("resolint: allow PRE002, ILO is quoted", ("PRE002",), "ILO is quoted"),
        ("resolint: allow XYZ9, agreed", ("XYZ9",), "agreed"),
        ("resolint: allow PRE002, well-known name", ("PRE002",), "well-known name"),
        ("resolint: allow", (), ""),
        ("resolint: allow all of it", (), "all of it"),
        ("resolint: alow PRE002, agreed", (), "alow PRE002, agreed"),
        ("resolint: allowance", (), "allowance"),
        ("resolint: PRE002, agreed", (), "PRE002, agreed"),
    ],
)
def test_a_permission_names_rules_and_a_reason(text, rules, reason):
    assert parse(text) == (rules, reason)


@each("text", ["Please allow PRE002", "resolint is fine", "", "what resolint: allow PRE002 does"])
def test_other_comments_are_not_addressed_to_resolint(text):
    assert parse(text) is None


RULES = st.lists(
    st.sampled_from(["PRE002", "OPR001", "preambular-comma-missing", "PRE", "OPR"]), min_size=1, max_size=4
)


@given(RULES, st.text("abc dPRE,", max_size=20))
def test_what_is_written_is_read(rules, reason):
    reason = " ".join(("because " + reason).split()).strip(" ,")
    found = parse(write(tuple(rules), reason))
    assert found is not None and sorted(found.rules) == sorted(rules)
    assert found.reason == reason
