"""Which version of resolint this is, and where its rules are explained."""

__version__ = "0.2.0"

RULES_URL = ""
"""The address that explains a rule once its id is put behind it; empty until the rules are published somewhere."""
