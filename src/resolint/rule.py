"""What resolint checks: a rule is a card (data, prose, examples) and a check (a pure function)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import field, replace
from typing import Any, Literal, TypeVar

from resolint.catalogue import Catalogue
from resolint.findings import Applicability, Confidence, Hit, Severity
from resolint.frozen import NamedTuple, dataclass
from resolint.lexicon import LANGUAGES, Lexicon
from resolint.model import Document

ExampleKind = Literal["bad", "fixed", "good"]
_T = TypeVar("_T")
CheckKind = Literal["code", "forbid", "swap", "rewrite", "require", "consistent", "sequence"]


class Joined(dict[str, Any]):
    """Options that were put together for a choice of rules; what is made of them goes with them.

    The options of a card live as long as the process, and what is made of them is kept with the lexicon.
    """

    __slots__ = ("made",)

    def __init__(self, options: Mapping[str, Any]) -> None:
        super().__init__(options)
        self.made: dict[tuple[object, int], tuple[Any, Lexicon]] = {}

    def kept(self, make: Callable[[Lexicon, Mapping[str, Any]], _T], lexicon: Lexicon) -> _T:
        """What ``make`` makes of a lexicon and these options, made at the first call."""
        key = (make, id(lexicon))
        if key not in self.made:
            self.made[key] = make(lexicon, self), lexicon
        found: _T = self.made[key][0]
        return found


class Wake(NamedTuple):
    """One way to wake a rule: of each field that is not empty, one member must occur in the draft.

    ``words`` are whole words as the kinds without Python see them, levelled, those of a phrase joined by blanks;
    ``texts`` any pieces of text, letter case aside; ``parts`` parts that the draft has; ``marks`` kinds of marks in
    it; ``kinds`` kinds of its acts; ``given`` what the draft comes with (``base``, ``corpus``, ``comments``).
    """

    words: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    given: tuple[str, ...] = ()


class Plant(NamedTuple):
    """One way to make the fault of a rule in a clean draft.

    Where the pattern ``find`` matches in the source of a paragraph of ``part``, or of any part, ``put`` comes instead; it may
    take up groups (``\\1``). ``accept`` are further right forms, besides the words that stood there.
    """

    find: str
    put: str
    part: str = ""
    accept: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Example:
    """A fenced example of a card: source in the notation, ``{{ }}`` taken out, and the spans they marked.

    ``marked`` are offsets into ``source``. ``line`` is where the fence stands in the card (from 1);
    ``options`` are the words after the kind on the fence line (``profile=ga name=E_CN.7.md``).
    """

    kind: ExampleKind
    source: str
    marked: tuple[tuple[int, int], ...] = ()
    line: int = 0
    options: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Card:
    """One file of ``rules/``: everything about a rule but its code.

    ``fix`` is the strongest remedy the rule may offer, None for none. ``needs`` names what the source must
    have kept (``italics``, ``notes``, ``labels``, ``masthead``); ``kinds`` the document kinds it runs on,
    empty for all. ``languages`` are the codes of the languages it can read. ``bodies`` are
    profile names, empty for all. ``since`` and ``until`` are ISO dates that
    bound the practice. ``wakes`` are the ways to wake a rule whose check is code, None for one that always runs; what
    wakes the other kinds is read off their words. ``message`` is a template for ``Hit.values``. ``off`` gives the
    reason why the rule is off by default. A rule of ``conferences`` is a custom of students’ conferences. A rule that
    ``yields`` says nothing where another one speaks, and
    one that ``yields_to`` others nothing where one of these does; one for ``remarks`` speaks of what delegations wrote
    between the words of a draft, too. ``excuses`` gives
    for another rule the reason why it may speak on a good or fixed example. ``plants`` are declared ways to make the fault
    for an exercise; like prose and examples they are there only where these were asked for. ``drafts`` holds, by the code
    of a language, what is otherwise in drafts in that language (``spoken``), ``elsewhere`` why the rule matters there; ``mark``
    is what the function of a rule whose check is code is marked with. ``catalogue`` is that of the language in which the
    rule speaks, None for English.
    """

    id: str
    name: str
    severity: Severity
    confidence: Confidence
    authority: str
    message: str
    check: CheckKind = "code"
    fix: Applicability | None = None
    bodies: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    languages: tuple[str, ...] = LANGUAGES
    since: str | None = None
    until: str | None = None
    off: str | None = None
    conferences: bool = False
    yields: bool = False
    yields_to: tuple[str, ...] = ()
    remarks: bool = False
    wakes: tuple[Wake, ...] | None = None
    excuses: Mapping[str, str] = field(default_factory=dict)
    options: Mapping[str, Any] = field(default_factory=dict)
    examples: tuple[Example, ...] = ()
    prose: Mapping[str, str] = field(default_factory=dict)
    path: str = ""
    plants: tuple[Plant, ...] = ()
    drafts: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    mark: str = ""
    elsewhere: str = ""
    catalogue: Catalogue | None = field(default=None, compare=False)

    def spoken(self, language: str) -> Card:
        """The card as it holds for drafts in ``language``: with the check, message, severity and options of ``drafts``."""
        own = None if language in LANGUAGES else self.drafts.get(language)
        if own is None:
            return self
        keys = {key: value for key, value in own.items() if key in DRAFT_KEYS}
        options = {key: value for key, value in own.items() if key not in DRAFT_KEYS}
        kept = self.options if keys.get("check", "code") == self.check == "code" else {}
        # What bodies do in English says nothing about other languages.
        keys["needs"], keys["bodies"] = tuple(keys.get("needs", self.needs)), tuple(keys.get("bodies", ()))
        keys["check"] = keys.get("check", "code")
        return replace(
            self,
            **keys,
            options=Joined({**kept, **options}),
            wakes=None,
            drafts={},
            mark=f"{self.id} draft" if "en" in self.languages else self.id,
        )

    def reasons(self, language: str = "en", *, translated: bool = False) -> Mapping[str, str]:
        """What the card says under its headings of drafts in ``language``, in the language in which it speaks, else in English.

        What to write is told in English words, and not where drafts in ``language`` have a table of their own; why the rule
        matters is ``elsewhere`` there, if the card has that. What has no translation is left out where only what is
        ``translated`` is wanted.
        """
        own = language not in LANGUAGES and (language in self.drafts or self.mark.endswith(" draft"))
        prose = {_WHY: self.elsewhere or self.prose.get(_WHY, "")} if own else self.prose
        return {title: said for title, words in prose.items() if (said := self._told(words, translated))}

    def _told(self, prose: str, translated: bool) -> str:
        """Prose paragraph by paragraph in the language of the catalogue; of what it does not hold the rest is in English."""
        if self.catalogue is None:
            return prose
        paragraphs = prose.strip().split("\n\n")
        flat = [" ".join(paragraph.split()) for paragraph in paragraphs]
        told = [self.catalogue.of(paragraph) for paragraph in flat]
        if translated and told[0] == flat[0]:
            return ""
        return "\n\n".join(
            paragraph if said == words else said for paragraph, words, said in zip(paragraphs, flat, told, strict=True)
        )

    @property
    def family(self) -> str:
        """The letters of the id: ``PRE`` of ``PRE002``."""
        return self.id.rstrip("0123456789")


_WHY = "Why it matters"
DRAFT_KEYS = ("check", "message", "severity", "confidence", "authority", "fix", "needs", "bodies")
"""What a table ``[draft.fr]`` of a card may say otherwise, besides options."""

Tables = Mapping[str, tuple[Mapping[str, str], ...]]
"""The data tables by name, each a tuple of rows."""


@dataclass(frozen=True, slots=True)
class Context:
    """All that a check may know besides the document.

    ``options`` are the rule's own (card, then profile, then user). ``tables`` are the data tables of
    ``rules/data`` by file stem, each a tuple of rows. ``profile`` is the profile's name, ``date`` the date of
    the document as ``YYYY-MM-DD`` or None. ``edition`` is the day whose conventions hold, None for the present.
    ``corpus`` is the ``Judge`` of ``resolint.corpus`` over the adopted texts that are asked, None without any.
    ``base`` is the ``BaseText`` of ``resolint.comparison`` where the text is known that the draft is built on.
    ``lexicon`` is what is known of the language, by default made of ``language`` and ``tables``.
    """

    profile: str
    options: Mapping[str, Any]
    tables: Tables
    date: str | None = None
    language: str = "en"
    edition: str | None = None
    corpus: Any = None
    base: Any = None
    lexicon: Lexicon = field(default=None, compare=False)  # type: ignore[assignment]

    def __post_init__(self) -> None:
        if self.lexicon is None:
            object.__setattr__(self, "lexicon", Lexicon(self.language, self.tables))


def per_rule(make: Callable[[Context], _T]) -> Callable[[Context], _T]:
    """Keep what a function makes of the options and the tables, which are the same for every draft; it sees no more."""

    def bare(lexicon: Lexicon, options: Mapping[str, Any]) -> _T:
        return make(Context("", options, lexicon.tables, language=lexicon.language, lexicon=lexicon))

    def of(context: Context) -> _T:
        if isinstance(context.options, Joined):
            return context.options.kept(bare, context.lexicon)
        return context.lexicon.kept(bare, context.options)

    of.__doc__ = make.__doc__
    return of


Check = Callable[[Document, Context], Iterable[Hit]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A card joined with its check, ready to run, with the severity and options of the profile."""

    card: Card
    check: Check
    severity: Severity
    options: Mapping[str, Any] = field(default_factory=dict)
