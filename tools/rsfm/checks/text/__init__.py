"""What texts are made of: characters, writing systems, languages, words."""

from rsfm.checks.text import characters, languages, points, scripts, units, wording

MODULES = (characters, languages, points, scripts, units, wording)
"""Where its rules are."""
