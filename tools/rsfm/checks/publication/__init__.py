"""Where and when a paper appeared, and what arXiv and its publisher say of it."""

from rsfm.checks.publication import against_arxiv, arxiv_ids, dates, venue

MODULES = (against_arxiv, arxiv_ids, dates, venue)
"""Where its rules are."""
