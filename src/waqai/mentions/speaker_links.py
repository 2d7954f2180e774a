"""What belongs to a speaker's phrase: "in the police", "to Yemen", "for the bloc", adjectives; and whom a source told."""

from __future__ import annotations

from waqai.match.lattice import PLACE
from waqai.mentions.speaker_course import NAMES, Course, listens, nameless
from waqai.model.mention import Hit
from waqai.packs.pack import load_settings

LINKS = frozenset({"one_of", "quantifier", "some", "vague"})
WHERE = frozenset({"place", "placecue", "direction", "actor", "force", "target", "organ"})
_SENT = frozenset({"envoy", "ambassador", "diplomat"})
_ELECTED = frozenset({"member", "deputy"})


def preposition(course: Course, prep: Hit) -> int:
    """A preposition goes on only into a place or a body of the same phrase."""
    sort = prep.entry.value
    if sort == "on" and course.office and not course.named and course.lattice.find(prep.end, "given"):
        return course.take(prep.end, "name", True)  # the name Ali is spelled like "on"
    if sort == "from" and is_link(course) and len(course.steps) == 1 and prep.lead == "":
        return course.take(prep.end, "link", False)  # "each of X and Y accused"
    if sort in course.barred or not course.hosts or prep.lead or sort not in ("in", "from", "about"):
        return 0
    follows = [h for h in course.lattice.at(prep.end) if h.entry.cls in WHERE and not h.form.endswith(".o")]
    if not follows or any(hit.entry.cls == "medium" for hit in course.lattice.at(prep.end)):
        return 0
    if sort == "from" and not nameless(course) and not is_link(course):
        return 0
    if sort == "about" and not _is(course, _ELECTED):
        return 0
    return course.take(prep.end, "link", False)


def is_link(course: Course) -> bool:
    """ "each", "some", "one of": somebody must follow."""
    return course.head is not None and course.head.entry.cls in LINKS


def _is(course: Course, offices: frozenset[str]) -> bool:
    return course.office and any(hit.entry.value in offices for hit in course.lattice.at(course.start))


def linked(course: Course, index: int) -> int | None:
    """The words that tie an office to what it is of: how many tokens they take; None where no such word stands."""
    lattice, head = course.lattice, course.head
    if lattice.find(index, "inname") and course.steps and not course.named and head and "mouth" in head.entry.attrs:
        return course.take(index + 1, "other", True)
    if (link := lattice.find(index, "accredited")) is not None and (size := _accredited(course, link)):
        return size
    if (link := lattice.find(index, "affairs")) is not None:
        return _affairs(course, link)
    return _demonstrative(course, index) if lattice.find(index, "this") and course.steps else None


def _accredited(course: Course, link: Hit) -> int:
    """ "the envoy to Yemen X", "the ambassador at the United Nations X": the words between the office and the name.

    Behind a verb that itself takes "to" only where a name follows.
    """
    if not course.steps or course.named or not _is(course, _SENT):
        return 0
    lattice, hosts = course.lattice, (PLACE, "actor", "organ", "force")
    host = lattice.find(link.end, *hosts)
    if host is None or (link.entry.value in course.barred and lattice.find(host.end, *NAMES) is None):
        return 0
    return course.take(host.end, "other", True)


def _demonstrative(course: Course, index: int) -> int:
    """ "the mayor of this district X": the pointing word before what the office is of."""
    fits = course.office and not course.definite and not course.named and index + 1 < len(course.lattice.hits)
    if not fits or not course.lattice.text.tokens[index + 1].text.startswith(load_settings().noun.article):
        return 0
    return course.take(index + 1, "link", False)


def _affairs(course: Course, link: Hit) -> int:
    """ "the under-secretary for humanitarian affairs X": what the office has in its charge."""
    if not course.office or course.named or not course.steps:
        return 0
    end, text = link.end, course.lattice.text
    article = load_settings().noun.article
    while end < len(text.tokens) and text.tokens[end].text.startswith(article) and _adjective(course, end):
        end += 1
    host = course.lattice.find(end, PLACE, "actor") if end == link.end else None
    return course.take(host.end if host is not None else end, "other", True)


def _adjective(course: Course, index: int) -> bool:
    return course.lattice.find(index, "verb", "given", "role", "title", "that") is None


def told(course: Course, noun: Hit) -> bool:
    """ "a security source told the agency", but "a source of the agency", "witnesses and a reporter of the agency"."""
    last = course.lattice.find(course.steps[-1].start, "role", "source")
    works = last is not None and last.entry.value == "journalist"
    alone = len(course.steps) == 1 and course.steps[0].end == course.start + 1
    return nameless(course) and listens(course, noun) and not works and not alone


def plain_adjective(course: Course, text: str, hits: list[Hit]) -> bool:
    """ "the security official of the government", "a senior Russian official": an adjective that is no word for a place."""
    if not course.steps or course.named or any(hit.entry.cls != "notplace" for hit in hits):
        return False
    people = course.office or nameless(course)
    bare = not course.definite and people and any(hit.entry.value == "adjective" for hit in hits)
    return bare or (course.definite and text.startswith(load_settings().noun.article))


def of_state(course: Course, text: str, hits: list[Hit]) -> bool:
    """ "the Saudi ministry": the name of the state is the feminine adjective."""
    noun = load_settings().noun
    state = any(h.entry.attrs.get("type") == "state" and "metonym" not in h.entry.attrs and not h.lead for h in hits)
    fits = state and course.definite and not course.named and course.head is not None
    return fits and text.startswith(noun.article) and text.endswith(noun.feminine)
