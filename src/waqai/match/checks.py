"""What an element demands of an item beyond its class: value, bounds, attributes, proclitics - as one function."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import reduce

from waqai.match.board import Item
from waqai.match.pattern import Element, PatternError

Check = Callable[[Item], bool]
Leads = dict[str, frozenset[str]]


def lead_sets(names: dict[str, str], written: Iterable[str]) -> Leads:
    """For each proclitic name, the written strings of proclitics that contain it ("w" + "b" contains both)."""
    letters = sorted(names.items(), key=lambda pair: -len(pair[1]))
    parts = {lead: _segment(lead, letters) for lead in written}
    return {name: frozenset(lead for lead, found in parts.items() if name in found) for name in names}


def _segment(lead: str, letters: list[tuple[str, str]]) -> set[str]:
    found: set[str] = set()
    while lead:
        for name, text in letters:
            if lead.endswith(text):
                found.add(name)
                lead = lead[: -len(text)]
                break
        else:
            return found
    return found


def check_of(element: Element, leads: Leads, *, first: bool) -> Check | None:
    """The function that an item must pass, or None when every item of the class passes."""
    tests = [test for test in (_bounded(element), _valued(element), _led(element, leads, first)) if test]
    tests += [_attribute(key, value) for key, value in element.attrs]
    return reduce(_both, tests) if tests else None


def _both(one: Check, other: Check) -> Check:
    return lambda item: one(item) and other(item)


def _bounded(element: Element) -> Check | None:
    low, high = element.low, element.high
    if low is None or high is None:
        return None
    return lambda item: isinstance(item.value, int) and low <= item.value <= high


def _valued(element: Element) -> Check | None:
    values = element.values
    return (lambda item: item.value in values) if values else None


def _led(element: Element, leads: Leads, first: bool) -> Check | None:
    wanted = element.leads
    if wanted is None or (first and not wanted):
        return None
    if not wanted:
        return lambda item: not item.lead
    unknown = [name for name in wanted if name not in leads and name != "none"]
    if unknown:
        raise PatternError(f"no proclitic is called {unknown[0]!r}")
    written = frozenset([""]) if "none" in wanted else frozenset[str]()
    written = written.union(*(leads[name] for name in wanted if name != "none"))
    return lambda item: item.lead in written


def _attribute(key: str, value: str) -> Check:
    if key == "form":
        return lambda item: item.form == value
    return lambda item: item.attrs.get(key) == value
