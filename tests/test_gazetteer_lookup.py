"""Names in, places out: the spellings the press uses lead to the right coordinates."""

from __future__ import annotations

import pytest

from waqai.gazetteer import Context, Gazetteer, explain_place, load, rank
from waqai.packs.fold import fold


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load()


@pytest.mark.parametrize(
    ("name", "english", "country", "level", "lat", "lon"),
    [
        ("بوتيفل", "Putyvl", "UA", "settlement", 51.33, 33.87),
        ("سومي", "Sumy", "UA", "settlement", 50.92, 34.80),
        ("أوديسا", "Odesa", "UA", "settlement", 46.48, 30.73),
        ("أوديسّا", "Odesa", "UA", "settlement", 46.48, 30.73),
        ("كراماتورسك", "Kramatorsk", "UA", "settlement", 48.73, 37.57),
        ("كرامورسك", "Kramatorsk", "UA", "settlement", 48.73, 37.57),
        ("Kramatorsk", "Kramatorsk", "UA", "settlement", 48.73, 37.57),
        ("خاركيف", "Kharkiv", "UA", "settlement", 49.98, 36.25),
        ("خاركوف", "Kharkiv", "UA", "settlement", 49.98, 36.25),
        ("بوكروفسك", "Pokrovsk", "UA", "settlement", 48.28, 37.18),
        ("تشاسيف يار", "Chasiv Yar", "UA", "settlement", 48.59, 37.83),
        ("زابوريجيا", "Zaporizhzhia", "UA", "settlement", 47.85, 35.12),
        ("إسطنبول", "Istanbul", "TR", "settlement", 41.01, 28.95),
        ("اسطنبول", "Istanbul", "TR", "settlement", 41.01, 28.95),
        ("منطقة موسكو", "Moscow Oblast", "RU", "province", 55.15, 38.67),
        ("موسكو", "Moscow", "RU", "settlement", 55.75, 37.62),
        ("بيلغورود", "Belgorod", "RU", "settlement", 50.61, 36.58),
        ("الخرطوم", "Khartoum", "SD", "settlement", 15.55, 32.53),
        ("أم درمان", "Omdurman", "SD", "settlement", 15.64, 32.48),
        ("امدرمان", "Omdurman", "SD", "settlement", 15.64, 32.48),
        ("الفاشر", "El Fasher", "SD", "settlement", 13.63, 25.35),
        ("غزة", "Gaza", "PS", "settlement", 31.50, 34.47),
        ("قطاع غزة", "Gaza Strip", "PS", "region", 31.43, 34.37),
        ("خانيونس", "Khan Yunis", "PS", "settlement", 31.34, 34.31),
        ("مجمع الشفاء", "Al-Shifa Hospital", "PS", "site", 31.52, 34.44),
        ("رفح", "Rafah", "PS", "settlement", 31.30, 34.24),
        ("حلب", "Aleppo", "SY", "settlement", 36.20, 37.16),
        ("إدلب", "Idlib", "SY", "settlement", 35.93, 36.63),
        ("ادلب", "Idlib", "SY", "settlement", 35.93, 36.63),
        ("دير الزور", "Deir ez-Zor", "SY", "settlement", 35.34, 40.14),
        ("ديرالزور", "Deir ez-Zor", "SY", "settlement", 35.34, 40.14),
        ("الضاحية الجنوبية", "Dahieh", "LB", "neighbourhood", 33.85, 35.51),
        ("بنت جبيل", "Bint Jbeil", "LB", "settlement", 33.12, 35.43),
        ("صعدة", "Saada", "YE", "settlement", 16.94, 43.76),
        ("الحديدة", "Hodeidah", "YE", "settlement", 14.80, 42.95),
        ("بنغازي", "Benghazi", "LY", "settlement", 32.12, 20.07),
        ("الموصل", "Mosul", "IQ", "settlement", 36.34, 43.12),
        ("نطنز", "Natanz", "IR", "settlement", 33.51, 51.92),
        ("عسقلان", "Ashkelon", "IL", "settlement", 31.67, 34.57),
        ("سديروت", "Sderot", "IL", "settlement", 31.52, 34.60),
        ("كابول", "Kabul", "AF", "settlement", 34.53, 69.17),
        ("مقديشو", "Mogadishu", "SO", "settlement", 2.04, 45.34),
        ("كيدال", "Kidal", "ML", "settlement", 18.44, 1.41),
        ("أوكرانيا", "Ukraine", "UA", "country", 48.4, 31.8),
        ("فلسطين", "Palestine", "PS", "country", 31.9, 35.0),
        ("أمريكا", "United States", "US", "country", 38.5, -89.0),
        ("البحر الأسود", "Black Sea", None, "sea", 43.3, 34.5),
        ("دونباس", "Donbas", "UA", "region", 48.3, 38.2),
        ("القرم", "Autonomous Republic of Crimea", "UA", "province", 45.3, 34.3),
        ("الجولان", "Golan Heights", "SY", "region", 33.0, 35.75),
    ],
)
def test_a_bare_name_leads_to_its_best_known_place(
    name: str, english: str, country: str | None, level: str, lat: float, lon: float
) -> None:
    best = explain_place(name)[0].place
    assert (best.name, best.country, best.level) == (english, country, level)
    slack = 6.0 if level == "country" else 0.06
    assert abs(best.lat - lat) < slack
    assert abs(best.lon - lon) < slack


