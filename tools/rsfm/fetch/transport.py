"""The one door to the network: one connection, one request at a time, never in a hurry, never an exception."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping
from http.client import HTTPException
from http.cookiejar import DefaultCookiePolicy
from random import Random
from typing import TypeVar

import requests
from requests.adapters import HTTPAdapter
from urllib3.exceptions import DecodeError, HTTPError, ProtocolError, ReadTimeoutError

from rsfm.fetch.deadline import deadline
from rsfm.fetch.faults import UNANSWERED, Fault, Refusal, refusal
from rsfm.fetch.manners import Clock, Manners, SystemClock, seconds_to_wait
from rsfm.fetch.reply import Reply
from rsfm.locales import Localized
from rsfm.problems import visible

T = TypeVar("T")

_COME_BACK = {408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524}
"""Statuses that a later try may cure."""
_STUMBLED = 500
_ASKS_FOR_REST = {429, 503}
_CHUNK = 16 * 1024
_ROUNDING = 0.01
"""Seconds by which a pause is longer than it must be, so that no clock finds it too short."""
_GIVEN_UP_AFTER = 2
"""Questions in a row that a host may leave without any answer before it is not asked again."""


class _Session(requests.Session):
    """A session that never follows a redirect: otherwise each hop would escape pacing and judgement."""

    def get_redirect_target(self, resp: requests.Response) -> None:
        return None


class Transport:
    """Asks questions of servers, politely. Not for use by two threads at once."""

    def __init__(
        self,
        manners: Manners | None = None,
        *,
        clock: Clock | None = None,
        dice: Random | None = None,
        on_pause: Callable[[Refusal, float], None] | None = None,
        adapter: HTTPAdapter | None = None,
    ) -> None:
        """``on_pause`` is told why a question will be asked again, and after how many seconds."""
        self.manners = manners or Manners()
        self.clock = clock or SystemClock()
        self._dice = dice or Random()  # noqa: S311 -- jitter is no secret
        self._on_pause = on_pause or (lambda *_: None)
        self._quiet_since: float | None = None
        self._rests: dict[str, float] = {}
        self._silent: dict[str, int] = {}
        self._session = _Session()
        adapter = adapter or HTTPAdapter(pool_connections=1, pool_maxsize=1, max_retries=0, pool_block=True)
        self._session.mount("https://", adapter)
        self._session.mount("http://", adapter)
        self._session.headers.update({"User-Agent": self.manners.user_agent, "Connection": "close"})
        # A session would otherwise look for passwords in ~/.netrc, and keep the cookies of captcha pages.
        self._session.auth = lambda request: request
        self._session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))

    def send(self, url: str, *, method: str = "GET", headers: Mapping[str, str] | None = None) -> Reply | Refusal:
        """Send one request when its time has come and return the answer, whatever its status. Never raises."""
        self._wait_for_turn()
        try:
            with deadline(self.manners.total):
                return self._exchange(url, method, headers or {})
        except requests.ConnectTimeout as error:
            return _no_answer(Fault.UNREACHABLE, f"{self.manners.connect:g} 秒内连不上", "no connection in time", error)
        except requests.Timeout as error:
            return _no_answer(Fault.TIMEOUT, "没有按时回答", "no answer in time", error)
        except (ProtocolError, DecodeError) as error:
            return _no_answer(Fault.BROKEN_OFF, "回答中断或解不开", "the answer broke off or cannot be unpacked", error)
        except (ReadTimeoutError, TimeoutError) as error:
            return _no_answer(Fault.TIMEOUT, "回答中途停住", "the answer came to a halt", error)
        except requests.ConnectionError as error:
            if error.args and isinstance(error.args[0], ProtocolError):
                return _no_answer(Fault.BROKEN_OFF, "连接中断", "the connection was lost", error)
            return _no_answer(Fault.UNREACHABLE, "连不上", "no connection", error)
        except (requests.RequestException, HTTPError, HTTPException, OSError, ValueError) as error:
            return _no_answer(Fault.NOT_HTTP, "不是有效的 HTTP", "not valid HTTP", error)
        finally:
            # A connection lasts for one answer: what a broken server sends after it cannot pass for the next one.
            self._session.close()
            self._quiet_since = self.clock.monotonic()

    def ask(
        self,
        url: str,
        judge: Callable[[Reply], T | Refusal],
        *,
        accept: str = "*/*",
        headers: Mapping[str, str] | None = None,
        tries: int | None = None,
    ) -> T | Refusal:
        """Send a request until ``judge`` believes the answer, the tries are used up, or there is no hope.

        ``judge`` sees every answer whose status a later try would not cure, redirects included. It returns the value
        the answer holds, or a refusal; one with ``again`` is answered by another try. Never raises of itself.
        """
        host = "/".join(url.split("/")[:3])
        if closed := self._closed(host):
            return closed
        accepting = {"Accept": accept, **(headers or {})}
        outcome = self._ask_until_believed(url, judge, accepting, tries or self.manners.tries)
        self._remember(host, outcome if isinstance(outcome, Refusal) else None)
        return outcome

    def _ask_until_believed(
        self, url: str, judge: Callable[[Reply], T | Refusal], headers: Mapping[str, str], tries: int
    ) -> T | Refusal:
        for attempt in itertools.count(1):
            reply = self.send(url, headers=headers)
            outcome = reply if isinstance(reply, Refusal) else self._troubled(reply) or judge(reply)
            if not isinstance(outcome, Refusal) or not outcome.again or attempt >= tries:
                return outcome
            pause = max(self.manners.pause(attempt, self._dice), outcome.wait or 0.0)
            if pause > self.manners.patience:
                return outcome
            self._on_pause(outcome, pause)
            self.clock.sleep(pause)
        raise AssertionError

    def _wait_for_turn(self) -> None:
        if self._quiet_since is not None:
            rest = self._quiet_since + self.manners.interval - self.clock.monotonic()
            if rest > 0:
                self.clock.sleep(rest + _ROUNDING)

    def _exchange(self, url: str, method: str, headers: Mapping[str, str]) -> Reply | Refusal:
        end = self.clock.monotonic() + self.manners.total
        timeout = (self.manners.connect, self.manners.read)
        with self._session.request(
            method, url, headers=dict(headers), timeout=timeout, stream=True, allow_redirects=False
        ) as response:
            body = bytearray()
            # read1 returns what has arrived; iter_content would wait for a whole chunk, however slowly it drips.
            while chunk := response.raw.read1(_CHUNK, decode_content=True):
                body += chunk
                if len(body) > self.manners.body_limit:
                    limit = f"{self.manners.body_limit:,}"
                    return refusal(Fault.TOO_LARGE, f"回答超过 {limit} 字节", f"the answer exceeds {limit} bytes")
                if self.clock.monotonic() > end:
                    total = f"{self.manners.total:g}"
                    return refusal(
                        Fault.TOO_SLOW, f"{total} 秒没答完", f"the answer took more than {total} s", again=True
                    )
            return Reply(
                url=url,
                status=response.status_code,
                headers={name.lower(): value for name, value in response.headers.items()},
                body=bytes(body),
            )

    def _troubled(self, reply: Reply) -> Refusal | None:
        if reply.status not in _COME_BACK:
            return None
        return Refusal(
            fault=Fault.THROTTLED if reply.status in _ASKS_FOR_REST else Fault.SERVER_ERROR,
            detail=Localized(zh=f"服务器回答 HTTP {reply.status}", en=f"the server answered HTTP {reply.status}"),
            status=reply.status,
            again=True,
            wait=seconds_to_wait(reply.headers.get("retry-after", ""), self.clock.now()),
        )

    def _remember(self, host: str, refused: Refusal | None) -> None:
        # Who stumbles over one question may answer the next.
        unanswered = refused is not None and refused.fault in UNANSWERED and refused.status != _STUMBLED
        self._silent[host] = self._silent.get(host, 0) + 1 if unanswered else 0
        if refused and refused.wait:
            self._rests[host] = self.clock.monotonic() + refused.wait

    def _closed(self, host: str) -> Refusal | None:
        rest = self._rests.pop(host, 0.0) - self.clock.monotonic()
        if rest > self.manners.patience:
            self._rests[host] = self.clock.monotonic() + rest
            return refusal(Fault.NOT_ASKED, f"{host} 要求暂停访问", f"{host} asked to be left alone")
        if rest > 0:
            self.clock.sleep(rest)
        if self._silent.get(host, 0) >= _GIVEN_UP_AFTER:
            return refusal(Fault.NOT_ASKED, f"{host} 一直没有回答", f"{host} has stopped answering")
        return None


def _no_answer(fault: Fault, zh: str, en: str, error: Exception) -> Refusal:
    reason = visible(type(error).__name__)
    return refusal(fault, f"{zh}（{reason}）", f"{en} ({reason})", again=True)
