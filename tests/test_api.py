"""The Python API, pinned: what ``import waqai`` offers, and that it stays light."""

from __future__ import annotations

import subprocess
import sys

import pytest

import waqai

PUBLIC = [
    "Actor",
    "Check",
    "ClaimFigures",
    "Event",
    "Figure",
    "GazetteerError",
    "Harm",
    "InputError",
    "PackError",
    "Place",
    "Record",
    "Report",
    "Source",
    "Span",
    "Statement",
    "Target",
    "WaqaiError",
    "Weapon",
    "When",
    "__version__",
    "json_schema",
    "read",
    "read_report",
    "reports",
    "to_json",
]


def test_the_public_names_are_pinned() -> None:
    assert waqai.__all__ == PUBLIC == sorted(PUBLIC)
    assert all(getattr(waqai, name) is not None for name in PUBLIC)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = waqai.nothing


def test_read_gives_the_record_of_a_text() -> None:
    record = waqai.read("قصفت الطائرات الحربية مدينة إدلب يوم الاثنين.", published="2025-07-22", id="r1", source="here")
    assert (record.id, record.source, record.published, record.contract) == ("r1", "here", "2025-07-22", "1")
    assert [event.kind for event in record.events] == ["air_strike"]


def test_read_and_read_report_agree() -> None:
    report = waqai.Report(id="r1", title="عنوان", text="انفجرت سيارة مفخخة في بغداد.", published="2025-07-22")
    assert waqai.read_report(report) == waqai.read(report.text, title=report.title, published="2025-07-22", id="r1")


def test_a_day_that_is_none_is_refused() -> None:
    with pytest.raises(waqai.InputError, match="not a day"):
        waqai.read("نص", published="yesterday")


def test_importing_waqai_does_not_load_the_engine() -> None:
    code = "import sys, waqai; print([m for m in ('waqai.engine', 'rich', 'typer', 'msgspec') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
