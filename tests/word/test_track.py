"""Tracked changes: where they go, what they look like, and where none may go."""

from __future__ import annotations

import random
import re

import pytest

from resolint import fixes, word
from resolint.model import Span
from resolint.word.write.cleaning import accept, clean
from resolint.word.write.verifying import verify
from tests.support.docx import dele, docx, i, ins, members_of, note, p, r, ref
from tests.support.rows import each
from tests.word.marks import blocks_of, edit, finding, italics, report, settle, write

BODY = "word/document.xml"


def reviewed(data: bytes, *changes: tuple[int, int, str] | tuple[int, int, str, bool], block: int = 0):
    """The file with these edits of one block written, as safe fixes, and what was left."""
    found = blocks_of(word.read_word(data))[block]
    made = [finding(found, c[0], c[1], edit(found, *c)) for c in changes]
    return write(data, report(data, *made), comments=False)


def accepted(done) -> list[str]:
    return [block.text for block in blocks_of(word.read_word(settle(done.data, True)))]


def xml(done, part: str = BODY) -> str:
    return members_of(done.data)[part].decode()


def test_replaced_word_is_deleted_and_inserted() -> None:
    done = reviewed(docx(p("fifty percent of all")), (6, 13, "per cent"))
    assert done.changes == 1 and not done.left
    assert '<w:del w:id="1" w:author="resolint">' in xml(done)
    assert '<w:delText xml:space="preserve">percent</w:delText>' in xml(done)
    assert "<w:t>per cent</w:t>" in xml(done)
    assert accepted(done) == ["fifty per cent of all"]


def test_of_two_blanks_only_one_goes() -> None:
    done = reviewed(docx(p("two  blanks")), (3, 5, " "))
    assert '<w:delText xml:space="preserve"> </w:delText>' in xml(done) and "<w:ins " not in xml(done)
    assert accepted(done) == ["two blanks"]


def test_only_words_that_differ_are_touched() -> None:
    done = reviewed(
        docx(p("GA resolution 70/1 stands")), (0, 18, "General Assembly resolution 70/1 of 25 September 2015")
    )
    assert accepted(done) == ["General Assembly resolution 70/1 of 25 September 2015 stands"]
    assert xml(done).count("<w:del ") == 1 and xml(done).count("<w:ins ") == 2
    assert '<w:delText xml:space="preserve">GA</w:delText>' in xml(done)


def test_missing_mark_comes_before_the_note() -> None:
    data = docx(p("the work of all", ref(1)), footnotes=note(1, "See there."))
    assert accepted(reviewed(data, (15, 15, ",")))[0] == "the work of all,\ufffc"


def test_mark_at_the_end_follows_a_note() -> None:
    data = docx(p("the work", ref(1)), footnotes=note(1, "See there."))
    done = reviewed(data, (9, 9, ";"))
    assert accepted(done)[0] == "the work\ufffc;"
    assert "vertAlign" not in xml(done).partition("<w:ins ")[2]


def test_word_across_many_runs_keeps_its_formatting() -> None:
    data = docx(p(i("I"), i("nvites"), " all"))
    done = reviewed(data, (0, 7, "Calls upon"))
    after = blocks_of(word.read_word(settle(done.data, True)))[0]
    assert after.text == "Calls upon all"
    assert italics(after) == set(range(10))
    assert xml(done).count("<w:del ") == 1


def test_words_added_to_an_opening_phrase_are_in_italics() -> None:
    done = reviewed(docx(p(i("Considering"), " that")), (0, 11, "Considering also"))
    assert italics(blocks_of(word.read_word(settle(done.data, True)))[0]) == set(range(16))


def test_mark_after_an_opening_phrase_is_not_in_italics() -> None:
    done = reviewed(docx(p(i("The General Assembly"))), (20, 20, ","))
    assert italics(blocks_of(word.read_word(settle(done.data, True)))[0]) == set(range(20))


def test_bold_of_a_title_is_taken_over() -> None:
    done = reviewed(docx(p(r("Seed libraries", "<w:b/>"))), (14, 14, "s"))
    assert xml(done).count("<w:b/>") == 2


@pytest.mark.parametrize("before", ["", "<w:b/>", '<w:b/><w:sz w:val="20"/>'])
def test_italics_are_a_tracked_change_of_formatting(before: str) -> None:
    data = docx(p(r("Noting the work", before)))
    done = reviewed(data, (0, 6, "Noting", True))
    assert italics(blocks_of(word.read_word(done.data))[0]) == set(range(6))
    assert italics(blocks_of(word.read_word(settle(done.data, False)))[0]) == set()
    assert xml(done).index("<w:i/>") < xml(done).index("<w:rPrChange ")
    assert word.clean(done.data) == data or members_of(word.clean(done.data))[BODY] == members_of(data)[BODY]


