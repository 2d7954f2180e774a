"""A text with its folded form, tokens and sentences, and the way back to the source."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter

from waqai.model.mention import Token, Words
from waqai.model.span import Span
from waqai.model.value import Value
from waqai.text import sentences, tokens
from waqai.text.fold import fold_with_map

_TIE = "_"


class Text(Value, frozen=True):
    """``source`` as it came, ``norm`` as it is matched. ``sentences`` are half-open token ranges, ``marks`` the tokens that
    are neither words nor numbers. ``counts`` keeps how often each is told, once it was asked for.
    """

    source: str
    norm: str
    tokens: tuple[Token, ...]
    sentences: tuple[tuple[int, int], ...]
    marks: tuple[int, ...]
    starts: list[int]
    ends: list[int]
    counts: dict[str, int]

    def recurs(self, word: str) -> bool:
        """Is a token with this folded text told more than once?"""
        if not self.counts:
            self.counts.update(Counter([token.text for token in self.tokens]))
        return self.counts.get(word, 0) > 1

    def tied(self, index: int) -> bool:
        """Is the token one word of a tag of several ("#Word_word")?"""
        token, norm = self.tokens[index], self.norm
        return norm[token.start - 1 : token.start] == _TIE or norm[token.end : token.end + 1] == _TIE

    def opens(self, index: int) -> bool:
        """Does a sentence begin at token ``index``?"""
        at = bisect_left(self.sentences, (index,))
        return at < len(self.sentences) and self.sentences[at][0] == index

    def sentence_of(self, index: int) -> tuple[int, int]:
        """The tokens of the sentence that holds token ``index``."""
        return self.sentences[bisect_left(self.sentences, (index + 1,)) - 1]

    def marks_within(self, first: int, last: int) -> tuple[int, ...]:
        """The marks among tokens ``[first, last)``."""
        low = bisect_left(self.marks, first)
        return self.marks[low : bisect_left(self.marks, last, low)]

    def span(self, first: int, last: int) -> Span:
        """The source span of tokens ``first``..``last`` (half-open)."""
        return Span(self.starts[self.tokens[first].start], self.ends[self.tokens[last - 1].end - 1])

    def span_within(self, first: int, last: int, skip: int) -> Span:
        """As ``span``, but without the first ``skip`` folded characters (proclitics) of the first token."""
        return Span(self.starts[self.tokens[first].start + skip], self.ends[self.tokens[last - 1].end - 1])

    def words(self, first: int, last: int, skip: int = 0) -> Words:
        """The source words of tokens ``first``..``last``, without ``skip`` leading folded characters."""
        span = self.span_within(first, last, skip)
        return Words(self.source[span.start : span.end], span)


def make_text(source: str) -> Text:
    """Fold, tokenise and split ``source``; never changes it."""
    folded = fold_with_map(source)
    found = tokens.tokenise(folded.norm)
    marks = tuple([at for at, token in enumerate(found) if token.kind == "punct"])
    ranges = sentences.split(folded.norm, found, marks)
    return Text(source, folded.norm, found, ranges, marks, folded.starts, folded.ends, {})
