"""A clock that moves only when it is told to sleep."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

BEGINNING = datetime(2031, 5, 6, 3, 17, tzinfo=UTC)


class StillClock:
    """Time without waiting: ``sleep`` moves it, and remembers by how much."""

    def __init__(self, beginning: datetime = BEGINNING) -> None:
        self.beginning = beginning
        self.elapsed = 0.0
        self.naps: list[float] = []

    def monotonic(self) -> float:
        return self.elapsed

    def sleep(self, seconds: float) -> None:
        assert seconds > 0
        self.naps.append(seconds)
        self.elapsed += seconds

    def now(self) -> datetime:
        return self.beginning + timedelta(seconds=self.elapsed)
