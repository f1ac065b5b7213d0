"""What staff may set: kept whole, read back, and never a reason for a table not to open."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outreach_app.errors import StorageFull
from outreach_app.pledge_book.durable_files import DurableFolder
from outreach_app.visit.preference_file import BEFORE_NAME, PREFERENCES_NAME, PreferenceFile
from outreach_app.visit.preferences import (
    IDLE_ASK,
    LOOP,
    PREFERENCES,
    TEXT_SIZE,
    VOLUME,
    Day,
    DeviceName,
    OneOf,
    Preference,
    Preferences,
    Switch,
    WholeNumber,
)

REPOSITORY = Path(__file__).resolve().parents[2]


def allowed_values(preference: Preference):
    kind = preference.kind
    if isinstance(kind, WholeNumber):
        return st.integers(kind.least, kind.most)
    if isinstance(kind, Day):
        return st.just("") | st.dates(date(2000, 1, 1), date(2199, 12, 31)).map(date.isoformat)
    if isinstance(kind, DeviceName):
        return st.sampled_from(sorted(kind.answers)) | st.text('Brother HL-L2350 é"', min_size=1, max_size=200)
    return st.booleans() if isinstance(kind, Switch) else st.sampled_from(sorted(kind.choices))


def settings():
    return st.fixed_dictionaries({}, optional={p.key: allowed_values(p) for p in PREFERENCES})


def test_a_new_station_has_the_defaults(tmp_path):
    found = PreferenceFile(tmp_path).read()
    assert found.notice is None
    assert found.preferences.number(IDLE_ASK) == 40
    assert found.preferences.is_on(LOOP)
    assert found.preferences.choice(TEXT_SIZE) == "normal"


@pytest.mark.parametrize("preference", PREFERENCES, ids=lambda preference: preference.key)
def test_each_default_is_allowed_and_each_has_words(preference):
    assert preference.kind.allows(preference.default)
    assert str(preference.label)
    assert str(preference.sentence).endswith(".")


def test_keys_are_told_apart():
    assert len({preference.key for preference in PREFERENCES}) == len(PREFERENCES)


@given(settings())
def test_whatever_is_set_is_read_back(tmp_path_factory, values):
    file = PreferenceFile(tmp_path_factory.mktemp("station"))
    file.keep(Preferences(values))
    found = file.read()
    assert found.notice is None
    assert found.preferences.values == values


def test_a_value_that_is_not_allowed_cannot_be_set():
    with pytest.raises(ValueError, match="volume"):
        Preferences().having(VOLUME, 101)
    with pytest.raises(ValueError, match="loop"):
        Preferences().having(LOOP, 1)


def test_a_damaged_file_gives_way_to_the_one_before_and_says_so(tmp_path):
    file = PreferenceFile(tmp_path)
    file.keep(Preferences().having(IDLE_ASK, 60))
    file.keep(Preferences().having(IDLE_ASK, 80))
    (tmp_path / PREFERENCES_NAME).write_bytes(b'{"idle_ask": 9')
    found = file.read()
    assert found.preferences.number(IDLE_ASK) == 60
    assert "those from before" in str(found.notice)


def test_with_both_damaged_the_table_opens_with_its_own(tmp_path):
    for name in (PREFERENCES_NAME, BEFORE_NAME):
        (tmp_path / name).write_bytes(b"\0" * 40)
    found = PreferenceFile(tmp_path).read()
    assert found.preferences == Preferences()
    assert "The table uses its own" in str(found.notice)


def test_a_value_out_of_range_gives_way_to_its_default_and_the_others_stand(tmp_path):
    (tmp_path / PREFERENCES_NAME).write_text(json.dumps({"idle_ask": 1, "volume": 50}))
    found = PreferenceFile(tmp_path).read()
    assert found.preferences.number(IDLE_ASK) == 40
    assert found.preferences.number(VOLUME) == 50
    assert "not understood" in str(found.notice)


def test_a_newer_program_s_setting_is_told_and_left_out(tmp_path):
    (tmp_path / PREFERENCES_NAME).write_text(json.dumps({"volume": 50, "smell": "roses"}))
    found = PreferenceFile(tmp_path).read()
    assert found.preferences.values == {"volume": 50}
    assert found.notice is not None


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(), lambda v: st.lists(v), max_leaves=6
    )
    | settings()
)
def test_whatever_stands_in_the_file_the_table_opens(tmp_path_factory, held):
    folder = tmp_path_factory.mktemp("station")
    (folder / PREFERENCES_NAME).write_text(json.dumps(held))
    found = PreferenceFile(folder).read()
    for preference in PREFERENCES:
        value = found.preferences.values.get(preference.key, preference.default)
        assert preference.kind.allows(value)


def test_a_full_disk_leaves_what_was_set(tmp_path, monkeypatch):
    file = PreferenceFile(tmp_path)
    file.keep(Preferences().having(VOLUME, 20))

    def no_room(*_args) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(DurableFolder, "write", no_room)
    with pytest.raises(StorageFull):
        file.keep(Preferences().having(VOLUME, 90))
    assert file.read().preferences.number(VOLUME) == 20


def test_every_choice_has_a_name():
    kinds = [preference.kind for preference in PREFERENCES]
    assert all(str(name) for kind in kinds if isinstance(kind, OneOf) for name in kind.choices.values())


def test_the_page_of_settings_says_what_the_program_declares():
    script = REPOSITORY / "assets" / "recipes" / "make_settings.py"
    checked = subprocess.run([sys.executable, str(script), "--check"], cwd=REPOSITORY, capture_output=True, text=True)
    assert checked.returncode == 0, checked.stdout
