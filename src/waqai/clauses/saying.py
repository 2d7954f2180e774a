"""Verbs of saying: which words say, with what act, and whether what is said opens behind them."""

from __future__ import annotations

from waqai.clauses.subjects import follows_word
from waqai.match.lattice import Lattice
from waqai.mentions.phrase import is_conjoined
from waqai.model.mention import Hit
from waqai.model.value import Value
from waqai.packs.pack import load_settings

_NEAR = 3
_NO_VERBS = ("prep", "neg", "calque")
_THERE = 12
_BLAMED = 9
_NEEDED = {"blame": ("object", "blame"), "tally": ("tally", "number")}
_FIRM = frozenset({"deny", "accuse", "reject"})  # acts that no noun behind the verb changes
_OWNS = frozenset({"announce", "confirm", "claim_responsibility"})
_WOMEN_OR_TWO = ("3fp", "3fd")
_SPEAKING = ("3", "1p")


class Zone(Value, frozen=True):
    """The sentence at tokens ``first``..``last`` and the tokens of its dates."""

    lattice: Lattice
    first: int
    last: int
    dates: frozenset[int]


def say_verb(lattice: Lattice, index: int, first: int) -> Hit | None:
    """A verb that says: not denied, not wished for, not a noun behind a preposition."""
    opened = lattice.find(index + 1, "that") is not None  # "and showed that": no preposition stands there
    if lattice.find(index, *(_NO_VERBS[1:] if opened else _NO_VERBS)) is not None:
        return None
    cited = _cited(lattice, index)
    cue = next((hit for hit in lattice.at(index) if _says(hit, cited)), None)
    if cue is None or index == first:
        return cue
    return None if _governed(lattice, cue, index) else cue


def _cited(lattice: Lattice, index: int) -> bool:
    """ "according to what the ministry announced": the verb may carry the pronoun of "what"."""
    return any(hit.entry.cls == "cite" for hit in lattice.ending(index))


def _says(hit: Hit, cited: bool) -> bool:
    if hit.entry.cls != "verb" or hit.entry.value != "say":
        return False
    if hit.form.endswith(".o") and "obj" not in hit.entry.attrs and not cited:
        return False
    will = load_settings().leads
    person, _, voice = hit.form[5:].partition(".")
    return (
        person.startswith(_SPEAKING)
        and person not in _WOMEN_OR_TWO
        and "a" in voice.removesuffix(".o")
        and will["will"] not in hit.lead
        and will["to"] not in hit.lead
    )


def _governed(lattice: Lattice, cue: Hit, index: int) -> bool:
    """ "did not announce", "that it may announce", "since the disclosure of", "still happens": nothing is said."""
    before = lattice.ending(index)
    still = any(hit.end == index for at in (index - 1, index - 2) for hit in lattice.at(at) if hit.entry.cls == "still")
    if still and cue.form.startswith("past"):
        return True
    if any(hit.entry.cls in ("neg", "future") for hit in before):
        return True
    if any(hit.entry.cls == "prep" and hit.entry.value not in ("after", "before") for hit in before):
        return not any(hit.entry.cls in ("sub", "cite", "rel", "date", "hypo") for hit in before)
    bare = any(hit.entry.cls == "that" for hit in before) and len(lattice.text.tokens[index - 1].text) <= _NEAR
    return bare and cue.form.startswith("pres") and not is_conjoined(cue.lead)


def impersonal(cue: Hit) -> bool:
    """ "it is reported that": a present verb that may be passive, with nobody beside it."""
    tense, _, voice = cue.form.partition(".3ms.")
    return tense == "pres" and "p" in voice


def takes_object(cue: Hit) -> bool:
    """ "and accused the rebels": a verb whose object stands where its subject could."""
    return "obj" in cue.entry.attrs and is_conjoined(cue.lead)


