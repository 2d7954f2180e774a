"""Status: whether the words say a thing happened, is planned, threatened, demanded, denied or only supposed."""

from __future__ import annotations

from waqai.match.lattice import Lattice
from waqai.mentions.phrase import is_conjoined
from waqai.model.mention import Hit
from waqai.packs.pack import load_settings

HAPPENED = "happened"
_BACK, _FARTHEST, _PLOTTED = 6, 10, 3
_CUES = {
    "plot": "planned",
    "future": "planned",
    "hypo": "hypothetical",
    "demand": "demanded",
    "threat": "threatened",
    "denial": "denied",
}
_ACTS = {"demand": "demanded", "threaten": "threatened", "promise": "planned", "deny": "denied", "reject": "denied"}
_TAKING = frozenset({"territory_change", "seize"})  # land that somebody tried to take is not taken
_DEALINGS = frozenset({"talks", "agreement", "ceasefire", "exchange", "release"})
_PLAIN = frozenset({"say", "announce", "confirm"})
_STOPS = frozenset({"sub", "rel"})
_HEEDED = _STOPS | _CUES.keys() | {"verb", "undertaking", "answer", "prep", "neg", "attempt"}


def status_of(lattice: Lattice, start: int, end: int, first: int, hit: Hit, governing: str | None) -> str:
    """The status of the trigger at tokens ``start``..``end`` in the segment that begins at ``first``.

    ``governing``: the act of the saying that governs the trigger ("demand"), or None.
    """
    if hit.entry.cls == "verb" and _future(hit):
        return "planned"
    before = _before(lattice, start, first, hit)
    if before not in (None, HAPPENED):
        return HAPPENED if before == "denied" and _part_denied(lattice, start) else before
    if hit.entry.cls == "event" and _announced(lattice, start, end):
        return "planned"
    if before is None and governing in _ACTS and _infinitive(hit) and not _occasion(lattice, start):
        denied = _ACTS[governing] == "denied" and _part_denied(lattice, start)
        return HAPPENED if denied else _ACTS[governing]
    return HAPPENED


def _part_denied(lattice: Lattice, start: int) -> bool:
    """ "denied that it had a hand in the attack": the attack itself is not denied."""
    return bool(lattice.starts(max(0, start - _BACK), start, "involved"))


def _occasion(lattice: Lattice, start: int) -> bool:
    """ "demanded an inquiry after the killing": what stands behind "after" has happened."""
    return any(hit.entry.cls == "prep" and hit.entry.value == "after" for hit in lattice.ending(start))


def _future(hit: Hit) -> bool:
    return load_settings().leads["will"] in hit.lead and hit.form.startswith("pres")


def _infinitive(hit: Hit) -> bool:
    """What is demanded, threatened or promised is a noun of action or a present verb, never a past one."""
    return hit.entry.cls == "event" or hit.form.startswith("pres")


def _before(lattice: Lattice, start: int, first: int, hit: Hit) -> str | None:
    for index in range(start - 1, max(first, start - _FARTHEST) - 1, -1):
        token = lattice.text.tokens[index]
        if token.kind == "punct":
            return None
        near = start - index <= _BACK
        for cue in lattice.at(index):
            if cue.entry.cls not in _HEEDED:
                continue
            if not near and cue.entry.value != "modal":
                continue  # only what is sought or planned waits behind a long subject
            if cue.entry.cls in _STOPS and index != start - 1:
                return None
            if cue.entry.value == "perhaps" and _asserted(lattice, cue.end):
                continue
            if _affirms(cue):
                return HAPPENED
            if cue.entry.cls == "answer" or (cue.entry.cls == "prep" and cue.entry.value == "after"):
                return None  # what was demanded or denied is said before "after", the occasion behind it
            if cue.entry.cls == "verb" and lattice.find(index - 1, "prep") is not None:
                continue  # a noun spelled like the verb: none stands behind a preposition
            if cue.entry.value == "say" and _counted_people(lattice, cue):
                continue  # "17 students", spelled like "the two demanded"
            if cue.entry.value == "say" and lattice.find(index, "ongoing") is not None:
                continue  # "the renewal of the protests", spelled like "renews (the call)"
            if cue.entry.attrs.get("act") == "threaten" and _on(lattice, start):
                continue  # "threatens to stop work in protest at the abduction": not what is threatened
            if cue.entry.value == "undertake" and lattice.find(index - 1, "neg") is not None:
                return "denied"  # "could not arrest"
            status = _cue(cue, hit, start - index)
            if status:
                return status
    return None


def _counted_people(lattice: Lattice, cue: Hit) -> bool:
    """People right behind a number."""
    people, number = lattice.find(cue.start, "group"), lattice.text.tokens[cue.start - 1]
    return people is not None and (number.kind == "number" or lattice.find(cue.start - 1, "num") is not None)


def _on(lattice: Lattice, start: int) -> bool:
    prep = lattice.find(start - 1, "prep")
    return prep is not None and prep.entry.value == "on"


def _affirms(cue: Hit) -> bool:
    """ "denied the fall of the town and confirmed fighting": the nearer of two verbs of saying governs."""
    said = cue.entry.cls == "verb" and cue.entry.attrs.get("act") in _PLAIN and cue.form.startswith("past")
    return said and is_conjoined(cue.lead)


def _asserted(lattice: Lattice, index: int) -> bool:
    """A past verb after the particle says it has happened, also one that an idiom holds ("has opened fire").

    Before a number it is no particle but "lost", spelled like it.
    """
    verb = lattice.find(index, "verb")
    if verb is None:
        return any("verbal" in hit.entry.attrs or hit.entry.cls == "num" for hit in lattice.at(index))
    return verb.form.startswith("past")


def _cue(cue: Hit, hit: Hit, distance: int) -> str | None:
    if cue.entry.cls == "neg" and distance == 1 and hit.entry.cls == "verb":
        return "denied"
    if cue.entry.cls == "verb" and cue.entry.value == "modal":
        wished = cue.entry.attrs.get("deal") if hit.entry.value in _DEALINGS else None
        return wished or cue.entry.attrs.get("status")
    if cue.entry.cls == "verb" and cue.entry.value == "say":
        if "past" in cue.entry.attrs and not cue.form.startswith("past"):
            return None  # "is held to be", spelled like "promises"
        act = cue.entry.attrs.get("act", "")
        if "status" in cue.entry.attrs and _infinitive(hit):
            return cue.entry.attrs["status"]  # "expects the capture of"
        return _ACTS.get(act) if _infinitive(hit) and act != "reject" else None
    if cue.entry.value == "foil" and hit.entry.value in _DEALINGS:
        return "hypothetical"  # a deal that is kept from coming about is none
    if cue.entry.cls == "attempt":
        return "planned" if cue.entry.value == "foil" or hit.entry.value in _TAKING else None
    if cue.entry.cls == "plot" and cue.entry.value != "intends":
        return None
    if cue.entry.cls == "plot" and (hit.entry.cls != "event" or hit.lead.endswith(_article()) or distance > _PLOTTED):
        return None  # "planned the attack on Paris" tells one that took place
    if cue.entry.value == "be" and hit.entry.value not in _DEALINGS:
        return None  # "the strikes will be felt" tells strikes of the past
    return _CUES.get(cue.entry.cls)


def _article() -> str:
    return load_settings().noun.article


def _announced(lattice: Lattice, start: int, end: int) -> bool:
    """ "the coming exchange": the adjective inside the noun's phrase or right after it."""
    return any(lattice.find(at, "future") is not None for at in range(start + 1, end + 3))
