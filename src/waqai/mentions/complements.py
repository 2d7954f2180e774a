"""Complements: what goes on behind the head of a side: its nation, its owner, the body it belongs to, its name."""

from __future__ import annotations

from waqai.match.lattice import Lattice
from waqai.mentions.phrase import adjoins, is_definite
from waqai.model.mention import Hit
from waqai.packs.pack import load_settings
from waqai.text.text import Text

_LONGEST = 6
SINGLE = frozenset({"gunmen", "unknown", "terrorists"})
_PIECES = frozenset({"forces", "unit"})
_BANDS = SINGLE | {"soldiers", "settlers", "rebels", "crowd"}
INSURGENT = frozenset({"group", "rebels", "militia"})
_KEEPERS = frozenset({"police", "security", "guard", "border_guard", "militia"})
_BEAR_NAMES = frozenset({"militia", "rebels", "group", "unit", "tribe", "coalition", "army", "forces"})
_OWNERS = frozenset({"army", "forces", "airforce", "navy", "guard", "border_guard", "police", "security", "staff"}) | {
    "militia",
    "rebels",
    "group",
    "coalition",
    "tribe",
    "unit",
    "government",
    "ministry",
    "authority",
    "presidency",
    "agency",
    "parliament",
    "party",
    "igo",
    "local_authority",
    "state",
    "delegation",
}
_LOOSE = frozenset({"terrorists", "gunmen", "rebels"})
_QUOTE = '"'


def complement(lattice: Lattice, hit: Hit) -> tuple[int, str | None]:
    """The end of the phrase and its owner: adjectives of nation, a named side, another body, a place."""
    end, owner, last = hit.end, None, hit
    limit = min(hit.end + _LONGEST, len(lattice.hits))
    while end < limit and (part := _part(lattice, hit, last, end)) is not None:
        if part.entry.cls in ("demonym", "actor"):
            owner = owner or _owner(part)
        end, last = part.end, part
    end, owner = _members(lattice, hit, adjectives(lattice, end), owner)
    end, owner = _of_whom(lattice, hit, *_named(lattice, last, end, owner))
    return belonging(lattice, end, owner)


def _part(lattice: Lattice, head: Hit, last: Hit, end: int) -> Hit | None:
    """The word at ``end`` that goes on with the phrase of ``head`` behind its part ``last``."""
    part = lattice.find(end, "demonym", "actor", "force", "target", "placecue", "role", "person")
    if part is None or not adjoins(part):
        return None
    if part.entry.cls == "person":  # "Haftar's group"
        return part if last is head and head.entry.value in _BEAR_NAMES and not _closed(lattice, head) else None
    if part.entry.cls == "demonym":
        return part
    if last is head and _absolute(lattice, head.end - 1) and not _absolute(lattice, part.end - 1):
        return None  # "gunmen (attacked) forces of": the ending of a plural that owns nothing
    one = last.form not in ("pl", "du") and (_closed(lattice, last) or _ended(lattice, last))
    if one and part.entry.cls == "force" and _men(lattice, part):
        return None  # "the police (dispersed) the demonstrators": no plural of men describes one body
    shut = _closed(lattice, head) or last.entry.cls == "demonym" or _described(lattice, head) or _ended(lattice, last)
    if shut and not _has_article(lattice, part):
        return None  # "the guns (of) a town": a noun with its article or adjective is followed by an object
    if part.entry.cls in ("placecue", "target", "role"):
        return part if last is head and _of_a_place(lattice, head, part) else None
    return part if _owns(lattice, head, part) else None


def _absolute(lattice: Lattice, index: int) -> bool:
    """A plural with its full ending, which nothing can own."""
    return lattice.text.tokens[index].text.endswith(load_settings().noun.plural_masculine)


def _men(lattice: Lattice, part: Hit) -> bool:
    noun = load_settings().noun
    return lattice.text.tokens[part.end - 1].text.endswith((*noun.plural_masculine, *noun.dual))


def _of_a_place(lattice: Lattice, head: Hit, part: Hit) -> bool:
    """ "the police of the city of", "the forces of the president": one word, and not what bears arms beside a thing."""
    if head.entry.value in _BANDS or _closed(lattice, head):
        return False
    keeps = "armed" not in head.entry.attrs or head.entry.value in _KEEPERS or _closed(lattice, part)
    return keeps and (part.entry.cls == "role" or head.end - head.start == 1)


def _owns(lattice: Lattice, head: Hit, part: Hit) -> bool:
    """May the body ``part`` own the force ``head``? A bare unit or machine behind fighters is what they hit."""
    if "platform" in part.entry.attrs:
        return _closed(lattice, part) and _closed(lattice, head)
    if (
        head.entry.value in SINGLE
        and head.form in ("sg", "")
        and part.entry.cls == "force"
        and not _closed(lattice, part)
    ):
        return False  # "a bomber (hit) a patrol"
    if part.entry.cls == "actor" or "armed" not in head.entry.attrs or _closed(lattice, part):
        return True
    if part.entry.value in _LOOSE:
        return head.entry.value in _BANDS or head.entry.value in _BEAR_NAMES
    return part.entry.value in _OWNERS


def _described(lattice: Lattice, head: Hit) -> bool:
    """ "a local committee": a noun with an adjective that agrees with it, both in the feminine."""
    words, ending = lattice.text.tokens[head.start : head.end], load_settings().noun.feminine
    return len(words) > 1 and all(word.text.endswith(ending) for word in words)


def _closed(lattice: Lattice, hit: Hit) -> bool:
    """Does its first word have the article, or a pronoun?"""
    return _has_article(lattice, hit) or hit.form.endswith(".o")


