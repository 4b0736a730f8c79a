"""Whether an outside address still leads somewhere: fine, moved, dead, or closed to programs like this one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import zip_longest
from urllib.parse import urlsplit

from rsfm.fetch.faults import Fault, Refusal
from rsfm.fetch.gate import Forbidden, Gate
from rsfm.fetch.reply import Reply
from rsfm.fetch.transport import Transport
from rsfm.store.links import Answer

HOPS = 8
"""Most redirects that are followed."""
_PERMANENT = {301, 308}
_REDIRECTS = {301, 302, 303, 307, 308}
_BLOCKED = {202, 401, 403, 405, 406, 418, 429, 451, 503, 999}
"""Answers that say something about the visitor, not about the page."""
_ASKS_FOR_REST = 429
_SILENT_LIMIT = 2
"""Addresses in a row that a host may leave without answer before it is left alone for this run."""
_CAPTCHA = (b"captcha", b"cf-challenge", b"cf_chl_", b"just a moment", b"verify you are human", b"are you a robot")


@dataclass(frozen=True, kw_only=True)
class Visit:
    """What one visit to one address showed."""

    url: str
    answer: Answer
    reason: str = ""
    """Short and stable, for a report: ``HTTP 404``, ``timeout``."""
    moved_to: str | None = None
    answered: bool = True
    """Whether a server was heard at all; where none is, the fault may be ours."""


class LinkChecker:
    """Visits addresses, one at a time, each host at its own pace."""

    def __init__(self, gate: Gate, new_transport: Callable[[], Transport]) -> None:
        """``new_transport`` makes the transport of one host; all of them must pass ``gate``."""
        self._gate = gate
        self._new_transport = new_transport
        self._transports: dict[str, Transport] = {}
        self._silent: dict[str, int] = {}
        self._resting: set[str] = set()

    def check_all(self, urls: Iterable[str]) -> Iterator[Visit]:
        """Visit each address once, taking hosts in turn so that waiting for one is spent on another."""
        queues: dict[str, list[str]] = {}
        for url in sorted(set(urls)):
            queues.setdefault(_host(url), []).append(url)
        for turn in zip_longest(*queues.values()):
            yield from (self.check(url) for url in turn if url is not None)

    def check(self, url: str) -> Visit:
        """Visit ``url`` and follow it where it leads. Never raises."""
        here, moved_to, permanent = url, None, True
        for _ in range(HOPS + 1):
            if finding := self._barred(url, here):
                return finding
            reply = self._visit(here)
            if isinstance(reply, Refusal):
                return self._unanswered(url, reply)
            if reply.status not in _REDIRECTS or not reply.location:
                return self._judged(url, reply, moved_to)
            permanent = permanent and reply.status in _PERMANENT
            here = reply.location
            if permanent and not _same_page(here, url):
                moved_to = here
        return Visit(url=url, answer=Answer.DEAD, reason="redirects without end")

    def _barred(self, url: str, here: str) -> Visit | None:
        """The finding where ``here`` is not to be contacted."""
        host = _host(here)
        if host in self._resting or self._silent.get(host, 0) >= _SILENT_LIMIT:
            return Visit(url=url, answer=Answer.NOT_ASKED, reason=f"{host} is left alone", answered=False)
        try:
            self._gate.admit(here)
        except Forbidden as error:
            return Visit(url=url, answer=Answer.PRIVATE, reason=error.why, answered=False)
        except OSError:
            return Visit(url=url, answer=Answer.DEAD, reason="unknown host", answered=False)
        return None

    def _visit(self, url: str) -> Reply | Refusal:
        """HEAD, and GET where HEAD settles nothing: not every server answers HEAD as it should."""
        host = _host(url)
        transport = self._transports.setdefault(host, self._new_transport())
        reply = transport.send(url, method="HEAD")
        if not _settles(reply):
            reply = transport.send(url)
        if isinstance(reply, Reply):
            self._silent[host] = 0
            if reply.status == _ASKS_FOR_REST:
                self._resting.add(host)
        elif reply.fault is not Fault.TOO_LARGE:
            self._silent[host] = self._silent.get(host, 0) + 1
        return reply

    def _unanswered(self, url: str, reply: Refusal) -> Visit:
        if reply.fault is Fault.TOO_LARGE:
            return Visit(url=url, answer=Answer.FINE, reason="a large file")
        return Visit(url=url, answer=Answer.DEAD, reason=reply.fault.value, answered=False)

    def _judged(self, url: str, reply: Reply, moved_to: str | None) -> Visit:
        reason = f"HTTP {reply.status}"
        if reply.status in _BLOCKED or _is_captcha(reply):
            return Visit(url=url, answer=Answer.BLOCKED, reason=reason)
        if not 200 <= reply.status < 300:  # noqa: PLR2004 -- the range of success
            return Visit(url=url, answer=Answer.DEAD, reason=reason)
        if moved_to:
            return Visit(url=url, answer=Answer.MOVED, reason=reason, moved_to=moved_to)
        return Visit(url=url, answer=Answer.FINE, reason=reason)


def _settles(reply: Reply | Refusal) -> bool:
    """Whether an answer to HEAD needs no GET. A page is looked at, because it may be a captcha; a file is not."""
    if isinstance(reply, Refusal):
        return reply.fault is Fault.UNREACHABLE
    if reply.status in _REDIRECTS:
        return True
    return reply.status == _ASKS_FOR_REST or (reply.status == 200 and reply.media_type != "text/html")  # noqa: PLR2004


def _is_captcha(reply: Reply) -> bool:
    text = reply.body.lower()
    return "cf-mitigated" in reply.headers or any(mark in text for mark in _CAPTCHA)


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _same_page(one: str, other: str) -> bool:
    """Whether two addresses differ only by what no reader would mend: a fragment or a final slash."""
    return one.partition("#")[0].rstrip("/") == other.partition("#")[0].rstrip("/")
