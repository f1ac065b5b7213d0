"""Copies on sticks: whole or not there, with names that say nothing."""

from __future__ import annotations

import errno
import os
import re

import pytest

from outreach_app.errors import BookUnusable, StorageFailed, StorageFull
from outreach_app.pledge_book.chain import Chain, ChainBroken, Flaw
from outreach_app.pledge_book.copying_out import copy_out
from outreach_app.pledge_book.durable_files import DurableFolder
from outreach_app.pledge_book.pack import read_pack
from tests.pledge_book.people import TABLE, later, pledge
from tests.pledge_book.small_disk import small_disk


def chain_of(path):
    chain = Chain()
    with path.open("rb") as file:
        entries = list(read_pack(file, chain))
    return chain, entries


def test_a_copy_is_whole_and_agrees_with_the_slip(book, stick):
    for number in range(30):
        book.sign(pledge(f"P{number}"))
    copied = copy_out(book, DurableFolder(stick))
    chain, entries = chain_of(copied.path)
    assert (chain.head, chain.entries, chain.pledges) == (copied.slip.head, copied.slip.entries, 30)
    assert [(each.sealed) for each in entries] == [sealed for _line, sealed in book.entries()]
    assert [each.name for each in stick.iterdir()] == [copied.path.name]


def test_the_name_says_neither_event_nor_topic(book, stick):
    book.sign(pledge())
    name = copy_out(book, DurableFolder(stick)).path.name
    assert re.fullmatch(rf"{TABLE.station}-\d{{6}}\.pledges", name)


def test_copying_again_without_news_gives_the_same_file(book, stick):
    book.sign(pledge())
    first = copy_out(book, DurableFolder(stick)).path
    content = first.read_bytes()
    assert copy_out(book, DurableFolder(stick)).path == first
    assert first.read_bytes() == content


def test_a_copy_of_a_closed_event_ends_with_its_closing(book, stick):
    book.sign(pledge())
    book.close_event(later(1))
    copied = copy_out(book, DurableFolder(stick))
    assert copied.slip.is_closed
    assert chain_of(copied.path)[0].is_closed


@pytest.mark.parametrize(
    ("number", "error"),
    [
        (errno.ENOSPC, StorageFull),
        (errno.EIO, StorageFailed),
        (errno.EROFS, StorageFailed),
        (errno.ENODEV, StorageFailed),
        (errno.EFBIG, StorageFull),
    ],
)
@pytest.mark.parametrize("step", ["write", "read_back", "rename", "sync_folder"])
def test_a_stick_that_refuses_any_step_gets_no_half_file(book, stick, step, number, error):
    class Refusing(DurableFolder):
        pass

    def refuse(*_args: object) -> None:
        raise OSError(number, os.strerror(number))

    setattr(Refusing, step, refuse)
    book.sign(pledge())
    with pytest.raises(error):
        copy_out(book, Refusing(stick))
    for left in stick.iterdir():
        assert step == "sync_folder"
        assert chain_of(left)[0].head == book.slip.head
    assert chain_of(copy_out(book, DurableFolder(stick)).path)[0].pledges == 1


def test_a_stick_that_gives_back_something_else_gets_no_file(book, stick):
    class Lying(DurableFolder):
        def write(self, partial, chunks):
            super().write(partial, (chunk.replace(b"PLEDGE", b"PLEDGF") for chunk in chunks))

    book.sign(pledge())
    with pytest.raises(StorageFailed, match="something else"):
        copy_out(book, Lying(stick))
    assert list(stick.iterdir()) == []


def test_an_earlier_copy_survives_a_later_one_that_fails(book, stick):
    book.sign(pledge())
    first = copy_out(book, DurableFolder(stick)).path

    class Full(DurableFolder):
        def write(self, partial, chunks):
            partial.write_bytes(next(iter(chunks)))
            raise OSError(errno.ENOSPC, "full")

    book.sign(pledge())
    with pytest.raises(StorageFull):
        copy_out(book, Full(stick))
    assert list(stick.iterdir()) == [first]
    assert chain_of(first)[0].pledges == 1


def test_a_damaged_book_is_not_copied(book, stick):
    book.sign(pledge())
    book.checkpoint()
    book._chained.file._connection.execute("UPDATE entries SET sealed = x'00' WHERE seq = 1")
    with pytest.raises(BookUnusable, match="does not hold together at entry 1"):
        copy_out(book, DurableFolder(stick))
    assert list(stick.iterdir()) == []


def test_a_really_full_stick_says_so_and_works_again_when_freed(book, tmp_path):
    for _time in range(30):
        book.sign(pledge())
    with small_disk(tmp_path / "small", kilobytes=256) as small:
        (small / "ballast").write_bytes(bytes(200_000))
        with pytest.raises(StorageFull, match="no room"):
            copy_out(book, DurableFolder(small))
        assert [each.name for each in small.iterdir()] == ["ballast"]
        (small / "ballast").unlink()
        assert chain_of(copy_out(book, DurableFolder(small)).path)[0].pledges == 30


def test_a_pack_cut_anywhere_is_never_taken_for_whole(book, stick):
    for _time in range(3):
        book.sign(pledge())
    path = copy_out(book, DurableFolder(stick)).path
    content = path.read_bytes()
    for size in range(0, len(content), 97):
        path.write_bytes(content[:size])
        with pytest.raises(ChainBroken) as broken:
            chain_of(path)
        assert broken.value.flaw is Flaw.TRUNCATED
