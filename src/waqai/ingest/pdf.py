"""A PDF file to a report: the text of its pages, in the order in which it is read."""

from __future__ import annotations

import io
import logging
import re
import unicodedata
from collections.abc import Iterator
from pathlib import PurePath

from pypdf import PdfReader
from pypdf.errors import DependencyError, PyPdfError

from waqai.errors import InputError
from waqai.ingest.outcome import Found, Item, Origin
from waqai.ingest.packing import PDF, address_of, pack
from waqai.ingest.rows import MAX_CHARACTERS, rows_to_reports, too_long

MAX_PAGES = 500
_SHAPED = re.compile("[\\ufb50-\\ufdff\\ufe70-\\ufefc]")
logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it cannot read, we say


def read_pdf(content: bytes, origin: Origin) -> Iterator[Found]:
    """The report of one PDF file; encrypted ones, pictures of text and broken ones are failures."""
    try:
        pdf = _open(content)
        text = _text(pdf)
        row = {"title": _title(pdf), "text": text, "published": None, "url": origin.url}
    except InputError as error:
        yield origin.failure(str(error))
        return
    except Exception as error:  # a hostile file makes the library fail in any way at all
        yield origin.failure(f"a PDF file that cannot be read: {type(error).__name__}: {error}"[:300])
        return
    yield from pack(_items(row, origin), origin, content, PDF, address_of(origin))


def _items(row: dict[str, str | None], origin: Origin) -> Iterator[Item]:
    return rows_to_reports(row, origin, origin.url or PurePath(origin.path).stem)


def _open(content: bytes) -> PdfReader:
    try:
        pdf = PdfReader(io.BytesIO(content))
        if pdf.is_encrypted and not pdf.decrypt(""):
            raise InputError("encrypted: a password is needed")
        pages = len(pdf.pages)
    except DependencyError as error:
        raise InputError("encrypted in a way that is not supported") from error
    except PyPdfError as error:
        raise InputError(f"not a sound PDF file: {error}"[:300]) from error
    if pages > MAX_PAGES:
        raise InputError(f"{pages:,} pages; {MAX_PAGES:,} at most")
    return pdf


def _text(pdf: PdfReader) -> str:
    pages: list[str] = []
    length = 0
    for page in pdf.pages:
        pages.append(_unshaped(page.extract_text().strip()))
        length += len(pages[-1])
        if length > MAX_CHARACTERS:
            raise InputError(too_long(length))
    if not length:
        raise InputError("no text in this PDF file: its pages are pictures (run OCR on it first)")
    return "\n\n".join(page for page in pages if page)


def _unshaped(text: str) -> str:
    """Letters for the shapes that a printer draws, where there are any; all other characters stay as they are."""
    return _SHAPED.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)


def _title(pdf: PdfReader) -> str:
    return " ".join(str(pdf.metadata.title or "").split()) if pdf.metadata else ""
