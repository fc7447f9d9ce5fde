from collections.abc import Iterable, Iterator
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from resolint import engine
from resolint.cards import rule_hint
from resolint.findings import Edit, Fix, Hit, Report
from resolint.model import Block, Directive, Document, Footnote, Head, Mark, Origin, Place, Span
from resolint.rule import Card, Check, Context, Rule
from tests.support.rows import each

ORIGIN = Origin("draft.md", "0" * 64, "markdown")


def draft(*texts: str, notes: tuple[str, ...] = (), **more: Any) -> Document:
    blocks = tuple(Block(f"document/{place}", "paragraph", text) for place, text in enumerate(texts))
    footnotes = tuple(
        Footnote(
            str(place), str(place), Span(f"document/{place}", 0, 1), (Block(f"footnotes/{place}/0", "note", text),)
        )
        for place, text in enumerate(notes)
    )
    return Document(more.pop("origin", ORIGIN), more.pop("kind", "resolution"), Head(), (), blocks, footnotes, **more)


def card(rule_id: str = "AAA001", message: str = "no {text}", **more: Any) -> Card:
    defaults = {"severity": "warning", "confidence": "high", "authority": "a manual"}
    return Card(rule_id, more.pop("name", f"name-{rule_id.lower()}"), message=message, **{**defaults, **more})


def rule(check: Check, rule_id: str = "AAA001", **more: Any) -> Rule:
    severity = more.pop("rated", "warning")
    return Rule(card(rule_id, **more), check, severity)


def words(*wanted: str) -> Check:
    """A check that finds words."""

    def check(document: Document, _context: Context) -> Iterator[Hit]:
        for block in (*document.blocks, *(block for note in document.footnotes for block in note.blocks)):
            for word in wanted:
                at = block.text.find(word)
                while at >= 0:
                    yield Hit(block.span(at, at + len(word)))
                    at = block.text.find(word, at + 1)

    return check


def hits(*found: Hit) -> Check:
    return lambda _document, _context: found


def run(document: Document, *rules: Rule, **more: Any) -> Report:
    return engine.run(document, rules, tables={}, **more)


def test_findings_come_in_document_order_with_all_that_a_reader_needs() -> None:
    document = draft("x one", "two x and x", notes=("x in a note",))
    report = run(document, rule(words("x"), "BBB001"), rule(words("two", "x"), "AAA001"), path="d.md", profile="ga")
    assert [(f.span.block, f.span.start, f.rule) for f in report.findings] == [
        ("document/0", 0, "AAA001"),
        ("document/0", 0, "BBB001"),
        ("document/1", 0, "AAA001"),
        ("document/1", 4, "AAA001"),
        ("document/1", 4, "BBB001"),
        ("document/1", 10, "AAA001"),
        ("document/1", 10, "BBB001"),
        ("footnotes/0/0", 0, "AAA001"),
        ("footnotes/0/0", 0, "BBB001"),
    ]
    first = report.findings[0]
    assert (first.name, first.severity, first.confidence, first.message) == ("name-aaa001", "warning", "high", "no x")
    assert report.text == {block.id: block.text for block in (*document.blocks, *document.footnotes[0].blocks)}
    assert (report.path, report.profile, report.kind, report.origin) == ("d.md", "ga", "resolution", ORIGIN)
    assert report.active == report.findings


def test_the_profile_rates_a_rule() -> None:
    assert run(draft("x"), rule(words("x"), rated="error")).findings[0].severity == "error"


def test_a_rule_that_crashes_becomes_a_line_of_the_report() -> None:
    def broken(document: Document, context: Context) -> Iterator[Hit]:
        yield Hit(document.blocks[0].span())
        raise KeyError("lost\nin two lines")

    def endless(document: Document, context: Context) -> Iterable[Hit]:
        return endless(document, context)

    report = run(draft("x"), rule(broken, "AAA001"), rule(words("x"), "BBB001"), rule(endless, "CCC001"))
    assert [finding.rule for finding in report.findings] == ["BBB001"]
    assert [failure.rule for failure in report.failures] == ["AAA001", "CCC001"]
    assert report.failures[0].error.startswith("KeyError: ")
    assert "\n" not in report.failures[0].error


