"""Fetching: what is honoured, what is refused, and what is said of it. The only network is this machine's own."""

from __future__ import annotations

import gzip
import itertools
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import brotli
import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from loopback import HOST, Answer, Site, serve
from test_gather import RSS, SECOND, SENTENCE, page
from waqai.ingest import Failure, FetchError, Fetching, gather
from waqai.ingest.fetch import Fetcher, redirected
from waqai.ingest.fetching import Known
from waqai.ingest.guard import is_public
from waqai.model.capture import Gathered

HERE = Fetching(private_hosts=frozenset({HOST}), seconds=20)
HTML = {"Content-Type": "text/html; charset=utf-8"}
NOW = datetime(2025, 7, 22, 8, tzinfo=UTC)


@pytest.fixture
def site() -> Iterator[Site]:
    with serve() as made:
        yield made


def fetcher(fetching: Fetching = HERE, **names: str) -> Fetcher:
    """A fetcher for which each name in ``names`` is at that address."""
    return Fetcher(fetching, lambda host, _port: [names.get(host.replace(".", "_"), HOST)], lambda: NOW)


def refusal(url: str, fetching: Fetching = HERE, **names: str) -> FetchError:
    with pytest.raises(FetchError) as caught:
        fetcher(fetching, **names).get(url)
    return caught.value


def test_a_page_is_gathered_under_its_address_with_headers_and_time(site: Site) -> None:
    site.answers["/1"] = Answer(page().encode(), headers=HTML | {"ETag": '"7"'})
    (found,) = gather([f"{site.address}/1#part"], fetching=HERE)
    assert isinstance(found, Gathered)
    assert found.capture.address == found.reports[0].id == f"{site.address}/1"
    assert found.capture.content == page().encode()
    assert found.capture.headers["etag"] == '"7"'
    assert found.reports[0].text.startswith(SENTENCE)
    assert all("waqai" in headers["user-agent"] for _, headers in site.asked)


def test_a_feed_is_read_from_its_items_or_from_the_pages_they_point_at_when_asked(site: Site) -> None:
    feed = RSS.replace("https://a.example", site.address)
    site.answers |= {
        "/feed": Answer(feed.encode(), headers={"Content-Type": "text/xml"}),
        "/1": Answer(page().encode(), headers=HTML),
    }
    (items,) = gather([f"{site.address}/feed"], fetching=HERE)
    assert isinstance(items, Gathered)
    assert [report.text for report in items.reports] == [SENTENCE, SECOND]
    (followed,) = gather([f"{site.address}/feed"], fetching=replace(HERE, follow=True))
    assert isinstance(followed, Gathered)
    assert (followed.capture.address, followed.reports[0].published) == (f"{site.address}/1", "2025-07-22")


def test_robots_txt_is_asked_once_and_honoured(site: Site) -> None:
    rules = b"User-agent: *\nDisallow: /private\nUser-agent: waqai\nDisallow: /no\nAllow: /no/but-this"
    site.answers |= {"/robots.txt": Answer(rules), "/a": Answer(b"x"), "/no/but-this": Answer(b"x")}
    asking = fetcher()
    with pytest.raises(FetchError, match=r"robots.txt of the site does not allow it"):
        asking.get(f"{site.address}/no/x")
    asking.get(f"{site.address}/a")
    asking.get(f"{site.address}/no/but-this")
    assert site.paths() == ["/robots.txt", "/a", "/no/but-this"]


def test_one_run_asks_a_site_for_its_rules_once(site: Site) -> None:
    site.answers |= {f"/{n}": Answer(page().encode(), headers=HTML) for n in range(3)}
    assert len(list(gather([f"{site.address}/{n}" for n in range(3)], fetching=HERE))) == 3
    assert site.paths() == ["/robots.txt", "/0", "/1", "/2"]


def test_a_site_that_cannot_say_its_rules_is_not_asked_for_pages(site: Site) -> None:
    site.answers["/robots.txt"] = Answer(status=503, headers={"Retry-After": "60"})
    error = refusal(f"{site.address}/a")
    assert (str(error), error.status, error.retry_after) == ("robots.txt: the server answered 503", 503, 60)
    assert site.paths() == ["/robots.txt"]


