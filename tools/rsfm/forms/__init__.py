"""The issue forms: what they ask, and how answers become a new entry or a corrected one."""

from rsfm.forms.files import form_files
from rsfm.forms.outcome import Outcome, Sender, take_in, wanted_arxiv_id

__all__ = ["Outcome", "Sender", "form_files", "take_in", "wanted_arxiv_id"]
