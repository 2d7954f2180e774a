"""Clauses that whoever speaks fills whole before the verb: "the kitchen said on its page", as machines translate."""

from __future__ import annotations

from waqai.clauses.saying import Zone
from waqai.clauses.strangers import is_no_subject
from waqai.match.lattice import Lattice
from waqai.mentions.phrase import is_conjoined
from waqai.mentions.speakers import Speaker
from waqai.model.mention import Hit
from waqai.packs.pack import load_settings

_CLAUSE = 7
_BODIES = ("actor", "source", "force", "organ", "role")
_CLAUSE_OPENERS = frozenset({"that", "sub", "cite"})
_NO_NOUNS = ("verb", "sub", "rel", "that", "quoted", "neg", "hypo", "therein", "same", "num", "person")


def stranger_before(zone: Zone, verb: Hit) -> Speaker | None:
    """ ", the kitchen said on its page", "but the family said that": a noun and what belongs to it fill the clause before."""
    if "quotes" not in verb.entry.attrs or is_conjoined(verb.lead) or not _says_on(zone, verb.end):
        return None
    lattice, start = zone.lattice, _clause_start(zone, verb.start)
    if start is None or lattice.find(start, "prep", "sub"):
        return None
    head = lattice.text.tokens[start].text
    told = head.startswith(load_settings().noun.article) and verb.form.startswith(
        "past"
    )  # "the facts confirm" states nothing
    if is_no_subject(head, verb) or (not told and lattice.find(start, *_BODIES) is None):
        return None
    return Speaker(start, verb.start, 0, None, None, 2, None)


def _clause_start(zone: Zone, index: int) -> int | None:
    """Where a clause of nothing but nouns begins before the verb: at a mark, an opener or the head of the sentence."""
    lattice, start = zone.lattice, index
    tokens, least = lattice.text.tokens, max(zone.first, index - _CLAUSE)
    while start > least and tokens[start - 1].kind == "word" and not _opener_before(lattice, start):
        start -= 1
        if start in zone.dates or (lattice.find(start, *_NO_NOUNS) and not lattice.find(start, "prep")):
            return None
    opened = start == zone.first or tokens[start - 1].text in ",:;" or _opener_before(lattice, start)
    return start if opened and start < index else None


def _opener_before(lattice: Lattice, index: int) -> bool:
    return any(hit.entry.cls in _CLAUSE_OPENERS for hit in lattice.ending(index))


def _says_on(zone: Zone, index: int) -> bool:
    """The end, a mark, "that", a preposition or "he" behind the verb: no noun that could be its subject."""
    lattice = zone.lattice
    if index >= zone.last - 1 or lattice.text.tokens[index].kind != "word":
        return True
    return lattice.find(index, "that", "prep") is not None or lattice.text.tokens[index].text in (
        load_settings().subject_pronouns
    )
