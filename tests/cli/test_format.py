from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.packs.samples import TALK, write_pack

CROOKED = TALK.replace("    client: Сколько", "    client:   Сколько").replace("turns:", "\n\n\nturns:")


def test_files_are_formatted_and_named(run: Run, tmp_path: Path) -> None:
    pack = write_pack(tmp_path, CROOKED)
    talk = pack / "dialogues" / "talk.yaml"
    done = run("format", "--check", pack)
    assert done.code == 1
    assert done.out == f"{talk}\n"
    assert talk.read_text(encoding="utf-8") == CROOKED
    done = run("format", tmp_path)
    assert done.code == 0
    assert done.out == f"{talk}\n"
    assert talk.read_text(encoding="utf-8") != CROOKED
    done = run("format", "--check", talk, pack / "pack.yaml")
    assert done.code == 0
    assert done.out == ""
    assert list(talk.parent.iterdir()) == [talk]


def test_what_is_shipped_is_in_order(run: Run) -> None:
    done = run("format", "--check")
    assert done.code == 0, done.out
    assert "в порядке" in done.err


@pytest.mark.parametrize("option", [(), ("--check",)])
def test_a_broken_file_stops_no_other(run: Run, tmp_path: Path, option: tuple[str, ...]) -> None:
    pack = write_pack(tmp_path, CROOKED)
    broken = pack / "dialogues" / "abc.yaml"
    broken.write_text("a: &x 1\nb: *x\n", encoding="utf-8")
    done = run("format", pack, *option)
    assert done.code == 2
    assert "abc.yaml" in done.err
    assert "якор" in done.err
    assert "talk.yaml" in done.out
    assert broken.read_text(encoding="utf-8") == "a: &x 1\nb: *x\n"


def test_a_comment_that_would_be_lost_is_told(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "x.yaml"
    file.write_text("a: [1,\n  2, # два\n  3]\n", encoding="utf-8")
    done = run("format", file)
    assert done.code == 2
    assert "«два»" in done.err


def test_what_is_not_there_is_told(run: Run, tmp_path: Path) -> None:
    assert "E001" in run("format", tmp_path / "x.yaml").err
    assert run("format", tmp_path).code == 2
