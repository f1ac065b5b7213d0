"""The station's log: what broke and where, and never what somebody typed."""

from __future__ import annotations

import logging

import pytest

from outreach_app.errors import Message
from outreach_app.visit.log_book import LOG_NAME, close_log, keep_log, kind_and_place

log = logging.getLogger("outreach_app.somewhere")


def stumble(typed: str) -> None:
    """Break inside the program, with what was typed in the error's text."""
    str(Message("{" + typed + "}", {"another": "blank"}))


@pytest.fixture
def written(tmp_path):
    """Reads what was written, after the log was closed."""
    handler = keep_log(tmp_path)
    yield lambda: (tmp_path / LOG_NAME).read_text(encoding="utf-8")
    close_log(handler)


def raised(typed: str) -> BaseException:
    with pytest.raises(KeyError, match=typed) as caught:
        stumble(typed)
    return caught.value


def test_of_an_error_its_kind_and_our_line_are_told_and_not_its_text():
    said = kind_and_place(raised("Zyxwvut"))
    assert said.startswith("KeyError at errors.py:")
    assert "Zyxwvut" not in said


def test_an_error_that_passed_no_line_of_ours_is_told_by_its_kind():
    assert kind_and_place(KeyError("Zyxwvut")) == "KeyError at unknown"


def test_what_was_typed_stays_out_of_the_file_even_where_the_error_is_logged_with_its_trace(written):
    try:
        stumble("Zyxwvut")
    except KeyError:
        log.exception("the sentence could not be said")
    assert "the sentence could not be said (KeyError at errors.py:" in written()
    assert "Zyxwvut" not in written()
    assert "Traceback" not in written()


def test_only_warnings_and_worse_are_written(written):
    log.info("somebody touched the screen")
    log.warning("the printer does not answer")
    assert "touched" not in written()
    assert written().count("\n") == 1


def test_a_log_that_never_ends_stays_under_two_megabytes(tmp_path, written):
    for _line in range(12_000):
        log.warning("the same sentence again, %s", "x" * 150)
    files = list(tmp_path.iterdir())
    assert len(files) == 4
    assert sum(file.stat().st_size for file in files) < 2 * 1024 * 1024


def test_a_closed_log_is_written_no_more(tmp_path):
    handler = keep_log(tmp_path)
    log.warning("before")
    close_log(handler)
    log.warning("after")
    assert "after" not in (tmp_path / LOG_NAME).read_text(encoding="utf-8")
