"""How each kind of single value is written: the parser, its name in both languages, and what to type instead."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import unquote

from rsfm import ids, model
from rsfm.locales import Localized

YEARS = range(1990, 2100)
"""Years a venue may have."""


@dataclass(frozen=True, kw_only=True)
class ScalarKind:
    """One kind of value: ``parse`` returns ``None`` for a text that is not one."""

    code: str
    what: Localized
    parse: Callable[[str], Any]
    hint: Callable[[str], Localized]
    right: Callable[[str], str | None] = lambda _: None
    """The text that was surely meant, where there is one."""


def _always(zh: str, en: str) -> Callable[[str], Localized]:
    hint = Localized(zh=zh, en=en)
    return lambda _: hint


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII) else None
    except ValueError:
        return None


def _year(text: str) -> int | None:
    return int(text) if re.fullmatch(r"\d{4}", text, re.ASCII) and int(text) in YEARS else None


def _metres(text: str) -> float | None:
    if not re.fullmatch(r"\d+(\.\d+)?", text, re.ASCII):
        return None
    value = float(text)
    return value if math.isfinite(value) and value > 0 else None


def _weight(text: str) -> int | None:
    return int(text) if re.fullmatch(r"[1-9]\d?|100", text, re.ASCII) else None


_ABOUT_ARXIV = re.compile(
    r"(?:https?://)?(?:www\.)?(?:ar5iv\.(?:labs\.arxiv\.)?org/(?:abs|html)/|alphaxiv\.org/(?:abs|overview)/"
    r"|(?:huggingface|hf)\.co/papers/|(?:dx\.)?(?:doi\.org/)?10\.48550/arxiv\.)",
    re.IGNORECASE,
)
"""Addresses that name a paper by its arXiv id, and arXiv's own DOIs."""


def _arxiv_id_meant(text: str) -> str | None:
    bare = _ABOUT_ARXIV.sub("", re.split(r"[?#]", text, maxsplit=1)[0].rstrip("/"), count=1)
    return ids.arxiv_id_of(bare) or ids.arxiv_id_of(f"https://{bare}")


def _hint_for_arxiv(text: str) -> Localized:
    if found := _arxiv_id_meant(text):
        return Localized(
            zh=f"只写编号，不带版本和网址：{found}。", en=f"Write the bare id, no version or address: {found}."
        )
    if ids.is_arxiv_id(text + "0"):
        return Localized(
            zh=f"末尾的 0 可能丢了：是否应为 {text}0？", en=f"A trailing zero seems lost: should it be {text}0?"
        )
    if doi := _doi_meant(text):
        return Localized(zh=f"这是 DOI，写到 doi：{doi}。", en=f"This is a DOI; it goes into doi: {doi}.")
    return Localized(zh="写成 2410.01768 这样的编号。", en="Write an id such as 2410.01768.")


def _is_plain_doi(text: str) -> bool:
    return ids.is_doi(text) and text.isascii() and text.isprintable() and text[-1] not in ".,;:" and "%" not in text


def _doi_meant(text: str) -> str | None:
    found = ids.doi_of(unquote(text)) or ids.doi_of(f"https://{unquote(text)}")
    return found if found and _is_plain_doi(found) else None


def _hint_for_doi(text: str) -> Localized:
    if found := _doi_meant(text):
        return Localized(zh=f"只写 DOI：{found}。", en=f"Write the bare DOI: {found}.")
    if arxiv_id := _arxiv_id_meant(text):
        return Localized(
            zh=f"这是 arXiv 编号，写到 arxiv_id：{arxiv_id}。",
            en=f"This is an arXiv id; it goes into arxiv_id: {arxiv_id}.",
        )
    if len(text) > ids.DOI_LIMIT:
        return Localized(zh=f"DOI 至多 {ids.DOI_LIMIT} 个字符。", en=f"A DOI has at most {ids.DOI_LIMIT} characters.")
    return Localized(zh="写成 10.1109/TGRS.2024.3390838 的样子。", en="Write it like 10.1109/TGRS.2024.3390838.")


