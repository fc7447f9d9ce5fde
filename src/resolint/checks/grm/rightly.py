"""Forms that are right in their construction, however rare they are beside their neighbours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from resolint.checks.grm.forms import listed
from resolint.checks.shared.classes import Classes
from resolint.lexicon import english

__all__ = ["rightly"]

_CONDITIONS = listed("if though wish were suppose unless")
_CLAUSE = 8
"""So many words back the word that opens a clause is looked for."""
_TO_ADDED = listed(
    "addition commitment committed approach approaches opposed prior due dedicated devoted limited close akin path paths "
    "obstacle obstacles barrier barriers contribute contributes contributing contributed key way leading leads conducive"
)
"""Words whose *to* is a preposition, so that a form in *-ing* follows."""
_TO_THINGS = listed(
    "access addition alternative commitment contribution linked obstacle preferable reference related relating relation "
    "relevant response similar subject threat"
)
"""Words whose *to* leads to a thing, so that a participle may describe it: *access to spoken information*."""
_PARTICLES = listed("out up off down")
"""Parts of verbs that an object may follow: *lend out published material*."""
_HAVING = listed("has have had having is are was were be been being get")
_FIRST = listed("first second third")
"""Ordinals that do not end as the others do."""
_SORTS = listed("type kind sort form category")
"""Nouns behind whose *of* a noun stands in the singular."""
_PERSONS = listed(
    "persons people women men girls boys children youth parents families workers migrants refugees victims citizens users "
    "pupils teachers learners students patients staff experts residents farmers fishers drivers visitors volunteers members"
)
_ADJECTIVES_TOO = listed("live close present")
"""Adjectives that the tables hold as verbs."""
_SAYING = listed("also further and we hereby")
"""Words before a verb of which those who say *we* are the subject."""
_ONE, _PLURALS = listed("each one either neither"), listed("are were have do")
_ASKING = listed(
    "recommend recommends recommending request requests requesting require requires requiring demand demands demanding decide "
    "decides insist insists propose proposes proposing suggest suggests urge urges ask asks essential important necessary"
)
"""Words behind which *that* leads to a wish: *that he or she be paid*."""
_SINGULARS = listed("is was has does")
_AMOUNTS = listed(
    "number majority variety range lot group percentage share proportion series set half third quarter rest total"
)
"""Nouns behind whose *of* stands what the verb agrees with: *a number of lamps are*."""
_PAIRED = 4
"""So many words before *of* another subject may be joined to it: *the right and the duty of vendors*."""
_REFERRING = listed(") above below thereof thereto")
"""What ends a reference; the verb behind it belongs to a word before."""
_JOINTS = english.COORDINATING
_LEADING = listed("with of in on for by from at into about between among through without that")
_SUBJECTS = listed("they it he she we i you to the this these that those each every")
_FINITE = listed("is are was were has have had will shall can may might should would could must do does did")


def rightly(
    words: Sequence[bytes], place: int, instead: str, classes: Classes, pasts: Mapping[str, str], *, declares: bool
) -> bool:
    """Whether the word at ``place`` of a row may stand where ``instead`` was asked for.

    ``pasts`` are the pasts of irregular verbs that are no participles, with the participle; ``declares`` tells of a text
    that speaks in the first person.
    """
    lower = [word.decode().strip().lower() for word in words]
    found, before = lower[place], lower[place - 1]
    back = lower[max(0, place - _CLAUSE) : place]
    if _one_of(back, found, instead) or _of_several(lower, place, instead):
        return True  # *each of the drivers is*, *one in 20 lamps is*
    if found in _SINGULARS and instead in _PLURALS and _head_of(back, classes):
        return True  # *the right of street vendors has been upheld*
    if _apart(words[place - 1].decode().strip(), found, instead, back, classes) or _in_mood(
        found, instead, lower[:place]
    ):
        return True  # *if it were a grant*, *recommends that every keeper be paid*
    if before == "to" and (found == "being" or found in classes.ings) and place > 1 and lower[place - 2] in _TO_ADDED:
        return True  # *in addition to being affected*
    if found == "what" and instead == "which":
        # *Shows passengers what they need*, *of what to do*; but not *the measures what were taken*, *in what lamps are repaired*.
        behind = lower[place + 1]
        if behind not in _FINITE and (before not in _LEADING or behind in _SUBJECTS):
            return True
        # *Of what to do when a warning is given*; *without understanding what is said to them*.
        return before in classes.ings or before in classes.bases
    if found == "whose" and classes.is_noun(lower[place + 1]):
        return True  # *the peoples in whose name*
    if before == "of" and lower[place - 2] in _SORTS and classes.plurals.get(found) == instead:
        return True  # *the type of contract that they sign*
    if found == "who" and instead == "which" and not _PERSONS.isdisjoint(back):
        return True  # *older persons of 65 years or over who live alone*
    if pasts.get(found) == instead and _HAVING.isdisjoint(lower[max(0, place - 4) : place]):
        return True  # *and the lakes shrank*
    if declares and instead == f"{found}s" and before in _SAYING:
        return True  # *We, the millers … Also note*
    return _described(lower, place, instead, classes) or _in_list(lower, place, instead, classes)


def _apart(before: str, found: str, instead: str, back: Sequence[str], classes: Classes) -> bool:
    """Whether the word before tells nothing of the verb: *in paragraph 3 (a) above has been*, *Protocol I prohibits*.

    Nor do *data*, in both numbers, and *which* where it is no subject: *in which the States parties recognize the right*.
    """
    if before in _REFERRING or not before.strip("IVX") or (before == "data" and found in classes.bases):
        return True
    object_of = "which" in back and before.lower() in classes.singulars
    return object_of and found in classes.bases and instead in classes.participles


def _of_several(lower: Sequence[str], place: int, instead: str) -> bool:
    """Whether several have the same one each: *the fifty-sixth sessions of the subsidiary bodies*."""
    before = lower[place - 1]
    counted = before in _FIRST or before.endswith("th")
    return counted and lower[place] == f"{instead}s" and lower[place + 1] == "of"


def _in_mood(found: str, instead: str, back: Sequence[str]) -> bool:
    """Whether a condition or a wish has the verb in its form."""
    if found == "were" and instead == "was":
        return not _CONDITIONS.isdisjoint(back[-_CLAUSE:])
    return found == "be" and not _ASKING.isdisjoint(back)


def _described(lower: Sequence[str], place: int, instead: str, classes: Classes) -> bool:
    """Whether an adjective or a participle stands before a noun, alone or with another one: *live wild animals*."""
    found, behind = lower[place], lower[place + 1]
    noun = place + 1
    if behind in classes.adjectives and not classes.is_noun(behind):
        noun += 1
    if noun >= len(lower) or not classes.is_noun(lower[noun]):
        return False
    if found in classes.adjectives or found in _ADJECTIVES_TOO:
        return found not in classes.bases or noun > place + 1
    led = lower[place - 1] in _LEADING | _PARTICLES or (lower[place - 1] == "to" and lower[place - 2] in _TO_THINGS)
    if (found in classes.participles or (found.endswith("ed") and found not in classes.bases)) and led:
        return True  # *their experience with covered market halls*
    paired = found in classes.participles and instead in classes.ings and lower[place - 1] in _JOINTS
    return paired and any(word in classes.participles for word in lower[max(0, place - 5) : place - 1])


def _in_list(lower: Sequence[str], place: int, instead: str, classes: Classes) -> bool:
    """Whether nouns in a row describe the one at the end of it: *among source, transit and destination countries*."""
    found = lower[place]
    if classes.plurals.get(found) != instead or lower[place + 1] not in (",", "and", "or"):
        return False
    ahead = lower[place + 1 : place + 7]
    at = next((step for step, word in enumerate(ahead) if word in ("and", "or")), -1)
    if at < 0 or at + 2 >= len(ahead):
        return False
    one, head = ahead[at + 1], ahead[at + 2]
    return (one in classes.plurals or one in classes.adjectives) and head in classes.singulars


def _one_of(back: Sequence[str], found: str, instead: str) -> bool:
    """Whether *each of the drivers* or the like is the subject of a verb, so that it stays in the singular."""
    if instead not in _PLURALS and found != f"{instead}s":
        return False
    return any((one in _ONE and two == "of") or (one, two) == ("one", "in") for one, two in pairwise(back))


def _head_of(back: Sequence[str], classes: Classes) -> bool:
    """Whether the noun right before a verb belongs by *of* to one in the singular, which the verb agrees with."""
    if "of" not in back[1:-1]:
        return False
    at = len(back) - 1 - back[::-1].index("of")
    head, group = back[at - 1], back[at + 1 :]
    held = all(classes.is_noun(word) or classes.modifies(word) or word in english.DETERMINERS for word in group)
    paired = not english.COORDINATING.isdisjoint(back[max(0, at - _PAIRED) : at])
    return held and not paired and classes.only_singular(head) and head not in _AMOUNTS
