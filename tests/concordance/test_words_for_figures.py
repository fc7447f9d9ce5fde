"""Figures that stand in words, letters of paragraphs, and openings that render one another though no table says so."""

from __future__ import annotations

from resolint.cards import catalogue, lexicon, lexicon_of
from resolint.concordance.figures import differences
from resolint.concordance.letters import letters_apart
from resolint.concordance.openings import english_opening, opening_in
from resolint.lexicon.figures import figures
from resolint.lexicon.tongues import Tongue
from resolint.report.concordance import render
from tests.concordance.test_concord import VERSIONS, held
from tests.support.rows import each


def told(one: str, other: str, language: str) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    here, there = figures(one, "en", lexicon()), figures(other, language, lexicon(), lexicon_of(language))
    return [(found.here, found.there) for found in differences(here, there) if found.sure]


@each(
    ("language", "english", "right", "wrong", "difference"),
    [
        ("fr", "One boat, one harbour, by 4 May 2031", "Un bateau, un port, le 4 mai 2031 au plus tard", "Un bateau, un port, le 5 mai 2031 au plus tard", ("4", "5")),
        ("fr", "One boat, one harbour, by 1 May 2031", "Un bateau, un port, le 1er mai 2031", "Un bateau, un port, le 3 mai 2031", ("1", "3")),
        ("ru", "One boat, two harbours, by 2 May 2031", "Одна лодка, две гавани, к 2 мая 2031 года", "Одна лодка, две гавани, к 12 мая 2031 года", ("2", "12")),
        ("ar", "One boat, one harbour, by 1 May 2031", "قارب واحد، ميناء واحد، بحلول 1 أيار/مايو 2031", "قارب واحد، ميناء واحد، بحلول 21 أيار/مايو 2031", ("1", "21")),
        ("ru", "to meet every six weeks", "собираться каждые шесть недель", "собираться каждые пять недель", ("6", "5")),
        ("ar", "to meet every six weeks", "الاجتماع كل ستة أسابيع", "الاجتماع كل خمسة أسابيع", ("6", "5")),
        ("ru", "one in four households", "каждое четвертое домохозяйство", "каждое третье домохозяйство", ("1/4", "1/3")),
        ("ru", "two thirds of the harbours", "две трети гаваней", "три четверти гаваней", ("2/3", "3/4")),
        ("zh", "a quarter of the harbours", "四分之一的港口", "三分之一的港口", ("1/4", "1/3")),
        ("ar", "a quarter of the harbours", "ربع الموانئ", "ثلث الموانئ", ("1/4", "1/3")),
        ("fr", "one in four households", "un ménage sur quatre", "un ménage sur trois", ("1/4", "1/3")),
        ("es", "a third of the harbours", "la tercera parte de los puertos", "la cuarta parte de los puertos", ("1/3", "1/4")),
        ("fr", "a one-and-a-half-day meeting", "une réunion d’un jour et demi", "une réunion de deux jours et demi", ("3/2", "5/2")),
        ("es", "a one-and-a-half-day meeting", "una reunión de un día y medio", "una reunión de tres días", ("3/2", "3")),
    ],
)  # fmt: skip
def test_a_day_a_count_and_a_part_are_told(
    language: str, english: str, right: str, wrong: str, difference: tuple[str, str]
) -> None:
    assert told(english, right, language) == []
    ((here, there),) = told(english, wrong, language)
    assert difference[0] in here and difference[1] in there


def test_thousands_of_millions_are_read_in_spanish() -> None:
    assert told("by 0.7 billion dollars", "en 0,7 miles de millones de dólares", "es") == []


@each(
    ("right", "wrong"),
    [
        ("l’alinéa 5 c) ci-dessus", "l’alinéa 5 d) ci-dessus"),
        ("el párrafo 5 c) supra", "el párrafo 5 d) supra"),
        ("в пункте 5(c) выше", "в пункте 5(d) выше"),
        ("в пункте 5 (с) выше", "в пункте 5 (д) выше"),
        ("上文第5(c)段", "上文第5(d)段"),
        ("في الفقرة 5 (ج) أعلاه", "في الفقرة 5 (د) أعلاه"),
    ],
)
def test_the_letter_of_a_paragraph_is_told(right: str, wrong: str) -> None:
    english = "as set out in paragraph 5 (c) above"
    assert not any(letters_apart(english, right))
    here, there = letters_apart(english, wrong)
    assert here == ("5 (c)",) and len(there) == 1


@each(
    ("english", "language", "other"),
    [
        ("Gravely concerned that", "ru", "выражая глубокую озабоченность в связи с тем, что"),
        ("Deeply concerned that", "ar", "وإذ تعرب عن بالغ قلقها لأن"),
        ("Deeply disturbed by the loss", "ar", "وإذ يثير جزعها فقدان"),
        ("Regretting that", "fr", "Notant avec regret que"),
        ("Regretting that", "ru", "выражая сожаление в связи с тем, что"),
        ("Commends the pilots", "ru", "высоко оценивает работу лоцманов"),
        ("Reiterates its invitation to the ports", "ru", "вновь предлагает портам"),
        ("Reiterates its invitation to the ports", "zh", "再次邀请各港口"),
        ("Directs the Secretariat to", "ru", "поручает Секретариату"),
    ],
)
def test_openings_that_render_one_another_are_not_foreign(english: str, language: str, other: str) -> None:
    here = english_opening(english, lexicon())
    there = opening_in(other, lexicon_of(language).kept(Tongue), lexicon())
    assert not here.foreign_to(there)
    assert here.akin_to(there) or not (here.stronger(there) or there.stronger(here))


def test_openings_stand_in_the_words_of_the_texts_where_another_language_is_spoken() -> None:
    found = held(VERSIONS["fr"].replace("*Prie*", "*Souligne*", 1))
    (line,) = (line for line in render([found], words=catalogue("fr")).splitlines() if "formule" in line)
    assert line.endswith(": «\u00a0Requests\u00a0» ici, «\u00a0Souligne\u00a0» là.")
