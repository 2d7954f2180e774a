"""Re-checks a whole store: words against originals, hashes, the index, what points nowhere, views against what they show.

Every check yields its complaints as text, each naming the row; a healthy store yields none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sqlalchemy import Connection

from waqai.store.check_links import check_guards, check_holding, check_incidents, check_links
from waqai.store.check_views import check_standing, check_views
from waqai.store.check_words import check_claims, check_index, check_originals, check_versions
from waqai.store.rules import RULES, Rules


@dataclass(frozen=True, slots=True)
class Complaint:
    """Something wrong: which check found it, and what."""

    check: str
    says: str

    def __str__(self) -> str:
        return f"{self.check}: {self.says}"


CHECKS: dict[str, Callable[[Connection], Iterator[str]]] = {
    "guards": check_guards,  # the triggers that keep the log as it was written
    "links": check_links,  # rows that point to a row that is not there
    "originals": check_originals,  # archived bytes against their SHA-256
    "versions": check_versions,  # texts against the fingerprint taken when they came in
    "claims": check_claims,  # words and spans against the text, claims against the record
    "holding": check_holding,  # what holds now against the versions and readings
    "index": check_index,  # terms by which reports are found against their words
    "standing": check_standing,  # the judgement that holds of each pair against the log
    "incidents": check_incidents,  # every sighting has one incident, every id leads somewhere
}
VIEWS = "views"  # the rows of lists against what the sightings say


def examine(
    conn: Connection, rules: Rules = RULES, *, watch: Callable[[str], None] = lambda _check: None
) -> Iterator[Complaint]:
    """Everything that is wrong with the store. ``watch`` is told the name of each check before it runs."""
    for name, check in CHECKS.items():
        watch(name)
        yield from (Complaint(name, says) for says in check(conn))
    watch(VIEWS)
    yield from (Complaint(VIEWS, says) for says in check_views(conn, rules))
