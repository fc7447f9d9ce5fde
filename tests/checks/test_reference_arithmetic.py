"""References and times that contradict one another: cases beside the examples of the cards."""

from tests.checks.drafts import draft, excerpts, replacements
from tests.support.rows import each

HEAD = '+++\nsymbol = "A/C.2/79/L.9"\ndate = "9 November 2024"\n+++\n\n'


def with_paragraph(text: str) -> str:
    return HEAD + draft("*Recalling* the wooden bridges,", f"1. {text}", "2. *Decides* to return to the matter.")


@each(
    ("rule", "text", "found"),
    [
        ("REF020", "*Recalls* Chapter XX of the Charter of the United Nations;", ["XX"]),
        ("REF020", "*Recalls* Chapter VI of the Charter of the United Nations;", []),
        ("REF020", "*Recalls* articles 40 to 60 of the Convention on the Rights of the Child;", ["60"]),
        ("REF020", "*Recalls* article 60 of the Convention on the Rights of the Child and Its Toys;", []),
        ("REF021", "*Recalls* its resolutions 70/301 and 70/301;", ["70/301"]),
        ("REF021", "*Recalls* its resolution 70/301, and the answer to resolution 70/301;", []),
        ("REF024", "*Takes note* of the report in A /79/12;", ["A /79/12"]),
        ("REF026", "*Recalls* its resolutions 70/301;", ["resolutions"]),
        ("REF026", "*Recalls* its resolutions 70/301 A and B;", []),
        ("REF027", "*Recalls* its resolutions 70/301, entitled “Oak”, and 70/302, entitled “Pine”;", []),
        ("NUM026", "*Notes* the fairs of Rome and Oslo in 2011 and 2013, respectively;", []),
        (
            "NUM026",
            "*Notes* gifts of Rome and Oslo of 4, 5 and 6 million, respectively;",
            ["Rome and Oslo of 4, 5 and 6 million, respectively"],
        ),
        ("NUM027", "*Decides* to hire nine carpenters, namely four from Peru and six from Fiji;", ["nine"]),
        ("NUM027", "*Decides* to hire 9 carpenters, consisting of 4 masters and pupils;", []),
        ("ABB002", "*Thanks* the CSOs and the two CSOs of Peru;", ["CSOs"]),
        ("NUM028", "*Requests* carpenters to come for Six (5) days;", ["Six (5)"]),
        ("OPR034", "*Recalls* the debate held at its seventieth session;", []),
        ("OPR034", "*Recalls* the debate to be held at its eightieth session;", []),
        ("OPR034", "*Recalls* what was decided at its eightieth session;", ["its eightieth session"]),
        ("OPR030", "*Decides* to consider bridges at its seventy-seventh session;", ["its seventy-seventh session"]),
        ("OPR030", "*Decides* to consider bridges at its seventy-ninth session;", []),
        (
            "OPR030",
            "*Decides* to include in the provisional agenda of its seventy-seventh session an item on bridges;",
            ["its seventy-seventh session"],
        ),
        ("OPR030", "*Decides* to include bridges in the provisional agenda of its eightieth session;", []),
        ("OPR030", "*Recalls* that it decided to include bridges in the agenda of its seventy-seventh session;", []),
        ("OPR030", "*Recalls* its decision to include bridges in the agenda of its seventy-seventh session;", []),
        ("OPR030", "*Requests* the Commission to consider bridges at its tenth session;", []),
        ("OPR030", "*Requests* the Secretary-General to report on what it decided at its seventieth session;", []),
        (
            "OPR030",
            "*Decides* that the carpenters shall end before its seventy-seventh session;",
            ["its seventy-seventh session"],
        ),
        ("OPR030", "*Decides* that the carpenters shall end before its eightieth session;", []),
        ("OPR037", "*Notes* that 5 bridges fell, compared with 7 in 2062;", ["2062"]),
        ("OPR037", "*Notes* that few bridges have fallen since 2062;", ["2062"]),
        ("OPR037", "*Notes* that few bridges have fallen since 2012;", []),
        ("OPR038", "*Decides* to convene, in April 2019, a meeting of carpenters;", ["April 2019"]),
        ("OPR038", "*Decides* to proclaim a day of bridges, to be observed each year beginning in 2019;", ["2019"]),
        ("OPR038", "*Decides* to hold those to account who burnt the bridges of the valley in April 2019;", []),
        (
            "OPR053",
            "*Invites* the Economic and Social Council at its eightieth session to act;",
            ["Economic and Social Council at its eightieth"],
        ),
        ("OPR053", "*Invites* the General Assembly at its 2029 session to act;", ["2029"]),
        ("OPR053", "*Invites* the Economic and Social Council at its 2029 session to act;", []),
        ("REF038", "*Recalls* its resolution 1325 (2000);", ["its resolution 1325 (2000)"]),
        ("REF038", "*Recalls* its resolution 70/301;", []),
        ("REF039", "*Recalls* the Regional Workshop on Bridges, and thanks the Regional Seminar;", ["Seminar"]),
        (
            "REF039",
            "*Recalls* the Regional Workshop on Bridges, and thanks the Regional Workshop and the Local Seminar;",
            [],
        ),
        ("REF040", "*Recalls* the World Conference on Human Rights, held in Viena from 14 to 25 June 1993;", ["Viena"]),
        (
            "REF040",
            "*Recalls* the World Conference on Human Rights, held in Vienna from 14 to 25 July 1993;",
            ["14 to 25 July 1993"],
        ),
        ("REF040", "*Recalls* the World Conference on Human Rights, held in Oslo from 1 to 2 May 2003;", []),
        ("REF041", "*Recalls* the fair held in Kuala Lumpour in May;", ["Kuala Lumpour"]),
        ("REF041", "*Recalls* the fairs held in Cancun and Kuala Lumpur in May;", []),
        ("REF041", "*Recalls* the fair held in Limo, and those that were held in Limo;", []),
        ("REF039", "*Recalls* the Workshop on Bridges and the Seminar on Bridges;", ["Seminar"]),
        ("OPR031", "*Decides* to consider bridges at its eightieth session, in 2025;", []),
        (
            "OPR031",
            "*Decides* to consider bridges at its eightieth session, in 2027;",
            ["its eightieth session, in 2027"],
        ),
        ("OPR032", "*Urges* carpenters to finish no later than 1 May 2019;", ["1 May 2019"]),
        ("OPR032", "*Notes* that carpenters are to finish by 1 May 2019;", []),
        ("OPR033", "*Recalls* the fair held on 3 May 2030;", ["3 May 2030"]),
        ("OPR033", "*Recalls* the fair that will be held on 3 May 2030;", []),
    ],
)
def test_what_contradicts_something_else(rule: str, text: str, found: list[str]) -> None:
    assert excerpts(rule, with_paragraph(text)) == found


def test_nothing_is_due_before_a_draft_whose_date_nobody_knows() -> None:
    text = with_paragraph(
        "*Urges* carpenters to finish by 1 May 2019, after the fair held on 3 May 2030;"
    ).removeprefix(HEAD)
    assert not excerpts("OPR032", text)
    assert not excerpts("OPR033", text)


@each(
    ("text", "instead"),
    [
        ("*Recalls* Paras. 1 to 3;", ["paragraphs "]),
        ("*Recalls* §§ 1 and 2;", ["paragraphs "]),
        ("*Recalls* rule 7(b) and form 7(b);", [" "]),
        ("*Recalls* the rules (art. 5);", []),
    ],
)
def test_short_forms_of_provisions(text: str, instead: list[str]) -> None:
    assert replacements("REF023", with_paragraph(text)) == instead
