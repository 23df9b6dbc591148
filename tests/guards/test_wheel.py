"""Installed from a wheel the program carries its catalogue and its scenarios."""

import contextlib
import os
import shutil
import site
import sqlite3
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from tests.guards.project import ROOT
from trainer.storage.db.versions import newest

STORES = ROOT / "tests" / "data" / "stores"
# Every one but the newest program can have been used before an upgrade.
OLD = sorted(path.parent.name for path in STORES.glob("*/trainer.db"))


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the scripts of an environment that has the wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("trainer-*.whl")
    home = folder / "venv"
    venv.create(home, with_pip=False)
    scripts = home / ("Scripts" if os.name == "nt" else "bin")
    python = scripts / "python"
    # What the wheel needs is taken from the environment of the tests, but not the project itself.
    install = [sys.executable, "-m", "pip", "--python", str(python), "install", "--no-deps", "--no-index"]
    subprocess.run([*install, "--quiet", str(wheel)], check=True, capture_output=True)
    own = subprocess.run(
        [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        check=True,
        capture_output=True,
        encoding="utf-8",
    ).stdout.strip()
    Path(own, "needs.pth").write_text("\n".join(site.getsitepackages()), encoding="utf-8")
    return scripts


def run(installed: Path, home: Path, *words: str, says: str = "") -> subprocess.CompletedProcess[str]:
    """Run the installed program in the folder above its data."""
    return subprocess.run(
        [installed / "trainer", *words],
        cwd=home.parent,
        env={**os.environ, "TRAINER_HOME": str(home)},
        input=says,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
    )


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--version"], "движок "),
        (["standards", "greet"], "Поздороваться (greet)"),
        (["lint"], f"Проверено наборов: {len(list(ROOT.glob('scenarios/*/pack.yaml')))}."),
        (["score", "courier-pickup", "question", "--json"], '"turn": "question"'),
        (["backup", "copy.db"], "Копия записана: copy.db."),
    ],
)
def test_the_installed_program_works_from_another_folder(
    installed: Path, tmp_path: Path, words: list[str], says: str
) -> None:
    done = run(installed, tmp_path / "home", *words, says="Да, заберём.")
    assert done.returncode == 0, done.stdout + done.stderr
    assert says in done.stdout + done.stderr


def test_it_is_the_installed_program_that_was_asked(installed: Path, tmp_path: Path) -> None:
    where = "import trainer, pathlib; print(pathlib.Path(trainer.__file__).resolve())"
    done = subprocess.run(
        [installed / "python", "-c", where], cwd=tmp_path, capture_output=True, encoding="utf-8", check=True
    )
    assert Path(done.stdout.strip()).is_relative_to(installed.parent.resolve())


def rows(store: Path, table: str, columns: str) -> list[tuple[object, ...]]:
    with contextlib.closing(sqlite3.connect(store)) as connection:
        return connection.execute(f"SELECT {columns} FROM {table} ORDER BY {columns}").fetchall()


def whole(store: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return what people did: the events with all they say, and the answers with their scores."""
    return {
        "events": rows(store, "events", "session_id, number, kind, at, data"),
        "answers": rows(store, "answers", "session_id, number, person_id, text, score"),
        "people": rows(store, "people", "id, name"),
    }


@pytest.mark.parametrize("version", OLD)
def test_data_of_an_earlier_release_comes_forward_whole(
    installed: Path, tmp_path: Path, version: str
) -> None:
    home = tmp_path / "home"
    shutil.copytree(STORES / version, home)
    before = whole(home / "trainer.db")
    assert before["answers"]
    done = run(installed, home, "backup", "copy.db")
    assert done.returncode == 0, done.stdout + done.stderr
    for store in (home / "trainer.db", tmp_path / "copy.db"):
        assert rows(store, "alembic_version", "version_num") == [(newest(),)]
        assert whole(store) == before
    assert "события и строки отчётов сходятся" in run(installed, home, "doctor").stdout


def test_a_store_of_a_later_release_is_refused_and_left_alone(installed: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    shutil.copytree(STORES / "0001", home)
    store = home / "trainer.db"
    with contextlib.closing(sqlite3.connect(store)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    before = store.read_bytes()
    done = run(installed, home, "backup", "copy.db")
    assert done.returncode == 2
    assert "E202" in done.stderr
    assert "обновите программу" in done.stderr
    assert store.read_bytes() == before
    assert not (tmp_path / "copy.db").exists()
