"""What people answer, and what stands in the draft."""

import datetime
import re

import pytest

from resolint.author import BadAnswer
from resolint.author.answers import answer, complete, state_names
from resolint.author.template import Question
from resolint.cards import table
from resolint.pipeline import building as author
from tests.support.rows import each
from tests.support.words import LEXICON


def said(kind: str, value: object, **more: object) -> str:
    return answer(Question("key", "What?", kind, **more), value).text  # type: ignore[arg-type]


@each(
    ("value", "words"),
    [("81", "Eighty-first"), (64, "Sixty-fourth"), ("eighty-first session", "Eighty-first"), ("63rd", "Sixty-third")],
)
def test_sessions_are_written_in_words(value: object, words: str) -> None:
    assert said("session", value) == words


@pytest.mark.parametrize("value", ["12 March 2027", "2027-03-12", datetime.date(2027, 3, 12)])
def test_dates_are_written_with_the_month_in_words(value: object) -> None:
    assert said("date", value) == "12 March 2027"


@each(
    ("language", "text"),
    [
        ("ru", "9 ноября 2026 года"),
        ("zh", "2026年11月9日"),
        ("ar", "9 تشرين الثاني/نوفمبر 2026"),
        ("ru", "9 November 2026"),
    ],
)
def test_a_date_may_be_given_as_the_language_writes_it(language: str, text: str) -> None:
    assert said("date", text, language=language) == "9 November 2026"


def test_states_are_completed_and_ordered() -> None:
    assert said("states", "tonga, Chile and the Philippines") == "Chile, Philippines and Tonga"
    assert said("states", ["Viet Nam", "the Kingdom of the Netherlands"]) == "Netherlands (Kingdom of the) and Viet Nam"
    assert said("states", "Trinidad and Tobago") == "Trinidad and Tobago"
    assert said("states", "UK and EU, Cote d'Ivoire") == (
        "Côte d’Ivoire, United Kingdom of Great Britain and Northern Ireland and European Union"
    )
    assert said("states", "Palestine, Holy See, Lao People's Democratic Republic") == (
        "Lao People’s Democratic Republic, Holy See and State of Palestine"
    )
    assert said("states", "State of Palestine, Chile and the Holy See") == "Chile, Holy See and State of Palestine"
    assert (
        said("states", "Fiji (on behalf of the Group of 77 and China)")
        == "Fiji, on behalf of the Group of 77 and China"
    )
    assert said("states", "Peru, Egypt (on behalf of the African Group) and Chile") == (
        "Chile, Egypt (on behalf of the African Group) and Peru"
    )
    assert said("states", "Guinea Bissau, Congo-Kinshasa") == "Democratic Republic of the Congo and Guinea-Bissau"
    assert said("states", "Serbia and Montenegro") == "Montenegro and Serbia"
    assert said("states", "Mali and Trinidad and Tobago and Fiji") == "Fiji, Mali and Trinidad and Tobago"


@each(
    ("kind", "value", "words"),
    [
        ("states", "Korea", "may mean Republic of Korea or Democratic People’s Republic of Korea"),
        ("states", "XK", "there is no Member State"),
        ("states", "Gana", "did you mean Ghana?"),
        ("states", "Mal", "did you mean Malawi, Malaysia, Maldives, Mali or Malta?"),
        ("states", "Mars", "there is no Member State “Mars”; did you mean Marshall Islands?"),
        ("states", "Taiwan", "there is no Member State"),
        ("states", "Yugoslavia", "may mean Bosnia and Herzegovina, Croatia"),
        ("states", "on behalf of the African Group: Egypt", "say who submits the draft, then for whom"),
        ("states", "France and Egypt, on behalf of the African Group", "Egypt (on behalf of the African Group)"),
        ("states", ["Chile", "chile"], "Chile stands there twice"),
        ("title", "Night schools.", "no full stop ends a title; write “Night schools”"),
        ("session", "later", "“later” is no session"),
        ("session", "0", "is no session"),
        ("date", "31 February 2027", "is no date"),
        ("date", "03/04/2027", "is no date"),
        ("symbol", "L.7", "is no symbol"),
        ("operative", ["Encurages all"], "did you mean Encourages?"),
        ("operative", ["Decides"], "write the whole paragraph"),
        ("preambular", ["Hello to all"], "no opening of a preambular paragraph “Hello”"),
        ("text", "two\nlines", "an answer stands on one line"),
        ("text", "bell\x07", "the character U+0007 cannot stand"),
        ("text", "half \ud800 pair", "the character U+D800 cannot stand"),
        ("text", {"a": 1}, "a text is needed"),
        ("text", True, "a text is needed"),
        ("text", "x" * 30_000, "longer than"),
    ],
)
def test_what_cannot_be_used_is_told_in_one_sentence(kind: str, value: object, words: str) -> None:
    with pytest.raises(BadAnswer if "character" not in words else Exception) as caught:
        said(kind, value)
    text = str(caught.value)
    assert text.startswith("key") and words in text and "\n" not in text


