"""Which IP addresses may be talked to.

A public page must never send us into our own network. The address is checked twice: when the
name is resolved, before anything is sent, and again on the connected socket (`wire`), because
a name may resolve differently the second time. What does not belong here: host allow lists.
"""

from __future__ import annotations

import ipaddress
import socket
from typing import Literal

from ingestion.http.fault import RefusalError

#: public: only globally routable. operator: what an operator's own base URL may point to,
#: a private network too. loopback: an operator's base URL on this very machine, nothing else.
Reach = Literal["public", "operator", "loopback"]
_Address = ipaddress.IPv4Address | ipaddress.IPv6Address
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


def check_address(text: str, reach: Reach) -> None:
    """Demand that an address lies within reach.

    Raises:
        RefusalError: it does not.
    """
    try:
        address = _unwrap(ipaddress.ip_address(text.partition("%")[0]))
    except ValueError:
        raise RefusalError("the host name resolves to no IP address") from None
    if not _is_within(address, reach):
        raise RefusalError(f"the host resolves to an address that is not {reach}")


def check_host(host: str, port: int, reach: Reach) -> None:
    """Resolve a host and demand that every one of its addresses lies within reach.

    Raises:
        RefusalError: one does not.
        OSError: the name cannot be resolved.
    """
    for *_, address in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
        check_address(str(address[0]), reach)


def _is_within(address: _Address, reach: Reach) -> bool:
    if reach == "loopback":
        return address.is_loopback
    if address.is_link_local or address.is_multicast or address.is_unspecified:
        return False
    if reach == "operator":
        return not address.is_loopback and (address.is_global or address.is_private)
    return address.is_global and not address.is_reserved


def _unwrap(address: _Address) -> _Address:
    """The IPv4 address that an IPv6 form carries: a tunnel is no way around the check."""
    if isinstance(address, ipaddress.IPv4Address):
        return address
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    if address.teredo is not None:
        return address.teredo[1]
    return address.ipv4_mapped or address.sixtofour or address
