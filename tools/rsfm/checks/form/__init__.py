"""How an entry is typed: layout and comments."""

from rsfm.checks.form import comments, layout

MODULES = (comments, layout)
"""Where its rules are."""
