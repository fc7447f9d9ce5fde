"""Suppression: a draft may allow a rule in a paragraph, if it says why; idle permissions are findings themselves."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from resolint.findings import Hit
from resolint.model import Directive, Document, Span
from resolint.permission import COMMANDS
from resolint.rule import Card

__all__ = ["UNKNOWN", "UNUSED", "WITHOUT_REASON", "Permissions"]

_A_LETTER = 0.8
"""How much alike two words are of which one has a letter too few, too many or exchanged."""
UNUSED, WITHOUT_REASON, UNKNOWN = "RES001", "RES002", "RES003"


class Permissions:
    """The directives of one draft, and which of them were of use.

    A directive speaks for the paragraph it stands in and for the notes that this paragraph refers to (a
    comment cannot stand in a note in Word); without a place it speaks for the whole draft. One without a
    reason allows nothing.
    """

    def __init__(self, document: Document, known: Mapping[str, Sequence[str]]) -> None:
        """``known`` maps the ids, names and families of all rules, in lower case, to ids."""
        self._document = document
        self._known = known
        self._notes = {
            block.id: note.anchor.block for note in document.footnotes if note.anchor for block in note.blocks
        }
        self._used: set[tuple[int, str]] = set()
        self._given: dict[tuple[str | None, str], list[int]] = {}
        for number, directive in enumerate(document.directives):
            place = directive.span.block if directive.span is not None else None
            for rule_id in self._ids(directive) if directive.reason.strip() else ():
                self._given.setdefault((place, rule_id), []).append(number)

    def reason(self, card: Card, span: Span) -> str | None:
        """The reason why a finding of ``card`` at ``span`` is allowed, or None; the directives count as used."""
        places = {None, span.block, self._notes.get(span.block, span.block)}
        numbers = sorted(number for place in places for number in self._given.get((place, card.id), ()))
        self._used.update((number, card.id) for number in numbers)
        return self._document.directives[numbers[0]].reason.strip() if numbers else None

    def hits(self, rule: str, ran: Collection[str]) -> Iterator[Hit]:
        """What there is to say about the directives under ``rule``; only rules that ``ran`` can be unused."""
        for number, directive in enumerate(self._document.directives):
            span = self._place(directive)
            if span is None:
                continue
            if rule == WITHOUT_REASON and directive.rules and not directive.reason.strip():
                yield Hit(span, {"rules": ", ".join(directive.rules)})
            elif rule == UNKNOWN:
                for name in self._unknown(directive):
                    command = self._meant_as_command(directive)
                    what = "There is no rule" if command is None else "There is no command"
                    yield Hit(span, {"what": what, "rule": name, "hint": command or self._hint(name)})
            elif rule == UNUSED and directive.reason.strip():
                for name in self._idle(number, directive, ran):
                    yield Hit(span, {"rule": name})

    def _unknown(self, directive: Directive) -> Sequence[str]:
        """The names that are no rule; of a directive that names none its first word if that may be one, else all words."""
        if not directive.rules:
            words, first, _ = _opening(directive)
            if self._meant_as_command(directive) is not None:
                return [first]
            is_name = any(sign.isdecimal() or sign == "-" for sign in first) or words.startswith(f"{first},")
            return [first if is_name else words]
        return [name for name in directive.rules if name.casefold() not in self._known]

    def _idle(self, number: int, directive: Directive, ran: Collection[str]) -> Sequence[str]:
        """What a directive names in vain: rules by their id, a family if none of its rules was of use."""
        idle: list[str] = []
        for name in directive.rules:
            ids = self._known.get(name.casefold(), ())
            if any(rule_id in ran for rule_id in ids) and not any((number, rule_id) in self._used for rule_id in ids):
                idle.append(ids[0] if len(ids) == 1 else name)
        return list(dict.fromkeys(idle))

    def _ids(self, directive: Directive) -> Sequence[str]:
        found = (rule_id for name in directive.rules for rule_id in self._known.get(name.casefold(), ()))
        return list(dict.fromkeys(found))

    def _place(self, directive: Directive) -> Span | None:
        """Where to report a directive: at its place, or at the beginning of the draft."""
        if directive.span is not None and self._document.has_block(directive.span.block):
            return directive.span
        return self._document.blocks[0].span(0, 0) if self._document.blocks else None

    def _meant_as_command(self, directive: Directive) -> str | None:
        """What is said of the first word of a directive without rules where it stands for ``allow``; None where it does not."""
        from resolint.cards import hint, nearest

        if directive.rules:
            return None
        _, first, second = _opening(directive)
        if first.casefold() in self._known:
            return hint(f"allow {first}", (f"allow {first}",))
        slip = nearest(first, COMMANDS, _A_LETTER) is not None
        return hint(first, COMMANDS) if slip or second.casefold() in self._known else None

    def _hint(self, name: str) -> str:
        """The rule that was meant, or the family where no number was written."""
        from resolint.cards import rule_hint

        ids = {rule_id for found in self._known.values() for rule_id in found}
        others = self._known.keys() - {rule_id.casefold() for rule_id in ids}
        return rule_hint(name, ids | {other.upper() if other.isalpha() else other for other in others})


def _opening(directive: Directive) -> tuple[str, str, str]:
    """The words of a directive that names no rule, and the first two of them."""
    words = directive.reason.strip()
    first, second, *_ = (*words.replace(",", " ").split(), "", "")
    return words, first, second
