"""The author's guide works: all that it tells to do is done in one empty folder, in order, and ends as it says."""

import os
import re
import select
import shutil
import subprocess
import time
from pathlib import Path

import pytest

from tests.guards.author_guide import SCREEN, Command, Edit, done_as_shown, edit, environment, left_out, steps
from tests.guards.project import ROOT

GUIDE = (ROOT / "docs" / "author.md").read_text(encoding="utf-8")
# A screen has to come, and go, within so many seconds.
PATIENCE = 60.0


@pytest.mark.skipif(shutil.which("bash") is None, reason="the guide is written for a POSIX shell")
def test_a_mentor_comes_from_an_empty_folder_to_a_green_scenario(tmp_path: Path) -> None:
    folder, home = tmp_path / "packs", tmp_path / "home"
    folder.mkdir()
    for step in steps(GUIDE):
        if isinstance(step, Edit):
            edit(folder, step)
        elif step.ends == SCREEN:
            opened_and_closed(step, folder, environment(home))
        else:
            done_as_shown("author.md", step, folder, environment(home))


def opened_and_closed(step: Command, folder: Path, env: dict[str, str]) -> None:
    """Run a command that opens a screen in a terminal: the client's line comes, Esc closes it."""
    pty = pytest.importorskip("pty")
    terminal, inner = pty.openpty()
    process = subprocess.Popen(
        ["bash", "-c", f"stty rows 40 cols 120; {step.typed}"],
        cwd=folder,
        env=env,
        stdin=inner,
        stdout=inner,
        stderr=inner,
        start_new_session=True,
    )
    os.close(inner)
    try:
        line = "А если меня не будет?" if step.typed.endswith("nobody-home") else "Юбилей уже вечером!"
        seen = seen_until(terminal, line)
        assert line in seen, f"docs/author.md:{step.line}: {seen[-2000:]}"
        deadline = time.monotonic() + PATIENCE
        while process.poll() is None and time.monotonic() < deadline:
            os.write(terminal, b"\x1b")
            seen_until(terminal, "", 0.5)
        assert process.poll() == 0, step.typed
    finally:
        process.kill()
        process.wait()
        os.close(terminal)


def seen_until(terminal: int, wanted: str, seconds: float = PATIENCE) -> str:
    """Read the screen until it shows some words, or the time is up."""
    seen, deadline = b"", time.monotonic() + seconds
    while time.monotonic() < deadline and not (wanted and wanted in plain(seen)):
        if select.select([terminal], [], [], 0.1)[0]:
            try:
                seen += os.read(terminal, 65536)
            except OSError:  # the program has closed its end
                break
    return plain(seen)


def plain(seen: bytes) -> str:
    return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", seen.decode("utf-8", "replace"))


def test_the_guide_shows_every_tool_of_an_author() -> None:
    typed = " ".join(step.typed for step in steps(GUIDE) if isinstance(step, Command))
    for name in ("new", "lint", "explain", "test", "simulate", "map", "format", "schema", "preview"):
        assert f"trainer {name}" in typed
    last = [step.typed for step in steps(GUIDE[GUIDE.index("## Шаг 13") :]) if isinstance(step, Command)]
    assert last[:4] == [
        "trainer format flowers",
        "trainer lint flowers",
        "trainer test flowers",
        "trainer simulate flowers --runs 300",
    ]


def test_a_block_takes_the_place_of_its_keys(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("a:\n  x: 1\n# about b\nb: 2\nc:\n  - d: 1\n    e: 2\n\n# end\nf: 3\n", encoding="utf-8")
    edit(tmp_path, Edit("put", "a.yaml", "", "a: 5\nnew: 6\n", 1))
    edit(tmp_path, Edit("put", "a.yaml", "", "    e: 7\n", 1))
    edit(tmp_path, Edit("add", "a.yaml", "c", "  - d: 8\n", 1))
    wanted = "a: 5\nnew: 6\n# about b\nb: 2\nc:\n  - d: 1\n    e: 7\n  - d: 8\n\n# end\nf: 3\n"
    assert file.read_text(encoding="utf-8") == wanted


def test_a_line_that_is_not_printed_is_noticed() -> None:
    assert left_out(("один … три", "…", "  пять"), "один два три\nчетыре   пять") == ""
    assert left_out(("три", "один"), "один два три") == "один"
