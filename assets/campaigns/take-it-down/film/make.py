"""Make the campaign's two films again: paint every frame, encode them, and keep a still of each as its poster.

python assets/campaigns/take-it-down/film/make.py                     both, into the pack's media folder
python assets/campaigns/take-it-down/film/make.py --only loop         one of them
python assets/campaigns/take-it-down/film/make.py --sheet DIR         no film, but contact sheets to look at
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parents[3])]

from encoding import encode  # noqa: E402
from main_film import MainFilm  # noqa: E402
from pack_words import read_pack_words  # noqa: E402
from PySide6.QtCore import Qt  # noqa: E402
from PySide6.QtGui import QGuiApplication, QImage, QPainter  # noqa: E402
from quiet_loop import QuietLoop  # noqa: E402
from stage import FRAMES_PER_SECOND, HEIGHT, WIDTH, Stage  # noqa: E402

from outreach_app.look.none_reference import hold_none  # noqa: E402
from outreach_app.look.theme import Theme, load_fonts  # noqa: E402
from outreach_app.theme_tokens import read_tokens  # noqa: E402

PACK = HERE.parent
MEDIA = PACK / "media"
SHEET_COLUMNS = 5


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", choices=("loop", "film"))
    parser.add_argument("--sheet", type=Path)
    parser.add_argument("--every", type=float, default=1.0, help="seconds between the stills of a sheet")
    options = parser.parse_args()
    hold_none()
    QGuiApplication(sys.argv[:1])
    load_fonts()
    theme = Theme(read_tokens(), scheme="attract")
    films = {"loop": QuietLoop(theme.tokens.motif["attract"]), "film": MainFilm(theme, read_pack_words(PACK))}
    for name, film in films.items():
        if options.only not in (None, name):
            continue
        if options.sheet is not None:
            options.sheet.mkdir(parents=True, exist_ok=True)
            contact_sheet(theme, film, options.every).save(str(options.sheet / f"{name}.png"))
            continue
        MEDIA.mkdir(exist_ok=True)
        encode(painted(theme, film), MEDIA / f"{name}.mp4")
        frame = round(film.poster_at * FRAMES_PER_SECOND)
        still(theme, film, frame).save(str(MEDIA / f"{name}.jpg"), quality=88)
        print(f"{name}.mp4: {(MEDIA / f'{name}.mp4').stat().st_size / 1e6:.2f} MB")


def still(theme: Theme, film: QuietLoop | MainFilm, frame: int) -> QImage:
    """One frame."""
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    stage = Stage(theme, image)
    film.paint(stage, frame)
    stage.end()
    return image


def painted(theme: Theme, film: QuietLoop | MainFilm) -> Iterator[QImage]:
    """Every frame in turn."""
    for frame in range(film.seconds * FRAMES_PER_SECOND):
        yield still(theme, film, frame)


def contact_sheet(theme: Theme, film: QuietLoop | MainFilm, every: float) -> QImage:
    """Small stills side by side."""
    frames = [round(index * every * FRAMES_PER_SECOND) for index in range(int(film.seconds / every))]
    frames.append(film.seconds * FRAMES_PER_SECOND - 1)
    width, height = WIDTH // 5, HEIGHT // 5
    rows = -(-len(frames) // SHEET_COLUMNS)
    sheet = QImage((width + 6) * SHEET_COLUMNS, (height + 6) * rows, QImage.Format.Format_RGB32)
    sheet.fill(0xFF888888)
    painter = QPainter(sheet)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for index, frame in enumerate(frames):
        small = still(theme, film, frame).scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
        painter.drawImage((index % SHEET_COLUMNS) * (width + 6), (index // SHEET_COLUMNS) * (height + 6), small)
    painter.end()
    return sheet


if __name__ == "__main__":
    main()
