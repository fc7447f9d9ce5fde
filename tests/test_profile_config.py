import re
from pathlib import Path

import pytest

from resolint.errors import BadConfiguration
from resolint.pipeline import Session
from resolint.profile import find_config, read_config

WHOLE = """
profile = "cnd"
select = ["PRE", "NUM001"]
ignore = ["PRE002"]
fail-on = "warning"
view = "original"
language = "en"
words = ["intersessional"]

[severities]
PRE = "info"

[per-file-ignores]
"old/*.docx" = ["STR"]
"minutes.md" = ["ALL"]

[options.NUM001]
limit = 10
"""


def test_every_key_is_read(tmp_path: Path) -> None:
    path = tmp_path / "resolint.toml"
    path.write_text(WHOLE, encoding="utf-8")
    config = read_config(path)
    assert (config.profile, config.select, config.ignore) == ("cnd", ("PRE", "NUM001"), ("PRE002",))
    assert (config.fail_on, config.view, config.language) == ("warning", "original", "en")
    assert config.words == ("intersessional",)
    assert config.severities == {"PRE": "info"}
    assert config.options == {"NUM001": {"limit": 10}}
    assert config.shown == "resolint.toml"


def test_underscores_do_for_hyphens(tmp_path: Path) -> None:
    path = tmp_path / "resolint.toml"
    path.write_text('fail_on = "info"\n[per_file_ignores]\n"a.md" = ["PRE"]\n', encoding="utf-8")
    assert read_config(path).fail_on == "info"
    assert read_config(path).per_file_ignores == {"a.md": ("PRE",)}


def test_an_empty_file_leaves_everything_open(tmp_path: Path) -> None:
    path = tmp_path / "resolint.toml"
    path.write_bytes(b"\xef\xbb\xbf")
    assert read_config(path).profile is None


def test_per_file_ignores_are_globs_from_the_folder_of_the_configuration(tmp_path: Path) -> None:
    path = tmp_path / "resolint.toml"
    path.write_text(WHOLE, encoding="utf-8")
    config = read_config(path)
    assert config.ignored_in(tmp_path / "old" / "a.docx") == {"old/*.docx": ("STR",)}
    assert config.ignored_in(tmp_path / "deep" / "minutes.md") == {"minutes.md": ("ALL",)}
    assert config.ignored_in(tmp_path / "new" / "a.docx") == {}
    assert config.ignored_in("/elsewhere/old.docx") == {}


def test_the_nearest_configuration_upward_is_found(tmp_path: Path) -> None:
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    draft = deep / "draft.docx"
    draft.write_bytes(b"")
    (tmp_path / "resolint.toml").write_text('profile = "ga"', encoding="utf-8")
    assert (found := find_config(draft)) is not None
    assert found.profile == "ga"
    (tmp_path / "a" / "pyproject.toml").write_text('[project]\nname = "x"\n', encoding="utf-8")
    assert (found := find_config(deep)) is not None
    assert found.profile == "ga"
    (tmp_path / "a" / "pyproject.toml").write_text('[tool.resolint]\nprofile = "sc"\n', encoding="utf-8")
    assert (found := find_config(draft)) is not None
    assert (found.profile, found.shown) == ("sc", "pyproject.toml")
    (tmp_path / "a" / "resolint.toml").write_text('profile = "hrc"', encoding="utf-8")
    assert (found := find_config(draft)) is not None
    assert found.profile == "hrc"


def test_a_pyproject_that_only_mentions_resolint_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "resolint.toml").write_text('profile = "ga"', encoding="utf-8")
    inner = tmp_path / "inner"
    inner.mkdir()
    (inner / "pyproject.toml").write_text('[project]\ndependencies = ["resolint"]\n', encoding="utf-8")
    assert (found := find_config(inner)) is not None
    assert found.path == tmp_path / "resolint.toml"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('profil = "ga"', "key profil: there is no such key; did you mean profile?"),
        ("profile = 3", "key profile: a text"),
        ('view = "final"', "key view: 'final' is not allowed"),
        ('fail-on = "errors"', "did you mean error?"),
        ('select = "PRE"', "key select: a list"),
        ("ignore = [3]", "key ignore: a list"),
        ('severities = "error"', "key severities: a table"),
        (
            '[severities]\nPRE = "off"',
            "key severities.PRE: 'off' is not allowed; to switch PRE off, write it under ignore",
        ),
        ('[severities]\nPRE = "warn"', "did you mean warning?"),
        ('[per-file-ignores]\n"a" = "PRE"', "key per-file-ignores.a: a list"),
        ("[options]\nNUM001 = 3", "key options.NUM001: a table"),
        ("profile = ", "no TOML"),
    ],
)
def test_a_faulty_configuration_is_told_with_file_key_and_cure(tmp_path: Path, text: str, words: str) -> None:
    path = tmp_path / "resolint.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadConfiguration) as caught:
        read_config(path)
    assert str(path) in str(caught.value)
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


