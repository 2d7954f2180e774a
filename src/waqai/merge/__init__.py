"""Across reports: which sightings are one incident, with reasons that a person can read and undo. Pure: no files, no SQL.

keys = blocks(sighting)                   # sightings that share a key may be one incident
found = judgements(fresh, known)          # the pairs worth judging, judged by a table of weighted features
groups = cluster(ids, found)              # the same groups whatever the order; a person's word outranks the rules
incident = summarise(groups[0][0], members, found)
"""

from __future__ import annotations

from waqai.merge.blocks import blocks
from waqai.merge.clustering import cluster
from waqai.merge.decisions import apart, together
from waqai.merge.judging import judge, judgements
from waqai.merge.pairing import Candidates, candidates
from waqai.merge.summary import summarise
from waqai.merge.tolls import Change, changes, toll_reason
from waqai.merge.why import Ground, explain, grounds

__all__ = [
    "Candidates",
    "Change",
    "Ground",
    "apart",
    "blocks",
    "candidates",
    "changes",
    "cluster",
    "explain",
    "grounds",
    "judge",
    "judgements",
    "summarise",
    "together",
    "toll_reason",
]
