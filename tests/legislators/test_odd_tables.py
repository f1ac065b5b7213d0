"""Tables as people really bring them: harmless differences change nothing, the rest is said with file and line."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from outreach_app.errors import LegislatorsError
from outreach_app.legislators.building import build_pack
from outreach_app.legislators.table_folder import read_table_folder
from tests.legislators.made_up_country import AREAS, DIVISIONS, MANIFEST, OFFICES, PEOPLE, SOCIAL, write_tables

TABLES = {
    "people.csv": PEOPLE,
    "areas.csv": AREAS,
    "offices.csv": OFFICES,
    "social.csv": SOCIAL,
    "divisions.csv": DIVISIONS,
}
OPTIONAL = ("offices.csv", "social.csv", "divisions.csv")
NEEDED = {
    "people.csv": ["id", "name", "role", "division_id"],
    "areas.csv": ["postcode", "division_id"],
    "offices.csv": ["person_id", "city"],
    "social.csv": ["person_id", "network", "handle"],
    "divisions.csv": ["division_id", "name"],
}
MISTYPED = {
    ("people.csv", "role"): "Speaker of the House",
    ("people.csv", "division_id"): "kora//harbour",
    ("people.csv", "phone"): "ask at the quay",
    ("people.csv", "contact_url"): "http://plain.example",
    ("people.csv", "url"): "plain.example",
    ("people.csv", "start_date"): "01/03/2025",
    ("people.csv", "end_date"): "2025-02-30",
    ("people.csv", "voting"): "maybe",
    ("people.csv", "note"): "two words",
    ("people.csv", "name"): "",
    ("people.csv", "id"): "",
    ("areas.csv", "postcode"): "K*O",
    ("areas.csv", "division_id"): "ocd-division/country:lx/isle:kora",
    ("areas.csv", "share"): "12 %",
    ("areas.csv", "valid_from"): "January",
    ("areas.csv", "valid_until"): "2026",
    ("offices.csv", "person_id"): "s-404",
    ("offices.csv", "city"): "",
    ("offices.csv", "phone"): "none",
    ("offices.csv", "postcode"): "?",
    ("social.csv", "person_id"): "s-404",
    ("social.csv", "network"): "My Space",
    ("social.csv", "handle"): "two words",
    ("divisions.csv", "division_id"): "kora//harbour",
    ("divisions.csv", "name"): "",
}
any_table = some.sampled_from(sorted(TABLES))


def rows_of(text):
    return list(csv.reader(io.StringIO(text)))


def text_of(rows, quoting=csv.QUOTE_MINIMAL, line_end="\n"):
    out = io.StringIO(newline="")
    csv.writer(out, quoting=quoting, lineterminator=line_end).writerows(rows)
    return out.getvalue()


class Desk:
    """A folder of tables and, beside it, the list that is in use."""

    def __init__(self, folder: Path) -> None:
        self.tables = folder / "tables"
        self.tables.mkdir()
        self.list = folder / "in-use.lawmakers"
        self.restore()
        build_pack(read_table_folder(self.tables), self.list)
        self.content = self.list.read_bytes()

    def restore(self):
        write_tables(self.tables)

    def build(self):
        build_pack(read_table_folder(self.tables), self.list)

    def refusal(self):
        with pytest.raises(LegislatorsError) as refused:
            self.build()
        assert self.list.read_bytes() == self.content
        assert [file.name for file in self.list.parent.iterdir() if file.name.startswith(".")] == []
        return str(refused.value)


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    return Desk(tmp_path_factory.mktemp("desk"))


@pytest.fixture(autouse=True)
def restored(desk):
    desk.restore()


@given(
    some.booleans(),
    some.sampled_from(["\n", "\r\n", "\r"]),
    some.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC]),
    some.randoms(use_true_random=False),
    some.integers(0, 3),
)
def test_marks_line_ends_quotes_blank_lines_and_the_order_of_columns_change_nothing(
    desk, has_mark, line_end, quoting, random, blank_lines
):
    for file, text in TABLES.items():
        rows = rows_of(text)
        order = list(range(len(rows[0])))
        random.shuffle(order)
        changed = (
            text_of([[row[column] for column in order] for row in rows], quoting, line_end) + line_end * blank_lines
        )
        (desk.tables / file).write_bytes(("\ufeff" * has_mark + changed).encode())
    desk.build()
    assert desk.list.read_bytes() == desk.content


@given(any_table, some.data())
def test_a_missing_column_is_named_unless_it_may_be_absent(desk, file, data):
    desk.restore()
    rows = rows_of(TABLES[file])
    gone = data.draw(some.sampled_from(rows[0]))
    place = rows[0].index(gone)
    (desk.tables / file).write_text(text_of([row[:place] + row[place + 1 :] for row in rows]))
    if gone in NEEDED[file]:
        assert desk.refusal().startswith(f"{file}, line 1: the column {gone} is missing.")
    else:
        read_table_folder(desk.tables)


@given(any_table, some.from_regex(r"[a-z_]{3,12}", fullmatch=True), some.data())
def test_an_extra_or_renamed_column_is_named_with_those_that_are_known(desk, file, name, data):
    desk.restore()
    rows = rows_of(TABLES[file])
    renamed = data.draw(some.sampled_from(rows[0]))
    if name in rows[0]:
        return
    for changed in ([[*rows[0], name], *([*row, "x"] for row in rows[1:])], [[*rows[0]], *rows[1:]]):
        if changed[0] == rows[0]:
            changed[0][rows[0].index(renamed)] = name
        (desk.tables / file).write_text(text_of(changed))
        sentence = desk.refusal()
        missing = renamed in NEEDED[file] and changed[0] != [*rows[0], name]
        told = f"the column {renamed} is missing" if missing else f"the column {name} is not known here. Known are"
        assert sentence.startswith(f"{file}, line 1: {told}")


@given(some.sampled_from(sorted(MISTYPED)), some.data())
def test_a_mistyped_cell_is_said_with_its_file_and_line(desk, place, data):
    desk.restore()
    file, column = place
    rows = rows_of(TABLES[file])
    line = data.draw(some.integers(2, len(rows)))
    rows[line - 1][rows[0].index(column)] = MISTYPED[place]
    (desk.tables / file).write_text(text_of(rows))
    assert desk.refusal().startswith(f"{file}, line {line}: ")


@given(some.sampled_from(["people.csv", "areas.csv", "social.csv", "divisions.csv"]), some.data())
def test_a_row_that_stands_twice_is_said_with_the_line_of_the_first(desk, file, data):
    desk.restore()
    rows = rows_of(TABLES[file])
    line = data.draw(some.integers(2, len(rows)))
    (desk.tables / file).write_text(text_of([*rows, rows[line - 1]]))
    sentence = desk.refusal()
    assert sentence.startswith(f"{file}, line {len(rows) + 1}: ")
    assert f"in line {line} already" in sentence or sentence.endswith("twice.")


@given(any_table, some.data())
def test_a_column_named_twice_is_said(desk, file, data):
    desk.restore()
    rows = rows_of(TABLES[file])
    name = data.draw(some.sampled_from(rows[0]))
    (desk.tables / file).write_text(text_of([[*rows[0], name], *([*row, ""] for row in rows[1:])]))
    assert desk.refusal() == f"{file}, line 1: the column {name} stands twice."


@given(any_table, some.data())
def test_a_cell_too_many_or_too_few_is_said_with_its_line(desk, file, data):
    desk.restore()
    rows = rows_of(TABLES[file])
    line = data.draw(some.integers(2, len(rows)))
    row = rows[line - 1]
    rows[line - 1] = data.draw(some.sampled_from([[*row, "x"], row[:-1]]))
    (desk.tables / file).write_text(text_of(rows, csv.QUOTE_ALL))
    assert re.match(f"{file}, line {line}: this row has [0-9]+ cells, the header {len(rows[0])}[.]", desk.refusal())


@given(any_table, some.data())
def test_a_quote_that_never_closes_is_said_with_the_line_where_it_opens(desk, file, data):
    desk.restore()
    lines = TABLES[file].splitlines(keepends=True)
    line = data.draw(some.integers(2, len(lines)))
    (desk.tables / file).write_text(
        "".join([*lines[: line - 1], '"' + lines[line - 1].replace('"', ""), *lines[line:]])
    )
    if '"' not in "".join(lines[line:]):
        assert desk.refusal().startswith(f"{file}, line {line}: the quotes do not match")
    else:
        assert desk.refusal().startswith(f"{file}, line ")


@given(any_table, some.data())
def test_another_encoding_is_said_with_its_line(desk, file, data):
    desk.restore()
    lines = TABLES[file].encode().splitlines(keepends=True)
    line = data.draw(some.integers(1, len(lines)))
    (desk.tables / file).write_bytes(b"".join([*lines[: line - 1], b"\xe9" + lines[line - 1], *lines[line:]]))
    assert desk.refusal().startswith(f"{file}, line {line}: this is no UTF-8 text.")


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(
    some.sampled_from([*TABLES, "manifest.toml"]), some.one_of(some.binary(max_size=300), some.text().map(str.encode))
)
def test_whatever_lies_there_instead_of_a_table_ends_in_a_sentence(desk, file, content):
    desk.restore()
    (desk.tables / file).write_bytes(content)
    try:
        tables = read_table_folder(desk.tables)
    except LegislatorsError as error:
        assert str(error).startswith(file)  # noqa: PT017 - a usable file may be drawn too, so nothing need be raised
        return
    assert file in OPTIONAL or tables.people


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('title = "Assembly of Lerna"', "", "manifest.toml: Object missing required field `title`"),
        ("length = 4", 'length = "4"', "manifest.toml: Expected `int`, got `str`"),
        ("length = 4", "lenght = 4", "manifest.toml: Object contains unknown field `lenght`"),
        ("as_of = 2026-06-15", "as_of = yesterday", "manifest.toml: Invalid value (at line 6, column 9)"),
        ('country = "lx"', 'country = "Lerna"', "manifest.toml: country should be two small letters"),
        ("https://assembly", "http://assembly", "manifest.toml: http://assembly.example/find is no https web address."),
        ("[A-Z]{2} ?", "([A-Z]{2} ?", "manifest.toml: the pattern of the postcode cannot be used"),
        ('"KO 14"', '"KO 1"', "manifest.toml: the example of a postcode does not fit its own pattern."),
        ('role = "elder"', 'role = "Elder"', "manifest.toml: Elder should be small letters, digits and hyphens."),
        ('role = "elder"', 'role = "elder"\ncount = 0', "manifest.toml: count should be 1 or more."),
        ('es = "Voz de un puerto"', 'Spanish = "Voz"', "manifest.toml: Spanish is no language; write it as en."),
        ('"Voz de un puerto"', '""', "manifest.toml: the column title may not be empty."),
        ('"Assembly office"', "7", "manifest.toml: Expected `str`, got `int` - at `$.office[...]`"),
    ],
)
def test_an_odd_manifest_is_said_with_its_key(desk, old, new, words):
    assert old in MANIFEST
    (desk.tables / "manifest.toml").write_text(MANIFEST.replace(old, new))
    assert desk.refusal().startswith(words)


@pytest.mark.parametrize("file", ["manifest.toml", "people.csv", "areas.csv"])
def test_a_missing_table_is_named(desk, file):
    (desk.tables / file).unlink()
    assert desk.refusal() == f"{file} cannot be read: No such file or directory."


@pytest.mark.parametrize("file", OPTIONAL)
def test_three_of_the_tables_may_be_absent(desk, file):
    (desk.tables / file).unlink()
    assert len(read_table_folder(desk.tables).people) == 4


def test_a_country_without_people_is_not_built(desk):
    (desk.tables / "people.csv").write_text(PEOPLE.splitlines()[0] + "\n")
    for name in ("offices.csv", "social.csv"):
        (desk.tables / name).unlink()
    assert desk.refusal() == "There are no people or no areas in the tables. Nothing was built."


def test_an_address_of_several_lines_is_one_line_and_the_next_row_keeps_its_number(desk):
    text = PEOPLE.replace("Q. 1", '"Quay 1\nKora\u2028Lerna"').replace(",true,", ",maybe,")
    (desk.tables / "people.csv").write_text(text)
    assert desk.refusal() == "people.csv, line 5: maybe is neither yes nor no."
    (desk.tables / "people.csv").write_text(text.replace("maybe", "true"))
    assert read_table_folder(desk.tables).people[0].address == "Quay 1 Kora Lerna"
