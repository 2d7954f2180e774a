"""Subjects of verbs of saying: who speaks, before the verb or behind it, and who is only spoken to."""

from __future__ import annotations

from msgspec.structs import replace

from waqai.clauses.strangers import in_quotes, stranger
from waqai.match.lattice import Lattice
from waqai.mentions.gender import gender_of
from waqai.mentions.phrase import is_conjoined, is_definite
from waqai.mentions.speakers import Speaker, speaker_at
from waqai.model.mention import Hit
from waqai.packs.pack import load_settings

_FARTHEST = 18
_BODY = 2
_LONGEST_NAME = 6
_RELATIVE = 8
_OPENERS = frozenset({"that", "sub", "perfect", "hypo", "cite", "asfor"})
_INSERTS = ",:-;("
_ADDRESSED = ("actor", "force", "organ", "role", "group", "person", "given")
_BY_ACTS = frozenset({"demand", "threaten", "condemn", "promise", "accuse", "warn"})
_NO_BARS: frozenset[str] = frozenset()
_BY = frozenset({"by", "from", "to"})


def in_passing(lattice: Lattice, index: int, first: int, dates: frozenset[int]) -> bool:
    """ "positions that the army said ...": right behind a noun without the article the clause only describes it."""
    article = load_settings().noun.article
    before = lattice.text.tokens[index - 1].text
    return follows_word(lattice, index, first, dates) and not before.startswith(article) and not before.isascii()


def follows_word(lattice: Lattice, index: int, first: int, dates: frozenset[int]) -> bool:
    """Does a word of the same clause stand right before, and nothing that opens a clause?"""
    if index <= first or index - 1 in dates or lattice.text.tokens[index - 1].kind != "word":
        return False
    return not any(hit.entry.cls in _OPENERS for hit in lattice.ending(index))


def subject_before(lattice: Lattice, verb: Hit, first: int, dates: frozenset[int]) -> Speaker | None:
    """The speaker before the verb: it opens its clause, and only adverbs stand between it and the verb."""
    index = verb.start
    if index == first or (is_conjoined(verb.lead) and not _as_for(lattice, verb, first)) or _resumes(lattice, index):
        return None
    fronted = _fronted(lattice, index, first, dates)
    if fronted is not None:
        return fronted
    for start in range(index - 1, max(first, index - _FARTHEST) - 1, -1):
        if not _opens(lattice, start, first) or lattice.find(start, "prep") is not None:
            continue
        if any(hit.entry.cls == "cite" and hit.entry.value == "cite" for hit in lattice.ending(start)):
            return None  # "according to the site X explained": the site is cited
        speaker = speaker_at(lattice, start, index, dates)
        if speaker is not None and speaker.carrier and verb.form[5:8] == "3mp":
            return None  # "a statement in which they explain"
        if speaker is not None:
            if _only_conjoined(lattice, start, first) and speaker.end < index and start > first:
                return None  # "the defeat of X and Y", the governor said
            speaker = _tied(lattice, speaker, index)
            clear = _clear(lattice, speaker.end, index, dates)
            return (_apposed(lattice, speaker, first, dates) or speaker) if clear else None
        if start > first and lattice.text.tokens[start - 1].text not in _INSERTS and not _behind_adverb(lattice, start):
            return None
    return None


def _tied(lattice: Lattice, speaker: Speaker, index: int) -> Speaker:
    """ "the armed wing of the movement said", with "from" for "of" as machines write: all of it up to the verb."""
    prep, host = lattice.find(speaker.end, "prep"), lattice.find(speaker.end + 1, "actor", "place", "organ", "force")
    if prep is None or host is None or prep.entry.value != "from" or host.end != index:
        return speaker
    return replace(speaker, end=index)


def _apposed(lattice: Lattice, speaker: Speaker, first: int, dates: frozenset[int]) -> Speaker | None:
    """ "the movement X, the group that rules Y, said": the named body right before the comma, of which the rest is told."""
    if speaker.rank > _BODY or speaker.id is not None or lattice.text.tokens[speaker.start - 1].text != ",":
        return None
    for start in range(speaker.start - 2, max(first, speaker.start - _LONGEST_NAME) - 1, -1):
        named = lattice.find(start, "actor")
        if named is not None and _opens(lattice, start, first):
            body = speaker_at(lattice, start, speaker.start - 1, dates)
            return body if body is not None and body.end == speaker.start - 1 else None
    return None


