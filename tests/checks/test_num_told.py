"""Amounts that follow from one another, in the wordings in which drafts tell them: which are told to be wrong, and which are let pass."""

from tests.checks.drafts import draft
from tests.support.rows import each
from tests.support.verbs import Linter

HEAD = '+++\nsymbol = "A/C.2/81/L.9"\ndate = "9 November 2026"\n+++\n\n'
RULES = ("NUM015", "NUM019", "NUM027", "NUM037", "NUM040", "NUM041", "NUM044", "NUM046", "NUM052", "NUM053")

WRONG = (
    "Noting that the survey covered 2,200 fishers, of whom 1,200 were women and 900 men,",
    "Noting that 2,200 fishers, 1,200 women and 900 men, took part in the survey,",
    "Noting that 2,200 fishers took part in the survey, of whom 1,200 women and 900 men,",
    "Noting that the programme trained 2,200 persons (1,200 women and 900 men),",
    "Noting that 48 States, 20 from Africa, 15 from Asia and 12 from Latin America, have ratified it,",
    "Noting that 48 States have ratified it: 20 in Africa, 15 in Asia and 12 in Latin America,",
    "Noting that the Board consists of 24 members, namely, 8 from Africa, 7 from Asia, 5 from Europe and 3 from the Americas,",
    "Noting that 20 African, 15 Asian and 12 European States, 48 in all, have replied,",
    "Noting that 20 States in Africa and 15 in Asia, together 36, have replied,",
    "Noting that 20 States in Africa and 15 in Asia, totalling 36, have replied,",
    "Noting that 20 States in Africa, 15 in Asia and 12 in Europe, 48 altogether, have replied,",
    "Noting that of the 60 States that replied 36 had a law, 14 were drafting one and the remaining 12 had none,",
    "Noting that of the 60 States that replied 36 had a law and 20 had none,",
    "Noting that, of the 60 States that replied, 36 have a law, 14 are drafting one and 12 have none,",
    "Noting that half of the 60 States, 32 States, have a law,",
    "Noting that 32 States, half of the 60 that replied, have a law,",
    "Noting that 15 of the 60 States that replied, one third, have a law,",
    "Noting that one in five of the 60 States that replied, namely 15, have a law,",
    "Noting that two in five of the 500 wells, or 220, are dry,",
    "Noting that three quarters of the 400 schools, 280 in number, have no water,",
    "Noting that the number of wells rose by 40 per cent, from 120 in 2020 to 150 in 2025,",
    "Noting that the number of wells rose from 120 in 2020 to 150 in 2025, that is, by 40 per cent,",
    "Noting that the number of wells rose from 120 in 2020 to 150 in 2025, or 40 per cent,",
    "Noting that the contribution of $3.6 million was shared among three countries, $1.1 million each,",
    "Noting that each of the 12 regions will receive 40 pumps, in all 500 pumps,",
    "Noting that 12 regions will receive 40 pumps each, a total of 500 pumps,",
    "Noting that 500 pumps will be delivered to 12 regions, 40 to each region,",
    "Noting that an amount of $500,000 a year for three years, that is, $1.4 million, is needed,",
    "Noting that $500,000 per year will be needed for three years, or $1.4 million in total,",
    "Noting that the cost is $1.4 million over three years, or $500,000 per year,",
    "Noting that 30 per cent of the 500 wells, or 120 wells, are dry,",
    "Noting that 120 of the 500 wells (30 per cent) are dry,",
    "Noting that 120 wells, or 30 per cent of the 500 wells, are dry,",
    "Noting that 120 wells out of 500, or 30 per cent, are dry,",
    "Noting that women hold 120 of the 500 posts, that is, 30 per cent,",
    "Noting that women hold 30 per cent of the posts and men the remaining 60 per cent,",
    "Noting that there are 12 schools, 5 in the north, 4 in the east and 2 in the south,",
    "Noting that the average catch fell from 48 kilograms to 36 kilograms, a decline of one third,",
    "Noting that 18 of the 24 members have been elected and that seats for 8 members remain vacant,",
    "Noting that 18 of the 24 posts are filled and 8 are vacant,",
    "Noting that 24 posts are provided, of which 18 are filled and 8 vacant,",
    "Noting that the budget amounts to $12.4 million, comprising $8.2 million for staff, $3.1 million for travel and $1.3 million for equipment,",
    "Noting that the budget of $12.4 million is made up of $8.2 million for staff, $3.1 million for travel and $1.3 million for equipment,",
    "Noting that the sums of $8.2 million for staff and $3.1 million for travel, amounting to $12.3 million, are available,",
    "Noting that 2,400 vessels were inspected in 2025, 300 more than in 2024, when 2,000 had been inspected,",
    "Noting that 2,400 vessels were inspected in 2025, compared with 2,000 in 2024, 300 more,",
    "Noting that the fleet of 2,400 vessels includes 1,500 trawlers and 1,100 longliners,",
    "Noting that children between 15 and 6 years of age are affected,",
    "Noting that persons aged 35 to 18 are affected,",
    "Noting that the meeting, held from 4 to 8 May 2026, lasted four days,",
    "Deciding that the forum shall be held once every two years, in 2027, 2028 and 2029,",
    "Deciding that the forum shall be held every three years, in 2027, 2029 and 2031,",
    "Noting that its five sessions, from the tenth to the thirteenth, were devoted to the matter,",
    "Noting that the number of accidents decreased from 120 to 150 in 2025,",
    "Noting that the number rose to 120 in 2025 from 150 in 2024,",
    "Noting that the share of women grew from 24 per cent in 2020 to 18 per cent in 2025,",
    "Noting that fewer than half of the States, 36 of 60, have a law,",
    "Noting that a majority of the States, 28 of 60, have a law,",
    "Noting that more than two thirds of the 60 States, namely 35, have a law,",
    "Noting that only 9 of the 12 centres are working and that the other 4 are closed,",
    "Noting that the six regional offices, in Accra, Bangkok, Lima, Suva and Vienna, have reported,",
    "Noting that the two workshops held in Accra, Lima and Suva were well attended,",
)

