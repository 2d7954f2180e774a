"""What all requests share: the store, how the app is run, its templates, its jobs."""

from __future__ import annotations

from dataclasses import dataclass, field

from jinja2 import Environment

from waqai.store import Store
from waqai.web.jobs import Jobs
from waqai.web.passwords import Throttle
from waqai.web.rendering import environment
from waqai.web.secret import new_secret
from waqai.web.settings import Settings


@dataclass(slots=True)
class Site:
    """``secret`` seals the marks in forms; it lives as long as the process."""

    store: Store
    settings: Settings
    templates: Environment = field(default_factory=environment)
    jobs: Jobs = field(default_factory=Jobs)
    throttle: Throttle = field(init=False)
    secret: str = field(default_factory=new_secret)

    def __post_init__(self) -> None:
        self.throttle = Throttle(self.store)
