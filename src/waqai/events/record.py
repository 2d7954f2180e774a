"""Drafts to the record's events: every value with its words, its offsets and the rules it stands on."""

from __future__ import annotations

from datetime import date

from waqai import vocab
from waqai.events.draft import Draft, HarmFact, Party, Struck, Total
from waqai.events.locate import Located
from waqai.events.reading import Reading
from waqai.events.totals import claimed, total
from waqai.events.voices import Heard
from waqai.mentions.actors import ACTOR, NATION
from waqai.mentions.phrase import Phrase, words_of
from waqai.model.count import Count
from waqai.model.dates import DateSpan
from waqai.model.mention import Mention, Words
from waqai.model.record import Actor, ClaimFigures, Event, Figure, Harm, Place, Target, Weapon, When

_TOTALS = ("killed", "injured")


class Writer:
    """Writes the events of one report."""

    def __init__(self, reading: Reading, located: dict[int, Located], published: date | None) -> None:
        self._reading = reading
        self._lattice = reading.lattice
        self._located = located
        self._published = published

    def event(self, draft: Draft, number: int, heard: Heard) -> Event:
        """The event of a draft; ``number`` makes its id."""
        words = self._told(draft)
        totals = {outcome: total(draft, outcome) for outcome in _TOTALS}
        return Event(
            id=f"e{number}",
            kind=draft.kind,
            family=vocab.load().kinds[draft.kind].family,
            status=draft.status,
            span=words.span,
            text=words.text,
            when=self._when(draft),
            places=self._places(draft.places),
            perpetrators=tuple(self._actor(party) for party in draft.perpetrators),
            against=tuple(self._actor(party) for party in draft.against),
            weapons=tuple(self._weapon(phrase) for phrase in draft.weapons),
            targets=tuple(self._target(struck) for struck in draft.targets),
            killed=self._figure(totals["killed"]),
            injured=self._figure(totals["injured"]),
            harm=tuple(self._harm(draft, fact, totals) for fact in self._groups(draft)),
            sources=heard.sources,
            claims=self._claims(draft, heard),
            rules=tuple(draft.rules),
            confidence=confidence(draft, self._located),
        )

    def words(self, first: int, last: int, skip: int = 0) -> Words:
        """The source words of tokens ``first``..``last``."""
        return self._lattice.text.words(first, last, skip)

    def _told(self, draft: Draft) -> Words:
        """The sentences that say it, from the first as long as they follow one another."""
        sentences = self._lattice.text.sentences
        ordered = sorted(set(draft.sentences))
        start = ordered[1] if ordered[0] == 0 and len(ordered) > 1 and self._titled() else ordered[0]
        end = start
        while end + 1 in ordered:
            end += 1
        return self.words(sentences[start][0], sentences[end][1])

    def _titled(self) -> bool:
        return not self._lattice.text.source.startswith("\n")

    def _when(self, draft: Draft) -> When:
        prefer = "future" if draft.status in ("planned", "hypothetical", "threatened") else "past"
        if not draft.dates:
            return When()
        alone = (mention.value.resolve(self._published, None, prefer) for mention in draft.dates)
        focus = next((span for span in alone if span.resolved), None)
        spans = [(mention, mention.value.resolve(self._published, focus, prefer)) for mention in draft.dates]
        mention, span = _best(spans)
        words = self.words(mention.start, mention.end)
        iso = (span.start.isoformat(), span.end.isoformat()) if span.start and span.end else (None, None)
        return When(words.text, words.span, iso[0], iso[1], span.precision, mention.rule)

    def _places(self, phrases: list[Phrase]) -> tuple[Place, ...]:
        ordered = sorted(phrases, key=lambda p: self._located[p.start].fineness)
        return tuple(self._place(phrase) for phrase in ordered)

    def _place(self, phrase: Phrase) -> Place:
        words = words_of(self._lattice, phrase)
        found = self._located[phrase.start]
        row = found.row
        if row is None:
            return Place(words.text, words.span, level=found.level, why=str(found.reason))
        return Place(
            words.text,
            words.span,
            row.name,
            row.name_ar,
            row.country,
            row.admin1,
            round(row.lat, 4),
            round(row.lon, 4),
            found.level,
            row.id,
            found.score,
            str(found.reason),
        )

    def _actor(self, party: Party) -> Actor:
        phrase = self._named(party.phrase)
        words = words_of(self._lattice, phrase)
        side = phrase.extra
        return Actor(words.text, words.span, side.name, side.id, party.stated)

    def _named(self, phrase: Phrase) -> Phrase:
        """The adjective of "an Israeli raid" gives way to the nearest words that name the state; "a Russian drone" stays."""
        whose = self._reading.weapons.covering(phrase.start)
        if phrase.kind != NATION or phrase.extra.country is None or whose is not None:
            return phrase
        states = [p for p in self._reading.actors.phrases if _is_state(p, phrase.extra.country)]
        return min(states, key=lambda p: abs(p.start - phrase.start), default=phrase)

    def _weapon(self, phrase: Phrase) -> Weapon:
        words = words_of(self._lattice, phrase)
        low, high = _range(phrase.count)
        return Weapon(words.text, words.span, phrase.head.value, low, high)

    def _target(self, struck: Struck) -> Target:
        words = words_of(self._lattice, struck.phrase)
        low, high = _range(struck.phrase.count)
        return Target(words.text, words.span, struck.phrase.head.value, low, high, struck.effect)

    def _figure(self, figure: Total | None) -> Figure | None:
        if figure is None:
            return None
        words = self._fact_words(figure.facts)
        return Figure(words.text, words.span, figure.count.low, figure.count.high, figure.count.approximate)

    def _claims(self, draft: Draft, heard: Heard) -> tuple[ClaimFigures, ...]:
        """The figures of claimants who contradict one another, in the order of the sources."""
        figures: dict[int, dict[str, Figure | None]] = {}
        for outcome in _TOTALS:
            for claim in claimed(draft, outcome):
                said = claim.facts[0].said
                source = heard.numbers.get(said.start) if said else None
                if source is not None:
                    figures.setdefault(source, {})[outcome] = self._figure(claim)
        return tuple(ClaimFigures(source, **figures[source]) for source in sorted(figures))

    def _fact_words(self, facts: tuple[HarmFact, ...]) -> Words:
        first = min(facts, key=lambda f: f.start)
        return self.words(first.start, max(f.end for f in facts), first.skip)

    def _groups(self, draft: Draft) -> list[HarmFact]:
        return [f for f in draft.harms if _singled_out(f)]

    def _harm(self, draft: Draft, fact: HarmFact, totals: dict[str, Total | None]) -> Harm:
        words = self.words(fact.start, fact.end, fact.skip)
        low, high = _range(fact.count)
        person = fact.people.extra if fact.people else None
        whole = totals.get(fact.outcome)
        part = "total" if fact.part or (whole and fact not in whole.facts) or whole else None
        group = person.group if person else None
        return Harm(
            fact.outcome,
            words.text,
            words.span,
            low,
            high,
            group if group in vocab.load().groups else None,
            person.age if person else None,
            person.sex if person else None,
            part,
        )