def test_italics_of_a_style_are_switched_off() -> None:
    from tests.support.docx import style

    data = docx(p(r("Noting", '<w:rStyle w:val="Lead"/>'), " it"), styles=style("Lead", kind="character", rpr="<w:i/>"))
    assert italics(blocks_of(word.read_word(data))[0]) == set(range(6))
    done = reviewed(data, (0, 6, "Noting", False))
    assert italics(blocks_of(word.read_word(done.data))[0]) == set()
    assert '<w:i w:val="0"/>' in xml(done)


def test_tabs_and_hyphens_are_elements() -> None:
    done = reviewed(docx(p("a b")), (1, 2, "\t\u2011"))
    assert "<w:tab/><w:noBreakHyphen/>" in xml(done)
    assert accepted(done) == ["a\t\u2011b"]


@each(
    ("body", "start", "end", "new"),
    [
        (p("so ", ins('<w:hyperlink w:anchor="x"><w:r><w:t>link</w:t></w:r></w:hyperlink>'), " text"), 4, 6, "x"),
        (p("so ", ins("inserted").replace("w:ins", "w:moveTo"), " text"), 5, 7, "x"),
        (p("so ", dele("old"), "text"), 3, 3, "x"),
        (p("so ", dele("old"), "text"), 2, 4, "x"),
        (p("so", dele("old"), " text"), 1, 4, "x"),
        (p("a ", '<w:hyperlink w:anchor="x"><w:r><w:t>link</w:t></w:r></w:hyperlink>', " b"), 3, 4, "x"),
        (p("a ", '<w:hyperlink w:anchor="x"><w:r><w:t>link</w:t></w:r></w:hyperlink>', " b"), 4, 4, "x"),
        (p("a ", '<w:fldSimple w:instr="PAGE"><w:r><w:t>12</w:t></w:r></w:fldSimple>', " b"), 2, 4, "x"),
        (p("a", ref(1), "b"), 0, 3, "x"),
        (p(r("bold", '<w:b/><w:rPrChange w:id="7" w:author="A"><w:rPr/></w:rPrChange>')), 0, 4, "x"),
        (p("a ", '<w:sdt><w:sdtContent><w:r><w:t>control</w:t></w:r></w:sdtContent></w:sdt>'), 2, 4, "x"),
    ],
)  # fmt: skip
def test_what_belongs_to_others_is_left(body: str, start: int, end: int, new: str) -> None:
    data = docx(body, footnotes=note(1, "See."))
    done = reviewed(data, (start, end, new))
    assert done.changes == 0 and len(done.left) == 1
    assert done.data == data


@each(
    ("start", "end", "new", "xml"),
    [
        (5, 7, "x", r"<w:ins A>in<w:del O>se</w:del></w:ins><w:ins O>x</w:ins><w:ins A>rted</w:ins>"),
        (3, 11, "", r"<w:ins A><w:del O>inserted</w:del></w:ins>"),
        (5, 5, "x", r"<w:ins A>in</w:ins><w:ins O>x</w:ins><w:ins A>serted</w:ins>"),
        (3, 3, "x", r"so <w:ins O>x</w:ins><w:ins A>inserted</w:ins>"),
        (11, 11, "x", r"<w:ins A>inserted</w:ins><w:ins O>x</w:ins> text"),
        (1, 5, "x", r"s<w:del O>o </w:del><w:ins A><w:del O>in</w:del></w:ins><w:ins O>x</w:ins><w:ins A>serted</w:ins>"),
    ],
)  # fmt: skip
def test_inside_an_insertion_of_another_words_are_struck_there_and_ours_stand_beside(
    start: int, end: int, new: str, xml: str
) -> None:
    data = docx(p("so ", ins("inserted"), " text"))
    done = reviewed(data, (start, end, new))
    body = members_of(done.data)["word/document.xml"].decode()
    ids = re.findall(r'<w:(?:ins|del) w:id="(\d+)"', body)
    assert len(set(ids)) == len(ids)
    shown = re.sub(
        r'<w:(ins|del) [^>]*w:author="(Delegate A|resolint)"[^>]*>',
        lambda m: f"<w:{m[1]} {m[2][0].replace('D', 'A').replace('r', 'O')}>",
        body,
    )
    shown = re.sub(r"</?w:(?:r|t|delText|rPr)\b[^>]*>", "", shown)
    assert xml in shown
    text = "so inserted text"
    assert accepted(done) == [text[:start] + new + text[end:]]
    assert clean(done.data) == data or verify(data, done.data) == ""


