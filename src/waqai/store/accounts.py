"""Accounts of a team: who may do what. A role is "reader", "reviewer" or "admin"; passwords come in as hashes already."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, delete, func, insert, select, update

from waqai.errors import Conflict, Missing, StoreError
from waqai.messages import say
from waqai.store.decide import act, book
from waqai.store.desk import account, invitation, session, token
from waqai.store.plain import now

ROLES = ("reader", "reviewer", "admin")
ADMIN = ROLES[-1]
ACCOUNT, INVITE, WITHDRAW = "account", "invite", "withdraw"


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody of the team."""

    name: str
    role: str
    created: str
    disabled: bool = False


@dataclass(frozen=True, slots=True)
class Invitation:
    """A way in that nobody has used yet. ``digest`` names it and tells nothing of its secret."""

    digest: str
    role: str
    by: str
    created: str
    expires: str


def accounts(conn: Connection) -> list[Account]:
    """Everybody, disabled accounts too, by name."""
    return [_account(row) for row in conn.execute(select(account).order_by(account.c.name))]


def account_of(conn: Connection, name: str) -> Account:
    """One of the team. Raises Missing when there is none of that name."""
    row = conn.execute(select(account).where(account.c.name == name)).one_or_none()
    if row is None:
        raise Missing(say("error.no_account", name=name))
    return _account(row)


def password_of(conn: Connection, name: str) -> str | None:
    """The hash of an account's password; None where there is no such account or it is disabled."""
    query = select(account.c.password).where(account.c.name == name, account.c.disabled.is_(False))
    return conn.execute(query).scalar()


def has_admin(conn: Connection) -> bool:
    """Is there somebody who can let others in?"""
    return _admins(conn) > 0


def add_account(conn: Connection, name: str, role: str, password: str, by: str) -> Account:
    """Make an account. Raises Conflict when the name is taken, StoreError when it is no name or the role is none."""
    if not 1 <= len(name) <= 60 or name != name.strip() or not name.isprintable():
        raise StoreError(say("error.bad_name"))
    _check_role(role)
    if conn.execute(select(account.c.name).where(func.lower(account.c.name) == name.lower())).first() is not None:
        raise Conflict(say("error.account_taken", name=name))
    row = {"name": name, "role": role, "created": now(), "disabled": False}
    conn.execute(insert(account).values(row | {"password": password}))
    book(conn, act(ACCOUNT, name, by, "", None, {"role": role}))
    return Account(**row)  # type: ignore[arg-type]


def set_password(conn: Connection, name: str, password: str) -> None:
    """Give an account another password and end all its sessions."""
    account_of(conn, name)
    conn.execute(update(account).where(account.c.name == name).values(password=password))
    conn.execute(delete(session).where(session.c.account == name))
    book(conn, act(ACCOUNT, name, name, "", None, {"password": "changed"}))


def set_account(conn: Connection, name: str, by: str, *, role: str | None = None, disabled: bool | None = None) -> None:
    """Change a role, or shut an account: its sessions and tokens end at once. One admin has to stay."""
    before = account_of(conn, name)
    after = Account(name, role or before.role, before.created, before.disabled if disabled is None else disabled)
    _check_role(after.role)
    if _rules(before) and not _rules(after) and _admins(conn) == 1:
        raise Conflict(say("error.only_admin", name=name))
    conn.execute(update(account).where(account.c.name == name).values(role=after.role, disabled=after.disabled))
    if after.disabled:
        conn.execute(delete(session).where(session.c.account == name))
        conn.execute(update(token).where(token.c.account == name, token.c.revoked.is_(None)).values(revoked=now()))
    book(conn, act(ACCOUNT, name, by, "", _said(before), _said(after)))


def invite(conn: Connection, digest: str, role: str, by: str, expires: str) -> None:
    """Let whoever knows the secret of this digest make an account of that role, once, until then."""
    _check_role(role)
    row = {"digest": digest, "role": role, "by": by, "created": now(), "expires": expires, "used": None}
    conn.execute(insert(invitation).values(row))
    book(conn, act(INVITE, _name_of(digest), by, "", None, {"role": role, "expires": expires}))


def invitations(conn: Connection) -> list[Invitation]:
    """Those that can still be used, the one that ends first first."""
    query = select(invitation).where(_open()).order_by(invitation.c.expires, invitation.c.digest)
    return [Invitation(*(getattr(row, name) for name in Invitation.__slots__)) for row in conn.execute(query)]


def withdraw(conn: Connection, digest: str, by: str) -> None:
    """Take an invitation back. Raises Missing when it is used, too old, or none."""
    role = invited(conn, digest)
    conn.execute(update(invitation).where(invitation.c.digest == digest).values(used=now()))
    book(conn, act(WITHDRAW, _name_of(digest), by, "", {"role": role}, None))


def invited(conn: Connection, digest: str) -> str:
    """The role that an invitation gives. Raises Missing when it is used, too old, or none."""
    role = conn.execute(select(invitation.c.role).where(invitation.c.digest == digest, _open())).scalar()
    if role is None:
        raise Missing(say("error.no_invitation"))
    return str(role)


def join(conn: Connection, digest: str, name: str, password: str) -> Account:
    """Use an invitation up."""
    made = add_account(conn, name, invited(conn, digest), password, name)
    conn.execute(update(invitation).where(invitation.c.digest == digest).values(used=now()))
    return made


def _open() -> ColumnElement[bool]:
    return invitation.c.used.is_(None) & (invitation.c.expires > now())


def _name_of(digest: str) -> str:
    """What the book of decisions calls an invitation; the digest tells nothing of the secret."""
    return f"n{digest[:10]}"


def _admins(conn: Connection) -> int:
    query = select(func.count()).select_from(account).where(account.c.role == ADMIN, account.c.disabled.is_(False))
    return int(conn.execute(query).scalar_one())


def _rules(who: Account) -> bool:
    return who.role == ADMIN and not who.disabled


def _check_role(role: str) -> None:
    if role not in ROLES:
        raise StoreError(say("error.no_role", role=role, roles=ROLES))


def _said(who: Account) -> dict[str, object]:
    return {"role": who.role, "disabled": who.disabled}


def _account(row: object) -> Account:
    return Account(*(getattr(row, name) for name in Account.__slots__))