def test_the_beginning_of_a_word_is_enough() -> None:
    question = Question("operative", "What?", "operative")
    assert answer(question, ["encou Member States to dig;", "Takes note of the report"]).items == (
        ("Encourages", " Member States to dig"),
        ("Takes note", " of the report"),
    )
    assert complete("sec", ["Second Committee", "Third Committee"]) == ["Second Committee"]


def test_quotation_marks_become_curved() -> None:
    assert said("text", "the \"Mandela\" rules, and 'others' of the Council's") == (
        "the “Mandela” rules, and ‘others’ of the Council’s"
    )


def test_markup_in_an_answer_is_no_markup() -> None:
    template = author.read_template("mun")
    answers = {
        "committee": "1. *x* _y_ [^1] <!-- {++a++}", "topic": "# {{organ}}", "sponsors": "Chile",
        "preambular": "Noting *that*", "operative": "Decides {--so--}",
    }  # fmt: skip
    from resolint.pipeline.drafts import read_source

    document = read_source(author.new_draft(template, answers), "x.md")
    texts = [block.text for block in document.blocks]
    assert "Committee: 1. *x* _y_ [^1] <!-- {++a++}" in texts
    assert "Topic: # {{organ}}" in texts
    assert "Noting *that*," in texts and "Decides {--so--}." in texts


def test_unanswered_options_leave_nothing_behind() -> None:
    template, source = author.example("mun")
    given = {"committee": "C", "topic": "T", "sponsors": "Chile", "preambular": "Noting all", "operative": "Decides so"}
    assert "Signatories" in source and "Signatories" not in author.new_draft(template, given)


@each(
    ("symbol", "right"),
    [
        ("A/C.2/81/L.7", True),
        ("A/C.2/81/L.7/Rev.1", True),
        ("A/C.3/81/L.7", False),
        ("A/C.2/80/L.7", False),
        ("E/2027/L.1", False),
    ],
)
def test_a_symbol_has_to_fit_body_and_session(symbol: str, right: bool) -> None:
    template = author.read_template("ga-committee")
    given = {
        "committee": "2", "session": 81, "agenda_item": "6", "sponsors": "Chile", "title": "Wells", "symbol": symbol,
        "preambular": "Noting all", "operative": "Decides so",
    }  # fmt: skip
    if right:
        assert f'symbol = "{symbol}"' in author.new_draft(template, given)
        return
    with pytest.raises(BadAnswer, match=r"does not fit the other answers: .* it looks like A/C\.2/81/L\.7"):
        author.new_draft(template, given)


def test_no_short_form_is_taken_for_another_state() -> None:
    """Every name, running form and typed form means its own State; nothing of three letters or more is silently another."""
    for row in table("typed-names"):
        meant = row["means"].split("|")
        if len(meant) == 1:
            assert said("states", row["typed"]) == meant[0], row["typed"]
    for row in table("member-states"):
        name = row["official_short_name"]
        assert said("states", [name, ""]) == name
        assert said("states", [name.replace("’", "'"), ""]) == name


def asked(kind: str) -> Question:
    return Question("it", "?", kind)


