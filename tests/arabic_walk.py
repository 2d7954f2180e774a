"""English left over in a page of the Arabic interface: what is written on it outside report texts, names, ids and code."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser

FORMS = ("zero", "one", "two", "few", "many", "other")
VOID = {"meta", "link", "input", "br", "hr", "img", "use", "rect", "path", "circle"}
SKIPPED = {"code", "pre", "script", "style", "q", "kbd"}
SPOKEN = ("title", "aria-label", "placeholder", "alt", "content")
LATIN = re.compile(r"[A-Za-z][A-Za-z0-9'’-]+")
QUOTED = re.compile(r"«[^»]*»|{\w+}")  # what somebody wrote, and what a script fills in
OUTLET = "waqai demo, an invented incident"
# What stays in Latin letters in Arabic text: names of formats and standards, and our own.
KEPT = set(
    "waqai GeoJSON JSON-LD CSV JSONL PDF JSON HTML WARC WebGL UTF-8 ACLED UCDP GED GeoParquet FollowTheMoney SHA-256 SHA "
    "English eval zip gzip robots.txt robots txt http https UTF URL Tab doctor".split()
)
# Words that names hardly have and sentences always do.
TELLING = set(
    "the was were is are by from not nothing only than that this its with which told says said named word words report "
    "reports source sources incident place day killed injured same earlier later or and came".split()
)


class _Text(HTMLParser):
    """Each piece of text with the elements that it is in."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, dict[str, str]]] = []
        self.found: list[tuple[str, bool]] = []
        self.data: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = {name: value or "" for name, value in attrs}
        if tag != "meta" or held.get("name") in ("unanswered", "failed"):
            named = self._named() or held.get("dir") == "auto" or held.get("lang") == "en"
            self.found += [
                (held[name], named)
                for name in SPOKEN
                if name in held and name != "content" or name in held and tag == "meta"
            ]
        if tag not in VOID:
            self.open.append((tag, held))

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        inside = [tag for tag, _ in self.open]
        if any(tag == "script" and held.get("type") == "application/json" for tag, held in self.open):
            self.data.append(data)
        elif not SKIPPED.intersection(inside) and not any(self._quoted(*each) for each in self.open):
            self.found.append((data, self._named()))

    def _named(self) -> bool:
        """Inside a name, or inside what sources and people wrote."""
        return any(tag in ("bdi", "title") or held.get("dir") == "auto" for tag, held in self.open)

    @staticmethod
    def _quoted(tag: str, held: dict[str, str]) -> bool:
        """The text of a report, or the two words of the head that are in English on purpose."""
        classes = held.get("class", "").split()
        return (
            "data-text" in held
            or "excerpt" in classes
            or "brand" in classes
            or (tag == "button" and held.get("lang") == "en")
        )


def stem(key: str) -> str:
    """A key of a table of words without the form of its number."""
    head, _, last = key.rpartition(".")
    return head if head and last in FORMS else key


def english_in(page: str) -> list[str]:
    """The pieces of English on a page."""
    parser = _Text()
    parser.feed(page)
    for data in parser.data:
        parser.found += [(text, False) for text in _strings(json.loads(data))]
    return [" ".join(text.split()) for text, named in parser.found if _left_over(text, named)]


def english_said(text: str) -> list[str]:
    """The words of English in a message."""
    return [word for word in LATIN.findall(QUOTED.sub("", text.replace(OUTLET, ""))) if word not in KEPT]


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in [held for key, held in value.items() if key != "me"] if isinstance(value, dict) else value:
            yield from _strings(inner)


def _left_over(text: str, named: bool) -> bool:
    words = english_said(text)
    return bool(TELLING.intersection(words)) if named else bool(words)
