"""Which language packs there are: the folders of lang/ that hold a pack.toml. And whose work is in them."""

from __future__ import annotations

from functools import cache

from waqai.packs.orthography import LANG


@cache
def languages() -> tuple[str, ...]:
    """The ids of the packs, sorted."""
    return tuple(sorted(path.parent.name for path in LANG.glob("*/pack.toml")))


def language_of(tag: str | None, default: str = "ar") -> str:
    """The pack id that a language tag asks for: "ar-SY" and "AR" ask for "ar"."""
    return (tag or default).replace("_", "-").partition("-")[0].lower()


def attributions() -> tuple[str, ...]:
    """The attribution texts that the licences of others' work in the packs ask for."""
    return tuple(path.read_text("utf-8").strip() for path in sorted(LANG.rglob("ATTRIBUTION.txt")))
