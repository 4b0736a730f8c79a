"""Reads an awesome-style Markdown list of papers, finds what is wrong with it, and drafts entries from it."""
