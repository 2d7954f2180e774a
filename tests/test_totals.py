"""Totals: an event's own figures out of all that is said of its dead and wounded."""

from __future__ import annotations

import pytest

from waqai.engine import read
from waqai.model.record import Event, Figure

Range = tuple[int, int | None] | None


def figures(*sentences: str) -> tuple[Range, Range]:
    (event,) = read(" ".join(sentences), published="2025-07-22").events
    return of(event.killed), of(event.injured)


def of(figure: Figure | None) -> Range:
    return (figure.low, figure.high) if figure else None


@pytest.mark.parametrize(
    ("sentence", "killed"),
    [
        ("قتل 3 أشخاص في قصف على مدينة سومي.", (3, 3)),
        ("قتل 3 مدنيين وجنديان في قصف على مدينة سومي.", (5, 5)),
        ("قتل رجل وامرأة في قصف على مدينة سومي.", (2, 2)),
        ("قتل 12 شخصا، بينهم 4 أطفال، في غارة على صنعاء.", (12, 12)),
        ("قتل ما لا يقل عن 3 مدنيين وجنديان في قصف على مدينة سومي.", (5, None)),
    ],
)
def test_different_people_of_one_sentence_add_up_and_parts_do_not(sentence: str, killed: Range) -> None:
    assert figures(sentence)[0] == killed


def test_an_approximate_figure_says_so() -> None:
    (event,) = read("قتل نحو 30 شخصا في غارة على صنعاء.").events
    assert event.killed is not None
    assert (event.killed.low, event.killed.high, event.killed.approximate) == (30, 30, True)


@pytest.mark.parametrize(
    ("sentences", "killed"),
    [
        (("قتل 5 أشخاص في غارة على صنعاء.", "وأسفرت الغارة عن مقتل 5 أشخاص."), (5, 5)),
        (("انفجرت سيارة مفخخة في مدينة منبج وقتل 15 شخصا.", "وارتفع عدد القتلى إلى 19."), (19, 19)),
        (("انفجرت سيارة مفخخة في مدينة منبج.", "وقتل في الانفجار 6 أشخاص."), (6, 6)),
    ],
)
def test_the_same_figure_counts_once_and_a_raised_one_replaces(sentences: tuple[str, ...], killed: Range) -> None:
    assert figures(*sentences)[0] == killed


def test_a_raised_number_of_wounded_replaces_the_first() -> None:
    assert figures("أصيب شخصان في قصف على مدينة سومي، ثم ارتفع العدد إلى 9 مصابين.")[1] == (9, 9)


def test_a_toll_of_a_named_attack_is_its_figure() -> None:
    assert figures("ارتفعت حصيلة قتلى الغارة على مدرسة في مدينة غزة إلى 30.")[0] == (30, 30)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("سقط صاروخ على بلدة المطلة دون خسائر بشرية.", ((0, 0), None)),
        ("سقطت مسيرة في حقل قرب مدينة تولا دون وقوع إصابات.", (None, (0, 0))),
        ("لم يقتل أحد في القصف على مدينة تعز.", ((0, 0), None)),
        ("سقط صاروخ على بلدة المطلة.", (None, None)),
        ("قتل رجلان في قصف على خيرسون دون وقوع إصابات.", ((2, 2), (0, 0))),
    ],
)
def test_none_hurt_is_zero_and_unsaid_is_nothing(sentence: str, expected: tuple[Range, Range]) -> None:
    assert figures(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "low", "high"),
    [
        ("بلغ عدد القتلى في غزة منذ أكتوبر 2023 أكثر من 50 ألف قتيل.", 50_000, None),
        ("قتل 800 شخص في السودان منذ بداية العام.", 800, 800),
    ],
)
def test_a_figure_over_a_war_is_a_toll(sentence: str, low: int, high: int | None) -> None:
    (event,) = read(sentence, published="2025-07-22").events
    assert (event.kind, of(event.killed)) == ("toll", (low, high))


def test_words_of_a_figure_are_the_reports() -> None:
    text = "قتل ما لا يقل عن 24 مدنيا في قصف على مدينة حلب."
    (event,) = read(text).events
    assert event.killed is not None
    assert event.killed.text == "ما لا يقل عن 24 مدنيا"
    assert f"\n{text}"[slice(*event.killed.span)] == event.killed.text


def test_another_claimants_figure_is_not_added() -> None:
    assert figures("قتل 12 شخصا في قصف على مدينة سومي، وقال الجيش إن 9 جنود قتلوا.")[0] == (12, 12)


def test_a_raised_toll_replaces_the_first() -> None:
    sentences = "انفجرت سيارة مفخخة في مدينة منبج وقتل 15 شخصا.", "ثم ارتفعت حصيلة القتلى إلى 19 شخصا."
    assert figures(*sentences)[0] == (19, 19)


def events(text: str) -> tuple[Event, ...]:
    return read(text).events


def test_the_dead_of_one_event_are_not_anothers() -> None:
    first, second = events("قتل 3 أشخاص في قصف على مدينة سومي. وقتل 9 أشخاص في قصف على مدينة خاركيف.")
    assert (of(first.killed), of(second.killed)) == ((3, 3), (9, 9))


def test_claimants_who_contradict_each_other_keep_their_figures() -> None:
    (event,) = events(
        "قالت وزارة الصحة إن 12 شخصا قتلوا في غارة على حي الزيتون، وقال الجيش الإسرائيلي إن 5 أشخاص قتلوا في الغارة."
    )
    assert [(event.sources[c.source].text, of(c.killed)) for c in event.claims] == [
        ("وزارة الصحة", (12, 12)),
        ("الجيش الإسرائيلي", (5, 5)),
    ]
    assert of(event.killed) == (12, 12)


@pytest.mark.parametrize(
    "text",
    [
        "قالت الشرطة إن 3 أشخاص قتلوا في قصف على مدينة سومي. وقال المحافظ إن 3 أشخاص قتلوا في القصف.",
        "قتل 8 أشخاص في قصف على مدينة سومي. وقالت الشرطة إن طفلا قتل في القصف.",
        "قتل 8 أشخاص في قصف على مدينة سومي. وقالت الشرطة إن بين القتلى 3 أطفال.",
    ],
)
def test_who_agrees_or_tells_a_part_makes_no_claim(text: str) -> None:
    assert [event.claims for event in events(text)] == [()]