def test_what_is_known_is_asked_for_only_if_newer(site: Site) -> None:
    site.answers["/a"] = Answer(status=304)
    answer = fetcher().get(f"{site.address}/a", Known('"7"', "Tue, 22 Jul 2025 08:00:00 GMT"))
    assert answer.unchanged
    headers = site.asked[-1][1]
    assert (headers["if-none-match"], headers["if-modified-since"]) == ('"7"', "Tue, 22 Jul 2025 08:00:00 GMT")


@pytest.mark.parametrize(
    ("said", "seconds"),
    [
        ("120", 120),
        ("Tue, 22 Jul 2025 08:05:00 GMT", 300),
        ("Tue, 22 Jul 2025 07:00:00 GMT", 0),
        ("soon", None),
        ("-1", None),
    ],
)
@pytest.mark.parametrize("status", [429, 503])
def test_a_server_says_when_to_come_back(site: Site, status: int, said: str, seconds: int | None) -> None:
    site.answers["/a"] = Answer(status=status, headers={"Retry-After": said})
    error = refusal(f"{site.address}/a")
    assert (error.status, error.retry_after) == (status, seconds)


PRIVATE = [
    "127.0.0.1",
    "10.0.0.1",
    "172.16.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "224.0.0.1",
    "255.255.255.255",
]
PRIVATE_6 = [
    "::1",
    "::",
    "fe80::1",
    "fe80::1%eth0",
    "fc00::1",
    "fd00:ec2::254",
    "ff02::1",
    "::ffff:127.0.0.1",
    "64:ff9b::7f00:1",
    "2002:7f00:1::",
]


@pytest.mark.parametrize("address", [*PRIVATE, *PRIVATE_6, "no address"])
def test_addresses_that_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "::ffff:93.184.215.14"])
def test_addresses_that_are_public(address: str) -> None:
    assert is_public(address)


@given(st.ip_addresses())
def test_an_address_is_public_only_if_the_standard_library_agrees(address: object) -> None:
    assert not is_public(str(address)) or getattr(address, "is_global")  # noqa: B009 - a union without the stub


@pytest.mark.parametrize(
    "url", [f"http://{HOST}/", "http://2130706433/", "http://[::1]/", "http://localhost/", "http://[::ffff:7f00:1]/"]
)
def test_private_addresses_are_refused_unless_allowed(url: str) -> None:
    assert "not a public address" in str(refusal(url, Fetching()))


def test_a_name_that_leads_to_a_private_address_is_refused_at_the_moment_of_connecting(site: Site) -> None:
    """The name is looked up once, and what is checked is what is connected to: it cannot change in between."""
    asked: list[str] = []

    def find(host: str, _port: int) -> list[str]:
        asked.append(host)
        return ["10.1.2.3"]

    with pytest.raises(FetchError, match="not a public address"):
        Fetcher(replace(HERE, robots=False), find).get("http://rebinding.example/")
    assert asked == ["rebinding.example"]


def test_a_redirect_to_a_private_address_is_refused(site: Site) -> None:
    site.answers["/a"] = Answer(status=302, headers={"Location": "http://inside.example/"})
    assert "inside.example is at 10.0.0.1" in str(refusal(f"{site.address}/a", inside_example="10.0.0.1"))


@pytest.mark.parametrize(
    ("location", "reason"),
    [
        ("file:///etc/passwd", "not an http or https address"),
        ("ftp://a.example/", "not an http or https address"),
        ("http://user:secret@a.example/", "a name or password in the address"),
        ("", "over 5 redirects"),
        ("/a", "over 5 redirects"),
        ("http://[", "not an http or https address"),
        ("http://a.example:x/", "a redirect to no address"),
    ],
)
def test_redirects_that_lead_nowhere_good_are_refused(site: Site, location: str, reason: str) -> None:
    site.answers["/a"] = Answer(status=301, headers={"Location": location})
    assert reason in str(refusal(f"{site.address}/a"))


def test_a_redirect_from_https_to_http_is_refused() -> None:
    with pytest.raises(FetchError, match=r"from https to http: http://a\.example/b"):
        redirected(httpx.URL("https://a.example/a"), "http://a.example/b")
    assert str(redirected(httpx.URL("https://a.example/a"), "/b")) == "https://a.example/b"


