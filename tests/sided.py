"""Who did it and to whom, as an event's words: shared by the tests of sides."""

from __future__ import annotations

from waqai import Event


def doers(event: Event) -> list[str]:
    return [party.text for party in event.perpetrators]


def foes(event: Event) -> list[str]:
    return [party.text for party in event.against]
