"""The flags of a report: mixed scripts, and calques that only machine translation writes."""

from __future__ import annotations

from waqai.match.lattice import Lattice
from waqai.text.flags import mixed_script

_CALQUES = 2
_SPACED = " ,"  # translation engines of the last decade put a space before the Arabic comma


def flags(lattice: Lattice) -> tuple[str, ...]:
    """The ids of the flags that hold, in a fixed order."""
    calques = len(lattice.classes.get("calque", ()))
    spaced = lattice.text.norm.count(_SPACED)
    found = ["machine_translated"] if calques + (spaced >= 3) * _CALQUES >= _CALQUES else []
    if mixed_script(lattice.text):
        found.append("mixed_script")
    return tuple(found)
