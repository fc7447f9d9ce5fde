from dataclasses import replace

import pytest

from resolint import profile
from resolint.cards import data_dir
from resolint.errors import BadConfiguration
from resolint.model import Act, Block, Document, Head, Origin, Span
from resolint.profile import profiles
from tests.support.rows import each

ORIGIN = Origin("draft.md", "", "markdown")


def draft(*texts: str, organ: int | None = None, **head: str) -> Document:
    blocks = tuple(Block(f"document/{place}", "paragraph", text) for place, text in enumerate(texts))
    line = Span(f"document/{organ}", 0, len(texts[organ])) if organ is not None else None
    acts = (Act("resolution", "", None, line),) if organ is not None else ()
    return Document(ORIGIN, "resolution", Head(**head), acts, blocks)  # type: ignore[arg-type]


def test_all_bodies_have_a_profile_that_comes_from_the_base() -> None:
    assert set(profile.profile_names()) == {
        *("un", "ga", "sc", "ecosoc", "hrc", "cnd", "ccpcj", "cop", "mun"),
        *("nmun", "thimun", "un4mun", "unesco", "wha"),
    }
    for name in profile.profile_names():
        found = profile.read_profile(name)
        assert found.chain[0] == name
        assert found.chain[-1] == "un"
        assert found.title


@each(
    ("symbol", "name"),
    [
        ("A/79/L.5", "ga"),
        ("A/C.3/80/L.12/Rev.1", "ga"),
        ("A/RES/80/3", "ga"),
        ("A/HRC/60/L.7", "hrc"),
        ("S/2025/113", "sc"),
        ("E/2025/L.9", "ecosoc"),
        ("E/CN.7/2031/L.4", "cnd"),
        ("E/CN.15/2031/L.4", "ccpcj"),
        ("E/CN.6/2031/L.4", "ecosoc"),
        ("FCCC/PA/CMA/2031/L.2", "cop"),
        ("CTOC/COP/2030/L.1", "cop"),
    ],
)
def test_a_symbol_tells_the_body(symbol: str, name: str) -> None:
    found = profile.resolve(draft("The Security Council,", organ=0, symbol=symbol))
    assert (found.name, found.reason) == (name, f"from the symbol {symbol}")


@each(
    ("line", "name"),
    [
        ("The General Assembly,", "ga"),
        ("The Security Council,", "sc"),
        ("The Economic and Social Council,", "ecosoc"),
        ("The Human Rights Council,", "hrc"),
        ("The Commission on Narcotic Drugs,", "cnd"),
        ("The Commission on Crime Prevention\nand Criminal Justice,", "ccpcj"),
        ("The Conference of the Parties serving as the meeting of the Parties to an Agreement,", "cop"),
        ("The Conference of the States Parties to a Convention,", "cop"),
    ],
)
def test_without_a_symbol_the_organ_line_tells_it(line: str, name: str) -> None:
    found = profile.resolve(draft("A title", line, organ=1))
    assert found.name == name
    assert found.reason == f"from the organ line {' '.join(line.split()).rstrip(',')}"


def test_the_masthead_comes_third_and_the_base_last() -> None:
    found = profile.resolve(draft("Words", body="Commission on Narcotic Drugs"))
    assert (found.name, found.reason) == ("cnd", "from the body in the masthead, Commission on Narcotic Drugs")
    found = profile.resolve(draft("Words"))
    assert (found.name, found.reason) == ("un", "nothing in the draft names its body")
    assert profile.resolve(draft("The Guild of Bakers,", organ=0, symbol="XYZ/1")).name == "un"


def test_without_acts_the_title_tells_it() -> None:
    title = "Statement by the President of the Security Council"
    found = profile.resolve(draft(title, "“The Council recognises the bells."))
    assert (found.name, found.reason) == ("sc", f"from the title, {title}")
    assert profile.resolve(draft("Words " * 40 + "of the Security Council")).name == "un"


def test_a_model_un_heading_is_known_by_its_labels() -> None:
    found = profile.resolve(
        draft("Committee: General Assembly", "Main Submitters : Aland", "The General Assembly,", organ=2)
    )
    assert (found.name, found.reason) == ("mun", "from the labels Committee and Main Submitter at the top")
    assert profile.resolve(draft("Committee: one label is not enough", "The General Assembly,", organ=1)).name == "ga"
    far = ["filler"] * 40
    assert (
        profile.resolve(draft(*far, "Committee: late", "Topic: late", "The General Assembly,", organ=42)).name == "ga"
    )


def test_a_named_profile_and_then_the_configuration_come_first() -> None:
    config = profile.Config(path=data_dir("rules") / "resolint.toml", profile="hrc", language="en")
    document = draft("The General Assembly,", organ=0, symbol="S/2025/1", date="2 May 2031")
    found = profile.resolve(document, name="cnd", config=config)
    assert (found.name, found.reason, found.date) == ("cnd", "chosen by --profile", "2031-05-02")
    found = profile.resolve(document, config=config)
    assert (found.name, found.reason) == ("hrc", "from the configuration resolint.toml")
    assert profile.resolve(document).name == "sc"


