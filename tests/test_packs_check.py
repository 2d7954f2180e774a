"""Packs: rules hold with the whole pack loaded, and a broken file of rules or frames is refused with its file and line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from waqai.errors import PackError
from waqai.mentions.rule_check import check_rules
from waqai.packs import frames, orthography, pack, rules
from waqai.packs.catalogue import attributions, language_of, languages
from waqai.packs.rules import load_rules, read_rule_file

GOOD = """[[rule]]
id = "ar.test.one"
gives = "count"
pattern = "x"
make = "add"
examples = [["{x} y", "1"], ["y {x}", "2"]]
never = ["z"]
"""


def test_every_rule_holds_with_the_whole_pack_loaded() -> None:
    assert check_rules() == []


def test_every_rule_says_what_it_gives_and_is_proved() -> None:
    assert {rule.gives for rule in load_rules()} >= {"count", "date"}
    assert all(len(rule.examples) >= 2 and rule.never and rule.id.startswith("ar.") for rule in load_rules())


def problems(tmp_path: Path, source: str) -> list[str]:
    path = tmp_path / "x.rules.toml"
    path.write_text(source, "utf-8")
    found: list[str] = []
    read_rule_file(path, found)
    return [problem.removeprefix(f"{tmp_path.name}/") for problem in found]


def test_a_good_file_of_rules_has_no_problems(tmp_path: Path) -> None:
    assert problems(tmp_path, GOOD) == []


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (("never = [", "nver = ["), "unknown field 'nver'"),
        (('never = ["z"]', "never = []"), "needs at least one 'never' sentence"),
        ((', ["y {x}", "2"]', ""), "needs at least two examples"),
        (('"y {x}"', '"y x"'), 'an example is ["sentence with {the words}", "value"]'),
        (('pattern = "x"', "pattern = 7"), "'pattern' must be text or a list of texts"),
        (('make = "add"', "make = 1"), "'make' must be text"),
    ],
)
def test_a_broken_rule_is_refused_with_its_line(tmp_path: Path, change: tuple[str, str], problem: str) -> None:
    source = GOOD + "\n" + GOOD.replace("one", "two").replace(*change)
    assert f"x.rules.toml:10: rule ar.test.two: {problem}" in problems(tmp_path, source)


def test_a_file_that_is_no_toml_is_refused_with_its_line(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, GOOD + "= 1\n")
    assert problem.startswith("x.rules.toml: ")
    assert "line 8" in problem


Load = Callable[[str], list[str]]


@pytest.fixture
def load_broken_frames(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Load:
    """Loads a pack whose frames are those given, and says what is wrong with them."""
    (tmp_path / "ar" / "frames").mkdir(parents=True)

    def load(source: str) -> list[str]:
        (tmp_path / "ar" / "frames" / "x.toml").write_text(source, "utf-8")
        monkeypatch.setattr(frames, "LANG", tmp_path)
        frames.load_frames.cache_clear()
        try:
            frames.load_frames()
        except PackError as error:
            return error.problems
        finally:
            monkeypatch.undo()
            frames.load_frames.cache_clear()
        return []

    return load


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ('[[frame]]\nid = "a"\ntriggers = ["verb=hit"]\nrole = "x"\n', "frames/x.toml:1: unknown role 'x'"),
        ('[[frame]]\nid = "a"\nrole = "harm"\n', "frames/x.toml:1: a frame needs an id and triggers"),
        (
            "\n".join(f'[[frame]]\nid = "{i}"\ntriggers = ["verb=hit"]\nrole = "harm"\n' for i in "ab"),
            "frames/x.toml:6: verb=hit already belongs to a",
        ),
    ],
)
def test_a_broken_frame_is_refused_with_its_line(load_broken_frames: Load, source: str, problem: str) -> None:
    assert load_broken_frames(source) == [problem]


def test_a_file_of_frames_that_is_no_toml_is_refused_with_its_line(load_broken_frames: Load) -> None:
    (problem,) = load_broken_frames('[[frame]]\nid = "a"\n= 2\n')
    assert problem.startswith("frames/x.toml: ")
    assert "line 3" in problem


def test_a_pack_that_is_not_there_is_refused_with_its_path() -> None:
    with pytest.raises(PackError, match=r"xx.pack\.toml"):
        pack.load_settings("xx")


def test_an_evasion_that_is_no_pattern_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "ar").mkdir()
    (tmp_path / "ar" / "orthography.toml").write_text("[evasion]\npatterns = ['(x']\n", "utf-8")
    monkeypatch.setattr(orthography, "LANG", tmp_path)
    with pytest.raises(PackError, match="evasion pattern"):
        orthography.load_orthography.__wrapped__()


def test_two_rules_of_one_id_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "ar" / "rules").mkdir(parents=True)
    (tmp_path / "ar" / "rules" / "x.rules.toml").write_text(GOOD + "\n" + GOOD, "utf-8")
    monkeypatch.setattr(rules, "LANG", tmp_path)
    with pytest.raises(PackError, match=r"x\.rules\.toml:10: rule ar\.test\.one is already defined at"):
        load_rules.__wrapped__()


def test_the_packs_are_listed_and_their_sources_named() -> None:
    assert languages() == ("ar",)
    assert all(attributions())


@pytest.mark.parametrize(
    ("tag", "language"), [("ar-SY", "ar"), ("AR", "ar"), ("ar_EG", "ar"), (None, "ar"), ("en", "en")]
)
def test_a_language_tag_asks_for_its_pack(tag: str | None, language: str) -> None:
    assert language_of(tag) == language