@each(
    ("kind", "given", "printed"),
    [
        ("agenda", "19(b)", "19 (b)"),
        ("agenda", "Agenda item 19 b", "19 (b)"),
        ("agenda", "item 71 (b) (i)", "71 (b) (i)"),
        ("agenda", "3", "3"),
        ("place", "Vienna, 8-12 March 2027", "Vienna, 8–12 March 2027"),
        ("place", "New York, 31 May – 4 June 2027", "New York, 31 May–4 June 2027"),
        ("days", "18 June-12 July 2027", "18 June–12 July 2027"),
        ("days", "27 July 2026–22 July 2027", "27 July 2026–22 July 2027"),
    ],
)
def test_items_places_and_days_are_printed_as_bodies_do(kind: str, given: str, printed: str) -> None:
    assert answer(asked(kind), given).text == printed


@each(
    ("kind", "given", "said"),
    [
        ("agenda", "lanterns", "is no agenda item"),
        ("place", "Vienna in spring", "write it as Vienna, 8–12 March 2027"),
        ("place", "8–12 March 2027", "write it as Vienna"),
        ("days", "Vienna, 8–12 March 2027", "write it as 8–12 March 2027"),
        ("days", "22 July 2027–27 July 2026", "cannot be read"),
        ("operative", "Requets the Board to meet", "did you mean Requests?"),
        ("operative", "Takes nots of the report", "did you mean Takes note?"),
        ("operative", "Calls uppon States to ring bells", "did you mean Calls upon?"),
        ("operative", "Takes note with apreciation of the report", "did you mean Takes note with appreciation?"),
        ("preambular", "Recaling its resolution 70/1", "did you mean Recalling?"),
        ("preambular", "Bearing in mynd the bells", "did you mean Bearing in mind?"),
        ("states", "England", "there is no Member State “England”; write the name"),
        ("states", "Taiwan", "write the name"),
        ("states", "Icelnd", "did you mean Iceland?"),
    ],
)
def test_what_cannot_be_meant_is_said_with_a_likely_word(kind: str, given: str, said: str) -> None:
    value: object = [given] if kind in ("operative", "preambular") else given
    with pytest.raises(BadAnswer, match=re.escape(said)):
        answer(asked(kind), value)


@pytest.mark.slow
def test_every_name_of_a_state_is_that_state_or_asks() -> None:
    """Nothing that is typed becomes another State in silence: the beginning of each name, and each with a letter left out."""
    for state in state_names():
        plain = state.partition(" (")[0]
        for typed in (
            *(plain[:size] for size in range(3, len(plain))),
            *(plain[:at] + plain[at + 1 :] for at in range(len(plain))),
        ):
            try:
                found = answer(asked("states"), typed).text
            except BadAnswer:
                continue
            begins = typed.casefold().strip()
            assert found == state or begins in {name.casefold() for name in _forms(found)} or _begins(found, begins), (
                typed,
                found,
            )


def _forms(state: str) -> tuple[str, ...]:
    from resolint.author import answers

    return tuple(form for form, means in answers._state_forms(LEXICON).items() if means == (state,))


def _begins(state: str, typed: str) -> bool:
    from resolint.author import answers

    return any(form.startswith(answers._folded(typed)) for form in _forms(state))


def test_numbers_that_the_body_leaves_open_stand_in_the_draft() -> None:
    from resolint.pipeline import building

    _, council = building.example("hrc")
    assert "# 64/… Human rights" in council and 'place = "1–26 March 2027"' in council
    _, conference = building.example("cop")
    assert "# Draft decision -/CP.32" in conference
    chosen = building.read_template("cop")
    given = {
        **building.read_answers(
            b'session = 9\norgan = "Conference of the Parties serving as the meeting of the Parties to the Paris Agreement"\n',
            "a.toml",
        )
    }
    given |= {
        "agenda_item": "8",
        "title": "Shade",
        "preambular": ["Noting the heat"],
        "operative": ["Encourages Parties to plant trees"],
    }
    assert "# Draft decision -/CMA.9" in building.new_draft(chosen, given)
