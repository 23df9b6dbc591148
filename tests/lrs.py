"""A small LRS for the tests: on loopback, in the process of the test, bounded in requests and time, faulty on demand."""

import contextlib
import json
import threading
from base64 import b64encode
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

MOST_REQUESTS = 500
LONGEST = 10.0  # seconds that a request may hang
LARGEST = 8 * 2**20


class SmallLrs:
    """``faults`` are used up one a request; ``kept`` are the statements by id, ``asked`` counts requests."""

    def __init__(self) -> None:
        self.faults: list[str | Callable[[], None]] = []
        self.kept: dict[str, Any] = {}
        self.batches: list[int] = []
        self.headers: list[dict[str, str]] = []
        self.bodies: list[str] = []
        self.poison = ""
        self.login = ""
        self.over = threading.Event()
        self._lock = threading.Lock()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}/xapi"

    @property
    def asked(self) -> int:
        return len(self.headers)

    def close(self) -> None:
        self.over.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(LONGEST)

    def answer(self, path: str, headers: dict[str, str], body: str) -> tuple[int, dict[str, str]] | None:
        """Return the status and headers to answer with, None to close the connection."""
        with self._lock:
            self.headers.append(headers)
            self.bodies.append(body)
            assert len(self.headers) <= MOST_REQUESTS
            fault = self.faults.pop(0) if self.faults else ""
        if callable(fault):
            self._take(body)
            fault()
            return None
        if fault == "hang":
            self.over.wait(LONGEST)
            return None
        if fault == "close":
            return None
        if fault == "lost":  # taken, but the sender never hears of it
            self._take(body)
            return None
        if fault.startswith("301"):
            return 301, {"Location": "http://127.0.0.1:1/"}
        if fault:
            status, _, after = fault.partition(" ")
            return int(status), {"Retry-After": after} if after else {}
        if path != "/xapi/statements":
            return 404, {}
        if headers.get("x-experience-api-version") != "1.0.3":
            return 400, {}
        expected = f"Basic {b64encode(self.login.encode()).decode()}" if self.login else None
        if headers.get("authorization") != expected:
            return 401, {}
        return self._take(body), {}

    def _take(self, body: str) -> int:
        """Take a batch as the standard wants it: all of it or nothing."""
        batch = json.loads(body)
        with self._lock:
            if self.poison and any(self.poison in json.dumps(item, ensure_ascii=False) for item in batch):
                return 400
            if any(self.kept.get(item["id"], item) != item for item in batch):
                return 409
            self.batches.append(len(batch))
            self.kept.update({item["id"]: item for item in batch})
        return 200

    def _handler(lrs) -> type[BaseHTTPRequestHandler]:  # noqa: N805
        class Handler(BaseHTTPRequestHandler):
            timeout = LONGEST

            def do_POST(self) -> None:
                size = min(LARGEST, int(self.headers["Content-Length"]))
                body = self.rfile.read(size).decode("utf-8")
                headers = {name.lower(): value for name, value in self.headers.items()}
                answered = lrs.answer(self.path, headers, body)
                with contextlib.suppress(OSError):
                    if answered is None:
                        self.close_connection = True
                        self.connection.close()
                        return
                    status, more = answered
                    data = b'["ok"]' if status == 200 else b"SECRET-ANSWER of the server"
                    self.send_response(status)
                    for name, value in more.items():
                        self.send_header(name, value)
                    self.send_header("Content-Length", str(len(data)))
                    self.end_headers()
                    self.wfile.write(data)

            def log_message(self, *_: object) -> None:
                pass

        return Handler


@pytest.fixture
def lrs(monkeypatch: pytest.MonkeyPatch) -> Iterator[SmallLrs]:
    """A small LRS, gone when the test is over."""
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    server = SmallLrs()
    try:
        yield server
    finally:
        server.close()
