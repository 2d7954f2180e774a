"""Vehicles: what was hit, what carried the bomb, what somebody drove."""

from __future__ import annotations

import pytest

from waqai.engine import read


def told(text: str) -> tuple[list[str], list[str]]:
    """(targets, weapons) of the only event."""
    (event,) = read(text).events
    return [t.kind for t in event.targets], [w.kind for w in event.weapons]


@pytest.mark.parametrize(
    "sentence",
    [
        "ضربت طائرة مسيرة سيارة في مدينة حماة وقتل شخصان.",
        "غارة على سيارة في مدينة صور تقتل شخصا.",
        "انفجرت عبوة ناسفة بسيارة ضابط في مدينة درعا.",
        "أطلق مسلحون النار على سيارته في مدينة مقديشو وقتلوا سائقه.",
        "نجا الضابط من تفجير سيارته بعبوة ناسفة في مدينة عدن.",
    ],
)
def test_a_vehicle_that_was_hit_is_a_target(sentence: str) -> None:
    assert told(sentence)[0] == ["vehicle"]


@pytest.mark.parametrize(
    "sentence",
    [
        "هاجم رجل بشاحنته تجمعا للجنود في مدينة القدس فقتل اثنين.",
        "قتل 5 أشخاص في انفجار سيارة وسط مدينة كركوك.",
        "قتل العقيد برصاص مجهولين بينما كان يقود سيارته في مدينة عدن.",
        "أطلق مسلحان من سيارة النار على رجل في مدينة عدن.",
    ],
)
def test_a_vehicle_that_was_driven_or_blew_up_is_none(sentence: str) -> None:
    assert "vehicle" not in told(sentence)[0]


def test_a_bomber_who_blew_up_his_lorry_used_a_car_bomb() -> None:
    assert told("فجر انتحاري شاحنته أمام مركز للشرطة في مدينة غزني.") == (["police_site"], ["car_bomb"])


def test_air_defence_that_downs_is_a_weapon_and_one_that_was_hit_is_not() -> None:
    assert told("أسقطت الدفاعات الجوية 12 مسيرة فوق مدينة سومي.")[1] == ["air_defence", "drone"]
    assert "air_defence" not in told("دمرت طائرة مسيرة منظومة دفاع جوي قرب مدينة سومي.")[1]


def test_to_open_fire_names_no_weapon_and_bullets_do() -> None:
    assert told("فتح مسلحون النار على حاجز في مدينة كركوك.")[1] == []
    assert told("قتل رجل برصاص مسلحين في مدينة كركوك.")[1] == ["small_arms"]
