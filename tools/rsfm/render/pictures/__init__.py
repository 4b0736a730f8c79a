"""What the catalog looks like, as coordinates and counts: templates draw it as SVG, and show the numbers as tables."""

from rsfm.render.pictures.bars import Openness, YearBars, openness, papers_by_year
from rsfm.render.pictures.lineage import Descent, Lineage, Tie, lineages, links_of
from rsfm.render.pictures.matrix import Matrix, matrix
from rsfm.render.pictures.sizes import Sizes, amounts, sizes
from rsfm.render.pictures.timeline import Timeline, timeline

__all__ = [
    "Descent",
    "Lineage",
    "Matrix",
    "Openness",
    "Sizes",
    "Tie",
    "Timeline",
    "YearBars",
    "amounts",
    "lineages",
    "links_of",
    "matrix",
    "openness",
    "papers_by_year",
    "sizes",
    "timeline",
]
