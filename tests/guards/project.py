"""The files of the project, as the guards see them."""

import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "trainer"


def modules() -> list[Path]:
    return sorted(SOURCE.rglob("*.py"))


def tracked() -> list[Path]:
    """Return the files that git knows; where there is no git, those of the known folders."""
    try:
        done = subprocess.run(
            ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, encoding="utf-8"
        )
    except (OSError, subprocess.CalledProcessError):
        folders = ("src", "tests", "docs", "scenarios")
        return sorted(path for name in folders for path in (ROOT / name).rglob("*") if path.is_file())
    return [path for name in done.stdout.split("\0") if name and (path := ROOT / name).is_file()]