def test_an_unreadable_configuration_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadConfiguration, match="cannot be read"):
        read_config(tmp_path / "resolint.toml")
    (tmp_path / "resolint.toml").write_bytes(b"\xff")
    with pytest.raises(BadConfiguration, match="UTF-8"):
        find_config(tmp_path)
    (tmp_path / "resolint.toml").unlink()
    (tmp_path / "pyproject.toml").write_text('[tool]\nresolint = "x"\n', encoding="utf-8")
    with pytest.raises(BadConfiguration, match=r"key tool\.resolint"):
        find_config(tmp_path)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('profile = "ga"\n\nfail_on = "grave"\n', "line 3, key fail-on"),
        ('\n[severities]\nPRE002 = "info"\nREF001 = "high"\n', "line 4, key severities.REF001"),
        ('["per-file-ignores"]\n"old/*.md" = "SPN"\n', "line 2, key per-file-ignores.old/*.md"),
        ('[colours]\nitems = ";"\n', "line 1, key colours"),
        ('[rules.OPR005]\nitems = ";"\n', "line 1, key rules"),
        ('profile = "ga"\nfail-on = "info"\nfail_on = "error"\n', "line 3, key fail_on"),
        ("[options.OPR005]\nmatch_case = true\nmatch-case = false\n", "line 3, key options.OPR005.match-case"),
        ('\nrules = ["nowhere"]\n', "line 2, key rules"),
        ('\nextend = "nowhere.toml"\n', "line 2, key extend"),
        ('format = "yaml"\n', "line 1, key format"),
        ('min-severity = "grave"\n', "line 1, key min-severity"),
        ("baseline = 3\n", "line 1, key baseline"),
        ('exclude = "archive"\n', "line 1, key exclude"),
        ('exclude = ["archive/", "!"]\n', "line 1, key exclude"),
        ('language = "martian"\n', "line 1, key language"),
        ('[[tables.speling]]\nprefer = "a"\n', "line 1, key tables.speling"),
    ],
)
def test_a_fault_is_told_with_its_line(tmp_path: Path, text: str, told: str) -> None:
    place = tmp_path / "resolint.toml"
    place.write_text(text, encoding="utf-8")
    with pytest.raises(BadConfiguration, match=re.escape(f"resolint.toml, {told}: ")):
        read_config(place)


def test_a_key_that_is_like_none_is_told_with_all_there_are(tmp_path: Path) -> None:
    place = tmp_path / "resolint.toml"
    place.write_text("[zigzag]\nitems = 5\n", encoding="utf-8")
    with pytest.raises(BadConfiguration, match=r"allowed: .*options.*per-file-ignores.*words"):
        read_config(place)


