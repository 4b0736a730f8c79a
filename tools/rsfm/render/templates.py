"""The only door to Jinja: our own templates, in which everything is escaped that is not marked as HTML."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from rsfm.render.page import language_tag, last_step

Html = Markup
"""Finished HTML, which is not escaped again. Text that people typed becomes that in a template only."""


class Templates:
    """The templates in ``folders``; a name is looked for in each in turn."""

    def __init__(self, *folders: Path, **everywhere: object) -> None:
        self._environment = Environment(
            loader=FileSystemLoader([str(folder) for folder in folders]),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            # A build reads every template once; whoever serves makes new ones for each build.
            auto_reload=False,
        )
        self._environment.globals.update(everywhere)
        self._environment.filters.update(language_tag=language_tag, last_step=last_step)

    def render(self, name: str, values: Mapping[str, Any], /, **more: object) -> Html:
        """Return the template ``name`` filled with ``values`` and ``more``; raises UndefinedError where one lacks."""
        return Html(self._environment.get_template(name).render(values, **more))
