"""How the app speaks to one reader: its words, labels of the vocabulary, numbers, days and figures in their language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from waqai import vocab
from waqai.messages import fill, say
from waqai.web.prefs import Prefs
from waqai.web.strings import countries, lane_of, strings
from waqai.web.view.known import known_name

_ARABIC_INDIC = {ord("0") + digit: 0x660 + digit for digit in range(10)}


@dataclass(frozen=True, slots=True)
class Voice:
    """Bound to what the reader set."""

    prefs: Prefs

    def t(self, key: str, **parts: object) -> str:
        """The words of a key, its {parts} filled in; numbers in the digits the reader wants, their form by the part ``n``."""
        table, lang = strings(self.prefs.lang), self.prefs.lang
        if not parts:
            return self.num(table[key])
        return fill(
            table, say(key, **parts), lang, lambda part, _: self.num(part) if isinstance(part, int) else str(part)
        )

    def num(self, value: object) -> str:
        """A number, or any text with numbers in it."""
        text = f"{value:,}" if isinstance(value, int) else str(value)
        return text.translate(_ARABIC_INDIC) if self.prefs.digits == "arab" else text

    def label(self, name: str, key: str | None) -> str:
        """The label of an id in a list of the vocabulary; the id itself where the list has none."""
        terms = getattr(vocab.load(), name, {})
        if not key or key not in terms:
            return key or ""
        label: str = getattr(terms[key], self.prefs.lang)
        return label

    def country(self, code: str | None) -> str:
        """What a country is called; its code where it has no name."""
        names = countries().get((code or "").upper())
        return names[self.prefs.lang] if names else code or ""

    def lane(self, kind: str) -> str:
        """How a kind is drawn."""
        return lane_of(kind)

    def state(self, name: str) -> str:
        """The label of a state of review."""
        return self.t(f"state.{name}")

    def person(self, by: str) -> str:
        """Who did something: a name, or what the rules are called."""
        return self.t("person.rule") if by == "rule" else by.removeprefix("person:")

    def known(self, name: str) -> str:
        """A side or somebody by the name that the reader's language has for them."""
        return known_name(name, self.prefs.lang)

    def fields(self, names: Iterable[str]) -> str:
        """Fields of an event by the names that people read."""
        table = strings(self.prefs.lang)
        singular = (name if f"field.{name}" in table else name.removesuffix("s") for name in names)
        return self.t("sep.list").join(table.get(f"field.{name}", name) for name in singular)

    def scopes(self, names: Iterable[str]) -> str:
        """What a token may do."""
        return self.t("sep.list").join(self.t(f"scope.{name}") for name in names)

    def figure(self, low: int | None, high: int | None, *, approximate: bool = False) -> str:
        """A range: "3", "3–5", "3+", "~30"; nothing when nobody says."""
        if low is None:
            return ""
        about = "~" if approximate else ""
        said = f"{low:,}+" if high is None else f"{low:,}" if low == high else f"{low:,}–{high:,}"
        return self.num(about + said)

    def day(self, iso: str | None) -> str:
        """A day in words."""
        if not iso:
            return self.t("date.none")
        year, month, day = (int(part) for part in iso[:10].split("-"))
        return self.num(f"{day} {self.t(f'month.{month}')} {year}")

    def days(self, start: str | None, end: str | None) -> str:
        """A day, or from one to another, with what they share said once."""
        if not start or not end or start == end:
            return self.day(start)
        if start[:7] == end[:7]:
            return self.num(f"{int(start[8:10])}–{self.day(end)}")
        return f"{self.day(start)} – {self.day(end)}"

    def moment(self, at: str) -> str:
        """A moment, UTC, to the minute."""
        return f"{self.day(at)} {self.num(at[11:16])}" if at else ""

    def place(self, name: str | None, code: str | None) -> str:
        """A place with its country, as far as they are known; a country's name once."""
        country = self.country(code)
        known = (country,) if name == self.country(code) else (name, country)
        return self.t("sep.list").join(part for part in known if part)
