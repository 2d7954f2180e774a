"""How the app is run: for one person, for a team, or for the public."""

from __future__ import annotations

from dataclasses import dataclass

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
_MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Settings:
    """``me``: who decides where nobody logs in. ``hosts``: names under which the app may be asked for, without ports.

    ``team``: people log in. ``public``: anybody may look, nobody may change, names are withheld and places made coarse.
    ``secure``: it is reached over HTTPS, so cookies travel over nothing else. ``upload``: bytes of a request at most.
    """

    me: str = "me"
    hosts: tuple[str, ...] = LOOPBACK
    team: bool = False
    public: bool = False
    secure: bool = False
    upload: int = 32 * _MEGABYTE
    session_hours: int = 12
