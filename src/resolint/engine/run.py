"""Runs rules over a document. A rule that crashes becomes a line of the report, and the run goes on."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from resolint import structure
from resolint.engine import baseline as baselines
from resolint.engine import dress
from resolint.engine.baseline import Known
from resolint.engine.counts import count
from resolint.engine.fingerprint import Fingerprints
from resolint.engine.look import Look
from resolint.engine.remarks import Remarks
from resolint.engine.suppress import UNKNOWN, UNUSED, WITHOUT_REASON, Permissions
from resolint.findings import Finding, Hit, Report, RuleFailure, Skip
from resolint.frozen import NamedTuple
from resolint.lexicon import Lexicon
from resolint.model import Document, Span
from resolint.rule import Card, Context, Rule, Tables
from resolint.rulebook import UNCHECKED
from resolint.shared import timed

__all__ = ["run"]

_ON_PERMISSIONS = (UNUSED, WITHOUT_REASON, UNKNOWN)
"""Rules that speak of permissions, after all others have run."""
_WORDS_LONG = 80
"""A finding on more characters than these is about a paragraph, not about its words."""

_LOST = {
    "italics": "the source carries no italics",
    "notes": "the source carries no footnotes",
    "labels": "the source does not carry all paragraph numbers",
    "masthead": "the source carries no masthead",
}


def run(
    document: Document,
    rules: Sequence[Rule],
    *,
    tables: Tables,
    path: str = "",
    profile: str = "un",
    profile_reason: str = "",
    date: str | None = None,
    language: str = "en",
    edition: str | None = None,
    cards: Iterable[Card] = (),
    baseline: Sequence[Known] | None = None,
    changed_only: bool = False,
    corpus: Any = None,
    base: Any = None,
    lexicon: Lexicon | None = None,
    look: Look | None = None,
) -> Report:
    """Run ``rules`` over ``document`` and report what they find, in document order.

    ``tables`` are the data tables for the checks, ``date`` that of the draft as ``YYYY-MM-DD``,
    ``edition`` the day whose conventions hold (None: the present). ``cards`` are
    all cards there are, run or not, so that a permission for an unknown rule can be told from one for a rule
    that did not run. ``baseline`` are the findings known before; they are marked, and
    entries that no longer occur are reported. ``changed_only`` keeps the findings that a tracked change
    touches. ``corpus`` is what the rules on agreed language ask (``resolint.corpus.Judge``), ``base``
    what the draft is built on (``resolint.comparison.BaseText``). ``lexicon`` is what is known of the language, by
    default made of ``language`` and ``tables``. ``look`` tells which of the rules could
    speak of the document; the others are counted as run. Without it every rule runs. Never raises for a rule's fault.
    """
    # Only a draft with permissions, and a baseline, ask what other rules there are.
    every = [*cards, *(rule.card for rule in rules)] if document.directives or baseline else ()
    permissions = Permissions(document, _named(every))
    raw: list[_Raw] = []
    failures: list[RuleFailure] = []
    skipped: list[Skip] = []
    ran: set[str] = set()
    lexicon = lexicon or Lexicon(language, tables)
    awake = None if look is None else timed("looking", partial(_awake, look, document, corpus, base))
    meta = [rule for rule in rules if rule.card.id in _ON_PERMISSIONS]
    for rule in rules:
        if rule.card.id in _ON_PERMISSIONS:
            continue
        if (skip := _obstacle(rule.card, document)) is not None:
            skipped.append(skip)
            continue
        if awake is not None and rule.card.id not in awake:
            ran.add(rule.card.id)
            continue
        context = Context(profile, rule.options, tables, date, language, edition, corpus, base, lexicon)
        try:
            hits = timed(rule.card.id, partial(_hits, rule, document, context))
            found = [_dress(rule, hit, document) for hit in hits]
        except Exception as error:
            failures.append(RuleFailure(rule.card.id, _one_line(error)))
            continue
        ran.add(rule.card.id)
        raw += found
    beside = Remarks(document, lexicon)
    raw = _yielding(
        [item._replace(hit=hit) for item in raw if (hit := beside.kept(item.rule.card, item.hit)) is not None]
    )
    raw = [item._replace(suppressed=permissions.reason(item.rule.card, item.hit.span)) for item in _once(raw)]
    for rule in meta:
        raw += [_dress(rule, hit, document) for hit in permissions.hits(rule.card.id, ran)]
        ran.add(rule.card.id)
    entries = tuple(baseline or ())
    findings = _findings(_once(raw), document, {entry.fingerprint for entry in entries})
    present = [finding.fingerprint for finding in findings]
    stale = baselines.stale(entries, present, ran, {card.id for card in every}) if entries else ()
    if changed_only:
        findings = tuple(finding for finding in findings if finding.changed or finding.rule == UNCHECKED)
    return Report(
        path=path,
        origin=document.origin,
        kind=document.kind,
        profile=profile,
        profile_reason=profile_reason,
        findings=findings,
        failures=tuple(failures),
        skipped=tuple(skipped),
        counts=count(document),
        text=_texts(findings, document),
        stale_baseline=stale,
        language=document.language,
    )


def _named(cards: Iterable[Card]) -> dict[str, list[str]]:
    """The ids of rules by all that a permission may call them: id, name, family."""
    found: dict[str, list[str]] = {}
    for card in cards:
        for key in (card.id, card.name, card.family):
            ids = found.setdefault(key.casefold(), [])
            if card.id not in ids:
                ids.append(card.id)
    return found


def _awake(look: Look, document: Document, corpus: Any, base: Any) -> frozenset[str]:
    return look.awake(document, corpus=corpus is not None, base=base is not None)


class _Raw(NamedTuple):
    """A hit that holds, with its message."""

    rule: Rule
    hit: Hit
    message: str
    suppressed: str | None = None


def _hits(rule: Rule, document: Document, context: Context) -> list[Hit]:
    return list(rule.check(document, context))


def _obstacle(card: Card, document: Document) -> Skip | None:
    """Why ``card`` cannot say anything about ``document``, in plain words."""
    if card.kinds and document.kind not in card.kinds:
        kinds = " and ".join(f"{kind}s" for kind in card.kinds)
        reason = f"it is for {kinds}, and this document is of the kind {document.kind}"
        return Skip(card.id, reason, meant=False)
    for need in card.needs:
        if need in document.origin.lost:
            return Skip(card.id, _LOST[need])
    return None


def _dress(rule: Rule, hit: Hit, document: Document) -> _Raw:
    hit = dress.checked(hit, document)
    return _Raw(rule, replace(hit, fix=dress.limited(hit.fix, rule.card)), dress.message(rule.card, hit, document))


def _one_line(error: Exception) -> str:
    text = " ".join(str(error).split())
    return f"{type(error).__name__}: {text}" if text else type(error).__name__


def _once(raw: Iterable[_Raw]) -> list[_Raw]:
    """Each fault once: the same rule at the same place with the same words says nothing new."""
    return list({(item.rule.card.id, item.hit.span, item.message): item for item in reversed(list(raw))}.values())[::-1]


def _yielding(raw: list[_Raw]) -> list[_Raw]:
    """``raw`` without the hits of rules that yield where another rule speaks of the same words, or mends them."""
    raw = _giving_way(raw)
    if not any(item.rule.card.yields for item in raw):
        return raw
    spoken: dict[str, list[Span]] = {}
    for item in raw:
        if not item.rule.card.yields:
            edits = item.hit.fix.edits if item.hit.fix is not None else ()
            for span in (item.hit.span, *(edit.span for edit in edits)):
                if len(span) <= _WORDS_LONG:
                    spoken.setdefault(span.block, []).append(span)
    return [
        item
        for item in raw
        if not (
            item.rule.card.yields and any(_meet(item.hit.span, span) for span in spoken.get(item.hit.span.block, ()))
        )
    ]


def _giving_way(raw: list[_Raw]) -> list[_Raw]:
    """``raw`` without the hits of rules where one speaks of the same words, or for all, that their card yields to."""
    wanted = frozenset(other for item in raw for other in item.rule.card.yields_to)
    if not wanted:
        return raw
    for_all = {item.rule.card.id for item in raw if item.hit.whole}
    spoken: dict[tuple[str, str], list[Span]] = {}
    for item in raw:
        if item.rule.card.id in wanted:
            spoken.setdefault((item.rule.card.id, item.hit.span.block), []).append(item.hit.span)
    return [
        item
        for item in raw
        if for_all.isdisjoint(item.rule.card.yields_to)
        and not any(
            _meet(item.hit.span, span)
            for other in item.rule.card.yields_to
            for span in spoken.get((other, item.hit.span.block), ())
        )
    ]


def _meet(one: Span, other: Span) -> bool:
    if len(one) and len(other):
        return one.start < other.end and other.start < one.end
    return one.start <= other.end and other.start <= one.end


def places(document: Document) -> dict[str, int]:
    """The place of every block among all of a draft, by its id: notes stand behind the text."""
    order = {block.id: place for place, block in enumerate(document.blocks)}
    for note in document.footnotes:
        order.update((block.id, len(order)) for block in note.blocks)
    return order


def _findings(raw: Collection[_Raw], document: Document, before: Collection[str]) -> tuple[Finding, ...]:
    order = places(document)
    fingerprints, changes = Fingerprints(), dress.Changes(document)
    findings = []
    ordered = sorted(
        raw,
        key=lambda item: (order[item.hit.span.block], item.hit.span.start, item.hit.span.end, item.rule.card.id),
    )
    for item in ordered:
        card, hit = item.rule.card, item.hit
        block = document.block(hit.span.block)
        fingerprint = fingerprints.of(card.id, block)
        findings.append(
            Finding(
                rule=card.id,
                name=card.name,
                severity="info" if hit.unsure else item.rule.severity,
                confidence="low" if hit.unsure else card.confidence,
                span=hit.span,
                where=structure.where(document, hit.span),
                part=structure.part(document, hit.span.block),
                message=item.message,
                excerpt=dress.excerpt(block, hit.span),
                fix=hit.fix,
                fingerprint=fingerprint,
                suppressed=item.suppressed,
                baseline=item.suppressed is None and fingerprint in before,
                related=hit.related,
                position=dress.position(block, hit.span),
                changed=changes.touch((hit.span, *hit.related)),
            )
        )
    return tuple(findings)


def _texts(findings: Iterable[Finding], document: Document) -> Mapping[str, str]:
    texts = {}
    for finding in findings:
        edits = finding.fix.edits if finding.fix is not None else ()
        for span in (finding.span, *finding.related, *(edit.span for edit in edits)):
            texts[span.block] = document.block(span.block).text
    return texts
