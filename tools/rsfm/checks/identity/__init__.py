"""Which paper an entry is of, and what it is called: one entry each, and no two that can be confused."""

from rsfm.checks.identity import duplicates, file_names, look_alikes, names, people

MODULES = (duplicates, file_names, look_alikes, names, people)
"""Where its rules are."""
