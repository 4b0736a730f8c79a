"""Results that may be compared: which values stand in one table, who leads where, and what cannot both be true."""

from rsfm.results.comparing import Reason, Verdict, verdict, why_not
from rsfm.results.disagreements import Disagreement, disagreements_of
from rsfm.results.measured import Measured, measured_in
from rsfm.results.tables import Row, Table, TableKey, tables_of
from rsfm.results.units import Refused, in_unit

__all__ = [
    "Disagreement",
    "Measured",
    "Reason",
    "Refused",
    "Row",
    "Table",
    "TableKey",
    "Verdict",
    "disagreements_of",
    "in_unit",
    "measured_in",
    "tables_of",
    "verdict",
    "why_not",
]
