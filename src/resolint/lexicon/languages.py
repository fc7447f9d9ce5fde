"""The official languages, and which of them a text is written in.

The script decides where it can; languages of one script are told apart by their commonest words (``function-words``).
The language of most words counts, so that a long quotation or a list of names in another language changes nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from resolint.frozen import NamedTuple
from resolint.lexicon import Lexicon, per_lexicon
from resolint.regex import lazy

__all__ = ["Language", "Languages", "languages"]

_SEEN = 60_000
"""So many characters tell the language of any text; of longer ones, paragraphs are taken from all over."""
_WORD = lazy(r"[^\W\d_]+")
_SCRIPTS = {
    "Cyrillic": lazy("[\u0400-\u04ff]+"),
    "Arabic": lazy("[\u0620-\u065f\u066e-\u06d3\ufb50-\ufdff\ufe70-\ufefc]+"),
    "Han": lazy("[\u4e00-\u9fff]{1,2}"),
    "Kana": lazy("[\u3041-\u3096\u30a1-\u30fa]{1,2}"),
    "Hangul": lazy("[\uac00-\ud7a3]+"),
}
"""Words of each script but the Latin one; Chinese is written without blanks, in words of about two characters."""
_OTHER = lazy(
    "[\u0400-\u04ff\u0620-\u065f\u066e-\u06d3\ufb50-\ufdff\ufe70-\ufefc\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff\uac00-\ud7a3]"
)
"""A letter of one of them."""
_KANA = 8
"""One word in kana for so many in Chinese characters makes a text Japanese, however official."""
_WORDS = 8
"""A paragraph of fewer words may be a name or a title, and is in no other language than its draft."""
_FEWEST = 3
_SHARE = 0.15
"""So many different common words of a language, and such a part of all words, are wanted before it is taken for that of a
text; running text of any kind holds twice as many."""


class Language(NamedTuple):
    """A language by its code (ISO 639-1), its name in English, its script, its commonest words, and letters of its own.

    The letters, some of them in a row, are those that the official languages of the script have not.
    """

    code: str
    name: str
    script: str
    words: frozenset[str]
    letters: tuple[str, ...] = ()


class Languages:
    """The languages that can be told, as the rows of the table ``function-words`` say."""

    def __init__(
        self,
        rows: Iterable[Mapping[str, str]],
        sequences: Callable[[], Mapping[str, Mapping[str, float]]] = dict,
    ) -> None:
        self._sequences = sequences
        self._known = tuple(
            Language(
                row["code"], row["name"], row["script"], frozenset(row["words"].split()), tuple(row["letters"].split())
            )
            for row in rows
        )

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of all languages, in the order of the table."""
        return tuple(language.code for language in self._known)

    def name(self, code: str) -> str:
        """The English name of the language with this code; the code itself where it is unknown."""
        return next((language.name for language in self._known if language.code == code), code)

    def code(self, name: str) -> str:
        """The code for a code or an English name, in any letters; empty where it is neither."""
        folded = name.strip().casefold()
        return next((one.code for one in self._known if folded in (one.code, one.name.casefold())), "")

    def of(self, texts: Iterable[str]) -> str:
        """The code of the language that most of ``texts`` is written in; empty where they do not tell."""
        text = "\n".join(_sample(tuple(texts))).lower()
        other = not text.isascii() and _OTHER.search(text) is not None
        counts = {name: len(words.findall(text)) for name, words in _SCRIPTS.items()} if other else {}
        words = Counter(_WORD.findall(text))
        latin = sum(count for word, count in words.items() if word[0] < "\u0250")
        script = _most(counts)
        if script == "Latin" or counts[script] <= latin:
            return self._by_words("Latin", words, latin)
        same = [language for language in self._known if language.script == script]
        if len(same) == 1:
            return same[0].code
        # The first language of a script is an official one: a few words in it tell too little for another.
        return self._by_words(script, words, counts[script]) or same[0].code

    def other_than(self, own: str, text: str) -> str:
        """The code of the language of a paragraph that is clearly in another than ``own``; empty where it is not, or too short."""
        if text.count(" ") < _WORDS - 1 and len(_SCRIPTS["Han"].findall(text)) < _WORDS:
            return ""
        known = {language.code: language for language in self._known}
        script = known[own].script if own in known else ""
        found = self.of((text,))
        if not found and script not in ("", "Latin"):
            # Too few words for a language of the same script, but this is another one.
            found = self.of_passage(text)
        if found in ("", own):
            return ""
        if known[found].script == script:
            words, mine, other = _WORD.findall(text.lower()), known[own].words, known[found].words
            ours, theirs = sum(word in mine - other for word in words), sum(word in other - mine for word in words)
            return found if 2 * ours + 2 <= theirs else ""
        return found

    def of_passage(self, text: str) -> str:
        """The code of the language of a paragraph, however short: by its words, else by the letters that follow one another."""
        found = self.of((text,))
        if found:
            return found
        scripts = {name: len("".join(words.findall(text))) for name, words in _SCRIPTS.items()}
        script = _most(scripts)
        if 3 * scripts[script] > sum(map(str.isalpha, text)):
            return next((language.code for language in self._known if language.script == script), "")
        weights = dict.fromkeys((language.code for language in self._known), 0.0)
        known, met = self._sequences(), 0
        for word in _WORD.findall(text.lower()):
            bounded = f"_{word}_"
            for at in range(len(bounded) - 2):
                told = known.get(bounded[at : at + 3], {})
                met += bool(told)
                for code, weight in told.items():
                    weights[code] += weight
        weighed = [code for code in weights if code in next(iter(known.values()), {})]
        return max(weighed, key=lambda code: weights[code]) if weighed and met >= _FEWEST else ""

    def _by_words(self, script: str, words: Mapping[str, int], total: int) -> str:
        """The language whose commonest words, with the words that hold a letter of its own, are the most."""
        found = []
        lettered = [word for word in words if not word.isascii()]
        for place, language in enumerate(self._known):
            counts = [words[word] for word in language.words if word in words] if language.script == script else []
            if len(counts) >= _FEWEST and sum(counts) >= _SHARE * total:
                own = sum(words[word] for word in lettered if any(letter in word for letter in language.letters))
                # Neighbours share most of their commonest words, and their letters tell them apart.
                if own or script == "Latin" or not language.letters:
                    found.append((sum(counts) + own, -place, language.code))
        return max(found, default=(0, 0, ""))[2]


def _most(counts: Mapping[str, int]) -> str:
    """The script of most words. Chinese has no kana, and Japanese and Korean have Chinese characters besides their own."""
    for own in ("Kana", "Hangul"):
        if counts.get("Han", 0) and _KANA * counts.get(own, 0) > counts["Han"]:
            return own
    return max(counts, key=lambda name: counts[name], default="Latin")


def _sample(texts: tuple[str, ...]) -> tuple[str, ...]:
    step = sum(map(len, texts)) // _SEEN + 1
    return texts if step == 1 else tuple(text[:_SEEN] for text in texts[::step])


@per_lexicon
def languages(lexicon: Lexicon) -> Languages:
    """The languages that a draft can be found to be written in."""
    return Languages(lexicon.rows("function-words"), lambda: _sequences(lexicon))


@per_lexicon
def _sequences(lexicon: Lexicon) -> Mapping[str, Mapping[str, float]]:
    """How much three letters speak for each language of the Latin script, by the table ``letter-sequences``."""
    rows = lexicon.rows("letter-sequences")
    return {row["sequence"]: {code: float(row[code]) for code in row if code != "sequence"} for row in rows}