RIGHT = (
    "Noting that the survey covered 2,100 fishers, of whom 1,200 were women and 900 men,",
    "Noting that 2,100 fishers, 1,200 women and 900 men, took part in the survey,",
    "Noting that 48 States, 20 from Africa, 15 from Asia and 13 from Latin America, have ratified it,",
    "Noting that 20 African, 15 Asian and 13 European States, 48 in all, have replied,",
    "Noting that 20 States in Africa and 15 in Asia, together 35, have replied,",
    "Noting that 120 projects in 40 States and 30 centres in 12 States, 160 in all, have been carried out,",
    "Noting that of the 60 States that replied 36 had a law, 12 were drafting one and the remaining 12 had none,",
    "Noting that half of the 60 States, 30 States, have a law,",
    "Noting that 30 States, half of the 60 that replied, have a law,",
    "Noting that 20 of the 60 States that replied, one third, have a law,",
    "Noting that one in five of the 60 States that replied, namely 12, have a law,",
    "Noting that two in five of the 500 wells, or 200, are dry,",
    "Noting that three quarters of the 400 schools, 300 in number, have no water,",
    "Noting that the number of wells rose from 120 in 2020 to 150 in 2025, that is, by 25 per cent,",
    "Noting that the contribution of $3.6 million was shared among three countries, $1.2 million each,",
    "Noting that each of the 12 regions will receive 40 pumps, in all 480 pumps,",
    "Noting that 12 regions will receive 40 pumps each, a total of 480 pumps,",
    "Noting that 480 pumps will be delivered to 12 regions, 40 to each region,",
    "Noting that an amount of $500,000 a year for three years, that is, $1.5 million, is needed,",
    "Noting that the cost is $1.5 million over three years, or $500,000 per year,",
    "Noting that 150 wells out of 500, or 30 per cent, are dry,",
    "Noting that 18 of the 24 posts are filled and 6 are vacant,",
    "Noting that 2,400 vessels were inspected in 2025, 400 more than in 2024, when 2,000 had been inspected,",
    "Noting that the fleet of 2,400 vessels includes 1,300 trawlers and 1,000 longliners,",
    "Noting that the number rose to 150 in 2025 from 120 in 2024,",
    "Noting that fewer than half of the States, 26 of 60, have a law,",
    "Noting that a majority of the States, 38 of 60, have a law,",
    "Noting that more than two thirds of the 60 States, namely 45, have a law,",
    "Noting that 30 members, 10 of them women and 8 under 30 years of age, attended,",
    "Noting that 60 States, 12 organizations and 40 universities took part in 15 workshops,",
    "Noting that 40 States and 30 organizations, 35 of them from Africa, attended the 3 meetings and the 4 workshops,",
    "Noting that the course of 120 hours, 80 in the classroom and 40 in the field, is free of charge,",
    "Noting that the course takes 120 hours over 10 weeks, 12 hours per week,",
    "Noting that 500 of the 600 wells were inspected and 60 were found dry,",
    "Noting that, of the 60 States, 20 have a law, and 15 have no plan to adopt one,",
    "Noting that an additional $2.5 million in 2026 and $3.1 million in 2027 were received, in all from 40 donors,",
)


def told(text: str) -> list[str]:
    opening, _, rest = text.partition(" ")
    source = HEAD + draft(
        f"*{opening}* {rest}", "1. *Decides* to return to the matter;", "2. *Invites* States to take care."
    )
    return [finding.rule for finding in Linter(select=RULES).lint(source.encode(), name="a.md").active]


@each("text", WRONG)
def test_what_cannot_be_is_told(text: str) -> None:
    assert told(text)


@each("text", RIGHT)
def test_what_fits_is_let_pass(text: str) -> None:
    assert not told(text)
