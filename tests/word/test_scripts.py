"""Drafts in two directions of writing, with fields that changes divide, as documents and as templates: nothing is lost."""

from __future__ import annotations

import random

import pytest
from lxml import etree

from resolint.errors import CannotWrite
from resolint.pipeline import clean, redline
from resolint.word import read_word as read
from tests.support.docx import NAMESPACES, dele, docx, i, ins, members_of, p, r
from tests.word.edits import edited
from tests.word.marks import blocks_of, random_findings, report, settle, write
from tests.word.oracle import said

pytestmark = pytest.mark.slow
DATE = "2026-10-09T10:00:00Z"
KINDS = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
    "dotx": "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    "docm": "application/vnd.ms-word.document.macroEnabled.main+xml",
}
RIGHT = ("تدعو", "الدول", "إلى", "صون", "المنارات", "١٢", "قوارب", "השטים", "\u200fאבג\u200f", "میراث")
LEFT = ("Urges", "States", "to", "keep", "lamps", "12", "per cent", "boats\u200e", "A/80/214")
SET = ("", "<w:i/>", "<w:b/>", "<w:i/><w:iCs/>", '<w:lang w:bidi="ar-SA"/>')
FIELD = ("begin", "separate", "end")


def run(chance: random.Random, right: bool) -> str:
    """A few words in one of the two directions."""
    words = " ".join(chance.choice(RIGHT if right else LEFT) for _ in range(chance.randint(1, 4)))
    return r(f"{words} ", chance.choice(SET) + ("<w:rtl/>" if right and chance.random() < 0.8 else ""))


def changed(chance: random.Random, runs: str, words: str) -> str:
    """Somebody's tracked change around runs, or words struck beside them, or nothing."""
    kind = chance.random()
    if kind < 0.2:
        return ins(runs)
    return runs + dele(words) if kind < 0.3 else runs


def field(chance: random.Random, right: bool) -> str:
    """A field whose marks stand apart, any of them in a change of somebody's."""
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in FIELD)
    parts = [begin, "<w:r><w:instrText>REF lamps</w:instrText></w:r>", separate, run(chance, right), end]
    return "".join(ins(part) if chance.random() < 0.25 else part for part in parts)


def draft(seed: int) -> bytes:
    """A draft of several paragraphs; its kind goes with the seed."""
    chance = random.Random(seed)
    body = [p("The lamps of harbour towns"), p(i("The General Assembly"), ",")]
    for _ in range(chance.randint(2, 8)):
        right = chance.random() < 0.6
        runs = []
        for _ in range(chance.randint(1, 5)):
            turned = right != (chance.random() < 0.25)
            piece = field(chance, turned) if chance.random() < 0.2 else run(chance, turned)
            runs.append(changed(chance, piece, chance.choice(RIGHT + LEFT)))
        body.append(p(*runs, ppr="<w:bidi/>" if right else ""))
    section = "<w:sectPr><w:bidi/></w:sectPr>" if chance.random() < 0.5 else ""
    return docx("".join(body) + section, main_type=KINDS[[*KINDS][seed % 3]])


def shown(data: bytes, view: str) -> list[str]:
    return [block.text for block in read(data, view=view).blocks if block.text.strip()]


@pytest.mark.parametrize("seed", range(60))
def test_both_views_say_what_accepting_and_rejecting_leaves(seed):
    data = draft(seed)
    root = etree.fromstring(members_of(data)["word/document.xml"]).find("{*}body")
    for view in ("proposed", "original"):
        text = "".join("".join(words.split()) for words in shown(data, view)).replace("\ufffc", "")
        assert text == said(root, view == "proposed")


@pytest.mark.parametrize("seed", range(60))
def test_a_review_of_them_comes_back_to_the_byte(seed):
    data = draft(seed)
    found = random_findings(blocks_of(read(data)), random.Random(seed), 12)
    done = write(data, report(data, *found), date=DATE)
    assert clean(done.data) == data
    assert shown(settle(done.data, accept=False), "proposed") == shown(data, "proposed")
    kind = KINDS[[*KINDS][seed % 3]].encode()
    assert kind in members_of(done.data)["[Content_Types].xml"]


@pytest.mark.parametrize("seed", range(60))
def test_a_redline_of_them_rejects_to_the_base_and_keeps_its_kind(seed):
    data = draft(seed)
    other = edited(data, random.Random(seed))
    try:
        done = redline(data, other, base_name="a.docx", draft_name="b.docx", date=DATE)
    except CannotWrite as fault:
        raise AssertionError(f"seed {seed}: {fault}") from fault
    assert shown(done.data, "original") == shown(data, "original")
    if not done.left:
        assert [t.split() for t in shown(done.data, "proposed")] == [t.split() for t in shown(other, "proposed")]
    assert KINDS[[*KINDS][seed % 3]].encode() in members_of(done.data)["[Content_Types].xml"]


def test_the_drafts_hold_what_they_are_to_hold():
    texts = [members_of(draft(seed))["word/document.xml"].decode() for seed in range(60)]
    for what in ("<w:rtl/>", "<w:bidi/>", "w:fldChar", "<w:ins ", "<w:del ", "\u200f", NAMESPACES):
        assert sum(what in text for text in texts) > 5
