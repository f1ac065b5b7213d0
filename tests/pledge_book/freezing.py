"""Make the frozen book and pack of this version, once, so that no later version can fail to open them.

python -m tests.pledge_book.freezing

It refuses to write over what is there: a frozen file never changes. A new format gets a new folder beside the old ones.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from contextlib import closing
from pathlib import Path

from outreach_app.domain.pledge import DrawnSignature
from outreach_app.office.opening import Opener, new_secret
from outreach_app.pledge_book.book import PledgeBook
from outreach_app.pledge_book.copying_out import copy_out
from outreach_app.pledge_book.durable_files import DurableFolder
from tests.pledge_book.people import NOON, TABLE, consents, later, pledge

FROZEN = Path(__file__).parent / "frozen"
NAME = "version-1"
DRAWN = DrawnSignature((((10, 20), (30, 25), (60, 5)), ((500, 300),)))


def freeze(folder: Path) -> None:
    """A day with a bit of everything: a book still open, and a pack of it."""
    secrets = (new_secret(), new_secret())
    recipients = tuple(Opener(secret).recipient for secret in secrets)
    with closing(PledgeBook.create(folder / "pledges.book", recipients, TABLE, NOON)) as book:
        codes = [
            book.sign(pledge("Ada", consents=consents(email=True, named=True))).withdrawal_code,
            book.sign(pledge("Inés", language="es", signature=DRAWN, signed_at=later(3))).withdrawal_code,
            book.sign(pledge("Bo", is_rehearsal=True, signed_at=later(-70))).withdrawal_code,
            book.sign(pledge("Chidi", email=None, signed_at=later(9))).withdrawal_code,
        ]
        book.withdraw(codes[3])
        book.request_erasure("Dolores", "dolores@example.org")
        copied = copy_out(book, DurableFolder(folder))
        copied.path.rename(folder / "day.pledges")
        expected = {"secrets": secrets, "recipients": recipients, "codes": codes, "head": copied.slip.head}
    (folder / "expected.json").write_text(json.dumps(expected, indent=2) + "\n", encoding="utf-8")


def main() -> int:
    if (FROZEN / NAME).exists():
        print(f"{FROZEN / NAME} is there already and stays as it is")
        return 1
    with tempfile.TemporaryDirectory() as folder:
        freeze(Path(folder))
        shutil.copytree(folder, FROZEN / NAME)
    return 0


if __name__ == "__main__":
    sys.exit(main())
