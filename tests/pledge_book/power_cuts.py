"""Pull the power at every moment of a day and see what the next morning finds.

python -m tests.pledge_book.power_cuts --images 5000

A day is played once on a recorded disk: opening, signing, taking back, checkpoints, copies to a stick, a change of
schema, closing, the office's receipt, erasing. Before and after each sync, deletion, renaming and acknowledgement the
disk is rebuilt as a power cut may leave it, and the book is opened from that image. Whatever was acknowledged must be
there, whatever was taken back must be gone, and the chain must hold. The same is done with the weaker settings that
many programs use; a harness that finds no loss there would prove nothing.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from random import Random
from unittest.mock import patch
from uuid import uuid4

from outreach_app.errors import PledgeBookError
from outreach_app.pledge_book import book_file
from outreach_app.pledge_book.book import PledgeBook
from outreach_app.pledge_book.book_file import MIGRATIONS
from outreach_app.pledge_book.chain import Chain, ChainBroken, Pledged
from outreach_app.pledge_book.copying_out import copy_out
from outreach_app.pledge_book.enrolment import throwaway_recipients
from outreach_app.pledge_book.pack import read_pack
from outreach_app.pledge_book.ports import BookPorts
from outreach_app.pledge_book.receipt import FORMAT, Receipt
from tests.pledge_book.people import NOON, TABLE, later, pledge, seeded
from tests.pledge_book.quick_folder import QUICK
from tests.pledge_book.recorded_disk import (
    TURNING_POINTS,
    Acknowledge,
    Disk,
    Event,
    RecordingFolder,
    RecordingVFS,
)

BOOK = "pledges.book"
STICK = "stick"
OURS: Mapping[str, str] = {}
WEAKER: Mapping[str, Mapping[str, str]] = {
    "synchronous=NORMAL": {"synchronous": "NORMAL"},
    "DELETE+FULL": {"locking_mode": "NORMAL", "journal_mode": "DELETE", "synchronous": "FULL"},
}
NEXT_SCHEMA = (*MIGRATIONS, ("ALTER TABLE receipt ADD COLUMN note TEXT",))
RECIPIENTS = throwaway_recipients(seeded(1))


@dataclass
class Promises:
    """All that anybody was told, up to a moment."""

    is_open: bool = False
    signed: set[int] = field(default_factory=set)
    withdrawn: set[int] = field(default_factory=set)
    copies: dict[str, str] = field(default_factory=dict)
    is_closed: bool = False
    has_receipt: bool = False
    is_erased: bool = False


@dataclass
class Found:
    """What the images showed: how many there were, and each broken promise."""

    images: int = 0
    losses: list[str] = field(default_factory=list)


def play_a_day(root: Path, pledges: int, settings: Mapping[str, str] = OURS) -> list[Event]:
    """Use a book from opening to erasing on a recorded disk; returns the log."""
    vfs = RecordingVFS(f"recorded-{uuid4()}", root)
    (root / STICK).mkdir()
    stick = RecordingFolder(root / STICK, root, vfs.log)

    def tell(*promise: object) -> None:
        vfs.log.append(Acknowledge(promise))

    ports = BookPorts(random_bytes=seeded(2), vfs=vfs.name)
    with patch.dict(book_file.SETTINGS, settings):
        book = PledgeBook.create(root / BOOK, RECIPIENTS, TABLE, NOON, ports)
        tell("open")
        codes = {}
        for number in range(1, pledges + 1):
            receipt = book.sign(pledge(f"Person {number}", signed_at=later(number)))
            tell("signed", receipt.number)
            codes[receipt.number] = receipt.withdrawal_code
            if number % 7 == 0 and (number - 2) % 11:
                taken_back = book.withdraw(codes[number - 2])
                tell("withdrawn", taken_back)
            if number % 11 == 0:
                book.undo(number)
                tell("withdrawn", number)
            if number % 13 == 0:
                copied = copy_out(book, stick)
                tell("copied", copied.path.name, copied.slip.head)
            if number == pledges // 2:
                book.request_erasure("Ada", "ada@example.org")
                book.close()
                ports = BookPorts(random_bytes=seeded(3), vfs=vfs.name, migrations=NEXT_SCHEMA)
                book = PledgeBook.open(root / BOOK, RECIPIENTS, ports)
        slip = book.close_event(later(600))
        tell("closed")
        copied = copy_out(book, stick)
        tell("copied", copied.path.name, copied.slip.head)
        held = Receipt(
            FORMAT, slip.station, slip.event, slip.pledges, slip.withdrawn, slip.entries, slip.head, "00" * 64
        )
        book.take_receipt(held, later(700))
        tell("receipt")
        book.erase_when_due(later(700 + 8 * 24 * 60))
        tell("erased")
        book.close()
    return vfs.log


def cut(log: list[Event], torn_images: int, scratch: Path, seed: int = 0) -> Found:
    """Rebuild and open an image for none, all and some torn subsets, at each turning point of a log."""
    chance, found, disk, promises = Random(seed), Found(), Disk(), Promises()
    for event in log:
        is_turn = isinstance(event, TURNING_POINTS)
        if is_turn:
            _try_images(disk, promises, torn_images, chance, scratch, found)
        disk.apply(event)
        if isinstance(event, Acknowledge):
            _note(promises, event.promise)
        if is_turn:
            _try_images(disk, promises, torn_images, chance, scratch, found)
    return found


def turns_in(log: list[Event]) -> int:
    """How many moments of a log are tried for each kind of image."""
    return 2 * sum(isinstance(event, TURNING_POINTS) for event in log)


def _try_images(disk: Disk, promises: Promises, torn_images: int, chance: Random, scratch: Path, found: Found) -> None:
    for how in ("none", "all", *["torn"] * torn_images):
        found.images += 1
        for loss in _losses_in(disk.after_power_cut(how, chance), promises, scratch):
            found.losses.append(f"{how}: {loss}")


def _note(promises: Promises, promise: object) -> None:
    match promise:
        case ("open",):
            promises.is_open = True
        case ("signed", int(number)):
            promises.signed.add(number)
        case ("withdrawn", int(number)):
            promises.withdrawn.add(number)
        case ("copied", str(name), str(head)):
            promises.copies[name] = head
        case ("closed",):
            promises.is_closed = True
        case ("receipt",):
            promises.has_receipt = True
        case ("erased",):
            promises.is_erased = True


def _losses_in(image: Mapping[str, bytes], promises: Promises, scratch: Path) -> Iterator[str]:
    for leftover in scratch.iterdir():
        leftover.unlink()
    for name, content in image.items():
        (scratch / Path(name).name).write_bytes(content)
    yield from _losses_on_stick(image, promises)
    if not promises.is_open:
        return
    try:
        book = PledgeBook.open(scratch / BOOK, RECIPIENTS, BookPorts(migrations=NEXT_SCHEMA))
    except PledgeBookError as error:
        yield f"the book does not open: {error}"
        return
    try:
        yield from _losses_in_book(book, promises)
        if not book.is_closed:
            book.sign(pledge("After the cut"))
    except PledgeBookError as error:
        yield f"the book opens and cannot be used: {error}"
    finally:
        book.close()


def _losses_in_book(book: PledgeBook, promises: Promises) -> Iterator[str]:
    chain, kept = Chain(), {}
    for line, sealed in book.entries():
        entry = chain.follow(line)
        if isinstance(entry, Pledged):
            kept[entry.number] = sealed
            if sealed is not None and sha256(sealed).hexdigest() != entry.sealed:
                yield f"pledge {entry.number} is damaged"
    is_erasing = book.retention.is_erased
    for number in sorted(promises.signed - set(kept)):
        yield f"acknowledged pledge {number} is lost"
    for number in sorted(promises.withdrawn - chain.withdrawn):
        yield f"pledge {number}, acknowledged as taken back, is back"
    for number, sealed in kept.items():
        if number in chain.withdrawn and sealed is not None:
            yield f"pledge {number} was taken back and can still be read"
        if number not in chain.withdrawn and sealed is None and not is_erasing:
            yield f"the sealed pledge {number} is lost"
        if sealed is not None and promises.is_erased:
            yield f"the sealed pledge {number} was not erased"
    if promises.is_closed and not chain.is_closed:
        yield "the event is open again"
    if promises.has_receipt and not book.retention.has_receipt:
        yield "the receipt is lost"


def _losses_on_stick(image: Mapping[str, bytes], promises: Promises) -> Iterator[str]:
    for name in promises.copies:
        if f"{STICK}/{name}" not in image:
            yield f"the acknowledged copy {name} is lost"
    for name, content in image.items():
        if not name.endswith(".pledges"):
            continue
        chain = Chain()
        with tempfile.TemporaryFile() as file:
            file.write(content)
            file.seek(0)
            try:
                for _entry in read_pack(file, chain):
                    pass
            except ChainBroken as error:
                yield f"{name} has its final name and is not whole: {error}"
                continue
        if chain.head != promises.copies.get(Path(name).name, chain.head):
            yield f"{name} is not the copy that was acknowledged"


def run(pledges: int, torn_images: int, settings: Mapping[str, str]) -> Found:
    """Play a day with some settings and pull the power all through it."""
    with tempfile.TemporaryDirectory(dir=QUICK) as first, tempfile.TemporaryDirectory(dir=QUICK) as second:
        return cut(play_a_day(Path(first).resolve(), pledges, settings), torn_images, Path(second))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--images", type=int, default=5000, help="at least this many disk images of our settings")
    parser.add_argument("--pledges", type=int, default=60, help="pledges signed in the day")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=QUICK) as folder:
        turns = turns_in(play_a_day(Path(folder).resolve(), arguments.pledges))
    torn_images = max(1, -(-arguments.images // turns) - 2)
    ours = run(arguments.pledges, torn_images, OURS)
    print(f"TRUNCATE+EXTRA (ours): {ours.images} images, {len(ours.losses)} losses", flush=True)
    for loss in ours.losses[:10]:
        print(f"  {loss}")
    proves = True
    for name, settings in WEAKER.items():
        weaker = run(arguments.pledges, torn_images, settings)
        proves = proves and bool(weaker.losses)
        print(f"{name}: {weaker.images} images, {len(weaker.losses)} losses", flush=True)
    return 0 if not ours.losses and proves else 1


if __name__ == "__main__":
    sys.exit(main())
