"""The drawing of what goes into a model says what its facts say, and is left out where they are not known."""

from dataclasses import replace

from rsfm.locales import Locale
from rsfm.merge import Catalog
from rsfm.model import ModelFacts
from rsfm.render.facts.flow import MOST, flow
from rsfm.render.facts.words import Words


def test_a_drawing_names_what_goes_in_and_what_comes_out(catalog: Catalog):
    drawn = flow(catalog.by_id["skysense"].entry.resolved, Words(catalog.taxonomy, Locale.EN))
    assert drawn
    assert drawn.sensors.words == ("Sentinel-2", "Sentinel-1")
    assert any(word.startswith("ViT-L") for word in drawn.backbones.words)
    assert len(drawn.tasks.words) + drawn.tasks.more == len(catalog.by_id["skysense"].entry.model.tasks)


def test_many_words_are_counted_not_named(catalog: Catalog):
    words = Words(catalog.taxonomy, Locale.EN)
    entry = catalog.by_id["skysense"].entry.resolved
    tasks = tuple(catalog.taxonomy["task"])
    for count, shown in ((MOST + 1, MOST + 1), (MOST + 2, MOST)):
        drawn = flow(replace(entry, model=replace(entry.model, tasks=tasks[:count])), words)
        assert drawn
        assert (len(drawn.tasks.words), drawn.tasks.more) == (shown, count - shown)


def test_nothing_is_drawn_of_what_is_not_known(catalog: Catalog):
    words = Words(catalog.taxonomy, Locale.ZH)
    entry = catalog.by_id["skysense"].entry.resolved
    assert flow(replace(entry, model=replace(entry.model, tasks=())), words) is None
    assert flow(replace(entry, model=ModelFacts(tasks=entry.model.tasks)), words) is None
    assert flow(replace(entry, kinds=("survey",)), words) is None
