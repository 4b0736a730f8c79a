"""Things with the rarest terms in common are near each other."""

from __future__ import annotations

import random

from rsfm.nearness import nearest


def test_rare_terms_count_more_than_common_ones():
    things = [{"a", "b", "rare", "x"}, {"a", "b", "c"}, {"rare", "x"}, {"a", "b", "c"}, {"a", "b"}, {"c", "a"}]
    assert nearest(things, 3)[0] == (2, 1, 3)


def test_one_common_term_is_not_enough_and_nothing_is_near_itself():
    assert nearest([{"a"}, {"a"}, {"b", "c"}], 3) == [(), (), ()]


def test_of_equally_near_ones_the_first_come_first_whatever_the_order_of_a_set():
    terms = [f"t{number}" for number in range(9)]
    found = nearest([set(terms)] * 6, 3)
    assert found[0] == (1, 2, 3) and found[5] == (0, 1, 2)
    assert nearest([tuple(reversed(terms))] * 6, 3) == found


def test_a_thing_with_more_in_common_is_found_among_very_many():
    chosen = random.Random(3)  # noqa: S311 -- the same in every run
    things = [{"all", *(f"t{chosen.randrange(300)}" for _ in range(5))} for _ in range(3000)]
    things[0] = things[2999] = {"all", "once", "twice"}
    assert nearest(things, 3)[0][0] == 2999
