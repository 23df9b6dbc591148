"""A commit gives the same release wherever and whenever it is built, and the release holds what it should."""

import io
import json
import os
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from tests.guards.project import ROOT
from tools.build import SUMS
from tools.locked import DEV, RUNTIME, licences, pins
from trainer import __version__

pytestmark = pytest.mark.skipif(not (ROOT / ".git").exists(), reason="a release is built from a commit")
WHEEL, SDIST = f"trainer-{__version__}-py3-none-any.whl", f"trainer-{__version__}.tar.gz"
BILL = f"trainer-{__version__}.cdx.json"


def git(*words: str) -> str:
    return subprocess.run(["git", *words], cwd=ROOT, capture_output=True, check=True, encoding="utf-8").stdout


def built(folder: Path, mask: str, **environment: str) -> Path:
    (folder / "tmp").mkdir(parents=True)
    own = {**os.environ, "TMPDIR": str(folder / "tmp"), **environment}
    code = f"import os, sys; os.umask({mask}); from tools.build import main; sys.exit(main(['--out', sys.argv[1]]))"
    subprocess.run(
        [sys.executable, "-c", code, str(folder / "out")], cwd=ROOT, env=own, check=True, capture_output=True
    )
    return folder / "out"


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("first"), "0o022", TZ="UTC", PYTHONHASHSEED="1")


@pytest.fixture(scope="module")
def inside(release: Path) -> Mapping[str, bytes]:
    """Return what the wheel holds."""
    with zipfile.ZipFile(release / WHEEL) as wheel:
        return {name: wheel.read(name) for name in wheel.namelist()}


@pytest.fixture(scope="module")
def source(release: Path) -> Mapping[str, bytes]:
    """Return what the sdist holds."""
    with tarfile.open(release / SDIST) as sdist:
        return {entry.name.partition("/")[2]: _data(sdist, entry) for entry in sdist.getmembers()}


def _data(sdist: tarfile.TarFile, entry: tarfile.TarInfo) -> bytes:
    return (sdist.extractfile(entry) or io.BytesIO()).read()


def tracked(*folders: str) -> Iterator[str]:
    yield from git("ls-tree", "-r", "--name-only", "-z", "HEAD", *folders).strip("\0").split("\0")


def test_a_second_build_gives_the_same_bytes(release: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "другая папка"
    again = built(elsewhere, "0o077", TZ="Asia/Tokyo", PYTHONHASHSEED="2", SOURCE_DATE_EPOCH="1", LC_ALL="C")
    sums = (release / SUMS).read_text("utf-8")
    assert sorted(line.split()[1] for line in sums.splitlines()) == sorted([WHEEL, SDIST, BILL])
    assert (again / SUMS).read_text("utf-8") == sums


def test_the_sums_are_those_of_the_files(release: Path) -> None:
    subprocess.run(["sha256sum", "--check", "--strict", SUMS], cwd=release, check=True, capture_output=True)


def test_the_wheel_holds_the_program_its_data_and_nothing_else(inside: Mapping[str, bytes]) -> None:
    wanted = {name.removeprefix("src/") for name in tracked("src/trainer")}
    wanted |= {f"trainer/{name}" for name in tracked("scenarios")}
    found = {name for name in inside if ".dist-info/" not in name}
    assert found == wanted
    kinds = {Path(name).suffix for name in found}
    assert {".npz", ".tcss", ".yaml", ".jsonl", ".gz", ".py"} <= kinds
    assert inside["trainer/storage/db/migrations/versions/v0001_store.py"]


def test_the_sdist_holds_what_is_needed_to_build_and_test(source: Mapping[str, bytes]) -> None:
    wanted = set(tracked("src", "scenarios", "tests", "tools", "docs"))
    assert wanted <= set(source)
    beside = {name for name in set(source) - wanted if "/" not in name}
    assert set(source) - wanted == beside
    assert {"Makefile", "pyproject.toml", "requirements-dev.lock", ".importlinter", "CHANGELOG.md"} <= beside


def test_nothing_tells_where_and_when_it_was_built(release: Path, inside: Mapping[str, bytes]) -> None:
    for name, data in inside.items():
        assert str(ROOT).encode() not in data, name
        assert str(release.parent).encode() not in data, name
    at = int(git("show", "--no-patch", "--format=%ct", "HEAD"))
    with tarfile.open(release / SDIST) as sdist:
        entries = sdist.getmembers()
    assert {(entry.mtime, entry.uid, entry.uname) for entry in entries} == {(at, 0, "")}
    assert {oct(entry.mode) for entry in entries} <= {"0o644", "0o755"}


def test_the_bill_names_every_package_with_version_licence_and_hashes(release: Path) -> None:
    bill = json.loads((release / BILL).read_text("utf-8"))
    parts = {part["name"]: part for part in bill["components"]}
    for name, pin in pins(RUNTIME).items():
        assert parts[name]["version"] == pin.version
        (files,) = parts[name]["externalReferences"]
        assert [found["content"] for found in files["hashes"]] == list(pin.hashes)
    for name in ("psycopg", "psycopg-binary"):
        assert parts[name]["scope"] == "optional"
        assert parts[name]["version"] == pins(DEV)[name].version
    assert all(said(part) == licences()[key(part)].licence for part in parts.values())


def key(part: Mapping[str, str]) -> str:
    return part["name"] if part["type"] == "library" else f"`{part['name']}`"


def said(part: Mapping[str, list[dict[str, dict[str, str]]]]) -> str:
    (licence,) = part["licenses"]
    return str(licence["license"]["name"] if "license" in licence else licence["expression"])


def test_the_bill_names_the_models_and_the_data(release: Path) -> None:
    bill = json.loads((release / BILL).read_text("utf-8"))
    models = {part["name"]: part for part in bill["components"] if part["type"] == "machine-learning-model"}
    assert set(models) == {"src/trainer/catalogue/network.npz", "universal-sentence-encoder-multilingual"}
    assert models["src/trainer/catalogue/network.npz"]["hashes"][0]["alg"] == "SHA-256"
    assert {part["name"] for part in bill["components"] if part["type"] == "data"} == {
        "OpenCorpora", "src/trainer/text/data/frequent_ru.txt.gz",
    }  # fmt: skip


def test_the_bill_is_a_graph_without_loose_ends(release: Path) -> None:
    bill = json.loads((release / BILL).read_text("utf-8"))
    refs = {part["bom-ref"] for part in [*bill["components"], bill["metadata"]["component"]]}
    needs = {node["ref"]: node.get("dependsOn", []) for node in bill["dependencies"]}
    assert set(needs) == refs
    reached, todo = set(), [bill["metadata"]["component"]["bom-ref"]]
    while todo:
        reached.add(ref := todo.pop())
        todo += [other for other in needs[ref] if other not in reached]
    assert reached == refs
