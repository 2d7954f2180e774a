"""Passwords as argon2 hashes, and the brake on those who guess."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from waqai.web.refusal import Refusal

SHORTEST = 12
_FREE, _LONGEST_WAIT, _MOST_KEYS = 5, 900.0, 10_000
_hasher = PasswordHasher()
_NOBODY = _hasher.hash("nobody has this password")


def hashed(password: str) -> str:
    """The hash to keep. Raises Refusal when the password is too short or too long to be one."""
    if not SHORTEST <= len(password) <= 1000:
        raise Refusal(400, "weak_password", f"a password has at least {SHORTEST} characters")
    return _hasher.hash(password)


def matches(kept: str | None, password: str) -> bool:
    """Is it the password? Takes as long for an account that does not exist."""
    try:
        _hasher.verify(kept or _NOBODY, password)
    except (VerificationError, InvalidHashError):
        return False
    return kept is not None


@dataclass(slots=True)
class Throttle:
    """After five failures in a row each further try for an account, or from an address, waits twice as long."""

    clock: Callable[[], float] = time.monotonic
    _failures: dict[str, tuple[int, float]] = field(default_factory=dict)

    def check(self, *keys: str) -> None:
        """Raises Refusal (429, seconds to wait in its detail) while one of the keys has to wait."""
        wait = max((self._wait(key) for key in keys), default=0.0)
        if wait > 0:
            raise Refusal(429, "too_many_tries", "too many tries; wait a little", {"retry_after": int(wait) + 1})

    def failed(self, *keys: str) -> None:
        """Count a failure against each key."""
        for key in keys:
            self._failures[key] = (self._failures.get(key, (0, 0.0))[0] + 1, self.clock())
        while len(self._failures) > _MOST_KEYS:
            self._failures.pop(next(iter(self._failures)))

    def succeeded(self, *keys: str) -> None:
        """Forget the failures of these keys."""
        for key in keys:
            self._failures.pop(key, None)

    def _wait(self, key: str) -> float:
        count, last = self._failures.get(key, (0, 0.0))
        if count < _FREE:
            return 0.0
        return last + float(min(_LONGEST_WAIT, 2.0 ** (count - _FREE))) - self.clock()
