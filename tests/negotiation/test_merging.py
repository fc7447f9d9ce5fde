"""The copies of several delegations made one: whose proposals are accepted, whose text comes out."""

import io
import random
import re
from functools import cache

import pytest

from resolint.errors import BadConfiguration, CannotWrite
from resolint.pipeline import Session, build, load
from resolint.pipeline.compiling import Compiled, Copy, compile_copies, settle, signers
from tests.negotiation.delegations import base_rows, copy_of, text
from tests.support.docx import docx, ins, members_of, p
from tests.support.share import mostly_deep

SESSION = Session()
BASE = """# Wells

*The General Assembly*,

*Recalling* its resolution 70/1 of 25 September 2015,

*Noting* that wells serve people, animals and gardens alike,

1. *Urges* Member States to test the water of village wells every year and to publish the results;

2. *Invites* municipalities to train well keepers and to lend them the tools that they need;

3. *Decides* to remain seized of the matter.
"""
CHILE = BASE.replace("every year", "twice a year").replace("*Urges*", "*Calls upon*")
FIJI = BASE.replace("every year", "every month").replace(
    "2. *Invites* municipalities to train well keepers and to lend them the tools that they need;",
    "2. *Encourages* the exchange of well keepers;",
)
PERU = BASE.replace("*Urges*", "*Calls upon*").replace(
    "3. *Decides*", "3. *Requests* the Secretary-General to report on wells;\n\n4. *Decides*"
)
COPIES = {"Chile": CHILE, "Fiji": FIJI, "Peru": PERU}


@cache
def word(source: str) -> bytes:
    return build(load(source.encode(), SESSION, name="x.md"), SESSION)


def words(data: bytes) -> list[str]:
    """What the file says, paragraph by paragraph, and which words of it are in italics."""
    document = load(data, SESSION, name="x.docx")
    return [" ".join(b.text.split()) for b in document.blocks if b.id.startswith("document/") and b.text.strip()]


def compiled(copies: dict[str, str] = COPIES, base: str = BASE, **options: str) -> Compiled:
    rows = [Copy(name, word(source)) for name, source in copies.items()]
    return compile_copies(word(base), rows, SESSION, **options)  # type: ignore[arg-type]


def test_each_paragraph_stands_once_and_equal_proposals_are_one() -> None:
    made = compiled()
    assert [one.who for one in made.wanted if one.new.strip() == "Calls upon"] == [("Chile", "Peru")]
    assert signers(made.data) == ["Chile", "Fiji", "Peru"]
    assert len([row for row in words(made.data) if "Member States to test" in row]) == 1


def test_conflicts_stand_side_by_side_and_are_told() -> None:
    made = compiled()
    clash = {(one.who, one.old.strip()) for one in made.wanted if one.conflict}
    assert (("Chile",), "every year") in clash and (("Fiji",), "every year") in clash
    assert not any(one.conflict for one in made.wanted if one.who == ("Chile", "Peru"))


def test_alternatives_for_neighbouring_words_are_whole() -> None:
    fiji, malta = (
        BASE.replace("every year", "every two years"),
        BASE.replace("water of village", "water of all village"),
    )
    copies = {"Chile": CHILE, "Peru": BASE.replace("every year", "twice a year"), "Fiji": fiji, "Malta": malta}
    wanted = {(one.who, one.old, one.new.strip()) for one in compiled(copies).wanted if one.conflict}
    assert wanted == {
        (("Chile", "Peru"), "every year", "twice a year"),
        (("Fiji",), "every year", "every two years"),
    }
    made = compiled(copies, form="running")
    assert (
        "[every year – delete: Chile, Peru, Fiji] [Chile, Peru: twice a year] [Fiji: every two years] and to publish"
        in " ".join(words(made.data))
    )
    tracked = compiled(copies).data
    for name, source in copies.items():
        assert words(settle(tracked, accept=(name,))) == words(word(source)), name


