"""The office's keys: made once, locked, proved, and recoverable from one sheet of paper."""

from __future__ import annotations

import os
import re
import shutil
import stat
import subprocess
import sys

import pypdfium2
import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st
from nacl.signing import SigningKey

from outreach_app.errors import FolderError, OpeningError, StorageFull
from outreach_app.office import keys as keys_module
from outreach_app.office.drilling import drill
from outreach_app.office.keys import ENROLMENT_NAME, KEYS_NAME, make_keys, read_keys, read_recovery
from outreach_app.office.opening import Opener, new_secret, unwrap
from outreach_app.office.recovery_words import WORDS as LIST
from outreach_app.office.recovery_words import from_words, to_words
from outreach_app.pledge_book.enrolment import read_enrolment
from outreach_app.pledge_book.sealing import Sealer
from tests.office.conftest import WORDS

SECRET = re.compile(r"AGE-SECRET-KEY-1[0-9A-Z]{58}")


def sheet_text(office) -> str:
    with pypdfium2.PdfDocument(office.sheet) as document:
        page = document[0]
        return page.get_textpage().get_text_bounded()


def words_on(text: str) -> list[str]:
    numbered = {int(number): word for number, word in re.findall(r"^(\d+)\s+([a-z]+)", text, re.MULTILINE)}
    return [numbered[number] for number in sorted(numbered)]


def test_the_folder_holds_locked_secrets_and_public_things_and_never_the_recovery_key(office):
    assert sorted(path.name for path in office.folder.iterdir()) == [KEYS_NAME, ENROLMENT_NAME]
    recovery = SECRET.search(sheet_text(office))[0]
    for path in office.folder.iterdir():
        assert b"AGE-SECRET-KEY" not in path.read_bytes()
    assert recovery not in unwrap((office.folder / KEYS_NAME).read_bytes(), WORDS)
    assert read_enrolment(office.folder / ENROLMENT_NAME) == office.enrolment


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps rights elsewhere")
def test_secrets_are_for_their_owner_alone(office):
    for path in (office.folder / KEYS_NAME, office.sheet):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_the_words_the_line_and_the_code_of_the_sheet_are_one_key(office, tmp_path):
    text = sheet_text(office)
    line = SECRET.search(text)[0]
    with pypdfium2.PdfDocument(office.sheet) as document:
        [code] = zxingcpp.read_barcodes(document[0].render(scale=3).to_pil())
    assert code.text == line
    typed = tmp_path / "typed.txt"
    typed.write_text("\n".join(word.upper() for word in words_on(text)))
    assert read_recovery(typed).recipient == Opener(line).recipient == office.enrolment.recipients[1]
    assert office.enrolment.fingerprint in text


def test_the_drill_proves_each_key(office, tmp_path):
    typed = tmp_path / "typed.txt"
    typed.write_text(" ".join(words_on(sheet_text(office))))
    assert drill(office.enrolment, office.keys.opener, office.keys.signing_key) == "office"
    assert drill(office.enrolment, read_recovery(typed), None) == "recovery"


def test_the_drill_refuses_a_stranger_s_key(office):
    with pytest.raises(OpeningError, match="does not open what stations"):
        drill(office.enrolment, Opener(new_secret()), None)


def test_the_drill_refuses_a_signing_key_of_another_office(office):
    with pytest.raises(OpeningError, match="signs receipts that stations of this enrolment refuse"):
        drill(office.enrolment, office.keys.opener, SigningKey.generate())


def test_a_wrong_passphrase_is_a_sentence(office):
    with pytest.raises(OpeningError, match="passphrase is another one"):
        read_keys(office.folder / KEYS_NAME, "wrong")


@pytest.mark.parametrize("keep", [0, 10, 200, 600])
def test_a_truncated_key_file_is_a_sentence(office, tmp_path, keep):
    short = tmp_path / "short.age"
    short.write_bytes((office.folder / KEYS_NAME).read_bytes()[:keep])
    with pytest.raises(OpeningError, match="not whole"):
        read_keys(short, WORDS)


