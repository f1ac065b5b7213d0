"""A signed pack: every changed, missing or extra file is named, and only its publisher's packs pass."""

from __future__ import annotations

import ast
import json
import shutil
from pathlib import Path

import pytest
from nacl.signing import SigningKey

from outreach_app.campaign.building import build_pack
from outreach_app.campaign.checking import examine
from outreach_app.campaign.problems import Severity
from outreach_app.campaign.signature import require_publisher
from outreach_app.campaign.starter import write_starter
from outreach_app.campaign.unpacking import unpack
from outreach_app.errors import CampaignError, FolderError
from outreach_app.office.pack_signing import OfficeSigner
from tests.campaign.packs import A_DAY, PNG_HEAD, put_a_picture_in
from tests.conftest import REPOSITORY

OFFICE, STRANGER = OfficeSigner(SigningKey(b"o" * 32)), OfficeSigner(SigningKey(b"s" * 32))


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A starter: small, and no film in it takes time to look into."""
    write_starter(tmp_path / "pack")
    return tmp_path / "pack"


@pytest.fixture
def signed(pack: Path, tmp_path: Path) -> Path:
    """A signed pack, unpacked again, with one picture in it."""
    put_a_picture_in(pack)
    return signed_by(OFFICE, pack, tmp_path)


def signed_by(signer: OfficeSigner | None, pack: Path, tmp_path: Path) -> Path:
    file, folder = tmp_path / "built.campaign", tmp_path / "signed"
    build_pack(pack, file, signer, lambda _bytes: None)
    unpack(file, folder)
    return folder


def refusals(pack: Path) -> list[tuple[str, str]]:
    found = examine(pack, A_DAY).problems
    return [(problem.file, str(problem.text)) for problem in found if problem.severity is Severity.ERROR]


def test_a_pack_as_it_was_signed_says_by_whom(signed: Path) -> None:
    found = examine(signed, A_DAY)
    assert found.is_usable
    assert found.signed_by == OFFICE.publisher
    require_publisher(signed, OFFICE.publisher)


def test_an_unsigned_pack_says_so(pack: Path) -> None:
    assert examine(pack, A_DAY).signed_by is None


@pytest.mark.parametrize("file", ["campaign.toml", "text/en.toml", "media/signed.png"])
def test_a_changed_file_is_named(signed: Path, file: str) -> None:
    content = bytearray((signed / file).read_bytes())
    content[-1] ^= 1
    (signed / file).write_bytes(content)
    assert (file, "This file was changed after the pack was signed.") in refusals(signed)
    assert examine(signed, A_DAY).signed_by is None
    with pytest.raises(CampaignError, match=file):
        require_publisher(signed, OFFICE.publisher)


def test_a_file_that_was_taken_out_is_named(signed: Path) -> None:
    (signed / "media" / "signed.png").unlink()
    assert ("media/signed.png", "This file was taken out after the pack was signed.") in refusals(signed)


def test_a_file_that_was_put_in_is_named(signed: Path) -> None:
    (signed / "media" / "more.png").write_bytes(PNG_HEAD)
    assert refusals(signed) == [("media/more.png", "This file was put in after the pack was signed.")]


def test_a_link_in_place_of_a_file_counts_as_changed(signed: Path, tmp_path: Path) -> None:
    (signed / "media" / "signed.png").rename(tmp_path / "elsewhere.png")
    (signed / "media" / "signed.png").symlink_to(tmp_path / "elsewhere.png")
    with pytest.raises(CampaignError, match=r"media/signed\.png"):
        require_publisher(signed, OFFICE.publisher)


def test_every_file_wrong_is_named_at_once(signed: Path) -> None:
    (signed / "media" / "more.png").write_bytes(PNG_HEAD)
    (signed / "media" / "signed.png").write_bytes(PNG_HEAD + b"!")
    assert [file for file, _said in refusals(signed)] == ["media/more.png", "media/signed.png"]


def test_somebody_else_s_signature_is_refused(pack: Path, tmp_path: Path) -> None:
    folder = signed_by(STRANGER, pack, tmp_path)
    assert examine(folder, A_DAY).signed_by == STRANGER.publisher
    with pytest.raises(CampaignError, match="somebody else"):
        require_publisher(folder, OFFICE.publisher)


def test_an_unsigned_pack_is_refused_where_there_is_a_publisher(pack: Path) -> None:
    with pytest.raises(CampaignError, match="not signed"):
        require_publisher(pack, OFFICE.publisher)


def test_a_stranger_cannot_put_the_publisher_s_name_on_their_own_signature(pack: Path, tmp_path: Path) -> None:
    folder = signed_by(STRANGER, pack, tmp_path)
    held = json.loads((folder / "signature.json").read_text())
    held["publisher"] = OFFICE.publisher
    (folder / "signature.json").write_text(json.dumps(held))
    assert [file for file, _said in refusals(folder)] == ["signature.json"]


@pytest.mark.parametrize(
    "content",
    [b"", b"{}", b"\xff\xfe", b"[" * 5000, b"null", b'{"format": 1}', b"x" * 200_000],
)
def test_a_signature_that_is_none_is_named(signed: Path, content: bytes) -> None:
    (signed / "signature.json").write_bytes(content)
    assert [file for file, _said in refusals(signed)] == ["signature.json"]


def test_a_key_has_one_spelling(signed: Path) -> None:
    held = json.loads((signed / "signature.json").read_text())
    held["publisher"] = held["publisher"].upper()
    (signed / "signature.json").write_text(json.dumps(held))
    assert [file for file, _said in refusals(signed)] == ["signature.json"]


def test_building_again_leaves_an_older_signature_out(signed: Path, tmp_path: Path) -> None:
    shutil.rmtree(tmp_path / "pack")
    (signed / "media" / "more.png").write_bytes(PNG_HEAD)
    signed.rename(tmp_path / "changed")
    assert examine(tmp_path / "changed", A_DAY, with_signature=False).is_usable
    assert refusals(signed_by(None, tmp_path / "changed", tmp_path)) == []


def test_the_same_pack_gives_the_same_file(pack: Path, tmp_path: Path) -> None:
    shutil.copytree(pack, tmp_path / "again")
    (tmp_path / "again" / "notes.txt").write_text("lies beside the pack and is none of it")
    built = [
        build_pack(folder, tmp_path / f"{folder.name}.campaign", OFFICE, lambda _bytes: None)
        for folder in (pack, tmp_path / "again")
    ]
    assert built[0].sha256 == built[1].sha256
    assert built[0].path.read_bytes() == built[1].path.read_bytes()


def test_a_pack_that_is_refused_is_not_built(pack: Path, tmp_path: Path) -> None:
    (pack / "text" / "en.toml").unlink()
    with pytest.raises(CampaignError):
        build_pack(pack, tmp_path / "x.campaign", None, lambda _bytes: None)
    assert not list(tmp_path.glob("*.campaign*"))


@pytest.mark.parametrize("place", ["x.zip", "pack/x.campaign", "nowhere/x.campaign"])
def test_a_file_that_cannot_be_made_leaves_nothing(pack: Path, tmp_path: Path, place: str) -> None:
    with pytest.raises(FolderError):
        build_pack(pack, tmp_path / place, None, lambda _bytes: None)
    assert not list(tmp_path.rglob("x.*"))


def test_nothing_but_the_office_can_sign() -> None:
    """The table verifies: below the office, only receipts and the book's own chain know a signing key."""
    for path in (REPOSITORY / "outreach_app" / "campaign").glob("*.py"):
        names = {node.id for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Name)}
        assert "SigningKey" not in names, path.name
