"""Whatever a stranger writes into a pack, reading it ends in a campaign or in a sentence, and in nothing else."""

from __future__ import annotations

import copy
import tempfile
import tomllib
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from outreach_app.campaign.bundled import bundled_campaign
from outreach_app.campaign.checking import check_campaign
from outreach_app.campaign.problems import Severity
from outreach_app.campaign.reading import read_campaign
from outreach_app.domain.campaign import Campaign
from outreach_app.errors import CampaignError
from outreach_app.language import Tongue
from tests.campaign.packs import A_DAY, copy_of_the_sample, document

FILES = ("campaign.toml", "text/en.toml", "text/es.toml")
TEXTS = {name: (bundled_campaign("take-it-down") / name).read_text(encoding="utf-8") for name in FILES}
TABLES = {name: tomllib.loads(text) for name, text in TEXTS.items()}

# Text that UTF-8 can hold.
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
odd_values = st.recursive(
    st.one_of(
        st.booleans(),
        st.integers(),
        st.floats(allow_nan=False, allow_infinity=False),
        st.dates(),
        st.sampled_from(["", "{bill}", "{", "never", "https://", "https://@", "https://[", "media/../../x", "\u202e"]),
        words,
    ),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(words, inner, max_size=3)),
    max_leaves=6,
)


def outcome(name: str, content: bytes) -> Campaign | CampaignError:
    """What reading a sample with one file exchanged comes to; any other exception fails the test."""
    with tempfile.TemporaryDirectory() as folder:
        pack = copy_of_the_sample(Path(folder), links_films=True)
        (pack / name).write_bytes(content)
        refuses = any(problem.severity is Severity.ERROR for problem in check_campaign(pack, A_DAY))
        try:
            campaign = read_campaign(pack)
        except CampaignError as error:
            refusal = error
        else:
            assert not refuses
            return campaign
        assert refuses
        assert Tongue("en").say(refusal.message)
        return refusal


def places(value: object, path: tuple[object, ...] = ()) -> list[tuple[object, ...]]:
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [spot for key, item in inside for spot in [(*path, key), *places(item, (*path, key))]]


@st.composite
def places_in_the_sample(draw: st.DrawFn) -> tuple[str, tuple[object, ...]]:
    name = draw(st.sampled_from(FILES))
    return name, draw(st.sampled_from(places(TABLES[name])))


def parent_of(tables: object, path: tuple[object, ...]) -> object:
    for key in path[:-1]:
        tables = tables[key]
    return tables


def test_the_writer_of_these_tests_writes_the_sample_back() -> None:
    for tables in TABLES.values():
        assert tomllib.loads(document(tables)) == tables
    assert tomllib.loads(document({"\x7f": "\x1f\U0001f600"})) == {"\x7f": "\x1f\U0001f600"}


@given(places_in_the_sample())
def test_a_dropped_key(place: tuple[str, tuple[object, ...]]) -> None:
    name, path = place
    tables = copy.deepcopy(TABLES[name])
    del parent_of(tables, path)[path[-1]]
    outcome(name, document(tables).encode())


@given(places_in_the_sample(), odd_values)
def test_a_value_of_another_kind(place: tuple[str, tuple[object, ...]], value: object) -> None:
    name, path = place
    tables = copy.deepcopy(TABLES[name])
    parent_of(tables, path)[path[-1]] = value
    outcome(name, document(tables).encode())


@given(places_in_the_sample(), words, odd_values)
def test_a_key_too_many(place: tuple[str, tuple[object, ...]], key: str, value: object) -> None:
    name, path = place
    tables = copy.deepcopy(TABLES[name])
    parent = parent_of(tables, path)
    if isinstance(parent, dict) and key not in parent:
        parent[key] = value
        assert isinstance(outcome(name, document(tables).encode()), CampaignError)


@given(st.sampled_from(FILES), st.binary(max_size=60), st.integers(0, 20_000))
def test_bytes_that_are_garbage(name: str, garbage: bytes, where: int) -> None:
    content = TEXTS[name].encode()
    outcome(name, content[:where] + garbage + content[where:])


@given(st.sampled_from(FILES), st.integers(0, 20_000))
def test_a_file_cut_off_anywhere(name: str, where: int) -> None:
    outcome(name, TEXTS[name].encode()[:where])
