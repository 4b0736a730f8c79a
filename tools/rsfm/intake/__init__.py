"""What comes in from outside: answers to issue forms, which become entries, and pull requests, which are summed up."""

from rsfm.intake.form_files import form_files
from rsfm.intake.outcome import Outcome, Sender, take_in, wanted_arxiv_id

__all__ = ["Outcome", "Sender", "form_files", "take_in", "wanted_arxiv_id"]
