"""What is written is read back the same, for every kind; and spans are exact, sorted and apart."""

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from resolint.lexicon import organs
from resolint.lexicon.labels import roman
from resolint.model import Citation, Span
from tests.citation.english import find, format, parse
from tests.support.words import LEXICON

WORDS = st.sampled_from(
    ["lakes", "Harbours", "and", "the", "lighthouse", "keepers", "2030", "of", "Wells:", "north-east"]
)
LETTERS = st.sampled_from(["", " A", " B", " A and B", " A to E", " A, C and D"])
SESSIONS = st.one_of(
    st.integers(1, 99).map(str), st.integers(1, 99).map(lambda n: f"S-{n}"), st.integers(1, 20).map(lambda n: f"ES-{n}")
)
ROMAN = st.integers(2, 80).map(roman)


def whole(citation: Citation) -> Citation:
    return replace(citation, span=Span("", 0, len(format(citation))))


@st.composite
def day(draw: st.DrawFn) -> str:
    return draw(st.dates(date(1946, 1, 1), date(2099, 12, 31))).isoformat()


@st.composite
def any_date(draw: st.DrawFn) -> str:
    first = draw(day())
    shape = draw(st.sampled_from(["day", "month", "yearless", "range", "days"]))
    if shape == "month":
        return first[:7]
    if shape == "yearless":
        return f"-{first[4:]}"
    if shape == "day":
        return first
    second = draw(day().filter(lambda other: other > first if shape == "range" else other[:4] == first[:4]))
    return f"{first}{'/' if shape == 'range' else ','}{second}"


@st.composite
def numbered(draw: st.DrawFn) -> tuple[str, str | None]:
    """A number and its session."""
    base, style = (
        draw(st.integers(1, 9999)),
        draw(st.sampled_from(["session", "year", "roman", "conference", "special"])),
    )
    if style == "year":
        return f"{base} ({draw(st.integers(1946, 2099))})", None
    if style == "roman":
        session = draw(ROMAN)
        return f"{base}{draw(LETTERS)} ({session})", session
    if style == "special":
        session = "S-" + draw(st.integers(1, 30).map(roman))
        return f"{base} ({session})", session
    if style == "conference":
        session = str(draw(st.integers(1, 99)))
        return f"{draw(st.integers(1, 99))}/COP.{session}", session
    session = draw(SESSIONS)
    return f"{session}/{base}{draw(LETTERS)}", session


@st.composite
def act(draw: st.DrawFn) -> Citation:
    number, session = draw(numbered())
    organ = draw(
        st.sampled_from(
            [
                None,
                *(organ.code for organ in organs.organs(LEXICON) if organ.cited),
                "Commission",
                "Executive Board",
                "Conference of the Parties to the Treaty on Lakes",
            ]
        )
    )
    title = draw(st.none() | st.lists(WORDS, min_size=1, max_size=6).map(" ".join))
    if organ in ("CP", "CMP", "CMA", "AU-PSC"):
        organ = None
    own = draw(st.booleans())
    date_ = draw(st.none() | day())
    kind = draw(st.sampled_from(["resolution", "decision"]))
    return Citation(Span("", 0, 0), kind, organ, None, session, number, date_, title, own)


SPAN = Span("", 0, 0)
SYMBOLS = st.sampled_from(
    [
        "A/73/85",
        "A/C.3/78/L.41/Rev.1",
        "S/2015/562",
        "E/CN.7/2020/L.2",
        "A/67/828-S/2013/210",
        "E/2009/28/Add.1",
        "A/80/6 (Plan outline)",
    ]
)


@st.composite
def provision(draw: st.DrawFn) -> Citation:
    kind = draw(st.sampled_from(["paragraph", "subparagraph", "article", "section", "annex", "chapter", "rule"]))
    figure = draw(st.integers(1, 400))
    if kind in ("section", "annex", "chapter"):
        number = roman(figure % 30 + 1)
    else:
        number = draw(
            st.sampled_from(
                [
                    f"{figure}",
                    f"{figure} (b)",
                    f"{figure} (a) (ii)",
                    f"{figure} to {figure + 3}",
                    f"{figure} (a) to (d)",
                ]
            )
        )
    return Citation(SPAN, kind, number=number, of=draw(st.sampled_from(["", "above", "below", "this", "other"])))


