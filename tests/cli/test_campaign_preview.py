"""``outreach campaign preview``: what an author opens afterwards, made where no display is."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from outreach_app.campaign.bundled import bundled_campaign
from outreach_app.campaign.reading import read_campaign
from outreach_app.cli.program import EXIT_FAILED, run
from outreach_app.handouts.papers import PAPERS
from outreach_app.kiosk.preview_folder import CONTENTS, PreviewFolder
from tests.campaign.packs import copy_of_the_sample

SIZE = (1024, 600)


@pytest.fixture(scope="module")
def preview(tmp_path_factory) -> tuple[Path, dict[str, object]]:
    """One language and size of the sample, drawn by the program itself on a machine without a screen."""
    out = tmp_path_factory.mktemp("preview") / "new"
    blind = {name: value for name, value in os.environ.items() if "DISPLAY" not in name and name != "QT_QPA_PLATFORM"}
    arguments = ["campaign", "preview", "take-it-down", "--out", str(out), "--language", "es", "--size", "1024x600"]
    command = [sys.executable, "-m", "outreach_app", *arguments, "--json"]
    done = subprocess.run(command, env=blind, capture_output=True, text=True, timeout=240)
    assert done.returncode == 0, done.stderr
    return out, json.loads(done.stdout)


def codes_in(picture: Path) -> set[str]:
    with Image.open(picture) as image:
        return {code.text for code in zxingcpp.read_barcodes(image.convert("L"))}


def test_every_screen_is_a_picture_of_the_size_asked_for(preview):
    out, told = preview
    names = {Path(path).stem for path in told["screens"]}
    assert {"01-attract", "02-home", "07-pledge", "10-thanks", "12-lawmakers-split", "15-help", "16-idle"} <= names
    assert len(names) == len(told["screens"])
    for path in told["screens"]:
        with Image.open(out / path) as image:
            assert image.size == SIZE, path


def test_every_paper_is_there_as_pdf_and_picture_and_its_codes_can_be_scanned(preview):
    out, told = preview
    assert {Path(path).stem for path in told["papers"]} == {paper.name for paper in PAPERS}
    assert told["refused"] == []
    assert all((out / path).read_bytes().startswith(b"%PDF-") for path in told["papers"])
    page = read_campaign(bundled_campaign()).page
    assert page in codes_in(out / "papers/es/letter.png")


def test_a_code_on_a_screen_can_be_scanned_from_its_picture(preview):
    out, _told = preview
    assert "sms:988?body=AYUDA" in codes_in(out / "screens/es/1024x600/15-help.png")


def test_the_page_to_take_home_is_seen_on_its_screen(preview):
    out, _told = preview
    with Image.open(out / "screens/es/1024x600/14-take.png") as image:
        sheet = image.convert("L").crop((60, 140, 300, 480))
    assert sum(sheet.histogram()[:100]) > 1_000, "the sheet is blank"


def test_the_index_leads_to_all_of_it_and_to_nothing_outside(preview):
    out, told = preview
    page = (out / told["index"]).read_text(encoding="utf-8")
    linked = set(re.findall(r'(?:href|src)="([^"#]+)"', page))
    assert linked == {path for kind in ("screens", "papers", "pages", "contact_sheets") for path in told[kind]}
    assert all((out / path).is_file() for path in linked)
    assert "http" not in page


def test_a_preview_is_renewed_without_leaving_old_pictures(tmp_path):
    (tmp_path / CONTENTS).write_text("{}")
    old = tmp_path / "screens/en/800x1280/02-home.png"
    old.parent.mkdir(parents=True)
    old.write_bytes(b"of an older pack")
    moment = datetime(2026, 11, 22, 10, tzinfo=UTC)
    PreviewFolder(read_campaign(bundled_campaign()), tmp_path, (), (), moment)
    assert not old.exists()


def test_a_folder_with_other_files_is_left_alone(tmp_path, capsys):
    (tmp_path / "screens").mkdir()
    (tmp_path / "screens/mine.txt").write_text("mine")
    assert run(["campaign", "preview", "take-it-down", "--out", str(tmp_path)]) == EXIT_FAILED
    assert "other files" in capsys.readouterr().err
    assert (tmp_path / "screens/mine.txt").read_text() == "mine"


def test_a_pack_with_errors_is_not_drawn_and_all_of_them_are_said(tmp_path, capsys):
    pack = copy_of_the_sample(tmp_path)
    settings = pack / "campaign.toml"
    settings.write_text(settings.read_text().replace("https://", "ftp://"))
    assert run(["campaign", "preview", str(pack), "--out", str(tmp_path / "out"), "--json"]) == EXIT_FAILED
    problems = json.loads(capsys.readouterr().out)["problems"]
    assert len([problem for problem in problems if problem["severity"] == "error"]) > 1
    assert not (tmp_path / "out").exists()


def test_a_language_the_pack_does_not_speak_is_refused(tmp_path, capsys):
    arguments = ["campaign", "preview", "take-it-down", "--out", str(tmp_path), "--language", "fr"]
    assert run(arguments) == EXIT_FAILED
    assert "en" in capsys.readouterr().err
