"""Papers and articles become pages: pure functions to HTML, in which everything typed by people is escaped."""

from rsfm.render.content import Content
from rsfm.render.messages import Messages
from rsfm.render.page import Article, Page, SiteFacts
from rsfm.render.pages import PAGE_TYPES, all_pages, menu_of
from rsfm.render.renderer import Renderer

__all__ = ["PAGE_TYPES", "Article", "Content", "Messages", "Page", "Renderer", "SiteFacts", "all_pages", "menu_of"]
