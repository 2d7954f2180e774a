"""What programs send: each body as a type, checked when it comes in; fields that are not here are refused."""

from __future__ import annotations

from typing import Annotated, Any

import msgspec

_Text = Annotated[str, msgspec.Meta(max_length=2000)]
_Ids = Annotated[list[str], msgspec.Meta(min_length=1, max_length=500)]


class _Body(msgspec.Struct, forbid_unknown_fields=True):
    pass


class Seen(_Body):
    """An incident as it was seen: the revision of its review, and when it had changed last ("" to leave that unchecked)."""

    incident: str
    revision: int
    changed: str = ""


_Many = Annotated[list[Seen], msgspec.Meta(min_length=1, max_length=500)]


class Reviewing(_Body):
    """Set the state of incidents. A note is needed to reject."""

    incidents: _Many
    state: str
    note: _Text = ""


class Merging(_Body):
    """Make one incident of two."""

    one: str
    other: str
    why: _Text = ""


class Splitting(_Body):
    """Take sightings out of an incident."""

    incident: str
    sightings: _Ids
    why: _Text = ""


class Correcting(_Body):
    """Give fields of a sighting's event other values, in the shape that the record has."""

    sighting: str
    fields: Annotated[dict[str, Any], msgspec.Meta(min_length=1)]
    why: _Text = ""


class Undoing(_Body):
    """Take back a decision; without a number, the last one of whoever asks."""

    decision: int | None = None
    why: _Text = ""


class Assigning(_Body):
    """Give incidents to somebody to review; "" takes them back."""

    incidents: _Many
    who: Annotated[str, msgspec.Meta(max_length=60)]


class Adding(_Body):
    """A report to read: its text, or the address that it is found at."""

    text: str = ""
    url: _Text = ""
    title: _Text = ""
    published: str | None = None
    outlet: _Text = ""
    lang: str | None = None


class Saving(_Body):
    """A filter to keep under a name; ``query`` as it stands in an address behind the question mark."""

    name: _Text
    query: _Text
    shared: bool = False
