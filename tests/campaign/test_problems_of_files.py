"""A pack's folder and files: what is missing, unreadable or in the wrong language is said with file and key."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from outreach_app.campaign.reading import read_campaign
from tests.campaign.packs import (
    A_DAY,
    ENGLISH,
    SETTINGS,
    SPANISH,
    add,
    change,
    errors,
    only_error,
    put_first,
    said,
    warnings,
)


def test_a_copy_of_the_sample_is_sound(pack: Path) -> None:
    assert errors(pack) == []


def test_a_missing_folder(tmp_path: Path) -> None:
    assert only_error(tmp_path / "nowhere") == (SETTINGS, "", "There is no such folder. Look at the path.")


def test_a_file_that_is_neither_a_folder_nor_a_campaign_file(tmp_path: Path) -> None:
    (tmp_path / "pack").write_text("no folder")
    assert said(errors(tmp_path / "pack")) == [
        ("pack", "", "This is no campaign file. Build one with outreach campaign build.")
    ]


def test_a_folder_without_campaign_toml(tmp_path: Path) -> None:
    assert only_error(tmp_path) == (SETTINGS, "", "This file is missing.")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the super-user may read every file")
def test_a_file_nobody_may_open(pack: Path) -> None:
    (pack / SETTINGS).chmod(0)
    assert only_error(pack) == (SETTINGS, "", "This file cannot be read. Check who may open it.")


def test_a_mistake_in_the_toml_names_its_line(pack: Path) -> None:
    put_first(pack, SETTINGS, 'id = "one\n')
    file, _key, text = only_error(pack)
    assert file == SETTINGS
    assert text == "Line 1, column 10 is not written as TOML."


def test_a_file_that_breaks_off(pack: Path) -> None:
    add(pack, SETTINGS, "\nrest = [")
    assert only_error(pack)[2] == "This file ends too early. Look at its last lines."


def test_a_text_file_named_by_no_language(pack: Path) -> None:
    (pack / "text" / "English text.toml").write_text("")
    assert only_error(pack)[2] == "A text file is named by its language, such as en.toml."


def test_a_file_in_another_encoding(pack: Path) -> None:
    (pack / SETTINGS).write_bytes('name = "Señal"'.encode("latin-1"))
    assert only_error(pack)[2] == "This file is not saved as UTF-8. Save it again as UTF-8."


def test_brackets_nested_beyond_reason(pack: Path) -> None:
    (pack / SETTINGS).write_text("a = " + "[" * 5000)
    assert only_error(pack)[2] == "This file is nested or numbered beyond reason."


def test_a_number_beyond_reason(pack: Path) -> None:
    (pack / SETTINGS).write_text("a = " + "1" * 5000)
    assert only_error(pack)[2] == "This file is nested or numbered beyond reason."


def test_a_file_too_large_to_be_text(pack: Path) -> None:
    (pack / SETTINGS).write_text("#" * (1024 * 1024 + 1))
    assert only_error(pack)[2] == "This file is larger than a megabyte, so it is no campaign text."


def test_a_text_missing_in_the_fallback_language(pack: Path) -> None:
    change(pack, ENGLISH, 'title = "Get help"\n', "")
    assert only_error(pack) == (ENGLISH, "help.title", "This text is missing.")


def test_a_missing_translation_falls_back_and_is_noted(pack: Path) -> None:
    change(pack, SPANISH, 'title = "Busca ayuda"\n', "")
    assert errors(pack) == []
    assert read_campaign(pack).help_title.in_language("es") == "Get help"
    noted = [one for one in said(warnings(pack)) if one[0] == SPANISH]
    assert noted == [(SPANISH, "help.title", "This text is not translated, so it is shown in the language en.")]


def test_a_language_without_its_file(pack: Path) -> None:
    (pack / SPANISH).unlink()
    assert only_error(pack) == (SPANISH, "", "This file is missing.")


def test_an_unknown_key(pack: Path) -> None:
    put_first(pack, SETTINGS, 'colour = "red"\n')
    assert only_error(pack) == (SETTINGS, "colour", "No such key is known here. Look for a slip of the pen.")


def test_an_unknown_key_deep_inside(pack: Path) -> None:
    change(pack, SETTINGS, 'id = "duty"\n', 'id = "duty"\nsource_url = "https://example.org/"\n')
    assert only_error(pack)[1] == "facts.duty.source_url"


def test_a_text_nobody_asks_for(pack: Path) -> None:
    add(pack, ENGLISH, '\n[facts.dutty]\nsentence = "One letter too many."\n')
    file, key, text = only_error(pack)
    assert (file, key) == (ENGLISH, "facts.dutty.sentence")
    assert text.startswith("No such text is known.")


def test_what_lies_beside_the_pack_is_not_its_own(pack: Path) -> None:
    (pack / "make_film.py").write_text("print('not the pack')")
    assert errors(pack) == []


def test_a_text_of_no_declared_language_is_worth_a_look(pack: Path) -> None:
    (pack / "text" / "fr.toml").write_text('name = "À bas"\n', encoding="utf-8")
    assert ("text/fr.toml", "", "This language is not among the campaign's languages.") in said(warnings(pack, A_DAY))


@pytest.mark.parametrize("part", ["a", '"a"', "'a'", "a "])
def test_a_key_of_parts_without_end_is_refused_before_it_is_read(pack: Path, part: str) -> None:
    add(pack, ENGLISH, "\n" + ".".join([part] * 20_000) + " = 1\n")
    began = time.process_time()
    assert (ENGLISH, "", "This file is nested or numbered beyond reason.") in said(errors(pack))
    assert time.process_time() - began < 5
