"""Terms, values and sources as HTML. A page shows a hundred of them, and most of them other pages show, too.

They are the same on all pages of one depth, so each is made once; a template would make it every time.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from functools import cache

from rsfm.locales import Locale
from rsfm.model import Taxonomy
from rsfm.render.facts import Value
from rsfm.render.references import Cited
from rsfm.render.templates import Html

_CHIPS = ("family", "kind", "modality", "task", "method")
"""Vocabularies whose terms stand beside each other as chips, without commas."""


class ShownValues:
    """Makes the HTML of values on pages at one depth in one locale."""

    def __init__(
        self,
        taxonomy: Taxonomy,
        locale: Locale,
        home: str,
        listed: Collection[tuple[str, str]],
        say: Callable[[str], str],
    ) -> None:
        """``home`` is the way to the folder of the locale, ``listed`` the terms that have a list, by vocabulary."""
        self._taxonomy = taxonomy
        self._locale = locale
        self._home = home
        self._listed = listed
        self._say = say
        self._comma = Html(", " if locale is Locale.EN else "、")
        self.chip = cache(self._chip)
        self.value = cache(self._value)
        self.cited = cache(self._cited)

    def _chip(self, vocabulary: str, name: str) -> Html:
        """Return a term, and where its list is."""
        term = self._taxonomy[vocabulary][name]
        about = term.definition.best(self._locale), term.label.best(self._locale)
        if vocabulary != "family" and (vocabulary, name) not in self._listed:
            return Html('<span class="chip" title="{}">{}</span>').format(*about)
        place = f"families/{name}" if vocabulary == "family" else f"browse/{vocabulary}/{name}"
        return Html('<a class="chip" href="{}{}/" title="{}">{}</a>').format(self._home, place, *about)

    def _value(self, one: Value) -> Html:
        """Return a value, and where the list of its term is."""
        if one.term and one.vocabulary in _CHIPS:
            return self.chip(one.vocabulary, one.term)
        title = Html(' title="{}"').format(one.title) if one.title else ""
        if (one.vocabulary, one.term) in self._listed:
            place = f"{self._home}browse/{one.vocabulary}/{one.term}/"
            shown = Html('<a href="{}"{}>{}</a>').format(place, title, one.text)
        else:
            shown = Html("<span{}>{}</span>").format(title, one.text)
        return shown + self.aside(self._say("by_architecture")) if one.nominal else shown

    def values(self, values: Iterable[Value]) -> Html:
        """Return values beside each other."""
        some = list(values)
        pieces: list[str] = []
        for one in some:
            as_chip = one.term and one.vocabulary in _CHIPS
            pieces += (self.value(one), " " if as_chip else self._comma)
        return Html("".join(pieces[:-1]))

    def aside(self, text: object) -> Html:
        """Return what is said by the way."""
        return Html(" ({})" if self._locale is Locale.EN else "（{}）").format(text)

    def _cited(self, source: Cited | None) -> Html:
        """Return the sign that leads to a source; nothing where there is none."""
        if not source:
            return Html("")
        sign = Html('<span aria-hidden="true">{}</span><span class="visually-hidden">{}</span>')
        if source.href:
            link = Html('<a href="{}" rel="noopener" title="{}">{}</a>')
            shown = link.format(source.href, source.label, sign.format("§", self._say("source")))
        else:
            shown = Html('<span title="{}">§</span>').format(source.label)
        if source.old:
            old = self._say("old_fact")
            shown += Html(' <span class="old" title="{}">{}</span>').format(old, sign.format("◷", old))
        return Html('<span class="source">{}</span>').format(shown)
