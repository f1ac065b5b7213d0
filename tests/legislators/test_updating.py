"""Renewing a list from the published files, whatever the other side does."""

from __future__ import annotations

import json
from datetime import date

import pytest

from outreach_app.cli.program import run
from outreach_app.errors import LegislatorsError
from outreach_app.legislators.building import build_pack
from outreach_app.legislators.pack import LegislatorPack
from outreach_app.legislators.samples import build_sample_pack
from outreach_app.legislators.united_states.downloading import Downloader, Patience
from outreach_app.legislators.united_states.importing import import_congress
from outreach_app.legislators.united_states.updating import OFFICES, PEOPLE, SOCIAL, update_congress
from tests.legislators.publisher import dripping, file, publishing, redirect, silent, status
from tests.legislators.small_congress import AREA_FILES, MEMBERS, member, write_files

TODAY = date(2026, 8, 1)
IMPATIENT = Patience(silence_seconds=0.3, file_seconds=0.6, most_bytes=100_000)
NEW_MEMBERS = [*MEMBERS[:5], member("A000007", "rep", "DC", 0, phone="202-555-0107")]
NEW_OFFICES = [{"id": {"bioguide": "A000001"}, "offices": [{"city": "Toledo", "id": "t", "phone": "419-555-0101"}]}]
NEW_SOCIAL = [{"id": {"bioguide": "A000002"}, "social": {"twitter": "ada_two"}}]


def as_json(value):
    return json.dumps(value).encode()


@pytest.fixture
def publisher():
    with publishing() as publisher:
        publisher.publish(PEOPLE, as_json(NEW_MEMBERS))
        publisher.publish(OFFICES, as_json(NEW_OFFICES))
        publisher.publish(SOCIAL, as_json(NEW_SOCIAL))
        yield publisher


@pytest.fixture
def in_use(tmp_path):
    folder = tmp_path / "files"
    folder.mkdir()
    place = tmp_path / "lists"
    place.mkdir()
    build_pack(import_congress(write_files(folder), date(2026, 6, 15)).tables, place / "c.lawmakers")
    return place / "c.lawmakers"


def update(publisher, out, areas=(), *, is_forced=False, told=None):
    def progress(name, come, total):
        if told is not None:
            told.append((name, come, total))

    downloader = Downloader(progress, IMPATIENT)
    return update_congress(out, publisher.address, tuple(areas), downloader, TODAY, is_forced=is_forced)


def people_in(file):
    with LegislatorPack.open(file) as pack:
        return {person.id: person for person in pack.people()}


def refusal(publisher, out, **more):
    before = out.read_bytes()
    with pytest.raises(LegislatorsError) as refused:
        update(publisher, out, **more)
    assert out.read_bytes() == before
    assert list(out.parent.iterdir()) == [out]
    return str(refused.value)


def test_people_are_new_and_zip_codes_stay(publisher, in_use):
    with LegislatorPack.open(in_use) as pack:
        areas = list(pack.areas())
    updated = update(publisher, in_use)
    people = people_in(in_use)
    assert set(people) == {"A000001", "A000002", "A000003", "A000004", "A000005", "A000007"}
    assert people["A000001"].offices[0].city == "Toledo"
    assert (people["A000001"].social, people["A000002"].social) == (None, {"twitter": "ada_two"})
    with LegislatorPack.open(in_use) as pack:
        assert list(pack.areas()) == areas
        assert pack.as_of == updated.as_of == date(2026, 7, 10)


def test_contact_pages_are_not_published_so_the_known_ones_stay(publisher, in_use):
    update(publisher, in_use)
    people = people_in(in_use)
    assert people["A000001"].contact_url == "https://one.example.org/contact"
    assert people["A000003"].contact_url == "https://three.example.org/write"


def test_who_moves_to_another_seat_does_not_take_the_old_page_along(publisher, in_use):
    publisher.publish(PEOPLE, as_json([*NEW_MEMBERS[1:], member("A000001", "rep", "OH", 15)]))
    update(publisher, in_use)
    assert people_in(in_use)["A000001"].contact_url is None


