"""What the words of a title and abstract suggest for the fields that only a person can settle."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from rsfm.identity import name_before_colon
from rsfm.model import Taxonomy, Term

_INTRODUCED = re.compile(
    r"\b(?:propos|present|introduc|develop|call|nam|dub|term)(?:e|es|ed|ing)?\b"
    r"(?: (?:a|an|the|new|novel|method|model|framework|dataset|as))*[ :“\"']*([A-Z][\w+-]*[A-Z0-9][\w+-]*)"
)
# In the order in which they decide: a vision-language model that generates captions is no generator of images.
_FAMILIES = {
    "agent": r"\bagents?\b|agentic",
    "vision-language": r"vision[- –]language|visual[- –]language|language model|image[- –]text|\bCLIP\b|\bM?LLMs?\b|\bVLMs?\b"
    r"|caption|question answering|open[- ]vocabulary",
    "vision-audio": r"\baudio\b|soundscape",
    "vision-location": r"geo-?locali[sz]ation|location encod|geographic coordinates|GPS",
    "generative": r"\bdiffusion\b|image generation|image synthesis|generative foundation model|text-to-image",
    "visual": r"masked image|self-supervised|representation learning|vision foundation model|pre-?train|segmentation"
    r"|object detection|foundation model",
}
_MAKES = r"(?:propose|present|introduce|construct|build|create|curate|collect|release|contribute|develop|establish)\w*"
_KINDS = {
    "survey": r"\b(?:survey|review)\b",
    "model": r"\bmodels?\b(?! (?:survey|review))|\bnetwork\b|\bencoder\b",
    "dataset": rf"{_MAKES}\b[^.;]{{0,80}}\b(?:dataset|data set|corpus)\b",
    "benchmark": rf"{_MAKES}\b[^.;]{{0,80}}\bbenchmark\b",
}
_TERM_WORDS = {
    "sar": r"\bSAR\b|synthetic aperture radar",
    "optical": r"\boptical\b|\bRGB\b",
    "multispectral": r"multi-?spectral|Sentinel-2",
    "hyperspectral": r"hyper-?spectral",
    "elevation": r"\bLiDAR\b|\bDSMs?\b|\bDEMs?\b|elevation",
    "text": r"\btexts?\b|caption|language|instruction",
    "time-series": r"time[- ]series|multi-?temporal|temporal",
    "visual-question-answering": r"visual question answering|\bVQA\b",
    "image-captioning": r"image caption",
    "masked-image-modeling": r"masked (?:image|auto)",
}


@dataclass(frozen=True, kw_only=True)
class Proposals:
    """Proposed values; an empty one where the words suggest nothing."""

    name: str = ""
    name_is_known: bool = False
    """Whether the title itself gives the name, before its colon."""
    family: str = ""
    kinds: tuple[str, ...] = ()
    modalities: tuple[str, ...] = ()
    methods: tuple[str, ...] = ()
    tasks: tuple[str, ...] = ()


def propose(title: str, abstract: str, taxonomy: Taxonomy) -> Proposals:
    """Return what ``title`` and ``abstract`` suggest, in terms of ``taxonomy``."""
    text = f"{title}. {abstract}"
    survey = re.search(_KINDS["survey"], title, re.IGNORECASE) is not None
    kinds = [
        kind
        for kind, words in _KINDS.items()
        if kind != "survey" and (re.search(words, text, re.IGNORECASE) or kind in title.lower())
    ]
    families = (family for family, words in _FAMILIES.items() if re.search(words, text, re.IGNORECASE))
    before = name_before_colon(title)
    introduced = _INTRODUCED.search(abstract)
    return Proposals(
        name=before or (introduced[1] if introduced else ""),
        name_is_known=bool(before),
        family=next((family for family in families if family in taxonomy["family"]), ""),
        kinds=("survey",) if survey else tuple(kind for kind in kinds if kind in taxonomy["kind"]),
        modalities=_terms_in(text, taxonomy["modality"]),
        methods=_terms_in(text, taxonomy["method"]),
        tasks=_terms_in(text, taxonomy["task"]),
    )


def _terms_in(text: str, terms: Mapping[str, Term]) -> tuple[str, ...]:
    """Return the terms whose label, identifier or usual words stand in ``text``."""
    return tuple(name for name, term in terms.items() if re.search(_words_of(name, term), text, re.IGNORECASE))


def _words_of(name: str, term: Term) -> str:
    label = re.sub(r"\s*\(.*?\)", "", term.label.en or name)
    forms = {re.sub(r"[-\s–]+", r"[-\\s–]*", re.sub(r"[^\w\s–-]", "", form)) for form in (label, name)}
    return "|".join(sorted([*(rf"\b{form}" for form in forms), *([_TERM_WORDS[name]] if name in _TERM_WORDS else [])]))
