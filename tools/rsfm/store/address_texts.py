"""What was meant by a text that is no arXiv id, DOI, address or reference, and what to type instead."""

from __future__ import annotations

import re
from urllib.parse import unquote

from rsfm import ids
from rsfm.locales import Localized

_ABOUT_ARXIV = re.compile(
    r"(?:https?://)?(?:www\.)?(?:ar5iv\.(?:labs\.arxiv\.)?org/(?:abs|html)/|alphaxiv\.org/(?:abs|overview)/"
    r"|(?:huggingface|hf)\.co/papers/|(?:dx\.)?(?:doi\.org/)?10\.48550/arxiv\.)",
    re.IGNORECASE,
)
"""Addresses that name a paper by its arXiv id, and arXiv's own DOIs."""


def arxiv_id_meant(text: str) -> str | None:
    """Return the arXiv id that ``text`` names in some other form."""
    bare = _ABOUT_ARXIV.sub("", re.split(r"[?#]", text, maxsplit=1)[0].rstrip("/"), count=1)
    return ids.arxiv_id_of(bare) or ids.arxiv_id_of(f"https://{bare}")


def hint_for_arxiv(text: str) -> Localized:
    """Say what to type instead of ``text``, which is no arXiv id."""
    if found := arxiv_id_meant(text):
        return Localized(
            zh=f"只写编号，不带版本和网址：{found}。", en=f"Write the bare id, no version or address: {found}."
        )
    if ids.is_arxiv_id(text + "0"):
        return Localized(
            zh=f"末尾的 0 可能丢了：是否应为 {text}0？", en=f"A trailing zero seems lost: should it be {text}0?"
        )
    if doi := doi_meant(text):
        return Localized(zh=f"这是 DOI，写到 doi：{doi}。", en=f"This is a DOI; it goes into doi: {doi}.")
    return Localized(zh="写成 2410.01768 这样的编号。", en="Write an id such as 2410.01768.")


def is_plain_doi(text: str) -> bool:
    """Say whether ``text`` is a DOI and nothing else."""
    return ids.is_doi(text) and text.isascii() and text.isprintable() and text[-1] not in ".,;:" and "%" not in text


def doi_meant(text: str) -> str | None:
    """Return the DOI that ``text`` names in some other form."""
    found = ids.doi_of(unquote(text)) or ids.doi_of(f"https://{unquote(text)}")
    return found if found and is_plain_doi(found) else None


def hint_for_doi(text: str) -> Localized:
    """Say what to type instead of ``text``, which is no DOI."""
    if found := doi_meant(text):
        return Localized(zh=f"只写 DOI：{found}。", en=f"Write the bare DOI: {found}.")
    if arxiv_id := arxiv_id_meant(text):
        return Localized(
            zh=f"这是 arXiv 编号，写到 arxiv_id：{arxiv_id}。",
            en=f"This is an arXiv id; it goes into arxiv_id: {arxiv_id}.",
        )
    if len(text) > ids.DOI_LIMIT:
        return Localized(zh=f"DOI 至多 {ids.DOI_LIMIT} 个字符。", en=f"A DOI has at most {ids.DOI_LIMIT} characters.")
    return Localized(zh="写成 10.1109/TGRS.2024.3390838 的样子。", en="Write it like 10.1109/TGRS.2024.3390838.")


def hint_for_url(text: str) -> Localized:
    """Say what to type instead of ``text``, which is no public https address."""
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


def hint_for_reference(text: str) -> Localized:
    """Say what to type instead of ``text``, which names no source."""
    if "://" in text or ids.url_of(text):
        return hint_for_url(text)
    return Localized(
        zh="写成 repo#README.md:L40、paper#Table 3、card 或 https 网址。",
        en="Write it like repo#README.md:L40, paper#Table 3, card, or an https address.",
    )
