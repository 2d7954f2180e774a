"""Sentences as data: every code has its words in every language, with the same values in them and the forms of its numbers."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest

from arabic_walk import stem
from waqai.errors import Conflict, StoreError
from waqai.messages import Message, english, plain, plural, say, several
from waqai.packs.frames import load_frames
from waqai.packs.rules import load_rules
from waqai.web.prefs import Prefs
from waqai.web.strings import rules, said, strings
from waqai.web.view.telling import tell, tell_page
from waqai.web.view.voice import Voice

SOURCE = Path(__file__).resolve().parent.parent / "src" / "waqai"
ARABIC = Voice(Prefs("ar"))
NAMES_OF_PLACES = {
    "id",
    "place",
    "row",
    "name",
    "town",
    "area",
    "country",
    "why",
    "rule",
}  # one of these stands for another


def codes(table: dict[str, str]) -> dict[str, set[str]]:
    """Code without its forms -> the values that are in its words."""
    found: dict[str, set[str]] = {}
    for key, words in table.items():
        found.setdefault(stem(key), set()).update(name for _, name, _, _ in Formatter().parse(words) if name)
    return found


def test_every_code_has_words_in_arabic() -> None:
    ours, theirs = codes(dict(english())), codes(dict(said("ar")))
    assert ours.keys() == theirs.keys()
    strange = {code: theirs[code] - ours[code] - NAMES_OF_PLACES - {"n"} for code in ours}
    lost = {code: ours[code] - theirs[code] - NAMES_OF_PLACES - {"n", "action", "precision"} for code in ours}
    assert {code: names for code, names in strange.items() if names} == {}
    assert {code: names for code, names in lost.items() if names} == {}


def test_the_interface_in_english_knows_no_code_of_its_own() -> None:
    ours, web = codes(dict(english())), codes(dict(said("en")))
    assert web.keys() == ours.keys()
    assert {code: web[code] - ours[code] for code in ours if web[code] - ours[code]} == {"reason.spot": {"place"}}


def test_lists_are_shown_as_lists_in_english() -> None:
    """A template that names no way to show its values is filled as it stands, which suits words and numbers alone."""
    shown = {name for words in english().values() for _, name, how, _ in Formatter().parse(words) if how == "list"}
    bare = {name for words in english().values() for _, name, how, _ in Formatter().parse(words) if name and not how}
    assert shown & bare == set()


def test_every_code_that_the_program_says_is_in_the_table() -> None:
    known = codes(dict(english()))
    calls = re.compile(r'\bsay\(\s*"([a-z_.]+)"')
    used = {code for path in SOURCE.rglob("*.py") for code in calls.findall(path.read_text("utf-8"))}
    assert used - known.keys() == set()


@pytest.mark.parametrize("table", [dict(said("ar")), dict(strings("ar"))], ids=["messages", "interface"])
def test_arabic_numbers_have_their_forms(table: dict[str, str]) -> None:
    counted = {key.rpartition(".")[0] for key in table if key.endswith(".few")}
    assert counted
    assert {code for code in counted if not {f"{code}.many", f"{code}.other"} <= table.keys()} == set()
    for code in counted:
        for number in (3, 11, 100):
            assert table[f"{code}.{plural('ar', number)}"]


def test_a_number_asks_for_its_form() -> None:
    assert [plural("ar", n) for n in (0, 1, 2, 3, 10, 11, 26, 99, 100, 102, 103, 111)] == [
        "zero", "one", "two", "few", "few", "many", "many", "many", "other", "other", "few", "many",
    ]  # fmt: skip
    assert [plural("en", n) for n in (0, 1, 2)] == ["other", "one", "other"]


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "تقرير واحد"), (2, "تقريران"), (4, "4 تقارير"), (12, "12 تقريراً"), (100, "100 تقرير")],
)
def test_what_is_counted_agrees_with_its_number(number: int, words: str) -> None:
    assert ARABIC.t("list.told", n=number) == words


def test_a_message_is_english_by_itself() -> None:
    told = say("toll.by", figure=say("figure.open", low=5), names=("AFP", say("toll.more", n=2)))
    assert str(told) == "5 or more by AFP and 2 more"
    assert str(several(say("toll.figures", figures=(told,)), say("toll.latest"))).endswith(
        "; the latest report of each source counts"
    )
    assert str(say("history.judged", n=1)) == "1 pair was judged the same"


def test_a_message_is_told_in_the_readers_language_and_digits() -> None:
    told = say("place.near", km=12, town="Homs", id="none")
    assert tell(Voice(Prefs("ar", "arab")), told) == "على بعد ١٢ كم من none"
    assert tell(Voice(Prefs("en")), told) == "12 km from Homs"
    level = say("place.only_level", level="settlement", n=3)
    assert tell(ARABIC, level) == "الوحيد بهذا المستوى (مدينة أو بلدة أو قرية) من 3 أماكن بهذا الاسم"


def test_what_has_no_code_is_shown_as_it_is_and_marked_as_english() -> None:
    assert tell_page(ARABIC, plain("as <kept>")) == '<span lang="en" dir="ltr">as &lt;kept&gt;</span>'


def test_names_in_a_message_are_escaped() -> None:
    told = tell_page(ARABIC, say("history.came_in", report="r1.1", outlet="<img src=x>"))
    assert "&lt;img" in told
    assert "<img" not in told
    assert '<code dir="ltr">r1.1</code>' in told


def test_an_error_carries_what_it_says() -> None:
    assert Conflict(say("error.undone_already", number=3)).said.code == "error.undone_already"
    assert str(Conflict(say("error.undone_already", number=3))) == "decision 3 was undone already"
    assert StoreError("words").said == plain("words")


def test_a_message_is_equal_by_what_it_says() -> None:
    assert say("place.only") == Message("place.only")
    assert say("place.only") != say("place.far")


def test_what_rules_are_for_is_told_in_arabic() -> None:
    known = {frame.id: frame.why for frame in load_frames("ar").values()} | {
        rule.id: rule.why for rule in load_rules("ar")
    }
    table = rules("ar")
    assert set(table) - known.keys() == set()
    untold = sorted(name for name, why in known.items() if why and name not in table)
    assert len(untold) <= 0.1 * len(table), untold
