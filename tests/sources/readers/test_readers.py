"""The way into the readers: files, bytes, texts, and what is refused."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from sources.errors import Empty, NotAFile, NoText, NotFound, NotReadable, SourceError, TooLarge
from sources.limits import MAX_FILE_BYTES
from sources.readers import read_bytes, read_path


def test_a_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "note.txt"
    path.write_text("Ferry news\n\nThe ferry runs again.\n", encoding="utf-8")

    read = read_path(path)

    assert read.text == "Ferry news\n\nThe ferry runs again."
    assert read.reader == "text/1"


def test_the_encoding_is_part_of_the_readers_name_where_it_had_to_be_inferred() -> None:
    read = read_bytes("The café was flooded, and nobody was in it.".encode("cp1252"), "note.txt")

    assert read.reader == "text/1 windows-1252"


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match=r"nothing\.txt does not exist; check its name and folder"):
        read_path(tmp_path / "nothing.txt")


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    with pytest.raises(NotAFile, match="is not a file"):
        read_path(tmp_path)


def test_a_pipe_is_refused_rather_than_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")

    with pytest.raises(NotAFile):
        read_path(tmp_path / "pipe")


@pytest.mark.parametrize("name", ["a" * 300, "nul\x00.txt"], ids=["300 bytes", "NUL"])
def test_a_name_that_no_file_can_have_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(NotReadable):
        read_path(tmp_path / name)


@pytest.mark.parametrize("data", [b"", b" \n\t\n", b"\xef\xbb\xbf"], ids=["nothing", "blanks", "only a mark"])
def test_an_empty_file_is_refused(data: bytes) -> None:
    with pytest.raises((Empty, NoText), match=r"note\.txt"):
        read_bytes(data, "note.txt")


def test_a_file_over_the_limit_is_refused() -> None:
    with pytest.raises(TooLarge, match="larger than 50 MB"):
        read_bytes(b"a" * (MAX_FILE_BYTES + 1), "note.txt")


def test_a_page_without_an_article_is_refused_by_its_name() -> None:
    with pytest.raises(NoText, match=r"empty\.html holds no"):
        read_bytes(b"<html><body></body></html>", "empty.html")


def test_a_deceptive_name_is_shown_escaped() -> None:
    with pytest.raises(SourceError) as caught:
        read_bytes(b"", "exe\u202etxt.doc\x1b[0m")

    assert "\u202e" not in str(caught.value)
    assert "\x1b" not in str(caught.value)


def test_standard_input_is_read_and_its_kind_told_by_content() -> None:
    program = (
        "from pathlib import Path; from sources.readers import read_path;"
        "text = read_path(Path('-')); print(text.reader, text.metadata.title)"
    )
    page = (
        b"<html><body><h1>Ferry news</h1><p>"
        + b"The ferry runs again, the council said. " * 20
        + b"</p></body></html>"
    )

    done = subprocess.run([sys.executable, "-c", program], input=page, capture_output=True, check=True)

    assert done.stdout.decode().strip() == "html/1 Ferry news"


def test_reading_plain_text_loads_no_library_of_another_kind() -> None:
    program = (
        "import sys; from sources.readers import read_text; read_text('Ferry news');"
        "heavy = {'lxml', 'trafilatura', 'docx', 'pypdfium2', 'markdown_it'};"
        "print(sorted(heavy & set(sys.modules)))"
    )

    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True)

    assert done.stdout.strip() == "[]"
