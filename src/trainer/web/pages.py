"""The pages around the trainer, and what a browser is told to do with them."""

import html
import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from string import Template
from typing import Any

from trainer.web import texts_ru as ru

_STYLE = "style-src 'self'"
# The terminal in the page lays its rows out by styles that it writes itself.
_STYLE_OF_TERMINAL = "style-src 'self' 'unsafe-inline'"
HEADERS: Mapping[str, str] = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    "Cache-Control": "no-store",
}


def policy(host: str, *, terminal: bool = False) -> str:
    """Return what a page may load: nothing but what this server has; ``terminal`` for the page of the app."""
    socket = f" ws://{host} wss://{host}" if terminal else ""
    parts = (
        "default-src 'none'",
        "script-src 'self'",
        _STYLE_OF_TERMINAL if terminal else _STYLE,
        "font-src 'self'",
        "img-src 'self' data:",
        f"connect-src 'self'{socket}",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
    return "; ".join(parts)


def message(said: tuple[str, str], *, back: bool = False) -> str:
    """Return a page that says something, perhaps with the way back to the trainer."""
    title, text = said
    more = f'<p><a href="/">{html.escape(ru.HOME_LINK)}</a></p>' if back else ""
    return _page("message.html", title=title, text=text, more_html=more)


def entry() -> str:
    """Return the page that a personal link leads to."""
    title, text = ru.ENTER
    words = {"title": title, "text": text, "button": ru.ENTER_BUTTON, "noscript": ru.NO_SCRIPT}
    return _page("entry.html", **words)


def play() -> str:
    """Return the page of the app."""
    closed = {str(code): text for code, text in ru.CLOSED.items()}
    return _page(
        "play.html",
        title=ru.NAME,
        opening=ru.OPENING,
        go_on=ru.GO_ON,
        leave=ru.LEAVE,
        other=ru.CLOSED_OTHER,
        noscript=ru.NO_SCRIPT,
        closed=json.dumps(closed, ensure_ascii=False),
    )


def _page(name: str, **words: str) -> str:
    """Fill in a page; every word is escaped but those called ``…_html``."""
    safe = {key: word if key.endswith("_html") else html.escape(word) for key, word in words.items()}
    return _template(name).substitute(safe)


@cache
def _template(name: str) -> Template:
    return Template((files("trainer.web") / "pages" / name).read_text(encoding="utf-8"))


def own_files() -> Mapping[str, Any]:
    """Return the files that pages load, by name: ours, and the terminal of textual-serve."""
    ours, theirs = files("trainer.web") / "static", files("textual_serve") / "static"
    return {
        **{name: ours / name for name in ("trainer.css", "entry.js", "play.js")},
        "xterm.css": theirs / "css" / "xterm.css",
        "textual.js": theirs / "js" / "textual.js",
        "mono.ttf": theirs / "fonts" / "RobotoMono-VariableFont_wght.ttf",
        "mono-italic.ttf": theirs / "fonts" / "RobotoMono-Italic-VariableFont_wght.ttf",
    }
