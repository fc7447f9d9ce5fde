"""From what a person answers to what stands in the draft: prefixes completed, forms checked, nothing guessed."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence

from resolint import regex
from resolint.author.begun import ALIKE, FEWEST, nearest_opening, openings, slip
from resolint.author.errors import BadAnswer
from resolint.author.runs import refuse_unwritable
from resolint.author.template import MARKINGS, Question
from resolint.author.tongues import joining, listed, numbered_session
from resolint.cards import lexicon, lexicon_of
from resolint.cards.nearest import hint, nearest
from resolint.frozen import dataclass
from resolint.lexicon import TONGUES, Lexicon, dates, fields, masthead, per_lexicon
from resolint.lexicon.figures import day_in
from resolint.lexicon.ordinals import ordinal_value, ordinal_word

__all__ = ["Answer", "answer", "complete", "openings", "state_names"]

_LONGEST = 20_000
_COMMAS = regex.compiled("[,;\u3001\u060c\uff0c]")
_PLAIN = str.maketrans("’‘`´‑–", "''''--")


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer as it stands in the draft: its words, its short form, and for paragraphs opening and rest of each.

    ``marks`` stand before and behind an opening in the notation.
    """

    text: str
    code: str = ""
    items: tuple[tuple[str, str], ...] = ()
    marks: tuple[str, str] = ("*", "*")


def answer(question: Question, value: object, *, option: str = "") -> Answer:
    """What an answer means. Raises BadAnswer with one sentence that names the question.

    ``value`` is a text, a number, a date, or a list of texts. ``option`` says how the answer was given.
    """
    name = option or question.key
    texts = [_one_line(text, name) for text in _texts(value, name)]
    if question.many:
        items = tuple(_clause(question, text, name) for text in texts if text)
        return Answer("", question.kind, items, MARKINGS[question.marking])
    if question.kind == "states":
        return _states(texts, name)
    if question.kind == "names":
        return _names(question, texts)
    text = ", ".join(text for text in texts if text)
    if not text:
        return Answer("")
    reader = _READERS.get(question.kind)
    if reader is None:
        return Answer(_typographic(text) if question.language == "en" else text, text)
    return reader(question, text, name)


def _texts(value: object, name: str) -> list[str]:
    if isinstance(value, bool) or not isinstance(value, str | int | float | datetime.date | list | tuple):
        raise BadAnswer(f"{name}: a text is needed, or a list of texts")
    if isinstance(value, list | tuple):
        if not all(isinstance(one, str | int | float) for one in value):
            raise BadAnswer(f"{name}: every entry of the list has to be a text")
        return [str(one) for one in value]
    return [value.isoformat() if isinstance(value, datetime.date) else str(value)]


def _one_line(text: str, name: str) -> str:
    if len(text) > _LONGEST:
        raise BadAnswer(
            f"{name}: the answer is longer than {_LONGEST} characters; write a shorter one and go on in the draft"
        )
    stripped = text.strip()
    if "\n" in stripped or "\r" in stripped or "\t" in stripped:
        raise BadAnswer(f"{name}: an answer stands on one line; take out line breaks and tabs")
    refuse_unwritable(stripped, lambda offset: f"{name}, character {offset + 1}")
    return " ".join(stripped.split(" "))


def _typographic(text: str) -> str:
    """Straight quotation marks and apostrophes as they are printed."""
    text = re.sub(r'(^|[\s(\[])"', r"\1“", text).replace('"', "”")
    return re.sub(r"(^|[\s(\[“])'(?=\w[^']*')", r"\1‘", text).replace("'", "’")


def complete(word: str, valid: Iterable[str]) -> list[str]:
    """The entries of ``valid`` that ``word`` may mean: itself, else those that begin with it; letter case aside."""
    entries = list(dict.fromkeys(valid))
    folded = word.casefold()
    exact = [entry for entry in entries if entry.casefold() == folded]
    return exact or [entry for entry in entries if entry.casefold().startswith(folded)]


def _only(word: str, valid: Sequence[str], name: str, what: str) -> str:
    found = complete(word, valid)
    if len(found) == 1:
        return found[0]
    if found:
        raise BadAnswer(f"{name}: “{word}” may mean {_listed(found)}; write more of it")
    raise BadAnswer(f"{name}: there is no {what} “{word}”; {hint(word, valid)}")


def _listed(words: Sequence[str]) -> str:
    shown = list(words[:5]) + (["others"] if len(words) > 5 else [])
    if len(shown) == 1:
        return shown[0]
    return f"{', '.join(shown[:-1])} or {shown[-1]}"


