"""Templates to pages: every word that comes out of one is escaped, and speaks the reader's language."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined

from waqai import __version__
from waqai.web.view.telling import tell_page
from waqai.web.view.voice import Voice

if TYPE_CHECKING:
    from waqai.web.call import Call


def environment() -> Environment:
    """The templates of the app."""
    return Environment(
        loader=PackageLoader("waqai.web", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )


def render(call: Call, template: str, context: dict[str, object]) -> str:
    """The text of a page."""
    voice = Voice(call.prefs)
    request = call.request
    shared = {
        "v": voice,
        "t": voice.t,
        "tell": partial(tell_page, voice),
        "who": call.who,
        "may": call.may,
        "prefs": call.prefs,
        "settings": call.site.settings,
        "here": request.url.path + (f"?{request.url.query}" if request.url.query else ""),
        "at": request.url.path,
        "version": __version__,
    }
    return call.site.templates.get_template(template).render(shared | context)
