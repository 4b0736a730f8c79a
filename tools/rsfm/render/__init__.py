"""Papers become pages: pure functions from a catalog to HTML, in which everything typed by people is escaped."""

from rsfm.render.messages import Messages
from rsfm.render.page import Page, SiteFacts
from rsfm.render.renderer import Renderer

__all__ = ["Messages", "Page", "Renderer", "SiteFacts"]
