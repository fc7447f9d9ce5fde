"""The room of spelling: the word file, what passes for a word, other languages, suggestions."""

import importlib.metadata
import subprocess
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolint import cards, lint
from resolint.spelling import (
    Suggester,
    WordList,
    is_chemical,
    is_compounded,
    is_derived,
    is_foreign,
    is_numeral,
    is_prefix,
    near_foreign,
    one_edit_apart,
    words,
)
from resolint.spelling.suggest import engine
from resolint.spelling.tokens import bare, begins_sentence, is_code, is_torn, is_transcribed
from resolint.tokens import level
from tests.support.rows import each

FILE = cards.tables().words
WORDS = WordList(FILE, frozenset({"workplan", "operationalize"}))
SMALL = b"# head\nalpha\nbeta\t1\nbeta's\ncolor\ta\tcolour\ncolour\norganise\tz\torganize\norganize\t2\n"


def word(text: str, number: int = 0):  # type: ignore[no-untyped-def]
    return words(text)[number]


def test_a_small_file_gives_every_kind_of_entry() -> None:
    lexicon = WordList(SMALL)
    found = {
        text: lexicon.look_up(text) for text in ("alpha", "beta", "color", "organise", "organize", "bet", "zeta", "a")
    }
    assert found["alpha"] is not None and (found["alpha"].kind, found["alpha"].weight) == ("right", 0)
    assert found["beta"] is not None and found["beta"].weight == 2
    assert found["organize"] is not None and found["organize"].weight == 1
    assert found["color"] is not None and (found["color"].kind, found["color"].prefer) == ("american", "colour")
    assert found["organise"] is not None and (found["organise"].kind, found["organise"].prefer) == (
        "oxford",
        "organize",
    )
    assert found["bet"] is found["zeta"] is found["a"] is None


def test_every_word_of_the_file_is_found_and_the_words_are_in_order() -> None:
    lines = bytes(FILE).decode().splitlines()
    assert lines[0].startswith("#")
    keys = [line.partition("\t")[0] for line in lines[1:]]
    assert [key.encode() for key in keys] == sorted({key.encode() for key in keys})
    for line in lines[1::37]:
        key, _, said = line.partition("\t")
        entry = WORDS.look_up(key)
        assert entry is not None, key
        if said[:1] in ("a", "z"):
            assert entry.prefer == said[2:]
            assert WORDS.knows(entry.prefer), line


def test_the_word_file_is_small_and_keeps_its_notice() -> None:
    assert 500_000 < len(FILE) < 1_500_000
    notice = (cards.data_dir("rules") / "data" / "en" / "words" / "NOTICE").read_text("utf-8")
    assert "Kevin Atkinson" in notice and "Permission to use, copy, modify" in notice


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12))
def test_looking_up_agrees_with_reading_the_file(text: str) -> None:
    there = f"\n{text}\n".encode() in bytes(FILE) or f"\n{text}\t".encode() in bytes(FILE)
    assert (WordList(FILE)._read(text) is not None) == there


def test_no_file_knows_no_word() -> None:
    assert not WordList(b"")
    assert WordList(b"").look_up("word") is None


@each(
    ("wrong", "kind", "right"),
    [
        ("organise", "oxford", "organize"),
        ("utilisation", "oxford", "utilization"),
        ("operationalise", "oxford", "operationalize"),
        ("analyze", "oxford", "analyse"),
        ("paralyzed", "oxford", "paralysed"),
        ("comprize", "oxford", "comprise"),
        ("labor", "american", "labour"),
        ("centers", "american", "centres"),
        ("program", "american", "programme"),
        ("counseling", "american", "counselling"),
        ("defense", "american", "defence"),
        ("fulfill", "american", "fulfil"),
        ("focussed", "american", "focused"),
    ],
)
def test_other_spellings_are_known_with_the_right_one(wrong: str, kind: str, right: str) -> None:
    entry = WORDS.look_up(wrong)
    assert entry is not None
    assert (entry.kind, entry.prefer) == (kind, right)


RIGHT = (
    "organize analyse catalyse comprise advise supervise exercise programme labour judgment specialty size prize wise "
    "rise otherwise likewise franchise premises practise licence license workplan behaviour"
)


@each(
    "right",
    RIGHT.split(),
)
def test_words_of_the_house_are_right(right: str) -> None:
    assert WORDS.knows(right)


def test_own_words_overrule_the_file() -> None:
    assert WordList(FILE, frozenset({"color"})).knows("color")


def test_words_are_levelled_and_keep_their_places() -> None:
    text = "the co\u00adoperation of States\u2019 and Board\u2019s rural-health 5 units"
    found = words(text)
    assert [one.text for one in found] == [
        "the",
        "cooperation",
        "of",
        "States",
        "and",
        "Board's",
        "rural",
        "health",
        "units",
    ]
    assert [text[one.start : one.end] for one in found][1] == "co\u00adoperation"
    assert bare("Board's") == "Board"


