"""The JSON Schemas in docs/schemas are true: of every output, and of what a configuration may hold."""

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from resolint.cards import tables
from resolint.cli.root import cli
from resolint.profile import keys
from tests.support.rows import each
from tests.support.runner import runner

pytestmark = pytest.mark.slow

FOLDER = Path(__file__).parent.parent / "docs" / "schemas"
NAMES = sorted(path.stem for path in FOLDER.glob("*.json"))
BASE = """# Village seed libraries

*The General Assembly*,

*Recalling* its resolution 71/2 of 5 October 2016 on village seed libraries,[^1]

1. *Requests* the Office to report within existing resources on the matter:

(a) Every spring;

(b) Every autumn;

2. *Decides* to consider the matter at its next session.

[^1]: See [A/71/990](https://undocs.org/A/71/990).
"""
DRAFT = BASE.replace("libraries,[", "libraries[").replace("*Requests*", "Urges").replace(
    "spring", "spring and summer"
) + ("\n## Annex\n\n### How seeds are kept\n\n1. *Notes* that seeds are kept dry.\n")


def schema(name: str) -> dict[str, Any]:
    return json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))


def strict(value: Any) -> Any:
    """A schema that lets no key pass of which it does not speak, so that a new one cannot be forgotten."""
    if isinstance(value, list):
        return [strict(entry) for entry in value]
    if not isinstance(value, dict):
        return value
    closed = {key: strict(entry) for key, entry in value.items()}
    if (
        "properties" in value
        and isinstance(value["properties"], dict)
        and value.get("type") in ("object", ["object", "null"])
    ):
        closed.setdefault("additionalProperties", False)
    return closed


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "adopted").mkdir()
    (tmp_path / "base.md").write_text(BASE, encoding="utf-8")
    (tmp_path / "draft.md").write_text(DRAFT, encoding="utf-8")
    adopted = '+++\nsymbol = "A/RES/72/9"\nbody = "General Assembly"\ndate = "4 December 2017"\n+++\n\n' + BASE
    (tmp_path / "adopted" / "one.md").write_text(adopted, encoding="utf-8")
    older = adopted.replace("72/9", "71/2").replace("2017", "2016").replace("Every autumn", "Each autumn")
    (tmp_path / "adopted" / "two.md").write_text(older, encoding="utf-8")
    run("corpus", "add", "adopted", "--corpus", "texts.db")
    return tmp_path


def run(*args: str) -> str:
    done = runner().invoke(cli, args)
    assert done.exit_code in (0, 1), done.output
    return done.stdout


OUTPUTS: dict[str, list[list[str]]] = {
    "lint": [
        ["ready", "draft.md", "-f", "json"],
        ["lint", "draft.md", "base.md", "none.md", "-f", "json", "--statistics"],
        ["lint", "draft.md", "-f", "json", "--against", "hrc"],
    ],
    "show": [["show", "draft.md", "-f", "json"], ["export", "base.md", "--to", "json"]],
    "compare": [["compare", "base.md", "draft.md", "-f", "json"], ["compare", "base.md", "base.md", "-f", "json"]],
    "agreed": [["agreed", "draft.md", "--corpus", "texts.db", "-f", "json"]],
    "suggestions": [["agreed", "--suggest", "Decides to consider the matter", "--corpus", "texts.db", "-f", "json"]],
    "citations": [["citations", "draft.md", "-f", "json"]],
    "consistency": [["consistency", "draft.md", "-f", "json"]],
    "concord": [["concord", "base.md", "draft.md", "-f", "json"], ["concord", "draft.md", "base.md", "-f", "json"]],
    "attest": [
        ["attest", "in accordance to", "-f", "json"],
        ["attest", "to remain seized of the matter", "-f", "json"],
    ],
    "rules": [["rules", "list", "-f", "json"], ["rules", "list", "-f", "json", "--profile", "hrc"]],
    "profiles": [["profiles", "list", "-f", "json"]],
    "templates": [["templates", "list", "-f", "json"]],
    "template": [["templates", "show", "ga-committee", "-f", "json"]],
    "corpus-list": [["corpus", "list", "--corpus", "texts.db", "-f", "json"]],
    "corpus-info": [["corpus", "info", "--corpus", "texts.db", "-f", "json"]],
    "corpus-text": [["corpus", "info", "A/RES/72/9", "--corpus", "texts.db", "-f", "json"]],
    "corpus-search": [["corpus", "search", "matter", "--corpus", "texts.db", "-f", "json"]],
    "grades": [["teach", "grade", "ex.md", "draft.md", "--key", "ex.key.json", "-f", "json"]],
    "exercise-key": [],
    "actions": [["actions", "draft.md", "base.md", "-f", "json"]],
    "baseline": [],
    "decisions": [],
    "config": [],
}