def test_an_unknown_profile_is_told_with_the_nearest_and_all() -> None:
    with pytest.raises(BadConfiguration, match=r"^--profile: there is no profile cmd; did you mean cnd\? \(profiles: "):
        profile.resolve(draft("x"), name="cmd")
    config = profile.Config(path=data_dir("rules") / "resolint.toml", profile="gaa")
    with pytest.raises(BadConfiguration, match=r"^resolint\.toml, key profile: .* did you mean ga\?"):
        profile.resolve(draft("x"), config=config)


@each(
    ("text", "date"),
    [
        ("12 March 2031", "2031-03-12"),
        ("2031-03-12", "2031-03-12"),
        ("Distr.: Limited\n1\u00a0May 2031 Original: English", "2031-05-01"),
        ("6 Feb 2031", "2031-02-06"),
        ("2–6 March 2031", "2031-03-06"),
        ("March 12, 2031", None),
        ("40 March 2031", None),
        ("12 Ventôse 2031", None),
        ("2031-13-40", None),
        ("", None),
        (None, None),
    ],
)
def test_dates_of_the_masthead_sort(text: str | None, date: str | None) -> None:
    assert profile.iso_date(text) == date


@each(
    ("head", "closing", "edition"),
    [
        ({"date": "2 May 2031", "symbol": "E/CN.7/2019/L.1"}, "3 June 2032", "2031-05-02"),
        ({"symbol": "E/CN.7/2019/L.1"}, "41st plenary meeting\n3 June 2032", "2032-06-03"),
        ({"symbol": "E/CN.7/2019/L.1"}, "", "2019-07-01"),
        ({"symbol": "S/RES/2250 (2015)"}, "", "2015-07-01"),
        ({"symbol": "A/C.3/74/L.9"}, "", "2019-12-01"),
        ({"symbol": "A/RES/74/9"}, "", "2019-12-01"),
        ({"symbol": "UNEP/EA.3/L.9"}, "", "2017-12-28"),
        ({"symbol": "UNEP/EA.5/RES.9"}, "", "2022-02-28"),
        ({"symbol": "A/HRC/46/L.9"}, "", None),
        ({}, "", None),
    ],
)
def test_a_draft_without_a_date_still_shows_its_time(head: dict[str, str], closing: str, edition: str | None) -> None:
    document = draft("Words", closing, **head)
    act = Act("resolution", "", None, None, closing=("document/1",))
    found = profile.resolve(Document(ORIGIN, "resolution", document.head, (act,), document.blocks))
    assert found.edition == edition
    assert found.date == ("2031-05-02" if "date" in head else None)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(profiles, "_folder", lambda: tmp_path)

    def write(name: str, text: str) -> None:
        (tmp_path / f"{name}.toml").write_text(text, encoding="utf-8")

    write(
        "un",
        'title = "Base"\n[severities]\nPRE = "info"\n[off]\nSTR005 = "no titles"\n[options.NUM001]\na = 1\nb = 2\n',
    )
    return write


def test_a_profile_inherits_and_changes_what_it_names(folder) -> None:
    folder(
        "ga", 'title = "GA"\nextends = "un"\non = ["STR005"]\n[severities]\nPRE002 = "error"\n[options.NUM001]\nb = 3\n'
    )
    found = profile.read_profile("ga")
    assert found.severities == {"PRE": "info", "PRE002": "error"}
    assert found.off == {}
    assert found.on == ("STR005",)
    assert found.options == {"NUM001": {"a": 1, "b": 3}}
    folder("club", 'title = "Club"\nextends = "ga"\n[off]\nSTR005 = "not here"\n')
    assert profile.read_profile("club").chain == ("club", "ga", "un")
    assert profile.read_profile("club").off == {"STR005": "not here"}
    assert profile.read_profile("club").on == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('title = "x"\nextends = "ga"', "key extends"),
        ('title = "x"\nextends = "nowhere"', "key extends"),
        ('title = "x"\nextend = "un"', "did you mean extends"),
        ("extends = 'un'", "key title"),
        ('title = "x"\n[severities]\nPRE = "loud"', "key severities.PRE"),
        ('title = "x"\n[detect]\nsymbol = ["A/"]', "did you mean symbols"),
        ('title = "x"\noff = ["PRE002"]', "key off: a table"),
        ("title", "no TOML"),
    ],
)
def test_a_faulty_profile_is_told(folder, text: str, words: str) -> None:
    folder("ga", text)
    with pytest.raises(BadConfiguration, match=r"rules/profiles/ga\.toml") as caught:
        profile.read_profile("ga")
    assert words in str(caught.value)


@each(
    ("language", "line", "name"),
    [
        ("fr", "L’Assemblée générale,", "ga"),
        ("es", "La Asamblea General,", "ga"),
        ("ru", "Генеральная Ассамблея,", "ga"),
        ("zh", "大会，", "ga"),
        ("ar", "إن الجمعية العامة،", "ga"),
        ("fr", "Le Conseil de sécurité,", "sc"),
    ],
)
def test_the_organ_line_of_another_language_tells_it(language: str, line: str, name: str) -> None:
    found = profile.resolve(replace(draft("A title", line, organ=1), language=language))
    assert found.name == name
    assert found.reason.startswith("from the organ line")
    unknown = profile.resolve(replace(draft("A title", "La Guilde des boulangers,", organ=1), language="fr"))
    assert unknown.name == "un"
