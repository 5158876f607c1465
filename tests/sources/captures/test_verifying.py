"""The strict verifier: each way of tampering with a package is found and told.

Five of these are found good by `wacz validate` 0.6.0.
"""

from __future__ import annotations

import json
import zipfile
from base64 import b32encode
from collections.abc import Callable
from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest

from sources.captures.verifying import is_signed, problems_of
from sources.captures.wacz import Packed, write_wacz

Parts = dict[str, bytes]


@pytest.fixture
def parts(captures: list[Packed]) -> Parts:
    """The parts of a good package, signed by somebody."""
    file = BytesIO()
    write_wacz(
        file, captures, title="Ferries", at=datetime(2026, 3, 14, tzinfo=UTC), software="factdesk/test"
    )
    with zipfile.ZipFile(file) as archive:
        found = {name: archive.read(name) for name in archive.namelist()}
    digest = json.loads(found["datapackage-digest.json"])
    digest["signedData"] = {"hash": digest["hash"], "signature": "c2lnbmF0dXJl", "publicKey": "a2V5"}
    return found | {"datapackage-digest.json": json.dumps(digest).encode()}


def zipped(parts: Parts, path: Path) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def digests_anew(parts: Parts, *, signed: bool = False) -> None:
    """Write the digests of a package anew, as somebody would who altered it; the signature goes, or stays."""
    package = json.loads(parts["datapackage.json"])
    package["resources"] = [
        resource
        | {
            "hash": f"sha256:{sha256(parts[resource['path']]).hexdigest()}",
            "bytes": len(parts[resource["path"]]),
        }
        for resource in package["resources"]
        if resource["path"] in parts
    ]
    parts["datapackage.json"] = json.dumps(package).encode()
    digest = json.loads(parts["datapackage-digest.json"])
    digest["hash"] = f"sha256:{sha256(parts['datapackage.json']).hexdigest()}"
    if not signed:
        digest.pop("signedData", None)
    parts["datapackage-digest.json"] = json.dumps(digest).encode()


def alter_content(parts: Parts) -> None:
    parts["archive/1.warc"] = parts["archive/1.warc"].replace(b"Another page", b"Altered page")


def alter_content_and_its_digests(parts: Parts) -> None:
    """Everything a forger can write anew: the record's own digest, the package's, and the signature gone."""
    before = b"<p>Another page.</p>"
    block = parts["archive/1.warc"].partition(b"msgtype=response\r\n")[2].partition(b"\r\n\r\n")[2]
    block = block[: block.index(before) + len(before)]
    altered = block.replace(b"Another page", b"Altered page")
    digests = [b32encode(sha256(one).digest()) for one in (block, altered)]
    parts["archive/1.warc"] = parts["archive/1.warc"].replace(block, altered).replace(digests[0], digests[1])
    digests_anew(parts)


def lose_pages(parts: Parts) -> None:
    del parts["pages/pages.jsonl"]
    digests_anew(parts)


def lose_pages_and_index(parts: Parts) -> None:
    del parts["pages/pages.jsonl"]
    parts["indexes/index.cdx"] = b""
    digests_anew(parts)


def drop_a_record_from_the_index(parts: Parts) -> None:
    parts["indexes/index.cdx"] = b"".join(parts["indexes/index.cdx"].splitlines(keepends=True)[1:])
    digests_anew(parts)


def point_the_index_elsewhere(parts: Parts) -> None:
    parts["indexes/index.cdx"] = parts["indexes/index.cdx"].replace(b"example.org/b", b"example.org/c")
    digests_anew(parts)


def date_the_index_anew(parts: Parts) -> None:
    parts["indexes/index.cdx"] = parts["indexes/index.cdx"].replace(b" 20260314", b" 20260102")
    digests_anew(parts)


def call_a_missing_page_found(parts: Parts) -> None:
    parts["indexes/index.cdx"] = parts["indexes/index.cdx"].replace(b'"status": "404"', b'"status": "200"')
    digests_anew(parts)


def date_a_page_anew(parts: Parts) -> None:
    parts["pages/pages.jsonl"] = parts["pages/pages.jsonl"].replace(b"2026-03-14T", b"2026-01-02T")
    digests_anew(parts)


def list_a_page_that_is_not_there(parts: Parts) -> None:
    parts["pages/pages.jsonl"] += b'{"id": "x", "url": "http://example.org/other"}\n'
    digests_anew(parts)


def keep_the_signature_for_other_content(parts: Parts) -> None:
    parts["pages/pages.jsonl"] = parts["pages/pages.jsonl"].replace(b"Page 1", b"Page X")
    digests_anew(parts, signed=True)


def lose(name: str) -> Callable[[Parts], None]:
    def change(parts: Parts) -> None:
        del parts[name]

    return change


def put(name: str, content: bytes = b"x") -> Callable[[Parts], None]:
    def change(parts: Parts) -> None:
        parts[name] = content

    return change


def lose_a_file_and_its_listing(parts: Parts) -> None:
    del parts["archive/1.warc"]
    digests_anew(parts)


def cut_a_file_short(parts: Parts) -> None:
    parts["archive/3.warc"] = parts["archive/3.warc"][:-40]
    digests_anew(parts)


