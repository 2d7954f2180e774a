"""The phrase of whoever speaks: where it ends, word by word, and what each of its words is."""

from __future__ import annotations

from waqai.match.lattice import PLACE, Lattice
from waqai.mentions.phrase import adjoins, is_definite, proclitic_length
from waqai.mentions.speaker_course import (
    NAMES,
    OFFICES,
    Barred,
    Course,
    can_speak,
    definite_hit,
    is_mouth,
    kind_of,
    listens,
    nameless,
)
from waqai.mentions.speaker_links import LINKS, WHERE, linked, of_state, plain_adjective, preposition, told
from waqai.mentions.speaker_names import closed, latin_name, mark, nameable, names_more, unknown
from waqai.model.mention import Hit
from waqai.packs.pack import load_settings

_OBJECTS = frozenset({"group", "actor", "force", "source", "target", "casualty", "organ"})
_OPENERS = LINKS | {"same"}
_NOUNS = NAMES | OFFICES | _OBJECTS | LINKS | {"demonym", "placecue", "more", "same"}
_STOPS = frozenset(
    "that rel sub quoted bent cite neg agent including perfect noharm unverified actobject medium hypo reported".split()
)
_OCCASION = frozenset({"medium"})
_MINISTRIES = frozenset({"minister", "ministry"})
_CALLED = frozenset({"named"})
_CONTENT = frozenset(
    {"event", "weapon", "target", "group", "tally", "casualty", "actor", "force", "num", "object", "verb"}
)
_UNSURE = frozenset({"unknown", "adjective"})
_OPENS_SPEECH = _STOPS | {"prep", "date"}


def read_phrase(lattice: Lattice, start: int, limit: int, dates: frozenset[int], barred: Barred = ()) -> Course | None:
    """The phrase that begins at token ``start`` and ends before ``limit``; None when what stands there cannot speak."""
    course = Course(lattice, start, dates, barred)
    index = start
    while index < limit:
        size = _step(course, index)
        if size == 0 or index + size > limit:
            break
        index += size
    _trim(course, limit)
    return course if course.steps and course.speaks else None


def _trim(course: Course, limit: int) -> None:
    """Nothing hangs over: no preposition, and no unknown words that are the object of the verb, not a name."""
    steps = course.steps
    if _is_object(course, limit):
        while steps and steps[-1].kind in _UNSURE:
            steps.pop()
    while steps and (steps[-1].kind == "link" or steps[-1].end > limit):
        steps.pop()


def _is_object(course: Course, limit: int) -> bool:
    """Unknown words before another noun, or a last one with the article that is no surname of place ("al-...i")."""
    steps = course.steps
    if not steps or steps[-1].kind not in _UNSURE:
        return False
    kinds = [step.kind for step in steps]
    end = steps[-1].end
    if kinds[-1] == "unknown":
        return _content(course.lattice, end, limit)
    tokens, noun = course.lattice.text.tokens, load_settings().noun
    whole = course.office and kinds[-2:] == ["unknown", "adjective"] and end == limit
    return whole and not tokens[end - 1].text.endswith(noun.plural_masculine_construct[-1])


def _content(lattice: Lattice, index: int, limit: int) -> bool:
    """Does a noun or a verb stand at ``index``, with nothing that opens what is said?"""
    if index >= limit or not lattice.hits[index]:
        return False
    return lattice.kinds[index].isdisjoint(_OPENS_SPEECH) and any(
        adjoins(hit) for hit in lattice.hits[index] if hit.entry.cls in _CONTENT
    )


def _step(course: Course, index: int) -> int:
    """How many tokens the phrase goes on at ``index``; 0 when it ends there."""
    lattice = course.lattice
    if index in course.dates:
        return _dawn(course, index)
    token = lattice.text.tokens[index]
    if token.kind != "word":
        return mark(course, index)
    hits = lattice.hits[index]
    if _portfolio(course, token.text, hits):
        return course.take(index + 1, "other", True)
    if not hits:
        return unknown(course, index)
    if plain_adjective(course, token.text, hits):
        return course.take(max(hit.end for hit in hits), "adjective", course.definite)
    classes = lattice.kinds[index]
    if (size := linked(course, index)) is not None:
        return size
    if "named" in classes and course.steps:
        return _called(course, hits)
    stops = classes & _STOPS
    if stops and not (index == course.start and stops == _OCCASION):
        return 0
    if token.text.isascii() and latin_name(course, hits):
        return unknown(course, index)
    if classes.isdisjoint(_NOUNS):
        return _other(course, index, hits)
    if index == course.start:
        return _open(course, hits, _first(hits, _NOUNS))
    if of_state(course, token.text, hits):
        return course.take(index + 1, "adjective", True)
    if "title" in classes and "name" in [step.kind for step in course.steps] and not _beside_name(course):
        return 0  # "X the president mourned the officer Y"
    office = not course.named and not classes.isdisjoint(OFFICES)
    return _noun(course, _first(hits, OFFICES if office else _NOUNS))


