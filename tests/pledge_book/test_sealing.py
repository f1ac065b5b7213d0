"""Sealing: only for keys we know, always the same length, and unreadable here."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from outreach_app.errors import SealingError
from outreach_app.office.opening import Opener, new_secret
from outreach_app.pledge_book.enrolment import Enrolment, encode_enrolment, read_enrolment, throwaway_recipients
from outreach_app.pledge_book.sealing import PADDED_BYTES, Sealer
from tests.pledge_book.people import seeded

SECRETS = (new_secret(), new_secret())
RECIPIENTS = tuple(Opener(secret).recipient for secret in SECRETS)
ENROLMENT = Enrolment("Office", RECIPIENTS, "ab" * 32)


@given(st.binary(max_size=PADDED_BYTES).filter(lambda data: not data.endswith(b" ")))
def test_either_key_opens_what_was_sealed_and_finds_it_padded(record):
    sealed = Sealer(RECIPIENTS).seal(record)
    for secret in SECRETS:
        opened = Opener(secret).open(sealed)
        assert len(opened) == PADDED_BYTES
        assert opened.rstrip(b" ") == record


def test_a_record_that_is_too_long_is_refused():
    with pytest.raises(SealingError, match="too long"):
        Sealer(RECIPIENTS).seal(b"x" * (PADDED_BYTES + 1))


def test_another_key_opens_nothing():
    assert Opener(new_secret()).open(Sealer(RECIPIENTS).seal(b"{}")) is None


@pytest.mark.parametrize(
    "strange",
    [
        "",
        "age1",
        RECIPIENTS[0][:-1],
        RECIPIENTS[0][:-1] + ("q" if RECIPIENTS[0][-1] != "q" else "p"),
        RECIPIENTS[0].upper(),
        RECIPIENTS[0] + " ",
        "age1yubikey1qwt50d05nh5vutpdzmlg5wn80xq5negm4uj9ghv0snvdd3yysf5yw3rhl3t",
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ+f8Y7o8v6Rk0",
        SECRETS[0],
        "age1" + "é" * 58,
    ],
    # Made anew in each run, so they cannot name themselves: two processes must collect the same tests.
    ids=["empty", "bare", "short", "wrong sum", "upper case", "space", "plugin", "ssh", "secret", "accents"],
)
def test_a_key_of_another_kind_is_refused(strange):
    with pytest.raises(SealingError, match="does not seal for"):
        Sealer((RECIPIENTS[1], strange))


def test_one_key_alone_is_not_enough():
    with pytest.raises(SealingError, match="at least two keys"):
        Sealer(RECIPIENTS[:1])


def test_one_key_twice_is_one_key():
    with pytest.raises(SealingError, match="one key twice"):
        Sealer((RECIPIENTS[0], RECIPIENTS[0]))


def test_a_demo_s_keys_are_good_for_sealing_and_never_the_same():
    one, other = throwaway_recipients(seeded(1)), throwaway_recipients(seeded(2))
    assert len({*one, *other}) == 4
    assert Opener(SECRETS[0]).open(Sealer(one).seal(b"{}")) is None


def test_an_enrolment_is_read_back(tmp_path):
    path = tmp_path / "office.enrolment"
    path.write_bytes(encode_enrolment(ENROLMENT))
    assert read_enrolment(path) == ENROLMENT
    assert list(ENROLMENT.fingerprints()) == ["office", "recovery", "receipts"]


def test_anything_changed_in_an_enrolment_changes_its_fingerprint():
    others = (
        Enrolment("Other", RECIPIENTS, "ab" * 32),
        Enrolment("Office", RECIPIENTS[::-1], "ab" * 32),
        Enrolment("Office", RECIPIENTS, "ac" * 32),
        Enrolment("Office", RECIPIENTS, "ab" * 32, "ab" * 32),
    )
    assert len({ENROLMENT.fingerprint, *(other.fingerprint for other in others)}) == 5


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b"\xff\xfe",
        b"[" * 20_000,
        encode_enrolment(ENROLMENT)[:-20],
        encode_enrolment(ENROLMENT).replace(b"outreach-enrolment-1", b"outreach-enrolment-2"),
        encode_enrolment(ENROLMENT).replace(b"ab" * 32, b"xy" * 32),
        encode_enrolment(ENROLMENT).replace(b'"label"', b'"lable"'),
    ],
    ids=["empty", "no keys", "no text", "deep", "cut", "newer", "odd key", "odd name"],
)
def test_a_file_that_is_no_whole_enrolment_is_a_sentence(tmp_path, content):
    path = tmp_path / "office.enrolment"
    path.write_bytes(content)
    with pytest.raises(SealingError, match="not a whole enrolment"):
        read_enrolment(path)


def test_an_enrolment_with_one_key_is_a_sentence(tmp_path):
    path = tmp_path / "office.enrolment"
    whole = msgspec.json.decode(encode_enrolment(ENROLMENT))
    path.write_bytes(msgspec.json.encode(whole | {"recipients": RECIPIENTS[:1]}))
    with pytest.raises(SealingError, match="at least two keys"):
        read_enrolment(path)


def test_a_missing_enrolment_is_a_sentence(tmp_path):
    with pytest.raises(SealingError, match="cannot be read"):
        read_enrolment(tmp_path / "none")