MUTANTS: dict[str, tuple[Callable[[Parts], None], str]] = {
    "altered content": (alter_content, "archive/1.warc does not fit its digest"),
    "79 altered content, all digests anew, signature gone": (
        alter_content_and_its_digests,
        "archive/1.warc is no file of any capture in the ledger",
    ),
    "79 missing pages and an empty index": (lose_pages_and_index, "its index lacks records"),
    "no pages": (
        lose_pages,
        "it has no pages/pages.jsonl",
    ),
    "79 a file that is not listed": (put("archive/x.warc"), "archive/x.warc is in it and not listed"),
    "no digest file": (lose("datapackage-digest.json"), "datapackage-digest.json is missing"),
    "79 a digest that no longer fits its signature": (
        keep_the_signature_for_other_content,
        "its signature is for another content",
    ),
    "79 a wrong hash": (
        put("datapackage.json", b"{}"),
        "datapackage-digest.json does not fit datapackage.json",
    ),
    "no package": (lose("datapackage.json"), "datapackage.json is missing"),
    "a file missing": (lose("archive/1.warc"), "archive/1.warc is missing"),
    "a file missing and not listed": (
        lose_a_file_and_its_listing,
        "its index names records that are not there",
    ),
    "a record missing from the index": (drop_a_record_from_the_index, "its index lacks records"),
    "an index that leads elsewhere": (point_the_index_elsewhere, "its index lacks records"),
    "an index with another date": (date_the_index_anew, "does not say of a record what the record says"),
    "an index with another status": (
        call_a_missing_page_found,
        "does not say of a record what the record says",
    ),
    "a page of another date": (
        date_a_page_anew,
        "lists http://example.org/b at 2026-01-02T09:26:53Z, when it was not archived",
    ),
    "a page that is not archived": (
        list_a_page_that_is_not_there,
        "pages/pages.jsonl lists http://example.org/other, which is not archived",
    ),
    "a WARC cut short": (cut_a_file_short, "is not as long as it says"),
    "69 a name that leads out": (put("../x"), "'../x' is no name for a part"),
    "69 an absolute name": (put("/etc/x"), "'/etc/x' is no name for a part"),
}


@pytest.mark.parametrize("mutant", MUTANTS)
def test_a_package_is_rejected_with(mutant: str, parts: Parts, tmp_path: Path) -> None:
    change, problem = MUTANTS[mutant]
    known = {sha256(content).hexdigest() for content in parts.values()}
    change(parts)

    found = problems_of(zipped(parts, tmp_path / "mutant.wacz"), vouched=known.__contains__)

    assert len(found) == 1
    assert problem in found[0]


def test_the_package_that_they_are_made_from_is_good(parts: Parts, tmp_path: Path) -> None:
    assert problems_of(zipped(parts, tmp_path / "good.wacz"), vouched=lambda digest: True) == []


def test_a_signature_is_told_and_its_absence_too(parts: Parts, tmp_path: Path) -> None:
    assert is_signed(zipped(parts, tmp_path / "signed.wacz"))

    digests_anew(parts)

    assert not is_signed(zipped(parts, tmp_path / "unsigned.wacz"))
    assert not is_signed(BytesIO(b"no zip"))


def test_74_two_parts_of_one_name_are_rejected(parts: Parts, tmp_path: Path) -> None:
    path = zipped(parts, tmp_path / "twice.wacz")
    with zipfile.ZipFile(path, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("pages/pages.jsonl", b"")

    assert problems_of(path, vouched=None) == ["it holds two parts of the same name"]


def test_a_packed_warc_is_rejected(parts: Parts, tmp_path: Path) -> None:
    path = tmp_path / "packed.wacz"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)

    assert "is packed" in problems_of(path, vouched=None)[0]


def test_a_list_that_would_unpack_to_too_much_is_not_unpacked(parts: Parts, tmp_path: Path) -> None:
    parts["pages/pages.jsonl"] = bytes(101_000_000)
    path = tmp_path / "bomb.wacz"
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            packing = zipfile.ZIP_DEFLATED if name.startswith("pages/") else zipfile.ZIP_STORED
            archive.writestr(name, content, packing)

    assert problems_of(path, vouched=None) == ["it unpacks to more than 100 MB"]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"x" * 1000])
def test_what_is_no_zip_is_said_to_be_none(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "x.wacz"
    path.write_bytes(content)

    assert problems_of(path, vouched=None)[0].startswith("it is no zip file")


def test_every_single_byte_that_is_changed_is_found(parts: Parts, tmp_path: Path) -> None:
    """A step of some bytes, since there are thousands."""
    path = zipped(parts, tmp_path / "good.wacz")
    good = path.read_bytes()
    known = {sha256(content).hexdigest() for content in parts.values()}

    for place in range(0, good.index(b"PK\x01\x02"), 97):
        path.write_bytes(good[:place] + bytes([good[place] ^ 1]) + good[place + 1 :])
        if good[place : place + 1] and _in_a_part(good, place):
            assert problems_of(path, vouched=known.__contains__), place


def _in_a_part(data: bytes, place: int) -> bool:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        for part in archive.infolist():
            start = part.header_offset + 30 + len(part.filename)
            if start <= place < start + part.compress_size:
                return True
    return False
