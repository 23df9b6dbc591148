import json
from pathlib import Path

import pytest

from tests.authoring.lint_samples import TURN, build
from tests.benchmarks.big_pack import write_big_pack
from tests.cli.conftest import Run
from trainer.authoring.code_book import Sample, book

PACK = """\
id: sales
title: Продажи
scenarios: [talk]
"""


def pack(folder: Path, dialogue: str) -> Path:
    home = folder / "sales"
    (home / "dialogues").mkdir(parents=True)
    (home / "pack.yaml").write_text(PACK, encoding="utf-8")
    (home / "dialogues" / "talk.yaml").write_text(dialogue, encoding="utf-8")
    return home


def test_problems_are_told_with_file_line_and_column(run: Run, tmp_path: Path) -> None:
    home = pack(tmp_path, "id: talk\ntitel: Разговор\n")
    done = run("lint", "--no-model", home)
    file = home / "dialogues" / "talk.yaml"
    assert done.code == 1
    assert (
        f"{file}:2:1: error: E021 неизвестный ключ «titel» - возможно, вы имели в виду «title»?" in done.out
    )
    assert "Ошибок: " in done.err


def test_broken_yaml_and_broken_bytes_are_problems_of_the_pack(run: Run, tmp_path: Path) -> None:
    home = pack(tmp_path, "id: [talk\n")
    file = home / "dialogues" / "talk.yaml"
    assert f"{file}:2:1: error: E006" in run("lint", home, "--no-model").out
    file.write_bytes(b"id: \xff\n")
    assert "E004 файл не в кодировке UTF-8" in run("lint", home, "--no-model").out
    file.write_text("id: talk\nid: talk\n", encoding="utf-8")
    assert f"{file}:2:1: error: E020 ключ «id» уже был в строке 1" in run("lint", home, "--no-model").out


def test_a_file_or_the_folder_above_stands_for_its_pack(run: Run, tmp_path: Path) -> None:
    home = pack(tmp_path, "titel: Разговор\n")
    for path in (home / "dialogues" / "talk.yaml", home / "pack.yaml", tmp_path):
        done = run("lint", "--no-model", path)
        assert done.code == 1
        assert "titel" in done.out
        assert "first-week" not in done.out


def test_a_folder_without_packs_is_a_wrong_call(run: Run, tmp_path: Path) -> None:
    done = run("lint", tmp_path)
    assert done.code == 2
    assert "pack.yaml" in done.err


def whole(folder: Path, turn: str = TURN) -> Path:
    """Write the sound pack of the examples and return its folder."""
    return build(Sample("turn", turn), folder)


def test_findings_come_as_records(run: Run, tmp_path: Path) -> None:
    home = whole(
        tmp_path, TURN.replace("last: true", "last: да").replace("Часы назовите!", "+7 916 234-56-78?")
    )
    done = run("lint", "--no-model", "--json", home)
    assert done.code == 1
    assert [(item["code"], item["level"], item["line"] > 1) for item in done.records] == [
        ("E023", "error", True),
        ("E140", "error", True),
    ]
    assert done.records[0]["file"].endswith("first-talk.yaml")
    assert done.records[0]["column"] > 1


def test_level_hides_what_is_below_it_and_changes_no_exit_code(run: Run, tmp_path: Path) -> None:
    home = build(Sample("turn", "# no hints", ("hints",)), tmp_path)
    assert run("lint", "--no-model", home).code == 0
    assert "W211" in run("lint", "--no-model", home, "--level", "warning").out
    done = run("lint", "--no-model", home, "--level", "error")
    assert (done.code, done.out) == (0, "")
    assert "Не показано из-за --level: 1" in done.err
    assert run("lint", "--level", "fatal").code == 2


def test_sarif_holds_findings_and_what_is_allowed(run: Run, tmp_path: Path) -> None:
    allowed = TURN.replace("client: ", "# lint: allow E142 - так надо\nclient: vera@mail.ru. ")
    home = whole(tmp_path / "с пробелом", allowed.replace("expected: [empathy", "expected: [empathi"))
    file = tmp_path / "out.sarif"
    assert run("lint", "--no-model", home, "--sarif", file).code == 1
    log = json.loads(file.read_text(encoding="utf-8"))
    assert log["version"] == "2.1.0"
    results = log["runs"][0]["results"]
    rules = log["runs"][0]["tool"]["driver"]["rules"]
    assert [(item["ruleId"], item["level"]) for item in results] == [("E040", "error"), ("E142", "error")]
    assert [rules[item["ruleIndex"]]["id"] for item in results] == ["E040", "E142"]
    assert results[1]["suppressions"] == [{"kind": "inSource", "justification": "так надо"}]
    place = results[0]["locations"][0]["physicalLocation"]
    assert "%20" in place["artifactLocation"]["uri"]
    assert place["region"]["startLine"] > 1
    assert run("lint", home, "--no-model", "--sarif", tmp_path / "no" / "x.sarif").code == 2
    assert json.loads(run("lint", "--no-model", home, "--sarif", "-").out)["runs"]


def test_what_is_true_of_a_whole_file_stands_at_its_beginning(run: Run, tmp_path: Path) -> None:
    home = pack(tmp_path, "")
    file = home / "dialogues" / "talk.yaml"
    assert f"{file}:1:1: error: E007" in run("lint", home, "--no-model").out


def test_a_big_pack_is_spread_and_remembered(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRAINER_HOME", str(tmp_path / "home"))
    home = write_big_pack(tmp_path, 26)
    talk = home / "dialogues" / "talk-1007.yaml"
    talk.write_text(talk.read_text(encoding="utf-8").replace("{to: calm", "{to: clam"), encoding="utf-8")
    first = run("lint", "--no-model", home, "--jobs", "2")
    assert first.code == 1
    assert "«calm»?" in first.out
    again = run("lint", "--no-model", home)
    assert (again.code, again.out, again.err) == (first.code, first.out, first.err)
    assert run("lint", "--no-model", home, "--fresh").out == first.out
    talk.write_text(talk.read_text(encoding="utf-8").replace("{to: clam", "{to: calm"), encoding="utf-8")
    assert run("lint", "--no-model", home).code == 0
    for kept in (tmp_path / "home" / "lint").iterdir():
        kept.write_text('{"a": 1, ', encoding="utf-8")
    assert run("lint", "--no-model", home).code == 0
    assert run("lint", "--no-model", "--jobs", "0").code == 2


def test_a_code_is_explained(run: Run) -> None:
    done = run("explain", "w206")
    assert done.code == 0
    assert "Плохо" in done.out
    assert "lint: allow W206" in done.out
    assert "разрешить" in run("explain", "E021").out.lower()
    assert run("explain").out.count("\n") > len(book())
    assert {item["code"] for item in run("explain", "--json").records} == set(book())
    wrong = run("explain", "W266")
    assert wrong.code == 2
    assert "возможно, вы имели в виду" in wrong.err
