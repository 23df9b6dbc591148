"""The file of judged replies: JSON Lines that a later run can go on from."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO, Any

from trainer import __version__
from trainer.cli.check_rows import Row
from trainer.cli.complain import reason, wrong
from trainer.model.place import Place
from trainer.practice.tally import Reply
from trainer.practice.visible import json_text


class Results:
    """Records in the order of the rows; what a killed process wrote half of is dropped."""

    def __init__(self, name: str, wanted: frozenset[str], *, resume: bool) -> None:
        """Take the file; raises InputError when it is not empty and nobody asked to go on."""
        self._place = Place(name)
        self._path = Path(name)
        self._call = "\n".join((__version__, *sorted(wanted)))
        self._end = 0
        self._stream: IO[bytes] | None = None
        if not resume and self._path.exists() and (not self._path.is_file() or self._path.stat().st_size):
            raise wrong(self._place, "C086")

    def kept(self) -> Iterator[tuple[Place, dict[str, Any]]]:
        """Yield the whole records with their places; raises InputError at one that is no record."""
        if not self._path.exists():
            return
        with self._opened("rb") as stream:
            for number, line in enumerate(stream, 1):
                if not line.endswith(b"\n"):
                    return
                place = Place(self._place.path, number, 1)
                yield place, _fields(line, place)
                self._end += len(line)

    def matches(self, fields: Mapping[str, Any], row: Row) -> bool:
        """Tell whether a record is about this row, judged by the same standards and program."""
        return (fields.get("line"), fields.get("check")) == (row.line, self._mark(row))

    def open(self) -> None:
        """Make ready to write after the records that ``kept`` has yielded; raises InputError."""
        self._stream = self._opened("r+b" if self._path.exists() else "wb")
        self._stream.truncate(self._end)
        self._stream.seek(self._end)

    def write(self, row: Row, fields: Mapping[str, Any]) -> None:
        """Write the record of a row at once, so that nothing done is lost; raises InputError."""
        assert self._stream is not None
        record = {**fields, "line": row.line, "check": self._mark(row)}
        try:
            self._stream.write(json_text(record).encode() + b"\n")
            self._stream.flush()
        except OSError as error:
            raise wrong(self._place, "C060", reason=reason(error)) from None

    def close(self) -> None:
        """Close the file if it is open."""
        if self._stream is not None:
            self._stream.close()

    def _mark(self, row: Row) -> str:
        told = f"{self._call}\n{row.id}\n{row.text}".encode()
        return hashlib.blake2b(told, digest_size=8).hexdigest()

    def _opened(self, mode: str) -> IO[bytes]:
        try:
            return self._path.open(mode)
        except OSError as error:
            raise wrong(self._place, "C060", reason=reason(error)) from None


def reply_of(row: Row, fields: Mapping[str, Any], place: Place) -> Reply:
    """Return a record as the tally counts it; raises InputError when it was changed by hand."""
    try:
        words = {
            item["standard"]: tuple(str(piece["text"]) for piece in item["evidence"])
            for item in fields["findings"]
        }
        shown, broken = ({name: words[name] for name in fields[key]} for key in ("shown", "violated"))
    except (KeyError, TypeError):
        raise wrong(place, "C088") from None
    return Reply(row.line, row.id, row.text, shown, broken)


def _fields(line: bytes, place: Place) -> dict[str, Any]:
    try:
        fields = json.loads(line)
    except ValueError:
        raise wrong(place, "C088") from None
    if not isinstance(fields, dict):
        raise wrong(place, "C088")
    return fields
