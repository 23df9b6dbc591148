"""Builds a release from a commit: ``python -m tools.build [COMMIT] [--out FOLDER]``.

Only what the commit holds is built, in a folder of its own, and every time is that of the commit: whoever builds it
again, elsewhere and later, gets the same bytes.
"""

import argparse
import hashlib
import io
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tools.locked import ROOT

SUMS = "SHA256SUMS"


def build(commit: str, out: Path) -> list[Path]:
    """Build wheel, sdist, bill of materials and sums of a commit into ``out``; return the files.

    Raises CalledProcessError for an unknown commit and for a build that fails.
    """
    made = _git("show", "--no-patch", "--format=%ct", f"{commit}^{{commit}}").decode().split()[-1]
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="trainer-build-") as folder:
        with tarfile.open(fileobj=io.BytesIO(_git("archive", "--format=tar", commit))) as files:
            files.extractall(folder, filter="data")
        fresh = Path(folder, "dist")
        _run(folder, made, "hatchling", "build", "-d", str(fresh))
        built = sorted(Path(shutil.move(path, out / path.name)) for path in fresh.iterdir())
        (wheel,) = (path for path in built if path.suffix == ".whl")
        bill = wheel.with_name("-".join(wheel.name.split("-")[:2]) + ".cdx.json")
        bill.write_bytes(_run(folder, made, "tools.sbom", str(wheel), made))
    sums = wheel.with_name(SUMS)
    sums.write_text("".join(map(_sum, sorted([*built, bill]))), encoding="utf-8")
    return [*built, bill, sums]


def _run(folder: str, made: str, *words: str) -> bytes:
    own = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    own |= {"SOURCE_DATE_EPOCH": made, "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run([sys.executable, "-m", *words], cwd=folder, env=own, capture_output=True)
    if done.returncode:
        sys.stderr.write(done.stderr.decode(errors="replace"))
        done.check_returncode()
    return done.stdout


def _git(*words: str) -> bytes:
    return subprocess.run(["git", *words], cwd=ROOT, stdout=subprocess.PIPE, check=True).stdout


def _sum(path: Path) -> str:
    return f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n"


def main(words: Sequence[str] | None = None) -> int:
    """Build and say what came out."""
    parser = argparse.ArgumentParser(
        prog="python -m tools.build", description="Build a release from a commit."
    )
    parser.add_argument("commit", nargs="?", default="HEAD")
    parser.add_argument("--out", type=Path, default=ROOT / "dist")
    asked = parser.parse_args(words)
    try:
        files = build(asked.commit, asked.out)
    except subprocess.CalledProcessError as error:
        print(f"the build failed: {error}", file=sys.stderr)
        return 1
    if _git("status", "--porcelain"):
        print("note: changes that are not committed were not built", file=sys.stderr)
    print(*files, sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
