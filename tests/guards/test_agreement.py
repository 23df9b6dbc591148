"""Agreement with people is a number that must not fall: the floors are a little below what is measured now."""

import json
from pathlib import Path

import pytest

from trainer.cli.main import main

DATA = Path(__file__).parents[1] / "data"
FLOORS = json.loads((DATA / "agreement_floors.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module", params=sorted(FLOORS))
def measured(request, tmp_path_factory):
    import contextlib
    import io

    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        code = main(
            ["evaluate", "--json", *(str(DATA / "labelled" / name) for name in request.param.split("+"))]
        )
    assert code == 0
    return FLOORS[request.param], json.loads(out.getvalue())


def test_no_figure_has_fallen(measured):
    floors, figures = measured
    fallen = {path: (at(figures, path), floor) for path, floor in floors.items() if at(figures, path) < floor}
    assert not fallen, f"figure and floor: {fallen}; find the cause before you lower a floor"


def at(figures: dict, path: str) -> float:
    value = figures
    for key in path.split("."):
        value = value[key]
    return float(value)
