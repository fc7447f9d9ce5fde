"""Profiles: which conventions a body follows, and how a draft or its configuration chooses one."""

from resolint.profile.config import Config, find_config, read_config
from resolint.profile.dates import iso_date
from resolint.profile.ignoring import Patterns
from resolint.profile.profiles import Profile, all_profiles, profile_names, read_edition, read_profile, resolve

__all__ = [
    "Config",
    "Patterns",
    "Profile",
    "all_profiles",
    "find_config",
    "iso_date",
    "profile_names",
    "read_config",
    "read_edition",
    "read_profile",
    "resolve",
]