def test_a_word_within_a_rewritten_passage_stays_a_word() -> None:
    passage = "train well keepers and to lend them the tools that they need"
    copies = {"Chile": BASE.replace(passage, "close their gates"), "Fiji": BASE.replace("the tools", "all tools")}
    assert ("the", "all") in {(one.old.strip(), one.new.strip()) for one in compiled(copies).wanted}


def test_who_is_accepted_gives_its_text_and_none_the_base() -> None:
    made = compiled()
    assert words(settle(made.data)) == words(word(BASE))
    for name, source in COPIES.items():
        assert words(settle(made.data, accept=(name,))) == words(word(source)), name


def test_italics_come_with_the_words() -> None:
    made = compiled()
    document = load(settle(made.data, accept=("Peru",)), SESSION, name="x.docx")
    block = next(block for block in document.blocks if "to report on wells" in block.text)
    (mark,) = block.marked("italic")
    assert block.text[mark.start : mark.end] == "Requests"


def test_running_text_names_who_wants_what_in_brackets_that_balance() -> None:
    rows = words(compiled(form="running").data)
    whole = "\n".join(rows)
    assert "[Urges – delete: Chile, Peru] [Chile, Peru: Calls upon] Member States" in whole
    assert "[every year – delete: Chile, Fiji] [Chile: twice a year] [Fiji: every month] and" in whole
    assert "[Peru: Requests the Secretary-General to report on wells;]" in whole
    assert any(row.startswith("[Invites") and row.endswith("– delete paragraph: Fiji]") for row in rows)
    assert whole.count("[") == whole.count("]")
    assert not signers(compiled(form="running").data)


def test_tracked_changes_of_the_base_itself_are_left_alone() -> None:
    from resolint.pipeline.comparing import redline

    base = redline(word(BASE), word(CHILE), SESSION, author="Secretariat").data
    read = load(base, SESSION, name="base.docx")
    made = compile_copies(
        base, [Copy("Fiji", word(CHILE.replace("gardens", "orchards")))], SESSION, base_name="base.docx"
    )
    assert "Secretariat" in signers(made.data) and [one.new for one in made.wanted] == ["orchards"]
    assert words(settle(made.data, among=("Fiji",))) == [
        " ".join(b.text.split()) for b in read.blocks if b.id.startswith("document/") and b.text.strip()
    ]


def joined(author: str) -> bytes:
    """A base in which somebody struck the mark between two paragraphs and put words at the join."""
    mark = f'<w:rPr><w:del w:id="902" w:author="{author}"/></w:rPr>'
    first = p("Invites all keepers of wells", ins(" and pumps", author=author), ppr=mark)
    return docx(p("The General Assembly,") + first + p(" to test the water at night;") + p("Ends here."))


def test_copies_of_a_base_whose_paragraphs_others_joined() -> None:
    copies = {
        "Chile": "Invites all keepers of wells to test the water by day and by night;",
        "Fiji": "Invites all keepers of springs to test the water at night;",
    }
    rows = [Copy(name, docx(p("The General Assembly,") + p(row) + p("Ends here."))) for name, row in copies.items()]
    made = compile_copies(joined("Peru"), rows, SESSION)
    assert {one.kind for one in made.wanted} == {"change"}
    assert len(re.findall("<w:rPr><w:del [^>]*/></w:rPr>", members_of(made.data)["word/document.xml"].decode())) == 1
    for name, row in copies.items():
        assert words(settle(made.data, accept=(name,), among=tuple(copies)))[1] == row


def test_a_delegation_named_like_an_author_of_the_base_is_refused() -> None:
    copy = docx(p("The General Assembly,") + p("Invites all keepers of springs;") + p("Ends here."))
    for author in ("Chile", "Chile, Peru"):
        with pytest.raises(BadConfiguration, match="already has tracked changes of 'Chile'"):
            compile_copies(joined(author), [Copy("Chile", copy)], SESSION, base_name="base.docx")


