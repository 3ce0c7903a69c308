"""Settings for all tests: property tests try the same examples everywhere, and a slow machine is no failure."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("everywhere", deadline=None, derandomize=True)
settings.load_profile("everywhere")