def _fronted(lattice: Lattice, index: int, first: int, dates: frozenset[int]) -> Speaker | None:
    """ "and X, who ..., had announced": the subject stands behind the verb "was" that opens the sentence."""
    was = lattice.find(first, "perfect")
    has = next((hit for hit in lattice.at(index - 1) if hit.entry.cls == "hypo"), None)
    if was is None or has is None:
        return None
    speaker = speaker_at(lattice, was.end, index, dates)
    if speaker is None:
        return None
    far = index - speaker.end > _RELATIVE or lattice.find(speaker.end + 1, "rel") is not None
    return speaker if far and lattice.text.tokens[index - 2].text in _INSERTS else None


def _as_for(lattice: Lattice, verb: Hit, first: int) -> bool:
    """ "as for the hospital, it counted": the verb carries "so"."""
    so = load_settings().leads["so"]
    return verb.lead.startswith(so) and bool(lattice.starts(max(first, verb.start - _FARTHEST), verb.start, "asfor"))


def _resumes(lattice: Lattice, index: int) -> bool:
    """ "according to X, then Y explained": the particle with "so" opens the main clause; its subject is behind the verb."""
    so = lattice.text.tokens[index - 1].text.startswith(load_settings().leads["so"])
    return so and lattice.find(index - 1, "hypo") is not None


def _opens(lattice: Lattice, start: int, first: int) -> bool:
    """Does a clause begin at ``start``?"""
    if lattice.text.tokens[start].kind != "word":
        return False
    if start == first or lattice.text.tokens[start - 1].text in _INSERTS:
        return True
    if any(hit.entry.cls in _OPENERS for hit in lattice.ending(start)):
        return lattice.find(start - 1, "accredited") is None  # "the ambassador at X"
    return any(hit.entry.cls == "actor" and hit.lead == load_settings().leads["and"] for hit in lattice.at(start))


def _only_conjoined(lattice: Lattice, start: int, first: int) -> bool:
    """Does nothing but "and" before a body's name open the clause?"""
    if start == first or lattice.text.tokens[start - 1].text in _INSERTS:
        return False
    return not any(hit.entry.cls in _OPENERS for hit in lattice.ending(start))


def _behind_adverb(lattice: Lattice, start: int) -> bool:
    return any(_adverb(hit) for hit in lattice.ending(start))


def _clear(lattice: Lattice, start: int, index: int, dates: frozenset[int]) -> bool:
    """Only days, adverbs and marks between the speaker and the verb, or a relative clause about him."""
    at = index if _aside(lattice, start, index) else start
    while at < index:
        gap = next((hit for hit in lattice.at(at) if _adverb(hit)), None)
        if gap is not None:
            at = gap.end
        elif at in dates or lattice.text.tokens[at].text in ',-"':
            at += 1
        else:
            return False
    return at == index


def _aside(lattice: Lattice, start: int, index: int) -> bool:
    """A relative clause about the speaker, or a remark between two commas."""
    between = lattice.text.tokens[start].text == lattice.text.tokens[index - 1].text == "," and index - start > 1
    return between or (lattice.find(start, "rel") is not None and index - start <= _RELATIVE)


def _adverb(hit: Hit) -> bool:
    """ "has already", "for his part"."""
    return hit.entry.cls in ("hypo", "perfect") or (hit.entry.cls == "sub" and hit.entry.value == "also")


def subject_after(
    lattice: Lattice, verb: Hit, start: int, last: int, dates: frozenset[int], heard: bool
) -> Speaker | None:
    """The speaker behind the verb; None where the object of the verb stands ("and accused the rebels").

    ``heard``: somebody speaks earlier in the sentence, so that a verb behind "and" goes on with him.
    """
    barred = _BY if verb.entry.attrs.get("act") in _BY_ACTS else _NO_BARS
    if start >= last or _governed(lattice, start) or verb.form[5:8] == "3mp":
        return None  # a plural verb has its subject before it or in its ending
    speaker = speaker_at(lattice, start, last, dates, barred) or in_quotes(lattice, start, last)
    if speaker is None:
        return stranger(lattice, verb, start, last, dates)
    if (speaker.skip and not _plain_name(lattice, speaker)) or _hopes(lattice, verb, speaker):
        return None
    if heard and start == verb.end and _starts_clause(lattice, verb, speaker):
        return None
    if "obj" not in verb.entry.attrs or verb.form.endswith(".o"):
        return speaker
    return None if _is_object(lattice, verb, speaker, last, heard) else _without_object(lattice, speaker)


