"""Numbers that stand before a paragraph: ``1.``, ``(a)``, ``(aa)``, ``(iv)``, ``12 bis.``, ``4.17``; dashes.

Source of the levels: Editorial Manual of the United Nations, paragraphs and subparagraphs (1., (a), (i), a., i.).
"""

from __future__ import annotations

import re

from resolint.lexicon.labels import LATIN
from resolint.regex import lazy

_BIS = "|".join(LATIN)
_BODY = rf"""
    \d{{1,3}}(?:[ ]?(?:{_BIS}))?[.)]
  | \d{{4}}\.(?=[ \t\u00a0]{{1,9}}[*_][A-Z])
  | \d{{1,3}}(?:\.\d{{1,3}}){{1,4}}\.
  | \d{{1,3}}(?:\.\d{{1,3}}){{1,4}}(?=[ \t\u00a0]{{1,9}}[*_]{{0,3}}[A-Z“])
  | \((?:\d{{1,3}}|(?P<twin>[a-zA-Z])(?P=twin){{0,2}}|[ivxl]{{1,6}}|[IVXL]{{1,6}})(?:[ ](?:{_BIS}))?\)
  | (?:[a-z]|[ivx]{{1,5}})[.)]
  | (?:[A-Z]|[IVXL]{{1,6}})\.
"""
LABEL = lazy(rf"({_BODY})(?=[ \t\u00a0]|$)", re.VERBOSE)
STARRED_LABEL = lazy(rf"(?P<stars>[*_]{{1,3}})({_BODY})(?P=stars)(?=[ \t\u00a0]|$)", re.VERBOSE)
BULLET = lazy(r"([-*+•·‣–—])[ \t]+(?=\S)")
