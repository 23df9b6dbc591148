"""A certificate, and the nginx of docs/serve.md in front of a server; both must be installed (Debian: openssl, nginx)."""

import contextlib
import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.guards.project import ROOT

NAME = "trainer.example.ru"
_BLOCK = re.compile(r"^```\n(server \{\n.*?^\})\n```$", re.MULTILINE | re.DOTALL)
# What nginx wants besides: on Debian it stands in /etc/nginx/nginx.conf.
_AROUND = """\
daemon off;
{user}
pid {folder}/pid;
error_log {folder}/errors;
events {{}}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
{server}
}}
"""


@dataclass(frozen=True, slots=True)
class Certificate:
    """Two files in the form of PEM."""

    file: Path
    key: Path


def program(name: str) -> str:
    """Return where a program is; tests are skipped where it is not, but never in continuous integration."""
    found = shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    if found is None:
        absent = f"no {name}: install Debian's package {name}"
        assert not re.fullmatch("1|true", os.environ.get("CI", "")), absent
        pytest.skip(absent)
    return found


def certificate(folder: Path) -> Certificate:
    """Make a certificate that nobody but its maker has signed."""
    made = Certificate(folder / "trainer.pem", folder / "trainer.key")
    words = [
        "req",
        "-x509",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:prime256v1",
        "-nodes",
        "-days",
        "2",
    ]
    names = ["-subj", f"/CN={NAME}", "-addext", f"subjectAltName=DNS:{NAME},IP:127.0.0.1"]
    files = ["-out", str(made.file), "-keyout", str(made.key)]
    subprocess.run([program("openssl"), *words, *names, *files], check=True, capture_output=True)
    return made


def free_port() -> int:
    """Return a port that nobody listens on now."""
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


def told(own: Certificate, public: int, behind: int) -> str:
    """Return the configuration that docs/serve.md gives, with files and ports of here and nothing else changed."""
    (server,) = _BLOCK.findall((ROOT / "docs" / "serve.md").read_text(encoding="utf-8"))
    for before, after in (
        ("listen 443 ssl;", f"listen 127.0.0.1:{public} ssl;"),
        ("/etc/ssl/trainer.pem", str(own.file)),
        ("/etc/ssl/trainer.key", str(own.key)),
        ("http://127.0.0.1:8765", f"http://127.0.0.1:{behind}"),
    ):
        assert server.count(before) == 1, before
        server = server.replace(before, after)
    return str(server)


@contextlib.contextmanager
def nginx(folder: Path, server: str) -> Iterator[None]:
    """Run nginx with a block of a server."""
    user = "user root;" if os.getuid() == 0 else ""
    (folder / "nginx.conf").write_text(
        _AROUND.format(user=user, folder=folder, server=server), encoding="utf-8"
    )
    words = [
        program("nginx"),
        "-p",
        str(folder),
        "-c",
        str(folder / "nginx.conf"),
        "-e",
        str(folder / "errors"),
    ]
    running = subprocess.Popen(
        words, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    try:
        port = int(server.partition("listen 127.0.0.1:")[2].partition(" ")[0])
        end = time.monotonic() + 60
        while not _listens(port):
            assert running.poll() is None, running.communicate()[1].decode()
            assert time.monotonic() < end
            time.sleep(0.05)
        yield
    finally:
        running.terminate()
        running.wait(30)


def _listens(port: int) -> bool:
    with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
        return True
    return False
