"""Compressed bodies unpacked a piece at a time, never beyond a limit."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterable
from contextlib import suppress

import brotli

from waqai.errors import InputError
from waqai.messages import say

_STREAM = re.compile(rb"stream\r?\n(?=\x78)")
_PIECE = 65_536
_GZIP_OR_ZLIB = 32 + zlib.MAX_WBITS


def read_capped(chunks: Iterable[bytes], encoding: str, limit: int) -> bytes:
    """All of ``chunks``, unpacked as the header ``Content-Encoding`` says. Raises InputError beyond ``limit`` bytes."""
    unpack = _unpacker(encoding.strip().lower())
    body = bytearray()
    for chunk in chunks:
        body += unpack(chunk, limit + 1 - len(body))
        if len(body) > limit:
            raise InputError(say("failure.over_unpacked" if encoding else "failure.over", most=limit))
    return bytes(body)


def swells(content: bytes, limit: int) -> bool:
    """Do the packed streams of a PDF file unpack to over ``limit`` bytes, all together?"""
    for found in _STREAM.finditer(content):
        engine = zlib.decompressobj()
        with suppress(zlib.error):
            for start in range(found.end(), len(content), _PIECE):
                limit -= len(engine.decompress(content[start : start + _PIECE], limit + 1))
                if limit < 0:
                    return True
                if engine.eof:
                    break
    return False


def _unpacker(encoding: str) -> Callable[[bytes, int], bytes]:
    if encoding in ("", "identity"):
        return lambda chunk, _room: chunk
    if encoding in ("gzip", "x-gzip"):
        return _zlib(_GZIP_OR_ZLIB)
    if encoding == "deflate":
        return _zlib(zlib.MAX_WBITS)
    if encoding == "br":
        return _brotli()
    raise InputError(say("failure.packing", encoding=encoding[:40]))


def _zlib(window: int) -> Callable[[bytes, int], bytes]:
    engine = zlib.decompressobj(window)

    def unpack(chunk: bytes, room: int) -> bytes:
        try:
            return engine.decompress(chunk, max(1, room))
        except zlib.error as error:
            raise InputError(say("failure.bad_packing", detail=str(error))) from error

    return unpack


def _brotli() -> Callable[[bytes, int], bytes]:
    engine = brotli.Decompressor()

    def unpack(chunk: bytes, room: int) -> bytes:
        try:
            piece = engine.process(chunk, output_buffer_limit=max(1, room))
        except brotli.error as error:
            raise InputError(say("failure.bad_packing", detail=str(error))) from error
        return bytes(piece)

    return unpack
