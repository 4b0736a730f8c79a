"""A run shows itself as a bar on a terminal, and never lets data pass for commands."""

from __future__ import annotations

import io
import sys

import pytest

from rsfm.cli.fetch_output import Progress, markdown
from rsfm.fetch.faults import Fault, refusal
from rsfm.fetch.report import Difference, Report
from rsfm.locales import Locale


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_gets_a_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with Progress(Locale.EN, 2) as progress:
        progress.settled("2501.90001")
        progress.pause(refusal(Fault.TIMEOUT, "慢", "slow [bold]x[/bold]"), 4.2)
        progress.settled("2501.90002")
    shown = terminal.getvalue()
    assert "slow [bold]x[/bold]; again in 4 s" in shown
    assert "━" in shown
    assert "100%" in shown


def test_the_table_of_changes_shows_text_as_text() -> None:
    nasty = "a | b\n<img src=x> `c` [d](javascript:e) @everyone *f* $g$ &lt; \x1b[31m"
    report = Report(asked=["x"], changed=["x"], changes=[Difference(key="x", field="comment", old=None, new=nasty)])
    (row,) = [line for line in markdown(report, Locale.EN).splitlines() if line.startswith("| x |")]
    assert row.count("|") == 5
    assert not set("<`[@*$\x1b") & set(row)


def test_what_is_new_takes_one_row() -> None:
    changes = [Difference(key="x", field=name, old=None, new="y") for name in ("title", "comment", "version")]
    text = markdown(Report(new=["x"], changes=changes), Locale.ZH)
    assert [line for line in text.splitlines() if line.startswith("| x ")] == ["| x | title | – | y |"]
