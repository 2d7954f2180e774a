"""Passwords as argon2 hashes, and the brake on those who guess."""

from __future__ import annotations

import time
from collections.abc import Callable

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from waqai.messages import say
from waqai.store import Store
from waqai.store.tries import forget_tries, note_try, tries
from waqai.web.refusal import Refusal

SHORTEST = 12
_FREE, _LONGEST_WAIT = 5, 900.0
_hasher = PasswordHasher()
_NOBODY = _hasher.hash("nobody has this password")


def hashed(password: str) -> str:
    """The hash to keep. Raises Refusal when the password is too short or too long to be one."""
    if not SHORTEST <= len(password) <= 1000:
        raise Refusal(400, "weak_password", say("error.short_password", n=SHORTEST))
    return _hasher.hash(password)


def matches(kept: str | None, password: str) -> bool:
    """Is it the password? Takes as long for an account that does not exist."""
    try:
        _hasher.verify(kept or _NOBODY, password)
    except (VerificationError, InvalidHashError):
        return False
    return kept is not None


class Throttle:
    """After five tries in a row that failed each further try for an account, or from an address, waits twice as long.

    The store counts, so that every process of the app brakes alike.
    """

    def __init__(self, store: Store, clock: Callable[[], float] = time.time) -> None:
        self.store, self.clock = store, clock

    def begin(self, *keys: str) -> None:
        """Count a try against each key, before it is known whether it fails, so that many at once are counted too.

        Raises Refusal (429, seconds to wait in its detail) while one of the keys has to wait.
        """
        now = self.clock()
        with self.store.writing() as conn:
            wait = max((_until(*each) for each in tries(conn, keys).values()), default=0.0) - now
            if wait <= 0:
                note_try(conn, keys, now)
        if wait > 0:
            raise Refusal(429, "too_many_tries", say("error.too_many_tries"), {"retry_after": int(wait) + 1})

    def succeeded(self, *keys: str) -> None:
        """The try was none that failed: forget those of these keys."""
        with self.store.writing() as conn:
            forget_tries(conn, keys)


def _until(count: int, last: float) -> float:
    return last + float(min(_LONGEST_WAIT, 2.0 ** min(count - _FREE, 20))) if count >= _FREE else 0.0