def test_a_typing_mistake_in_the_recovery_key_is_found(office, tmp_path):
    words = words_on(sheet_text(office))
    words[4] = LIST[(LIST.index(words[4]) + 1) % 256]
    typed = tmp_path / "typed.txt"
    typed.write_text(" ".join(words))
    with pytest.raises(OpeningError, match="Type all 33 words"):
        read_recovery(typed)


def test_keys_are_never_written_over(office, tmp_path):
    with pytest.raises(FolderError, match="left as it is"):
        make_keys(office.folder, tmp_path / "sheet.pdf", "Office", WORDS)


def test_the_sheet_may_not_lie_with_the_keys(tmp_path):
    with pytest.raises(FolderError, match="must not lie with the keys"):
        make_keys(tmp_path / "k", tmp_path / "k" / "sheet.pdf", "Office", WORDS)


def test_a_label_of_two_lines_is_refused(tmp_path):
    with pytest.raises(FolderError, match="one line"):
        make_keys(tmp_path / "k", tmp_path / "sheet.pdf", "Office\nAGE-SECRET-KEY-1", WORDS)


def test_keys_that_cannot_be_written_whole_leave_nothing(tmp_path, monkeypatch):
    keep = keys_module._keep

    def full(path, content):
        if path.name == ENROLMENT_NAME:
            raise StorageFull(keys_module._("full"))
        return keep(path, content)

    monkeypatch.setattr(keys_module, "_keep", full)
    monkeypatch.setattr(keys_module, "wrap", lambda text, _words: text.encode())
    with pytest.raises(StorageFull):
        make_keys(tmp_path / "k", tmp_path / "sheet.pdf", "Office", WORDS)
    assert not (tmp_path / "sheet.pdf").exists()
    assert list((tmp_path / "k").iterdir()) == []


@given(st.binary(min_size=32, max_size=32))
def test_any_key_survives_its_words(key):
    words = to_words(key)
    assert from_words(list(words)) == key
    assert from_words([word[:4] for word in words]) == key


def test_the_word_list_is_256_words_that_differ_in_four_letters():
    assert len({word[:4] for word in LIST}) == len(LIST) == 256


def test_debian_s_age_opens_a_sealed_record_with_the_recovery_key(office, tmp_path):
    age = age_or_skip()
    record = b'{"kind":"pledge","given_name":"In\xc3\xa9s"}'
    sealed = tmp_path / "sealed.age"
    sealed.write_bytes(Sealer(office.enrolment.recipients).seal(record))
    identity = tmp_path / "identity.txt"
    identity.write_text(SECRET.search(sheet_text(office))[0] + "\n")
    done = subprocess.run([age, "-d", "-i", identity, sealed], capture_output=True, check=True)
    assert done.stdout.rstrip() == record
    assert len(done.stdout) == 4096


TYPE_A_PASSPHRASE = """
import os, pty, sys
words, *command = sys.argv[1:]
pid, terminal = pty.fork()
if pid == 0:
    os.execvp(command[0], command)
os.read(terminal, 1000)
os.write(terminal, words.encode() + b"\\n")
try:
    while os.read(terminal, 1000):
        pass
except OSError:
    pass
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pseudo-terminal to type into")
def test_age_opens_a_pledge_with_the_key_file_as_it_lies_and_its_passphrase(office, tmp_path):
    age = age_or_skip()
    sealed, opened = tmp_path / "sealed.age", tmp_path / "opened.json"
    sealed.write_bytes(Sealer(office.enrolment.recipients).seal(b'{"kind":"pledge"}'))
    command = [age, "-d", "-i", office.folder / KEYS_NAME, "-o", opened, sealed]
    subprocess.run([sys.executable, "-c", TYPE_A_PASSPHRASE, WORDS, *command], check=True, timeout=60)
    assert opened.read_bytes().rstrip() == b'{"kind":"pledge"}'


def age_or_skip() -> str:
    age = shutil.which("age")
    if age is None:
        assert not os.environ.get("CI"), "CI must have age (apt install age)"
        pytest.skip("Debian's age is not installed")
    return age