@each(
    ("text", "number", "initial"),
    [
        ("Recaling its", 0, True),
        ("see the Assembly", 2, False),
        ("ended. Then", 1, True),
        ("Mr. Writer", 1, False),
        ("John A. Writer", 2, False),
        ("said: Then", 1, True),
        ("the group (Writers)", 2, False),
    ],
)
def test_where_a_sentence_begins(text: str, number: int, initial: bool) -> None:
    assert begins_sentence(text, word(text, number)) is initial


@each(
    ("text", "number", "code"),
    [
        ("at www.example.org/libary now", 1, True),
        ("write to libary@example.org", 2, True),
        ("document A/79/Libary", 1, True),
        ("boys/girls", 0, False),
        ("the libary.", 1, False),
        ("(libary)", 0, False),
        ("file libary.txt", 1, True),
    ],
)
def test_addresses_and_symbols_are_no_prose(text: str, number: int, code: bool) -> None:
    assert is_code(text, word(text, number)) is code


def test_torn_words_and_names_with_glottal_stops_are_no_words() -> None:
    assert is_torn("the imple- mentation", word("the imple- mentation", 1))
    assert is_torn("the imple- mentation", word("the imple- mentation", 2))
    assert is_torn("the S ecretary", word("the S ecretary", 2))
    assert not is_torn("a libary", word("a libary", 1))
    assert not is_torn("age- and", word("age- and", 1)) or WORDS.knows("and")
    assert is_transcribed("in Ta\u2018izz now", word("in Ta\u2018izz now", 2))


def test_other_languages_are_told_by_their_small_words() -> None:
    assert is_foreign(words("Les \u00c9tats Membres sont invit\u00e9s \u00e0 promouvoir la lecture dans les villages"))
    assert is_foreign(words("Los Estados Miembros deben promover la lectura en las aldeas de monta\u00f1a"))
    assert is_foreign(words("Die Mitgliedstaaten werden gebeten, das Lesen in den Bergd\u00f6rfern zu f\u00f6rdern"))
    assert not is_foreign(words("Member States are invited to promote reading in the villages of C\u00f4te d'Ivoire"))
    assert not is_foreign(words("Recalling the report on El Salvador, Los Santos and Las Palmas,"))
    text = "the Office national de la lecture and others"
    found = words(text)
    assert near_foreign(found, 2)
    assert not near_foreign(words("the reading rooms of all villages"), 2)


def test_shapes_of_words_that_no_list_holds() -> None:
    assert all(is_numeral(text) for text in ("iv", "xii", "xxix", "iibis"))
    assert not is_numeral("libary")
    assert is_chemical("methamphetamine") and is_chemical("phenylpropanol", surely=True)
    assert not is_chemical("unaminous") and not is_chemical("goverment")
    assert is_compounded("microlending", WORDS.knows)
    assert is_compounded("cyberlibrary", WORDS.knows)
    assert is_compounded("attaches", WORDS.knows)
    assert not is_compounded("occured", WORDS.knows)
    assert is_derived("reclassify", WORDS.knows, ())
    assert not is_derived("intergrate", WORDS.knows, ("integrate",))
    assert is_derived("delinked", WORDS.knows, ("relinked",))
    assert is_prefix("socio") and is_prefix("pre") and not is_prefix("goverment")


@given(st.text(alphabet="abc", max_size=5), st.text(alphabet="abc", max_size=5))
def test_one_edit_apart_is_what_the_engine_calls_distance_one(one: str, other: str) -> None:
    checker = engine(lambda _: 0)
    checker.word_frequency._letters = set("abc")
    assert one_edit_apart(one, other) == (one != other and other in checker.edit_distance_1(one))


def test_the_engine_has_the_private_fields_that_are_replaced() -> None:
    """A version of pyspellchecker without them must not be admitted by the dependencies."""
    checker = engine(lambda word: 3 if word == "reading" else 0)
    fields = type(checker.word_frequency).__slots__
    assert {"_dictionary", "_letters", "_longest_word_length"} <= set(fields)
    assert checker.distance == 1
    assert checker.candidates("raeding") == {"reading"}
    assert checker.candidates("rending room") is None
    major, minor = importlib.metadata.version("pyspellchecker").split(".")[:2]
    assert (int(major), int(minor)) < (0, 10)


@each(
    ("wrong", "right"),
    [
        ("goverment", "government"), ("enviroment", "environment"), ("recieve", "receive"), ("teh", "the"),
        ("strenghten", "strengthen"), ("occured", "occurred"), ("developement", "development"), ("wich", "which"),
        ("accomodate", "accommodate"), ("independant", "independent"), ("implementaion", "implementation"),
    ],
)  # fmt: skip
def test_the_likeliest_word_is_suggested_first(wrong: str, right: str) -> None:
    assert Suggester(WORDS, lambda _: 0)(wrong)[0] == right


