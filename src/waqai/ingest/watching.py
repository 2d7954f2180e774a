"""What a watcher remembers of its feeds between passes and runs: when each is due, its version, what was fetched of it."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from waqai.errors import InputError
from waqai.ingest.feeds import Feed
from waqai.ingest.fetching import Known

_NEVER = datetime.min.replace(tzinfo=UTC)
_SEEN = 5_000  # links that are remembered of a feed: more than one shows at a time


@dataclass(slots=True)
class Memory:
    """Of one feed. ``due``: not before; ``failures``: in a row; ``seen``: links whose pages were fetched, oldest first."""

    due: datetime | None = None
    known: Known = field(default_factory=Known)
    failures: int = 0
    seen: list[str] = field(default_factory=list)

    def saw(self, url: str) -> None:
        """Remember a link; forget the oldest of too many."""
        self.seen.append(url)
        del self.seen[:-_SEEN]


@dataclass(slots=True)
class Watching:
    """The memories by the feeds' addresses. ``store``: where what was fetched is kept; another store has seen nothing."""

    store: str = ""
    feeds: dict[str, Memory] = field(default_factory=dict)

    def of(self, feed: Feed) -> Memory:
        """What is remembered of a feed; of a new one nothing."""
        return self.feeds.setdefault(feed.url, Memory())

    def due(self, feeds: tuple[Feed, ...], now: datetime) -> tuple[Feed, ...]:
        """Those to be asked now."""
        return tuple(feed for feed in feeds if (due := self.of(feed).due) is None or due <= now)

    def next_due(self, feeds: tuple[Feed, ...]) -> datetime:
        """When the first of the feeds is due; long ago if one never was asked."""
        return min((self.of(feed).due or _NEVER for feed in feeds), default=_NEVER)


def load_watching(path: Path) -> Watching:
    """What was remembered; nothing when there is no such file yet. Raises InputError when it is damaged."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Watching)
    except FileNotFoundError:
        return Watching()
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: not what `waqai watch` remembers: {error}; delete it to begin anew") from error


def save_watching(path: Path, watching: Watching) -> None:
    """Write it whole or not at all, whenever the process ends."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f"{path.name}.new")
    with fresh.open("wb") as stream:
        stream.write(msgspec.json.format(msgspec.json.encode(watching), indent=1))
        stream.flush()
        os.fsync(stream.fileno())
    fresh.replace(path)
