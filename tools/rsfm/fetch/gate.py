"""Which hosts may be contacted: public ones only, at the very addresses that were checked."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlsplit

from requests import PreparedRequest, Response
from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import ConnectTimeoutError, NewConnectionError

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolve = Callable[[str], list[str]]
"""Returns the addresses of a host as text; raises OSError where it has none."""
Connect = Callable[[str, int, float | None], socket.socket]
"""Opens a connection to one address; raises OSError."""

_PORTS = {"http": 80, "https": 443}
_UNICAST = ipaddress.IPv6Network("2000::/3")
"""The only part of IPv6 that is given out to the open internet."""
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


class Forbidden(Exception):
    """An address must not be contacted; ``why`` is a phrase for people."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


def is_public(address: Address) -> bool:
    """Say whether ``address``, and any IPv4 address hidden in it, belongs to the open internet."""
    if isinstance(address, ipaddress.IPv4Address):
        return address.is_global and not address.is_multicast
    if address.ipv4_mapped:
        return is_public(address.ipv4_mapped)
    if address in _NAT64:
        return is_public(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    hidden = (address.sixtofour, *(address.teredo or ()))
    return address in _UNICAST and address.is_global and all(is_public(inner) for inner in hidden if inner)


def resolve(host: str) -> list[str]:
    """Ask the system for every address of ``host``."""
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except UnicodeError as error:
        raise OSError(f"{host!r} is not a host name") from error
    return list(dict.fromkeys(str(sockaddr[0]) for *_, sockaddr in found))


def connect(address: str, port: int, timeout: float | None) -> socket.socket:
    """Open a connection to ``address``; ``timeout`` is in seconds."""
    return socket.create_connection((address, port), timeout)


class Gate:
    """Resolves each host once, refuses it unless all its addresses are public, and connects to those only.

    Because the address that was checked is the one connected to, a name server cannot answer differently in between.
    """

    def __init__(self, *, resolve: Resolve = resolve, connect: Connect = connect) -> None:
        self._resolve = resolve
        self._connect = connect
        self._resolved: dict[str, tuple[str, ...]] = {}

    def admit(self, url: str) -> None:
        """Return where ``url`` may be contacted. Raises Forbidden, and OSError where its host does not exist."""
        try:
            parts = urlsplit(url)
            port = parts.port
        except ValueError:
            raise Forbidden("not an address") from None
        if parts.scheme not in _PORTS or not parts.hostname or parts.username is not None:
            raise Forbidden("not a plain http or https address")
        if port not in (None, _PORTS[parts.scheme]):
            raise Forbidden(f"port {port}")
        self._addresses(parts.hostname)

    def open(self, host: str, port: int, timeout: float | None) -> socket.socket:
        """Connect to ``host`` at the first of its addresses that answers. Raises Forbidden or OSError."""
        failure: OSError | None = None
        for address in self._addresses(host):
            try:
                return self._connect(address, port, timeout)
            except OSError as error:
                failure = error
        raise failure or OSError(f"{host} has no address")

    def _addresses(self, host: str) -> tuple[str, ...]:
        host = host.lower().rstrip(".")
        if host not in self._resolved:
            found = self._resolve(host)
            for text in found:
                if not is_public(ipaddress.ip_address(text)):
                    raise Forbidden(f"{host} is {text}, which is not public")
            self._resolved[host] = tuple(found)
        return self._resolved[host]


class GuardedAdapter(HTTPAdapter):
    """A transport adapter whose every connection passes ``gate``; proxies are not used, they would walk around it."""

    def __init__(self, gate: Gate) -> None:
        super().__init__(pool_connections=4, pool_maxsize=1, max_retries=0, pool_block=True)
        self.poolmanager.pool_classes_by_scheme = self.pools(gate)

    @staticmethod
    def pools(gate: Gate) -> dict[str, type[HTTPConnectionPool]]:
        """Return the pool class of each scheme, bound to ``gate``."""

        def _open(connection: HTTPConnection) -> socket.socket:
            try:
                timeout = connection.timeout
                return gate.open(connection.host, connection.port or 0, timeout if isinstance(timeout, float) else None)
            except TimeoutError as error:
                raise ConnectTimeoutError(connection, str(error)) from error
            except (OSError, Forbidden) as error:
                raise NewConnectionError(connection, str(error)) from error

        class Plain(HTTPConnection):
            def _new_conn(self) -> socket.socket:
                return _open(self)

        class Secure(HTTPSConnection):
            def _new_conn(self) -> socket.socket:
                return _open(self)

        class PlainPool(HTTPConnectionPool):
            ConnectionCls = Plain

        class SecurePool(HTTPSConnectionPool):
            ConnectionCls = Secure

        return {"http": PlainPool, "https": SecurePool}

    def send(
        self,
        request: PreparedRequest,
        stream: bool = False,
        timeout: Any = None,
        verify: Any = True,
        cert: Any = None,
        proxies: Mapping[str, str] | None = None,
    ) -> Response:
        """Send ``request`` without any proxy and over a connection of its own.

        Visits to a host are seconds apart; a connection that is kept is often closed from the other side just before
        its next use, and that would look like a fault of the page.
        """
        self.poolmanager.clear()
        return super().send(request, stream=stream, timeout=timeout, verify=verify, cert=cert, proxies=None)
