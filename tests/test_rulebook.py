from dataclasses import replace
from pathlib import Path

import pytest

from resolint import cards, profile, rulebook
from resolint.errors import BadCard, BadConfiguration
from resolint.profile import Config, Profile
from resolint.rule import Card
from tests.support.rows import each


def card(rule_id: str, name: str, **more: object) -> Card:
    options = {"terms": ["x"]}
    return Card(rule_id, name, "warning", "high", "a manual", "no {text}", "forbid", options=options, **more)  # type: ignore[arg-type]


ONE, TWO = card("AAA001", "first-fault"), card("AAA002", "second-fault")
OTHER, OFF = card("BBB001", "third-fault"), card("BBB002", "fourth-fault", off="a matter of taste")
ALL = (ONE, TWO, OTHER, OFF)
GA = Profile("ga", "General Assembly", ("ga", "un"))


def ids(*args: object, **more: object) -> list[str]:
    return [rule.card.id for rule in rulebook.select(*args, **more)]  # type: ignore[arg-type]


def test_every_rule_runs_but_those_that_are_off() -> None:
    assert ids(tuple(reversed(ALL)), GA) == ["AAA001", "AAA002", "BBB001"]


@each(
    ("selectors", "expected"),
    [
        (("AAA001",), ["AAA001"]),
        (("aaa001",), ["AAA001"]),
        (("first-fault", "BBB001"), ["AAA001", "BBB001"]),
        (("AAA",), ["AAA001", "AAA002"]),
        (("AAA0", "BBB001"), ["AAA001", "AAA002", "BBB001"]),
        (("ALL",), ["AAA001", "AAA002", "BBB001"]),
        (("BBB",), ["BBB001"]),
        (("BBB002",), ["BBB002"]),
        (("fourth-fault",), ["BBB002"]),
        (("ALL", "BBB002"), ["AAA001", "AAA002", "BBB001", "BBB002"]),
    ],
)
def test_selectors_are_ids_names_families_and_beginnings(selectors: tuple[str, ...], expected: list[str]) -> None:
    assert ids(ALL, GA, select=selectors) == expected


def test_what_is_ignored_does_not_run() -> None:
    assert ids(ALL, GA, ignore=("AAA",)) == ["BBB001"]
    assert ids(ALL, GA, select=("ALL",), ignore=("second-fault", "BBB001")) == ["AAA001"]
    assert ids(ALL, GA, ignore=("ALL",)) == []


@each("wrong", ["AAA01", "AAB", "A", "", "firstfault", "AAA0011"])
def test_a_selector_that_fits_nothing_is_told(wrong: str) -> None:
    with pytest.raises(BadConfiguration, match=f"--select: there is no rule {wrong};"):
        ids(ALL, GA, select=(wrong,))
    with pytest.raises(BadConfiguration, match="--ignore: there is no rule"):
        ids(ALL, GA, ignore=(wrong,))


def test_the_nearest_rule_is_named() -> None:
    with pytest.raises(BadConfiguration, match=r"did you mean first-fault\?"):
        ids(ALL, GA, select=("first-falt",))
    with pytest.raises(BadConfiguration, match=r"did you mean AAA00[12]\?"):
        ids(ALL, GA, select=("AAA0010",))


def config(**more: object) -> Config:
    return Config(path=Path("/project/resolint.toml"), **more)  # type: ignore[arg-type]


def test_the_command_line_takes_the_place_of_the_configuration() -> None:
    asked = config(select=("AAA",), ignore=("AAA002",))
    assert ids(ALL, GA, config=asked) == ["AAA001"]
    assert ids(ALL, GA, config=asked, select=("ALL",)) == ["AAA001", "BBB001"]
    assert ids(ALL, GA, config=asked, ignore=("AAA001",)) == []


def test_files_can_be_spared() -> None:
    asked = config(per_file_ignores={"old/*": ("BBB",), "*.md": ("AAA001",)})
    assert ids(ALL, GA, config=asked, path="/project/old/a.docx") == ["AAA001", "AAA002"]
    assert ids(ALL, GA, config=asked, path="/project/new.md") == ["AAA002", "BBB001"]
    assert ids(ALL, GA, config=asked) == ["AAA001", "AAA002", "BBB001"]


@each(
    ("asked", "key"),
    [
        (config(select=("AAB001",)), "key select"),
        (config(ignore=("AAB001",)), "key ignore"),
        (config(per_file_ignores={"*.md": ("AAB001",)}), r"key per-file-ignores\.\*\.md"),
        (config(severities={"AAB001": "error"}), r"key severities\.AAB001"),
        (config(options={"AAB001": {}}), r"key options\.AAB001"),
    ],
)
def test_an_unknown_rule_in_the_configuration_is_told_with_file_and_key(asked: Config, key: str) -> None:
    with pytest.raises(BadConfiguration, match=rf"^resolint\.toml, {key}: .*did you mean") as caught:
        ids(ALL, GA, config=asked)
    assert "AAB001" in str(caught.value)


def test_a_profile_switches_rules_off_and_on() -> None:
    off = replace(GA, off={"AAA001": "not done here", "BBB": "no such part"})
    assert ids(ALL, off) == ["AAA002"]
    assert ids(ALL, off, select=("AAA",)) == ["AAA002"]
    assert ids(ALL, off, select=("AAA001",)) == ["AAA001"]
    assert ids(ALL, replace(GA, on=("fourth-fault",))) == ["AAA001", "AAA002", "BBB001", "BBB002"]


