"""A thousand invented names are found in no file of a station, however they are spelt."""

from __future__ import annotations

import base64
import subprocess
import sys
import tempfile
from pathlib import Path

from outreach_app.domain.pledge import TypedSignature
from outreach_app.pledge_book.book import PledgeBook
from outreach_app.pledge_book.copying_out import copy_out
from outreach_app.pledge_book.durable_files import DurableFolder
from tests.pledge_book.conftest import RECIPIENTS
from tests.pledge_book.killing import REPOSITORY
from tests.pledge_book.people import NOON, TABLE, later, pledge
from tests.pledge_book.quick_folder import QUICK

MARK = "Kanarienvogel"
NAMES = 1000


def spellings(text: str) -> list[bytes]:
    plain = text.encode()
    wide = [text.encode("utf-16-le"), text.encode("utf-16-be")]
    # Base64 of a text depends on where in a group of three bytes it starts; its middle is the same every time.
    coded = [
        base64.b64encode(b"\x00" * shift + data)[(4 if shift else 0) : -4]
        for shift in range(3)
        for data in (plain, wide[0])
    ]
    return [plain, *wide, *coded]


def files_that_tell(folder: Path) -> list[str]:
    return [
        f"{path.name} holds {spelling!r}"
        for path in folder.rglob("*")
        if path.is_file()
        for spelling in spellings(MARK)
        if spelling in path.read_bytes()
    ]


def canary(number: int):
    name = f"{MARK}{number:04}"
    return pledge(name, family_name=name, email=f"{name}@example.org", signature=TypedSignature(name))


def test_the_search_itself_finds_each_spelling(tmp_path):
    for place, spelling in enumerate(spellings(MARK)):
        (tmp_path / str(place)).write_bytes(b"before " + spelling + b" after")
    assert len(files_that_tell(tmp_path)) >= len(spellings(MARK))
    for shift in range(3):
        (tmp_path / f"coded{shift}").write_bytes(base64.b64encode(b"x" * shift + MARK.encode() + b"tail"))
        assert any(each.startswith(f"coded{shift} ") for each in files_that_tell(tmp_path))


def test_no_file_of_a_station_holds_a_name_after_signing_taking_back_copying_and_closing():
    with tempfile.TemporaryDirectory(dir=QUICK) as name:
        folder = Path(name)
        book = PledgeBook.create(folder / "pledges.book", RECIPIENTS, TABLE, NOON)
        codes = [book.sign(canary(number)).withdrawal_code for number in range(NAMES)]
        for code in codes[::10]:
            book.withdraw(code)
        book.request_erasure(f"{MARK}", f"{MARK}@example.org")
        copy_out(book, DurableFolder(folder))
        book.close_event(later(1))
        copy_out(book, DurableFolder(folder))
        book.close()
        assert len(list(folder.iterdir())) == 3
        assert files_that_tell(folder) == []


def test_no_file_holds_a_name_after_a_kill():
    script = f"""
import sys
from pathlib import Path
from outreach_app.pledge_book.book import PledgeBook
from tests.pledge_book.test_canary import canary
from tests.pledge_book.people import NOON, TABLE
book = PledgeBook.create(Path(sys.argv[1]), {RECIPIENTS!r}, TABLE, NOON)
for number in range(10_000):
    book.sign(canary(number))
    print(number, flush=True)
"""
    with tempfile.TemporaryDirectory(dir=QUICK) as name:
        command = [sys.executable, "-c", script, f"{name}/pledges.book"]
        for kill_after in (1, 37):
            for old in Path(name).iterdir():
                old.unlink()
            with subprocess.Popen(command, cwd=REPOSITORY, stdout=subprocess.PIPE, text=True) as process:
                for _line in range(kill_after):
                    assert process.stdout.readline()
                process.kill()
            assert (Path(name) / "pledges.book").stat().st_size > 0
            assert files_that_tell(Path(name)) == []
