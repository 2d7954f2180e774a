"""The pages of the app, as a browser gets them: each answers, in both languages, and what sources say stays text."""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from html.parser import HTMLParser
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from arabic_walk import stem
from stores import put_reports, report, strike
from waqai.store import Day, Store
from waqai.vocab import load
from waqai.web.pages.table import PAGES
from waqai.web.strings import lanes, strings
from waqai.web.view.timeline import timeline
from web_desk import XSS, client_of, csrf_of, ids, send

WEB = Path(__file__).resolve().parent.parent / "src" / "waqai" / "web"
PLAIN = ["/incidents", "/review", "/search", "/search?words=إدلب", "/add", "/coverage", "/decisions", "/mine"]


@pytest.fixture
def client(desk: Store) -> Iterator[TestClient]:
    with client_of(desk) as made:
        yield made


def report_of(client: TestClient, incident: str) -> str:
    return str(client.get(f"/api/v1/incidents/{incident}").json()["item"]["sightings"][0]["report"])


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_every_page_answers_in_both_languages(client: TestClient, lang: str) -> None:
    incident = ids(client)[0]
    report = report_of(client, incident)
    client.cookies.set("waqai_lang", lang)
    paths = [*PLAIN, f"/incidents/{incident}", f"/reports/{report}"]
    for path in paths:
        answer = client.get(path)
        assert answer.status_code == 200, path
        assert f'<html lang="{lang}" dir="{"rtl" if lang == "ar" else "ltr"}"' in answer.text
    for part in (f"/incidents/{incident}/card", f"/incidents/{incident}/sheet", f"/reports/{report}/why/e1"):
        assert client.get(part).status_code == 200


def test_no_page_was_forgotten_above() -> None:
    shown = {path.partition("?")[0] for path in PLAIN}
    elsewhere = {
        "/",
        "/login",
        "/people",
        "/join/{secret}",
        "/add/{job}",
        "/changed",
        "/export/{form}",
        "/reports/{report}/original",
    }
    single = {path for method, path, _, _ in PAGES if method == "GET" and "{" not in path}
    assert single - elsewhere == shown


def test_the_list_says_how_many_are_shown_match_and_have_no_place(client: TestClient) -> None:
    assert "2 shown · 2 matching · 0 without a place" in client.get("/incidents").text
    assert "1 shown · 1 matching" in client.get("/incidents?from=2025-07-21").text


def test_figures_that_differ_stand_side_by_side(client: TestClient) -> None:
    disputed = ids(client, "?disputed=yes")
    assert len(disputed) == 1
    page = client.get(f"/incidents/{disputed[0]}").text
    assert '<tr class="differ">' in page
    assert "3–5" in page


def test_a_value_leads_to_its_words(client: TestClient) -> None:
    page = client.get(f"/incidents/{ids(client)[0]}").text
    target = re.search(r'href="(/reports/r\w+\.1)#(c\w+)"', page)
    assert target is not None
    report = client.get(target[1]).text
    assert f'id="{target[2]}"' in report


