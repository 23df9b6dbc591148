"""What a person has chosen, in ``settings.toml``: read with the rest, written line by line so that comments stay."""

import os
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from tempfile import NamedTemporaryFile

from trainer.model.place import Place
from trainer.model.problem import InputError
from trainer.packs.problems import Problems
from trainer.practice.preferences import DARK, THEMES, Preferences
from trainer.storage.home import private_folder
from trainer.storage.settings import read_settings, settings_path
from trainer.storage.texts_ru import SETTINGS_TEXTS

_TABLE = re.compile(r"^\s*\[", re.MULTILINE)


def read_preferences(environment: Mapping[str, str] = os.environ) -> Preferences:
    """Return what was chosen; raises InputError for a file that cannot be read or a value that means nothing."""
    try:
        path = settings_path(environment)
    except RuntimeError:  # nobody knows where the home folder is
        return Preferences()
    problems = Problems(texts=SETTINGS_TEXTS)
    found = read_settings(path, problems)
    theme, hints = found.get("theme", DARK), found.get("hints", True)
    if theme not in THEMES:
        problems.add(Place(str(path)), "E196")
    if not isinstance(hints, bool):
        problems.add(Place(str(path)), "E197")
    problems.finish()
    packs, person = found.get("packs", ()), found.get("person", "")
    told = tuple(str(one) for one in packs) if isinstance(packs, list) else ()
    return Preferences(theme, hints, person if isinstance(person, str) else "", told)


def write_preference(
    name: str, value: str | bool | None, environment: Mapping[str, str] = os.environ
) -> None:
    """Write one line of the settings, or take it away (None); everything else stays as it is. Raises InputError."""
    try:
        path = settings_path(environment)
    except RuntimeError:
        raise _unwritten("", "home") from None
    problems = Problems(texts=SETTINGS_TEXTS)
    before = read_settings(path, problems)
    problems.finish()
    wanted = {**before, name: value}
    if value is None:
        del wanted[name]
    try:
        text = path.read_text("utf-8-sig") if path.exists() else ""
        changed = with_line(text, name, value)
        # A value that goes over several lines is not ours to guess at.
        if tomllib.loads(changed) != wanted:
            raise _unwritten(str(path), "lines")
        _replace(path, changed)
    except tomllib.TOMLDecodeError:
        raise _unwritten(str(path), "lines") from None
    except OSError as error:
        raise _unwritten(str(path), error.strerror or type(error).__name__) from None


def with_line(text: str, name: str, value: str | bool | None) -> str:
    """Return the text of settings with the line of a key put in, changed, or (None) taken away."""
    table = _TABLE.search(text)
    top, rest = (text[: table.start()], text[table.start() :]) if table else (text, "")
    line = "" if value is None else f"{name} = {_written(value)}\n"
    own = re.compile(rf"^[ \t]*{re.escape(name)}[ \t]*=.*\n?", re.MULTILINE)
    if own.search(top):
        return own.sub(lambda _: line, top, count=1) + rest
    if top and not top.endswith("\n"):
        top += "\n"
    return top + line + rest


def _written(value: str | bool) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    escaped = "".join(
        f"\\u{ord(char):04x}" if ord(char) < 0x20 or char in '"\\\x7f' else char for char in value
    )
    return f'"{escaped}"'


def _replace(path: Path, text: str) -> None:
    """Put a text in the place of a file at once: a reader sees the old one or the new one."""
    private_folder(path.parent)
    with NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, delete=False) as file:
        file.write(text)
    Path(file.name).replace(path)


def _unwritten(path: str, why: str) -> InputError:
    problems = Problems(texts=SETTINGS_TEXTS)
    problems.add(Place(path), "E198", why=SETTINGS_TEXTS.get(f"E198-{why}", why))
    return InputError(*problems.found)
