"""Results that may be compared: which values stand in one table, who leads where, and what cannot both be true."""

from rsfm.results.comparing import Reason, Verdict, not_in_a_table, verdict, why_not
from rsfm.results.comparison import BenchmarkResults, Comparison, PaperResults
from rsfm.results.disagreements import Disagreement, disagreements_of
from rsfm.results.measured import Measured, measured_in
from rsfm.results.tables import Row, Table, TableKey, tables_of
from rsfm.results.units import WrongUnit, in_unit

__all__ = [
    "BenchmarkResults",
    "Comparison",
    "Disagreement",
    "Measured",
    "PaperResults",
    "Reason",
    "Row",
    "Table",
    "TableKey",
    "Verdict",
    "WrongUnit",
    "disagreements_of",
    "in_unit",
    "measured_in",
    "not_in_a_table",
    "tables_of",
    "verdict",
    "why_not",
]
