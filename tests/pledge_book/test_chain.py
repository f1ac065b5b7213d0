"""The chain's rules, one by one, on lines made by hand."""

from __future__ import annotations

from dataclasses import dataclass, field

import msgspec
import pytest
from nacl.signing import SigningKey

from outreach_app.pledge_book.chain import (
    FORMAT,
    NOTHING_BEFORE,
    Chain,
    ChainBroken,
    Checkpoint,
    Closed,
    Entry,
    Flaw,
    Opened,
    Pledged,
    Withdrawn,
    hash_of,
    line_of,
    signed,
)
from tests.pledge_book.people import seeded

KEY = SigningKey(seeded(1)(32))


@dataclass
class Writer:
    """Writes lines that follow each other, and hands them to a chain."""

    chain: Chain = field(default_factory=Chain)

    def open(self, **changes: object) -> bytes:
        entry = Opened(
            seq=0, prev=NOTHING_BEFORE, format=FORMAT, station="S", event="E", recipients=("a", "b"),
            verify_key=KEY.verify_key.encode().hex(), hour="2026-11-22T12Z", trusted=True, app="1",
        )  # fmt: skip
        return self.follow(msgspec.structs.replace(entry, **changes))

    def follow(self, entry: Entry) -> bytes:
        line = line_of(entry)
        self.chain.follow(line)
        return line

    def pledge(self, **changes: object) -> bytes:
        entry = Pledged(
            **self.chain.place(), number=self.chain.numbers + 1, sealed="ab" * 32, withdrawal="cd" * 32, rehearsal=False
        )
        return self.follow(msgspec.structs.replace(entry, **changes))

    def checkpoint(self, key: SigningKey = KEY, **changes: object) -> Checkpoint:
        chain = self.chain
        entry = Checkpoint(**chain.place(), pledges=chain.pledges, withdrawn=len(chain.withdrawn), signature="")
        return signed(msgspec.structs.replace(entry, **changes), key)


@pytest.fixture
def writer() -> Writer:
    writer = Writer()
    writer.open()
    return writer


def test_lines_that_follow_are_counted(writer):
    writer.pledge()
    line = writer.pledge(rehearsal=True)
    writer.follow(Withdrawn(**writer.chain.place(), number=1, by="code"))
    writer.follow(writer.checkpoint())
    chain = writer.chain
    assert (chain.pledges, chain.numbers, chain.withdrawn, chain.live_rehearsals) == (1, 2, {1}, 1)
    assert chain.ends_signed
    assert line.startswith(b'{"kind":"PLEDGE","number":2,"prev":"')


@pytest.mark.parametrize(
    ("changes", "flaw", "reason"),
    [
        ({"seq": 5}, Flaw.GAP, "missing"),
        ({"seq": 0}, Flaw.REPLAY, "second time"),
        ({"prev": "0" * 64}, Flaw.ALTERED, "the entry before it was changed"),
        ({"number": 4}, Flaw.ALTERED, "wrong number"),
        ({"sealed": "x" * 5000}, Flaw.DAMAGED, "longer than any"),
    ],
)
def test_a_pledge_that_does_not_follow_is_named(writer, changes, flaw, reason):
    with pytest.raises(ChainBroken, match=reason) as broken:
        writer.pledge(**changes)
    assert (broken.value.flaw, broken.value.seq) == (flaw, 1)


@pytest.mark.parametrize("number", [0, 2, -1])
def test_taking_back_what_is_not_there_is_named(writer, number):
    writer.pledge()
    with pytest.raises(ChainBroken, match="not there"):
        writer.follow(Withdrawn(**writer.chain.place(), number=number, by="code"))


def test_taking_back_twice_is_named(writer):
    writer.pledge()
    writer.follow(Withdrawn(**writer.chain.place(), number=1, by="code"))
    with pytest.raises(ChainBroken, match="not there"):
        writer.follow(Withdrawn(**writer.chain.place(), number=1, by="staff"))


def test_a_checkpoint_with_another_count_is_named(writer):
    writer.pledge()
    with pytest.raises(ChainBroken, match="add up"):
        writer.follow(writer.checkpoint(pledges=2))


def test_a_checkpoint_of_another_key_is_named(writer):
    with pytest.raises(ChainBroken, match="signature is not the event's"):
        writer.follow(writer.checkpoint(SigningKey.generate()))


@pytest.mark.parametrize(
    "respelt", [str.upper, lambda text: text[:2] + " " + text[2:], lambda _text: "", lambda text: text[:-2]]
)
def test_a_signature_has_one_spelling(writer, respelt):
    entry = writer.checkpoint()
    with pytest.raises(ChainBroken, match="signature is not the event's"):
        writer.follow(msgspec.structs.replace(entry, signature=respelt(entry.signature)))


def test_a_signature_of_another_place_does_not_fit_here(writer):
    entry = writer.checkpoint()
    writer.pledge()
    moved = msgspec.structs.replace(entry, **writer.chain.place(), pledges=1)
    with pytest.raises(ChainBroken, match="signature is not the event's"):
        writer.follow(moved)


def test_nothing_comes_after_the_end(writer):
    end = Closed(**writer.chain.place(), pledges=0, withdrawn=0, hour="2026-11-22T13Z", trusted=True, signature="")
    writer.follow(signed(end, KEY))
    with pytest.raises(ChainBroken, match="after the event was closed"):
        writer.pledge()


def test_an_event_is_opened_once_and_first(writer):
    with pytest.raises(ChainBroken, match="once, and first"):
        writer.open(**writer.chain.place())
    with pytest.raises(ChainBroken, match="once, and first"):
        Writer().pledge()


@pytest.mark.parametrize(
    "changes", [{"format": "outreach-pledges-2"}, {"verify_key": "short"}, {"verify_key": "Z" * 64}]
)
def test_a_beginning_of_another_program_is_named(changes):
    with pytest.raises(ChainBroken, match="another or a newer program"):
        Writer().open(**changes)


@pytest.mark.parametrize(
    "respell",
    [
        lambda line: line.replace(b":", b": ", 1),
        lambda line: b" " + line,
        lambda line: line + b" ",
        lambda line: line.replace(b'"E"', b'"\\u0045"'),
        lambda line: line.replace(b'"kind":"OPEN",', b"") .replace(b"{", b'{"kind":"OPEN",', 1),
        lambda line: line.replace(b'"seq":0', b'"seq":0,"seq":0'),
        lambda line: line.replace(b'"seq":0', b'"seq":0.0'),
        lambda line: line.replace(b'"seq":0', b'"more":1,"seq":0'),
        lambda line: line[:-1],
        lambda line: b"\xff" + line,
        lambda _line: b"[" * 4000,
    ],
)  # fmt: skip
def test_a_line_has_one_spelling(respell):
    line = Writer().open()
    with pytest.raises(ChainBroken) as broken:
        Chain().follow(respell(line))
    assert broken.value.flaw is Flaw.DAMAGED


def test_each_line_carries_the_hash_of_the_one_before():
    writer = Writer()
    first = writer.open()
    second = writer.pledge()
    assert hash_of(first).encode() in second
