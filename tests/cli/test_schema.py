import json
from pathlib import Path

from tests.cli.conftest import Run


def test_a_schema_goes_to_the_standard_output(run: Run) -> None:
    for kind in ("scenario", "pack", "standard"):
        done = run("schema", kind)
        assert done.code == 0
        assert "properties" in json.loads(done.out)
    assert run("schema").out == run("schema", "scenario").out


def test_a_schema_goes_to_a_file_and_all_of_them_to_a_folder(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "my.json"
    assert run("schema", "pack", "--out", file).code == 0
    assert "scenarios" in json.loads(file.read_text(encoding="utf-8"))["properties"]
    done = run("schema", "--out", tmp_path)
    assert done.code == 0
    for name in ("scenario", "pack", "standard"):
        assert f"{name}.json" in done.err
        assert json.loads((tmp_path / f"{name}.json").read_text(encoding="utf-8"))["$schema"]


def test_what_cannot_be_written_is_told(run: Run, tmp_path: Path) -> None:
    done = run("schema", "--out", tmp_path / "none" / "x.json")
    assert done.code == 2
    assert "нет папки" in done.err
    done = run("schema", "moon")
    assert done.code == 2
    assert "«moon» не подходит" in done.err
