"""Files of the kinds that Congress is imported from, small enough to break one place at a time."""

from __future__ import annotations

import json
from pathlib import Path

from outreach_app.legislators.united_states.importing import Sources


def member(bioguide, kind, state, district=None, **more):
    term = {"type": kind, "start": "2025-01-03", "end": "2031-01-03", "state": state, "party": "Tide", **more}
    if district is not None:
        term["district"] = district
    earlier = {"type": "rep", "start": "1999-01-03", "end": "2001-01-03", "state": state, "district": 1}
    return {
        "id": {"bioguide": bioguide},
        "name": {"first": "Ada", "last": bioguide.title(), "official_full": f"Ada {bioguide.title()}"},
        "bio": {"gender": "F"},
        "terms": [earlier, term],
    }


MEMBERS = [
    member("A000001", "sen", "OH", state_rank="junior", phone="202-555-0101", url="https://one.example.org"),
    member("A000002", "sen", "OH", state_rank="senior", phone="202-555-0102", url="https://two.example.org"),
    member("A000003", "rep", "OH", 3, phone="202-555-0103", contact_form="hhttps://three.example.org"),
    member("A000004", "sen", "WY"),
    member("A000005", "rep", "WY", 0),
    member("A000006", "rep", "DC", 0),
]
FILES = {
    "members.json": json.dumps(MEMBERS, indent=2),
    "offices.csv": "bioguide,id,address,suite,city,state,zip,phone,fax\n"
    'A000001,A000001-a,"1 Main St., North",104,Columbus,OH,43215,614-555-0101,\n'
    "A000001,A000001-b,2 Main St.,,Akron,OH,44301,,\n"
    "Z999999,Z999999-a,3 Main St.,,Gone,OH,44301,614-555-0109,\n",
    "contacts.csv": "bioguide,contact_form,source\n"
    "A000001,https://one.example.org/contact,congress-legislators\n"
    "A000002,https://two.example.org/contact,guess\n"
    "A000003,https://three.example.org/write,openstates-people\n",
    "social.yaml": "# A note.\n- id:\n    bioguide: A000001\n    thomas: '02019'\n  social:\n    twitter: ada_one\n"
    "    youtube_id: UC1\n    facebook: '8037068318'\n",
    "zccd.csv": "state_fips,state_abbr,zcta,cd\n39,OH,43215,3\n39,OH,43215,15\n56,WY,82701,0\n11,DC,20001,98\n",
    "territory.csv": "zip,state,cd\n96910,GU,0\n",
    "zip3.csv": "zip3,states\n432,OH\n827,WY\n834,OH WY\n969,FM GU MH\n",
    "census.txt": "\ufeffOID|GEOID_CD119_20|GEOID_ZCTA5_20|AREALAND_ZCTA5_20|AREALAND_PART\n"
    "1|5600|82701|100|97\n2|3903|82701|100|3\n3|17ZZ|||0\n4|3903|43216|0|0\n5|3915|82701|100|0\n",
}
AREA_FILES = ("zccd.csv", "territory.csv", "zip3.csv", "census.txt")


def write_files(folder: Path) -> Sources:
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8", newline="")
    return sources_in(folder)


def sources_in(folder: Path) -> Sources:
    return Sources(
        people=folder / "members.json",
        areas=tuple(folder / name for name in AREA_FILES),
        offices=folder / "offices.csv",
        contacts=folder / "contacts.csv",
        social=folder / "social.yaml",
    )
