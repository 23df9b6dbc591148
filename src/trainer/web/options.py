"""What ``trainer serve`` is asked to do."""

import ipaddress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

MOST = 40
"""Windows at once, of all people together; see docs/decisions/0007-serve.md for what fits."""
EACH = 1
IDLE = 30  # minutes
Network = ipaddress.IPv4Network | ipaddress.IPv6Network


@dataclass(frozen=True, slots=True)
class Options:
    """How to serve. ``url`` is the address that people open; empty: where the server listens.

    ``proxied``: a proxy in front encrypts. Its word is taken for who asks, and nobody else's: ``proxies`` are the
    networks that it speaks from, and it may always be on this machine.
    """

    host: str
    port: int
    url: str = ""
    cert: Path | None = None
    key: Path | None = None
    proxied: bool = False
    most: int = MOST
    each: int = EACH
    idle: int = IDLE
    proxies: tuple[Network, ...] = ()

    def believes(self, peer: str) -> bool:
        """Tell whether the address at the other end of a connection is that of the proxy."""
        if not self.proxied:
            return False
        try:
            # On a socket for both kinds an address of the old kind has a prefix.
            found = ipaddress.ip_address(peer.removeprefix("::ffff:"))
        except ValueError:
            return False
        return found.is_loopback or any(found in network for network in self.proxies)

    @property
    def encrypted(self) -> bool:
        """Whether the server speaks TLS itself."""
        return self.cert is not None

    def address(self, port: int) -> str:
        """Return the address that people open, given the port that was got."""
        if self.url:
            return self.url
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{'https' if self.encrypted else 'http'}://{host}:{port}"

    def hosts(self, port: int) -> frozenset[str]:
        """Return what may stand in the header Host: anything else is a page of somebody else that leads here."""
        found = {urlsplit(self.address(port)).netloc}
        if is_loopback(self.host) and not self.proxied:
            found |= {f"{name}:{port}" for name in ("127.0.0.1", "localhost", "[::1]")}
        return frozenset(found)


def is_loopback(host: str) -> bool:
    """Tell whether only this machine reaches an address."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def is_everywhere(host: str) -> bool:
    """Tell whether an address stands for all of the machine: people cannot open it as it is."""
    try:
        return ipaddress.ip_address(host).is_unspecified
    except ValueError:
        return not host
