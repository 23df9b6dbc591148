"""What a session is marked with when it begins, so that it can be judged anew or explained much later."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from types import MappingProxyType
from typing import Any

NOTHING: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Stamp:
    """The pack and what judged: hashes of the files of the pack and of the catalogue, version and hash of the engine.

    ``assignment`` is the id of the task that the session is done for; empty when nobody set one.
    """

    pack: str
    hash_pack: str
    hash_catalogue: str
    engine_version: str
    assignment: str = ""

    def data(self) -> dict[str, Any]:
        """Return the stamp as plain data, without what is empty."""
        return {name: value for name, value in asdict(self).items() if value}
