"""``trainer serve``: the trainer in a browser."""

import errno
import importlib.util
import socket
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from trainer.cli import output
from trainer.cli.access import need_mentor
from trainer.cli.complain import reason
from trainer.cli.exit_codes import ExitCode
from trainer.cli.outgrown import tell_outgrown
from trainer.cli.parser import Parser
from trainer.cli.tools import Tools
from trainer.cli.web_problems import PORT, URL_VARIABLE, bad, networks, public_url, whole
from trainer.cli.web_texts_ru import SERVE, UNFIT, UNOPENED
from trainer.model.place import Place
from trainer.web.options import EACH, IDLE, MOST, Options, is_everywhere, is_loopback

if TYPE_CHECKING:
    import argparse

_HOST = "127.0.0.1"
_NEEDED = ("aiohttp", "textual_serve")
_INSTALL = 'pip install "trainer[web]"'


def run(words: Sequence[str], tools: Tools) -> int:
    """Serve until Ctrl+C; raises InputError for a call that would let strangers listen."""
    options = options_of(_parser().read(words))
    if sys.platform == "win32":
        raise bad("C251")
    if any(importlib.util.find_spec(name) is None for name in _NEEDED):
        raise bad("C250", install=_INSTALL)
    need_mentor()
    tools.folders()
    return _serve(options, tools)


def _serve(options: Options, tools: Tools) -> int:
    from trainer.web.run import CertificateError, LoadError, serve

    def ready(url: str, links: int) -> None:
        output.say(SERVE["ready"].format(url=url))
        sys.stdout.flush()
        if not links:
            output.tell(SERVE["nobody"])
        output.tell(SERVE["how"])

    def stopping(count: int) -> None:
        output.tell(SERVE["stopping"].format(count=count))

    tell_outgrown()
    output.tell(SERVE["loading"])
    try:
        forced = serve(options, tools.shelf, ready, stopping)
    except LoadError:
        raise bad("C254") from None
    except CertificateError as error:
        raise _unreadable(options, error.why) from None
    except OSError as error:
        raise _unopened(options, error) from None
    output.tell(SERVE["killed"].format(count=forced) if forced else SERVE["stopped"])
    return ExitCode.DONE


def options_of(call: "argparse.Namespace") -> Options:
    """Return what a call asks for; raises InputError for one that cannot be, or that would send answers unencrypted."""
    cert, key = call.cert, call.key
    if bool(cert) != bool(key):
        raise bad("C245")
    if cert and call.behind_proxy:
        raise bad("C253")
    if not (is_loopback(call.host) or cert or call.behind_proxy):
        raise bad("C244", host=call.host or "0.0.0.0")
    proxies = networks(call.proxy)
    if proxies and not call.behind_proxy:
        raise bad("C257")
    if call.behind_proxy and not (is_loopback(call.host) or proxies):
        raise bad("C256", host=call.host or "0.0.0.0")
    url = public_url(call.url)
    place = Place("--url") if call.url else Place(URL_VARIABLE)
    if not url and (call.behind_proxy or is_everywhere(call.host)):
        raise bad("C246")
    if url.startswith("http:") and (cert or call.behind_proxy):
        raise bad("C247", place)
    return Options(
        call.host,
        whole(call.port, "--port", 0, 65535),
        url,
        Path(cert).expanduser() if cert else None,
        Path(key).expanduser() if key else None,
        call.behind_proxy,
        whole(call.most, "--most", 1, 1000),
        whole(call.each, "--each", 1, 10),
        whole(call.idle, "--idle", 1, 24 * 60),
        proxies,
    )


def _unreadable(options: Options, error: OSError) -> Exception:
    """Return the error of a certificate: a file that is not there or may not be read, is none, or not of this key."""
    import ssl

    if isinstance(error, ssl.SSLError):
        why = UNFIT["KEY" if "MISMATCH" in str(error.reason or error) else "PEM"]
    else:
        why = UNFIT["absent"] if isinstance(error, FileNotFoundError) else reason(error)
    return bad("C248", Place(f"{options.cert}, {options.key}"), why=why)


def _unopened(options: Options, error: OSError) -> Exception:
    # A name that nobody knows has numbers of its own.
    known = "name" if isinstance(error, socket.gaierror) else errno.errorcode.get(error.errno or 0, "")
    why = UNOPENED.get(known, error.strerror or type(error).__name__)
    return bad("C249", port=options.port, host=options.host, why=why)


def _parser() -> Parser:
    parser = Parser("serve", SERVE["about"])
    parser.add_argument("--host", default=_HOST, metavar="АДРЕС", help=SERVE["host"])
    parser.add_argument("--port", default=str(PORT), metavar="N", help=SERVE["port"].format(port=PORT))
    parser.add_argument("--url", default="", metavar="АДРЕС", help=SERVE["url"])
    parser.add_argument("--cert", default="", metavar="ФАЙЛ", help=SERVE["cert"])
    parser.add_argument("--key", default="", metavar="ФАЙЛ", help=SERVE["key"])
    parser.add_argument("--behind-proxy", action="store_true", help=SERVE["behind-proxy"])
    parser.add_argument("--proxy", action="append", default=[], metavar="АДРЕС", help=SERVE["proxy"])
    parser.add_argument("--most", default=str(MOST), metavar="N", help=SERVE["most"].format(most=MOST))
    parser.add_argument("--each", default=str(EACH), metavar="N", help=SERVE["each"].format(each=EACH))
    parser.add_argument("--idle", default=str(IDLE), metavar="МИНУТ", help=SERVE["idle"].format(idle=IDLE))
    return parser
