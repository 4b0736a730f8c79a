"""How models stand on benchmarks, as pages show it: tables with ranks, plots, and what cannot be compared."""

from rsfm.render.standing.plots import Plot, Scatter, plot_of, scatters_of
from rsfm.render.standing.rows import ShownGroup, ShownRow, ShownTable
from rsfm.render.standing.shown import Standing

__all__ = ["Plot", "Scatter", "ShownGroup", "ShownRow", "ShownTable", "Standing", "plot_of", "scatters_of"]
