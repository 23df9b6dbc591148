import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from trainer.text.meaning import load_reader
from trainer.training.export import digest, rewrite_about, write


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in {"answers/a": "раз\n", "answers/b": "два\n", "clean/c": "три\n"}.items():
        path = tmp_path / f"{name}.jsonl"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def test_the_digest_is_of_names_and_contents(folder: Path) -> None:
    first = digest(folder)
    assert first == digest(folder)
    (folder / "answers" / "a.jsonl").rename(folder / "answers" / "z.jsonl")
    renamed = digest(folder)
    (folder / "clean" / "c.jsonl").write_text("три!\n", encoding="utf-8")
    assert len({first, renamed, digest(folder)}) == 3


def test_other_files_do_not_count(folder: Path) -> None:
    first = digest(folder)
    (folder / "notes.md").write_text("о")
    (folder / "clean" / "c.txt").write_text("о")
    assert digest(folder) == first


def test_the_bars_change_without_the_weights(tmp_path: Path) -> None:
    path = tmp_path / "n.npz"
    about = np.frombuffer(json.dumps({"classes": ["да"], "bars": {}}).encode(), dtype=np.uint8)
    np.savez(path, **{"0/w": np.arange(3, dtype=np.float16), "about": about})  # type: ignore[arg-type]
    rewrite_about(path, {"bars": {"да": {"alone": 0.4}}})
    with np.load(path) as stored:
        assert list(stored["0/w"]) == [0, 1, 2]
        assert json.loads(bytes(stored["about"]).decode()) == {
            "classes": ["да"],
            "bars": {"да": {"alone": 0.4}},
        }


class Weights:
    """Stands for a trained network: those of the shipped one."""

    def __init__(self, arrays: Mapping[str, Any]) -> None:
        self.eps = float(arrays["eps"])
        self.arrays = arrays

    def weights(self) -> Mapping[str, Any]:
        return self.arrays


def test_what_is_written_can_be_read(tmp_path: Path) -> None:
    shipped = load_reader()
    about = {"classes": list(shipped.classes), "bars": {"rude": {"alone": 0.7}}}
    write(tmp_path / "n.npz", [Weights(n.w) for n in shipped.networks * 2], about)  # type: ignore[misc]
    again = load_reader(tmp_path / "n.npz")
    assert len(again.networks) == 2 * len(shipped.networks)
    assert again.classes == shipped.classes
    assert again.bars == {"rude": {"alone": 0.7}}
    assert all((again.networks[-1].w[k] == v).all() for k, v in shipped.networks[-1].w.items() if k != "eps")


def test_the_shipped_network_was_trained_on_the_shipped_exemplars() -> None:
    home = Path(__file__).parents[2] / "src" / "trainer" / "catalogue" / "exemplars"
    assert load_reader().about["material"] == digest(home)
