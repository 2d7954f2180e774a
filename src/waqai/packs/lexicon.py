"""The lexicon of a pack: every inflected surface form with the entry and inflection it stands for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from waqai.errors import PackError
from waqai.model.mention import Entry
from waqai.packs.fold import fold
from waqai.packs.forms import NounTable, fixed_forms, plural_forms, singular_forms
from waqai.packs.pack import PackSettings, load_settings
from waqai.packs.tables import Row, alternatives, attributes, read_rows

NOUN_COLUMNS = ("class", "value", "sg", "pl", "attrs", "note")
VERB_COLUMNS = ("class", "value", "lemma", "root", "wazn", "attrs", "note")
FORM_COLUMNS = ("lemma", "root", "form", "features")

Sense = tuple[int, str]


@dataclass(slots=True)
class Lexicon:
    """``senses`` maps a folded form to (entry number, inflection) pairs; ``kinds`` gives each entry's proclitic class."""

    entries: list[Entry] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    senses: dict[str, list[Sense]] = field(default_factory=dict)

    def add(self, entry: Entry, kind: str, forms: Iterator[tuple[str, str]]) -> None:
        """Register an entry under each of its folded forms."""
        number = len(self.entries)
        self.entries.append(entry)
        self.kinds.append(kind)
        for form, inflection in forms:
            senses = self.senses.setdefault(form, [])
            if (number, inflection) not in senses:
                senses.append((number, inflection))


def load_lexicon(language: str = "ar") -> Lexicon:
    """The whole lexicon of a pack, one for all who ask. Raises PackError with every problem found."""
    return lexicon_of(language)


@cache
def lexicon_of(language: str) -> Lexicon:
    """The lexicon of ``language``, kept once it is made (a cache keeps a second one for a default)."""
    settings = load_settings(language)
    lexicon, problems = Lexicon(), list[str]()
    for path in sorted((settings.folder / "lexicon").glob("*.tsv")):
        if path.name != "verbs.tsv":
            _add_nouns(lexicon, path, settings, problems)
    _add_verbs(lexicon, settings, problems)
    if problems:
        raise PackError(problems)
    return lexicon


def _add_nouns(lexicon: Lexicon, path: Path, settings: PackSettings, problems: list[str]) -> None:
    for row in read_rows(path, NOUN_COLUMNS, problems):
        cells = row.cells
        attrs = attributes(cells["attrs"])
        singulars, plurals = _folded(cells["sg"]), _folded(cells["pl"])
        if not singulars and not plurals:
            problems.append(f"{row.where}: neither a singular nor a plural")
            continue
        lemma = (alternatives(cells["sg"]) or alternatives(cells["pl"]))[0].replace("+", "")
        entry = Entry(cells["class"], cells["value"], lemma, attrs)
        lexicon.add(entry, _kind(attrs), _noun_forms(singulars, plurals, attrs, settings.noun))


def _kind(attrs: dict[str, str]) -> str:
    if "lead" in attrs:
        return attrs["lead"]
    return "fixed" if "inv" in attrs and "noun" not in attrs else "noun"


def _folded(cell: str) -> list[str]:
    codes = ("+un", "+at")
    return [part if part in codes else fold(part) for part in alternatives(cell)]


def _noun_forms(
    singulars: list[str], plurals: list[str], attrs: dict[str, str], table: NounTable
) -> Iterator[tuple[str, str]]:
    if "inv" in attrs:
        for form in singulars:
            yield from fixed_forms(form, table)
        for form in plurals:
            yield from fixed_forms(form, table, "pl")
        return
    for phrase in singulars:
        yield from (f for f in singular_forms(phrase, table) if f[1] != "sg.o" or "plain" not in attrs)
    for phrase in plurals:
        yield from plural_forms(phrase, singulars, table)


def _add_verbs(lexicon: Lexicon, settings: PackSettings, problems: list[str]) -> None:
    generated: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for row in read_rows(settings.folder / "generated" / "verbs.tsv", FORM_COLUMNS, problems):
        cells = row.cells
        generated.setdefault((cells["lemma"], cells["root"]), []).append((cells["form"], cells["features"]))
    for row in read_rows(settings.folder / "lexicon" / "verbs.tsv", VERB_COLUMNS, problems):
        _add_verb(lexicon, row, generated, settings, problems)


def _add_verb(
    lexicon: Lexicon,
    row: Row,
    generated: dict[tuple[str, str], list[tuple[str, str]]],
    settings: PackSettings,
    problems: list[str],
) -> None:
    cells = row.cells
    forms = generated.get((fold(cells["lemma"]), fold(cells["root"])))
    if forms is None:
        problems.append(f"{row.where}: no generated forms for {cells['lemma']}; run scripts/build_verbs.py")
        return
    entry = Entry(cells["class"], cells["value"], cells["lemma"], attributes(cells["attrs"]))
    weak = cells["lemma"][-1] != fold(cells["lemma"])[-1]  # a letter that only ends words
    lexicon.add(entry, "verb", _verb_forms(forms, settings, pronouns="plain" not in entry.attrs, weak=weak))


def _verb_forms(
    forms: list[tuple[str, str]], settings: PackSettings, *, pronouns: bool, weak: bool
) -> Iterator[tuple[str, str]]:
    """Each form, and with an object pronoun (".o") for the persons that take one in news.

    ``weak``: the last letter of the past turns into another before a pronoun.
    """
    for form, features in forms:
        yield form, features
        bare = form[: -len(settings.plural_silent)] + settings.plural_bare
        stem = bare if form.endswith(settings.plural_silent) else form
        if stem != form:
            yield stem, features
        if weak and features.startswith("past.3ms"):
            stem = form[:-1] + settings.weak_ending
        if pronouns:
            yield from ((stem + pronoun, features + ".o") for pronoun in settings.object_pronouns)
