"""HTML to a tree and to plain lines, within limits that a page of news does not reach."""

from __future__ import annotations

import re
from collections.abc import Iterator

import lxml.etree
import lxml.html
from lxml.html import HtmlElement

from waqai.errors import InputError
from waqai.ingest.kinds import too_large
from waqai.messages import say

_MAX_ELEMENTS = 60_000
_MAX_DEPTH = 250  # libxml2 gives up at 256 and drops the rest without a word
_MAX_ATTRIBUTES = 1_000  # its time is their square
_ATTRIBUTE = rb"""[\s/]*+(?:=?[^\s/>=]++|=)(?:\s*+=\s*+(?:"[^"]*+"?|'[^']*+'?|[^\s>"'][^\s>]*+)?)?+"""
_CROWDED = re.compile(rb"<[a-zA-Z][^\s/>]*+(?:%b){%d}" % (_ATTRIBUTE, _MAX_ATTRIBUTES))
_HIDDEN = frozenset(
    {"head", "script", "style", "noscript", "template", "svg", "iframe", "object", "select", "textarea"}
)
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd mark q s samp small span strong sub sup tt u var wbr".split()
)


def parse(markup: str) -> HtmlElement:
    """The tree of a page or of a piece of one. Raises InputError when it is no page that a reader would be shown."""
    content = markup.encode("utf-8", "replace")
    if fault := too_large(content, "html"):
        raise InputError(fault)
    if _CROWDED.search(content):
        raise InputError(say("failure.many_attributes", most=_MAX_ATTRIBUTES))
    try:
        parser = lxml.html.HTMLParser(encoding="utf-8", no_network=True)
        tree = lxml.html.document_fromstring(content, parser=parser)
    except (lxml.etree.LxmlError, ValueError) as error:
        raise InputError(say("failure.no_html", detail=str(error))) from error
    _check(tree)
    return tree


def _check(tree: HtmlElement) -> None:
    depth = elements = 0
    for event, _ in lxml.etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        elements += event == "start"
        if depth > _MAX_DEPTH:
            raise InputError(say("failure.deep", most=_MAX_DEPTH))
        if elements > _MAX_ELEMENTS:
            raise InputError(say("failure.many_elements", most=_MAX_ELEMENTS))


def lines(tree: HtmlElement) -> list[str]:
    """The visible lines in order, each a block's words with single spaces."""
    joined = "".join(_pieces(tree))
    return [line for raw in joined.split("\n") if (line := " ".join(raw.split()))]


def text_of(markup: str) -> str:
    """A piece of HTML as plain paragraphs. Raises InputError like ``parse``."""
    return "\n\n".join(lines(parse(markup))) if markup.strip() else ""


def _pieces(tree: HtmlElement) -> Iterator[str]:
    """Text, and a newline wherever a block begins or ends; a newline of the source is a space."""
    hidden: HtmlElement | None = None
    for event, element in lxml.etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        block = isinstance(element.tag, str) and element.tag not in _INLINE
        if event == "start" and hidden is None:
            hidden = element if element.tag in _HIDDEN else None
            yield from ("\n" if block else "", _flat(element.text) if hidden is None else "")
        elif event != "start":
            hidden = None if hidden is element else hidden
            yield from () if hidden is not None else ("\n" if block else "", _flat(element.tail))


def _flat(text: str | None) -> str:
    return (text or "").replace("\n", " ")
