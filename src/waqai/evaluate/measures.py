"""Precision, recall and F1 of records against annotations: events, facts, strict events, statements, and each slot."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from waqai.evaluate.kinship import SAME_GROUP, kinship
from waqai.evaluate.pairing import pair, sentences
from waqai.evaluate.values import SLOTS, Happening, agreeing, count, days, values
from waqai.evaluate.words import names, same

Page = Mapping[str, Any]
Counts = Counter[str]


@dataclass(frozen=True, slots=True)
class Figures:
    """Precision, recall, F1, and how many there are to find and were found."""

    p: float
    r: float
    f1: float
    gold: int
    found: int


@dataclass(frozen=True, slots=True)
class Score:
    """Every figure, and for each report the raw counts ("ev.t": paired events, "date.g": dates annotated ...)."""

    reports: int
    relevance: float
    events: Figures
    facts: Figures
    strict: Figures
    statements: Figures
    act_accuracy: float
    slots: dict[str, Figures]
    by_report: dict[str, Counts]


def score(texts: Mapping[str, str], gold: Mapping[str, Page], found: Mapping[str, Page]) -> Score:
    """Measure ``found`` against ``gold`` over the reports of ``texts``, each by id; reports without gold are left out."""
    by_report = {key: _counts(text, gold[key], found.get(key, {})) for key, text in texts.items() if key in gold}
    total: Counts = Counter()
    for counts in by_report.values():
        total.update(counts)
    return _score(total, by_report)


def facts_right(counts: Counts) -> tuple[int, int]:
    """How many slot values of a report were found, of how many."""
    return sum(counts[f"{slot}.t"] for slot in SLOTS), sum(counts[f"{slot}.g"] for slot in SLOTS)


def _score(total: Counts, by_report: dict[str, Counts]) -> Score:
    facts = [sum(total[f"{slot}.{what}"] for slot in SLOTS) for what in "tpg"]
    return Score(
        reports=total["rel.n"],
        relevance=round(total["rel.t"] / max(1, total["rel.n"]), 3),
        events=_figures(total["ev.t"], total["ev.p"], total["ev.g"]),
        facts=_figures(*facts),
        strict=_figures(total["strict.t"], total["ev.p"], total["ev.g"]),
        statements=_figures(total["st.t"], total["st.p"], total["st.g"]),
        act_accuracy=round(total["act.t"] / max(1, total["st.t"]), 3),
        slots={slot: _figures(total[f"{slot}.t"], total[f"{slot}.p"], total[f"{slot}.g"]) for slot in SLOTS},
        by_report=by_report,
    )


def _figures(true: int, found: int, gold: int) -> Figures:
    p, r = true / found if found else 0.0, true / gold if gold else 0.0
    return Figures(round(p, 3), round(r, 3), round(2 * p * r / (p + r), 3) if p + r else 0.0, gold, found)


def _counts(text: str, gold: Page, found: Page) -> Counts:
    ours, theirs = gold.get("events", []), found.get("events", [])
    pairs = [(ours[i], theirs[j]) for i, j in pair(text, ours, theirs).items()]
    counts: Counts = Counter({"ev.t": len(pairs), "ev.p": len(theirs), "ev.g": len(ours), "rel.n": 1})
    counts["rel.t"] = bool(ours) == bool(theirs)
    for slot in SLOTS:
        counts[f"{slot}.g"] = sum(len(values(event)[slot]) for event in ours)
        counts[f"{slot}.p"] = sum(len(values(event)[slot]) for event in theirs)
        counts[f"{slot}.t"] = sum(agreeing(slot, g, p) for g, p in pairs)
    counts["strict.t"] = sum(_strictly(g, p) for g, p in pairs)
    counts.update(_said(text, gold.get("statements", []), found.get("statements", [])))
    return counts


def _strictly(gold: Happening, found: Happening) -> bool:
    """Kind group, status, figures, days and place are all right."""
    placeless = not (names(gold.get("places")) or names(found.get("places")))
    return (
        kinship(gold["kind"], found["kind"]) >= SAME_GROUP
        and values(gold)["status"] == values(found)["status"]
        and all(count(gold, outcome) == count(found, outcome) for outcome in ("killed", "injured"))
        and days(gold) == days(found)
        and bool(agreeing("place", gold, found) or placeless)
    )


def _said(text: str, gold: list[Page], found: list[Page]) -> Counts:
    """Statements paired one to one by speaker and sentence, and how many of the acts are right."""
    counts: Counts = Counter({"st.g": len(gold), "st.p": len(found)})
    free = list(found)
    for statement in gold:
        match = next((other for other in free if _same_statement(text, statement, other)), None)
        if match is not None:
            free.remove(match)
            counts["st.t"] += 1
            counts["act.t"] += statement.get("act") == match.get("act")
    return counts


def _same_statement(text: str, a: Page, b: Page) -> bool:
    return same(a.get("speaker") or "", b.get("speaker") or "") and bool(sentences(text, a) & sentences(text, b))
