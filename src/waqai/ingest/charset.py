"""Which encoding: a mark at the beginning, sound UTF-8, what the server or the page says, and only then a guess."""

from __future__ import annotations

import codecs
import re
from contextlib import suppress

from waqai.ingest.decode import MARKS, Decoded, decode, old_arabic
from waqai.messages import say

_PLAIN = re.compile(
    r"utf-?(8|16|32)([-_]?[lb]e)?|(us-)?ascii|(x-)?mac-?(arabic|roman)|(iso|windows|cp|koi8|latin|gb|big|euc|shift)[\w-]*"
)
_META = re.compile(rb"""<meta[^>]{0,400}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{1,40})""", re.IGNORECASE)
_XML = re.compile(rb"""\A\s{0,99}<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([\w.:-]{1,40})""")
_HEAD = 4_096


def decode_as(content: bytes, charset: str | None) -> Decoded:
    """The text of ``content``, of which ``charset`` was said. Nobody is believed against the bytes themselves."""
    name = _known(charset)
    if name in (None, "utf-8", "ascii") or content.startswith(MARKS):
        return decode(content)
    with suppress(UnicodeDecodeError):
        text = content.decode()
        if not text.isascii():
            return Decoded(text, say("failure.said_encoding", encoding=str(charset)))
    if not str(name).endswith(("1256", "8859-6")) and (old := old_arabic(content)):
        return old
    with suppress(UnicodeDecodeError):
        return Decoded(content.decode(str(name)))
    return decode(content)


def declared(content: bytes) -> str | None:
    """The encoding that a page or an XML document names in its first bytes."""
    found = _XML.search(content[:_HEAD]) or _META.search(content[:_HEAD])
    return found[1].decode("ascii", "replace") if found else None


def _known(charset: str | None) -> str | None:
    """The codec of that name, if it is one for texts (Python has others, such as ``zip`` and ``unicode_escape``)."""
    if not charset or not _PLAIN.fullmatch(charset.lower()):
        return None
    with suppress(LookupError):
        return codecs.lookup(charset).name
    return None