@each(
    "hit",
    [
        Hit(Span("document/9", 0, 0)),
        Hit(Span("document/0", 0, 99)),
        Hit(Span("document/0", 3, 2)),
        Hit(Span("document/0", -1, 0)),
        Hit(Span("document/0", 0, 1), related=(Span("nowhere", 0, 0),)),
        Hit(Span("document/0", 0, 1), fix=Fix("x", (Edit(Span("document/0", 0, 1), "y", "z"),), "safe")),
    ],
)
def test_a_hit_that_points_at_nothing_is_a_failure_of_its_rule(hit: Hit) -> None:
    report = run(draft("one two"), rule(hits(hit)))
    assert report.findings == ()
    assert [failure.rule for failure in report.failures] == ["AAA001"]


def test_a_message_is_filled_from_the_hit() -> None:
    span = Span("document/0", 0, 3)
    found = run(draft("one two"), rule(hits(Hit(span, {"rank": "{text}"})), message="{rank} is {text}")).findings
    assert found[0].message == "{text} is one"
    report = run(draft("one two"), rule(hits(Hit(span)), message="no {rank}"))
    assert report.findings == ()
    assert "{rank}" in report.failures[0].error


def test_a_message_quotes_long_values_in_part() -> None:
    span = Span("document/0", 0, 3000)
    said = (
        run(draft("x" * 3000), rule(hits(Hit(span, {"like": "y" * 201})), message="{text} / {like}"))
        .findings[0]
        .message
    )
    assert said == f"{'x' * 199}… / {'y' * 199}…"
    whole = run(draft("x" * 200), rule(hits(Hit(Span("document/0", 0, 200))), message="{text}")).findings[0].message
    assert whole == "x" * 200


def test_a_rule_whose_needs_are_lost_is_skipped_and_says_so() -> None:
    document = draft("x", origin=replace(ORIGIN, lost=("italics",)))
    report = run(document, rule(words("x"), "AAA001", needs=("italics",)), rule(words("x"), "BBB001", needs=("notes",)))
    assert [(skip.rule, skip.reason) for skip in report.skipped] == [("AAA001", "the source carries no italics")]
    assert [finding.rule for finding in report.findings] == ["BBB001"]


def test_a_rule_for_another_kind_of_document_is_skipped() -> None:
    report = run(draft("x", kind="report"), rule(words("x"), kinds=("resolution", "decision")))
    assert report.findings == ()
    assert report.skipped[0].reason == "it is for resolutions and decisions, and this document is of the kind report"


def test_the_same_fault_is_said_once() -> None:
    twice = hits(Hit(Span("document/0", 0, 1)), Hit(Span("document/0", 0, 1)), Hit(Span("document/0", 0, 2)))
    assert len(run(draft("xyz"), rule(twice)).findings) == 2


def test_a_fix_is_never_stronger_than_its_card_allows() -> None:
    span = Span("document/0", 0, 1)
    fix = Fix("write y", (Edit(span, "y", "x"),), "safe")
    for allowed, applied in (("safe", "safe"), ("suggest", "suggest"), ("advice", "advice")):
        found = run(draft("x"), rule(hits(Hit(span, fix=fix)), fix=allowed)).findings[0]
        assert found.fix is not None
        assert found.fix.applicability == applied
    weak = Fix("think", (), "advice")
    found = run(draft("x"), rule(hits(Hit(span, fix=weak)), fix="safe")).findings[0]
    assert found.fix == weak
    assert run(draft("x"), rule(hits(Hit(span, fix=fix)))).findings[0].fix is None


