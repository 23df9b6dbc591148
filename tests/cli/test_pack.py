"""``trainer pack``: a pack travels as one file."""

import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.fakes import TOOLS
from tests.packs.samples import PACK, TALK, write_pack
from trainer.cli.main import main
from trainer.storage.settings import packs_home, shelf_of


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    (tmp_path / "mine").mkdir()
    return write_pack(tmp_path / "mine", TALK)


def test_a_pack_is_exported_and_imported(run: Run, pack: Path, tmp_path: Path) -> None:
    file, into = tmp_path / "demo.zip", tmp_path / "there"
    done = run("pack", "export", pack, "-o", file, "--no-model")
    assert done.code == 0, done.err
    assert f"«demo» собран: {file}, файлов 2" in done.out
    first = file.read_bytes()
    assert run("pack", "export", pack, "-o", file, "--no-model").code == 0
    assert file.read_bytes() == first
    done = run("pack", "import", file, "--into", into, "--no-model")
    assert done.code == 0, done.err
    assert str(into / "demo") in done.out
    assert f"--packs {into}" in done.err
    assert (into / "demo" / "dialogues" / "talk.yaml").read_text("utf-8") == TALK
    done = run("pack", "import", file, "--into", into, "--no-model")
    assert done.code == 0
    assert "уже есть" in done.out
    (into / "demo" / "pack.yaml").write_text(PACK.replace("Проба", "Другая"), encoding="utf-8")
    done = run("pack", "import", file, "--into", into, "--no-model")
    assert done.code == 2
    assert "--force" in done.err
    done = run("pack", "import", file, "--into", into, "--no-model", "--force")
    assert done.code == 0
    assert ".demo.before" in done.err


def test_a_broken_pack_goes_nowhere(run: Run, pack: Path, tmp_path: Path) -> None:
    talk = pack / "dialogues" / "talk.yaml"
    talk.write_text(TALK.replace("to: shrug", "to: shrugg"), encoding="utf-8")
    file = tmp_path / "demo.zip"
    done = run("pack", "export", pack, "-o", file, "--no-model")
    assert done.code == 2
    assert f"{talk}:" in done.err
    assert not file.exists()
    with zipfile.ZipFile(file, "w") as held:
        held.write(pack / "pack.yaml", "demo/pack.yaml")
        held.write(talk, "demo/dialogues/talk.yaml")
    done = run("pack", "import", file, "--into", tmp_path / "in", "--no-model")
    assert done.code == 2
    assert f"{file}/demo/dialogues/talk.yaml:" in done.err
    assert "не поставлен" in done.err
    assert list((tmp_path / "in").iterdir()) == []


def test_a_wrong_call_is_told(run: Run, tmp_path: Path) -> None:
    for words, text in (
        ((), "export, import"),
        (("exprt",), "имели в виду «export»"),
        (("export",), "НАБОР"),
        (("export", "first-wek"), "имели в виду «first-week»"),
        (("import", tmp_path / "none.zip"), "файл не найден"),
        (("export", "first-week", "--no-model", "-o", tmp_path / "no" / "x.zip"), "нет папки"),
        (("export", "first-week", "--no-model", "-o", tmp_path), "файл не записался"),
    ):
        done = run("pack", *words)
        assert done.code == 2, words
        assert text in done.err
    assert run("pack", "--help").code == 0
    assert list(tmp_path.iterdir()) == []


def test_an_imported_pack_can_be_played_at_once(
    pack: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TRAINER_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("TRAINER_PACKS", raising=False)
    file = tmp_path / "demo.zip"
    assert main(["pack", "export", str(pack), "-o", str(file), "--no-model"]) == 0
    assert main(["pack", "import", str(file), "--no-model"]) == 0
    assert (tmp_path / "home" / "packs" / "demo" / "pack.yaml").is_file()
    assert "--packs" not in capsys.readouterr().err
    assert "demo" in [folder.name for folder in shelf_of([]).folders()]


def test_a_new_pack_belongs_to_the_folder_of_own_packs(pack: Path, tmp_path: Path) -> None:
    environment = {"TRAINER_HOME": str(tmp_path / "home")}
    assert packs_home(shelf_of([str(pack.parent)], environment), environment) == pack.parent
    # A folder that is a pack itself holds no others.
    assert packs_home(shelf_of([str(pack)], environment), environment) == tmp_path / "home" / "packs"


def test_answers_of_a_pack_are_judged_on_the_way(pack: Path, tmp_path: Path) -> None:
    asked: list[str] = []

    def judge() -> object:
        asked.append("judge")
        return TOOLS.judge()

    tools = replace(TOOLS, judge=judge)  # type: ignore[arg-type]
    main(["pack", "export", str(pack), "-o", str(tmp_path / "x.zip")], tools)
    assert asked
