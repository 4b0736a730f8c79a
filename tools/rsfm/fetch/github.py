"""Asks GitHub about the repositories behind code links, one at a time, and judges what it answers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from typing import Any
from urllib.parse import urlsplit

from rsfm import ids
from rsfm.fetch.faults import Fault, Refusal, refusal
from rsfm.fetch.one_by_one import one_by_one
from rsfm.fetch.proof import object_of, source_of
from rsfm.fetch.reply import Reply, unexpected
from rsfm.fetch.transport import Transport
from rsfm.locales import Localized
from rsfm.model import Provenance, Repository, RepositoryName
from rsfm.problems import visible

API_URL = "https://api.github.com"
MEDIA_TYPE = "application/vnd.github+json"

_SPDX = re.compile(r"[A-Za-z0-9.+-]{1,60}")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_OK, _FORBIDDEN, _NOT_FOUND = 200, 403, 404
_MOVED = {301, 302, 307, 308}
_EXACT_STARS = 100
_DIGITS = 11
"""Digits of a time of day that are read: more are centuries away."""
_MOST_STARS = 2_000_000
"""More than any repository has."""

Outcome = Repository | Refusal | None


def ask_for_all(
    transport: Transport, api_url: str, asked: Sequence[RepositoryName], token: str | None = None
) -> Iterator[tuple[RepositoryName, Outcome]]:
    """Yield each repository once, with what GitHub says. ``token`` is sent to ``api_url`` and nowhere else."""
    return one_by_one(asked, lambda name: _ask(transport, api_url, name, token), "GitHub")


def _ask(transport: Transport, api_url: str, name: RepositoryName, token: str | None) -> Repository | Refusal:
    source = f"{api_url}/repos/{name}"
    headers = {"X-GitHub-Api-Version": "2022-11-28", **({"Authorization": f"Bearer {token}"} if token else {})}

    def judge(reply: Reply) -> Repository | Refusal | str:
        if reply.status in _MOVED and _same_server(api_url, reply.location):
            return reply.location or ""
        return _judge(reply, name, source, transport)

    outcome: Repository | Refusal | str = transport.ask(source, judge, accept=MEDIA_TYPE, headers=headers)
    if not isinstance(outcome, str):
        return outcome

    def judge_moved(reply: Reply) -> Repository | Refusal:
        # A second hop would be somebody's game: GitHub sends the old name of a repository on to its number, once.
        return _judge(reply, name, source, transport, moved=True)

    return transport.ask(outcome, judge_moved, accept=MEDIA_TYPE, headers=headers)


def _judge(
    reply: Reply, name: RepositoryName, source: str, transport: Transport, *, moved: bool = False
) -> Repository | Refusal:
    today = transport.clock.now().date()
    if reply.status == _FORBIDDEN and reply.headers.get("x-ratelimit-remaining") == "0":
        return _out_of_turns(reply, transport.clock.now())
    answer = object_of(reply, (_OK, _NOT_FOUND))
    if isinstance(answer, Refusal):
        return answer
    if reply.status == _NOT_FOUND:
        if answer.get("message") != "Not Found":
            return unexpected(reply)
        return Repository(
            name=name, exists=False, provenance=Provenance.GITHUB_API, confirmed=today, source=source_of(source)
        )
    if not moved and str(answer.get("full_name")).lower() != name:
        shown = visible(str(answer.get("full_name")))
        return refusal(Fault.UNASKED, f"回答的是 {shown}", f"is about {shown}, which was not asked for", again=True)
    return _repository(answer, name, source, today)


def _out_of_turns(reply: Reply, now: datetime) -> Refusal:
    reset = reply.headers.get("x-ratelimit-reset", "")
    seconds = int(reset[:_DIGITS]) - now.timestamp() if reset.isascii() and reset.isdigit() else 3600.0
    return Refusal(
        fault=Fault.THROTTLED,
        detail=Localized(zh="GitHub 的请求次数用完了", en="GitHub's rate limit is used up"),
        status=reply.status,
        again=True,
        wait=max(1.0, seconds),
    )


def _repository(answer: dict[str, Any], name: RepositoryName, source: str, today: date) -> Repository | Refusal:
    full_name, archived, stars = (answer.get(field) for field in ("full_name", "archived", "stargazers_count"))
    # An answer that does not tell of a licence must not take away the one that is known.
    told = "license" in answer and isinstance(answer["license"], dict | None)
    licence = answer.get("license") or {}
    spdx = licence.get("spdx_id") if isinstance(licence, dict) else None
    pushed = _day(answer.get("pushed_at"))
    known = isinstance(full_name, str) and ids.repository_of(f"https://github.com/{full_name}") == full_name.lower()
    for field, fine in (
        ("full_name", known),
        ("archived", isinstance(archived, bool)),
        ("stargazers_count", type(stars) is int and 0 <= stars <= _MOST_STARS),
        ("license", told and (spdx is None or (isinstance(spdx, str) and _SPDX.fullmatch(spdx)))),
        ("pushed_at", pushed is not None and pushed <= today),
        ("private", answer.get("private") is False),
    ):
        if not fine:
            shown = visible(str(answer.get(field, "?")))
            return refusal(Fault.IMPLAUSIBLE, f"{field} 不可能是 {shown}", f"{field} cannot be {shown}")
    now_called = str(full_name)
    return Repository(
        name=name,
        moved_to=now_called if now_called.lower() != name else None,
        archived=bool(archived),
        licence=None if spdx in {None, "NOASSERTION"} else str(spdx),
        stars=_rounded(int(stars or 0)),
        pushed=pushed,
        provenance=Provenance.GITHUB_API,
        confirmed=today,
        source=source_of(source),
    )


def _rounded(stars: int) -> int:
    return stars if stars < _EXACT_STARS else round(stars, 2 - len(str(stars)))


def _day(value: Any) -> date | None:
    try:
        return datetime.fromisoformat(value).astimezone(UTC).date() if _MOMENT.fullmatch(value) else None
    except (ValueError, TypeError):
        return None


def _same_server(api_url: str, location: str | None) -> bool:
    """Say whether a redirect stays on the server that was asked: a token must go nowhere else."""
    return location is not None and urlsplit(location)[:2] == urlsplit(api_url)[:2]
