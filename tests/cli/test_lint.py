from pathlib import Path

from tests.cli.conftest import Run

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
