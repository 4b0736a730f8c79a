"""The venues of the field: the short name people write, the full one a citation needs, and every spelling between."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rsfm.model.words import VenueKind

_J, _C = VenueKind.JOURNAL, VenueKind.CONFERENCE
_SMALL = {"a", "an", "and", "&", "for", "in", "of", "on", "the"}
_SPONSORS = {"ieee", "ieee/cvf", "cvf", "acm", "sigkdd"}
_SPONSOR = r"(?:(?:IEEE|CVF|ACM|SIGKDD|AAAI|ISCA|RSJ)[/ -]+)*"
_LEAST = 3
"""Letters to which a word of a full name may be cut: ``Geosci. Remote Sens.``."""


@dataclass(frozen=True)
class KnownVenue:
    """A venue that is known here."""

    short: str
    kind: VenueKind
    full: str
    publisher: str = ""
    also: str = ""
    """A regular expression of other names, which nobody types as they stand."""
    known_as: tuple[str, ...] = ()
    """Names that readers type for it, besides the short and the full one."""
    by_chance: bool = False
    """Whether its name is also ordinary text of the field: then only a text that is nothing else names it."""

    @property
    def cited(self) -> str:
        """What a citation gives as journal or proceedings."""
        direct = self.kind is _J or self.full.startswith("Advances")
        return self.full if direct else f"Proceedings of the {self.full}"

    @property
    def pattern(self) -> re.Pattern[str]:
        """What matches every spelling of its name."""
        acronym = re.escape(self.short).replace(r"IEEE\ ", "(?:IEEE )?").replace(r"ACM\ ", "(?:ACM ?)?")
        others = [*map(re.escape, self.known_as), *filter(None, [self.also])]
        forms = [acronym, *others, _SPONSOR + _abbreviated(self.full)]
        return re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?![A-Za-z])", re.IGNORECASE)


def _abbreviated(full: str) -> str:
    """Return what matches ``full`` with its words cut short and its small words left out."""
    found = ""
    for word in full.split():
        if word.lower() in _SPONSORS:
            continue
        if word.lower() in _SMALL:
            found += r"(?:(?:and|&) )?" if word.lower() in {"and", "&"} else rf"(?:{word} )?"
        else:
            least = 1 if word == "Journal" else _LEAST
            inside = "".join(f"(?:{letter}" for letter in word[least:]) + ")?" * len(word[least:])
            found += rf"{word[:least]}{inside}\.?[ ,]?"
    return found.removesuffix("[ ,]?")


def _ieee(short: str, full: str, also: str = "", kind: VenueKind = _J) -> KnownVenue:
    known_as = (short,) if kind is _J else ()
    return KnownVenue(f"IEEE {short}" if kind is _J else short, kind, full, "IEEE", also, known_as)


VENUES: dict[str, KnownVenue] = {
    venue.short: venue
    for venue in (
        _ieee("TGRS", "IEEE Transactions on Geoscience and Remote Sensing"),
        _ieee("TPAMI", "IEEE Transactions on Pattern Analysis and Machine Intelligence", "T-?PAMI|PAMI"),
        _ieee(
            "JSTARS",
            "IEEE Journal of Selected Topics in Applied Earth Observations and Remote Sensing",
        ),
        _ieee("GRSL", "IEEE Geoscience and Remote Sensing Letters"),
        _ieee("GRSM", "IEEE Geoscience and Remote Sensing Magazine"),
        _ieee("TIP", "IEEE Transactions on Image Processing"),
        _ieee("TCSVT", "IEEE Transactions on Circuits and Systems for Video Technology"),
        _ieee("TMM", "IEEE Transactions on Multimedia"),
        _ieee("TNNLS", "IEEE Transactions on Neural Networks and Learning Systems"),
        KnownVenue(
            "ISPRS JPRS",
            _J,
            "ISPRS Journal of Photogrammetry and Remote Sensing",
            "Elsevier",
            known_as=("JPRS", "ISPRS P&RS", "P&RS"),
        ),
        KnownVenue("RSE", _J, "Remote Sensing of Environment", "Elsevier"),
        KnownVenue(
            "JAG",
            _J,
            "International Journal of Applied Earth Observation and Geoinformation",
            "Elsevier",
            known_as=("IJAEOG",),
        ),
        KnownVenue("IJCV", _J, "International Journal of Computer Vision", "Springer"),
        KnownVenue("Nature Communications", _J, "Nature Communications", "Nature Publishing Group"),
        KnownVenue("Nature Machine Intelligence", _J, "Nature Machine Intelligence", "Nature Publishing Group"),
        KnownVenue("Remote Sensing", _J, "Remote Sensing", "MDPI", by_chance=True),
        KnownVenue("Information Fusion", _J, "Information Fusion", "Elsevier", by_chance=True),
        KnownVenue("ESSD", _J, "Earth System Science Data", "Copernicus"),
        KnownVenue("TMLR", _J, "Transactions on Machine Learning Research"),
        _ieee(
            "CVPR",
            "IEEE/CVF Conference on Computer Vision and Pattern Recognition",
            "International Conference on Computer Vision and Pattern Recognition",
            _C,
        ),
        _ieee("ICCV", "IEEE/CVF International Conference on Computer Vision", kind=_C),
        _ieee("WACV", "IEEE/CVF Winter Conference on Applications of Computer Vision", kind=_C),
        _ieee("IGARSS", "IEEE International Geoscience and Remote Sensing Symposium", kind=_C),
        _ieee("ICASSP", "IEEE International Conference on Acoustics, Speech and Signal Processing", kind=_C),
        _ieee("ICIP", "IEEE International Conference on Image Processing", kind=_C),
        KnownVenue("ECCV", _C, "European Conference on Computer Vision", "Springer"),
        KnownVenue("ACCV", _C, "Asian Conference on Computer Vision", "Springer"),
        KnownVenue("NeurIPS", _C, "Advances in Neural Information Processing Systems", known_as=("NIPS",)),
        KnownVenue("ICLR", _C, "International Conference on Learning Representations"),
        KnownVenue("ICML", _C, "International Conference on Machine Learning", "PMLR"),
        KnownVenue("AAAI", _C, "AAAI Conference on Artificial Intelligence", "AAAI Press"),
        KnownVenue("IJCAI", _C, "International Joint Conference on Artificial Intelligence"),
        KnownVenue("BMVC", _C, "British Machine Vision Conference"),
        KnownVenue(
            "ACM MM",
            _C,
            "ACM International Conference on Multimedia",
            "ACM",
            known_as=("ACM Multimedia",),
        ),
        KnownVenue("KDD", _C, "ACM SIGKDD Conference on Knowledge Discovery and Data Mining", "ACM", "SIGKDD"),
        KnownVenue(
            "ACM SIGSPATIAL", _C, "ACM International Conference on Advances in Geographic Information Systems", "ACM"
        ),
        KnownVenue("ACL", _C, "Annual Meeting of the Association for Computational Linguistics", "ACL"),
        KnownVenue("EMNLP", _C, "Conference on Empirical Methods in Natural Language Processing", "ACL"),
        KnownVenue(
            "NAACL",
            _C,
            "Conference of the North American Chapter of the Association for Computational Linguistics",
            "ACL",
        ),
    )
}
"""Every venue that is known here, by its short name."""
PATTERNS = {name: venue.pattern for name, venue in VENUES.items()}
