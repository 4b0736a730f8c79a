"""Addresses: their form, where they stand and where they lead."""

from rsfm.checks.links import destinations, headings, usual_form

MODULES = (destinations, headings, usual_form)
"""Where its rules are."""
