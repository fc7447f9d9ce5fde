"""Which version of resolint this is, and where its rules are explained."""

__version__ = "0.2.0"

REPOSITORY_URL = ""
"""The address under which people see the files of the repository, as ``https://…/main``; empty until there is one."""

RULES_URL = ""
"""The address that explains a rule once its id is put behind it; empty until the rules are published somewhere."""
