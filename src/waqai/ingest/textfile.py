"""A text or Markdown file to a report; ``---`` front matter gives date, title and source, a first ``#`` line the title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath

from waqai.ingest.charset import decode_as
from waqai.ingest.decode import Decoded
from waqai.ingest.outcome import Found, Item, Origin
from waqai.ingest.packing import MARKDOWN, PLAIN, address_of, pack
from waqai.ingest.rows import MAX_CHARACTERS, rows_to_reports, too_long
from waqai.messages import say

_FRONT = re.compile(r"---[ \t]*\r?\n((?:[A-Za-z_]+[ \t]*:[^\r\n]*\r?\n|[ \t]*\r?\n)*)---[ \t]*(?:\r?\n|\Z)")
_FIELD = re.compile(r"([A-Za-z_]+)[ \t]*:[ \t]*([^\r\n]*)")
_HEADING = re.compile(r"\s*#[ \t]+([^\r\n]+)(?:\r?\n|\Z)")


def read_text(content: bytes, origin: Origin, *, markdown: bool = False) -> Iterator[Found]:
    """The report that a file's bytes are. Its words are kept as they stand."""
    items = _items(content, origin, markdown)
    return pack(items, origin, content, MARKDOWN if markdown else PLAIN, address_of(origin))


def read_markdown(content: bytes, origin: Origin) -> Iterator[Found]:
    """The same, with a first ``#`` line for its title."""
    return read_text(content, origin, markdown=True)


def _items(content: bytes, origin: Origin, markdown: bool) -> Iterator[Item]:
    decoded = decode_as(content, origin.charset)
    if decoded.refused:
        yield origin.failure(decoded.refusal)
        return
    if decoded.says:
        yield origin.at(_line_of(content, decoded)).notice(decoded.says, damage=decoded.damaged_at is not None)
    if not decoded.text.strip():
        yield origin.failure(say("failure.empty"))
    elif len(decoded.text) > MAX_CHARACTERS:
        yield origin.at(_longest(decoded.text)).failure(too_long(len(decoded.text)))
    else:
        yield from rows_to_reports(_row(decoded.text, markdown), origin, PurePath(origin.path).stem)


def _line_of(content: bytes, decoded: Decoded) -> int | None:
    if decoded.damaged_at is None:
        return None
    return content.count(b"\n", 0, decoded.damaged_at) + 1


def _longest(text: str) -> int:
    """The number of the longest line: what to look at in a file that is too long."""
    lines = text.split("\n")
    return max(range(len(lines)), key=lambda at: len(lines[at])) + 1


def _row(text: str, markdown: bool) -> dict[str, str]:
    fields: dict[str, str] = {}
    if front := _FRONT.match(text):
        fields = dict(_FIELD.findall(front[1]))
        text = text[front.end() :]
    if markdown and "title" not in fields and (heading := _HEADING.match(text)):
        fields["title"] = heading[1].strip()
        text = text[heading.end() :]
    return {key.lower(): value.strip() for key, value in fields.items() if value.strip()} | {"text": text}
