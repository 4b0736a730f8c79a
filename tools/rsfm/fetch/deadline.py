"""An end to waiting that no server can put off, not even by sending one byte of a header now and then."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn


@contextmanager
def deadline(seconds: float) -> Iterator[None]:
    """Raise TimeoutError out of whatever the main thread is doing within this block after ``seconds`` of real time.

    Timeouts of sockets start anew with every byte; the alarm of the process does not. Only the main thread has one.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGALRM, _ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _ring(*_: object) -> NoReturn:
    raise TimeoutError("the whole answer took too long")
