"""Number words to numbers: the parts of one number, in order, added and multiplied as their ranks say."""

from __future__ import annotations

from dataclasses import dataclass

from waqai.match.board import NUMBER, Item, Number

_ROOM = {"unit": 1, "teen": 1, "ten": 1, "hundred": 100, "whole": 0, "zero": 0}
MAX_NUMBER = 10**13


@dataclass(slots=True)
class _Sum:
    """``total`` of the closed groups, the open ``group``, how much may still be added to it, and the last scale."""

    total: Number = 0
    group: Number | None = None
    room: int = 0
    scale: int = 0
    unit: bool = False
    half: bool = False
    halved: bool = False


def read_number(parts: list[Item]) -> Number | None:
    """The number that ``parts`` write together; None when they are no one number."""
    state = _Sum()
    for at, part in enumerate(parts):
        joined = bool(part.lead) and at > 0
        if not _take(state, part, joined):
            return None
    value = state.total + (state.group or 0)
    if state.half or (state.group is None and not state.scale) or value > MAX_NUMBER:
        return None
    return int(value) if value == int(value) else value


def _take(state: _Sum, part: Item, joined: bool) -> bool:
    if part.value is None:
        return False
    if part.symbol == "half":
        return _half(state, joined)
    if part.symbol == NUMBER:
        return _digits(state, part.value, joined)
    rank, value = part.attrs.get("rank", ""), int(part.value)
    if rank == "scale":
        return _scale(state, part, value, joined)
    return _word(state, rank, value, joined)


def _half(state: _Sum, joined: bool) -> bool:
    """ "two and a half (million)", "a million and a half"."""
    if not joined or state.half:
        return False
    if state.group is None:
        state.total += state.scale / 2
        state.halved = True
        return bool(state.scale)
    state.group += 0.5
    state.half, state.room = True, 0
    return True


def _digits(state: _Sum, value: Number, joined: bool) -> bool:
    if state.group is None:
        return _open(state, value, 0, joined)
    return joined and value < state.room and _add(state, value, 0)


def _word(state: _Sum, rank: str, value: int, joined: bool) -> bool:
    if rank == "hundred" and value == 100 and state.unit and not joined and state.group:
        state.group, state.room, state.unit = state.group * 100, 100, False
        return True
    if state.group is None:
        state.unit = rank == "unit"
        return _open(state, value, _ROOM.get(rank, 0), joined)
    if rank == "ten" and state.unit and joined:
        state.unit = False
        return _add(state, value, 0)
    if rank in ("unit", "teen", "ten") and joined and value < state.room:
        state.unit = rank == "unit"
        return _add(state, value, 0)
    return False


def _open(state: _Sum, value: Number, room: int, joined: bool) -> bool:
    """Begin a group: the first, or after a scale with "and"."""
    if state.scale and (not joined or value >= state.scale):
        return False
    state.group, state.room = value, room
    return True


def _add(state: _Sum, value: Number, room: int) -> bool:
    state.group = (state.group or 0) + value
    state.room = room
    return True


def _scale(state: _Sum, part: Item, value: int, joined: bool) -> bool:
    """Close the group: thousands, millions. A dual or a lone scale is a group of its own."""
    own = part.attrs.get("dual") is not None
    size = value // 2 if own else value
    if state.halved and size == state.scale:
        return not own
    if state.scale and size >= state.scale:
        return False
    if state.group is None:
        return _lone_scale(state, part, value, size, joined)
    if own or joined or state.group == 0:
        return False
    state.total += state.group * size
    _close(state, size)
    return True


def _lone_scale(state: _Sum, part: Item, value: int, size: int, joined: bool) -> bool:
    if part.attrs.get("many") or (state.scale and not joined):
        return False
    state.total += int(part.attrs.get("alone", value))
    _close(state, size)
    return True


def _close(state: _Sum, size: int) -> None:
    state.group, state.scale, state.room, state.unit, state.half = None, size, 0, False, False
