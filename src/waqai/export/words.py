"""Values in words: labels of the vocabulary, figures, who says what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from waqai import vocab
from waqai.model.incident import Toll, TollClaim
from waqai.model.record import Harm, Place
from waqai.vocab.countries import load_countries

MARK = "[withheld]"  # stands for words that are not public
SOURCE_OF = "a source of "  # how a toll calls a claimant that has no public name, before the outlet


def label(name: str, term: str | None, language: str) -> str | None:
    """The label of a term of a list of the vocabulary; the term itself when there is no such list or term."""
    if term is None:
        return None
    found = getattr(vocab.load(), name, {}).get(term)
    return term if found is None else str(getattr(found, language))


def country(code: str | None, language: str = "en") -> str | None:
    """The name of a country; its code when it is not known."""
    found = load_countries().get(code or "")
    return code if found is None else str(getattr(found, language))


def figure(low: int | None, high: int | None) -> str:
    """A range: "3", "3-5", "3+"; "" when nobody says."""
    if low is None:
        return ""
    if high is None:
        return f"{low}+"
    return str(low) if low == high else f"{low}-{high}"


def claims_in_words(tolls: Iterable[tuple[str, Toll | None]]) -> Iterator[str]:
    """Every figure with who says it, when."""
    for outcome, toll in tolls:
        for claim in toll.claims if toll is not None else ():
            yield f"{outcome} {figure(claim.low, claim.high)}: {_said(claim)}"


def harm_in_words(harm: Harm) -> str:
    """People whom a report singles out: "killed child 2"."""
    parts = (harm.outcome, harm.group, harm.sex, figure(harm.low, harm.high))
    return " ".join(part for part in parts if part)


def place_name(place: Place, language: str = "en") -> str | None:
    """The name in a language, or in the other; the words for a place that is in no index; None when they are withheld."""
    names = (place.name_ar, place.name) if language == "ar" else (place.name, place.name_ar)
    found = next((name for name in names if name), None)
    return found or (None if place.text == MARK else place.text)


def _said(claim: TollClaim) -> str:
    return claim.claimant if claim.published is None else f"{claim.claimant}, {claim.published}"
