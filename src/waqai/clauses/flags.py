"""The flags of a report: mixed scripts, and calques that only machine translation writes."""

from __future__ import annotations

from waqai.match.lattice import Lattice
from waqai.text.flags import mixed_script

_CALQUES = 2


def flags(lattice: Lattice) -> tuple[str, ...]:
    """The ids of the flags that hold, in a fixed order."""
    calques = sum(1 for hits in lattice.hits for hit in hits if hit.entry.cls == "calque")
    spaced = sum(1 for token in lattice.text.tokens if token.text == "," and _space_before(lattice, token.start))
    found = ["machine_translated"] if calques + (spaced >= 3) * _CALQUES >= _CALQUES else []
    if mixed_script(lattice.text):
        found.append("mixed_script")
    return tuple(found)


def _space_before(lattice: Lattice, at: int) -> bool:
    """Translation engines of the last decade put a space before the Arabic comma."""
    return at > 0 and lattice.text.norm[at - 1] == " "
