"""Words of a speaker's phrase that no list knows: names, adjectives, and the marks that stand among them."""

from __future__ import annotations

from waqai.match.lattice import Lattice
from waqai.mentions.phrase import adjoins, is_definite, is_pronoun
from waqai.mentions.speaker_course import NAMES, OFFICES, Course
from waqai.model.mention import Hit
from waqai.packs.pack import load_settings

_LONGEST_NAME = 4


def unknown(course: Course, index: int) -> int:
    """A word of no list: an adjective with the article, a name behind an office or a name, else a complement."""
    settings, text = load_settings(), course.lattice.text.tokens[index].text
    article = settings.noun.article
    if text.startswith(article):
        if course.of_state:
            return 0  # "Moscow denies the accusations"
        return course.take(index + 1, "adjective", True) if course.steps and _surname(course, index) else 0
    if text.isascii():
        course.speaks = True
        return course.take(index + 1, "name", True)
    if not course.steps or _prefixed(course, text, article) or _of_clause(text):
        return 0
    if course.named:
        return course.take(index + 1, "name", True) if names_more(course, index) else 0
    if course.definite:
        told = "name" in [step.kind for step in course.steps]  # "X the minister rejected a condition"
        fits = course.office and not told and nameable(course, index)
        return course.take(index + 1, "unknown", True) if fits else 0
    return course.take(index + 1, "unknown", False)


def _prefixed(course: Course, text: str, article: str) -> bool:
    """ "and the ...", "by the ...": the word begins something else, unless an office is "charged with the ..."."""
    leads = load_settings().leads
    if text.startswith((leads["and"] + article, leads["so"] + article, leads["to"] * 2)):
        return True
    if text.startswith(leads["to"]) and text.endswith(load_settings().noun.pronouns[1:]):
        return True  # "to our page"
    if "by" in course.barred and text.startswith(leads["by"]):
        return True
    by = text.startswith(leads["by"] + article)
    return by and ("by" in course.barred or course.named or not course.steps)


def _of_clause(text: str) -> bool:
    """ "and he is ...", "we are", "(who) surrounded": a pronoun or a verb in the plural opens a clause about him."""
    return is_pronoun(text) or text.endswith(load_settings().plural_silent)


def _surname(course: Course, index: int) -> bool:
    """Behind a name the article goes on only where a first name stands before it."""
    if _whole(course, index) and not closed(course.lattice, index + 1):
        return False  # "X Y condemned the act"
    return not course.named or names_more(course, index)


def _whole(course: Course, index: int) -> bool:
    """A first name and a word that is none: a surname with or without the article, and the name is whole."""
    if len(course.steps) < 2 or course.steps[-2].kind != "name" or course.steps[-1].kind not in ("name", "adjective"):
        return False
    return course.lattice.find(index - 1, "given", "person", "namepart") is None


def names_more(course: Course, index: int) -> bool:
    """A first name or a Latin word takes more; a person or a surname that is known whole takes none."""
    before = course.lattice.find(index - 1, "given", "person")
    known = before is not None and before.end == index
    if known and before is not None and (before.entry.cls == "person" or before.entry.value == "learned"):
        return closed(course.lattice, index + 1) or _office_follows(course.lattice, index + 1)
    run = 0
    for step in reversed(course.steps):
        if step.kind != "name":
            break
        run += 1
    return run < _LONGEST_NAME


def _office_follows(lattice: Lattice, index: int) -> bool:
    """ "X Y the press secretary": the office behind the whole name."""
    office = lattice.find(index, "role")
    return office is not None and is_definite(office.lead)


def closed(lattice: Lattice, index: int) -> bool:
    """Does "that" or a mark stand at ``index``, so that the word before it must belong to the name?"""
    return lattice.find(index, "that", "quoted") is not None or (
        index < len(lattice.hits) and lattice.text.tokens[index].text in ",:"
    )


def nameable(course: Course, index: int) -> bool:
    """An unknown word may be a name behind one office, not behind many officials."""
    unknown = sum(step.kind == "unknown" for step in course.steps)
    plural = course.head is not None and course.head.form in ("pl", "du")
    return not plural and unknown < _LONGEST_NAME


def mark(course: Course, index: int) -> int:
    """A hyphen inside a Latin name, a quoted name, or a comma before the name of an office."""
    tokens = course.lattice.text.tokens
    if not course.steps:
        return 0
    if is_hyphen(course.lattice, index):
        return course.take(index + 1, "name", True)
    closing = {'"': '"', "(": ")"}.get(tokens[index].text)
    if closing is not None:
        end = next((index + s for s in (2, 3, 4) if index + s < len(tokens) and tokens[index + s].text == closing), 0)
        return course.take(end + 1, "mark", True) if end else 0
    if tokens[index].text == "-" and not course.named and course.lattice.find(index + 1, *NAMES) is not None:
        return _comma(course, index)
    return _comma(course, index) if tokens[index].text == "," else 0


def is_hyphen(lattice: Lattice, index: int) -> bool:
    """The hyphen of a Latin double name ("Al-Tayeb")."""
    tokens = lattice.text.tokens
    if tokens[index].text != "-" or not 0 < index < len(tokens) - 1:
        return False
    before, after = tokens[index - 1], tokens[index + 1]
    glued = before.end == tokens[index].start and tokens[index].end == after.start
    return glued and before.text.isascii() and after.text.isascii()


def _comma(course: Course, index: int) -> int:
    """An office, a comma and a name; or a name, a comma and its office."""
    lattice, tokens = course.lattice, course.lattice.text.tokens
    if index + 1 >= len(tokens) or tokens[index + 1].kind != "word" or index + 1 in course.dates:
        return 0
    hits = [h for h in lattice.hits[index + 1] if adjoins(h) and "counterpart" not in h.entry.attrs]
    if course.named:
        office = any(hit.entry.cls in OFFICES for hit in hits)
        return course.take(index + 1, "link", course.definite) if office else 0
    if not course.office:
        return 0
    sure = tokens[index + 1].text.isascii() or any(h.entry.cls in NAMES or h.entry.cls == "title" for h in hits)
    return course.take(index + 1, "link", True) if sure or _strange_name(lattice, index + 1) else 0


def _strange_name(lattice: Lattice, index: int) -> bool:
    """Two to four unknown words between a comma and a comma or "that"."""
    tokens, article = lattice.text.tokens, load_settings().noun.article
    for at in range(index, min(index + _LONGEST_NAME + 1, len(tokens))):
        if tokens[at].text == "," or lattice.find(at, "that") is not None:
            return at - index >= 2
        classes = {hit.entry.cls for hit in lattice.hits[at]}
        if (
            tokens[at].kind != "word"
            or classes - NAMES - {"place"}
            or tokens[at].text.startswith(article)
            and at == index
        ):
            return False
    return False


def latin_name(course: Course, hits: list[Hit]) -> bool:
    """Where a name can stand, a Latin word is one even if a place bears it too."""
    fits = not course.steps or course.named or (course.office and course.steps[-1].kind != "link")
    return fits and all(h.entry.cls == "place" for h in hits)
