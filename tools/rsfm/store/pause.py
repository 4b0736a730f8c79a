"""What the garbage collector need not look at: a catalog while it is read or judged, and one that is there for good."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def nothing_collected() -> Iterator[None]:
    """Pause the garbage collector: reading a catalog makes many values and no cycles, and walking them takes half."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


@contextmanager
def only_new_collected() -> Iterator[None]:
    """Let the garbage collector pass over what there is: templates leave cycles behind, and a catalog has none.

    It would otherwise walk the catalog again and again. With no collection, the pages of 1,000 papers left 70 MB.
    """
    usual = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(_YOUNG, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)
        gc.unfreeze()


_YOUNG = 20_000
"""So many new values, about those of two pages, are there before it looks."""
