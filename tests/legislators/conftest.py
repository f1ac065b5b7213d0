"""A list of the real Congress, built once from the public data, the sample list, and a small made-up country."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from outreach_app.legislators.building import build_pack
from outreach_app.legislators.pack import LegislatorPack
from outreach_app.legislators.samples import build_sample_pack
from outreach_app.legislators.table_folder import read_table_folder
from outreach_app.legislators.united_states.importing import Imported, Sources, import_congress
from tests.legislators.made_up_country import write_tables

AS_OF = date(2026, 6, 15)


def sources_in(data, *, with_census: bool) -> Sources:
    areas = [
        data / "us-zipcodes-congress" / "zccd.csv",
        data / "derived" / "territory-zips.csv",
        data / "derived" / "zip3-state.csv",
    ]
    if with_census:
        areas.append(data / "census" / "tab20_cd11920_zcta520_SYNTHETIC.txt")
    return Sources(
        people=data / "congress-legislators" / "legislators-current.json",
        areas=tuple(areas),
        offices=data / "congress-legislators" / "legislators-district-offices.csv",
        contacts=data / "derived" / "contact-forms.csv",
        social=data / "congress-legislators" / "legislators-social-media.yaml",
    )


def congress_file_in(folder: Path, data: Path, *, with_census: bool) -> Path:
    """The list of the real Congress, built into a folder."""
    file = folder / "congress.lawmakers"
    build_pack(import_congress(sources_in(data, with_census=with_census), AS_OF).tables, file)
    return file


@pytest.fixture(scope="session")
def imported_congress(shared_data) -> Imported:
    return import_congress(sources_in(shared_data, with_census=False), AS_OF)


@pytest.fixture(scope="session")
def congress(imported_congress, tmp_path_factory):
    file = tmp_path_factory.mktemp("congress") / "congress.lawmakers"
    build_pack(imported_congress.tables, file)
    with LegislatorPack.open(file) as pack:
        yield pack


@pytest.fixture(scope="session")
def congress_with_census(shared_data, tmp_path_factory):
    file = congress_file_in(tmp_path_factory.mktemp("census"), shared_data, with_census=True)
    with LegislatorPack.open(file) as pack:
        yield pack


@pytest.fixture(scope="session")
def sample_pack(tmp_path_factory):
    with LegislatorPack.open(build_sample_pack(tmp_path_factory.mktemp("sample") / "sample.lawmakers")) as pack:
        yield pack


@pytest.fixture
def made_up_tables(tmp_path):
    folder = tmp_path / "tables"
    folder.mkdir()
    write_tables(folder)
    return folder


@pytest.fixture
def made_up_country(made_up_tables, tmp_path):
    file = tmp_path / "country.lawmakers"
    build_pack(read_table_folder(made_up_tables), file)
    with LegislatorPack.open(file) as pack:
        yield pack
