"""The summary page: what it sums, in both languages, with nothing fetched and nobody private named in public."""

from __future__ import annotations

import io
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from exporting import examples
from stores import put_reports, report, strike
from waqai.cli.main import app
from waqai.export import Options
from waqai.export.dossier import Dossier
from waqai.export.report import write_report
from waqai.export.report.charts import HEIGHT, WIDTH, charts
from waqai.export.report.map import map_of
from waqai.export.report.summary import Spot, Tally, summarise
from waqai.export.withhold import withhold
from waqai.gazetteer import borders
from waqai.model.incident import Toll
from waqai.model.record import When
from waqai.store import Filter, Store, open_store

FETCHING = re.compile(
    r"""<(?:script|link|img|iframe|object|embed|video|audio)\b|\burl\(|@import|\bsrc=|\bsrcset=|\bon\w+=""",
    re.IGNORECASE,
)
PRIVATE = ("الخالدي", "المنصوري")


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory, empty_file: Path) -> Iterator[Store]:
    with open_store(shutil.copy(empty_file, tmp_path_factory.mktemp("report") / "record.waqai")) as opened:
        put_reports(
            opened,
            report("a", strike("إدلب", "ثلاثة"), "Gazette"),
            report("b", strike("إدلب", "خمسة"), "Wire"),
            report("c", strike("حماة"), "<b>Wire & Co</b>"),
            report("d", "قال حمدان الخالدي إن محادثات جرت يوم الأحد.", "Wire"),
        )
        yield opened


def page(store: Store, asked: Filter | None = None, **options: object) -> str:
    stream = io.BytesIO()
    with store.reading() as conn:
        write_report(conn, asked or Filter(), stream, Options(**options), made="2025-07-23")  # type: ignore[arg-type]
    return stream.getvalue().decode("utf-8")


def incident(number: int, **fields: object) -> Dossier:
    base = examples()[0]
    return replace(base, incident=replace(base.incident, id=f"i{number}", **fields))  # type: ignore[arg-type]


class Balanced(HTMLParser):
    """Complains of a tag that is not closed, or closed twice."""

    EMPTY = frozenset({"meta", "br", "path", "line"})

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag not in self.EMPTY:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: object) -> None:
        """It closes itself."""

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("public", [False, True])
@pytest.mark.parametrize("asked", [Filter(), Filter(kinds=("shelling",), since="2025-01-01")])
def test_the_page_is_whole_and_fetches_nothing(filled: Store, language: str, public: bool, asked: Filter) -> None:
    text = page(filled, asked, language=language, public=public)
    parser = Balanced()
    parser.feed(text)
    assert parser.open == []
    assert FETCHING.findall(text) == []
    assert f'<html lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}">' in text
    assert "{{" not in text


def test_the_tolls_are_ranges_with_who_says_what(filled: Store) -> None:
    tree = html.fromstring(page(filled))
    figures = [" ".join(part.itertext()).split() for part in tree.xpath("//section[@class='figures']//div")]
    assert figures[1][:5] == "Killed from 6 to 8".split()
    said = [" ".join(item.text_content().split()) for item in tree.xpath("//ul[@class='said']/li")]
    assert said[:2] == ["Killed 3: Gazette", "Killed 5: Wire"]


def test_words_of_reports_are_escaped(filled: Store) -> None:
    assert "<b>Wire" not in page(filled)
    assert "&lt;b&gt;Wire &amp; Co&lt;/b&gt;" in page(filled)


def test_no_side_of_the_page_is_left_or_right(root: Path) -> None:
    css = (root / "src/waqai/export/report/templates/report.css").read_text("utf-8")
    assert re.findall(r"\b(?:left|right)\b", css) == []


def test_both_languages_have_the_same_words(root: Path) -> None:
    folder = root / "src/waqai/export/report/templates"
    names = [
        re.findall(r"{% set (\w+)", (folder / f"words.{language}.html").read_text("utf-8")) for language in ("ar", "en")
    ]
    assert names[0] == names[1]
    assert len(set(names[0])) == len(names[0])


def test_the_conditions_are_printed_with_their_labels(filled: Store) -> None:
    text = " ".join(
        html.fromstring(page(filled, Filter(kinds=("air_strike",), since="2025-07-01"), language="ar"))
        .xpath("//header")[0]
        .text_content()
        .split()
    )
    assert "النوع غارة جوية" in text
    assert "من 2025-07-01" in text


def test_a_public_page_names_nobody_private(filled: Store) -> None:
    assert [name for name in PRIVATE if name in page(filled, public=True)] == []


