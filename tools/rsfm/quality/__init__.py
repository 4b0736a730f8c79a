"""How complete and how fresh the catalog is: computed from it, never typed."""

from rsfm.quality.coverage import MEASURES, Covered, Measure, completeness, coverage, of_groups
from rsfm.quality.gaps import Gap, gaps
from rsfm.quality.openings import openings

__all__ = ["MEASURES", "Covered", "Gap", "Measure", "completeness", "coverage", "gaps", "of_groups", "openings"]
