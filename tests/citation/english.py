"""The functions of the room of citations with the English lexicon."""

from functools import partial

from resolint import citation
from resolint.citation import faults, plausible
from resolint.lexicon import ordinals
from tests.support.words import LEXICON

find = partial(citation.find, lexicon=LEXICON)
format = partial(citation.format, lexicon=LEXICON)
known_dates = partial(plausible.known_dates, lexicon=LEXICON)
of_form = partial(faults.of_form, lexicon=LEXICON)
ordinal_figure = partial(ordinals.ordinal_figure, lexicon=LEXICON)
ordinal_value = partial(ordinals.ordinal_value, lexicon=LEXICON)
ordinal_word = partial(ordinals.ordinal_word, lexicon=LEXICON)
parse = partial(citation.parse, lexicon=LEXICON)
speaks = partial(plausible.speaks, lexicon=LEXICON)
