import pytest
from hypothesis import given
from hypothesis import strategies as st

from resolint.checks.shared.opening import gerund, parse, third, verb_of


@pytest.mark.parametrize(
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
    found = parse(text)
    assert found is not None
    assert (text[found.start : found.end], found.form, found.verb) == (opening, form, verb)


@pytest.mark.parametrize(
    ("text", "adverb", "leads"),
    [
        ("Also recalling the snow", "also", True),
        ("Recalling further the snow", "further", False),
        ("Recalling the snow", "", False),
        ("Welcomes also the snow", "also", False),
        ("Encourages further efforts", "", False),
    ],
)
def test_the_adverb_of_sequence_and_its_place(text: str, adverb: str, leads: bool) -> None:
    found = parse(text)
    assert found is not None
    assert (found.adverb, found.leads) == (adverb, leads)


def test_the_same_phrase_with_and_without_its_adverb() -> None:
    phrases = {parse(text).phrase for text in ("Notes with concern that", "Also notes with concern that")}  # type: ignore[union-attr]
    assert phrases == {"notes with concern"}


@pytest.mark.parametrize("base", ["recall", "note", "stress", "reaffirm", "deny", "regret", "agree", "authorize"])
def test_inflection_and_back(base: str) -> None:
    forms = {"deny": ("denying", "denies")}.get(base)
    if forms:
        assert (gerund(base), third(base)) == forms
    else:
        assert verb_of(gerund(base)) == (base, "participle")
        assert verb_of(third(base)) == (base, "third")


@given(st.text(max_size=60))
def test_any_text_parses_and_offsets_lie_inside(text: str) -> None:
    found = parse(text)
    if found is not None:
        assert 0 == found.start < found.end <= len(text)
        assert found.start < found.verb_end <= found.end
        assert text[found.adverb_start : found.adverb_end].lower() == found.adverb or not found.adverb
