"""Another Python judges in the same way: one that TRAINER_OTHER_PYTHON names, with what the program needs."""

import os
import subprocess
import sys

import pytest

from tests.guards.project import ROOT

OTHER = os.environ.get("TRAINER_OTHER_PYTHON", "")


@pytest.mark.skipif(not OTHER, reason="no other Python is named")
def test_another_python_finds_the_same() -> None:
    path = f"{ROOT}{os.pathsep}{ROOT / 'src'}"
    found = [
        subprocess.run(
            [python, "-m", "tests.release.verdicts", "--count", "60"],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": path, "PYTHONUTF8": "1"},
            capture_output=True,
            encoding="utf-8",
            check=True,
        ).stdout
        for python in (sys.executable, OTHER)
    ]
    assert found[0].startswith("verdicts: ")
    assert found[0] == found[1]
