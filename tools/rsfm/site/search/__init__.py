"""The search: an index of our own, in small pieces that a browser loads as a query needs them.

Python writes it once, in time linear in the texts: a sorted dictionary of keys cut into pieces, each key with the papers
that have it and where. The modules ``search_*.js`` read it; they cut, fold and stem a query by the rules of ``text.py``.
"""

from rsfm.site.search.write import write_search

__all__ = ["write_search"]
