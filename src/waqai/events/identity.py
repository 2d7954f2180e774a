"""Identity of speakers: one person under a full name, a surname, and another script, within one report."""

from __future__ import annotations

from waqai.match.lattice import Lattice
from waqai.mentions.speakers import Speaker
from waqai.packs.names import skeleton

_SHORTEST = 2


def identities(lattice: Lattice, speakers: list[Speaker]) -> dict[int, str]:
    """First token of each named speaker -> an id: the known person's, else one made of the name's consonants."""
    known: list[tuple[tuple[str, ...], str]] = []
    found: dict[int, str] = {}
    for speaker in sorted(speakers, key=_length, reverse=True):
        parts = _parts(lattice, speaker)
        if not parts:
            continue
        name = next((name for full, name in known if _fits(parts, full)), None)
        found[speaker.start] = name or speaker.id or "name:" + "-".join(parts)
        known.append((parts, found[speaker.start]))
    return found


def _length(speaker: Speaker) -> tuple[int, bool]:
    """Longer names first, and of those the ones the lexicon knows."""
    size = speaker.name[1] - speaker.name[0] if speaker.name else 0
    return size, speaker.id is not None


def _parts(lattice: Lattice, speaker: Speaker) -> tuple[str, ...]:
    if speaker.name is None:
        return ()
    words = (lattice.text.tokens[i] for i in range(*speaker.name))
    skeletons = (skeleton(word.text) for word in words if word.kind == "word")
    return tuple(part for part in skeletons if len(part) >= _SHORTEST)


def _fits(parts: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """The same name, or its last word alone."""
    return parts == full or (len(parts) == 1 and parts[0] == full[-1])
