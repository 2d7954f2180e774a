"""The vocabulary holds every id of the contract, and every line of the lexicons speaks it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from waqai import vocab
from waqai.text.fold import fold

LEXICON = Path(vocab.__file__).parent.parent / "lang" / "ar" / "lexicon"
FILES = ("weapons", "targets", "groups", "roles", "actors", "demonyms", "sources", "placecues", "names")
COLUMNS = ["class", "value", "sg", "pl", "attrs", "note"]
CODES = {"+un", "+at"}

KINDS = (
    "attack air_strike drone_strike missile_strike shelling bombing suicide_bombing mine_explosion explosion shooting "
    "clash ground_assault assault execution abduction detention interception territory_change destruction "
    "chemical_attack displacement protest riot_crackdown toll talks agreement ceasefire exchange release appointment "
    "sanction aid"
)
WEAPONS = (
    "drone glide_bomb aerial_bomb cruise_missile ballistic_missile missile rocket artillery mortar tank ied car_bomb "
    "suicide_vest mine grenade small_arms knife vehicle incendiary chemical cluster aircraft helicopter warship "
    "air_defence other"
)
TARGETS = (
    "residential house shop_market shopping_centre school university hospital ambulance place_of_worship fuel_station "
    "power water bridge road railway port airport military_site checkpoint police_site convoy vehicle bus train ship "
    "aircraft camp aid_site government_site embassy media_site factory oil_gas farm prison hotel restaurant "
    "windows_balconies warehouse tunnel other"
)
GROUPS = (
    "civilian child woman elderly soldier police fighter journalist medic aid_worker official leader student worker "
    "foreigner migrant prisoner other"
)
ACTS = "say announce claim_responsibility confirm deny accuse condemn demand reject threaten promise warn"
STATUSES = "happened denied planned threatened demanded hypothetical"
OUTCOMES = "killed injured casualties captured abducted detained missing displaced"
LEVELS = "site neighbourhood settlement district province country region sea"
ACLED = {
    "Armed clash", "Government regains territory", "Non-state actor overtakes territory", "Chemical weapon",
    "Air/drone strike", "Suicide bomb", "Shelling/artillery/missile attack", "Remote explosive/landmine/IED", "Grenade",
    "Sexual violence", "Attack", "Abduction/forced disappearance", "Peaceful protest", "Protest with intervention",
    "Excessive force against protesters", "Violent demonstration", "Mob violence", "Agreement", "Arrests",
    "Change to group/activity", "Disrupted weapons use", "Headquarters or base established",
    "Looting/property destruction", "Non-violent transfer of territory", "Other",
}  # fmt: skip
PLOVER = (
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT DEMAND ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE "
    "ASSAULT"
)

# Every attribute that an entry of these files may carry.
ATTRIBUTES = frozenset(
    word
    for word in [
        "remnant",
        "actor",
        "adj",
        "age",
        "alt",
        "amb",
        "armed",
        "arrest",
        "bare",
        "camp",
        "community",
        "counterpart",
        "country",
        "crowd",
        "dead",
        "deadly",
        "deals",
        "defends",
        "deputy",
        "dual",
        "event",
        "exceeds",
        "fails",
        "feature",
        "fire",
        "flee",
        "form",
        "former",
        "front",
        "group",
        "id",
        "indefinite",
        "inv",
        "kin",
        "lead",
        "medium",
        "metonym",
        "military",
        "modded",
        "mouth",
        "name",
        "names",
        "noun",
        "of",
        "official",
        "other",
        "outcome",
        "pair",
        "part_of",
        "people",
        "per",
        "person",
        "place",
        "plain",
        "platform",
        "plural",
        "region",
        "role",
        "sex",
        "state",
        "survivor",
        "target",
        "type",
        "unit",
        "unnamed",
        "weak",
        "wages",
        "wields",
    ]
)


class Line(NamedTuple):
    where: str
    cls: str
    value: str
    sg: list[str]
    pl: list[str]
    attrs: dict[str, str]


def _words(cell: str) -> list[str]:
    return [part.strip() for part in cell.split("|") if part.strip()]


def _attrs(cell: str) -> dict[str, str]:
    return dict(part.split("=", 1) for part in cell.split(";") if part)


def _lines(name: str) -> Iterator[Line]:
    for number, text in enumerate((LEXICON / f"{name}.tsv").read_text("utf-8").splitlines(), 1):
        if number > 1 and text and not text.startswith("#"):
            cls, value, sg, pl, attrs, _ = text.split("\t")
            yield Line(f"{name}.tsv:{number}", cls, value, _words(sg), _words(pl), _attrs(attrs))


def _allowed() -> dict[str, set[str]]:
    """The values of each class; an empty set is a class whose values are identifiers."""
    v = vocab.load()
    return {
        "weapon": set(v.weapons), "target": set(v.targets), "group": set(v.groups), "casualty": set(v.outcomes),
        "role": set(v.roles), "title": set(v.titles), "force": set(v.forces), "source": set(v.source_kinds), "organ": set(v.source_kinds),
        "placecue": set(v.levels), "direction": set(v.relations), "actor": set(), "demonym": set(), "person": set(),
        "given": {"m", "f", "u"}, "namepart": {"kunya", "ibn", "al", "foreign"},
    }  # fmt: skip


def _value_is_good(line: Line) -> bool:
    if line.cls in ("actor", "person"):
        return line.value.startswith(line.cls + ":")
    if line.cls == "demonym":
        prefixes = ("actor:", "people:", "region:")
        return line.value.startswith(prefixes) or (len(line.value) == 2 and line.value.isupper())
    return line.value in _allowed()[line.cls]


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("kinds", KINDS), ("weapons", WEAPONS), ("targets", TARGETS), ("groups", GROUPS), ("acts", ACTS),
        ("statuses", STATUSES), ("outcomes", OUTCOMES), ("levels", LEVELS), ("flags", "machine_translated mixed_script"),
        ("effects", "hit damaged destroyed"),
    ],
)  # fmt: skip
def test_every_id_of_the_contract_is_a_term_in_order(name: str, ids: str) -> None:
    found = list(getattr(vocab.load(), name))
    assert found[: len(ids.split())] == ids.split()


def test_every_term_has_labels_and_a_definition() -> None:
    v = vocab.load()
    for name in vocab.Vocab.__slots__:
        for key, term in getattr(v, name).items():
            assert term.id == key
            assert term.definition.endswith("."), (name, key)
            assert term.en.strip(), (name, key)
            assert term.en.isascii(), (name, key)
            assert not term.ar.isascii(), (name, key)


def test_labels_of_a_list_differ() -> None:
    v = vocab.load()
    for name in vocab.Vocab.__slots__:
        for language in ("en", "ar"):
            labels = Counter(getattr(term, language) for term in getattr(v, name).values())
            assert [label for label, count in labels.items() if count > 1] == [], name


def test_kinds_name_acled_and_plover_as_they_do() -> None:
    for kind in vocab.load().kinds.values():
        assert kind.acled == "" or kind.acled in ACLED, kind.id
        assert kind.plover_event == "" or kind.plover_event in PLOVER.split(), kind.id
        assert kind.plover_event or not kind.plover_mode, kind.id


def test_families_are_in_order() -> None:
    assert vocab.load().families() == ("violence", "harm", "dealings")
    assert vocab.load().kinds["air_strike"].family == "violence"


def test_the_vocabulary_is_frozen_and_cached() -> None:
    assert vocab.load() is vocab.load()
    with pytest.raises(TypeError):
        vocab.load().kinds["new"] = vocab.load().kinds["attack"]  # type: ignore[index]


@pytest.mark.parametrize("name", FILES)
def test_every_line_has_six_columns_and_says_something(name: str) -> None:
    text = (LEXICON / f"{name}.tsv").read_text("utf-8")
    header, *rest = text.splitlines()
    assert header.split("\t") == COLUMNS
    assert [line for line in rest if not line.startswith("#") and line.count("\t") != 5] == []
    assert [line.where for line in _lines(name) if not {*line.sg, *line.pl} - CODES] == []
    assert text.endswith("\n")
    assert "\r" not in text
    assert "  " not in text


@pytest.mark.parametrize("name", FILES)
def test_every_class_value_and_attribute_is_known(name: str) -> None:
    classes = _allowed()
    assert [line.where for line in _lines(name) if line.cls not in classes] == []
    assert [line.where for line in _lines(name) if not _value_is_good(line)] == []
    assert [(line.where, key) for line in _lines(name) for key in line.attrs if key not in ATTRIBUTES] == []


def test_other_readings_are_values_of_the_same_class() -> None:
    lists = _allowed()
    for name in FILES:
        for line in _lines(name):
            for other in line.attrs.get("alt", "").split(",") if "alt" in line.attrs and lists[line.cls] else ():
                assert other in lists[line.cls], line.where
                assert other != line.value, line.where


def test_roles_types_and_countries_of_named_people_and_actors_are_known() -> None:
    v = vocab.load()
    for line in [*_lines("actors"), *_lines("names")]:
        if line.cls == "actor":
            assert line.attrs["type"] in v.forces, line.where
        if line.cls == "person":
            assert line.attrs["id"] == line.value, line.where
            assert line.attrs["role"] in v.roles, line.where
        if line.cls in ("actor", "person"):
            assert line.attrs["name"], line.where
            assert re.fullmatch("[A-Z][A-Z]", line.attrs.get("country", "XX")), line.where


def test_one_id_has_one_name() -> None:
    names: dict[str, set[str]] = {}
    for line in [*_lines("actors"), *_lines("names")]:
        if line.cls in ("actor", "person"):
            names.setdefault(line.value, set()).add(line.attrs["name"])
    assert {key: found for key, found in names.items() if len(found) > 1} == {}


def test_actors_of_demonyms_are_actors() -> None:
    actors = {line.value for line in _lines("actors")}
    assert [line.where for line in _lines("demonyms") if line.attrs.get("actor", "actor:un") not in actors] == []
    assert [line.where for line in _lines("actors") if line.attrs.get("part_of", "actor:un") not in actors] == []


@pytest.mark.parametrize("name", FILES)
def test_no_word_stands_twice_in_a_class(name: str) -> None:
    seen: dict[tuple[str, str], str] = {}
    for line in _lines(name):
        for word in dict.fromkeys(w for w in [*line.sg, *line.pl] if w not in CODES):
            key = (line.cls, fold(word.replace("+", "")))
            assert key not in seen, f"{line.where}: {word} is also at {seen[key]}"
            seen[key] = line.where


@pytest.mark.parametrize("name", FILES)
def test_codes_and_agreement_marks_stand_where_they_mean_something(name: str) -> None:
    for line in _lines(name):
        assert not CODES & set(line.sg), line.where
        assert line.sg or not CODES & set(line.pl), line.where
        if "inv" in line.attrs:
            assert not any("+" in word for word in [*line.sg, *line.pl]), line.where
        assert not any("+" in word for word in line.pl if word not in CODES), line.where


def test_every_target_kind_has_four_words_and_every_weapon_kind_three() -> None:
    targets = Counter[str]()
    weapons = Counter[str]()
    for line in _lines("targets"):
        targets[line.value] += len(line.sg)
    for line in _lines("weapons"):
        weapons[line.value] += len(line.sg)
    assert [kind for kind in vocab.load().targets if targets[kind] < 4] == []
    assert [kind for kind in vocab.load().weapons if weapons[kind] < 3] == []


@pytest.mark.parametrize(
    ("name", "word", "cls", "value"),
    [
        ("weapons", "قنبلة انزلاق", "weapon", "glide_bomb"),
        ("weapons", "زنانة", "weapon", "drone"),
        ("weapons", "غاز مسيل للدموع", "weapon", "other"),
        ("targets", "مركز تسوق", "target", "shopping_centre"),
        ("targets", "كتلة شقق", "target", "residential"),
        ("groups", "زلمة", "group", "person"),
        ("groups", "شهيد", "casualty", "killed"),
        ("actors", "الخوذ البيضاء", "actor", "actor:white-helmets"),
        ("actors", "مليشيا آل دقلو", "actor", "actor:rsf"),
        ("names", "زيلنسكي", "person", "person:volodymyr-zelensky"),
        ("names", "Zelensky", "person", "person:volodymyr-zelensky"),
        ("names", "عمروف", "person", "person:rustem-umerov"),
        ("demonyms", "أوكراني", "demonym", "UA"),
        ("sources", "شاهد عيان", "source", "witness"),
        ("placecues", "ضيعة", "placecue", "settlement"),
        ("roles", "العمدة بالنيابة", "role", "mayor"),
    ],
)
def test_words_that_must_be_there(name: str, word: str, cls: str, value: str) -> None:
    article = "ال"
    wanted = {fold(word), fold(word.removeprefix(article))}
    found = {
        (line.cls, line.value)
        for line in _lines(name)
        if wanted & {fold(w.replace("+", "")) for w in [*line.sg, *line.pl]}
    }
    assert (cls, value) in found
