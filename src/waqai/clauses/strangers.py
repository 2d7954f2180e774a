"""Speakers whom no list knows: a name, a noun or people right between a verb of saying and what is said."""

from __future__ import annotations

from waqai.match.lattice import PLACE, Lattice
from waqai.mentions.speakers import Speaker, speaker_at
from waqai.model.mention import Hit
from waqai.packs.pack import load_settings

_STRANGE = 3
_SHORTEST = 3
_REMARK = 8
_FARTHEST = 14
_QUOTE = '"'
_BODIES = ("actor", "source", "force")
_NO_NOUNS = frozenset({"verb", "prep", "sub", "rel", "that", "quoted", "neg", "hypo", "therein", "same", "num"})


def author_before(lattice: Lattice, index: int, first: int, dates: frozenset[int]) -> Speaker | None:
    """ "a statement of the minister in which he said": the longest phrase of a speaker that ends before the verb."""
    end = index - (lattice.find(index - 1, "rel") is not None)
    for start in range(max(first, end - _FARTHEST), end):
        speaker = speaker_at(lattice, start, end, dates) if lattice.text.tokens[start].kind == "word" else None
        if speaker is not None and speaker.end == end and not speaker.carrier:
            return None if _addressed(lattice, speaker) else speaker
    return None


def _addressed(lattice: Lattice, speaker: Speaker) -> bool:
    """ "a letter to the president", "a talk with": to whom, unless it is whose statement ("a statement to the minister")."""
    if speaker.skip:
        before = lattice.find(speaker.start - 1, "source")
        return before is None or not before.entry.attrs.get("medium")
    return any(hit.entry.cls == "prep" and hit.entry.value != "from" for hit in lattice.ending(speaker.start))


def in_quotes(lattice: Lattice, start: int, last: int) -> Speaker | None:
    """ "and 'Wafa' reported that": a name in quotation marks between the verb and "that"; a known body before "in"."""
    tokens = lattice.text.tokens
    if tokens[start].text != _QUOTE:
        return None
    close = next((i for i in range(start + 2, min(start + _STRANGE + 2, last - 1)) if tokens[i].text == _QUOTE), None)
    if close is None:
        return None
    body = lattice.find(start + 1, *_BODIES)
    known = body is not None and body.end == close and lattice.find(close + 1, "prep") is not None
    if not known and lattice.find(close + 1, "that") is None:
        return None
    return _named(start + 1, close, body)


def _named(start: int, end: int, body: Hit | None = None) -> Speaker:
    return Speaker(start, end, 0, (start, end), body.entry.value if body is not None else None, 3, None)


def stranger(lattice: Lattice, verb: Hit, start: int, last: int, dates: frozenset[int]) -> Speaker | None:
    """One to three words of no list between the verb and "that", a colon or a quotation; or one noun with the article."""
    marks = ':"' if "quotes" in verb.entry.attrs else ":"
    return _unknown(lattice, verb, start, last, marks) or _noun(lattice, verb, start, last, marks, dates)


def _unknown(lattice: Lattice, verb: Hit, start: int, last: int, marks: str) -> Speaker | None:
    for at in range(start, min(start + _STRANGE + 1, last)):
        token = lattice.text.tokens[at]
        if at > start and (token.text in marks or lattice.find(at, "that") is not None):
            return None if _adverbial(lattice, start, at) else _named(start, at)
        if at > start + 1 and token.text in ",-" and _remark(lattice, at, last):
            return _named(start, at)
        if len(token.text) < _SHORTEST or token.kind != "word" or _covered(lattice, at):
            return None
        if token.text.startswith(load_settings().noun.article) or not _nameable(lattice, verb, at):
            return None
    return None


def _nameable(lattice: Lattice, verb: Hit, index: int) -> bool:
    """A word of no list, a first name, a name spelled like a place's, or people as a subject ("residents said")."""
    hits = lattice.at(index)
    if all(hit.entry.cls == "given" and not hit.lead for hit in hits):
        return not (verb.form[5:8] == "3ms" and any(hit.entry.value == "f" for hit in hits))  # "(he) added: I hope"
    people = next((hit for hit in hits if hit.entry.cls == "group"), None)
    if people is not None:
        plural = load_settings().noun.plural_masculine[1]
        text = lattice.text.tokens[index].text
        return (
            people.form == "pl"
            and not people.lead
            and not text.endswith(plural)
            and lattice.find(index, "verb") is None
        )
    return all(hit.entry.cls == PLACE and not hit.lead and hit.end == index + 1 for hit in hits)


def _adverbial(lattice: Lattice, start: int, end: int) -> bool:
    """ "simply", "once more", "in secret and in public": how it is said, not who says it."""
    settings, words = load_settings(), [token.text for token in lattice.text.tokens[start:end]]
    if words[0].startswith(settings.leads["by"]) and words[0].endswith(settings.noun.feminine):
        return True
    accusative = [word.endswith(settings.noun.accusative) for word in words]
    return accusative[0] and (len(words) == 1 or words[1].startswith(settings.leads["and"]))


def _remark(lattice: Lattice, index: int, last: int) -> bool:
    """ ", a close friend, that": a remark between two marks of a sort, and "that" behind it."""
    mark, tokens = lattice.text.tokens[index].text, lattice.text.tokens
    close = next((i for i in range(index + 1, min(index + _REMARK, last - 1)) if tokens[i].text == mark), None)
    return close is not None and lattice.find(close + 1, "that") is not None


def _covered(lattice: Lattice, index: int) -> bool:
    return any(hit.end > index for back in range(1, 4) for hit in lattice.at(index - back))


def is_no_subject(head: str, verb: Hit) -> bool:
    """Is this word of the other gender than the verb, or in the accusative?"""
    noun = load_settings().noun
    return head.endswith(noun.feminine if verb.form[5:8] == "3ms" else noun.plural_masculine[1])


def _noun(lattice: Lattice, verb: Hit, start: int, last: int, marks: str, dates: frozenset[int]) -> Speaker | None:
    """ "the site added that": a noun with the article, with at most one adjective, is the subject of a verb without object."""
    if "obj" in verb.entry.attrs or "relay" in verb.entry.attrs or verb.form.endswith(".o"):
        return None
    if not verb.form.startswith("past"):
        return None  # "the proverb says", "the evidence says"
    tokens, article = lattice.text.tokens, load_settings().noun.article
    if is_no_subject(tokens[start].text, verb):
        return None
    for at in range(start, min(start + _STRANGE, last)):
        if at > start and (lattice.find(at, "that") is not None or tokens[at].text in marks):
            return Speaker(start, at, 0, None, None, 2, None)
        if at in dates or not tokens[at].text.startswith(article) or lattice.find(at, *_NO_NOUNS) is not None:
            return None
    return None
