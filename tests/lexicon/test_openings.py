"""Opening phrases: the tables and the grammar around them."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolint import cards, structure
from resolint.checks.shared.clauses import head
from resolint.lexicon import Lexicon, english
from resolint.lexicon.openings import Opening, known, parse, seems
from resolint.lexicon.phrases import in_form, phrases, verb_of
from resolint.model import Block, Origin, Reading
from tests.support.rows import each

EN = cards.lexicon()
ROWS = {
    "preambular-openings": (
        {"phrase": "Recalling", "italic": "Recalling"},
        {"phrase": "Recognizing", "italic": "Recognizing"},
        {"phrase": "Noting", "italic": "Noting"},
        {"phrase": "Having considered", "italic": "Having considered"},
        {"phrase": "Expressing", "italic": "Expressing"},
        {"phrase": "Concerned", "italic": "Concerned"},
        {"phrase": "Leaning on", "italic": "Leaning"},
    ),
    "operative-openings": (
        {"phrase": "Requests", "plural": "Request", "italic": "Requests"},
        {"phrase": "Takes note", "plural": "Take note", "italic": "Takes note"},
        {"phrase": "Remains seized", "plural": "Remain seized", "italic": "Remains"},
        {"phrase": "", "plural": "Commit ourselves", "italic": "Commit ourselves"},
        {"phrase": "Ferries", "plural": "Ferry"},
    ),
    "opening-nouns": (
        {"noun": "concern", "colour": "yes", "owned": "yes"},
        {"noun": "interest", "colour": "yes", "owned": ""},
        {"noun": "appreciation", "colour": "yes", "owned": "yes"},
    ),
}
SMALL = Lexicon("en", ROWS)
PARTS = ("preambular", "operative", "paragraph")
LISTED = [(part, phrase) for part in PARTS for phrase in phrases(part, EN)]
MOODS = {"preambular": "participle", "operative": "third", "paragraph": "plural"}
BEHIND = " the first and the second of the bridges that are meant"


def found(text: str, part: str) -> str | None:
    result = parse(text, SMALL, part)
    return None if result is None else text[result.start : result.end]


@each(
    ("text", "phrase"),
    [
        ("Recalling its resolution", "Recalling"),
        ("Recalling also its resolution", "Recalling also"),
        ("Also recalling its resolution", "Also recalling"),
        ("\t[“Recalling further, that", "Recalling further"),
        ("Noting with grave and deep concern that", "Noting with grave and deep concern"),
        ("Noting with interest also the report", "Noting with interest also"),
        ("Recognising that", "Recognising"),
        ("Re-calling that", "Re-calling"),
        ("Having also considered the report", "Having also considered"),
        ("Deeply concerned that", "Deeply concerned"),
        ("Most deeply concerned that", "Most deeply concerned"),
        ("Expressing its deep appreciation to", "Expressing its deep appreciation"),
        ("Expressing our deep concern at", "Expressing our deep concern"),
        ("Recalling, in particular, its", "Recalling"),
        ("Recalling once again its", "Recalling once again"),
        ("Noting with the greatest of all possible interest", "Noting"),
        ("Requesting the Council", "Requesting"),
        ("Taking further note of", "Taking further note"),
    ],
)
def test_preambular_openings(text: str, phrase: str) -> None:
    assert found(text, "preambular") == phrase


@each("text", ["", "Whereas", "Requests that", "The Council", "(a)", "1", "Recallingly yours"])
def test_no_preambular_opening(text: str) -> None:
    assert found(text, "preambular") is None


@each(
    ("text", "part", "phrase"),
    [
        ("Once again requests States", "operative", "Once again requests"),
        ("Takes note with appreciation of", "operative", "Takes note with appreciation"),
        ("Strongly requests", "operative", "Strongly requests"),
        ("Notes that", "operative", "Notes"),
        ("Take note of", "paragraph", "Take note"),
        ("We also take note of", "paragraph", "also take note"),
        ("We recall that", "paragraph", "recall"),
        ("Commit ourselves to", "paragraph", "Commit ourselves"),
        ("Recalls its", "paragraph", None),
        ("Recall its", "operative", None),
    ],
)
def test_other_openings(text: str, part: str, phrase: str | None) -> None:
    assert found(text, part) == phrase


def test_the_parts_of_an_opening() -> None:
    result = parse("Also takes note of", SMALL, "operative")
    assert result is not None
    assert (result.phrase, result.key, result.verb) == ("takes note", "take note", "take")
    assert (result.adverb, result.leads, result.mood) == ("also", True, "third")
    behind = parse("Recalling further its", SMALL, "preambular")
    assert behind is not None
    assert (behind.phrase, behind.adverb, behind.leads) == ("recalling", "further", False)


def test_italics_may_be_shorter_than_the_phrase() -> None:
    seized = parse("Remains seized of the matter.", SMALL, "operative")
    assert seized is not None
    assert (seized.italic_end, seized.least, seized.most) == (len("Remains"), len("Remains"), len("Remains seized"))
    leaning = parse("Leaning on the bridge", SMALL)
    assert leaning is not None
    assert (leaning.phrase, leaning.italic_end, leaning.most) == ("leaning", len("Leaning"), len("Leaning on"))


def test_what_a_verb_owns_may_be_in_italics_or_not() -> None:
    text = "Reaffirms its deep commitment to the bridges"
    result = parse(text, EN)
    assert result is not None
    assert (text[: result.least], text[: result.end]) == ("Reaffirms", "Reaffirms its deep commitment")


def test_known_tells_the_mood() -> None:
    texts = ("Noting x", "Requests x", "Request x", "Nothing", "Strengthening x", "To request")
    assert [result.mood if (result := known(text, SMALL)) else None for text in texts] == [
        "participle", "third", "plural", None, None, None,
    ]  # fmt: skip


@each(
    ("text", "opening", "form", "verb"),
    [
        ("Recalling its resolution", "Recalling", "participle", "recall"),
        ("Recalling also its resolution", "Recalling also", "participle", "recall"),
        ("Noting with concern also that", "Noting with concern also", "participle", "note"),
        ("Noting also with concern that", "Noting also with concern", "participle", "note"),
        ("Taking note of the report", "Taking note", "participle", "take"),
        ("Taking note with appreciation of the report", "Taking note with appreciation", "participle", "take"),
        ("Taking into account the snow", "Taking into account", "participle", "take"),
        ("Bearing in mind also the snow", "Bearing in mind also", "participle", "bear"),
        ("Having also considered the report", "Having also considered", "participle", "have"),
        ("Having taken note of the report", "Having taken note", "participle", "have"),
        ("Deeply concerned about the snow", "Deeply concerned", "adjective", ""),
        ("Mindful of the snow", "Mindful", "adjective", ""),
        ("Expressing its appreciation to the villages", "Expressing its appreciation", "participle", "express"),
        ("Expresses its deep and lasting concern at", "Expresses its deep and lasting concern", "third", "express"),
        ("Calls upon States", "Calls upon", "third", "call"),
        ("Reiterates its call upon all States", "Reiterates its call upon", "third", "reiterate"),
        ("Once again urges the villages", "Once again urges", "third", "urge"),
        ("Strongly condemns once again the theft", "Strongly condemns once again", "third", "condemn"),
        ("Condemns in the strongest terms the theft", "Condemns in the strongest terms", "third", "condemn"),
        ("Also takes note with appreciation of", "Also takes note with appreciation", "third", "take"),
        ("Decides, in this regard, to wait", "Decides", "third", "decide"),
        ("Notes the lack of interest", "Notes", "third", "note"),
        ("Encourages further cooperation", "Encourages", "third", "encourage"),
        ("Recalling further Commission resolution 2002/26", "Recalling further", "participle", "recall"),
        ("Encourages further United Nations reform", "Encourages further", "third", "encourage"),
        ("Requests further that the report", "Requests further", "third", "request"),
        ("To encourage States", "To encourage", "infinitive", "encourage"),
        ("Thank the villages", "Thank", "base", "thank"),
        ("Member States should read", "Member", "unknown", ""),
        ("Re-emphasizing the need", "Re-emphasizing", "participle", "re-emphasize"),
        ("Recalling\xa0also the need", "Recalling\xa0also", "participle", "recall"),
    ],
)
def test_the_opening_ends_before_what_belongs_to_the_sentence(text: str, opening: str, form: str, verb: str) -> None:
    found = parse(text, EN)
    assert found is not None
    assert (text[found.start : found.end], found.form, found.verb) == (opening, form, verb)


@each(
    ("text", "adverb", "leads"),
    [
        ("Also recalling the snow", "also", True),
        ("Recalling further the snow", "further", False),
        ("Recalling the snow", "", False),
        ("Welcomes also the snow", "also", False),
        ("Encourages further efforts", "", False),
        ("Expressing further concern at the snow", "", False),
        ("Having further considered the snow", "further", False),
    ],
)
def test_the_adverb_of_sequence_and_its_place(text: str, adverb: str, leads: bool) -> None:
    found = parse(text, EN)
    assert found is not None
    assert (found.adverb, found.leads) == (adverb, leads)
    assert text[found.adverb_start : found.adverb_end].lower() == adverb or not adverb


def test_the_same_phrase_with_and_without_its_adverb() -> None:
    keys = {found.key for text in ("Notes with concern that", "Also noting with concern") if (found := parse(text, EN))}
    assert keys == {"note with concern"}


def every() -> Iterator[tuple[str, str, str, Opening]]:
    for part, phrase in LISTED:
        result = parse(phrase.text + BEHIND, EN)
        assert result is not None, phrase
        yield part, phrase.text, phrase.italic, result


def test_every_phrase_of_the_tables_parses_with_its_mood_and_its_italics() -> None:
    for part, text, italic, result in every():
        assert (result.listed, result.mood) == (True, MOODS[part]), text
        assert result.start == 0
        assert (text + BEHIND)[: result.italic_end] == italic, text
        assert result.least <= result.italic_end <= result.most <= len(text), text
        assert parse(text + BEHIND, EN, part) == result


def test_every_phrase_is_the_same_to_structure_and_to_the_checks() -> None:
    for part, phrase in LISTED:
        if part == "paragraph":
            continue
        mark = "," if part == "preambular" else ";"
        texts = ["The General Assembly,", "Recalling the bridges,", f"{phrase.text}{BEHIND}{mark}", "Decides to rest."]
        labels = ["", "", "1." if part == "operative" else "", "2." if part == "operative" else "1."]
        blocks = tuple(
            Block(f"document/{at}", "paragraph", text, label=label)
            for at, (text, label) in enumerate(zip(texts, labels, strict=True))
        )
        document = structure.build(Reading(blocks, lost=("italics",)), Origin("x", "0" * 64, "docx"), EN)
        act = document.acts[0]
        clause = act.preamble[1] if part == "preambular" else act.operative[0]
        seen = head(document, clause, EN)
        assert seen is not None and clause.opener is not None, phrase
        assert document.text(clause.opener) == phrase.italic
        assert clause.opener == seen.span(seen.opening.start, seen.opening.italic_end)
        assert seen.opening.mood == MOODS[part]


def test_a_verb_of_a_table_is_known_in_all_its_moods() -> None:
    for part, text, _, result in every():
        if not result.verb:
            continue
        for form, mood in (("participle", "participle"), ("third", "third")):
            other = in_form(text, result.verb, form, EN)  # type: ignore[arg-type]
            assert other is not None, text
            again = parse(other + BEHIND, EN)
            assert again is not None and again.listed and again.mood == mood, other
            assert (again.verb, again.key) == (result.verb, result.key.replace(" our", " its")) or part == "paragraph"


@each("adverb", ["Also", "Further", "Once again", "Strongly", "Again", "Deeply", "Equally", "Most"])
def test_every_phrase_may_follow_an_adverb(adverb: str) -> None:
    for part, phrase in LISTED:
        text = f"{adverb} {phrase.text[0].lower()}{phrase.text[1:]}{BEHIND}"
        result = parse(text, EN)
        assert result is not None and result.listed and result.mood == MOODS[part], text
        assert result.start == 0 and result.most <= len(adverb) + 1 + len(phrase.text)


@given(st.sampled_from(LISTED), st.sampled_from(["also", "further", "again"]), st.sampled_from(["that", "the", "its"]))
def test_every_phrase_may_have_an_adverb_behind_it(listed: tuple[str, tuple[str, str]], adverb: str, then: str) -> None:
    part, phrase = listed
    bare = phrase[1]
    text = f"{bare} {adverb} {then} bridges"
    result = parse(text, EN)
    assert result is not None and result.mood == MOODS[part]
    assert text[result.start : result.italic_end].startswith(bare.split()[0])


@given(st.text(max_size=80))
def test_any_text_parses_and_offsets_lie_inside(text: str) -> None:
    for part in (None, *PARTS):
        result = parse(text, EN, part)
        if result is not None:
            assert 0 <= result.start < result.least <= result.italic_end <= result.most <= len(text)
            assert result.least <= result.end <= result.most
            assert text[result.adverb_start : result.adverb_end].lower() == result.adverb or not result.adverb


WORDS = st.sampled_from(
    [
        "also",
        "further",
        "once",
        "again",
        "more",
        "with",
        "deep",
        "grave",
        "concern",
        "its",
        "our",
        "call",
        "upon",
        "on",
        "the",
        "that",
        "of",
        "Noting",
        "noting",
        "requests",
        "Requests",
        "having",
        "considered",
        "remains",
        "seized",
        "in",
        "particular",
        "express",
        "expresses",
        "to",
        "we",
        "We",
        "very",
        "“",
        "(",
        ",",
        "is",
        "be",
        "aware",
    ]
)


@given(st.lists(WORDS, max_size=16))
def test_any_words_of_openings_parse(words: list[str]) -> None:
    test_any_text_parses_and_offsets_lie_inside.hypothesis.inner_test(" ".join(words))  # type: ignore[attr-defined]


@each(
    ("base", "participle", "third"),
    [
        ("recall", "recalling", "recalls"),
        ("stress", "stressing", "stresses"),
        ("deny", "denying", "denies"),
        ("regret", "regretting", "regrets"),
        ("submit", "submitting", "submits"),
        ("defer", "deferring", "defers"),
        ("set", "setting", "sets"),
        ("agree", "agreeing", "agrees"),
        ("authorize", "authorizing", "authorizes"),
        ("fix", "fixing", "fixes"),
        ("be", "being", "is"),
        ("have", "having", "has"),
        ("aspire", "aspiring", "aspires"),
        ("advocate", "advocating", "advocates"),
        ("lean", "leaning", "leans"),
        ("respond", "responding", "responds"),
        ("face", "facing", "faces"),
        ("concur", "concurring", "concurs"),
        ("ferry", "ferrying", "ferries"),
    ],
)
def test_inflection_and_back(base: str, participle: str, third: str) -> None:
    assert (english.participle(base), english.third(base)) == (participle, third)
    assert (english.base_of_participle(participle), english.base_of_third(third)) == (base, base)


def test_verbs_of_the_tables_and_others() -> None:
    assert verb_of("Recognises", EN) == ("recognize", "third")
    assert verb_of("Reemphasizing", EN) == verb_of("re-emphasizing", EN) == ("re-emphasize", "participle")
    assert verb_of("asks", EN) == ("ask", "third")
    assert verb_of("ferrying", SMALL) == ("ferry", "participle")
    for word in ("bridge", "mindful", "is", "are", ""):
        assert verb_of(word, EN) == ("", "unknown")


@each(
    ("words", "verb", "form", "expected"),
    [
        ("Strongly urging", "urge", "third", "Strongly urges"),
        ("To encourage", "encourage", "third", "Encourages"),
        ("Taking\xa0note", "take", "third", "Takes\xa0note"),
        ("Is aware", "be", "participle", "Being aware"),
        ("Urges", "urge", "base", "Urge"),
        ("Urges", "ask", "base", None),
        ("Mindful", "", "third", None),
    ],
)
def test_a_phrase_in_another_form(words: str, verb: str, form: str, expected: str | None) -> None:
    assert in_form(words, verb, form, EN) == expected  # type: ignore[arg-type]


@each(
    ("text", "expected"),
    [
        ("Strengthening the bridges", "participle"),
        ("Rapidly strengthened", "participle"),
        ("Mends the bridges", "third"),
        ("During the thaw", ""),
        ("strengthening the bridges", ""),
        ("", ""),
    ],
)
def test_what_an_unknown_first_word_looks_like(text: str, expected: str) -> None:
    assert seems(text) == expected


def test_a_lexicon_without_tables_knows_nothing() -> None:
    assert known("Recalling x", Lexicon("en", {})) is None


def test_the_tables_are_whole() -> None:
    assert len(phrases("preambular", EN)) > 250
    assert len(phrases("operative", EN)) > 250
    for part in PARTS:
        for phrase in phrases(part, EN):
            assert phrase.text.startswith(phrase.italic.split()[0])
            assert phrase.text == " ".join(phrase.text.split())


@pytest.mark.parametrize("size", [1_000, 100_000])
def test_hostile_text_is_no_burden(size: int) -> None:
    for text in ("also " * size, "a" * size, "Recalling-" * size, "[" * size, "once again " * size):
        parse(text, EN)
