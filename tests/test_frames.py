"""Frames: every one is proved by its sentences, and whatever rule a record names is one that exists."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from waqai.engine import read
from waqai.events.proof import check_frames
from waqai.model.record import Record
from waqai.packs.frames import ROLES, Frame, all_frames, load_frames
from waqai.packs.rules import load_rules
from waqai.vocab import load

ENGINE_RULES = {"engine"}


@cache
def record(text: str) -> Record:
    return read(text, published="2025-07-22")


@pytest.mark.parametrize("frame", all_frames(), ids=lambda frame: frame.id)
def test_a_frame_is_proved_by_its_sentences(frame: Frame) -> None:
    assert check_frames([frame], record) == []


def test_every_rule_of_an_event_is_a_frame_or_a_rule_of_the_pack() -> None:
    known = {frame.id for frame in all_frames()} | {rule.id for rule in load_rules()}
    sentences = [marked.replace("{", "").replace("}", "") for frame in all_frames() for marked, _ in frame.examples]
    told = {rule for sentence in sentences for event in record(sentence).events for rule in event.rules}
    assert sorted(told - known) == []


def test_every_rule_of_a_day_is_a_rule_of_the_pack() -> None:
    known = {rule.id for rule in load_rules()}
    sentences = [marked.replace("{", "").replace("}", "") for frame in all_frames() for marked, _ in frame.examples]
    told = {event.when.rule for sentence in sentences for event in record(sentence).events if event.when.rule}
    assert sorted(told - known) == []


def test_every_kind_of_a_frame_is_a_kind_of_event_or_an_outcome() -> None:
    vocab = load()
    known = {"", *vocab.kinds, *vocab.outcomes, *vocab.effects}
    assert sorted({frame.kind for frame in load_frames().values()} - known) == []


def test_frames_are_named_once_and_have_a_role() -> None:
    frames = all_frames()
    assert len({frame.id for frame in frames}) == len(frames)
    assert {frame.role for frame in frames} <= {*ROLES, *ENGINE_RULES}


def sample() -> Frame:
    return next(frame for frame in all_frames() if frame.id == "ar.event.air-strike")


@pytest.mark.parametrize(
    ("example", "complaint"),
    [
        (("قصفت الطائرات مدينة صور.", "air_strike"), "no braces"),
        (("شربت {القهوة} في الصباح.", "air_strike"), "no event by ar.event.air-strike"),
        (("قتل شخصان في {غارة} على مدينة صور.", "shelling"), "kind is air_strike, not shelling"),
        (("قتل شخصان في {غارة} على مدينة صور.", "air_strike; killed=3"), "killed is ['2'], not 3"),
        (("قتل شخصان في {غارة} على مدينة صور.", "air_strike; place=صيدا"), "place is ['مدينة صور'], not صيدا"),
        (("قتل شخصان في {غارة} على مدينة صور.", "air_strike; status=planned"), "status is ['happened'], not planned"),
        (("قتل شخصان في {غارة} على مدينة صور.", "statement; act=say"), "no statement"),
    ],
)
def test_an_example_that_does_not_hold_is_told_with_its_place(example: tuple[str, str], complaint: str) -> None:
    frame = replace(sample(), examples=(example, sample().examples[0]))
    (problem,) = check_frames([frame], record)
    assert problem.startswith(f"{frame.where}: {frame.id}: ")
    assert complaint in problem


def test_a_never_that_fires_is_told() -> None:
    frame = replace(sample(), never=("قتل شخصان في غارة على مدينة صور.",))
    assert check_frames([frame], record) == [f"{frame.where}: {frame.id}: fires on {frame.never[0]!r}"]


def test_a_frame_owes_two_examples_and_one_never() -> None:
    frame = replace(sample(), examples=sample().examples[:1], never=())
    assert check_frames([frame], record) == [
        f"{frame.where}: {frame.id}: needs at least two examples",
        f"{frame.where}: {frame.id}: needs at least one never",
    ]
