"""What is told line by line: standards that are looked for, a report, news of a mentor's decision."""

import unicodedata
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from trainer.cli import play_plain
from trainer.cli.main import main
from trainer.cli.report_lines import lines


def test_standards_are_found_by_their_words(run: Run) -> None:
    every = run("standards").out
    title = next(line.split("  ")[-1].strip() for line in every.splitlines() if line.startswith("  "))
    found = run("standards", "--find", title.upper())
    assert found.code == 0
    assert found.out.startswith(f"{title} (")
    apart = run("standards", "--find", unicodedata.normalize("NFD", title))
    assert apart.out == found.out


def test_standards_that_are_not_there_are_code_1(run: Run) -> None:
    done = run("standards", "--find", "небывалое")
    assert done.code == 1
    assert "небывалое" in done.err


def test_a_report_line_by_line_says_whose_each_line_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from tests.team.samples import report

    told = list(lines(report()))
    people = [one.name for one in report().people]
    assert people
    body = [line for line in told[3:] if line]
    assert all(any(name in line for name in people) or "«" in line or ":" in line for line in body)
    assert not any(sign in line for line in told for sign in "█▁│─")
    monkeypatch.setenv("TRAINER_HOME", str(tmp_path))
    assert main(["report", "--plain"]) == 0
    assert "ответов за это время нет" in capsys.readouterr().out


def test_a_decision_of_a_mentor_is_told_before_the_talk(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from tests.cli.fakes import TOOLS

    class Desk:
        def decided(self) -> list[dict[str, object]]:
            return [
                {"withdrawn": True, "standard": "curt", "before": 64, "after": 76, "reason": "Согласна\x1b"}
            ]

    from dataclasses import replace

    play_plain.tell_decisions(replace(TOOLS, desk=Desk))
    told = capsys.readouterr().out
    assert "было 64, стало 76" in told
    assert "\x1b" not in told
