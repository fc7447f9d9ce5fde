"""Constructions that are right and resemble a fault, each beside one of the same sort that is none of them."""

from tests.checks.drafts import draft, excerpts
from tests.support.rows import each

LAST = "2. *Decides* to return to the matter."


@each(
    ("rule", "words", "found"),
    [
        (
            "SPL009",
            "the Convention against Drought and/or Desertification, and money-laundering/counter-fraud units",
            [],
        ),
        ("CAP013", "the Permanent Mission of the state where the mill stands", []),
        ("CAP017", "the council, and encourages governments at all levels to mend mills", []),
        ("CAP017", "the council, and encourages governments to mend mills", ["encourages governments"]),
        ("GEN001", "the efforts of the Chairman of the League of Millers", []),
        ("GEN001", "the efforts of the Chairman of the Committee", ["Chairman"]),
        ("GEN001", "the Nordic Association of Ombudsmen and three ombudsmen", ["ombudsmen"]),
        ("GEN007", "women who carry heavy loads of wood, and loads of mills", ["loads of"]),
        ("NUM040", "the replies of 12 May 2026, of which 17 told of mills, 15 of none and 9 of a search", []),
        (
            "NUM040",
            "the 26 replies, of which 17 told of mills, 15 of none",
            ["26 replies, of which 17 told of mills, 15 of none"],
        ),
        ("NUM044", "that prices fell from $48 in 2015 to $36 in 2025, a decrease of one quarter", []),
        (
            "NUM044",
            "that prices fell from $48 in 2015 to $36 in 2025, a decrease of 20 dollars",
            ["$48 in 2015 to $36 in 2025, a decrease of 20"],
        ),
        ("REF005", "the item entitled “Follow-up to the session entitled ‘Mills 2000: bread and peace’”", []),
        ("REF005", "the item entitled ‘Mills 2000: bread and peace’", ["entitled ‘"]),
        ("NUM018", "in 2025 the thirtieth anniversary of the Programme for Mills to the Year 2000", []),
        ("NUM018", "in 2025 the thirtieth anniversary of the Programme for Mills of 2000", ["thirtieth anniversary"]),
        ("OPR020", "the report “The Rye Declaration [Secale] – Bread for All” and [bread]", ["[bread]"]),
        ("OPR020", "the decision [Assembly/MU/Dec.12 (XXVII)] of the league", []),
        ("PRC007", "the arrangements for seals to be verified, where appropriate, by millers", []),
        ("PRC007", "the weight of the stones (to be verified)", ["to be verified"]),
        ("REF014", "the National Commission of Human Rights Studies and Annex V of the Convention on Wetlands", []),
        ("REF029", "the arrangements concluded pursuant to Article 14 of this Agreement", []),
        ("REF033", "the First to Fourth Geneva Conventions", []),
        ("REF035", "the conference, in particular its resolution 16.1 on mills", []),
        ("SPL017", "that grinding this flour calls for a new mill", []),
        ("SPL017", "the 12 child, early and forced marriages in the valley", []),
        ("SPL018", "that some persons accused of theft have managed to leave", []),
        ("SPL018", "measures to address hate speech that do not cost much", []),
        ("SPL018", "that millers who has no water wait", ["has"]),
        ("SPL018", "the jurisdiction in such cases who is entitled to sue", []),
        ("SPL031", "the potential of mills, the lost of the valley and the advice of millers", ["lost"]),
        ("SPL033", "those who know how to mill, and mills that break through dykes", []),
        ("SPL044", "more young millers than before, and stones that are more stable", []),
        ("SPL044", "a more young miller than before", ["more young"]),
        ("SPL050", "the mill as run by miller and widow families, and served by a miller", []),
        ("SPL051", "the millers mill, and the legals rules of mills", ["legals"]),
        ("SPL019", "that courts may hand them over for trial, and print them for free from in extenso copies", []),
        ("SPL020", "the commitments of World Trade Organization (WTO) developed country members", []),
        ("SPL025", "the plan to take over all the mills", []),
        ("SPL026", "the risk of more unrest should gains be shared unequally", []),
        ("SPL028", "the mandate of a mission who have been arrested there", []),
        ("SPL030", "the plan to publish the responses on the website", []),
        ("SPL034", "a meeting with Prime Minister Kazakstan and the mills of Kazakstan", ["Kazakstan"]),
        ("SPL041", "that it is of the utmost importance to continue the work", []),
        ("SPL041", "the importance to continue the work", ["to continue"]),
        ("SPL042", "the decision to invite to the mill representatives of the millers", []),
        ("GRM006", "that the report showed progress and proved useful", []),
        ("GRM006", "that the millers payed", ["payed"]),
        ("REF014", "the Executive Committee for Economic and Social Affairs of the mill", ["Committee for Economic"]),
        ("SPL017", "the year two thousand, and millers who are either smiths in the valley or bakers", []),
        ("SPL017", "the requests from both resolution 663 C (XXIV) and decision 7", []),
        ("SPL018", "that Council of Europe programmes include mills", []),
        (
            "SPL022",
            "the standards recognized in principal milling systems, and the report on the framework of action",
            [],
        ),
        (
            "SPL027",
            "actions that the millers may consider to improve the flour, and what they may decide regarding it",
            [],
        ),
        ("SPL027", "that the millers may consider to improve the flour", ["to improve"]),
        ("SPL030", "issues of mutual interest at the nexus of mills, and millers leading on this work", []),
        ("SPL030", "the dangers to which millers are exposed on mountain roads, and coordinates of mills", []),
        ("SPL030", "the plan to transfer millers from mills that are closing to other mills", []),
        ("SPL030", "that a mill is of little use to a miller", []),
        ("SPL030", "that millers are exposed on the roads", ["on"]),
        ("CAP025", "the Convention on Mills, the Convention on Flour and what mills that know the Conventions do", []),
        (
            "GRM008",
            "of what to do when a mill burns, and that older persons of 65 years or over who live alone mill",
            [],
        ),
        ("GRM011", "the mills, half of whom are millers", []),
        ("GRM014", "that flour causes illnesses after the season, when the worker can no longer claim flour", []),
        ("SPL031", "that millers shall not supply, sell or transfer flour", []),
        ("SPL031", "the mills that are repaired in the summer, and the contest of millers", []),
        ("SPL031", "the fight against immunity for crimes", ["immunity"]),
        ("SPL017", "mills that turn four time a year, every two week and in two year plans", ["time", "week"]),
        ("SPL045", "how many water a mill takes, and many water mills", ["many"]),
        (
            "SPL052",
            "the need to repair and, where necessary to close mills, and, if possible, to open",
            ["necessary to"],
        ),
        ("SPL012", "that 12 Junior millers, 5 Parties, and 30 May 2020 are known", []),
        ("SPL012", "the plan of 30 Septembre 2020", ["Septembre"]),
        ("SPL033", "the un usable mill", ["un usable"]),
        ("TYP013", "more and more and better mills, and flour for mills at least at least", ["at least at least"]),
        ("SPL019", "flour from within mills, and mills without of flour", ["without of"]),
        ("SPL052", "the need to mill, five days a week, and to designate, by 30 June 2027 a miller", ["June 2027 a"]),
        ("SPL031", "the work of finding the missing, and the means to attribute the activity to a miller", []),
        ("SPL032", "in the year of their fiftieth anniversary the possible final conclusions", []),
        ("SPL032", "in the year of 2020 the mills", ["in the year of"]),
        ("SPL042", "the plan to invite to the commission representatives of the millers", []),
        ("SPL045", "the advent of many information and communications technologies services", []),
        ("SPL045", "the use of many information", ["many"]),
        ("GRM021", "that millers come as close as possible to achieving peace, and are able to mill", []),
        ("GRM021", "that it is possible to repairing mills", ["repairing"]),
        ("GRM021", "the choice between two or more mills, or between flour or bread", ["or"]),
        ("GRM021", "that the millers will best respond, and that the bread will available", ["available"]),
        ("GRM021", "the visit on at least one day, the rules agreed upon for mills, and rights of to a mill", []),
        (
            "GRM021",
            "the mine action national plans and official assistance development for mills",
            ["assistance development"],
        ),
        ("GRM021", "most of them, most of the mills and most of developing countries", ["most of"]),
        ("GRM021", "that they ask whether the mills do turn, and how well would their mills turn", ["would their"]),
        ("GRM021", "none of the mills does not turn, and nothing in the rules does not bind", ["does not"]),
        (
            "GRM021",
            "a panel consisting of two millers, all that they can to mend mills, and mills engaging millers",
            [],
        ),
        ("GRM021", "a panel consisting two millers, and that mills shall be use on lakes", ["consisting two", "use"]),
        ("GRM021", "that the miller asks he to mill, and millers must to repair mills", ["he", "to repair"]),
        ("GRM020", "that millers bring to the justice those who break mills", ["the"]),
        ("GRM011", "the use on mills, and mills on lakes", ["on"]),
        ("GRM014", "that the Committee shall adapt its rules of procedure", ["adapt"]),
        ("GRM014", "that millers shall adapt mills to floods", []),
        ("GRM014", "that millers are to teach the reading of sundials", []),
        ("SPL030", "the proper charging of carts, and what has become of the lease", []),
        ("SPL030", "the plan to require of their millers that they be quiet", []),
        ("SPL030", "the plan to require of urgent action", ["of"]),
        ("SPL026", "that letters linked to addresses can be lost, and the wish to addresses the loss", ["addresses"]),
        ("SPL019", "millers brought in from elsewhere, and flour in from elsewhere", ["in from"]),
        ("GRM011", "that flour is dearer by 7 million dollars, or 3.1 per cent, than that for the mills", []),
        ("GRM001", "that one in 20 lamps is repaired, and that the right of street millers has been upheld", []),
        ("GRM001", "that the lamps of street millers was repaired last year", ["was"]),
        ("GRM011", "that a term passes at a temperature of between two and eight degrees for women or men", []),
        ("GRM011", "that refugees or internally displaced persons sail to Africa or Asia", []),
        ("GRM012", "also that a period of between three and five years passes", []),
        ("GRM013", "that they grant the Organization the right to mill, and allow their children a degree of ease", []),
        ("SPL030", "the plan to comply of the rules, and to require of the rules", ["of", "of"]),
        ("SPL026", "the wish to addresses the loss of flour", ["addresses"]),
        ("GRM014", "that shops publish them free of charge, and that the skill is valuable in itself", []),
        (
            "GRM002",
            "that the access to spoken information is small, and notes related to spoken information are many",
            [],
        ),
        ("GRM002", "that the plan is to spoken information to millers in the valley", ["spoken"]),
        (
            "GRM002",
            "that lenders rely on secured transactions, and libraries lend out published material in braille",
            [],
        ),
        ("GRM008", "that the peoples in whose name it is signed mill", []),
        ("SPL030", "that millers travel away with their carts", []),
        ("SPL030", "the prejudice of racial superiority, and the need to be free of the prejudice of the old", []),
        ("GRM013", "that lamps should in no circumstances have as a consequence the closing of mills", []),
        ("SPL031", "that one in 20 lamps is repaired, and that the fee is $48 per ton in most ports", []),
        ("SPL017", "that every mill and bakery, and each springs and mill", ["springs"]),
    ],
)
def test_preambular_words(rule: str, words: str, found: list[str]) -> None:
    source = draft(f"*Noting* {words},", "1. *Encourages* Member States to keep mills;", LAST)
    assert excerpts(rule, source) == found


