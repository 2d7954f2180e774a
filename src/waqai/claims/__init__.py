"""Records to claims: every value of every event by itself, with its words, its rule and its claimant."""

from waqai.claims.make import FIELDS, claims_of

__all__ = ["FIELDS", "claims_of"]
