"""Checks: whether the report's own figures add up to its own total."""

from __future__ import annotations

import pytest

from waqai.engine import read
from waqai.events.checks import checks
from waqai.model.record import Event, Figure, When
from waqai.model.span import Span


def event(
    number: int,
    killed: int | None = None,
    injured: int | None = None,
    *,
    open_end: bool = False,
    status: str = "happened",
) -> Event:
    def figure(value: int | None) -> Figure | None:
        return None if value is None else Figure("", Span(0, 0), value, None if open_end else value)

    return Event(
        f"e{number}",
        "attack",
        "violence",
        status,
        Span(0, 0),
        "",
        When(),
        killed=figure(killed),
        injured=figure(injured),
    )


def says(*events: Event, inferred: frozenset[str] = frozenset()) -> list[str]:
    return [check.says for check in checks(events, inferred)]


def test_parts_that_make_up_the_total_are_told() -> None:
    total = event(1, injured=24, open_end=True)
    assert says(total, event(2, injured=4), event(3, injured=7), event(4, injured=13)) == [
        "injured: 4 + 7 + 13 = 24, the report's own total is at least 24"
    ]


def test_a_check_names_its_events_total_first() -> None:
    (check,) = checks((event(1, killed=2), event(2, killed=5), event(3, killed=3)), frozenset())
    assert (check.kind, check.events) == ("toll_adds_up", ("e2", "e1", "e3"))


@pytest.mark.parametrize(
    "events",
    [
        (),
        (event(1, killed=5),),
        (event(1, killed=5), event(2, killed=5)),
        (event(1, killed=24), event(2, killed=4), event(3, killed=7)),
        (event(1, killed=0), event(2, killed=0), event(3, killed=0)),
        (event(1, injured=5), event(2, killed=2), event(3, killed=3)),
    ],
)
def test_without_a_sum_there_is_no_check(events: tuple[Event, ...]) -> None:
    assert says(*events) == []


def test_planned_events_inferred_figures_and_open_parts_do_not_count() -> None:
    whole, one = event(1, killed=5), event(2, killed=2)
    assert says(whole, one, event(3, killed=3, status="planned")) == []
    assert says(whole, one, event(3, killed=3), inferred=frozenset({"e3"})) == []
    assert says(whole, one, event(3, killed=3, open_end=True)) == []
    assert says(whole, one, event(3, killed=3)) == ["killed: 2 + 3 = 5, the report's own total is 5"]


def test_many_events_do_not_take_forever() -> None:
    assert says(*(event(n, killed=2 * n + 1) for n in range(200))) != []


def test_a_report_whose_towns_add_up_says_so() -> None:
    record = read(
        "أصيب 4 أشخاص في هجوم بمسيرة على مدينة خاركيف. وأصيب 7 أشخاص في قصف مدفعي على مدينة سومي. "
        "وأصيب 11 شخصا في غارة على مدينة أوديسا."
    )
    assert [check.says for check in record.checks] == ["injured: 4 + 7 = 11, the report's own total is 11"]


def test_a_report_without_figures_has_no_checks() -> None:
    assert read("قصفت الطائرات مدينة صور.").checks == ()
