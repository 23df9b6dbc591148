import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.guards.project import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
RUNTIME = [*PROJECT["project"]["dependencies"], *PROJECT["build-system"]["requires"]]
LOCKS = {
    "requirements.lock": RUNTIME,
    "requirements-dev.lock": [*RUNTIME, *PROJECT["dependency-groups"]["dev"]],
}


def read(name: str) -> dict[str, str]:
    text = (ROOT / name).read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9][a-z0-9.-]*)==([^ \\]+)", text, re.MULTILINE))


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_holds_what_the_project_asks_for(name: str) -> None:
    locked = read(name)
    for wanted in map(Requirement, LOCKS[name]):
        version = locked.get(canonicalize_name(wanted.name))
        assert version, f"{wanted.name} is not in {name}: run make lock"
        assert wanted.specifier.contains(version), f"{name} has {wanted.name} {version}: run make lock"


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_is_pinned_with_hashes_and_no_index_is_named(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    blocks = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)[1:]
    assert len(blocks) == len(read(name))
    assert all("--hash=sha256:" in block for block in blocks)
    assert re.findall(r"^--|https?:|file://", text, re.MULTILINE) == []


def test_both_locks_name_the_same_versions() -> None:
    runtime, dev = read("requirements.lock"), read("requirements-dev.lock")
    assert runtime.items() <= dev.items()
