"""The only writer of a site: what the engine built, with every paper stamped in, search, exports and policies."""

from rsfm.site.publish import Engine, publish, renderer_of

__all__ = ["Engine", "publish", "renderer_of"]
