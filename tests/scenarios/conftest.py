from pathlib import Path
from typing import Any

import pytest
import yaml

from trainer.model.scenario import Pack
from trainer.model.standard import Kind
from trainer.packs.reader import read_pack

ROOT = Path(__file__).parents[2]
DATA = ROOT / "tests" / "data"


@pytest.fixture(scope="session")
def kinds() -> dict[str, Kind]:
    standards = yaml.safe_load((DATA / "standards.yaml").read_text(encoding="utf-8"))["standards"]
    return {standard["id"]: Kind(standard["kind"]) for standard in standards}


@pytest.fixture(scope="session")
def pack(kinds) -> Pack:
    return read_pack(ROOT / "scenarios" / "first-week", kinds=kinds)


@pytest.fixture(scope="session")
def situations() -> list[dict[str, Any]]:
    return yaml.safe_load((DATA / "situations.yaml").read_text(encoding="utf-8"))["scenarios"]