def test_spellings_fold_together(gazetteer: Gazetteer) -> None:
    assert gazetteer.lookup("أُودِيسَا") == gazetteer.lookup("اوديسا")
    assert gazetteer.lookup("إيفانو-فرانكيفسك")
    assert gazetteer.lookup("KRAMATORSK")


def test_the_article_may_be_missing_or_added(gazetteer: Gazetteer) -> None:
    assert {p.id for p in gazetteer.lookup("فاشر")} >= {p.id for p in gazetteer.lookup("الفاشر")}
    assert gazetteer.lookup("الباخموت")[0].name == "Bakhmut"


def test_an_unknown_name_has_no_places() -> None:
    assert explain_place("قثصضظغ") == []
    assert explain_place("") == []


@pytest.mark.parametrize("noun", ["مقاطعة", "منطقة", "إقليم", "محافظة", "أوبلاست", "ولاية"])
def test_every_generic_noun_makes_a_province(noun: str) -> None:
    best = explain_place(f"{noun} سومي")[0].place
    assert (best.name, best.level) == ("Sumy Oblast", "province")


def test_keys_and_places_share_indexes(gazetteer: Gazetteer) -> None:
    keys = gazetteer.keys()
    assert keys == sorted(keys)
    assert len(set(keys)) == len(keys)
    index = gazetteer.find(fold("بوتيفل"))
    assert index is not None
    assert keys[index] == gazetteer.key(index) == fold("بوتيفل")
    assert gazetteer.places(index)[0].name == "Putyvl"
    assert gazetteer.places(index) == gazetteer.lookup("بوتيفل")


def test_a_place_is_found_again_by_its_id(gazetteer: Gazetteer) -> None:
    found = gazetteer.lookup("مجمع الشفاء")[0]
    again = gazetteer.by_id(found.id)
    assert again is not None
    assert (again.row, again.name) == (found.row, found.name)
    assert gazetteer.by_id("geonames:1") is None
    assert gazetteer.at(found.admin1_row) == gazetteer.by_id(found.admin1_id or "")
    assert gazetteer.at(-1) is None


@pytest.mark.parametrize(
    "word", ["مدينة", "قرية", "صور", "الجمعة", "سلام", "بيان", "عام", "قوات", "حرب", "شرق", "اوباما", "الحكومة"]
)
def test_ordinary_words_are_no_names_without_a_cue(gazetteer: Gazetteer, word: str) -> None:
    index = gazetteer.find(fold(word))
    assert index is None or gazetteer.needs_cue(index)


def test_a_short_name_needs_a_cue() -> None:
    bare, cued = explain_place("قم")[0], rank(load().lookup("قم"), Context(level="settlement"))[0]
    assert bare.place.needs_cue
    assert bare.score < 0.3 < 0.8 < cued.score
    assert (cued.place.name, cued.place.country) == ("Qom", "IR")
