import subprocess
import sys
from pathlib import Path

import pytest

from resolint import cards
from resolint.cards.load import parse_card
from resolint.errors import BadCard
from tests.support.rows import each

FRONT = """id = "ZZZ001"
name = "title-shouted"
severity = "warning"
confidence = "high"
authority = "an invented manual"
message = "the title shouts: {text}"
"""
BODY = """
## What it finds

A title in capitals.

## Why it matters

It shouts.

## What to write

Small letters.

## Examples

```bad
# {{SHOUT}}
```

```good profile=cnd name=draft.md
# Speak
```
"""
PLACE = "rules/ZZZ/ZZZ001-title-shouted.md"


def source(front: str = FRONT, body: str = BODY) -> str:
    return f"+++\n{front}+++\n{body}"


def with_line(line: str) -> str:
    key = line.split("=")[0].strip()
    kept = [old for old in FRONT.splitlines() if not old.startswith(f"{key} ")]
    return source("\n".join([*kept, line]) + "\n")


def refusal(text: str, place: str = PLACE, *, examples: bool = True) -> str:
    with pytest.raises(BadCard) as caught:
        parse_card(text, place, examples=examples)
    message = str(caught.value)
    assert "\n" not in message
    assert place in message
    return message


def test_a_card_is_read_whole() -> None:
    card = parse_card(source(), PLACE)
    assert (card.id, card.name, card.family, card.check, card.fix) == ("ZZZ001", "title-shouted", "ZZZ", "code", None)
    assert card.prose == {
        "What it finds": "A title in capitals.",
        "Why it matters": "It shouts.",
        "What to write": "Small letters.",
    }
    bad, good = card.examples
    assert (bad.kind, bad.source, bad.marked) == ("bad", "# SHOUT\n", ((2, 7),))
    assert good.options == {"profile": "cnd", "name": "draft.md"}
    assert source().split("\n")[bad.line - 1] == "```bad"
    assert source().split("\n")[good.line - 1].startswith("```good")


def test_prose_and_examples_are_left_alone_unless_asked_for() -> None:
    card = parse_card(source(body="\nno headings at all {{"), PLACE, examples=False)
    assert card.prose == {}
    assert card.examples == ()


def test_line_ends_and_byte_order_mark_of_other_systems_do_no_harm() -> None:
    windows = "\ufeff" + source().replace("\n", "\r\n")
    assert parse_card(windows, PLACE) == parse_card(source(), PLACE)


@each(
    ("line", "words"),
    [
        ('severty = "error"', "severity"),
        ('severity = "grave"', "error, warning, info"),
        ('severity = "eror"', "did you mean error?"),
        ('confidence = "hgih"', "did you mean high?"),
        ('fix = "ask"', "safe, suggest, advice"),
        ('check = "swop"', "did you mean swap?"),
        ('kinds = ["resolutions"]', "did you mean resolution?"),
        ('needs = ["italic"]', "did you mean italics?"),
        ('needs = "italics"', "a list of texts"),
        ('excuses = ["PRE002"]', "a table of reasons by rule is needed"),
        ("excuses = { PRE002 = true }", "a table of reasons by rule is needed"),
        ("bodies = [1]", "a list of texts"),
        ("message = 3", "a text"),
        ('message = " "', "a text"),
        ('since = "2018"', "year-month-day"),
        ("options = 3", "[options]"),
    ],
)
def test_a_faulty_key_is_named_with_its_line_and_what_is_allowed(line: str, words: str) -> None:
    text = with_line(line)
    message = refusal(text)
    number = text.split("\n").index(line) + 1
    assert f"line {number}, key {line.split()[0]}" in message
    assert words in message


@each("key", ["id", "name", "severity", "confidence", "authority", "message"])
def test_a_missing_key_is_named(key: str) -> None:
    front = "".join(line for line in FRONT.splitlines(keepends=True) if not line.startswith(f"{key} "))
    assert f"key {key}: the key is missing" in refusal(source(front))


@each("wrong", ["ZZ001", "zzz001", "ZZZ01", "ZZZ0001", "ZZZZ01", "ÄÄÄ001", "ZZZ00١"])
def test_an_id_is_three_letters_and_three_digits(wrong: str) -> None:
    assert "key id" in refusal(with_line(f'id = "{wrong}"'))


