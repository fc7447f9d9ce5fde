"""Adjectives and verbs that have to agree with the organ that speaks: *consciente*, *convencida*, *будучи убеждена*, *تقرر*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from resolint.checks.shared.tongues import ARABIC_VERBS, Head, heads, organ_gender, tongue_of
from resolint.findings import Edit, Fix, Hit
from resolint.model import Document
from resolint.rule import Context

__all__ = ["agreements"]

_SURE = 5
_MOST = 0.85
_ARABIC = re.compile(r"(?:و?إذ |و?اذ )?(?P<verb>[تي])(?=[\u0621-\u0652]{2,})")


def agreements(document: Document, context: Context) -> Iterator[Hit]:
    """What does not agree with the gender of the organ, with the right form as the fix."""
    gender = organ_gender(document, context)
    if gender:
        yield from _inside(document, context, gender)
    if context.lexicon.language == "ar":
        yield from _arabic(document, context, gender)
        return
    if not gender:
        return
    found = re.compile(context.options["adjectives"], re.IGNORECASE)
    several = _several(document, context)
    for head in heads(document, context):
        match = found.match(head.words)
        if match is not None:
            yield from _adjective(head, match, gender, context, several=several)
        for other in context.options.get("elsewhere", ()):
            for match in re.compile(other).finditer(head.words):
                yield from _adjective(head, match, gender, context, several=several)


def _inside(document: Document, context: Context, gender: str) -> Iterator[Hit]:
    """Pronouns and participles inside of a paragraph that name the organ (*de la tenir informée*, *قيد نظرها*)."""
    patterns = [(re.compile(row["find"]), row[gender]) for row in context.options.get("inside", ()) if gender in row]
    for head in heads(document, context):
        for pattern, rights in patterns:
            for match in pattern.finditer(head.words):
                right = rights.get(match["fault"])
                if right is not None:
                    span = head.block.span(head.start + match.start("fault"), head.start + match.end("fault"))
                    text = head.block.text[span.start : span.end]
                    whole = _whole_word(head.block.text, span.start, span.end)
                    said = head.block.text[whole[0] : whole[1]]
                    instead = head.block.text[whole[0] : span.start] + right + head.block.text[span.end : whole[1]]
                    fix = Fix(f"write “{instead}”", (Edit(span, right, text),), "suggest")
                    yield Hit(span, {"found": said, "instead": instead}, fix)


def _whole_word(text: str, start: int, end: int) -> tuple[int, int]:
    """The word that a place lies in."""
    while start and text[start - 1].isalpha():
        start -= 1
    while end < len(text) and text[end].isalpha():
        end += 1
    return start, end


def _several(document: Document, context: Context) -> bool:
    """Whether several organs speak, or none that is named."""
    lines = [document.text(act.organ_line) for act in document.acts if act.organ_line is not None]
    return not lines or any(f" {context.lexicon.grammar.and_} " in f" {line} " for line in lines)


def _adjective(head: Head, match: re.Match[str], gender: str, context: Context, *, several: bool) -> Iterator[Hit]:
    """The ending in the group ``end`` against the endings of the gender; a plural is right where several organs speak."""
    ends: dict[str, str] = context.options["endings"]
    word, end = match["word"], match["end"]
    pairs = [ends[key].split(" ") for key in sorted(ends) if word.lower().endswith(key.lstrip("-")) or key == "-"]
    masculine, feminine = pairs[-1] if pairs else ("", "")
    masculine, feminine = ("" if one == "0" else one for one in (masculine, feminine))
    wanted = feminine if gender == "f" else masculine
    if end.lower() == wanted or (end.lower() in context.options.get("plurals", ()) and several):
        return
    start = head.start + match.start("word")
    stop = head.start + match.end("end")
    text = head.block.text[start:stop]
    right = text[: len(text) - len(end)] + wanted
    fix = Fix(f"write “{right}”", (Edit(head.block.span(start, stop), right, text),), "suggest")
    yield Hit(head.block.span(start, stop), {"found": text, "instead": right}, fix)


def _arabic(document: Document, context: Context, gender: str) -> Iterator[Hit]:
    """Verbs of the openings in the other gender; without an organ line most of them tell the gender."""
    tongue = tongue_of(context)
    verbs = []
    for head in heads(document, context):
        match = _ARABIC.match(head.words)
        # The suffix of the verb or of its object names the organ, so the verb agrees with a subject that follows: يقلقها الجفاف.
        other = match is not None and tongue.says("other subject", tongue.fold(head.words)[0]) is not None
        if match is not None and not other and (head.opening is not None or head.part == "preambular"):
            verbs.append((head, match))
    wanted = ARABIC_VERBS.get(gender, "")
    if not wanted:
        counts = {letter: sum(match["verb"] == letter for _, match in verbs) for letter in "تي"}
        most = max(counts, key=lambda letter: counts[letter])
        wanted = most if len(verbs) >= _SURE and counts[most] >= _MOST * len(verbs) else ""
    if gender:
        yield from _pronouns(document, context, gender)
        yield from _past(document, context, gender)
    for head, match in verbs:
        if wanted and match["verb"] != wanted and tongue.code == "ar":
            word = re.match(r"[\u0621-\u0652]{1,30}", head.words[match.start("verb") :])
            assert word is not None
            start = head.start + match.start("verb")
            right = wanted + word[0][1:]
            edit = Edit(head.block.span(start, start + len(word[0])), right, word[0])
            yield Hit(edit.span, {"found": word[0], "instead": right}, Fix(f"write “{right}”", (edit,), "suggest"))


_PRONOUN = re.compile(r"و?[\u0621-\u064a]{4,12}ا من(?P<end>ه(?:ا|ما)?)(?![\u0621-\u064a])")


def _pronouns(document: Document, context: Context, gender: str) -> Iterator[Hit]:
    """*واقتناعا منها*: the pronoun names the organ; that of two organs is dual."""
    wanted = "ها" if gender == "f" else "ه"
    for head in heads(document, context):
        found = _PRONOUN.match(head.words) if head.role == "preambular" else None
        if found is not None and found["end"] not in (wanted, "هما"):
            start, end = head.start + found.start("end") - 2, head.start + found.end("end")
            text, right = head.block.text[start:end], f"من{wanted}"
            edit = Edit(head.block.span(start, end), right, text)
            yield Hit(edit.span, {"found": text, "instead": right}, Fix(f"write “{right}”", (edit,), "suggest"))


_PERFECT = re.compile(r"وقد (?P<verb>(?P<stem>(?:نظر|فحص|استمع|درس|بحث|اجتمع))(?P<end>ت?))(?![\u0621-\u0652])")


def _past(document: Document, context: Context, gender: str) -> Iterator[Hit]:
    """*وقد نظرت*: a verb of the past ends as the organ asks for."""
    wanted = "ت" if gender == "f" else ""
    for head in heads(document, context):
        found = _PERFECT.match(head.words) if head.role == "preambular" else None
        if found is not None and found["end"] != wanted:
            right = found["stem"] + wanted
            span = head.block.span(head.start + found.start("verb"), head.start + found.end("verb"))
            fix = Fix(f"write “{right}”", (Edit(span, right, found["verb"]),), "suggest")
            yield Hit(span, {"found": found["verb"], "instead": right}, fix)
