"""Rules hold under change: numbers, word order, what is written onto words, spelling and marks."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from waqai import Event, read

# A counted noun after its number: 3 to 10 take the plural, 11 to 99 the singular in the accusative.
SPELLED = {3: "ثلاثة", 4: "أربعة", 5: "خمسة", 6: "ستة", 7: "سبعة", 8: "ثمانية", 9: "تسعة", 10: "عشرة"}
EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
PEOPLE = [("مدنيين", "مدنيا"), ("أشخاص", "شخصا"), ("نازحين", "نازحا")]
TOWNS = {"خاركيف": "Kharkiv", "سومي": "Sumy", "إدلب": "Idlib", "الفاشر": "El Fasher", "بنت جبيل": "Bint Jbeil"}
WAYS = [
    ("غارة جوية", "غارات جوية", "air_strike"),
    ("قصف مدفعي", "قصف مدفعي عنيف", "shelling"),
    ("هجوم بطائرة مسيرة", "هجوم بطائرات مسيرة", "drone_strike"),
    ("ضربة صاروخية", "ضربات صاروخية", "missile_strike"),
]
# Marks and letters that writers add or drop: short vowels, tatweel, the hamza of alif, the dots of the last letter.
NOISE = {"أ": ["أ", "ا"], "إ": ["إ", "ا"], "ة": ["ة", "ه"], "ق": ["ق", "قَ", "قـ"], "د": ["د", "دّ"], "ل": ["ل", "لـ"]}


@dataclass(frozen=True)
class Told:
    """A sentence and what it says."""

    sentence: str
    kind: str
    place: str
    killed: int


@st.composite
def counted(draw: st.DrawFn, low: int = 3, high: int = 60) -> tuple[str, int]:
    """People with their number: spelled, in Western digits or in Eastern ones."""
    number = draw(st.integers(low, high))
    few, many = draw(st.sampled_from(PEOPLE))
    digits = str(number) if draw(st.booleans()) else str(number).translate(EASTERN)
    words = SPELLED.get(number, digits) if draw(st.booleans()) else digits
    return f"{words} {few if number <= 10 else many}", number


@st.composite
def told(draw: st.DrawFn) -> Told:
    """One strike, in any of the usual orders of a sentence."""
    people, number = draw(counted())
    town = draw(st.sampled_from(sorted(TOWNS)))
    one, several, kind = draw(st.sampled_from(WAYS))
    way = draw(st.sampled_from([one, several]))
    where = draw(st.sampled_from([f"على مدينة {town}", f"على {town}", f"استهدف مدينة {town}"]))
    order = draw(
        st.sampled_from(
            [
                "{lead}قتل {people} في {way} {where}.",
                "{lead}مقتل {people} في {way} {where}.",
                "{lead}{people} قتلوا في {way} {where}.",
                "{lead}أسفر {way} {where} عن مقتل {people}.",
                "قال الدفاع المدني إن {people} قتلوا في {way} {where}.",
            ]
        )
    )
    lead = draw(st.sampled_from(["", "و"])) if order.startswith("{lead}قتل") else ""
    return Told(order.format(lead=lead, people=people, way=way, where=where), kind, TOWNS[town], number)


@st.composite
def noisy(draw: st.DrawFn, words: str) -> str:
    """The same words as somebody else types them."""
    return "".join(draw(st.sampled_from(NOISE[letter])) if letter in NOISE else letter for letter in words)


def gist(events: tuple[Event, ...]) -> list[tuple[str, list[str | None], int | None]]:
    return [(e.kind, [p.name for p in e.places], e.killed.low if e.killed else None) for e in events]


@given(told())
def test_number_order_and_proclitics_change_nothing(case: Told) -> None:
    assert gist(read(case.sentence).events) == [(case.kind, [case.place], case.killed)]


@given(st.data(), told())
def test_spelling_and_marks_change_nothing(data: st.DataObject, case: Told) -> None:
    variant = data.draw(noisy(case.sentence))
    assert gist(read(variant).events) == gist(read(case.sentence).events)


@given(told(), st.sampled_from(["", "\n", "  ", "\u200f", "\ufeff"]), st.sampled_from(["", "\n", " \u200e"]))
def test_what_stands_around_a_sentence_changes_nothing(case: Told, before: str, after: str) -> None:
    assert gist(read(before + case.sentence + after).events) == gist(read(case.sentence).events)


@given(told(), told())
def test_a_second_strike_leaves_the_first_alone(first: Told, second: Told) -> None:
    both = read(f"{first.sentence}\n{second.sentence}").events
    assert all(event.killed is None or event.killed.low in (first.killed, second.killed) for event in both)


@given(told())
def test_a_denial_in_front_makes_no_strike_that_happened(case: Told) -> None:
    events = read(f"نفى الجيش شن غارات على {next(t for t, n in TOWNS.items() if n == case.place)}.").events
    assert all(event.status == "denied" for event in events)
