"""Secrets: made at random, handed out once, kept and compared as digests alone."""

from __future__ import annotations

import hashlib
import hmac
import secrets


def new_secret(prefix: str = "") -> str:
    """A secret of 256 bits that fits into an address."""
    return prefix + secrets.token_urlsafe(32)


def digest_of(secret: str) -> str:
    """What is kept of a secret. It is as random as the secret, so a plain hash is enough."""
    return hashlib.sha256(secret.encode()).hexdigest()


def seal(key: str, about: str) -> str:
    """A mark that only who knows the key can make, for the token that guards forms."""
    return hmac.new(key.encode(), about.encode(), hashlib.sha256).hexdigest()


def same(one: str, other: str) -> bool:
    """Are the two equal? Takes as long either way."""
    return hmac.compare_digest(one.encode(), other.encode())