def test_an_excerpt_is_cut_between_words_and_keeps_the_fault_whole() -> None:
    long = "word " * 40
    fault = "the fault " * 12
    text = f"{long}{fault}{long}".strip()
    start = len(long)
    found = run(draft(text), rule(hits(Hit(Span("document/0", start, start + len(fault)))))).findings[0]
    assert found.excerpt.startswith("…word ")
    assert found.excerpt.endswith(" word…")
    assert fault in found.excerpt
    assert len(found.excerpt) <= len(fault) + 124
    one_word = draft("x" * 500)
    found = run(one_word, rule(hits(Hit(Span("document/0", 200, 201))))).findings[0]
    assert len(found.excerpt) == 123


def test_an_excerpt_leaves_out_the_middle_of_a_fault_without_end() -> None:
    fault = rule(hits(Hit(Span("document/0", 4, 5004))))
    shown = run(draft(f"the {'a' * 5000} end"), fault).findings[0].excerpt
    assert shown.startswith("the aaa") and " … aaa" in shown and shown.endswith("a end") and len(shown) < 2010


def test_an_excerpt_shows_no_tabs_and_no_signs_for_notes() -> None:
    found = run(draft("1.\tDecides\ufffc to\u00ad morrow\nx"), rule(words("x"))).findings[0]
    assert found.excerpt == "1. Decides to morrow x"


def test_positions_are_lines_and_columns_of_the_source() -> None:
    places = (Place(0, 3, 5), Place(4, 4, 1), Place(8, 4, 7))
    block = Block("document/0", "paragraph", "one two three", places=places)
    document = Document(ORIGIN, "resolution", Head(), (), (block,))

    def position(start: int, end: int) -> tuple[int, ...]:
        found = run(document, rule(hits(Hit(block.span(start, end))))).findings[0].position
        assert found is not None
        return found.line, found.column, found.end_line, found.end_column

    assert position(0, 3) == (3, 5, 3, 8)
    assert position(4, 7) == (4, 1, 4, 4)
    assert position(4, 13) == (4, 1, 4, 12)
    assert position(8, 8) == (4, 7, 4, 7)
    assert run(draft("x"), rule(words("x"))).findings[0].position is None


CHANGES = (Mark(4, 7, "inserted"), Mark(10, 10, "deleted-here"), Mark(0, 3, "italic"))


@each(
    ("start", "end", "changed"),
    [(0, 3, False), (0, 4, False), (3, 5, True), (4, 4, True), (7, 7, True), (7, 8, False), (8, 12, True), (10, 12, True),
     (10, 10, True), (11, 12, False)],
)  # fmt: skip
def test_what_a_tracked_change_touches(start: int, end: int, changed: bool) -> None:
    block = Block("document/0", "paragraph", "one two three four", CHANGES)
    document = Document(ORIGIN, "resolution", Head(), (), (block,))
    checked = rule(hits(Hit(block.span(start, end))))
    assert run(document, checked).findings[0].changed is changed
    assert len(run(document, checked, changed_only=True).findings) == changed


def test_a_related_place_that_changed_counts() -> None:
    old, new = (
        Block("document/0", "paragraph", "one"),
        Block("document/1", "paragraph", "two", (Mark(0, 3, "inserted"),)),
    )
    document = Document(ORIGIN, "resolution", Head(), (), (old, new))
    assert run(document, rule(hits(Hit(old.span(), related=(new.span(),))))).findings[0].changed


def test_counts_are_those_of_the_structure() -> None:
    header = Block("header1/0", "header", "not counted at all")
    document = draft("one two", "three")
    document = replace(document, blocks=(header, *document.blocks))
    assert run(document).counts == {
        "acts": 0,
        "preambular": 0,
        "operative": 0,
        "subparagraphs": 0,
        "footnotes": 0,
        "words": 3,
    }


def allow(*rules: str, reason: str = "agreed", block: str | None = "document/0") -> Directive:
    return Directive(rules, reason, Span(block, 0, 1) if block is not None else None)


META = tuple(
    rule(hits(), rule_id, name=name, message=message)
    for rule_id, name, message in (
        ("RES001", "suppression-unused", "{rule} is idle"),
        ("RES002", "suppression-without-reason", "{rules} why"),
        ("RES003", "suppression-unknown-rule", "{what} {rule}; {hint}"),
    )
)


