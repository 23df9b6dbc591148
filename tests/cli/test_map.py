import os
import stat
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.packs.samples import TALK
from trainer.cli import map as command


def test_a_scenario_is_drawn_by_its_id_or_its_file(run: Run) -> None:
    done = run("map", "shop")
    assert done.code == 0
    assert "* first  «Сколько стоит доставка?»" in done.out
    assert "всегда → + good" in done.out
    file = "scenarios/first-week/dialogues/courier-pickup.yaml"
    assert "* question  «" in run("map", Path(__file__).parents[2] / file).out


def test_mermaid_is_text(run: Run) -> None:
    done = run("map", "shop", "--mermaid")
    assert done.code == 0
    assert done.out.startswith("flowchart TD\n")


def test_runs_are_told(run: Run) -> None:
    done = run("map", "shop", "--runs", "9")
    assert done.code == 0
    assert "дошли 9 из 9" in done.out
    assert run("map", "shop", "--runs", "9").out == done.out


@pytest.mark.parametrize("runs", ["0", "-1", "9999999"])
def test_a_number_of_runs_that_cannot_be(run: Run, runs: str) -> None:
    done = run("map", "shop", f"--runs={runs}")
    assert done.code == 2
    assert "--runs" in done.err


def test_without_graphviz_there_is_the_tree(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(command.shutil, "which", lambda name: None)
    done = run("map", "shop", "--svg", tmp_path / "x.svg")
    assert done.code == 2
    assert "* first" in done.out
    assert "--mermaid" in done.err
    assert not (tmp_path / "x.svg").exists()


@pytest.mark.skipif(os.name == "nt", reason="the stand-in is a shell script")
def test_graphviz_draws_and_may_fail(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "dot"
    program.write_text("#!/bin/sh\ncat > /dev/null\necho '<svg/>'\n", encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setattr(command.shutil, "which", lambda name: str(program))
    done = run("map", "shop", "--svg", tmp_path / "x.svg")
    assert done.code == 0
    assert (tmp_path / "x.svg").read_text(encoding="utf-8") == "<svg/>\n"
    assert "нет папки" in run("map", "shop", "--svg", tmp_path / "none" / "x.svg").err
    program.write_text("#!/bin/sh\necho 'syntax error' >&2\nexit 1\n", encoding="utf-8")
    done = run("map", "shop", "--svg", tmp_path / "x.svg")
    assert done.code == 2
    assert "syntax error" in done.err


def test_what_is_not_there_or_is_broken_is_told(run: Run, tmp_path: Path) -> None:
    assert run("map", "moon").code == 2
    file = tmp_path / "demo" / "dialogues" / "talk.yaml"
    file.parent.mkdir(parents=True)
    (tmp_path / "demo" / "pack.yaml").write_text("id: demo\ntitle: Т\nscenarios: [talk]\n", encoding="utf-8")
    file.write_text(TALK.replace("{to: lost}", "{to: lots}"), encoding="utf-8")
    done = run("map", file)
    assert done.code == 2
    assert "возможно, вы имели в виду «lost»" in done.err
