"""The archive of originals: bytes in under their SHA-256, the same bytes out. Each is kept once, compressed."""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import dataclass

from sqlalchemy import Connection, select

from waqai.errors import Missing
from waqai.model.capture import Capture
from waqai.store.plain import to_text
from waqai.store.tables import capture as captures
from waqai.store.tables import original as originals

_PLAIN, _ZLIB = "plain", "zlib"


@dataclass(frozen=True, slots=True)
class Original:
    """Archived bytes, and the media type that the capture gave them."""

    sha256: str
    content: bytes
    media_type: str


def archive(conn: Connection, capture: Capture) -> int:
    """Keep a capture and return its number; the same bytes from the same address are kept already."""
    digest = hashlib.sha256(capture.content).hexdigest()
    known = select(captures.c.seq).where(captures.c.address == capture.address, captures.c.original == digest)
    if (number := conn.execute(known).scalar()) is not None:
        return int(number)
    _keep(conn, digest, capture.content)
    row = {
        "address": capture.address,
        "retrieved": capture.retrieved,
        "media_type": capture.media_type,
        "headers": to_text(capture.headers),
        "original": digest,
    }
    key = conn.execute(captures.insert(), row).inserted_primary_key
    return int(key[0]) if key else 0


def original_of(conn: Connection, number: int) -> Original:
    """The original of a capture. Raises Missing when there is no such capture."""
    query = (
        select(originals.c.sha256, originals.c.packing, originals.c.content, captures.c.media_type)
        .join(captures, captures.c.original == originals.c.sha256)
        .where(captures.c.seq == number)
    )
    row = conn.execute(query).one_or_none()
    if row is None:
        raise Missing(f"no capture {number}")
    return Original(row.sha256, unpack(row.packing, row.content), row.media_type)


def unpack(packing: str, content: bytes) -> bytes:
    """The bytes as they came. Raises ValueError when they are damaged."""
    try:
        return zlib.decompress(content) if packing == _ZLIB else bytes(content)
    except zlib.error as error:
        raise ValueError(str(error)) from error


def _keep(conn: Connection, digest: str, content: bytes) -> None:
    if conn.execute(select(originals.c.size).where(originals.c.sha256 == digest)).first() is not None:
        return
    packed = zlib.compress(content, 6)
    packing, packed = (_ZLIB, packed) if len(packed) < len(content) else (_PLAIN, content)
    conn.execute(originals.insert(), {"sha256": digest, "size": len(content), "packing": packing, "content": packed})
