"""Many people answer at once and no answer is lost."""

from contextlib import ExitStack
from pathlib import Path

from sqlalchemy import insert

from tests.faults.player import store_of
from tests.faults.running import LONGEST, kept, player, said
from trainer.storage.db.address import address
from trainer.storage.db.tables import people
from trainer.storage.db.take_in import waiting
from trainer.storage.safe import open_database


def enrol(home: Path, url: str, names: list[str]) -> None:
    database = open_database(address(home, {"TRAINER_DATABASE_URL": url}))
    with database.write() as connection:
        connection.execute(insert(people), [{"id": name, "name": name} for name in names])
    database.close()


def run_crowd(home: Path, crowds: list[tuple[object, ...]]) -> tuple[list[str], list[str]]:
    """Start all together; return what was shown to whom and what was warned of."""
    shown: list[str] = []
    warned: list[str] = []
    with ExitStack() as stack:
        children = [stack.enter_context(player("crowd", *words)) for words in crowds]
        (home / "go").touch()
        for child in children:
            out, err = child.communicate(timeout=LONGEST)
            assert child.returncode == 0, err
            assert not err
            shown += said(out, "shown")
            warned += said(out, "warned")
    return shown, warned


def test_ten_processes_on_one_file_lose_nothing(tmp_path: Path) -> None:
    home = tmp_path / "home"
    names = [f"p{number}" for number in range(9)]
    enrol(home, "", names)
    # The last of them is the person who needs no name.
    crowds = [(home, "", 6, name) for name in (*names, "")]
    shown, warned = run_crowd(tmp_path, crowds)
    assert len(shown) == 10 * 6 * 2
    if warned:  # a slow machine: somebody waited too long, and what they said is taken in now
        store_of(home)
    assert sorted(kept(home)) == sorted(shown)
    assert not waiting(home)


def test_fifty_people_on_one_server_lose_nothing(tmp_path: Path, postgres_url: str) -> None:
    names = [f"p{number}" for number in range(50)]
    enrol(tmp_path / "m0", postgres_url, names)
    # Five machines with ten people each.
    crowds = [(tmp_path / f"m{at}", postgres_url, 3, *names[at * 10 : at * 10 + 10]) for at in range(5)]
    shown, _ = run_crowd(tmp_path, crowds)
    assert len(shown) == 50 * 3 * 2
    for at in range(5):
        store_of(tmp_path / f"m{at}", postgres_url)
    assert sorted(kept(tmp_path / "m0", postgres_url)) == sorted(shown)
    assert not [item for at in range(5) for item in waiting(tmp_path / f"m{at}")]
