"""Work that goes on behind a page: reports being read and kept, one job at a time, each seen by whoever began it."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from waqai.errors import Missing, WaqaiError
from waqai.messages import Message, say
from waqai.store import Progress

_MOST = 200


@dataclass(slots=True)
class Job:
    """``state``: waiting, running, done or failed; ``title``: what is read, "" for a text that was pasted; ``error``: why it failed; ``progress``: how far it is."""

    id: str
    owner: str
    title: str
    state: str = "waiting"
    error: Message | None = None
    progress: Progress = field(default_factory=Progress)


class Jobs:
    """The jobs of this process, the latest few hundred of them."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(1, "waqai-job")
        self._lock = threading.Lock()
        self._jobs: dict[str, Job] = {}

    def start(self, owner: str, title: str, work: Callable[[Job], None]) -> Job:
        """Put a job into the queue."""
        job = Job(secrets.token_urlsafe(12), owner, title)
        with self._lock:
            self._jobs[job.id] = job
            while len(self._jobs) > _MOST:
                self._jobs.pop(next(iter(self._jobs)))
        self._pool.submit(_run, job, work)
        return job

    def find(self, name: str) -> Job:
        """A job. Raises Missing when there is none of that id."""
        with self._lock:
            if name in self._jobs:
                return self._jobs[name]
        raise Missing(say("error.no_job", name=name))

    def of(self, owner: str) -> list[Job]:
        """Somebody's jobs, the latest first."""
        with self._lock:
            return [job for job in reversed(self._jobs.values()) if job.owner == owner]

    def close(self) -> None:
        """Finish what is running, drop what waits."""
        self._pool.shutdown(cancel_futures=True)


def _run(job: Job, work: Callable[[Job], None]) -> None:
    job.state = "running"
    try:
        work(job)
        job.state = "done"
    except WaqaiError as error:
        job.state, job.error = "failed", error.said
    except Exception as error:  # the thread must live for the next job
        job.state, job.error = "failed", say("error.failed", detail=f"{type(error).__name__}: {error}")
