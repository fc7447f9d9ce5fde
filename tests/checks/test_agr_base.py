import pytest

from resolint.errors import UnreadableDraft
from tests.support import verbs
from tests.support.docx import docx, i, p
from tests.support.share import share, shares

BASE = """# Care of orchards

*The General Assembly*,

*Recalling* that it called apple trees “the oldest friends of the village” in its resolution 71/990 of 21 December 2016,

1. *Urges* Member States to plant old kinds of apples;

2. *Requests* the Office to report from within existing resources on the matter;

3. *Decides* to consider the question at its seventy-fifth session.
"""


@pytest.fixture
def found(tmp_path):
    (tmp_path / "base.md").write_text(BASE, encoding="utf-8")

    def lint(draft, *rules):
        base = verbs.load(tmp_path / "base.md")
        report = verbs.lint(draft.encode(), name="draft.md", base=base, no_config=True, select=rules)
        assert not report.failures
        return [(f.rule, report.text[f.span.block][f.span.start : f.span.end], f.message) for f in report.findings]

    return lint


def test_the_base_itself_has_no_departure(found):
    assert found(BASE, "AGR001", "AGR002", "AGR010") == []


def test_a_word_changed_without_a_mark(found):
    changed = BASE.replace("*Urges*", "*Requests*")
    assert [(rule, words) for rule, words, _ in found(changed, "AGR002")] == [("AGR002", "Requests")]
    rows = found(changed, "AGR001", "AGR002")
    assert [(rule, words) for rule, words, _ in rows] == [("AGR001", "Care of orchards")]
    assert rows[0][2] == "In this draft 1 paragraph departs from base.md, and no change is tracked: operative 1."
    gone = changed.replace("3. *Decides* to consider the question at its seventy-fifth session.", "")
    assert "2 paragraphs depart" in found(gone, "AGR001")[0][2]
    assert found(gone, "AGR001")[0][2].endswith(": operative 1 and operative 3 of the base.")
    other = (
        "# Lamps\n\n*The Security Council*,\n\n*Noting* the lamps of harbours,\n\n*Recalling* the ferries of 1901,\n\n"
        + "".join(
            f"{n}. *Urges* the {who} to mend {what};\n\n"
            for n, who, what in ((1, "port", "nets"), (2, "crew", "sails"), (3, "town", "quays"))
        )
    )
    for draft in (other, other.replace("mend nets", "mend {++all ++}nets")):
        (row,) = found(draft, "AGR001", "AGR002")
        assert row[0] == "AGR001" and row[2].startswith("In this draft hardly a paragraph comes from base.md, and ")
        assert row[2].endswith(": is this the base that was meant?") and ("no change" in row[2]) == (draft is other)
    # One change that is tracked, and each of the others is told.
    some = changed.replace("on the matter", "on {--the--}{++this++} matter")
    assert [(rule, words) for rule, words, _ in found(some, "AGR001", "AGR002")] == [("AGR002", "Requests")]


def test_a_tracked_change_is_no_departure_and_what_stands_beside_it_is_found_at_its_place(found):
    draft = BASE.replace("old kinds of apples", "{++hardy and ++}{--old --}kinds of pears").replace(
        "Recalling", "Noting"
    )
    assert [words for _, words, _ in found(draft, "AGR002")] == ["Noting", "pears"]
    assert found(draft, "AGR001") == []


def test_paragraphs_that_came_and_went(found):
    draft = BASE.replace("2. *Requests* the Office to report from within existing resources on the matter;\n\n", "")
    assert [m for _, _, m in found(draft, "AGR002")] == [
        "“Requests the Office to report from within existing resources on the matter;” stood at operative 2 of the base and "
        "is gone, and no tracked change says so."
    ]
    draft = BASE.replace("2. *Requests*", "2. *Commends* the gardeners of the north;\n\n3. *Requests*")
    assert [words for _, words, _ in found(draft, "AGR002")] == ["Commends the gardeners of the north;"]


def test_a_paragraph_that_came_with_a_mark_is_no_departure(found):
    draft = BASE.replace("2. *Requests*", "2. {++*Commends* the gardeners of the north;++}\n\n3. *Requests*")
    assert found(draft, "AGR002") == []


@pytest.mark.parametrize(
    ("old", "new", "touched"),
    [
        ("oldest friends", "{--oldest--}{++best++} friends", ["best"]),
        ("friends of the village", "friends {++and helpers ++}of the village", ["and helpers "]),
        ("the oldest friends of the village", "{--the --}oldest friends of the village", [""]),
        ("apple trees", "{--apple--}{++pear++} trees", []),
        ("within existing resources on", "within {--existing--}{++available++} resources on", ["available"]),
        ("on the matter", "on the {++whole ++}matter", []),
    ],
)
def test_changes_inside_of_quotations_and_formulae(found, old, new, touched):
    rows = found(BASE.replace(old, new), "AGR010")
    assert [words for _, words, _ in rows] == touched


