"""Captions: what is read of WebVTT, and what is refused with its line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from outreach_app.campaign.captions import Cue, caption_at, parse_captions, read_captions
from outreach_app.errors import CampaignError

LINE = some.text(
    some.characters(exclude_characters="<>&\r\n\0", exclude_categories=("Cs", "Cc", "Zl", "Zp", "Zs")), min_size=1
).filter(lambda line: line.strip() == line and "-->" not in line and line.split() == [line])
TIMES = some.lists(some.integers(0, 10**8), min_size=2, max_size=2, unique=True).map(sorted)
CUES = some.lists(some.tuples(TIMES, some.lists(LINE, min_size=1, max_size=3)), max_size=6)


def written(milliseconds: int) -> str:
    seconds, thousandths = divmod(milliseconds, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.{thousandths:03}"


@given(CUES, some.sampled_from(["\n", "\r\n", "\r"]))
def test_what_is_written_is_read_back_whatever_ends_a_line(cues, ending):
    lines = ["WEBVTT", ""]
    for (begin, end), text in cues:
        lines += [f"{written(begin)} --> {written(end)}", *text, ""]
    expected = [Cue(begin / 1000, end / 1000, "\n".join(text)) for (begin, end), text in cues]
    assert parse_captions(ending.join(lines), "a.vtt") == tuple(sorted(expected, key=lambda cue: cue.begin))


@given(some.text(max_size=300))
def test_whatever_stands_in_a_file_is_read_or_refused_with_a_sentence(text):
    for attempt in (text, "WEBVTT\n\n" + text):
        try:
            cues = parse_captions(attempt, "a.vtt")
        except CampaignError:
            continue
        assert all(cue.begin < cue.end and cue.text for cue in cues)


def test_notes_styles_names_settings_and_marks_are_passed_over():
    text = """WEBVTT - a title

STYLE
::cue { color: red }

NOTE nobody reads this
00:01.000 is no time here

REGION
id:one

first
00:01.000 --> 00:02.000 align:left line:0
<v Ada>Take it <i>down</i> &amp; keep it down.</v>

01:00:00.500 --> 01:00:01.000
second
line
"""
    assert parse_captions(text, "a.vtt") == (
        Cue(1, 2, "Take it down & keep it down."),
        Cue(3600.5, 3601, "second\nline"),
    )


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "do not begin with WEBVTT"),
        ("WEBVTTs\n", "do not begin with WEBVTT"),
        ("WEBVTT\n\n00:01.000 -> 00:02.000\nHello\n", "Line 4"),
        ("WEBVTT\n\n00:01 --> 00:02\nHello\n", "Line 3"),
        ("WEBVTT\n\n\n00:02.000 --> 00:01.000\nHello\n", "line 4 of a.vtt ends before it begins"),
        ("WEBVTT\n\n00:99.000 --> 00:99.500\nHello\n", "Line 3"),
    ],
)
def test_what_is_no_caption_is_refused_with_its_line(text, sentence):
    with pytest.raises(CampaignError, match=sentence):
        parse_captions(text, "a.vtt")


def test_a_file_that_is_missing_too_large_or_not_utf_8_is_refused(tmp_path: Path):
    file = tmp_path / "a.vtt"
    with pytest.raises(CampaignError, match="cannot be read"):
        read_captions(file)
    file.write_bytes(b"WEBVTT\n\xff")
    with pytest.raises(CampaignError, match="UTF-8"):
        read_captions(file)
    file.write_bytes(b"WEBVTT\n" + b" " * 1_100_000)
    with pytest.raises(CampaignError, match="megabyte"):
        read_captions(file)


def test_at_a_moment_stands_what_is_said_then_and_two_at_once_one_below_the_other():
    cues = (Cue(1, 3, "one"), Cue(2, 4, "two"))
    assert [caption_at(cues, seconds) for seconds in (0, 1, 2.5, 3, 4)] == ["", "one", "one\ntwo", "two", ""]
