"""Why a request is not answered: a status, a code for programs, a message for people."""

from __future__ import annotations

from waqai.errors import Conflict, Missing, StoreError, WaqaiError
from waqai.messages import Message, say

NOT_FOUND = say("error.not_found")


class Refusal(WaqaiError):
    """Raised anywhere in a request; it becomes the one shape of error of the API, or a page."""

    def __init__(self, status: int, code: str, message: Message, detail: object = None) -> None:
        super().__init__(message)
        self.status, self.code, self.detail = status, code, detail


def not_found(message: Message = NOT_FOUND) -> Refusal:
    """There is no such thing, or it is not for whoever asks: the two look alike."""
    return Refusal(404, "not_found", message)


def refusal_of(error: WaqaiError) -> Refusal:
    """The refusal that an error of the program amounts to."""
    if isinstance(error, Refusal):
        return error
    if isinstance(error, Missing):
        return not_found(error.said)
    if isinstance(error, Conflict):
        return Refusal(409, "conflict", error.said)
    return Refusal(400 if isinstance(error, StoreError) else 422, "bad_request", error.said)
