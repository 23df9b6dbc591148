"""What many tests need: the judge as it is shipped, loaded once, and the turns of the talks."""

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.lrs import lrs
from tests.postgres import postgres, postgres_url
from trainer import wiring
from trainer.dialogue.engine import begin, setting
from trainer.model.scenario import Scenario
from trainer.model.standard import Catalogue
from trainer.model.verdict import Setting
from trainer.packs.catalogue import read_catalogue
from trainer.packs.library import find_scenario
from trainer.scoring.judge import Judge
from trainer.storage.identity import forget_proofs
from trainer.text.meaning import Reader, load_reader

__all__ = ["lrs", "postgres", "postgres_url"]  # the fixtures of servers

# The first lesson is offered to whoever is new, and every test is; those of the lesson ask for it.
os.environ["TRAINER_LESSON"] = "off"

At = Callable[[str], Setting]


def pytest_configure(config: pytest.Config) -> None:
    """Keep what is kept between runs beside what pytest keeps, not in the person's own folder."""
    if cache := getattr(config, "cache", None):
        os.environ.setdefault("TRAINER_CACHE", str(cache.mkdir("trainer")))


@pytest.fixture(autouse=True)
def nothing_stays_open() -> Iterator[None]:
    """Let no test meet the store that another one opened, the person it named, nor whom it has proven to be somebody."""
    before = dict(os.environ)
    yield
    for name in os.environ.keys() - before.keys():
        del os.environ[name]
    os.environ.update(before)
    if wiring.database.cache_info().currsize:
        wiring.database().close()
    wiring.store.cache_clear()
    wiring.database.cache_clear()
    forget_proofs()


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the program an empty folder of its own and no other wishes: nobody is named, no server, no packs."""
    for name in ("TRAINER_PERSON", "TRAINER_PIN", "TRAINER_DATABASE_URL", "TRAINER_PACKS"):
        monkeypatch.delenv(name, raising=False)
    folder = tmp_path / "home"
    folder.mkdir(mode=0o700)
    monkeypatch.setenv("TRAINER_HOME", str(folder))
    return folder


@pytest.fixture(scope="session")
def shipped() -> Catalogue:
    return read_catalogue()


@pytest.fixture(scope="session")
def reader() -> Reader:
    return load_reader()


@pytest.fixture(scope="session")
def judge(shipped: Catalogue, reader: Reader) -> Judge:
    return Judge(shipped, reader)


@pytest.fixture(scope="session")
def rules_judge(shipped: Catalogue) -> Judge:
    """Judges by rules alone: the same whatever the network has learned."""
    return Judge(shipped)


def scenario(name: str) -> Scenario:
    return find_scenario(name)[1]


def setting_at(place: str) -> Setting:
    """Return the setting of «scenario/turn»."""
    name, _, turn = place.partition("/")
    found = scenario(name)
    at_start = setting(found, begin(found))
    return replace(at_start, turn=found.turns[turn], own=())


@pytest.fixture(scope="session")
def at() -> At:
    return setting_at
