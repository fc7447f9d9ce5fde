"""Plants one fault at a time into adopted texts in the other official languages, and looks whether a rule speaks of it there.

The clauses of a text are put together as a whole draft, with organ line, numbers and last full stop as its language prints them;
so that excerpts serve as well. Where a kind has not enough places in these drafts, clauses of several are put together
(``more.pooled``), and sentences that are aligned in six languages are written behind a clause (``more.hosts``). A way to make a fault is a function from a clause to the faulty one, None where it does not fit.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from resolint.pipeline import lint
from tests.accuracy.tongues import cited, forms, more, restored, shapes
from tests.accuracy.tongues.alarms import session
from tests.accuracy.tongues.texts import SPECIAL, Text, sources, texts

Way = Callable[[str, "Draft"], str | None]
_NUMBER = re.compile(r"^[\d٠-٩]{1,3} ?[-.–] ?|^\*?\d{1,3}\.\*? ?")
_MONTHS = {
    "fr": "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre",
    "es": "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre",
    "ru": "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря",
}
_ORGANS = {
    "fr": ("L’Assemblée générale,", "Le Conseil de sécurité,", "Le Conseil économique et social,"),
    "es": ("La Asamblea General,", "El Consejo de Seguridad,", "El Consejo Económico y Social,"),
    "ru": ("Генеральная Ассамблея,", "Совет Безопасности,", "Экономический и Социальный Совет,"),
    "zh": ("大会，", "安全理事会，", "经济及社会理事会，"),
    "ar": ("إن الجمعية العامة،", "إن مجلس الأمن،", "إن المجلس الاقتصادي والاجتماعي،"),
}
_TITLES = {"fr": "La question", "es": "La cuestión", "ru": "Вопрос", "zh": "问题", "ar": "المسألة"}
_MARKS = {"zh": ("，", "；", "。"), "ar": ("،", "؛", ".")}
_PER_WAY = 12
_ENOUGH = 30
"""So many faults of each kind, where the texts have places for them."""


@dataclass(frozen=True)
class Draft:
    """A whole draft in a language: organ line, preambular and operative clauses without numbers.

    ``host`` is the place of the clause behind which a sentence was written, and which alone may take a fault.
    """

    name: str
    language: str
    organ: str
    preamble: tuple[str, ...]
    operative: tuple[str, ...]
    italics: bool = False
    numbers: tuple[str, ...] = ()
    note: str = ""
    head: str = ""
    host: int | None = None

    @property
    def data(self) -> bytes:
        """The draft in the notation."""
        numbers = self.numbers or tuple(str(place) for place in range(1, len(self.operative) + 1))
        sign = " -" if self.language == "ar" else "."
        lost = (
            ([] if self.head else ["masthead"])
            + ([] if self.note else ["notes"])
            + ([] if self.italics else ["italics"])
        )
        lines = [
            f"+++\n{self.head}lost = {lost}\n+++".replace("'", '"'),
            f"# {_TITLES[self.language]}",
            self.organ,
            *self.preamble,
        ]
        lines += [f"{number}{sign} {text}" for number, text in zip(numbers, self.operative, strict=True)]
        return ("\n\n".join([*lines, *([self.note] if self.note else [])]) + "\n").encode()


class Planted(NamedTuple):
    """How many faults of a kind were planted in a language, and found: by any finding, and by a warning or an error."""

    language: str
    kind: str
    planted: int
    found: int
    warned: int
    missed: tuple[str, ...]


def drafts(language: str, most: int = 60) -> tuple[Draft, ...]:
    """Whole drafts made of the clauses of the texts in a language, without findings of a warning or an error."""
    found = []
    for source in sources(language):
        rows = texts(source)
        for text in rows[:: max(1, len(rows) // most)]:
            draft = _draft(text)
            if draft is not None and not any(severity != "info" for *_, severity in _findings(draft)):
                found.append(draft)
    return tuple(found)


def _draft(text: Text) -> Draft | None:
    language = text.language
    comma, semicolon, stop = _MARKS.get(language, (",", " ;" if language == "fr" else ";", "."))
    lines = dict(zip((row for _, row in text.rows), text.lines, strict=True)) if text.source == "fr_machinman" else {}
    clauses: dict[str, list[str]] = {"preambular": [], "operative": []}
    for label, row in text.rows:
        if label in clauses:
            line = _NUMBER.sub("", lines.get(row) or SPECIAL.sub(r"\\\1", row)).strip()
            clauses[label].append(line.rstrip(" ,;.:，；。、،؛"))
    preamble, operative = clauses["preambular"][:12], clauses["operative"][:12]
    if (
        not preamble
        or len(operative) < 2
        or (any(len(line) < 20 for line in (*preamble, *operative)) and language != "zh")
    ):
        return None
    council = text.name.startswith("S/")
    organ = _ORGANS[language][1 if council else 2 if text.name.startswith(("E/", "UNDEMO")) else 0]
    return Draft(
        text.name,
        language,
        f"*{organ[:-1]}*{organ[-1]}" if text.source == "fr_machinman" else organ,
        tuple(line + comma for line in preamble),
        (*(line + semicolon for line in operative[:-1]), operative[-1] + stop),
        italics=text.source == "fr_machinman",
    )


@lru_cache(2000)
def _findings(draft: Draft) -> frozenset[tuple[str, str, str, str]]:
    report = lint(draft.data, name=f"{draft.name.replace('/', '_')}.md", session=session())
    return frozenset(
        (one.rule, one.where, report.text[one.span.block][one.span.start : one.span.end], one.severity)
        for one in report.active
    )


def plant(language: str, seed: int = 17) -> Iterator[Planted]:
    """What is found of faults planted into the drafts of a language, kind by kind."""
    given = drafts(language)
    dice = random.Random(seed)
    pooled = more.pooled(given, dice)
    for kind, every in KINDS.items():
        ways = every.get(language, ())
        most = max(_PER_WAY, -(-_ENOUGH // len(ways))) if ways else 0
        planted = found = warned = 0
        missed = []
        seen = set()
        for way in ways:
            made = 0
            hosts = more.hosts(given, way, dice) if not getattr(way, "part", "") else ()
            laddered = _laddered(given, dice) if kind == "ladder" else ()
            for draft in chain(dice.sample(given, len(given)), laddered, pooled, hosts):
                if made == most:
                    break
                faulty = _faulty(draft, way, dice)
                # Drafts share clauses; one fault at one place counts once.
                if faulty is None:
                    continue
                place = way, draft.name if getattr(way, "part", "") == "draft" else _difference(draft, faulty)
                if place in seen:
                    continue
                seen.add(place)
                made += 1
                new = _findings(faulty) - _findings(draft)
                found += bool(new)
                sure = any(severity != "info" for *_, severity in new)
                warned += sure
                if not sure:
                    missed.append(f"{draft.name}: {_difference(draft, faulty)}")
            planted += made
        if planted:
            yield Planted(language, kind, planted, found, warned, tuple(missed))


def _difference(draft: Draft, faulty: Draft) -> str:
    one, other = draft.data.decode().split("\n\n"), faulty.data.decode().split("\n\n")
    for before, after in zip(one, other, strict=False):
        if before != after:
            at = next((at for at, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), len(after))
            return f"{after[:20]} … {after[max(0, at - 40) : at + 30]}"
    return ""


def _faulty(draft: Draft, way: Way, dice: random.Random) -> Draft | None:
    part = getattr(way, "part", "")
    if draft.host is not None:
        at = draft.host
        changed = way(draft.operative[at], draft)
        if changed is None or changed == draft.operative[at]:
            return None
        return replace(draft, operative=(*draft.operative[:at], changed, *draft.operative[at + 1 :]))
    if part == "draft":
        return way("", draft)  # type: ignore[return-value]
    places = [("preamble", at) for at in range(len(draft.preamble))] if part != "operative" else []
    places += [("operative", at) for at in range(len(draft.operative))] if part != "preamble" else []
    for name, at in dice.sample(places, len(places)):
        rows = list(getattr(draft, name))
        changed = way(rows[at], replace(draft, organ=draft.organ))
        if changed is not None and changed != rows[at]:
            rows[at] = changed
            return replace(draft, preamble=tuple(rows)) if name == "preamble" else replace(draft, operative=tuple(rows))
    return None


def _swap(find: str, put: str | Callable[[re.Match[str]], str], part: str = "") -> Way:
    """A way that writes ``put`` for the first match of ``find``."""
    pattern = re.compile(find)

    def way(line: str, _draft: Draft) -> str | None:
        changed = pattern.sub(put, line, count=1)
        return changed if changed != line else None

    way.part = part  # type: ignore[attr-defined]
    return way


def _case(find: str, change: Callable[[str], str], part: str = "") -> Way:
    pattern = re.compile(find)

    def way(line: str, _draft: Draft) -> str | None:
        changed = pattern.sub(lambda found: change(found[0]), line, count=1)
        return changed if changed != line else None

    way.part = part  # type: ignore[attr-defined]
    return way


def _whole(change: Callable[[Draft], Draft | None]) -> Way:
    def way(_line: str, draft: Draft) -> Draft | None:
        return change(draft)

    way.part = "draft"  # type: ignore[attr-defined]
    return way  # type: ignore[return-value]


def _numbered(draft: Draft) -> Draft | None:
    if len(draft.operative) < 4:
        return None
    numbers = [str(place) for place in range(1, len(draft.operative) + 1)]
    numbers[2] = "4"
    return replace(draft, numbers=tuple(numbers))


def _listed(labels: tuple[str, str]) -> Callable[[Draft], Draft | None]:
    def change(draft: Draft) -> Draft | None:
        mark = {"zh": "；", "ar": "؛", "fr": " ;"}.get(draft.language, ";")
        colon = {"zh": "：", "fr": " :"}.get(draft.language, ":")
        texts = [re.sub(r"[ ,;.，；。،؛]+$", "", line) for line in draft.operative[:2]]
        if len(draft.operative) < 3 or any(":" in text or len(text) > 300 for text in texts):
            return None
        words = [" ".join(text.split(" ")[:12]) if draft.language != "zh" else text[:30] for text in texts]
        items = "\n\n".join(f"   {label} {word}{mark}" for label, word in zip(labels, words, strict=True))
        return replace(
            draft, operative=(draft.operative[0].rstrip(" ;.；؛,") + colon + "\n\n" + items, *draft.operative[2:])
        )

    return change


_NOTES = {
    "fr": "Résolution 217 A (III).",
    "es": "Resolución 217 A (III).",
    "ru": "Резолюция 217 A (III).",
    "zh": "第217 A(III)号决议。",
    "ar": "القرار 217 ألف (د-3).",
}


def _passes(clean: Draft, draft: Draft) -> bool:
    """Whether nothing is said of a right draft that was not said of the one that it was made of."""
    return _findings(clean) <= _findings(draft)


def _noted(mark: str, note: Callable[[str], str]) -> Callable[[Draft], Draft | None]:
    """A note under a draft, at the end of its first paragraph; it has to be let pass as long as nothing is wrong in it."""

    def put(draft: Draft, mark: str, note: str) -> Draft:
        first = restored.marked(draft.preamble[0], mark, draft.language)
        return replace(draft, preamble=(first, *draft.preamble[1:]), note=note)

    def change(draft: Draft) -> Draft | None:
        right = _NOTES[draft.language]
        clean = put(draft, "[^1]", f"[^1]: {right}")
        return put(draft, mark, note(right)) if _passes(clean, draft) else None

    return change


_QUOTED = {
    "fr": "Les jardins",
    "es": "Los jardines",
    "ru": "Сады при школах",
    "zh": "学校的花园",
    "ar": "حدائق المدارس",
}


def _quoting(right: str, wrong: str) -> Callable[[Draft], Draft | None]:
    """Three titles in quotation marks at the ends of clauses, the last one in other marks, or without the mark that closes it."""

    def put(draft: Draft, marks: Sequence[str]) -> Draft:
        lines = list(draft.preamble)
        for at, pair in enumerate(marks):
            opening, _, closing = pair.partition(" ")
            blank = "\u00a0" if draft.language == "fr" else ""
            title = f"{opening}{blank}{_QUOTED[draft.language]}{blank if closing else ''}{closing}"
            mark = re.search(r"[ ,;.，；。،؛]*$", lines[at])
            assert mark is not None
            lines[at] = f"{lines[at][: mark.start()]}{'' if draft.language == 'zh' else ' '}{title}{mark[0]}"
        return replace(draft, preamble=tuple(lines))

    def change(draft: Draft) -> Draft | None:
        if len(draft.preamble) < 3 or not _findings(put(draft, [right] * 3)) <= _findings(draft):
            return None
        return put(draft, [right, right, wrong or right.partition(" ")[0]])

    return change


_SEQUENCE = {
    "fr": "également|en outre",
    "es": "también|además",
    "ru": "также|далее",
    "zh": "又|还",
    "ar": "أيضا|كذلك",
}


def _unmarked(draft: Draft) -> Draft | None:
    """The adverb of a paragraph that opens like the one before it is left out."""
    rows = draft.operative
    for at in range(1, len(rows)):
        if draft.language == "zh":
            found = re.match(r"(又)(..)", rows[at])
            if found is not None and rows[at - 1].startswith(found[2]):
                return replace(draft, operative=(*rows[:at], rows[at][1:], *rows[at + 1 :]))
            continue
        found = re.match(rf"(\*?)(\w+) ({_SEQUENCE[draft.language].partition('|')[0]})(?=\*? )", rows[at])
        if found is not None and re.match(rf"\*?{found[2]}\*? (?!{_SEQUENCE[draft.language]})", rows[at - 1]):
            return replace(
                draft, operative=(*rows[:at], f"{found[1]}{found[2]}{rows[at][found.end() :]}", *rows[at + 1 :])
            )
    return None


def _slip(kind: str) -> Callable[[str], str]:
    """A slip in a word: a letter left out, doubled, or two that changed places, away from the ends."""

    def change(word: str) -> str:
        at = len(word) // 2
        if kind == "out":
            return word[:at] + word[at + 1 :]
        if kind == "double":
            return word[:at] + word[at] + word[at:]
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]

    return change


_PLAIN = str.maketrans("áéíóúñàâçèêëîïôùû", "aeiounaaceeeiiouu")


def _spelling(accents: bool) -> tuple[Way, ...]:
    ways = [_case(r"(?<= )[^\W\d_A-ZÀ-ÞА-Я]{8,}(?= )", _slip(kind)) for kind in ("out", "double", "swap")]
    accented = r"(?<= )(?=[a-z]*[áéíóúñàâçèêëîïôùû])[a-zà-ÿ]{7,}(?= )"
    return (*ways, *([_case(accented, lambda word: word.translate(_PLAIN))] if accents else ()))


def _each(make: Callable[[str], tuple[Way, ...]], languages: str = "fr es ru zh ar") -> Mapping[str, tuple[Way, ...]]:
    return {language: make(language) for language in languages.split()}


_ENDS = {"zh": ("，", "；"), "ar": ("،", "؛")}


def _end_ways(language: str) -> tuple[Way, ...]:
    comma, semicolon = _ENDS.get(language, (",", ";"))
    return (
        _swap(rf"{comma}$", semicolon, "preamble"),
        _swap(rf"{comma}$", "", "preamble"),
        _swap(rf" ?{semicolon}$", comma, "operative"),
        _swap(rf" ?{semicolon}$", "", "operative"),
        _swap(r"[.。]$", semicolon, "operative"),
    )


def _month_names(language: str) -> str:
    return _MONTHS[language]


_LOOKS = str.maketrans("аеосрх", "aeocpx")


def _lookalike(word: str) -> str:
    at = next(place for place, char in enumerate(word) if char in "аеосрх")
    return word[:at] + word[at].translate(_LOOKS) + word[at + 1 :]


def _state_slips(language: str) -> tuple[Way, ...]:
    return tuple(restored.states(language, kind) for kind in restored.DAMAGES)


def _laddered(given: Sequence[Draft], dice: random.Random) -> Sequence[Draft]:
    """Drafts in which a clause with the adverb follows one alike without it, as texts have them and put together."""
    found = [
        *more.laddered(given, _SEQUENCE[given[0].language]),
        *restored.sequences(given, _SEQUENCE[given[0].language]),
    ]
    return dice.sample(found, len(found))


def _clean(made: Draft, draft: Draft) -> bool:
    """Whether something right that was put into a draft gives no findings that it had not before, where they are more than infos."""
    return not any(severity != "info" for *_, severity in _findings(made) - _findings(draft))


KINDS: Mapping[str, Mapping[str, tuple[Way, ...]]] = {
    "spelling": {"fr": _spelling(True), "es": _spelling(True), "ru": _spelling(False)},
    "ladder": _each(lambda _: (_whole(_unmarked),)),
    "notes": _each(
        lambda _: (
            _whole(_noted("[^1]", lambda right: f"[^1]: {right[:-1]}")),
            _whole(_noted("[^2]", lambda right: f"[^2]: {right}")),
            _whole(_noted(" [^1]", lambda right: f"[^1]: {right}")),
            _whole(_noted("[^1]", lambda right: f"[^1]: {right}\n\n[^2]: {right}")),
            *(_whole(restored.notes(marks, numbers, _passes)) for marks, numbers in restored.ORDERS),
        )
    ),
    "opening misspelt": _each(lambda _: tuple(restored.misspelt(kind) for kind in restored.DAMAGES)),
    "mood or person": {
        "fr": (
            _swap(r"^(\*?)Rappelant\b", r"\1Rappelle", "preamble"),
            _swap(r"^(\*?)Soulignant\b", r"\1Soulignons", "preamble"),
            _swap(r"^(\*?)Décide\b", r"\1Décidant", "operative"),
            _swap(r"^(\*?)Demande\b", r"\1Demander", "operative"),
            _swap(r"^(\*?)Prie\b", r"\1Prient", "operative"),
        ),
        "es": (
            _swap(r"^(\*?)Recordando\b", r"\1Recuerda", "preamble"),
            _swap(r"^(\*?)Reconociendo\b", r"\1Reconocemos", "preamble"),
            _swap(r"^(\*?)Decide\b", r"\1Decidiendo", "operative"),
            _swap(r"^(\*?)Alienta\b", r"\1Alentar", "operative"),
            _swap(r"^(\*?)Solicita\b", r"\1Solicitan", "operative"),
        ),
        "ru": (
            _swap(r"^(\*?)признавая\b", r"\1признает", "preamble"),
            _swap(r"^(\*?)подчеркивая\b", r"\1подчеркивает", "preamble"),
            _swap(r"^(\*?)постановляет\b", r"\1постановляя", "operative"),
            _swap(r"^(\*?)призывает\b", r"\1призвал", "operative"),
            _swap(r"^(\*?)просит\b", r"\1просить", "operative"),
        ),
        "ar": (
            _swap(r"^(\*?)و?إذ ([تي])", r"\1\2", "preamble"),
            _swap(r"^(\*?)([تي])(?=\w)", r"\1وإذ \2", "operative"),
            _swap(r"^(\*?)[تي](?=\w)", r"\1ن", "operative"),
        ),
    },
    "agreement with the organ": {
        "fr": (
            _swap(r"^(\*?(?:\w+ment )?)(Conscient|Convaincu|Préoccupé|Résolu|Alarmé)e\b", r"\1\2", "preamble"),
            _swap(
                r"^(\*?(?:\w+ment )?)(Conscient|Convaincu|Préoccupé|Résolu|Alarmé|préoccupé)\b(?!e)",
                r"\1\2e",
                "preamble",
            ),
            _swap(r"saisi de la question", "saisie de la question", "operative"),
            _swap(r"saisie de la question", "saisi de la question", "operative"),
            *map(_whole, restored.feelings("fr", _passes)),
        ),
        "es": (
            _swap(r"^(\*?(?:\w+mente )?)(Convencid|Preocupad|preocupad|Alarmad|Resuelt)a\b", r"\1\2o", "preamble"),
            _swap(r"^(\*?(?:\w+mente )?)(Convencid|Preocupad|preocupad|Alarmad|Resuelt)o\b", r"\1\2a", "preamble"),
            *map(_whole, restored.feelings("es", _passes)),
        ),
        "ru": (
            _swap(r"будучи (\w*\s?)убеждена", r"будучи \1убежден", "preamble"),
            _swap(r"будучи (\w*\s?)(убежден|обеспокоен|встревожен)\b", r"будучи \1\2а", "preamble"),
            *map(_whole, restored.feelings("ru", _passes)),
        ),
        "ar": (
            _swap(r"^(\*?و?إذ )ي", r"\1ت", "preamble"),
            _swap(r"^(\*?و?إذ )ت", r"\1ي", "preamble"),
            _swap(r"^(\*?)ي(?=\w)", r"\1ت", "operative"),
            _swap(r"^(\*?)ت(?=\w)", r"\1ي", "operative"),
        ),
    },
    "place of also": {
        "fr": (
            _swap(r"^(\*?)([A-ZÉÀ])(\w+) également", lambda f: f"{f[1]}Également {f[2].lower()}{f[3]}"),
            _swap(
                r"^(\*?)(Rappelant|Réaffirmant|Notant|Décide|Demande|Prie|Souligne)\b(?! é)",
                lambda f: f"{f[1]}Également {f[2].lower()}",
            ),
        ),
        "es": (
            _swap(
                r"^(\*?)(Recordando|Reconociendo|Observando|Decide|Alienta|Solicita|Exhorta)\b(?! ta)",
                lambda f: f"{f[1]}También {f[2].lower()}",
            ),
        ),
        "ru": (_swap(r"^(\*?)(ссылаясь|признавая|отмечая|постановляет|призывает|просит)\b(?! та)", r"\1также \2"),),
        "zh": (_swap(r"^(\*?)(?:又|还)?(回顾|重申|欢迎|强调|鼓励|决定|敦促)", r"\1\2又"),),
        "ar": (_swap(r"^(\*?)([تي]\w+)", r"\1أيضا \2", "operative"),),
    },
    "italics": {
        "fr": (
            _swap(r"^\*([^*]+)\*", r"\1", "operative"),
            _swap(r"^\*([^*]+)\* que\b", r"*\1 que*"),
            _swap(r"^\*([^*]+)\* (de|du)\b", r"*\1 \2*"),
            _swap(r"^\*([^*]+)\* ((?:les|le|la|du|des|au|aux) \w{3,20})\b", r"*\1 \2*"),
            _swap(r"^\*(Se|Prend|Prenant|Accueille|Accueillant) (\w[^*]+)\*", r"*\1* \2"),
        ),
        "es": tuple(
            _whole(restored.upright(find, put, _passes))
            for find, put in (
                (r"^\*([^*]+)\*", r"\1"),
                (r"^\*([^*]+)\* que\b", r"*\1 que*"),
                (r"^\*([^*]+)\* (de|del|a|al)\b", r"*\1 \2*"),
                (r"^\*([^*]+)\* ((?:los|las|la|el|del|al|a los|a las|a la) \w{3,20})\b", r"*\1 \2*"),
                (
                    r"^\*(Se|Toma|Tomando|Acoge|Acogiendo|Pone|Poniendo|Hace|Haciendo|Expresa|Expresando) (\w[^*]+)\*",
                    r"*\1* \2",
                ),
            )
        ),
    },
    "end marks": _each(_end_ways),
    "numbering": _each(lambda _: (_whole(_numbered),)),
    "lists of two levels": _each(lambda _: tuple(map(_whole, shapes.levels(_clean)))),
    "numbers of resolutions and symbols": _each(
        lambda language: tuple(_swap(find, put) for find, put in cited.REFERENCES[language])
    ),
    "runs of digits and thousands of others": _each(
        lambda language: tuple(_swap(find, put) for find, put in cited.THOUSANDS[language])
    ),
    "organ of the masthead": _each(lambda language: tuple(map(_whole, shapes.organs(language, _clean)))),
    "labels": {
        "fr": (_whole(_listed(("(a)", "(b)"))),),
        "es": (_whole(_listed(("(a)", "(b)"))),),
        "ar": (_whole(_listed(("(a)", "(b)"))), _whole(_listed(("(أ)", "ب)"))), _whole(_listed(("أ-", "ب-")))),
        "ru": (_whole(_listed(("а)", "б)"))), _whole(_listed(("(a)", "(b)"))), _whole(_listed(("1)", "2)")))),
        "zh": (_whole(_listed(("a)", "b)"))),),
    },
    "organ line": {
        "fr": (
            _whole(
                lambda draft: replace(
                    draft,
                    organ=draft.organ.replace("générale", "Générale")
                    .replace("sécurité", "Sécurité")
                    .replace("social", "Social"),
                )
            ),
            _whole(lambda draft: replace(draft, organ=draft.organ.replace(",", ""))),
            _whole(lambda draft: replace(draft, organ=draft.organ.replace("L’", "").replace("Le ", ""))),
        ),
        "es": (
            _whole(
                lambda draft: replace(
                    draft,
                    organ=draft.organ.replace("General", "general")
                    .replace("Seguridad", "seguridad")
                    .replace("Social", "social"),
                )
            ),
            _whole(lambda draft: replace(draft, organ=draft.organ.replace(",", ":"))),
        ),
        "ru": (
            _whole(
                lambda draft: replace(
                    draft,
                    organ=draft.organ.replace("Ассамблея", "ассамблея")
                    .replace("Безопасности", "безопасности")
                    .replace("Совет,", "совет,"),
                )
            ),
            _whole(lambda draft: replace(draft, organ=draft.organ.replace(",", ""))),
        ),
        "zh": (
            _whole(lambda draft: replace(draft, organ=draft.organ.replace("，", ","))),
            _whole(lambda draft: replace(draft, organ=draft.organ.replace("，", "："))),
        ),
        "ar": (
            _whole(lambda draft: replace(draft, organ=draft.organ.replace("إن ", ""))),
            _whole(lambda draft: replace(draft, organ=draft.organ.replace("،", ","))),
        ),
    },
    "dates": {
        **{
            language: (
                _case(rf"(?<=\d )(?:{_MONTHS[language]})(?= \d{{4}})", str.capitalize)
                if language != "es"
                else _case(rf"(?<=de )(?:{_MONTHS[language]})(?= de \d{{4}})", str.capitalize),
                _swap(rf"(\d{{1,2}} (?:de )?(?:{_MONTHS[language]}))(?: de)? (\d{{4}})", r"\1, \2"),
                _swap(rf"(\d{{1,2}}) (?:de )?(?:{_MONTHS[language]}) (?:de )?(\d{{4}})(?: года)?", r"\1.05.\2"),
            )
            for language in ("fr", "es", "ru")
        },
        "zh": (
            _swap(r"(\d{4})年(\d{1,2})月(\d{1,2})日", r"\1 年 \2 月 \3 日"),
            _swap(r"(\d{4})年(\d{1,2})月(\d{1,2})日", r"\1-\2-\3"),
            _swap(r"(月\d{1,2})日", r"\1号"),
        ),
        "ar": (
            _swap(r"(?<=\d )[\u0620-\u064a ]+/([\u0620-\u064a]+)(?= \d{4})", r"\1"),
            _swap(r"(?<=\d )([\u0620-\u064a ]+)/[\u0620-\u064a]+(?= \d{4})", r"\1"),
        ),
    },
    "days that no month has": {
        **{
            language: (_swap(rf"(?<!\d)\d{{1,2}} ((?:de )?(?:{months}) )", r"31 \1"),)
            for language, months in (
                ("fr", "avril|juin|septembre|novembre|février"),
                ("es", "abril|junio|septiembre|noviembre|febrero"),
                ("ru", "апреля|июня|сентября|ноября|февраля"),
                ("ar", "نيسان/أبريل|حزيران/يونيه|أيلول/سبتمبر|تشرين الثاني/نوفمبر|شباط/فبراير"),
            )
        },
        "zh": (_swap(r"(年(?:2|4|6|9|11)月)\d{1,2}日", r"\g<1>31日"),),
    },
    "references": {
        "fr": (
            _swap(r"(résolution )(\d{3,4} \()", r"\1n° \2"),
            _swap(r"(\d{3,4}) (\((?:19|20)\d\d\))", r"\1\2"),
            _swap(r"(résolution \d{3,4} \(\d{4}\)) du (\d)", r"\1, du \2"),
        ),
        "es": (
            _swap(r"(resolución )(\d{3,4} \()", r"\1Nº \2"),
            _swap(r"(\d{3,4}) (\((?:19|20)\d\d\))", r"\1\2"),
            _swap(r"(\(\d{4}\)), de (\d)", r"\1 de \2"),
        ),
        "ru": (
            _swap(r"(резолюци[яиюей] )(\d{3,4} \()", r"\1№ \2"),
            _swap(r"(\d{3,4}) (\((?:19|20)\d\d\))", r"\1\2"),
            _swap(r"(\(\d{4}\)) от (\d)", r"\1, от \2"),
        ),
        "zh": (
            _swap(r"第(\d{1,4}(?:/\d{1,3}|\(\d{4}\))号)", r"第 \1"),
            _swap(r"第(\d{1,4})\((\d{4})\)号", r"第\1（\2）号"),
            _swap(r"(\d{1,4}(?:/\d{1,3}|\(\d{4}\)))号决议", r"\1决议"),
        ),
        "ar": (
            _swap(r"(قرار\w*) (\d{3,4} \()", r"\1 رقم \2"),
            _swap(r"(\d{3,4}) (\((?:19|20)\d\d\))", r"\1\2"),
            _swap(r"(\(\d{4}\)) المؤرخ", r"\1 بتاريخ"),
        ),
    },
    "session ordinals": {
        "fr": (
            _swap(r"-(?=\w+ième session)", " "),
            _swap(r"ième session", "ieme session"),
            _swap(r"(?<=ante-)(neuv|dix|cinqu|six|sept|huit)ième session", r"\1 session"),
        ),
        "es": (
            _swap(r"(?i)octogésimo", "octagésimo"),
            _swap(r"período de sesiones", "periodo de sesiones"),
            _swap(r"(?i)(\w+gésim)o( \w+)? período de sesiones", r"\1a\2 sesión"),
        ),
        "ru": (_swap(r"\w+ (?:\w+(?:ой|ая|ую) )?сессии Генеральной", "69-й сессии Генеральной"),),
        "zh": (_swap(r"第[一二三四五六七八九十]{1,4}届", "第69届"),),
        "ar": (
            _swap(r"(الدورة|دورتها) ال\w+(?: وال\w+)?", r"\1 69"),
            _swap(r"(الدورة|دورتها) (الحادي|الثاني|الثالث|الرابع|الخامس|السادس|السابع|الثامن|التاسع)ة", r"\1 \2"),
        ),
    },
    "per cent": {
        "fr": (_swap(r"(\d)[ \u00a0]%", r"\1%"), _swap(r"(\d)[ \u00a0]%", r"\1 pour cent")),
        "es": (_swap(r"(\d)%", r"\1 por ciento"),),
        "ru": (
            _swap(r"(\d) процент\w*", r"\1%"),
            _swap(r"(\d,\d) процента", r"\1 процентов"),
            _swap(r"(?<![\d,])([1-9][05-9]) процентов", r"\1 процента"),
        ),
        "zh": (_swap(r"(\d)%", r"\1 %"), _swap(r"(\d{1,2})%", r"百分之\1")),
        "ar": (_swap(r"(\d) في المائة", r"\1%"),),
    },
    "decimals and thousands": {
        "fr": (
            _swap(r"(?<!\d)\d{1,3}(?:[ \u00a0]\d{3})+(?= \w{3})", lambda one: re.sub("[ \u00a0]", ".", one[0])),
            _swap(r"(\d),(\d)(?=[ \u00a0]%| million)", r"\1.\2"),
        ),
        "es": (
            _swap(r"(?<!\d)\d{1,3}(?:\.\d{3})+(?= \w{3})", lambda one: one[0].replace(".", ",")),
            _swap(r"(\d),(\d)(?=%| millon)", r"\1.\2"),
        ),
        "ru": (
            _swap(r"(?<!\d)\d{1,3}(?:[ \u00a0]\d{3})+(?= \w{3})", lambda one: re.sub("[ \u00a0]", ".", one[0])),
            _swap(r"(\d),(\d)(?= процент| млн)", r"\1.\2"),
        ),
        "zh": (_swap(r"(?<!\d)(\d{1,3}) (\d{3})(?!\d)", r"\1,\2"),),
        "ar": (
            _swap(r"(\d)\.(\d)(?= في المائة| مليون| بليون)", r"\1,\2"),
            _swap(r"(?<![\d.,] )(?<!\d)(\d{3}) (\d{2,3})(?= [\u0620-\u064a]{3})", r"\2\1"),
        ),
    },
    "names of States and bodies": {
        "fr": (
            _swap("Nigéria", "Nigeria"),
            _swap("Haïti", "Haiti"),
            _swap("Côte d[’']Ivoire", "Cote d’Ivoire"),
            _swap("Conseil économique et social", "Conseil économique et sociale"),
        ),
        "es": (
            _swap("Haití", "Haiti"),
            _swap("Consejo Económico y Social", "Consejo Economico y Social"),
            _swap("Iraq", "Irak"),
        ),
        "ru": (
            _swap("Ассамбле", "Асамбле"),
            _swap(r"государства-члены(?=[,;]| [а-я]{1,3} )", "государства - члены"),
            _swap(r"государства-члены(?= [а-я]{3,14}(?:ть|ти) )", "государства -члены"),
        ),
        "zh": (_swap("经济及社会理事会", "经济和社会理事会"),),
        "ar": (
            _swap("الأمم المتحدة", "الامم المتحدة"),
            _swap("مجلس الأمن", "مجلس الامن"),
            _swap("الدول الأعضاء", "الدول الاعضاء"),
        ),
    },
    "quotation marks": {
        "es": (_whole(_quoting("“ ”", "« »")), _whole(_quoting("“ ”", '" "'))),
        "ar": (_whole(_quoting("” “", "« »")), _whole(_quoting("” “", '" "'))),
        "fr": (_swap(r"« ?([^«»]{3,60}?) ?»", r"“\1”"), _swap(r"« ?([^«»]{3,60}?) ?»", r"«\1»")),
        "ru": (_swap(r"(?:<<|«|\\<\\<)([^«»<>\\]{3,60})(?:>>|»|\\>\\>)", r"“\1”"),),
        "zh": (_swap(r"“([^“”]{2,40})”", r"「\1」"), _swap(r"《([^《》]{2,40})》", r"«\1»")),
    },
    "marks without a partner": _each(
        lambda language: (
            _swap(r"(\([^()]{8,60})\)", r"\1"),
            _whole(_quoting({"fr": "« »", "ru": "« »", "ar": "” “"}.get(language, "“ ”"), "")),
        )
    ),
    "blanks at marks": {
        "fr": (_swap(r" ;$", ";", "operative"), _swap(r"(\w), ", r"\1 , ")),
        "es": (_swap(r"(\w), ", r"\1 , "), _swap(r"(\w);$", r"\1 ;")),
        "ru": (_swap(r"(\w), ", r"\1 , "), _swap(r"(\w);$", r"\1 ;")),
        "zh": (_swap(r"([\u4e00-\u9fff])，(?=.)", r"\1 ，"),),
        "ar": (_swap(r"([\u0620-\u064a])، ", r"\1 ، "),),
    },
    "marks of another script": {
        **{language: (_swap(r"(\w), ", r"\1，"),) for language in ("fr", "es", "ru")},
        "zh": (_swap(r"([\u4e00-\u9fff])，(?=.)", r"\1,"), _swap(r"；$", ";", "operative")),
        "ar": (_swap(r"([\u0620-\u064a])، ", r"\1, "), _swap(r"؛$", ";", "operative")),
    },
    "capitals": {
        "fr": (
            _swap(r"États Membres", "États membres"),
            _swap(r"Secrétaire général\b", "secrétaire général"),
            _swap(r"Conseil de sécurité", "Conseil de Sécurité"),
            _swap(r"Assemblée générale", "Assemblée Générale"),
            _swap(r"Nations Unies", "Nations unies"),
            _swap(r"\bÉtats\b", "Etats"),
        ),
        "es": (
            _swap(r"Estados Miembros", "Estados miembros"),
            _swap(r"Secretario General", "Secretario general"),
            _swap(r"Consejo de Seguridad", "Consejo de seguridad"),
            _swap(r"Asamblea General", "Asamblea general"),
            _swap(r"Naciones Unidas", "Naciones unidas"),
        ),
        "ru": (
            _swap(r"(?<=[а-я] )государства-члены", "Государства-члены"),
            _swap(r"Генеральн(\w+) секретар", r"Генеральн\1 Секретар"),
            _swap(r"Совет(\w*) Безопасности", r"Совет\1 безопасности"),
            _swap(r"Генеральн(\w+) Ассамбле", r"Генеральн\1 ассамбле"),
            _swap(r"Объединенных Наций", "Объединенных наций"),
        ),
    },
    "look-alike letters": {
        "ru": (_case(r"(?<= )[а-я]*[аеосрх][а-я]{3,}(?= )", _lookalike), _swap(r" с (?=[а-я])", " c "))
    },
    "leftover marks": _each(
        lambda language: (
            _swap(r"(?<=\w) (?=\w)", " [...] ") if language != "zh" else _swap(r"，(?=.)", "[……]，"),
            _swap(r"(?<=\w) (?=\w)", " XXX ") if language != "zh" else _swap(r"，(?=.)", "XXX，"),
            _case(r"(?<= )[^\W\d_]{5,} [^\W\d_]{5,}(?= )", lambda words: f"\\[{words}\\]")
            if language != "zh"
            else _case(r"(?<=，)[\u4e00-\u9fff]{4}", lambda words: f"\\[{words}\\]"),
            _swap(r"(?<=\w) (?=\w)", " ??? ") if language != "zh" else _swap(r"，(?=.)", "???，"),
        )
    ),
    "colon before a list": _each(
        lambda _: tuple(_whole(forms.listed(mark, _findings)) for mark in (";", "", ",")),
    ),
    "side of note marks": _each(lambda _: (_whole(forms.noted(_findings)),)),
    "mastheads": _each(lambda language: tuple(map(_whole, forms.mastheads(language, _findings)))),
    "names of States nearly right": {
        "fr": (_case(rf"(?<![\w-])(?:{forms.states('fr')})(?![\w-])", forms.unaccented), *_state_slips("fr")),
        "es": (_case(rf"(?<![\w-])(?:{forms.states('es')})(?![\w-])", forms.unaccented), *_state_slips("es")),
        "ru": _state_slips("ru"),
        "zh": (
            _case(forms.states("zh"), forms.one_sign_less),
            *(restored.states("zh", kind) for kind in ("out", "double", "swap")),
        ),
        "ar": _state_slips("ar"),
    },
    "titles of instruments": {
        "fr": tuple(restored.titles("fr", kind) for kind in restored.TITLE_FAULTS),
        "es": tuple(restored.titles("es", kind) for kind in restored.TITLE_FAULTS),
        "ru": tuple(restored.titles("ru", kind) for kind in restored.TITLE_FAULTS),
        "zh": (_swap(forms.titles(), r"\1"),),
        "ar": tuple(restored.titles("ar", kind) for kind in restored.DAMAGES),
    },
}
"""The kinds of faults, with the ways to make them in each language."""
