"""Invented drafts."""

FAULTY = """\
+++
symbol = "A/C.2/81/L.7"
+++

# Village seed libraries

*The General Assembly*,

*Recalling* its resolution 71/2 of 5 October 2016 on village seed libraries

1. *Invites* Member States to share seeds;

2. *Decides* to consider the matter at its next session.
"""

ALLOWED = FAULTY.replace("*Recalling*", "<!-- resolint: allow PRE002, the sponsors want it so -->\n*Recalling*")

CLEAN = FAULTY.replace("seed libraries\n\n1.", "seed libraries,\n\n1.")
