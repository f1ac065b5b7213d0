"""What Qt needs of the system under it, looked for before Qt is asked to start.

Qt itself ends the program without a sentence when its platform plugin lacks a library or no display answers (and then
it blames libxcb-cursor0 whatever is missing). So the plugin is loaded here first, by the system's own loader, and the
display is knocked at. Nothing of Qt is imported until a function asks for it, and none of them raises.

The names of libraries and packages are those of Debian 12 and Ubuntu 22.04 and later, read from what PySide6 6.12
needs (``readelf -d``). On Windows and macOS the wheel brings everything, so there only the import is tried.
"""

from __future__ import annotations

import ctypes
import importlib
import importlib.util
import re
import socket
import sys
from collections.abc import Callable, Mapping, MutableMapping
from dataclasses import dataclass
from pathlib import Path

from outreach_app.errors import Message
from outreach_app.language import _

QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
"""Library to Debian package: what QtGui and QtWidgets need."""

PLATFORM_LIBRARIES: Mapping[str, Mapping[str, str]] = {
    "xcb": {
        "libX11-xcb.so.1": "libx11-xcb1",
        "libxcb-cursor.so.0": "libxcb-cursor0",
        "libxcb-icccm.so.4": "libxcb-icccm4",
        "libxcb-image.so.0": "libxcb-image0",
        "libxcb-keysyms.so.1": "libxcb-keysyms1",
        "libxcb-randr.so.0": "libxcb-randr0",
        "libxcb-render-util.so.0": "libxcb-render-util0",
        "libxcb-render.so.0": "libxcb-render0",
        "libxcb-shape.so.0": "libxcb-shape0",
        "libxcb-shm.so.0": "libxcb-shm0",
        "libxcb-sync.so.1": "libxcb-sync1",
        "libxcb-util.so.1": "libxcb-util1",
        "libxcb-xfixes.so.0": "libxcb-xfixes0",
        "libxcb-xkb.so.1": "libxcb-xkb1",
        "libxcb.so.1": "libxcb1",
        "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    },
    "wayland": {
        "libwayland-client.so.0": "libwayland-client0",
        "libwayland-cursor.so.0": "libwayland-cursor0",
    },
}
"""What a platform's plugin needs beside, X11 and Wayland."""

FILM_LIBRARIES = {"libXext.so.6": "libxext6", "libXrandr.so.2": "libxrandr2", "libpulse.so.0": "libpulse0"}
"""What QtMultimedia and its decoder need beside."""

_WINDOW_MODULES = ("PySide6.QtGui", "PySide6.QtWidgets")
_FILM_MODULE = "PySide6.QtMultimedia"
_DISPLAY_SECONDS = 2.0

_FROM_THE_DESKTOP = _("Start the program from the desktop on the device's own screen.")
_INSTALL_AGAIN = _("Install the program again.")


@dataclass(frozen=True)
class Loading:
    """How parts of the system are brought in; a test hands in another.

    Attributes:
        system: as ``sys.platform`` has it.
        library: loads a shared library by name or path; raises OSError naming what is missing.
        module: imports a module by name; raises ImportError.
        plugins: Qt's folder of plugins; ``None`` where PySide6 does not come from its own wheel.
        answers: whether a display answers, asked with the platform's name and the environment.
    """

    system: str
    library: Callable[[str], object]
    module: Callable[[str], object]
    plugins: Path | None
    answers: Callable[[str, Mapping[str, str]], bool]


@dataclass(frozen=True)
class Lack:
    """Something that is missing: a sentence on what it is, and one on what to do."""

    what: Message
    remedy: Message

    @property
    def sentence(self) -> Message:
        """Both, one after the other."""
        return Message("{what} {remedy}", {"what": self.what, "remedy": self.remedy})


def system_loading() -> Loading:
    """The real thing: the system's loader, Python's import and Qt's folder in the wheel, which is not imported yet."""
    place = importlib.util.find_spec("PySide6")
    folders = [Path(folder) / "Qt" / "plugins" for folder in (place and place.submodule_search_locations) or ()]
    plugins = next((folder for folder in folders if folder.is_dir()), None)
    return Loading(sys.platform, ctypes.CDLL, importlib.import_module, plugins, _display_answers)


def prepare(environment: MutableMapping[str, str]) -> None:
    """Put into an environment what Qt reads of it once, before it is loaded; whatever stands there already stays.

    Without a graphics card Qt would draw through a simulated one, at 13 film frames a second in place of 30. And its
    film library lists on standard error which faster decoders it did not find, which nobody here can act on.
    """
    environment.setdefault("QT_LOGGING_RULES", "qt.multimedia.symbolsresolver=false")
    if sys.platform == "linux" and not any(Path("/dev/dri").glob("renderD*")):
        environment.setdefault("QT_XCB_GL_INTEGRATION", "none")


def missing_for_a_window(environment: Mapping[str, str], loading: Loading | None = None) -> Message | None:
    """A sentence on what keeps a window from opening, with its remedy; ``None`` when nothing does."""
    loading = loading or system_loading()
    lack = missing_qt(environment, loading) or missing_screen(environment, loading)
    return None if lack is None else lack.sentence


def missing_for_film(loading: Loading | None = None) -> Message | None:
    """A sentence on what keeps films from playing, with its remedy; ``None`` when nothing does."""
    lack = missing_film_parts(loading or system_loading())
    return None if lack is None else lack.sentence


def missing_film_parts(loading: Loading) -> Lack | None:
    """What QtMultimedia and its decoder lack."""
    libraries = {**QT_LIBRARIES, **FILM_LIBRARIES}
    try:
        loading.module(_FILM_MODULE)
        if loading.system == "linux":
            # One by one and not through the decoder's plugin, which writes to standard error what else it looked for.
            for library in FILM_LIBRARIES:
                loading.library(library)
    except (ImportError, OSError) as error:
        return _lacking(error, libraries, loading)
    return None


def missing_qt(environment: Mapping[str, str], loading: Loading) -> Lack | None:
    """What keeps Qt itself from being imported, the libraries its platform will miss in the same sentence."""
    try:
        for module in _WINDOW_MODULES:
            loading.module(module)
    except (ImportError, OSError) as error:
        platforms = platforms_asked_for(environment) or ("xcb",)
        libraries = [QT_LIBRARIES, *(PLATFORM_LIBRARIES.get(platform, {}) for platform in platforms)]
        return _lacking(error, {name: package for part in libraries for name, package in part.items()}, loading)
    return None


def missing_screen(environment: Mapping[str, str], loading: Loading) -> Lack | None:
    """What keeps Qt from reaching a display, once Qt itself loads. Linux only: elsewhere there always is one."""
    if loading.system != "linux":
        return None
    platforms = platforms_asked_for(environment)
    problem: Lack | None = None if platforms else no_display()
    for platform in platforms:  # Qt takes the first that works, and so does this.
        problem = missing_plugin(platform, loading) or missing_display(platform, environment, loading)
        if problem is None:
            return None
    return problem


def platforms_asked_for(environment: Mapping[str, str]) -> tuple[str, ...]:
    """Qt's platforms in the order it would try them; empty when nothing in the environment speaks of a display."""
    if asked := environment.get("QT_QPA_PLATFORM", ""):
        names = (name.split(":", 1)[0].strip() for name in asked.split(";"))
        return tuple("wayland" if name.startswith("wayland") else name for name in names if name)
    shown = {"wayland": "WAYLAND_DISPLAY", "xcb": "DISPLAY"}
    return tuple(platform for platform, variable in shown.items() if environment.get(variable))


def missing_plugin(platform: str, loading: Loading) -> Lack | None:
    """What keeps the plugin of a platform from loading."""
    if loading.plugins is None:
        return None
    plugin = loading.plugins / "platforms" / f"libq{platform}.so"
    if not plugin.exists():
        return Lack(
            _("No window can be opened: QT_QPA_PLATFORM asks for {platform}, which is not there.", platform=platform),
            _("Unset QT_QPA_PLATFORM and try again."),
        )
    try:
        loading.library(str(plugin))
    except OSError as error:
        return _lacking(error, {**QT_LIBRARIES, **PLATFORM_LIBRARIES.get(platform, {})}, loading)
    return None


def missing_display(platform: str, environment: Mapping[str, str], loading: Loading) -> Lack | None:
    """Whether a display that the environment names does not answer; platforms that need none are always well."""
    if platform not in PLATFORM_LIBRARIES or loading.answers(platform, environment):
        return None
    return Lack(_("No window can be opened: the display does not answer."), _FROM_THE_DESKTOP)


def no_display() -> Lack:
    """For a session that knows of no display at all."""
    return Lack(
        _("No window can be opened: this session has no display (DISPLAY and WAYLAND_DISPLAY are not set)."),
        _FROM_THE_DESKTOP,
    )


def _lacking(error: Exception, known: Mapping[str, str], loading: Loading) -> Lack:
    """Everything missing at once, where the loader stops at the first."""
    missing = {name: package for name, package in known.items() if not _loads(name, loading)}
    named = re.match(r"(lib[^\s:/]+\.so[.\d]*): cannot open shared object file", str(error))
    if named is not None and named[1] not in missing:
        missing = {named[1]: known.get(named[1], ""), **missing}
    if missing:
        what = _("This system lacks {libraries}.", libraries=", ".join(missing))
        packages = dict.fromkeys(package for package in missing.values() if package)
        if packages:
            return Lack(what, _("On Debian or Ubuntu, run: sudo apt install {packages}", packages=" ".join(packages)))
        return Lack(what, _("Install the system package that holds it."))
    if isinstance(error, ModuleNotFoundError):
        return Lack(_("The Python package {name} is missing.", name=str(error.name)), _INSTALL_AGAIN)
    return Lack(_("Qt cannot be loaded: {reason}.", reason=str(error).rstrip(".")), _INSTALL_AGAIN)


def _loads(library: str, loading: Loading) -> bool:
    if loading.system != "linux":
        return True
    try:
        loading.library(library)
    except OSError:
        return False
    return True


def _display_answers(platform: str, environment: Mapping[str, str]) -> bool:
    """Knock at a display the way Qt will; a platform that needs none always answers."""
    if platform == "xcb":
        return _x_server_answers(environment.get("DISPLAY", ""))
    if platform == "wayland":
        return _wayland_answers(environment)
    return True


def _x_server_answers(display: str) -> bool:
    try:
        library = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return False
    library.xcb_connect.restype = ctypes.c_void_p
    library.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    library.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    library.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = library.xcb_connect(display.encode() if display else None, None)
    try:
        return bool(library.xcb_connection_has_error(connection) == 0)
    finally:
        library.xcb_disconnect(connection)


def _wayland_answers(environment: Mapping[str, str]) -> bool:
    if sys.platform == "win32":
        return False
    place = Path(environment.get("XDG_RUNTIME_DIR", "")) / environment.get("WAYLAND_DISPLAY", "wayland-0")
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as knock:
        knock.settimeout(_DISPLAY_SECONDS)
        try:
            knock.connect(str(place))
        except OSError:
            return False
    return True
