"""How each kind of single value is written: the parser, its name in both languages, and what to type instead."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from rsfm import ids, model
from rsfm.locales import Localized
from rsfm.model.quantities import file_size, measurement, quantity, years
from rsfm.store.address_texts import (
    arxiv_id_meant,
    doi_meant,
    hint_for_arxiv,
    hint_for_doi,
    hint_for_reference,
    hint_for_url,
    is_plain_doi,
)
from rsfm.store.quantity_texts import hint_for_quantity, quantity_meant

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


def _kind(
    code: str,
    zh: str,
    en: str,
    parse: Callable[[str], Any],
    hint: Callable[[str], Localized] | tuple[str, str],
    right: Callable[[str], str | None] = lambda _: None,
) -> ScalarKind:
    """Return a kind called ``zh`` and ``en``; its hint is always the same where it is given in both languages."""
    said = _always(*hint) if isinstance(hint, tuple) else hint
    return ScalarKind(code=code, what=Localized(zh=zh, en=en), parse=parse, hint=said, right=right)


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


def _whole(text: str) -> int | None:
    return int(text) if re.fullmatch(r"[1-9]\d{0,8}", text, re.ASCII) else None


def _when(text: str) -> str | None:
    return text if _day(text) or (re.fullmatch(r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])", text, re.ASCII)) else None


def _reference(text: str) -> str | None:
    if text.startswith("https://"):
        return text if ids.is_public_https(text) else None
    return text if re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*(?:#[^\s#][^#\n]{0,300})?", text) else None


_SPECIAL = re.compile(
    r"finetune|peft|frozen|linear-probe|knn|zero-shot|few-shot-[1-9]\d{0,3}|in-mixture|scratch|unstated"
)
_INPUTS = re.compile(
    r"(?:rgb|all|s1|s2|s1\+s2|ms-\d{1,3}|sar|text|unstated)(?:-\d{2,4})?(?:-(?:native|zscore))?(?:-ms)?", re.ASCII
)


def _weight(text: str) -> int | None:
    return int(text) if re.fullmatch(r"[1-9]\d?|100", text, re.ASCII) else None


def _if(test: Callable[[str], bool]) -> Callable[[str], str | None]:
    return lambda text: text if test(text) else None


SCALARS: dict[Any, ScalarKind] = {
    date: _kind("RA107", "日期", "a date", _day, ("写成 年-月-日：2026-11-21。", "Write year-month-day: 2026-11-21.")),
    model.Year: _kind("RA107", "年份", "a year", _year, ("写四位年份：2025。", "Write four digits: 2025.")),
    model.ArxivId: _kind(
        "RA109", "正确的 arXiv 编号", "an arXiv id", _if(ids.is_arxiv_id), hint_for_arxiv, arxiv_id_meant
    ),
    model.Doi: _kind("RA109", "正确的 DOI", "a DOI", _if(is_plain_doi), hint_for_doi, doi_meant),
    model.Url: _kind(
        "RA111", "公开的 https 网址", "a public https address", _if(ids.is_public_https), hint_for_url, ids.url_of
    ),
    model.PaperId: _kind(
        "RA103",
        "条目名",
        "a paper_id",
        _if(ids.is_paper_id),
        (
            f"用小写字母、数字和单个连字符，至多 {ids.PAPER_ID_LIMIT} 个字符：segearth-ov。",
            f"Use lower-case letters, digits and single hyphens, at most {ids.PAPER_ID_LIMIT}: segearth-ov.",
        ),
    ),
    model.Quantity: _kind("RA113", "一个数量", "a quantity", quantity, hint_for_quantity, quantity_meant),
    model.FileSize: _kind(
        "RA113",
        "文件大小",
        "a file size",
        file_size,
        ("带单位写：1.2 GB、500 MB。", "Write it with its unit: 1.2 GB, 500 MB."),
    ),
    model.Whole: _kind(
        "RA113", "正整数", "a whole number from 1", _whole, ("只写数字：16。", "Write the number alone: 16.")
    ),
    model.Years: _kind(
        "RA107", "一段年份", "a span of years", years, ("写成 2016-2021 或 2019。", "Write it like 2016-2021 or 2019.")
    ),
    model.When: _kind(
        "RA107",
        "日期或月份",
        "a day or a month",
        _when,
        ("写成 2024-05-24 或 2024-05。", "Write it like 2024-05-24 or 2024-05."),
    ),
    model.Handle: _kind(
        "RA103",
        "正确的名称",
        "a name of the right form",
        _if(ids.is_handle),
        (
            "用小写字母、数字和单个连字符，至多 60 个字符：vit-l-16。",
            "Use lower-case letters, digits and single hyphens, at most 60: vit-l-16.",
        ),
        ids.handle_from,
    ),
    model.TermName: _kind(
        "RA103",
        "正确的名称",
        "a name of the right form",
        _if(ids.is_term_name),
        (
            "用字母、数字和单个连字符或点，至多 60 个字符：Apache-2.0。",
            "Use letters, digits and single hyphens or dots, at most 60: Apache-2.0.",
        ),
    ),
    model.Reference: _kind("RA124", "来源", "a reference", _reference, hint_for_reference, ids.url_of),
    model.Protocol: _kind(
        "RA105",
        "协议",
        "a protocol",
        _if(lambda text: _SPECIAL.fullmatch(text) is not None),
        (
            "写 finetune、peft、frozen、linear-probe、knn、zero-shot、few-shot-16、in-mixture、scratch 或 unstated。",
            "Write finetune, peft, frozen, linear-probe, knn, zero-shot, few-shot-16, in-mixture, scratch or unstated.",
        ),
    ),
    model.Inputs: _kind(
        "RA105",
        "输入",
        "a kind of input",
        _if(lambda text: _INPUTS.fullmatch(text) is not None),
        (
            "写成 rgb、rgb-224、all-zscore、s1+s2、ms-12 或 rgb-800-ms。",
            "Write it like rgb, rgb-224, all-zscore, s1+s2, ms-12 or rgb-800-ms.",
        ),
    ),
    model.BandSet: _kind(
        "RA105",
        "波段",
        "a set of bands",
        _if(lambda text: re.fullmatch(r"any|rgb|[1-9]\d{0,3}", text, re.ASCII) is not None),
        (
            "写 any、rgb 或波段数；或按传感器列出：{sentinel-2: [B2, B3, B4]}。",
            "Write any, rgb or how many; or list them by sensor: {sentinel-2: [B2, B3, B4]}.",
        ),
    ),
    model.Measurement: _kind(
        "RA113",
        "一个结果数值",
        "one value of a result",
        measurement,
        (
            "照来源写一个数：71.29、95.6% 或 64.07 ± 0.25 (5)；差值和范围不是结果。",
            "Write one number as its source has it: 71.29, 95.6% or 64.07 ± 0.25 (5); differences and ranges are none.",
        ),
    ),
    model.Weight: _kind(
        "RA113",
        "1 到 100 的整数",
        "a whole number from 1 to 100",
        _weight,
        ("只写数字：8。", "Write the number alone: 8."),
    ),
}
