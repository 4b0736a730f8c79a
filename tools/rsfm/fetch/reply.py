"""One whole answer of a server, and the refusal of one that nobody waited for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from email.message import Message
from urllib.parse import urljoin

from rsfm.fetch.faults import Fault, Refusal
from rsfm.locales import Localized
from rsfm.problems import visible


@dataclass(frozen=True, kw_only=True)
class Reply:
    """One whole answer, whatever its status."""

    url: str
    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    """By name in lower case."""
    body: bytes = b""

    @property
    def media_type(self) -> str:
        """The content type without parameters, in lower case; empty where there is none."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def charset(self) -> str | None:
        """The character set the content type names, in lower case."""
        message = Message()
        message["content-type"] = self.headers.get("content-type", "")
        return message.get_content_charset()

    @property
    def location(self) -> str | None:
        """The absolute address a redirect leads to; ``None`` where it names none that can be understood."""
        try:
            return urljoin(self.url, self.headers["location"]) if "location" in self.headers else None
        except ValueError:
            return None


def unexpected(reply: Reply) -> Refusal:
    """Return the refusal of an answer whose status nobody waited for; a redirect is named with where it leads."""
    if 300 <= reply.status < 400:  # noqa: PLR2004 -- the range of redirects
        target = visible(reply.location or "?", 200)
        return Refusal(
            fault=Fault.REDIRECT,
            detail=Localized(zh=f"被转到 {target}", en=f"redirected to {target}"),
            status=reply.status,
        )
    return Refusal(
        fault=Fault.STATUS,
        detail=Localized(zh=f"服务器回答 HTTP {reply.status}", en=f"the server answered HTTP {reply.status}"),
        status=reply.status,
    )