def test_sums_leave_out_what_did_not_happen_and_running_totals() -> None:
    toll = Toll(100, 100, 100, "x")
    told = [
        incident(1),
        incident(2, status="planned", killed=toll),
        incident(3, family="harm", kind="toll", killed=toll),
        incident(4, status="denied", killed=toll),
        incident(5, killed=Toll(2, None, None, "x")),
    ]
    made = summarise(told, "en")
    assert (made.all, made.total.incidents, made.running, made.statuses) == (5, 2, 1, {"planned": 1, "denied": 1})
    assert (made.total.killed.low, made.total.killed.high, made.total.killed.open, made.total.killed.disputed) == (
        3,
        5,
        1,
        1,
    )
    assert len(made.lines) == 5


def test_what_has_no_day_or_too_many_is_on_none() -> None:
    told = [
        incident(1),
        incident(2, when=When()),
        incident(3, when=When(start="2025-07-01", end="2025-07-31")),
        incident(4, when=When(start="2025-07-20", end="2025-07-22")),
    ]
    made = summarise(told, "en")
    assert (made.without_day, sorted(made.days)) == (2, ["2025-07-20", "2025-07-21"])


def test_actors_that_are_not_public_are_in_no_table_of_a_public_page() -> None:
    assert list(summarise(map(withhold, examples()), "en").actors) == ["Armed Forces of Russia"]
    assert len(summarise(examples(), "en").actors) == 2


@settings(max_examples=50)
@given(st.dictionaries(st.dates(), st.integers(0, 1000), min_size=1, max_size=20))
def test_bars_hold_every_figure_and_stay_inside(values: dict[date, int]) -> None:
    days = {str(day): Tally(incidents=value) for day, value in values.items()}
    incidents, killed, _injured = charts(days)
    assert sum(bar.value for bar in incidents.bars) == sum(values.values())
    assert killed.bars == ()
    for bar in incidents.bars:
        assert 0 <= bar.x <= bar.x + bar.width <= WIDTH + 0.1
        assert 0 <= bar.y <= bar.y + bar.height <= HEIGHT + 0.1


@pytest.mark.parametrize(
    ("length", "step"), [(1, "day"), (62, "day"), (63, "week"), (400, "week"), (800, "month"), (9_000, "year")]
)
def test_bars_are_of_days_weeks_months_or_years(length: int, step: str) -> None:
    days = (date(2024, 1, 31), date(2024, 1, 31) + timedelta(days=length - 1))
    assert {chart.step for chart in charts({str(day): Tally(1) for day in days})} == {step}


def test_no_day_is_no_chart_and_no_point_no_map() -> None:
    assert charts({}) == []
    assert map_of([]) is None


@given(
    st.lists(
        st.builds(Spot, st.integers(1, 50), lon=st.floats(-180, 180), lat=st.floats(-85, 85), name=st.just("x")),
        min_size=1,
        max_size=5,
    )
)
@settings(max_examples=25)
def test_every_dot_is_on_the_map(spots: list[Spot]) -> None:
    made = map_of(spots)
    assert made is not None
    assert len(made.dots) == len(spots)
    assert all(-1 <= dot.x <= 641 and -1 <= dot.y <= made.height + 1 for dot in made.dots)


def test_no_line_crosses_the_whole_map() -> None:
    for _, points in borders((-180, -85, 180, 85)):
        assert all(abs(x0 - x1) < 90 for (x0, _), (x1, _) in pairwise(points))


def test_the_map_knows_the_borders_that_the_policy_knows() -> None:
    crimea, golan = (33.6, 45.9, 34.9, 46.3), (35.8, 32.8, 35.9, 33.3)
    for box in (crimea, golan):
        assert [kind for kind, _ in borders(box) if kind == "border"] == []
    assert [kind for kind, _ in borders((35.0, 33.05, 35.6, 33.15)) if kind == "border"]


def test_the_command_writes_the_page(filled: Store, tmp_path: Path) -> None:
    from typer.testing import CliRunner

    args = [
        "report",
        "--store",
        filled.url,
        "--since",
        "2025-07-01",
        "--language",
        "ar",
        "--out",
        str(tmp_path / "r.html"),
    ]
    result = CliRunner().invoke(app, args)
    assert result.exit_code == 0
    assert result.stderr == "waqai: 2 incidents of 3 reports, 0 without a place\n"
    assert "تقرير" in (tmp_path / "r.html").read_text("utf-8")
