"""PDF files that tests make themselves: glyphs at places with a table of what they mean, as a printer's file has them."""

from __future__ import annotations

import zlib

Piece = tuple[float, float, str]  # x, y in points; the characters as they are drawn, from left to right
WIDTH = 6.0  # points of each character: 0.5 em at 12 points


def pdf(pages: list[list[Piece]], title: str = "", extra: str = "") -> bytes:
    """One page for each list of pieces; a page without pieces is blank."""
    chars = sorted({char for pieces in pages for _, _, drawn in pieces for char in drawn})
    code = {char: number + 33 for number, char in enumerate(chars)}
    kids = " ".join(f"{5 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        f"<</Type/Catalog/Pages 2 0 R {extra}>>".encode(),
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>".encode(),
        f"<</Type/Font/Subtype/TrueType/BaseFont/Drawn/FirstChar 33/LastChar {32 + len(chars)}"
        f"/Widths[{' '.join(['500'] * len(chars))}]/ToUnicode 4 0 R>>".encode(),
        stream(_meanings(code)),
    ]
    for number, pieces in enumerate(pages):
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F 3 0 R>>>>/Contents {6 + 2 * number} 0 R>>".encode()
        )
        drawn = "".join(
            f"BT /F 12 Tf {x} {y} Td <{''.join(f'{code[c]:02x}' for c in text)}> Tj ET\n" for x, y, text in pieces
        )
        objects.append(stream(drawn.encode()))
    if title:
        objects.append(f"<</Title <feff{title.encode('utf-16-be').hex()}>>>".encode())
    return assemble(objects, f"/Info {len(objects)} 0 R" if title else "")


def stream(content: bytes) -> bytes:
    packed = zlib.compress(content)
    return b"<</Filter/FlateDecode/Length %d>>stream\n%b\nendstream" % (len(packed), packed)


def assemble(objects: list[bytes], trailer: str = "") -> bytes:
    body = bytearray(b"%PDF-1.7\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = len(body)
    body += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    body += b"".join(b"%010d 00000 n \n" % place for place in places)
    body += f"trailer<</Size {len(objects) + 1}/Root 1 0 R{trailer}>>\nstartxref\n{table}\n%%EOF\n".encode()
    return bytes(body)


def _meanings(code: dict[str, int]) -> bytes:
    pairs = "".join(f"<{number:02x}> <{char.encode('utf-16-be').hex()}>\n" for char, number in code.items())
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /M def /CMapType 2 def\n"
        f"1 begincodespacerange <00> <ff> endcodespacerange\n{len(code)} beginbfchar\n{pairs}endbfchar\n"
        "endcmap CMapName currentdict /CMap defineresource pop end end"
    ).encode()
