"""Where and when a paper appeared, and what arXiv and its publisher say of it."""

from rsfm.checks.publication import against_arxiv, arxiv_ids, dates, venue, venue_kind, years

MODULES = (against_arxiv, arxiv_ids, dates, venue, venue_kind, years)
"""Where its rules are."""
