"""Installs a built wheel into fresh environments and uses it: ``make check-release``.

Every Python that is named, each with the newest and with the lowest versions of what the program directly needs.
uv resolves and installs; where it is asked for the lowest ones, those count that have wheels for that Python.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.guards.project import ROOT

RESOLUTIONS = ("highest", "lowest-direct")
ANSWER = "Да, всё верно. Курьер приедет завтра с 9 до 18."


@dataclass(frozen=True, slots=True)
class Check:
    """A command of the program, what it reads, a text that must be in what it says."""

    words: tuple[str, ...]
    says: str
    reads: str = ""


CHECKS = (
    Check(("--help",), "команды:"),
    Check(("--version",), "каталог "),
    Check(("score", "courier-pickup", "question", "--json"), '"turn": "question"', ANSWER),
    Check(
        ("play", "courier-pickup", "--answers", str(ROOT / "docs/examples/talk.jsonl"), "--json"), '"ending"'
    ),
    Check(("lint", "--no-model"), "Проверено наборов"),
    Check(("lint", str(ROOT / "tests/data/packs/drill")), "Проверено наборов"),
    Check(("backup", "copy.db"), "Копия записана"),
)


def scripts(home: Path) -> Path:
    return home / ("Scripts" if os.name == "nt" else "bin")


def make(uv: str, python: str, resolution: str, wheel: Path, home: Path) -> Path:
    """Make an environment with the wheel; return the folder of its scripts. Raises CalledProcessError."""
    run([uv, "venv", "--quiet", "--clear", "--python", python, str(home)])
    install = [uv, "pip", "install", "--quiet", "--python", str(scripts(home) / "python")]
    needs = ["--resolution", resolution, "--only-binary", ":all:", "-r", str(ROOT / "pyproject.toml")]
    run([*install, *needs, "--extra", "postgres"])
    run([*install, "--no-deps", str(wheel)])
    return scripts(home)


def run(words: Sequence[str], **more: Any) -> str:
    done = subprocess.run(words, capture_output=True, encoding="utf-8", check=False, timeout=600, **more)
    if done.returncode:
        raise subprocess.CalledProcessError(done.returncode, list(words), done.stdout, done.stderr)
    return str(done.stdout + done.stderr)


def failures(where: Path, folder: Path) -> Iterator[str]:
    """Use the program of an environment from another folder; yield what went wrong."""
    own = {key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "TRAINER_PACKS")}
    own |= {"TRAINER_HOME": str(folder / "home"), "PYTHONUTF8": "1"}
    commands = [([str(where / "trainer"), *check.words], check.says, check.reads) for check in CHECKS]
    commands.append(
        ([str(where / "python"), str(ROOT / "tests/release/first_screen.py")], "first screen: drawn", "")
    )
    for words, says, reads in commands:
        try:
            said = run(words, cwd=folder, env=own, input=reads)
        except subprocess.CalledProcessError as error:
            yield f"{' '.join(words[1:])}: code {error.returncode}\n{error.output}\n{error.stderr}"
            continue
        if says not in said:
            yield f"{' '.join(words[1:])}: «{says}» is not in\n{said}"


def versions(where: Path) -> dict[str, str]:
    code = "import json, importlib.metadata as m; print(json.dumps({d.name.lower(): d.version for d in m.distributions()}))"
    return dict(json.loads(run([str(where / "python"), "-c", code])))


def main(words: Sequence[str] | None = None) -> int:
    """Check every environment that is asked for; the exit code is 1 if anything failed in one of them."""
    parser = argparse.ArgumentParser(prog="python -m tests.release.environments")
    parser.add_argument("wheel", type=Path)
    parser.add_argument("--uv", default=shutil.which("uv") or "uv")
    parser.add_argument("--python", action="append", default=[], help="a Python; may be repeated")
    asked = parser.parse_args(words)
    failed = False
    for python in asked.python or [sys.executable]:
        for resolution in RESOLUTIONS:
            failed |= checked(asked.uv, python, resolution, asked.wheel.resolve())
    return int(failed)


def checked(uv: str, python: str, resolution: str, wheel: Path) -> bool:
    """Check one environment and tell how it went; True where something failed."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            where = make(uv, python, resolution, wheel, Path(folder, "venv"))
        except subprocess.CalledProcessError as error:
            print(f"FAILED {python}, {resolution}: cannot be installed\n{error.stderr}", flush=True)
            return True
        about = run([str(where / "python"), "--version"]).strip()
        found = versions(where)
        told = ", ".join(f"{name} {found.get(name)}" for name in ("numpy", "sqlalchemy", "rich", "psycopg"))
        wrong = list(failures(where, Path(folder)))
    print(f"{'FAILED' if wrong else 'ok':<6} {about}, {resolution} ({told})", *wrong, sep="\n", flush=True)
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