def test_offices_and_social_names_stay_when_their_files_are_not_published(publisher, in_use):
    before = people_in(in_use)["A000001"]
    publisher.publish(OFFICES, status(404))
    publisher.publish(SOCIAL, status(404))
    updated = update(publisher, in_use)
    after = people_in(in_use)["A000001"]
    assert (after.offices, after.social) == (before.offices, before.social)
    assert [str(remark) for remark in updated.remarks if "is not published" in str(remark)] == [
        "legislators-district-offices.json is not published there; what was known stays.",
        "legislators-social-media.json is not published there; what was known stays.",
    ]


def test_a_first_list_is_built_from_nothing_with_area_files(publisher, tmp_path):
    sources = write_files(tmp_path)
    out = tmp_path / "first.lawmakers"
    update(publisher, out, sources.areas)
    with LegislatorPack.open(out) as pack:
        assert [p.name for p in pack.look_up("20001", TODAY).people] == ["Ada A000007"]


def test_a_first_list_without_area_files_is_refused(publisher, tmp_path):
    with pytest.raises(LegislatorsError, match="Name their files with --areas"):
        update(publisher, tmp_path / "first.lawmakers")
    assert publisher.asked == []


def test_without_a_day_from_the_publisher_the_list_is_as_of_today(publisher, in_use):
    publisher.publish(PEOPLE, file(as_json(NEW_MEMBERS), changed=None))
    assert update(publisher, in_use).as_of == TODAY


@pytest.mark.parametrize("changed", ["Fri, 10 Jul 2099 08:00:00 GMT", "some day"])
def test_a_day_that_cannot_be_is_not_believed(publisher, in_use, changed):
    publisher.publish(PEOPLE, file(as_json(NEW_MEMBERS), changed=changed))
    assert update(publisher, in_use).as_of == TODAY


def test_a_list_older_than_the_one_in_use_is_said(publisher, in_use):
    publisher.publish(PEOPLE, file(as_json(NEW_MEMBERS), changed="Fri, 01 May 2026 08:00:00 GMT"))
    remarks = [str(remark) for remark in update(publisher, in_use).remarks]
    assert "The published list is of 2026-05-01; the one in use was of 2026-06-15." in remarks


def test_progress_is_told_as_the_bytes_come(publisher, in_use):
    told = []
    update(publisher, in_use, told=told)
    size = len(as_json(NEW_MEMBERS))
    assert (PEOPLE, size, size) in told
    assert [name for name, _come, _total in told] == sorted(
        (n for n, _c, _t in told), key=[PEOPLE, OFFICES, SOCIAL].index
    )


@pytest.mark.parametrize("name", [PEOPLE, OFFICES, SOCIAL])
@pytest.mark.parametrize(
    ("reply", "words"),
    [
        (silent(1.5), "the server was silent for too long"),
        (dripping(b"[" + b" " * 40, 0.05), "the server is too slow"),
        (file(b"[{}", length=1_000), "only a part of the file came"),
        (file(b"<html>", kind="text/html"), "what came is not a list but text/html"),
        (file(b"[" + b" " * 200_000), "the file is far larger than such a list can be"),
        (status(500), "the server answered 500"),
        (redirect("http://127.0.0.1:9/elsewhere"), "it leads to an address that is not https"),
        (redirect("file:///etc/hostname"), "the server answered 302"),
        (file(b"[{]"), "this is no JSON list"),
        (file(b'{"message": "moved"}'), "this is no JSON list"),
        (file(b"[\xff]"), "this is no UTF-8 text"),
        (file(b'[{"id": {}}]'), "this entry cannot be used"),
        (file(b"[", length="unsaid"), "this is no JSON list"),
    ],
)
def test_whatever_the_other_side_does_the_list_in_use_stays(publisher, in_use, name, reply, words):
    publisher.publish(name, reply)
    assert words in refusal(publisher, in_use)


def test_people_that_are_not_published_are_a_failure(publisher, in_use):
    publisher.publish(PEOPLE, status(404))
    assert "legislators-current.json could not be fetched: the server answered 404." in refusal(publisher, in_use)


def test_nobody_at_home_is_said(publisher, in_use):
    publisher.address = "http://127.0.0.1:9/"
    assert "could not be fetched: the connection failed" in refusal(publisher, in_use)