def suppressed(document: Document, *rules: Rule, **more: Any) -> list[tuple[str, str | None]]:
    report = run(document, *rules, *META, **more)
    return [(finding.rule, finding.suppressed) for finding in report.findings]


@pytest.mark.parametrize("key", ["AAA001", "aaa001", "name-aaa001"])
def test_a_paragraph_may_allow_a_rule_by_id_or_name(key: str) -> None:
    document = draft("x", "x", directives=(allow(key),))
    assert suppressed(document, rule(words("x"))) == [("AAA001", "agreed"), ("AAA001", None)]


def test_a_permission_without_a_place_speaks_for_the_whole_draft() -> None:
    document = draft("x", "x", notes=("x",), directives=(allow("AAA001", block=None),))
    assert suppressed(document, rule(words("x"))) == [("AAA001", "agreed")] * 3


def test_a_permission_covers_the_notes_of_its_paragraph() -> None:
    document = draft("x", "y", notes=("x", "x"), directives=(allow("AAA001"),))
    assert suppressed(document, rule(words("x"))) == [("AAA001", "agreed"), ("AAA001", "agreed"), ("AAA001", None)]


def test_suppressed_findings_stay_in_the_report_but_do_not_stand() -> None:
    report = run(draft("x", directives=(allow("AAA001"),)), rule(words("x")))
    assert len(report.findings) == 1
    assert report.active == ()


def test_a_permission_without_a_reason_allows_nothing_and_is_a_finding() -> None:
    document = draft("x", directives=(allow("AAA001", reason=" "),))
    assert suppressed(document, rule(words("x"))) == [("AAA001", None), ("RES002", None)]


def test_a_permission_for_a_family_speaks_for_all_its_rules() -> None:
    document = draft("x", directives=(allow("AAA"),))
    assert suppressed(document, rule(words("x"))) == [("AAA001", "agreed")]
    assert suppressed(document, rule(words("y")), rule(words("y"), "AAA002")) == [("RES001", None)]
    assert suppressed(document, rule(words("y"), "BBB001")) == [("RES003", None)]


def test_an_idle_permission_is_a_finding_for_each_rule() -> None:
    document = draft("x", directives=(allow("AAA001", "BBB001", "AAA001"),))
    assert suppressed(document, rule(words("x")), rule(words("y"), "BBB001")) == [
        ("AAA001", "agreed"),
        ("RES001", None),
    ]
    assert suppressed(document, rule(words("y")), rule(words("y"), "BBB001")) == [("RES001", None), ("RES001", None)]


def test_a_permission_for_a_rule_that_did_not_run_is_not_idle() -> None:
    document = draft("x", directives=(allow("BBB001"),))
    assert suppressed(document, rule(words("x")), cards=[card("BBB001")]) == [("AAA001", None)]
    lost = replace(document, origin=replace(ORIGIN, lost=("notes",)))
    assert suppressed(lost, rule(words("y"), "BBB001", needs=("notes",))) == []


def test_a_permission_for_an_unknown_rule_is_a_finding_that_names_the_nearest() -> None:
    report = run(draft("x", directives=(allow("AAA01", "AAA001"),)), rule(words("x")), *META)
    assert [(f.rule, f.suppressed) for f in report.findings] == [("AAA001", "agreed"), ("RES003", None)]
    assert report.findings[1].message == "There is no rule AAA01; did you mean AAA001?"


@each(
    ("words", "message"),
    [
        ("alow AAA001, agreed", "There is no command alow; did you mean allow?"),
        ("allows", "There is no command allows; did you mean allow?"),
        ("permit AAA001 here", "There is no command permit; allowed: allow, ignore"),
        ("AAA001, agreed", "There is no command AAA001; did you mean allow AAA001?"),
        ("AAA002, agreed", "There is no rule AAA002; did you mean AAA001?"),
        ("all of it", "There is no rule all of it; "),
        ("", "There is no rule ; "),
    ],
)
def test_a_slip_in_the_word_allow_is_told_from_one_in_the_rule(words: str, message: str) -> None:
    report = run(draft("x", directives=(Directive((), words, None),)), rule(hits()), *META)
    assert report.findings[0].message.startswith(message)


