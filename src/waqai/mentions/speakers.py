"""Speakers: the noun phrase of whoever speaks, with its office and its name apart."""

from __future__ import annotations

from typing import NamedTuple

from waqai.match.lattice import Lattice
from waqai.mentions.phrase import adjoins, proclitic_length
from waqai.model.mention import Hit
from waqai.packs.pack import load_settings

_LONGEST = 16
_BODY = 5
_SPEAKS = frozenset({"actor", "force", "source", "role", "title", "person", "given"})
_SPEAKING_GROUPS = frozenset(
    {"official", "leader", "medic", "aid_worker", "journalist", "police", "soldier", "fighter", "worker", "woman"}
)
_NOUNS = _SPEAKS | {"group", "demonym", "placecue", "target", "casualty", "one_of", "more", "direction"}
_OBJECTS = frozenset({"group", "actor", "force", "source"})
_OFFICES = frozenset({"role", "title"})
_NAMED_AFTER = frozenset({"role", "title", "given", "person", "group", "demonym"})
_NAMES = frozenset({"given", "person"})
_STOPS = frozenset(
    {
        "that",
        "rel",
        "sub",
        "quoted",
        "cite",
        "neg",
        "agent",
        "including",
        "perfect",
        "noharm",
        "unverified",
        "actobject",
    }
)
_KEEPS = frozenset({"from", "for"})


class Speaker(NamedTuple):
    """Tokens ``[start, end)`` of the phrase; ``name`` its name part, None when it has only an office.

    ``skip``: proclitic letters of the first token. ``rank``: 3 a named person, 2 a body or office, 1 unnamed people.
    """

    start: int
    end: int
    skip: int
    name: tuple[int, int] | None
    id: str | None
    rank: int
    label: str | None


def speaker_at(lattice: Lattice, start: int, limit: int, dates: frozenset[int]) -> Speaker | None:
    """The speaker whose phrase begins at token ``start``; None when what stands there cannot speak."""
    end = _end(lattice, start, min(limit, start + _LONGEST), dates)
    if end <= start:
        return None
    hits = [hit for index in range(start, end) for hit in lattice.at(index) if hit.end <= end]
    if not any(_can_speak(hit) for hit in hits) and not _latin(lattice, start, end):
        return None
    name = None if _carrier(lattice, start) else _name(lattice, start, end)
    if not lattice.at(start) and (name is None or name[0] > start):
        return None
    return Speaker(start, end, _skip(lattice, start), name, _id(hits), _rank(hits, name), _label(hits))


def _carrier(lattice: Lattice, start: int) -> bool:
    """A statement or a report speaks for a body: the words after it are no person's name."""
    hit = lattice.find(start, "source")
    return hit is not None and hit.entry.value == "statement"


def _can_speak(hit: Hit) -> bool:
    if hit.entry.cls == "group":
        return hit.entry.value in _SPEAKING_GROUPS
    return hit.entry.cls in _SPEAKS


def _latin(lattice: Lattice, start: int, end: int) -> bool:
    return all(_is_latin(lattice, index) or _hyphen(lattice, index) for index in range(start, end))


def _is_latin(lattice: Lattice, index: int) -> bool:
    token = lattice.text.tokens[index]
    return token.kind == "word" and token.text.isascii()


def _skip(lattice: Lattice, start: int) -> int:
    hits = lattice.at(start)
    return proclitic_length(hits[0].lead) if hits and hits[0].entry.cls in _NOUNS else 0


def _end(lattice: Lattice, start: int, limit: int, dates: frozenset[int]) -> int:
    index, last = start, start
    while index < limit:
        step = _step(lattice, index, start, dates)
        if step == 0:
            break
        index += step
        last = index
    return last


def _step(lattice: Lattice, index: int, start: int, dates: frozenset[int]) -> int:
    """How many tokens the phrase goes on at ``index``; 0 when it ends there."""
    token = lattice.text.tokens[index]
    if index in dates:
        return 0
    if token.kind != "word":
        if _hyphen(lattice, index):
            return 1
        return _quoted_name(lattice, index, start) or _comma_name(lattice, index)
    hits = lattice.at(index)
    if any(hit.entry.cls in _STOPS for hit in hits):
        return 0
    noun = next((hit for hit in hits if hit.entry.cls in _NOUNS), None)
    if noun and noun.entry.cls in _OBJECTS and index > start and _sure_name(lattice, index - 1):
        return 0
    if noun:
        return noun.end - index if index == start or _joined(noun) else 0
    if any(hit.entry.cls == "verb" for hit in hits) or token.text.startswith(_and_the()):
        return 0
    return _preposition(lattice, index, start, hits)


def _joined(hit: Hit) -> bool:
    """The phrase goes on with what agrees, with one short preposition, or with "and" before another speaker."""
    letters = hit.lead[: proclitic_length(hit.lead)]
    if letters == load_settings().leads["and"]:
        return hit.entry.cls in _SPEAKS
    return adjoins(hit) or len(letters) == 1


def _and_the() -> str:
    """A conjunction with the article: an unknown word that begins so begins something else."""
    settings = load_settings()
    return settings.leads["and"] + settings.noun.article


