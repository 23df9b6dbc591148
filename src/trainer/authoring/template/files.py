"""Puts a new scenario where it belongs: its file, its line in ``pack.yaml``, the schema for the editor."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from trainer.authoring.template.pack_list import with_scenario
from trainer.authoring.template.texts_ru import DEFAULTS, PACK, REASONS, REFUSED
from trainer.model.place import Place
from trainer.model.problem import InputError
from trainer.packs.folders import DIALOGUES, PACK_FILE
from trainer.packs.problems import Problems
from trainer.packs.yaml_datum import ID_PATTERN
from trainer.packs.yaml_nodes import load

SCHEMAS = "schema"


@dataclass(frozen=True, slots=True)
class Made:
    """Where a scenario is to stand: its file, the ``pack.yaml``, whether that is new, the schema by its path."""

    file: Path
    pack: Path
    new_pack: bool
    schema: str
    own_schema: bool

    @property
    def id(self) -> str:
        """The id of the scenario."""
        return self.file.stem


def place(words: str) -> Made:
    """Return where «PACK/SCENARIO» is to be written; raises InputError when it cannot or may not be."""
    folder, _, name = words.replace("\\", "/").rstrip("/").rpartition("/")
    home = Path(folder)
    if not folder or not name:
        raise refused(words, "C110")
    for part in (home.resolve().name, name):
        if not re.fullmatch(ID_PATTERN, part):
            raise refused(words, "C111", id=part)
    file, pack = home / DIALOGUES / f"{name}.yaml", home / PACK_FILE
    if file.exists() or file.is_symlink():
        raise refused(str(file), "C112")
    if home.exists() and not home.is_dir():
        raise refused(str(home), "C115")
    if pack.exists():
        _readable(pack)
    shared = (home.parent / SCHEMAS / "scenario.json").is_file()
    return Made(file, pack, not pack.exists(), "../../schema" if shared else "../schema", not shared)


def save(made: Made, text: str, schemas: Mapping[str, Callable[[], str]]) -> None:
    """Write the scenario, name it in its pack and put the schemas beside it; raises InputError.

    ``schemas`` make the text of a schema file by its name. No file that is there is overwritten, except
    that a line is added to ``pack.yaml``.
    """
    listed = _pack_text(made)
    at = made.file
    try:
        made.file.parent.mkdir(parents=True, exist_ok=True)
        _create(made.file, text)
        if made.own_schema:
            at = made.pack.parent / SCHEMAS
            _put_schemas(at, schemas)
        at = made.pack
        made.pack.write_text(listed, encoding="utf-8", newline="\n")
    except FileExistsError:
        raise refused(str(at), "C112") from None
    except OSError as error:
        why = next(reason for kind, reason in REASONS.items() if isinstance(error, kind))
        raise refused(str(at), "C114", reason=why) from None


def refused(at: str, code: str, **values: object) -> InputError:
    """Return the error ``code`` at a file or in the call, ready to raise."""
    problems = Problems(texts=REFUSED)
    problems.add(Place(at), code, **values)
    return InputError(*problems.found)


def _create(path: Path, text: str) -> None:
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)


def _put_schemas(folder: Path, schemas: Mapping[str, Callable[[], str]]) -> None:
    folder.mkdir(exist_ok=True)
    for name, make in schemas.items():
        if not (folder / f"{name}.json").exists():
            _create(folder / f"{name}.json", make())


def _readable(pack: Path) -> None:
    """Raise InputError when ``pack.yaml`` cannot be read: it could not be added to either."""
    problems = Problems()
    if datum := load(pack, problems):
        datum.open_fields().items("scenarios")
    problems.finish()


def _pack_text(made: Made) -> str:
    if made.new_pack:
        # From the pack it is one folder less.
        where = made.schema.removeprefix("../")
        name = made.pack.parent.resolve().name
        return PACK.format(schema=f"{where}/pack.json", id=name, title=DEFAULTS["pack"], scenario=made.id)
    text = with_scenario(made.pack, made.id)
    if text is None:
        raise refused(str(made.pack), "C113", id=made.id)
    return text
