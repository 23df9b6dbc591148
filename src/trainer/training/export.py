"""The trained networks as one data file: half-precision arrays, classes, bars, and the hash of the material."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from trainer.training.net import Net


def digest(folder: Path) -> str:
    """Return the SHA-256 of the exemplars below a folder: names and contents, in order of names."""
    total = hashlib.sha256()
    for path in sorted(folder.glob("*/*.jsonl")):
        total.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return total.hexdigest()


def digest_of(texts: Iterable[str]) -> str:
    """Return the SHA-256 of texts in their order."""
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()


def write(path: Path, nets: "Sequence[Net]", about: Mapping[str, Any]) -> None:
    """Write the networks; the arrays of the n-th are named ``n/<name>``."""
    arrays: dict[str, Any] = {}
    for number, net in enumerate(nets):
        arrays |= {
            f"{number}/{name}": np.asarray(value, dtype=np.float16) for name, value in net.weights().items()
        }
        arrays[f"{number}/eps"] = np.float32(net.eps)
    arrays["about"] = np.frombuffer(
        json.dumps(dict(about), ensure_ascii=False, sort_keys=True).encode(), dtype=np.uint8
    )
    np.savez(path, **arrays)


def read_weights(path: Path) -> list[dict[str, Any]]:
    """Return the arrays of each network in a file of weights, under their own names."""
    with np.load(path, allow_pickle=False) as stored:
        arrays = {name: stored[name] for name in stored.files if "/" in name}
    numbers = sorted({int(name.split("/")[0]) for name in arrays})
    return [
        {name.split("/")[1]: v for name, v in arrays.items() if name.startswith(f"{n}/")} for n in numbers
    ]


def rewrite_about(path: Path, changes: Mapping[str, Any]) -> None:
    """Change what is known about the networks (the bars) without touching the weights."""
    with np.load(path, allow_pickle=False) as stored:
        arrays = {name: stored[name] for name in stored.files}
    about = json.loads(bytes(arrays["about"]).decode()) | dict(changes)
    arrays["about"] = np.frombuffer(
        json.dumps(about, ensure_ascii=False, sort_keys=True).encode(), dtype=np.uint8
    )
    np.savez(path, **arrays)