def _preposition(lattice: Lattice, index: int, start: int, hits: list[Hit]) -> int:
    """A preposition goes on only into a place or an office of the same phrase."""
    prep = next((hit for hit in hits if hit.entry.cls == "prep"), None)
    if prep is None:
        known = any(hit.entry.cls in ("event", "date", "weapon") for hit in hits)
        return 0 if known or not _could_go_on(lattice, index, start) else 1
    if prep.entry.value in _KEEPS:
        return 1
    follows = lattice.find(prep.end, "place", "placecue", "direction")
    return 1 if prep.entry.value == "in" and follows and not prep.lead else 0


def _could_go_on(lattice: Lattice, index: int, start: int) -> bool:
    """An unknown word goes on after an office, a name or another unknown word; after a body only with the article."""
    if index == start or _has_article(lattice, index):
        return True
    if _is_latin(lattice, index) and (_is_latin(lattice, index - 1) or _hyphen(lattice, index - 1)):
        return True
    if (name := lattice.find(index - 1, "given")) is not None and name.entry.value == "learned":
        return False
    ending = (hit for back in range(1, _BODY) for hit in lattice.at(index - back) if hit.end == index)
    before = {hit.entry.cls for hit in ending}
    office = any(lattice.find(i, *_OFFICES) for i in range(start, index))
    return not before or office or bool(before & _NAMED_AFTER)


def _quoted_name(lattice: Lattice, index: int, start: int) -> int:
    """A name of one to three words in quotation marks or brackets belongs to the phrase."""
    tokens = lattice.text.tokens
    if index == start or tokens[index].text not in '"(':
        return 0
    closing = '"' if tokens[index].text == '"' else ")"
    for size in (2, 3, 4):
        if index + size < len(tokens) and tokens[index + size].text == closing:
            return size + 1
    return 0


def _comma_name(lattice: Lattice, index: int) -> int:
    """An office, a comma, then a name in Latin letters or a known one: the name stands beside the office."""
    tokens = lattice.text.tokens
    if tokens[index].text != "," or index + 1 >= len(tokens) or tokens[index + 1].kind != "word":
        return 0
    following = tokens[index + 1]
    named = any(hit.entry.cls in _NAMES and not hit.lead for hit in lattice.at(index + 1))
    return 1 if following.text.isascii() or named else 0


def _name(lattice: Lattice, start: int, end: int) -> tuple[int, int] | None:
    """The words of a name at the end of the phrase: known names, Latin words, or unknown words after an office."""
    first = end
    while first > start and _is_name(lattice, first - 1):
        first -= 1
    office = any(_can_speak(hit) and hit.entry.cls not in _NAMES for i in range(start, first) for hit in lattice.at(i))
    sure = next((i for i in range(first, end) if _sure_name(lattice, i)), None)
    if sure is not None:
        honoured = sure - first == 1 and office and _has_article(lattice, first) and not lattice.at(first)
        return (first if honoured else sure), end
    return (first, end) if office and end - first >= 2 and not _has_article(lattice, first) else None


def _has_article(lattice: Lattice, index: int) -> bool:
    """An unknown word with the article begins an adjective ("the regional"), not a name."""
    return lattice.text.tokens[index].text.startswith(load_settings().noun.article)


def _is_name(lattice: Lattice, index: int) -> bool:
    token = lattice.text.tokens[index]
    if token.kind != "word":
        return _hyphen(lattice, index)
    classes = {hit.entry.cls for hit in lattice.at(index)}
    return not classes or bool(classes & _NAMES) or (classes == {"place"} and not _defined(lattice, index))


def _hyphen(lattice: Lattice, index: int) -> bool:
    """The hyphen of a Latin double name ("Al-Tayeb")."""
    tokens = lattice.text.tokens
    if tokens[index].text != "-" or not 0 < index < len(tokens) - 1:
        return False
    before, after = tokens[index - 1], tokens[index + 1]
    glued = before.end == tokens[index].start and tokens[index].end == after.start
    return glued and before.text.isascii() and after.text.isascii()


def _defined(lattice: Lattice, index: int) -> bool:
    return any(hit.lead for hit in lattice.at(index))


def _sure_name(lattice: Lattice, index: int) -> bool:
    token = lattice.text.tokens[index]
    return token.text.isascii() or any(hit.entry.cls in _NAMES for hit in lattice.at(index))


def _id(hits: list[Hit]) -> str | None:
    person = next((hit for hit in hits if hit.entry.cls == "person"), None)
    if person:
        return person.entry.attrs.get("id") or person.entry.value
    return next((hit.entry.value for hit in hits if hit.entry.cls == "actor"), None)


def _label(hits: list[Hit]) -> str | None:
    known = (hit.entry.attrs.get("name") for hit in hits if hit.entry.cls in ("person", "actor"))
    return next((name for name in known if name), None)


def _rank(hits: list[Hit], name: tuple[int, int] | None) -> int:
    if name is not None:
        return 3
    return 1 if any("unnamed" in hit.entry.attrs for hit in hits) else 2
