"""Proves cards: a rule is what its examples show, and leaves the examples of other rules be.

``resolint rules test`` and the test-suite run the same proof.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from functools import cache, cached_property, partial
from typing import TYPE_CHECKING

from resolint import engine, fixes, notation, profile, rulebook
from resolint.cards import hint, lexicon, lexicon_of, tables
from resolint.errors import BadCard, ResolintError
from resolint.findings import Edit, Finding
from resolint.lexicon import TONGUES
from resolint.model import Document
from resolint.pipeline.drafts import read_source
from resolint.pipeline.examples import DEFAULT_PROFILE, ExampleFault, Read, check_card
from resolint.rule import Card, Example, Rule

if TYPE_CHECKING:
    from resolint.comparison import BaseText
    from resolint.corpus import Judge

__all__ = ["Bench", "prove"]

_ROUNDS = 4
"""So many times fixes may be applied until nothing is left to mend; where two touch, one waits for the next round."""


class Bench:
    """Runs rules over examples. ``cards`` are all there are, ``folders`` those beside ours that they come from."""

    def __init__(self, cards: Sequence[Card], folders: Sequence[str | os.PathLike[str]] = ()) -> None:
        self.cards = cards
        self.folders = folders
        self.profiles = profile.profile_names(folders)
        self.lexicon = lexicon(tables(*folders))
        self._known = profile.all_profiles(folders)
        self._company: dict[tuple[str, str | None, str], tuple[tuple[Rule, ...], engine.Look]] = {}

    @cached_property
    def _judge(self) -> Judge:
        """What holds examples against the invented adopted texts."""
        from resolint.pipeline.agreeing import example_judge

        return example_judge(self.lexicon)

    def alone(self, document: Document, card: Card, profile_name: str) -> Sequence[Finding]:
        """What ``card`` finds by itself; a rule about the use of resolint runs among all the others.

        Raises BadCard if its check fails, BadConfiguration for an unknown profile.
        """
        chosen = self._profile(document, profile_name)
        rules = rulebook.select((card,), chosen, select=(card.id,))
        if card.family == rulebook.ENGINE_FAMILY:
            others = [other for other in self.cards if other.id != card.id]
            rules = tuple(sorted((*rules, *rulebook.select(others, chosen)), key=lambda rule: rule.card.id))
        return [finding for finding in self._run(document, rules, chosen, card) if finding.rule == card.id]

    def together(self, document: Document, profile_name: str) -> Sequence[Finding]:
        """What all rules find that run by default. Raises BadCard, BadConfiguration."""
        chosen = self._profile(document, profile_name)
        key = chosen.name, chosen.edition, chosen.language
        if key not in self._company:
            rules = rulebook.select(self.cards, chosen)
            self._company[key] = rules, engine.Look(rules, (rulebook.wakes(rule, self.lexicon) for rule in rules))
        rules, look = self._company[key]
        return self._run(document, rules, chosen, look=look)

    def _profile(self, document: Document, name: str) -> profile.Profile:
        source = "the profile of the example"
        return profile.resolve(document, name=name, source=source, folders=self.folders, known=self._known)

    def _run(
        self,
        document: Document,
        rules: Sequence[Rule],
        chosen: profile.Profile,
        card: Card | None = None,
        look: engine.Look | None = None,
    ) -> Sequence[Finding]:
        given = {name for way in (card.wakes or () if card is not None else ()) for name in way.given}
        report = engine.run(
            document,
            rules,
            tables=self.lexicon.tables,
            lexicon=lexicon_of(chosen.language) if chosen.language in TONGUES else self.lexicon,
            profile=chosen.name,
            date=chosen.date,
            language=chosen.language,
            edition=chosen.edition,
            cards=self.cards,
            corpus=self._judge if "corpus" in given else None,
            base=_base(document, card) if card is not None and "base" in given else None,
            look=look,
        )
        for failure in report.failures:
            raise BadCard(f"the rule {failure.rule} failed on the {document.origin.name}: {failure.error}")
        return report.active


def _base(document: Document, card: Card) -> BaseText:
    """What the example ``document`` of a card on base texts is built on: the card's first good example.

    Both are read without their tracked changes. The example is known again by its words.
    """
    from resolint.comparison import BaseText

    good = next(example.source for example in card.examples if example.kind == "good")
    words = [block.text for block in document.blocks]
    for example in card.examples:
        if [block.text for block in read_source(example.source, document.origin.name).blocks] == words:
            return BaseText(
                read_source(good, "the base", "original"), read_source(example.source, document.origin.name, "original")
            )
    return BaseText(read_source(good, "the base", "original"), document)


def prove(card: Card, bench: Bench) -> Iterator[ExampleFault]:
    """What does not hold of a card.

    Its examples show what it finds and what its fixes make of it; a fix that is called safe changes no word; no other
    rule speaks on what it calls good, unless the card gives the reason under ``excuses``; and all fixes together come to
    rest on every example.
    """
    yield from _bodies(card, bench)
    # What a fix makes of a bad example mostly stands among the others: each text is read and asked of once.
    read = cache(read_source)

    @cache
    def together(name: str, body: str, source: str) -> Sequence[Finding]:
        return bench.together(read(source, name), body)

    faults = list(check_card(card, read, bench.alone))
    yield from faults
    if faults:
        # What other rules say of examples that do not hold would only be in the way.
        return
    spoke: set[str] = set()
    for example in card.examples:
        name = example.options.get("name", "example.md")
        document = read(example.source, name)
        body = example.options.get("profile", DEFAULT_PROFILE)
        try:
            found = [*_unsafe(document, card, body, bench)]
            others = together(name, body, example.source)
            if example.kind != "bad":
                found += _disturbed(card, example, others)
                spoke.update(finding.rule for finding in others)
            found += _restless(document, others, read, partial(together, name, body))
        except ResolintError as error:
            found = [str(error)]
        for message in found:
            yield ExampleFault(card.id, card.path, example.line, message)
    for rule in card.excuses:
        if rule not in spoke:
            yield ExampleFault(
                card.id, card.path, 1, f"{rule} needs no excuse: it is silent on the examples; take it out"
            )


def _bodies(card: Card, bench: Bench) -> Iterator[ExampleFault]:
    for body in card.bodies:
        if body not in bench.profiles:
            words = f"key bodies: there is no profile {body}; {hint(body, bench.profiles)}"
            yield ExampleFault(card.id, card.path, 1, words)


def _unsafe(document: Document, card: Card, body: str, bench: Bench) -> Iterator[str]:
    for finding in bench.alone(document, card, body):
        fix = finding.fix
        if fix is not None and fix.applicability == "safe" and any(map(fixes.changes_words, fix.edits)):
            yield f"a fix that is called safe changes words ({finding.message}); call it suggest"


def _disturbed(card: Card, example: Example, others: Sequence[Finding]) -> Iterator[str]:
    for finding in others:
        if finding.rule != card.id and finding.severity != "info" and finding.rule not in card.excuses:
            yield (
                f"another rule speaks on the {example.kind} example: {finding.rule}, {finding.message} "
                f'Mend the example, or say why below [excuses]: {finding.rule} = "the reason"'
            )


def _restless(
    document: Document, found: Sequence[Finding], read: Read, ask: Callable[[str], Sequence[Finding]]
) -> Iterator[str]:
    """Whether the fixes of all rules, made again and again, come to an end; ``ask`` gives what all find in a text."""
    for _ in range(_ROUNDS):
        edits = _edits(found)
        if not edits:
            return
        mended = notation.write(fixes.apply_document(document, edits))
        if mended == notation.write(document):
            yield "the fixes of all rules together change nothing on this example, and are offered again and again"
            return
        # Fixes change texts; what the texts are made of has to be found anew.
        document, found = read(mended, document.origin.name), ask(mended)
    if _edits(found):
        rules = ", ".join(sorted({finding.rule for finding in found if finding.fix is not None}))
        yield f"the fixes of all rules together do not come to rest on this example: {rules} go on changing it"


def _edits(found: Sequence[Finding]) -> tuple[Edit, ...]:
    return fixes.applicable((finding.fix for finding in found), "suggest")