def _choice(question: Question, text: str, name: str) -> Answer:
    for shown, code in question.choices.items():
        if text == code:
            return Answer(shown, code)
    shown = _only(text, list(question.choices), name, "choice")
    return Answer(shown, question.choices[shown])


def _names(question: Question, texts: Sequence[str]) -> Answer:
    """Names in another language, in the order in which they were given; one text is a list where commas alone part it."""
    names = [text for text in texts if text]
    if len(names) == 1 and joining(question.language) not in names[0]:
        names = [one.strip() for one in _COMMAS.split(names[0]) if one.strip()]
    text = listed(names, question.language) if names else ""
    return Answer(text, text)


def _session(question: Question, text: str, name: str) -> Answer:
    if question.language in TONGUES:
        printed = numbered_session(int(text), question.language) if text.isdecimal() and len(text) < 4 else text
        if not printed:
            raise BadAnswer(
                f"{name}: the words for session {text} are not known in this language; write the whole line"
            )
        return Answer(printed, printed)
    noun = lexicon().grammar.occasions.session
    word = text[: -len(noun)].rstrip() if text.rstrip().lower().endswith(f" {noun}") else text
    number = int(word) if word.isdecimal() and len(word) < 4 else ordinal_value(word.replace(" ", "-"), lexicon())
    words = ordinal_word(number, lexicon()) if number and 0 < number < 1000 else ""
    if not number or not words:
        raise BadAnswer(f"{name}: “{text}” is no session; write its number, for example 81 or eighty-first")
    return Answer(words.capitalize(), str(number))


def _date(question: Question, text: str, name: str) -> Answer:
    # Mastheads in other languages print the date in English or take the line as it is: one that the language writes is read.
    own = day_in(text, question.language, lexicon()) if question.language in TONGUES else None
    found = next(dates.days(dates.words(own, lexicon()) if own else text, lexicon()), None)
    text = dates.words(own, lexicon()) if own and found is not None else text
    if found is None or (found.start, found.end) != (0, len(text)):
        raise BadAnswer(f"{name}: “{text}” is no date; write it as 12 March 2027 or 2027-03-12")
    return Answer(dates.words(found.iso, lexicon()), found.iso[:4])


def _symbol(_question: Question, text: str, name: str) -> Answer:
    if not re.fullmatch(r"[A-Z][A-Za-z0-9.]{0,11}(?:/[A-Za-z0-9.()* -]{1,40}){1,9}", text):
        raise BadAnswer(f"{name}: “{text}” is no symbol; write it as in A/C.2/81/L.7")
    return Answer(text, text)


def _agenda(_question: Question, text: str, name: str) -> Answer:
    """The number of an agenda item, as it is printed: *19 (b)*; *item 19(b)* and *19b* are set right."""
    words = lexicon()
    noun = "|".join(re.escape(one) for one in fields.words(words, "agenda_item", "label"))
    bare = re.sub(rf"^(?:{noun})s?\b[ .:]*", "", text, flags=re.IGNORECASE)
    spaced = re.sub(r"(?<=\d) ?\(?\b([a-z])\b\)?(?![\w.])|(?<=\d)([a-z])(?!\w)", r" (\1\2)", bare)
    spaced = re.sub(r" *(\([a-z]{1,4}\))", r" \1", spaced).strip()
    printed = masthead.line("agenda_item", f"{fields.words(words, 'agenda_item', 'label')[0]} {spaced}", words)
    if not spaced[:1].isdigit() or not masthead.is_strict("agenda_item", printed, words):
        raise BadAnswer(f"{name}: “{text}” is no agenda item; write its number, with the letter of a sub-item: 19 (b)")
    return Answer(spaced, spaced)


def _period(question: Question, text: str, name: str) -> Answer:
    """The days of a session, with the place where the body prints it: *Vienna, 8–12 March 2027*, *18 June–12 July 2027*."""
    tidy = re.sub(r" ?[-–—] ?(?=\d)", "–", text)
    month = "|".join(dates.months(lexicon()))
    days = rf"\d{{1,2}}(?: (?:{month})(?: \d{{4}})?)?–\d{{1,2}} (?:{month}) \d{{4}}|\d{{1,2}} (?:{month}) \d{{4}}"
    place = r"[^\W\d_][\w’' .-]{1,40}, " if question.kind == "place" else ""
    ends = [found.iso for found in dates.days(tidy, lexicon())]
    if not re.fullmatch(rf"{place}(?:{days})", tidy) or not ends or ends != sorted(ends):
        raise BadAnswer(
            f"{name}: “{text}” cannot be read; write it as "
            + ("Vienna, 8–12 March 2027" if question.kind == "place" else "8–12 March 2027, or 18 June–12 July 2027")
        )
    return Answer(tidy, tidy)


