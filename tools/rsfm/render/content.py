"""Everything that a site shows, gathered before the first page is made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from rsfm.locales import Localized
from rsfm.merge import Catalog
from rsfm.model import PaperId
from rsfm.render.page import Article, SiteFacts


@dataclass(frozen=True, kw_only=True)
class Content:
    """The catalog, and what other parts of the project have to say on its pages."""

    catalog: Catalog
    site: SiteFacts
    articles: Sequence[Article] = ()
    """The pages that people wrote."""
    citations: Mapping[PaperId, Mapping[str, str]] = field(default_factory=dict)
    """The reference to each paper in every form, by the name of the form."""
    rules: Mapping[Localized, Sequence[Any]] = field(default_factory=dict)
    """What ``rsfm check`` looks for, by topic: each has a code, severity, title, reason and ``mends``."""
    previews: bool = False
    """Whether the site has a picture of each paper for previews of links."""
    outside: bytes = b""
    """Stands for all that pages are made of besides the catalog: code, templates, words. Empty where nobody asks."""
    exports: Sequence[Any] = ()
    """The files for machines that readers may want: each has a ``path``, a ``label`` and an ``about``."""