@each("name", NAMES)
def test_a_schema_is_one_and_is_proved_here(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(schema(name))
    assert name in OUTPUTS


@pytest.mark.parametrize("name", [name for name, commands in OUTPUTS.items() if commands])
def test_real_outputs_are_as_their_schema_says(project: Path, name: str) -> None:
    if name == "grades":
        run("teach", "exercise", "-o", "ex.md", "--faults", "2", "--seed", "1")
        key = json.loads((project / "ex.key.json").read_text(encoding="utf-8"))
        jsonschema.validate(key, strict(schema("exercise-key")))
    for command in OUTPUTS[name]:
        done = runner().invoke(cli, command)
        assert done.exit_code in (0, 1, 2) and done.stdout, done.output
        jsonschema.validate(json.loads(done.stdout), strict(schema(name)))


def test_a_baseline_is_as_its_schema_says(project: Path) -> None:
    run("lint", "draft.md", "--write-baseline", "known.json")
    written = json.loads((project / "known.json").read_text(encoding="utf-8"))
    assert written["findings"]
    jsonschema.validate(written, strict(schema("baseline")))


def test_decisions_are_as_their_schema_says() -> None:
    from resolint.decisions import Decision, written

    both = [Decision("0" * 16, "PRE002", "accept"), Decision("1" * 16, "OPR001", "keep", "agreed")]
    jsonschema.validate(json.loads(written(both, name="a.docx", sha256="0" * 64)), strict(schema("decisions")))


def commands_with_json(group: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    import click

    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            yield from commands_with_json(command, (*path, name))
        elif any("json" in getattr(option.type, "choices", ()) for option in command.params):
            yield (*path, name)


def test_every_command_that_writes_json_has_a_schema() -> None:
    proved = {tuple(word for word in command[:2]) for commands in OUTPUTS.values() for command in commands}
    for command in commands_with_json(cli):
        assert any(one[: len(command)] == command for one in proved), command


def test_the_schema_of_the_configuration_names_every_key_and_every_word() -> None:
    found = schema("config")["properties"]
    assert {key for key in found if "_" not in key} == set(keys.KEYS)
    assert {key for key in found if "_" in key} == {key.replace("-", "_") for key in keys.KEYS if "-" in key}
    for key, words in keys.WORDS.items():
        assert sorted(found[key]["enum"]) == sorted(words)
    assert found["language"]["enum"] == sorted(row["code"] for row in tables()["function-words"])


def test_the_configurations_of_the_documentation_are_as_the_schema_says(root: Path) -> None:
    pages = [
        (root / name).read_text(encoding="utf-8")
        for name in ("docs/configuration.md", "docs/model-un.md", "rules/README.md")
    ]
    texts = [text for page in pages for text in re.findall(r"^```toml\n(.*?)^```", page, re.M | re.S)]
    settings = [tomllib.loads(text) for text in texts if "check = " not in text and "wakes = " not in text]
    assert len(settings) > 1
    for values in settings:
        jsonschema.validate(values, schema("config"))


@each(
    "wrong",
    ["colour = 1", "select = 3", 'view = "final"', 'fail_on = "grave"', 'severities = "error"', "min-severity = 1"],
)
def test_the_schema_refuses_what_resolint_refuses(wrong: str) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(tomllib.loads(wrong), schema("config"))