def _title(question: Question, text: str, name: str) -> Answer:
    if question.language != "en":
        return Answer(text, text)
    if text.endswith(".") and not text.endswith(".."):
        raise BadAnswer(f"{name}: no full stop ends a title; write “{text[:-1].rstrip()}”")
    return Answer(_typographic(text), text)


_READERS = {
    "title": _title,
    "choice": _choice,
    "session": _session,
    "date": _date,
    "symbol": _symbol,
    "agenda": _agenda,
    "place": _period,
    "days": _period,
}


@per_lexicon
def _member_states(words: Lexicon) -> Mapping[str, str]:
    """The Member States as lists name them, with the word that orders them."""
    return {row["official_short_name"]: row["sort_key"] for row in words.rows("member-states")}


@per_lexicon
def _observers(words: Lexicon) -> tuple[str, ...]:
    """Who sponsors beside Member States, in the order in which they follow them: Observer States, then organizations."""
    names = [row["name"] for row in words.rows("observers")]
    return tuple(
        dict.fromkeys((*names, *(name for row in words.rows("typed-names") for name in row["means"].split("|"))))
    )


@per_lexicon
def _state_forms(words: Lexicon) -> Mapping[str, tuple[str, ...]]:
    """Every way to name a State, folded, with the forms that lists use; several where a short form may mean several."""
    found: dict[str, tuple[str, ...]] = {
        _folded(name): (name,) for name in (*_member_states(words), *_observers(words))
    }
    for row in words.rows("typed-names"):
        found[_folded(row["typed"])] = tuple(row["means"].split("|"))
    for row in words.rows("member-states"):
        for form in (row["running_form"], row["former"], *row["avoid_in_lists"].split("|"), *row["avoid"].split("|")):
            if form.strip():
                found.setdefault(_folded(form), (row["official_short_name"],))
    return found


def _folded(word: str) -> str:
    """A name as it is compared: without *the*, accents, letter case, kinds of apostrophes, and with blanks for hyphens."""
    plain = unicodedata.normalize("NFKD", _bare(word).translate(_PLAIN)).casefold().replace("-", " ")
    return "".join(char for char in plain if not unicodedata.combining(char))


def state_names() -> tuple[str, ...]:
    """The Member States as lists name them."""
    return tuple(_member_states(lexicon()))


def _states(texts: Sequence[str], name: str) -> Answer:
    given = (
        [one for text in texts for one in _sponsors(text, name)] if len(texts) > 1 else _sponsors("".join(texts), name)
    )
    order = {state: (0, key) for state, key in _member_states(lexicon()).items()}
    order |= {other: (1, f"{at:03}") for at, other in enumerate(_observers(lexicon())) if other not in order}
    found: dict[str, str] = {}
    for word, behalf in given:
        match = _state(word, name)
        if match in found:
            raise BadAnswer(f"{name}: {match} stands there twice; take one out")
        found[match] = behalf
    if len(found) == 1:
        return Answer("".join(", ".join(filter(None, one)) for one in found.items()), "1")
    shown = [f"{one} ({found[one]})" if found[one] else one for one in sorted(found, key=lambda state: order[state])]
    return Answer(_joined(shown), str(len(found)))


_BEHALF = regex.compiled(r"(.+?)\s*[,(]?\s*\b(on behalf of .+?)\)?\s*$", re.IGNORECASE)
_ASIDE = regex.compiled(r"\(\s*(on behalf of [^()]+?)\s*\)", re.IGNORECASE)
"""For whom the State before it speaks, and it alone: *Egypt (on behalf of the Group of African States), France and Peru*."""
_MARK = "\x00"


def _sponsors(line: str, name: str) -> Iterator[tuple[str, str]]:
    """The names in a line, each with those for whom it speaks: *Fiji, on behalf of the Group of 77 and China*."""
    if line.strip().lower().startswith("on behalf of "):
        raise BadAnswer(
            f"{name}: say who submits the draft, then for whom: Fiji, on behalf of the Group of 77 and China"
        )
    asides = [found[1] for found in _ASIDE.finditer(line)]
    rest = iter(asides)
    line = _ASIDE.sub(_MARK, line)
    found = _BEHALF.match(line)
    names = [one for one in _named(found[1].rstrip(" ,(") if found else line) if one]
    if found and (len(names) > 1 or asides):
        raise BadAnswer(
            f"{name}: it cannot be told who speaks {found[2]}; write it in parentheses behind the State that does: "
            f"{names[-1].strip(_MARK + ' ')} ({found[2]})"
        )
    for one in names:
        behalf = next(rest) if one.endswith(_MARK) else found[2] if found else ""
        words = _typographic(behalf)
        yield one.rstrip(_MARK + " "), words[:1].lower() + words[1:]


