"""What the system lacks for Qt is named with its Debian package, before Qt can abort."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from outreach_app.look.system_parts import (
    FILM_LIBRARIES,
    PLATFORM_LIBRARIES,
    QT_LIBRARIES,
    Loading,
    missing_for_a_window,
    missing_for_film,
    prepare,
    system_loading,
)

ON_X11 = {"DISPLAY": ":0"}
ON_BOTH = {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}
linux_only = pytest.mark.skipif(sys.platform != "linux", reason="the names of libraries are those of Linux")


class System:
    """A system that lacks some libraries; its loader words its refusals as glibc does."""

    def __init__(
        self, folder: Path, lacks: set[str], *, system: str = "linux", answering: tuple[str, ...] = ()
    ) -> None:
        self._lacks = lacks
        self._needs: dict[str, Mapping[str, str]] = {}
        for platform, libraries in {**PLATFORM_LIBRARIES, "offscreen": {}}.items():
            plugin = folder / "platforms" / f"libq{platform}.so"
            plugin.parent.mkdir(parents=True, exist_ok=True)
            plugin.touch()
            self._needs[str(plugin)] = libraries
        self.loading = Loading(system, self._library, self._module, folder, lambda platform, _: platform in answering)

    def _library(self, name: str) -> None:
        for needed in (name, *self._needs.get(name, {})):
            if needed in self._lacks:
                raise OSError(f"{needed}: cannot open shared object file: No such file or directory")

    def _module(self, name: str) -> None:
        libraries = FILM_LIBRARIES if name.endswith("QtMultimedia") else QT_LIBRARIES
        for needed in libraries:
            if needed in self._lacks:
                raise ImportError(f"{needed}: cannot open shared object file: No such file or directory")


def said(environment: Mapping[str, str], system: System) -> str | None:
    message = missing_for_a_window(environment, system.loading)
    return None if message is None else str(message)


def test_nothing_is_said_where_everything_is_there(tmp_path: Path) -> None:
    assert said(ON_X11, System(tmp_path, set(), answering=("xcb",))) is None


def test_every_missing_library_is_named_at_once_with_its_package(tmp_path: Path) -> None:
    sentence = said(ON_X11, System(tmp_path, {"libxcb-icccm.so.4", "libxcb-keysyms.so.1"}, answering=("xcb",)))
    assert sentence is not None
    assert "libxcb-icccm.so.4, libxcb-keysyms.so.1" in sentence
    assert sentence.endswith("sudo apt install libxcb-icccm4 libxcb-keysyms1")


def test_a_fresh_system_is_told_the_parts_of_qt_and_of_its_platform_in_one_sentence(tmp_path: Path) -> None:
    sentence = said(ON_X11, System(tmp_path, {"libEGL.so.1", "libxcb-cursor.so.0"}))
    assert sentence is not None
    assert sentence.endswith("sudo apt install libegl1 libxcb-cursor0")


def test_a_package_that_holds_two_missing_libraries_is_named_once(tmp_path: Path) -> None:
    sentence = said(ON_X11, System(tmp_path, {"libglib-2.0.so.0", "libgthread-2.0.so.0"}))
    assert sentence is not None
    assert sentence.endswith("sudo apt install libglib2.0-0")


def test_a_library_nobody_foresaw_is_named_without_a_package(tmp_path: Path) -> None:
    system = System(tmp_path, set(), answering=("xcb",))

    def refuse(name: str) -> None:
        if name.endswith("libqxcb.so"):
            raise OSError("libnew.so.7: cannot open shared object file: No such file or directory")

    loading = Loading("linux", refuse, system.loading.module, tmp_path, system.loading.answers)
    sentence = str(missing_for_a_window(ON_X11, loading))
    assert sentence == "This system lacks libnew.so.7. Install the system package that holds it."


def test_a_session_without_a_display_is_told_so(tmp_path: Path) -> None:
    sentence = said({}, System(tmp_path, set()))
    assert sentence is not None
    assert "no display" in sentence


def test_a_display_that_does_not_answer_is_told_so(tmp_path: Path) -> None:
    sentence = said(ON_X11, System(tmp_path, set(), answering=()))
    assert sentence is not None
    assert "does not answer" in sentence


def test_one_working_platform_of_two_is_enough(tmp_path: Path) -> None:
    assert said(ON_BOTH, System(tmp_path, {"libwayland-cursor.so.0"}, answering=("xcb",))) is None
    assert said(ON_BOTH, System(tmp_path, {"libxcb-cursor.so.0"}, answering=("wayland",))) is None


def test_a_platform_that_needs_no_display_is_left_alone(tmp_path: Path) -> None:
    assert said({"QT_QPA_PLATFORM": "offscreen:configfile=x"}, System(tmp_path, set())) is None


def test_a_platform_that_does_not_exist_is_named(tmp_path: Path) -> None:
    sentence = said({"QT_QPA_PLATFORM": "nonsense"}, System(tmp_path, set()))
    assert sentence is not None
    assert "nonsense" in sentence


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_elsewhere_only_the_import_counts(system: str, tmp_path: Path) -> None:
    assert said({}, System(tmp_path, {"libxcb-cursor.so.0"}, system=system)) is None
    assert missing_for_film(System(tmp_path, {"libXrandr.so.2"}, system=system).loading) is not None
    assert said({}, System(tmp_path, {"libEGL.so.1"}, system=system)) is not None


def test_a_missing_python_package_asks_to_install_again(tmp_path: Path) -> None:
    def refuse(name: str) -> None:
        raise ModuleNotFoundError("No module named 'PySide6'", name="PySide6")

    loading = Loading("linux", lambda name: None, refuse, None, lambda *_: True)
    assert str(missing_for_a_window(ON_X11, loading)) == (
        "The Python package PySide6 is missing. Install the program again."
    )


def test_a_film_without_sound_library_is_told_its_package(tmp_path: Path) -> None:
    message = missing_for_film(System(tmp_path, {"libpulse.so.0"}).loading)
    assert message is not None
    assert str(message).endswith("sudo apt install libpulse0")
    assert missing_for_film(System(tmp_path, set()).loading) is None


def test_what_somebody_set_for_qt_stays() -> None:
    environment = {"QT_LOGGING_RULES": "*=true", "QT_XCB_GL_INTEGRATION": "xcb_egl"}
    prepare(environment)
    assert environment == {"QT_LOGGING_RULES": "*=true", "QT_XCB_GL_INTEGRATION": "xcb_egl"}


@linux_only
def test_the_real_display_is_known_by_its_answer(tmp_path: Path) -> None:
    answers = system_loading().answers
    assert not answers("xcb", {"DISPLAY": ":987"})
    assert not answers("wayland", {"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(tmp_path)})
    with _x_server() as display:
        assert answers("xcb", {"DISPLAY": display})


@linux_only
@pytest.mark.skipif(shutil.which("readelf") is None, reason="readelf is not installed (Debian: binutils)")
def test_the_tables_name_what_the_installed_qt_needs() -> None:
    assert _needed("Qt/lib/libQt6Core.so.6", "Qt/lib/libQt6Gui.so.6", "Qt/lib/libQt6DBus.so.6") <= set(QT_LIBRARIES)
    for platform, files in {
        "xcb": ("Qt/plugins/platforms/libqxcb.so", "Qt/lib/libQt6XcbQpa.so.6"),
        "wayland": ("Qt/plugins/platforms/libqwayland.so", "Qt/lib/libQt6WaylandClient.so.6"),
    }.items():
        assert _needed(*files) - set(QT_LIBRARIES) == set(PLATFORM_LIBRARIES[platform])
    film = _needed("Qt/lib/libQt6Multimedia.so.6", "Qt/plugins/multimedia/libffmpegmediaplugin.so")
    assert film - set(QT_LIBRARIES) == set(FILM_LIBRARIES)


@contextmanager
def _x_server() -> Iterator[str]:
    """The name of a real X server without a screen; the test skips where there is none."""
    if shutil.which("Xvfb") is None:
        pytest.skip("Xvfb is not installed (Debian: xvfb)")
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL) as server:
        os.close(writing)
        with os.fdopen(reading) as answer:
            number = answer.readline().strip()
        try:
            yield f":{number}"
        finally:
            server.terminate()


def _needed(*files: str) -> set[str]:
    """The libraries of the system that files of the wheel ask for, without those that come with it or with libc."""
    spec = importlib.util.find_spec("PySide6")
    assert spec is not None
    assert spec.submodule_search_locations
    folder = Path(spec.submodule_search_locations[0])
    return {name for file in files for name in _asked_by(folder / file) if not (folder / "Qt" / "lib" / name).exists()}


def _asked_by(file: Path) -> Iterator[str]:
    listed = subprocess.run(["readelf", "-d", str(file)], capture_output=True, text=True, check=True).stdout
    for line in listed.splitlines():
        if "(NEEDED)" in line:
            name = line.split("[")[1].rstrip("]")
            if not name.startswith(
                ("libc.", "libm.", "libpthread.", "libdl.", "librt.", "libgcc_s.", "libstdc++.", "ld-")
            ):
                yield name
