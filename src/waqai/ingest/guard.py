"""Connections to public addresses only: what a name resolves to is checked, and it is that address that is connected to."""

from __future__ import annotations

import ipaddress
import socket
import ssl
import time
from collections.abc import Callable, Iterable
from typing import Any

import httpcore

from waqai.messages import Message, say

Resolve = Callable[[str, int], list[str]]
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


class PrivateAddressError(httpcore.ConnectError):
    """A host has no address that may be connected to; ``said``: which it has, as data."""

    def __init__(self, said: Message) -> None:
        super().__init__(str(said))
        self.said = said


def resolve(host: str, port: int) -> list[str]:
    """The addresses of a host, in the system's order."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise httpcore.ConnectError(f"no such host: {host[:200]}") from error
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def is_public(address: str) -> bool:
    """May a stranger's link lead there? Private, loopback, link-local, shared, reserved and multicast may not."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    inner = _inner(ip)
    return ip.is_global and not ip.is_multicast if inner is None else is_public(str(inner))


def _inner(ip: ipaddress.IPv4Address | ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address that an IPv6 one stands for."""
    if isinstance(ip, ipaddress.IPv4Address):
        return None
    if ip in _NAT64:
        return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)


class GuardedBackend(httpcore.SyncBackend):
    """Connects to checked addresses, and gives no connection more time than is left until ``deadline``."""

    def __init__(self, allowed: Iterable[str], deadline: float, find: Resolve) -> None:
        self._allowed = frozenset(allowed)
        self._deadline = deadline
        self._find = find

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Any = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first of the host's addresses that may be and can be reached."""
        found = self._find(host, port)
        addresses = found if host in self._allowed else [each for each in found if is_public(each)]
        if not addresses:
            raise PrivateAddressError(say("failure.private", host=host, at=", ".join(found)[:100]))
        return Timed(self._first(addresses, port, timeout, socket_options), self._deadline)

    def _first(self, addresses: list[str], port: int, timeout: float | None, options: Any) -> httpcore.NetworkStream:
        for address in addresses[:-1]:
            try:
                return super().connect_tcp(address, port, _left(self._deadline, timeout), None, options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                continue
        return super().connect_tcp(addresses[-1], port, _left(self._deadline, timeout), None, options)


class Timed(httpcore.NetworkStream):
    """A stream whose every wait ends at ``deadline``, however slowly the other side drips."""

    def __init__(self, inner: httpcore.NetworkStream, deadline: float) -> None:
        self._inner = inner
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """At most ``max_bytes``."""
        return self._inner.read(max_bytes, _left(self._deadline, timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """All of ``buffer``."""
        self._inner.write(buffer, _left(self._deadline, timeout))

    def close(self) -> None:
        """Hang up."""
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """The same stream, encrypted, as timed."""
        return Timed(
            self._inner.start_tls(ssl_context, server_hostname, _left(self._deadline, timeout)), self._deadline
        )

    def get_extra_info(self, info: str) -> Any:
        """What the inner stream knows."""
        return self._inner.get_extra_info(info)


def _left(deadline: float, timeout: float | None) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise httpcore.ReadTimeout("the time for this page is over")
    return left if timeout is None else min(left, timeout)