def _beside_name(course: Course) -> bool:
    return course.steps[-1].kind in ("name", "link", "office")


def _portfolio(course: Course, text: str, hits: list[Hit]) -> bool:
    """ "the minister of endowments and religious affairs": what else the ministry has in its charge."""
    settings = load_settings()
    if not text.startswith(settings.leads["and"] + settings.noun.article):
        return False
    if course.named or not any(hit.entry.value in _MINISTRIES for hit in course.lattice.at(course.start)):
        return False
    return not any(can_speak(hit) or hit.entry.cls == "verb" for hit in hits)


def _dawn(course: Course, index: int) -> int:
    """ "the brigades of the dawn": a part of the day with the article behind a noun that lacks it is no day."""
    construct = bool(course.steps) and not course.definite and course.lattice.find(course.steps[-1].start, "force")
    article = load_settings().noun.article
    fits = construct and course.lattice.text.tokens[index].text.startswith(article)
    return course.take(index + 1, "name" if course.named else "other", True) if fits else 0


def _first(hits: list[Hit], classes: frozenset[str]) -> Hit:
    for hit in hits:
        if hit.entry.cls in classes:
            return hit
    raise LookupError(classes)


def _called(course: Course, hits: list[Hit]) -> int:
    """ "a witness called ...": a name follows, as behind an office."""
    course.office = True
    return course.take(_first(hits, _CALLED).end, "link", True)


def _open(course: Course, hits: list[Hit], noun: Hit) -> int:
    """The head: what can speak, or "one of", "a number of" before such."""
    if _in_front(course, hits):
        return 0
    able = next((hit for hit in hits if can_speak(hit)), None)
    people = noun.entry.cls == "demonym" and is_definite(noun.lead) and noun.form == "pl"
    if able is None and noun.entry.cls not in _OPENERS and not people:
        return 0
    head = able or noun
    course.speaks = able is not None or people
    course.head, course.office = head, any(hit.entry.cls in OFFICES for hit in hits)
    end = head.end + 1 if head.entry.cls == "namepart" and head.end < len(course.lattice.hits) else head.end
    return course.take(end, kind_of(head), definite_hit(course.lattice, head))


def _in_front(course: Course, hits: list[Hit]) -> bool:
    """ "before the crowd" is spelled like "the imam of the crowd": an imam has a mosque or a name."""
    hit = next((hit for hit in hits if "front" in hit.entry.attrs and not hit.lead), None)
    if hit is None:
        return False
    at = course.lattice.find(hit.end, "target", "given", "organ", "placecue", "title")
    return at is None or at.entry.value not in ("place_of_worship", "m")


def _noun(course: Course, noun: Hit) -> int:
    letters = noun.lead[: proclitic_length(noun.lead)] or _spelled_to(course.lattice, noun)
    if noun.form.endswith(".o") and noun.entry.cls != "force":
        return 0
    allowed = _written_on(course, noun, letters) if letters else _adjoining(course, noun)
    if not allowed:
        return 0
    course.speaks = course.speaks or can_speak(noun)
    course.office = course.office or noun.entry.cls in OFFICES
    course.head = course.head if course.head and course.head.entry.cls not in _OPENERS else noun
    kind = "name" if _is_called(course) else kind_of(noun)
    return course.take(noun.end, kind, definite_hit(course.lattice, noun))


def _is_called(course: Course) -> bool:
    """ "a group that calls itself X": the name stands right behind."""
    return course.steps[-1].kind == "link" and course.lattice.find(course.steps[-1].start, "named") is not None


def _spelled_to(lattice: Lattice, noun: Hit) -> str:
    """ "to the" merged into a name of the lexicon that begins with the article."""
    merged = load_settings().leads["to"] * 2
    return merged if not noun.lead and lattice.text.tokens[noun.start].text.startswith(merged) else ""


