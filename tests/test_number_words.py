"""Number words: whatever the writer below writes in Arabic, the engine reads back."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from waqai.match.lattice import scan
from waqai.mentions.values import read_values
from waqai.model.count import Count
from waqai.text.text import make_text

UNITS = {
    "m": ["", "واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة"],
    "f": ["", "واحدة", "اثنتان", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع"],
}
TENS = ["", "", "عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع"]
HUNDRED_STEMS = ["", "", "", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع"]
SCALES = [("", "", "", ""), ("ألف", "ألف", "آلاف", "ألفا"), ("مليون", "مليون", "ملايين", "مليونا")]


def words(number: int, gender: str = "m", case: str = "nom", hundred: str = "مئة") -> str:
    """``number`` (0..999,999,999) as an Arabic paper writes it."""
    if number == 0:
        return "صفر"
    parts: list[str] = []
    for power in (2, 1, 0):
        group = number // 1000**power % 1000
        if group:
            parts.append(_group(group, power, gender, case, hundred))
    return " و".join(parts)


def _group(group: int, power: int, gender: str, case: str, hundred: str) -> str:
    if power == 0:
        return below_thousand(group, gender, case, hundred)
    one, _, many, tanween = SCALES[power]
    if group == 1:
        return one
    if group == 2:
        return one + ("ان" if case == "nom" else "ين")
    noun = many if group % 100 in range(3, 11) else (tanween if group % 100 > 10 else one)
    return f"{below_thousand(group, 'm', case, hundred)} {noun}"


def below_thousand(number: int, gender: str, case: str, hundred: str) -> str:
    """1..999."""
    hundreds, rest = divmod(number, 100)
    parts = [_hundreds(hundreds, case, hundred)] if hundreds else []
    if rest:
        parts.append(below_hundred(rest, gender, case))
    return " و".join(parts)


def _hundreds(hundreds: int, case: str, hundred: str) -> str:
    if hundreds == 1:
        return hundred
    if hundreds == 2:
        return hundred[:-1] + ("تان" if case == "nom" else "تين")
    return HUNDRED_STEMS[hundreds] + hundred


def below_hundred(number: int, gender: str, case: str) -> str:
    """1..99."""
    tens, unit = divmod(number, 10)
    if tens == 0:
        return _unit(unit, gender, case)
    if number == 10:
        return "عشرة" if gender == "m" else "عشر"
    if tens == 1:
        return _teen(unit, gender, case)
    ten = TENS[tens] + ("ون" if case == "nom" else "ين")
    return f"{_unit(unit, gender, case)} و{ten}" if unit else ten


def _unit(unit: int, gender: str, case: str) -> str:
    word = UNITS[gender][unit]
    return word[:-2] + "ين" if unit == 2 and case != "nom" else word


def _teen(unit: int, gender: str, case: str) -> str:
    ten = "عشر" if gender == "m" else "عشرة"
    if unit == 1:
        return f"أحد {ten}" if gender == "m" else f"إحدى {ten}"
    if unit == 2:
        stem = {"m": "اثن", "f": "اثنت"}[gender] + ("ا" if case == "nom" else "ي")
        return f"{stem} {ten}"
    return f"{UNITS[gender][unit]} {ten}"


@given(
    st.integers(0, 9_999_999) | st.integers(0, 1100) | st.integers(0, 999_999_999),
    st.sampled_from("mf"),
    st.sampled_from(["nom", "gen"]),
    st.sampled_from(["مئة", "مائة"]),
)
@settings(max_examples=600, deadline=None)
def test_number_words_read_back_to_their_number(number: int, gender: str, case: str, hundred: str) -> None:
    text = make_text(f"بلغ العدد {words(number, gender, case, hundred)} في المدينة.")
    counts = [mention.value for mention in read_values(scan(text)).mentions if mention.kind == "count"]
    assert counts == [Count(number, number)], text.source
