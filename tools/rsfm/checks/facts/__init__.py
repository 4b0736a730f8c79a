"""What an entry says of its model, data and results, and where it was read."""

from rsfm.checks.facts import completeness, named, relations, releases, results, sources

MODULES = (completeness, named, relations, releases, results, sources)
"""Where its rules are."""
