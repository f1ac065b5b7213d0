"""Books and packs that earlier versions made can be opened for ever."""

from __future__ import annotations

import json
import shutil
from contextlib import closing

import pytest

from outreach_app.office.erasing import standing_requests
from outreach_app.office.ledger import Ledger
from outreach_app.office.opening import Opener
from outreach_app.office.people import count, people
from outreach_app.office.receiving import receive
from outreach_app.office.verdicts import Verdict
from outreach_app.pledge_book.book import PledgeBook
from outreach_app.pledge_book.record import NumberedPledge, read_record
from tests.pledge_book.freezing import DRAWN, FROZEN, NAME
from tests.pledge_book.people import consents, later, pledge

VERSIONS = sorted(folder.name for folder in FROZEN.iterdir())


@pytest.fixture(params=VERSIONS)
def frozen(request, tmp_path):
    folder = tmp_path / "frozen"
    shutil.copytree(FROZEN / request.param, folder)
    return folder, json.loads((folder / "expected.json").read_text(encoding="utf-8"))


def test_this_version_is_frozen_too():
    assert NAME in VERSIONS


def test_a_frozen_book_opens_and_goes_on(frozen):
    folder, expected = frozen
    with closing(PledgeBook.open(folder / "pledges.book", expected["recipients"])) as book:
        assert (book.pledges, book.slip.withdrawn, book.slip.rehearsals) == (3, 1, 1)
        assert book.slip.head == expected["head"]
        assert book.withdraw(expected["codes"][0]) == 1
        assert book.sign(pledge("Eun-ji", signed_at=later(20))).number == 5
        assert book.close_event(later(30)).is_closed


def test_a_frozen_book_s_pledges_open_with_either_key(frozen):
    folder, expected = frozen
    with closing(PledgeBook.open(folder / "pledges.book", expected["recipients"])) as book:
        sealed = [sealed for _line, sealed in book.entries() if sealed is not None]
    for secret in expected["secrets"]:
        held = [read_record(Opener(secret).open(each)) for each in sealed]
        names = [each.pledge.given_name for each in held if isinstance(each, NumberedPledge)]
        assert names == ["Ada", "Inés", "Bo"]


def test_a_frozen_pack_comes_home_with_every_field(frozen, tmp_path):
    folder, expected = frozen
    with Ledger(tmp_path / "office.ledger", "words", may_create=True) as ledger:
        judged = receive(ledger, Opener(expected["secrets"][0]), folder / "day.pledges", lambda _bytes: None)
        assert (judged.verdict, judged.head) == (Verdict.OPEN, expected["head"])
        held = {person.pledge.given_name: person.pledge for person in people(ledger)}
        assert held["Ada"] == pledge("Ada", consents=consents(email=True, named=True))
        assert held["Inés"] == pledge("Inés", language="es", signature=DRAWN, signed_at=later(3))
        assert held["Bo"].is_rehearsal
        assert count(ledger).withdrawn == 1
        assert [request.name for request in standing_requests(ledger)] == ["Dolores"]
