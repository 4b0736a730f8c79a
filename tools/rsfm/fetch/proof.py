"""What every answer must be before anyone looks inside: of the right type, decodable, no door-keeper's page."""

from __future__ import annotations

import json
import re
from collections.abc import Container
from typing import Any, NoReturn
from urllib.parse import urlsplit, urlunsplit

from rsfm.fetch.faults import Fault, Refusal, refusal
from rsfm.fetch.reply import Reply, unexpected
from rsfm.problems import visible

_DOORKEEPER = re.compile(rb"captcha|are you (?:a )?human|cf-challenge|access denied|unusual traffic", re.IGNORECASE)
_SLOW_DOWN = b"Rate exceeded."
"""What arXiv answers instead of a feed, sometimes with status 200."""
_LOOKED_AT = 64 * 1024
_OK = 200


def source_of(address: str) -> str:
    """Return ``address`` as snapshots keep it: without the port, which a stand-in for a server takes at random."""
    parts = urlsplit(address)
    return urlunsplit((parts.scheme, parts.hostname or "", parts.path, parts.query, ""))


def text_of(reply: Reply, media_type: str) -> str | Refusal:
    """Return the text of an answer that says to be of ``media_type`` in UTF-8 and is, without a byte order mark."""
    if reply.body[:_LOOKED_AT].strip() == _SLOW_DOWN:
        return refusal(
            Fault.THROTTLED, "服务器要求放慢", "the server asks to slow down", again=True, status=reply.status
        )
    if reply.media_type != media_type:
        if _DOORKEEPER.search(reply.body[:_LOOKED_AT]):
            return refusal(
                Fault.CAPTCHA,
                "回答是验证页，不是数据",
                "the answer is a page that keeps robots out",
                again=True,
                status=reply.status,
            )
        shown = visible(reply.media_type) or "?"
        return refusal(
            Fault.WRONG_TYPE,
            f"内容类型是 {shown}，应为 {media_type}",
            f"the content type is {shown}, not {media_type}",
            again=True,
            status=reply.status,
        )
    if reply.charset not in {None, "utf-8", "utf8"}:
        shown = visible(reply.charset or "")
        return refusal(Fault.WRONG_CHARSET, f"字符集是 {shown}", f"the character set is {shown}", again=True)
    try:
        return reply.body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return refusal(
            Fault.WRONG_CHARSET, f"第 {error.start} 字节不是 UTF-8", f"byte {error.start} is not UTF-8", again=True
        )


def object_of(reply: Reply, statuses: Container[int] = (_OK,)) -> dict[str, Any] | Refusal:
    """Return the JSON object of an answer with one of ``statuses``; no name in it is there twice, and no number is not one."""
    if reply.status not in statuses:
        return unexpected(reply)
    text = text_of(reply, "application/json")
    if isinstance(text, Refusal):
        return text
    try:
        value = json.loads(text, object_pairs_hook=_each_name_once, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        shown = visible(str(error), 100)
        return refusal(Fault.NOT_JSON, f"JSON 不完整或有错：{shown}", f"broken JSON: {shown}", again=True)
    if not isinstance(value, dict):
        return refusal(Fault.NOT_JSON, "不是 JSON 对象", "not a JSON object", again=True)
    return value


def _each_name_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name is there twice")
    return found


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not JSON")
