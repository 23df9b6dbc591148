"""Which quality a standard belongs to, for the rows of reports."""

from collections.abc import Mapping
from typing import Any

from trainer.model.problem import InputError
from trainer.packs.own_standards import shipped


def quality_of(standard: str, own: Mapping[str, Any]) -> str:
    """Return the quality of a standard; ``own`` are those of the pack. Empty where nobody knows."""
    if not standard:
        return ""
    if standard in own:
        return str(own[standard])
    try:
        found = shipped().standards.get(standard)
    except InputError:  # A broken catalogue is told by whoever judges; the answer is kept all the same.
        return ""
    return found.quality if found else ""
