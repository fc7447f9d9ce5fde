"""Checks on sessions that are over or were not yet, and on events of the future."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from resolint import regex
from resolint.checks import check
from resolint.checks.opr.foreseen import days_foreseen
from resolint.checks.opr.meetings import of_other_year, past_of_other, reports_of_other_year
from resolint.checks.opr.seasons import bodies, holder, of_other_month
from resolint.checks.shared.clauses import inside, prose, quotations, references
from resolint.checks.shared.counting import BLANK, YEAR, longest_first
from resolint.findings import Hit
from resolint.lexicon import Lexicon, dates, masthead, per_lexicon
from resolint.lexicon.organs import OF_PROFILE, organ_name, organ_noun
from resolint.model import Act, Block, Citation, Clause, Document
from resolint.regex import lazy
from resolint.rule import Context, per_rule

_SYMBOL_SESSION = lazy(r"A/(?:HRC/)?(?:C\.[1-6]/|RES/|DEC/)?(?P<session>\d{2,3})/")
_CALLED = lazy(r"\b20\d\d\b")
"""The year by which a session of the Economic and Social Council is called."""
_LATEST = 15
"""Of so many sessions before its own a draft may have been copied; lower numbers are those of other bodies."""
_ASSEMBLY = "GA"
_BEFORE_FIRST = 1945
"""The General Assembly opens its n-th session in September of this year plus n."""


def session_of(document: Document, lexicon: Lexicon) -> int | None:
    """The session of its organ that a draft belongs to, by its symbol, else by its masthead; None if neither tells."""
    match = _SYMBOL_SESSION.match(document.head.symbol or "")
    if match:
        return int(match["session"])
    number = masthead.session_number(document.head.session, lexicon) if document.head.session else None
    if number is None and (called := _CALLED.search(document.head.session or "")):
        return int(called[0])
    return number


def cited_sessions(document: Document, blocks: Iterable[Block]) -> Iterator[tuple[Block, Citation, int]]:
    """The sessions that blocks cite by their numbers, with these, in order."""
    cited = references(document)
    for block in blocks:
        for citation in cited.get(block.id, ()):
            if citation.kind == "session" and citation.session and citation.session.isdecimal():
                yield block, citation, int(citation.session)


@per_rule
def _asked(context: Context) -> re.Pattern[str]:
    return regex.compiled(rf"\b[Tt]o{BLANK}(?:{'|'.join(context.options['asks'])})\b")


_SAID = lazy(
    r"\b(?:decided|requested|adopted|held|as|at which|contained|established|considered|submitted|led|President)\b"
)

_HELD = lazy(
    r"(?:\bat|\bduring|\b(?:agenda|part|opening)[ \xa0](?:of|for)"
    r"|\b(?:starting|beginning|commencing)[ \xa0](?:from|at|with|in))[ \xa0]$"
)
"""What is done at a session, or stands on its agenda."""
_TAKEN = lazy(r"\b(?:decided|decision)[ \xa0]$")
"""Before what is asked: that it was decided at another time."""


@check("OPR030")
def session_past(document: Document, context: Context) -> Iterator[Hit]:
    """What is asked for a session of the organ that is over when the draft is considered.

    The option ``asks`` holds the verbs of what can only lie ahead.
    """
    lexicon = context.lexicon
    own, now = OF_PROFILE.get(context.profile), session_of(document, lexicon)
    if now is None:
        return
    for act in document.acts:
        speaker = document.text(act.organ_line).strip(" ,\xa0*") if act.organ_line else ""
        organ = own if own is not None and (not speaker or speaker.endswith(organ_name(own, lexicon))) else None
        for clause in (*act.preamble, *act.operative):
            blocks = (document.block(block_id) for inner in clause.walk() for block_id in inner.blocks)
            for block, citation, number in cited_sessions(document, blocks):
                past = now - number
                over = clause in act.operative and past_of_other(document, block, citation, context.lexicon)
                if over and _asked_there(block, citation, context):
                    yield Hit(citation.span, {"found": document.text(citation.span), "now": over})
                    continue
                due = clause in act.operative and _due_before(block, citation, speaker, past, lexicon)
                if due or (
                    0 <= past <= _LATEST
                    and (past > 0 or _later_only(block, citation, organ) or _on_agenda(clause, act, block, citation))
                    and _of_organ(block, citation, organ, speaker, lexicon)
                    and _asked_there(block, citation, context)
                ):
                    yield Hit(citation.span, {"found": document.text(citation.span), "now": str(now)})
                elif (
                    past == 0
                    and clause in act.operative
                    and _report_at_once(block, citation)
                    and _of_organ(block, citation, organ, speaker, lexicon)
                    and _asked_there(block, citation, context)
                ):
                    yield Hit(citation.span, {"found": document.text(citation.span), "now": str(now)}, unsure=True)


_ITS_REPORT = lazy(r"\bto[ \xa0](?:submit|prepare|report|present)\b[^;]{0,160}$")
_A_REPORT = lazy(r"\ba(?:n|[ \xa0](?:[a-z-]+[ \xa0]){0,2})[ \xa0]?report\b|\bsubmit[ \xa0]it\b|\bto[ \xa0]report\b")
_PARTLY = lazy(r"\b(?:resumed|second[ \xa0]part|main[ \xa0]part|first[ \xa0]part|remainder|end[ \xa0]of)\b")
"""A session may go on long after the draft: its later parts are told."""


def _report_at_once(block: Block, citation: Citation) -> bool:
    """Whether a report that is still to be written is due at the session that adopts the draft."""
    before = block.text[block.lead : citation.span.start]
    asked = _ITS_REPORT.search(before) is not None and not _PARTLY.search(before[-60:])
    return asked and _A_REPORT.search(block.text) is not None


def _of_organ(block: Block, citation: Citation, organ: str | None, speaker: str, lexicon: Lexicon) -> bool:
    """Whether a session is one of the body that speaks, by its code or, where no table knows it, by its name."""
    if organ is None:
        return _speaks_there(block, citation, speaker, lexicon)
    return holder(block, citation, organ, lexicon) is not None


def _asked_there(block: Block, citation: Citation, context: Context) -> bool:
    """Whether something is asked for at a session, and nothing between says that it was done there."""
    if not citation.own or not _HELD.search(block.text[: citation.span.start]):
        return False
    asked = list(_asked(context).finditer(block.text, block.lead, citation.span.start))
    if not asked:
        return False
    between = block.text[asked[-1].end() : citation.span.start]
    return ";" not in between and not (_SAID.search(between) or _TAKEN.search(block.text[: asked[-1].start()]))


_REPORTED = lazy(r"\bto[ \xa0](?:report|submit)\b[^;]{0,120}$")
_CARRIED_OUT = lazy(r"[^;]{0,80}\bimplementation of the present (?:resolution|decision)\b")


def _later_only(block: Block, citation: Citation, organ: str | None) -> bool:
    """Whether what is asked cannot be done at the session that adopts the draft: a report on how it was carried out.

    A session of the General Assembly lasts a year, and some reports are due before it ends.
    """
    reported = _REPORTED.search(block.text, max(0, citation.span.start - 160), citation.span.start)
    return organ != _ASSEMBLY and reported is not None and _CARRIED_OUT.match(block.text, citation.span.end) is not None


_AGENDA = lazy(r"\bprovisional[ \xa0]agenda[ \xa0](?:of|for)[ \xa0](?:the|its)?[ \xa0]?$")


def _on_agenda(clause: Clause, act: Act, block: Block, citation: Citation) -> bool:
    """Whether something is to stand on the provisional agenda of a session, which is settled before the session opens."""
    return clause in act.operative and _AGENDA.search(block.text, 0, citation.span.start) is not None


_UNTIL = lazy(r"\b(?:before|not later than|no later than|by the (?:end|opening) of)[ \xa0](?:(?:the|its)[ \xa0])?$")
_DID = lazy(r"\b(?:had|has|have|was|were|held|took|adopted|decided|agreed|met)\b[^;:]{0,100}$")


@per_lexicon
def _of_speaker(lexicon: Lexicon) -> re.Pattern[str]:
    return regex.compiled(
        rf"{BLANK}{lexicon.grammar.occasions.session}{BLANK}of{BLANK}the{BLANK}"
        rf"(?P<named>[A-Z][a-z]+(?:{BLANK}(?:and{BLANK}|on{BLANK})?[A-Z][a-z]+)*)"
    )


def _due_before(block: Block, citation: Citation, speaker: str, past: int, lexicon: Lexicon) -> bool:
    """Whether a task is due before a session of the speaking body, ``past`` sessions ago: *before its seventh session*."""
    if not 0 < past <= _LATEST:
        return False
    before = block.text[max(0, citation.span.start - 160) : citation.span.start]
    if not _UNTIL.search(before) or _DID.search(before):
        return False
    after = _of_speaker(lexicon).search(block.text, citation.span.start, citation.span.end + 80)
    return speaker.endswith(after["named"]) if after is not None else citation.own


_TO = lazy(r"\b(?:to|for|and|will|shall|that)\b")
_AT_END = lazy(r"(?P<named>[A-Z][a-z]+(?:[ \xa0](?:of[ \xa0]the[ \xa0])?[A-Z][a-z]+)*),?[ \xa0](?:at|during)[ \xa0]$")
_IN_FULL = lazy(r"[ \xa0](?:on|of|for)[ \xa0](?:the[ \xa0])?[A-Z]")


@per_lexicon
def _short_name(lexicon: Lexicon) -> re.Pattern[str]:
    nouns = longest_first(lexicon.grammar.meeting_nouns)
    return regex.compiled(rf"\bthe{BLANK}(?:[A-Z][a-z]+{BLANK})?(?P<noun>{nouns})\b")


def _speaks_there(block: Block, citation: Citation, speaker: str, lexicon: Lexicon) -> bool:
    """Whether the body that is named right before a session is the one that speaks, of an organ that no table knows."""
    match = _AT_END.search(block.text, max(0, citation.span.start - 120), citation.span.start)
    if match is not None and len(speaker) > len(match["named"]) and speaker.endswith(match["named"]):
        return True
    short = list(_short_name(lexicon).finditer(block.text, 0, citation.span.start)) if citation.own else []
    if not short or (match is not None and match.end("named") != short[-1].end()):
        return False
    return f" {short[-1]['noun']} " in f"{speaker} " and not _IN_FULL.match(block.text, short[-1].end())


_WAS = lazy(
    r"\b(?:adopted|approved|decided|held|established|took|heard|(?<!be[ \xa0])(?:presented|submitted|considered|discussed))"
    r"\b[^;:]{0,90}$"
)


@check("OPR034")
def session_of_the_future(document: Document, context: Context) -> Iterator[Hit]:
    """Something *adopted* or *held* at a session of the organ that is still to come."""
    lexicon = context.lexicon
    own, now = OF_PROFILE.get(context.profile), session_of(document, lexicon)
    if own is None or now is None:
        return
    for block, citation, number in cited_sessions(document, prose(document)):
        if not citation.own or number <= now:
            continue
        before = block.text[max(0, citation.span.start - 140) : citation.span.start].rstrip(" \xa0")
        match = _WAS.search(before)
        if not before.endswith(" at") or match is None:
            continue
        since = match.group().removeprefix("presented to").removeprefix("submitted to")
        ahead = _AHEAD.search(before[: match.start()]) or _TO.search(since)
        if not ahead and holder(block, citation, own, lexicon) is not None:
            values = {"found": document.text(citation.span), "now": str(now)}
            yield Hit(citation.span, values)


_OWN_COUNT = 1975
"""Lower numbers are those of boards and commissions, whoever is named before."""
_WITHIN = (
    rf"(?:(?:the|first|second|half|quarter|part|of|early|late|[A-Z][a-z]+|\d{{1,2}}|to)[ \xa0]){{0,6}}(?P<year>{YEAR})"
)
_OF_YEAR = lazy(
    r",?[ \xa0](?:(?:which[ \xa0](?:is|will)[ \xa0])?(?:to[ \xa0])?be[ \xa0]held[ \xa0]"
    r"(?:(?:at|in)[ \xa0][A-Z][^;:.,\d]{0,50}?[ \xa0])?(?:in|on|from|by)|in)[ \xa0]"
    rf"{_WITHIN}\b(?![/–-])"
)


_PRINCIPAL = ("GA", "ECOSOC")
"""Organs whose nouns, *Assembly* and *Council*, do not tell that another body met."""


@per_lexicon
def _other_does(lexicon: Lexicon) -> re.Pattern[str]:
    """A board or a commission behind the year in which it met: *at its fifty-fifth session, in 2022, the Commission decided*."""
    principal = {organ_noun(organ, lexicon) for organ in _PRINCIPAL}
    nouns = longest_first(noun for noun in lexicon.grammar.meeting_nouns if noun not in principal)
    return regex.compiled(rf",{BLANK}the{BLANK}(?:{nouns})\b")


@check("OPR031")
def session_of_other_year(document: Document, context: Context) -> Iterator[Hit]:
    """A session of the General Assembly in a year in which it is not held (*its eightieth session, in 2030*)."""
    told = set()
    for hit in _of_tables(document, context):
        told.add((hit.span.block, hit.span.start))
        yield hit
    cited = [(block, citation) for block, citation, _ in cited_sessions(document, prose(document))]
    for hit in (*of_other_year(document, cited, context.lexicon), *of_other_month(document, cited, context)):
        if (hit.span.block, hit.span.start) not in told:
            yield hit


def _of_tables(document: Document, context: Context) -> Iterator[Hit]:
    """Sessions of the General Assembly, and of bodies that are named right before them."""
    yield from reports_of_other_year(document, context.lexicon)
    yield from _yearly_session(document, context.lexicon)
    own = OF_PROFILE.get(context.profile, "")
    for block, citation, number in cited_sessions(document, prose(document)):
        match = _OF_YEAR.match(block.text, citation.span.end)
        if match is None:
            continue
        named = citation.organ == _ASSEMBLY or holder(block, citation, _ASSEMBLY, context.lexicon) is not None
        if (own != _ASSEMBLY and citation.organ != _ASSEMBLY) or not named:
            continue
        if _other_does(context.lexicon).match(block.text, match.end()):
            continue
        opens = _BEFORE_FIRST + number
        if citation.own and opens > _OWN_COUNT and int(match["year"]) not in (opens, opens + 1):
            values = {"found": block.text[citation.span.start : match.end()].strip(), "opens": str(opens)}
            yield Hit(block.span(citation.span.start, match.end("year")), values)


@per_lexicon
def _yearly(lexicon: Lexicon) -> tuple[dict[str, int], re.Pattern[str]]:
    """By how much the year is more than the number of the session, of bodies that meet once a year, and how they are named."""
    known = {row["body"]: int(row["before"]) for row in lexicon.rows("yearly-sessions")}
    return known, regex.compiled(rf"\b(?:{longest_first(known)})\b")


_IN_YEAR = lazy(
    rf",?[ \xa0](?:(?:which[ \xa0]was|to[ \xa0]be)[ \xa0])?(?:held[ \xa0][^;:.\d]{{0,50}})?"
    rf"(?:in|on|from)[ \xa0](?:(?:[A-Z][a-z]+|\d{{1,2}}|to|early|late)[ \xa0]){{0,6}}(?P<year>{YEAR})\b(?![/–-])"
)
_FIRST_YEARLY = 2002


def _yearly_session(document: Document, lexicon: Lexicon) -> Iterator[Hit]:
    """A session of a commission that meets once a year, in another year: *its sixty-fifth session, in 2029*."""
    for block, citation, number in cited_sessions(document, prose(document)):
        match = _IN_YEAR.match(block.text, citation.span.end) if citation.own else None
        body = _who_meets(document, block, citation, lexicon) if match else ""
        if match is None or not body:
            continue
        meets = _yearly(lexicon)[0][body] + number
        if meets != int(match["year"]) and meets >= _FIRST_YEARLY:
            values = {"found": block.text[citation.span.start : match.end()].strip(), "opens": str(meets)}
            yield Hit(block.span(citation.span.start, match.end("year")), values)


def _who_meets(document: Document, block: Block, citation: Citation, lexicon: Lexicon) -> str:
    """The yearly body that is named last before a session, or the speaking one where it is meant by *the Commission*."""
    known, pattern = _yearly(lexicon)
    named = list(pattern.finditer(block.text, 0, citation.span.start))
    named_bodies = list(bodies(lexicon).finditer(block.text, 0, citation.span.start))
    if named and (not named_bodies or named_bodies[-1].end() <= named[-1].end()):
        return named[-1][0]
    lines = [document.text(act.organ_line).strip(" ,\xa0*") for act in document.acts if act.organ_line]
    own = next((body for body in known if len(lines) == 1 and lines[0].endswith(body)), "")
    short = list(_short_name(lexicon).finditer(block.text, 0, citation.span.start))
    meant = short and f" {short[-1]['noun']} " in f" {own} " and not _IN_FULL.match(block.text, short[-1].end())
    return own if meant and named_bodies and named_bodies[-1].end() <= short[-1].end() else ""


_HAPPENED = lazy(
    r"\b(?:(?:was|were|been|which|that)[ \xa0])?(?:adopted|held|convened|signed|concluded|launched|took place"
    r"|opened for signature|proclaimed|endorsed|issued|published|established)"
    r"(?:[ \xa0](?:in|at|by)[ \xa0][^,;.]{2,60}?)?"
    r",?[ \xa0](?:on|in|from)[ \xa0](?:\d{1,2}(?:[ \xa0](?:to|and)[ \xa0]|–)(?:\d{1,2}[ \xa0])?)?$"
)
_DATED = lazy(
    r"\b(?:report|letters?|note|statement|resolution|decision|communiqué|declaration|summary|study|decree)"
    r"(?:[ \xa0](?:of|by|from|to)[ \xa0](?:the|its|his|her)[ \xa0][A-Z][^,;:.()]{2,60}?)?[ \xa0](?:of|dated)[ \xa0]$"
)
"""What bears a date is there already: *the report of the Secretary-General of 6 May*."""
_SINCE = lazy(r"[ \xa0]to[ \xa0].{0,120}[ \xa0]from[ \xa0]$")
"""From when on something holds that was established: *established by the resolution to the mission from 1 July*."""
_AHEAD = lazy(r"\b(?:be|being|will|shall|to|if|once|when|until|should|would|may|can)\b[^,;]{0,40}$")


@check("OPR033")
def event_of_the_future(document: Document, context: Context) -> Iterator[Hit]:
    """Something *adopted* or *held* on a day after the date of the draft."""
    told = set()
    for hit in _dated_ahead(document, context):
        told.add(hit.span)
        yield hit
    yield from (hit for hit in days_foreseen(document, context) if hit.span not in told)


def _dated_ahead(document: Document, context: Context) -> Iterator[Hit]:
    if context.date is None:
        return
    for block in prose(document):
        ranges = quotations(block.text)
        for dated in dates.scan(block.text, context.lexicon):
            day = dated.iso.partition("/")[0].partition(",")[0]
            if len(day) != 10 or not day[:4].isdecimal() or day <= context.date:
                continue
            before = block.text[max(0, dated.start - 120) : dated.start]
            match = _HAPPENED.search(before) or _DATED.search(before)
            since = match is not None and _SINCE.search(match.group()) is not None
            if (
                match
                and not since
                and not _AHEAD.search(before[: match.start()])
                and not inside(ranges, dated.start, dated.end)
            ):
                values = {
                    "found": block.text[dated.start : dated.end],
                    "now": dates.words(context.date, context.lexicon),
                }
                yield Hit(block.span(dated.start, dated.end), values)
