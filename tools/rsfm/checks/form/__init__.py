"""How an entry is typed: what reading a file refuses, layout and comments."""

from rsfm.checks.form import comments, layout, reading

MODULES = (comments, layout, reading)
"""Where its rules are."""