@st.composite
def occasion(draw: st.DrawFn) -> Citation:
    title = draw(st.sampled_from([None, "regular", "resumed", "plenary", "resumed organizational"]))
    organ = draw(st.sampled_from([None, "GA", "CND", "SC", "HRC", "Commission"]))
    own = draw(st.booleans())
    if draw(st.booleans()):
        return Citation(SPAN, "meeting", organ, number=str(draw(st.integers(1, 9999))), title=title, own=own)
    session = draw(st.one_of(SESSIONS, st.integers(1946, 2099).map(str)))
    return Citation(SPAN, "session", organ, session=session, title=title, own=own)


@st.composite
def source(draw: st.DrawFn) -> Citation:
    number = draw(st.integers(1, 90000))
    kind = draw(st.sampled_from(["treaty series", "sales number", "official records", "agenda item", "ibid", "date"]))
    if kind == "treaty series":
        volume = draw(st.sampled_from([f"{number % 3000}", "12, 13 and 19", "XCIV (1929)"]))
        return Citation(
            SPAN,
            kind,
            draw(st.sampled_from([None, "League of Nations"])),
            number=draw(st.sampled_from([None, f"{number}", f"{number}-{number + 3}"])),
            volume=volume,
        )
    if kind == "sales number":
        return Citation(SPAN, kind, number=f"E.{number % 90 + 10}.XI.{number % 40 + 1}")
    if kind == "official records":
        organ = draw(st.sampled_from(["GA", "ECOSOC", "HRC", None]))
        session = draw(st.one_of(SESSIONS, st.integers(1978, 2099).map(str)))
        return Citation(
            SPAN,
            kind,
            organ,
            draw(st.none() | st.just("A/78/53")),
            session,
            draw(st.sampled_from(["8", "53A", "9 and 9A"])),
        )
    if kind == "agenda item":
        return Citation(
            SPAN, kind, number=draw(st.sampled_from([f"{number % 180 + 1}", f"{number % 180 + 1} (b)", "5 to 7"]))
        )
    return Citation(SPAN, "date", date=draw(any_date())) if kind == "date" else Citation(SPAN, "ibid")


@given(act())
def test_acts(citation: Citation) -> None:
    expected = whole(citation)
    assert parse(format(expected)) == expected


@given(provision())
def test_provisions(citation: Citation) -> None:
    expected = whole(citation)
    assert parse(format(expected)) == expected


@given(occasion())
def test_sessions_and_meetings(citation: Citation) -> None:
    expected = whole(citation)
    assert parse(format(expected)) == expected


@given(source())
def test_sources(citation: Citation) -> None:
    expected = whole(citation)
    assert parse(format(expected)) == expected


@given(SYMBOLS)
def test_symbols(symbol: str) -> None:
    citation = parse(symbol)
    assert parse(format(citation)) == citation


PIECES = st.sampled_from(
    [
        "resolution", "resolutions", "its", "decision", "General Assembly", "the Council", "70/1", "217 A (III)", "1325 (2000)", "of",
        "25 September 2015", ",", "and", "to", "A/73/85", "and Add.1", "paragraph", "paragraphs", "5", "(a)", "above", "sixty-third",
        "session", "special", "Ibid.,", "vol. 5, No. 7", "Supplement No. 8", "(E/2009/28)", "entitled “Lakes”", "\ufffc", "S-30/1", ".",
        "1/CP.21", "UNSCR", "Official Records of the", "agenda items", "annex", "II", "May", "2020", "–", "its", "(", ")", "of the",
    ]
)  # fmt: skip


@given(st.lists(PIECES, max_size=40), st.sampled_from([" ", "", ", "]))
@settings(max_examples=300)
def test_any_row_of_pieces_gives_sorted_spans_that_do_not_overlap(pieces: list[str], joint: str) -> None:
    text = joint.join(pieces)
    found = find(text, block="b")
    assert list(found) == sorted(found, key=lambda c: (c.span.start, -c.span.end))
    ends: dict[str, int] = {}
    for citation in found:
        assert 0 <= citation.span.start < citation.span.end <= len(text)
        assert citation.span.block == "b"
        assert ends.get(citation.kind, 0) <= citation.span.start
        ends[citation.kind] = citation.span.end
        assert not text[citation.span.start].isspace()
        again = parse(format(citation))
        assert replace(again, span=citation.span) == citation


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    find(text)