def _without_object(lattice: Lattice, speaker: Speaker) -> Speaker:
    """ "the Iraqi council rejected the comment": behind an adjective a word of the other gender is what is rejected."""
    end, noun = speaker.end - 1, load_settings().noun
    before, word = (lattice.text.tokens[at].text for at in (end - 1, end))
    nisba = noun.plural_masculine_construct[-1]
    if end - speaker.start < 2 or speaker.name is not None or lattice.at(end) or not word.startswith(noun.article):
        return speaker
    women, men = before.endswith(nisba + noun.feminine), before.endswith(nisba)
    other = men if word.endswith(noun.feminine) else women
    return replace(speaker, end=end) if other and before.startswith(noun.article) else speaker


def _governed(lattice: Lattice, start: int) -> bool:
    return lattice.find(start, "prep") is not None


def _starts_clause(lattice: Lattice, verb: Hit, speaker: Speaker) -> bool:
    """ "denies it and says the forces repelled ...": of the other gender, and a verb follows: they are in what he says."""
    other = {"3ms": "f", "3fs": "m"}.get(verb.form[5:8])
    follows = lattice.find(speaker.end, "verb") is not None
    return follows and is_conjoined(verb.lead) and gender_of(lattice, speaker) == other


def _hopes(lattice: Lattice, verb: Hit, speaker: Speaker) -> bool:
    """ "(he) added: I hope": a woman's name that is a common word too behind a verb of a man."""
    given = lattice.find(speaker.start, "given")
    return verb.form[5:8] == "3ms" and given is not None and given.entry.value == "f" and "amb" in given.entry.attrs


def _plain_name(lattice: Lattice, speaker: Speaker) -> bool:
    """A name whose first letter only looks like a preposition."""
    return any(
        not hit.lead or is_definite(hit.lead) for hit in lattice.at(speaker.start) if hit.end <= speaker.end
    ) and (lattice.at(speaker.start)[0].lead == "")


def _is_object(lattice: Lattice, verb: Hit, speaker: Speaker, last: int, heard: bool) -> bool:
    """An accusative, a noun of the other gender, or a noun behind "and" that a preposition follows."""
    settings, head = load_settings(), lattice.text.tokens[speaker.start].text
    if head.endswith(settings.noun.plural_masculine[-1]) and _many(lattice, speaker.start):
        return True
    if verb.form[5:8] == "3ms" and (_feminine(lattice, speaker) or gender_of(lattice, speaker) == "f"):
        return True
    if verb.form[5:8] == "3fs" and gender_of(lattice, speaker) == "m":
        return True  # "a letter that demands of the office"
    if not heard or not is_conjoined(verb.lead):
        return False
    if verb.entry.attrs.get("act") == "demand" or "needs" in verb.entry.attrs:
        return lattice.find(speaker.end, *_ADDRESSED) is None
    then = lattice.find(speaker.end, "prep", "that") is not None or speaker.end >= last - 1
    return then or lattice.text.tokens[speaker.end].text.startswith(settings.leads["by"])


def _many(lattice: Lattice, index: int) -> bool:
    return any(hit.form in ("pl", "du") for hit in lattice.at(index)) or lattice.find(index, "actor") is not None


def _feminine(lattice: Lattice, speaker: Speaker) -> bool:
    """A noun with the feminine ending, or a country that is no masculine one."""
    text = lattice.text.tokens[speaker.start].text
    if speaker.name is not None and speaker.name[0] == speaker.start:
        return False
    if text.endswith(load_settings().noun.feminine):
        return True
    state = lattice.find(speaker.start, "actor")
    return (
        state is not None
        and state.entry.attrs.get("type") == "state"
        and state.end == state.start + 1
        and lattice.find(speaker.start, "masculine") is None
    )
