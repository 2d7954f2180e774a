"""Puts changed sightings into incidents: judged against those that share a block, then only their neighbourhood grouped.

The work is in proportion to what changed and what shares its blocks, never to the size of the store.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sqlalchemy import Connection, func, select, update

import waqai.store.judgements as log
from waqai.model.judgement import SAME, UNSURE, Judgement
from waqai.store.blocks import leave_blocks, share_blocks
from waqai.store.identity import Naming, name_groups
from waqai.store.overviews import write_overviews
from waqai.store.plain import in_chunks, now
from waqai.store.rules import Rules
from waqai.store.sightings import members, sightings
from waqai.store.tables import incident, sighting


def absorb(conn: Connection, changed: Collection[str], gone: Collection[str], rules: Rules) -> None:
    """Judge the changed sightings anew and set right every incident that they or the gone ones touch."""
    neighbours = {
        side
        for filed in log.holding(conn, [*changed, *gone])
        if filed.judgement.verdict == SAME
        for side in (filed.judgement.left, filed.judgement.right)
    }
    leave_blocks(conn, gone)
    found = judge_anew(conn, changed, rules)
    neighbours |= {side for each in found if each.verdict == SAME for side in (each.left, each.right)}
    regroup(conn, {*changed, *gone, *neighbours}, rules)


def judge_anew(conn: Connection, changed: Collection[str], rules: Rules) -> list[Judgement]:
    """Judge sightings against all that share a block with them; file what differs from what was judged before."""
    fresh = sightings(conn, changed)
    partners = share_blocks(conn, {name: rules.blocks(each) for name, each in fresh.items()})
    known = fresh | sightings(conn, {other for others in partners.values() for other in others} - fresh.keys())
    pairs = {log.pair_of(one, other) for one, others in partners.items() for other in others}
    found = [rules.judge(known[left], known[right]) for left, right in sorted(pairs)]
    log.file(conn, [*_news(conn, found), *_lapsed(conn, changed, pairs)])
    return found


def regroup(conn: Connection, touched: Collection[str], rules: Rules) -> Naming:
    """Group anew the sightings of every incident that a touched sighting belongs to, and give the groups their ids."""
    bore = _neighbourhood(conn, touched)
    judged = log.among(conn, bore)
    before = {name for name in _incidents_of(conn, touched) if name} | {name for name in bore.values() if name}
    ages = _ages(conn, bore, before)
    groups = [tuple(sorted(group, key=ages.__getitem__)) for group in rules.cluster(list(bore), judged)]
    naming = name_groups(groups, bore, ages, lambda name: _is_free(conn, name))
    _write_identity(conn, naming, bore)
    write_overviews(conn, naming.named, before - naming.named.keys(), judged, rules)
    return naming


def _news(conn: Connection, found: list[Judgement]) -> list[Judgement]:
    """The judgements that say something else than the rules last said of the same pair."""
    last = _last_by_rule(conn, found)
    return [each for each in found if last.get(log.pair_of(each.left, each.right)) != (each.verdict, each.score)]


def _last_by_rule(conn: Connection, found: list[Judgement]) -> dict[log.Pair, tuple[str, float]]:
    last = {}
    for chunk in in_chunks(sorted({log.pair_of(each.left, each.right) for each in found}), 200):
        for filed in log.of_pairs(conn, chunk):
            if not filed.judgement.by.startswith(log.PERSON):
                pair = (filed.judgement.left, filed.judgement.right)
                last[pair] = (filed.judgement.verdict, filed.judgement.score)
    return last


def _lapsed(conn: Connection, changed: Iterable[str], pairs: set[log.Pair]) -> list[Judgement]:
    """What the rules judged of pairs that, with the words changed, they would no longer compare."""
    held = [filed.judgement for filed in log.holding(conn, changed)]
    return [
        Judgement(each.left, each.right, UNSURE, 0.0, by="rule", note="the words changed: no longer compared")
        for each in held
        if (each.left, each.right) not in pairs and not each.by.startswith(log.PERSON) and each.verdict != UNSURE
    ]


def _neighbourhood(conn: Connection, touched: Collection[str]) -> dict[str, str | None]:
    """Sighting -> incident until now: all of the touched incidents, and the touched sightings that have none yet."""
    bore: dict[str, str | None] = {**members(conn, {name for name in _incidents_of(conn, touched) if name})}
    for chunk in in_chunks(sorted(touched)):
        homeless = select(sighting.c.id).where(
            sighting.c.id.in_(chunk), sighting.c.current, sighting.c.incident.is_(None)
        )
        bore.update((name, None) for name in conn.scalars(homeless))
    return bore


def _incidents_of(conn: Connection, ids: Collection[str]) -> set[str | None]:
    found: set[str | None] = set()
    for chunk in in_chunks(sorted(ids)):
        found.update(conn.scalars(select(sighting.c.incident).where(sighting.c.id.in_(chunk)).distinct()))
    return found


def _ages(conn: Connection, ids: Iterable[str], incidents: Iterable[str]) -> dict[str, int]:
    ages: dict[str, int] = {}
    for table, names in ((sighting, ids), (incident, incidents)):
        for chunk in in_chunks(names):
            rows = conn.execute(select(table.c.id, table.c.seq).where(table.c.id.in_(chunk)))
            ages.update((row.id, row.seq) for row in rows)
    return ages


def _is_free(conn: Connection, name: str) -> bool:
    """Was the id never given, or does it hold nothing any more?"""
    held = select(func.count()).where(sighting.c.incident == name, sighting.c.current)
    return not conn.execute(held).scalar()


def _write_identity(conn: Connection, naming: Naming, bore: dict[str, str | None]) -> None:
    known = set(_existing(conn, naming.named))
    opened = [{"id": name, "opened": now()} for name in naming.named if name not in known]
    if opened:
        conn.execute(incident.insert(), opened)
    for chunk in in_chunks(naming.named):
        conn.execute(update(incident).where(incident.c.id.in_(chunk)).values(leads_to=None))
    for old, new in naming.leads_to.items():
        conn.execute(update(incident).where(incident.c.id == old).values(leads_to=new))
    for name, group in naming.named.items():
        moved = [each for each in group if bore.get(each) != name]
        _move(conn, moved, name)


def _existing(conn: Connection, names: Iterable[str]) -> Iterable[str]:
    for chunk in in_chunks(names):
        yield from conn.scalars(select(incident.c.id).where(incident.c.id.in_(chunk)))


def _move(conn: Connection, group: Iterable[str], name: str) -> None:
    for chunk in in_chunks(group):
        conn.execute(update(sighting).where(sighting.c.id.in_(chunk)).values(incident=name))
