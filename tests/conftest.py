"""What every test stands on: no screen needed, data that may be missing, and no widget left behind.

Where Qt cannot load, the tests that need it skip and name the Debian package; with ``CI`` set that is a failure.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Generator
from pathlib import Path

import hypothesis
import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from outreach_app.look.none_reference import hold_none
from outreach_app.look.system_parts import missing_for_a_window

REPOSITORY = Path(__file__).resolve().parent.parent
SHARED_DATA = REPOSITORY.parent / "shared" / "data"
QT_FIXTURES = {"qtbot", "qapp", "qapp_cls", "qtlog", "qtmodeltester"}
hold_none()
# Collected by itself, garbage of Qt's could be taken apart in a lane's thread, which ends the process now and then.
gc.disable()
_MUCH_GARBAGE = 20_000
_ENDED = -1  # what a QEventLoop answers that was not allowed to run
WITHOUT_QT = missing_for_a_window({"QT_QPA_PLATFORM": "offscreen"})

hypothesis.settings.register_profile("here", deadline=None)
hypothesis.settings.register_profile("ci", deadline=None, max_examples=50, derandomize=True, database=None)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "here")


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The real public data beside the checkout; tests that need it skip where it is not."""
    if not SHARED_DATA.is_dir():
        pytest.skip(f"the public data is not at {SHARED_DATA}")
    return SHARED_DATA


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """An empty folder in place of a stick."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def pytest_plugin_registered(plugin_name: str, manager: pytest.PytestPluginManager) -> None:
    """Keep pytest-qt, which imports Qt when it is configured, out of a run that cannot have Qt."""
    if plugin_name == "pytest-qt" and WITHOUT_QT is not None:
        manager.unregister(name="pytest-qt")


def pytest_configure() -> None:
    if WITHOUT_QT is not None and os.environ.get("CI"):
        raise pytest.UsageError(str(WITHOUT_QT))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip the tests that ask for a fixture of Qt where there is none."""
    if WITHOUT_QT is not None:
        for item in items:
            if QT_FIXTURES.intersection(getattr(item, "fixturenames", ())):
                item.add_marker(pytest.mark.skip(reason=str(WITHOUT_QT)))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Turn a test file that cannot be imported for want of Qt into a skip that says why."""
    report = yield
    if WITHOUT_QT is not None and report.failed and "PySide6" in str(report.longrepr):
        report.outcome = "skipped"
        report.longrepr = (str(collector.path), 0, f"Skipped: {WITHOUT_QT}")
    return report


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> Generator[None]:
    """After the last test of a file, when its fixtures are gone, no window may be left."""
    yield
    _let_loops_run_again()
    if gc.get_count()[0] > _MUCH_GARBAGE:
        gc.collect()
    if nextitem is None or nextitem.path != item.path:
        left = _windows_left()
        assert not left, f"{item.path.name} left windows behind: {', '.join(left)}"


def _let_loops_run_again() -> None:
    """Undo what a test did that ended the program while no ``exec`` of the application was running.

    Qt then takes the whole thread for ended, and every later ``QEventLoop`` returns at once: each wait of a later
    test would be over before anything could happen. Only the application's own ``exec`` clears that again.
    """
    core = sys.modules.get("PySide6.QtCore")
    if core is None or (application := core.QCoreApplication.instance()) is None:
        return
    loop = core.QEventLoop()
    core.QTimer.singleShot(0, loop.quit)
    if loop.exec() == _ENDED:
        core.QTimer.singleShot(0, lambda: application.exit(0))
        application.exec()


def _windows_left() -> list[str]:
    """Class names of the top-level widgets that still live; they are deleted, so that the next file is not blamed."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return []
    from PySide6.QtCore import QCoreApplication, QEvent

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if widgets.QApplication.topLevelWidgets():
        gc.collect()
    left = widgets.QApplication.topLevelWidgets()
    names = sorted(type(widget).__name__ for widget in left)
    for widget in left:
        widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return names
