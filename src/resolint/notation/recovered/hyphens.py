"""Words broken at the end of a line: ``reduc-`` + ``tion`` is one word, ``drug-`` + ``related`` keeps its hyphen.

The document itself is the first dictionary: what it writes elsewhere in one piece, or with a hyphen, decides. Where it
says nothing, the list of words of its language does: a word that it knows in one piece was divided, and two words that
it knows and that make none together were joined (*people-* + *centred*).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from resolint.lexicon import Lexicon, per_lexicon
from resolint.lexicon.readers import SUSPENDED
from resolint.notation.plain import hangs
from resolint.notation.traced import Traced, join, single
from resolint.regex import lazy
from resolint.spelling import WordList

_WORD = lazy(r"[^\W\d_]+(?:[-‑][^\W\d_]+)*")
_TAIL = lazy(r"([^\W\d_]+)[-‑]$")
_HEAD = lazy(r"[^\W\d_]+")
_INNER = lazy(r"(?<![^\W_])([^\W\d_]{2,40})- ([^\W\d_]{2,40})")
_COMPOUNDING = frozenset({"non", "self", "ever", "well", "ex", "cross", "quasi", "due", "half", "long"})


@per_lexicon
def known_words(lexicon: Lexicon) -> WordList:
    """The words that are spelt right in a language, with those of the house."""
    return WordList(
        getattr(lexicon.tables, "words", b""), frozenset(row["word"].lower() for row in lexicon.rows("un-words"))
    )


def is_divided(left: str, right: str, words: WordList) -> bool | None:
    """Whether ``left`` and ``right`` are one word that was divided, as far as ``words`` tells; None where it does not."""
    if not words:
        return None
    left, right = left.lower(), right.lower()
    if words.knows(f"{left}-{right}"):
        return False
    whole = words.look_up(left + right)
    compounding = left in _COMPOUNDING and words.knows(right)
    if whole is not None and whole.kind == "right" and (whole.weight or not compounding):
        return True
    both = min(len(left), len(right)) > 2 and words.knows(left) and words.knows(right)
    return False if both or compounding else None


def east_asian(text: str) -> bool:
    """Whether a text begins with a character of a script without blanks."""
    return text >= "\u3000"


def unparted(before: str, after: str) -> bool:
    """Whether no blank stands between two characters: both are of such a script, or one is and the other is a figure."""
    sides = [east_asian(char) for char in (before, after)]
    return any(sides) and all(side or char.isdecimal() for side, char in zip(sides, (before, after), strict=True))


class SeenWords:
    """The words of a text, without those that stand broken at a line end; ``lexicon`` knows the words of its language."""

    def __init__(self, lines: Iterable[str], lexicon: Lexicon | None = None) -> None:
        self.listed = WordList(b"") if lexicon is None else known_words(lexicon)
        self.words: set[str] = set()
        self.hyphened: set[str] = set()
        broken = False
        for line in lines:
            words = _WORD.findall(line.lower())
            if not words:
                continue
            tail = line.rstrip().endswith(("-", "‑"))
            for word in words[int(broken) : len(words) - int(tail)]:
                self.words.add(word)
                if "-" in word:
                    self.hyphened.add(word)
                    self.words.update(word.split("-"))
            broken = tail

    def keeps_hyphen(self, left: str, right: str) -> bool:
        """Whether ``left`` and ``right``, parted by a hyphen at a line end, are two words rather than one."""
        left, right = left.lower(), right.lower()
        if f"{left}{right}" in self.words:
            return False
        if f"{left}-{right}" in self.hyphened:
            return True
        divided = is_divided(left, right, self.listed)
        if divided is not None:
            return not divided
        if left in _COMPOUNDING:
            return True
        return len(left) > 2 and len(right) > 2 and left in self.words and right in self.words

    def known(self, left: str, right: str) -> str | None:
        """How the text writes ``left`` and ``right`` elsewhere, None if it does not."""
        for form in (f"{left}-{right}", f"{left}{right}"):
            if form.lower() in self.words:
                return form
        return None

    def glue(self, parts: Sequence[Traced], ends: Sequence[int]) -> Traced:
        """The lines of a paragraph as one; ``ends`` are the offsets of their line ends in the source."""
        pieces: list[Traced] = []
        for number, part in enumerate(parts):
            body = part.rstrip(" \t\u00a0")
            if number + 1 == len(parts):
                pieces.append(body)
                break
            after = parts[number + 1].text
            tail = _TAIL.search(body.text[-60:])
            head = _HEAD.match(after)
            dashed = body.text.endswith(("-", "‑", "—", "/")) and not (head and hangs(head.group(), after))
            if tail and head and after[0].islower() and not hangs(head.group(), after):
                keep = self.keeps_hyphen(tail.group(1), head.group())
                pieces.append(body if keep else body.cut(0, len(body) - 1))
            elif dashed or unparted(body.text[-1:], after[:1]):
                pieces.append(body)
            else:
                pieces += (body, single(" ", ends[number]))
        return self._mended(join(pieces))

    def _mended(self, text: Traced) -> Traced:
        """Without blanks behind a hyphen that the text does not write elsewhere (``capacity- building``)."""
        gaps = []
        for match in _INNER.finditer(text.text):
            left, right = match.groups()
            form = None if right in SUSPENDED else self.known(left, right)
            if form:
                gaps.append((match.end(1) + int("-" in form), match.start(2)))
        return text.without(gaps)
