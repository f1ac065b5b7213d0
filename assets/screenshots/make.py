"""Make every screenshot again: each screen, both languages, three sizes; the README's few are kept here.

python assets/screenshots/make.py                     the README's pictures, into this folder
python assets/screenshots/make.py --out DIR           every screen, language and size
python assets/screenshots/make.py --out DIR --mockups DIR   and beside each its mockup, for whoever has them
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from datetime import UTC, datetime
from itertools import product
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent.parent))

from PySide6.QtGui import QPainter, QPixmap  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from outreach_app.campaign.bundled import SAMPLE, bundled_campaign  # noqa: E402
from outreach_app.campaign.reading import read_campaign  # noqa: E402
from outreach_app.kiosk.preview import SIZES, Preview  # noqa: E402
from outreach_app.look.none_reference import hold_none  # noqa: E402
from outreach_app.look.theme import load_fonts  # noqa: E402

KEPT = {
    SAMPLE: {
        ("en", 1280): (
            "01-attract",
            "02-home",
            "05-fact-3",
            "07-pledge",
            "10-thanks",
            "12-lawmakers-split",
            "13-act",
            "14-take",
        ),
        ("es", 1280): ("02-home",),
        ("en", 800): ("12-lawmakers-split",),
        ("en", 1024): ("07-pledge",),
    },
    "riverbend-library": {("ar", 1280): ("02-home",)},
}
"""What the README shows, by campaign, language and width."""
MOCKUPS = {
    "01-attract": "01-attract", "02-home": "02-home", "03-notice": "03-content-notice", "04-film": "04-film",
    "05-fact-3": "05-fact", "06-age": "06-age",
    "07-pledge": "07-pledge",
    "08-consents": "08-consents", "09-sign": "09-sign", "10-thanks": "10-thanks", "11-zip": "11-zip",
    "12-lawmakers-split": "12-lawmakers", "13-act": "13-act", "14-take": "14-take-it-with-you",
    "15-help": "15-get-help", "16-idle": "16-idle",
}  # fmt: skip
MOCKUPS_BY_WIDTH = {
    800: {"01-attract": "01p-attract-portrait", "02-home": "02p-home-portrait", "07-pledge": "07p-pledge-portrait",
          "12-lawmakers-split": "12p-lawmakers-portrait", "15-help": "15p-get-help-portrait"},
    1024: {"02-home": "02c-home-1024x600", "07-pledge": "07c-pledge-1024x600"},
    1280: MOCKUPS,
}  # fmt: skip


MOMENT = datetime(2026, 11, 22, 10, 30, tzinfo=UTC)
"""The day of the mockups."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--mockups", type=Path)
    parser.add_argument("--demo", action="store_true", help="with the demo's ribbon")
    options = parser.parse_args()
    hold_none()
    application = QApplication(sys.argv[:1])
    load_fonts()
    for name, kept in KEPT.items():
        # The first campaign's pictures lie beside each other, those of every other one in a folder of its own.
        out = options.out if options.out is None or name == SAMPLE else options.out / name
        campaign = read_campaign(bundled_campaign(name))
        with tempfile.TemporaryDirectory() as folder:
            preview = Preview(campaign, Path(folder), MOMENT, is_demo=options.demo)
            for language, size in product(campaign.languages, SIZES):
                wanted = kept.get((language, size[0]), ())
                if out is None and not wanted:
                    continue
                for picture in preview.pictures(language, size):
                    if out is not None or picture.name in wanted:
                        keep(picture.name, picture.image, language, size[0], out, options.mockups)
            preview.close()
    application.quit()


def keep(name: str, image: QPixmap, language: str, width: int, out: Path | None, mockups: Path | None) -> None:
    if out is None:
        image.save(str(HERE / f"{name}-{language}-{width}.png"))
        return
    out.mkdir(parents=True, exist_ok=True)
    image.save(str(out / f"{name}-{language}-{width}.png"))
    mockup = MOCKUPS_BY_WIDTH[width].get(name)
    if mockups is not None and mockup is not None and language == "en":
        side_by_side(QPixmap(str(mockups / f"{mockup}.png")), image).save(str(out / f"sheet-{name}-{width}.png"))


def side_by_side(mockup: QPixmap, image: QPixmap) -> QPixmap:
    sheet = QPixmap(mockup.width() + image.width() + 20, max(mockup.height(), image.height()))
    sheet.fill("#888888")
    painter = QPainter(sheet)
    painter.drawPixmap(0, 0, mockup)
    painter.drawPixmap(mockup.width() + 20, 0, image)
    painter.end()
    return sheet


if __name__ == "__main__":
    main()
