import json

import pypdfium2
import pytest

from outreach_app.cli.program import run
from outreach_app.handouts.papers import PAPERS
from outreach_app.legislators.samples import build_sample_pack
from tests.handouts.reading import codes_on, language_of, words_on


def make(*more):
    return run(["handouts", "make", "--campaign", "take-it-down", *map(str, more)])


def test_lawmakers_are_not_quietly_left_off_a_paper_that_has_no_place_for_them(tmp_path, capsys):
    page = tmp_path / "page.pdf"

    assert make("--paper", "tabloid", "--zip", "43215", "--data", tmp_path / "us.data", "--out", page) == 2
    assert "No lawmakers stand on tabloid" in capsys.readouterr().err
    assert not page.exists()


def test_a_page_with_a_zips_lawmakers_is_made_in_spanish(tmp_path, capsys):
    data, page = build_sample_pack(tmp_path / "people.data"), tmp_path / "page.pdf"

    assert make("--paper", "letter", "--zip", "10001", "--data", data, "--language", "es", "--out", page, "--json") == 0

    told = json.loads(capsys.readouterr().out)
    assert told == {"file": str(page), "paper": "letter", "language": "es", "copies": 1, "bytes": page.stat().st_size}
    assert language_of(page.read_bytes()) == "es"
    assert "202-555-0143" in words_on(page.read_bytes())
    assert any(code.startswith("tel:+1202555") for code in codes_on(page.read_bytes(), 150))


def test_without_a_zip_the_page_leads_to_the_official_finders(tmp_path):
    assert make("--paper", "a4", "--copies", "3", "--out", tmp_path / "page.pdf") == 0

    with pypdfium2.PdfDocument(tmp_path / "page.pdf") as document:
        assert len(document) == 3
    assert any("house.gov" in code for code in codes_on((tmp_path / "page.pdf").read_bytes(), 150))


def test_every_paper_is_listed(capsys):
    assert run(["handouts", "papers", "--json"]) == 0

    assert [paper["name"] for paper in json.loads(capsys.readouterr().out)["papers"]] == [each.name for each in PAPERS]


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (("--paper", "papyrus"), 1, "no paper called papyrus"),
        (("--paper", "letter", "--language", "tlh"), 1, "no language tlh"),
        (("--paper", "letter", "--zip", "10001"), 2, "--zip and --data together"),
    ],
)
def test_what_cannot_be_made_is_said(arguments, code, sentence, tmp_path, capsys):
    assert make(*arguments, "--out", tmp_path / "page.pdf") == code
    assert sentence in capsys.readouterr().err
