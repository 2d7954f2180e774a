"""Messages in a reader's language: each value as its template asks for it, names kept apart from the words around them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup, escape

from waqai import vocab
from waqai.gazetteer import load
from waqai.messages import PLAIN, Message, fill, listed
from waqai.web.strings import ENGLISH, labels, rules, said, strings
from waqai.web.view.voice import Voice

Wrap = Callable[[str, str], str]
_JOINS = {"list": "list", "and": "list", "or": "or", "also": "also"}


def tell(voice: Voice, message: Message) -> str:
    """The words of a message, as text."""
    return _Telling(voice, lambda text, _how: text).tell(message)


def tell_page(voice: Voice, message: Message) -> Markup:
    """The words of a message for a page: escaped, with names and ids as elements that do not disturb the line."""
    return Markup(_Telling(voice, _element).tell(message))


def _element(text: str, how: str) -> str:
    if how == PLAIN:
        return str(Markup('<span lang="en" dir="ltr">{}</span>').format(text))
    if how == "code":
        return str(Markup('<code dir="ltr">{}</code>').format(text))
    return str(Markup("<bdi>{}</bdi>").format(text)) if how == "name" else str(escape(text))


@dataclass(frozen=True, slots=True)
class _Telling:
    """``wrap(text, how)``: a value's words as they stand in the line; ``how``: "name", "code", PLAIN or "words"."""

    voice: Voice
    wrap: Wrap

    def tell(self, message: Message) -> str:
        lang = self.voice.prefs.lang
        if message.code == PLAIN:
            return self.wrap(str(message.parts["words"]), "words" if lang == ENGLISH else PLAIN)
        return fill(said(lang), _known(message), lang, self._show)

    def _show(self, value: Any, how: str) -> str:
        if isinstance(value, Message):
            return self.tell(value)
        if isinstance(value, tuple | list):
            return self._list(value, how)
        if isinstance(value, int | float):
            return self.wrap(self.voice.num(format(value, how) if how else value), "words")
        return self._word(str(value), how) if value not in (None, "") else ""

    def _list(self, values: tuple[Any, ...] | list[Any], how: str) -> str:
        inner = "" if how in _JOINS else how
        t = self.voice.t
        items = [each for each in (self._show(value, inner) for value in values) if each]
        return listed(items, t(f"sep.{_JOINS.get(how, 'list')}"), t("sep.and") if how == "and" else "")

    def _word(self, text: str, how: str) -> str:
        if how in ("", "code", "digits", "quoted"):
            shown = (
                self.voice.t("sep.quoted", words=text) if how == "quoted" else text if how else self.voice.known(text)
            )
            return self.wrap(self.voice.num(shown) if how == "digits" else shown, how if how == "code" else "name")
        named = _NAMED.get(how)
        label = named(self.voice, text) if named else self._label(text, how)
        return self.wrap(label, "words") if label is not None else self.wrap(text, "code")

    def _label(self, text: str, how: str) -> str | None:
        terms = getattr(vocab.load(), how, None)
        if terms is not None:
            return self.voice.label(how, text) if text in terms else None
        key, lang = f"{how}.{text}", self.voice.prefs.lang
        return labels(lang).get(key) or strings(lang).get(key)


def _known(message: Message) -> Message:
    """With the place that it names: by its id, where it has one, else by its name."""
    parts = message.parts
    return Message(message.code, parts | {"place": parts.get("id") or parts.get("row") or parts.get("name")})


def _row(voice: Voice, text: str) -> str:
    """What a place of the index is called; the text itself where it is none."""
    row = load().by_id(text)
    if row is None:
        return text
    return (row.name_ar if voice.prefs.lang == "ar" else "") or row.name


def _area(voice: Voice, text: str) -> str:
    """What the province of a place of the index is called."""
    row = load().by_id(text)
    return _row(voice, row.admin1_id) if row is not None and row.admin1_id else ""


def _trigger(voice: Voice, text: str) -> str:
    """What a frame makes: a kind of event, or harm."""
    return voice.label("kinds", text) if text in vocab.load().kinds else voice.label("outcomes", text)


def _side(voice: Voice, text: str) -> str | None:
    """A side of a comparison: a country's code, the id of an actor, or words."""
    if text.startswith("actor:"):
        return None
    return voice.country(text) if len(text) == 2 and text.isascii() else text


_NAMED: dict[str, Callable[[Voice, str], str | None]] = {
    "country": lambda voice, text: voice.country(text),
    "day": lambda voice, text: voice.day(text),
    "row": _row,
    "area": _area,
    "trigger": _trigger,
    "side": _side,
    "sides": _side,
    "rule_why": lambda voice, text: rules(voice.prefs.lang).get(text, ""),
}
