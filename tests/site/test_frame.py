"""A frame is cut at its slots and stamped with values; a wrong frame names the slot."""

import pytest

from rsfm.site.frame import SLOTS, Frame, FrameError

HTML = "<title>[[slot:title]]</title>[[slot:head]]<a href='/[[slot:tail]]'></a><main>[[slot:body]]</main>"
VALUES = {"title": "T", "head": "H", "tail": "p/", "body": "B"}


def test_every_slot_takes_its_value():
    assert Frame.cut(HTML).stamp(VALUES) == "<title>T</title>H<a href='/p/'></a><main>B</main>"


def test_a_value_that_looks_like_a_slot_stays_as_it_is():
    values = VALUES | {"title": "[[slot:body]]", "body": "[[slot:title]] {{ x }}"}
    assert Frame.cut(HTML).stamp(values).count("[[slot:") == 2


@pytest.mark.parametrize("slot", sorted(SLOTS))
def test_a_missing_slot_is_named(slot: str):
    with pytest.raises(FrameError, match=f"“{slot}” 0 times") as caught:
        Frame.cut(HTML.replace(f"[[slot:{slot}]]", ""))
    assert caught.value.slot == slot


@pytest.mark.parametrize("slot", sorted(SLOTS))
def test_a_slot_that_is_there_twice_is_named(slot: str):
    with pytest.raises(FrameError, match=f"“{slot}” 2 times"):
        Frame.cut(f"{HTML}[[slot:{slot}]]")


def test_an_unknown_slot_is_named():
    with pytest.raises(FrameError, match="“footer” 1 times"):
        Frame.cut(f"{HTML}[[slot:footer]]")