def _written_on(course: Course, noun: Hit, letters: str) -> bool:
    """A noun with a proclitic: another speaker behind "and", a host behind "by" or "to"."""
    leads = load_settings().leads
    if letters == leads["and"]:
        return can_speak(noun) and noun.entry.cls not in ("given", "namepart")
    if not course.hosts:
        return False
    if letters == leads["by"]:
        return "by" not in course.barred and noun.entry.cls in WHERE
    if letters in (leads["to"], leads["to"] * 2):
        return "to" not in course.barred and not listens(course, noun) and not nameless(course)
    return False


def _adjoining(course: Course, noun: Hit) -> bool:
    """A noun without proclitic: an adjective, a complement, a name or an office beside the head; not an object."""
    cls = noun.entry.cls
    if _is_called(course):
        return True
    if cls in LINKS or (cls in _OBJECTS and _ends_in_n(course) and not is_definite(noun.lead)):
        return False
    if noun.entry.value == "witness" and course.definite and not is_definite(noun.lead):
        return False  # "the army called on residents of"
    if course.named:
        return cls in NAMES or cls in OFFICES or (cls == "demonym" and _surname_of_place(course, noun))
    if cls in NAMES:
        return course.office or (not course.definite and not _common_word(course, noun))
    if cls == "source" and told(course, noun):
        return False
    other = cls in _OBJECTS or (cls == "placecue" and not is_definite(noun.lead))
    return not (course.definite and other) or is_mouth(course)


def _common_word(course: Course, noun: Hit) -> bool:
    """ "a committee wrote names": a word that is a first name too, behind no office and before no name."""
    if noun.entry.cls != "given" or "amb" not in noun.entry.attrs:
        return False
    return not closed(course.lattice, noun.end) and course.lattice.find(noun.end, *NAMES) is None


def _ends_in_n(course: Course) -> bool:
    """A sound plural or a dual that keeps its last letter takes no complement: "activists", then whom they accuse.

    Nor does a noun with an adjective ("a local committee").
    """
    last, noun = course.steps[-1], load_settings().noun
    if last.end - last.start > 1 and not course.definite and not course.office:
        return course.lattice.text.tokens[last.end - 1].text.endswith(noun.feminine)
    hits = [hit for hit in course.lattice.at(last.start) if hit.end == last.end]
    many = any(hit.form in ("pl", "du") for hit in hits)
    return many and course.lattice.text.tokens[last.end - 1].text.endswith((*noun.plural_masculine, *noun.dual))


def _other(course: Course, index: int, hits: list[Hit]) -> int:
    """A place, a preposition, or a word of another class."""
    if not course.steps:
        return 0
    prep = next((hit for hit in hits if hit.entry.cls == "prep"), None)
    if prep is not None:
        return preposition(course, prep)
    if any(hit.entry.cls == "direction" and hit.end == index + 1 for hit in hits) and not course.named:
        article = load_settings().noun.article
        fits = course.lattice.text.tokens[index].text.startswith(article)
        return course.take(index + 1, "other", True) if fits else 0
    if any(hit.entry.cls == "part" for hit in hits):
        return _dawn(course, index)
    place = next((hit for hit in hits if hit.entry.cls == PLACE), None)
    if place is not None and len({hit.entry.cls for hit in hits}) == 1:
        return _place(course, place)
    if any(hit.entry.cls == "event" for hit in hits) and is_mouth(course):
        return course.take(max(hit.end for hit in hits), "other", is_definite(hits[0].lead))
    return 0


def _surname_of_place(course: Course, noun: Hit) -> bool:
    """ "al-Masri" behind a first name, closed by a mark or "that": a surname."""
    return is_definite(noun.lead) and names_more(course, noun.start) and closed(course.lattice, noun.end)


def _place(course: Course, place: Hit) -> int:
    letters = place.lead[: proclitic_length(place.lead)]
    if letters:
        return course.take(place.end, "other", True) if _written_on(course, place, letters) else 0
    if course.named:
        return course.take(place.end, "name", True) if names_more(course, place.start) else 0
    if course.definite and not is_definite(place.lead):
        fits = course.office and nameable(course, place.start) and place.end == place.start + 1
        return course.take(place.end, "unknown", True) if fits else 0
    return course.take(place.end, "other", True)
