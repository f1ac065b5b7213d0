"""Arabic on the real window: every screen at every size, and a switch of language that loses nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt

from outreach_app.campaign.bundled import bundled_campaign
from outreach_app.campaign.reading import read_campaign
from outreach_app.kiosk.preview import SIZES, Preview
from outreach_app.kiosk.preview_scenes import settle
from outreach_app.look.signs import Steps
from tests.kiosk.layout_rules import broken_rules
from tests.kiosk.table import prepare_application

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
LEFT, RIGHT = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft


@pytest.fixture(scope="module")
def library():
    return read_campaign(bundled_campaign("riverbend-library"))


def faults_of(campaign, language, size, folder, *, is_demo) -> list[str]:
    """Every broken rule of every scene of a campaign in one language and size."""
    preview = Preview(campaign, folder, NOON, is_demo=is_demo)
    window = preview._station.window()
    window.allow_close()
    window.resize(*size)
    window.show()
    faults = []
    try:
        for scene in preview._scenes:
            if scene.place not in window._plan.makers:
                # A place that this campaign has no use for, such as the film's.
                continue
            window.look_in(scene.place, preview._visit(language, scene))
            settle()
            if scene.prepare(window.shown):
                settle()
                faults += [f"{scene.name}: {fault}" for fault in broken_rules(window, size)]
    finally:
        window.close()
        window.deleteLater()
        preview.close()
        settle()
    return faults


@pytest.mark.parametrize("is_demo", [False, True], ids=["table", "demo"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_nothing_is_cut_covered_or_out_of_reach_in_arabic(qapp, library, tmp_path, size, is_demo):
    prepare_application()
    faults = faults_of(library, "ar", size, tmp_path, is_demo=is_demo)
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_middle_of_the_bar_stands_between_back_and_on_whichever_way_the_page_is_read(
    qapp, library, tmp_path, language
):
    prepare_application()
    preview = Preview(library, tmp_path, NOON)
    window = preview._station.window()
    window.allow_close()
    window.resize(1280, 800)
    window.show()
    (scene,) = [scene for scene in preview._scenes if scene.name == "09-sign"]
    window.look_in(scene.place, preview._visit(language, scene))
    settle()
    (steps,) = window.shown.findChildren(Steps)
    assert steps.isVisible()
    assert abs(steps.mapTo(window, steps.rect().center()).x() - 640) < 40
    window.close()
    window.deleteLater()
    preview.close()
    settle()


def test_the_first_campaign_fits_too_when_its_frame_is_arabic(qapp, tmp_path):
    """Its own texts stay English: a pack may lack a language that the program has, and nothing falls apart."""
    prepare_application()
    first = read_campaign(bundled_campaign())
    faults = faults_of(replace(first, languages=("en", "ar")), "ar", (1024, 600), tmp_path, is_demo=False)
    assert not faults, "\n".join(faults)