def _is_state(phrase: Phrase, country: str) -> bool:
    named = phrase.kind == ACTOR and phrase.extra.sort == "state" and "metonym" not in phrase.head.attrs
    return named and phrase.extra.country == country


def _best(spans: list[tuple[Mention, DateSpan]]) -> tuple[Mention, DateSpan]:
    """The first resolved day; of an unresolved lot, the first."""
    return next(((m, s) for m, s in spans if s.resolved), spans[0])


def _range(count: Count | None) -> tuple[int | None, int | None]:
    return (count.low, count.high) if count else (None, None)


def _singled_out(fact: HarmFact) -> bool:
    """A group with a name of its own, or an outcome that has no total of its own."""
    if fact.outcome not in _TOTALS:
        return True
    return fact.people is not None and fact.people.extra.group not in (None, "person")


def confidence(draft: Draft, located: dict[int, Located]) -> float:
    """0..1: how much of the event is said outright, and how surely its first place is known."""
    score = 0.6
    score += 0.1 if draft.dates else 0.0
    score += 0.1 if draft.places else 0.0
    score += 0.1 if any(p.stated for p in draft.perpetrators) or draft.weapons else 0.0
    score += 0.05 if len(draft.sentences) > 1 else 0.0
    carried = sum(rule.startswith("focus.") for rule in draft.rules)
    first = located[draft.places[0].start].score if draft.places else None
    return round(max(0.1, min(0.97, score * (0.7 + 0.3 * (first or 0.8)) - 0.05 * carried + 0.1)), 2)
