"""Every way in which a question to a server can fail, as a value that says what to do next."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rsfm.locales import Localized


class Fault(StrEnum):
    """What was wrong with an answer. The values are stable: reports and tests name them."""

    # No answer.
    UNREACHABLE = "unreachable"
    TIMEOUT = "timeout"
    BROKEN_OFF = "broken-off"
    TOO_SLOW = "too-slow"
    TOO_LARGE = "too-large"
    NOT_HTTP = "not-http"
    NOT_ASKED = "not-asked"
    # An answer that is not the one that was wanted.
    REDIRECT = "redirect"
    THROTTLED = "throttled"
    SERVER_ERROR = "server-error"
    STATUS = "status"
    BAD_REQUEST = "bad-request"
    CAPTCHA = "captcha"
    WRONG_TYPE = "wrong-type"
    WRONG_CHARSET = "wrong-charset"
    NOT_XML = "not-xml"
    DOCTYPE = "doctype"
    NOT_A_FEED = "not-a-feed"
    NOT_JSON = "not-json"
    # A well-formed answer that is wrong as a whole.
    ERROR_ENTRY = "error-entry"
    EMPTY = "empty"
    COUNT = "count"
    UNASKED = "unasked"
    TWICE = "twice"
    # One paper in an answer that is otherwise right.
    FIELD_MISSING = "field-missing"
    FIELD_TWICE = "field-twice"
    IMPLAUSIBLE = "implausible"
    GARBLED = "garbled"
    OTHER_PAPER = "other-paper"
    STALE = "stale"
    # This side.
    UNREADABLE_ENTRY = "unreadable-entry"
    NOT_STORED = "not-stored"


UNANSWERED = {
    Fault.UNREACHABLE,
    Fault.TIMEOUT,
    Fault.BROKEN_OFF,
    Fault.TOO_SLOW,
    Fault.NOT_HTTP,
    Fault.THROTTLED,
    Fault.SERVER_ERROR,
}
"""Faults after which nothing is known of the question: the server did not get round to it."""


@dataclass(frozen=True, kw_only=True)
class Refusal:
    """Why there is no value: the answer did not come, or was not believed."""

    fault: Fault
    detail: Localized
    """What happened, for people; a phrase without a full stop."""
    status: int | None = None
    """The HTTP status, where there was one."""
    again: bool = False
    """Whether the same question may be answered well a little later."""
    wait: float | None = None
    """Seconds the server asked to be left alone."""


def left_alone(server: str) -> Refusal:
    """Return the refusal of a question that is not asked because the server has answered others too badly."""
    return refusal(Fault.NOT_ASKED, f"{server} 一直答非所问", f"{server} keeps answering badly")


def refusal(fault: Fault, zh: str, en: str, *, again: bool = False, status: int | None = None) -> Refusal:
    """Return a refusal with its explanation in both languages."""
    return Refusal(fault=fault, detail=Localized(zh=zh, en=en), again=again, status=status)
