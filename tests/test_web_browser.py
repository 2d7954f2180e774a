"""The app in a real browser: map, filter, selection, highlights, keyboard, languages, accessibility, and no outside request."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, suppress
from functools import partial
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("playwright", reason="browser tests: playwright is not installed")

from playwright.sync_api import Browser, expect

from arabic_walk import english_in
from browser import DRAWS, SWITCHES, NoBrowser, Visit, browser, find_chromium, served, visit
from stores import put_reports, report, strike
from waqai.store import Store, decisions, open_store
from web_desk import XSS

AXE = (Path(__file__).parent / "vendor" / "axe-4.14.1.min.js").read_text("utf-8")
ODD = (
    "أعلنَ الدفاعُ المدنيُّ 🔴🇸🇾 أنَّ ثلاثةَ مدنيّينَ قُتِلوا في قصفٍ جوّيٍّ على مدينةِ إدلب يومَ الاثنين، "
    "وقال John Smith (BBC) إن خمسةً آخرينَ أُصيبوا 👨‍👩‍👧."
)
SERIOUS = ("serious", "critical")
Open = Callable[..., AbstractContextManager[Visit]]

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with ExitStack() as stack:
        try:
            yield stack.enter_context(browser())
        except NoBrowser as error:
            pytest.skip(f"browser tests: {error}")


@pytest.fixture(scope="module")
def drawing(chromium: Browser) -> Iterator[Browser]:
    """One that has WebGL."""
    made = chromium.browser_type.launch(executable_path=find_chromium(), args=[*SWITCHES, *DRAWS])
    yield made
    made.close()


@pytest.fixture(scope="module")
def odd_file(tmp_path_factory: pytest.TempPathFactory, desk_file: Path) -> Path:
    path = Path(shutil.copy(desk_file, tmp_path_factory.mktemp("odd") / "record.waqai"))
    with open_store(path) as made:
        put_reports(made, report("odd", ODD, "third", title="غارة 🔴 على إدلب"), report("d", strike("درعا"), "first"))
        made.seal()
    return path


@pytest.fixture
def desk(odd_file: Path, tmp_path: Path) -> Iterator[Store]:
    with open_store(shutil.copy(odd_file, tmp_path / "record.waqai")) as opened:
        yield opened


@pytest.fixture
def look(chromium: Browser, desk: Store) -> Iterator[Open]:
    with served(desk) as base:
        yield partial(visit, chromium, base)


def rows(seen: Visit) -> list[str]:
    return [str(row.get_attribute("data-incident")) for row in seen.page.locator("#list .row").all()]


def text_of(found: Any) -> str:
    return str(found.text_content()).strip()


def api(seen: Visit, path: str) -> Any:
    return seen.page.request.get(f"{seen.base}/api/v1{path}").json()


def report_of(seen: Visit, outlet: str) -> str:
    return str(api(seen, f"/incidents?source={outlet}")["items"][0]["incident"])


def test_the_map_draws_marks_and_arabic_labels_and_asks_nobody_else(desk: Store, drawing: Browser) -> None:
    with served(desk) as base, visit(drawing, base, "ar") as seen:
        asked: list[str] = []
        seen.page.on("response", lambda answer: asked.append(f"{answer.status} {answer.url}"))
        page = seen.go("/incidents", "html[data-spots][data-map=drawn]")
        assert page.locator(".mark").count() >= 1
        assert sum(int(text_of(mark) or 1) for mark in page.locator(".maplibregl-marker").all()) == 3
        assert any(url.endswith("mapbox-gl-rtl-text.js") and url.startswith("200") for url in asked)
        assert any("labels.geojson" in url for url in asked)
        expect(page.locator(".maplibregl-ctrl-zoom-in")).to_have_attribute("aria-label", "تكبير")
        page.evaluate(
            "for (const mark of document.querySelectorAll('.mark')) mark.title = mark.ariaLabel = ''"
        )  # names
        assert english_in(page.content()) == []
        assert (seen.outside, seen.errors) == ([], [])


def test_filter_selection_and_address_are_one(look: Open) -> None:
    with look() as seen:
        page = seen.go("/incidents")
        every = rows(seen)
        assert len(every) == 3
        page.get_by_label("From", exact=True).fill("2025-07-21")
        expect(page.locator("#list .row")).to_have_count(2)
        assert "from=2025-07-21" in page.url
        page.locator("#list .row > a").first.click()
        expect(page.locator("#list .row[data-selected] .quote").first).to_be_visible()
        assert f"selected={rows(seen)[0]}" in page.url
        seen.go(page.url.removeprefix(seen.base))
        expect(page.locator("#list .row[data-selected] .quote").first).to_be_visible()
        page.locator(".chips a.clear").click()
        expect(page.locator("#list .row")).to_have_count(3)
        page.go_back()
        expect(page.locator("#list .row")).to_have_count(2)
        assert page.get_by_label("From", exact=True).input_value() == "2025-07-21"


def test_what_the_form_has_no_field_for_stays_when_another_condition_changes(look: Open) -> None:
    with look() as seen:
        page = seen.go("/incidents?max_killed=100&box=30,30,45,40")
        page.get_by_label("From", exact=True).fill("2025-07-21")
        expect(page.locator("#list .row")).to_have_count(2)
        assert all(part in page.url for part in ("max_killed=100", "box=", "from=2025-07-21"))


def test_what_scripts_write_is_in_arabic_too(look: Open) -> None:
    with look("ar") as seen:
        page = seen.go("/review", "html[data-sheet]")
        for key in ("a", "u", "c", "j", "j", "j", "j"):
            page.keyboard.press(key)
            page.wait_for_timeout(250)
            assert english_in(page.content()) == []
            page.keyboard.press("Escape")
        page = seen.go("/add", "html.js")
        file = {"name": "x.txt", "mimeType": "text/plain", "buffer": b"x"}
        page.locator("input[type=file]").set_input_files([file])  # type: ignore[list-item]
        expect(page.locator("output")).to_have_text("x.txt")


def test_a_newcomer_gets_from_a_toll_to_its_words_in_two_clicks(look: Open) -> None:
    with look() as seen:
        page = seen.go("/incidents?place=Hama")
        page.locator("#list .row > a").click()
        page.locator(".card .line").first.locator(".quote").click()
        page.wait_for_selector("html[data-ready]", state="attached")
        lit = page.evaluate("[...CSS.highlights.get('w-hot')].map((range) => range.toString())")
        assert lit == ["أربعة مدنيين"]


LETTERS = """() => [...document.querySelectorAll('[data-text] p')].flatMap((p) => {
  const node = p.firstChild, found = [];
  for (let at = 0; at < node.length; at++) {
    const range = new Range(); range.setStart(node, at); range.setEnd(node, at + 1);
    const box = range.getBoundingClientRect(); found.push([box.x, box.y, box.width, box.height]);
  }
  return found;
})"""
RANGES = """async () => {
  const { Marked } = await import('/static/marks.mjs');
  const marked = new Marked(document.querySelector('.report'));
  return marked.values.map((v) => [v.start, v.end, v.ranges.map((r) => r.toString()).join('\\n')]);
}"""


def test_highlights_lie_on_the_exact_words_and_move_no_letter(look: Open) -> None:
    with look() as seen:
        version = api(seen, f"/search?words={'الدفاع'}")["items"][0]["report"]
        kept = api(seen, f"/reports/{version}")["item"]
        whole = f"{kept['title']}\n{kept['text']}"
        page = seen.go(f"/reports/{version}")
        found = page.evaluate(RANGES)
        assert len(found) >= 6
        for start, end, text in found:
            assert text == whole[start:end]
        assert page.evaluate("[...document.querySelectorAll('[data-text] p')].every((p) => p.childNodes.length === 1)")
        drawn = page.evaluate(LETTERS)
        assert page.evaluate("CSS.highlights.size") >= 3
        page.evaluate("CSS.highlights.clear()")
        assert page.evaluate(LETTERS) == drawn


def test_a_browser_without_highlights_gets_boxes_under_untouched_text(look: Open) -> None:
    with look() as seen:
        version = api(seen, f"/search?words={'الدفاع'}")["items"][0]["report"]
        seen.page.add_init_script("delete window.Highlight; delete CSS.highlights")
        page = seen.go(f"/reports/{version}")
        expect(page.locator(".lay").first).to_be_attached()
        assert page.locator(".lay").count() >= 5
        assert page.evaluate("[...document.querySelectorAll('[data-text] p')].every((p) => p.childNodes.length === 1)")


def test_pointing_at_words_lights_their_value_and_the_other_way_round(look: Open) -> None:
    with look() as seen:
        version = api(seen, f"/search?words={'حماة'}")["items"][0]["report"]
        page = seen.go(f"/reports/{version}")
        value = page.locator(".value.field-killed").first
        value.hover()
        assert page.evaluate("[...CSS.highlights.get('w-hot')].map(String)") == ["أربعة مدنيين"]
        box = page.evaluate(
            "(() => { const b = [...CSS.highlights.get('w-hot')][0].getBoundingClientRect(); return [b.x + b.width / 2, b.y + b.height / 2]; })()"
        )
        page.mouse.move(5, 5)
        page.mouse.move(*box)
        expect(value).to_have_class(re.compile(r"\bhot\b"))


def test_markup_in_a_report_stays_text(look: Open) -> None:
    with look() as seen:
        version = api(seen, f"/search?words={'حماة'}")["items"][0]["report"]
        for path in (f"/reports/{version}", "/incidents?place=Hama", "/review?place=Hama"):
            page = seen.go(path)
            assert page.title() not in ("1", "2")
            assert page.locator("main img").count() == 0
        page = seen.go(f"/reports/{version}")
        assert XSS in str(page.locator("[data-text]").text_content())
        assert seen.errors == []


def booked(desk: Store) -> list[tuple[str, str]]:
    with desk.reading() as conn:
        return [
            (each.action, str((each.after or {}).get("state", "")))
            for each in decisions(conn)
            if each.action != "account"
        ]  # type: ignore[attr-defined]


def test_the_queue_is_worked_through_with_the_keyboard_alone(look: Open, desk: Store) -> None:
    with look() as seen:
        page = seen.go("/review", "html[data-sheet]")
        first, second, third = (str(r.get_attribute("data-incident")) for r in page.locator("#queue .row").all())
        page.keyboard.press("a")
        page.wait_for_selector(f"html[data-sheet={second}]", state="attached")
        assert booked(desk)[0] == ("review", "reviewed")
        page.keyboard.press("r")
        page.keyboard.type("told elsewhere")
        page.keyboard.press("Enter")
        page.wait_for_selector(f"html[data-sheet={third}]", state="attached")
        assert booked(desk)[0] == ("review", "rejected")
        page.keyboard.press("u")
        page.wait_for_selector(f"html[data-sheet={second}]", state="attached")
        expect(page.locator("#toast")).to_have_text("Undone")
        assert booked(desk)[0] == ("review", "machine")
        page.keyboard.press("k")
        page.wait_for_selector(f"html[data-sheet={first}]", state="attached")
        assert seen.errors == []


def test_a_value_is_corrected_by_selecting_words(look: Open, desk: Store) -> None:
    with look() as seen:
        page = seen.go("/review?place=Hama", "html[data-sheet]")
        page.locator(".value.field-killed").first.focus()
        page.keyboard.press("c")
        page.evaluate(
            """() => { const p = [...document.querySelectorAll('[data-text] p')].find((p) => p.textContent.includes('أربعة'));
            const at = p.firstChild.data.indexOf('أربعة'); getSelection().setBaseAndExtent(p.firstChild, at, p.firstChild, at + 5); }"""
        )
        expect(page.locator(".correct output")).to_have_text("أربعة")
        page.locator('.correct input[name="low"]').fill("6")
        page.locator('.correct input[name="high"]').fill("7")
        page.keyboard.press("Enter")
        expect(page.locator(".sheet-in .figure-killed b")).to_have_text("6–7")
        assert booked(desk)[0][0] == "correct"
        page.keyboard.press("u")
        expect(page.locator(".sheet-in .figure-killed b")).to_have_text("4")


def test_a_place_is_corrected_to_one_of_the_index(look: Open, desk: Store) -> None:
    with look() as seen:
        page = seen.go("/review?place=Hama", "html[data-sheet]")
        page.locator(".value.field-place").first.focus()
        page.keyboard.press("c")
        page.locator('.correct input[name="value"]').fill("حمص")
        page.keyboard.press("Enter")
        expect(page.locator(".sheet-in h2 .at")).to_contain_text("Homs")
        assert booked(desk)[0][0] == "correct"
        found = api(seen, "/incidents?place=Homs")["items"][0]
        assert (found["level"], found["lat"] is not None) == ("settlement", True)


def test_a_stale_decision_is_refused_and_says_what_changed(look: Open, desk: Store) -> None:
    from waqai.store import set_review

    with look() as seen:
        page = seen.go("/review", "html[data-sheet]")
        incident = str(page.locator("#queue .row").first.get_attribute("data-incident"))
        with desk.writing() as conn:
            set_review(conn, incident, "needs_work", "Sami", seen=0, note="place?")
        page.keyboard.press("a")
        expect(page.locator("#toast")).to_contain_text("it changed since you looked")
        expect(page.locator("#toast")).to_contain_text("Sami")
        expect(page.locator(".sheet-in .state")).to_have_text("Needs work")
        page.keyboard.press("a")
        expect(page.locator("#queue .row .state").first).to_have_text("Reviewed")


def test_incidents_are_merged_split_and_brought_back(look: Open) -> None:
    with look() as seen:
        page = seen.go("/incidents?disputed=yes")
        incident, other = rows(seen)[0], str(api(seen, "/incidents?place=Hama")["items"][0]["incident"])
        page = seen.go(f"/incidents/{incident}")
        page.locator("#merge input[name=other]").fill(other)
        page.locator("#merge button").click()
        expect(page.locator(".claims thead th[scope=col]")).to_have_count(5)
        page.locator("[data-undo]").click()
        expect(page.locator(".claims thead th[scope=col]")).to_have_count(4)
        page.locator('input[name="sighting"]').first.check()
        page.locator("#split button").click()
        expect(page.locator(".claims thead th[scope=col]")).to_have_count(3)
        page.locator("[data-undo]").click()
        expect(page.locator(".claims thead th[scope=col]")).to_have_count(4)


def test_the_language_is_switched_and_stays(look: Open) -> None:
    with look() as seen:
        page = seen.go("/incidents?kind=air_strike")
        page.get_by_role("button", name="العربية").click()
        expect(page.locator("html")).to_have_attribute("dir", "rtl")
        assert page.url.endswith("/incidents?kind=air_strike")
        page = seen.go("/decisions")
        expect(page.locator("h1")).to_have_text("القرارات")


@pytest.mark.parametrize(("lang", "scheme"), [("en", "light"), ("ar", "dark")])
def test_axe_finds_no_serious_fault(look: Open, lang: str, scheme: str) -> None:
    with look(lang=lang, color_scheme=scheme) as seen:
        incident = report_of(seen, "second")
        version = api(seen, f"/incidents/{incident}")["item"]["sightings"][0]["report"]
        found = {}
        pages = (f"/incidents?selected={incident}", f"/incidents/{incident}", f"/reports/{version}", "/review")
        for path in (*pages, "/search?words=مدينة", "/add", "/coverage", "/decisions", "/mine"):
            seen.page.goto(seen.base + path)
            with suppress(Exception):
                seen.page.wait_for_selector("html[data-ready]", state="attached", timeout=8000 if path in pages else 1)
            seen.page.evaluate(AXE)
            said = seen.page.evaluate("axe.run({ resultTypes: ['violations'] })")
            faults = [f"{v['id']}: {v['nodes'][0]['html'][:200]}" for v in said["violations"] if v["impact"] in SERIOUS]
            if faults:
                found[path] = faults
        assert found == {}


def test_a_phone_shows_everything_without_scrolling_sideways(look: Open) -> None:
    with look(lang="ar", is_mobile=True) as seen:
        seen.page.set_viewport_size({"width": 375, "height": 800})
        incident = report_of(seen, "second")
        for path in ("/incidents", f"/incidents/{incident}", "/review", "/add"):
            seen.page.goto(seen.base + path)
            assert seen.page.evaluate("document.documentElement.scrollWidth <= 376"), path


def test_a_page_says_that_what_it_shows_has_changed(look: Open, desk: Store) -> None:
    with look("ar") as seen:
        for path in ("/incidents", "/review"):
            page = seen.go(path)
            page.wait_for_timeout(300)
            expect(page.locator("#fresh")).to_be_hidden()
            put_reports(desk, report(f"late {path}", strike("درعا"), "late"))
            page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
            expect(page.locator("#fresh")).to_be_visible()
            page.locator("#fresh button").click()
            page.wait_for_selector("html[data-ready]", state="attached")
            expect(page.locator("#fresh")).to_be_hidden()
        assert (seen.outside, seen.errors) == ([], [])
