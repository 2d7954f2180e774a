"""``waqai serve``: the record in a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from waqai.cli.storing import By, Where, whoever
from waqai.errors import WaqaiError

if TYPE_CHECKING:
    from waqai.store import Store
    from waqai.web import Settings

PORT = 8765
_HOURS = 24
_EVERYWHERE = ("0.0.0.0", "::")
EPILOG = """\b
Examples:
  waqai serve
  waqai serve --store record.waqai --port 9000
  waqai serve --store postgresql://desk@localhost/record --team --host 0.0.0.0 --allow-host desk.example.org --https
  waqai serve --public

It answers on this machine alone unless --host says otherwise. Without --team there is no login: whoever can reach it may do
all. With --team people log in; a link for the first admin is printed when there is none yet.
"""
Host = Annotated[str, typer.Option("--host", metavar="ADDRESS", help="The address to listen on.")]
Port = Annotated[int, typer.Option("--port", metavar="N", min=0, max=65535, help="The port; 0 for any that is free.")]
Team = Annotated[bool, typer.Option("--team", help="People log in, each with a role.")]
Public = Annotated[
    bool, typer.Option("--public", help="Anybody may look; names and words are withheld, places coarse.")
]
Names = Annotated[
    list[str] | None,
    typer.Option("--allow-host", metavar="NAME", help="A name that browsers ask for; may be repeated."),
]
Https = Annotated[bool, typer.Option("--https", help="It is reached over HTTPS, by a proxy in front of it.")]


def serve(
    store: Where = None,
    host: Host = "127.0.0.1",
    port: Port = PORT,
    team: Team = False,
    public: Public = False,
    allow_host: Names = None,
    https: Https = False,
    by: By = None,
) -> None:
    """Open the record in a browser, for one person, a team, or the public."""
    from waqai.store import open_store
    from waqai.web.settings import LOOPBACK, Settings

    if team and public:
        raise typer.BadParameter("--team and --public are two apps; start each by itself")
    if not _loopback(host) and not (team or public):
        raise typer.BadParameter(f"--host {host} lets others in, and nobody would log in; add --team or --public")
    named = [*(allow_host or ()), *([] if host in _EVERYWHERE else [host])]
    settings = Settings(whoever(by), (*map(_in_address, named), *LOOPBACK), team, public, https)
    with open_store(store) as opened:
        _run(opened, settings, host, port)


def _run(store: Store, settings: Settings, host: str, port: int) -> None:
    try:
        import uvicorn

        from waqai.web import make_app
    except ImportError as error:
        raise WaqaiError("the app needs more than is installed: pip install 'waqai[web]'") from error
    import socket

    listening = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
    except OSError as error:
        raise WaqaiError(f"{host}:{port}: {error.strerror}; choose another with --port") from error
    _greet(store, settings, _address(settings, listening.getsockname()[1]))
    config = uvicorn.Config(make_app(store, settings), log_level="warning", server_header=False)
    uvicorn.Server(config).run(sockets=[listening])


def _address(settings: Settings, port: int) -> str:
    """Where people find it: the first of its names, by the proxy's port where there is one."""
    name = settings.hosts[0]
    return f"https://{name}" if settings.secure else f"http://{name}:{port}"


def _in_address(host: str) -> str:
    """A name or number of a host as it stands in an address."""
    return f"[{host}]" if ":" in host and not host.startswith("[") else host.lower()


def _greet(store: Store, settings: Settings, address: str) -> None:
    """Say where it is and who may come in."""
    who = f"for {settings.me} alone"
    if settings.team or settings.public:
        who = "for a team" if settings.team else "for the public, read-only"
    typer.echo(f"waqai: {store.url} at {address} ({who}; Ctrl-C stops it)")
    if settings.team and (link := first_admin(store)):
        typer.echo(f"waqai: nobody can let others in yet. The first admin joins here, once, within {_HOURS} hours:")
        typer.echo(f"       {address}/join/{link}")


def first_admin(store: Store) -> str | None:
    """A secret by which the first admin joins; None when there is an admin."""
    from datetime import UTC, datetime, timedelta

    from waqai.store.accounts import ADMIN, has_admin, invite
    from waqai.web.secret import digest_of, new_secret

    with store.writing() as conn:
        if has_admin(conn):
            return None
        secret = new_secret()
        expires = (datetime.now(UTC) + timedelta(hours=_HOURS)).isoformat(timespec="seconds")
        invite(conn, digest_of(secret), ADMIN, "waqai serve", expires)
    return secret


def _loopback(host: str) -> bool:
    return host in ("localhost", "::1") or host.startswith("127.")