def test_who_wrote_a_number_meant_a_rule_and_no_family() -> None:
    """A permission and the configuration have one hint."""
    rules = ("PRE", "PRE019", "preambular-comma-missing")
    assert [rule_hint(word, rules) for word in ("PRE999", "PRX")] == ["did you mean PRE019?", "did you mean PRE?"]
    report = run(draft("x", directives=(allow("AAA999", "AAB"),)), rule(hits()), *META)
    assert report.findings[0].message.startswith("There is no rule AAA999; allowed: AAA001, RES001")
    assert report.findings[1].message == "There is no rule AAB; did you mean AAA?"


def test_a_word_to_resolint_that_names_no_rule_is_a_finding() -> None:
    assert [f for f, _ in suppressed(draft("x", directives=(Directive((), "PRE002 please", None),)))] == ["RES003"]


def test_two_permissions_for_one_fault_are_both_used() -> None:
    document = draft("x", directives=(allow("AAA001", reason="first"), allow("AAA001", reason="second", block=None)))
    assert suppressed(document, rule(words("x"))) == [("AAA001", "first")]


def test_rules_on_permissions_can_be_left_out_and_drafts_can_be_empty() -> None:
    document = draft("x", directives=(allow("AAA001", reason=""),))
    assert [finding.rule for finding in run(document, rule(words("x"))).findings] == ["AAA001"]
    empty = Document(ORIGIN, "other", Head(), (), (), directives=(allow("AAA001", block=None),))
    assert run(empty, *META, rule(words("x"))).findings == ()


def prints(document: Document, *rules: Rule) -> list[str]:
    return [finding.fingerprint for finding in run(document, *rules).findings]


def test_a_fingerprint_outlives_renumbering_moving_and_another_format() -> None:
    typed = Block("document/3", "paragraph", "\t7.\tx as in paragraph 6 above", label="7.", lead=4)
    moved = Block("document/9", "paragraph", "12. X  as in paragraph 11\u00a0above\ufffc", label="12.", lead=4)
    plain = Block("document/1", "paragraph", "x as in paragraphs 2 and 3 above", label="1.")
    found = {prints(replace(draft(), blocks=(block,)), rule(words("x", "X")))[0] for block in (typed, moved)}
    assert len(found) == 1
    other = prints(replace(draft(), blocks=(plain,)), rule(words("x")))
    assert found.isdisjoint(other)


def test_a_fingerprint_tells_rules_wordings_and_occurrences_apart() -> None:
    document = draft("x x", "x y", "x x")
    found = prints(document, rule(words("x")), rule(words("x"), "BBB001"))
    assert len(set(found)) == len(found) == 10
    assert set(prints(draft("x x"), rule(words("x")))) < set(found)


def known(*entries: tuple[str, str]) -> list[Any]:
    return [SimpleNamespace(rule=rule_id, fingerprint=mark, where="operative 3") for rule_id, mark in entries]


def test_a_baseline_marks_what_was_there_and_reports_what_is_gone() -> None:
    checked = rule(words("x"))
    before = [(f.rule, f.fingerprint) for f in run(draft("x old", "x gone"), checked).findings]
    report = run(draft("x new", "x old"), checked, baseline=known(*before))
    assert [finding.baseline for finding in report.findings] == [False, True]
    assert [finding.span.block for finding in report.active] == ["document/0"]
    assert report.stale_baseline == (f"AAA001 at operative 3 ({before[1][1]})",)


def test_an_entry_is_stale_only_if_its_rule_ran_or_is_no_more() -> None:
    checked = rule(words("x"))
    entries = known(("BBB001", "0" * 16), ("CCC001", "1" * 16))
    report = run(draft("x"), checked, baseline=entries, cards=[card("BBB001")])
    assert report.stale_baseline == (f"CCC001 at operative 3 ({'1' * 16})",)