def _hint_for_url(text: str) -> Localized:
    if len(text) > ids.URL_LIMIT:
        return Localized(
            zh=f"网址至多 {ids.URL_LIMIT} 个字符：写更短的一个。",
            en=f"An address has at most {ids.URL_LIMIT} characters: write a shorter one.",
        )
    if found := ids.url_of(text):
        return Localized(zh=f"写 {found} 。", en=f"Write {found}")
    inside = re.findall(r"https://[^\s<>()，；、]+", text)
    if inside and inside[0] != text and all(map(ids.is_public_https, inside)):
        return Localized(
            zh=f"只写网址，有多个时写成列表：{'，'.join(inside)}",
            en=f"Write the address alone, several as a list: {', '.join(inside)}",
        )
    if text.lower().startswith("http://"):
        return Localized(zh="把 http:// 改成 https://。", en="Write https:// for http://.")
    if text.startswith("www."):
        return Localized(zh="在前面加上 https://。", en="Put https:// in front.")
    if not text.isascii():
        return Localized(
            zh="网址里只能有 ASCII 字符：从浏览器地址栏重新复制。",
            en="Addresses are ASCII here: copy it again from the browser's address bar.",
        )
    return Localized(
        zh="写以 https:// 开头的完整网址，域名公开，不含端口、用户名和空格。",
        en="Write the full https:// address of a public host: no port, user name or blank.",
    )


def _if(test: Callable[[str], bool]) -> Callable[[str], str | None]:
    return lambda text: text if test(text) else None


SCALARS: dict[Any, ScalarKind] = {
    date: ScalarKind(
        code="RA107",
        what=Localized(zh="日期", en="a date"),
        parse=_day,
        hint=_always("写成 年-月-日：2026-11-21。", "Write year-month-day: 2026-11-21."),
    ),
    int: ScalarKind(
        code="RA108",
        what=Localized(zh="年份", en="a year"),
        parse=_year,
        hint=_always("写四位年份：2025。", "Write four digits: 2025."),
    ),
    model.ArxivId: ScalarKind(
        code="RA109",
        what=Localized(zh="正确的 arXiv 编号", en="an arXiv id"),
        parse=_if(ids.is_arxiv_id),
        hint=_hint_for_arxiv,
        right=_arxiv_id_meant,
    ),
    model.Doi: ScalarKind(
        code="RA110",
        what=Localized(zh="正确的 DOI", en="a DOI"),
        parse=_if(_is_plain_doi),
        hint=_hint_for_doi,
        right=_doi_meant,
    ),
    model.Url: ScalarKind(
        code="RA111",
        what=Localized(zh="公开的 https 网址", en="a public https address"),
        parse=_if(ids.is_public_https),
        hint=_hint_for_url,
        right=ids.url_of,
    ),
    model.PaperId: ScalarKind(
        code="RA112",
        what=Localized(zh="条目名", en="a paper_id"),
        parse=_if(ids.is_paper_id),
        hint=_always(
            f"用小写字母、数字和单个连字符，至多 {ids.PAPER_ID_LIMIT} 个字符：segearth-ov。",
            f"Use lower-case letters, digits and single hyphens, at most {ids.PAPER_ID_LIMIT}: segearth-ov.",
        ),
    ),
    model.Metres: ScalarKind(
        code="RA113",
        what=Localized(zh="以米为单位的正数", en="a positive number of metres"),
        parse=_metres,
        hint=_always("只写数字，单位是米：0.5 或 10。", "Write the number alone, in metres: 0.5 or 10."),
    ),
    model.Weight: ScalarKind(
        code="RA119",
        what=Localized(zh="1 到 100 的整数", en="a whole number from 1 to 100"),
        parse=_weight,
        hint=_always("只写数字：8。", "Write the number alone: 8."),
    ),
}
