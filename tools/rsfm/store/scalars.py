"""How each kind of single value is written: the parser, its name in both languages, and what to type instead."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import unquote

from rsfm import ids, model
from rsfm.locales import Localized
from rsfm.model.quantities import file_size, measurement, quantity, years

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


def _quantity_meant(text: str) -> str | None:
    """Return the number of a text that says more than the number, where it says only one."""
    if _BOUNDLESS.search(text):
        return None
    bare = re.sub(r"(?<=\d)\s*(?:billion|bn)\b", "B", text, flags=re.IGNORECASE)
    bare = re.sub(r"(?<=\d)\s*(?:million|mn)\b", "M", bare, flags=re.IGNORECASE)
    bare = re.sub(r"^(?:about|around|approx\.?|approximately|约|大约)\s*", "~", bare, flags=re.IGNORECASE)
    bare = re.sub(r"^(?:more than|over|超过)\s*", ">", bare, flags=re.IGNORECASE)
    bare = re.sub(r"\s*(?:parameters|params|m|metres|meters|px|pixels|images|个参数|参数|米|像素)$", "", bare)
    return bare if bare != text and quantity(bare) else None


_BOUNDLESS = re.compile(r"up to|at most|至多|最多|-scale|large|huge|级", re.IGNORECASE)


def _hint_for_quantity(text: str) -> Localized:
    if right := _quantity_meant(text):
        return Localized(
            zh=f"只写数字，单位由字段决定：{right}。", en=f"Write the number alone; the field has its unit: {right}."
        )
    if re.search(r"up to|at most|至多|最多", text, re.IGNORECASE):
        return Localized(
            zh="“至多”不说明是多少：写数字、范围（2M-5M）或下限（>300M）。",
            en="“Up to” does not say how many: write a number, a range (2M-5M) or a bound (>300M).",
        )
    if _BOUNDLESS.search(text) or not re.search(r"\d", text):
        return Localized(
            zh="这里只写数字，不写“大型”“十亿级”之类的词：303M、~1B、2M-5M；不知道就不写。",
            en="Write a number, no words such as “large” or “billion-scale”: 303M, ~1B, 2M-5M; leave out what is not known.",
        )
    return Localized(
        zh="写成 303M、2.06B、~1B（约）、>300M（以上）、2M-5M（范围）或 0.3-30。",
        en="Write it like 303M, 2.06B, ~1B (about), >300M (more than), 2M-5M (a range) or 0.3-30.",
    )


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


def _hint_for_reference(text: str) -> Localized:
    if "://" in text or ids.url_of(text):
        return _hint_for_url(text)
    return Localized(
        zh="写成 repo#README.md:L40、paper#Table 3、card 或 https 网址。",
        en="Write it like repo#README.md:L40, paper#Table 3, card, or an https address.",
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
    model.Year: ScalarKind(
        code="RA107",
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
    model.Quantity: ScalarKind(
        code="RA113",
        what=Localized(zh="一个数量", en="a quantity"),
        parse=quantity,
        hint=_hint_for_quantity,
        right=_quantity_meant,
    ),
    model.FileSize: ScalarKind(
        code="RA113",
        what=Localized(zh="文件大小", en="a file size"),
        parse=file_size,
        hint=_always("带单位写：1.2 GB、500 MB。", "Write it with its unit: 1.2 GB, 500 MB."),
    ),
    model.Whole: ScalarKind(
        code="RA113",
        what=Localized(zh="正整数", en="a whole number from 1"),
        parse=_whole,
        hint=_always("只写数字：16。", "Write the number alone: 16."),
    ),
    model.Years: ScalarKind(
        code="RA107",
        what=Localized(zh="一段年份", en="a span of years"),
        parse=years,
        hint=_always("写成 2016-2021 或 2019。", "Write it like 2016-2021 or 2019."),
    ),
    model.When: ScalarKind(
        code="RA107",
        what=Localized(zh="日期或月份", en="a day or a month"),
        parse=_when,
        hint=_always("写成 2024-05-24 或 2024-05。", "Write it like 2024-05-24 or 2024-05."),
    ),
    model.Handle: ScalarKind(
        code="RA112",
        what=Localized(zh="正确的名称", en="a name of the right form"),
        parse=_if(ids.is_handle),
        hint=_always(
            "用小写字母、数字和单个连字符，至多 60 个字符：vit-l-16。",
            "Use lower-case letters, digits and single hyphens, at most 60: vit-l-16.",
        ),
        right=ids.handle_from,
    ),
    model.TermName: ScalarKind(
        code="RA112",
        what=Localized(zh="正确的名称", en="a name of the right form"),
        parse=_if(ids.is_term_name),
        hint=_always(
            "用字母、数字和单个连字符或点，至多 60 个字符：Apache-2.0。",
            "Use letters, digits and single hyphens or dots, at most 60: Apache-2.0.",
        ),
    ),
    model.Reference: ScalarKind(
        code="RA124",
        what=Localized(zh="来源", en="a reference"),
        parse=_reference,
        hint=_hint_for_reference,
        right=ids.url_of,
    ),
    model.Protocol: ScalarKind(
        code="RA105",
        what=Localized(zh="协议", en="a protocol"),
        parse=_if(lambda text: _SPECIAL.fullmatch(text) is not None),
        hint=_always(
            "写 finetune、peft、frozen、linear-probe、knn、zero-shot、few-shot-16、in-mixture、scratch 或 unstated。",
            "Write finetune, peft, frozen, linear-probe, knn, zero-shot, few-shot-16, in-mixture, scratch or unstated.",
        ),
    ),
    model.Inputs: ScalarKind(
        code="RA105",
        what=Localized(zh="输入", en="a kind of input"),
        parse=_if(lambda text: _INPUTS.fullmatch(text) is not None),
        hint=_always(
            "写成 rgb、rgb-224、all-zscore、s1+s2、ms-12 或 rgb-800-ms。",
            "Write it like rgb, rgb-224, all-zscore, s1+s2, ms-12 or rgb-800-ms.",
        ),
    ),
    model.BandSet: ScalarKind(
        code="RA105",
        what=Localized(zh="波段", en="a set of bands"),
        parse=_if(lambda text: re.fullmatch(r"any|rgb|[1-9]\d{0,3}", text, re.ASCII) is not None),
        hint=_always(
            "写 any、rgb 或波段数；或按传感器列出：{sentinel-2: [B2, B3, B4]}。",
            "Write any, rgb or how many; or list them by sensor: {sentinel-2: [B2, B3, B4]}.",
        ),
    ),
    model.Measurement: ScalarKind(
        code="RA127",
        what=Localized(zh="一个结果数值", en="one value of a result"),
        parse=measurement,
        hint=_always(
            "照来源写一个数：71.29、95.6% 或 64.07 ± 0.25 (5)；差值和范围不是结果。",
            "Write one number as its source has it: 71.29, 95.6% or 64.07 ± 0.25 (5); differences and ranges are none.",
        ),
    ),
    model.Weight: ScalarKind(
        code="RA113",
        what=Localized(zh="1 到 100 的整数", en="a whole number from 1 to 100"),
        parse=_weight,
        hint=_always("只写数字：8。", "Write the number alone: 8."),
    ),
}