def test_the_address_asked_for_names_the_report_and_the_last_one_is_kept(site: Site) -> None:
    site.answers |= {"/a": Answer(status=301, headers={"Location": "/b"}), "/b": Answer(page().encode(), headers=HTML)}
    (found,) = gather([f"{site.address}/a"], fetching=HERE)
    assert isinstance(found, Gathered)
    assert found.capture.address == f"{site.address}/a"
    assert found.capture.headers[":url"] == f"{site.address}/b"


@pytest.mark.parametrize(
    "url", ["http://", "http://a b/", "https://user@a.example/", "http://" + "a" * 5000, "HTTP:///x"]
)
def test_what_is_no_address_is_a_failure_with_its_reason(url: str) -> None:
    (found,) = gather([url], fetching=HERE)
    assert isinstance(found, Failure)
    assert found.path == url


def endless() -> Iterator[bytes]:
    return itertools.repeat(b"<p>" + b"x" * 65_536)


HOSTILE = {
    "endless": (Answer(endless, headers=HTML), "over 1,000,000 bytes"),
    "large": (Answer(b"x" * 1_000_001), "a page of 1,000,001 bytes; 1,000,000 at most"),
    "gzip bomb": (
        Answer(gzip.compress(bytes(50_000_000)), headers={"Content-Encoding": "gzip"}),
        "over 1,000,000 bytes unpacked",
    ),
    "brotli bomb": (
        Answer(brotli.compress(bytes(50_000_000)), headers={"Content-Encoding": "br"}),
        "over 1,000,000 bytes unpacked",
    ),
    "no gzip": (Answer(b"x" * 99, headers={"Content-Encoding": "gzip"}), "not what its packing says"),
    "unknown": (Answer(b"x", headers={"Content-Encoding": "zstd, gzip"}), "packed in a way that is not supported"),
    "short": (Answer(b"x", headers={"Content-Length": "99"}), "not fetched"),
    "missing": (Answer(status=404), "the server answered 404"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_answer_is_refused_and_the_run_goes_on(site: Site, name: str) -> None:
    answer, reason = HOSTILE[name]
    site.answers |= {"/bad": answer, "/good": Answer(page().encode(), headers=HTML)}
    sources = [f"{site.address}/bad", f"{site.address}/good"]
    bad, good = gather(sources, fetching=replace(HERE, max_bytes=1_000_000))
    assert isinstance(bad, Failure)
    assert reason in bad.reason
    assert isinstance(good, Gathered)


def test_a_server_that_drips_is_left_when_the_time_is_over(site: Site) -> None:
    def drip() -> Iterator[bytes]:
        return itertools.repeat(b"x", 10**9)

    site.answers["/a"] = Answer(drip)
    assert "no answer in time" in str(refusal(f"{site.address}/a", replace(HERE, seconds=0.2, max_bytes=10**12)))


@pytest.mark.parametrize(
    ("said", "body", "text"),
    [
        ("text/html", b"%PDF-1.7 x", "not a sound PDF file"),
        ("application/pdf", page().encode(), None),
        ("text/plain; charset=utf-16", SENTENCE.encode(), None),
        ("image/png", b"\x89PNG\r\n\x1a\n", "not a page, feed or file that can be read (image/png)"),
        ("application/zip", b"PK\x03\x04", "not a page, feed or file that can be read (application/zip)"),
        ("text/html", b"", "an empty page"),
    ],
)
def test_what_a_server_says_of_its_answer_is_not_believed_against_the_bytes(
    site: Site, said: str, body: bytes, text: str | None
) -> None:
    site.answers["/a"] = Answer(body, headers={"Content-Type": said})
    found = [each for each in gather([f"{site.address}/a"], fetching=HERE) if isinstance(each, Gathered | Failure)]
    if text is None:
        assert isinstance(found[0], Gathered)
        assert SENTENCE in found[0].reports[0].text
    else:
        assert isinstance(found[0], Failure)
        assert text in found[0].reason


def test_waqai_read_takes_an_address(site: Site, tmp_path: Path) -> None:
    from typer.testing import CliRunner

    from waqai.cli.main import app

    result = CliRunner().invoke(app, ["read", f"{site.address}/1"])
    assert result.exit_code == 1
    assert "not a public address" in result.stderr