def is_noun(zone: Zone, cue: Hit) -> bool:
    """ "the government's request": the word is a noun where a word of the same clause stands before it."""
    noun = "noun" in cue.entry.attrs and cue.form.startswith("past.3ms") and not is_conjoined(cue.lead)
    return noun and follows_word(zone.lattice, cue.start, zone.first, zone.dates)


def skip_dates(zone: Zone, index: int) -> int:
    """A day, a comma, "also" or "the so-called" may stand between the verb and its speaker."""
    while index < zone.last:
        if index in zone.dates or zone.lattice.text.tokens[index].text == ",":
            index += 1
            continue
        adverb = next((hit for hit in zone.lattice.at(index) if _adverb(hit)), None)
        if adverb is None:
            break
        index = adverb.end
    return index


def _adverb(hit: Hit) -> bool:
    return hit.entry.cls in ("socalled", "ofit") or (hit.entry.cls == "sub" and hit.entry.value == "also")


def act_of_verb(zone: Zone, cue: Hit, end: int, named: bool) -> str | None:
    """The act of the verb, changed by what is said ("announced its responsibility"), or None for a weak verb alone.

    ``named``: a person with a name speaks.
    """
    attrs = cue.entry.attrs
    act = attrs.get("act", "say")
    if "needs" in attrs and not _needed(zone, end, attrs["needs"]):
        return None
    if "past" in attrs and not cue.form.startswith("past") and not _that(zone, skip_dates(zone, end)):
        return None
    thing = _thing(zone, end, _THERE if "weak" in attrs else _NEAR) if act not in _FIRM else None
    if thing == "claim_responsibility" and act not in _OWNS:
        thing = None
    opened = opens_here(zone, end) or zone.lattice.find(end, "quoted") is not None  # "showed his astonishment"
    if thing is None and "weak" in attrs and not opened and not _described(zone, cue, end, named):
        return None
    return thing or act


def _that(zone: Zone, index: int) -> bool:
    """ "claims that", but not "called X, and that ..."."""
    hit = zone.lattice.find(index, "that")
    return hit is not None and not is_conjoined(hit.lead)


def _described(zone: Zone, cue: Hit, end: int, named: bool) -> bool:
    """ "described the missiles as ...", "X, the minister of ..., thought that": "that" or a quotation behind it."""
    far = "obj" in cue.entry.attrs or named
    return far and any(opens_here(zone, at) for at in range(end, min(end + _THERE, zone.last)))


def _thing(zone: Zone, end: int, reach: int) -> str | None:
    """The noun right behind that names the act ("its responsibility", "his readiness", "the need")."""
    near = zone.lattice.starts(end, min(end + reach, zone.last), "actobject")
    thing = zone.lattice.find(near[0], "actobject") if near else None
    return thing.entry.value if thing else None


def _needed(zone: Zone, end: int, what: str) -> bool:
    cls, value = _NEEDED[what]
    reach = _BLAMED if what == "blame" else _NEAR + 1  # "laid on X, the occupying power, the full blame"
    near = zone.lattice.starts(end, min(end + reach, zone.last), cls)
    hits = (hit for index in near for hit in zone.lattice.at(index))
    return any(hit.entry.cls == cls and hit.entry.value in (value, "") for hit in hits)


def opens_here(zone: Zone, index: int) -> bool:
    """ "that", a colon or a quotation mark at the token or the next."""
    tokens = zone.lattice.text.tokens
    near = range(index, min(index + 2, zone.last))
    return any(tokens[at].text in ':"' or zone.lattice.find(at, "that") is not None for at in near)


def opens_content(zone: Zone, index: int) -> bool:
    """ "that", a colon or a quotation behind the verb, a day, or where it was said ("on its channel")."""
    at = skip_dates(zone, index)
    if opens_here(zone, at):
        return True
    said_in = zone.lattice.find(at, "prep") is not None
    return said_in and any(opens_here(zone, i) for i in range(at, min(at + _THERE, zone.last)))
