"""Puts answers into the gaps of a skeleton: the draft in the notation."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Mapping, Sequence

from resolint import regex
from resolint.author.answers import Answer, answer
from resolint.author.errors import BadAnswer, BadTemplate
from resolint.author.template import GAP, Question, Template
from resolint.cards import lexicon
from resolint.cards.nearest import hint
from resolint.lexicon.organs import speaking

__all__ = ["default", "fill", "read_answers"]

_MARKS = {"en": (",", ";", "."), "fr": (",", "\u00a0;", "."), "zh": ("，", "；", "。"), "ar": ("،", "؛", ".")}
"""What ends preambular paragraphs, operative ones and the last one, by language."""
_ITEM = "#. "
_HEADING = regex.compiled(r"#{1,6}\s")


def default(template: Template, key: str, today: datetime.date, given: Mapping[str, object] | None = None) -> str:
    """What is answered if nothing is said, empty if nothing can be assumed. ``given`` are the answers so far."""
    question = template.question(key)
    if question is None:
        return ""
    if question.kind == "date" and question.default == "today":
        return today.isoformat()
    committee = (given or {}).get(question.of, "") if question.of else ""
    return (speaking(committee, lexicon()) if isinstance(committee, str) else "") or question.default


def read_answers(template: Template, given: Mapping[str, object], today: datetime.date) -> dict[str, Answer]:
    """All answers of a template; what is not given is the default. Raises BadAnswer.

    A missing answer names the option that gives it, an unknown one the nearest question.
    """
    keys = [question.key for question in template.questions]
    for key in given:
        if key not in keys:
            raise BadAnswer(f"{key}: the template {template.name} does not ask this; {hint(str(key), keys)}")
    found: dict[str, Answer] = {}
    missing: list[Question] = []
    for question in template.questions:
        value = given.get(question.key, "")
        if value in ("", [], ()):
            value = default(template, question.key, today, given)
        one = answer(question, value)
        if question.required and not (one.text or one.items):
            missing.append(question)
        found[question.key] = one
    if missing:
        raise BadAnswer(_missing(template, missing))
    _check_symbol(template, found)
    return found


def _missing(template: Template, questions: Sequence[Question]) -> str:
    """Which answers are missing, and how to give them."""
    if len(questions) == 1:
        key, ask = questions[0].key, questions[0].ask.rstrip("?:. ")
        return f"{key}: this answer is missing ({ask}); give it with --set {key}=… or in the file of --answers"
    return (
        f"{', '.join(question.key for question in questions)}: these answers are missing; give them with --set KEY=… or in the "
        f"file of --answers; 'resolint templates show {template.name}' tells what each asks"
    )


def fill(template: Template, given: Mapping[str, object], today: datetime.date) -> str:
    """The draft in the notation that the template makes of these answers. Raises BadAnswer, BadTemplate."""
    answers = read_answers(template, given, today)
    front, body = _divided(template)
    return _front(front, answers, template) + _body(body, answers, template.language)


def _divided(template: Template) -> tuple[str, str]:
    found = re.match(r"\+\+\+\n(.*?\n)?\+\+\+\n", template.skeleton, re.DOTALL)
    return (found[1] or "", template.skeleton[found.end() :]) if found else ("", template.skeleton)


def _front(source: str, answers: Mapping[str, Answer], template: Template) -> str:
    import tomllib

    from resolint.notation.front import write_front

    try:
        values = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        raise BadTemplate(f"templates/{template.name}/skeleton.md: the front matter is no TOML: {error}") from None
    kept = {}
    for key, value in values.items():
        filled = _filled(str(value), answers, literal=True)
        if filled:
            kept[key] = filled
    return write_front(kept, ())


def _filled(text: str, answers: Mapping[str, Answer], literal: bool = False) -> str | None:
    """``text`` with its gaps filled; None if one of them has no answer. ``literal`` writes no Markdown."""
    from resolint.notation.escaping import escape

    if any(not _value(answers, gap) for gap in GAP.findall(text)):
        return None
    return GAP.sub(lambda gap: _value(answers, gap[1]) if literal else "".join(escape(_value(answers, gap[1]))), text)


def _value(answers: Mapping[str, Answer], gap: str) -> str:
    key, _, short = gap.partition(".")
    one = answers[key]
    if short == "last":
        return one.code.rpartition("/")[2]
    return one.code if short else one.text


def _body(source: str, answers: Mapping[str, Answer], language: str) -> str:
    written: list[str] = []
    for paragraph in re.split(r"\n[ \t]*\n", source.strip("\n")):
        alone = GAP.fullmatch(paragraph.strip())
        key = alone[1] if alone else ""
        if alone and answers[key.removesuffix(".code")].items:
            written += _clauses(answers[key], language)
            continue
        filled = _filled(paragraph, answers)
        if filled is not None and not _said(filled, written):
            written.append(filled)
    return "\n\n".join(_numbered(_ended(written, language), language)) + "\n"


def _said(paragraph: str, written: Sequence[str]) -> bool:
    """Whether an operative paragraph of the skeleton was answered already, with an adverb more or less."""
    return paragraph.startswith(_ITEM) and _kernel(paragraph) in map(_kernel, written)


def _kernel(paragraph: str) -> tuple[str, ...]:
    """The words of a paragraph without numbers, marks and adverbs."""
    words = re.findall(r"[^\W\d_]+", paragraph.casefold())
    return tuple(word for word in words if not word.endswith(("ly", "ment")) and word not in ("also", "further"))


def _clauses(given: Answer, language: str) -> list[str]:
    from resolint.notation.escaping import escape

    comma, semicolon, _ = _MARKS.get(language, _MARKS["en"])
    label, mark = (_ITEM, semicolon) if given.code == "operative" else ("", comma)
    before, behind = given.marks
    return [f"{label}{before}{opener}{behind}{''.join(escape(f'x{rest}'))[1:]}{mark}" for opener, rest in given.items]


def _ended(paragraphs: list[str], language: str) -> list[str]:
    """The last numbered paragraph of each act ends with a full stop."""
    found = list(paragraphs)
    _, semicolon, stop = _MARKS.get(language, _MARKS["en"])
    for at, text in enumerate(found):
        if not text.endswith(semicolon):
            continue
        after = next((one for one in found[at + 1 :] if not one.startswith("[^")), "# ")
        if _HEADING.match(after):
            found[at] = f"{text[: -len(semicolon)]}{stop}"
    return found


def _numbered(paragraphs: list[str], language: str) -> list[str]:
    """``#.`` at the start of a paragraph becomes its number, which begins again behind titles and annexes.

    One that has no other beside it is not numbered, as the rule on a lone operative paragraph (STR010) wants it.
    """
    part, parts = 0, []
    for text in paragraphs:
        part += text.startswith(("# ", "## "))
        parts.append(part if text.startswith(_ITEM) else -1)
    sizes = Counter(parts)
    counts: Counter[int] = Counter()
    found = []
    for text, part in zip(paragraphs, parts, strict=True):
        if part < 0:
            found.append(text)
            continue
        counts[part] += 1
        label = "" if sizes[part] == 1 else f"{counts[part]} - " if language == "ar" else f"{counts[part]}. "
        found.append(label + text[len(_ITEM) :])
    return found


def _check_symbol(template: Template, answers: Mapping[str, Answer]) -> None:
    """Raises BadAnswer for a symbol that does not fit the body or contradicts another answer."""
    given = answers.get("symbol")
    if given is None or not given.text or not template.symbol:
        return
    form = re.sub(r"\{(\w+)\}", lambda found: answers[found[1]].code if found[1] in answers else "#", template.symbol)
    parts = [re.escape(part) for part in re.sub(r"/Rev\.\d+$|/Amend\.\d+$", "", form).split("#")]
    pattern = r"\d{1,4}".join(parts) + r"(?:/Rev\.\d{1,2})?"
    if not re.fullmatch(pattern, given.text):
        raise BadAnswer(
            f"symbol: {given.text} does not fit the other answers: for {template.title.split(':')[0]} with these answers "
            f"it looks like {form.replace('#', '7')}; correct the symbol, or leave it empty until it is assigned"
        )
