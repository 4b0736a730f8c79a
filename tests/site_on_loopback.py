"""A site that is being served on this machine: where, and what it shows."""

import socket
import time
import urllib.request

PATIENCE = 60  # seconds until the test gives up; each step usually takes two


def free_address() -> str:
    """Return an address at which nobody listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return f"127.0.0.1:{free.getsockname()[1]}"


def read(url: str, wanted: str) -> str:
    """Ask until the page holds ``wanted``."""
    text = ""
    end = time.monotonic() + PATIENCE
    while wanted not in text:
        assert time.monotonic() < end, f"{url} never showed {wanted}: {text[:500]}"
        try:
            text = urllib.request.urlopen(url, timeout=5).read().decode()  # noqa: S310 -- our own address
        except OSError:
            time.sleep(0.2)
    return text
