"""How well records agree with annotations: the same measures as the project's own scorer."""

from waqai.evaluate.load import load_records
from waqai.evaluate.measures import Figures, Score, score
from waqai.evaluate.values import SLOTS

__all__ = ["SLOTS", "Figures", "Score", "load_records", "score"]
