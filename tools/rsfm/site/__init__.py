"""The only writer of a site: what the engine left, pages, search and exports, proved whole and swapped in."""

from rsfm.site.publish import SiteSource, publish

__all__ = ["SiteSource", "publish"]