def test_notes_come_and_go_with_their_delegation() -> None:
    noted = BASE.replace("gardens alike,", "gardens alike,[^1]") + "\n[^1]: See the almanac of wells.\n"
    made = compiled({"Chile": noted, "Fiji": FIJI})
    own = load(settle(made.data, accept=("Chile",)), SESSION, name="x.docx")
    assert ["".join(block.text for block in note.blocks).strip() for note in own.footnotes] == [
        "See the almanac of wells."
    ]
    assert not [note for note in load(settle(made.data), SESSION, name="x.docx").footnotes if note.anchor]


@pytest.mark.parametrize("names", [("Chile", "Chile"), ("Chile, Peru",), (" ",)])
def test_names_that_cannot_be_told_apart_are_refused(names: tuple[str, ...]) -> None:
    with pytest.raises(BadConfiguration):
        compile_copies(word(BASE), [Copy(name, word(CHILE)) for name in names], SESSION)


def prove(seed: int, most: int) -> None:
    """Random copies of a random base: every delegation's text comes out, and the base."""
    chance = random.Random(seed)
    rows = base_rows(chance.randrange(5, 16))
    base = word(text(rows))
    files = {
        f"D{at}": word(text(copy_of(rows, chance, chance.randrange(0, 9)))) for at in range(chance.randint(1, most))
    }
    made = compile_copies(base, [Copy(name, data) for name, data in files.items()], SESSION)
    assert words(settle(made.data)) == words(base)
    for name, data in files.items():
        assert words(settle(made.data, accept=(name,))) == words(data), (seed, name)
    running = "\n".join(
        words(compile_copies(base, [Copy(n, d) for n, d in files.items()], SESSION, form="running").data)
    )
    assert running.count("[") == running.count("]")


@pytest.mark.parametrize("seed", mostly_deep(range(6), 2))
@pytest.mark.slow
def test_random_copies(seed: int) -> None:
    prove(seed, 4)


@pytest.mark.slow
@pytest.mark.parametrize("seed", mostly_deep(range(100, 112), 4))
def test_up_to_twelve_random_copies(seed: int) -> None:
    prove(seed, 12)


@pytest.mark.deep
@pytest.mark.parametrize("seed", range(1000, 1200))
def test_two_hundred_random_rounds(seed: int) -> None:
    prove(seed, 12)


LAMPS = "# Lamps\n\n*The Security Council*,\n\n1. *Condemns* the theft of lamps;\n\n2. *Urges* all to return them.\n"


def test_the_copy_of_another_text_is_refused() -> None:
    with pytest.raises(CannotWrite, match=r"Mali: hardly a word of the base .*--any-text"):
        compiled({"Chile": CHILE, "Mali": LAMPS})


def test_the_copy_of_a_delegation_that_wrote_the_text_anew_is_taken_where_it_is_asked_for() -> None:
    copies = {"Chile": CHILE, "Mali": LAMPS}
    made = compile_copies(
        word(BASE), [Copy(name, word(source)) for name, source in copies.items()], SESSION, any_text=True
    )
    assert words(settle(made.data)) == words(word(BASE))
    for name, source in copies.items():
        assert words(settle(made.data, accept=(name,))) == words(word(source)), name


def test_a_copy_with_little_of_the_base_is_told() -> None:
    shared = BASE.partition("1. ")[2].partition(";")[0]
    little = LAMPS.replace("*Condemns* the theft of lamps", shared)
    assert [line for line in compiled({"Chile": CHILE, "Mali": little}).left if "Mali" in line]
    assert not [line for line in compiled().left if "right file" in line]


def test_a_copy_that_proposes_nothing_is_told() -> None:
    made = compiled({"Chile": CHILE, "Mali": BASE})
    assert [line for line in made.left if line.startswith("Mali: its copy proposes nothing")]
    assert not [line for line in made.left if line.startswith("Chile")]


def test_an_empty_word_file_is_no_base() -> None:
    import docx

    made = io.BytesIO()
    docx.Document().save(made)
    with pytest.raises(CannotWrite, match="no text of its own"):
        compile_copies(made.getvalue(), [Copy("Chile", word(CHILE))], SESSION)