def test_headings_of_articles_in_an_annex_have_capitals() -> None:
    annex = "\n\n".join(
        ("## Annex", "Article 11 Situations of drought", "Article 12 Purpose", "Department of Peacekeeping Operations")
    )
    source = draft("*Noting* mills,", "1. *Adopts* the rules in the annex to the present resolution;", LAST, annex)
    assert not excerpts("CAP014", source)


def test_an_annex_has_its_own_capitals_before_numbers() -> None:
    lines = ("## Annex", "The mills are named in Annex II.", "The dams are named in Annex II.", "See also Annex III.")
    source = draft(
        "*Noting* mills, as in Annex II,", "1. *Adopts* the rules in the annex to the present resolution;", LAST, *lines
    )
    assert excerpts("CAP006", source) == ["Annex"]


def test_tables_part_thousands_by_blanks() -> None:
    table = "\n".join(
        ("| Mill | Sacks |", "|---|---|", "| Upper | 18 400 |", "| Lower | 1 250 300 |", "| Old | 18400 |")
    )
    source = draft("*Noting* mills that hold 18 400 sacks,", "1. *Adopts* the table below;", LAST, table)
    assert excerpts("NUM002", source) == ["18 400", "18400"]


def test_a_protocol_stands_in_a_later_volume_under_the_number_of_its_treaty() -> None:
    notes = "\n".join(
        f"[^{number}]: United Nations, *Treaty Series*, vol. {volume}, No. 27531."
        for number, volume in enumerate((1577, 2171, 1571, 577), 1)
    )
    source = draft("*Recalling* mills,[^1] bread,[^2] salt[^3] and rye,[^4]", "1. *Encourages* mills;", LAST, notes)
    assert excerpts("FTN029", source) == ["1571", "577"]
