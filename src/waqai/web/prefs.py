"""What a person set for their screen: language, digits, light or dark. Kept in cookies that say nothing else."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.requests import Request

CHOICES = {"lang": ("en", "ar"), "digits": ("latn", "arab"), "theme": ("auto", "light", "dark")}
_YEAR = 365 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Prefs:
    """Each one of CHOICES."""

    lang: str = "en"
    digits: str = "latn"
    theme: str = "auto"

    @property
    def dir(self) -> str:
        """The direction of the interface."""
        return "rtl" if self.lang == "ar" else "ltr"


def prefs_of(request: Request) -> Prefs:
    """What the cookies say; the language of the browser where they do not."""
    said = {name: request.cookies.get(f"waqai_{name}", "") for name in CHOICES}
    known = {name: value for name, value in said.items() if value in CHOICES[name]}
    if "lang" not in known:
        known["lang"] = _accepted(request.headers.get("accept-language", ""))
    return Prefs(**known)


def cookie_of(name: str, value: str) -> dict[str, object] | None:
    """The cookie that keeps a choice; None when it is none."""
    if value not in CHOICES.get(name, ()):
        return None
    return {"key": f"waqai_{name}", "value": value, "max_age": _YEAR, "samesite": "lax", "path": "/"}


def _accepted(header: str) -> str:
    """The first language of the header that there is."""
    wanted = (part.partition(";")[0].strip().lower()[:2] for part in header.split(","))
    return next((lang for lang in wanted if lang in CHOICES["lang"]), "en")
