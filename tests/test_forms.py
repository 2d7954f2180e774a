"""Forms: the endings, articles and pronouns that one singular and one plural stand for, as texts write them."""

from __future__ import annotations

import pytest

from waqai.match.lattice import scan
from waqai.packs.fold import fold
from waqai.packs.forms import fixed_forms, plural_forms, singular_forms
from waqai.packs.pack import load_settings
from waqai.text.text import make_text

NOUN = load_settings().noun


def singular(phrase: str) -> set[tuple[str, str]]:
    return set(singular_forms(fold(phrase), NOUN))


def plural(code: str, *singulars: str) -> set[tuple[str, str]]:
    return set(plural_forms(fold(code), [fold(s) for s in singulars], NOUN))


def read(words: str, cls: str) -> set[tuple[str, str, str]]:
    """(value, form, lead) of the hits of a class that cover all the words."""
    lattice = scan(make_text(words))
    size = len(lattice.text.tokens)
    return {(h.entry.value, h.form, h.lead) for h in lattice.at(0) if h.entry.cls == cls and h.end == size}


@pytest.mark.parametrize(
    ("phrase", "form", "inflection"),
    [
        ("قنبلة", "قنبلة", "sg"),
        ("قنبلة", "قنبلتان", "du"),
        ("قنبلة", "قنبلتين", "du"),
        ("قنبلة", "قنبلتها", "sg.o"),
        ("صاروخ", "صاروخا", "sg"),
        ("صاروخ", "صاروخه", "sg.o"),
        ("قنبلة انزلاقية+", "قنبلة الانزلاقية", "sg"),
        ("قنبلة انزلاقية+", "قنبلتان انزلاقيتان", "du"),
        ("قنبلة انزلاقية+", "قنبلتين انزلاقيتين", "du"),
        ("محطة وقود", "محطة الوقود", "sg"),
        ("محطة وقود", "محطتا وقود", "du"),
        ("محطة وقود", "محطتي الوقود", "du"),
        ("صاروخ باليستي+", "صاروخا باليستيا", "sg"),
        ("صاروخ باليستي+", "صاروخان باليستيان", "du"),
    ],
)
def test_a_singular_stands_for_its_cases_duals_and_pronouns(phrase: str, form: str, inflection: str) -> None:
    assert (fold(form), inflection) in singular(phrase)


@pytest.mark.parametrize("form", ["قنبلةا", "القنبلة", "قنبلة وانزلاقية"])
def test_what_is_no_form_of_a_noun_is_not_made(form: str) -> None:
    assert fold(form) not in {spelling for spelling, _ in singular("قنبلة")}


@pytest.mark.parametrize(
    ("code", "of", "form", "inflection"),
    [
        ("+un", "مهندس", "مهندسون", "pl"),
        ("+un", "مهندس", "مهندسين", "pl"),
        ("+un", "مهندس", "مهندسو", "pl"),
        ("+un", "مهندس", "مهندسي", "pl"),
        ("+un", "مهندس", "مهندسوها", "pl.o"),
        ("+at", "سيارة", "سيارات", "pl"),
        ("+at", "سيارة", "سياراتهم", "pl.o"),
        ("قنابل", "قنبلة", "قنابل", "pl"),
        ("قنابل", "قنبلة", "قنابلها", "pl.o"),
        ("محطات وقود", "محطة وقود", "محطات الوقود", "pl"),
    ],
)
def test_a_plural_is_written_out_or_made_by_its_code(code: str, of: str, form: str, inflection: str) -> None:
    assert (fold(form), inflection) in plural(code, of)


def test_a_fixed_phrase_has_one_form_and_one_after_to() -> None:
    assert list(fixed_forms(fold("الصليب الأحمر"), NOUN)) == [
        (fold("الصليب الأحمر"), ""),
        (fold("للصليب الأحمر"), "to"),
    ]
    assert list(fixed_forms(fold("حماس"), NOUN)) == [(fold("حماس"), "")]


@pytest.mark.parametrize(
    ("words", "cls", "value", "form", "lead"),
    [
        ("قنبلتين انزلاقيتين", "weapon", "glide_bomb", "du", ""),
        ("والقنابل الانزلاقية", "weapon", "glide_bomb", "pl", "وال"),
        ("بصاروخين باليستيين", "weapon", "ballistic_missile", "du", "ب"),
        ("للمدرسة", "target", "school", "sg", "لل"),
        ("محطتي وقود", "target", "fuel_station", "du", ""),
        ("مدرستهم", "target", "school", "sg.o", ""),
        ("جنديان", "group", "soldier", "du", ""),
        ("والجنود", "group", "soldier", "pl", "وال"),
        ("صحفيون", "group", "journalist", "pl", ""),
        ("طفلتان", "group", "child", "du", ""),
    ],
)
def test_an_inflected_word_is_found_with_its_form_and_proclitics(
    words: str, cls: str, value: str, form: str, lead: str
) -> None:
    assert (value, form, lead) in read(words, cls)


def test_a_pronoun_does_not_stand_after_the_article() -> None:
    assert not read("المدرستهم", "target")


@pytest.mark.parametrize(
    ("word", "person", "lead", "pronoun"),
    [
        ("قصفها", "past.3ms", "", True),
        ("سيقصفون", "pres.3mp", "س", False),
        ("فاستهدفت", "past.3fs", "ف", False),
        ("وقصفوهم", "past.3mp", "و", True),
        ("وسيقصف", "pres.3ms", "وس", False),
    ],
)
def test_a_verb_is_found_with_its_person_proclitics_and_pronoun(
    word: str, person: str, lead: str, pronoun: bool
) -> None:
    found = {(form[:8], form.endswith(".o"), lead) for value, form, lead in read(word, "verb") if value == "hit"}
    assert (person, pronoun, lead) in found


def test_a_short_word_is_not_cut_for_a_proclitic() -> None:
    assert not [hit for hit in scan(make_text("كبير")).at(0) if hit.lead]


def test_a_hamza_at_the_end_takes_a_seat_before_a_pronoun() -> None:
    for word in ("لقائه", "لقاؤه", "اعتدائهم", "شهدائنا"):
        hits = scan(make_text(word)).at(0)
        assert any(hit.form.endswith(".o") for hit in hits), word
