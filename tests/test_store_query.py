"""Lists, filters, pages, counts, charts and search: the same answers in the same order on both kinds of database."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postgres import create
from simple_rules import SIMPLE
from stores import PLACES, put_reports, report, strike
from waqai.errors import StoreError
from waqai.store import (
    ORDERS,
    Filter,
    Store,
    chart,
    count,
    count_hits,
    coverage,
    every_incident,
    incidents,
    open_store,
    report_of,
    search,
)
from waqai.store.coverage import silences
from waqai.store.terms import terms_of, wanted, words_of

KILLED = ("ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية")
OTHERS = {
    "talks": "جرت محادثات في مدينة عدن يوم الأحد.",
    "drone": "استهدفت طائرة مسيرة أوكرانية محطة وقود في مدينة بيلغورود يوم الاثنين، وأصيب شخصان.",
    "quoted": "قال الناطق باسم الدفاع المدني إن الصواريخ لم تصب المستشفى الميداني.",
    "undated": "انفجر لغم قرب بلدة الأتارب وأصيب طفل.",
}


def fill(store: Store) -> None:
    strikes = [
        report(f"s{n}", strike(place, killed), outlet="ab"[n % 2], published=f"2025-07-{22 + n}")
        for n, (place, killed) in enumerate(zip(PLACES, KILLED, strict=True))
    ]
    others = [
        report(name, text, published=None if name == "undated" else "2025-06-30") for name, text in OTHERS.items()
    ]
    put_reports(store, *strikes, *others, rules=SIMPLE)


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def full(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Store:
    """A store with a dozen incidents, on each kind of database."""
    if request.param == "sqlite":
        where = str(tmp_path_factory.mktemp("full") / "record.waqai")
    else:
        where = create(request.getfixturevalue("postgres"), "filled", request.getfixturevalue("empty_database"))
    with open_store(where) as opened:
        fill(opened)
        yield opened  # type: ignore[misc]


def places(store: Store, asked: Filter) -> set[str | None]:
    with store.reading() as conn:
        return {row.place for row in incidents(conn, asked).rows}


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (Filter(since="2025-06-29", until="2025-06-30"), {"Belgorod", "Aden"}),
        (Filter(since="2025-07-22", until="2025-08-21", kinds=("air_strike",)), set()),
        (Filter(places=("إدلب",)), {"Idlib"}),
        (Filter(places=("IDLIB",)), {"Idlib"}),
        (Filter(places=("Idlib", "حماه")), {"Idlib", "Hama"}),
        (Filter(box=(36.0, 35.0, 37.0, 36.5), kinds=("air_strike",)), {"Idlib", "Hama"}),
        (Filter(min_killed=7), {"Palmyra", "Homs"}),
        (Filter(min_killed=4, max_killed=5), {"Hama", "Daraa"}),
        (Filter(sources=("B",)), {"Hama", "Raqqa", "Homs"}),
        (Filter(weapons=("drone",)), {"Belgorod"}),
        (Filter(actors=("طَائِرَة مُسيَّرة أوكرانيّة",)), {"Belgorod"}),
        (Filter(countries=("ru",)), {"Belgorod"}),
        (Filter(targets=("fuel_station",)), {"Belgorod"}),
        (Filter(families=("dealings",)), {"Aden"}),
        (Filter(words="محطة الوقود"), {"Belgorod"}),
        (Filter(published_since="2025-07-26"), {"Palmyra", "Homs"}),
        (Filter(published_until="2025-07-22"), {"Idlib", "Belgorod", "Aden"}),
        (Filter(min_outlets=2), set()),
        (Filter(kinds=("drone_strike",), places=("Idlib",)), set()),
    ],
)
def test_filters(full: Store, asked: Filter, found: set[str]) -> None:
    assert places(full, asked) == found


def test_counts_say_how_many_have_no_place(full: Store) -> None:
    with full.reading() as conn:
        counts = count(conn)
        assert counts.matching == len(list(every_incident(conn)))
        assert count(conn, Filter(located=False)).matching == counts.without_place
        assert count(conn, Filter(places=("Idlib",))).without_place == 0


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("limit", [1, 3, 50])
def test_pages_give_every_incident_once_in_order(full: Store, order: str, limit: int) -> None:
    with full.reading() as conn:
        whole = [row.incident for row in incidents(conn, order=order, limit=1000).rows]
        paged, after = [], None
        while True:
            page = incidents(conn, order=order, after=after, limit=limit)
            paged += [row.incident for row in page.rows]
            if (after := page.next) is None:
                break
    assert paged == whole
    assert len(set(whole)) == len(whole)


def test_the_newest_comes_first_and_the_deadliest_first(full: Store) -> None:
    with full.reading() as conn:
        days = [row.start or row.first_published or "" for row in incidents(conn).rows]
        killed = [row.killed_low for row in incidents(conn, order="deadliest", limit=6).rows]
    assert days == sorted(days, reverse=True)
    assert killed == [8, 7, 6, 5, 4, 3]


@pytest.mark.parametrize("after", ["x", "!!", "W10", "bnVsbA"])
def test_a_mark_that_is_none_is_refused(full: Store, after: str) -> None:
    with full.reading() as conn, pytest.raises(StoreError, match="not the mark"):
        incidents(conn, after=after)


def test_an_order_that_is_none_is_refused(full: Store) -> None:
    with full.reading() as conn, pytest.raises(StoreError, match="no order"):
        incidents(conn, order="alphabetical")


def test_a_chart_has_a_bar_a_day_with_the_lowest_figures(full: Store) -> None:
    with full.reading() as conn:
        bars = {day.day: day for day in chart(conn, Filter(kinds=("air_strike",)))}
    assert (bars["2025-07-21"].incidents, bars["2025-07-21"].killed) == (6, 33)
    assert list(bars) == sorted(bars)


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        ("الطائرات", {"s0", "s1", "s2", "s3", "s4", "s5"}),
        ("طائرات إدلب", {"s0"}),
        ("ادلب", {"s0"}),
        ("صواريخ", {"quoted"}),
        ("بالصواريخ", {"quoted"}),
        ("مستشفي", {"quoted"}),
        ('"الدفاع المدني"', {"quoted"}),
        ('"المدني الدفاع"', set()),
        ("وقود محطة", {"drone"}),
        ('"وقود محطة"', set()),
        ("كلمة", set()),
        ("؟!", set()),
        ('" OR 1', set()),
        ("", set()),
    ],
)
def test_search_finds_any_spelling_with_any_proclitics(full: Store, asked: str, names: set[str]) -> None:
    with full.reading() as conn:
        hits = search(conn, asked, limit=100).hits
        assert {report_of(conn, hit.report).name for hit in hits} == names
        assert count_hits(conn, asked) == len(names)


def test_hits_come_last_published_first_with_the_words_marked(full: Store) -> None:
    with full.reading() as conn:
        first = search(conn, "طائرات", limit=2)
        pages = [*first.hits, *search(conn, "طائرات", after=first.next, limit=100).hits]
    assert len({hit.report for hit in pages}) == len(pages) == 6
    days = [hit.published or "" for hit in pages]
    assert days == sorted(days, reverse=True)
    for hit in pages:
        assert [hit.excerpt[start:end] for start, end in hit.marks] == ["الطائرات"]
        assert len(hit.incidents) == 1


def test_both_kinds_of_database_answer_alike(tmp_path_factory: pytest.TempPathFactory, database: str) -> None:
    stores = [open_store(tmp_path_factory.mktemp("alike") / "record.waqai"), open_store(database)]
    answers = []
    for each in stores:
        fill(each)
        with each.reading() as conn:
            lists = [
                [row.incident for row in incidents(conn, order=order).rows] for order in ORDERS if order != "changed"
            ]
            words = ("الطائرات", "في", "صواريخ", "مدنيين", "و", "شخصان")
            answers.append((lists, [[hit.report for hit in search(conn, word).hits] for word in words]))
        each.close()
    assert answers[0] == answers[1]


def test_coverage_counts_reports_per_outlet_and_day(full: Store) -> None:
    with full.reading() as conn:
        found = {outlet.name: outlet for outlet in coverage(conn)}
        later = coverage(conn, since="2025-07-23", until="2025-07-25")
    assert found["a"].days == (("2025-07-22", 1), ("2025-07-24", 1), ("2025-07-26", 1))
    assert (found["first"].reports, found["first"].undated) == (4, 1)
    assert {outlet.name: outlet.reports for outlet in later} == {"a": 1, "b": 2}


def test_an_outlet_falls_silent_by_the_rule() -> None:
    daily = [f"2025-07-{day:02}" for day in range(1, 11)]
    assert [(s.first, s.last, s.days) for s in silences(daily, "2025-07-20")] == [("2025-07-11", "2025-07-20", 10)]
    assert silences(daily, "2025-07-13") == ()
    assert silences(daily[:4], "2025-07-31") == ()
    assert [s.days for s in silences([*daily, "2025-07-20"], "2025-07-20")] == [9]
    weekly = [f"2025-{month:02}-{day:02}" for month in (5, 6) for day in (1, 8, 15, 22)]
    assert silences(weekly, "2025-07-01") == ()


def test_every_proclitic_of_the_pack_is_taken_off_a_word() -> None:
    assert set(wanted("وبالصواريخ")) >= {"وبالصواريخ", "صواريخ"}
    assert "صواريخ" in terms_of(words_of("والصَّواريخِ"))


@given(st.text())
def test_any_text_is_found_by_each_of_its_words(text: str) -> None:
    words = words_of(text)
    terms = set(terms_of(words))
    assert all(terms & set(wanted(word)) for word in words)
    assert all(" " not in term and "'" not in term and '"' not in term for term in terms)