TRACKED = (
    BASE.replace("*Urges*", "{--*Urges*--}{++*Invites*++}")
    .replace("old kinds", "{++hardy and ++}old kinds")
    .replace("3. *Decides*", "3. {++*Commends* the gardeners of the north;++}\n\n4. *Decides*")
)
"""A base that has tracked changes of its own."""


def held(base, draft):
    report = verbs.lint(draft.encode(), name="draft.md", base=base.encode(), no_config=True, select=["AGR002"])
    assert not report.failures
    return [report.text[one.span.block][one.span.start : one.span.end] for one in report.findings]


@pytest.mark.parametrize("own", [("question", "question"), ("question", "{--question--}{++matter++}")])
def test_a_base_with_tracked_changes_is_held_to_with_them_or_without(own):
    kept = TRACKED.replace(*own)
    taken = kept
    for tracked, words in (("{--*Urges*--}{++*Invites*++}", "*Invites*"), ("{++hardy and ++}", "hardy and "),
                           ("{++*Commends* the gardeners of the north;++}", "*Commends* the gardeners of the north;")):  # fmt: skip
        taken = taken.replace(tracked, words)
    refused = BASE.replace(*own)
    for draft in (kept, taken, refused):
        assert held(TRACKED, draft) == []
        assert held(TRACKED, draft.replace("Recalling", "Noting")) == ["Noting"]
    # Some were taken up, some not: paragraph by paragraph.
    assert (
        held(TRACKED, refused.replace("*Urges* Member States to plant", "*Invites* Member States to plant hardy and"))
        == []
    )
    assert held(
        TRACKED,
        taken.replace("2. *Requests* the Office to report from within existing resources on the matter;\n\n", ""),
    )
    assert held(TRACKED, refused.replace("apple trees", "pear trees")) == ["pear"]


@shares(8)
def test_every_word_file_is_no_departure_from_itself(real, one_in):
    for path in share(sorted((*(real / "fixtures").rglob("*.docx"), *(real / "cases").rglob("*.docx"))), one_in):
        if path.parent.name == "hostile":
            continue
        data = path.read_bytes()
        try:
            report = verbs.lint(data, name="draft.docx", base=data, no_config=True, select=["AGR001", "AGR002"])
        except UnreadableDraft:
            continue
        assert [(path.name, found.message) for found in report.findings if found.rule.startswith("AGR")] == []


def test_without_a_base_nothing_is_said():
    linter = verbs.Linter(select=("AGR001", "AGR002", "AGR010"))
    assert linter.lint(BASE.replace("Urges", "{++Urges++}").encode(), name="d.md").findings == ()


def test_what_stands_around_the_adopted_text_may_differ():
    words = (p(i("The General Assembly"), ",") + p(i("Noting"), " that hardy apples keep through the winter without a cellar,")
             + p("1.\t", i("Decides"), " to consider the question at its seventy-fifth session."))  # fmt: skip
    before = "Resolution adopted by the General Assembly on 20 December 2018", "73/990.\tCare of orchards"
    after = "60th plenary meeting", "20 December 2018"
    head = (
        "Seventy-fourth session",
        "Second Committee",
        "Agenda item 17",
        "Andorra and Chad: draft resolution",
        "Care of orchards",
    )
    base = docx("".join(map(p, before)) + words + "".join(map(p, after)), headers={"header1": p("A/RES/73/990")})

    def lint(words):
        draft = docx("".join(map(p, head)) + words, headers={"header1": p("A/C.2/74/L.9")})
        linter = verbs.Linter(base=base, select=("AGR001", "AGR002"))
        return [finding.rule for finding in linter.lint(draft, name="draft.docx").findings]

    assert lint(words) == []
    assert lint(words.replace("hardy", "sweet")) == ["AGR001"]
    assert lint(words.replace("Noting", "Recalling")) == ["AGR001"]


def test_what_is_gone_is_told_where_it_stood(tmp_path):
    head = '+++\nsymbol = "A/C.2/80/L.3"\n+++\n\n'
    (tmp_path / "base.md").write_text(head + BASE, encoding="utf-8")
    base = verbs.load(tmp_path / "base.md")
    for gone, at in (("# Care of orchards\n\n", ("organ line", 0)), ("3. *Decides* to consider", ("operative", 1))):
        draft = head + (BASE.replace(gone, "") if gone[0] == "#" else BASE.partition(gone)[0])
        report = verbs.lint(draft.encode(), name="draft.md", base=base, no_config=True, select=["AGR002"])
        (found,) = (finding for finding in report.findings if "is gone" in finding.message)
        assert not found.span.block.startswith("front/") and at[0] in (found.where, found.where.partition(" ")[0])
