"""Which paragraph a new one is set like: the nearest of those that agree best."""

from hypothesis import given
from hypothesis import strategies as st

from resolint.comparison.setting import Models, automatic, form_of
from resolint.pipeline import load
from tests.support.docx import abstract, docx, i, level, num, numpr, p

LISTS = abstract(1, level(0, "decimal", "%1."), level(1, "lowerLetter", "(%2)")) + num(1, 1)
CELL = f"<w:tbl><w:tr><w:tc>{p('a cell')}</w:tc></w:tr></w:tbl>"
PIECES = {
    "plain": p("Lamps of piers"),
    "noting": p(i("Noting"), " the lamps,"),
    "typed": p("1. ", i("Decides"), " to act;"),
    "counted": p(i("Urges"), " all to act:", ppr=numpr(1, 0)),
    "item": p("To light the lamps;", ppr=numpr(1, 1)),
    "cell": CELL,
}


@given(st.lists(st.sampled_from(sorted(PIECES)), min_size=1, max_size=9), st.data())
def test_the_nearest_of_those_that_agree_best(names, data):
    body = p("Lamps") + p(i("The General Assembly,")) + "".join(PIECES[name] for name in names)
    document = load(docx(body, numbering=LISTS), name="a.docx")
    models = Models(document)
    new, place = (data.draw(st.sampled_from(models.rows)) for _ in range(2))
    block = data.draw(st.sampled_from(document.blocks))
    at = models.places[place.block]

    def worth(row):
        other = models.blocks[row.block]
        return (
            other.kind == "cell" and block.kind != "cell",
            form_of(row.label) != form_of(new.label) and automatic(other),
            form_of(row.label) != form_of(new.label),
            row.part != new.part,
            (other.kind == "heading") != (block.kind == "heading"),
            abs(models.places[row.block] - at),
        )

    story = [row for row in models.rows if row.block.partition("/")[0] == place.block.partition("/")[0]]
    assert models.like(new, block, place.block) == min(story, key=worth)
