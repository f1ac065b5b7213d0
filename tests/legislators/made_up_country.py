"""Lerna, a country that does not exist: postcodes of two letters and two digits, an upper house of islands and a lower
house of harbours, and a redrawing of harbours on the first day of 2027."""

from __future__ import annotations

from pathlib import Path

MANIFEST = """
title = "Assembly of Lerna"
country = "lx"
source = "Written for a test"
licence = "CC0 1.0"
as_of = 2026-06-15
finder = "https://assembly.example/find"

[postcode]
pattern = '[A-Z]{2} ?[0-9]{2}'
length = 4
example = "KO 14"

[[seats]]
role = "elder"
division = "ocd-division/country:lx/island:*"
title = { en = "Elder of an island", es = "Consejo de la isla" }

[[seats]]
role = "speaker"
division = "ocd-division/country:lx/island:*/harbour:*"
title = { en = "Speaker for a harbour", es = "Voz de un puerto" }

[office]
en = "Assembly office"
es = "Oficina en la Asamblea"
"""
PEOPLE = """\
id,name,role,division_id,party,phone,contact_url,url,address,start_date,end_date,voting,note
e-1,Ona Brill,elder,ocd-division/country:lx/island:kora,Tide,+99 1234567,https://b.example,,Q. 1,2024-01-01,2030-01-01,,
s-1,Pell Anders,speaker,ocd-division/country:lx/island:kora/harbour:2,Wind,12 345 68,,https://anders.example,,2024-01-01,2028-01-01,,
s-2,"Vey, Mora",speaker,ocd-division/country:lx/island:kora/harbour:10,Tide,,,,,2024-01-01,2028-01-01,true,
s-3,Tam Oru,speaker,ocd-division/country:lx/island:sela/harbour:1,,,,,,,,no,observer
"""
AREAS = """\
postcode,division_id,share,valid_from,valid_until
KO 14,ocd-division/country:lx/island:kora/harbour:10,0.25,,
KO 14,ocd-division/country:lx/island:kora/harbour:2,0.75,,
KO 15,ocd-division/country:lx/island:kora/harbour:2,,,2026-12-31
KO 15,ocd-division/country:lx/island:kora/harbour:10,,2027-01-01,
KO 16,ocd-division/country:lx/island:kora/harbour:3,1,,
SE*,ocd-division/country:lx/island:sela/harbour:1,,,
"""
OFFICES = """\
person_id,city,phone,address,postcode
s-1,Outer Bay,12 345 70,"Pier 4, Outer Bay",KO 99
s-1,Inner Bay,,"Pier 1, Inner Bay",KO 14
"""
SOCIAL = """\
person_id,network,handle
s-1,mastodon,@pell@sea.example
"""
DIVISIONS = """\
division_id,name
ocd-division/country:lx/island:kora,Kora
ocd-division/country:lx/island:kora/harbour:2,Inner Bay
ocd-division/country:lx/island:kora/harbour:10,"Outer Bay, East"
"""


def write_tables(folder: Path) -> None:
    for name, text in (
        ("manifest.toml", MANIFEST),
        ("people.csv", PEOPLE),
        ("areas.csv", AREAS),
        ("offices.csv", OFFICES),
        ("social.csv", SOCIAL),
        ("divisions.csv", DIVISIONS),
    ):
        (folder / name).write_text(text, encoding="utf-8")