@pytest.mark.parametrize(
    "source", ["http://127.0.0.1:9/ä/", f"https://{'a' * 64}.org/", "http://127.0.0.1:9/a b/", "http://127.0.0.1:x/"]
)
def test_an_address_that_no_request_can_hold_is_a_sentence(publisher, in_use, source):
    publisher.address = source
    assert "could not be fetched: the connection failed" in refusal(publisher, in_use)


@pytest.mark.parametrize(
    "source", ["http://example.org/", "ftp://127.0.0.1/", "file:///etc/", "nonsense", "https://[x/"]
)
def test_a_source_that_is_not_https_is_not_asked(publisher, in_use, source):
    publisher.address = source
    assert "is no https address" in refusal(publisher, in_use)


def test_after_a_failure_the_next_try_works(publisher, in_use):
    publisher.publish(PEOPLE, file(b"[", length=500))
    refusal(publisher, in_use)
    publisher.publish(PEOPLE, as_json(NEW_MEMBERS))
    update(publisher, in_use)
    assert "A000007" in people_in(in_use)


def test_a_list_of_far_fewer_people_is_refused_unless_forced(publisher, in_use):
    publisher.publish(PEOPLE, as_json(NEW_MEMBERS[:5]))
    assert "The new list has 5 people, the list in use 6." in refusal(publisher, in_use)
    update(publisher, in_use, is_forced=True)
    assert len(people_in(in_use)) == 5


def test_far_fewer_zip_codes_are_refused_unless_forced(publisher, in_use, tmp_path):
    areas = [tmp_path / "files" / "territory.csv"]
    assert "The new list has 1 ZIP codes, the list in use 9." in refusal(publisher, in_use, areas=areas)
    update(publisher, in_use, areas, is_forced=True)
    with LegislatorPack.open(in_use) as pack:
        assert len(list(pack.areas())) == 1


def test_three_senators_gone_at_once_are_refused_even_if_others_came(publisher, in_use):
    others = [member(f"B00000{district}", "rep", "OH", district) for district in (1, 2, 4)]
    publisher.publish(PEOPLE, as_json([*MEMBERS[2:3], *MEMBERS[4:], *others]))
    assert "The new list has 0 senator, the list in use 3." in refusal(publisher, in_use)


@pytest.mark.parametrize("make", [build_sample_pack, lambda path: path.write_bytes(b"my notes")])
def test_what_is_no_list_of_congress_is_not_overwritten(publisher, tmp_path, make):
    folder = tmp_path / "other"
    folder.mkdir()
    make(folder / "file")
    assert "is not a" in refusal(publisher, folder / "file")
    assert publisher.asked == []


def test_on_the_command_line(publisher, in_use, capsys):
    line = ["legislators", "update", "--out", str(in_use), "--source", publisher.address]
    assert run(line) == 0
    assert "6 people, 5 postcodes, as of July 10, 2026." in capsys.readouterr().out
    publisher.publish(PEOPLE, as_json([]))
    before = in_use.read_bytes()
    assert run(line) == 1
    assert "use --force" in capsys.readouterr().err
    assert in_use.read_bytes() == before


def test_on_the_command_line_from_nothing(publisher, tmp_path, capsys):
    write_files(tmp_path)
    areas = [part for name in AREA_FILES for part in ("--areas", str(tmp_path / name))]
    out = tmp_path / "first.lawmakers"
    assert run(["legislators", "update", "--out", str(out), "--source", publisher.address, *areas]) == 0
    assert f"Built {out}: 6 people" in capsys.readouterr().out


def test_the_real_people_of_june_renew_a_list_of_june(shared_data, congress, imported_congress, tmp_path):
    out = tmp_path / "congress.lawmakers"
    build_pack(imported_congress.tables, out)
    with publishing() as publisher:
        publisher.publish(PEOPLE, (shared_data / "congress-legislators" / "legislators-current.json").read_bytes())
        update_congress(out, publisher.address, (), Downloader(lambda *_told: None), TODAY, is_forced=False)
    assert people_in(out) == {person.id: person for person in congress.people()}