@each("wrong", ["Title-Shouted", "title--shouted", "title_shouted", "-title", "títle"])
def test_a_name_is_small_letters_and_hyphens(wrong: str) -> None:
    assert "key name" in refusal(with_line(f'name = "{wrong}"'))


def test_a_card_lies_where_its_id_and_name_say() -> None:
    assert "ZZZ/ZZZ001-title-shouted.md" in refusal(source(), "rules/ZZZ/ZZZ001-title-loud.md")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("id = 1\n", "begins with a line +++"),
        ("+++\nid = 1\n", "not closed"),
        ("+++\nid = \n+++\n", "no TOML"),
    ],
)
def test_front_matter_must_be_there_and_be_toml(text: str, words: str) -> None:
    assert words in refusal(text)


@each(
    ("old", "new", "words"),
    [
        ("## Why it matters", "## Why", "'## Why' does not belong here"),
        ("## What to write\n\nSmall letters.\n", "", "'## Examples' does not belong here"),
        ("## Examples", "## Example", "'## Example' does not belong here"),
        ("```bad", "```worse", "not 'worse'"),
        ("profile=cnd", "profil=cnd", "'profil=cnd' says nothing"),
        ("{{SHOUT}}", "{{SHOUT", "do not pair"),
        ("{{SHOUT}}", "SHOUT}}", "do not pair"),
        ("{{SHOUT}}", "{{SH{{O}}UT}}", "do not pair"),
        ("{{SHOUT}}", "SHOUT", "mark each fault"),
        ("# Speak", "# {{Speak}}", "only a bad example"),
        ("```good", "```fixed", "```good example is missing"),
        ("```bad\n# {{SHOUT}}\n```\n", "", "```bad example is missing"),
        ("# Speak\n```\n", "# Speak\n", "not closed"),
    ],
)
def test_a_fault_in_the_body_is_told(old: str, new: str, words: str) -> None:
    body = BODY.replace(old, new)
    assert body != BODY
    assert words in refusal(source(body=body))


def test_the_line_of_an_unpaired_mark_is_told() -> None:
    text = source(body=BODY.replace("# {{SHOUT}}", "# {{A}}\n\n# {{B"))
    assert f"line {text.split(chr(10)).index('# {{B') + 1}:" in refusal(text)


def test_a_fixed_example_follows_a_bad_one_and_a_promised_fix_has_one() -> None:
    after_good = BODY + "\n```fixed\n# Speak\n```\n"
    assert "follows the bad one" in refusal(source(body=after_good))
    text = with_line('fix = "suggest"')
    assert "promises a fix" in refusal(text)
    fixed = text.replace("```good", "```fixed\n# Shout\n```\n\n```good")
    assert [example.kind for example in parse_card(fixed, PLACE).examples] == ["bad", "fixed", "good"]


def write(folder: Path, text: str, place: str = "ZZZ/ZZZ001-title-shouted.md") -> None:
    (folder / place).parent.mkdir(exist_ok=True)
    (folder / place).write_text(text, encoding="utf-8")


def test_cards_of_other_folders_join_those_of_resolint(tmp_path: Path) -> None:
    write(tmp_path, source())
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "README.md").write_text("no card", encoding="utf-8")
    own, joined = cards.load_cards(), cards.load_cards(tmp_path)
    assert {card.id for card in joined} - {card.id for card in own} == {"ZZZ001"}
    assert [card.id for card in joined] == sorted(card.id for card in joined)


def test_a_card_is_read_alone_as_among_all(tmp_path: Path) -> None:
    assert [cards.whole(card) for card in cards.load_cards()] == list(cards.load_cards(examples=True))
    write(tmp_path, source())
    own = next(card for card in cards.load_cards(tmp_path) if card.id == "ZZZ001")
    assert not own.examples and cards.whole(own, tmp_path).examples
    assert cards.whole(own, tmp_path) in cards.load_cards(tmp_path, examples=True)
    (tmp_path / own.path.partition("/")[2]).unlink()
    with pytest.raises(BadCard, match=r"ZZZ001-title-shouted.md: the card is not there any more"):
        cards.whole(own, tmp_path)


