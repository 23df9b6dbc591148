import re
from importlib.metadata import PackageNotFoundError, metadata

import pytest

from tests.guards.project import ROOT
from tools.audit import findings
from tools.locked import DEV, pins

ROWS = {
    cells[0]: cells[1]
    for line in (ROOT / "docs" / "licences.md").read_text(encoding="utf-8").splitlines()
    if line.startswith("| ") and len(cells := [cell.strip() for cell in line.strip("|").split("|")]) == 3
}
LOCKED = pins(DEV)  # whatever is asked for anywhere: to play, by choice, to install, to test


def declared(package: str) -> set[str]:
    """Return the words of the licence that a package declares."""
    about = metadata(package)
    texts = [about.get("License-Expression") or about.get("License") or ""]
    texts += [name for name in about.get_all("Classifier", []) if name.startswith("License ::")]
    return set(
        re.findall(
            # Whole words: who writes the licence out says that nothing is IMPLIED.
            r"\b(?:MIT|Apache|BSD|LGPL|PSF|MPL|0BSD|Zlib|CC0)\b",
            " ".join(texts).replace("Mozilla", "MPL").replace("LGPLv3", "LGPL"),
        )
    )


def test_the_lock_was_read() -> None:
    assert {"textual", "pymorphy3", "hatchling", "psycopg", "pytest"} <= set(LOCKED)


@pytest.mark.parametrize("package", LOCKED)
def test_every_locked_package_is_listed_with_the_licence_it_declares(package: str) -> None:
    assert package in ROWS, f"add {package} to docs/licences.md"
    try:
        words = declared(package)
    except PackageNotFoundError:
        pytest.skip("asked for on another platform")
    assert words, f"{package} declares no licence: look into its files"
    assert {word for word in words if word not in ROWS[package]} == set()


def test_nothing_is_listed_that_is_not_used() -> None:
    packages = {name for name in ROWS if re.fullmatch(r"[a-z0-9-]+", name)} - {"package", "file"}
    assert packages - set(LOCKED) - {"---", "data"} == set()


def test_hashes_bounds_and_licences_are_in_order() -> None:
    assert list(findings()) == []


def test_data_that_came_from_others_is_named() -> None:
    for name in ("src/trainer/catalogue/network.npz", "src/trainer/text/data/frequent_ru.txt.gz"):
        assert (ROOT / name).is_file()
        assert f"`{name}`" in ROWS
