"""Results as something that can be compared between two runs and between processes."""

import dataclasses
from collections.abc import Mapping, Set
from enum import Enum
from hashlib import sha256
from pathlib import Path
from typing import Any

from trainer.model.place import Place


def plain(value: Any) -> Any:
    """Return a value without sets and mappings in an order of their own, and without objects told apart by place."""
    if isinstance(value, Place):  # files lie in folders of their own each time
        return (Path(value.path).name, value.line, value.column)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return (
            type(value).__name__,
            *(plain(getattr(value, field.name)) for field in dataclasses.fields(value)),
        )
    if isinstance(value, Enum):
        return str(value)
    if isinstance(value, Mapping):
        return tuple(sorted(((plain(key), plain(item)) for key, item in value.items()), key=repr))
    if isinstance(value, Set):
        return tuple(sorted((plain(item) for item in value), key=repr))
    if isinstance(value, (list, tuple)):
        return tuple(plain(item) for item in value)
    return value


def digest(value: Any) -> str:
    """Return a short name for a result: equal results have equal names in every process."""
    return sha256(repr(plain(value)).encode("utf-8", "surrogatepass")).hexdigest()[:16]