def test_an_id_or_name_that_is_taken_is_refused(tmp_path: Path) -> None:
    one, two, three = tmp_path / "one", tmp_path / "two", tmp_path / "three"
    for folder in (one, two, three):
        folder.mkdir()
    write(one, source())
    write(two, source().replace("title-shouted", "title-loud"), "ZZZ/ZZZ001-title-loud.md")
    write(three, source().replace("ZZZ001", "ZZZ002"), "ZZZ/ZZZ002-title-shouted.md")
    with pytest.raises(BadCard, match=r"ZZZ001 is taken already, by one/ZZZ/ZZZ001-title-shouted\.md"):
        cards.load_cards(one, two)
    with pytest.raises(BadCard, match=r"title-shouted is taken already"):
        cards.load_cards(one, three)


def test_unreadable_cards_are_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "ZZZ").mkdir()
    (tmp_path / "ZZZ" / "ZZZ001-title-shouted.md").write_bytes(b"+++\n\xff\n+++\n")
    with pytest.raises(BadCard, match="not in UTF-8"):
        cards.load_cards(tmp_path)
    with pytest.raises(BadCard, match="no such folder"):
        cards.load_cards(tmp_path / "nowhere")


def test_loading_for_a_lint_run_imports_nothing_heavy() -> None:
    code = (
        "import sys; from resolint import cards; assert cards.load_cards();"
        "print([name for name in ('tomllib', 'difflib', 'logging', 'importlib.metadata', 'lxml') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_card_beside_the_folders_of_families_is_told(tmp_path: Path) -> None:
    (tmp_path / "ZZZ001-title-shouted.md").write_text(f"+++\n{FRONT}+++\n{BODY}", encoding="utf-8")
    with pytest.raises(
        BadCard, match=r"ZZZ001-title-shouted.md: a card lies in the folder of its family: .*/ZZZ/ZZZ001"
    ):
        cards.load_cards(tmp_path)


def test_a_card_with_a_name_of_its_own_is_told_and_prose_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text("Not a card.\n", encoding="utf-8")
    assert len(cards.load_cards(tmp_path)) == len(cards.load_cards())
    (tmp_path / "shouted.md").write_text(f"+++\n{FRONT}+++\n{BODY}", encoding="utf-8")
    with pytest.raises(BadCard, match=r"shouted.md: a card lies in the folder of its family: .*/ABC/ABC001-name.md"):
        cards.load_cards(tmp_path)


def test_the_line_of_a_fault_in_the_front_matter_is_that_of_the_file() -> None:
    broken = f"+++\n{FRONT}+++\n{BODY}".replace('severity = "warning"', 'severity = "warning')
    with pytest.raises(BadCard, match=r"no TOML: .*at line 4 of the card"):
        parse_card(broken, "rules/ZZZ/ZZZ001-title-shouted.md")


def test_what_is_otherwise_in_a_language_takes_the_place_of_what_the_card_says() -> None:
    front = FRONT + '[draft.fr]\ncheck = "forbid"\nmessage = "le titre crie : {text}"\nterms = ["CRI"]\n'
    card = parse_card(f"+++\n{front}+++\n{BODY}", "ZZZ/ZZZ001-title-shouted.md")
    assert card.languages == ("en", "fr") and card.spoken("es") is card
    spoken = card.spoken("fr")
    assert (spoken.check, spoken.message, spoken.options) == ("forbid", "le titre crie : {text}", {"terms": ["CRI"]})
    assert spoken.mark == "ZZZ001 draft" and spoken.drafts == {}


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ("[draft.de]\nfix = 'safe'", "'de' is not allowed"),
        ("[draft.fr]\nseverity = 'loud'", "'loud' is not allowed"),
        ("[draft.fr]\ncheck = 'forbid'", "needs terms or patterns or table"),
    ],
)
def test_a_faulty_table_for_a_language_is_told(table: str, words: str) -> None:
    with pytest.raises(BadCard, match=words):
        parse_card(f"+++\n{FRONT}{table}\n+++\n{BODY}", "ZZZ/ZZZ001-title-shouted.md")