def _ended(lattice: Lattice, part: Hit) -> bool:
    """ "the forces of the security": words whose last has the article own nothing more."""
    return part.end - part.start > 1 and lattice.text.tokens[part.end - 1].text.startswith(load_settings().noun.article)


def _has_article(lattice: Lattice, hit: Hit) -> bool:
    if is_definite(hit.lead):
        return True
    return "inv" in hit.entry.attrs and lattice.text.tokens[hit.start].text.startswith(load_settings().noun.article)


def _of_whom(lattice: Lattice, head: Hit, end: int, owner: str | None) -> tuple[int, str | None]:
    """ "a patrol of-the-army's": a bare piece of a force with its owner behind "to"."""
    to = load_settings().leads["to"]
    body = (
        lattice.find(end, "actor", "force")
        if owner is None and end == head.end and not _closed(lattice, head)
        else None
    )
    if (
        body is None
        or head.entry.value not in _PIECES
        or "platform" in head.entry.attrs
        or body.lead not in (to, to * 2)
    ):
        return end, owner
    whole, whose = complement(lattice, body)
    return whole, (_owner(body) if body.entry.cls == "actor" else whose)


def _named(lattice: Lattice, head: Hit, end: int, owner: str | None) -> tuple[int, str | None]:
    """ "the battalion 'Sea Sword'": a name in quotation marks behind the head of a band, and whose name it is."""
    close = _quoted(lattice, end) if head.entry.value in _BEAR_NAMES else None
    if close is None:
        return end, owner
    known = lattice.find(end + 1, "actor")
    return close + 1, owner or (_owner(known) if known is not None else None)


def _quoted(lattice: Lattice, start: int) -> int | None:
    """The mark that closes a short quotation opened at token ``start`` and holding no verb."""
    text = lattice.text
    if start >= len(text.tokens) or text.tokens[start].text != _QUOTE or not _opening(text, start):
        return None
    near = range(start + 2, min(start + _LONGEST, len(text.tokens)))
    close = next((i for i in near if text.tokens[i].text == _QUOTE), None)
    return None if close is None or lattice.starts(start + 1, close, "verb") else close


def _opening(text: Text, index: int) -> bool:
    """A mark behind a space and right before a word."""
    span = text.span(index, index + 1)
    return text.source[span.start - 1 : span.start].isspace() and not text.source[span.end : span.end + 1].isspace()


def belonging(lattice: Lattice, end: int, owner: str | None = None) -> tuple[int, str | None]:
    """ "gunmen belonging to the movement": the phrase that ends at ``end`` goes on to the side it belongs to."""
    cue = lattice.find(end, "belong")
    if cue is None or not adjoins(cue):
        return end, owner
    body = _body(lattice, cue)
    if body is None:
        return end, owner
    last = body.end
    while (part := lattice.find(last, "demonym", "actor", "force")) and adjoins(part):
        owner = owner or _owner_of(part)
        last = part.end
    return last, owner or _owner_of(body)


def _body(lattice: Lattice, cue: Hit) -> Hit | None:
    """The side that a word of belonging asks for, behind its preposition."""
    needs, at = cue.entry.value, cue.end
    prep = lattice.find(at, "prep")
    if prep is not None and prep.entry.value in (needs, "to"):
        return lattice.find(prep.end, "actor", "force")
    hit = lattice.find(at, "actor", "force")
    if hit is None or needs == "from":
        return None
    to = load_settings().leads["to"]
    fits = hit.lead.startswith(to) if needs == "to" else adjoins(hit)
    return hit if fits else None


def _owner_of(part: Hit) -> str | None:
    return None if part.entry.cls == "force" else _owner(part)


def _members(lattice: Lattice, hit: Hit, end: int, owner: str | None) -> tuple[int, str | None]:
    """ "fighters from the movement", "a force of the service": named by whose they are (from a state is where)."""
    some = hit.entry.value == "group" and end == hit.end
    prep = lattice.find(end, "prep") if (some or hit.entry.value in _BANDS | _PIECES) and owner is None else None
    if prep is None or prep.entry.value != "from":
        return end, owner
    if some:  # "a group of gunmen"
        band = lattice.find(prep.end, "force")
        return complement(lattice, band) if band is not None and band.entry.value in _BANDS else (end, owner)
    group = lattice.find(prep.end, "actor")
    if group is not None:
        return (end, owner) if group.entry.attrs.get("type") == "state" else (group.end, _owner(group))
    body = lattice.find(prep.end, "force")
    if body is None or body.entry.value in _LOOSE:
        return end, owner
    whole, whose = complement(lattice, body)
    return (end, owner) if whole == body.end and "amb" in body.entry.attrs else (whole, whose)


def _owner(part: Hit) -> str:
    if part.entry.cls == "actor" and part.entry.attrs.get("type") not in INSURGENT:
        return part.entry.attrs.get("country") or part.entry.value
    return part.entry.value


def adjectives(lattice: Lattice, end: int) -> int:
    """The end of the phrase that ends at ``end`` with the adjectives of nation behind it."""
    while (part := lattice.find(end, "demonym")) and adjoins(part) and not _people(lattice, end):
        end = part.end
    return end


def _people(lattice: Lattice, index: int) -> bool:
    """ "(arrested) the occupation the Palestinians": a plural behind a singular is people, no adjective."""
    endings, tokens = load_settings().noun.plural_masculine, lattice.text.tokens
    many = tokens[index].text.endswith(endings)
    return many and index > 0 and not _plural(lattice, index - 1)


def _plural(lattice: Lattice, index: int) -> bool:
    """Does a noun in the plural or dual end at token ``index``?"""
    if lattice.text.tokens[index].text.endswith(load_settings().noun.plural_masculine):
        return True
    return any(h.end == index + 1 and h.form in ("pl", "du") for at in (index, index - 1) for h in lattice.at(at))