@each(
    ("changes", "without"),
    [
        ([(5, 7, "x")], "so  text"),
        ([(3, 11, "")], "so  text"),
        ([(3, 11, "put in")], "so  text"),
        ([(5, 5, "x")], "so  text"),
        ([(9, 11, "x")], "so  text"),
        ([(4, 5, "x"), (6, 7, "y"), (9, 9, "z")], "so  text"),
        ([(3, 3, "x")], "so x text"),
        ([(11, 11, ",")], "so , text"),
        ([(1, 5, "x")], "sx text"),
    ],
)
def test_a_fix_in_an_insertion_of_another_goes_where_that_goes_once_it_is_made_for_good(changes, without) -> None:
    text = "so inserted text"
    data = docx(p("so ", ins("inserted"), " text"))
    done = reviewed(data, *changes)
    final = accept(done.data)
    want = text
    for start, end, new in sorted(changes, reverse=True):
        want = want[:start] + new + want[end:]
    assert len(done.edits) == len(changes)
    assert [block.text for block in blocks_of(word.read_word(final))] == [want]
    assert [block.text for block in blocks_of(word.read_word(final, view="original"))] == [without]
    assert [block.text for block in blocks_of(word.read_word(settle(final, True)))] == [want]
    body = members_of(final)[BODY].decode()
    assert "resolint" not in body and "<w:ins " not in body.partition("</w:ins>")[2] and "<w:ins/>" not in body


def insertion_among_others(chance: random.Random) -> tuple[str, str, tuple[int, int]] | None:
    """A paragraph with changes of two people, its text, and the span of one insertion; None if it has none."""
    parts, text, spans = [], "", []
    for _ in range(chance.randint(2, 6)):
        words = " ".join(chance.choice(("boats", "nets", "on", "a")) for _ in range(chance.randint(1, 3)))
        kind = chance.choice(("plain", "in", "in", "out"))
        if kind == "out":
            parts.append(dele(words))
            continue
        if kind == "in":
            runs = [r(words[:2]), r(words[2:])] if len(words) > 2 and chance.random() < 0.5 else [words]
            if chance.random() < 0.3:
                runs.insert(chance.randint(0, len(runs)), '<w:proofErr w:type="spellEnd"/>')
            spans.append((len(text), len(text) + len(words)))
            words_in = ins(*runs, author=chance.choice(("A", "B")))
        parts.append(words if kind == "plain" else words_in)
        text += words
    return (p(*parts), text, chance.choice(spans)) if spans else None


@pytest.mark.slow
def test_whoever_rejects_an_insertion_takes_the_fixes_in_it_with_it() -> None:
    made = 0
    for seed in range(400):
        chance = random.Random(seed)
        found = insertion_among_others(chance)
        if found is None:
            continue
        body, text, (first, last) = found
        start = chance.randint(first, last)
        end = chance.randint(start, last)
        new = chance.choice(("", "x", "new words", "on"))
        if text[start:end] == new or (start == end and start in (first, last)):
            continue
        data = docx(body)
        done = reviewed(data, (start, end, new))
        assert len(done.edits) == 1, seed
        final, wanted = accept(done.data), text[:start] + new + text[end:]
        shown = [block.text for block in blocks_of(word.read_word(final))]
        assert shown == [wanted] or not wanted.strip(), seed
        rejected = [[b.text for b in blocks_of(word.read_word(one, view="original"))] for one in (data, final)]
        assert rejected[0] == rejected[1], seed
        made += 1
    assert made > 200


def test_marks_of_the_spelling_in_an_insertion_of_another_are_no_words_of_it() -> None:
    proofed = ins('<w:proofErr w:type="spellStart"/><w:r><w:t>on</w:t></w:r><w:proofErr w:type="spellEnd"/>')
    data = docx(p("Calls ", dele("upon"), proofed, " States"))
    final = accept(reviewed(data, (6, 8, "upon")).data)
    assert [block.text for block in blocks_of(word.read_word(final))] == ["Calls upon States"]
    assert [block.text for block in blocks_of(word.read_word(final, view="original"))] == ["Calls upon States"]
    gone = accept(reviewed(data, (6, 8, "")).data)
    assert [block.text for block in blocks_of(word.read_word(gone))] == ["Calls  States"]
    assert b"<w:ins" not in members_of(gone)[BODY]


