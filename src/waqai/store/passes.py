"""What stands for an account: sessions of browsers and tokens of programs. Only digests of their secrets are kept."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, delete, insert, or_, select, update

from waqai.errors import Missing, StoreError
from waqai.messages import say
from waqai.store.accounts import Account
from waqai.store.desk import account, session, token
from waqai.store.plain import now

SCOPES = ("read", "review", "add", "export")


@dataclass(frozen=True, slots=True)
class Token:
    """A program's right to act for an account. ``scopes``: some of SCOPES; ``expires`` and ``revoked`` may be None."""

    id: str
    account: str
    name: str
    scopes: tuple[str, ...]
    created: str
    expires: str | None
    revoked: str | None


def open_session(conn: Connection, digest: str, name: str, expires: str) -> None:
    """Begin a session; those that are over are swept out."""
    conn.execute(delete(session).where(session.c.expires <= now()))
    conn.execute(insert(session).values(digest=digest, account=name, created=now(), expires=expires))


def session_of(conn: Connection, digest: str) -> Account | None:
    """Whose session it is; None when it is over, or its account is shut."""
    query = select(account).join(session, session.c.account == account.c.name)
    row = conn.execute(query.where(session.c.digest == digest, session.c.expires > now(), _open())).one_or_none()
    return None if row is None else Account(row.name, row.role, row.created)


def close_session(conn: Connection, digest: str) -> None:
    """End a session."""
    conn.execute(delete(session).where(session.c.digest == digest))


def add_token(conn: Connection, made: Token, digest: str) -> None:
    """Keep a token. Raises StoreError when it has no scope or one that is none."""
    if not made.scopes or (strange := sorted(set(made.scopes) - set(SCOPES))):
        raise StoreError(say("error.no_scope", scope=strange[0]) if made.scopes else say("error.needs_scope"))
    row = {name: getattr(made, name) for name in Token.__slots__}
    conn.execute(insert(token).values(row | {"scopes": " ".join(made.scopes), "digest": digest}))


def tokens_of(conn: Connection, name: str) -> list[Token]:
    """The tokens of an account, the latest first."""
    query = select(token).where(token.c.account == name).order_by(token.c.created.desc(), token.c.id)
    return [_token(row) for row in conn.execute(query)]


def token_of(conn: Connection, digest: str) -> tuple[Account, tuple[str, ...]] | None:
    """The account that a token stands for and its scopes; None when it is revoked, too old, or none."""
    fresh = or_(token.c.expires.is_(None), token.c.expires > now())
    query = select(account, token.c.scopes).join(token, token.c.account == account.c.name)
    row = conn.execute(query.where(token.c.digest == digest, token.c.revoked.is_(None), fresh, _open())).one_or_none()
    return None if row is None else (Account(row.name, row.role, row.created), tuple(row.scopes.split()))


def revoke_token(conn: Connection, name: str, owner: str) -> None:
    """Take back a token of that owner. Raises Missing when the owner has none of that id."""
    mine = (token.c.id == name) & (token.c.account == owner)
    if not conn.execute(update(token).where(mine).values(revoked=now())).rowcount:
        raise Missing(say("error.no_token", name=name))


def _open() -> ColumnElement[bool]:
    return account.c.disabled.is_(False)


def _token(row: object) -> Token:
    values = {name: getattr(row, name) for name in Token.__slots__}
    return Token(**values | {"scopes": tuple(values["scopes"].split())})