def test_a_registry_names_days_of_the_calendar(tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_text("organ,kind,number,date\nGA,resolution,70/1,2015-09-31\n", encoding="utf-8")
    place = tmp_path / "resolint.toml"
    place.write_text('registry = "own.csv"\n', encoding="utf-8")
    with pytest.raises(BadConfiguration, match=r"own.csv, row 2, column date: '2015-09-31' is no date"):
        read_config(place)


def test_the_number_of_a_registry_has_a_figure(tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_text("organ,kind,number,date\nGA,resolution,seventy,2015-09-25\n", encoding="utf-8")
    place = tmp_path / "resolint.toml"
    place.write_text('registry = "own.csv"\n', encoding="utf-8")
    with pytest.raises(
        BadConfiguration, match=r"own.csv, row 2, column number: 'seventy' is no number; write it as 70/1"
    ):
        read_config(place)


@pytest.mark.parametrize("value", ["1" * 5000, "[" * 3000 + "]" * 3000], ids=["a number of 5000 digits", "3000 lists"])
def test_values_that_no_program_takes_are_one_sentence(tmp_path, value):
    path = tmp_path / "resolint.toml"
    path.write_text(f"ignore = {value}\n", encoding="utf-8")
    with pytest.raises(BadConfiguration, match="this is no TOML"):
        read_config(path)


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_dots_and_links_do_not_change_which_configuration_holds(tmp_path: Path) -> None:
    write(tmp_path / "resolint.toml", '[per-file-ignores]\n"archive/*.md" = ["ALL"]\n')
    write(tmp_path / "drafts" / "resolint.toml", 'select = ["PRE"]\n')
    draft = write(tmp_path / "archive" / "old.md", "")
    (tmp_path / "drafts" / "link").symlink_to(tmp_path / "archive", target_is_directory=True)
    (tmp_path / "drafts" / "link.md").symlink_to(draft)
    ways = (draft, tmp_path / "drafts/../archive/old.md", tmp_path / "drafts/link/old.md", tmp_path / "drafts/link.md")
    for way in ways:
        assert (found := find_config(way)) is not None
        assert found.path == tmp_path / "resolint.toml", way
        assert found.ignored_in(way) == {"archive/*.md": ("ALL",)}, way


def test_a_session_looks_anew_where_the_current_folder_has_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = Session()
    for name in ("one", "two"):
        write(tmp_path / name / "resolint.toml", "")
        write(tmp_path / name / "drafts" / "a.md", "")
        monkeypatch.chdir(tmp_path / name)
        for way in ("drafts/a.md", "drafts", "a.md", "."):
            assert (found := session.config(way)) is not None and found.path == tmp_path / name / "resolint.toml"


EXTENDED = """
select = ["PRE"]
ignore = ["NUM"]
extend-select = ["OPR001"]
words = ["intersessional"]
exclude = ["archive/"]
rules = ["cards"]
baseline = "known.json"
base = "base.docx"
min-severity = "warning"

[severities]
PRE = "info"
NUM = "info"

[options.NUM001]
limit = 10
ranges = true

[per-file-ignores]
"old/*.md" = ["STR"]

[[tables.country-names]]
avoid = "Seedland"
prefer = "Republic of Seedland"
"""
EXTENDING = """
extend = "../shared/house.toml"
ignore = []
extend-select = ["OPR002"]
words = ["seedbank"]
exclude = ["!archive/"]
rules = ["more"]

[severities]
PRE = "error"

[options.NUM001]
limit = 12

[[tables.country-names]]
avoid = "Treeland"
prefer = "Kingdom of Treeland"
"""


def test_an_extended_file_gives_what_the_nearer_one_leaves_open(tmp_path: Path) -> None:
    shared = write(tmp_path / "shared" / "house.toml", EXTENDED)
    own = write(tmp_path / "own" / "resolint.toml", EXTENDING)
    for folder in ("shared/cards", "own/more"):
        (tmp_path / folder).mkdir()
    config = read_config(own)
    assert (config.path, config.select, config.ignore) == (own, ("PRE",), ())
    assert config.extend_select == ("OPR001", "OPR002")
    assert config.words == ("intersessional", "seedbank")
    assert config.rules == (str(tmp_path / "shared" / "cards"), str(tmp_path / "own" / "more"))
    assert config.severities == {"PRE": "error", "NUM": "info"}
    assert config.options == {"NUM001": {"limit": 12, "ranges": True}}
    assert config.min_severity == "warning"
    # Paths count from the file in which they stand.
    assert config.baseline == str(tmp_path / "shared" / "known.json")
    assert config.base == str(tmp_path / "shared" / "base.docx")
    assert config.ignored_in(tmp_path / "shared" / "old" / "a.md") == {"old/*.md": ("STR",)}
    assert config.ignored_in(tmp_path / "own" / "old" / "a.md") == {}
    assert [row["avoid"] for row in config.tables["country-names"]] == ["Seedland", "Treeland"]
    # A message names the file in which the fault stands.
    assert config.at("severities.NUM") == "../shared/house.toml, line 14, key severities.NUM"
    assert config.at("extend-select", "OPR001") == "../shared/house.toml, line 4, key extend-select"
    assert config.at("extend-select", "OPR002") == "resolint.toml, line 4, key extend-select"
    assert config.at("options.NUM001.limit") == "resolint.toml, line 13, key options.NUM001.limit"
    assert shared.is_file()


@pytest.mark.parametrize("circle", [("resolint.toml",), ("a.toml", "resolint.toml"), ("a.toml", "b.toml", "a.toml")])
def test_a_circle_of_extended_files_is_told(tmp_path: Path, circle: tuple[str, ...]) -> None:
    for name, target in zip(("resolint.toml", *circle), circle, strict=False):
        write(tmp_path / name, f'extend = "{target}"\n')
    with pytest.raises(BadConfiguration, match=r"line 1, key extend: \S+ is extended in a circle") as caught:
        read_config(tmp_path / "resolint.toml")
    assert "\n" not in str(caught.value)


def test_exclude_is_read_as_git_reads_its_patterns(tmp_path: Path) -> None:
    config = read_config(write(tmp_path / "resolint.toml", 'exclude = ["archive/", "/*.txt", "!keep.txt"]\n'))
    (tmp_path / "archive").mkdir()
    assert config.excludes(tmp_path / "archive", is_folder=True)
    assert config.excludes(tmp_path / "deep" / ".." / "notes.txt")
    assert not config.excludes(tmp_path / "keep.txt")
    assert not config.excludes(tmp_path / "deep" / "notes.txt")
    assert not config.excludes(tmp_path.parent / "notes.txt")


def test_cards_beside_a_configuration_are_those_of_the_project(tmp_path: Path) -> None:
    place = write(tmp_path / "resolint.toml", "")
    (tmp_path / "rules" / "minutes").mkdir(parents=True)
    assert read_config(place).rules == ()
    (tmp_path / "rules" / "OWN").mkdir()
    assert read_config(place).rules == (str(tmp_path / "rules"),)
    write(place, "rules = []\n")
    assert read_config(place).rules == ()


def test_the_formats_of_a_configuration_are_those_of_the_reports() -> None:
    from resolint.profile.keys import FORMATS
    from resolint.report import FORMATS as ALL

    assert sorted(FORMATS) == sorted(ALL)