def test_comment_of_another_inside_the_words_is_left() -> None:
    start, end = (
        '<w:commentRangeStart w:id="0"/>',
        '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>',
    )
    comments = '<w:comment w:id="0" w:author="A"><w:p><w:r><w:t>Why?</w:t></w:r></w:p></w:comment>'
    data = docx(p("one ", start, "two", end, " three"), comments=comments)
    assert reviewed(data, (0, 9, "x")).changes == 0
    done = reviewed(data, (4, 7, "2"))
    assert done.changes == 1
    assert accepted(done) == ["one 2 three"]


def test_row_that_another_inserted_is_left() -> None:
    row = "<w:tr>{}<w:tc><w:p><w:r><w:t>cell</w:t></w:r></w:p></w:tc></w:tr>"
    mark = '<w:trPr><w:ins w:id="3" w:author="A"/></w:trPr>'
    data = docx(f"<w:tbl>{row.format(mark)}{row.format('')}</w:tbl>")
    assert reviewed(data, (0, 4, "x"), block=0).changes == 0
    assert reviewed(data, (0, 4, "x"), block=1).changes == 1


@each(
    ("properties", "made"),
    [
        ("", 1),
        ('<w:alias w:val="Title"/>', 1),
        ('<w:lock w:val="sdtLocked"/>', 1),
        ('<w:lock w:val="contentLocked"/>', 0),
        ('<w:lock w:val="sdtContentLocked"/>', 0),
        ('<w:dataBinding w:xpath="/t" w:storeItemID="{1}"/>', 0),
    ],
)
def test_control_that_is_locked_or_filled_by_word_is_left(properties: str, made: int) -> None:
    control = f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{p('one two')}</w:sdtContent></w:sdt>"
    done = reviewed(docx(control), (0, 3, "x"))
    assert (done.changes, len(done.left)) == (made, 1 - made)


def test_insertion_beside_a_link_goes_behind_it() -> None:
    link = '<w:hyperlink w:anchor="x"><w:r><w:t>79/1</w:t></w:r></w:hyperlink>'
    assert accepted(reviewed(docx(p("resolution ", link)), (15, 15, ","))) == ["resolution 79/1,"]
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF x </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>12</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    done = reviewed(docx(p("paragraph ", field)), (12, 12, ";"))
    assert accepted(done) == ["paragraph 12;"]
    assert xml(done).index('fldCharType="end"') < xml(done).index("<w:ins ")


def test_notes_and_tables_are_changed_where_they_stand() -> None:
    data = docx(
        f"<w:tbl><w:tr><w:tc>{p('cel')}</w:tc></w:tr></w:tbl>" + p("text", ref(1)), footnotes=note(1, "See there")
    )
    cell, _, stated = blocks_of(word.read_word(data))
    end = len(stated.text)
    findings = [finding(cell, 3, 3, edit(cell, 3, 3, "l")), finding(stated, end, end, edit(stated, end, end, "."))]
    done = write(data, report(data, *findings))
    assert accepted(done) == ["cell", "text\ufffc", " See there."]
    assert "<w:ins " in members_of(done.data)["word/footnotes.xml"].decode()


def test_edit_that_expects_other_words_is_left() -> None:
    data = docx(p("one two"))
    block = blocks_of(word.read_word(data))[0]
    wrong = edit(block, 0, 3, "x")
    stale = type(wrong)(Span(block.id, 4, 7), "x", "One")
    done = write(data, report(data, finding(block, 4, 7, stale)), comments=False)
    assert done.data == data and len(done.left) == 1


def test_changes_that_meet_come_in_order() -> None:
    data = docx(p("P6"))
    block = blocks_of(word.read_word(data))[0]
    edits = [edit(block, 2, 2, "!"), edit(block, 0, 2, "P6 also"), edit(block, 0, 0, "Now ")]
    done = write(data, report(data, *(finding(block, 0, 2, e) for e in edits)), comments=False)
    assert accepted(done) == [fixes.apply("P6", edits)]


def test_ids_are_new_in_the_whole_file() -> None:
    data = docx(p("text ", ins("new"), " more"), footnotes=note(1, "See."))
    done = reviewed(data, (0, 4, "x"))
    assert '<w:del w:id="901"' in xml(done) and '<w:ins w:id="902"' in xml(done)


def test_date_is_written_as_given() -> None:
    data = docx(p("text"))
    block = blocks_of(word.read_word(data))[0]
    done = write(data, report(data, finding(block, 0, 4, edit(block, 0, 4, "x"))), date="2026-10-09T10:00:00Z")
    assert xml(done).count('w:date="2026-10-09T10:00:00Z"') == 2
    assert 'w:date="2026-10-09T10:00:00Z"' in xml(done, "word/comments.xml")