def test_rules_of_another_body_or_time_never_run() -> None:
    hrc, base = card("CCC001", "c-one", bodies=("hrc",)), card("CCC002", "c-two", bodies=("un",))
    since, until = card("CCC003", "c-three", since="2018-01-01"), card("CCC004", "c-four", until="2018-01-01")
    every = (hrc, base, since, until)
    assert ids(every, GA) == ["CCC003"]
    assert ids(every, replace(GA, edition="2017-12-31")) == ["CCC004"]
    assert ids(every, replace(GA, edition="2018-01-01")) == ["CCC003"]
    assert ids(every, Profile("hrc", "Human Rights Council", ("hrc", "un"))) == ["CCC001", "CCC003"]
    assert ids(every, Profile("club", "A club of the Council", ("club", "hrc", "un"))) == ["CCC001", "CCC003"]
    assert ids(every, Profile("un", "Any body", ("un",))) == ["CCC002", "CCC003"]
    assert ids(every, GA, select=("CCC001",)) == []


def test_the_nearest_severity_wins() -> None:
    def severities(chosen: Profile, asked: Config | None = None) -> list[str]:
        return [rule.severity for rule in rulebook.select(ALL, chosen, config=asked)]

    assert severities(GA) == ["warning", "warning", "warning"]
    assert severities(replace(GA, severities={"AAA": "info", "AAA001": "error"})) == ["error", "info", "warning"]
    rated = replace(GA, severities={"AAA001": "error"})
    assert severities(rated, config(severities={"ALL": "info", "third-fault": "error"})) == ["info", "info", "error"]


def test_options_come_from_card_profile_and_configuration_in_this_order() -> None:
    def options(chosen: Profile, asked: Config | None = None) -> object:
        return rulebook.select((ONE,), chosen, config=asked)[0].options

    assert options(GA) == {"terms": ["x"]}
    shaped = replace(GA, options={"AAA001": {"terms": ["y"], "parts": ["title"]}})
    assert options(shaped) == {"terms": ["y"], "parts": ["title"]}
    assert options(shaped, config(options={"first-fault": {"terms": ["z"]}})) == {"terms": ["z"], "parts": ["title"]}


@each(
    ("own", "words"),
    [
        ({"term": ["z"]}, r"key options\.AAA001\.term: there is no such option; did you mean terms\?"),
        ({"parts": ["titel"]}, r"key options\.AAA001\.parts: 'titel' is not allowed; did you mean title\?"),
        ({"patterns": ["a+"]}, r"key options\.AAA001\.patterns: 'a\+' repeats without a limit"),
        ({"terms": "z"}, r"key options\.AAA001\.terms: a value like \['x'\] is needed, not 'z'"),
    ],
)
def test_an_option_that_a_rule_does_not_have_is_told(own: dict[str, object], words: str) -> None:
    with pytest.raises(BadConfiguration, match=words):
        ids(ALL, GA, config=config(options={"AAA001": own}))
    bare = Card("DDD001", "bare", "info", "low", "a manual", "x", path="rules/DDD/DDD001-bare.md")
    with pytest.raises(BadConfiguration, match="DDD001 has no options"):
        ids((bare,), GA, config=config(options={"bare": {"limit": 3}}))


def test_a_card_without_its_function_is_told() -> None:
    bare = Card("DDD001", "bare", "info", "low", "a manual", "x", path="rules/DDD/DDD001-bare.md")
    with pytest.raises(BadCard, match=r'rules/DDD/DDD001-bare\.md, key check: .*@check\("DDD001"\)'):
        rulebook.select((bare,), GA)


def test_a_module_is_imported_only_when_one_of_its_rules_runs() -> None:
    import subprocess
    import sys

    code = (
        "import sys; from resolint import cards, pipeline, profile, rulebook;"
        "names = lambda: sorted({name.split('.')[2] for name in sys.modules if name.startswith('resolint.checks.')});"
        "rulebook.select(cards.load_cards(), profile.read_profile('ga')); print(names());"
        "pipeline.lint(b'*The General Assembly*,\\n\\n1. *Decides* to share 5%.', name='a.md',"
        " select=('SPL004', 'PRE', 'REF008', 'PBI')); print(names())"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    selected, run = map(eval, done.stdout.splitlines())
    assert selected == []
    assert "spl" in run
    assert not {"pre", "ref", "pbi"} & set(run)


def test_the_rules_of_resolint_can_all_be_selected_for_every_profile() -> None:
    every = cards.load_cards()
    for name in profile.profile_names():
        rules = rulebook.select(every, profile.read_profile(name))
        assert rules
        assert all(set(rule.card.bodies) <= set(profile.profile_names()) for rule in rules)


def test_extend_select_runs_rules_beside_the_others() -> None:
    assert ids(ALL, GA, config=config(extend_select=("BBB002",))) == ["AAA001", "AAA002", "BBB001", "BBB002"]
    assert ids(ALL, GA, config=config(select=("AAA",), extend_select=("BBB001",))) == ["AAA001", "AAA002", "BBB001"]
    assert ids(ALL, GA, config=config(extend_select=("BBB002",)), select=("AAA001",)) == ["AAA001"]
