from __future__ import annotations

from collections.abc import Iterator

import pytest

from links.world import World, serve


@pytest.fixture
def world() -> Iterator[World]:
    built = World()
    server = serve(built)
    yield built
    server.shutdown()
    server.server_close()
