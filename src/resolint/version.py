"""Which version of resolint this is."""

__version__ = "0.1.0"
