"""The harnesses whose published files can be taken: where each is, and what reads it."""

from rsfm.results.harnesses.adapter import Adapter, Taken, Unreadable
from rsfm.results.harnesses.copernicus_bench import COPERNICUS_BENCH
from rsfm.results.harnesses.geo_bench_2 import GEO_BENCH_2
from rsfm.results.harnesses.torchgeo_bench import TORCHGEO_BENCH

HARNESSES = {each.name: each for each in (TORCHGEO_BENCH, GEO_BENCH_2, COPERNICUS_BENCH)}

__all__ = ["HARNESSES", "Adapter", "Taken", "Unreadable"]
