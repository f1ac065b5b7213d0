"""Where the things that are not code lie, in a checkout and in an installed wheel."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

_PACKAGE = Path(__file__).resolve().parent


def assets_folder() -> Path:
    """The folder of icons, theme, catalogues and campaigns.

    An installed wheel carries it inside the package; a checkout has it beside the package.

    Raises:
        OSError: neither place has it, so the installation is incomplete.
    """
    for folder in (_PACKAGE / "assets", _PACKAGE.parent / "assets"):
        if (folder / "theme" / "tokens.toml").is_file():
            return folder
    raise FileNotFoundError(f"the program's assets folder is missing beside {_PACKAGE}")


def asset(*parts: str) -> Path:
    """The path of one asset, such as ``asset("icons", "lock.svg")``; it need not exist."""
    return assets_folder().joinpath(*parts)


def arabic_font(face: Literal["Regular", "SemiBold", "Bold"]) -> Path:
    """The file of one cut of Noto Sans Arabic, which stands beside Source Sans Pro for the letters that one lacks."""
    return asset("fonts", f"NotoSansArabic-{face}.ttf")
