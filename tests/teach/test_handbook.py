"""The handbook, hand-outs and drafts taken apart: whole, without anything from elsewhere, every link a page."""

import re
from functools import cache
from html.parser import HTMLParser

import pytest

from resolint.pipeline import explaining
from resolint.pipeline import rules as desk
from resolint.pipeline.drafts import load
from resolint.teach.facts import differing, related
from tests.support import verbs

pytestmark = pytest.mark.slow

VOID = {"meta", "link", "input", "br", "img", "hr"}


class Page(HTMLParser):
    """Checks nesting, and collects links and identifiers."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.links: list[str] = []
        self.ids: list[str] = []
        self.headings: list[int] = []
        self.feed(text)
        assert not self.open, self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        assert not (tag == "a" and "a" in self.open), "a link in a link"
        if tag not in VOID and tag not in ("rect", "circle", "polyline"):
            self.open.append(tag)
        if (place := values.get("href") or values.get("src")) is not None:
            self.links.append(place)
        if (name := values.get("id")) is not None:
            self.ids.append(name)
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(int(tag[1]))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, tag


@cache
def files() -> dict[str, str]:
    return explaining.handbook(verbs.session()).files()


def test_there_is_a_page_for_each_rule() -> None:
    cards = verbs.session().cards()
    assert {f"{card.id}.html" for card in cards} < set(files())
    assert {"index.html", "annotated.html", "all.html", "style.css", "search.js"} < set(files())


def test_every_page_is_sound_and_every_link_leads_somewhere() -> None:
    for name, text in files().items():
        if not name.endswith(".html"):
            continue
        page = Page(text)
        assert len(set(page.ids)) == len(page.ids), name
        assert page.headings[0] == 1, name
        assert all(after <= before + 1 for before, after in zip(page.headings, page.headings[1:], strict=False)), name
        for link in page.links:
            file, _, anchor = link.partition("#")
            assert "//" not in link, (name, link)
            assert not file or file in files(), (name, link)
            assert not (anchor and not file) or anchor in page.ids, (name, link)


def test_rules_stand_in_the_order_of_a_resolution() -> None:
    order = [card.family for card in explaining.handbook(verbs.session()).order()]
    first = list(dict.fromkeys(order))
    assert first.index("SPN") < first.index("PRE") < first.index("OPR") < first.index("FTN")
    assert order == sorted(order, key=first.index)


def test_every_element_of_the_annotated_resolution_can_be_pointed_at() -> None:
    text = files()["annotated.html"]
    for row in verbs.session().tables()["elements"]:
        key = row["element"]
        assert f'id="el-{key}"' in text, key
        assert f'href="#el-{key}"' in text, key
    known = {card.id for card in verbs.session().cards()}
    assert all(set(row["rules"].split()) <= known for row in verbs.session().tables()["elements"])


def test_a_page_shows_wrong_and_right_with_italics_seen() -> None:
    text = files()["TYP001.html"]
    assert "Not so" in text
    assert "<i><b>Recalling</b></i>" in text
    assert "Of 1," in files()["PRE002.html"]


def test_a_rule_alone_is_one_file() -> None:
    text = explaining.rule_page(desk.find_card("PRE002"), verbs.session())
    page = Page(text)
    assert page.links == ["#text"]
    assert "<style>" in text


def test_how_bodies_differ_is_told_where_it_begins() -> None:
    session = verbs.session()
    from resolint.profile import all_profiles

    profiles = tuple(all_profiles().values())
    cards = {card.id: card for card in session.cards(examples=True)}
    said = dict(differing(cards["TYP001"], profiles))
    assert "underlined" in said["The Hague International Model United Nations and schools of its style"]
    assert "Security Council" in dict(differing(cards["PRE002"], profiles))
    assert any("does not hold" in words for words in dict(differing(cards["SPN002"], profiles)).values())


def test_how_bodies_differ_is_told_in_words() -> None:
    from resolint.profile import all_profiles

    profiles = tuple(all_profiles().values())
    for card in verbs.session().cards(examples=True):
        for title, words in differing(card, profiles):
            assert words.startswith("does not hold: ") or ": " not in words, f"{title}: {card.id} needs words in [told]"


def test_related_rules_are_others() -> None:
    cards = verbs.session().cards(examples=True)
    for card in cards:
        near = related(card, cards)
        assert card not in near
        assert len(near) <= 6


def test_a_hand_out_is_a_word_file_with_the_examples() -> None:
    cards = [desk.find_card("PRE002"), desk.find_card("OPR005")]
    data = explaining.handout(cards, verbs.session())
    assert data == explaining.handout(cards, verbs.session())
    texts = [block.text for block in load(data, name="h.docx").blocks]
    assert "Preambular comma missing" in texts
    assert any(text.endswith("open a reading room;") for text in texts)


def test_a_draft_is_taken_apart() -> None:
    draft = """# Village seed libraries

*The General Assembly*,

*Noting* the report on drought and irrigation,

*Deeply concerned* about the loss of traditional crops,

*Alarmed* by the silence of radios,

1. *Urges* Member States to protect traditional crops;

2. *Invites* museums to show old ploughs.
"""
    text = explaining.anatomy(draft.encode(), verbs.session(), name="a.md")
    page = Page(text)
    assert all(link.startswith("#") for link in page.links)
    assert text.index("<i>Urges</i>") < text.index("<i>Invites</i>", text.index("<i>Urges</i></th>"))
    assert '<th scope="row">preambular 1</th><td>none</td>' in text
    assert '<th scope="row">preambular 3</th><td><em>none: a concern without action</em></td>' in text
    assert "Actions without a ground in the preamble: operative 2." in text
    assert "crop" in text
    assert '<tr><th scope="row">Member States</th>' in text


def test_length_is_told_beside_adopted_texts_of_the_body():
    draft = '+++\nsymbol = "A/C.2/81/L.7"\n+++\n\n# Wells\n\n*The General Assembly*,\n\n1. *Decides* to dig wells.\n'
    text = explaining.anatomy(draft.encode(), verbs.session(), name="a.md")
    assert "is no longer than most of them (of 1,240 counted, half have at most" in text
    long = draft.replace("dig wells", "dig wells" + " and wells" * 8000)
    assert "is longer than 90 per cent of them" in explaining.anatomy(long.encode(), verbs.session(), name="a.md")
    other = draft.replace("A/C.2/81/L.7", "X/1").replace("The General Assembly", "The Harbour Board")
    assert "of the General Assembly (none were counted" in explaining.anatomy(
        other.encode(), verbs.session(), name="a.md"
    )
    narcotic = draft.replace("A/C.2/81/L.7", "E/CN.7/2026/L.4").replace(
        "The General Assembly", "The Commission on Narcotic Drugs"
    )
    assert "of the General Assembly (none were counted" in explaining.anatomy(
        narcotic.encode(), verbs.session(), name="a.md"
    )


def test_words_of_every_resolution_carry_no_action():
    draft = (
        "# Wells\n\n*The General Assembly*,\n\n*Regretting* their resolution, which should be considered,\n\n"
        "1. *Invites* towns to publish their maps, which should accompany the present resolution;\n\n2. *Decides* to end.\n"
    )
    assert "a concern without action" in explaining.anatomy(draft.encode(), verbs.session(), name="a.md")


def test_any_resolution_can_be_taken_apart() -> None:
    draft = "# <script>alert(1)</script>\n\n*The General Assembly*,\n\n1. *Decides*.\n"
    text = explaining.anatomy(draft.encode(), verbs.session(), name="a.md")
    Page(text)
    assert "<script>" not in text
