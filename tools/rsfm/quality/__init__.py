"""How complete and how fresh the catalog is: computed from it, never typed."""

from rsfm.quality.coverage import MEASURES, Covered, Measure, completeness, coverage, of_groups
from rsfm.quality.gaps import Gap, gaps
from rsfm.quality.openings import openings
from rsfm.quality.public_lists import Held, Lacking, held_against_lists

__all__ = [
    "MEASURES",
    "Covered",
    "Gap",
    "Held",
    "Lacking",
    "Measure",
    "completeness",
    "coverage",
    "gaps",
    "held_against_lists",
    "of_groups",
    "openings",
]
