"""How statements are made and where they go: the table [xapi] of the settings, the address, the variables."""

import base64
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from trainer.model.place import Place
from trainer.model.problem import InputError
from trainer.packs.problems import Problems, hint
from trainer.storage.settings import section_of, settings_path
from trainer.storage.xapi.texts_ru import XAPI_TEXTS
from trainer.team.xapi import Manner

KEY, SECRET = "TRAINER_LRS_KEY", "TRAINER_LRS_SECRET"
# Stands for «nobody has said whose people these are»; the domain belongs to nobody for ever.
NO_HOME = "https://trainer.invalid"
_KEYS = ("text", "home_page", "pass_mark")
_PASS_MARK = 70
_LONGEST = 500  # letters of a home page
_LOCAL = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True, slots=True)
class Exchange:
    """How statements are made; ``pass_mark`` (points of 100) is for exams without a mark of their own."""

    manner: Manner
    pass_mark: int = _PASS_MARK


@dataclass(frozen=True, slots=True)
class Target:
    """An LRS: the ``url`` that takes statements, and the header that lets us in, which is never shown."""

    url: str
    authorization: str = field(default="", repr=False)

    @property
    def overheard(self) -> bool:
        """Whether others on the way can read what is sent."""
        parts = urlsplit(self.url)
        return parts.scheme == "http" and parts.hostname not in _LOCAL


def exchange_of(environment: Mapping[str, str], *, named: bool = False) -> Exchange:
    """Return the settings; raises InputError, and with ``named`` also where no home page is given."""
    problems = Problems(texts=XAPI_TEXTS)
    found, place = section_of("xapi", environment, problems)
    for key in found.keys() - set(_KEYS):
        problems.add(place, "E021", key=f"xapi.{key}", hint=hint(key, _KEYS))
    text, home = found.get("text", False), found.get("home_page", "")
    mark = found.get("pass_mark", _PASS_MARK)
    if not isinstance(text, bool):
        problems.add(place, "E245")
    if not _is_home(home):
        problems.add(place, "E246")
    if not isinstance(mark, int) or isinstance(mark, bool) or not 0 <= mark <= 100:
        problems.add(place, "E247")
    if named and not home:
        file = settings_path(environment) if place.path else "settings.toml"
        problems.add(place, "E248", file=file)
    problems.finish()
    return Exchange(Manner(home or NO_HOME, text), mark)


def _is_home(home: Any) -> bool:
    if not isinstance(home, str):
        return False
    return not home or (len(home) <= _LONGEST and home.isprintable() and " " not in home and _is_url(home))


def _is_url(url: str) -> bool:
    try:
        parts = urlsplit(url)
        # Looking at the port proves that it is a number.
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def target_of(url: str, place: Place, environment: Mapping[str, str]) -> Target:
    """Return the LRS at ``url`` with what lets us in from the environment; raises InputError."""
    url = url.strip()
    if not _is_url(url) or not url.isascii() or not url.isprintable() or " " in url:
        raise _wrong(place, "E240")
    parts = urlsplit(url)
    if parts.username is not None or parts.password is not None:
        raise _wrong(place, "E241")
    if parts.query or parts.fragment:
        raise _wrong(place, "E240")
    path = parts.path.rstrip("/")
    path = path if path.endswith("/statements") else f"{path}/statements"
    where = urlunsplit((parts.scheme, parts.netloc.lower(), path, "", ""))
    return Target(where, _authorization(environment))


def denied(target: Target, code: str, status: int) -> InputError:
    """Return the error that an LRS lets nobody in, or that there is none at this address."""
    return _wrong(Place(target.url), code, status=status)


def _authorization(environment: Mapping[str, str]) -> str:
    key, secret = environment.get(KEY, ""), environment.get(SECRET, "")
    if not key and not secret:
        return ""
    if not key or not secret:
        raise _wrong(Place(SECRET if key else KEY), "E242")
    raw = f"{key}:{secret}".encode("utf-8", "surrogateescape")
    return "Basic " + base64.b64encode(raw).decode("ascii")


def _wrong(place: Place, code: str, **values: object) -> InputError:
    problems = Problems(texts=XAPI_TEXTS)
    problems.add(place, code, **values)
    return InputError(*problems.found)
