"""An e-mail (.eml) to a report: its plain part, else its HTML part; subject, day of sending, sender, attachments' names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parseaddr, parsedate_to_datetime
from pathlib import PurePath
from typing import Any

from waqai.errors import InputError
from waqai.ingest.charset import declared, decode_as
from waqai.ingest.kinds import too_large
from waqai.ingest.markup import text_of
from waqai.ingest.outcome import Found, Origin
from waqai.ingest.packing import MAIL, address_of, pack
from waqai.ingest.rows import rows_to_reports
from waqai.messages import say

_UNSAFE = re.compile(r"[\x00-\x1f\x7f]")


def read_mail(content: bytes, origin: Origin) -> Iterator[Found]:
    """The report of one message. What is attached is listed and not read."""
    if fault := too_large(content, "mail"):
        yield origin.failure(fault)
        return
    try:
        message = BytesParser(EmailMessage, policy=policy.default).parsebytes(content)
        row = _row(message)
    except InputError as error:
        yield origin.failure(error.said)
        return
    except (Exception, RecursionError) as error:  # the parser of headers fails in many ways on hostile ones
        yield origin.failure(say("failure.bad_mail", detail=f"{type(error).__name__}: {error}"[:270]))
        return
    address = f"mid:{row['message_id']}" if row["message_id"] else address_of(origin)
    items = rows_to_reports(row, origin, PurePath(origin.path).stem)
    yield from pack(items, origin, content, MAIL, address)


def _row(message: EmailMessage) -> dict[str, Any]:
    name, sender = parseaddr(_header(message, "from"))
    attached = [_file_name(part) for part in message.walk() if part.is_attachment()]
    return {
        "title": _header(message, "subject"),
        "text": _body(message),
        "published": _sent(_header(message, "date")),
        "outlet": name or sender or None,
        "message_id": _header(message, "message-id").strip("<> ") or None,
        "attachments": "; ".join(attached) or None,
    }


def _header(message: EmailMessage, name: str) -> str:
    """One line; empty when there is none or it cannot be understood."""
    try:
        value = str(message.get(name, ""))
    except Exception:  # the parser of structured headers has bugs of its own
        return ""
    return " ".join(_UNSAFE.sub(" ", value).split())


def _sent(header: str) -> str | None:
    """The sender's own day."""
    with suppress(ValueError, TypeError, IndexError, OverflowError):
        return parsedate_to_datetime(header).date().isoformat()
    return None


def _body(message: EmailMessage) -> str:
    part = message.get_body(("plain", "html"))
    if part is None:
        raise InputError(say("failure.mail_empty"))
    content = part.get_payload(decode=True)
    if not isinstance(content, bytes):
        raise InputError(say("failure.mail_empty"))
    is_html = part.get_content_subtype() == "html"
    charset = part.get_content_charset() or (declared(content) if is_html else None)
    decoded = decode_as(content, charset)
    if decoded.refused:
        raise InputError(decoded.refusal)
    return text_of(decoded.text) if is_html else decoded.text.replace("\r\n", "\n")


def _file_name(part: EmailMessage) -> str:
    """The name alone: a sender may write a path into it."""
    try:
        name = part.get_filename() or ""
    except Exception:  # as for headers
        name = ""
    return _UNSAFE.sub("", name.replace("\\", "/").rpartition("/")[2]).lstrip(".")[:200] or "unnamed"
