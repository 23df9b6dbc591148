"""Installed from a wheel the program carries its catalogue and its scenarios."""

import os
import site
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from tests.guards.project import ROOT


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
    done = subprocess.run(
        [installed / "trainer", *words],
        cwd=tmp_path,
        env={**os.environ, "TRAINER_HOME": str(tmp_path / "home")},
        input="Да, заберём.",
        capture_output=True,
        encoding="utf-8",
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert says in done.stdout + done.stderr


def test_it_is_the_installed_program_that_was_asked(installed: Path, tmp_path: Path) -> None:
    where = "import trainer, pathlib; print(pathlib.Path(trainer.__file__).resolve())"
    done = subprocess.run(
        [installed / "python", "-c", where], cwd=tmp_path, capture_output=True, encoding="utf-8", check=True
    )
    assert Path(done.stdout.strip()).is_relative_to(installed.parent.resolve())
