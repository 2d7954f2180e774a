"""The reference page of the HTTP API, made of its table of operations."""

from __future__ import annotations

from collections.abc import Iterator

from waqai.web.api.openapi import PROMISE
from waqai.web.api.operation import ROOT, Operation
from waqai.web.api.routes import OPERATIONS
from waqai.web.asking import FILTER, Param

_HEAD = f"""# HTTP API

{{note}}
`waqai serve` answers programs under `{ROOT}`. The same as an OpenAPI 3.1 document: `{ROOT}/openapi.json`.

{PROMISE}

* A list is `{{{{"ok": true, "items": [...], "next": ...}}}}`; `next` is the mark to go on from (`?after=`), null at the end.
* A single thing is `{{{{"ok": true, "item": {{{{...}}}}}}}}`.
* An error is `{{{{"ok": false, "error": {{{{"code": ..., "message": ..., "detail": ...}}}}}}}}` with its status. Unknown parameters and
  unknown fields of a body are 400. What is not for whoever asks looks like what does not exist (404).
* With `--team` a program sends `Authorization: Bearer TOKEN`; people make tokens on their desk page, with scopes (`read`,
  `review`, `add`, `export`) and a last day. Without `--team` a program on the same machine needs none; it sends JSON.
* A decision names what was seen: the `revision` of the review and `changed` of the incident. Where either is another by now the
  answer is 409 with code `stale`, and `detail` says how it stands and who did what since.
"""


def api(note: str) -> str:
    """The page."""
    parts = [
        _HEAD.format(note=note),
        "## The filter\n\nParameters wherever *filter* is named below.\n",
        _params(FILTER),
    ]
    return "\n".join([*parts, *(_operation(each) for each in OPERATIONS)])


def _operation(each: Operation) -> str:
    own = [param for param in each.query if param not in FILTER]
    filtered = ["*filter*"] if len(own) < len(each.query) else []
    said = [*filtered, *(f"`{param.name}`" for param in own)]
    lines = [f"## {each.method} {ROOT}{each.path}", "", each.summary, "", f"Right: `{each.act}`."]
    if said:
        lines.append(f"Parameters: {', '.join(said)}.")
    if each.takes is not None:
        lines.append(f"Takes: {', '.join(_fields(each))}.")
    if own:
        lines += ["", _params(tuple(own)).rstrip()]
    return "\n".join(lines) + "\n"


def _fields(each: Operation) -> Iterator[str]:
    needed = set(
        each.takes.__struct_fields__[: len(each.takes.__struct_fields__) - len(each.takes.__struct_defaults__)]
    )
    for name in each.takes.__struct_fields__:
        yield f"`{name}`" if name in needed else f"`{name}` (may be left out)"


def _params(params: tuple[Param, ...]) -> str:
    rows = [f"| `{p.name}` | {p.kind}{', may be repeated' if p.many else ''} | {p.help} |" for p in params]
    return "\n".join(["| parameter | kind | asks for |", "|---|---|---|", *rows, ""])