def test_what_is_suppressed_is_not_held_to_be_known() -> None:
    checked = rule(words("x"))
    mark = run(draft("x"), checked).findings[0].fingerprint
    report = run(draft("x", directives=(allow("AAA001"),)), checked, baseline=known(("AAA001", mark)))
    assert [(f.suppressed, f.baseline) for f in report.findings] == [("agreed", False)]
    assert report.stale_baseline == ()


def test_checks_are_given_their_options_and_all_they_may_know() -> None:
    seen: list[Context] = []

    def check(_document: Document, context: Context) -> Iterable[Hit]:
        seen.append(context)
        return ()

    asked = Rule(card(), check, "info", {"limit": 3})
    engine.run(draft("x"), [asked], tables={"rivers": ()}, profile="hrc", date="2031-01-02", language="en")
    assert seen == [Context("hrc", {"limit": 3}, {"rivers": ()}, "2031-01-02", "en")]


def test_a_rule_that_yields_is_silent_where_another_one_speaks() -> None:
    document = draft("one two three", "one two three")
    yielding = rule(words("two", "three"), "AAA001", yields=True)
    other = rule(hits(Hit(Span("document/0", 3, 5))), "BBB001")
    found = [(f.rule, f.span.block, f.span.start) for f in run(document, yielding, other).findings]
    assert found == [
        ("BBB001", "document/0", 3),
        ("AAA001", "document/0", 8),
        ("AAA001", "document/1", 4),
        ("AAA001", "document/1", 8),
    ]


def test_a_rule_that_yields_is_silent_where_another_one_mends() -> None:
    document = draft("one two three")
    fix = Fix("write “2”", (Edit(Span("document/0", 4, 7), "2", "two"),), "suggest")
    other = rule(hits(Hit(Span("document/0", 0, 3), fix=fix)), "BBB001", fix="suggest")
    assert [f.rule for f in run(document, rule(words("two"), "AAA001", yields=True), other).findings] == ["BBB001"]


def test_a_rule_that_yields_meets_what_is_missing_and_passes_over_what_is_said_of_a_paragraph() -> None:
    text = "one two three " * 9
    document = draft(text)
    yielding = rule(hits(Hit(Span("document/0", 4, 7)), Hit(Span("document/0", 8, 13))), "AAA001", yields=True)
    missing = rule(hits(Hit(Span("document/0", 7, 7))), "BBB001")
    whole = rule(hits(Hit(Span("document/0", 0, len(text)))), "CCC001")
    assert [f.rule for f in run(document, yielding, missing).findings] == ["BBB001", "AAA001"]
    assert [f.rule for f in run(document, yielding, whole).findings].count("AAA001") == 2


def test_a_rule_is_silent_where_one_speaks_that_it_yields_to() -> None:
    document = draft("one two three", "one two three")
    giving_way = rule(words("two three", "one"), "AAA001", yields_to=("BBB001",))
    named = rule(hits(Hit(Span("document/0", 4, 7))), "BBB001")
    other = rule(hits(Hit(Span("document/1", 4, 7))), "CCC001")
    found = [(f.rule, f.span.block, f.span.start) for f in run(document, giving_way, named, other).findings]
    assert found == [
        ("AAA001", "document/0", 0),
        ("BBB001", "document/0", 4),
        ("AAA001", "document/1", 0),
        ("CCC001", "document/1", 4),
        ("AAA001", "document/1", 4),
    ]


def test_two_rules_that_yield_do_not_yield_to_one_another() -> None:
    document = draft("one two")
    both = [rule(words("two"), name, yields=True) for name in ("AAA001", "AAA002")]
    assert len(run(document, *both).findings) == 2


def test_a_hit_of_which_the_check_is_unsure_is_an_info_at_most() -> None:
    found = run(draft("one two"), rule(hits(Hit(Span("document/0", 0, 3), unsure=True), Hit(Span("document/0", 4, 7)))))
    assert [(f.severity, f.confidence) for f in found.findings] == [("info", "low"), ("warning", "high")]
