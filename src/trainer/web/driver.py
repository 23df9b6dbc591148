"""What the app draws on in a browser: packets to the server and back, and nothing else of the machine."""

from pathlib import Path
from typing import BinaryIO, Literal, TextIO

from textual.drivers.web_driver import WebDriver

from trainer.web.app import ServedApp

_KNOWN = ("resize", "focus", "blur")


class ServeDriver(WebDriver):
    """Opens no address, hands out no file, and leaves when the server is gone."""

    def on_meta(self, packet_type: str, payload: dict[str, object]) -> None:
        """Take what the server says of the window."""
        if packet_type == "quit":
            self._leave()
        elif packet_type in _KNOWN:
            super().on_meta(packet_type, payload)

    def run_input_thread(self) -> None:
        """Read what the server sends; when nobody sends any more, the window is gone."""
        super().run_input_thread()
        if not self.exit_event.is_set():
            self._leave()

    def write(self, data: str) -> None:
        """Write to the server; a server that is gone is noticed by whoever reads."""
        try:
            super().write(data)
        except OSError:
            return

    def write_meta(self, data: dict[str, object]) -> None:
        """Tell the server something."""
        try:
            super().write_meta(data)
        except OSError:
            return

    def open_url(self, url: str, new_tab: bool = True) -> None:
        """Open nothing."""

    def deliver_binary(
        self,
        binary: BinaryIO | TextIO,
        *,
        delivery_key: str,
        save_path: Path,
        open_method: Literal["browser", "download"] = "download",
        encoding: str | None = None,
        mime_type: str | None = None,
        name: str | None = None,
    ) -> None:
        """Hand out nothing: a save path would be a path of the server."""
        binary.close()

    def _leave(self) -> None:
        app = self._app
        if isinstance(app, ServedApp):
            app.call_later(app.leave)