class _Paragraphs(HTMLParser):
    """The text of each paragraph with an offset."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[int, str]] = []
        self.inside = False
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        start = dict(attrs).get("data-start")
        self.tags.append(tag)
        self.inside = start is not None
        if start is not None:
            self.found.append((int(start), ""))

    def handle_endtag(self, tag: str) -> None:
        self.inside = False

    def handle_data(self, data: str) -> None:
        if self.inside:
            start, text = self.found[-1]
            self.found[-1] = (start, text + data)


def test_the_text_of_a_report_stands_at_its_own_offsets_and_stays_text(client: TestClient) -> None:
    report = report_of(client, ids(client, "?place=حماة")[0])
    kept = client.get(f"/api/v1/reports/{report}").json()["item"]
    whole = f"{kept['title']}\n{kept['text']}"
    page = _Paragraphs()
    page.feed(client.get(f"/reports/{report}").text)
    assert XSS in whole
    assert page.found
    for start, text in page.found:
        assert whole[start : start + len(text)] == text
    assert "img" not in page.tags


def test_an_old_address_leads_to_where_the_incident_is_now(client: TestClient) -> None:
    one, other = ids(client)
    merged = send(client, "/api/v1/merges", {"one": one, "other": other}).json()["item"]["incident"]
    gone = other if merged == one else one
    answer = client.get(f"/incidents/{gone}")
    assert (answer.status_code, answer.headers["location"]) == (303, f"/incidents/{merged}?was={gone}")
    assert gone in client.get(answer.headers["location"]).text


def test_the_archived_original_comes_as_a_file_that_no_browser_shows(client: TestClient) -> None:
    report = report_of(client, ids(client)[0])
    answer = client.get(f"/reports/{report}/original")
    assert answer.headers["content-disposition"].startswith("attachment")
    assert answer.headers["content-type"] == "application/octet-stream"
    assert "sandbox" in answer.headers["content-security-policy"]
    assert answer.content


def test_a_report_that_is_pasted_is_read(client: TestClient, desk: Store) -> None:
    form = {"csrf": csrf_of(client), "text": "قصفت الطائرات الحربية مدينة درعا وقتل سبعة مدنيين.", "outlet": "third"}
    answer = client.post("/add", data=form | {"published": "2025-07-23"})
    page = answer.headers["location"]
    client.app.state.site.jobs.close()  # type: ignore[attr-defined]
    assert "Done" in client.get(page).text
    assert len(ids(client, "?source=third")) == 1


def test_a_file_that_is_sent_is_read_and_named_by_its_bytes(client: TestClient) -> None:
    text = "قصفت الطائرات الحربية مدينة درعا وقتل سبعة مدنيين.".encode()
    sent = client.post("/add", data={"csrf": csrf_of(client)}, files={"files": ("../../etc/x.txt", text)})
    client.app.state.site.jobs.close()  # type: ignore[attr-defined]
    job = client.get(sent.headers["location"].replace("/add/", "/api/v1/jobs/")).json()["item"]
    assert (job["new"], job["failures"]) == (1, [])
    name = client.get(f"/api/v1/reports/{job['versions'][0]}").json()["item"]["name"]
    assert re.fullmatch(r"upload:[0-9a-f]{16}/x\.txt", name)


def test_a_view_is_saved_and_leads_back_to_its_filter(client: TestClient) -> None:
    form = {"csrf": csrf_of(client), "name": "إدلب", "query": "place=Idlib"}
    assert client.post("/views", data=form).headers["location"] == "/incidents?place=Idlib"
    assert 'href="/incidents?place=Idlib"' in client.get("/mine").text


def test_an_export_has_what_the_filter_asks_for(client: TestClient) -> None:
    answer = client.get("/export/csv?place=Hama")
    assert answer.headers["content-disposition"] == 'attachment; filename="waqai-csv.csv"'
    assert len(answer.text.strip().splitlines()) == 2
    assert client.get("/export/nothing").status_code == 404


def test_an_unknown_parameter_is_refused(client: TestClient) -> None:
    for path in ("/incidents?colour=red", "/search?word=x", "/api/v1/incidents?colour=red"):
        assert client.get(path).status_code == 400


def test_what_is_not_there_is_a_page(client: TestClient) -> None:
    for path in ("/incidents/inothing", "/reports/rnothing", "/nowhere", "/add/nothing"):
        answer = client.get(path)
        assert answer.status_code == 404
        assert "There is no such page" in answer.text


def test_the_language_of_the_browser_holds_until_somebody_chooses(client: TestClient) -> None:
    assert 'dir="rtl"' in client.get("/incidents", headers={"accept-language": "ar-SY,en;q=0.5"}).text
    form = {"csrf": csrf_of(client), "lang": "ar", "digits": "arab", "back": "/search"}
    answer = client.post("/screen", data=form)
    assert answer.headers["location"] == "/search"
    assert "المعروض ٢" in client.get("/incidents").text


def test_the_two_languages_have_the_same_words() -> None:
    english, arabic = strings("en"), strings("ar")
    assert {stem(key) for key in english} == {stem(key) for key in arabic}
    parts = {key: set(re.findall(r"{\w+}", words)) for key, words in english.items() if stem(key) == key}
    assert {key: set(re.findall(r"{\w+}", words)) for key, words in arabic.items() if stem(key) == key} == parts


def test_every_word_of_the_templates_is_there() -> None:
    used = {
        key for page in (WEB / "templates").glob("*.html") for key in re.findall(r'\bt\("([\w.]+\w)"', page.read_text())
    }
    known = strings("en").keys() | {stem(key) for key in strings("en")}
    assert used - known == set()


def test_every_kind_has_a_lane() -> None:
    drawn = [kind for kinds in lanes().values() for kind in kinds]
    assert sorted(drawn) == sorted(load().kinds)
    script = (WEB / "static" / "map.mjs").read_text()
    assert all(f'"{kind}"' in script for kind in drawn)


def test_styles_know_no_left_and_right() -> None:
    said = {}
    for sheet in sorted((WEB / "static").glob("*.css")):
        text = re.sub(r"/\*.*?\*/", "", sheet.read_text(), flags=re.DOTALL)
        said[sheet.name] = re.findall(
            r"(?<![\w-])(?:left|right|(?:margin|padding|border)-(?:left|right)|text-align:\s*(?:left|right)|float:\s*(?:left|right))\b\s*:?",
            text,
        )
    assert {name: found for name, found in said.items() if found} == {}


def test_templates_ask_no_other_host_and_hold_no_script() -> None:
    for page in (WEB / "templates").glob("*.html"):
        text = page.read_text()
        assert not re.findall(r'(?:src|href)="(?:https?:)?//', text), page.name
        assert not re.findall(r"<script(?![^>]*(?:src=|application/json))", text), page.name
        assert not re.findall(r"\s(?:on\w+|style)=", text), page.name
        assert "|safe" not in text


def test_what_is_vendored_is_what_it_says(root: Path) -> None:
    import hashlib

    folder = WEB / "static" / "vendor"
    table = tomllib.loads((folder / "VENDOR.toml").read_text())
    listed = {name: digest for package in table.values() for name, digest in package["files"].items()}
    there = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}
    assert {name: digest for name, digest in there.items() if name != "VENDOR.toml"} == listed
    assert all(any(name.startswith("LICENSE") for name in package["files"]) for package in table.values())


def test_the_chart_has_as_many_bars_as_fit_and_counts_everything() -> None:
    for days in (1, 30, 400, 4000):
        every = [Day((date(2015, 1, 1) + timedelta(at)).isoformat(), 1, 2, 3) for at in range(days)]
        drawn = timeline(every)
        assert drawn is not None
        assert 20 <= len(drawn.bars) <= 121
        assert [sum(getattr(bar, name) for bar in drawn.bars) for name in ("incidents", "killed", "injured")] == [
            days,
            2 * days,
            3 * days,
        ]
    assert timeline([]) is None


def test_a_page_can_ask_whether_the_record_or_its_incident_changed(client: TestClient, desk: Store) -> None:
    one, other = ids(client)
    asked = ("/changed", f"/incidents/{one}/changed", f"/incidents/{other}/changed")
    marks = {path: client.get(path).headers["etag"] for path in asked}

    def moved() -> set[str]:
        statuses = {path: client.get(path, headers={"If-None-Match": mark}).status_code for path, mark in marks.items()}
        assert set(statuses.values()) <= {200, 304}
        return {path for path, status in statuses.items() if status == 200}

    assert moved() == set()
    revision = client.get(f"/api/v1/incidents/{one}").json()["item"]["review"]["revision"]
    send(client, "/api/v1/reviews", {"incidents": [{"incident": one, "revision": revision}], "state": "reviewed"})
    assert moved() == {"/changed", f"/incidents/{one}/changed"}
    marks["/changed"] = client.get("/changed").headers["etag"]
    put_reports(desk, report("new", strike("درعا"), "third"))
    assert "/changed" in moved()
    assert client.get("/incidents/inone/changed").status_code == 404


def test_what_changed_since_it_was_reviewed_is_found_and_said(
    client: TestClient, desk: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = ids(client)
    for name in (one, other):
        body = {"incidents": [{"incident": name, "revision": 0}], "state": "reviewed"}
        assert send(client, "/api/v1/reviews", body).status_code == 200
    assert ids(client, "?outdated=yes") == []
    assert 'class="since"' not in client.get(f"/incidents/{one}/sheet").text
    for module in ("keep", "overviews", "judgements"):  # a second later
        monkeypatch.setattr(sys.modules[f"waqai.store.{module}"], "now", lambda: "2999-01-01T00:00:00+00:00")
    put_reports(desk, report("late", strike("حماة", "تسعة", "الأحد"), "third"))
    (changed,) = ids(client, "?outdated=yes")
    assert changed in (one, other)
    assert ids(client, "?outdated=no") == [name for name in (one, other) if name != changed]
    sheet = client.get(f"/incidents/{changed}/sheet").text
    assert 'class="since"' in sheet
    assert "third" in sheet.partition('class="since"')[2].partition("</details>")[0]
    assert f'data-incident="{changed}"' in client.get("/review?outdated=yes").text
