"""What a person says of a new paper: by options, at the terminal, or by agreeing to every proposal."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from rsfm import ids
from rsfm.adding.proposals import Proposals
from rsfm.cli import Stop
from rsfm.cli.prompts import listing, question, term_of
from rsfm.locales import Locale, Localized
from rsfm.model import Taxonomy, Term, Venue, VenueState
from rsfm.model.venues import appeared_in
from rsfm.problems import visible
from rsfm.store.scalars import YEARS

T = TypeVar("T")


class Missing(Stop):
    """Values that nobody gave and nobody can be asked for."""

    def __init__(self, options: list[str], taken: str = "") -> None:
        """``options`` are the flags that would give them, each with the proposal for it; ``taken`` is a file's name."""
        flags = "  ".join(options)
        yes = any(" " in option for option in options)
        super().__init__(
            f"还缺：{flags}{'（--yes 采用建议值）' if yes else ''}{f'。{taken} 已存在' if taken else ''}",
            f"still needed: {flags}{' (--yes takes the proposals)' if yes else ''}{f'; {taken} exists' if taken else ''}",
        )


@dataclass(kw_only=True)
class Interview:
    """Settles one field after the other."""

    options: argparse.Namespace
    taxonomy: Taxonomy
    locale: Locale
    at_terminal: bool
    """Whether there is somebody to ask."""
    missing: list[str] = field(default_factory=list)
    taken: str = ""
    """The file that the name suggests, where another entry has it."""

    def text(self, option: str, known: str, proposed: str, asked: Localized) -> str:
        """Settle one text: the option, else what is known, else the answer, else with ``--yes`` the proposal."""
        given = getattr(self.options, option)
        return self._settle(option, given or known, proposed, asked, lambda text: _not_empty(text, self.locale), "")

    def name(self, proposals: Proposals) -> str:
        """Settle what the field calls it; at a terminal even a name from the title is shown, to be confirmed."""
        asked = Localized(zh="名称（大家怎么叫它）", en="Name (what people call it)")
        known = proposals.name if proposals.name_is_known and not self._asks else ""
        return self.text("name", known, proposals.name, asked)

    def paper_id(self, name: str, taken: Callable[[str], bool]) -> str:
        """Settle the name of the file; ``taken`` says whether another entry has it."""
        proposed = ids.paper_id_from(name)

        def read(text: str) -> str:
            if not ids.is_paper_id(text):
                raise ValueError(
                    _(
                        self.locale,
                        "用小写字母、数字和连字符：segearth-ov",
                        "lower-case letters, digits and hyphens: segearth-ov",
                    )
                )
            if taken(text):
                raise ValueError(_(self.locale, f"{text}.yml 已存在，换一个", f"{text}.yml exists: choose another"))
            return text

        free = proposed if proposed and not taken(proposed) else ""
        self.taken = f"{proposed}.yml" if proposed and not free else ""
        there = (f"{self.taken} 已存在\n", f"{self.taken} exists\n") if self.taken else ("", "")
        asked = Localized(zh=f"{there[0]}文件名（不带 .yml）", en=f"{there[1]}Name of the file (without .yml)")
        return self._settle("paper_id", self.options.paper_id or free, "", asked, read, "")

    def family(self, proposed: str) -> str:
        """Settle the family."""
        terms = self.taxonomy["family"]
        asked = Localized(zh=f"{listing(terms, Locale.ZH)}\n类别", en=f"{listing(terms, Locale.EN)}\nFamily")
        return self._settle(
            "family", self.options.family, proposed, asked, lambda text: term_of(text, terms, self.locale), ""
        )

    def kinds(self, proposed: tuple[str, ...]) -> tuple[str, ...]:
        """Settle the kinds."""
        terms = self.taxonomy["kind"]
        asked = Localized(
            zh=f"{listing(terms, Locale.ZH)}\n种类（可多个，空格隔开）",
            en=f"{listing(terms, Locale.EN)}\nKinds (several with blanks between)",
        )
        given = " ".join(self.options.kind or ())
        return self._settle("kind", given, " ".join(proposed), asked, lambda text: _terms(text, terms, self.locale), ())

    def venue(self, known: Venue | None, doi: str) -> Venue | None:
        """Settle where it appeared; what the options say wins over what is known."""
        asked = Localized(zh="出处（CVPR、IEEE TGRS、arXiv…）", en="Venue (CVPR, IEEE TGRS, arXiv …)")
        name = self.text("venue", known.name if known else "", "", asked)
        same = known if known and known.name == name else None
        year_asked = Localized(zh="出处的年份", en="Year of the venue")
        year = self._settle(
            "year",
            str(self.options.year or (same.year if same else "")),
            "",
            year_asked,
            lambda text: _year(text, self.locale),
            "",
        )
        if not name or not year:
            return None
        usual = VenueState.PREPRINT if name == "arXiv" else VenueState.PUBLISHED if doi else VenueState.ACCEPTED
        state = VenueState(self.options.state) if self.options.state else same.state if same else usual
        return appeared_in(name, int(year), state)

    def finish(self) -> None:
        """Raise Missing where something was neither given nor known and nobody could be asked."""
        if self.missing:
            raise Missing(self.missing, self.taken)

    @property
    def _asks(self) -> bool:
        return self.at_terminal

    def _settle(
        self, option: str, given: str | None, proposed: str, asked: Localized, read: Callable[[str], T], nothing: T
    ) -> T:
        """Return the given text as ``read`` takes it, or the answer of the person, or ``nothing`` and note the gap.

        Raises ValueError for a given text that ``read`` does not take.
        """
        if given:
            return read(given)
        if self._asks:
            return question(asked.best(self.locale), proposed, read)
        if proposed and self.options.yes:
            return read(proposed)
        flag = "--" + option.replace("_", "-")
        self.missing.append(f"{flag} {visible(proposed)}" if proposed else flag)
        return nothing


def _(locale: Locale, zh: str, en: str) -> str:
    return zh if locale is Locale.ZH else en


def _not_empty(text: str, locale: Locale) -> str:
    if not text:
        raise ValueError(_(locale, "不能为空", "this is needed"))
    return text


def _year(text: str, locale: Locale) -> str:
    if not re.fullmatch(r"\d{4}", text, re.ASCII) or int(text) not in YEARS:
        raise ValueError(
            _(locale, f"{visible(text)}：写四位年份，如 2025", f"{visible(text)}: write four digits, such as 2025")
        )
    return text


def _terms(text: str, terms: Mapping[str, Term], locale: Locale) -> tuple[str, ...]:
    words = [word for word in re.split(r"[\s,，、]+", text) if word]
    if not words:
        raise ValueError(_(locale, "至少一个", "at least one"))
    return tuple(dict.fromkeys(term_of(word, terms, locale) for word in words))
