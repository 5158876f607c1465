"""Files that somebody gives us: saved pages, documents, pictures, and archives that other tools made."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest

from sources.captures.given import take_file
from sources.captures.kinds import CaptureKind
from sources.captures.taking import Taken
from sources.errors import Broken, Empty, NotAFile, NotAnAddress, NotFound
from tests.ledger.pens import replaying_pen
from tests.sources.captures.tools import tool

EXAMPLES = Path(__file__).parents[3] / "examples"
QUOTE = "sails 14 times a week"


RECORD = b"WARC/1.1\r\nContent-Length: 100000000\r\n\r\n"
BOMB = gzip.compress(RECORD + bytes(100_000_000) + b"\r\n\r\n", 1)


def given(path: Path, *, url: str | None = None) -> Taken:
    return take_file(path, folder=path.parent / "kept", pen=replaying_pen(), how="sent by a reader", url=url)


def test_a_picture_is_captured_without_words(tmp_path: Path) -> None:
    (tmp_path / "seen.png").write_bytes(b"\x89PNG\r\n\x1a\n...")

    taken = given(tmp_path / "seen.png")

    assert (taken.kind, taken.content_type) == (CaptureKind.PAGE, "image/png")
    assert taken.words.why_not == "it holds a PNG picture, not text"
    assert taken.entity_sha256 == sha256(b"\x89PNG\r\n\x1a\n...").hexdigest()


def test_a_pdf_is_read(tmp_path: Path) -> None:
    (tmp_path / "report.pdf").write_bytes((EXAMPLES / "school-meals.pdf").read_bytes())

    assert given(tmp_path / "report.pdf").words.text is not None


@pytest.mark.usefixtures("captures")
@pytest.mark.parametrize("packed", [False, True], ids=["plain", "gzipped"])
def test_a_warc_is_kept_as_it_is_and_its_page_is_read(packed: bool, tmp_path: Path) -> None:
    path = tmp_path / "2.warc"
    if packed:
        path = tmp_path / "2.warc.gz"
        subprocess.run(
            [sys.executable, "-m", "warcio.cli", "recompress", str(tmp_path / "2.warc"), str(path)],
            check=True,
            capture_output=True,
        )

    taken = given(path)

    assert taken.kind is CaptureKind.WARC
    assert taken.url == "http://example.org/"
    assert taken.words.text is not None
    assert QUOTE in taken.words.text.text
    assert taken.kept is not None
    assert taken.kept.sha256 == sha256(path.read_bytes()).hexdigest()


@pytest.mark.usefixtures("captures")
def test_a_page_in_an_archive_can_be_named(tmp_path: Path) -> None:
    both = tmp_path / "both.warc"
    both.write_bytes((tmp_path / "1.warc").read_bytes() + (tmp_path / "2.warc").read_bytes())

    assert given(both, url="http://example.org/").url == "http://example.org/"
    assert given(both).url == "http://example.org/b"
    with pytest.raises(Broken, match=r"holds nothing from http://example\.org/x"):
        given(both, url="http://example.org/x")


@pytest.mark.usefixtures("captures")
def test_a_package_that_another_tool_made_is_read(tmp_path: Path) -> None:
    wacz = tool("wacz")
    path = tmp_path / "theirs.wacz"
    subprocess.run(
        [wacz, "create", "--detect-pages", "-o", path, tmp_path / "2.warc"], check=True, capture_output=True
    )

    taken = given(path)

    assert taken.kind is CaptureKind.WACZ
    assert taken.words.text is not None
    assert QUOTE in taken.words.text.text


@pytest.mark.usefixtures("captures")
def test_a_package_of_an_older_kind_is_read(tmp_path: Path) -> None:
    """With a packed index beside it, which our own never has."""
    warc = (tmp_path / "2.warc").read_bytes()
    parts = {"archive/data.warc": warc, "indexes/index.cdx.gz": gzip.compress(b"")}
    listed = [
        {"path": name, "hash": f"sha256:{sha256(data).hexdigest()}", "bytes": len(data)}
        for name, data in parts.items()
    ]
    package = json.dumps({"wacz_version": "1.1.1", "resources": listed}).encode()
    digest = json.dumps({"path": "datapackage.json", "hash": f"sha256:{sha256(package).hexdigest()}"})
    with zipfile.ZipFile(tmp_path / "old.wacz", "w") as archive:
        for name, data in (parts | {"datapackage.json": package}).items():
            archive.writestr(name, data)
        archive.writestr("datapackage-digest.json", digest)

    assert given(tmp_path / "old.wacz").url == "http://example.org/"


@pytest.mark.parametrize(
    ("name", "content", "error", "said"),
    [
        pytest.param("x.html", b"", Empty, "is empty", id="empty"),
        pytest.param("x.warc", b"WARC/1.1\r\nnonsense", Broken, "no end of its headers", id="broken WARC"),
        pytest.param("x.warc.gz", gzip.compress(b"text"), Broken, "no end of its headers", id="another gzip"),
        pytest.param("x.gz", b"\x1f\x8b\x08nonsense.......", Broken, "is damaged", id="broken gzip"),
        pytest.param("x.warc.gz", BOMB * 4, Broken, "unpacks to more than 300 MB", id="bomb"),
    ],
)
def test_what_is_broken_is_refused(
    name: str, content: bytes, error: type[Exception], said: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(content)

    with pytest.raises(error, match=said):
        given(tmp_path / name)

    assert not (tmp_path / "kept").exists()


@pytest.mark.parametrize(
    "url", ["http://example.org/\r\nWARC-Type: response", "javascript:alert(1)", "example.org"]
)
def test_a_place_that_is_no_address_is_refused(url: str, tmp_path: Path) -> None:
    (tmp_path / "saved.html").write_bytes(b"<p>Fourteen sailings.</p>")

    with pytest.raises(NotAnAddress):
        given(tmp_path / "saved.html", url=url)

    assert not (tmp_path / "kept").exists()


def test_an_archive_that_names_its_page_in_control_characters_is_refused(tmp_path: Path) -> None:
    page = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\0\r\n\r\n<p>Fourteen sailings.</p>"
    head = (
        "WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: http://example.org/\r\n"
        f"Content-Type: application/http\r\nContent-Length: {len(page)}\r\n\r\n"
    )
    (tmp_path / "x.warc").write_bytes(head.encode() + page + b"\r\n\r\n")

    with pytest.raises(Broken, match="in signs that are none"):
        given(tmp_path / "x.warc")


def test_what_is_not_there_or_no_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        given(tmp_path / "missing.html")
    with pytest.raises(NotAFile):
        given(tmp_path)


@pytest.mark.usefixtures("captures")
def test_an_altered_archive_is_refused(tmp_path: Path) -> None:
    (tmp_path / "2.warc").write_bytes((tmp_path / "2.warc").read_bytes().replace(b"14 times", b"15 times"))

    with pytest.raises(Broken, match="does not fit its digest"):
        given(tmp_path / "2.warc")
