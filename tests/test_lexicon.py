"""The lexicon: every entry finds itself in a text, and a list that is not well formed is refused with its file and line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from waqai.errors import PackError
from waqai.match.automaton import load_automaton
from waqai.match.lattice import scan
from waqai.packs import pack
from waqai.packs.fold import fold
from waqai.packs.frames import load_frames
from waqai.packs.lexicon import NOUN_COLUMNS, lexicon_of, load_lexicon
from waqai.packs.orthography import LANG
from waqai.packs.tables import alternatives, attributes, read_rows
from waqai.text.text import make_text
from waqai.vocab import load

APART = " ؟؟ "
OUTRANKING = {"prep", "actor", "source", "person"}
CLASSES = {"weapon": "weapons", "target": "targets", "group": "groups", "role": "roles", "source": "source_kinds"}
Broken = Callable[..., list[str]]


def lost() -> Iterator[str]:
    """The entries that a text of all lemmas does not hold, unless a function word or a name outranks them there."""
    entries = load_lexicon().entries
    lattice = scan(make_text(APART.join(entry.lemma for entry in entries)))
    found = {(hit.entry.cls, hit.entry.value, hit.entry.lemma) for hits in lattice.hits for hit in hits}
    for entry in entries:
        if (entry.cls, entry.value, entry.lemma) not in found:
            above = {hit.entry.cls for hit in scan(make_text(entry.lemma)).at(0)}
            if not above & OUTRANKING:
                yield f"{entry.cls}={entry.value} {entry.lemma}"


def test_every_entry_finds_itself_by_its_lemma() -> None:
    assert list(lost()) == []


@pytest.mark.xfail(
    strict=True, reason="a name or particle of the same letters hides the noun, whatever stands beside it"
)
@pytest.mark.parametrize(
    ("words", "cls", "value"),
    [("أصيبت مواطنة", "group", "civilian"), ("جندي مالي", "demonym", "ML"), ("دمرت آلية", "target", "vehicle")],
)
def test_a_noun_spelled_like_a_name_or_a_particle_is_still_there(words: str, cls: str, value: str) -> None:
    assert (cls, value) in {(hit.entry.cls, hit.entry.value) for hit in scan(make_text(words)).at(1)}


def test_every_alternative_of_a_noun_is_a_form() -> None:
    lexicon, problems, missing = load_lexicon(), list[str](), list[str]()
    for path in sorted((LANG / "ar" / "lexicon").glob("*.tsv")):
        if path.name == "verbs.tsv":
            continue
        for row in read_rows(path, NOUN_COLUMNS, problems):
            words = alternatives(row.cells["sg"]) + alternatives(row.cells["pl"])
            missing += [
                f"{row.where}: {w}" for w in words if w[:1] != "+" and fold(w.replace("+", "")) not in lexicon.senses
            ]
    assert problems == []
    assert missing == []


def test_every_trigger_of_a_frame_is_in_the_lexicon() -> None:
    known = {f"{entry.cls}={entry.value}" for entry in load_lexicon().entries}
    by_means = {trigger.replace("means=", "weapon=") for trigger in load_frames()}  # a weapon as the means is one
    assert sorted(by_means - known) == []


@pytest.mark.parametrize("cls", CLASSES)
def test_every_value_of_a_class_is_in_its_vocabulary(cls: str) -> None:
    values = {entry.value for entry in load_lexicon().entries if entry.cls == cls}
    assert sorted(values - set(getattr(load(), CLASSES[cls]))) == []


def test_no_entry_is_written_twice() -> None:
    lexicon = load_lexicon()
    forms: dict[int, set[str]] = {}
    for form, senses in lexicon.senses.items():
        for number, _ in senses:
            forms.setdefault(number, set()).add(form)
    seen: dict[tuple[str, str, frozenset[str], str], int] = {}
    twice = []
    for number, entry in enumerate(lexicon.entries):
        if entry.cls == "verb":
            continue  # two measures of one root may be spelled alike
        key = (entry.cls, entry.value, frozenset(forms[number]), str(sorted(entry.attrs.items())))
        if seen.setdefault(key, number) != number:
            twice.append(entry.lemma)
    assert twice == []


@pytest.fixture
def broken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Broken:
    """Loads a pack whose lists are those given, and says what is wrong with it."""
    (tmp_path / "ar" / "lexicon").mkdir(parents=True)
    (tmp_path / "ar" / "generated").mkdir()
    (tmp_path / "ar" / "pack.toml").write_text((LANG / "ar" / "pack.toml").read_text("utf-8"), "utf-8")

    def problems(nouns: str = "class\tvalue\tsg\tpl\tattrs\tnote\n", verbs: str = "", forms: str = "") -> list[str]:
        head = {"verbs": "class\tvalue\tlemma\troot\twazn\tattrs\tnote\n", "forms": "lemma\troot\tform\tfeatures\n"}
        (tmp_path / "ar" / "lexicon" / "nouns.tsv").write_text(nouns, "utf-8")
        (tmp_path / "ar" / "lexicon" / "verbs.tsv").write_text(head["verbs"] + verbs, "utf-8")
        (tmp_path / "ar" / "generated" / "verbs.tsv").write_text(head["forms"] + forms, "utf-8")
        monkeypatch.setattr(pack, "LANG", tmp_path)
        pack.load_settings.cache_clear()
        lexicon_of.cache_clear()
        try:
            load_lexicon()
        except PackError as error:
            return error.problems
        finally:
            monkeypatch.undo()
            pack.load_settings.cache_clear()
            lexicon_of.cache_clear()
        return []

    return problems


def test_a_well_formed_list_is_taken(broken: Broken) -> None:
    assert broken("# why\nclass\tvalue\tsg\tpl\tattrs\tnote\n\nweapon\tdrone\tمسيرة\tمسيرات\t\t\n") == []


def test_a_wrong_header_is_refused_with_its_line(broken: Broken) -> None:
    assert broken("# a list\nclass\tvalue\tsingular\n") == [
        "lexicon/nouns.tsv:2: the first line must be the columns class value sg pl attrs note"
    ]


def test_too_many_columns_are_refused_with_their_line(broken: Broken) -> None:
    rows = "class\tvalue\tsg\tpl\tattrs\tnote\nweapon\tdrone\tمسيرة\tمسيرات\t\t\t\tx\n"
    assert broken(rows) == ["lexicon/nouns.tsv:2: 8 columns, expected 6"]


def test_a_noun_without_words_is_refused_with_its_line(broken: Broken) -> None:
    rows = "class\tvalue\tsg\tpl\tattrs\tnote\nweapon\tdrone\tمسيرة\t\t\t\nweapon\tdrone\t\t | \t\t\n"
    assert broken(rows) == ["lexicon/nouns.tsv:3: neither a singular nor a plural"]


def test_a_verb_without_generated_forms_is_refused_with_its_line_and_the_way_out(broken: Broken) -> None:
    assert broken(verbs="verb\thit\tقصف\tقصف\tI/a~i\t\t\n") == [
        "lexicon/verbs.tsv:2: no generated forms for قصف; run scripts/build_verbs.py"
    ]


def test_every_problem_is_told_at_once(broken: Broken) -> None:
    rows = "class\tvalue\tsg\tpl\tattrs\tnote\nweapon\tdrone\t1\t2\t3\t4\t5\nweapon\tdrone\t\t\t\t\n"
    said = broken(rows, verbs="verb\thit\tقصف\tقصف\tI/a~i\t\t\n")
    assert [problem.split(":")[:2] for problem in said] == [
        ["lexicon/nouns.tsv", "2"], ["lexicon/nouns.tsv", "3"], ["lexicon/verbs.tsv", "2"]
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("cell", "expected"),
    [("", {}), ("a=1;b=x", {"a": "1", "b": "x"}), ("amb", {"amb": "1"}), (" a = 1 ; ", {"a": "1"})],
)
def test_attributes_are_pairs_and_a_bare_word_is_one(cell: str, expected: dict[str, str]) -> None:
    assert attributes(cell) == expected


@pytest.mark.parametrize(("cell", "expected"), [("", []), ("a | b|c ", ["a", "b", "c"]), (" | ", [])])
def test_alternatives_are_split_and_empty_ones_dropped(cell: str, expected: list[str]) -> None:
    assert alternatives(cell) == expected


def test_the_automaton_knows_the_entries_of_every_form() -> None:
    lexicon, automaton = load_lexicon(), load_automaton()
    forms = sorted(lexicon.senses)[::97]
    spelled = {form: [lexicon.entries[number] for number, _ in lexicon.senses[form]] for form in forms}
    assert {form: automaton.entries_of(form) for form in forms} == spelled
    assert automaton.entries_of("") == []
