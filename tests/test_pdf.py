"""PDF files: glyphs at places come out as the words that a reader reads, and what is no text says so."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pdf_files import WIDTH, Piece, assemble, pdf, stream
from waqai.ingest import Failure, gather
from waqai.ingest.glyphs import Glyph, words
from waqai.model.capture import Gathered

RIGHT = 560.0


def read(tmp_path: Path, content: bytes) -> Gathered | Failure:
    path = tmp_path / "a.pdf"
    path.write_bytes(content)
    found = list(gather([path]))
    assert len(found) == 1
    assert isinstance(found[0], Gathered | Failure)
    return found[0]


def text_of(tmp_path: Path, pages: list[list[Piece]]) -> str:
    found = read(tmp_path, pdf(pages))
    assert isinstance(found, Gathered), found
    return found.reports[0].text


def drawn(*words_in_order: str, y: float = 700.0) -> list[Piece]:
    """Words from the right edge leftwards as a printer places them: each word's letters from left to right."""
    right, pieces = RIGHT, []
    for word in words_in_order:
        visual = word if word[0].isascii() and word[0].isalnum() else word[::-1]
        right -= WIDTH * len(word)
        pieces.append((right, y, visual))
        right -= WIDTH * 0.8
    return pieces


def test_arabic_drawn_from_left_to_right_is_read_from_right_to_left(tmp_path: Path) -> None:
    assert text_of(tmp_path, [drawn("قتل", "25", "مدنيا", "في", "إدلب")]) == "قتل 25 مدنيا في إدلب"


def test_figures_stay_beside_their_words_in_whatever_order_the_file_draws_them(tmp_path: Path) -> None:
    pieces = drawn("قتل", "25", "مدنيا", "وأصيب", "14", "آخرون")
    letters_first = [piece for piece in pieces if not piece[2].isdigit()] + [p for p in pieces if p[2].isdigit()]
    for order in (pieces, pieces[::-1], letters_first):
        assert text_of(tmp_path, [order]) == "قتل 25 مدنيا وأصيب 14 آخرون"


def test_shapes_of_letters_are_read_as_the_letters(tmp_path: Path) -> None:
    assert text_of(tmp_path, [[(RIGHT, 700, "\ufe90\ufedf\ufea9\ufe87")]]) == "إدلب"


@pytest.mark.parametrize("word", ["22/07/2025", "14:30", "Reuters", "12.5"])
def test_numbers_and_latin_words_are_not_turned_round(tmp_path: Path, word: str) -> None:
    assert text_of(tmp_path, [drawn("قالت", word, "أمس")]) == f"قالت {word} أمس"


def test_brackets_open_where_they_are_opened(tmp_path: Path) -> None:
    assert text_of(tmp_path, [[(400, 700, "سمأ (بلدإ) يف")]]) == "في (إدلب) أمس"


def test_lines_of_a_paragraph_are_joined_and_paragraphs_are_not(tmp_path: Path) -> None:
    pieces = [
        *drawn("قصفت", "الطائرات", "مدينة", "إدلب", y=700),
        *drawn("وقتل", "ثلاثة", "مدنيين", "أمس.", y=685),
        *drawn("وأصيب", "آخرون.", y=650),
    ]
    assert text_of(tmp_path, [pieces]) == "قصفت الطائرات مدينة إدلب وقتل ثلاثة مدنيين أمس.\n\nوأصيب آخرون."


def test_columns_stay_apart(tmp_path: Path) -> None:
    right = [(400.0, y, text) for y, text in ((700.0, "تفصق تارئاطلا"), (685.0, "ةنيدم بلدإ"))]
    left = [(100.0, y, text) for y, text in ((700.0, "لاقو عافدلا"), (685.0, "يندملا نإ"))]
    assert text_of(tmp_path, [right + left]).startswith("الطائرات قصفت")


def test_a_title_is_what_the_file_says_unless_it_is_a_files_name(tmp_path: Path) -> None:
    titles = {"تقرير": "تقرير", "report.docx": "", "Microsoft Word - x": ""}
    for said, title in titles.items():
        found = read(tmp_path, pdf([drawn("قتل")], title=said))
        assert isinstance(found, Gathered)
        assert found.reports[0].title == title


LOOP = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>"]
LOCK = "/Encrypt<</Filter/Standard/V 1/R 2/O<" + "00" * 32 + ">/U<" + "11" * 32 + ">/P -4>>/ID[<00><00>]"
BAD = {
    "no text": (pdf([[], []]), "no text in this PDF file"),
    "garbage": (b"%PDF-1.7\n" + bytes(range(256)) * 9, "not a sound PDF file"),
    "nothing": (b"", "not a sound PDF file"),
    "locked": (assemble([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>"], LOCK), "password"),
    "loop": (assemble(LOOP), "PDF"),
    "many pages": (
        assemble(
            [
                b"<</Type/Catalog/Pages 2 0 R>>",
                b"<</Type/Pages/Kids[%b]/Count 600>>" % (b"3 0 R " * 600),
                b"<</Type/Page/Parent 2 0 R>>",
            ]
        ),
        "600 pages; 500 at most",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_read_is_a_failure_with_its_reason(tmp_path: Path, name: str) -> None:
    content, reason = BAD[name]
    found = read(tmp_path, content)
    assert isinstance(found, Failure)
    assert reason in found.reason


def test_a_file_that_unpacks_without_end_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("waqai.ingest.pdf.MAX_UNPACKED", 1_000_000)
    bomb = stream(b"BT /F 12 Tf 10 10 Td (a) Tj ET\n" + b" " * 1_000_000)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>",
        bomb,
    ]
    found = read(tmp_path, assemble(objects))
    assert isinstance(found, Failure)
    assert found.reason == "a PDF file that unpacks to over 1,000,000 bytes"


ARABIC = st.text(st.sampled_from("ابتثجحخدذرزسشصضطظعغفقكلمنهوي"), min_size=1, max_size=9)
NUMBERS = st.integers(0, 99_999).map(str)


@given(st.lists(ARABIC | NUMBERS, min_size=1, max_size=9).filter(lambda said: not said[0].isdigit()))
def test_any_line_of_words_and_numbers_is_read_as_it_was_said(said: list[str]) -> None:
    glyphs: list[Glyph] = []
    for x, y, visual in drawn(*said):
        glyphs += [Glyph(c, x + n * WIDTH, x + (n + 1) * WIDTH, y, 12.0, len(glyphs) + n) for n, c in enumerate(visual)]
    assert words(glyphs, rtl=True) == " ".join(said)