def test_words_of_the_draft_come_first_and_american_ones_never() -> None:
    assert Suggester(WORDS, lambda word: 9 * (word == "committee"))("committe")[0] == "committee"
    assert "color" not in Suggester(WORDS, lambda _: 0)("colro")


def test_suggestions_end_at_the_limit_and_are_never_two_edits_away() -> None:
    suggest = Suggester(WORDS, lambda _: 0, limit=1)
    assert suggest("goverment")
    assert suggest("enviroment") == ()
    assert suggest("goverment")
    assert Suggester(WORDS, lambda _: 0)("maintainance") == ()


DRAFT = """# Reading rooms in mountain villages

*The General Assembly*,

*Recalling* its interest in reading rooms,

1. *Encourages* all States to {word} reading rooms;

2. *Decides* to return to the matter.
"""


@pytest.mark.parametrize(("chosen", "imported"), [("support", False), ("organise", False), ("suport", True)])
def test_the_engine_is_imported_only_for_an_unknown_word(tmp_path, chosen: str, imported: bool) -> None:  # type: ignore[no-untyped-def]
    draft = tmp_path / "draft.md"
    draft.write_text(DRAFT.format(word=chosen), encoding="utf-8")
    program = (
        "import sys; from resolint import pipeline; "
        f"report = pipeline.lint(open({str(draft)!r}, 'rb').read(), name='x.md', profile='ga'); "
        "print('spellchecker' in sys.modules, any(f.rule == 'SPL012' for f in report.findings))"
    )
    out = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
    assert out == [str(imported), str(imported)]


COUNTS = {
    "seized": 1000,
    "sized": 20,
    "develop": 900,
    "developed": 1100,
    "developer": 4,
    "their": 2000,
    "thief": 2,
    "tier": 9,
}


@pytest.mark.parametrize(
    ("word", "before", "first"),
    [("siezed", "states", "seized"), ("develope", "to", "develop"), ("thier", "and", "their")],
)
def test_the_likeliest_word_stands_out(word: str, before: str, first: str) -> None:
    from resolint.spelling.likely import likely

    near = [one for one in COUNTS if one[0] == first[0] and abs(len(one) - len(word)) <= 1 and one[1] in word]
    found = likely(word, near, lambda one: COUNTS.get(one, 0), before, {"develop"}.__contains__)
    assert found.words[0] == first
    assert found.clear


def test_two_words_as_likely_leave_the_choice_to_the_author() -> None:
    from resolint.spelling.likely import likely

    assert not likely("form", ["farm", "firm"], lambda one: 100).clear
    assert likely("x", [], lambda one: 1) == ((), False)


DECOMPOSED = """+++
symbol = "A/80/L.1"
+++

# Cafés

*The General Assembly*,

*Noting* the cafés and résumés of Côte d’Ivoire, Türkiye and Sao Tomé and Principe,

1. *Invites* the café-owners to recieve naïve guests;

2. *Decides* to meet.
"""


def test_an_accent_of_its_own_belongs_to_its_letter_and_places_stay_those_of_the_text():
    """What macOS and some converters write: e and U+0301. The findings are those of the composed text."""
    found = []
    for form in ("NFC", "NFD"):
        source = unicodedata.normalize(form, DECOMPOSED)
        lines = source.split("\n")
        report = lint(source.encode(), name="a.md")
        marked = []
        for one in report.findings:
            at = one.position
            assert at is not None
            marked.append(
                (one.rule, at.line, unicodedata.normalize("NFC", lines[at.line - 1][at.column - 1 : at.end_column - 1]))
            )
        found.append(marked)
    assert found[0] == found[1] and any("recieve" in words for _, _, words in found[0])
    assert [level(unicodedata.normalize("NFD", word)) for word in ("Café", "naïve")] == ["café", "naïve"]


FRENCH = """+++
symbol = "A/80/L.1"
language = "fr"
+++

# Bibliothèques

*L’Assemblée générale*,

*Rappelant* sa résolution 70/1 du 25 septembre 2015 et préoccupée par les inégalités,

1. *Prie* le Secrétaire général de présenter un rapport détaillé sur l’évaluation achevée en été ;

2. *Prie* les bibliothèques de se rénuir.
"""


def test_the_speller_of_other_languages_reads_accents_of_their_own_too():
    found = [
        [
            (one.rule, unicodedata.normalize("NFC", one.message))
            for one in lint(text.encode(), name="a.md").findings
            if one.rule == "SPL012"
        ]
        for text in (FRENCH, unicodedata.normalize("NFD", FRENCH))
    ]
    assert found[0] == found[1] and "rénuir" in found[0][0][1]
