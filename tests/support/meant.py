"""Builds the table ``meant-words``: words that are written where another one is meant, in every form that both have.

``python -m tests.support.meant``. Among them are words of other languages that look like English ones (*formation* for training),
words that sound alike, and verbs that others take beside a noun (*to make attention*). The rule asks the counts of adopted texts
whether the other word is meant (``checks/grm/meant.py``).
"""

import csv
from collections import defaultdict
from pathlib import Path

from resolint.cards import lexicon
from resolint.checks.grm.doubts import tokens_of

PLACE = Path(__file__).parents[2] / "rules" / "data" / "en" / "meant-words.csv"
PAIRS = """
formation>training possibility>opportunity politic>policy politics>policies politics>policy perception>perspective
prospect>perspective compromise>commitment compromise>undertaking local>premise locals>premises personal<>personnel
prize<>price control>check control>inspect control>verify evolution>development conscience>awareness
conscience<>conscious assistance>attendance assist>attend assisted>participated delay>deadline society>company
economic<>economical politic>political historic<>historical efficient<>effective efficiency<>effectiveness
sensible<>sensitive actual>current actual>present actually>currently actually>presently eventual>possible
eventually>possibly important>large important>significant important>considerable importantly>significantly
obligated>compulsory obliged>obligatory obligated>obligatory mandated>mandatory responsible>responsibility
comply>compliance principle<>principal adopt<>adapt lay<>lie lay>lead raise<>rise raised<>risen raised>rose site<>sight
proceeding<>preceding weather<>whether affect<>effect advice<>advise practice<>practise lose<>loose moral<>morale
complement<>compliment council<>counsel device<>devise ensure<>assure ensure<>insure borrow<>lend teach<>learn
remember<>remind done=made realize>make realize>achieve realized>conducted realized>held realize>conduct
elaborate>prepare demand>require pretend>claim pretend>intend foresee>provide foreseen>provided precise>specify
resume>summarize inscribe>register suppress>abolish suppress>delete suppress>remove contemplate>consider make>pay
make>take make>give take>make do>give do>pay put>pay put>take benefit>profit profit>benefit contest>competition
concur>compete assistant>attendee ancient>former actuality>news touched>affected repercussion>impact chance>opportunity
chance>risk manifestation>demonstration reunion>meeting session>sitting sentence>phrase phrase>sentence lecture>reading
library>bookshop facility>ease fabric>factory magazine>shop notice>note rapport>report relation>relationship rate>ratio
quote>quota goods>assets patrimony>heritage inheritance>heritage dispositive>device prescription>provision
regulation>settlement ruling>settlement solution>resolution resolve>solve orientate>guide orientation>guidance
orientations>guidelines prevision>forecast preview>forecast previewed>planned engaged>committed sensibilize>sensitize
sensibility>sensitivity vigour>force validity>force deception>disappointment convenience>suitability
convenient>appropriate pertinent>relevant divers>various insure>ensure human<>humane urban>urbane
industrial<>industrious electric<>electrical technique>technology technic>technique exhausting>exhaustive
considerate<>considerable successive<>successful continual<>continuous imminent<>eminent alternate<>alternative
respectively>respectfully dependent<>dependant confident<>confidential distinct<>distinctive especial>special
specially<>especially latter<>later hardly>hard near<>nearby near>nearly most>almost beside<>besides everyday>daily
farther<>further fair<>fare waste<>waist peace<>piece role<>rule role<>roll right<>rite weak<>week plain<>plane
plant<>plan course<>coarse case>cause past<>passed led<>lead cite<>site born<>borne brake<>break bear<>bare heal<>heel
root<>route steal<>steel sale<>sail tail<>tale whole<>hole woman<>women threat<>treat threaten<>treated
through<>thorough though<>thought thought<>taught quite<>quiet angel<>angle trial<>trail dairy<>diary costume<>custom
desert<>dessert statue<>statute status<>statute stature<>statute carrier<>career border<>boarder access<>excess
access<>assess accept<>except expect<>except elicit<>illicit emigrate<>immigrate immigration<>emigration
eligible<>illegible prosecute<>persecute prosecution<>persecution precede<>proceed prescribe<>proscribe
perspective<>prospective reality<>realty receipt<>recipe presence<>presents assistance<>assistants
dependence<>dependents attendance<>attendants correspondence<>correspondents adherence<>adherents patience<>patients
incidence<>incidents instance<>instants stationary<>stationery story<>storey straight<>strait vacation>holiday
vary<>very wave<>waive where<>were which<>witch wonder<>wander allusion<>illusion collision<>collusion
conservation<>conversation consecutive>consequent credible<>creditable definite<>definitive defective<>deficient
detract<>distract discreet<>discrete disinterested<>uninterested effluent<>affluent exploitation<>exploration
facilities<>faculties formally<>formerly founding<>funding founded<>funded ingenious<>ingenuous intense<>intensive
judicial<>judicious legislation<>legalization literal<>literate literal<>littoral luxurious<>luxuriant marital<>martial
marshal<>martial mediation<>meditation militate<>mitigate observance<>observation official<>officious
ordinance<>ordnance partition<>petition permissible<>permissive physician<>physicist populace<>populous
portion<>proportion preposition<>proposition refuge<>refugee relief<>relieve belief<>believe breath<>breathe
cloth<>clothe cloths<>clothes bath<>bathe life<>live safe<>save strife<>strive thief<>thieve advance<>advanced
urge<>urgent verify>check assurance>insurance actual>up-to-date engagement>commitment
"""
"""What is written, and what is meant; ``<>`` where either may be meant, ``=`` for this form alone."""


def forms() -> dict[str, set[str]]:
    """What may be meant by each form of a word."""
    tokens = tokens_of(lexicon())

    def paradigm(word: str) -> dict[str, int]:
        found = tokens[f"{word} ".encode()].paradigm
        return {word: 0} if found is None else dict(found.forms)

    meant: dict[str, set[str]] = defaultdict(set)

    def add(word: str, other: str) -> None:
        meant[word].add(other)
        own, others = paradigm(word), paradigm(other)
        if own.get(word, 0) & others.get(other, 0):
            for form, places in own.items():
                meant[form] |= {one for one, there in others.items() if places & there and one != form}

    for pair in PAIRS.split():
        if "=" in pair:
            word, other = pair.split("=")
            meant[word].add(other)
            continue
        if "<>" in pair:
            word, other = pair.split("<>")
            add(other, word)
        else:
            word, other = pair.split(">")
        add(word, other)
    return meant


def main() -> None:
    with PLACE.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(("word", "meant"))
        out.writerows((word, " ".join(sorted(others))) for word, others in sorted(forms().items()) if others)


if __name__ == "__main__":
    main()
