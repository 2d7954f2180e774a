"""A PDF file to a report: the text of its pages, in the order in which it is read, its paragraphs made whole again."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import closing
from pathlib import PurePath

import pypdfium2
import pypdfium2.raw as pdfium

from waqai.errors import InputError
from waqai.ingest.glyphs import Glyph, Line, end, first_word, is_rtl, lines, size, start, words
from waqai.ingest.inflate import swells
from waqai.ingest.kinds import too_large
from waqai.ingest.outcome import Found, Origin
from waqai.ingest.packing import PDF, address_of, pack
from waqai.ingest.rows import MAX_CHARACTERS, rows_to_reports, too_long
from waqai.messages import say

MAX_UNPACKED = 500_000_000
MAX_PAGES = 500
_PAGE_CHARACTERS = 100_000
_APART = 1.9  # sizes of a line from one baseline to the next: more is a new paragraph
_SIZES = 1.15  # a title is larger than what follows by this much
_FILES = (".doc", ".docx", ".odt", ".indd", ".pdf", ".htm", ".html")
_NO_GLYPH = frozenset("\ufffe\uffff\ufffd\u00ad")


def read_pdf(content: bytes, origin: Origin) -> Iterator[Found]:
    """The report of one PDF file; encrypted ones, pictures of text and broken ones are failures."""
    try:
        row = _row(content) | {"url": origin.url}
    except InputError as error:
        yield origin.failure(error.said)
        return
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        yield origin.failure(say("failure.locked") if locked else say("failure.bad_pdf", detail=str(error)[:280]))
        return
    items = rows_to_reports(row, origin, origin.url or PurePath(origin.path).stem)
    yield from pack(items, origin, content, PDF, address_of(origin))


def _row(content: bytes) -> dict[str, str | None]:
    if fault := too_large(content, "pdf"):
        raise InputError(fault)
    if swells(content, MAX_UNPACKED):
        raise InputError(say("failure.swollen_pdf", most=MAX_UNPACKED))
    with closing(pypdfium2.PdfDocument(content)) as pdf:
        if len(pdf) > MAX_PAGES:
            raise InputError(say("failure.many_pdf_pages", pages=len(pdf), most=MAX_PAGES))
        return {"title": _title(pdf), "text": _text(pdf)}


def _title(pdf: pypdfium2.PdfDocument) -> str:
    """What the file says its title is, unless that is a file's name."""
    title = " ".join(str(pdf.get_metadata_value("Title")).split())
    return "" if title.lower().endswith(_FILES) or title.startswith("Microsoft") else title


def _text(pdf: pypdfium2.PdfDocument) -> str:
    paragraphs: list[str] = []
    length = 0
    for number in range(len(pdf)):
        with closing(pdf[number]) as page, closing(page.get_textpage()) as text:
            paragraphs += _paragraphs(lines(_glyphs(text)))
        length = sum(map(len, paragraphs)) if number % 10 == 0 else length
        if length > MAX_CHARACTERS:
            raise InputError(too_long(length))
    if not paragraphs:
        raise InputError(say("failure.pictures"))
    return "\n\n".join(paragraphs)


def _glyphs(text: pypdfium2.PdfTextPage) -> Iterator[Glyph]:
    """What is drawn, with the numbers that pdfium gives it; spaces it only guesses at."""
    count = text.count_chars()
    if count > _PAGE_CHARACTERS:
        raise InputError(say("failure.full_page", characters=count, most=_PAGE_CHARACTERS))
    box, turn = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
    x, y = ctypes.c_double(), ctypes.c_double()
    run = 0
    for at in range(count):
        char = chr(pdfium.FPDFText_GetUnicode(text, at))
        run += char.isspace()
        if char.isspace() or char in _NO_GLYPH or not char.isprintable():
            continue
        pdfium.FPDFText_GetLooseCharBox(text, at, box)
        pdfium.FPDFText_GetCharOrigin(text, at, x, y)
        pdfium.FPDFText_GetMatrix(text, at, turn)
        em = abs(pdfium.FPDFText_GetFontSize(text, at) * (turn.d or turn.b)) or 1.0
        yield Glyph(char, min(box.left, x.value), box.right, y.value, em, at, run)


def _paragraphs(found: list[Line]) -> Iterator[str]:
    """Lines joined where the sentence goes on."""
    rtl = is_rtl(found)
    for block in _blocks(found):
        said: list[str] = []
        for number, line in enumerate(block):
            said.append(words(line, rtl=rtl))
            if number + 1 == len(block) or not _was_full(line, block[number + 1], block, rtl):
                yield " ".join(" ".join(said).split())
                said = []


def _blocks(found: list[Line]) -> Iterator[list[Line]]:
    """Lines of one size, set one under the other at the distance of lines."""
    block: list[Line] = []
    for line in found:
        if block and not _goes_on(block[-1], line):
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _goes_on(before: Line, line: Line) -> bool:
    one, other = size(before), size(line)
    down = before[0].base - line[0].base
    return max(one, other) <= _SIZES * min(one, other) and 0 < down <= _APART * max(one, other)


def _was_full(before: Line, line: Line, block: list[Line], rtl: bool) -> bool:
    """Was ``before`` broken because the first word of ``line`` had no room?"""
    room = start(before) - min(map(start, block)) if rtl else max(map(end, block)) - end(before)
    return room <= first_word(line, rtl=rtl) + size(line) / 2
