"""Rules on words, capitals, abbreviations and terms: what they find and what they must leave alone."""

from tests.checks.drafts import draft, excerpts
from tests.support.rows import each


@each(
    ("rule", "text", "marked"),
    [
        ("ABB003", "the UN and U.N. offices", ["UN", "U.N."]),
        ("ABB003", "UN-Women and UN-Habitat", []),
        ("ABB003", "the book “UN for readers”", []),
        ("ABB005", "the GA and ECOSOC", ["the GA", "ECOSOC"]),
        ("ABB005", "GA resolution 70/1", []),
        ("ABB005", "statement SC/15654", []),
        ("ABB001", "UNESCO and INTERPOL", ["UNESCO"]),
        ("ABB001", "the Fund (UNICEF)", []),
        ("ABB001", "persons living with HIV", []),
        ("ABB002", "the NVL and again the NVL", ["NVL"]),
        ("ABB002", "the Network of Village Libraries (NVL) and the NVL", []),
        ("ABB002", "chapter VII and annex XII", []),
        ("ABB002", "document FCCC/CP/2015/10", []),
        ("ABB004", "the U.N.D.P. office", ["U.N.D.P."]),
        ("ABB004", "Washington, D.C.", []),
        ("CAP001", "member states and Member states", ["member states", "Member states"]),
        ("CAP001", "Member States and the member States of the Board", []),
        ("CAP002", "States Parties to the Convention", ["States Parties"]),
        ("CAP002", "the Conference of the States Parties", []),
        ("CAP002", "the Meeting of States Parties", []),
        ("CAP005", "the general assembly", ["general assembly"]),
        ("CAP006", "as said in Annex II", ["Annex"]),
        ("CAP006", "as said in Annex II to the Convention", []),
        ("CAP008", "the Secretary General", ["Secretary General"]),
        ("CAP008", "the Secretary General of the Club", []),
        ("OPR018", "the implementation of this resolution", ["this resolution"]),
        ("OPR018", "the implementation of the present resolution", []),
        ("GEN001", "the chairman and mankind", ["chairman", "mankind"]),
        ("GEN001", "the common heritage of mankind", []),
        ("GEN004", "Ivory Coast", ["Ivory Coast"]),
        ("GEN004", "the United Kingdom of Great Britain and Northern Ireland", []),
        ("OPR017", "its calls on villages", []),
        ("REF005", "the item titled “Snow”", ["titled “"]),
        ("NUM007", "one-third of the villages", ["one-third of"]),
    ],
)
def test_words(rule: str, text: str, marked: list[str]) -> None:
    assert excerpts(rule, draft("*Recalling* the snow,", f"*Encourages* {text}.")) == marked


def test_the_security_council_has_habits_of_its_own() -> None:
    source = draft("*Recalling* the UN and this resolution,", "*Encourages* UNESCO.", organ="*The Security Council*,")
    from resolint import profile, rulebook
    from tests.checks.drafts import known, read

    ids = {rule.card.id for rule in rulebook.select(known(), profile.resolve(read(source)))}
    assert not ids & {"ABB001", "ABB003", "OPR018", "PRE003", "OPR002"}
    assert {"PRE002", "OPR005", "NUM004"} <= ids
