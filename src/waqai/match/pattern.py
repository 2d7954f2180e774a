"""The rule language: one pattern string to a tuple of elements. docs/decisions/0005-rule-language.md describes it.

``<cls>`` ``<cls=a|b>`` ``<cls|other>`` ``<#>`` ``<#:1..31>`` ``<cls rank=ten lead=and>``, literal words, ``pre*``
(a word that begins so), ``{slot:<cls>}``, ``?`` optional, ``+`` once or more, ``..3`` a gap of at most three tokens,
``[...]`` at either end: context that must stand there but is not part of the span.
"""

from __future__ import annotations

import re

from msgspec.structs import replace

from waqai.model.value import Value
from waqai.packs.fold import fold

ANY_LEAD = None
_PIECES = re.compile(r"\.\.\d+|\[|\]\??|\{[^{}]*\}[?+]?|<[^<>]*>[?+]?|[^\s\[\]<>{}]+")
_SLOT = re.compile(r"\{([a-z_]+):(.+)\}([?+]?)")
_ANGLE = re.compile(r"<([^<>]*)>([?+]?)")
_RANGE = re.compile(r"(\d+)\.\.(\d+)")
MAX_GAP = 12


class PatternError(ValueError):
    """A pattern is not well formed; the message says which part."""


class Element(Value, frozen=True):
    """One step of a pattern. ``symbols`` name classes, mention kinds, "#" or "'word"; ``gap`` > 0 skips tokens.

    ``leads``: names of proclitics of which one must be there; () none may be; None any may. ``side``: "left" or
    "right" context, "" for the span itself.
    """

    symbols: tuple[str, ...] = ()
    values: frozenset[str] = frozenset()
    low: int | None = None
    high: int | None = None
    attrs: tuple[tuple[str, str], ...] = ()
    leads: tuple[str, ...] | None = ()
    slot: str = ""
    optional: bool = False
    repeat: bool = False
    gap: int = 0
    prefix: str = ""
    side: str = ""


def parse(pattern: str) -> tuple[Element, ...]:
    """The elements of ``pattern``, in order. Raises PatternError."""
    elements: list[Element] = []
    pieces = _PIECES.findall(pattern)
    if "".join(pieces) != "".join(_squeeze(pattern)):
        raise PatternError(f"cannot read {pattern!r}")
    side, core = "", False
    for piece in pieces:
        if piece[0] in "[]":
            side = _side(piece, core) if piece == "[" else ""
            continue
        core = core or not side
        elements.append(replace(_element(piece), side=side))
    return _checked(pattern, elements)


def _squeeze(pattern: str) -> list[str]:
    """The pattern without the blanks that only separate its pieces."""
    return [part for piece in re.split(r"(\{[^{}]*\}|<[^<>]*>)", pattern) for part in _keep(piece)]


def _keep(piece: str) -> list[str]:
    return [piece] if piece[:1] in "{<" else piece.split()


def _side(piece: str, core: bool) -> str:
    return "right" if core else "left"


def _checked(pattern: str, elements: list[Element]) -> tuple[Element, ...]:
    inner = [element for element in elements if not element.side]
    if not inner or all(element.optional or element.gap for element in inner):
        raise PatternError(f"{pattern!r} asks for nothing")
    if elements[0].gap or elements[-1].gap:
        raise PatternError(f"{pattern!r} begins or ends with a gap")
    if any(element.gap > MAX_GAP for element in elements):
        raise PatternError(f"{pattern!r}: a gap may skip at most {MAX_GAP} tokens")
    first = elements[0]
    if first.leads == () and not first.prefix:
        elements[0] = replace(first, leads=ANY_LEAD)
    return tuple(elements)


def _element(piece: str) -> Element:
    if piece.startswith(".."):
        return Element(gap=int(piece[2:]))
    if piece[0] == "{":
        return _slot(piece)
    if piece[0] == "<":
        return _angle(piece)
    return _literal(piece)


def _slot(piece: str) -> Element:
    match = _SLOT.fullmatch(piece)
    if match is None:
        raise PatternError(f"cannot read slot {piece!r}")
    inner = _element(match[2])
    quantifier = match[3]
    return replace(
        inner, slot=match[1], optional=inner.optional or quantifier == "?", repeat=inner.repeat or quantifier == "+"
    )


def _literal(piece: str) -> Element:
    optional = len(piece) > 1 and piece[-1] == "?"
    word = fold(piece[:-1] if optional else piece)
    if len(word) > 1 and word.endswith("*"):
        return Element(prefix=word[:-1], optional=optional)
    symbols = tuple(f"'{part}" for part in word.split("|")) if len(word) > 1 else (f"'{word}",)
    return Element(symbols=symbols, optional=optional)


def _angle(piece: str) -> Element:
    match = _ANGLE.fullmatch(piece)
    if match is None or not match[1].strip():
        raise PatternError(f"cannot read {piece!r}")
    head, *options = match[1].split()
    names, _, values = head.partition("=")
    names, _, bounds = names.partition(":")
    low, high = _bounds(bounds, piece)
    attrs, leads = _options(options, piece)
    return Element(
        symbols=tuple(_symbol(name) for name in names.split("|")),
        values=frozenset(values.split("|")) if values else frozenset(),
        low=low,
        high=high,
        attrs=attrs,
        leads=leads,
        optional=match[2] == "?",
        repeat=match[2] == "+",
    )


def _symbol(name: str) -> str:
    """A class name as it is; a quoted word or mark as a literal."""
    return f"'{fold(name[1:])}" if name.startswith("'") else name


def _bounds(bounds: str, piece: str) -> tuple[int | None, int | None]:
    if not bounds:
        return None, None
    match = _RANGE.fullmatch(bounds)
    if match is None:
        raise PatternError(f"bounds in {piece!r} are written 1..31")
    return int(match[1]), int(match[2])


def _options(options: list[str], piece: str) -> tuple[tuple[tuple[str, str], ...], tuple[str, ...] | None]:
    attrs: list[tuple[str, str]] = []
    leads: tuple[str, ...] | None = ()
    for option in options:
        key, equals, value = option.partition("=")
        if not equals or not value:
            raise PatternError(f"{option!r} in {piece!r} is written key=value")
        if key == "lead":
            leads = ANY_LEAD if value == "any" else tuple(value.split("|"))
        else:
            attrs.append((key, value))
    return tuple(attrs), leads
