"""Every page: its method, its address, the right it needs, and what answers it."""

from __future__ import annotations

from starlette.responses import Response

from waqai.web.access import OPEN
from waqai.web.call import Call, Work
from waqai.web.pages import (
    account,
    adding,
    changed,
    desk,
    exports,
    gold,
    incident,
    incidents,
    people,
    report,
    review,
    search,
)


def _front(call: Call) -> Response:
    return call.go("/incidents")


PAGES: tuple[tuple[str, str, str, Work], ...] = (
    ("GET", "/", OPEN, _front),
    ("GET", "/incidents", "look", incidents.incidents),
    ("GET", "/changed", "look", changed.changed),
    ("GET", "/incidents/{incident}", "look", incident.incident),
    ("GET", "/incidents/{incident}/changed", "look", changed.changed_incident),
    ("GET", "/incidents/{incident}/card", "look", incident.card),
    ("GET", "/incidents/{incident}/sheet", "review", review.sheet),
    ("GET", "/reports/{report}", "read", report.report),
    ("GET", "/reports/{report}/original", "read", report.original),
    ("GET", "/reports/{report}/why/{event}", "read", report.why),
    ("GET", "/review", "review", review.review),
    ("GET", "/search", "read", search.search),
    ("GET", "/add", "add", adding.page),
    ("POST", "/add", "add", adding.start),
    ("GET", "/add/{job}", "add", adding.job),
    ("GET", "/export/{form}", "export", exports.export),
    ("GET", "/gold/{file}", "export", gold.gold),
    ("GET", "/coverage", "read", desk.coverage),
    ("GET", "/decisions", "read", desk.decisions),
    ("GET", "/mine", "own", account.mine),
    ("POST", "/views", "own", account.keep_view),
    ("POST", "/views/{view}/forget", "own", account.forget_view),
    ("POST", "/tokens", "own", account.make_token),
    ("POST", "/tokens/{token}/revoke", "own", account.drop_token),
    ("POST", "/password", "own", account.change_password),
    ("GET", "/people", "people", people.people),
    ("POST", "/people", "people", people.let_in),
    ("POST", "/people/{name}", "people", people.change),
    ("POST", "/invitations/{invitation}/withdraw", "people", people.call_back),
    ("GET", "/login", OPEN, account.login_page),
    ("POST", "/login", OPEN, account.login),
    ("POST", "/logout", OPEN, account.logout),
    ("GET", "/join/{secret}", OPEN, account.join_page),
    ("POST", "/join/{secret}", OPEN, account.join_team),
    ("POST", "/screen", OPEN, account.screen),
)
