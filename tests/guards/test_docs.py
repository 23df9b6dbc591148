"""The docs say what the program does: their commands run, their links lead somewhere."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.guards.project import ROOT

PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]
# What these pages tell to do is done from beginning to end, by test_author_guide and test_mentor_guide.
IN_ORDER = (ROOT / "docs" / "author.md", ROOT / "docs" / "mentor.md")
BLOCK = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
# A command that opens the app or waits for a person.
OPENS = re.compile(r"^trainer(?: play(?!.*--answers).*)?$")


def commands() -> Iterator[tuple[str, int]]:
    """Yield each command of the docs once, with its exit code: a number after ``#``, or 0."""
    found: dict[str, int] = {}
    for page in (page for page in PAGES if page not in IN_ORDER):
        for block in BLOCK.findall(page.read_text(encoding="utf-8")):
            for line in re.findall(r"^\$ (.+)$", block, re.MULTILINE):
                command, _, code = line.partition("  # ")
                if "trainer" in command and not OPENS.match(command.strip()):
                    found[command.strip()] = int(code or 0)
    yield from found.items()


def test_the_docs_show_commands() -> None:
    shown = " ".join(command for command, _ in commands())
    for name in ("score", "check", "evaluate", "play", "standards", "lint", "explain", "test"):
        assert f"trainer {name}" in shown


@pytest.mark.skipif(shutil.which("bash") is None, reason="the docs are written for a POSIX shell")
@pytest.mark.parametrize(("command", "code"), list(commands()))
def test_a_command_of_the_docs_does_what_they_say(command: str, code: int, tmp_path: Path) -> None:
    scripts = str(Path(sys.executable).parent)
    environment = {
        **os.environ,
        "PATH": scripts + os.pathsep + os.environ["PATH"],
        "TRAINER_HOME": str(tmp_path),
    }
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
    )
    assert done.returncode == code, done.stdout + done.stderr
    assert done.stdout or done.stderr


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    links = [link for link in LINK.findall(page.read_text(encoding="utf-8")) if "://" not in link]
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_both_readmes_show_the_same_tour() -> None:
    english, russian = (
        BLOCK.findall((ROOT / name).read_text(encoding="utf-8")) for name in ("README.md", "README.ru.md")
    )
    assert english == russian
    for name in ("README.md", "README.ru.md"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert text.index("make play") < text.index("make test") < text.index("trainer standards")