def _named(line: str) -> list[str]:
    """The names in a line of running text; an *and* inside a name (*Antigua and Barbuda*) does not divide it."""
    found: list[str] = []
    for piece in re.split(r"[,;]\s*(?:and\s+)?", line):
        words = piece.split(" and ")
        while words:
            size = next((n for n in range(len(words), 1, -1) if _is_state(" and ".join(words[:n]))), 1)
            found.append(" and ".join(words[:size]))
            del words[:size]
    return found


def _is_state(word: str) -> bool:
    return len(_meant(word)) == 1


def _bare(word: str) -> str:
    return re.sub(r"^the\s+", "", word.strip(), flags=re.IGNORECASE)


def _meant(word: str) -> list[str]:
    """The States that ``word`` may mean: by a name or short form, else by the first words of one, all of them.

    The first letters of a word are no name of anybody: *Mars* is not the Marshall Islands.
    """
    forms, folded = _state_forms(lexicon()), _folded(word)
    if folded in forms:
        return list(forms[folded])
    if len(folded) < FEWEST:
        return []
    return list(
        dict.fromkeys(state for form, states in forms.items() if form.startswith(f"{folded} ") for state in states)
    )


def _state(word: str, name: str) -> str:
    found = _meant(word)
    if len(found) == 1:
        return found[0]
    if found:
        raise BadAnswer(f"{name}: “{word}” may mean {_listed(found)}; write more of it")
    # Only what can be a slip or a beginning is offered: another State that happens to sound alike is nobody's sponsor.
    known = [*_member_states(lexicon()), *_observers(lexicon())]
    begun = complete(_bare(word), known) if len(_bare(word)) >= FEWEST else []
    meant = begun or [one for one in (nearest(_bare(word), known, ALIKE),) if one]
    more = f"did you mean {_listed(meant)}?" if meant else "write the name that the United Nations uses"
    raise BadAnswer(f"{name}: there is no Member State “{_bare(word)}”; {more}")


def _joined(names: Sequence[str]) -> str:
    return "".join(names) if len(names) < 2 else f"{', '.join(names[:-1])} and {names[-1]}"


def _clause(question: Question, text: str, name: str) -> tuple[str, str]:
    """The opening of a paragraph, as it is set in italics, and the rest; a beginning of a known word is completed."""
    from resolint.lexicon.openings import parse

    if question.language != "en":
        return _spoken(question, text, name)
    words = lexicon()
    text = _typographic(text[:1].upper() + text[1:]).rstrip(" .,;:")
    found = parse(text, words, question.kind)
    if found is None:
        first, _, rest = text.partition(" ")
        single = openings(question.kind)
        what = "opening of a preambular paragraph" if question.kind == "preambular" else "operative verb"
        begun = complete(first, single)
        meant = nearest_opening(text, question.kind) if not begun else ""
        if meant:
            raise BadAnswer(
                f"{name}: “{' '.join(text.split()[: len(meant.split())])}” opens no paragraph; did you mean {meant}?"
            )
        text = f"{_only(first, single, name, what)} {rest}".strip()
        found = parse(text, words, question.kind)
    end = found.italic_end if found else len(text.partition(" ")[0])
    misspelt = slip(text, text[:end], question.kind)
    if misspelt:
        raise BadAnswer(f"{name}: “{' '.join(text.split()[: len(misspelt.split())])}”: did you mean {misspelt}?")
    rest = text[end:]
    if not rest.strip():
        raise BadAnswer(f"{name}: nothing stands behind “{text}”; write the whole paragraph")
    return text[:end], rest


def _spoken(question: Question, text: str, name: str) -> tuple[str, str]:
    """A paragraph in another language: its opening as the tables of that language know it, else its first word."""
    from resolint.lexicon.tongues import Tongue

    text = text.rstrip(" .,;:，；。：،؛")
    found, _ = lexicon_of(question.language).kept(Tongue).opening(text)
    end = found.end if found is not None else len(text.partition(" ")[0])
    if not text[end:].strip():
        raise BadAnswer(f"{name}: nothing stands behind “{text}”; write the whole paragraph")
    # Russian goes on from the organ line, French and Spanish begin each paragraph anew.
    first = text[:1].lower() if question.language == "ru" else text[:1].upper()
    return (first if found is not None else text[:1]) + text[1:end], text[end:]
