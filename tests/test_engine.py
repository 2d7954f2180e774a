"""The engine: the whole way from a report to its record, the same each time, with and without a day of publication."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest

from waqai.engine import STAGES, read, read_report
from waqai.errors import InputError
from waqai.model.record import Event, Record, Report, When
from waqai.schema import to_json

TITLE = "هجوم بمسيرات على مدينة سومي"
TEXT = (
    "هاجمت مسيرات روسية مدينة سومي مساء أمس، ما أدى إلى إصابة 3 أشخاص بينهم طفلة تبلغ من العمر 7 سنوات. "
    "وقال رئيس الإدارة العسكرية إن الهجوم دمر محطة وقود. وفي 12 يوليو 2025 قصفت الطائرات مدينة خاركيف وقتل رجلان."
)
HASHED = f"""
import json, hashlib
from waqai.engine import read
from waqai.schema import to_json
print(json.dumps(to_json(read({TEXT!r}, title={TITLE!r}, published="2025-07-22")), sort_keys=True))
"""


def timeless(event: Event) -> Event:
    return replace(event, when=When())


def test_the_same_report_gives_the_same_record() -> None:
    assert read(TEXT, title=TITLE, published="2025-07-22") == read(TEXT, title=TITLE, published="2025-07-22")


def test_the_record_does_not_hang_on_the_seed_of_hashes() -> None:
    def run(seed: str) -> str:
        env = {**os.environ, "PYTHONHASHSEED": seed}
        return subprocess.run(
            [sys.executable, "-c", HASHED], env=env, capture_output=True, text=True, check=True
        ).stdout

    assert run("1") == run("77")


def test_the_record_names_its_report() -> None:
    record = read_report(Report("r7", TEXT, TITLE, "2025-07-22", "outlet", "ar"))
    assert (record.id, record.title, record.source, record.lang, record.published) == (
        "r7", TITLE, "outlet", "ar", "2025-07-22"
    )  # fmt: skip
    assert record.contract == "1"


def test_without_a_day_of_publication_only_relative_days_are_lost() -> None:
    dated, undated = (read(TEXT, title=TITLE, published=day).events for day in ("2025-07-22", None))
    assert [timeless(e) for e in undated] == [timeless(e) for e in dated]
    assert [e.when.start for e in dated] == ["2025-07-21", "2025-07-12"]
    assert [e.when.start for e in undated] == [None, "2025-07-12"]
    assert [e.when.text for e in undated] == [e.when.text for e in dated]


@pytest.mark.parametrize("day", ["", None])
def test_no_day_is_no_day(day: str | None) -> None:
    assert read("قصفت الطائرات مدينة صور أمس.", published=day).events[0].when.start is None


@pytest.mark.parametrize("day", ["2025-07-22T05:30:00Z", "2025-07-22 23:59"])
def test_the_hour_of_publication_is_no_matter(day: str) -> None:
    assert read("قصفت الطائرات مدينة صور أمس.", published=day).events[0].when.start == "2025-07-21"


@pytest.mark.parametrize("day", ["yesterday", "22.07.2025", "2025-13-01", "2025-02-30"])
def test_a_day_that_is_none_is_refused_in_words(day: str) -> None:
    with pytest.raises(InputError, match="is not a day such as"):
        read(TEXT, published=day)


@pytest.mark.parametrize("text", ["", "\n", " ", ".", "و", "أ", "x", "🔴", "\x00", "1", "،،،"])
def test_a_report_with_nothing_in_it_has_no_events(text: str) -> None:
    record = read(text, title=text)
    assert (record.events, record.statements, record.checks) == ((), (), ())


def test_the_title_counts_in_the_offsets() -> None:
    record = read("انتهى الخبر.", title="قصفت الطائرات مدينة صور.")
    (event,) = record.events
    (place,) = event.places
    assert "قصفت الطائرات مدينة صور.\nانتهى الخبر."[slice(*place.span)] == "مدينة صور" == place.text


def test_every_stage_is_entered_once_and_in_order() -> None:
    entered: list[str] = []

    @contextmanager
    def clock(stage: str) -> Iterator[None]:
        entered.append(stage)
        yield

    read_report(Report("r", TEXT), clock)
    assert list(dict.fromkeys(entered)) == list(STAGES)
    assert len(entered) == len(STAGES)


def test_confidence_is_a_share() -> None:
    assert all(0 < e.confidence <= 1 for e in read(TEXT, published="2025-07-22").events)


def test_a_report_of_another_language_tag_is_read_with_the_pack_there_is() -> None:
    assert len(read(TEXT, lang="ar-SY").events) == 2


def test_the_order_of_reports_does_not_matter() -> None:
    texts = [TEXT, "قصفت الطائرات بلدة زرنوقة.", "قال Volodymyr Zelensky إن الحرب طالت.", ""]

    def records(order: list[str]) -> dict[str, Record]:
        return {text: read(text, published="2025-07-22") for text in order}

    assert records(texts) == records(texts[::-1])


def test_the_record_can_be_written_as_json() -> None:
    page = to_json(read(TEXT, title=TITLE, published="2025-07-22"))
    assert json.loads(json.dumps(page))["events"][0]["kind"] == "drone_strike"


@pytest.mark.parametrize(
    ("sentence", "day", "places"),
    [
        ("قتل خمسة أشخاص في هجوم على سوق في إب.", None, ["إب"]),
        ("قتل خمسة أشخاص في هجوم على سوق دمشق في آب/أغسطس.", "2024-08-01", ["سوق دمشق"]),
        ("قتل خمسة أشخاص في هجوم على سوق دمشق في شهر آب.", "2024-08-01", ["سوق دمشق"]),
    ],
)
def test_the_town_of_ibb_is_no_month_and_august_no_town(sentence: str, day: str | None, places: list[str]) -> None:
    (event,) = read(sentence, published="2025-07-22").events
    assert (str(event.when.start) if event.when and event.when.start else None) == day
    assert [place.text for place in event.places] == places
