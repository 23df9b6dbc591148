"""Talks to an LRS over HTTP: one batch of statements at a time, and what came of it."""

import contextlib
import http.client
import json
import socket
import ssl
import time
from collections.abc import Sequence
from typing import IO, Any
from urllib.error import HTTPError, URLError
from urllib.request import HTTPRedirectHandler, Request, build_opener

from trainer.storage.xapi.config import Target
from trainer.storage.xapi.texts_ru import UNREACHABLE
from trainer.team.xapi.statements import Statement

_VERSION = "1.0.3"
_MOST = 256 * 1024  # bytes of an answer; the ids of a batch take some two thousand
_LATER = (408, 425, 429)
_NO_ENTRY = (401, 403, 407)
_NO_PLACE = (404, 405, 410)
_DONE = (200, 204)


class LrsError(Exception):
    """The LRS has not taken the batch; the text (Russian) says why and never quotes what the LRS said."""


class UnreachableError(LrsError):
    """It may well work later; ``after`` is when the LRS wants to be asked again, in seconds, None when it did not say."""

    def __init__(self, text: str, after: float | None = None) -> None:
        super().__init__(text)
        self.after = after


class DeniedError(LrsError):
    """Address or credentials are wrong: nothing will be taken. ``code`` is the message to give, ``status`` of HTTP."""

    def __init__(self, code: str, status: int) -> None:
        super().__init__(code)
        self.code, self.status = code, status


class RefusedError(LrsError):
    """The LRS wants none of this batch as it is, or has it already (``known``)."""

    def __init__(self, status: int) -> None:
        super().__init__(f"HTTP {status}")
        self.known = status == 409


class _Stay(HTTPRedirectHandler):
    """Follows no redirect: it would take answers of people, and the password, to somebody else."""

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: Any, newurl: str
    ) -> None:
        """Refuse."""


class Lrs:
    """An LRS; ``timeout`` is for each step of the talk with it, in seconds."""

    def __init__(self, target: Target, timeout: float = 20.0) -> None:
        self._target = target
        self._timeout = timeout
        self._opener = build_opener(_Stay)

    def post(self, statements: Sequence[Statement]) -> None:
        """Hand over a batch; when this returns the LRS has it. Raises LrsError."""
        try:
            status = self._status(statements)
        except HTTPError as error:
            with error:
                raise _failed(error.code, error.headers.get("Retry-After", "")) from None
        except (URLError, OSError, http.client.HTTPException) as error:
            raise UnreachableError(_why(error)) from None
        if status not in _DONE:
            raise _failed(status, "")

    def _status(self, statements: Sequence[Statement]) -> int:
        headers = {"Content-Type": "application/json", "X-Experience-API-Version": _VERSION}
        if self._target.authorization:
            headers["Authorization"] = self._target.authorization
        # Escaped: half a sign of Unicode cannot be written as it is.
        data = json.dumps(list(statements), allow_nan=False).encode("ascii")
        request = Request(self._target.url, data, headers, method="POST")
        end = time.monotonic() + self._timeout
        with self._opener.open(request, timeout=self._timeout) as answer:
            size = 0
            # Until it is read, it is not certain that the LRS was done.
            while piece := answer.read1(_MOST):
                size += len(piece)
                if size > _MOST or time.monotonic() > end:
                    raise UnreachableError(UNREACHABLE["answer"])
            return int(answer.status)


def _failed(status: int, after: str) -> LrsError:
    if status >= 500 or status in _LATER:
        wait: float | None = None
        with contextlib.suppress(ValueError):
            wait = max(0.0, float(int(after)))
        return UnreachableError(UNREACHABLE["status"].format(status=status), wait)
    if status in _NO_ENTRY:
        return DeniedError("E243", status)
    if status in _NO_PLACE or status < 400:
        return DeniedError("E244", status)
    return RefusedError(status)


def _why(error: Exception) -> str:
    inner = error.reason if isinstance(error, URLError) and isinstance(error.reason, Exception) else error
    kinds: tuple[tuple[type[BaseException], str], ...] = (
        (TimeoutError, "timeout"),
        (socket.gaierror, "resolve"),
        (ConnectionRefusedError, "refused"),
        (ssl.SSLCertVerificationError, "tls"),
        (http.client.RemoteDisconnected, "closed"),
        (http.client.HTTPException, "answer"),
    )
    return UNREACHABLE[next((name for kind, name in kinds if isinstance(inner, kind)), "closed")]
