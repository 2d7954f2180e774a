"""Bytes to text: UTF-8, UTF-16 with a mark, two old Arabic encodings; guesses and losses are said, other bytes refused."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import NamedTuple

from waqai.messages import Message, say

_ENCODINGS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
MARKS = tuple(mark for mark, _ in _ENCODINGS)
_KNOWN = (
    (b"%PDF-", "pdf"),
    (b"PK\x03\x04", "zip"),
    (b"\x1f\x8b", "gzip"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"\xd0\xcf\x11\xe0", "office"),
    (b"\x7fELF", "program"),
)
_LEGACY = (("cp1256", "Windows-1256"), ("iso8859_6", "ISO-8859-6"))
_NAMES = {"utf-8": "UTF-8", "utf-8-sig": "UTF-8", "utf-16": "UTF-16"}
_LOST = "\ufffd"
_CONTROLS = bytes(byte for byte in range(32) if byte not in b"\t\n\v\f\r\x1b")
_SAMPLE = 65_536
_MOSTLY = 0.8  # of the foreign letters are Arabic, or the guess is wrong
_RUNS = re.compile("[\\u0600-\\u06ff]{2,}")  # letters of a word: an accent here and there is another language
_ENOUGH = 8  # Arabic letters to guess from
_SOUND = 0.2  # of the foreign letters may be lost before the text is not UTF-8 at all
_STRAY = 3


class Decoded(NamedTuple):
    """``says``: why the bytes are ``refused`` as text, or what there is to know of the reading."""

    text: str
    says: Message | None = None
    damaged_at: int | None = None
    refused: bool = False

    @property
    def refusal(self) -> Message:
        """Why the bytes are no text."""
        return self.says or say("failure.empty")


def decode(content: bytes) -> Decoded:
    """The text of ``content``. A report with lost characters has ``damaged_at``, the offset of the first bad byte."""
    for mark, name in _ENCODINGS:
        if content.startswith(mark):
            return _strict(content, name)
    if said := _not_text(content):
        return _refusal(said)
    try:
        return Decoded(content.decode())
    except UnicodeDecodeError as error:
        return _guess(content, error.start)


def _refusal(says: Message) -> Decoded:
    return Decoded("", says, refused=True)


def _strict(content: bytes, name: str) -> Decoded:
    try:
        return Decoded(content.decode(name))
    except UnicodeDecodeError as error:
        return _repaired(content, name, error.start)


def _not_text(content: bytes) -> Message | None:
    """What the bytes are, if not text."""
    for magic, what in _KNOWN:
        if content.startswith(magic):
            return say("failure.not_text", what=say(f"file.{what}"))
    sample = content[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return say("failure.binary") if b"\0" in sample or controls > len(sample) / 50 else None


def _guess(content: bytes, first_bad: int) -> Decoded:
    """Damaged UTF-8 when most foreign letters are sound, else an old Arabic encoding, else UTF-8 with a few stray bytes."""
    repaired = _repaired(content, "utf-8", first_bad)
    lost, foreign = repaired.text.count(_LOST), _foreign(repaired.text)
    if lost <= len(foreign) * _SOUND:
        return repaired
    if old := old_arabic(content):
        return old
    return repaired if lost <= _STRAY else _refusal(say("failure.no_encoding", byte=first_bad))


def _repaired(content: bytes, name: str, first_bad: int) -> Decoded:
    text = content.decode(name, errors="replace")
    lost = text.count(_LOST)
    return Decoded(text, say("failure.repaired", encoding=_NAMES[name], n=lost), first_bad)


def old_arabic(content: bytes) -> Decoded | None:
    """The old encoding that makes the foreign bytes words of the Arabic script, if one does."""
    readings = [(_arabic_share(text), text, name) for text, name in _readings(content)]
    share, text, name = max(readings, default=(0.0, "", ""))
    return Decoded(text, say("failure.old_encoding", encoding=name)) if share >= _MOSTLY else None


def _readings(content: bytes) -> Iterator[tuple[str, str]]:
    for codec, name in _LEGACY:
        with suppress(UnicodeDecodeError):
            yield content.decode(codec), name


def _foreign(text: str) -> list[str]:
    return [char for char in text if char > "\x7f"]


def _arabic_share(text: str) -> float:
    foreign = _foreign(text[:_SAMPLE])
    arabic = sum(len(run) for run in _RUNS.findall(text[:_SAMPLE]))
    return arabic / len(foreign) if arabic >= _ENOUGH else 0.0
